import type { NextAction } from '../contract/next-action.js';
import type { Attempt, SessionRecord } from './record.js';

/** How often a provider is asked about an attempt. Milliseconds. */
export interface AskBackoff {
  /** After the first question; each further one waits twice as long. @default 10 s */
  firstMs: number;
  /** The longest wait while the buyer may be looking. @default 10 min */
  maxMs: number;
  /** The longest wait for an attempt that was given up. @default 1 day */
  abandonedMaxMs: number;
  /** An attempt that was given up is no longer asked about this long after its start. @default 35 days */
  giveUpMs: number;
}

/**
 * See {@link AskBackoff}. 35 days is the longest that a WebMoney protection or threshold period lasts (Monetix
 * WebMoney), so no money of an old attempt comes unseen.
 */
export const ASK_BACKOFF: AskBackoff = {
  firstMs: 10_000,
  maxMs: 600_000,
  abandonedMaxMs: 86_400_000,
  giveUpMs: 35 * 86_400_000,
};

/**
 * A start that has brought no answer is taken for lost after this time: longer than a provider's call may last, so
 * that a start still in flight in another process is not started twice.
 */
export const START_GRACE_MS = 15_000;

/** The attempt with this id. */
export function attemptOf(record: SessionRecord, id: string): Attempt | undefined {
  return record.attempts.find((attempt) => attempt.id === id);
}

/** The attempt that is under way, if the session is pending. */
export function currentAttempt(record: SessionRecord): Attempt | undefined {
  return record.state.status === 'pending' ? attemptOf(record, record.state.attempt) : undefined;
}

/** The session after a change: `rev` grows by one, and the attempt given takes the place of the one with its id. */
export function changed(
  record: SessionRecord,
  change: Partial<Pick<SessionRecord, 'state' | 'expiresAtMs' | 'attempts'>>,
  attempt?: Attempt,
): SessionRecord {
  const attempts = change.attempts ?? record.attempts;
  const replaced = attempt ? attempts.map((one) => (one.id === attempt.id ? attempt : one)) : attempts;
  const kept = record.purpose === 'payout' ? replaced.map(withoutInput) : replaced;
  return { ...record, ...change, attempts: kept, rev: record.rev + 1 };
}

/**
 * What a recipient typed in, an account's number among it, is kept only until the provider has it or will never get it:
 * nothing but a start needs it. Of an account that was kept before, its id stays.
 */
function withoutInput(attempt: Attempt): Attempt {
  const { saved } = attempt.input;
  const input: Attempt['input'] = saved === undefined ? {} : { saved };
  const same = attempt.status === 'starting' || Object.keys(attempt.input).length === Object.keys(input).length;
  return same ? attempt : { ...attempt, input };
}

/** The attempt after the provider's last word: nobody is asked any more and the buyer has nothing to do. */
export function finished(
  attempt: Attempt,
  status: 'succeeded' | 'declined' | 'expired',
  more: Partial<Attempt> = {},
): Attempt {
  return { ...attempt, ...more, status, askAtMs: undefined, nextAction: undefined };
}

/**
 * The attempt after the buyer or the clock gave it up. Money may still arrive for it, so it goes on being asked about.
 */
export function abandoned(attempt: Attempt, nowMs: number, code?: string): Attempt {
  const askAtMs = attempt.cannotAsk ? undefined : (attempt.askAtMs ?? Math.max(nowMs, askableFromMs(attempt)));
  return { ...attempt, status: 'abandoned', askAtMs, nextAction: undefined, ...(code && { code }) };
}

/** The first instant at which the provider may be asked about this attempt, epoch milliseconds. */
export function askableFromMs(attempt: Attempt): number {
  return attempt.askableFromMs ?? attempt.startedAtMs;
}

/**
 * The end of what the buyer was told to do, epoch milliseconds; undefined when it has none. A page that may be reached
 * until then and gives a time of its own can be paid on for so much longer.
 */
export function deadlineMs(action: NextAction | undefined): number | undefined {
  if (!action || !('deadline' in action) || action.deadline === undefined) return undefined;
  const ms = Date.parse(action.deadline);
  const onPageSeconds = action.type === 'redirect' ? (action.payWithinSeconds ?? 0) : 0;
  return Number.isNaN(ms) ? undefined : ms + onPageSeconds * 1000;
}

/**
 * When to ask after a question at `nowMs`: twice as late each time, but also right at the deadline of what the buyer was told to do.
 *
 * @returns undefined when an abandoned attempt is old enough to be left alone.
 */
export function nextAskMs(attempt: Attempt, nowMs: number, backoff: AskBackoff): number | undefined {
  const given = attempt.status === 'abandoned';
  if (given && nowMs - attempt.startedAtMs >= backoff.giveUpMs) return undefined;
  const wait = Math.min(backoff.firstMs * 2 ** attempt.asks, given ? backoff.abandonedMaxMs : backoff.maxMs);
  const deadline = given ? undefined : (deadlineMs(attempt.nextAction) ?? attempt.deadlineAtMs);
  const at = nowMs + wait;
  return deadline !== undefined && deadline > nowMs ? Math.min(at, deadline) : at;
}
