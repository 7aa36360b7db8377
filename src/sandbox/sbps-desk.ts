import { PublicPaths } from './public-paths.js';
import { SbpsBooks } from './sbps-books.js';
import { changeSbpsFaults, noSbpsFaults } from './sbps-faults.js';
import type { SbpsFaults } from './sbps-faults.js';
import type { SbpsFields } from './sbps-hash.js';
import { checkSbpsMerchant } from './sbps-merchant.js';
import type { SbpsMerchant, SbpsProduct } from './sbps-merchant.js';
import { SbpsNotices } from './sbps-notices.js';
import type { SbpsNews, SbpsNotice } from './sbps-notices.js';
import { declinedCode } from './sbps-payment.js';
import type { SbpsPayment, SbpsPress } from './sbps-payment.js';
import { notified, resultFields, returned } from './sbps-result.js';
import type { SbpsResult } from './sbps-result.js';
import { writeShiftJisForm } from './sbps-shift-jis.js';
import { Upkeep } from './upkeep.js';
import type { SandboxStorage } from './upkeep.js';

/** How a sandbox is started. */
export interface SbpsSandboxOptions {
  /** Absolute http(s) URL under which the sandbox is reached; it may have a path. */
  publicUrl: string;
  merchants: readonly SbpsMerchant[];
  /** Delivers result notifications. @default globalThis.fetch */
  fetch?: (request: Request) => Promise<Response>;
  /** Epoch milliseconds. @default Date.now */
  now?: () => number;
  /**
   * Factor on the sandbox's own waits, which are the ten minutes of the Alipay+ screen and the gaps between retries: 1 is
   * real time, 0.01 a hundred times faster. @default 1
   */
  timeScale?: number;
  /** @default globalThis.setTimeout */
  setTimer?: (run: () => void, delayMs: number) => unknown;
  /** @default globalThis.clearTimeout */
  clearTimer?: (timer: unknown) => void;
  faults?: Partial<SbpsFaults>;
  /**
   * Codes of `pay_method`. `webmoney` is in public code; `alipay` is inferred from the number of Alipay+'s refund
   * request, which is that of "Alipay international". @default { 'alipay-plus': 'alipay', webmoney: 'webmoney' }
   */
  payMethods?: Readonly<Record<SbpsProduct, string>>;
  /** Yen, both ends included; the documents name no limits. @default { minimum: 1, maximum: 9999999 } */
  amounts?: Readonly<{ minimum: number; maximum: number }>;
  /** Further attempts after a notification that failed; the documents name none. @default 0 */
  retries?: number;
  /** Milliseconds between two attempts, before `timeScale`. @default 60000 */
  retryGapMs?: number;
  /** Whether the merchant is told of a declined payment with NG; the documents do not say. @default true */
  tellsDeclines?: boolean;
  /** Whether the merchant is told with NG that the time was over; the documents do not say. @default false */
  tellsTimeouts?: boolean;
  /** Without one, everything is forgotten when the sandbox ends. */
  storage?: SandboxStorage;
}

/** Source: SBPS, Alipay+, "Payment deadline". */
const alipayPlusLimitMs = 600_000;

interface StoredDesk {
  version: 1;
  payments: SbpsPayment[];
  notices: SbpsNotice[];
  faults: SbpsFaults;
}

/** What every route works with: books, notifications, faults, clock and storage. */
export class SbpsDesk {
  readonly now: () => number;
  readonly paths: PublicPaths;
  readonly books: SbpsBooks;
  readonly notices: SbpsNotices;
  readonly upkeep: Upkeep;
  readonly payMethods: Readonly<Record<SbpsProduct, string>>;
  readonly amounts: Readonly<{ minimum: number; maximum: number }>;
  /** Resolves when the stored state is back. */
  readonly ready: Promise<void>;
  faults: SbpsFaults;

