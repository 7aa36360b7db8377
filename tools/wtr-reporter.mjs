import { writeFileSync, writeSync } from 'node:fs';

/** Names the runner gives the browsers, and what we call the engines. */
const engineOf = (name) =>
  ({ chrome: 'chromium', chromium: 'chromium', firefox: 'firefox', minibrowser: 'webkit', webkit: 'webkit' })[
    name.toLowerCase().split(' ')[0]
  ] ?? name;

/** Adds up one suite and the suites in it, and notes what failed in `wrong`. */
function add(suite, sum, wrong, path = []) {
  for (const test of suite.tests) {
    sum[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
    if (!test.skipped && !test.passed) wrong.push(`${[...path, test.name].join(' › ')}: ${test.error?.message}`);
  }
  for (const child of suite.suites) add(child, sum, wrong, [...path, child.name]);
}

/**
 * Prints one plain closing line an engine and writes the counts, and what failed, as JSON to the file named by REJI_COUNTS.
 * Printed at exit: the runner's own output is buffered and comes later than stop().
 */
export function plainSummaryReporter() {
  return {
    stop({ sessions }) {
      const engines = {};
      const wrong = [];
      for (const session of sessions) {
        const name = engineOf(session.browser.name);
        const sum = (engines[name] ??= { passed: 0, failed: 0, skipped: 0 });
        const failures = [];
        if (session.testResults) add(session.testResults, sum, failures);
        // an import error, a timeout, or an error outside a test
        if (!session.passed && !failures.length) {
          sum.failed++;
          failures.push(`${session.testFile}: ${session.errors[0]?.message ?? session.status}`);
        }
        wrong.push(...failures.map((failure) => `${name}: ${failure}`));
      }
      if (process.env.REJI_COUNTS) writeFileSync(process.env.REJI_COUNTS, JSON.stringify({ engines, wrong }));
      process.once('exit', () => {
        for (const [name, { passed, failed, skipped }] of Object.entries(engines)) {
          writeSync(1, `${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
        }
      });
    },
  };
}
