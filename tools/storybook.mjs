// npm run storybook: set-up, manifest, then the development server; with the word "build": storybook-static/.
import { bin, node } from './run.mjs';
import { setup } from './setup.mjs';

await setup();
const { buildManifest } = await import('./build.mjs');
await buildManifest();
const storybook = bin('storybook', 'storybook');
const args = process.argv.includes('build')
  ? [storybook, 'build', '--quiet', '-o', 'storybook-static']
  : [storybook, 'dev', '-p', process.env.PORT ?? '6006', '--ci'];
const { code } = await node(args, {
  stream: true,
  timeoutMs: 2 ** 31 - 1,
  env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
});
process.exitCode = code;
