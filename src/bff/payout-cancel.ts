import { askableFromMs, attemptOf, changed, currentAttempt } from './attempts.js';
import { change } from './changing.js';
import { errorFacts } from './log.js';
import { payoutCanceled } from './payout-life.js';
import { answered } from './payout-question.js';
import { Refusal } from './problem-response.js';
import type { Provider } from './provider.js';
import type { Attempt, SessionRecord } from './record.js';
import type { Settings } from './settings.js';
import type { Change } from './store/store.js';
import { providerOf } from './to-session.js';
import { sessionCanceled } from './transitions.js';

/** True for a payout that its recipient may give up: not what the shop itself has sent. */
export function recipientMayCancel({ direct }: SessionRecord): boolean {
  return !direct;
}

/**
 * The recipient gives up the attempt under way, as {@link cancelPayout} does; the payout itself only the shop can take
 * back. Who has no more than the link can't where a question has to be answered.
 *
 * @throws Refusal `payout-in-progress`, `answer-missing`, `answer-wrong`, `unavailable`
 */
export async function recipientCancels(
  settings: Settings,
  record: SessionRecord,
  answer: string | undefined,
  along: Pick<Change, 'idempotency'> = {},
): Promise<SessionRecord> {
  if (!recipientMayCancel(record)) throw new Refusal('payout-in-progress');
  return cancelPayout(settings, await answered(settings, record, answer), 'attempt', along);
}

/**
 * Gives up a payout that is open, or calls back the attempt under way.
 *
 * @throws Refusal as {@link callPayoutBack}
 */
export async function cancelPayout(
  settings: Settings,
  record: SessionRecord,
  scope: 'attempt' | 'session',
  along: Pick<Change, 'idempotency'> = {},
): Promise<SessionRecord> {
  if (record.state.status === 'pending') return callPayoutBack(settings, record, scope, along);
  const givenUp = (latest: SessionRecord) => {
    // Somebody has chosen meanwhile.
    if (latest.state.status === 'pending') throw new Refusal('payout-in-progress');
    return scope === 'session' ? sessionCanceled(latest, settings.now()) : undefined;
  };
  return (await change(settings.store, record.id, givenUp, along))?.record ?? record;
}

/**
 * Calls a payout back that is under way. Its attempt is over only when the provider says so; anything else leaves it as
 * it is, and an unclear answer makes the question for its status due.
 *
 * @param scope `attempt`: the recipient may choose again; `session`: the payout is over, as soon as the provider's word is
 *   there.
 * @throws Refusal `payout-in-progress` when it can't be called back (any more), `unavailable` when the shop has to ask
 *   again, or to look later, what became of its wish
 */
async function callPayoutBack(
  settings: Settings,
  record: SessionRecord,
  scope: 'attempt' | 'session',
  along: Pick<Change, 'idempotency'>,
): Promise<SessionRecord> {
  const { store, now, rules, providers } = settings;
  const attempt = currentAttempt(record);
  const provider = attempt?.status === 'waiting' ? providerOf(attempt.method, providers) : undefined;
  if (!attempt || !provider) throw new Refusal('payout-in-progress');
  if (scope === 'session') {
    // Written down before the provider hears of it: whatever is lost, nobody chooses again.
    const wished = await change(store, record.id, (latest) => withdrawn(latest, attempt.id, true));
    const latest = wished?.record ?? record;
    if (currentAttempt(latest)?.id !== attempt.id) return cancelPayout(settings, latest, scope, along);
  }
  const said = await asked(settings, provider, attempt);
  if (said === 'unknown') {
    await change(store, record.id, (latest) => questionDue(latest, attempt.id, now()));
    if (scope === 'session') throw new Refusal('unavailable', { headers: { 'Retry-After': '10' } });
    throw new Refusal('payout-in-progress');
  }
  if (said === 'too-late') {
    const unwished = (latest: SessionRecord) => withdrawn(latest, attempt.id, false);
    const left = scope === 'session' ? await change(store, record.id, unwished) : undefined;
    // Over it is all the same: its provider's message was faster.
    if (left?.record.state.status === 'canceled') return left.record;
    throw new Refusal('payout-in-progress');
  }
  const over = (latest: SessionRecord) => payoutCanceled(latest, attempt.id, scope, { nowMs: now(), rules });
  const after = (await change(store, record.id, over, along))?.record ?? record;
  if (after.state.status === 'pending') throw new Refusal('payout-in-progress');
  return after;
}

/**
 * The record with the shop's wish to have a payout back, or without it.
 *
 * @returns undefined when another attempt is under way by now, or nothing changes
 */
function withdrawn(record: SessionRecord, attemptId: string, wish: boolean): SessionRecord | undefined {
  const same = currentAttempt(record)?.id === attemptId && (record.withdrawn ?? false) !== wish;
  return same ? { ...changed(record, {}), withdrawn: wish } : undefined;
}

async function asked(
  { log }: Settings,
  provider: Provider,
  attempt: Attempt,
): Promise<'canceled' | 'too-late' | 'unknown'> {
  const facts = { event: 'provider-cancel', provider: provider.id };
  try {
    const said = (await provider.payouts?.cancel?.(attempt)) ?? 'too-late';
    log({ level: 'info', ...facts, answer: said });
    return said;
  } catch (error) {
    log({ level: 'warn', ...facts, ...errorFacts(error) });
    return 'unknown';
  }
}

function questionDue(record: SessionRecord, attemptId: string, nowMs: number): SessionRecord | undefined {
  const attempt = attemptOf(record, attemptId);
  if (attempt?.status !== 'waiting' || attempt.cannotAsk) return undefined;
  return changed(record, {}, { ...attempt, asks: 0, askAtMs: Math.max(nowMs, askableFromMs(attempt)) });
}
