import type { Attempt, SessionRecord, SessionState } from '../../src/bff/record.js';
import { dueAt } from '../../src/bff/store/store.js';
import type { Store } from '../../src/bff/store/store.js';

/** One test that every store has to pass; it throws what is wrong. Runs in browsers and in Node alike. */
export interface StoreCase {
  name: string;
  run: (store: Store) => Promise<void>;
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
};

function same(actual: unknown, expected: unknown, what = ''): void {
  const [is, should] = [JSON.stringify(sorted(actual)), JSON.stringify(sorted(expected))];
  if (is !== should) throw new Error(`${what} expected ${should}, got ${is}`);
}

let count = 0;
/** Ids that no other case of the run has, because all may share one database. */
const fresh = (name: string) => `${name}-${Date.now().toString(36)}-${(count += 1)}`;

function attempt(id: string, more: Partial<Attempt> = {}): Attempt {
  return { id, method: 'fake:page', status: 'waiting', input: {}, startedAtMs: 1000, asks: 0, ...more };
}

function record(more: Partial<SessionRecord> = {}): SessionRecord {
  return {
    id: fresh('session'),
    rev: 1,
    purpose: 'payment',
    audience: 'https://shop.example',
    amount: { value: 8420, currency: 'USD' },
    order: { id: fresh('order'), returnUrl: 'https://shop.example/' },
    customer: { id: 'c', firstName: `O'Hara "花子" № 😀 \\ ; -- \n` },
    state: { status: 'open' },
    attempts: [],
    createdAtMs: 1_790_000_000_000,
    expiresAtMs: 1_790_003_600_000,
    ...more,
  };
}

const after = (before: SessionRecord, more: Partial<SessionRecord> = {}): SessionRecord => ({
  ...before,
  rev: before.rev + 1,
  ...more,
});
const message = (key: string) => ({ provider: 'fake', key, raw: '{"a":"№ 花子"}', receivedAtMs: 1_790_000_000_001 });

async function stored(store: Store, more: Partial<SessionRecord> = {}): Promise<SessionRecord> {
  const one = record(more);
  same(await store.create({ record: one }), 'stored');
  return one;
}

const DAY = 86_400_000;