  /** @throws TypeError or RangeError for options that cannot be right */
  constructor(private readonly options: SbpsSandboxOptions) {
    options.merchants.forEach(checkSbpsMerchant);
    const { timeScale = 1, retries = 0, retryGapMs = 60_000 } = options;
    this.paths = new PublicPaths(options.publicUrl);
    this.now = options.now ?? (() => Date.now());
    this.faults = changeSbpsFaults(noSbpsFaults, options.faults ?? {});
    this.payMethods = options.payMethods ?? { 'alipay-plus': 'alipay', webmoney: 'webmoney' };
    this.amounts = options.amounts ?? { minimum: 1, maximum: 9_999_999 };
    this.books = new SbpsBooks({
      now: this.now,
      alipayPlusMs: alipayPlusLimitMs * timeScale,
      onResult: (payment) => this.#tell(payment),
    });
    this.notices = new SbpsNotices({
      now: this.now,
      fetch: options.fetch ?? ((request) => fetch(request)),
      retries,
      retryGapMs: retryGapMs * timeScale,
      faults: () => this.faults,
      onLost: () => {
        const { lose } = this.faults;
        if (typeof lose === 'number') this.faults = { ...this.faults, lose: lose - 1 };
      },
      write: (notice) => this.#write(notice),
      onTold: (token, told) => {
        const payment = this.books.byToken(token);
        if (payment) this.books.tell(payment, told);
      },
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

  merchantOf({ merchantId, serviceId }: Pick<SbpsPayment, 'merchantId' | 'serviceId'>): SbpsMerchant | undefined {
    return this.options.merchants.find((one) => one.merchantId === merchantId && one.serviceId === serviceId);
  }

  /** The buyer paid or could not: the merchant's server is told before the buyer sees the result. */
  async settle(payment: SbpsPayment, press: SbpsPress): Promise<void> {
    this.books.settle(payment, press);
    await this.upkeep.commit();
    await this.deliverDue();
  }

  /** The form with which the buyer's browser goes back (A03-1), hash included. */
  returnFields(payment: SbpsPayment): Promise<SbpsFields> {
    const ends = { open: '', cancelled: '', paid: 'OK', declined: 'NG', expired: 'NG', reversed: 'NG' } as const;
    const { errorCode } = payment;
    const result = errorCode === '' ? ends[payment.status] : 'NG';
    return returned(this.#resultOf(payment, { result, errorCode }), this.merchantOf(payment)?.hashKey ?? '');
  }

  /** Waits by the sandbox's own clock. */
  async pause(delayMs: number): Promise<void> {
    const setTimer = this.options.setTimer ?? setTimeout;
    if (delayMs > 0) await new Promise<void>((resolve) => void setTimer(resolve, delayMs));
  }

  /** The merchants who may use the API with these credentials, given as the header `Authorization`. */
  merchantsBehind(authorization: string | null): readonly SbpsMerchant[] {
    return this.options.merchants.filter(({ api }) => {
      return api !== undefined && authorization === `Basic ${btoa(`${api.basicId}:${api.basicPassword}`)}`;
    });
  }

  changeFaults(change: Partial<SbpsFaults>): Promise<void> {
    this.faults = changeSbpsFaults(this.faults, change);
    return this.upkeep.commit();
  }

  /** Ends what is over, then delivers what is due. Returns the number of notifications sent. */
  async deliverDue(): Promise<number> {
    await this.ready;
    this.books.expireDue();
    const requests = await this.notices.deliverDue();
    await this.upkeep.commit();
    return requests;
  }

  /** When the sandbox next does something by itself, in epoch milliseconds. */
  nextDueMs(): number | undefined {
    const dues = [this.notices.nextDueMs(), this.books.nextExpiryMs()].filter((due) => due !== undefined);
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  #snapshot(): StoredDesk {
    const { faults } = this;
    return { version: 1, payments: [...this.books.all()], notices: [...this.notices.all()], faults };
  }

  async #load(): Promise<void> {
    const stored = (await this.upkeep.load()) as StoredDesk | undefined;
    if (stored !== undefined) {
      if (stored.version !== 1) throw new TypeError('The stored state is of another version');
      const known = (one: SbpsPayment | SbpsNotice) => this.merchantOf(one) !== undefined;
      this.books.restore(stored.payments.filter(known));
      this.notices.restore(stored.notices.filter(known));
      this.faults = changeSbpsFaults(stored.faults, this.options.faults ?? {});
    }
    this.upkeep.setTimer();
  }

  #resultOf(payment: SbpsPayment, change: Partial<SbpsResult> & Pick<SbpsResult, 'result'>): SbpsFields {
    const { errorCode, changedMs: atMs, product } = payment;
    const trackingId = change.result === '' ? '' : payment.trackingId;
    const payMethod = product === undefined ? '' : this.payMethods[product];
    return resultFields(payment, payMethod, { errorCode, trackingId, atMs, ...change });
  }

  /** Queues the result notification of a payment that just ended. */
  #tell(payment: SbpsPayment): void {
    const { tellsDeclines = true, tellsTimeouts = false } = this.options;
    if (payment.status === 'declined' && !tellsDeclines) return;
    if (payment.status === 'expired' && !tellsTimeouts) return;
    const { merchantId, serviceId, token, orderId, pageconUrl: url } = payment;
    const news = (change: Partial<SbpsResult> & Pick<SbpsResult, 'result'>): SbpsNews => {
      const fields = this.#resultOf(payment, change);
      return { merchantId, serviceId, token, orderId, url, result: change.result, fields };
    };
    if (payment.status !== 'paid') return this.notices.push(news({ result: 'NG' }));
    const errorCode = declinedCode(payment.product);
    const trackingId = `7${payment.trackingId.slice(1)}`;
    const older = news({ result: 'NG', errorCode, trackingId, atMs: payment.requestedMs });
    this.notices.push(news({ result: 'OK' }), this.faults.reorder ? older : undefined);
  }

  async #write(notice: SbpsNotice): Promise<string> {
    const key = this.merchantOf(notice)?.hashKey ?? '';
    return writeShiftJisForm(await notified(notice.fields, this.faults.wrongHash ? `${key}?` : key));
  }
}
