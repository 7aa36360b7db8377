import type { MethodInput } from '../../contract/session.js';
import { InputRefusal, type Offer } from '../provider.js';
import type { HaipayConfig } from './haipay-options.js';

type Customer = Offer['customer'];
type Asked = 'name' | 'phone' | 'email';

/** Who pays, complete: all of it is mandatory for every application. */
export interface HaipayPayer {
  name: string;
  phone: string;
  email: string;
  partnerUserId: string;
}

const ASKED: readonly Asked[] = ['name', 'phone', 'email'];
/** Where the shop's own request has what is asked for. */
const TOLD_IN: Record<Asked, string> = { name: 'firstName', phone: 'phone', email: 'email' };
/** Any script; no length is documented. A control character or half a surrogate pair would not survive the way. */
const NAME = /^[^\p{Cc}\p{Cs}]{1,200}$/u;
const PHONE = /^\+?\d{6,15}$/;
const EMAIL = /^[A-Za-z0-9._%+!#$&'*/=?^`{|}~-]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z]{2,63}$/;
/** Source: HaiPay Japan Payment API, "Collection Application", `partnerUserId`. */
const PARTNER_USER_ID = /^[0-9A-Za-z\-~!@#$%&*()_.]+$/;

/** The mandatory things that the shop did not tell, as inputs for the buyer. A name counts as told with both its parts. */
export function missingInputs(config: HaipayConfig, customer: Customer): MethodInput[] {
  return ASKED.filter((name) => told(config, customer, name) === undefined).map((name) => ({ name, required: true }));
}

/**
 * Checks what the shop told of its customer.
 *
 * @throws InputRefusal `partner-user-id-invalid`, `name-invalid`, `phone-invalid`, `email-invalid`
 */
export function checkCustomer(config: HaipayConfig, customer: Customer): void {
  if (!PARTNER_USER_ID.test(customer.id)) throw new InputRefusal('customer.id', 'partner-user-id-invalid');
  for (const name of ASKED) {
    const value = told(config, customer, name);
    if (value !== undefined) clean(config, name, value, `customer.${TOLD_IN[name]}`);
  }
}

/**
 * Checks the buyer's answers to {@link missingInputs}. What the shop told already is not taken from the buyer.
 *
 * @returns only what was asked for, cleaned
 * @throws InputRefusal `input-missing`, `name-invalid`, `phone-invalid`, `email-invalid`
 */
export function checkAnswers(
  config: HaipayConfig,
  customer: Customer,
  input: Record<string, string>,
): Record<string, string> {
  const answers = missingInputs(config, customer).map(({ name }): [string, string] => {
    const value = input[name]?.trim();
    if (!value) throw new InputRefusal(name, 'input-missing');
    return [name, clean(config, name as Asked, value, name)];
  });
  return Object.fromEntries(answers);
}

/** The payer from what the shop told and the buyer answered. @throws InputRefusal as the two checks above */
export function payerOf(config: HaipayConfig, customer: Customer, input: Record<string, string>): HaipayPayer {
  checkCustomer(config, customer);
  const answers = checkAnswers(config, customer, input);
  const value = (name: Asked) => answers[name] ?? clean(config, name, told(config, customer, name) ?? '', name);
  return { name: value('name'), phone: value('phone'), email: value('email'), partnerUserId: customer.id };
}

function told(config: HaipayConfig, customer: Customer, name: Asked): string | undefined {
  if (name !== 'name') return customer[name]?.trim() || undefined;
  const [firstName, lastName] = [customer.firstName?.trim(), customer.lastName?.trim()];
  return firstName && lastName ? config.formatName(firstName, lastName).trim() : undefined;
}

function clean(config: HaipayConfig, name: Asked, value: string, field: string): string {
  const plain = name === 'phone' ? dialled(value) : value;
  const right =
    name === 'name'
      ? NAME.test(plain)
      : name === 'email'
        ? EMAIL.test(plain)
        : PHONE.test(plain) && config.phoneCheck(plain);
  if (!right) throw new InputRefusal(field, `${name}-invalid`);
  return plain;
}

/** A phone number without the blanks, hyphens and brackets people write in it; full-width digits are accepted. */
function dialled(phone: string): string {
  return phone.normalize('NFKC').replace(/[\s()\-‐‑–−ー]/g, '');
}