export const storeCases: StoreCase[] = [
  {
    name: 'gives back what it was given, in any script',
    async run(store) {
      const one = await stored(store);
      same(await store.get(one.id), one);
      same(await store.get('nothing'), undefined);
    },
  },
  {
    name: 'keeps what it was given apart from what the caller goes on changing',
    async run(store) {
      const one = await stored(store, { attempts: [attempt(fresh('attempt'))] });
      const id = one.attempts[0]?.id ?? '';
      one.customer.id = 'changed';
      const read = await store.get(one.id);
      same(read?.customer.id, 'c');
      if (read) read.customer.id = 'changed';
      const found = await store.findByAttempt(id);
      same(found?.customer.id, 'c');
    },
  },
  {
    name: 'creates an id once',
    async run(store) {
      const one = await stored(store);
      same(await store.create({ record: { ...one, customer: { id: 'other' } } }), 'duplicate');
      same((await store.get(one.id))?.customer.id, 'c');
    },
  },
  {
    name: 'creates one session for an idempotency key',
    async run(store) {
      const idempotency = { scope: 'sessions', key: fresh('key'), fingerprint: 'f' };
      const [one, two] = [record(), record()];
      const results = await Promise.all([
        store.create({ record: one, idempotency }),
        store.create({ record: two, idempotency }),
      ]);
      same([...results].sort(), ['duplicate', 'stored']);
      const winner = results[0] === 'stored' ? one : two;
      const loser = winner === one ? two : one;
      same(await store.findIdempotency('sessions', idempotency.key), { sessionId: winner.id, fingerprint: 'f' });
      same(await store.get(loser.id), undefined, 'nothing of the loser is there:');
      same(await store.findIdempotency('other', idempotency.key), undefined);
    },
  },
  {
    name: 'changes a session only from the state it was read in',
    async run(store) {
      const one = await stored(store);
      const next = after(one, { state: { status: 'canceled' } });
      same(await store.change({ record: next }), 'stored');
      same(await store.get(one.id), next);
      same(await store.change({ record: after(one) }), 'conflict');
      same(await store.change({ record: after(after(next)) }), 'conflict');
      same(await store.change({ record: after(record()) }), 'conflict', 'unknown session:');
      same(await store.get(one.id), next);
    },
  },
  {
    name: 'lets one of many changes at once win',
    async run(store) {
      const one = await stored(store);
      const wishes = Array.from({ length: 12 }, (_, i) => after(one, { customer: { id: `c${i}` } }));
      const results = await Promise.all(wishes.map((wish) => store.change({ record: wish })));
      same(results.filter((result) => result === 'stored').length, 1);
      same(results.filter((result) => result === 'conflict').length, 11);
      same(await store.get(one.id), wishes[results.indexOf('stored')]);
    },
  },
  {
    name: 'writes a message with its effect, or neither',
    async run(store) {
      const one = await stored(store);
      const kept = message(fresh('message'));
      const next = after(one);
      same(await store.change({ record: next, message: kept }), 'stored');
      same(await store.change({ record: after(next), message: kept }), 'duplicate');
      same(await store.get(one.id), next, 'a duplicate changes nothing:');
      const late = message(fresh('message'));
      same(await store.change({ record: after(one), message: late }), 'conflict');
      same(await store.keepMessage(late), 'stored', 'a conflict keeps no message:');
    },
  },
  {
    name: 'keeps a message with characters that a database may not take',
    async run(store) {
      const odd = message(fresh('message\0\ud800'));
      same(await store.keepMessage(odd), 'stored');
      same(await store.keepMessage(odd), 'duplicate');
      const one = await stored(store);
      const with0 = { ...message(fresh('message')), raw: '\0' };
      same(await store.change({ record: after(one), message: with0 }), 'stored');
    },
  },
  {
    name: 'writes an idempotency key with its effect, or neither',
    async run(store) {
      const one = await stored(store);
      const key = fresh('key');
      const idempotency = { scope: `confirm:${one.id}`, key, fingerprint: 'f' };
      const id = fresh('attempt');
      const next = after(one, { state: { status: 'pending', attempt: id }, attempts: [attempt(id)] });
      same(await store.change({ record: next, idempotency }), 'stored');
      const other = fresh('attempt');
      const again = after(next, { attempts: [...next.attempts, attempt(other)] });
      same(await store.change({ record: again, idempotency: { ...idempotency, fingerprint: 'g' } }), 'duplicate');
      same(await store.get(one.id), next);
      same(await store.findByAttempt(other), undefined, 'nothing of the loser is there:');
      same(await store.findIdempotency(idempotency.scope, key), { sessionId: one.id, fingerprint: 'f' });
    },
  },
  {
    name: 'keeps a message once in each provider',
    async run(store) {
      const kept = message(fresh('message'));
      const results = await Promise.all([store.keepMessage(kept), store.keepMessage(kept), store.keepMessage(kept)]);
      same([...results].sort(), ['duplicate', 'duplicate', 'stored']);
      same(await store.keepMessage({ ...kept, provider: 'other' }), 'stored');
      const one = await stored(store);
      same(await store.change({ record: after(one), message: kept }), 'duplicate');
    },
  },
  {
    name: 'finds a session by each of its attempts',
    async run(store) {
      const [first, second] = [fresh('attempt'), fresh('attempt')];
      const one = await stored(store);
      const next = after(one, { attempts: [attempt(first)] });
      await store.change({ record: next });
      const last = after(next, { attempts: [attempt(first, { status: 'declined' }), attempt(second)] });
      await store.change({ record: last });
      same(await store.findByAttempt(first), last);
      same(await store.findByAttempt(second), last);
      same(await store.findByAttempt('nothing'), undefined);
      same(await store.findByAttempt('a\0b'), undefined);
      same(await store.findByAttempt(`' or 1=1 --`), undefined);
    },
  },
  {
    name: 'finds the sessions of an order, newest first',
    async run(store) {
      const order = { id: fresh('order № 1'), returnUrl: 'https://shop.example/' };
      const ages = [2, 3, 1].map((age) => ({ order, createdAtMs: 1_790_000_000_000 + age }));
      const [b, c, a] = await Promise.all(ages.map((one) => stored(store, one)));
      same(await store.findByOrder(order.id), [c, b, a]);
      same(await store.findByOrder('nothing'), []);
    },
  },
  {
    name: 'finds what is due, oldest first, a few at a time',
    async run(store) {
      // Far in the past, so that other cases in the same database do not come in between.
      const base = 1000 + count * 1000;
      const open = await stored(store, { expiresAtMs: base + 30 });
      const asked = await stored(store, {
        expiresAtMs: base + 90,
        state: { status: 'pending', attempt: 'x' },
        attempts: [attempt(fresh('attempt'), { askAtMs: base + 10 })],
      });
      const given = await stored(store, {
        expiresAtMs: base,
        state: { status: 'expired' },
        attempts: [attempt(fresh('attempt'), { status: 'abandoned', askAtMs: base + 20 })],
      });
      const done: SessionState = { status: 'canceled' };
      const never = await stored(store, { expiresAtMs: base, state: done });
      const mine = async (nowMs: number, limit = 1000) => {
        const ids = (await store.due(nowMs, limit)).map(({ id }) => id);
        return ids.filter((id) => [open.id, asked.id, given.id, never.id].includes(id));
      };
      same(await mine(base + 9), []);
      same(await mine(base + 10), [asked.id]);
      same(await mine(base + 30), [asked.id, given.id, open.id]);
      await store.change({ record: after(given, { attempts: [] }) });
      same(await mine(base + 30), [asked.id, open.id], 'what is done is not due:');
      same((await store.due(base + 40 * DAY, 1)).length, 1);
      for (const one of [open, asked]) await store.change({ record: after(one, { state: done, attempts: [] }) });
      same(await mine(base + 40 * DAY), []);
    },
  },
  {
    name: 'tells those who watch, after each stored change, and no one else',
    async run(store) {
      const [one, other] = [await stored(store), await stored(store)];
      const heard: string[] = [];
      let wake = (): void => undefined;
      const next = () => new Promise<void>((resolve) => (wake = resolve));
      const listen = (name: string) => () => {
        heard.push(name);
        wake();
      };
      const stops = [store.subscribe(one.id, listen('a')), store.subscribe(other.id, listen('other'))];
      let waiting = next();
      const second = after(one);
      await store.change({ record: second });
      await waiting;
      same(heard, ['a']);
      await store.change({ record: after(one) });
      stops[0]?.();
      await store.change({ record: after(second) });
      waiting = next();
      await store.change({ record: after(other) });
      await waiting;
      same(heard, ['a', 'other'], 'a conflict and a stopped listener hear nothing:');
      stops[1]?.();
      stops[1]?.();
    },
  },
  { name: 'answers a ping', run: (store) => store.ping() },
];

/** What `dueAt` says of records; it is the same for every store. */
export const dueCases: [string, Partial<SessionRecord>, number | undefined][] = [
  ['an open session: its end', { expiresAtMs: 50 }, 50],
  ['a session that has ended: nothing', { state: { status: 'canceled' } }, undefined],
  [
    'a question before the end',
    { state: { status: 'pending', attempt: 'a' }, attempts: [attempt('a', { askAtMs: 7 })], expiresAtMs: 50 },
    7,
  ],
  ['a question after the end', { state: { status: 'expired' }, attempts: [attempt('a', { askAtMs: 99 })] }, 99],
];

/** Throws when {@link dueAt} says something else. */
export function checkDue(more: Partial<SessionRecord>, expected: number | undefined): void {
  same(dueAt(record(more)), expected);
}
