import type { MethodInput } from '../../contract/session.js';
import { InputRefusal, type Offer } from '../provider.js';

type Customer = Offer['customer'];
type AskedName = 'firstName' | 'lastName' | 'email';

/** Who pays or is paid, complete: all of it is mandatory for every Monetix purchase and payout. */
export interface MonetixPayer {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  /** The number that stands in the prescribed description. */
  account: string;
}

/** What a value must look like and the code of its refusal. Quotes, `;`, `№`, emoji and newlines fit none of them. */
const RULES: Record<AskedName | 'id' | 'account', { pattern: RegExp; code: string }> = {
  id: { pattern: /^[A-Za-z0-9._@+:/|=~-]{1,64}$/, code: 'customer-id-invalid' },
  account: { pattern: /^[A-Za-z0-9._-]{1,64}$/, code: 'account-invalid' },
  firstName: { pattern: /^[\p{L}\p{M}\p{Nd} .,'’·・-]{1,100}$/u, code: 'first-name-invalid' },
  lastName: { pattern: /^[\p{L}\p{M}\p{Nd} .,'’·・-]{1,100}$/u, code: 'last-name-invalid' },
  email: { pattern: /^[A-Za-z0-9._%+!#$&'*/=?^`{|}~-]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z]{2,63}$/, code: 'email-invalid' },
};
/** Code: the network address of the payer or the recipient, which is mandatory, is not known. */
export const ADDRESS_MISSING = 'ip-address-missing';
const ASKED: readonly AskedName[] = ['firstName', 'lastName', 'email'];

/** The mandatory things that the shop did not tell, as inputs for the buyer. */
export function missingInputs(customer: Customer): MethodInput[] {
  return ASKED.filter((name) => told(customer[name]) === undefined).map((name) => ({ name, required: true }));
}

/**
 * Checks what the shop told of its customer.
 *
 * @throws InputRefusal `customer-id-invalid`, `account-invalid`, `first-name-invalid`, `last-name-invalid`,
 *   `email-invalid`
 */
export function checkCustomer(customer: Customer): void {
  check('id', customer.id, 'customer.id');
  if (customer.account === undefined) check('account', customer.id, 'customer.id');
  else check('account', customer.account, 'customer.account');
  for (const name of ASKED) {
    const value = told(customer[name]);
    if (value !== undefined) check(name, value, `customer.${name}`);
  }
}

/**
 * Checks the buyer's answers to {@link missingInputs}. What the shop told already is not taken from the buyer.
 *
 * @returns only what was asked for, without blanks around it
 * @throws InputRefusal `input-missing`, or the codes of {@link checkCustomer}
 */
export function checkAnswers(customer: Customer, input: Record<string, string>): Record<string, string> {
  const answers = missingInputs(customer).map(({ name }): [string, string] => {
    const value = told(input[name]);
    if (value === undefined) throw new InputRefusal(name, 'input-missing');
    check(name as AskedName, value, name);
    return [name, value];
  });
  return Object.fromEntries(answers);
}

/**
 * The WMID as 12 digits. Blanks and hyphens of a pasted number and full-width digits are accepted.
 *
 * @throws InputRefusal `wmid-invalid`. Source: WebMoney wiki, "WMID"
 */
export function checkWmid(input: string | undefined): string {
  const digits = (input ?? '').normalize('NFKC').replace(/[\s-]/g, '');
  if (!/^\d{12}$/.test(digits)) throw new InputRefusal('wmid', 'wmid-invalid');
  return digits;
}

/** The payer from what the shop told and the buyer answered. @throws InputRefusal as {@link checkAnswers} */
export function payerOf(customer: Customer, input: Record<string, string>): MonetixPayer {
  checkCustomer(customer);
  const all = { ...customer, ...checkAnswers(customer, input) };
  const value = (name: AskedName) => told(all[name]) ?? '';
  return {
    id: customer.id,
    account: customer.account ?? customer.id,
    firstName: value('firstName'),
    lastName: value('lastName'),
    email: value('email'),
  };
}

/**
 * The payer's network address, which the Gate demands; an IPv4 address in IPv6 form is sent as IPv4.
 *
 * @throws InputRefusal {@link ADDRESS_MISSING}
 */
export function checkIpAddress(address: string | undefined): string {
  const plain = plainIpAddress(address);
  if (plain === undefined) throw new InputRefusal('customer.ipAddress', ADDRESS_MISSING);
  return plain;
}

/** As {@link checkIpAddress}; undefined when there is none that can be sent. */
export function plainIpAddress(address: string | undefined): string | undefined {
  const plain = (address ?? '').trim().replace(/^::ffff:(?=\d+\.)/i, '');
  return isIpAddress(plain) ? plain : undefined;
}

/** True for an IPv4 or IPv6 address as Monetix may be told. */
export function isIpAddress(text: string): boolean {
  const v4 = /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255);
  return v4 || /^(?=.*:.*:)[0-9A-Fa-f:.]{2,45}$/.test(text);
}

/** The prescribed sentence. Source: Monetix WebMoney, "Request format", `payment_description`. */
export function topUpDescription(account: string, websiteUrl: string): string {
  return `Top-up of personal account №${account} on the website ${websiteUrl}`;
}

/** The prescribed sentence of a payout. Source: Monetix WebMoney, "Payout by using Gate", "Request format". */
export function withdrawalDescription(account: string, websiteUrl: string): string {
  return `Withdrawal from personal account №${account} on the website ${websiteUrl}`;
}

function told(value: string | undefined): string | undefined {
  return value?.trim() || undefined;
}

function check(rule: keyof typeof RULES, value: string, field: string): void {
  if (!RULES[rule].pattern.test(value)) throw new InputRefusal(field, RULES[rule].code);
}
