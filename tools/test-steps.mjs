// The steps of npm test. A step answers `{ passed, failed, output, engines?, wrong? }`; `wrong` has a line for each failure.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bin, node, ROOT } from './run.mjs';
import { bind, testFiles } from './sheaves.mjs';

const scratch = join(ROOT, '.reji');

/** Programs that are either content or not, one after the other. */
const check = (...programs) =>
  async function runCheck({ idle }) {
    for (const args of programs) {
      const { ok, output } = await node(args, { idle, env: { STORYBOOK_DISABLE_TELEMETRY: '1' }, timeoutMs: 600_000 });
      if (!ok) return { passed: 0, failed: 1, output };
    }
    return { passed: 1, failed: 0, output: '' };
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

/** Purchases that share engines and demos, one after the other; what is in no list goes to the last. Each takes about as long. */
const E2E = [
  ['money-out', 'payment-page', 'crash', 'leaving'],
  ['alipay-plus', 'narrow', 'gate'],
  ['japan', 'quality', 'money-back', 'lost-callbacks'],
].map((list) => list.map((file) => `e2e/${file}.test.ts`));
const inNoList = testFiles.filter((file) => file.startsWith('e2e/') && !E2E.flat().includes(file));
const e2eFiles = () => bind('e2e', [...E2E.slice(0, -1), [...E2E.at(-1), ...inNoList]]);

const unitFiles = () => testFiles.filter((file) => file.startsWith('node/')).map((file) => join(ROOT, 'test', file));

/** Runs files of node:test through tsx. */
function nodeTests(name, filesOf, concurrency, timeoutMs) {
  return async function runNodeTests({ env }) {
    const counts = countsFile(name);
    const reporters = ['spec', 'stdout', './tools/node-counts.mjs', counts].map((value, at) =>
      at % 2 ? `--test-reporter-destination=${value}` : `--test-reporter=${value}`,
    );
    const args = ['--import', 'tsx', '--test', `--test-concurrency=${concurrency}`, ...reporters, ...filesOf()];
    const { ok, output, seconds } = await node(args, { env, timeoutMs, stream: name === 'e2e' });
    return { ...sums(counts, ok), output: ok || name === 'e2e' ? '' : output, seconds };
  };
}

/** Runs the browser tests in the engines found. */
async function browserTests({ engines }) {
  const counts = countsFile('browser');
  const env = { ENGINES: engines.join(','), REJI_COUNTS: counts };
  const { ok, seconds } = await node([bin('@web/test-runner', 'wtr')], { stream: true, env, timeoutMs: 540_000 });
  const { engines: byEngine, wrong } = existsSync(counts)
    ? JSON.parse(readFileSync(counts, 'utf8'))
    : { engines: {}, wrong: ['the runner ended without its sums'] };
  const add = (key) => Object.values(byEngine).reduce((sum, engine) => sum + engine[key], 0);
  const silent = engines.filter((engine) => !byEngine[engine]?.passed).length;
  const failed = Math.max(add('failed') + silent, ok ? 0 : 1);
  return { passed: add('passed'), failed, wrong, engines: byEngine, seconds };
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

/** TypeScript 7 checks in a fifth of the time; linters and analyzers still need the API that only 6 has. */
const tsc = bin('ts7', 'tsc');

/** Steps that use what the others leave of the machine, from the start, one at a time. */
const IDLE = 0;

/**
 * Steps in order. Those with the same phase run side by side, two at a time, and the idle ones all along.
 * `needs` names a step that has to end before; it stands earlier in the list.
 */
export const steps = [
  { name: 'build', phase: 1, run: check(['tools/build.mjs']) },
  {
    name: 'storybook',
    phase: 1,
    needs: 'build',
    run: check([bin('storybook'), 'build', '--quiet', '-o', 'storybook-static']),
  },
  { name: 'stories', phase: 1, needs: 'storybook', run: storyTests },
  { name: 'node', phase: 1, needs: 'build', run: nodeTests('node', unitFiles, 1, 180_000) },
  { name: 'types', phase: IDLE, run: check([tsc, '-p', 'tsconfig.json'], [tsc, '-p', 'tsconfig.browser.json']) },
  {
    name: 'lint',
    phase: IDLE,
    run: check([bin('oxlint'), '--type-aware'], [bin('eslint'), '.', '--max-warnings', '0']),
  },
  { name: 'format', phase: IDLE, run: check([bin('prettier'), '--check', '--log-level', 'warn', '.']) },
  {
    name: 'templates',
    phase: IDLE,
    run: check([bin('@jackolope/lit-analyzer', 'lit-analyzer'), 'src/**/*.ts', ...litRules]),
  },
  { name: 'publint', phase: IDLE, needs: 'build', run: check([bin('publint'), '--strict']) },
  {
    name: 'attw',
    phase: IDLE,
    needs: 'build',
    run: check([bin('@arethetypeswrong/cli', 'attw'), '--pack', '.', '--profile', 'esm-only']),
  },
  { name: 'browser', phase: 2, run: browserTests },
  { name: 'e2e', phase: 3, needs: 'build', run: nodeTests('e2e', e2eFiles, 3, 600_000) },
];
