import { noticeBody } from './haipay-bodies.js';
import { HaipayBooks } from './haipay-books.js';
import type { HaipayRules } from './haipay-checks.js';
import { changeHaipayFaults, noHaipayFaults } from './haipay-faults.js';
import type { HaipayFaults } from './haipay-faults.js';
import type { HaipayMerchant } from './haipay-merchant.js';
import { HaipayNotices } from './haipay-notices.js';
import type { HaipayNotice } from './haipay-notices.js';
import { checkHaipayOptions } from './haipay-options.js';
import type { HaipaySandboxOptions } from './haipay-options.js';
import type { HaipayPayment } from './haipay-payment.js';
import { haipaySign, haipayVerify, importHaipayKeys } from './haipay-signature.js';
import type { HaipayFields, HaipayKeys } from './haipay-signature.js';
import { PublicPaths } from './public-paths.js';
import { Upkeep } from './upkeep.js';

interface StoredDesk {
  version: 1;
  payments: HaipayPayment[];
  notices: HaipayNotice[];
  faults: HaipayFaults;
}

/** What every route works with: books, notifications, faults, keys, clock and storage. */
export class HaipayDesk {
  readonly now: () => number;
  readonly books: HaipayBooks;
  readonly notices: HaipayNotices;
  readonly paths: PublicPaths;
  readonly rules: HaipayRules;
  readonly upkeep: Upkeep;
  /** Resolves when keys are read and the stored state is back. */
  readonly ready: Promise<void>;
  faults: HaipayFaults;
  readonly #keys: ReadonlyMap<number, Promise<HaipayKeys>>;

  /** @throws TypeError or RangeError for options that cannot be right */
  constructor(readonly options: HaipaySandboxOptions) {
    checkHaipayOptions(options);
    this.paths = new PublicPaths(options.publicUrl);
    this.now = options.now ?? (() => Date.now());
    this.rules = { limits: {}, userIdDot: true, ...options.rules };
    this.faults = changeHaipayFaults(noHaipayFaults, options.faults ?? {});
    this.#keys = new Map(
      options.merchants.map(({ appId, secret, merchantPublicKey, privateKey }) => {
        return [appId, importHaipayKeys(secret, merchantPublicKey, privateKey)];
      }),
    );
    this.books = new HaipayBooks({
      now: this.now,
      validMinutes: { wallet: 30, konbini: 4320, bank: 4320, ...options.validMinutes },
      onStep: (payment) => this.#tell(payment),
    });
    this.notices = new HaipayNotices({
      now: this.now,
      fetch: options.fetch ?? ((request) => fetch(request)),
      timeScale: options.timeScale ?? 1,
      faults: () => this.faults,
      onLost: () => {
        const { lose } = this.faults;
        if (typeof lose === 'number') this.faults = { ...this.faults, lose: lose - 1 };
      },
      sign: ({ appId, body }) => this.signedNotice(appId, JSON.parse(body) as HaipayFields),
      onChange: () => this.commit(),
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

  merchant(appId: unknown): HaipayMerchant | undefined {
    return this.options.merchants.find((merchant) => merchant.appId === appId);
  }

  /** Whom a payer pays. */
  merchantName({ appId }: HaipayPayment): string {
    return this.merchant(appId)?.name ?? `Merchant ${appId}`;
  }

  /** A path of the sandbox as its own pages link to it. */
  path(path: string): string {
    return this.paths.path(path);
  }

  /** Whether a merchant signed these fields with its key and secret. */
  async isGenuine(merchant: HaipayMerchant, fields: HaipayFields): Promise<boolean> {
    return haipayVerify(fields, await this.#keysOf(merchant.appId), fields['sign']);
  }

  /** The data of an answer as it goes out, signed. */
  signedAnswer(appId: number, data: HaipayFields): Promise<HaipayFields> {
    const { wrongSignature } = this.faults;
    return this.#signed(appId, data, wrongSignature === 'answers' || wrongSignature === 'all');
  }

  /** JSON of a notification as it goes out, signed. */
  async signedNotice(appId: number, body: HaipayFields): Promise<string> {
    const { wrongSignature } = this.faults;
    const isWrong = wrongSignature === 'notifications' || wrongSignature === 'all';
    return JSON.stringify(await this.#signed(appId, body, isWrong));
  }

  changeFaults(change: Partial<HaipayFaults>): Promise<void> {
    this.faults = changeHaipayFaults(this.faults, change);
    if (!this.faults.reorder) this.notices.release();
    return this.commit();
  }

  /** Ends what is over, then delivers what is due. Returns the number of requests made. */
  async deliverDue(): Promise<number> {
    await this.ready;
    this.books.expireDue();
    const requests = await this.notices.deliverDue();
    await this.commit();
    return requests;
  }

  /** When the sandbox next does something by itself, in epoch milliseconds. */
  nextDueMs(): number | undefined {
    const dues = [this.notices.nextDueMs(), this.books.nextExpiryMs()].filter((due) => due !== undefined);
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  /** Stores the present state, sets the clock for what comes next and tells whoever watches. */
  commit(): Promise<void> {
    return this.upkeep.commit();
  }

  /** Resolves after so many milliseconds of the injected timer. */
  async pause(delayMs: number): Promise<void> {
    const setTimer = this.options.setTimer ?? setTimeout;
    if (delayMs > 0) await new Promise<void>((resolve) => void setTimer(resolve, delayMs));
  }

  async #keysOf(appId: number): Promise<HaipayKeys> {
    const keys = await this.#keys.get(appId);
    if (keys === undefined) throw new RangeError('Unknown appId');
    return keys;
  }

  async #signed(appId: number, data: HaipayFields, isWrong: boolean): Promise<HaipayFields> {
    const { extraFields, statusAs } = this.options;
    const written = { ...data, ...extraFields };
    if (statusAs === 'string' && 'status' in written) written.status = String(written.status);
    const signed = isWrong ? { ...written, orderId: `not ${String(written.orderId)}` } : written;
    return { ...written, sign: await haipaySign(signed, await this.#keysOf(appId)) };
  }

  #snapshot(): StoredDesk {
    const [payments, notices] = [[...this.books.all()], [...this.notices.all()]];
    return { version: 1, payments, notices, faults: this.faults };
  }

  async #load(): Promise<void> {
    await Promise.all(this.#keys.values());
    const stored = (await this.upkeep.load()) as StoredDesk | undefined;
    if (stored !== undefined) {
      if (stored.version !== 1) throw new TypeError('The stored state is of another version');
      const known = ({ appId }: { appId: number }) => this.merchant(appId) !== undefined;
      this.books.restore(stored.payments.filter(known));
      this.notices.restore(stored.notices.filter(known));
      this.faults = changeHaipayFaults(stored.faults, this.options.faults ?? {});
    }
    this.upkeep.setTimer();
  }

  /** Queues a notification of 2 to 5, if the merchant gave an address. */
  #tell(payment: HaipayPayment): void {
    if (payment.notifyUrl === undefined || payment.status < 2) return;
    this.notices.push(payment, payment.notifyUrl, noticeBody(payment, this.options.notifyAmount === 'total'));
  }
}
