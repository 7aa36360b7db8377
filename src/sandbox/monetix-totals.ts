import type { MonetixPayment } from './monetix-payment.js';
import { placeOf } from './monetix-payout.js';
import type { MonetixPayout } from './monetix-payout.js';
import { refundedOf } from './monetix-refund.js';

/** Sums of one project in one currency, in integer minor units. */
export interface MonetixTotals {
  projectId: number;
  /** ISO 4217 code. */
  currency: string;
  /** Paid by customers. */
  moneyIn: number;
  /** Given back of it. */
  refunded: number;
  /** With the recipients of payouts, to use. */
  paidOut: number;
  /** Sent under codes that were not entered yet. */
  held: number;
  /** Sent under codes that were not entered in time, and back. */
  returned: number;
}

/** The books added up, by project and currency in the order in which they first occur. */
export function monetixTotals(
  payments: readonly MonetixPayment[],
  payouts: readonly MonetixPayout[],
): readonly MonetixTotals[] {
  const all = new Map<string, MonetixTotals>();
  const totalsOf = ({ projectId, currency }: { projectId: number; currency: string }): MonetixTotals => {
    const key = `${projectId} ${currency}`;
    const known = all.get(key);
    if (known !== undefined) return known;
    const fresh = { projectId, currency, moneyIn: 0, refunded: 0, paidOut: 0, held: 0, returned: 0 };
    all.set(key, fresh);
    return fresh;
  };
  for (const payment of payments) {
    const totals = totalsOf(payment);
    if (payment.status === 'success') totals.moneyIn += payment.amount;
    totals.refunded += refundedOf(payment);
  }
  for (const payout of payouts) {
    const totals = totalsOf(payout);
    const place = placeOf(payout);
    if (place === 'recipient') totals.paidOut += payout.amount;
    if (place === 'held' || place === 'returned') totals[place] += payout.amount;
  }
  return [...all.values()];
}
