import type { GmoBankLookup } from './gmo-banks.js';
import { gmoWays } from './gmo-deposit.js';
import type { GmoWay } from './gmo-deposit.js';
import type { GmoFaults } from './gmo-faults.js';
import type { SandboxStorage } from './upkeep.js';

/** A shop that has a contract with the make-believe GMO-PG Remittance. */
export interface GmoShop {
  /** At most 13 characters, sent as `Shop_ID`. */
  shopId: string;
  /** Sent as `Shop_Pass`. */
  shopPass: string;
  /** Shown to recipients. @default `Shop {shopId}` */
  name?: string;
  /** Yen that the shop has deposited for remittances. */
  funds: number;
  /** @default all four */
  ways?: readonly GmoWay[];
}

/** How a sandbox is started. */
export interface GmoSandboxOptions {
  /** Absolute http(s) URL under which the sandbox is reached; it may have a path. */
  publicUrl: string;
  shops: readonly GmoShop[];
  /** Epoch milliseconds. @default Date.now */
  now?: () => number;
  /** Factor on the time a bank takes: 1 is real time, 0.001 a thousand times faster. @default 1 */
  timeScale?: number;
  /** Milliseconds of real time until a transfer's data is made and it can't be called back. @default one hour */
  makeAfterMs?: number;
  /** Milliseconds of real time from there until the bank has sent it or sent it back. @default one day */
  sendAfterMs?: number;
  /** Whether the bank sends by itself, or waits for somebody at its desk. @default 'itself' */
  bankDecides?: 'itself' | 'a-person';
  /**
   * Yen for each way; no document names any but two samples of ¥270 and ¥300.
   * @default 270 to a bank, 300 at the machine, 150 to Amazon and to au PAY
   */
  fees?: Partial<Record<GmoWay, number>>;
  /**
   * Whether a link that allows the machine only is answered with its numbers (GMO-PG Remittance, "Return of receipt
   * information"), or they are issued on the recipient's page. @default 'in-answer'
   */
  atmNumbers?: 'in-answer' | 'on-page';
  /** Wrong answers to a link's questions until it is locked. @default 5 */
  authTries?: number;
  /** Days that a link is good for, which has no field for it. @default 30 */
  linkDays?: number;
  /** Which banks and branches there are. @default eight banks with a few branches each */
  banks?: GmoBankLookup;
  /**
   * Account holders whom the bank knows, by `{bank}-{branch}-{number}`, e.g. `{ '0001-001-1234567': 'ﾔﾏﾀﾞ ﾊﾅｺ' }`; another
   * name for such an account comes back as a mismatch. @default {}
   */
  holders?: Readonly<Record<string, string>>;
  faults?: Partial<GmoFaults>;
  /** @default globalThis.setTimeout */
  setTimer?: (run: () => void, delayMs: number) => unknown;
  /** @default globalThis.clearTimeout */
  clearTimer?: (timer: unknown) => void;
  /** Without one, everything is forgotten when the sandbox ends. */
  storage?: SandboxStorage;
}

function isYen(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** @throws TypeError or RangeError for options that cannot be right */
export function checkGmoOptions({ shops, fees = {}, timeScale = 1, authTries = 5, linkDays = 30 }: GmoSandboxOptions) {
  if (new Set(shops.map(({ shopId }) => shopId)).size < shops.length) throw new RangeError('Each shopId is one shop');
  for (const { shopId, shopPass, funds, ways = gmoWays } of shops) {
    if (!/^[\dA-Za-z]{1,13}$/.test(shopId)) throw new RangeError('shopId must be 1 to 13 letters and digits');
    if (shopPass === '') throw new RangeError('shopPass must not be empty');
    if (!isYen(funds)) throw new RangeError('funds must be whole yen from 0');
    if (!ways.every((way) => gmoWays.includes(way))) throw new RangeError('ways holds one that does not exist');
  }
  if (!Object.values(fees).every(isYen)) throw new RangeError('fees must be whole yen from 0');
  if (!(timeScale >= 0)) throw new RangeError('timeScale must be from 0');
  if (!(authTries >= 1)) throw new RangeError('authTries must be from 1');
  if (!(linkDays >= 1)) throw new RangeError('linkDays must be from 1');
}
