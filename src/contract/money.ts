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
  unit: z.literal(['WMZ', 'WME', 'WMK']),
});
export type TitleAmount = z.infer<typeof TitleAmount>;

/** True when both are the same sum in the same currency. */
export function sameAmount(a: Amount, b: Amount): boolean {
  return a.value === b.value && a.currency === b.currency;
}
