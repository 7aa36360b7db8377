/** The only way this room waits, so that tests can turn the clock. */
export interface Timers {
  /** Runs the callback once, after so many milliseconds. @returns a function that calls it off. */
  later(run: () => void, afterMs: number): () => void;
}

/** The browser's own timers. */
export const systemTimers: Timers = {
  later(run, afterMs) {
    const handle = setTimeout(run, afterMs);
    return () => clearTimeout(handle);
  },
};

/** Waits, or stops waiting at once when the signal aborts. Never rejects: the caller looks at its signal. */
export function pause(timers: Timers, afterMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      cancel();
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const cancel = timers.later(done, afterMs);
    signal?.addEventListener('abort', done);
  });
}
