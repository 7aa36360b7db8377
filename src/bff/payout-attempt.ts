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

/** True for a payout with an attempt under way: neither the clock nor anybody but its provider may end that. */
export function isUnderWay(record: SessionRecord): boolean {
  return record.purpose === 'payout' && record.state.status === 'pending';
}

/** When a payout that was made is asked about next; undefined when that has been long enough, or it can't be. */
export function watchAtMs(
  { cannotAsk, protection, paidAtMs, startedAtMs }: Attempt,
  nowMs: number,
): number | undefined {
  const days = Math.max(WATCH_DAYS, (protection?.days ?? 0) + 1);
  const untilMs = (paidAtMs ?? startedAtMs) + days * DAY_MS;
  return cannotAsk || nowMs >= untilMs ? undefined : Math.min(nowMs + DAY_MS, untilMs);
}

/** The attempt after the provider took the recipient's account under an id: what was typed in is not needed again. */
export function withAccount(attempt: Attempt, account: KeptAccount | undefined): Attempt {
  if (!account || attempt.account) return attempt;
  const { saved } = attempt.input;
  return { ...attempt, account, input: saved === undefined ? {} : { saved } };
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
