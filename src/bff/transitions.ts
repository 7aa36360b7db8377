import type { NextAction } from '../contract/next-action.js';
import {
  abandoned,
  askableFromMs,
  attemptOf,
  changed,
  currentAttempt,
  finished,
  nextAskMs,
  START_GRACE_MS,
} from './attempts.js';
import type { AskBackoff } from './attempts.js';
import { doubtAbout, heardSince, overdueAtMs, withDeadline } from './overdue.js';
import { isUnderWay, takenOn, watchAtMs, withAccount } from './payout-attempt.js';
import type { StartOutcome } from './provider.js';
import type { Attempt, SessionRecord, SessionState } from './record.js';

/** The limits that transitions go by. */
export interface Rules {
  /** How often a buyer may try in one session. @default 10 */
  maxAttempts: number;
  backoff: AskBackoff;
}

/** The instant of a transition (epoch milliseconds) and the limits it goes by. */
export interface Moment {
  nowMs: number;
  rules: Rules;
}

/** Why an attempt did not succeed. */
export interface Cause {
  code: string;
  providerCode?: string;
}

/** The cause in an outcome that says more. */
export const causeOf = ({ code, providerCode }: Cause): Cause => ({
  code,
  ...(providerCode !== undefined && { providerCode }),
});

/*
 * Every function here is pure: a record and something that happened give the record after it, `rev` one higher, or
 * undefined when that changes nothing. They are the whole life of a session, except for provider messages.
 */

/** The buyer confirmed a method: the attempt is written down before the provider hears of it. */
export function confirmed(record: SessionRecord, attempt: Attempt, askAfterMs: number | undefined): SessionRecord {
  const askableMs = attempt.startedAtMs + (askAfterMs ?? 0);
  const askAtMs = Math.max(askableMs, attempt.startedAtMs + START_GRACE_MS);
  const silent = askAfterMs === undefined && { cannotAsk: true };
  const starting: Attempt = { ...attempt, ...silent, askableFromMs: askableMs, askAtMs, nextAction: { type: 'wait' } };
  const state: SessionState = { status: 'pending', attempt: attempt.id };
  return changed(record, { state, attempts: [...record.attempts, starting] });
}

/**
 * The provider answered the start, or it is not known what became of it. What a message said in the meantime is newer
 * and stays.
 */
export function startAnswered(
  record: SessionRecord,
  attemptId: string,
  outcome: StartOutcome,
  { nowMs, rules }: Moment,
  askAfterMs: number | undefined,
): SessionRecord | undefined {
  const stored = attemptOf(record, attemptId);
  const attempt = stored && outcome.type === 'started' ? withAccount(stored, outcome.account) : stored;
  const named = attempt && attempt !== stored ? changed(record, {}, attempt) : undefined;
  if (attempt?.status === 'waiting') return stepGiven(record, attempt, outcome) ?? named;
  if (attempt?.status === 'succeeded') return named;
  if (!attempt || (attempt.status !== 'starting' && attempt.status !== 'abandoned')) return undefined;
  if (outcome.type === 'refused') return failed(record, attempt, 'declined', outcome, { nowMs, rules });
  if (attempt.status === 'abandoned') return undefined;
  const askableMs = nowMs + (askAfterMs ?? 0);
  const asked = Math.max(askableMs, nextAskMs(attempt, nowMs, rules.backoff) ?? askableMs);
  if (outcome.type === 'unknown') return changed(record, {}, { ...attempt, askableFromMs: askableMs, askAtMs: asked });
  const nextAction = stillToDo(attempt, outcome.nextAction);
  const known = takenOn(attempt, nowMs);
  const taken: Attempt = { ...known, status: 'waiting', nextAction, askableFromMs: askableMs, askAtMs: asked };
  const waiting = withDeadline(taken, record.purpose);
  return changed(record, { expiresAtMs: extended(record, waiting) }, waiting);
}

/** A message overtook the answer to the start: where it named no step of its own, the start's is the buyer's next one. */
function stepGiven(record: SessionRecord, attempt: Attempt, outcome: StartOutcome): SessionRecord | undefined {
  if (outcome.type !== 'started') return undefined;
  const nextAction = stillToDo(attempt, outcome.nextAction);
  if (nextAction.type === 'wait' || (attempt.nextAction && attempt.nextAction.type !== 'wait')) return undefined;
  const timed = withDeadline({ ...attempt, nextAction }, record.purpose);
  return changed(record, { expiresAtMs: extended(record, timed) }, timed);
}

/** A buyer who came back from the provider's page is not sent there again by an answer or a message that was late. */
function stillToDo(attempt: Attempt, nextAction: NextAction): NextAction {
  return attempt.returned && nextAction.type === 'redirect' ? { type: 'wait' } : nextAction;
}

