import { checkUrl } from '../../contract/safe-url.js';
import type { Offer } from '../provider.js';
import { ALL_METHODS, CURRENCIES, HAIPAY_METHODS } from './haipay-methods.js';
import type { HaipayChain, HaipayCurrency, HaipayMethod, HaipayRow } from './haipay-methods.js';
import { haipaySigner, isKey } from './haipay-signature.js';
import type { HaipayKeys, HaipaySigner } from './haipay-signature.js';

/** One business at HaiPay. Its id, secret and keys differ by currency and by environment. */
export interface HaipayAccount extends HaipayKeys {
  /** The business id, a positive integer. */
  appId: number;
}

/** Where in an answer the parts of a bank account stand; a part without a field is not shown. */
export type HaipayBankFields = Partial<Record<'bank' | 'branch' | 'accountType' | 'accountNumber' | 'holder', string>>;

/** Configuration of the HaiPay provider (Japan Payment API). What the document leaves open is said where it matters. */
export interface HaipayOptions {
  /** The accounts by currency: what is paid in a currency goes through its own account only. At least one. */
  accounts: Readonly<Partial<Record<HaipayCurrency, HaipayAccount>>>;
  /** HaiPay gives the production URL at go-live. @default `https://uat-interface.haipay.asia`, the test environment */
  baseUrl?: string;
  /** The methods opened for the shop, in the order they are offered, alike or by currency. @default all seven */
  methods?: readonly HaipayMethod[] | Readonly<Partial<Record<HaipayCurrency, readonly HaipayMethod[]>>>;
  /** Limits in minor units that differ from the table: the newer pages show other ones than the older. */
  limits?: Readonly<Partial<Record<HaipayCurrency, Readonly<Partial<Record<HaipayMethod, HaipayLimits>>>>>>;
  /**
   * Minutes from the start of an attempt until what the buyer was told to do ends. The document names no deadline for
   * any method. @default the end of the session
   */
  validFor?: Readonly<Partial<Record<'redirect' | 'qr' | 'konbini' | 'bankTransfer', number>>>;
  /** What a wallet's answer with both a page and a QR code becomes. @default redirect */
  walletStep?: 'redirect' | 'qr';
  /** Hosts that `payUrl` may send the buyer to, see `checkUrl`. Empty: any https host. */
  redirectHosts?: readonly string[];
  /**
   * Fields of an answer that are numbers for the convenience store, with the label the buyer reads beside them, for all
   * chains or by chain. The document shows no answer of a Japanese method; only its foreign sample has a `bankNo`.
   *
   * @default `{ bankNo: '番号' }`, which says no more than is known
   */
  numberFields?: Readonly<Record<string, string | Readonly<Partial<Record<HaipayChain, string>>>>>;
  /** @default `{ bank: 'bankCode', accountNumber: 'bankNo' }`, the names in the document's foreign sample */
  bankFields?: HaipayBankFields;
  /** What the buyer reads for a bank's code. @default GMO Aozora's name for its codes, any other code as it came */
  bankNames?: Readonly<Record<string, string>>;
  /** The whole name from its parts. @default given name, blank, family name, as HaiPay's other pages want it */
  formatName?: (firstName: string, lastName: string) => string;
  /** A stricter check of a cleaned phone number (digits, `+` in front). @default every number of 6 to 15 digits */
  phoneCheck?: (phone: string) => boolean;
  /** `subject`, the payment remark. @default not sent */
  subject?: (offer: Offer) => string | undefined;
  /** False when the notification URL is set at HaiPay and none is to be sent. @default true */
  sendNotifyUrl?: boolean;
  /**
   * Whether a notification about money is followed by a question for the whole sum: HaiPay notifies each payment by
   * itself ("Amount collected this time"), so of several transfers only the query tells the sum. @default true
   */
  confirmNotifications?: boolean;
  /**
   * Error codes by which the query says that it has no such order. The table of codes is not in the document, so when
   * left out every error counts: the application is then sent again, which HaiPay takes only once for an order number.
   */
  notFoundErrors?: readonly string[];
  /** Error codes by which an application is refused because its order number exists. @default none is known */
  duplicateErrors?: readonly string[];
  /** Our stable failure code by HaiPay's error code or `errorMsg`. @default none is known */
  failures?: Readonly<Record<string, string>>;
  /** How long a call may take, its body included; at most 14 s, so that a start ends before it is taken for lost. @default 10000 */
  fetchTimeoutMs?: number;
  /** @default the global `fetch` */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/** Limits in minor units, both included. */
export interface HaipayLimits {
  min?: number;
  max?: number;
}

/** An account as it is used. */
export interface HaipayBusiness {
  currency: HaipayCurrency;
  appId: number;
  signer: HaipaySigner;
}

type Filled = 'validFor' | 'redirectHosts' | 'numberFields' | 'bankFields' | 'bankNames' | 'duplicateErrors';

/** The options after all checks, with every default filled in. */
export interface HaipayConfig
  extends
    Required<Pick<HaipayOptions, Filled | 'failures' | 'formatName' | 'phoneCheck' | 'fetch' | 'fetchTimeoutMs'>>,
    Required<Pick<HaipayOptions, 'walletStep' | 'sendNotifyUrl' | 'confirmNotifications' | 'baseUrl'>>,
    Pick<HaipayOptions, 'subject' | 'notFoundErrors'> {
  businesses: readonly HaipayBusiness[];
  /** The methods of any currency, in the order they are offered. */
  methods: readonly HaipayMethod[];
  /** The row of a method, undefined where it is not opened for this currency. */
  rowOf: (method: HaipayMethod, currency: string) => HaipayRow | undefined;
}

const TIMEOUT_MAX_MS = 14_000;
const GMO_AOZORA = 'GMOあおぞらネット銀行';

/**
 * Checks the options and fills in the defaults.
 *
 * @throws TypeError naming the option that is wrong, never its value
 */
export function haipayConfig(options: HaipayOptions): HaipayConfig {
  const baseUrl = (options.baseUrl ?? 'https://uat-interface.haipay.asia').replace(/\/+$/, '');
  const fetchTimeoutMs = options.fetchTimeoutMs ?? 10_000;
  need(checkUrl(baseUrl).ok, 'baseUrl');
  need(fetchTimeoutMs > 0 && fetchTimeoutMs <= TIMEOUT_MAX_MS, 'fetchTimeoutMs');
  for (const minutes of Object.values(options.validFor ?? {})) need(minutes > 0, 'validFor');
  const businesses = CURRENCIES.flatMap((currency) => businessOf(currency, options.accounts[currency]));
  need(businesses.length > 0, 'accounts');
  const opened = (currency: HaipayCurrency) => methodsIn(options, currency);
  const methods = [...new Set(businesses.flatMap(({ currency }) => opened(currency)))];
  need(methods.length > 0 && methods.every((method) => Object.hasOwn(HAIPAY_METHODS, method)), 'methods');

  return {
    businesses,
    methods,
    rowOf: (method, currency) => {
      const business = businesses.find((one) => one.currency === currency);
      if (!business || !opened(business.currency).includes(method)) return undefined;
      return { ...HAIPAY_METHODS[method].rows[business.currency], ...options.limits?.[business.currency]?.[method] };
    },
    baseUrl,
    fetchTimeoutMs,
    validFor: options.validFor ?? {},
    walletStep: options.walletStep ?? 'redirect',
    redirectHosts: options.redirectHosts ?? [],
    numberFields: options.numberFields ?? { bankNo: '番号' },
    bankFields: options.bankFields ?? { bank: 'bankCode', accountNumber: 'bankNo' },
    bankNames: options.bankNames ?? { GMO_AOZORA, JP_GMO_AOZORA_USD: GMO_AOZORA },
    formatName: options.formatName ?? ((firstName, lastName) => `${firstName} ${lastName}`),
    phoneCheck: options.phoneCheck ?? (() => true),
    ...(options.subject && { subject: options.subject }),
    sendNotifyUrl: options.sendNotifyUrl ?? true,
    confirmNotifications: options.confirmNotifications ?? true,
    ...(options.notFoundErrors && { notFoundErrors: options.notFoundErrors }),
    duplicateErrors: options.duplicateErrors ?? [],
    failures: options.failures ?? {},
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
  };
}

function businessOf(currency: HaipayCurrency, account: HaipayAccount | undefined): HaipayBusiness[] {
  if (!account) return [];
  need(Number.isSafeInteger(account.appId) && account.appId > 0, `accounts.${currency}.appId`);
  need(account.secret !== '', `accounts.${currency}.secret`);
  need(isKey(account.privateKey, 'PRIVATE'), `accounts.${currency}.privateKey`);
  need(isKey(account.publicKey, 'PUBLIC'), `accounts.${currency}.publicKey`);
  return [{ currency, appId: account.appId, signer: haipaySigner(account) }];
}

function methodsIn({ methods }: HaipayOptions, currency: HaipayCurrency): readonly HaipayMethod[] {
  if (methods === undefined) return ALL_METHODS;
  return 'length' in methods ? methods : (methods[currency] ?? []);
}

function need(right: boolean, option: string): asserts right {
  if (!right) throw new TypeError(`haipay: ${option} is not valid`);
}
