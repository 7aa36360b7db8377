// A node:test reporter that tells only the sums and what failed, as one line of JSON.

/** Reads the runner's closing diagnostics: `pass 12`, `fail 0`, `cancelled 0`. */
export default async function* counts(source) {
  const sums = {};
  const wrong = [];
  for await (const { type, data } of source) {
    const found = type === 'test:diagnostic' && /^(pass|fail|cancelled|skipped) (\d+)$/.exec(data.message);
    // a suite fails with what is in it
    if (type === 'test:fail' && data.details.type !== 'suite')
      wrong.push(`${data.name}: ${data.details.error.cause?.message ?? data.details.error.message}`);
    if (found) sums[found[1]] = Number(found[2]);
  }
  const { pass = 0, fail = 0, cancelled = 0, skipped = 0 } = sums;
  yield `${JSON.stringify({ passed: pass, failed: fail + cancelled, skipped, wrong })}\n`;
}
