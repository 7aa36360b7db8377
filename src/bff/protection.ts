import { attemptOf, changed } from './attempts.js';
import { change } from './changing.js';
import { codeEndsAtMs, DAY_MS, SHOWN_AGAIN_MS } from './payout-attempt.js';
import { Refusal } from './problem-response.js';
import { InputRefusal } from './provider.js';
import type { Provider } from './provider.js';
import type { Attempt, SessionRecord } from './record.js';
import type { Settings } from './settings.js';

/** Letters and digits that nobody takes for one another: no I, O, 0, 1. 32 of them, so that a byte maps evenly. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

type Protection = NonNullable<Attempt['protection']>;

/**
 * A new code (8 letters and digits, 40 random bits) for money that can be used only with it. Nobody gets to know it but
 * the provider and, once, the recipient.
 *
 * @throws InputRefusal `protectionDays: protection-days-invalid` when the method has no such code or not for that long
 */
export function newProtection(provider: Provider, method: string, days: number): Protection {
  const { minDays = 1, maxDays = 0 } = provider.payouts?.protection?.(method) ?? {};
  if (days < minDays || days > maxDays) throw new InputRefusal('protectionDays', 'protection-days-invalid');
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return { days, code: Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('') };
}

/** Until when the code is good for certain, epoch milliseconds: the provider may have heard of it at the first try. */
export function protectedUntilMs(attempt: Attempt, { days }: Protection): number {
  return attempt.startedAtMs + days * DAY_MS;
}

/**
 * Gives the code of the payout under way or done, once.
 *
 * @param key the Idempotency-Key of this press: the same one gives the code again for ten minutes.
 * @throws Refusal `code-not-available`, `code-already-shown`, `session-not-found`, `unavailable`
 */
export async function showCode({ store, now }: Settings, sessionId: string, key: string): Promise<string> {
  let code: string | undefined;
  const shown = (record: SessionRecord) => {
    const attempt = protectedAttempt(record);
    const nowMs = now();
    if (!attempt) throw new Refusal('code-not-available');
    const { protection } = attempt;
    const { shownAtMs } = protection;
    const again = protection.shownKey === key && shownAtMs !== undefined && nowMs < shownAtMs + SHOWN_AGAIN_MS;
    if (shownAtMs !== undefined && !again) throw new Refusal('code-already-shown');
    if (protection.code === undefined) throw new Refusal('code-not-available');
    code = protection.code;
    if (again) return undefined;
    const askAtMs = Math.min(attempt.askAtMs ?? Infinity, nowMs + SHOWN_AGAIN_MS);
    return changed(record, {}, { ...attempt, askAtMs, protection: { ...protection, shownAtMs: nowMs, shownKey: key } });
  };
  if (!(await change(store, sessionId, shown))) throw new Refusal('session-not-found');
  return code ?? '';
}

/** The attempt whose code may be shown: the provider has it, and the money is not back. */
function protectedAttempt({ state, ...record }: SessionRecord): (Attempt & { protection: Protection }) | undefined {
  if (state.status !== 'pending' && state.status !== 'succeeded') return undefined;
  const attempt = attemptOf({ state, ...record }, state.attempt);
  const known = attempt?.status === 'waiting' || attempt?.status === 'succeeded';
  return known && attempt.protection ? { ...attempt, protection: attempt.protection } : undefined;
}

/** Erases codes that are not needed any more: shown a while ago, good for nothing now, or of money that is back. */
export async function forgetCode({ store, now }: Settings, record: SessionRecord): Promise<SessionRecord> {
  if (!codesForgotten(record, now())) return record;
  return (await change(store, record.id, (latest) => codesForgotten(latest, now())))?.record ?? record;
}

function codesForgotten(record: SessionRecord, nowMs: number): SessionRecord | undefined {
  const attempts = record.attempts.map((attempt) => withoutCode(attempt, nowMs));
  return attempts.some((attempt, i) => attempt !== record.attempts[i]) ? changed(record, { attempts }) : undefined;
}

function withoutCode(attempt: Attempt, nowMs: number): Attempt {
  const { protection, status, cannotAsk } = attempt;
  if (protection?.code === undefined || status === 'starting') return attempt;
  const { days, fromMs, shownAtMs } = protection;
  const back = status === 'declined' || status === 'expired';
  if (!back && nowMs < (codeEndsAtMs(attempt) ?? nowMs)) return attempt;
  const left = { days, ...(fromMs !== undefined && { fromMs }), ...(shownAtMs !== undefined && { shownAtMs }) };
  // Of one that can't be asked about, nothing else was due.
  return { ...attempt, protection: left, ...(cannotAsk && { askAtMs: undefined }) };
}
