/** Tells those who watch a session that it changed, in this process or in all that share the database. */
export interface ChangeNotifier {
  publish(sessionId: string): Promise<void>;
  /** @returns the function that stops it. */
  subscribe(sessionId: string, changed: () => void): () => void;
  close(): Promise<void>;
}

/** The listeners of this process. */
export class LocalNotifier implements ChangeNotifier {
  readonly #watched = new Map<string, Set<() => void>>();

  publish(sessionId: string): Promise<void> {
    this.deliver(sessionId);
    return Promise.resolve();
  }

  /** Calls the listeners of one session. */
  deliver(sessionId: string): void {
    for (const changed of [...(this.#watched.get(sessionId) ?? [])]) changed();
  }

  /** Calls every listener, for when changes may have been missed. */
  deliverAll(): void {
    for (const sessionId of [...this.#watched.keys()]) this.deliver(sessionId);
  }

  subscribe(sessionId: string, changed: () => void): () => void {
    const listeners = this.#watched.get(sessionId) ?? new Set();
    // One wrapper a subscription, so that the same function may listen twice and stop once.
    const listener = () => changed();
    listeners.add(listener);
    this.#watched.set(sessionId, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#watched.get(sessionId) === listeners) this.#watched.delete(sessionId);
    };
  }

  /** How many listeners there are, so that a test can see that none is left behind. */
  get size(): number {
    return [...this.#watched.values()].reduce((sum, listeners) => sum + listeners.size, 0);
  }

  close(): Promise<void> {
    this.#watched.clear();
    return Promise.resolve();
  }
}