/** The session lives at least as long as what the buyer was told to do (an invoice may be valid for days). */
export function extended(record: SessionRecord, attempt: Attempt): number {
  return Math.max(record.expiresAtMs, overdueAtMs(attempt) ?? 0);
}

/** The provider's last word on an attempt is no: the buyer may choose again if it was the one under way. */
export function failed(
  record: SessionRecord,
  attempt: Attempt,
  status: 'declined' | 'expired',
  outcome: Cause,
  moment: Moment,
): SessionRecord {
  const cause = causeOf(outcome);
  const over = finished(attempt, status, cause);
  if (currentAttempt(record)?.id !== attempt.id) return changed(record, {}, over);
  return changed(record, { state: reopened(record, moment, { attempt, cause }) }, over);
}

/**
 * What a session becomes when its attempt is over without success. One that the shop wants back is over. A payout whose
 * recipient can't choose (again) has failed: the shop still owes the money.
 */
export function reopened(
  record: SessionRecord,
  { nowMs, rules }: Moment,
  last: { attempt: Attempt; cause?: Cause },
): SessionState {
  const attempt = last.attempt.id;
  if (record.withdrawn) return { status: 'canceled' };
  const lost = record.purpose === 'payout' && (record.direct === true || nowMs >= record.expiresAtMs);
  if (lost && last.cause) return { status: 'failed', code: last.cause.code, attempt };
  if (nowMs >= record.expiresAtMs) return { status: 'expired', attempt };
  if (record.attempts.length >= rules.maxAttempts) return { status: 'failed', code: 'too-many-attempts', attempt };
  return { status: 'open', ...(last.cause && { lastFailure: { method: last.attempt.method, ...last.cause } }) };
}

/**
 * The attempt under way ran past its deadline: the buyer may choose again. Not before its provider was asked once more
 * and has answered, where it can be, and not when money is known or said to be on its way; then a person has to look.
 *
 * @param answered the attempt that its provider has just been asked about
 */
export function attemptOverdue(record: SessionRecord, moment: Moment, answered?: string): SessionRecord | undefined {
  const attempt = currentAttempt(record);
  const atMs = attempt && overdueAtMs(attempt);
  if (!attempt || atMs === undefined || moment.nowMs < atMs || isUnderWay(record)) return undefined;
  if (!attempt.cannotAsk && !heardSince(atMs, attempt, moment.nowMs, answered === attempt.id)) return undefined;
  const doubt = doubtAbout(attempt);
  if (doubt) return doubted(record, attempt, doubt, moment.nowMs);
  const cause = { code: 'timed-out' };
  const over = abandoned(attempt, moment.nowMs, cause.code);
  return changed(record, { state: reopened(record, moment, { attempt, cause }) }, over);
}

/** An attempt came to its end in a way that a person has to look at. Its provider is still asked, where it can be. */
function doubted(record: SessionRecord, attempt: Attempt, code: string, nowMs: number): SessionRecord {
  const state: SessionState = { status: 'needsAttention', code, attempt: attempt.id };
  return changed(record, { state }, abandoned(attempt, nowMs, code));
}

/**
 * The buyer gave up the attempt under way to choose again.
 *
 * @param told the buyer is to read that it has ended, having ended it elsewhere
 */
export function attemptCanceled(record: SessionRecord, moment: Moment, told = false): SessionRecord | undefined {
  const attempt = currentAttempt(record);
  if (!attempt || isUnderWay(record)) return undefined;
  const cause = { code: 'canceled-by-buyer' };
  const over = abandoned(attempt, moment.nowMs, cause.code);
  return changed(record, { state: reopened(record, moment, { attempt, ...(told && { cause }) }) }, over);
}

/**
 * The buyer's browser says that the buyer ended the payment on the provider's page, where it can't be taken up again. The
 * choice comes back, as when it is given up here: money that arrives all the same counts.
 */
export function buyerLeft(record: SessionRecord, attemptId: string, moment: Moment): SessionRecord | undefined {
  const attempt = currentAttempt(record);
  if (attempt?.id !== attemptId || attempt.returned === 'success' || attempt.received) return undefined;
  return attemptCanceled(record, moment, true);
}

/** The buyer gave up the checkout. */
export function sessionCanceled(record: SessionRecord, nowMs: number): SessionRecord | undefined {
  if ((record.state.status !== 'open' && record.state.status !== 'pending') || isUnderWay(record)) return undefined;
  const attempt = currentAttempt(record);
  return changed(record, { state: { status: 'canceled' } }, attempt && abandoned(attempt, nowMs, 'canceled-by-buyer'));
}

