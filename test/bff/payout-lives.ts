import type { ConfirmRequest } from '../../src/contract/requests.js';
import { Refusal } from '../../src/bff/problem-response.js';
import type { ProviderMessage } from '../../src/bff/provider.js';
import type { SessionRecord } from '../../src/bff/record.js';
import { MemoryStore } from '../../src/bff/store/memory.js';
import { dice } from './dice.js';
import { FakePayer } from './fake-payer.js';
import { Crash, FrailProcess } from './frail.js';
import { PayoutDesk } from './payout-desk.js';
import { checkPayout } from './payout-rules.js';
import { BANK, PAYOUT, PURSE } from './payout-till.js';
import { Clock } from './till.js';

/** What recipient and shop may rightly hear. */
const REFUSED =
  /^(attempt-in-progress|session-|payout-in-progress|answer-|code-|input-invalid|idempotency-key-reused|unavailable)/;

/** How a payout ends at the provider: the event's name and what it says. */
type End = [key: string, outcome: ProviderMessage['outcome']];
const PAID: End = ['success', { type: 'paid' }];
const FAILED: End = ['failed', { type: 'declined', code: 'account-not-found' }];

/** What a life was like. */
export interface PayoutLife {
  moves: number;
  crashes: number;
  /** How often money went out; more than once only where it had come back. */
  sent: number;
  status: SessionRecord['state']['status'];
}

/**
 * The whole life of a payout with everything that may happen to it drawn by lot, several things at once at two processes
 * that stop at any call: presses on two devices, guesses at the question, calls back by recipient and shop, starts that
 * are lost or never arrive, money that is sent, refused, or comes back, messages that are late, repeated and out of order
 * or never come, and time that passes.
 *
 * @throws Error when a rule is broken or when in the end our books and the provider's differ
 */
