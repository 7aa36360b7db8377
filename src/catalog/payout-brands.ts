import { addBrands } from './brands.js';
import type { BrandRow } from './brands.js';

const way = (name: string, ja: string, hue: BrandRow['hue'], mark: BrandRow['mark'], texts: BrandRow['texts']) =>
  ({ name, ja: { name: ja }, section: 'other', hue, mark, texts }) as const satisfies BrandRow;

/**
 * Ways to receive money, from GMO-PG Remittance and Monetix WebMoney. They are all of one section, for a payout offers few.
 * `au-pay-balance` is au PAY when money is put on it: other words than those of paying with it.
 */
const WAYS: Readonly<Record<string, BrandRow>> = {
  'bank-account': way('Bank account', '銀行口座', 'rikyu', { sign: 'bank' }, 'bankAccount'),
  'seven-bank-atm': way('Seven Bank ATM', 'セブン銀行ATM', 'cha', { sign: 'atm' }, 'sevenBankAtm'),
  'amazon-gift-card': way('Amazon gift card', 'Amazonギフトカード', 'hatoba', { sign: 'gift' }, 'amazonGiftCard'),
  'au-pay-balance': way('au PAY', 'au PAY', 'ai', { letters: 'au' }, 'auPayBalance'),
  'webmoney-purse': way('WebMoney purse', 'WebMoneyのパース', 'ai', { sign: 'keeper' }, 'webmoneyPurse'),
};

/**
 * Makes the ways to receive known. They are not in the catalogue because no payment needs them: what shows a payout calls
 * this first. Once is enough, and more does nothing.
 */
export function addPayoutBrands(): void {
  addBrands(WAYS);
}

/** The row that a brand has where money is received on it: `au-pay` → `au-pay-balance`; others keep their own. */
export function payoutBrand(brand: string): string {
  return Object.hasOwn(WAYS, `${brand}-balance`) ? `${brand}-balance` : brand;
}
