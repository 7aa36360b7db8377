import { brandRow } from '../catalog/brands.js';
import type { Messages } from '../i18n/messages.js';

/** How a brand is spoken of: `name` as a value, `called` inside a sentence, `onThePage` what happens at the provider. */
export interface BrandWords {
  name: string;
  called: string;
  onThePage: string;
}

/** The words for a brand; one that is newer than this client goes by `label` and says nothing about its page. */
export function brandWords(brand: string, texts: Messages, label?: string): BrandWords {
  const row = brandRow(brand, label);
  const own = row.texts ? texts.brands[row.texts] : undefined;
  // At the end of a line a full-width bracket leaves a dent.
  const name = (own?.name ?? row.name).replace('（', ' (').replace('）', ')');
  return { name, called: own?.called ?? row.name, onThePage: own?.onThePage ?? '' };
}