export async function payoutLife(seed: number): Promise<PayoutLife> {
  const roll = dice(seed);
  const pick = <T>(...all: T[]): T => all[Math.floor(roll() * all.length)] as T;
  const clock = new Clock();
  const payer = new FakePayer(clock.now);
  const store = new MemoryStore();
  const life: PayoutLife = { moves: 0, crashes: 0, sent: 0, status: 'open' };
  /** Every second provider never takes back what it said: then there is nothing that a person has to look at. */
  const plain = seed % 2 === 0;
  let calm = false;

  const boot = () => {
    const strike = () => (!calm && roll() < 0.015 ? pick('before' as const, 'after' as const) : undefined);
    return new PayoutDesk(new FrailProcess(strike), { store, payer, now: clock.now });
  };
  const desks = [boot(), boot()];
  /** Does something at one of the processes; one that stops on it is started again. @returns true when it got through */
  const at = async (work: (desk: PayoutDesk) => Promise<unknown>): Promise<boolean> => {
    const place = Math.floor(roll() * 2);
    const desk = desks[place] ?? boot();
    try {
      await work(desk);
      return true;
    } catch (error) {
      if (error instanceof Refusal && REFUSED.test(error.code)) return true;
      if (!(error instanceof Crash)) throw error;
      return false;
    } finally {
      if (desk.process.stopped && desks[place] === desk) {
        desks[place] = boot();
        life.crashes += 1;
      }
    }
  };
  const again = async (work: (desk: PayoutDesk) => Promise<unknown>) => {
    while (!(await at(work)));
  };

  const question = roll() < 0.3 ? { text: 'Where?', answer: 'Here' } : undefined;
  const protectionDays = roll() < 0.5 ? pick(1, 35) : undefined;
  const direct = roll() < 0.3 ? { ...PURSE, ...(protectionDays && { protectionDays }) } : undefined;
  const request = {
    ...PAYOUT,
    expiresInSeconds: pick(60, 3600, 30 * 86_400),
    ...(question && { question }),
    ...(direct && { destination: direct }),
  };
  const starts = () => (payer.startsGo = pick('well', 'well', 'well', 'lost', 'down', 'refused', 'throw'));
  starts();
  await again((desk) => desk.create(request, 'the-only-one'));
  const [made, ...more] = await store.recent(9);
  if (!made || more.length > 0) throw new Error(`one key made ${1 + more.length} payouts`);
  const { id } = made;
  const stored = async (): Promise<SessionRecord> => (await store.get(id)) ?? made;

  /** Everything that the provider has to tell, in the order in which it came to be. */
  const news: ProviderMessage[] = [];
  const decide = (attempt: string, key: string, outcome: ProviderMessage['outcome']) => {
    payer.decide(attempt, key, outcome);
    news.push(payer.message(attempt, key, outcome));
  };
  const book = async () => {
    await Promise.resolve();
    const [attempt, known] = pick(...payer.books.entries()) ?? [];
    if (attempt === undefined || !known) return;
    if (known.outcome.type === 'pending') {
      decide(attempt, ...pick<End>(PAID, PAID, FAILED));
    } else if (known.outcome.type === 'paid' && !plain && roll() < 0.4) {
      decide(attempt, 'returned', { type: 'declined', code: 'declined' });
    }
  };
  const tell = async (message: ProviderMessage | undefined) => {
    if (message) await again((desk) => desk.tell(message));
  };
  payer.duringStart = () => (roll() < 0.1 ? book() : Promise.resolve());
  payer.duringCancel = () => (roll() < 0.2 ? tell(news.at(-1)) : Promise.resolve());
  const press = async () => {
    starts();
    const wish = pick<ConfirmRequest>(BANK, PURSE, { method: 'fake:bank', input: { saved: 'acc-093' } });
    const answer = question && { answer: roll() < 0.8 ? 'here' : 'there' };
    await at((desk) => desk.confirm(id, `press-${Math.floor(roll() * 20)}`, { ...wish, ...answer }));
  };
  const callBack = async () => {
    payer.cancelsGo = pick('well', 'well', 'too-late', 'lost', 'down', 'throw');
    if (roll() < 0.2) await at((desk) => desk.shopCancel(id));
    else await at((desk) => desk.cancel(id, roll() < 0.9 ? 'attempt' : 'session'));
  };
  const moves: (() => Promise<unknown>)[] = [
    press,
    press,
    callBack,
    book,
    () => tell(pick(...news)),
    () => tell(news.at(-1)),
    () => at((desk) => desk.code(id, pick('a', 'b'))),
    () => (question ? at((desk) => desk.answer(id, pick('here', 'here', 'there'))) : at((desk) => desk.read(id))),
    () => at((desk) => desk.create(request, 'the-only-one')),
    () => at((desk) => desk.sweep()),
    async () => {
      await Promise.resolve();
      payer.asksGo = pick('well', 'well', 'unknown', 'throw');
      clock.pass(pick(1, 16, 61, 700, 5000, 90_000));
    },
  ];
  for (let turn = 0; turn < 14; turn += 1) {
    const several = Array.from({ length: pick(1, 2, 3) }, () => pick(...moves)());
    life.moves += several.length;
    await Promise.all(several);
    checkPayout(await stored(), payer);
  }

  calm = true;
  payer.asksGo = 'well';
  payer.startsGo = 'well';
  for (let round = 0; round < 12; round += 1) {
    for (const [attempt, { outcome }] of payer.books) {
      if (outcome.type === 'pending') decide(attempt, ...PAID);
    }
    for (const one of news) if (roll() < 0.3) await tell(one);
    clock.pass(round < 6 ? 3600 : 6 * 86_400);
    await at((desk) => desk.sweep());
  }
  for (let day = 0; day < 45; day += 1) {
    clock.pass(86_400);
    await at((desk) => desk.sweep());
  }
  const record = await stored();
  checkPayout(record, payer);
  agree(record, payer);
  if (plain && record.state.status === 'needsAttention') throw new Error(`a doubt: ${JSON.stringify(record)}`);
  const due = await store.due(Number.MAX_SAFE_INTEGER, 9);
  if (due.length > 0) throw new Error(`for ever due: ${JSON.stringify(record)}`);
  if ((await store.recent(9)).length > 1) throw new Error('one key made two payouts');
  return { ...life, sent: payer.everSent.size, status: record.state.status };
}

/** Our books and the provider's, when nothing is under way any more. A person looks where they were told apart. */
function agree({ state, attempts, amount }: SessionRecord, payer: FakePayer): void {
  const rule = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`${what}: ${JSON.stringify({ state, attempts, sent: [...payer.sent] })}`);
  };
  rule(state.status !== 'pending', 'it never ends');
  if (state.status === 'needsAttention') return;
  rule(payer.out === (state.status === 'succeeded' ? amount.value : 0), 'the sums differ');
  for (const { id, status } of attempts) rule(payer.sent.has(id) === (status === 'succeeded'), 'an attempt differs');
}
