/** Keeps one text across restarts. */
export interface SandboxStorage {
  load: () => Promise<string | undefined>;
  save: (text: string) => Promise<void>;
}

/** What {@link Upkeep} needs to know of a sandbox. */
export interface UpkeepOptions {
  /** Epoch milliseconds. */
  now: () => number;
  /** Without one, everything is forgotten when the sandbox ends. */
  storage?: SandboxStorage | undefined;
  /** @default globalThis.setTimeout */
  setTimer?: ((run: () => void, delayMs: number) => unknown) | undefined;
  /** @default globalThis.clearTimeout */
  clearTimer?: ((timer: unknown) => void) | undefined;
  /** The present state, as JSON can hold it. */
  snapshot: () => object;
  /** When something is to be done next, in epoch milliseconds. */
  nextDueMs: () => number | undefined;
  /** Does what is due. */
  runDue: () => Promise<unknown>;
}

/** Timers hold no longer wait than this. */
const longestTimerMs = 2 ** 31 - 1;

/** What every sandbox has to see to: its state is stored, its clock is set, whoever watches is told. */
export class Upkeep {
  readonly #listeners = new Set<() => void>();
  #timer: unknown;
  #closed = false;
  #saving: Promise<void> = Promise.resolve();

  constructor(private readonly options: UpkeepOptions) {}

  /** The stored state, or undefined when there is none. @throws SyntaxError when it is no JSON */
  async load(): Promise<unknown> {
    const text = await this.options.storage?.load();
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  }

  /** Stores the present state, sets the clock for what comes next and tells whoever watches. */
  async commit(): Promise<void> {
    this.setTimer();
    const { storage } = this.options;
    if (storage !== undefined) {
      const text = JSON.stringify(this.options.snapshot());
      const saved = this.#saving.then(() => storage.save(text));
      this.#saving = saved.catch(() => undefined);
      await saved;
    }
    for (const listener of this.#listeners) listener();
  }

  /** Calls back after every commit. Returns the way to stop that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sets the clock for what is due next. */
  setTimer(): void {
    this.#clearTimer();
    const dueMs = this.options.nextDueMs();
    if (dueMs === undefined || this.#closed) return;
    const delayMs = Math.min(Math.max(dueMs - this.options.now(), 0), longestTimerMs);
    // A save that failed has left everything in memory; the next change saves it again.
    const run = () => void this.options.runDue().catch(() => this.setTimer());
    this.#timer = (this.options.setTimer ?? setTimeout)(run, delayMs);
  }

  /** Does nothing more by itself. */
  close(): void {
    this.#closed = true;
    this.#clearTimer();
  }

  #clearTimer(): void {
    if (this.#timer === undefined) return;
    if (this.options.clearTimer) this.options.clearTimer(this.#timer);
    else clearTimeout(this.#timer as ReturnType<typeof setTimeout>);
    this.#timer = undefined;
  }
}
