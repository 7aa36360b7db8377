import { sameAmount } from '../contract/money.js';
import { abandoned, attemptOf, changed, currentAttempt, finished } from './attempts.js';
import type { MessageOutcome, ProviderMessage } from './provider.js';
import type { Attempt, SessionRecord, SessionState } from './record.js';
import { extended, failed } from './transitions.js';
import type { Moment } from './transitions.js';

/** What counts of a message for the session; the rest of it is kept for reconciliation. */
export type News = Pick<ProviderMessage, 'attemptId' | 'outcome' | 'amount' | 'reference'>;

/**
 * What a verified provider message makes of a session. Messages come late, twice and in any order, so each is judged by
 * what is already known: money is never lost, a final state never goes back, and what can't be told apart by a program
 * becomes `needsAttention`.
 *
 * @returns undefined when it changes nothing.
 */
export function messageArrived(record: SessionRecord, news: News, moment: Moment): SessionRecord | undefined {
  const attempt = attemptOf(record, news.attemptId);
  if (!attempt) return undefined;
  switch (news.outcome.type) {
    case 'paid':
      return paid(record, referenced(attempt, news), news, moment);
    case 'pending':
      return pending(record, referenced(attempt, news), news.outcome);
    case 'declined':
      return refused(record, referenced(attempt, news), 'declined', news.outcome, moment);
    case 'expired':
      return refused(record, referenced(attempt, news), 'expired', { code: 'timed-out' }, moment);
  }
}

function referenced(attempt: Attempt, { reference }: News): Attempt {
  return reference === undefined ? attempt : { ...attempt, reference };
}

function pending(
  record: SessionRecord,
  attempt: Attempt,
  outcome: Extract<MessageOutcome, { type: 'pending' }>,
): SessionRecord | undefined {
  const known = currentAttempt(record);
  if (known?.id !== attempt.id) return undefined;
  // A buyer who came back from the provider's page is not sent there again by a message that was late.
  const stale = attempt.returned && outcome.nextAction?.type === 'redirect';
  const nextAction = outcome.nextAction && !stale ? outcome.nextAction : attempt.nextAction;
  const same = nextAction === attempt.nextAction && attempt.reference === known.reference;
  if (same && attempt.status === 'waiting') return undefined;
  return changed(record, { expiresAtMs: extended(record, nextAction) }, { ...attempt, status: 'waiting', nextAction });
}

function refused(
  record: SessionRecord,
  attempt: Attempt,
  status: 'declined' | 'expired',
  cause: { code: string; providerCode?: string },
  moment: Moment,
): SessionRecord | undefined {
  if (attempt.status === 'declined' || attempt.status === 'expired') return undefined;
  if (attempt.status !== 'succeeded') return failed(record, attempt, status, cause, moment);
  // The provider took back what it had said. The money may be there or not: a person has to look.
  if (record.state.status === 'needsAttention') return undefined;
  return changed(record, { state: attention('contradicting-message', attempt) });
}

function paid(record: SessionRecord, attempt: Attempt, news: News, { nowMs }: Moment): SessionRecord | undefined {
  const { outcome, amount } = news;
  // A sum that is not named can't be checked, so it does not count as the right one.
  const wrong = amount === undefined || !sameAmount(amount, record.amount);
  if (attempt.status === 'succeeded') {
    if (!wrong || record.state.status === 'needsAttention') return undefined;
    return changed(record, { state: attention('amount-mismatch', attempt) });
  }
  const paidAtMs = outcome.type === 'paid' ? (outcome.paidAtMs ?? nowMs) : nowMs;
  const over = finished(attempt, 'succeeded', {
    paidAtMs,
    code: wrong ? 'amount-mismatch' : undefined,
    providerCode: undefined,
  });
  const given = givenUp(record, attempt, nowMs);
  return changed(given, { state: stateAfterPayment(record, attempt, wrong) }, over);
}

/** The record with another attempt that was under way given up: a session that money came in for takes no more. */
function givenUp(record: SessionRecord, paidAttempt: Attempt, nowMs: number): SessionRecord {
  const other = currentAttempt(record);
  if (!other || other.id === paidAttempt.id) return record;
  const attempts = record.attempts.map((one) => (one.id === other.id ? abandoned(other, nowMs) : one));
  return { ...record, attempts };
}

function stateAfterPayment(record: SessionRecord, attempt: Attempt, wrong: boolean): SessionState {
  const { state } = record;
  const twice = record.attempts.some((other) => other.id !== attempt.id && other.status === 'succeeded');
  if (twice) return attention('paid-twice', attempt);
  if (state.status === 'needsAttention') return state;
  if (wrong) return attention('amount-mismatch', attempt);
  if (state.status === 'open') return { status: 'succeeded', attempt: attempt.id };
  if (state.status !== 'pending') return attention('paid-late', attempt);
  if (state.attempt !== attempt.id) return attention('paid-other-attempt', attempt);
  return { status: 'succeeded', attempt: attempt.id };
}

function attention(code: string, attempt: Attempt): SessionState {
  return { status: 'needsAttention', code, attempt: attempt.id };
}
