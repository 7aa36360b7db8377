import { checkUrl } from '../../contract/safe-url.js';
import type { Log } from '../log.js';
import { isIpAddress } from './monetix-payer.js';
import { monetixSigner, type MonetixSigner } from './monetix-signature.js';

/** Which of Monetix's interfaces a scenario goes through. */
export type MonetixInterface = 'payment-page' | 'gate';

/** The two WebMoney purchase scenarios. These are Monetix's names, not versions of WM Keeper. */
export type MonetixScenario = 'light' | 'classic';

/** Configuration of the Monetix provider (WebMoney Transfer). */
export interface MonetixOptions {
  /** The project's id at Monetix, a positive integer. */
  projectId: number;
  /** The project's secret key. */
  secret: string;
  /**
   * One interface for both scenarios, or one for each. The Gate demands the buyer's network address: with it the BFF's
   * option `clientAddress` must be configured, unless the shop tells every `customer.ipAddress`. An attempt without
   * either is refused before anything is sent (`provider-refused`, `providerCode` `ip-address-missing`), and `log` is told.
   */
  interface: MonetixInterface | Readonly<Record<MonetixScenario, MonetixInterface>>;
  /** The shop's https URL as it stands in the prescribed payment description, at most 150 characters. */
  websiteUrl: string;
  /** @default `https://api.trxhost.com` */
  gateUrl?: string;
  /** @default `https://paymentpage.trxhost.com/payment` */
  paymentPageUrl?: string;
  /**
   * Paths at the Gate. The defaults of both sales are inferred from the documented pattern `/v2/payment/{code}/sale`:
   * the WebMoney document does not spell them out.
   *
   * The document has one refund path and does not say for which scenario.
   *
   * @default `/v2/payment/webmoney-light/sale`, `/v2/payment/webmoney/sale`, `/v2/payment/webmoney/refund` for both
   *   refunds, `/v2/payment/webmoney/payout`, `/v2/payment/status`
   */
  paths?: Partial<MonetixPaths>;
  /** Hosts besides the Payment Page's that callbacks may send the buyer to, see `checkUrl`. Empty: any https host. */
  redirectHosts?: readonly string[];
  /** The scenarios enabled for the project, in the order they are offered. @default both, Light first */
  scenarios?: readonly MonetixScenario[];
  /**
   * The scenarios whose payments can be refunded. The WebMoney document contradicts itself: its notes give refunds to
   * Classic, its section on testing to Light. @default both
   */
  refundable?: readonly MonetixScenario[];
  /** Payouts to WebMoney purses; false when they are not enabled for the project. @default enabled */
  payouts?: MonetixPayoutOptions | false;
  /** Currencies enabled for the project, ISO 4217; each must have a title unit. @default USD, EUR, KZT */
  currencies?: readonly string[];
  /**
   * The project's limits by currency, in minor units. The document gives 0.01 as the minimum and leaves the maximum to
   * the payer's WM passport.
   */
  limits?: Readonly<Record<string, { min?: number; max?: number }>>;
  /** Validity of a Classic invoice. */
  invoice?: {
    /** Days from the start of the attempt, 1 to 35: the deadline that the buyer is shown. */
    days: number;
    /**
     * Dotted path in the Gate request that carries the end of the validity (such as `payment.best_before`). The
     * document names no parameter for it, so it is sent only when configured.
     */
    field?: string;
  };
  /**
   * Payment Page's `language_code` by the primary subtag of the buyer's locale; a locale that is not in it is not sent.
   * @default the subtag itself, where it has two letters
   */
  languages?: Readonly<Record<string, string>>;
  /** Further Payment Page parameters, signed with the others (`terminal_id`, `merchant_success_enabled`). */
  pageFields?: Readonly<Record<string, string>>;
  /** False when the project's own callback URL is set at Monetix and none is to be sent. @default true */
  sendCallbackUrl?: boolean;
  /**
   * Milliseconds that a Gate call may take, its body included; at most 14 000, since after 15 s a start counts as lost.
   *
   * @default 10 000
   */
  fetchTimeoutMs?: number;
  /** @default the global `fetch` */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Epoch milliseconds. @default `Date.now` */
  now?: () => number;
  /**
   * Is told at level `error` what the shop has to configure: `code` `ip-address-missing` with `configure`
   * `clientAddress`. Nothing personal. @default one line of JSON to `console.error`
   */
  log?: Log;
}

/** What only payouts need. */
export interface MonetixPayoutOptions {
  /** As `limits`, for payouts. The document leaves the maximum to the recipient's WM passport. */
  limits?: Readonly<Record<string, { min?: number; max?: number }>>;
  /**
   * Sent as `customer.ip_address`, which is mandatory, when the recipient's is not known: a payout that the shop starts
   * itself has no browser. Without it such a payout is refused with `ip-address-missing`.
   */
  fallbackIpAddress?: string;
}

