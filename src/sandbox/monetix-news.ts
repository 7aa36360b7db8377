import { callbackBody, payoutBody, refundBody } from './monetix-bodies.js';
import type { MonetixNews } from './monetix-callbacks.js';
import { hasOperation } from './monetix-payment.js';
import type { MonetixPayment } from './monetix-payment.js';
import type { MonetixPayout } from './monetix-payout.js';
import type { MonetixRefund } from './monetix-refund.js';

/** A callback that is to be sent. */
export interface MonetixTelling {
  news: MonetixNews;
  /** Where the merchant wants it; without one it goes to the project's address. */
  url: string | undefined;
  /** Without its signature. */
  body: object;
}

/**
 * What is told of a payment that has taken a step; nothing while there is no operation to speak of, and nothing of a
 * Payment Page on which the customer still is.
 * @param formUrl the hosted form that customers are sent to
 */
export function tellingOfPayment(payment: MonetixPayment, formUrl: string): MonetixTelling | undefined {
  const waits = payment.channel === 'page' && payment.code === undefined && payment.status !== 'expired';
  if (!hasOperation(payment) || waits) return undefined;
  const { projectId, paymentId, status, callbackUrl: url } = payment;
  return { news: { projectId, paymentId, status }, url, body: callbackBody(payment, formUrl) };
}

/** What is told of a refund. The documents do not say where it goes; here the payment's way, unless it has its own. */
export function tellingOfRefund(payment: MonetixPayment, refund: MonetixRefund): MonetixTelling {
  const { projectId, paymentId } = payment;
  return {
    news: { projectId, paymentId, operation: 'refund', status: refund.status },
    url: refund.callbackUrl ?? payment.callbackUrl,
    body: refundBody(payment, refund),
  };
}

/** What is told of a payout that has taken a step. */
export function tellingOfPayout(payout: MonetixPayout): MonetixTelling {
  const { projectId, paymentId, status, callbackUrl: url } = payout;
  return { news: { projectId, paymentId, operation: 'payout', status }, url, body: payoutBody(payout) };
}
