import type { PayoutFacts, PayoutWay } from '../contract/payout.js';
import type { Method } from '../contract/session.js';
import { attemptOf, START_GRACE_MS } from './attempts.js';
import { businessDaysAfter, daysAfter, japanDay, japanDayMs } from './japan-days.js';
import { recipientMayCancel } from './payout-cancel.js';
import { protectedUntilMs } from './protection.js';
import type { Provider } from './provider.js';
import type { Attempt, SessionRecord } from './record.js';
import { instant, offerOf, providerOf } from './to-session.js';

/** False for a payout whose question nobody has answered yet: a link alone shows neither an account nor a number. */
export function isAnswered({ question }: SessionRecord): boolean {
  return !question || question.passed;
}

/**
 * What a page may know of a payout. Who has no more than the link and has not answered the question sees nothing of any
 * account, and the protection code is in no session at all.
 */
export function payoutFacts(
  record: SessionRecord,
  providers: readonly Provider[],
  methods: readonly Method[],
): PayoutFacts {
  const { state, question } = record;
  const attempt = 'attempt' in state && state.attempt !== undefined ? attemptOf(record, state.attempt) : undefined;
  const chooses = state.status === 'open' || state.status === 'pending';
  const known = isAnswered(record);
  return {
    ...(chooses && { ways: waysOf(record, providers, methods, known && state.status === 'open') }),
    ...(question && { question: questionOf(question) }),
    ...(attempt?.destination && known && { destination: attempt.destination }),
    ...(attempt?.status === 'starting' && { starting: true }),
    ...(state.status === 'open' && record.attempts.at(-1)?.paidAtMs !== undefined && { sentBack: true }),
    ...(attempt && (chooses || state.status === 'succeeded') && arrival(record, attempt, providers)),
    ...(attempt && state.status === 'pending' && { cancelable: isCancelable(record, attempt, providers) }),
    ...(attempt?.protection && { protection: protectionOf(attempt, attempt.protection) }),
  };
}

function questionOf({ text, triesLeft, passed }: NonNullable<SessionRecord['question']>): PayoutFacts['question'] {
  return { text, triesLeft, ...(passed && { answered: true }) };
}

/**
 * True when the recipient may ask the provider to call the attempt back and choose another way: not what the shop itself
 * has sent.
 */
function isCancelable(record: SessionRecord, attempt: Attempt, providers: readonly Provider[]): boolean {
  if (!recipientMayCancel(record) || attempt.status !== 'waiting') return false;
  return providerOf(attempt.method, providers)?.payouts?.cancel !== undefined;
}

function waysOf(
  record: SessionRecord,
  providers: readonly Provider[],
  methods: readonly Method[],
  withSaved: boolean,
): Record<string, PayoutWay> {
  const offer = offerOf(record);
  const ways = methods.flatMap(({ id }): [string, PayoutWay][] => {
    const provider = providerOf(id, providers);
    const way = provider?.payouts?.way(id, offer, withSaved ? record.kept?.[provider.id] : undefined);
    return way ? [[id, way]] : [];
  });
  return Object.fromEntries(ways);
}

/**
 * When the money should be there: business days in Japan after the start, from the beginning of the first to the end of
 * the last. Nothing is said of what arrives at once, or of a way that names no days.
 */
function arrival(
  record: SessionRecord,
  attempt: Attempt,
  providers: readonly Provider[],
): Pick<PayoutFacts, 'arrivesFrom' | 'arrivesBy'> {
  const payouts = providerOf(attempt.method, providers)?.payouts;
  const { minDays, maxDays = minDays } = payouts?.way(attempt.method, offerOf(record), undefined) ?? {};
  if (minDays === undefined || !maxDays) return {};
  const day = japanDay(attempt.startedAtMs);
  const fromMs = Math.max(attempt.startedAtMs, japanDayMs(businessDaysAfter(day, minDays)));
  const byMs = japanDayMs(daysAfter(businessDaysAfter(day, maxDays), 1)) - 1;
  return { arrivesFrom: instant(fromMs), arrivesBy: instant(byMs) };
}

function protectionOf(
  attempt: Attempt,
  protection: NonNullable<Attempt['protection']>,
): NonNullable<PayoutFacts['protection']> {
  const { days, fromMs = attempt.startedAtMs, shownAtMs } = protection;
  // Which of several tries its provider heard first is not known, and so is not when its days began.
  const repeated = fromMs - attempt.startedAtMs > START_GRACE_MS;
  const until = instant(protectedUntilMs(attempt, protection));
  return { days, ...(!repeated && { until }), ...(shownAtMs !== undefined && { shownAt: instant(shownAtMs) }) };
}
