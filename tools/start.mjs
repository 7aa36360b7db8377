// npm start: set-up, build if needed, then the demo in this very process, so that Ctrl-C reaches it and nothing else.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run.mjs';
import { setup } from './setup.mjs';

try {
  await setup();
  const { buildScripts } = await import('./build.mjs');
  if (await buildScripts()) console.log('built the scripts');
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
await import('tsx');
const server = join(ROOT, 'demo', 'server.ts');
process.argv[1] = server;
await import(pathToFileURL(server).href);
