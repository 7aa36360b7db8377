import { expect } from '@open-wc/testing';
import { BRANDS } from '../../src/catalog/brands.js';
import { KONBINI, konbiniRow, numberKey } from '../../src/catalog/konbini.js';

describe('konbini rows', () => {
  it('each name a brand there is', () => {
    for (const { brand } of Object.values(KONBINI)) expect(BRANDS[brand]?.section).to.equal('konbini');
  });

  it('give a slip its 30 minutes where there is a kiosk, and nowhere else', () => {
    for (const { brand, slipMinutes } of Object.values(KONBINI)) {
      expect(slipMinutes).to.equal(BRANDS[brand]?.kiosk ? 30 : undefined);
    }
  });

  it('know nothing of a chain or a label they do not have', () => {
    for (const unknown of ['', 'seicomart', 'constructor', '__proto__']) {
      expect(konbiniRow(unknown)).to.equal(undefined);
      expect(numberKey(unknown)).to.equal(undefined);
    }
    expect(numberKey('払込票番号')).to.equal('slip');
  });
});
