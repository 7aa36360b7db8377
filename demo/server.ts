import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from 'srvx/node';
import { createBff, createSessionSigner, monetixProvider } from '../src/bff.js';
import { clientAddress, openDatabase, openKeyFile, serveBff } from '../src/node.js';
import { createMonetixSandbox } from '../src/sandbox.js';
import { OrderBook } from './orders.js';
import { createShop } from './shop.js';

const HOST = '127.0.0.1';
const { env } = process;
const root = fileURLToPath(new URL('..', import.meta.url));
const data = env.REJI_DATA ?? join(root, '.reji');

/** The port that the environment names, or one that is free. */
function portOf(name: string): Promise<number> {
  const wanted = env[name];
  if (wanted) return Promise.resolve(Number(wanted));
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, HOST, () => {
      const address = probe.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

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

const [shopPort, bffPort, sandboxPort] = await Promise.all([
  portOf('PORT'),
  portOf('BFF_PORT'),
  portOf('SANDBOX_PORT'),
]);
const shopUrl = `http://${HOST}:${shopPort}`;
const bffUrl = `http://${HOST}:${bffPort}`;
const sandboxUrl = `http://${HOST}:${sandboxPort}`;
const project = { id: 238, secret: 'sandbox-secret', name: 'Hiyori Shōten', test: true } as const;
const interfaceName = env.MONETIX_INTERFACE === 'payment-page' ? 'payment-page' : 'gate';

const keys = await openKeyFile(join(data, 'keys.json'), { apiKey: true });
const store = await openDatabase({ url: env.DATABASE_URL, file: join(data, 'bff.sqlite') });
const sandbox = createMonetixSandbox({
  publicUrl: sandboxUrl,
  projects: [project],
  timeScale: Number(env.SANDBOX_TIME_SCALE ?? 1),
  storage: textFile(join(data, 'sandbox.json')),
});
const bff = createBff({
  issuer: bffUrl,
  origins: [shopUrl],
  apiKeys: [keys.apiKey ?? ''],
  signer: createSessionSigner(keys.signingKeys),
  store,
  clientAddress,
  log: (line) => console.error(JSON.stringify(line)),
  providers: [
    monetixProvider({
      projectId: project.id,
      secret: project.secret,
      interface: interfaceName,
      gateUrl: sandboxUrl,
      paymentPageUrl: `${sandboxUrl}/payment`,
      websiteUrl: 'https://hiyori.example',
      invoice: { days: 3 },
    }),
  ],
});
const shop = createShop({
  url: shopUrl,
  bffUrl,
  apiKey: keys.apiKey ?? '',
  sandboxUrl,
  orders: await OrderBook.open(join(data, 'orders.json')),
  folders: { reji: join(root, 'dist', 'cdn'), assets: join(root, 'demo', 'public') },
  redirectHosts: [new URL(sandboxUrl).host],
});

await sandbox.ready;
const sandboxServer = await listen(sandboxPort, sandbox);
const bffServer = await serveBff({ bff, port: bffPort, host: HOST });
const shopServer = await listen(shopPort, shop);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  sandbox.close();
  await bffServer.close();
  await Promise.all([shopServer.close(true), sandboxServer.close(true)]);
  await store.close();
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());

console.log(`\n  provider  ${sandboxUrl}   (sandbox, Monetix by ${interfaceName})`);
console.log(`  BFF       ${bffUrl}`);
console.log(`  shop      ${shopUrl}`);
