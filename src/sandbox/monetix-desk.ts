import { callbackBody } from './monetix-bodies.js';
import { MonetixBooks } from './monetix-books.js';
import { MonetixCallbacks } from './monetix-callbacks.js';
import type { MonetixCallback } from './monetix-callbacks.js';
import { changeMonetixFaults, noMonetixFaults } from './monetix-faults.js';
import type { MonetixFaults } from './monetix-faults.js';
import { hasOperation } from './monetix-payment.js';
import type { MonetixClassicWait, MonetixPayment } from './monetix-payment.js';
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
  callbacks: MonetixCallback[];
  faults: MonetixFaults;
}

/** What every route works with: books, callbacks, faults, clock and storage. */
export class MonetixDesk {
  readonly now: () => number;
  readonly paths: PublicPaths;
  readonly books: MonetixBooks;
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
    this.books = new MonetixBooks({
      now: this.now,
      invoiceDays: options.invoiceDays ?? 3,
      classicWait: options.classicWait ?? 'awaiting customer action',
      onStep: (payment) => this.#tell(payment),
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

  /** A body for this payment as it stands now, with redirect data while the customer is awaited. */
  bodyOf(payment: MonetixPayment, carriesRedirectData: boolean): object {
    return callbackBody(payment, carriesRedirectData ? this.paths.url('/webmoney/pay') : undefined);
  }

  changeFaults(change: Partial<MonetixFaults>): Promise<void> {
    this.faults = changeMonetixFaults(this.faults, change);
    if (!this.faults.reorder) this.callbacks.release();
    return this.upkeep.commit();
  }

  /** Ends what is over, then delivers what is due. Returns the number of callback requests. */
  async deliverDue(): Promise<number> {
    await this.ready;
    this.books.expireDue();
    const requests = await this.callbacks.deliverDue();
    await this.upkeep.commit();
    return requests;
  }

  /** When the sandbox next does something by itself, in epoch milliseconds. */
  nextDueMs(): number | undefined {
    const dues = [this.callbacks.nextDueMs(), this.books.nextExpiryMs()].filter((due) => due !== undefined);
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  /** Resolves after so many milliseconds of the injected timer. */
  async pause(delayMs: number): Promise<void> {
    const setTimer = this.options.setTimer ?? setTimeout;
    if (delayMs > 0) await new Promise<void>((resolve) => void setTimer(resolve, delayMs));
  }

  #snapshot(): StoredDesk {
    const { faults } = this;
    return { version: 1, payments: [...this.books.all()], callbacks: [...this.callbacks.all()], faults };
  }

  async #load(): Promise<void> {
    const stored = (await this.upkeep.load()) as StoredDesk | undefined;
    if (stored !== undefined) {
      if (stored.version !== 1) throw new TypeError('The stored state is of another version');
      const known = ({ projectId }: { projectId: number }) => this.project(projectId) !== undefined;
      this.books.restore(stored.payments.filter(known));
      this.callbacks.restore(stored.callbacks.filter(known));
      this.faults = changeMonetixFaults(stored.faults, this.options.faults ?? {});
    }
    this.upkeep.setTimer();
  }

  /** Queues a callback, if the merchant gave an address and there is an operation to speak of. */
  #tell(payment: MonetixPayment): void {
    const url = payment.callbackUrl ?? this.project(payment.projectId)?.callbackUrl;
    const waits = payment.channel === 'page' && payment.code === undefined && payment.status !== 'expired';
    if (url === undefined || !hasOperation(payment) || waits) return;
    this.callbacks.push(payment, url, this.bodyOf(payment, true));
  }
}
