import { checkUrl } from '../../contract/safe-url.js';
import { sbpsApi, type SbpsApi, type SbpsApiOptions } from './sbps-api-options.js';
import { sbpsHasher, type SbpsHasher } from './sbps-hash.js';
import { checkText } from './sbps-shift-jis.js';

/** Wallets of Alipay+, as our method ids and brands name them. Source: SBPS Alipay+, "Available Sub-Brands". */
export const SBPS_WALLETS = [
  'alipay',
  'alipay-hk',
  'touch-n-go',
  'boost',
  'dana',
  'bpi',
  'kakao-pay',
  'gcash',
  'truemoney',
  'rabbit-line-pay',
] as const;
export type SbpsWallet = (typeof SBPS_WALLETS)[number];

/** What SBPS sells us: each product is one `pay_method`, whatever the number of its wallets. */
export type SbpsProduct = 'webmoney' | 'alipayPlus';

/** Configuration of the SBPS provider (link type). */
export interface SbpsOptions {
  /** Five digits, assigned by SBPS. */
  merchantId: string;
  /** Three digits, assigned by SBPS. */
  serviceId: string;
  /** The service's hash key. */
  hashKey: string;
  /**
   * Where the buyer's browser posts the purchase request. SBPS tells the address when a service starts; public code has
   * `https://stbfep.sps-system.com/f01/FepBuyInfoReceive.do` for tests.
   *
   * @default `https://fep.sps-system.com/f01/FepBuyInfoReceive.do`
   */
  linkUrl?: string;
  /**
   * Alipay+ wallets, in the order they are offered: only those that have passed the review for this shop may be used, so
   * only these are offered. Source: SBPS Alipay+, "Available Sub-Brands".
   *
   * @default none
   */
  wallets?: readonly SbpsWallet[];
  /** True when the shop has WebMoney Payment by BitCash (the Japanese prepaid number). @default false */
  webmoney?: boolean;
  /**
   * SBPS's codes of the products. `webmoney` is confirmed by public code; no document at hand spells the one of Alipay+:
   * `alipay`, the code of "Alipay international", whose refund function Alipay+ shares, is inferred.
   *
   * @default `webmoney`, `alipay`
   */
  payMethods?: Partial<Record<SbpsProduct, string>>;
  /** `limit_second`: seconds from `request_date` in which SBPS takes the request, 1 to 9999. @default 600 */
  limitSeconds?: number;
  /** `item_id`, which SBPS demands: at most 32 single-byte characters. @default `order` */
  itemId?: string;
  /**
   * `item_name` for every order, at most 40 characters. @default the order's description, which is refused when it does
   * not fit; without one the shop's name, or `Order` and its number, shortened to fit
   */
  itemName?: string;
  /**
   * `free_csv` by product, ready to send (Base64 of comma-separated values). SBPS has a section on it for Alipay
   * international that is not at hand.
   *
   * @default empty
   */
  freeCsv?: Partial<Record<SbpsProduct, string>>;
  /** Limits agreed on with SBPS by product, in yen, from 1 to 9999999, the most that `amount` holds in public clients. */
  limits?: Partial<Record<SbpsProduct, { min?: number; max?: number }>>;
  /**
   * False refuses characters beyond JIS X 0208 (①, №, ㈱, 髙): browsers and Windows write them in Shift_JIS, but the
   * documents at hand do not say that SBPS reads them.
   *
   * @default true
   */
  vendorCharacters?: boolean;
  /**
   * Addresses that result notifications may come from; the hash is checked all the same. SBPS tells them; public code has
   * 61.215.213.47 and 61.215.213.20. @default every address
   */
  sourceAddresses?: readonly string[];
  /** The network address behind a request; needed for `sourceAddresses`. */
  clientAddress?: (request: Request) => string | undefined;
  /**
   * SBPS's API, by which Alipay+ is refunded. @default none: the shop makes every refund in SBPS's payment management tool
   */
  api?: SbpsApiOptions;
  /** Epoch milliseconds. @default `Date.now` */
  now?: () => number;
}

/** A method that is offered. */
export interface SbpsRow {
  id: string;
  brand: string;
  product: SbpsProduct;
}

/** The options after all checks, with every default filled in. */
export interface SbpsConfig {
  merchantId: string;
  serviceId: string;
  hasher: SbpsHasher;
  linkUrl: string;
  rows: readonly SbpsRow[];
  payMethods: Readonly<Record<SbpsProduct, string>>;
  limitSeconds: number;
  itemId: string;
  itemName: string | undefined;
  freeCsv: Readonly<Record<SbpsProduct, string>>;
  limits: Readonly<Record<SbpsProduct, { min?: number; max?: number }>>;
  vendorCharacters: boolean;
  /** False when a notification comes from an address it may not come from. */
  mayCome: (request: Request) => boolean;
  api: SbpsApi | undefined;
  now: () => number;
}

