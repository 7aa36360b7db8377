import { abandoned, changed, currentAttempt, finished } from './attempts.js';
import { DAY_MS, isUnderWay, protectionEndMs } from './payout-attempt.js';
import type { Attempt, SessionRecord } from './record.js';
import { causeOf, reopened } from './transitions.js';
import type { Cause, Moment } from './transitions.js';

/*
 * What is different in the life of a payout, pure as the transitions are: its attempts are over only by the provider's
 * word, and money that was sent may come back.
 */

/**
 * Why a payout did not arrive. One under a code that goes back when its days are over was not collected; the provider
 * itself says no more than that it is declined. Source: Monetix WebMoney, "Payout by using Gate".
 */
export function whyNotSent(attempt: Attempt, cause: Cause, nowMs: number): Cause {
  const over = nowMs >= (protectionEndMs(attempt) ?? Infinity);
  return over && (cause.code === 'declined' || cause.code === 'timed-out')
    ? { ...cause, code: 'not-collected' }
    : cause;
}

/**
 * Money that had been sent came back: the bank returned it, or nobody entered the code of a protected payout. It never
 * passes silently: the recipient chooses again, or the payout has failed.
 */
export function sentBack(
  record: SessionRecord,
  attempt: Attempt,
  status: 'declined' | 'expired',
  outcome: Cause,
  moment: Moment,
): SessionRecord {
  const cause = causeOf(outcome);
  const { state } = record;
  const shown = state.status === 'succeeded' && state.attempt === attempt.id;
  const next = shown ? reopened(record, moment, { attempt, cause }) : state;
  return changed(record, { state: next }, finished(attempt, status, cause));
}

/** The provider has called the payout back: nothing was sent. The recipient may choose again, or all of it is over. */
export function payoutCanceled(
  record: SessionRecord,
  attemptId: string,
  scope: 'attempt' | 'session',
  moment: Moment,
): SessionRecord | undefined {
  const canceled = { status: 'canceled' as const };
  // The provider's message was faster, and has opened the choice again.
  if (scope === 'session' && record.state.status === 'open') return changed(record, { state: canceled });
  const attempt = currentAttempt(record);
  if (attempt?.id !== attemptId) return undefined;
  const over = finished(attempt, 'declined', { code: 'canceled-by-buyer' });
  return changed(record, { state: scope === 'session' ? canceled : reopened(record, moment, { attempt }) }, over);
}

/**
 * The provider says that it does not know a payout which it had taken. For a day that may pass; then a person has to
 * look, since nothing but the provider's word would ever end it.
 */
export function payoutUnknown(record: SessionRecord, attemptId: string, nowMs: number): SessionRecord | undefined {
  const attempt = isUnderWay(record) ? currentAttempt(record) : undefined;
  if (attempt?.id !== attemptId || attempt.status !== 'waiting') return undefined;
  if (nowMs < attempt.startedAtMs + DAY_MS) return undefined;
  const code = 'provider-error';
  return changed(
    record,
    { state: { status: 'needsAttention', code, attempt: attemptId } },
    abandoned(attempt, nowMs, code),
  );
}
