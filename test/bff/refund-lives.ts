import { Inbox } from '../../src/bff/inbox.js';
import { Refusal } from '../../src/bff/problem-response.js';
import type { RefundRecord, SessionRecord } from '../../src/bff/record.js';
import { RefundAsker } from '../../src/bff/refund-asking.js';
import { RefundService } from '../../src/bff/refunding.js';
import { createSessionSigner, generateSigningKey } from '../../src/bff/session-signer.js';
import { readOptions } from '../../src/bff/settings.js';
import { shownState } from '../../src/bff/shown-state.js';
import { MemoryStore } from '../../src/bff/store/memory.js';
import { dice } from './dice.js';
import { FakeProvider } from './fake-provider.js';
import { FakeRefunds } from './fake-refunds.js';
import type { FakeOperation } from './fake-refunds.js';
import { Crash, FrailProcess } from './frail.js';
import { usd } from './refund-case.js';
import { checkRules } from './rules.js';
import { Clock, ISSUER, SHOP, START_MS } from './till.js';

const PAID = 100;
const ORDER = 'order-1';
const signer = createSessionSigner([await generateSigningKey()]);

/** What a shop rightly gets to hear when it asks too often or for too much. */
const REFUSED = /^(refund-in-progress|refund-exceeds-rest|refund-settled|unavailable)$/;
const KINDS = ['asked', 'silent', 'telling'] as const;
const MANUAL = { type: 'manual', manual: { instruction: 'by-hand', requestBy: '2027-02-28' } } as const;
const OUTCOMES = ['pending', 'succeeded', 'declined'] as const;

const total = (list: readonly RefundRecord[]) => list.reduce((sum, { amount }) => sum + amount.value, 0);

/** A session that has been paid. */
export function paidRecord(more: Partial<SessionRecord> = {}): SessionRecord {
  const started = { id: 'a', method: 'fake:page', input: {}, startedAtMs: START_MS, asks: 0 };
  return {
    id: 's',
    rev: 1,
    purpose: 'payment',
    audience: SHOP,
    amount: usd(PAID),
    order: { id: ORDER, returnUrl: `${SHOP}/` },
    customer: { id: 'buyer-7' },
    state: { status: 'succeeded', attempt: 'a' },
    attempts: [{ ...started, status: 'succeeded', paidAtMs: START_MS }],
    createdAtMs: START_MS,
    expiresAtMs: START_MS + 3_600_000,
    ...more,
  };
}

/** What a life was like. */
export interface Life {
  moves: number;
  crashes: number;
  refunds: number;
  attention: boolean;
}

/**
 * The refunds of one payment with everything that may happen to them drawn by lot: requests of all sizes at two processes
 * at once, answers of all kinds, messages that are late, repeated and out of order, refunds made in the provider's own
 * tool, processes that stop at any call, and a shop that settles what nobody can be asked about. By providers of three
 * kinds: one that can be asked, one that answers at once and tells nothing more, and one that only sends messages.
 *
 * @throws Error when in the end our sums and the provider's books differ
 */
