import type { SbpsFaults } from './sbps-faults.js';
import type { SbpsFields } from './sbps-hash.js';
import type { SbpsTold } from './sbps-payment.js';

/** How long a merchant may take to answer. */
const patienceMs = 15_000;

/** Notifications that ended and are still shown. */
const remembered = 200;

/** A result notification (A02-1) on its way, or its end. Instants are epoch milliseconds. */
export interface SbpsNotice {
  id: number;
  merchantId: string;
  serviceId: string;
  /** The payment it tells of. */
  token: string;
  orderId: string;
  result: 'OK' | 'NG' | '';
  /** Whether its answer decides over the payment: copies and inventions of a fault do not. */
  counts: boolean;
  url: string;
  /** Without the hash. */
  fields: SbpsFields;
  state: 'waiting' | 'delivered' | 'given up' | 'lost';
  attempts: number;
  dueMs: number;
  /** What the merchant answered last, or why there was nothing. */
  lastAnswer?: string;
}

/** What is to be told. */
export type SbpsNews = Omit<SbpsNotice, 'id' | 'counts' | 'state' | 'attempts' | 'dueMs' | 'lastAnswer'>;

/** What the queue needs. */
export interface SbpsNoticeOptions {
  now: () => number;
  fetch: (request: Request) => Promise<Response>;
  /** Further attempts after one that failed. */
  retries: number;
  /** Milliseconds between two attempts. */
  retryGapMs: number;
  faults: () => SbpsFaults;
  /** One notification less to lose. */
  onLost: () => void;
  /** The form of a notification with its hash, as Shift_JIS percent-encoding. */
  write: (notice: SbpsNotice) => Promise<string>;
  /** What the merchant now knows. */
  onTold: (token: string, told: SbpsTold) => void;
  onChange: () => Promise<void>;
}

/** Notifications in the order in which they fall due. */
export class SbpsNotices {
  #notices: SbpsNotice[] = [];
  #lastId = 0;
  #running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: SbpsNoticeOptions) {}

  /** All that are remembered, oldest first. */
  all(): readonly SbpsNotice[] {
    return this.#notices;
  }

  /** Puts back what was stored. */
  restore(notices: readonly SbpsNotice[]): void {
    this.#notices = [...notices];
    this.#lastId = Math.max(0, ...notices.map(({ id }) => id));
  }

  /** Queues a result as often and as late as the faults want it, and an older one behind it. */
  push(news: SbpsNews, older?: SbpsNews): void {
    const { duplicate, delayMs } = this.options.faults();
    const dueMs = this.options.now() + delayMs;
    const copies = Array.from({ length: duplicate }, () => news);
    for (const [index, one] of [...copies, ...(older ? [older] : [])].entries()) {
      this.#lastId += 1;
      this.#notices.push({ ...one, id: this.#lastId, counts: index === 0, state: 'waiting', attempts: 0, dueMs });
    }
    this.options.onTold(news.token, delayMs > 0 ? 'later' : 'waiting');
  }

  /** When the next delivery is due. */
  nextDueMs(): number | undefined {
    return this.#next()?.dueMs;
  }

  /** Delivers what is due, one after another. Returns the number of HTTP requests made. */
  deliverDue(): Promise<number> {
    const run = this.#running.then(() => this.#deliver());
    this.#running = run.catch(() => undefined);
    return run;
  }

  #next(): SbpsNotice | undefined {
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
        this.#end(notice, 'lost', 'lost');
        this.options.onLost();
      } else {
        await this.#attempt(notice);
        requests += 1;
      }
      await this.options.onChange();
    }
  }

  /** Only HTTP 200 with `OK,` counts. Source: SBPS link type, A02-1, "Response". */
  async #attempt(notice: SbpsNotice): Promise<void> {
    notice.attempts += 1;
    notice.lastAnswer = await this.#post(notice);
    if (/^OK,\s*$/.test(notice.lastAnswer)) return this.#end(notice, 'delivered', 'ok');
    if (notice.attempts > this.options.retries) return this.#end(notice, 'given up', 'failed');
    notice.dueMs = this.options.now() + this.options.retryGapMs;
  }

  async #post(notice: SbpsNotice): Promise<string> {
    const request = new Request(notice.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: await this.options.write(notice),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    try {
      const answer = await this.options.fetch(request);
      const text = new TextDecoder('shift_jis').decode(await answer.arrayBuffer());
      if (this.options.faults().answerLost) return '(lost on the way)';
      return answer.status === 200 ? text.slice(0, 200) : `HTTP ${answer.status}`;
    } catch {
      // No answer is an answer of its own: the notification has failed.
      return '(none)';
    }
  }

  #end(notice: SbpsNotice, state: 'delivered' | 'given up' | 'lost', told: SbpsTold): void {
    notice.state = state;
    if (notice.counts) this.options.onTold(notice.token, told);
    const ended = this.#notices.filter((one) => one.state !== 'waiting');
    const forgotten = new Set(ended.slice(0, -remembered));
    this.#notices = this.#notices.filter((one) => !forgotten.has(one));
  }
}
