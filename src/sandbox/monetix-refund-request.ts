import { MonetixChecks, refusal } from './monetix-checks.js';
import type { MonetixDesk } from './monetix-desk.js';
import type { MonetixPayment } from './monetix-payment.js';
import type { MonetixProject } from './monetix-project.js';
import { restOf } from './monetix-refund.js';
import type { MonetixRefundOrder } from './monetix-refund.js';
import { answerGate, part, receipt } from './monetix-request.js';
import type { GateJson } from './monetix-request.js';

const dayMs = 86_400_000;

/** The paid purchase that is to be given back. "Only within a day after the initial purchase": all projects are test. */
function refundable(desk: MonetixDesk, project: MonetixProject, paymentId: string): MonetixPayment {
  const payment = desk.books.find(project.id, paymentId);
  const field = 'general.payment_id';
  if (payment === undefined) throw refusal('3061', field, 'Transaction not found');
  const method = payment.method ?? 'webmoney';
  if (payment.status !== 'success') throw refusal('not_paid', field, 'The payment has not been paid');
  if (!(desk.options.refundable ?? ['webmoney-light', 'webmoney']).includes(method)) {
    throw refusal('not_refundable', field, `Payments by ${method} cannot be refunded`);
  }
  if (desk.now() - payment.changedMs > dayMs) {
    throw refusal('too_late', field, 'A test payment can be refunded only within a day');
  }
  return payment;
}

/** Sum and currency are "required only for partial refund": both or none, and none only for all that was paid. */
function readAmount(checks: MonetixChecks, request: GateJson, payment: MonetixPayment): number {
  const { amount: value, currency } = request;
  const rest = restOf(payment);
  if (value === undefined && currency === undefined && rest === payment.amount) return rest;
  const amount = checks.amount('payment.amount', value);
  const named = checks.currency('payment.currency', currency);
  if (named !== '' && named !== payment.currency) {
    checks.wrong('invalid', 'payment.currency', 'is not that of the payment');
  }
  if (amount > rest) checks.wrong('amount', 'payment.amount', 'is more than what is left of the payment');
  return amount;
}

function readOrder(desk: MonetixDesk, project: MonetixProject, body: GateJson): MonetixRefundOrder {
  const [general, request] = [part(body, 'general'), part(body, 'payment')];
  const checks = new MonetixChecks(project);
  const paymentId = checks.text('general.payment_id', general['payment_id']);
  checks.text('payment.description', request['description']);
  const callbackUrl = checks.url('general.merchant_callback_url', general['merchant_callback_url']);
  checks.finish();
  const payment = refundable(desk, project, paymentId);
  const amount = readAmount(checks, request, payment);
  checks.finish();
  return { payment, amount, callbackUrl };
}

/**
 * `POST /v2/payment/webmoney/refund`: registers a refund and answers a receipt. Source: Monetix, WebMoney method,
 * "Refund by using Gate". The request has no id of its own, so that sent twice it is done twice.
 */
export function refund(desk: MonetixDesk, request: Request): Promise<Response> {
  return answerGate(desk, request, (body, project) => {
    const order = readOrder(desk, project, body);
    const { requestId } = desk.books.refund(order);
    const { projectId, paymentId } = order.payment;
    return receipt(desk, { projectId, paymentId, requestId });
  });
}
