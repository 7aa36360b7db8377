import { fractionDigits, majorDigits } from '../../src/contract/minor-units.js';
import type { Amount } from '../../src/contract/money.js';

/**
 * A sum as a person types it: `9,180`, `¥9,180`, `84.20`, full-width digits. It is cut, never calculated.
 *
 * @returns undefined for nothing, for 0, and for more decimals than the currency has
 */
export function readSum(text: string, currency: string): Amount | undefined {
  const digits = fractionDigits(currency);
  const plain = text.normalize('NFKC').replace(/[\s,\u00a5$€₸¥]/g, '');
  const [, whole = '', part = ''] = /^(\d{1,12})(?:\.(\d*))?$/.exec(plain) ?? [];
  if (whole === '' || part.length > digits) return undefined;
  const value = Number(whole + part.padEnd(digits, '0'));
  return value > 0 ? { value, currency } : undefined;
}

/** The same way back, for a field. */
export function fieldSum({ value, currency }: Amount): string {
  const [whole = '', part] = majorDigits(value, fractionDigits(currency)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}
