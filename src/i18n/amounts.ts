import { fractionDigits, majorDigits } from '../contract/minor-units.js';
import type { Amount, TitleAmount } from '../contract/money.js';

/** An amount cut into what is drawn small and what is drawn large. `text` is the whole of it, to be spoken. */
export interface AmountParts {
  /** The currency's sign with the no-break space that parts it from the digits, where the language has one. */
  currency: string;
  digits: string;
  unit: string;
  /** True when the currency sign stands before the digits. */
  signFirst: boolean;
  text: string;
}

/** `Intl.NumberFormat` takes decimal strings exactly; TypeScript's library names them by pattern only. */
type DecimalString = `${number}`;

/**
 * Formats minor units in a language, exactly: the digits reach Intl as a string, never as a float, and their count is
 * ISO 4217's, which engines do not agree on. Signs are the ones that can't be mistaken: `CA$`, `CN¥`.
 */
export function amountParts(amount: Amount | TitleAmount, language: string): AmountParts {
  const count = 'unit' in amount ? 2 : fractionDigits(amount.currency);
  const number = majorDigits(amount.value, count) as DecimalString;
  const fraction = { minimumFractionDigits: count, maximumFractionDigits: count };
  if ('unit' in amount) {
    const digits = new Intl.NumberFormat(language, fraction).format(number);
    return { currency: '', digits, unit: amount.unit, signFirst: false, text: `${digits} ${amount.unit}` };
  }
  const money = { ...fraction, style: 'currency', currency: amount.currency } as const;
  const parts = new Intl.NumberFormat(language, money).formatToParts(number);
  const isSign = ({ type }: Intl.NumberFormatPart) => type === 'currency' || type === 'literal';
  const pick = (wanted: boolean) => parts.filter((part) => isSign(part) === wanted).map(({ value }) => value);
  return {
    currency: pick(true).join('').replace('￥', '¥'),
    digits: pick(false).join(''),
    unit: '',
    signFirst: isSign(parts[0] ?? { type: 'currency', value: '' }),
    text: new Intl.NumberFormat(language, { ...money, currencyDisplay: 'name' }).format(number),
  };
}

/** The amount in one line of text: `$84.20`, `84.20 WMZ`. */
export function amountText(amount: Amount | TitleAmount, language: string): string {
  const { currency, digits, unit, signFirst } = amountParts(amount, language);
  if (unit) return `${digits}\u00a0${unit}`;
  return signFirst ? `${currency}${digits}` : `${digits}${currency}`;
}

/** What a buyer calls a currency: its code in English, its name elsewhere (`米ドル`). An impossible code is kept. */
export function currencyName(code: string, language: string): string {
  if (language === 'en') return code;
  try {
    return new Intl.DisplayNames(language, { type: 'currency' }).of(code) ?? code;
  } catch {
    return code;
  }
}
