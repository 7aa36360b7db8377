import type { MonetixFaults } from './monetix-faults.js';
import { isFinal } from './monetix-payment.js';
import type { MonetixStatus } from './monetix-payment.js';
import type { MonetixProtectedWait } from './monetix-payout.js';

const secondMs = 1000;
const longestGapMs = 4 * 3600 * secondMs;
const longestTryMs = 11 * 86_400 * secondMs;
const mostAttempts = 120;

/** How long a merchant may take to answer a callback. */
const patienceMs = 15 * secondMs;

/** Delivered callbacks that are still shown. */
const remembered = 200;

/**
 * Milliseconds between a failed attempt and the next one: six attempts 10 s apart, then `70 + 10 · 1.12^(n−4)` s before
 * attempt n until that reaches 4 h, then every 4 h, 120 attempts in all.
 * Source: the callback documentation of ecommpay, whose platform Monetix is.
 * @param attempts how many were made, 1 and more
 * @returns undefined when no further attempt is made
 */
export function monetixRetryGapMs(attempts: number): number | undefined {
  if (attempts >= mostAttempts) return undefined;
  if (attempts < 6) return 10 * secondMs;
  return Math.min((70 + 10 * 1.12 ** (attempts + 1 - 4)) * secondMs, longestGapMs);
}

/** What a callback tells of. */
export interface MonetixNews {
  projectId: number;
  paymentId: string;
  /** @default sale */
  operation?: 'refund' | 'payout';
  status: MonetixStatus | MonetixProtectedWait;
}

/** A callback on its way, or its end. Instants are epoch milliseconds. */
export interface MonetixCallback extends MonetixNews {
  id: number;
  /** Whether it brings redirect data. */
  redirects: boolean;
  url: string;
  /** JSON without its signature. */
  body: string;
  /** `held` waits for the payment's result (fault: reorder). `lost` vanished (fault: lose). */
  state: 'waiting' | 'held' | 'delivered' | 'lost' | 'given up';
  attempts: number;
  createdMs: number;
  firstTriedMs?: number;
  dueMs: number;
  /** HTTP status of the last answer, 0 when there was none. */
  lastAnswer?: number;
}

/** What the queue needs. */
export interface MonetixCallbackOptions {
  now: () => number;
  fetch: (request: Request) => Promise<Response>;
  /** Factor on every wait between attempts; 1 is real time. */
  timeScale: number;
  faults: () => MonetixFaults;
  /** One callback less to lose. */
  onLost: () => void;
  /** Signed JSON of a callback. */
  sign: (callback: MonetixCallback) => Promise<string>;
  onChange: () => Promise<void>;
}

/** Callbacks in the order in which they fall due. */
export class MonetixCallbacks {
  #callbacks: MonetixCallback[] = [];
  #lastId = 0;
  #running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: MonetixCallbackOptions) {}

  /** All that are remembered, oldest first. */
  all(): readonly MonetixCallback[] {
    return this.#callbacks;
  }

  /** Puts back what was stored. */
  restore(callbacks: readonly MonetixCallback[]): void {
    this.#callbacks = [...callbacks];
    this.#lastId = Math.max(0, ...callbacks.map(({ id }) => id));
  }

  /** Queues news about a payment, as often and as late as the faults want it. */
  push(news: MonetixNews, url: string, body: object): void {
    const { duplicate, reorder, delayMs } = this.options.faults();
    const createdMs = this.options.now();
    const redirects = 'redirect_data' in body;
    const late = reorder && !isFinal(news);
    const add = (state: 'waiting' | 'held') => {
      this.#lastId += 1;
      const facts = { ...news, id: this.#lastId, redirects, url, body: JSON.stringify(body) };
      this.#callbacks.push({ ...facts, state, attempts: 0, createdMs, dueMs: createdMs + delayMs });
    };
    for (let copy = 0; copy < duplicate; copy += 1) {
      if (!late || redirects) add('waiting');
      if (late) add('held');
    }
  }

  /** When the next delivery is due. */
  nextDueMs(): number | undefined {
    return this.#next()?.dueMs;
  }

  /** Lets everything held go, because reordering was switched off. */
  release(): void {
    for (const callback of this.#callbacks) if (callback.state === 'held') callback.state = 'waiting';
  }

  /** Delivers what is due, one after another. Returns the number of HTTP requests made. */
  deliverDue(): Promise<number> {
    const run = this.#running.then(() => this.#deliver());
    this.#running = run.catch(() => undefined);
    return run;
  }

  #next(): MonetixCallback | undefined {
    const waiting = this.#callbacks.filter(({ state }) => state === 'waiting');
    return waiting.sort((left, right) => left.dueMs - right.dueMs || left.id - right.id)[0];
  }

  async #deliver(): Promise<number> {
    let requests = 0;
    for (;;) {
      const callback = this.#next();
      if (callback === undefined || callback.dueMs > this.options.now()) return requests;
      if (this.#isLost(callback)) {
        this.#end(callback, 'lost');
        this.options.onLost();
      } else {
        await this.#attempt(callback);
        requests += 1;
      }
      await this.options.onChange();
    }
  }

  #isLost({ redirects }: MonetixCallback): boolean {
    const { lose } = this.options.faults();
    return lose === 'all' || (lose === 'redirect' && redirects) || (typeof lose === 'number' && lose > 0);
  }

  /** Only HTTP 200 counts as delivered. */
  async #attempt(callback: MonetixCallback): Promise<void> {
    const nowMs = this.options.now();
    callback.attempts += 1;
    callback.firstTriedMs ??= nowMs;
    callback.lastAnswer = await this.#post(callback);
    if (callback.lastAnswer === 200) return this.#end(callback, 'delivered');
    const gapMs = monetixRetryGapMs(callback.attempts);
    if (gapMs === undefined) return this.#end(callback, 'given up');
    callback.dueMs = nowMs + gapMs * this.options.timeScale;
    if (callback.dueMs - callback.firstTriedMs > longestTryMs * this.options.timeScale) this.#end(callback, 'given up');
  }

  async #post(callback: MonetixCallback): Promise<number> {
    const request = new Request(callback.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: await this.options.sign(callback),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    try {
      const answer = await this.options.fetch(request);
      await answer.body?.cancel();
      return answer.status;
    } catch {
      // No answer is an answer of its own: the attempt failed and is repeated.
      return 0;
    }
  }

  #end(callback: MonetixCallback, state: 'delivered' | 'lost' | 'given up'): void {
    callback.state = state;
    if (isFinal(callback)) {
      for (const other of this.#callbacks) {
        const same = other.projectId === callback.projectId && other.paymentId === callback.paymentId;
        if (same && other.state === 'held') Object.assign(other, { state: 'waiting', dueMs: this.options.now() });
      }
    }
    const ended = this.#callbacks.filter(({ state: one }) => one !== 'waiting' && one !== 'held');
    const forgotten = new Set(ended.slice(0, -remembered));
    this.#callbacks = this.#callbacks.filter((one) => !forgotten.has(one));
  }
}
