import type { HaipayCurrency } from './haipay-rows.js';

const patterns: Readonly<Record<HaipayCurrency, RegExp>> = {
  JPY: /^(0|[1-9]\d{0,11})$/,
  USD: /^(0|[1-9]\d{0,11})(\.\d{1,2})?$/,
};

/**
 * Reads an amount of major units as requests write it: JPY without decimals, USD with two at most. The document says
 * "no decimal places allowed" and gives limits of USD 0.99 and 1.99; the limits are taken at their word.
 * @returns integer minor units, or undefined when it is not written so
 */
export function readHaipayAmount(text: string, currency: HaipayCurrency): number | undefined {
  if (!patterns[currency].test(text)) return undefined;
  if (currency === 'JPY') return Number(text);
  const [whole = '', cents = ''] = text.split('.');
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}

/** Integer minor units as answers and notifications write them, always with two decimals: `50000.00`, `4.99`. */
export function haipayAmount(value: number, currency: HaipayCurrency): string {
  if (currency === 'JPY') return `${value}.00`;
  const digits = String(value).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Integer minor units as requests and codes write them: `50000`, `4.99`. */
export function plainAmount(value: number, currency: HaipayCurrency): string {
  return currency === 'JPY' ? String(value) : haipayAmount(value, currency);
}

/** Integer minor units as people read them: `¥50,000`, `$4.99`. */
export function shownAmount(value: number, currency: HaipayCurrency): string {
  const major = currency === 'JPY' ? value : value / 100;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(major);
}
