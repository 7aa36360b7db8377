/** A currency of the WebMoney method, its title unit and the letter its wallets begin with. */
export interface MonetixUnit {
  /** ISO 4217 code, the only one requests and callbacks use. */
  currency: string;
  /** WebMoney's own name for it, which customers see. */
  unit: string;
  walletLetter: string;
}

/** Source: Monetix, WebMoney method, "Payment currencies". All three have two minor digits. */
export const monetixUnits: readonly MonetixUnit[] = [
  { currency: 'USD', unit: 'WMZ', walletLetter: 'Z' },
  { currency: 'EUR', unit: 'WME', walletLetter: 'E' },
  { currency: 'KZT', unit: 'WMK', walletLetter: 'K' },
];

/**
 * The row of a currency that was checked on arrival.
 * @throws RangeError for a currency WebMoney does not take
 */
export function monetixUnitOf(currency: string): MonetixUnit {
  const row = monetixUnits.find((unit) => unit.currency === currency);
  if (row === undefined) throw new RangeError(`WebMoney does not take ${currency}`);
  return row;
}

/** Integer minor units as a decimal, `8420` → `84.20`. */
function decimal(amount: number): string {
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** An amount of minor units in title units: `84.20 WMZ`. */
export function inTitleUnits(amount: number, currency: string): string {
  return `${decimal(amount)} ${monetixUnitOf(currency).unit}`;
}

/** The same amount in national currency: `84.20 USD`. */
export function inNationalCurrency(amount: number, currency: string): string {
  return `${decimal(amount)} ${currency}`;
}
