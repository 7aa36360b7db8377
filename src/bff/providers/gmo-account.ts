import { fromJapanPost, JAPAN_POST } from '../../contract/japan-post.js';
import type { PayoutDestination } from '../../contract/payout.js';
import type { MethodInput } from '../../contract/session.js';
import { TRANSFER_NAME_MAX, transferName } from '../../contract/transfer-name.js';
import { InputRefusal } from '../provider.js';
import type { GmoFields } from './gmo-wire.js';

/** Codes of `Account_Type`. Source: public clients of GMO-PG Remittance. */
const ACCOUNT_TYPES: Readonly<Record<string, string>> = { ordinary: '1', current: '2', savings: '4' };
const SHOWN_MAX = 60;
const SHOWN_DIGITS = 3;
type Input = Readonly<Record<string, string>>;

/**
 * What the recipient of a transfer tells: an account by its codes, one of Japan Post Bank by symbol and number, or the
 * id of one that was kept (`saved`), so none is needed in every case. `bankName` and `branchName` are for showing only.
 */
export const ACCOUNT_INPUTS: readonly MethodInput[] = [
  'bankCode',
  'branchCode',
  'accountType',
  'accountNumber',
  'symbol',
  'number',
  'accountName',
  'saved',
  'bankName',
  'branchName',
].map((name) => ({ name, required: false }));

/**
 * Checks and cleans a bank account: codes of 4 and 3 digits, a number of up to 7 filled up with zeros, the holder's name
 * turned into what banks take. The account of Japan Post Bank stays as its symbol and number, which GMO-PG takes.
 *
 * @throws InputRefusal naming the first field that is wrong
 */
export function checkAccount(input: Input): Record<string, string> {
  const saved = input['saved'];
  if (saved !== undefined) {
    if (!/^[A-Za-z0-9_-]{1,60}$/.test(saved)) throw new InputRefusal('saved', 'account-not-found');
    return { saved };
  }
  const bankCode = digits(input, 'bankCode', /^\d{4}$/, 'bank-unknown');
  const account = bankCode === JAPAN_POST ? postAccount(input) : bankAccount(input);
  const names = { ...shown(input, 'bankName'), ...shown(input, 'branchName') };
  return { bankCode, ...account, accountName: holder(input), ...names };
}

/** `AccountRegistration`'s fields for a checked account. Source: public clients of GMO-PG Remittance. */
export function accountFields(input: Input): GmoFields {
  const { bankCode = '', accountName = '', symbol, number } = input;
  const common = { Bank_Code: bankCode, Account_Name: accountName };
  if (symbol === undefined || number === undefined) {
    const { branchCode = '', accountType = '', accountNumber = '' } = input;
    const type = ACCOUNT_TYPES[accountType] ?? '';
    return { ...common, Branch_Code: branchCode, Account_Type: type, Account_Number: accountNumber };
  }
  const type = ACCOUNT_TYPES[fromJapanPost(symbol, number)?.accountType ?? ''] ?? '';
  const padded = number.padStart(8, '0');
  return { ...common, Account_Type: type, Branch_Code_Jpbank: symbol, Account_Number_Jpbank: padded };
}

/** A checked account as it may be shown; the bank by its code where its name was not given. */
export function accountShown(input: Input): PayoutDestination {
  const { bankCode, bankName, branchCode, branchName, accountName, symbol, number } = input;
  const post = symbol !== undefined && number !== undefined ? fromJapanPost(symbol, number) : undefined;
  const bank = bankName ?? (post ? 'ゆうちょ銀行' : bankCode);
  const branch = branchName ?? branchCode ?? post?.branchCode;
  const type = input['accountType'] ?? post?.accountType;
  const accountNumber = number ?? input['accountNumber'];
  return {
    ...(bank !== undefined && { bank }),
    ...(branch !== undefined && { branch }),
    ...(type !== undefined && { accountType: type }),
    ...(accountNumber !== undefined && { accountNumber: `••••${accountNumber.slice(-SHOWN_DIGITS)}` }),
    ...(accountName !== undefined && { holder: accountName }),
  };
}

function bankAccount(input: Input): Record<string, string> {
  const branchCode = digits(input, 'branchCode', /^\d{3}$/, 'branch-unknown');
  const accountType = required(input, 'accountType');
  if (!Object.hasOwn(ACCOUNT_TYPES, accountType)) throw new InputRefusal('accountType', 'account-type-mismatch');
  const accountNumber = digits(input, 'accountNumber', /^\d{1,7}$/, 'account-number-invalid').padStart(7, '0');
  return { branchCode, accountType, accountNumber };
}

function postAccount(input: Input): Record<string, string> {
  const symbol = digits(input, 'symbol', /^[01]\d{4}$/, 'account-number-invalid');
  const number = digits(input, 'number', /^\d{1,8}$/, 'account-number-invalid');
  if (!fromJapanPost(symbol, number)) throw new InputRefusal('number', 'account-number-invalid');
  return { symbol, number };
}

function holder(input: Input): string {
  const { name, wrong } = transferName(required(input, 'accountName'));
  // Each voicing mark is a character of its own in half width.
  const right = name !== '' && name.length <= TRANSFER_NAME_MAX && wrong.length === 0;
  if (!right) throw new InputRefusal('accountName', 'account-name-invalid');
  return name;
}

/** Digits as people type them: full-width ones, and blanks and hyphens between them, are accepted. */
function digits(input: Input, field: string, pattern: RegExp, code: string): string {
  const plain = required(input, field)
    .normalize('NFKC')
    .replace(/[\s\-‐‑–−ー]/g, '');
  if (!pattern.test(plain)) throw new InputRefusal(field, code);
  return plain;
}

function required(input: Input, field: string): string {
  const value = input[field]?.trim() ?? '';
  if (value === '') throw new InputRefusal(field, 'input-missing');
  return value;
}

function shown(input: Input, field: 'bankName' | 'branchName'): Record<string, string> {
  const value = input[field]?.trim() ?? '';
  if (value === '') return {};
  if (value.length > SHOWN_MAX || /[\p{Cc}\p{Cf}]/u.test(value)) throw new InputRefusal(field, 'too-long');
  return { [field]: value };
}
