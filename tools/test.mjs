// npm test: set-up, then every step. The last line is "N passed, N failed".
//   npm test -- lint node browser    only these steps, and what they need
import { writeSync } from 'node:fs';
import { setup } from './setup.mjs';

const startedMs = performance.now();
const total = { passed: 0, failed: 0 };
const report = [];
const seconds = (value) => `${value.toFixed(1)} s`.padStart(8);

/** The most that is said again of one failure, in characters. */
const MOST = 1500;

// Whatever happens, this is the last line; a run that was broken off has failed.
process.once('exit', (code) => {
  if (code && !total.failed) total.failed++;
  writeSync(1, `${total.passed} passed, ${total.failed} failed\n`);
});

/** What has been started, by name. */
const started = new Map();

/** Runs one step, after the one it needs; one that throws counts as failed. */
async function perform(step, context) {
  await started.get(step.needs);
  const beganMs = performance.now();
  console.log(`▶ ${step.name}`);
  const result = await step.run(context).catch((error) => ({ passed: 0, failed: 1, output: error.stack }));
  const took = (performance.now() - beganMs) / 1000;
  if (result.output) console.log(`${result.output.trimEnd()}\n`);
  console.log(`${result.failed ? '✗' : '✓'} ${step.name} (${took.toFixed(1)} s)`);
  total.passed += result.passed;
  total.failed += result.failed;
  report.push({ step, result, took });
}

/** Steps of one phase, so many at a time. */
async function performPhase(list, context, lanes) {
  const queue = [...list];
  const lane = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      started.set(step.name, perform(step, context));
      await started.get(step.name);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** The steps asked for, with those they need; all when nothing was asked for. */
function chosen(steps, names) {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length)
    throw new Error(`no such step: ${unknown.join(', ')}; there are: ${steps.map((s) => s.name).join(', ')}`);
  if (!names.length) return steps;
  const wanted = new Set(names);
  for (const step of [...steps].reverse()) if (wanted.has(step.name) && step.needs) wanted.add(step.needs);
  return steps.filter((step) => wanted.has(step.name));
}

function printReport() {
  console.log('\nstep            time   passed   failed');
  for (const { step, result, took } of report.sort((a, b) => a.step.phase - b.step.phase)) {
    const counts = `${String(result.passed).padStart(9)}${String(result.failed).padStart(9)}`;
    console.log(`${step.name.padEnd(12)}${seconds(took)}${counts}`);
    for (const [engine, sum] of Object.entries(result.engines ?? {})) {
      const skipped = sum.skipped ? `  (${sum.skipped} skipped)` : '';
      console.log(`  ${engine.padEnd(18)}${String(sum.passed).padStart(9)}${String(sum.failed).padStart(9)}${skipped}`);
    }
  }
  // Said again at the end, where whoever sees only that finds it.
  for (const { step, result } of report.filter(({ result }) => result.failed)) {
    const lines = result.wrong?.length ? result.wrong : [result.output || 'no word of it; see above'];
    for (const line of lines) console.log(`✗ ${step.name}: ${line.trim().slice(0, MOST)}`);
  }
  console.log(`${'together'.padEnd(12)}${seconds((performance.now() - startedMs) / 1000)}`);
}

try {
  const names = process.argv.slice(2);
  const engines = await setup({ withBrowsers: true });
  const context = { engines, env: { ENGINES: engines.join(',') } };
  const { steps } = await import('./test-steps.mjs');
  const list = chosen(steps, names);
  const phase = (number) => list.filter((step) => step.phase === number);
  const first = performPhase(phase(1), context, 2);
  const idle = performPhase(phase(0), { ...context, idle: true }, 1);
  await first;
  for (const number of [2, 3]) await performPhase(phase(number), context, 2);
  await idle;
} catch (error) {
  console.error(error.message);
  total.failed++;
}
printReport();
process.exitCode = total.failed ? 1 : 0;
