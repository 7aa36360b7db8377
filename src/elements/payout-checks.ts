import { TITLE_UNITS } from '../catalog/title-units.js';
import { fromJapanPost } from '../contract/japan-post.js';
import type { JapanPostAccount } from '../contract/japan-post.js';
import { TRANSFER_NAME_MAX, transferName } from '../contract/transfer-name.js';
import type { PayoutField, PayoutFormTexts } from '../i18n/payout-texts.js';
import { plainWmid } from './wmid.js';

/** Why the form is shown again: what a check or the bank has refused. */
export interface PayoutError {
  /** A stable code of the failure, such as `account-name-mismatch`. */
  code: string;
  /** The input it is about, where that is not clear from the code. */
  field?: string;
  /** False where it is known that no money has left. */
  moved?: boolean;
}

/** Which field a failure is about, where it does not say so. */
const FIELDS: Readonly<Record<string, PayoutField>> = {
  'bank-unknown': 'bankCode',
  'branch-unknown': 'branchCode',
  'account-not-found': 'accountNumber',
  'account-number-invalid': 'accountNumber',
  'account-closed': 'accountNumber',
  'account-type-mismatch': 'accountType',
  'account-name-mismatch': 'accountName',
  'account-name-invalid': 'accountName',
  'purse-invalid': 'purse',
  'purse-currency': 'purse',
};
/** Where Japan Post Bank's passbook has it. */
const IN_PASSBOOK: Readonly<Record<string, PayoutField>> = {
  branchCode: 'symbol',
  accountType: 'symbol',
  accountNumber: 'number',
};
const PATTERNS = {
  bankCode: /^\d{4}$/,
  branchCode: /^\d{3}$/,
  accountNumber: /^\d{1,7}$/,
  symbol: /^[01]\d{4}$/,
} as const;

/** How many digits a field takes. */
export const DIGITS = { bankCode: 4, branchCode: 3, accountNumber: 7, symbol: 5, number: 8, purse: 12 } as const;

/** The field of the form that an error is about; `japanPost` when the form asks for symbol and number. */
export function fieldOfError({ code, field }: PayoutError, japanPost: boolean): string | undefined {
  const named = field ?? (Object.hasOwn(FIELDS, code) ? FIELDS[code] : undefined);
  return (japanPost && named !== undefined && Object.hasOwn(IN_PASSBOOK, named) ? IN_PASSBOOK[named] : named) ?? named;
}

/** An account number as banks keep it: seven digits. What is none stays as it is. */
export function paddedNumber(text: string): string {
  const plain = plainWmid(text);
  return PATTERNS.accountNumber.test(plain) ? plain.padStart(7, '0') : text;
}

/** The account that a passbook's symbol and number stand for, as typed. */
export function postAccount(symbol: string, number: string): JapanPostAccount | undefined {
  return fromJapanPost(plainWmid(symbol), plainWmid(number));
}

/** What is wrong with a field of digits; empty when nothing is. A number of Japan Post Bank goes with its symbol. */
export function digitsFault(
  field: 'bankCode' | 'branchCode' | 'accountNumber' | 'symbol' | 'number',
  text: string,
  symbol: string,
  words: PayoutFormTexts,
): string {
  const plain = plainWmid(text);
  if (!plain) return words.missing[field];
  // with a symbol that is wrong itself nothing can be said of the number but what it is made of
  const sound =
    field === 'number'
      ? PATTERNS.symbol.test(plainWmid(symbol))
        ? postAccount(symbol, text) !== undefined
        : /^\d{1,8}$/.test(plain)
      : PATTERNS[field].test(plain);
  return sound ? '' : words.wrong[field];
}

/** What is wrong with the name of an account's holder; empty when nothing is. */
export function holderFault(text: string, words: PayoutFormTexts): string {
  if (!text.trim()) return words.missing.accountName;
  const { name, wrong } = transferName(text);
  if (wrong.length > 0) return words.notTaken(wrong.join(' '));
  if (name.length > TRANSFER_NAME_MAX) return words.tooLong(name.length, TRANSFER_NAME_MAX);
  return /[ｱ-ﾝA-Z]/.test(name) ? '' : words.wrong.accountName;
}

/**
 * The purses of a currency: WebMoney's unit, and the letter that their numbers begin with, which is the unit's last.
 * Source: Monetix WebMoney, "Payment currencies".
 */
export function pursesOf(currency: string): { unit: string; letter: string } | undefined {
  const unit = Object.hasOwn(TITLE_UNITS, currency) ? TITLE_UNITS[currency] : undefined;
  return unit && { unit, letter: unit.slice(-1) };
}

/** A purse as it is sent: the letter of the currency, which may have been left out, and twelve digits. */
export function plainPurse(text: string, letter: string): string {
  const plain = plainWmid(text).toUpperCase();
  return /^\d+$/.test(plain) ? letter + plain : plain;
}

/** What is wrong with a purse; empty when nothing is. */
export function purseFault(text: string, currency: string, words: PayoutFormTexts): string {
  const purses = pursesOf(currency);
  const plain = plainPurse(text, purses?.letter ?? '');
  if (!plain) return words.missing.purse;
  if (!/^[A-Z]\d{12}$/.test(plain)) return words.wrong.purse;
  return purses && !plain.startsWith(purses.letter) ? words.otherPurse(purses.unit, purses.letter) : '';
}
