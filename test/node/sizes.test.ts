import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { BUDGETS, kB, measure } from '../../tools/sizes.mjs';
import type { Measured } from '../../tools/sizes.mjs';

/** README figures may lag this many bytes behind. */
const TOLERANCE = 300;

describe('sizes', () => {
  let measured: Measured;
  before(async () => {
    measured = await measure();
  });

  for (const key of ['picker', 'payment', 'everything'] as const) {
    const { title, limit } = BUDGETS[key];

    test(`${title}: at most ${kB(limit)} brotli`, () => {
      const { bytes, files } = measured[key];
      assert.ok(bytes > 0 && bytes <= limit, `${bytes} bytes: ${JSON.stringify(files, null, 1)}`);
    });

    test(`${title}: the README tells the truth`, () => {
      const row = readFileSync('README.md', 'utf8').match(
        new RegExp(`\\| ${title} +\\| +([\\d.]+) kB +\\| +([\\d.]+) kB`),
      );
      assert.ok(row, `README.md needs a row: | ${title} | ${kB(measured[key].bytes)} | ${limit / 1000} kB |`);
      const said = Number(row[1]) * 1000;
      assert.ok(
        Math.abs(said - measured[key].bytes) <= TOLERANCE,
        `README says ${row[1]} kB, it is ${kB(measured[key].bytes)}`,
      );
      assert.equal(Number(row[2]) * 1000, limit, 'limit in the README');
    });
  }
});
