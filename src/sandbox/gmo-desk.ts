import { fewBanks } from './gmo-banks.js';
import type { GmoBankLookup } from './gmo-banks.js';
import { GmoBooks } from './gmo-books.js';
import type { GmoSums } from './gmo-books.js';
import { gmoWays } from './gmo-deposit.js';
import type { GmoAccount, GmoDeposit, GmoWay } from './gmo-deposit.js';
import { changeGmoFaults, noGmoFaults } from './gmo-faults.js';
import type { GmoFaults } from './gmo-faults.js';
import { checkGmoOptions } from './gmo-options.js';
import type { GmoSandboxOptions, GmoShop } from './gmo-options.js';
import { PublicPaths } from './public-paths.js';
import { Upkeep } from './upkeep.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const japanMs = 9 * hourMs;

interface StoredDesk {
  version: 1;
  accounts: GmoAccount[];
  deposits: GmoDeposit[];
  added: Record<string, number>;
  faults: GmoFaults;
}

/** A shop's money at the make-believe GMO, in yen: `fundsIn` = `available` + `reserved` + everything paid + `fees`. */
export interface GmoTotals extends GmoSums {
  shopId: string;
  /** What the shop has deposited. */
  fundsIn: number;
  /** What is there, with what is reserved. */
  balance: number;
  /** What can still be sent. */
  available: number;
}

/** What every route works with: books, shops, faults, clock and storage. */
export class GmoDesk {
  readonly now: () => number;
  readonly books: GmoBooks;
  readonly paths: PublicPaths;
  readonly upkeep: Upkeep;
  readonly banks: GmoBankLookup;
  /** Resolves when the stored state is back. */
  readonly ready: Promise<void>;
  faults: GmoFaults;
  /** Yen that were added to each shop's funds later. */
  #added: Record<string, number> = {};

  /** @throws TypeError or RangeError for options that cannot be right */
  constructor(readonly options: GmoSandboxOptions) {
    checkGmoOptions(options);
    const { timeScale = 1, makeAfterMs = hourMs, sendAfterMs = dayMs, bankDecides = 'itself' } = options;
    this.paths = new PublicPaths(options.publicUrl);
    this.now = options.now ?? (() => Date.now());
    this.banks = options.banks ?? fewBanks;
    this.faults = changeGmoFaults(noGmoFaults, options.faults ?? {});
    this.books = new GmoBooks({
      now: this.now,
      fees: { bank: 270, sevenatm: 300, amazongift: 150, aupay: 150, ...options.fees },
      makeAfterMs: makeAfterMs * timeScale,
      sendAfterMs: bankDecides === 'itself' ? sendAfterMs * timeScale : undefined,
      holders: options.holders ?? {},
    });
    this.upkeep = new Upkeep({
      now: this.now,
      storage: options.storage,
      setTimer: options.setTimer,
      clearTimer: options.clearTimer,
      snapshot: () => this.#snapshot(),
      nextDueMs: () => this.books.nextDueMs(),
      runDue: () => this.runDue(),
    });
    this.ready = this.#load();
    // Whoever asks for anything is told; until then nobody listens.
    this.ready.catch(() => undefined);
  }

  shop(shopId: string): GmoShop | undefined {
    return this.options.shops.find((shop) => shop.shopId === shopId);
  }

  /** Who sends the money, for recipients. */
  shopName(shopId: string): string {
    return this.shop(shopId)?.name ?? `Shop ${shopId}`;
  }

  /** The ways of a shop's contract. */
  waysOf(shopId: string): readonly GmoWay[] {
    return this.shop(shopId)?.ways ?? gmoWays;
  }

  /** A path of the sandbox as its own pages link to it. */
  path(path: string): string {
    return this.paths.path(path);
  }

  totals(shopId: string): GmoTotals {
    const sums = this.books.sums(shopId);
    const fundsIn = (this.shop(shopId)?.funds ?? 0) + (this.#added[shopId] ?? 0);
    const paid = Object.values(sums.paid).reduce((total, value) => total + value, 0);
    const balance = fundsIn - paid - sums.fees;
    return { shopId, ...sums, fundsIn, balance, available: balance - sums.reserved };
  }

  /** A shop deposits more money. @throws RangeError for an unknown shop or no whole number of yen above 0 */
  addFunds(shopId: string, yen: number): Promise<void> {
    if (this.shop(shopId) === undefined) throw new RangeError('shopId is not known');
    if (!Number.isSafeInteger(yen) || yen < 1) throw new RangeError('funds must be a whole number above 0');
    this.#added[shopId] = (this.#added[shopId] ?? 0) + yen;
    return this.commit();
  }

  /** The end of the day in Japan so many days from now. */
  endOfDayMs(days: number): number {
    return (Math.floor((this.now() + japanMs) / dayMs) + days + 1) * dayMs - japanMs;
  }

  changeFaults(change: Partial<GmoFaults>): Promise<void> {
    this.faults = changeGmoFaults(this.faults, change);
    return this.commit();
  }

  /** Makes, sends and ends what is due. Returns whether there was anything. */
  async runDue(): Promise<boolean> {
    await this.ready;
    let did = false;
    while (this.books.runDue()) did = true;
    await this.commit();
    return did;
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

  #snapshot(): StoredDesk {
    const [accounts, deposits] = [[...this.books.accounts()], [...this.books.deposits()]];
    return { version: 1, accounts, deposits, added: this.#added, faults: this.faults };
  }

  async #load(): Promise<void> {
    const stored = (await this.upkeep.load()) as StoredDesk | undefined;
    if (stored !== undefined) {
      if (stored.version !== 1) throw new TypeError('The stored state is of another version');
      const known = ({ shopId }: { shopId: string }) => this.shop(shopId) !== undefined;
      this.books.restore(stored.accounts.filter(known), stored.deposits.filter(known));
      this.#added = stored.added;
      this.faults = changeGmoFaults(stored.faults, this.options.faults ?? {});
    }
    this.upkeep.setTimer();
  }
}
