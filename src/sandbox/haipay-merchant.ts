import type { HaipayCurrency } from './haipay-rows.js';

/** A merchant's business as the provider keeps it: one currency, one appId, its own secret and keys. */
export interface HaipayMerchant {
  /** The number the merchant sends as `appId`, e.g. 1054. */
  appId: number;
  currency: HaipayCurrency;
  /** Stands at the end of every signed string. */
  secret: string;
  /** SPKI, PEM: verifies what the merchant sends. */
  merchantPublicKey: string;
  /** PKCS#8, PEM: signs what the provider sends. */
  privateKey: string;
  /** Shown to payers. @default `Merchant {appId}` */
  name?: string;
  /** Absolute http(s) URL. Where notifications go when an application names no URL of its own. */
  notifyUrl?: string;
}

/** An absolute http(s) URL without credentials. */
export function isWebUrl(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}

/**
 * Looks at what the sandbox is started with.
 * @throws RangeError for an appId that is no whole number above 0 or belongs to two merchants, TypeError for a URL that
 *   is not absolute http(s)
 */
export function checkHaipayMerchants(merchants: readonly HaipayMerchant[]): void {
  const appIds = new Set(merchants.map(({ appId }) => appId));
  if (appIds.size < merchants.length) throw new RangeError('Each appId belongs to one merchant and one currency');
  for (const { appId, notifyUrl } of merchants) {
    if (!Number.isSafeInteger(appId) || appId < 1) throw new RangeError('appId must be a whole number above 0');
    if (notifyUrl !== undefined && !isWebUrl(notifyUrl)) throw new TypeError('notifyUrl must be absolute http(s)');
  }
}
