import { brandRow } from '../../src/catalog/brands.js';
import { addPayoutBrands, payoutBrand } from '../../src/catalog/payout-brands.js';
import type { Provider } from '../../src/bff.js';
import type { ChoiceTexts } from '../../src/i18n/choice-texts.js';
import { brandWords } from '../../src/elements/brand-words.js';

/** The brand of a method, by the method's id. */
export type Brands = ReadonlyMap<string, string>;

const order = { id: 'any', returnUrl: 'https://shop.example/' };
const amount = { value: 10_000, currency: 'JPY' };

/** Asks the providers for all their methods, of payments and of payouts: what the BFF lists has only ids. */
export function brandsOf(providers: readonly Provider[]): Brands {
  addPayoutBrands();
  const offers = (['payment', 'payout'] as const).map((purpose) => ({
    purpose,
    amount,
    order,
    customer: { id: 'any' },
  }));
  const methods = providers.flatMap((provider) =>
    offers.flatMap((offer) =>
      provider
        .methods(offer)
        .map(({ id, brand }): [string, string] => [id, offer.purpose === 'payout' ? payoutBrand(brand) : brand]),
    ),
  );
  return new Map(methods);
}

/** What a brand is called in the office, as short as it can be told from the others. */
export function brandName(brand: string, texts: ChoiceTexts): string {
  const { family, name } = brandRow(brand);
  return family === 'WebMoney Transfer' ? name : brandWords(brand, texts).called;
}
