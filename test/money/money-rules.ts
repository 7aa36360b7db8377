import type { SessionRecord } from '../../src/bff/record.js';
import { checkRules } from '../bff/rules.js';
import type { Town } from './town.js';

/** @throws Error with the rule that is broken */
export function rule(holds: boolean, what: string, about: unknown): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(about)}`);
}

/** What the providers have of the attempts of a payout: money that is with the recipient or on its way there. */
function outOf(town: Town, { attempts }: SessionRecord): string[] {
  const ids = attempts.map(({ id }) => id);
  const live = ['offered', 'registered', 'made', 'sent'];
  const atGmo = town.gmo.deposits().filter(({ state }) => live.includes(state));
  const atMonetix = town.monetix.payouts().filter(({ status, hold }) => status !== 'decline' && hold !== 'returned');
  return [
    ...atGmo.filter(({ depositId }) => ids.some((id) => id.startsWith(depositId))).map(({ depositId }) => depositId),
    ...atMonetix.filter(({ paymentId }) => ids.includes(paymentId)).map(({ paymentId }) => paymentId),
  ];
}

/** What must be true of every session at any moment, whatever has happened. @throws Error with the rule that is broken */
export function checkMoney(town: Town, records: readonly SessionRecord[]): void {
  for (const record of records) {
    const { purpose, state, attempts, direct, refunds = [] } = record;
    const alive = attempts.filter(({ status }) => status === 'starting' || status === 'waiting');
    if (purpose === 'payment') checkRules(record);
    else {
      const out = outOf(town, record);
      rule(out.length <= 1, 'on its way twice', { out, record });
      rule(alive.length === (state.status === 'pending' ? 1 : 0), 'one attempt is alive exactly while pending', record);
      rule(!attempts.some(({ status }) => status === 'abandoned'), 'given up without its provider', record);
      rule(!direct || (attempts.length === 1 && state.status !== 'open'), 'chosen again though the shop chose', record);
      // Where a provider says of a payout first that it is there, and then that it is not, either may come last.
      const certain = town.options.monetix?.protectedWait !== 'success';
      rule(!certain || state.status !== 'needsAttention', 'a doubt that no provider gave a reason for', record);
    }
    for (const attempt of attempts) {
      const going = refunds.filter((refund) => refund.attempt === attempt.id && refund.status !== 'declined');
      const sum = going.reduce((total, { amount }) => total + amount.value, 0);
      rule(sum <= (attempt.received ?? record.amount).value, 'more than was paid is on its way back', record);
    }
  }
}

/** What must be true when everything has had its time. @throws Error with the rule that is broken */
export async function checkSettled(town: Town, records: readonly SessionRecord[]): Promise<void> {
  for (const record of records) {
    rule(record.state.status !== 'pending', 'it never ends', record);
    const open = (record.refunds ?? []).filter(({ status }) => status !== 'succeeded' && status !== 'declined');
    rule(open.length === 0, 'a refund that never ends', record);
  }
  const due = await town.store.due(Number.MAX_SAFE_INTEGER, 9);
  rule(due.length === 0, `something is for ever due at ${town.clock.ms}`, due);
}
