import { checkUrl } from '../../contract/safe-url.js';
import { TRANSFER_NAME_MAX, transferName } from '../../contract/transfer-name.js';
import type { Start } from '../provider.js';

/** Ways to receive, as our method ids and brands name them. Source: GMO-PG Remittance, "operation flow". */
export const GMO_WAYS = ['bank-account', 'seven-bank-atm', 'amazon-gift-card', 'au-pay'] as const;
export type GmoWay = (typeof GMO_WAYS)[number];
/** Ways in which the recipient receives through a page of GMO-PG. */
export type GmoLinkWay = Exclude<GmoWay, 'bank-account'>;

/** Where the search says what became of a link, and how. */
export interface GmoLinkResult {
  /** The object of the JSON answer that speaks of this way; in the other encoding its fields stand among the rest. */
  block: string;
  /** Field with the result. */
  field: string;
  /** Results under which the money is with the recipient, once `paidField` has a value. */
  paid: readonly string[];
  /** Field that is filled when it is; empty: the result says it alone. */
  paidField: string;
  /** Results that say that the money came back. */
  failed: readonly string[];
  /** Results that say that it was called back. */
  canceled: readonly string[];
}

/**
 * Configuration of the GMO-PG Remittance provider (payouts in yen). GMO-PG gives its interface document to contracted
 * shops only: names and codes here are those of public clients, and what those leave open is an option.
 */
export interface GmoOptions {
  /** Assigned by GMO-PG. */
  shopId: string;
  shopPassword: string;
  /** `https://remittance.gmopg.jp` in production. @default `https://test-remittance.gmopg.jp` */
  apiUrl?: string;
  /** JSON in UTF-8, or a form in Shift_JIS. Links speak JSON only. @default json */
  encoding?: 'json' | 'idPass';
  /** The ways in the contract, in the order they are offered. @default all four */
  ways?: readonly GmoWay[];
  /** Limits in yen by way, from 1 to 1000000. @default 1 to 1000000, the most that one remittance may be */
  limits?: Readonly<Partial<Record<GmoWay, { min?: number; max?: number }>>>;
  /** `Client_Name`: who pays, on the recipient's statement; what banks take, at most 30. @default not sent */
  clientName?: string;
  /** `Sevenatm_Payment_Term_Day`: days in which the cash must be taken, 1 to 60. @default 15 */
  sevenAtmTermDays?: number;
  /**
   * Days after which a link that nobody used is called back, 1 to 365: the interface has no end for links.
   *
   * @default 30
   */
  linkExpireDays?: number;
  /** `Auth_Code`, which the link's page asks the recipient for and which GMO-PG demands. @default the order's number */
  authCode?: (start: Start) => string;
  /** Hosts that `Redirect_Url` may lead to, see `checkUrl`; at least one. @default the host of `apiUrl` */
  redirectHosts?: readonly string[];
  /**
   * Fields of an answer that the recipient needs at the ATM, in order, with the label beside them. The names are those
   * of a public client's test; the labels are ours, to be set to what the contract's document calls them.
   *
   * @default `{ Partner_Code: '提携先コード', Customer_Number: 'お客さま番号', Conf_Number: '確認番号' }`
   */
  receiptFields?: Readonly<Record<string, string>>;
  /**
   * How to read what became of a link. The ATM's is seen in a public client's test: result 1, with a date once the cash
   * was taken, and 3 when it failed. Those of Amazon and au PAY are by analogy, without a result that says that it
   * failed: 3 means sent for a transfer, and what counts as failed can be paid out again.
   */
  linkResults?: Readonly<Partial<Record<GmoLinkWay, Partial<GmoLinkResult>>>>;
  /**
   * Our stable failure code by the `Status` of a link that nobody used and nobody can use any more. Only 0, made, is known;
   * 9 stands for called back by analogy with transfers. What is not here counts as still open, so that nothing is paid out twice.
   *
   * @default `{ 9: 'canceled-by-buyer' }`
   */
  linkFailures?: Readonly<Record<string, string>>;
  /** Our stable failure code by GMO-PG's `ErrInfo`, before the table that is built in. */
  failures?: Readonly<Record<string, string>>;
  /** How long a call may take, its body included; at most 6 s, for a start makes two and must end before it counts as lost. @default 6000 */
  fetchTimeoutMs?: number;
  /** The longest answer that is read, in bytes. @default 65536 */
  maxBytes?: number;
  /** @default the global `fetch` */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Epoch milliseconds. @default `Date.now` */
  now?: () => number;
}

type Filled = 'apiUrl' | 'encoding' | 'ways' | 'redirectHosts' | 'receiptFields' | 'linkFailures' | 'failures';
type Numbers = 'sevenAtmTermDays' | 'linkExpireDays' | 'fetchTimeoutMs' | 'maxBytes';

