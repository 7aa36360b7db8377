import type { Amount } from '../contract/money.js';
import type { Refund } from '../contract/refund.js';
import type { OrderAttempt, OrderSession } from '../contract/requests.js';
import { attemptOf } from './attempts.js';
import type { Provider } from './provider.js';
import type { Attempt, RefundRecord, SessionRecord } from './record.js';
import { RefundRefusal } from './refund-port.js';
import { payments, restOf, wishOf } from './refund-sums.js';
import { shownState } from './shown-state.js';
import { instant, providerOf } from './to-session.js';

/** An attempt as the shop's server sees it. */
export function toOrderAttempt({ id, method, status, startedAtMs, ...facts }: Attempt): OrderAttempt {
  return {
    id,
    method,
    status,
    startedAt: instant(startedAtMs),
    ...(facts.reference !== undefined && { reference: facts.reference }),
    ...(facts.received && { received: facts.received }),
    ...(facts.paidAgain && { paidAgain: facts.paidAgain }),
    ...(facts.code !== undefined && { code: facts.code }),
    ...(facts.providerCode !== undefined && { providerCode: facts.providerCode }),
  };
}

/** A refund as the shop's server sees it. */
export function toRefund(record: SessionRecord, refund: RefundRecord): Refund {
  const {
    id,
    attempt,
    amount,
    status,
    origin,
    createdAtMs,
    settledAtMs,
    reason,
    reference,
    code,
    providerCode,
    manual,
  } = refund;
  return {
    id,
    session: record.id,
    attempt,
    method: attemptOf(record, attempt)?.method ?? '',
    amount,
    status,
    origin,
    createdAt: instant(createdAtMs),
    ...(settledAtMs !== undefined && { settledAt: instant(settledAtMs) }),
    ...(reason !== undefined && { reason }),
    ...(reference !== undefined && { reference }),
    ...(code !== undefined && { code }),
    ...(providerCode !== undefined && { providerCode }),
    ...(manual && { manual }),
  };
}

/** One session with everything that was tried and given back in it. */
export function toOrderSession(record: SessionRecord, providers: readonly Provider[], nowMs: number): OrderSession {
  const state = shownState(record);
  const refundable = refundableOf(record, providers, nowMs);
  return {
    id: record.id,
    orderId: record.order.id,
    purpose: record.purpose,
    rev: record.rev,
    status: state.status,
    ...('code' in state && { code: state.code }),
    amount: record.amount,
    ...(refundable && { refundable }),
    createdAt: instant(record.createdAtMs),
    expiresAt: instant(record.expiresAtMs),
    attempts: record.attempts.map(toOrderAttempt),
    refunds: (record.refunds ?? []).map((refund) => toRefund(record, refund)),
  };
}

/**
 * What could be given back now of all payments of a session, by its providers' rules.
 *
 * @returns undefined where nothing came in, and where no provider gives any of it back (any more)
 */
function refundableOf(record: SessionRecord, providers: readonly Provider[], nowMs: number): Amount | undefined {
  const parts = payments(record).flatMap((payment): Amount[] => {
    const refunds = providerOf(payment.attempt.method, providers)?.refunds;
    const rest = restOf(record, payment.attempt.id, payment.paid);
    if (!refunds || rest.value === 0) return refunds ? [rest] : [];
    try {
      refunds.plan(wishOf(record, payment, rest, nowMs));
      return [rest];
    } catch (error) {
      if (error instanceof RefundRefusal) return [];
      throw error;
    }
  });
  const [first] = parts;
  const same = parts.filter(({ currency }) => currency === first?.currency);
  return first && { value: same.reduce((total, { value }) => total + value, 0), currency: first.currency };
}
