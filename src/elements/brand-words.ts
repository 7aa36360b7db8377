import { brandRow } from '../catalog/brands.js';
import type { ChoiceTexts } from '../i18n/choice-texts.js';

/** How a brand is spoken of. */
export interface BrandWords {
  name: string;
  /** The name in the brand's own script, to stand beside the other; empty where there is none. */
  native: string;
  /** The name inside a sentence. */
  called: string;
  /** The one thing the payer does; empty where nothing is known. */
  quiet: string;
  /** The same where there is little room, and without the wallet's region. */
  short: string;
  /** What comes after the choice, at most three lines. */
  next: readonly string[];
}

/** The words for a brand; one that is newer than this client goes by `label` and says nothing of itself. */
export function brandWords(brand: string, texts: ChoiceTexts, label?: string): BrandWords {
  const row = brandRow(brand, label);
  const { wallet, kiosk, native = '' } = row;
  const name = (texts.lang === 'ja' && row.ja?.name) || row.name;
  const given = { name, kiosk: kiosk ? texts.kiosks[kiosk] : '', how: wallet?.how ?? 'scan' } as const;
  const said = row.texts ? texts.brands[row.texts]?.(given) : undefined;
  const short = wallet ? texts.wallets[wallet.how] : (said?.quiet ?? '');
  return {
    name: said?.name ?? name,
    native,
    called: said?.called ?? name,
    quiet: wallet ? texts.inRegion(texts.regions[wallet.region], short) : short,
    short,
    next: said?.next ?? [],
  };
}
