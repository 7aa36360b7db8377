import type { KeptAccount } from './payout-port.js';
import { attemptOf } from './attempts.js';
import type { Attempt, SessionRecord } from './record.js';
import type { Change } from './store/store.js';

/** A day, in milliseconds. */
export const DAY_MS = 86_400_000;

/**
 * How long a payout that was made is still asked about, once a day: banks send money back days later, and not every
 * provider tells it by itself. No document names a time.
 */
const WATCH_DAYS = 7;

/** How long the same press still gets the code, milliseconds; then it is forgotten here. */
export const SHOWN_AGAIN_MS = 600_000;

/** True for a payout with an attempt under way: neither the clock nor anybody but its provider may end that. */
export function isUnderWay(record: SessionRecord): boolean {
  return record.purpose === 'payout' && record.state.status === 'pending';
}

/**
 * When a payout that was made is looked at next: to ask about it, until that has been long enough, or to forget its code.
 */
export function watchAtMs(attempt: Attempt, nowMs: number): number | undefined {
  const { cannotAsk, protection, paidAtMs, startedAtMs } = attempt;
  const days = Math.max(WATCH_DAYS, (protection?.days ?? 0) + 1);
  const untilMs = (paidAtMs ?? startedAtMs) + days * DAY_MS;
  const askAtMs = cannotAsk || nowMs >= untilMs ? undefined : Math.min(nowMs + DAY_MS, untilMs);
  const codeEndMs = codeEndsAtMs(attempt);
  return codeEndMs === undefined ? askAtMs : Math.min(codeEndMs, askAtMs ?? Infinity);
}

/**
 * The attempt that its provider is known to have now: its days under a code begin. A start that was repeated may have
 * been heard before that, so these are the latest days, not the ones to tell a recipient.
 */
export function takenOn(attempt: Attempt, nowMs: number): Attempt {
  const { protection } = attempt;
  return protection && protection.fromMs === undefined
    ? { ...attempt, protection: { ...protection, fromMs: nowMs } }
    : attempt;
}

/** When the days of a payout under a code are over for certain; undefined of any other. */
export function protectionEndMs({ protection, startedAtMs }: Attempt): number | undefined {
  return protection && (protection.fromMs ?? startedAtMs) + protection.days * DAY_MS;
}

/** When the code of a payout is to be forgotten: some time after it was shown, or when it is good for nothing any more. */
export function codeEndsAtMs(attempt: Attempt): number | undefined {
  const { protection } = attempt;
  if (protection?.code === undefined) return undefined;
  const { shownAtMs } = protection;
  return Math.min(
    protectionEndMs(attempt) ?? Infinity,
    shownAtMs === undefined ? Infinity : shownAtMs + SHOWN_AGAIN_MS,
  );
}

/** The attempt after the provider took the recipient's account under an id. */
export function withAccount(attempt: Attempt, account: KeptAccount | undefined): Attempt {
  return account && !attempt.account ? { ...attempt, account } : attempt;
}

/** What is remembered for the recipient's next payout when the money of this attempt has been sent. */
export function remembered(
  record: SessionRecord | undefined,
  attemptId: string,
  provider: string,
): Change['recipient'] {
  const attempt = record?.purpose === 'payout' ? attemptOf(record, attemptId) : undefined;
  if (!record || attempt?.status !== 'succeeded' || !attempt.account) return undefined;
  return { provider, customer: record.customer.id, account: attempt.account };
}
