// Opens every story of a built Storybook, waits until it is rendered and played, and audits it in light and dark.
// There is no list of exceptions. Closing line: "N passed, N failed".
//   node tools/stories.mjs storybook-static [--shots folder] [--only part-of-a-story-id]
import { mkdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findChromium } from './browsers.mjs';
import { serveStatic } from './serve-static.mjs';

const PAGES = 2;
const LIMIT_MS = 20_000;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { shots: { type: 'string' }, only: { type: 'string', default: '' } },
});

/** Runs in the page before Storybook: remembers how the story that is being shown ended. */
function watchStory() {
  let end;
  globalThis.awaitStory = () => (globalThis.storyDone = new Promise((resolve) => (end = resolve)));
  globalThis.awaitStory();
  const troubles = [
    'storyErrored',
    'storyThrewException',
    'playFunctionThrewException',
    'unhandledErrorsWhilePlaying',
    'storyMissing',
  ];
  const timer = setInterval(() => {
    const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
    if (!channel) return;
    clearInterval(timer);
    for (const name of troubles) {
      channel.on(name, (event) => {
        const said = event?.message ?? event?.description ?? JSON.stringify(event);
        end({ shown: false, problems: [`${name}: ${said}`] });
      });
    }
    channel.on('storyFinished', ({ status, reporters = [] }) => {
      const unhappy = reporters.filter((report) => report.status === 'failed').map(({ type }) => type);
      end({ shown: true, problems: status === 'error' ? [`ended with an error (${unhappy.join(', ')})`] : [] });
    });
  }, 10);
}

/** Shows a story: the first of a file in a page loaded anew, the others of it in the same page. */
async function show(page, origin, { id, importPath }) {
  if (page.shows === importPath) {
    await page.evaluate((storyId) => {
      sessionStorage.clear();
      globalThis.awaitStory();
      globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' });
    }, id);
    return;
  }
  // The add-on's own audit would be a third one: what follows here does all of it.
  await page.goto(`${origin}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`);
  await page.evaluate(`${axe};0`);
  page.shows = importPath;
}

/** Audits what is shown now: all of it in light; in dark only the colours are others. */
async function audit(page, scheme) {
  const features = [
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ];
  await page.emulateMediaFeatures(features);
  const found = await page.evaluate(
    async (runOnly) => {
      await new Promise(requestAnimationFrame);
      const { violations } = await globalThis.axe.run('#storybook-root', { runOnly, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`);
    },
    scheme === 'light' ? RULES : { type: 'rule', values: ['color-contrast'] },
  );
  return found.map((text) => `${scheme}: ${text}`);
}

/** Problems of one story; none when it is well. */
async function visit(page, origin, story) {
  const problems = [];
  const onConsole = (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`);
  const onError = (error) => problems.push(`page error: ${error.message}`);
  page.on('console', onConsole).on('pageerror', onError);
  try {
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await show(page, origin, story);
    const late = new Promise((resolve) =>
      setTimeout(resolve, LIMIT_MS, { shown: false, problems: ['not finished in time'] }).unref(),
    );
    const done = await Promise.race([page.evaluate('globalThis.storyDone'), late]);
    problems.push(...done.problems);
    if (!done.shown) return problems;
    const unknown = await page.$$eval('#storybook-root :not(:defined)', (list) => list.map((item) => item.localName));
    problems.push(...unknown.map((tag) => `not defined: ${tag}`));
    for (const scheme of ['light', 'dark']) {
      problems.push(...(await audit(page, scheme)));
      if (values.shots)
        await page.screenshot({ path: join(values.shots, `${story.id}-${scheme}.png`), fullPage: true });
    }
  } catch (error) {
    problems.push(error.message);
  } finally {
    page.off('console', onConsole).off('pageerror', onError);
  }
  return problems;
}

const { origin, close } = await serveStatic(positionals[0] ?? 'storybook-static');
const browser = await puppeteer.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
const { entries } = await (await fetch(`${origin}/index.json`)).json();
const queue = Object.values(entries).filter(({ type, id }) => type === 'story' && id.includes(values.only));
const sums = { passed: 0, failed: queue.length ? 0 : 1 };
if (values.shots) mkdirSync(values.shots, { recursive: true });

/** One page in a window of its own, so that it is visible and keeps the focus. */
async function worker() {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 720, height: 900, deviceScaleFactor: 1 });
  await page.evaluateOnNewDocument(watchStory);
  for (let story = queue.shift(); story; story = queue.shift()) {
    const problems = await visit(page, origin, story);
    // What went wrong once must not be laid at the next one's door.
    if (problems.length) page.shows = undefined;
    sums[problems.length ? 'failed' : 'passed']++;
    for (const problem of problems) console.log(`✗ ${story.id}: ${problem}`);
  }
}

try {
  await Promise.all(Array.from({ length: PAGES }, worker));
} finally {
  await browser.close();
  close();
}
if (process.env.REJI_COUNTS) writeFileSync(process.env.REJI_COUNTS, JSON.stringify(sums));
process.exitCode = sums.failed ? 1 : 0;
writeSync(1, `${sums.passed} passed, ${sums.failed} failed\n`);
