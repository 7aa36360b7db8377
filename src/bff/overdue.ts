import { askableFromMs, deadlineMs, START_GRACE_MS } from './attempts.js';
import type { Attempt, SessionRecord } from './record.js';

/**
 * A provider that can't be asked may still be about to say that the buyer paid in the last second: its attempts end this
 * long after their deadline.
 */
export const SILENT_GRACE_MS = 60_000;

/**
 * A provider that can be asked and gives no clear answer at the end is asked again for so long: a payment that was made
 * in time must not come too late because of a moment's trouble.
 */
const UNANSWERED_GRACE_MS = 900_000;

/**
 * Whether an attempt has been asked about since its end, and clearly answered or for long enough not. A question that
 * somebody else has asked may still wait for its answer.
 *
 * @param answered it has just been asked about here, and that has ended
 */
export function heardSince(endMs: number, attempt: Attempt, nowMs: number, answered: boolean): boolean {
  const { askedAtMs = 0, silentAtMs = 0 } = attempt;
  if (!answered && nowMs < askedAtMs + START_GRACE_MS) return false;
  return (askedAtMs >= endMs && silentAtMs < askedAtMs) || nowMs >= endMs + UNANSWERED_GRACE_MS;
}

/** When an attempt that stays unpaid is over, epoch milliseconds; undefined when it has no deadline. */
export function overdueAtMs({ deadlineAtMs, cannotAsk }: Attempt): number | undefined {
  return deadlineAtMs === undefined ? undefined : deadlineAtMs + (cannotAsk ? SILENT_GRACE_MS : 0);
}

/**
 * The attempt with the end of its next action kept, so that it is still known when the action has been taken away, and
 * with something due then. A payout has no such end: only its provider knows whether the money can still be collected.
 */
export function withDeadline(attempt: Attempt, purpose: SessionRecord['purpose']): Attempt {
  if (purpose === 'payout') return attempt.cannotAsk ? { ...attempt, askAtMs: undefined } : attempt;
  const deadlineAtMs = deadlineMs(attempt.nextAction) ?? attempt.deadlineAtMs;
  const timed = deadlineAtMs === undefined ? attempt : { ...attempt, deadlineAtMs };
  // Nothing but its end is ever due of one that can't be asked about.
  if (attempt.cannotAsk) return { ...timed, askAtMs: overdueAtMs(timed) };
  if (deadlineAtMs === undefined || attempt.askAtMs === undefined) return timed;
  const endMs = Math.max(deadlineAtMs, askableFromMs(attempt));
  return { ...timed, askAtMs: Math.min(attempt.askAtMs, endMs) };
}

const DOUBTS = ['partly-paid', 'unconfirmed'] as const;

/**
 * Why an attempt that ended unpaid can't simply be forgotten. `partly-paid`: a part has come in; `unconfirmed`: the
 * buyer's browser came back with a success, and the provider never said so and can't be asked.
 */
export function doubtAbout(attempt: Attempt): (typeof DOUBTS)[number] | undefined {
  if (attempt.received) return 'partly-paid';
  return attempt.cannotAsk && attempt.returned === 'success' ? 'unconfirmed' : undefined;
}

/** True for the code of such a doubt: the whole of the money settles it. */
export function leftOpen(code: string): boolean {
  return DOUBTS.some((doubt) => doubt === code);
}
