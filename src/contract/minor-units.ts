/** ISO 4217 currencies whose minor unit has not two digits. Engines do not agree on them (V8 gives IDR none). */
const DIGITS: readonly (readonly [count: number, currencies: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/** How many digits of the minor unit a currency has by ISO 4217 (JPY 0, USD 2, KWD 3). Unknown codes count as two. */
export function fractionDigits(currency: string): number {
  return DIGITS.find(([, currencies]) => currencies.split(' ').includes(currency))?.[0] ?? 2;
}

/**
 * The sum as decimal digits in major units, made by cutting the integer and never by division:
 * `{ value: 8420, currency: 'USD' }` → `'84.20'`, `{ value: 12480, currency: 'JPY' }` → `'12480'`.
 */
export function majorDigits(value: number, digits: number): string {
  const text = String(value).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
