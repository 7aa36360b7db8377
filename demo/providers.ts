import { haipayProvider, monetixProvider, sbpsProvider } from '../src/bff.js';
import type { HaipayAccount, MonetixInterface } from '../src/bff.js';
import { createHaipaySandbox, createMonetixSandbox, createSbpsSandbox } from '../src/sandbox.js';
import type { HaipayMerchant, HaipaySandboxOptions } from '../src/sandbox.js';
import { createRemittance, remittance } from './remittance.js';
import type { HaipayKeyrings } from './rsa-keys.js';

/** How both sides of the four wires are set up. */
export interface ProvidersOptions {
  /** Where each sandbox is reached. */
  urls: Readonly<Record<'monetix' | 'sbps' | 'haipay' | 'gmo', string>>;
  haipayKeys: HaipayKeyrings;
  monetixInterface: MonetixInterface;
  /** Factor on the sandboxes' own waits. */
  timeScale: number;
  /** Seconds from the press in which SBPS takes the request, 1 to 9999. */
  sbpsLimitSeconds: number;
  /** What Merpay's code and page together become; au PAY has a page only. */
  haipayWalletStep: 'redirect' | 'qr';
  clientAddress: (request: Request) => string | undefined;
  /** What a sandbox remembers over a restart, by its name. */
  storage: (name: string) => HaipaySandboxOptions['storage'] & object;
}

const SHOP = 'Hiyori Shoten';
const MONETIX = { id: 238, secret: 'sandbox-secret', name: 'Hiyori Shōten', test: true } as const;
const SBPS = { merchantId: '30132', serviceId: '001', hashKey: 'sandbox-hash-key' } as const;
/** SBPS's API, which only refunds need. */
const SBPS_API = { basicId: '30132001', basicPassword: 'sandbox-api-password' } as const;
const APP_IDS = { JPY: 1054, USD: 1055 } as const;
/** Minutes in which HaiPay's orders can be paid. The document names no deadline. */
const VALID_MINUTES = { wallet: 30, bank: 4320, konbini: 4320 } as const;

/** Every wallet, as if all had passed the review. */
const WALLETS = [
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

/**
 * What the make-believe HaiPay answers. The document shows a page only; here it also brings what a store or a bank
 * wants to know, under names of our own, so that every display can be seen.
 */
const store = { payUrl: 'payUrl', paymentNo: 'number', secondNo: 'secondNumber' } as const;
const ANSWERS: HaipaySandboxOptions['answers'] = {
  merpay: { payUrl: 'payUrl', qrCode: 'qrCode' },
  'gmo-aozora': {
    payUrl: 'payUrl',
    bankCode: 'bankCode',
    branchName: 'branch',
    accountType: 'accountType',
    bankNo: 'account',
    accountName: 'holder',
  },
  'konbini-familymart': store,
  'konbini-lawson': store,
  'konbini-seven-eleven': store,
  'konbini-ministop': store,
};

/** The four sandboxes. */
export function createSandboxes({ urls, haipayKeys, timeScale, storage }: ProvidersOptions) {
  const merchant = (currency: 'JPY' | 'USD'): HaipayMerchant => {
    const { secret, shop, haipay } = haipayKeys[currency];
    const keys = { secret, merchantPublicKey: shop.publicKey, privateKey: haipay.privateKey };
    return { appId: APP_IDS[currency], currency, ...keys, name: SHOP };
  };
  return {
    monetix: createMonetixSandbox({
      publicUrl: urls.monetix,
      projects: [MONETIX],
      timeScale,
      storage: storage('sandbox'),
    }),
    sbps: createSbpsSandbox({
      publicUrl: urls.sbps,
      merchants: [{ ...SBPS, name: SHOP, wallets: WALLETS, api: SBPS_API }],
      tellsTimeouts: true,
      timeScale,
      storage: storage('sandbox-sbps'),
    }),
    haipay: createHaipaySandbox({
      publicUrl: urls.haipay,
      merchants: [merchant('JPY'), merchant('USD')],
      answers: ANSWERS,
      validMinutes: VALID_MINUTES,
      timeScale,
      storage: storage('sandbox-haipay'),
    }),
    gmo: createRemittance({ url: urls.gmo, name: SHOP, timeScale, storage: storage('sandbox-gmo') }),
  };
}

/** Everything the sandboxes are, by name. */
export type Sandboxes = ReturnType<typeof createSandboxes>;

/** The four adapters, what is paid in Japan first. */
export function createProviders(options: ProvidersOptions) {
  const { urls, haipayKeys, clientAddress } = options;
  const account = (currency: 'JPY' | 'USD'): HaipayAccount => {
    const { secret, shop, haipay } = haipayKeys[currency];
    return { appId: APP_IDS[currency], secret, privateKey: shop.privateKey, publicKey: haipay.publicKey };
  };
  return [
    haipayProvider({
      accounts: { JPY: account('JPY'), USD: account('USD') },
      baseUrl: urls.haipay,
      methods: [
        'konbini-seven-eleven',
        'konbini-familymart',
        'konbini-lawson',
        'konbini-ministop',
        'au-pay',
        'merpay',
        'gmo-aozora',
      ],
      redirectHosts: [new URL(urls.haipay).host],
      validFor: {
        redirect: VALID_MINUTES.wallet,
        qr: VALID_MINUTES.wallet,
        konbini: VALID_MINUTES.konbini,
        bankTransfer: VALID_MINUTES.bank,
      },
      walletStep: options.haipayWalletStep,
      numberFields: {
        paymentNo: {
          'seven-eleven': '払込票番号',
          familymart: '企業コード',
          lawson: 'お客様番号',
          ministop: 'お客様番号',
        },
        secondNo: { familymart: '注文番号', lawson: '確認番号', ministop: '確認番号' },
      },
      bankFields: {
        bank: 'bankCode',
        branch: 'branchName',
        accountType: 'accountType',
        accountNumber: 'bankNo',
        holder: 'accountName',
      },
      subject: ({ order }) => `Order ${order.id}`,
      failures: { 'Order expired': 'timed-out' },
    }),
    sbpsProvider({
      ...SBPS,
      linkUrl: `${urls.sbps}/f01/FepBuyInfoReceive.do`,
      wallets: WALLETS,
      webmoney: true,
      limitSeconds: options.sbpsLimitSeconds,
      clientAddress,
      api: { ...SBPS_API, url: `${urls.sbps}/api/xmlapi.do` },
    }),
    monetixProvider({
      projectId: MONETIX.id,
      secret: MONETIX.secret,
      interface: options.monetixInterface,
      gateUrl: urls.monetix,
      paymentPageUrl: `${urls.monetix}/payment`,
      websiteUrl: 'https://hiyori.example',
      invoice: { days: 3 },
      // The shop sends some payouts itself, without any recipient's browser.
      payouts: { fallbackIpAddress: '127.0.0.1' },
    }),
    remittance(urls.gmo),
  ];
}
