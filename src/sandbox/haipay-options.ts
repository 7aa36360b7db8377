import { checkHaipayAnswers } from './haipay-answers.js';
import type { HaipayAnswers } from './haipay-answers.js';
import type { HaipayRules } from './haipay-checks.js';
import type { HaipayFaults } from './haipay-faults.js';
import { checkHaipayMerchants } from './haipay-merchant.js';
import type { HaipayMerchant } from './haipay-merchant.js';
import type { HaipayKind } from './haipay-rows.js';
import type { SandboxStorage } from './upkeep.js';

/** How a sandbox is started. */
export interface HaipaySandboxOptions {
  /** Absolute http(s) URL under which the sandbox is reached; it may have a path. */
  publicUrl: string;
  merchants: readonly HaipayMerchant[];
  /** Delivers notifications. @default globalThis.fetch */
  fetch?: (request: Request) => Promise<Response>;
  /** Epoch milliseconds. @default Date.now */
  now?: () => number;
  /** Factor on the 5 minutes between notifications: 1 is real time, 0.01 a hundred times faster. @default 1 */
  timeScale?: number;
  /** @default globalThis.setTimeout */
  setTimer?: (run: () => void, delayMs: number) => unknown;
  /** @default globalThis.clearTimeout */
  clearTimer?: (timer: unknown) => void;
  faults?: Partial<HaipayFaults>;
  /** What the answers to applications bring, by product, where it is not the usual. */
  answers?: HaipayAnswers;
  /** Minutes an order can be paid; the documents name none. @default 30 for wallets, 4320 for the others */
  validMinutes?: Partial<Record<HaipayKind, number>>;
  /**
   * How `status` is written. `documented`: text in the envelope, a number in data and notifications, as in the
   * document's samples; newer pages show a number in the envelope too. @default 'documented'
   */
  statusAs?: 'documented' | 'number' | 'string';
  /** Signed fields of every answer and notification that no document names. @default {} */
  extraFields?: Readonly<Record<string, string | number | boolean>>;
  /** Whether a notification tells what came in this time, as documented, or the sum. @default 'this-time' */
  notifyAmount?: 'this-time' | 'total';
  /** @default the table's limits, a dot allowed in `partnerUserId` */
  rules?: Partial<HaipayRules>;
  /** Without one, everything is forgotten when the sandbox ends. */
  storage?: SandboxStorage;
}

/** @throws TypeError or RangeError for options that cannot be right */
export function checkHaipayOptions(options: HaipaySandboxOptions): void {
  checkHaipayMerchants(options.merchants);
  checkHaipayAnswers(options.answers ?? {});
  for (const [kind, minutes] of Object.entries(options.validMinutes ?? {})) {
    if (!(minutes > 0)) throw new RangeError(`validMinutes.${kind} must be above 0`);
  }
}
