import { expect } from '@open-wc/testing';
import { inTitleUnits } from '../../src/catalog/title-units.js';

describe('title units', () => {
  for (const [currency, unit] of [
    ['USD', 'WMZ'],
    ['EUR', 'WME'],
    ['KZT', 'WMK'],
  ]) {
    it(`calls ${currency} ${unit}, one to one`, () => {
      expect(inTitleUnits({ value: 8420, currency: currency ?? '' })).to.deep.equal({ value: 8420, unit });
    });
  }

  for (const currency of ['JPY', 'usd', '', 'toString', '__proto__']) {
    it(`has no unit for "${currency}"`, () => {
      expect(inTitleUnits({ value: 1, currency })).to.equal(undefined);
    });
  }
});
