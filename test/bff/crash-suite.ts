import type { Provider } from '../../src/bff/provider.js';
import type { Store } from '../../src/bff/store/store.js';
import { check, stories } from './crash-stories.js';
import type { Story } from './crash-stories.js';
import { FakeProvider } from './fake-provider.js';
import { checkRules } from './rules.js';
import { Clock, Till } from './till.js';

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

/** Plays a story with the process stopping there. @returns false when it went through: there is no later place. */
async function playWithStop(disk: Disk, story: Story, stop: Stop): Promise<boolean> {
  const clock = new Clock();
  const provider = new FakeProvider(clock.now);
  story.provider?.(provider);
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
    const till = new Till({ clock, store: second, provider });
    await story.after(till, id);
    checkRules(await till.record(id));
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
