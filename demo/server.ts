import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from 'srvx/node';
import { createBff, createSessionSigner } from '../src/bff.js';
import { clientAddress, openDatabase, openKeyFile, serveBff, zenginBanks } from '../src/node.js';
import { Book } from './book.js';
import type { ShopOrder, ShopPayout } from './book.js';
import { brandsOf } from './office/brands.js';
import { openOfficeKey } from './office/door.js';
import { createOffice } from './office/office.js';
import { openPorts } from './ports.js';
import { lookAt } from './provider-side.js';
import { createProviders, createSandboxes } from './providers.js';
import type { ProvidersOptions } from './providers.js';
import { openHaipayKeys } from './rsa-keys.js';
import { createShop } from './shop.js';

const HOST = '127.0.0.1';
const { env } = process;
const root = fileURLToPath(new URL('..', import.meta.url));
const data = env.REJI_DATA ?? join(root, '.reji');

/** One text in a file, replaced as a whole: what the sandbox remembers over a restart. */
function textFile(path: string) {
  return {
    load: () => readFile(path, 'utf8').catch(() => undefined),
    save: async (text: string) => {
      await writeFile(`${path}.new`, text);
      await rename(`${path}.new`, path);
    },
  };
}

async function listen(port: number, fetch: (request: Request) => Promise<Response>) {
  const server = serve({ fetch, port, hostname: HOST, silent: true, gracefulShutdown: false });
  await server.ready();
  return server;
}

const ports = await openPorts(['PORT', 'BFF_PORT', 'SANDBOX_PORT', 'SBPS_PORT', 'HAIPAY_PORT', 'GMO_PORT'], {
  env,
  file: join(data, 'ports.json'),
});
const at = (port: number) => `http://${HOST}:${port}`;
const [shopUrl, bffUrl] = [at(ports.PORT), at(ports.BFF_PORT)];
const urls = {
  monetix: at(ports.SANDBOX_PORT),
  sbps: at(ports.SBPS_PORT),
  haipay: at(ports.HAIPAY_PORT),
  gmo: at(ports.GMO_PORT),
};

const keys = await openKeyFile(join(data, 'keys.json'), { apiKey: true });
const store = await openDatabase({ url: env.DATABASE_URL, file: join(data, 'bff.sqlite') });
const setUp: ProvidersOptions = {
  urls,
  haipayKeys: await openHaipayKeys(join(data, 'haipay-keys.json')),
  monetixInterface: env.MONETIX_INTERFACE === 'payment-page' ? 'payment-page' : 'gate',
  timeScale: Number(env.SANDBOX_TIME_SCALE ?? 1),
  sbpsLimitSeconds: Number(env.SBPS_LIMIT_SECONDS ?? 600),
  haipayWalletStep: env.HAIPAY_WALLET_STEP === 'redirect' ? 'redirect' : 'qr',
  clientAddress,
  storage: (name) => textFile(join(data, `${name}.json`)),
};
const sandboxes = createSandboxes(setUp);
const providers = createProviders(setUp);
const bff = createBff({
  issuer: bffUrl,
  origins: [shopUrl],
  apiKeys: [keys.apiKey ?? ''],
  signer: createSessionSigner(keys.signingKeys),
  store,
  clientAddress,
  log: (line) => console.error(JSON.stringify(line)),
  providers,
  banks: zenginBanks(),
  // Whoever tries this plays the bank too and watches for what comes of it.
  askBackoff: { firstMs: 3000 },
});
const orders = await Book.open<ShopOrder>(join(data, 'orders.json'));
const officeKey = await openOfficeKey(join(data, 'office-key'));
const office = createOffice({
  url: shopUrl,
  bffUrl,
  apiKey: keys.apiKey ?? '',
  officeKey,
  orders,
  payouts: await Book.open<ShopPayout>(join(data, 'payouts.json')),
  brands: brandsOf(providers),
});
const shop = createShop({
  url: shopUrl,
  bffUrl,
  apiKey: keys.apiKey ?? '',
  providerSide: lookAt(sandboxes, urls),
  orders,
  office,
  folders: { reji: join(root, 'dist', 'cdn'), assets: join(root, 'demo', 'public') },
  redirectHosts: Object.values(urls).map((url) => new URL(url).host),
});

const { monetix, sbps, haipay, gmo } = sandboxes;
const all = [monetix, sbps, haipay, gmo];
await Promise.all(all.map(({ ready }) => ready));
const sandboxServers = await Promise.all([
  listen(ports.SANDBOX_PORT, monetix),
  listen(ports.SBPS_PORT, sbps),
  listen(ports.HAIPAY_PORT, haipay),
  listen(ports.GMO_PORT, gmo),
]);
const bffServer = await serveBff({ bff, port: ports.BFF_PORT, host: HOST });
const shopServer = await listen(ports.PORT, shop);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  for (const sandbox of all) sandbox.close();
  office.close();
  await bffServer.close();
  await Promise.all([shopServer, ...sandboxServers].map((server) => server.close(true)));
  await store.close();
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());

console.log(`
  Monetix   ${urls.monetix}   (sandbox, by ${setUp.monetixInterface})
  SBPS      ${urls.sbps}   (sandbox)
  HaiPay    ${urls.haipay}   (sandbox)
  GMO-PG    ${urls.gmo}   (sandbox)
  BFF       ${bffUrl}
  provider  ${shopUrl}/provider   (what waits at the sandboxes)
  back office  ${shopUrl}/back-office  key ${officeKey}
  shop      ${shopUrl}`);
