import { payoutStatusBody, statusBody } from './monetix-bodies.js';
import { MonetixBooks } from './monetix-books.js';
import { MonetixCallbacks } from './monetix-callbacks.js';
import type { MonetixCallback } from './monetix-callbacks.js';
import { refusal } from './monetix-checks.js';
import { changeMonetixFaults, noMonetixFaults } from './monetix-faults.js';
import type { MonetixFaults } from './monetix-faults.js';
import { tellingOfPayment, tellingOfPayout, tellingOfRefund } from './monetix-news.js';
import type { MonetixTelling } from './monetix-news.js';
import type { MonetixClassicWait, MonetixMethod, MonetixPayment } from './monetix-payment.js';
import type { MonetixPayout, MonetixProtectedWait } from './monetix-payout.js';
import { MonetixPayouts } from './monetix-payouts.js';
import { checkMonetixProject } from './monetix-project.js';
import type { MonetixProject } from './monetix-project.js';
import { monetixSign } from './monetix-signature.js';
import { PublicPaths } from './public-paths.js';
import { Upkeep } from './upkeep.js';
import type { SandboxStorage } from './upkeep.js';

/** How a sandbox is started. */
export interface MonetixSandboxOptions {
  /** Absolute http(s) URL under which the sandbox is reached; it may have a path. */
  publicUrl: string;
  projects: readonly MonetixProject[];
  /** Delivers callbacks. @default globalThis.fetch */
  fetch?: (request: Request) => Promise<Response>;
  /** Epoch milliseconds. @default Date.now */
  now?: () => number;
  /** Factor on the waits between callback attempts: 1 is real time, 0.01 a hundred times faster. @default 1 */
  timeScale?: number;
  /** @default globalThis.setTimeout */
  setTimer?: (run: () => void, delayMs: number) => unknown;
  /** @default globalThis.clearTimeout */
  clearTimer?: (timer: unknown) => void;
  faults?: Partial<MonetixFaults>;
  /** Days a WebMoneyClassic invoice can be paid. @default 3 */
  invoiceDays?: number;
  /** Status of an unpaid WebMoneyClassic invoice; the documents do not name it. @default 'awaiting customer action' */
  classicWait?: MonetixClassicWait;
  /**
   * Scenarios whose payments can be refunded; the document says both that only one can be and that only the other can.
   * @default both
   */
  refundable?: readonly MonetixMethod[];
  /**
   * Status of a payout whose code was not entered yet; the documents do not name it. With `success` it succeeds at once
   * and is declined when the code is not entered in time. @default 'awaiting customer action'
   */
  protectedWait?: MonetixProtectedWait;
  /** Whether status answers carry redirect data; the documents are silent. @default true */
  statusCarriesRedirectData?: boolean;
  /** Inferred: the documents' list of the two sale paths is cut off. */
  salePaths?: { light: string; classic: string };
  /** Without one, everything is forgotten when the sandbox ends. */
  storage?: SandboxStorage;
}

interface StoredDesk {
  version: 1;
  payments: MonetixPayment[];
  payouts?: MonetixPayout[];
  callbacks: MonetixCallback[];
  faults: MonetixFaults;
}

/** What every route works with: books, callbacks, faults, clock and storage. */
export class MonetixDesk {
  readonly now: () => number;
  readonly paths: PublicPaths;
  readonly books: MonetixBooks;
  readonly payouts: MonetixPayouts;
  readonly callbacks: MonetixCallbacks;
  readonly upkeep: Upkeep;
  readonly salePaths: { light: string; classic: string };
  /** Resolves when the stored state is back. */
  readonly ready: Promise<void>;
  faults: MonetixFaults;

  /** @throws TypeError or RangeError for options that cannot be right */
  constructor(readonly options: MonetixSandboxOptions) {
    options.projects.forEach(checkMonetixProject);
    this.paths = new PublicPaths(options.publicUrl);
    this.now = options.now ?? (() => Date.now());
    this.faults = changeMonetixFaults(noMonetixFaults, options.faults ?? {});
    this.salePaths = options.salePaths ?? {
      light: '/v2/payment/webmoney-light/sale',
      classic: '/v2/payment/webmoney/sale',
    };
    const nextOperationId = (projectId: number) => this.#nextOperationId(projectId);
    this.payouts = new MonetixPayouts({
      now: this.now,
      protectedWait: options.protectedWait ?? 'awaiting customer action',
      nextOperationId,
      onStep: (payout) => this.#tell(tellingOfPayout(payout)),
    });
    this.books = new MonetixBooks({
      now: this.now,
      invoiceDays: options.invoiceDays ?? 3,
      classicWait: options.classicWait ?? 'awaiting customer action',
      nextOperationId,
      onStep: (payment) => this.#tell(tellingOfPayment(payment, this.#formUrl())),
      onRefund: (payment, refund) => this.#tell(tellingOfRefund(payment, refund)),
    });
    this.callbacks = new MonetixCallbacks({
      now: this.now,
      fetch: options.fetch ?? ((request) => fetch(request)),
      timeScale: options.timeScale ?? 1,
      faults: () => this.faults,
      onLost: () => {
        const { lose } = this.faults;
        if (typeof lose === 'number') this.faults = { ...this.faults, lose: lose - 1 };
      },
      sign: ({ projectId, body }) => this.signed(projectId, JSON.parse(body) as object),
      onChange: () => this.upkeep.commit(),
    });
    this.upkeep = new Upkeep({
      now: this.now,
      storage: options.storage,
      setTimer: options.setTimer,
      clearTimer: options.clearTimer,
      snapshot: () => this.#snapshot(),
      nextDueMs: () => this.nextDueMs(),
      runDue: () => this.deliverDue(),
    });
    this.ready = this.#load();
    // Whoever asks for anything is told; until then nobody listens.
    this.ready.catch(() => undefined);
  }

