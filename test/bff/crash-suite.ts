import type { Provider } from '../../src/bff/provider.js';
import type { Store } from '../../src/bff/store/store.js';
import { refundStories } from './crash-refunds.js';
import { check, stories } from './crash-stories.js';
import type { Story } from './crash-stories.js';
import { FakeProvider } from './fake-provider.js';
import { Crash, FrailProcess } from './frail.js';
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

const STORE_CALLS = ['get', 'change', 'create', 'findIdempotency', 'findByAttempt', 'keepMessage', 'due'] as const;
const PROVIDER_CALLS = ['start', 'ask', 'receive', 'refunds'] as const;

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
  let calls = 0;
  const strike = () => ((calls += 1) === stop.call ? stop.effect : undefined);
  const process = new FrailProcess(strike);
  const stopping = new Till({
    clock,
    store: process.wrap(first, STORE_CALLS),
    provider,
    options: { providers: [process.wrap<Provider>(provider, PROVIDER_CALLS)] },
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
  return !through || process.stopped;
}

let orders = 0;

/**
 * Stops the BFF before and after every single call that it makes, starts it again, and sees that the buyer pays exactly
 * once and the shop gets to know.
 */
export const crashCases = [...stories, ...refundStories].map((story) => ({
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
