import { createBff } from '../src/bff/handler.js';
import type { BankDirectory } from '../src/bff/payout-port.js';
import { gmoProvider } from '../src/bff/providers/gmo.js';
import { haipayProvider } from '../src/bff/providers/haipay.js';
import { monetixProvider } from '../src/bff/providers/monetix.js';
import type { MonetixInterface } from '../src/bff/providers/monetix-options.js';
import { SBPS_WALLETS } from '../src/bff/providers/sbps-options.js';
import { sbpsProvider } from '../src/bff/providers/sbps.js';
import { createSessionSigner, generateSigningKey } from '../src/bff/session-signer.js';
import { MemoryStore } from '../src/bff/store/memory.js';
import { PayoutCreatedAnswer } from '../src/contract/payout.js';
import type { PayoutRequest } from '../src/contract/payout.js';
import { CreateSessionAnswer } from '../src/contract/requests.js';
import { createGmoSandbox } from '../src/sandbox/gmo.js';
import { createHaipaySandbox } from '../src/sandbox/haipay.js';
import { createMonetixSandbox } from '../src/sandbox/monetix.js';
import { createSbpsSandbox } from '../src/sandbox/sbps.js';
import { haipayKeys } from './haipay-keys.js';

const BFF = 'https://pay.shop.example';
const MONETIX = 'https://sandbox.example';
const SBPS = 'https://sbps.example';
const HAIPAY = 'https://haipay.example';
const GMO = 'https://remittance.example';
const KEY = 'a-key-of-this-page-only';
const SECRET = 'sandbox-secret';
const SERVICE = { merchantId: '30132', serviceId: '001', hashKey: SECRET };
const APP_IDS = { JPY: 1054, USD: 1055 } as const;

/** Who buys, and who is paid. */
const BUYER = {
  id: 'customer-1',
  account: '01234567890',
  firstName: 'Sample',
  lastName: 'Buyer',
  email: 'buyer@shop.example',
};

/** How the shop in this page is set up. */
export interface InPageShopOptions {
  interface?: MonetixInterface;
  /** Without these three, only Monetix is there, which is ready sooner. @default false */
  japan?: boolean;
  /** With GMO-PG's remittances too, so that `createPayout` can be received in yen. @default false */
  payouts?: boolean;
  /** Where recipients look up their bank. @default none */
  banks?: BankDirectory;
  /** Epoch milliseconds. @default Date.now */
  now?: () => number;
}

/** What the shop tells of an order and of who buys. */
export interface InPageOrder {
  id?: string;
  value?: number;
  currency?: string;
  locale?: string;
  /** Without one, methods that need it ask for it. */
  phone?: string;
}

type AtBff = (request: Request) => Promise<Response>;

/** SBPS and HaiPay: their sandboxes, and the adapters for them. Numbers and parts of accounts come in the answers. */
async function inJapan(bff: AtBff, now: () => number) {
  const { shop, haipay: theirs } = await haipayKeys();
  const sbps = createSbpsSandbox({
    publicUrl: SBPS,
    merchants: [{ ...SERVICE, name: 'In-page shop', wallets: SBPS_WALLETS }],
    tellsTimeouts: true,
    fetch: bff,
    now,
  });
  const merchant = (currency: 'JPY' | 'USD') => {
    const keys = { secret: SECRET, merchantPublicKey: shop.publicKey, privateKey: theirs.privateKey };
    return { appId: APP_IDS[currency], currency, ...keys, name: 'In-page shop' };
  };
  const store = { payUrl: 'payUrl', paymentNo: 'number', secondNo: 'secondNumber' } as const;
  const haipay = createHaipaySandbox({
    publicUrl: HAIPAY,
    merchants: [merchant('JPY'), merchant('USD')],
    answers: {
      merpay: { payUrl: 'payUrl', qrCode: 'qrCode' },
      'gmo-aozora': { bankCode: 'bankCode', branchName: 'branch', bankNo: 'account', accountName: 'holder' },
      'konbini-familymart': store,
      'konbini-seven-eleven': store,
    },
    fetch: bff,
    now,
  });
  const account = (currency: 'JPY' | 'USD') => {
    const keys = { secret: SECRET, privateKey: shop.privateKey, publicKey: theirs.publicKey };
    return { appId: APP_IDS[currency], ...keys };
  };
  const providers = [
    haipayProvider({
      accounts: { JPY: account('JPY'), USD: account('USD') },
      baseUrl: HAIPAY,
      fetch: (url, init) => haipay(new Request(url, init)),
      walletStep: 'qr',
      validFor: { redirect: 30, qr: 30, konbini: 4320, bankTransfer: 4320 },
      numberFields: {
        paymentNo: { 'seven-eleven': '払込票番号', familymart: '企業コード' },
        secondNo: { familymart: '注文番号' },
      },
      bankFields: { bank: 'bankCode', branch: 'branchName', accountNumber: 'bankNo', holder: 'accountName' },
      failures: { 'Order expired': 'timed-out' },
    }),
    sbpsProvider({
      ...SERVICE,
      linkUrl: `${SBPS}/f01/FepBuyInfoReceive.do`,
      wallets: SBPS_WALLETS,
      webmoney: true,
      now,
    }),
  ];
  return { sandboxes: { sbps, haipay }, providers };
}

