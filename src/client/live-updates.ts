import { backoff } from './backoff.js';
import { CheckoutError } from './checkout-error.js';
import { readEventStream } from './event-stream.js';
import type { ServerClock } from './server-clock.js';
import type { Signal, Signals } from './signals.js';
import type { Fetch } from './timed-fetch.js';
import { pause } from './timers.js';
import type { Timers } from './timers.js';

/**
 * How the client hears of changes. `live`: pushed; `polling`: asked for, since the stream does not get through;
 * `offline`: the last try failed and another one follows; `stopped`: hidden tab, final state, or not begun.
 */
export type Connection = 'live' | 'polling' | 'offline' | 'stopped';

/** What {@link LiveUpdates} works with. */
export interface LiveUpdatesOptions {
  /** `…/sessions/{id}/events` */
  url: string;
  fetch: Fetch;
  timers: Timers;
  clock: ServerClock;
  signals: Signals;
  /** From 0 to below 1, for the jitter. */
  random: () => number;
  /** What is held already, for `Last-Event-ID`. */
  lastEventId: () => string | undefined;
  /** Takes in a pushed token; it sees to its own errors. */
  onToken: (token: string) => Promise<void>;
  /** Asks for the session once, without retries. @throws CheckoutError */
  poll: (signal: AbortSignal) => Promise<void>;
  onConnection: (connection: Connection) => void;
}

const RETRY_BASE_MS = 1000;
const RETRY_CAP_MS = 30_000;
/** A stream that held this long was a good one: its end is no failure. */
const STEADY_MS = 5000;
/** So many bad streams in a row, then polling. */
const STREAM_MISSES = 2;
/** While polling, the stream gets another chance this often. */
const STREAM_AGAIN_MS = 60_000;
const POLL_BASE_MS = 2000;
const POLL_GROWTH = 1.25;
const POLL_CAP_MS = 15_000;
/** Nobody is kept waiting longer than this by a `Retry-After`. */
const LONGEST_RETRY_AFTER_MS = 300_000;

/**
 * Keeps the session up to date: one stream of events, or one poll at a time, never both and never two. Runs from
 * {@link start} to {@link stop}, and not at all while the tab is hidden.
 */
export class LiveUpdates {
  readonly #options: LiveUpdatesOptions;
  #unsubscribe: (() => void) | undefined;
  #run: AbortController | undefined;
  #connection: Connection = 'stopped';
  /** True from a request to its answer: what a resume would ask for is then on its way. */
  #asking = false;
  #streaming = true;
  #streamMisses = 0;
  #streamAgainAtMs = 0;
  /** Failed tries in a row, of either kind. */
  #misses = 0;
  #polls = 0;
  #retryMs = RETRY_BASE_MS;
  #notBeforeMs = 0;

  constructor(options: LiveUpdatesOptions) {
    this.#options = options;
  }

  /** Begins, or waits for the tab to be shown. Once is enough. */
  start(): void {
    if (this.#unsubscribe) return;
    this.#unsubscribe = this.#options.signals.subscribe(this.#heard);
    if (!this.#options.signals.hidden) this.#begin(0);
  }

  /** Ends the request under way and every timer. */
  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#halt('stopped');
  }

  #heard = (signal: Signal): void => {
    if (signal === 'hidden') return this.#halt('stopped');
    if (this.#options.signals.hidden) return;
    if (signal === 'offline') {
      this.#halt('offline');
      // Browsers are sometimes wrong about being offline, so it is tried all the same, but rarely.
      return this.#begin(RETRY_CAP_MS);
    }
    if (this.#asking) return;
    this.#misses = 0;
    this.#polls = 0;
    this.#streamAgainAtMs = 0;
    this.#begin(0);
  };

  #begin(afterMs: number): void {
    this.#run?.abort();
    this.#run = new AbortController();
    void this.#loop(this.#run.signal, Math.max(afterMs, this.#notBeforeMs - this.#options.clock.monotonic()));
  }

  #halt(connection: Connection): void {
    this.#run?.abort();
    this.#run = undefined;
    this.#asking = false;
    this.#report(connection);
  }

  async #loop(signal: AbortSignal, firstWaitMs: number): Promise<void> {
    let waitMs = firstWaitMs;
    while (!signal.aborted) {
      if (waitMs > 0) await pause(this.#options.timers, waitMs, signal);
      if (signal.aborted) return;
      waitMs = await (this.#streaming ? this.#stream(signal) : this.#poll(signal));
    }
  }

  /** One stream, from its opening to its end. @returns how long to wait before what comes next */
  async #stream(signal: AbortSignal): Promise<number> {
    const { url, fetch, timers, clock, lastEventId, onToken, random } = this.#options;
    let opened = false;
    let aliveAtMs = Infinity;
    let failure: CheckoutError | undefined;
    this.#asking = true;
    try {
      await readEventStream({
        url,
        fetch,
        timers,
        clock,
        signal,
        lastEventId: lastEventId(),
        onOpen: () => {
          opened = true;
          this.#asking = false;
          this.#report('live');
        },
        onBytes: () => (aliveAtMs = Math.min(aliveAtMs, clock.monotonic())),
        onData: onToken,
        onRetry: (retryMs) => (this.#retryMs = Math.min(retryMs, RETRY_CAP_MS)),
      });
    } catch (thrown) {
      failure = CheckoutError.from(thrown);
    }
    if (signal.aborted) return 0;
    this.#asking = false;
    if (clock.monotonic() - aliveAtMs >= STEADY_MS) {
      this.#misses = this.#streamMisses = 0;
      return random() * this.#retryMs;
    }
    // A refusal is not a matter of luck: the poll will tell whether it is the stream or the session.
    this.#streamMisses = failure && !failure.retryable ? STREAM_MISSES : this.#streamMisses + 1;
    if (!opened && this.#streamMisses < STREAM_MISSES) this.#report('offline');
    this.#streaming = this.#streamMisses < STREAM_MISSES;
    return this.#missed(failure);
  }

  async #poll(signal: AbortSignal): Promise<number> {
    const { clock, random, poll } = this.#options;
    this.#asking = true;
    try {
      await poll(signal);
    } catch (thrown) {
      if (signal.aborted) return 0;
      this.#asking = false;
      this.#report('offline');
      return this.#missed(CheckoutError.from(thrown));
    }
    if (signal.aborted) return 0;
    this.#asking = false;
    this.#misses = 0;
    this.#report('polling');
    if (clock.monotonic() >= this.#streamAgainAtMs) {
      this.#streamAgainAtMs = clock.monotonic() + STREAM_AGAIN_MS;
      this.#streaming = true;
      return 0;
    }
    const intervalMs = Math.min(POLL_CAP_MS, POLL_BASE_MS * POLL_GROWTH ** this.#polls++);
    return intervalMs * (0.75 + random() / 2);
  }

  #missed(failure: CheckoutError | undefined): number {
    this.#misses++;
    const waitMs = backoff(this.#misses, this.#options.random, RETRY_BASE_MS, RETRY_CAP_MS);
    const askedMs = Math.min(failure?.retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS);
    if (askedMs > 0) this.#notBeforeMs = this.#options.clock.monotonic() + askedMs;
    return Math.max(waitMs, askedMs);
  }

  #report(connection: Connection): void {
    if (connection === this.#connection) return;
    this.#connection = connection;
    this.#options.onConnection(connection);
  }
}
