import type { SessionRecord } from '../../src/bff/record.js';

/** What must be true of a session at any moment, whatever has happened. Throws the rule that is broken. */
export function checkRules({ state, attempts, refunds = [] }: SessionRecord): void {
  const rule = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`${what}: ${JSON.stringify({ state, attempts })}`);
  };
  const paid = attempts.filter(({ status }) => status === 'succeeded');
  const parts = attempts.filter(({ status, received }) => received && status !== 'succeeded');
  const current = attempts.filter(({ status }) => status === 'starting' || status === 'waiting');
  rule(paid.length === 0 || /succeeded|needsAttention/.test(state.status), 'money came in and does not show');
  rule(paid.length > 0 || state.status !== 'succeeded', 'shows money that did not come in');
  rule(paid.length < 2 || state.status === 'needsAttention', 'paid twice and nobody looks');
  rule(current.length === (state.status === 'pending' ? 1 : 0), 'one attempt under way exactly while pending');
  rule(state.status !== 'pending' || state.attempt === current[0]?.id, 'pending with another attempt');
  for (const { id } of parts) {
    const known = state.status === 'needsAttention' || (state.status === 'pending' && state.attempt === id);
    rule(known, 'a part came in and does not show');
  }
  for (const { status, askAtMs, operation } of refunds) {
    const going = status === 'starting' || status === 'pending';
    rule(
      (askAtMs !== undefined) === going,
      `a refund that is ${status} ${going ? 'is never' : 'is still'} looked after`,
    );
    const twice = operation !== undefined && refunds.filter((other) => other.operation === operation).length > 1;
    rule(!twice, 'one operation is two refunds');
  }
  for (const { status, askAtMs, cannotAsk, startedAtMs, askedAtMs = 0 } of attempts) {
    const over = status === 'succeeded' || status === 'declined' || status === 'expired';
    const silent = over || (cannotAsk && status === 'abandoned');
    const forgotten = status === 'abandoned' && askedAtMs - startedAtMs >= 35 * 86_400_000;
    if (silent) rule(askAtMs === undefined, `an attempt that is ${status} is asked about`);
    else if (!cannotAsk && !forgotten) rule(askAtMs !== undefined, `an attempt that is ${status} is never asked about`);
  }
}