/** The time is up. For a pending session only after the provider was asked a last time, where it can be. */
export function sessionExpired(record: SessionRecord, nowMs: number): SessionRecord | undefined {
  const { status } = record.state;
  if (nowMs < record.expiresAtMs || (status !== 'open' && status !== 'pending') || isUnderWay(record)) return undefined;
  const attempt = currentAttempt(record);
  const doubt = attempt && doubtAbout(attempt);
  if (doubt) return doubted(record, attempt, doubt, nowMs);
  const state: SessionState = { status: 'expired', ...(attempt && { attempt: attempt.id }) };
  return changed(record, { state }, attempt && abandoned(attempt, nowMs, 'timed-out'));
}

/**
 * The buyer's browser came back from the provider saying success or decline. It is a hint, so it only ends the
 * redirect and makes the status question due. The same hint again changes nothing; a success is the last one.
 */
export function buyerReturned(
  record: SessionRecord,
  { attemptId, hint }: { attemptId: string; hint: 'success' | 'decline' },
  nowMs: number,
): SessionRecord | undefined {
  const attempt = attemptOf(record, attemptId);
  if (!attempt || attempt.returned === 'success' || attempt.returned === hint) return undefined;
  if (attempt.status === 'abandoned' && hint === 'success') return returnedLate(record, attempt, nowMs);
  if (currentAttempt(record)?.id !== attemptId) return undefined;
  const nextAction: NextAction | undefined =
    attempt.nextAction?.type === 'redirect' ? { type: 'wait' } : attempt.nextAction;
  const askAtMs = attempt.cannotAsk ? attempt.askAtMs : Math.max(nowMs, askableFromMs(attempt));
  return changed(record, {}, { ...attempt, nextAction, returned: hint, asks: 0, askAtMs });
}

/**
 * The buyer had paid when the attempt was given up, or says so. Its provider is asked at once; where it can't be, and
 * the buyer has not chosen again, its last message is awaited.
 */
function returnedLate(record: SessionRecord, attempt: Attempt, nowMs: number): SessionRecord | undefined {
  const returned = { ...attempt, returned: 'success' } as const;
  const askAtMs = Math.max(nowMs, askableFromMs(attempt));
  if (!attempt.cannotAsk) return changed(record, {}, { ...returned, asks: 0, askAtMs });
  if (record.state.status !== 'open') return undefined;
  const over: Attempt = { ...returned, status: 'waiting', code: undefined, deadlineAtMs: nowMs };
  const waiting = withDeadline({ ...over, nextAction: { type: 'wait' } }, record.purpose);
  const state: SessionState = { status: 'pending', attempt: attempt.id };
  return changed(record, { state, expiresAtMs: extended(record, waiting) }, waiting);
}

/**
 * A question after the end brought no clear answer: it is written down, and asked again soon.
 *
 * @returns undefined before the end, where the next question comes anyway
 */
export function askUnanswered(record: SessionRecord, id: string, { nowMs, rules }: Moment): SessionRecord | undefined {
  const attempt = currentAttempt(record);
  if (attempt?.id !== id) return undefined;
  const endMs = Math.min(overdueAtMs(attempt) ?? Infinity, record.expiresAtMs);
  if (nowMs < endMs) return undefined;
  const first = (attempt.silentAtMs ?? 0) < endMs;
  const silent = { ...attempt, silentAtMs: nowMs, asks: first ? 0 : attempt.asks };
  return changed(record, {}, { ...silent, askAtMs: nextAskMs(silent, nowMs, rules.backoff) });
}

/**
 * Claims the next question about an attempt before it is asked, so that of several processes only one asks and a crash
 * in between costs no more than one turn.
 *
 * @param force asks although it is not due yet, for a session at its end; never before the provider allows it.
 */
export function askClaimed(
  record: SessionRecord,
  attemptId: string,
  { nowMs, rules }: Moment,
  force = false,
): SessionRecord | undefined {
  const attempt = attemptOf(record, attemptId);
  if (attempt?.askAtMs === undefined) return undefined;
  if (nowMs < (force ? askableFromMs(attempt) : attempt.askAtMs)) return undefined;
  const made = attempt.status === 'succeeded';
  const askAtMs = made ? watchAtMs(attempt, nowMs) : nextAskMs(attempt, nowMs, rules.backoff);
  return changed(record, {}, { ...attempt, asks: attempt.asks + 1, askAtMs, askedAtMs: nowMs });
}

/**
 * Claims a start that is to be made again, so that of several processes only one makes it: not who finds that somebody
 * else has asked since, and nobody else asks before it has ended.
 *
 * @param claimed the attempt as it was when its provider was asked
 */
export function restartClaimed(record: SessionRecord, claimed: Attempt, nowMs: number): SessionRecord | undefined {
  const attempt = currentAttempt(record);
  if (attempt?.id !== claimed.id || attempt.status !== 'starting' || attempt.asks !== claimed.asks) return undefined;
  const askAtMs = Math.max(attempt.askAtMs ?? 0, nowMs + START_GRACE_MS);
  return changed(record, {}, { ...attempt, askAtMs });
}