/** GMO-PG Remittance: the make-believe service, whose bank waits for somebody at its desk, and the adapter for it. */
function remittances(now: () => number) {
  const shop = { shopId: 'tshop00000001', shopPass: SECRET };
  const gmo = createGmoSandbox({
    publicUrl: GMO,
    shops: [{ ...shop, name: 'In-page shop', funds: 1_000_000 }],
    bankDecides: 'a-person',
    now,
  });
  const provider = gmoProvider({
    shopId: shop.shopId,
    shopPassword: shop.shopPass,
    apiUrl: GMO,
    linkFailures: { 3: 'not-collected', 9: 'canceled-by-buyer' },
    fetch: (url, init) => gmo(new Request(url, init)),
    now,
  });
  return { gmo, provider };
}

/** The whole stack as functions in one page: shop, BFF with a store in memory, and the providers' sandboxes. */
export async function createInPageShop(options: InPageShopOptions = {}) {
  const now = options.now ?? (() => Date.now());
  const signer = createSessionSigner([await generateSigningKey()]);
  const store = new MemoryStore();
  const atBff: AtBff = (request) => bff(request);
  const japan = options.japan ? await inJapan(atBff, now) : undefined;
  const payouts = options.payouts ? remittances(now) : undefined;
  const sandbox = createMonetixSandbox({
    publicUrl: MONETIX,
    projects: [{ id: 238, secret: SECRET, name: 'In-page shop', test: true }],
    fetch: atBff,
    now,
  });
  const bff = createBff({
    issuer: BFF,
    origins: [location.origin],
    apiKeys: [KEY],
    signer,
    store,
    now,
    clientAddress: () => '192.0.2.10',
    ...(options.banks && { banks: options.banks }),
    providers: [
      ...(japan?.providers ?? []),
      monetixProvider({
        projectId: 238,
        secret: SECRET,
        interface: options.interface ?? 'gate',
        gateUrl: MONETIX,
        paymentPageUrl: `${MONETIX}/payment`,
        websiteUrl: 'https://shop.example',
        invoice: { days: 3 },
        fetch: (url, init) => sandbox(new Request(url, init)),
        now,
      }),
      ...(payouts ? [payouts.provider] : []),
    ],
  });

  /** The page's fetch: what goes to the BFF is answered here. */
  const transport: typeof fetch = (input, init) => bff(new Request(input, init));

  /** What the shop's server asks of the BFF. */
  const ask = (path: string, body: object) =>
    bff(
      new Request(`${BFF}${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${KEY}`,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify(body),
      }),
    );

  async function createSession(order: InPageOrder = {}) {
    const id = order.id ?? 'H-20430';
    // ASCII, so that what posts SBPS's form without a browser need not write Shift_JIS.
    const description = `Order ${id}`;
    const answer = await ask('/sessions', {
      order: { id, shop: 'ひより商店', description, returnUrl: `${location.origin}/checkout` },
      amount: { value: order.value ?? 8420, currency: order.currency ?? 'USD' },
      customer: { ...BUYER, ...(order.phone ? { phone: order.phone } : {}) },
      ...(options.japan ? { expiresInSeconds: 4 * 86_400 } : {}),
      ...(order.locale ? { locale: order.locale } : {}),
    });
    return CreateSessionAnswer.parse(await answer.json());
  }

  /**
   * A payout of ¥4,800 for its recipient to choose a way, with anything else in its place that is given; with a
   * destination it is sent at once.
   */
  async function createPayout(wish: Partial<PayoutRequest> = {}) {
    const answer = await ask('/payouts', {
      order: {
        id: 'R-0093',
        shop: 'ひより商店',
        description: '公演中止にともなう返金',
        returnUrl: `${location.origin}/receive`,
      },
      amount: { value: 4800, currency: 'JPY' },
      customer: BUYER,
      ...wish,
    });
    return PayoutCreatedAnswer.parse(await answer.json());
  }

  const sandboxes = { sandbox, japan: japan?.sandboxes, gmo: payouts?.gmo };
  return { bff, ...sandboxes, store, signer, jwks: signer.jwks(), transport, createSession, createPayout };
}
