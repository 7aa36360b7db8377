import { createBff } from '../src/bff/handler.js';
import { monetixProvider } from '../src/bff/providers/monetix.js';
import type { MonetixInterface } from '../src/bff/providers/monetix-options.js';
import { createSessionSigner, generateSigningKey } from '../src/bff/session-signer.js';
import { MemoryStore } from '../src/bff/store/memory.js';
import { CreateSessionAnswer } from '../src/contract/requests.js';
import { createMonetixSandbox } from '../src/sandbox/monetix.js';

const BFF = 'https://pay.shop.example';
const MONETIX = 'https://sandbox.example';
const KEY = 'a-key-of-this-page-only';
const SECRET = 'sandbox-secret';

/** How the shop in this page is set up. */
export interface InPageShopOptions {
  interface?: MonetixInterface;
  /** Epoch milliseconds. @default Date.now */
  now?: () => number;
}

/** The whole stack as functions in one page: shop, BFF with a store in memory, and the provider's sandbox. */
export async function createInPageShop(options: InPageShopOptions = {}) {
  const now = options.now ?? (() => Date.now());
  const signer = createSessionSigner([await generateSigningKey()]);
  const store = new MemoryStore();
  const sandbox = createMonetixSandbox({
    publicUrl: MONETIX,
    projects: [{ id: 238, secret: SECRET, name: 'In-page shop', test: true }],
    fetch: (request) => bff(request),
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
    providers: [
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
    ],
  });

  /** The page's fetch: what goes to the BFF is answered here. */
  const transport: typeof fetch = (input, init) => bff(new Request(input, init));

  async function createSession(order: { id?: string; value?: number; currency?: string; locale?: string } = {}) {
    const answer = await bff(
      new Request(`${BFF}/sessions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          order: { id: order.id ?? 'H-20430', shop: 'ひより商店', returnUrl: `${location.origin}/checkout` },
          amount: { value: order.value ?? 8420, currency: order.currency ?? 'USD' },
          customer: {
            id: 'customer-1',
            account: '01234567890',
            firstName: 'Sample',
            lastName: 'Buyer',
            email: 'buyer@shop.example',
          },
          ...(order.locale ? { locale: order.locale } : {}),
        }),
      }),
    );
    return CreateSessionAnswer.parse(await answer.json());
  }

  return { bff, sandbox, store, signer, jwks: signer.jwks(), transport, createSession };
}
