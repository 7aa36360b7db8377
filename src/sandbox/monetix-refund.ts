import { declinedByAmount } from './monetix-payment.js';
import type { MonetixPayment, MonetixResult } from './monetix-payment.js';

/** A refund of a payment, which it belongs to. Instants are epoch milliseconds. */
export interface MonetixRefund extends MonetixResult {
  operationId: number;
  requestId: string;
  /** Integer minor units of the payment's currency. */
  amount: number;
  createdMs: number;
  /** Where its callback goes, when the request names an URL of its own. */
  callbackUrl?: string | undefined;
}

/** A refund request that passed every check. */
export interface MonetixRefundOrder {
  payment: MonetixPayment;
  amount: number;
  callbackUrl?: string | undefined;
}

/** What was given back of a payment. */
export function refundedOf({ refunds = [] }: MonetixPayment): number {
  return refunds.filter(({ status }) => status === 'success').reduce((sum, { amount }) => sum + amount, 0);
}

/** What can still be given back. */
export function restOf(payment: MonetixPayment): number {
  return payment.status === 'success' ? payment.amount - refundedOf(payment) : 0;
}

/**
 * How a test refund ends: 50000 and 50500 minor units are declined. Source: Monetix, WebMoney method, "Test payments
 * statuses"; the first code is that of its sample, the second is made up so that both kinds of decline can be seen.
 */
export function refundOutcome(amount: number): ReturnType<typeof declinedByAmount> {
  return declinedByAmount(amount, { 50000: '100', 50500: '20101' });
}
