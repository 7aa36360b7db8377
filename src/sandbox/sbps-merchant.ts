import { sbpsWallet } from './sbps-wallets.js';
import type { SbpsWalletId } from './sbps-wallets.js';

/** What a merchant of the make-believe SBPS has agreed on. */
export interface SbpsMerchant {
  /** 5 digits, sent as `merchant_id`. */
  merchantId: string;
  /** 3 digits, sent as `service_id`. */
  serviceId: string;
  /** Signs and verifies everything of this service. */
  hashKey: string;
  /** Shown to buyers. @default 'Merchant <merchantId>' */
  name?: string;
  /** Wallets of Alipay+ that have completed the review; no other can be used, and without any there is no Alipay+. */
  wallets: readonly SbpsWalletId[];
  /** Whether WebMoney Payment (prepaid numbers) can be used. @default true */
  webmoney?: boolean;
  /** The HTTP Basic authentication of the API. @default none: the API lets this merchant in nowhere */
  api?: { basicId: string; basicPassword: string };
}

/** What SBPS offers in this sandbox. */
export type SbpsProduct = 'alipay-plus' | 'webmoney';

/** The products a merchant may use, in the order of SBPS's selection screen. */
export function productsOf({ wallets, webmoney }: SbpsMerchant): readonly SbpsProduct[] {
  return [
    ...(wallets.length > 0 ? (['alipay-plus'] as const) : []),
    ...(webmoney === false ? [] : ['webmoney' as const]),
  ];
}

/** The merchant's name for buyers. */
export function nameOf({ name, merchantId }: SbpsMerchant): string {
  return name ?? `Merchant ${merchantId}`;
}

/**
 * An absolute URL that a merchant may name: https, or http on this machine alone.
 */
export function isMerchantUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  if (username !== '' || password !== '') return false;
  const here = hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]';
  return protocol === 'https:' || (protocol === 'http:' && (here || /^127(\.\d+){3}$/.test(hostname)));
}

/**
 * Looks at what the sandbox is started with.
 * @throws RangeError for ids of another length, an empty hash key or a wallet that does not exist
 */
export function checkSbpsMerchant({ merchantId, serviceId, hashKey, wallets }: SbpsMerchant): void {
  if (!/^\d{5}$/.test(merchantId)) throw new RangeError('merchantId must be 5 digits');
  if (!/^\d{3}$/.test(serviceId)) throw new RangeError('serviceId must be 3 digits');
  if (hashKey === '') throw new RangeError('hashKey must not be empty');
  for (const id of wallets) if (sbpsWallet(id) === undefined) throw new RangeError(`Alipay+ has no wallet ${id}`);
}
