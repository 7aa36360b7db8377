/** When a request was sent and its answer was there, in milliseconds of {@link ServerClock.monotonic}. */
export interface Exchange {
  sentMs: number;
  receivedMs: number;
  /** The answer's `Date`, epoch milliseconds, whole seconds. */
  dateMs?: number | undefined;
}

/** What a {@link ServerClock} reads. */
export interface ServerClockOptions {
  /** The buyer's clock, epoch milliseconds; only a first guess is taken from it. @default Date.now */
  now?: (() => number) | undefined;
  /** Milliseconds that only grow, whatever the buyer does to their clock. @default performance.now */
  monotonic?: (() => number) | undefined;
}

/**
 * The server's time, whatever the buyer's clock says. Each sample bounds how far the server is ahead of the monotonic
 * clock: its stamp was made after the request left and before the answer came. Bounds narrow each other; a sample
 * outside of them starts anew, since then the device has slept or the server's clock was set.
 */
export class ServerClock {
  /** The monotonic clock, for measuring an {@link Exchange}. */
  readonly monotonic: () => number;
  #low: number;
  #high: number;
  #synced = false;

  constructor({ now = Date.now, monotonic = () => performance.now() }: ServerClockOptions = {}) {
    this.monotonic = monotonic;
    this.#low = this.#high = now() - monotonic();
  }

  /** True once the server's own stamp was seen; until then the time is the buyer's guess. */
  get synced(): boolean {
    return this.#synced;
  }

  /** The server's time now, epoch milliseconds. */
  now(): number {
    return Math.round(this.monotonic() + (this.#low + this.#high) / 2);
  }

  /** Takes note that the server's time is now this or later, as any token it has signed proves. */
  atLeast(serverMs: number): void {
    this.#low = Math.max(this.#low, serverMs - this.monotonic());
    this.#high = Math.max(this.#low, this.#high);
  }

  /** Takes a stamp of the server's clock that was made during the exchange and cut down to `resolutionMs`. */
  sample(serverMs: number, exchange: Exchange, resolutionMs: number): void {
    const low = serverMs - exchange.receivedMs;
    const high = serverMs + resolutionMs - exchange.sentMs;
    const fits = this.#synced && low <= this.#high && high >= this.#low;
    this.#low = fits ? Math.max(low, this.#low) : low;
    this.#high = fits ? Math.min(high, this.#high) : high;
    this.#synced = true;
  }
}
