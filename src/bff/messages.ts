import { sameAmount } from '../contract/money.js';
import type { Amount } from '../contract/money.js';
import { abandoned, attemptOf, changed, currentAttempt, finished } from './attempts.js';
import { leftOpen, withDeadline } from './overdue.js';
import { takenOn, watchAtMs } from './payout-attempt.js';
import { sentBack, whyNotSent } from './payout-life.js';
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
      return paid(record, referenced(attempt, news), { ...news, outcome: news.outcome }, moment);
    case 'pending':
      return pending(record, referenced(attempt, news), news.outcome, moment);
    case 'doubtful':
      return doubtful(record, referenced(attempt, news), news.outcome.code, moment);
    case 'declined':
      return refused(record, referenced(attempt, news), 'declined', news.outcome, moment);
    case 'expired':
      return refused(record, referenced(attempt, news), 'expired', { code: 'timed-out' }, moment);
  }
}

function referenced(attempt: Attempt, { reference }: News): Attempt {
  return reference === undefined ? attempt : { ...attempt, reference };
}

/**
 * The record with the provider's number of the payment filled in where it was missing: a repeated message may be the first
 * to bring it. One that was paid takes it only from a message that says so.
 *
 * @returns undefined when there is nothing to fill in.
 */
export function referenceFilled(
  record: SessionRecord,
  { attemptId, reference, outcome }: Pick<News, 'attemptId' | 'reference' | 'outcome'>,
): SessionRecord | undefined {
  const attempt = attemptOf(record, attemptId);
  if (!attempt || reference === undefined || attempt.reference !== undefined) return undefined;
  if (attempt.status === 'succeeded' && outcome.type !== 'paid') return undefined;
  return changed(record, {}, { ...attempt, reference });
}

function pending(
  record: SessionRecord,
  attempt: Attempt,
  outcome: Extract<MessageOutcome, { type: 'pending' }>,
  moment: Moment,
): SessionRecord | undefined {
  const known = currentAttempt(record);
  const { received } = outcome;
  if (known?.id !== attempt.id) {
    return received && !isOver(attempt) ? strayPart(record, attempt, received, moment) : undefined;
  }
  if (received && received.currency !== record.amount.currency) {
    return doubtful(record, { ...attempt, received }, 'amount-mismatch', moment);
  }
  // A buyer who came back from the provider's page is not sent there again by a message that was late.
  const stale = attempt.returned && outcome.nextAction?.type === 'redirect';
  const step = outcome.nextAction && !stale ? outcome.nextAction : attempt.nextAction;
  const more = received && received.value > (attempt.received?.value ?? 0) ? received : attempt.received;
  const nextAction = step?.type === 'bankTransfer' && more ? { ...step, received: more } : step;
  const same = step === attempt.nextAction && attempt.reference === known.reference && more === attempt.received;
  if (same && attempt.status === 'waiting') return undefined;
  const told: Attempt = {
    ...takenOn(attempt, moment.nowMs),
    status: 'waiting',
    nextAction,
    ...(more && { received: more }),
  };
  const waiting = withDeadline(told, record.purpose);
  return changed(record, { expiresAtMs: extended(record, waiting) }, waiting);
}

/** A part of the money for an attempt that is not under way any more. */
function strayPart(
  record: SessionRecord,
  attempt: Attempt,
  received: Amount,
  moment: Moment,
): SessionRecord | undefined {
  if (received.value <= (attempt.received?.value ?? 0)) return undefined;
  const known = { ...attempt, received };
  return doubtful(record, known, 'partly-paid', moment) ?? changed(record, {}, known);
}

/** A person has to look: money may have moved in a way that no program can tell. Nothing goes on meanwhile. */
function doubtful(record: SessionRecord, attempt: Attempt, code: string, { nowMs }: Moment): SessionRecord | undefined {
  if (record.state.status === 'needsAttention') return undefined;
  const left = isOver(attempt) ? attempt : abandoned(attempt, nowMs, code);
  return changed(givenUp(record, attempt, nowMs), { state: attention(code, attempt) }, left);
}

function isOver({ status }: Attempt): boolean {
  return status === 'succeeded' || status === 'declined' || status === 'expired';
}

function refused(
  record: SessionRecord,
  attempt: Attempt,
  status: 'declined' | 'expired',
  cause: { code: string; providerCode?: string },
  moment: Moment,
): SessionRecord | undefined {
  if (attempt.status === 'declined' || attempt.status === 'expired') return undefined;
  if (attempt.received && attempt.status !== 'succeeded') {
    return doubtful(record, finished(attempt, status, cause), 'partly-paid', moment);
  }
  const payout = record.purpose === 'payout';
  const why = payout ? whyNotSent(attempt, cause, moment.nowMs) : cause;
  if (attempt.status !== 'succeeded') return failed(record, attempt, status, why, moment);
  if (payout) return sentBack(record, attempt, status, why, moment);
  // The provider took back what it had said. The money may be there or not: a person has to look.
  if (record.state.status === 'needsAttention') return undefined;
  return changed(record, { state: attention('contradicting-message', attempt) });
}

