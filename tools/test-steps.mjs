// The steps of npm test. A step answers `{ passed, failed, output, engines? }`; `alone` means nothing runs beside it.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bin, node, ROOT } from './run.mjs';

const scratch = join(ROOT, '.reji');

/** A check that is either right or wrong. */
const check = (...args) =>
  async function runCheck() {
    const { ok, output, seconds } = await node(args, { env: { STORYBOOK_DISABLE_TELEMETRY: '1' } });
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output: ok ? '' : output, seconds };
  };

/** Sums a tool wrote to a file; without the file, or with sums that hide a failed exit, the run itself failed. */
function sums(file, ok) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const read = text ? JSON.parse(text) : { passed: 0, failed: 0 };
  return ok || read.failed ? read : { ...read, failed: 1 };
}

function countsFile(name) {
  mkdirSync(scratch, { recursive: true });
  const file = join(scratch, `counts-${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** Test files below a folder. */
const testFiles = (folder) =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true })
        .filter((file) => file.endsWith('.test.ts'))
        .map((file) => join(folder, file))
        .sort()
    : [];

/** Runs a folder of node:test files through tsx. */
function nodeTests(name, concurrency, timeoutMs) {
  return async function runNodeTests({ env }) {
    const files = testFiles(join('test', name));
    if (!files.length) return { passed: 0, failed: 1, output: `no tests in test/${name}` };
    const counts = countsFile(name);
    const reporters = ['spec', 'stdout', './tools/node-counts.mjs', counts].map((value, at) =>
      at % 2 ? `--test-reporter-destination=${value}` : `--test-reporter=${value}`,
    );
    const args = ['--import', 'tsx', '--test', `--test-concurrency=${concurrency}`, ...reporters, ...files];
    const { ok, output, seconds } = await node(args, { env, timeoutMs, stream: name === 'e2e' });
    return { ...sums(counts, ok), output: ok || name === 'e2e' ? '' : output, seconds };
  };
}

/** Runs the browser tests in the engines found. */
async function browserTests({ engines }) {
  const counts = countsFile('browser');
  const env = { ENGINES: engines.join(','), REJI_COUNTS: counts };
  const { ok, seconds } = await node([bin('@web/test-runner', 'wtr')], { stream: true, env, timeoutMs: 540_000 });
  const byEngine = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : {};
  const add = (key) => Object.values(byEngine).reduce((sum, engine) => sum + engine[key], 0);
  const silent = engines.filter((engine) => !byEngine[engine]?.passed).length;
  return { passed: add('passed'), failed: Math.max(add('failed') + silent, ok ? 0 : 1), engines: byEngine, seconds };
}

/** Opens every story in Chromium. */
async function storyTests() {
  const counts = countsFile('stories');
  const args = ['tools/stories.mjs', 'storybook-static'];
  const { ok, output, seconds } = await node(args, { env: { REJI_COUNTS: counts }, timeoutMs: 420_000 });
  return { ...sums(counts, ok), output: ok ? '' : output, seconds };
}

/**
 * Three rules are off: templates in functions lie in other files than the imports of their elements (the story check
 * finds undefined tags), converters are taken for wrong types, and the list of CSS properties is old.
 */
const litRules = ['--strict', '--maxWarnings', '0'].concat(
  ['no-missing-import', 'no-incompatible-property-type', 'no-invalid-css'].flatMap((rule) => [
    `--rules.${rule}`,
    'off',
  ]),
);

const tsc = bin('typescript', 'tsc');

/**
 * Steps in order. Those with the same phase run side by side, two at a time.
 * `needs` names a step that has to end before; it stands earlier in the list.
 */
export const steps = [
  { name: 'build', phase: 1, run: check('tools/build.mjs') },
  { name: 'format', phase: 1, run: check(bin('prettier'), '--check', '--log-level', 'warn', '.') },
  { name: 'types', phase: 1, run: check(tsc, '-p', 'tsconfig.json') },
  { name: 'types-web', phase: 1, run: check(tsc, '-p', 'tsconfig.browser.json') },
  { name: 'lint', phase: 1, run: check(bin('eslint'), '.', '--max-warnings', '0') },
  {
    name: 'templates',
    phase: 1,
    run: check(bin('@jackolope/lit-analyzer', 'lit-analyzer'), 'src/**/*.ts', ...litRules),
  },
  { name: 'publint', phase: 1, needs: 'build', run: check(bin('publint'), '--strict') },
  {
    name: 'attw',
    phase: 1,
    needs: 'build',
    run: check(bin('@arethetypeswrong/cli', 'attw'), '--pack', '.', '--profile', 'esm-only'),
  },
  { name: 'node', phase: 1, needs: 'build', run: nodeTests('node', 1, 180_000) },
  {
    name: 'storybook',
    phase: 1,
    needs: 'build',
    run: check(bin('storybook'), 'build', '--quiet', '-o', 'storybook-static'),
  },
  { name: 'browser', phase: 2, run: browserTests },
  { name: 'stories', phase: 3, needs: 'storybook', run: storyTests },
  { name: 'e2e', phase: 4, needs: 'build', run: nodeTests('e2e', 2, 600_000) },
];
