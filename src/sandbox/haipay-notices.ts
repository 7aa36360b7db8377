import type { HaipayFaults } from './haipay-faults.js';
import { isFinal } from './haipay-payment.js';
import type { HaipayPayment, HaipayStatus } from './haipay-payment.js';

const gapMs = 5 * 60_000;

/** Repetitions after the first attempt. Source: HaiPay common API: "it will retry every 5 minutes, up to 5 times". */
const mostRepetitions = 5;

/** How long a merchant may take to answer. */
const patienceMs = 15_000;

/** Ended notifications that are still shown. */
const remembered = 200;

/** What a merchant has to answer, and nothing else. */
const reply = 'SUCCESS';

/** A notification on its way, or its end. Instants are epoch milliseconds. */
export interface HaipayNotice {
  id: number;
  appId: number;
  orderId: string;
  status: HaipayStatus;
  /** Whether nothing follows this status. */
  final: boolean;
  url: string;
  /** JSON without its signature. */
  body: string;
  /** `held` waits for the order's result (fault: reorder). `lost` vanished (fault: lose). */
  state: 'waiting' | 'held' | 'delivered' | 'lost' | 'given up';
  attempts: number;
  createdMs: number;
  dueMs: number;
  /** The last reply, cut short; empty when there was none. */
  lastReply?: string;
}

/** What the queue needs. */
export interface HaipayNoticeOptions {
  now: () => number;
  fetch: (request: Request) => Promise<Response>;
  /** Factor on the 5 minutes between attempts; 1 is real time. */
  timeScale: number;
  faults: () => HaipayFaults;
  /** One notification less to lose. */
  onLost: () => void;
  /** Signed JSON of a notification. */
  sign: (notice: HaipayNotice) => Promise<string>;
  onChange: () => Promise<void>;
}

/** Notifications in the order in which they fall due. */
export class HaipayNotices {
  #notices: HaipayNotice[] = [];
  #lastId = 0;
  #running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: HaipayNoticeOptions) {}

  /** All that are remembered, oldest first. */
  all(): readonly HaipayNotice[] {
    return this.#notices;
  }

  /** Puts back what was stored. */
  restore(notices: readonly HaipayNotice[]): void {
    this.#notices = [...notices];
    this.#lastId = Math.max(0, ...notices.map(({ id }) => id));
  }

  /** Queues news about an order, as often and as late as the faults want it. */
  push(payment: HaipayPayment, url: string, body: object): void {
    const { duplicate, reorder, delayMs } = this.options.faults();
    const createdMs = this.options.now();
    const { appId, orderId, status } = payment;
    const final = isFinal(payment);
    const state = reorder && !final ? 'held' : 'waiting';
    for (let copy = 0; copy < duplicate; copy += 1) {
      this.#lastId += 1;
      const facts = { id: this.#lastId, appId, orderId, status, final, url, body: JSON.stringify(body) };
      this.#notices.push({ ...facts, state, attempts: 0, createdMs, dueMs: createdMs + delayMs });
    }
  }

  /** When the next delivery is due. */
  nextDueMs(): number | undefined {
    return this.#next()?.dueMs;
  }

  /** Lets everything held go, because reordering was switched off. */
  release(): void {
    for (const notice of this.#notices) if (notice.state === 'held') notice.state = 'waiting';
  }

  /** Delivers what is due, one after another. Returns the number of HTTP requests made. */
  deliverDue(): Promise<number> {
    const run = this.#running.then(() => this.#deliver());
    this.#running = run.catch(() => undefined);
    return run;
  }

  #next(): HaipayNotice | undefined {
    const waiting = this.#notices.filter(({ state }) => state === 'waiting');
    return waiting.sort((left, right) => left.dueMs - right.dueMs || left.id - right.id)[0];
  }

  async #deliver(): Promise<number> {
    let requests = 0;
    for (;;) {
      const notice = this.#next();
      if (notice === undefined || notice.dueMs > this.options.now()) return requests;
      const { lose } = this.options.faults();
      if (lose === 'all' || (typeof lose === 'number' && lose > 0)) {
        this.#end(notice, 'lost');
        this.options.onLost();
      } else {
        await this.#attempt(notice);
        requests += 1;
      }
      await this.options.onChange();
    }
  }

  /** Only HTTP 200 with the word itself counts as delivered. */
  async #attempt(notice: HaipayNotice): Promise<void> {
    const triedMs = this.options.now();
    notice.attempts += 1;
    const text = await this.#post(notice);
    notice.lastReply = text.slice(0, 40);
    if (text === reply) return this.#end(notice, 'delivered');
    if (notice.attempts > mostRepetitions) return this.#end(notice, 'given up');
    notice.dueMs = triedMs + gapMs * this.options.timeScale;
  }

  async #post(notice: HaipayNotice): Promise<string> {
    const request = new Request(notice.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: await this.options.sign(notice),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    try {
      const answer = await this.options.fetch(request);
      const text = await answer.text();
      return answer.status === 200 ? text : `HTTP ${answer.status}`;
    } catch {
      // No answer is an answer of its own: the attempt failed and is repeated.
      return '';
    }
  }

  #end(notice: HaipayNotice, state: 'delivered' | 'lost' | 'given up'): void {
    notice.state = state;
    if (notice.final) {
      for (const other of this.#notices) {
        const same = other.appId === notice.appId && other.orderId === notice.orderId;
        if (same && other.state === 'held') Object.assign(other, { state: 'waiting', dueMs: this.options.now() });
      }
    }
    const ended = this.#notices.filter(({ state: one }) => one !== 'waiting' && one !== 'held');
    const forgotten = new Set(ended.slice(0, -remembered));
    this.#notices = this.#notices.filter((one) => !forgotten.has(one));
  }
}