/** Paths at the Gate. */
export interface MonetixPaths {
  lightSale: string;
  classicSale: string;
  lightRefund: string;
  classicRefund: string;
  payout: string;
  status: string;
}

/** The options after all checks, with every default filled in. */
export interface MonetixConfig extends Required<
  Omit<MonetixOptions, 'interface' | 'invoice' | 'languages' | 'secret'>
> {
  paths: MonetixPaths;
  interfaces: Readonly<Record<MonetixScenario, MonetixInterface>>;
  invoice?: { days: number; field?: string };
  languages?: Readonly<Record<string, string>>;
  signer: MonetixSigner;
}

/** WebMoney title units by national currency. Source: Monetix WebMoney, "Payment currencies". */
export const TITLE_UNITS: ReadonlyMap<string, 'WMZ' | 'WME' | 'WMK'> = new Map([
  ['USD', 'WMZ'],
  ['EUR', 'WME'],
  ['KZT', 'WMK'],
]);

const WEBSITE_URL_MAX = 150;
/** Longest protection and processing period in the WebMoney document ("threshold 35 days"). */
const INVOICE_DAYS_MAX = 35;
/** Below the grace that a start is given before anybody concludes anything. */
const TIMEOUT_MAX_MS = 14_000;

/**
 * Checks the options and fills in the defaults.
 *
 * @throws TypeError naming the option that is wrong, never its value
 */
export function monetixConfig(options: MonetixOptions): MonetixConfig {
  const { secret, interface: given, ...rest } = options;
  const interfaces = typeof given === 'string' ? { light: given, classic: given } : given;
  const paymentPageUrl = options.paymentPageUrl ?? 'https://paymentpage.trxhost.com/payment';
  const gateUrl = (options.gateUrl ?? 'https://api.trxhost.com').replace(/\/+$/, '');
  const currencies = options.currencies ?? [...TITLE_UNITS.keys()];
  const hosts = options.redirectHosts ?? [];
  const field = options.invoice?.field;

  need(Number.isSafeInteger(options.projectId) && options.projectId > 0, 'projectId');
  need(secret !== '', 'secret');
  need(checkUrl(paymentPageUrl).ok, 'paymentPageUrl');
  need(checkUrl(gateUrl).ok, 'gateUrl');
  need(isWebsite(options.websiteUrl), 'websiteUrl');
  need(currencies.length > 0 && currencies.every((currency) => TITLE_UNITS.has(currency)), 'currencies');
  const days = options.invoice?.days ?? 1;
  need(Number.isInteger(days) && days >= 1 && days <= INVOICE_DAYS_MAX, 'invoice.days');
  need(field === undefined || /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/.test(field), 'invoice.field');
  const fallbackIp = (options.payouts || undefined)?.fallbackIpAddress;
  need(fallbackIp === undefined || isIpAddress(fallbackIp), 'payouts.fallbackIpAddress');
  const fetchTimeoutMs = options.fetchTimeoutMs ?? 10_000;
  need(fetchTimeoutMs > 0 && fetchTimeoutMs <= TIMEOUT_MAX_MS, 'fetchTimeoutMs');

  return {
    ...rest,
    interfaces,
    gateUrl,
    paymentPageUrl,
    paths: {
      lightSale: '/v2/payment/webmoney-light/sale',
      classicSale: '/v2/payment/webmoney/sale',
      lightRefund: '/v2/payment/webmoney/refund',
      classicRefund: '/v2/payment/webmoney/refund',
      payout: '/v2/payment/webmoney/payout',
      status: '/v2/payment/status',
      ...options.paths,
    },
    redirectHosts: hosts.length > 0 ? [new URL(paymentPageUrl).host, ...hosts] : [],
    scenarios: options.scenarios ?? ['light', 'classic'],
    refundable: options.refundable ?? ['light', 'classic'],
    payouts: options.payouts ?? {},
    currencies,
    limits: options.limits ?? {},
    pageFields: options.pageFields ?? {},
    sendCallbackUrl: options.sendCallbackUrl ?? true,
    fetchTimeoutMs,
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    now: options.now ?? Date.now,
    log: options.log ?? ((entry) => console.error(JSON.stringify(entry))),
    signer: monetixSigner(secret),
  };
}

function need(right: boolean, option: string): asserts right {
  if (!right) throw new TypeError(`monetix: ${option} is not valid`);
}

/** The sentence is signed and read by people: a plain ASCII URL without what would break either. */
function isWebsite(text: string): boolean {
  return text.length <= WEBSITE_URL_MAX && /^[!#-:=?-~]+$/.test(text) && checkUrl(text).ok;
}
