import { brandRow } from '../catalog/brands.js';
import type { SectionId } from '../catalog/brands.js';
import type { Amount } from '../contract/money.js';
import type { Method, UnavailableReason } from '../contract/session.js';

/** Methods of one kind under one heading. */
export interface PickerSection {
  id: SectionId;
  methods: readonly Method[];
}

/** Sections of payers in Japan. */
const LOCAL: ReadonlySet<SectionId> = new Set(['konbini', 'appPay', 'bankTransfer', 'prepaid']);

/**
 * Puts methods under their headings, in the server's order: a section stands where its first method stood. Only what is
 * near to the buyer goes to the top: in Japan the sections of Japan, elsewhere Alipay+ with the wallets of the region.
 *
 * @param region the buyer's, ISO 3166; empty when it is not known
 */
export function sectionsOf(methods: readonly Method[], region = ''): PickerSection[] {
  const sections = new Map<SectionId, Method[]>();
  const near = ({ brand }: Method) => brandRow(brand).wallet?.region === region;
  for (const method of nearFirst(methods, near)) {
    const { section } = brandRow(method.brand);
    sections.set(section, [...(sections.get(section) ?? []), method]);
  }
  const ordered = [...sections].map(([id, members]) => ({ id, methods: members }));
  return nearFirst(ordered, ({ id }) => (region === 'JP' ? LOCAL.has(id) : id === 'alipayPlus'));
}

function nearFirst<T>(all: readonly T[], near: (one: T) => boolean): T[] {
  return [...all.filter(near), ...all.filter((one) => !near(one))];
}

/** The region that a language tag speaks of, ISO 3166: `zh-HK` → `HK`, `th` → `TH`; empty for what is no tag. */
export function regionOf(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().region ?? '';
  } catch {
    return '';
  }
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