function paid(
  record: SessionRecord,
  attempt: Attempt,
  { outcome, amount }: News & { outcome: Extract<MessageOutcome, { type: 'paid' }> },
  { nowMs }: Moment,
): SessionRecord | undefined {
  const over = outcome.overpaid && amount !== undefined && isMore(amount, record.amount);
  const wrong = !over && isWrong(record, amount);
  if (attempt.status === 'succeeded') {
    const known = attemptOf(record, attempt.id)?.reference;
    if (known !== undefined && attempt.reference !== undefined && attempt.reference !== known) {
      return paidOnceMore(record, { ...attempt, reference: known }, attempt.reference, amount);
    }
    if (over && !isMore(amount, attempt.received ?? record.amount)) return undefined;
    if (over) return changed(record, {}, { ...attempt, received: amount, code: 'overpaid' });
    if (!wrong || record.state.status === 'needsAttention') return undefined;
    // What came in is what is to be given back.
    const more = amount !== undefined && isMore(amount, attempt.received ?? record.amount);
    const told = more ? { ...attempt, received: amount } : attempt;
    return changed(record, { state: attention('amount-mismatch', attempt) }, told);
  }
  const done = finished(takenOn(attempt, nowMs), 'succeeded', {
    paidAtMs: outcome.paidAtMs ?? nowMs,
    code: wrong ? 'amount-mismatch' : over ? 'overpaid' : undefined,
    providerCode: undefined,
  });
  const given = { ...givenUp(record, attempt, nowMs), ...(record.withdrawn && { withdrawn: false }) };
  const askAtMs = record.purpose === 'payout' ? watchAtMs(done, nowMs) : undefined;
  return changed(
    given,
    { state: stateAfterPayment(record, attempt, wrong) },
    { ...done, askAtMs, received: over || wrong ? amount : undefined },
  );
}

/** Another payment for an attempt that is paid: it is written down, and a person has to look. */
function paidOnceMore(
  record: SessionRecord,
  attempt: Attempt,
  reference: string,
  amount: Amount | undefined,
): SessionRecord | undefined {
  const { paidAgain = [] } = attempt;
  if (paidAgain.some((one) => one.reference === reference)) return undefined;
  const noted: Attempt = { ...attempt, paidAgain: [...paidAgain, { reference, ...(amount && { amount }) }] };
  const { state } = record;
  return changed(record, { state: state.status === 'succeeded' ? attention('paid-twice', attempt) : state }, noted);
}

/**
 * A payer's sum that is not named can't be checked, so it does not count as the right one. What goes out is what was sent,
 * and not every provider repeats it.
 */
function isWrong({ purpose, amount }: SessionRecord, named: Amount | undefined): boolean {
  return named === undefined ? purpose === 'payment' : !sameAmount(named, amount);
}

function isMore(a: Amount, b: Amount): boolean {
  return a.currency === b.currency && a.value > b.value;
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
  if (state.status === 'needsAttention') {
    // What was in doubt is known now, but a person may have acted on the doubt.
    if (state.attempt !== attempt.id || !leftOpen(state.code)) return state;
    return attention(wrong ? 'amount-mismatch' : 'paid-late', attempt);
  }
  if (wrong) return attention('amount-mismatch', attempt);
  if (state.status === 'open') {
    // Nothing of an open payout is under way: its provider had said that this was not sent.
    if (record.purpose === 'payout') return attention('contradicting-message', attempt);
    return { status: 'succeeded', attempt: attempt.id };
  }
  if (state.status !== 'pending') return attention('paid-late', attempt);
  if (state.attempt !== attempt.id) return attention('paid-other-attempt', attempt);
  return { status: 'succeeded', attempt: attempt.id };
}

function attention(code: string, attempt: Attempt): SessionState {
  return { status: 'needsAttention', code, attempt: attempt.id };
}

/** True when the session has taken money in. */
export function hasMoney({ attempts }: SessionRecord): boolean {
  return attempts.some(({ status }) => status === 'succeeded');
}

/** The session's state when money had come in for another session of its order before. */
export function secondPayment({ state }: SessionRecord): SessionState {
  return state.status === 'succeeded' ? { ...state, status: 'needsAttention', code: 'paid-twice' } : state;
}
