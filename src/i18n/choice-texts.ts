import type { BrandRow, BrandTextKey, PayoutTextKey, RegionId, SectionId } from '../catalog/brands.js';

/** How a kind of brand is described. `name` is what the brand goes by in this language. */
export interface BrandTexts {
  /** The brand's name in this language, where it is not the catalogue's. */
  name?: string;
  /** The name inside a sentence, where it is shorter: "You are going to …". */
  called?: string;
  /** The picker's quiet line: the one thing the payer does. */
  quiet: string;
  /** What comes after the choice, at most three lines. */
  next: readonly string[];
}

type Told<R> = (given: { name: string; kiosk: string; how: 'scan' | 'login' }) => R;

/** The texts of what is on screen before and while a buyer chooses: every page loads them. */
export interface ChoiceTexts {
  /** The language of these texts, a BCP 47 tag. */
  lang: string;
  amountDue: string;
  order: (id: string) => string;
  /** `note` may be empty. */
  sections: Record<SectionId, { name: string; note: string }>;
  regions: Record<RegionId, string>;
  /** The machines in convenience stores, by the name that stands on them. */
  kiosks: Record<NonNullable<BrandRow['kiosk']>, string>;
  /** What the payer of a wallet does, alone and after the wallet's region. */
  wallets: Record<'scan' | 'login', string>;
  /** The same after the region where there is little room. */
  briefly: Record<'scan' | 'login', string>;
  /** Two things in one quiet line, such as a region and what is done there; for more it is called again. */
  inRegion: (region: string, what: string) => string;
  /** `name` is the brand's name in this language, `kiosk` the machine's; how a wallet is paid with is its `how`. */
  brands: { [key in BrandTextKey]: Told<BrandTexts> } & { [key in PayoutTextKey]?: Told<BrandTexts> };
  picker: {
    legend: string;
    required: string;
    choose: string;
    pay: (brand: string) => string;
    /** The button for a store's payment number, and for the account to transfer to. */
    issue: string;
    account: string;
    continue: string;
    notChargedYet: string;
    sending: string;
    none: string;
    limitMin: (amount: string) => string;
    limitMax: (amount: string) => string;
    onlyFor: (currencies: readonly string[]) => string;
    device: string;
    notNow: string;
    /** How many ways a section holds, in its heading. */
    ways: (count: number) => string;
    search: string;
    clear: string;
    /** Nothing matches, and which sections there are instead. */
    noHit: (query: string) => string;
    offered: (sections: string) => string;
    hits: (count: number) => string;
    showAll: string;
  };
  loading: string;
  failure: { title: string; retry: string };
}
