import { brandRow } from '../catalog/brands.js';
import type { SectionId } from '../catalog/brands.js';
import type { Amount } from '../contract/money.js';
import type { Method, UnavailableReason } from '../contract/session.js';

/** Methods of one kind under one heading. */
export interface PickerSection {
  id: SectionId;
  methods: readonly Method[];
}

/** Puts methods under their headings. Both keep the server's order: a section stands where its first method stood. */
export function sectionsOf(methods: readonly Method[]): PickerSection[] {
  const sections = new Map<SectionId, Method[]>();
  for (const method of methods) {
    const { section } = brandRow(method.brand);
    sections.set(section, [...(sections.get(section) ?? []), method]);
  }
  return [...sections].map(([id, members]) => ({ id, methods: members }));
}

/**
 * Why a method can't be chosen, undefined when it can. What the server says goes first; without it an amount outside
 * of the method's own limits is reason enough.
 *
 * @param amount what is to be paid; limits in another currency say nothing about it
 */
export function reasonAgainst({ unavailable, limits }: Method, amount?: Amount): UnavailableReason | undefined {
  if (unavailable) return unavailable;
  const sameCurrency = (limit?: Amount) => (limit && amount?.currency === limit.currency ? limit : undefined);
  const [min, max] = [sameCurrency(limits?.min), sameCurrency(limits?.max)];
  if (amount && min && amount.value < min.value) return { code: 'amount-too-low', limit: min };
  if (amount && max && amount.value > max.value) return { code: 'amount-too-high', limit: max };
  return undefined;
}

/** Methods for a page without a session: every brand of a list separated by blanks, its name being its id. */
export function methodsOfBrands(brands: string): Method[] {
  const names = new Set(brands.split(/\s+/).filter(Boolean));
  return [...names].map((brand) => ({ id: brand, brand, kind: '' }));
}