/** The options after all checks, with every default filled in. */
export interface GmoConfig
  extends
    Required<Pick<GmoOptions, 'shopId' | 'shopPassword' | Filled | Numbers | 'authCode' | 'fetch' | 'now'>>,
    Pick<GmoOptions, 'clientName'> {
  limits: Readonly<Record<GmoWay, { min: number; max: number }>>;
  linkResults: Readonly<Record<GmoLinkWay, GmoLinkResult>>;
}

/** Namespace of the method ids. */
export const GMO_ID = 'gmo';
/** The most that one remittance may be, in yen. Source: public clients of GMO-PG Remittance, `Amount`. */
const AMOUNT_MAX = 1_000_000;
const TERM_DAYS_MAX = 60;
const EXPIRE_DAYS_MAX = 365;
const TIMEOUT_MAX_MS = 6000;
const RECEIPT_FIELDS = { Partner_Code: '提携先コード', Customer_Number: 'お客さま番号', Conf_Number: '確認番号' };

const linkResult = (name: string, failed: readonly string[] = []): GmoLinkResult => ({
  block: name.toLowerCase(),
  field: `${name}_Result`,
  paid: ['1'],
  paidField: 'Deposit_Date',
  failed,
  canceled: ['9'],
});

/**
 * Checks the options and fills in the defaults.
 *
 * @throws TypeError naming the option that is wrong, never its value
 */
export function gmoConfig(options: GmoOptions): GmoConfig {
  const { clientName } = options;
  const apiUrl = (options.apiUrl ?? 'https://test-remittance.gmopg.jp').replace(/\/+$/, '');
  const checked = checkUrl(apiUrl);
  const ways = options.ways ?? GMO_WAYS;
  const config = {
    shopId: options.shopId,
    shopPassword: options.shopPassword,
    apiUrl,
    encoding: options.encoding ?? 'json',
    ways,
    limits: limitsOf(options.limits ?? {}),
    sevenAtmTermDays: options.sevenAtmTermDays ?? 15,
    linkExpireDays: options.linkExpireDays ?? 30,
    authCode: options.authCode ?? (({ order }: Start) => order.id),
    redirectHosts: options.redirectHosts ?? (checked.ok ? [checked.url.host] : []),
    receiptFields: options.receiptFields ?? RECEIPT_FIELDS,
    linkResults: {
      'seven-bank-atm': { ...linkResult('Sevenatm', ['3']), ...options.linkResults?.['seven-bank-atm'] },
      'amazon-gift-card': { ...linkResult('Amazongift'), ...options.linkResults?.['amazon-gift-card'] },
      'au-pay': { ...linkResult('Aupay'), ...options.linkResults?.['au-pay'] },
    },
    linkFailures: options.linkFailures ?? { 9: 'canceled-by-buyer' },
    failures: options.failures ?? {},
    fetchTimeoutMs: options.fetchTimeoutMs ?? TIMEOUT_MAX_MS,
    maxBytes: options.maxBytes ?? 65_536,
    fetch: options.fetch ?? ((url: string, init: RequestInit) => fetch(url, init)),
    now: options.now ?? Date.now,
  };
  need(isSecret(config.shopId), 'shopId');
  need(isSecret(config.shopPassword), 'shopPassword');
  need(checked.ok, 'apiUrl');
  need(config.encoding === 'json' || config.encoding === 'idPass', 'encoding');
  need(ways.length > 0 && new Set(ways).size === ways.length && ways.every((way) => GMO_WAYS.includes(way)), 'ways');
  need(clientName === undefined || isTransferName(clientName), 'clientName');
  need(within(config.sevenAtmTermDays, 1, TERM_DAYS_MAX), 'sevenAtmTermDays');
  need(within(config.linkExpireDays, 1, EXPIRE_DAYS_MAX), 'linkExpireDays');
  need(config.fetchTimeoutMs > 0 && config.fetchTimeoutMs <= TIMEOUT_MAX_MS, 'fetchTimeoutMs');
  need(config.maxBytes > 0, 'maxBytes');
  need(config.redirectHosts.length > 0, 'redirectHosts');
  return { ...config, ...(clientName !== undefined && { clientName }) };
}

function limitsOf(limits: NonNullable<GmoOptions['limits']>): GmoConfig['limits'] {
  const of = (way: GmoWay) => {
    const { min = 1, max = AMOUNT_MAX } = limits[way] ?? {};
    need(within(min, 1, max) && within(max, min, AMOUNT_MAX), 'limits');
    return { min, max };
  };
  return {
    'bank-account': of('bank-account'),
    'seven-bank-atm': of('seven-bank-atm'),
    'amazon-gift-card': of('amazon-gift-card'),
    'au-pay': of('au-pay'),
  };
}

function isTransferName(text: string): boolean {
  const { name, wrong } = transferName(text);
  return text !== '' && name === text && wrong.length === 0 && text.length <= TRANSFER_NAME_MAX;
}

function isSecret(text: string): boolean {
  return /^[!-~]+$/.test(text);
}

function within(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function need(right: boolean, option: string): asserts right {
  if (!right) throw new TypeError(`gmo: ${option} is not valid`);
}
