import type { Timers } from '../../src/client/timers.js';

interface Due {
  atMs: number;
  run: () => void;
}

/** Lets promises, streams, module loads and WebCrypto of the real browser go on; no test time passes. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Lets things happen that must not happen. */
export async function turns(count = 12): Promise<void> {
  for (let n = 0; n < count; n++) await turn();
}

/** Gives the browser turns until the condition holds. */
export async function until(holds: () => boolean, what = holds.toString()): Promise<void> {
  const endMs = performance.now() + 3000;
  while (!holds()) {
    if (performance.now() > endMs) throw new Error(`waited in vain for ${what}`);
    await turn();
  }
}

/** What is left running once all that ends has had time to: the numbers as they are then, 0 each if all is well. */
export async function settled(count: () => number[]): Promise<number[]> {
  for (let n = 0; n < 200 && count().some((left) => left > 0); n++) await turn();
  await turns(6);
  return count();
}

/** Time that stands still until it is told to go. The server's clock is right, the buyer's may be off. */
export class FakeTime implements Timers {
  /** Epoch milliseconds of the server when the monotonic clock stands at 0. */
  readonly startMs = Date.parse('2026-11-21T05:26:00.000Z');
  /** How far the buyer's clock is ahead of the server's. */
  buyerAheadMs = 0;
  #elapsedMs = 0;
  readonly #due = new Set<Due>();

  readonly monotonic = (): number => this.#elapsedMs;
  readonly server = (): number => this.startMs + this.#elapsedMs;
  readonly buyer = (): number => this.server() + this.buyerAheadMs;

  later = (run: () => void, afterMs: number): (() => void) => {
    const due = { atMs: this.#elapsedMs + afterMs, run };
    this.#due.add(due);
    return () => this.#due.delete(due);
  };

  /** Timers that are set. */
  get pending(): number {
    return this.#due.size;
  }

  /** Milliseconds until the next timer. */
  get nextMs(): number {
    return Math.min(...[...this.#due].map(({ atMs }) => atMs)) - this.#elapsedMs;
  }

  /** Time passes; what falls due runs, in order. */
  async pass(ms: number): Promise<void> {
    const endMs = this.#elapsedMs + ms;
    for (;;) {
      const [first] = [...this.#due].sort((a, b) => a.atMs - b.atMs);
      if (!first || first.atMs > endMs) break;
      this.#due.delete(first);
      this.#elapsedMs = Math.max(this.#elapsedMs, first.atMs);
      first.run();
      await turns(2);
    }
    this.#elapsedMs = endMs;
    await turns(2);
  }
}
