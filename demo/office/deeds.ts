import type { PayoutRequest } from '../../src/contract/payout.js';
import type { RefundRequest } from '../../src/contract/refund.js';
import { Refused } from './office-bff.js';
import { readSum } from './sums.js';
import { KINDS } from './view.js';
import { WAYS } from './payout-forms.js';

/** Where a payout's pages are, and how the shop is called there. */
export interface PayoutPlace {
  shop: string;
  receiveUrl: string;
  shopUrl: string;
  locale: string;
}

/** What a reference has to be, so that every provider takes it. */
const REFERENCE = /^[A-Za-z0-9._-]{1,20}$/;

const textIn = (form: URLSearchParams, name: string) => (form.get(name) ?? '').trim();

/** Only what is filled in. */
function given<K extends string>(form: URLSearchParams, ...names: K[]): Partial<Record<K, string>> {
  const filled = names.map((name) => [name, textIn(form, name)]).filter(([, value]) => value !== '');
  return Object.fromEntries(filled) as Partial<Record<K, string>>;
}

function fault(field: string, code: string): Refused {
  return new Refused('input-invalid', [{ field, code }]);
}

function sumIn(form: URLSearchParams) {
  const amount = readSum(textIn(form, 'amount'), textIn(form, 'currency'));
  if (!amount) throw fault('amount', 'amount-invalid');
  return amount;
}

/** What a form for a refund asks for. @throws Refused for a sum that is none */
export function refundWish(form: URLSearchParams): RefundRequest {
  return { amount: sumIn(form), ...given(form, 'attempt', 'reason') };
}

/**
 * What a form for a payout asks for.
 *
 * @throws Refused naming the field that can't be sent at all; what a provider takes, the BFF checks
 */
export function payoutWish(form: URLSearchParams, place: PayoutPlace): PayoutRequest {
  const kind = KINDS.find((one) => one === form.get('kind')) ?? 'link';
  const id = textIn(form, 'reference');
  if (!REFERENCE.test(id)) throw fault('reference', id ? 'request-invalid' : 'input-missing');
  const { customer, ...person } = given(form, 'firstName', 'lastName', 'email', 'customer');
  const { why } = given(form, 'why');
  const wish: PayoutRequest = {
    order: {
      id,
      shop: place.shop,
      returnUrl: place.receiveUrl,
      doneUrl: place.shopUrl,
      restartUrl: place.shopUrl,
      ...(why !== undefined && { description: why }),
    },
    amount: sumIn(form),
    // Without a number of the shop's own nobody's account is ever offered to somebody else.
    customer: { id: customer ? `recipient-${customer}` : `payout-${id}`, account: id, ...person },
    locale: place.locale,
  };
  if (kind === 'link') return { ...wish, ...linkParts(form) };
  return { ...wish, destination: kind === 'bank' ? toBank(form) : toPurse(form) };
}

function linkParts(form: URLSearchParams): Pick<PayoutRequest, 'methods' | 'question'> {
  // What takes another currency would only stand there greyed out.
  const fits = (id: string) => id.startsWith('gmo:') === (form.get('currency') === 'JPY');
  const methods = WAYS.map(([id]) => id).filter((id) => form.getAll('way').includes(id) && fits(id));
  const { question: text, answer } = given(form, 'question', 'answer');
  if (text && !answer) throw fault('answer', 'input-missing');
  return { ...(methods.length > 0 && { methods }), ...(text && answer && { question: { text, answer } }) };
}

function toBank(form: URLSearchParams): NonNullable<PayoutRequest['destination']> {
  const input = given(form, 'bankCode', 'branchCode', 'accountType', 'accountNumber', 'accountName');
  return { method: 'gmo:bank-account', input };
}

function toPurse(form: URLSearchParams): NonNullable<PayoutRequest['destination']> {
  const { protectionDays: text } = given(form, 'protectionDays');
  const days = Number(text?.normalize('NFKC'));
  if (text !== undefined && !Number.isInteger(days)) throw fault('protectionDays', 'protection-days-invalid');
  return {
    method: 'monetix:webmoney-purse',
    input: given(form, 'purse'),
    ...(text !== undefined && { protectionDays: days }),
  };
}
