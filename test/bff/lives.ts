import type { MessageOutcome } from '../../src/bff/provider.js';
import type { SessionRecord } from '../../src/bff/record.js';
import type { NextAction } from '../../src/contract/next-action.js';
import { dice } from './dice.js';
import { FakeProvider, REDIRECT } from './fake-provider.js';
import { checkRules } from './rules.js';
import { Clock, Till } from './till.js';

const part = (value: number): MessageOutcome => ({ type: 'pending', received: { value, currency: 'USD' } });

/**
 * The whole life of a session with everything that may happen to it drawn by lot, by a provider that can be asked or not:
 * presses, returns, messages of every kind and in any order, several at once at two processes, and time that passes.
 *
 * @throws Error when a rule is broken, when money is lost, or when anything is still due long after
 */
export async function life(seed: number): Promise<SessionRecord> {
  const roll = dice(seed);
  const pick = <T>(...all: T[]): T => all[Math.floor(roll() * all.length)] as T;
  const clock = new Clock();
  const provider = new FakeProvider(clock.now);
  if (seed % 2 === 0) provider.askAfterMs = undefined;
  const till = new Till({ clock, provider });
  // A second process on the same store.
  const other = new Till({ clock, provider, store: till.store });
  const desk = () => pick(till, other);
  const id = await till.open();
  const paid = new Set<string>();
  let messages = 0;

  const attempt = async () => pick(...(await till.record(id)).attempts)?.id;
  const tell = async (outcome: MessageOutcome, value = 8420) => {
    const one = await attempt();
    if (one === undefined) return;
    messages += 1;
    const told = await desk().webhook({ attempt: one, key: `m${messages}`, outcome, value });
    if (told.status === 200 && outcome.type === 'paid') paid.add(one);
  };
  const step = (): NextAction => {
    const deadline = new Date(clock.ms + pick(-5, 3, 600, 5000, 35 * 86_400) * 1000).toISOString();
    return pick<NextAction>(
      REDIRECT,
      { ...REDIRECT, deadline } as NextAction,
      { type: 'bankTransfer', accountNumber: '2481093', deadline },
      { type: 'qr', payload: 'x'.repeat(3000), deadline },
      { type: 'wait' },
    );
  };
  const moves: (() => Promise<unknown>)[] = [
    () => {
      provider.nextAction = step();
      provider.startsGo = pick('well', 'well', 'well', 'lost', 'down', 'refused', 'throw');
      return desk().confirm(id, { method: 'fake:page' }, `press-${Math.floor(roll() * 30)}`);
    },
    () => desk().cancel(id, roll() < 0.1 ? 'session' : 'attempt'),
    async () => desk().comeBack((await attempt()) ?? 'nobody', pick('success', 'decline', 'return', 'cancel')),
    () => tell({ type: 'paid' }, pick(8420, 8420, 8419, 9000)),
    () => tell({ type: 'paid', overpaid: true }, pick(8420, 9000, 9500)),
    () => tell(part(pick(100, 8000))),
    () => tell(pick<MessageOutcome>({ type: 'declined', code: 'declined' }, { type: 'expired' }, { type: 'pending' })),
    () => tell({ type: 'pending', nextAction: step() }),
    () => (roll() < 0.3 ? tell({ type: 'doubtful', code: 'message-odd' }) : desk().bff.sweep()),
    () => desk().get(id),
    () => Promise.resolve(clock.pass(pick(1, 15, 61, 600, 4000))),
  ];
  for (let turn = 0; turn < 12; turn += 1) {
    await Promise.all(Array.from({ length: pick(1, 1, 3) }, () => pick(...moves)()));
    checkRules(await till.record(id));
  }
  for (let day = 0; day < 75; day += 1) {
    clock.pass(day < 10 ? 3600 : 86_400);
    await till.bff.sweep();
  }
  const record = await till.record(id);
  checkRules(record);
  for (const one of paid) {
    if (record.attempts.find((known) => known.id === one)?.status !== 'succeeded') throw new Error(`lost: ${one}`);
  }
  if (/open|pending/.test(record.state.status)) throw new Error(`it never ends: ${record.state.status}`);
  const due = await till.store.due(Number.MAX_SAFE_INTEGER, 10);
  if (due.length > 0) throw new Error(`for ever due: ${JSON.stringify(record)}`);
  if (provider.violations.length > 0) throw new Error(provider.violations.join());
  return record;
}
