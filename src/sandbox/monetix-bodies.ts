import { formFields, isFinal } from './monetix-payment.js';
import type { MonetixPayment } from './monetix-payment.js';
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

function providerOf(payment: MonetixPayment) {
  const id = providerIds[payment.method ?? 'webmoney'];
  if (payment.providerPaymentId === '') return { id, payment_id: '', auth_code: '' };
  return { id, payment_id: payment.providerPaymentId, date: monetixDate(payment.changedMs), auth_code: '' };
}

/**
 * A callback about a payment, without its signature. Shape: Monetix, WebMoney method, figures 9, 10, 15 and 16. While
 * the customer is awaited there is no `code` yet.
 * @param formUrl given when redirect data belongs into this body
 */
export function callbackBody(payment: MonetixPayment, formUrl?: string) {
  const { amount, currency, status } = payment;
  const date = monetixDate(payment.changedMs);
  const waitsForRedirect = formUrl !== undefined && status === 'awaiting redirect result';
  return {
    project_id: payment.projectId,
    payment: {
      id: payment.paymentId,
      type: 'purchase',
      status,
      date,
      method: payment.method,
      sum: { amount, currency },
      description: payment.description,
    },
    ...(payment.wmid === undefined ? {} : { account: { number: accountNumber(payment) } }),
    customer: { id: payment.customerId },
    ...(waitsForRedirect ? { redirect_data: redirectData(payment, formUrl) } : {}),
    operation: {
      id: payment.operationId,
      type: 'sale',
      status,
      date,
      created_date: monetixDate(payment.createdMs),
      request_id: payment.requestId,
      sum_initial: { amount, currency },
      sum_converted: { amount, currency },
      provider: providerOf(payment),
      ...(isFinal(payment) && payment.code !== undefined ? { code: payment.code, message: payment.message } : {}),
    },
  };
}

/** The receipt of a sale: the request is registered, nothing is paid. */
export function receiptBody(payment: MonetixPayment) {
  return {
    status: 'success',
    request_id: payment.requestId,
    project_id: payment.projectId,
    payment_id: payment.paymentId,
  };
}
