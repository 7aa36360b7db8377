import { expect } from '@open-wc/testing';
import { clockFigures, timeLeft } from '../../src/elements/time-left.js';

describe('time left', () => {
  for (const [leftMs, days, figures] of [
    [0, 0, '0:00'],
    [1, 0, '0:01'],
    [3000, 0, '0:03'],
    [3001, 0, '0:04'],
    [59_999, 0, '1:00'],
    [504_000, 0, '8:24'],
    [3_599_000, 0, '59:59'],
    [3_600_000, 0, '1:00:00'],
    [18_729_000, 0, '5:12:09'],
    [86_399_000, 0, '23:59:59'],
    [86_399_001, 1, '0:00'],
    [86_400_000, 1, '0:00'],
    [259_080_000, 2, '23:58'],
    [3_024_000_000, 35, '0:00'],
  ] as const) {
    it(`cuts ${leftMs} ms into ${days} days and ${figures}`, () => {
      const left = timeLeft(leftMs);
      expect(left.days).to.equal(days);
      expect(clockFigures(left)).to.equal(figures);
    });
  }

  it('never shows zero before the deadline', () => {
    for (let leftMs = 1; leftMs < 5000; leftMs += 7) expect(clockFigures(timeLeft(leftMs))).not.to.equal('0:00');
  });
});
