import type { HaipayMerchant } from './haipay-merchant.js';
import { isWebUrl } from './haipay-merchant.js';
import { plainAmount, readHaipayAmount } from './haipay-money.js';
import type { HaipayOrder } from './haipay-payment.js';
import { haipayRows } from './haipay-rows.js';
import type { HaipayRow } from './haipay-rows.js';
import type { HaipayFields } from './haipay-signature.js';

/**
 * Error codes. The provider's table is not known; `4002` is the one its FAQ shows, for a payment code that does not
 * exist. The others are this sandbox's own.
 */
export const haipayErrors = {
  request: '9001',
  appId: '9002',
  signature: '9003',
  missing: '9004',
  format: '9005',
  used: '9006',
  limit: '9007',
  unknownOrder: '9008',
  method: '4002',
} as const;

/** A request that is refused, with the field that is wrong. */
export class HaipayRefusal extends Error {
  constructor(
    readonly code: string,
    readonly field: string,
    problem: string,
  ) {
    super(`${field}: ${problem}`);
    this.name = 'HaipayRefusal';
  }
}

/** What the documents leave open. */
export interface HaipayRules {
  /** Limits of single rows by their inBankCode, in minor units. Newer pages show others than the table. */
  limits: Readonly<Record<string, readonly [minimum: number, maximum: number]>>;
  /** Whether `partnerUserId` may hold a dot: the table ends its list of symbols in one, the schema has none. */
  userIdDot: boolean;
}

function optional(fields: HaipayFields, field: string): string | undefined {
  const value = fields[field];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw new HaipayRefusal(haipayErrors.format, field, 'must be a string');
}

/**
 * A string that has to be there.
 * @throws HaipayRefusal when it is missing, empty or no string
 */
export function requiredText(fields: HaipayFields, field: string): string {
  const value = optional(fields, field);
  if (value === undefined) throw new HaipayRefusal(haipayErrors.missing, field, 'is required');
  return value;
}

function matching(fields: HaipayFields, field: string, pattern: RegExp, problem: string): string {
  const value = requiredText(fields, field);
  if (!pattern.test(value)) throw new HaipayRefusal(haipayErrors.format, field, problem);
  return value;
}

function optionalUrl(fields: HaipayFields, field: string): string | undefined {
  const value = optional(fields, field);
  if (value === undefined || isWebUrl(value)) return value;
  throw new HaipayRefusal(haipayErrors.format, field, 'must be an absolute http(s) URL');
}

function requiredUrl(fields: HaipayFields, field: string): string {
  requiredText(fields, field);
  return optionalUrl(fields, field) ?? '';
}

function rowOf(fields: HaipayFields, { currency }: HaipayMerchant): HaipayRow {
  const [payType, inBankCode] = [requiredText(fields, 'payType'), requiredText(fields, 'inBankCode')];
  const row = haipayRows.find((one) => one.currency === currency && one.inBankCode === inBankCode);
  if (row?.payType === payType) return row;
  throw new HaipayRefusal(haipayErrors.method, 'inBankCode', `${payType} ${inBankCode} does not exist in ${currency}`);
}

function amountOf(fields: HaipayFields, { currency, inBankCode, minimum, maximum }: HaipayRow, rules: HaipayRules) {
  const amount = readHaipayAmount(requiredText(fields, 'amount'), currency);
  if (amount === undefined) {
    const form = currency === 'JPY' ? 'a whole number' : 'a number with two decimals at most';
    throw new HaipayRefusal(haipayErrors.format, 'amount', `must be ${form}`);
  }
  const [least, most] = rules.limits[inBankCode] ?? [minimum, maximum];
  if (amount >= least && amount <= most) return amount;
  const [from, to] = [plainAmount(least, currency), plainAmount(most, currency)];
  throw new HaipayRefusal(haipayErrors.limit, 'amount', `must be from ${from} to ${to}`);
}

/**
 * Reads an application. Source of the rules: HaiPay Japan Payment API, "Collection Application", whose sample leaves
 * out the two callback URLs that its table requires, and whose table lost the name of `email`.
 * @throws HaipayRefusal for the first field that is wrong
 */
export function readOrder(fields: HaipayFields, merchant: HaipayMerchant, rules: HaipayRules): HaipayOrder {
  const orderId = matching(fields, 'orderId', /^.{1,48}$/su, 'must have 48 characters at most');
  // The payer's own words may stand in any script, but in one line.
  const name = matching(fields, 'name', /^\P{Cc}*[^\p{Cc}\s]\P{Cc}*$/u, 'must be one line of text');
  matching(fields, 'phone', /^(?=(?:\D*\d){6,15}\D*$)\+?[\d -]+$/, 'must be a phone number');
  matching(fields, 'email', /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, 'must be an email address');
  const userId = rules.userIdDot ? /^[\dA-Za-z\-~!@#$%&*()_.]+$/ : /^[\dA-Za-z\-~!@#$%&*()_]+$/;
  matching(fields, 'partnerUserId', userId, 'may only hold digits, letters and -~!@#$%&*()_.');
  const row = rowOf(fields, merchant);
  const amount = amountOf(fields, row, rules);
  optional(fields, 'body');
  return {
    appId: merchant.appId,
    currency: merchant.currency,
    orderId,
    product: row.product,
    inBankCode: row.inBankCode,
    amount,
    name,
    subject: optional(fields, 'subject'),
    callBackUrl: requiredUrl(fields, 'callBackUrl'),
    callBackFailUrl: requiredUrl(fields, 'callBackFailUrl'),
    notifyUrl: optionalUrl(fields, 'notifyUrl') ?? merchant.notifyUrl,
  };
}
