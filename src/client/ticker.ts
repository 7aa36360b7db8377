import { steadySignals } from './signals.js';
import type { Signal, Signals } from './signals.js';
import { systemTimers } from './timers.js';
import type { Timers } from './timers.js';

/** What a {@link Ticker} hangs on. */
export interface TickerOptions {
  signals?: Signals | undefined;
  timers?: Timers | undefined;
  /** Epoch milliseconds; ticks come at its whole seconds. @default Date.now */
  now?: (() => number) | undefined;
}

/**
 * One timer for every countdown of a page: a tick each second, all at the same moment. No timer while nobody listens
 * or the tab is hidden; one tick at once when it is shown again.
 */
export class Ticker {
  readonly #signals: Signals;
  readonly #timers: Timers;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #cancelTimer: (() => void) | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor({ signals = steadySignals, timers = systemTimers, now = Date.now }: TickerOptions = {}) {
    this.#signals = signals;
    this.#timers = timers;
    this.#now = now;
  }

  /** Calls the listener each second from the next whole one on. @returns a function that ends it. */
  subscribe(listener: () => void): () => void {
    // A wrapper of its own: the same function may be subscribed twice and ended once.
    const entry = () => listener();
    this.#listeners.add(entry);
    this.#unsubscribe ??= this.#signals.subscribe(this.#heard);
    this.#schedule();
    return () => {
      this.#listeners.delete(entry);
      if (this.#listeners.size > 0) return;
      this.#rest();
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
    };
  }

  #schedule(): void {
    if (this.#cancelTimer || this.#signals.hidden || this.#listeners.size === 0) return;
    this.#cancelTimer = this.#timers.later(() => this.#tick(), 1000 - (this.#now() % 1000));
  }

  #tick(): void {
    this.#rest();
    this.#schedule();
    for (const listener of [...this.#listeners]) listener();
  }

  #rest(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  #heard = (signal: Signal): void => {
    if (signal === 'hidden') this.#rest();
    else if (!this.#signals.hidden && !this.#cancelTimer) this.#tick();
  };
}
