// Browser tests. ENGINES=chromium,firefox,webkit chooses the engines; one file: npx wtr test/contract/money.test.ts
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findChromium, findFirefox } from './tools/browsers.mjs';
import { bind, dealt, testFiles } from './tools/sheaves.mjs';
import { startWebKit } from './tools/webkit.mjs';
import { mediaFeaturesPlugin } from './tools/wtr-media-features.mjs';
import { prebundlePlugin } from './tools/wtr-prebundle.mjs';
import { plainSummaryReporter } from './tools/wtr-reporter.mjs';

const found = (path, name) => {
  if (!path) throw new Error(`${name} was not found; install it, or run: npm run setup`);
  return path;
};

const launch = {
  chromium: () =>
    chromeLauncher({
      launchOptions: {
        executablePath: found(findChromium(), 'Chromium'),
        headless: true,
        args: CHROMIUM_FLAGS,
        timeout: 120_000,
      },
      // Two files run at once, each in its tab: both are to be in front, or the one behind rightly stands still.
      createPage: async ({ context }) => {
        const page = await context.newPage();
        await (await page.createCDPSession()).send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return page;
      },
    }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: {
        browser: 'firefox',
        executablePath: found(findFirefox(), 'Firefox'),
        headless: true,
        timeout: 120_000,
      },
    }),
  webkit: async () => {
    const { port, browser } = await startWebKit();
    const capabilities = {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    };
    const launcher = webdriverLauncher({ hostname: '127.0.0.1', port, path: '/', logLevel: 'error', capabilities });
    // The runner hands every launcher its own global concurrency; with two pages at once keys and clicks get lost.
    const initialize = launcher.initialize.bind(launcher);
    launcher.initialize = (config, ...rest) => initialize({ ...config, concurrency: 1 }, ...rest);
    return Object.assign(launcher, { concurrency: 1 });
  },
};

const engines = (process.env.ENGINES ?? 'chromium').split(',').filter(Boolean);

const browsers = await Promise.all(engines.map((engine) => launch[engine]()));

/** What only ever runs on a server, and what no engine does in its own way, needs no more than one engine to be tried in. */
const SERVER = [
  /^(bff|catalog|money|sandbox)\//,
  /^contract\/(emvco|japan-post|money|next-action|readers|session)\./,
  /^withstand\/(callbacks|comings|doors|fields|limits|money|restarts|streams|tokens|urls)\./,
];
const browserFiles = testFiles.filter((file) => !/^(node|e2e)\//.test(file));
const isServer = (file) => SERVER.some((pattern) => pattern.test(file));

/** Files named on the command line run in every engine asked for, each in a page of its own. */
const named = process.argv.some((argument) => argument.endsWith('.ts'));
const everything = () => {
  const pages = dealt(
    browserFiles.filter((file) => !isServer(file)),
    6,
  );
  const servers = dealt(browserFiles.filter(isServer), 8);
  return {
    files: bind('page', pages),
    groups: [{ name: 'server', files: bind('server', servers), browsers: browsers.slice(0, 1) }],
  };
};

export default {
  ...(named ? {} : everything()),
  nodeResolve: { exportConditions: ['development', 'browser'] },
  concurrency: 2,
  concurrentBrowsers: 3,
  // On a busy machine three browsers that start at once need their time.
  browserStartTimeout: 120_000,
  testsFinishTimeout: 240_000,
  filterBrowserLogs: ({ args }) => !String(args[0] ?? '').startsWith('Lit is in dev mode'),
  testFramework: { config: { timeout: 15_000 } },
  plugins: [
    prebundlePlugin({
      qrcode: ['create'],
      'qrcode/lib/core/qrcode.js': ['create'],
      'encoding-japanese': ['convert', 'detect'],
      '@holiday-jp/holiday_jp': ['holidays'],
    }),
    esbuildPlugin({
      ts: true,
      target: 'esnext', // keeps import attributes: all three engines load JSON modules themselves
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    mediaFeaturesPlugin(),
  ],
  browsers,
  reporters: [defaultReporter(), plainSummaryReporter()],
};
