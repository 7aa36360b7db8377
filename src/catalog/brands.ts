/** Where a mark's grey comes from: by region or kind, never by brand, so that nothing resembles a logo. */
export type MarkHue = 'sakura' | 'hatoba' | 'ai' | 'rikyu' | 'cha' | 'gin';

/** A drawn sign of ours, for what has no letters. */
export type MarkSign = 'window' | 'keeper' | 'ticket' | 'bank' | 'atm' | 'gift';

/** The picker's sections, as `messages.sections` names them; a method whose brand has no row goes to `other`. */
export type SectionId = 'webmoneyTransfer' | 'other';

/** One brand. A new one is one row here; texts that differ by language are keyed in i18n by `texts`. */
export interface BrandRow {
  /** Official name in its English spelling, shown in every language unless i18n gives another. */
  name: string;
  /** The family the brand belongs to, shown as the quiet line of a method head. */
  family?: string;
  section: SectionId;
  hue: MarkHue;
  /** A sign, or up to three letters. */
  mark: { sign: MarkSign } | { letters: string };
  /** Which texts of `messages.brands` describe it. */
  texts: 'webmoneyLight' | 'webmoneyClassic' | '';
}

/**
 * Every brand reji knows, by the `brand` of the contract's Method.
 * WebMoney here is WebMoney Transfer (purses, Keeper); the Japanese prepaid WebMoney is another product.
 */
export const BRANDS: Readonly<Record<string, BrandRow>> = {
  'webmoney-light': {
    name: 'WebMoney Light',
    family: 'WebMoney Transfer',
    section: 'webmoneyTransfer',
    hue: 'ai',
    mark: { sign: 'window' },
    texts: 'webmoneyLight',
  },
  'webmoney-classic': {
    name: 'WebMoney Classic',
    family: 'WebMoney Transfer',
    section: 'webmoneyTransfer',
    hue: 'ai',
    mark: { sign: 'keeper' },
    texts: 'webmoneyClassic',
  },
};

/** The row of a brand, or a neutral one with the first letters of `label` for a brand that is newer than this client. */
export function brandRow(brand: string, label = brand): BrandRow {
  const known = Object.hasOwn(BRANDS, brand) ? BRANDS[brand] : undefined;
  return known ?? { name: label, section: 'other', hue: 'gin', mark: { letters: lettersOf(label) }, texts: '' };
}

/** Two letters or digits with the signs on them, one where a single letter is as wide as the mark: `Bo`, `セ`. */
function lettersOf(label: string): string {
  const letters = label.match(/[\p{L}\p{N}]\p{M}*/gu) ?? [];
  const wide = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(letters[0] ?? '');
  return letters.slice(0, wide ? 1 : 2).join('');
}
