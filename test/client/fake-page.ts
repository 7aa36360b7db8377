import type { Signal, Signals } from '../../src/client/signals.js';

/** The page's signals, given by hand. */
export class FakePage implements Signals {
  hidden = false;
  readonly #listeners = new Set<(signal: Signal) => void>();

  /** How many listen. */
  get listeners(): number {
    return this.#listeners.size;
  }

  subscribe(listener: (signal: Signal) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(signal: Signal): void {
    if (signal === 'hidden') this.hidden = true;
    if (signal === 'visible') this.hidden = false;
    for (const listener of [...this.#listeners]) listener(signal);
  }
}