export async function refundLife(seed: number): Promise<Life> {
  const roll = dice(seed);
  const pick = <T>(...all: T[]): T => all[Math.floor(roll() * all.length)] as T;
  const kind = KINDS[seed % 3] ?? 'asked';
  const clock = new Clock();
  const refunds = new FakeRefunds();
  if (kind !== 'asked') delete refunds.ask;
  const store = new MemoryStore();
  await store.create({ record: paidRecord() });
  const life: Life = { moves: 0, crashes: 0, refunds: 0, attention: false };
  const rule = (holds: boolean, what: string) => {
    if (!holds) throw new Error(what);
  };
  const stored = async (): Promise<SessionRecord> => (await store.get('s')) ?? paidRecord();
  let calm = false;

  const boot = () => {
    const process = new FrailProcess(() => (!calm && roll() < 0.02 ? pick('before', 'after') : undefined));
    const provider = new FakeProvider(clock.now);
    provider.refunds = process.wrap(refunds, ['start', 'ask']);
    const options = { issuer: ISSUER, origins: [SHOP], apiKeys: ['k'], signer, providers: [provider], now: clock.now };
    const calls = ['get', 'change', 'findIdempotency', 'findByOrder', 'findByAttempt', 'keepMessage'] as const;
    const settings = readOptions({ ...options, store: process.wrap(store, calls) });
    const asker = new RefundAsker(settings);
    return { process, asker, service: new RefundService(settings, asker), inbox: new Inbox(settings) };
  };
  const desks = [boot(), boot()];
  /** Does something at one of the processes; one that stops on it is started again. @returns true when it got through */
  const at = async (work: (desk: ReturnType<typeof boot>) => Promise<unknown>): Promise<boolean> => {
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

  /** What a key was used for first, and the refund that it gave. */
  const wishes = new Map<string, number | undefined>();
  const given = new Map<string, string>();
  const request = async () => {
    refunds.go =
      kind === 'silent'
        ? pick('done', 'done', 'declined', 'lost', 'down', 'throw')
        : pick('accepted', 'accepted', 'declined', 'lost', 'down', 'throw');
    refunds.end = kind === 'silent' ? 'succeeded' : pick(...OUTCOMES, 'pending');
    const key = `key-${Math.floor(roll() * 12)}`;
    if (!wishes.has(key)) wishes.set(key, pick(undefined, 10, 10, 10, 30, 100, 120));
    const value = wishes.get(key);
    await at(async ({ service }) => {
      const refund = await service.request(ORDER, key, value === undefined ? {} : { amount: usd(value) });
      rule((given.get(key) ?? refund.id) === refund.id, 'one key, two refunds');
      given.set(key, refund.id);
    });
  };
  const tell = async (one: FakeOperation | undefined, as: FakeOperation['status']) => {
    // It can't speak of an end that has not come.
    if (!one || kind === 'silent' || (as !== 'pending' && as !== one.status)) return;
    while (!(await at(({ inbox }) => inbox.refundArrived('fake', refunds.message(one, as)))));
  };
  const decide = async () => {
    await Promise.resolve();
    const open = refunds.operations.filter(({ status }) => status === 'pending');
    const one = pick(...open);
    if (open.length > 0) one.status = pick('succeeded', 'succeeded', 'declined');
  };
  const byHand = async () => {
    const amount = pick(7, 13);
    const room = PAID - refunds.sum('a', ['pending', 'succeeded']);
    if (kind !== 'silent' && amount <= room && roll() < 0.3)
      await tell(refunds.make('a', usd(amount), 'succeeded'), 'succeeded');
  };
  /** The shop looks into the provider's tool, once nothing is under way there any more, or makes the refund there. */
  const found = new Map<string, 'succeeded' | 'declined'>();
  const settle = async () => {
    const mine = ((await stored()).refunds ?? []).filter(({ status }) => status === 'unknown' || status === 'manual');
    const one = pick(...mine);
    if (!one) return;
    const known = refunds.operations.find(({ refund }) => refund === one.id);
    if (known?.status === 'pending') return;
    const byHand = !known && one.status === 'manual' && !found.has(one.id) && roll() < 0.8;
    const made = byHand ? Object.assign(refunds.make('a', one.amount, 'succeeded'), { refund: one.id }) : known;
    const outcome = found.get(one.id) ?? (made?.status === 'succeeded' ? 'succeeded' : 'declined');
    found.set(one.id, outcome);
    await at(({ service }) => service.settle(ORDER, one.id, { outcome }));
  };
  refunds.rules = () => (kind === 'silent' && roll() < 0.3 ? MANUAL : { type: 'provider' });
  // The message may overtake the answer.
  refunds.duringStart = () => (roll() < 0.3 ? tell(refunds.operations.at(-1), pick(...OUTCOMES)) : Promise.resolve());
  const sweep = async () => void (await at(async ({ asker }) => asker.look(await stored())));
  const moves: (() => Promise<void>)[] = [
    request,
    request,
    () => tell(pick(...refunds.operations), pick(...OUTCOMES)),
    () => tell(refunds.operations.at(-1), pick(...OUTCOMES)),
    decide,
    byHand,
    settle,
    sweep,
    async () => {
      await Promise.resolve();
      refunds.asksGo = pick('well', 'well', 'unknown', 'throw');
      clock.pass(pick(1, 16, 300, 4000, 90_000));
    },
  ];
  for (let turn = 0; turn < 14; turn += 1) {
    const several = Array.from({ length: pick(1, 2, 3) }, () => pick(...moves)());
    life.moves += several.length;
    await Promise.all(several);
    const now = await stored();
    checkRules(now);
    const going = (now.refunds ?? []).filter(({ origin, status }) => origin === 'shop' && status !== 'declined');
    rule(total(going) <= PAID, `more than was paid is on its way: ${JSON.stringify(going)}`);
  }

  calm = true;
  refunds.asksGo = 'well';
  const late = [...refunds.operations];
  for (let round = 0; round < 20 || late.length > 0; round += 1) {
    await decide();
    // One that can be asked need not have told everything of what we asked for.
    const one = late.splice(Math.floor(roll() * late.length), 1)[0];
    if (one && (kind === 'telling' || one.refund === undefined || roll() < 0.5)) await tell(one, one.status);
    if (one?.status === 'pending') late.push(one);
    clock.pass(2 * 86_400);
    await sweep();
    await settle();
  }

  const record = await stored();
  checkRules(record);
  const all = record.refunds ?? [];
  life.refunds = all.length;
  life.attention = record.state.status === 'needsAttention';
  const ours = total(all.filter(({ status }) => status === 'succeeded'));
  const open = all.filter(({ status }) => status !== 'succeeded' && status !== 'declined');
  rule(open.length === 0, `never settled: ${JSON.stringify(open)}`);
  rule(
    ours === refunds.sum('a'),
    `we say ${ours}, the books ${refunds.sum('a')}: ${JSON.stringify([all, refunds.operations])}`,
  );
  rule(ours <= PAID, `more than was paid: ${ours}`);
  rule(refunds.violations.length === 0, refunds.violations.join());
  rule(new Set(given.values()).size === given.size, 'two keys, one refund');
  const requested = all.filter(({ origin }) => origin === 'shop');
  rule(
    [...given.values()].every((id) => requested.some((refund) => refund.id === id)),
    'a refund is lost',
  );
  rule(requested.length <= wishes.size, 'more refunds than keys');
  const shown = shownState(record).status;
  const expected = ours === 0 ? 'succeeded' : ours === PAID ? 'refunded' : 'partiallyRefunded';
  rule(shown === expected || shown === 'needsAttention', `shown as ${shown}, not ${expected}`);
  rule((await store.due(Number.MAX_SAFE_INTEGER, 9)).length === 0, 'something is for ever due');
  return life;
}
