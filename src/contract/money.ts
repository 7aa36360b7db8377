import * as z from 'zod/mini';

/**
 * A sum of money: `value` in the currency's minor units (cents; yen, which has none, as it is), never negative,
 * at most `Number.MAX_SAFE_INTEGER`; `currency` an ISO 4217 code in capitals.
 */
export const Amount = z.object({
  value: z.int().check(z.nonnegative()),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
});
export type Amount = z.infer<typeof Amount>;

/**
 * A sum in WebMoney title units, which stand for a national currency one to one: `value` in hundredths of the unit
 * (the minor units of that currency), `unit` one of the purse kinds. Source: Monetix WebMoney, "Payment currencies".
 */
export const TitleAmount = z.object({
  value: z.int().check(z.nonnegative()),
  unit: z.enum(['WMZ', 'WME', 'WMK']),
});
export type TitleAmount = z.infer<typeof TitleAmount>;

/** ISO 4217 currencies whose minor unit has not two digits. Engines do not agree on them (V8 gives IDR none). */
const NO_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND';
const FOUR_DIGITS = 'CLF UYW';

/** How many digits of the minor unit a currency has by ISO 4217 (JPY 0, USD 2, KWD 3). Unknown codes count as two. */
export function fractionDigits(currency: string): number {
  if (currency.length !== 3) return 2;
  if (NO_DIGITS.includes(currency)) return 0;
  if (THREE_DIGITS.includes(currency)) return 3;
  return FOUR_DIGITS.includes(currency) ? 4 : 2;
}

/** True when both are the same sum in the same currency. */
export function sameAmount(a: Amount, b: Amount): boolean {
  return a.value === b.value && a.currency === b.currency;
}

/**
 * The sum as decimal digits in major units, made by cutting the integer and never by division:
 * `{ value: 8420, currency: 'USD' }` → `'84.20'`, `{ value: 12480, currency: 'JPY' }` → `'12480'`.
 */
export function majorDigits(value: number, digits: number): string {
  const text = String(value).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