  project(id: unknown): MonetixProject | undefined {
    return this.options.projects.find((project) => project.id === id);
  }

  /** JSON of a body with the project's signature at its top level. */
  async signed(projectId: number, body: object): Promise<string> {
    return JSON.stringify({ ...body, signature: await monetixSign(body, this.project(projectId)?.secret ?? '') });
  }

  /** The answer to a status request about this payment as it stands now. */
  statusOf(payment: MonetixPayment): object {
    const carries = this.options.statusCarriesRedirectData ?? true;
    return statusBody(payment, carries ? this.#formUrl() : undefined);
  }

  /** The answer to a status request about a payout as it stands now; undefined when there is none. */
  statusOfPayout(payout: MonetixPayout | undefined): object | undefined {
    return payout && payoutStatusBody(payout);
  }

  /** Payments and payouts of a project share their ids. @throws MonetixRefusal when this one is taken */
  claim({ projectId, paymentId }: { projectId: number; paymentId: string }): void {
    if (!this.books.find(projectId, paymentId) && !this.payouts.find(projectId, paymentId)) return;
    throw refusal('payment_id_used', 'general.payment_id', 'A payment with this ID already exists in the project');
  }

  /** Ends what is over. Returns whether there was anything. */
  expireDue(): boolean {
    const [payments, payouts] = [this.books.expireDue(), this.payouts.expireDue()];
    return payments || payouts;
  }

  changeFaults(change: Partial<MonetixFaults>): Promise<void> {
    this.faults = changeMonetixFaults(this.faults, change);
    if (!this.faults.reorder) this.callbacks.release();
    return this.upkeep.commit();
  }

  /** Ends what is over, then delivers what is due. Returns the number of callback requests. */
  async deliverDue(): Promise<number> {
    await this.ready;
    this.expireDue();
    const requests = await this.callbacks.deliverDue();
    await this.upkeep.commit();
    return requests;
  }

  /** When the sandbox next does something by itself, in epoch milliseconds. */
  nextDueMs(): number | undefined {
    const all = [this.callbacks.nextDueMs(), this.books.nextExpiryMs(), this.payouts.nextExpiryMs()];
    const dues = all.filter((due) => due !== undefined);
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  /** Resolves after so many milliseconds of the injected timer. */
  async pause(delayMs: number): Promise<void> {
    const setTimer = this.options.setTimer ?? setTimeout;
    if (delayMs > 0) await new Promise<void>((resolve) => void setTimer(resolve, delayMs));
  }

  #snapshot(): StoredDesk {
    return {
      version: 1,
      payments: [...this.books.all()],
      payouts: [...this.payouts.all()],
      callbacks: [...this.callbacks.all()],
      faults: this.faults,
    };
  }

  async #load(): Promise<void> {
    const stored = (await this.upkeep.load()) as StoredDesk | undefined;
    if (stored !== undefined) {
      if (stored.version !== 1) throw new TypeError('The stored state is of another version');
      const known = ({ projectId }: { projectId: number }) => this.project(projectId) !== undefined;
      this.books.restore(stored.payments.filter(known));
      this.payouts.restore((stored.payouts ?? []).filter(known));
      this.callbacks.restore(stored.callbacks.filter(known));
      this.faults = changeMonetixFaults(stored.faults, this.options.faults ?? {});
    }
    this.upkeep.setTimer();
  }

  #formUrl(): string {
    return this.paths.url('/webmoney/pay');
  }

  /** One more than the largest of the project; the first is like that of the sample callbacks. */
  #nextOperationId(projectId: number): number {
    const own = (one: { projectId: number }) => one.projectId === projectId;
    const payments = this.books.all().filter(own);
    const operations = [
      ...payments,
      ...payments.flatMap(({ refunds = [] }) => refunds),
      ...this.payouts.all().filter(own),
    ];
    return Math.max(projectId * 1_000_000_000 + 1093, ...operations.map(({ operationId }) => operationId)) + 1;
  }

  /** Queues a callback, if the merchant gave an address for it. */
  #tell(telling: MonetixTelling | undefined): void {
    if (telling === undefined) return;
    const { news, body } = telling;
    const url = telling.url ?? this.project(news.projectId)?.callbackUrl;
    if (url !== undefined) this.callbacks.push(news, url, body);
  }
}
