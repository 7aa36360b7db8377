import type { SessionRecord } from '../../src/bff/record.js';
import type { FakePayer } from './fake-payer.js';

/** What must be true of a payout at any moment, whatever has happened. Throws the rule that is broken. */
export function checkPayout({ state, attempts, amount, direct, question }: SessionRecord, payer: FakePayer): void {
  const rule = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`${what}: ${JSON.stringify({ state, attempts, sent: [...payer.sent] })}`);
  };
  const alive = attempts.filter(({ status }) => status === 'starting' || status === 'waiting');
  const given = attempts.filter(({ status }) => status === 'abandoned');
  rule(payer.out <= amount.value, 'more is out than is owed');
  rule(payer.violations.length === 0, payer.violations.join());
  rule(alive.length === (state.status === 'pending' ? 1 : 0), 'one attempt is alive exactly while pending');
  rule(state.status !== 'pending' || state.attempt === alive[0]?.id, 'pending with another attempt');
  rule(given.length === 0 || state.status === 'needsAttention', 'an attempt was given up without its provider');
  rule(!direct || attempts.length === 1, 'chosen again where the shop had said where it goes');
  rule(!direct || state.status !== 'open', 'open where the shop had said where it goes');
  rule((question?.triesLeft ?? 0) >= 0 && (question?.triesLeft ?? 0) <= 5, 'tries that never were');
  const paid = attempts.filter(({ status }) => status === 'succeeded');
  rule(paid.length === 0 || /succeeded|needsAttention/.test(state.status), 'it was sent and does not show');
  rule(paid.length > 0 || state.status !== 'succeeded', 'shows what was not sent');
  for (const { status, askAtMs, cannotAsk } of attempts) {
    if (status === 'waiting' && !cannotAsk) rule(askAtMs !== undefined, 'nobody asks what became of it');
    if (status === 'declined') rule(askAtMs === undefined, 'it is over and still asked about');
  }
}
