import { sameAmount } from '../contract/money.js';
import type { Amount } from '../contract/money.js';
import { currentAttempt } from './attempts.js';
import type { Attempt, RefundRecord, SessionRecord } from './record.js';
import type { RefundWish } from './refund-port.js';

/**
 * What came in for an attempt, also a part or a wrong sum that a person has to look at. Where the provider did not name
 * the sum it is the one that was asked for.
 *
 * @returns undefined when nothing came in, when the rest of it is awaited, and for a payout
 */
export function paidOf(record: SessionRecord, attempt: Attempt): Amount | undefined {
  if (record.purpose === 'payout') return undefined;
  if (attempt.status === 'succeeded') return attempt.received ?? record.amount;
  return currentAttempt(record)?.id === attempt.id ? undefined : attempt.received;
}

/** The attempts that money came in for, each with its sum. */
export function payments(record: SessionRecord): { attempt: Attempt; paid: Amount }[] {
  return record.attempts.flatMap((attempt) => {
    const paid = paidOf(record, attempt);
    return paid && paid.value > 0 ? [{ attempt, paid }] : [];
  });
}

function sum(
  record: SessionRecord,
  attempt: string,
  currency: string,
  counts: (refund: RefundRecord) => boolean,
): number {
  const counted = (record.refunds ?? []).filter((refund) => refund.attempt === attempt && counts(refund));
  return counted.reduce((total, { amount }) => total + (amount.currency === currency ? amount.value : 0), 0);
}

/** What has been given back of an attempt for certain. @param currency the one that was paid */
export function givenBack(record: SessionRecord, attempt: string, currency: string): Amount {
  return { value: sum(record, attempt, currency, ({ status }) => status === 'succeeded'), currency };
}

/** What is left of a payment: what has neither been given back nor may be on its way back. Never below 0. */
export function restOf(record: SessionRecord, attempt: string, paid: Amount): Amount {
  const gone = sum(record, attempt, paid.currency, ({ status }) => status !== 'declined');
  return { value: Math.max(0, paid.value - gone), currency: paid.currency };
}

/**
 * What came in for an attempt in all of its payments: a second one can be given back in the provider's own tool only. One
 * whose sum was not named, or is in another currency, is taken for as much as was asked for.
 */
function cameIn(record: SessionRecord, { attempt, paid }: { attempt: Attempt; paid: Amount }): Amount {
  const again = (attempt.paidAgain ?? []).map(({ amount }) =>
    amount?.currency === paid.currency ? amount.value : record.amount.value,
  );
  return again.reduce<Amount>((total, value) => ({ ...total, value: total.value + value }), paid);
}

/** True when more of a payment has been given back than came in, which only the provider's own tool can do. */
export function isTooMuch(record: SessionRecord): boolean {
  return payments(record).some((payment) => {
    const paid = cameIn(record, payment);
    return givenBack(record, payment.attempt.id, paid.currency).value > paid.value;
  });
}

/**
 * How much of the session's money has been given back.
 *
 * @returns `whole` only when that is all of every payment, to the last unit; undefined when it is nothing
 */
export function refunded(record: SessionRecord): { whole: boolean; amount: Amount } | undefined {
  const all = payments(record).map((payment) => ({
    paid: cameIn(record, payment),
    back: givenBack(record, payment.attempt.id, payment.paid.currency),
  }));
  const { currency } = all[0]?.paid ?? record.amount;
  const value = all.reduce((total, { back }) => total + (back.currency === currency ? back.value : 0), 0);
  if (all.every(({ back }) => back.value === 0)) return undefined;
  return { whole: all.every(({ paid, back }) => sameAmount(paid, back)), amount: { value, currency } };
}

/** What a provider gets to know of a refund before it is made. */
export function wishOf(
  record: SessionRecord,
  { attempt, paid }: { attempt: Attempt; paid: Amount },
  amount: Amount,
  nowMs: number,
): RefundWish {
  const paidAtMs = attempt.paidAtMs ?? attempt.startedAtMs;
  return { attempt, amount, paid, rest: restOf(record, attempt.id, paid), paidAtMs, nowMs };
}
