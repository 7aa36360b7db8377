import type { Provider } from '../../src/bff/provider.js';
import type { Store } from '../../src/bff/store/store.js';
import { FakeProvider } from './fake-provider.js';
import { Clock, codeOf, sessionOf, Till } from './till.js';

/** A database that outlives the process: `open` is a new process on it, `halt` is the end of one. */
export interface Disk {
  open(): Promise<Store>;
  halt(store: Store): Promise<void>;
}

/** When the process stops: before or after the n-th call to its store or its provider. */
interface Stop {
  call: number;
  effect: 'before' | 'after';
}

class Crash extends Error {}

/** Counts the calls that go through, and stops everything from one of them on, as a process that ends does. */
class Fuse {
  calls = 0;
  constructor(readonly stop: Stop) {}

  /** The same object with each awaited method going through the fuse. */
  wrap<T extends object>(target: T, methods: readonly (keyof T)[]): T {
    return new Proxy(target, {
      get: (whole, name) => {
        const value: unknown = Reflect.get(whole, name, whole);
        if (typeof value !== 'function') return value;
        const method = value as (...values: unknown[]) => unknown;
        if (!methods.includes(name as keyof T)) return method.bind(whole);
        return (...values: unknown[]) => this.#through(() => method.apply(whole, values));
      },
    });
  }

  async #through(run: () => unknown): Promise<unknown> {
    this.calls += 1;
    const { call, effect } = this.stop;
    if (this.calls > call || (this.calls === call && effect === 'before')) throw new Crash();
    const result = await run();
    if (this.calls >= call) throw new Crash();
    return result;
  }
}

const STORE_CALLS = ['get', 'change', 'create', 'findIdempotency', 'findByAttempt', 'keepMessage', 'due'] as const;
const PROVIDER_CALLS = ['start', 'ask', 'receive'] as const;

function check(right: boolean, what: string): void {
  if (!right) throw new Error(what);
}

/** What happens in a process that stops, and in the one that is started after it. */
interface Story {
  name: string;
  /** In a healthy process, before. */
  before?(till: Till, id: string): Promise<void>;
  /** In the process that is going to stop. @returns true when it went through to its end. */
  play(till: Till, id: string): Promise<boolean>;
  /** In the next process: throws unless everything is as it should be. */
  after(till: Till, id: string): Promise<void>;
}

/** The provider takes the buyer's money for whatever it has in its books, and tells nobody by itself. */
function payAll(provider: FakeProvider): number {
  const started = [...provider.books.keys()];
  for (const attempt of started) provider.decide(attempt, 'success', { type: 'paid' });
  return started.length;
}

async function sweeps(till: Till, turns: number, everySeconds: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    till.clock.pass(everySeconds);
    await till.bff.sweep();
  }
}

const KEY = 'the-press';

/** The browser got no answer and presses again; then the buyer pays and no callback comes. */
async function paidOnce(till: Till, id: string): Promise<void> {
  await sweeps(till, 4, 20);
  const again = await till.confirm(id, undefined, KEY);
  check(again.status === 200, `the same press again: ${again.status} ${again.status === 200 ? '' : codeOf(again)}`);
  check(sessionOf(again).status === 'pending', 'an attempt is under way');
  check((await till.record(id)).attempts.length === 1, 'there is one attempt');
  check(payAll(till.provider) === 1, `the provider has one payment, not ${till.provider.books.size}`);
  await sweeps(till, 12, 60);
  const { status } = await till.session(id);
  check(status === 'succeeded', `the money counts: ${status}`);
}

/** A confirm during which starts go like this, and one sweep after it. */
const confirmWhile = (trouble: 'lost' | 'down') => async (till: Till, id: string) => {
  till.provider.startsGo = trouble;
  await till.confirm(id, undefined, KEY);
  till.provider.startsGo = 'well';
  till.clock.pass(10);
  await till.bff.sweep();
  return (await till.confirm(id, undefined, KEY)).status === 200;
};

const stories: Story[] = [
  {
    name: 'a confirm',
    play: async (till, id) => (await till.confirm(id, undefined, KEY)).status === 200,
    after: paidOnce,
  },
  { name: 'a confirm whose start is lost, then a sweep', play: confirmWhile('lost'), after: paidOnce },
  { name: 'a confirm that never gets there, then a start by a sweep', play: confirmWhile('down'), after: paidOnce },
  {
    name: 'a callback, which the provider sends until it is acknowledged',
    before: async (till, id) => void (await till.confirm(id)),
    play: async (till, id) => (await till.paid(await till.attempt(id))).status === 200,
    async after(till, id) {
      check((await till.paid(await till.attempt(id))).status === 200, 'acknowledged in the end');
      const record = await till.record(id);
      check(record.state.status === 'succeeded', `the money counts: ${record.state.status}`);
      check(record.rev === 4, `it counts once: rev ${record.rev}`);
    },
  },
  {
    name: 'a sweep at the end of a session',
    async before(till, id) {
      await till.confirm(id);
      till.clock.pass(3600);
    },
    async play(till, id) {
      await till.bff.sweep();
      return (await till.call(`/sessions/${id}`)).status === 200;
    },
    async after(till, id) {
      await till.bff.sweep();
      const expired = await till.record(id);
      check(expired.state.status === 'expired', `it has ended: ${expired.state.status}`);
      payAll(till.provider);
      await sweeps(till, 3, 86_400);
      const { state } = await till.record(id);
      check(state.status === 'needsAttention' && state.code === 'paid-late', `late money is seen: ${state.status}`);
    },
  },
];

/** Plays a story with the process stopping there. @returns false when it went through: there is no later place. */
async function playWithStop(disk: Disk, story: Story, stop: Stop): Promise<boolean> {
  const clock = new Clock();
  const provider = new FakeProvider(clock.now);
  const first = await disk.open();
  const healthy = new Till({ clock, store: first, provider });
  orders += 1;
  const id = await healthy.open({ order: { id: `crash-${orders}`, returnUrl: 'https://shop.example/' } });
  await story.before?.(healthy, id);
  const fuse = new Fuse(stop);
  const stopping = new Till({
    clock,
    store: fuse.wrap(first, STORE_CALLS),
    provider,
    options: { providers: [fuse.wrap<Provider>(provider, PROVIDER_CALLS)] },
  });
  const through = await story.play(stopping, id).catch((error: unknown) => {
    if (error instanceof Crash) return false;
    throw error;
  });
  await disk.halt(first);
  provider.startsGo = 'well';
  const second = await disk.open();
  try {
    await story.after(new Till({ clock, store: second, provider }), id);
  } finally {
    await disk.halt(second);
  }
  check(provider.violations.length === 0, provider.violations.join());
  return !through || fuse.calls >= stop.call;
}

let orders = 0;

/**
 * Stops the BFF before and after every single call that it makes, starts it again, and sees that the buyer pays exactly
 * once and the shop gets to know.
 */
export const crashCases = stories.map((story) => ({
  name: `survives being stopped anywhere in ${story.name}`,
  run: async (disk: Disk): Promise<void> => {
    let stops = 0;
    for (let call = 1; call < 100; call += 1) {
      for (const effect of ['before', 'after'] as const) {
        const label = `stopped ${effect} call ${call}`;
        const stopped = await playWithStop(disk, story, { call, effect }).catch((error: unknown) => {
          throw new Error(`${label}: ${error instanceof Error ? error.message : ''}`, { cause: error });
        });
        if (!stopped) {
          check(stops > 5, `only ${stops} places were tried`);
          return;
        }
        stops += 1;
      }
    }
    throw new Error('the story never ends');
  },
}));