/** Namespace of the method ids. */
export const SBPS_ID = 'sbps';
const WEBMONEY_METHOD = `${SBPS_ID}:webmoney`;
const WALLET_METHODS = `${SBPS_ID}:alipay-plus/`;
/** The most that the field `amount` holds, in yen: seven digits. Source: public clients. */
export const AMOUNT_MAX = 9_999_999;
/** Characters of `item_name`. Source: SBPS link type, "Link Type Purchase Request"; counted so by public plugins. */
export const ITEM_NAME_MAX = 40;
const ITEM_ID_MAX = 32;
const LIMIT_SECOND_MAX = 9999;

/**
 * Checks the options and fills in the defaults.
 *
 * @throws TypeError naming the option that is wrong, never its value
 */
export function sbpsConfig(options: SbpsOptions): SbpsConfig {
  const { merchantId, serviceId, itemName, sourceAddresses, clientAddress } = options;
  const linkUrl = options.linkUrl ?? 'https://fep.sps-system.com/f01/FepBuyInfoReceive.do';
  const limitSeconds = options.limitSeconds ?? 600;
  const itemId = options.itemId ?? 'order';
  const payMethods = { webmoney: 'webmoney', alipayPlus: 'alipay', ...options.payMethods };
  const freeCsv = { webmoney: '', alipayPlus: '', ...options.freeCsv };
  const limits = { webmoney: {}, alipayPlus: {}, ...options.limits };
  const vendorCharacters = options.vendorCharacters ?? true;
  const wallets = options.wallets ?? [];
  const fits = (text: string, maxLength: number, singleByte: boolean) =>
    text !== '' && isText(text, { maxLength, singleByte, vendorCharacters });

  need(/^\d{5}$/.test(merchantId), 'merchantId');
  need(/^\d{3}$/.test(serviceId), 'serviceId');
  need(/^[!-~]+$/.test(options.hashKey), 'hashKey');
  need(checkUrl(linkUrl).ok, 'linkUrl');
  need(new Set(wallets).size === wallets.length && wallets.every((name) => SBPS_WALLETS.includes(name)), 'wallets');
  need(wallets.length > 0 || options.webmoney === true, 'webmoney');
  // A comma would open SBPS's own choice of methods.
  need(
    Object.values(payMethods).every((code) => /^[A-Za-z0-9_-]+$/.test(code)),
    'payMethods',
  );
  need(Number.isInteger(limitSeconds) && limitSeconds >= 1 && limitSeconds <= LIMIT_SECOND_MAX, 'limitSeconds');
  need(fits(itemId, ITEM_ID_MAX, true), 'itemId');
  need(itemName === undefined || fits(itemName, ITEM_NAME_MAX, false), 'itemName');
  need(
    Object.values(freeCsv).every((text) => /^[!-~]*$/.test(text)),
    'freeCsv',
  );
  need(Object.values(limits).every(areLimits), 'limits');
  need(sourceAddresses === undefined || clientAddress !== undefined, 'clientAddress');

  return {
    merchantId,
    serviceId,
    hasher: sbpsHasher(options.hashKey),
    linkUrl,
    rows: rowsOf(wallets, options.webmoney ?? false),
    payMethods,
    limitSeconds,
    itemId,
    itemName,
    freeCsv,
    limits,
    vendorCharacters,
    mayCome: (request) => sourceAddresses?.includes(clientAddress?.(request) ?? '') ?? true,
    api: options.api && sbpsApi(options.api),
    now: options.now ?? Date.now,
  };
}

/** The product behind a method id, also of a wallet that is offered no more; undefined when the id is not ours. */
export function productOf(method: string): SbpsProduct | undefined {
  if (method === WEBMONEY_METHOD) return 'webmoney';
  return method.startsWith(WALLET_METHODS) ? 'alipayPlus' : undefined;
}

function rowsOf(wallets: readonly SbpsWallet[], webmoney: boolean): SbpsRow[] {
  const rows = wallets.map((brand): SbpsRow => ({
    id: WALLET_METHODS + brand,
    brand,
    product: 'alipayPlus',
  }));
  if (webmoney) rows.push({ id: WEBMONEY_METHOD, brand: 'webmoney-prepaid', product: 'webmoney' });
  return rows;
}

function isText(text: string, rule: Parameters<typeof checkText>[2]): boolean {
  try {
    return checkText('', text, rule) === text;
  } catch {
    return false;
  }
}

function areLimits({ min = 1, max = AMOUNT_MAX }: { min?: number; max?: number }): boolean {
  return Number.isInteger(min) && Number.isInteger(max) && min >= 1 && min <= max && max <= AMOUNT_MAX;
}

function need(right: boolean, option: string): asserts right {
  if (!right) throw new TypeError(`sbps: ${option} is not valid`);
}
