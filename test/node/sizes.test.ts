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

  test('a payment loads nothing of payouts', () => {
    const files = (key: keyof Measured) =>
      measured[key].files.map(({ file }) => file).filter((file) => file !== 'reji.js');
    const payouts = files('payouts');
    assert.ok(payouts.length > 0);
    assert.deepEqual(
      files('everything').filter((file) => payouts.includes(file)),
      [],
    );
  });

  test('what follows the choice comes in one file and one of texts, nothing behind them', () => {
    const names = measured.redirect.files.map(({ file }) => file.replace(/^chunks\/|-[\w-]{8}\.js$/g, ''));
    assert.deepEqual(names, ['reji', 'en', 'follow', 'en', 'reji.js']);
  });

  for (const key of Object.keys(BUDGETS) as (keyof Measured)[]) {
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
