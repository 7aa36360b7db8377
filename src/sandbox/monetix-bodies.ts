import { formFields, isFinal } from './monetix-payment.js';
import type { MonetixPayment, MonetixResult } from './monetix-payment.js';
import type { MonetixPayout } from './monetix-payout.js';
import { refundedOf } from './monetix-refund.js';
import type { MonetixRefund } from './monetix-refund.js';
import { monetixUnitOf } from './monetix-units.js';

/** WebMoney's two scenarios as `operation.provider.id` names them in the sample callbacks. */
const providerIds = { webmoney: 1082, 'webmoney-light': 1083 } as const;

/** Monetix writes instants as `2018-08-21T07:05:53+0000`. */
function monetixDate(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+0000`;
}

/**
 * The sample callbacks of a paid WebMoneyClassic purchase show a wallet, a letter and 12 digits; before that only the
 * WMID is known. The wallet is made up from the WMID.
 */
function accountNumber(payment: MonetixPayment): string {
  const wmid = payment.wmid ?? '';
  return payment.status === 'success'
    ? `${monetixUnitOf(payment.currency).walletLetter}${[...wmid].reverse().join('')}`
    : wmid;
}

/**
 * Where the customer has to be sent, and with what. Source: Monetix, WebMoney method, "Format of customer redirection
 * data"; `encrypted` is a service parameter to ignore.
 */
function redirectData(payment: MonetixPayment, formUrl: string) {
  return { method: 'POST', body: formFields(payment), encrypted: [], url: formUrl };
}

function providerOf({ method = 'webmoney' }: Pick<MonetixPayment, 'method'>, result: Omit<MonetixResult, 'status'>) {
  const id = providerIds[method];
  if (result.providerPaymentId === '') return { id, payment_id: '', auth_code: '' };
  return { id, payment_id: result.providerPaymentId, date: monetixDate(result.changedMs), auth_code: '' };
}

interface Operation extends Omit<MonetixResult, 'status'> {
  status: string;
  operationId: number;
  requestId: string;
  createdMs: number;
  amount: number;
}

/** `operation` of every callback; one of the `operations` of a status answer. */
function operationBody(
  type: 'sale' | 'refund' | 'payout',
  about: Pick<MonetixPayment, 'method' | 'currency'>,
  one: Operation,
) {
  const sum = { amount: one.amount, currency: about.currency };
  return {
    id: one.operationId,
    type,
    status: one.status,
    date: monetixDate(one.changedMs),
    created_date: monetixDate(one.createdMs),
    request_id: one.requestId,
    sum_initial: sum,
    sum_converted: sum,
    provider: providerOf(about, one),
    ...(isFinal(one) && one.code !== undefined ? { code: one.code, message: one.message } : {}),
  };
}

/** The payment itself: after a refund its status says so and its sum is what is left (figure 19). */
function paymentBody(payment: MonetixPayment) {
  const { amount, currency } = payment;
  const given = refundedOf(payment);
  const lastRefund = payment.refunds?.filter(({ status }) => status === 'success').at(-1);
  return {
    project_id: payment.projectId,
    payment: {
      id: payment.paymentId,
      type: 'purchase',
      status: given === 0 ? payment.status : given === amount ? 'refunded' : 'partially refunded',
      date: monetixDate(lastRefund?.changedMs ?? payment.changedMs),
      method: payment.method,
      sum: { amount: amount - given, currency },
      description: payment.description,
    },
    ...(payment.wmid === undefined ? {} : { account: { number: accountNumber(payment) } }),
    customer: { id: payment.customerId },
  };
}

function withRedirect(payment: MonetixPayment, formUrl: string | undefined) {
  const waits = formUrl !== undefined && payment.status === 'awaiting redirect result';
  return waits ? { redirect_data: redirectData(payment, formUrl) } : {};
}

/**
 * A callback about a payment, without its signature. Shape: Monetix, WebMoney method, figures 9, 10, 15 and 16. While
 * the customer is awaited there is no `code` yet.
 * @param formUrl given when redirect data belongs into this body
 */
export function callbackBody(payment: MonetixPayment, formUrl?: string) {
  return {
    ...paymentBody(payment),
    ...withRedirect(payment, formUrl),
    operation: operationBody('sale', payment, payment),
  };
}

/** The answer to a status request, without its signature: as a callback, with all operations. */
export function statusBody(payment: MonetixPayment, formUrl?: string) {
  const refunds = payment.refunds ?? [];
  return {
    ...paymentBody(payment),
    ...withRedirect(payment, formUrl),
    operations: [
      operationBody('sale', payment, payment),
      ...refunds.map((refund) => operationBody('refund', payment, refund)),
    ],
  };
}

/** A callback about a refund, without its signature. Shape: figures 19 and 20; the decline brings `errors`. */
export function refundBody(payment: MonetixPayment, refund: MonetixRefund) {
  const { code, message, status } = refund;
  const description = 'Gate. Operation was declined. General Gate error';
  return {
    ...paymentBody(payment),
    ...(status === 'decline' ? { errors: [{ code, message, description }] } : {}),
    operation: operationBody('refund', payment, refund),
  };
}

/**
 * A callback about a payout, without its signature. Shape: figures 24 and 25. In place of the wallet it shows the WMID,
 * which is made up from it here.
 */
export function payoutBody(payout: MonetixPayout) {
  const { amount, currency, status } = payout;
  return {
    project_id: payout.projectId,
    payment: {
      id: payout.paymentId,
      type: 'payout',
      status,
      date: monetixDate(payout.changedMs),
      method: 'webmoney',
      sum: { amount, currency },
      description: payout.description,
    },
    account: { number: [...payout.purse.slice(1)].reverse().join('') },
    customer: { id: payout.customerId },
    operation: operationBody('payout', { method: 'webmoney', currency }, payout),
  };
}

/** The answer to a status request about a payout, without its signature. */
export function payoutStatusBody(payout: MonetixPayout) {
  const { operation, ...head } = payoutBody(payout);
  return { ...head, operations: [operation] };
}
