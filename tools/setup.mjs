// Makes a fresh clone ready. Plain Node, works before anything is installed, and is done at once when nothing changed.
//   node tools/setup.mjs              packages
//   node tools/setup.mjs --browsers   packages, and what the browser tests need
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowsers, findPostgres, onPath } from './browsers.mjs';
import { ROOT, run } from './run.mjs';

const stampFile = join(ROOT, 'node_modules', '.reji-setup');

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node ${process.versions.node} is too old: 20.19 or newer is needed`);
  }
}

/** The log is shown only when something went wrong. */
async function quietly(what, file, args, options) {
  const { ok, output, seconds } = await run(file, args, { timeoutMs: 600_000, ...options });
  if (ok) console.log(`set-up: ${what} (${seconds.toFixed(1)} s)`);
  else console.error(output);
  return ok;
}

/** Installs the packages of the lockfile unless they are the ones installed last time. */
async function packages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const stamp = `${lock} ${process.platform}-${process.arch}`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log('set-up: installing packages …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const ok =
    npm && /\.c?js$/.test(npm)
      ? await quietly('packages installed', process.execPath, [npm, ...args])
      : await quietly('packages installed', process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  if (!ok) throw new Error('npm ci failed; its output is above');
  writeFileSync(stampFile, stamp);
}

/** Has some installed font glyphs for this language? */
async function hasFont(language) {
  const list = onPath('fc-list');
  if (!list) return false;
  const { output } = await run(list, [`:lang=${language}`, 'family']);
  return output.trim() !== '';
}

/** Debian packages that would fill the gaps. */
async function missingPackages(found) {
  return [
    !found.chromium && !process.env.CHROME_PATH && 'chromium-headless-shell',
    !found.firefox && !process.env.FIREFOX_PATH && 'firefox-esr',
    !found.webkit && 'webkit2gtk-driver',
    !found.webkit && 'xvfb',
    !findPostgres() && 'postgresql',
    !(await hasFont('ja')) && 'fonts-noto-cjk',
    !(await hasFont('th')) && 'fonts-tlwg-loma-ttf',
    !onPath('fc-list') && 'fontconfig',
  ].filter(Boolean);
}

/** Installs with apt, trying a second time when a mirror failed. */
async function apt(names) {
  console.log(`set-up: installing ${names.join(' ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const script = `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${names.join(' ')}`;
  for (let tries = 0; tries < 2; tries++) {
    if (await quietly('system packages installed', 'sh', ['-c', script], { env })) return;
  }
}

/** Finds or installs the browsers; answers the engines that can be tested here. */
async function browsers() {
  const canInstall = process.getuid?.() === 0 && onPath('apt-get') !== undefined;
  let found = findBrowsers();
  if (canInstall) {
    const names = await missingPackages(found);
    if (names.length) {
      await apt(names);
      found = findBrowsers();
    }
  }
  const missing = Object.keys(found).filter((engine) => !found[engine]);
  if (missing.length) {
    const line = `set-up: not found: ${missing.join(', ')}; set CHROME_PATH or FIREFOX_PATH, or install them (WebKit: WebKitWebDriver, MiniBrowser and Xvfb on Linux)`;
    if (process.env.CI || missing.length === Object.keys(found).length) throw new Error(line);
    console.warn(`${line}; going on without`);
  }
  return Object.keys(found).filter((engine) => found[engine]);
}

/**
 * Makes everything ready; throws with one clear line when that can't be done.
 * Answers the engines found when `withBrowsers` is set, else an empty list.
 */
export async function setup({ withBrowsers = false } = {}) {
  checkNode();
  await packages();
  return withBrowsers ? browsers() : [];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await setup({ withBrowsers: process.argv.includes('--browsers') });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
