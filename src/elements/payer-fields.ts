import type { MethodInput } from '../contract/session.js';
import type { Messages } from '../i18n/messages.js';
import type { PayerInput } from '../i18n/step-texts.js';

/** What the browser is told of a field. */
interface FieldTraits {
  type: 'text' | 'tel' | 'email';
  /** How the browser fills it in, a token of HTML's autofill. */
  autocomplete: 'name' | 'given-name' | 'family-name' | 'tel' | 'email';
}

const TRAITS: Readonly<Record<PayerInput, FieldTraits>> = {
  name: { type: 'text', autocomplete: 'name' },
  firstName: { type: 'text', autocomplete: 'given-name' },
  lastName: { type: 'text', autocomplete: 'family-name' },
  phone: { type: 'tel', autocomplete: 'tel' },
  email: { type: 'email', autocomplete: 'email' },
};

/** Languages whose names begin with the family's. */
const FAMILY_FIRST = /^(ja|zh|ko|vi)/;
/** Signs, emoji and control characters: no provider takes them in a name. */
const NO_LETTER = /[\p{S}\p{Cc}\p{Cs}\p{Co}]/u;
/** What people write between digits: blanks of every kind, dashes, dots, brackets, invisible marks. */
const BETWEEN = /[\s\p{Pd}\p{Cf}()._/·・−ー]/gu;
/** Source: HaiPay Japan Payment API and Monetix, whose adapters check the same once more. */
const PHONE = /^\+?\d{6,15}$/;
const EMAIL = /^[\w.%+!#$&'*/=?^`{|}~-]{1,64}@([A-Za-z0-9-]+\.)+[A-Za-z]{2,63}$/;

/** What the browser is to know of the field of an input. */
export function fieldTraits(input: PayerInput): FieldTraits {
  return TRAITS[input];
}

/**
 * The inputs that the payer's form asks for: required ones that it has a field for, in the order that the names of the
 * language have. The WMID is asked for on a screen of its own.
 */
export function askedInputs(inputs: readonly MethodInput[], language: string): PayerInput[] {
  const isOurs = (name: string): name is PayerInput => Object.hasOwn(TRAITS, name);
  const asked = inputs.flatMap(({ name, required }) => (required && isOurs(name) ? name : []));
  const names = FAMILY_FIRST.test(language) ? ['lastName', 'firstName'] : ['firstName', 'lastName'];
  const turned = names.filter((name) => asked.includes(name as PayerInput)) as PayerInput[];
  return asked.map((name) => (names.includes(name) ? (turned.shift() ?? name) : name));
}

/**
 * An answer as it is sent: blanks around and doubled ones gone, accents joined to their letters. Of phone and e-mail
 * full-width characters are made plain; of a phone number only a plus and digits are left.
 */
export function plainAnswer(input: PayerInput, text: string): string {
  const { type } = TRAITS[input];
  const plain = text.normalize(type === 'text' ? 'NFC' : 'NFKC');
  return type === 'tel' ? plain.replace(BETWEEN, '') : plain.replace(/\s+/g, ' ').trim();
}

/** The sentence that says what is wrong with an answer; empty when nothing is. */
export function payerFault(input: PayerInput, text: string, words: Messages['payer']): string {
  const plain = plainAnswer(input, text);
  if (!plain) return words.missing[input];
  switch (input) {
    case 'phone':
      return PHONE.test(plain) ? '' : words.wrong.phone;
    case 'email':
      return EMAIL.test(plain) ? '' : words.wrong.email;
    default:
      return /\p{L}/u.test(plain) && !NO_LETTER.test(plain) ? '' : words.wrong.name;
  }
}
