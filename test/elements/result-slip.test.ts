import { expect } from '@open-wc/testing';
import { allTexts } from '../../src/i18n/all-texts.js';
import { byRole, textOf } from './by-role.js';
import { factsOf, makeResult, paid, stampOf, stampWords, sums, title, ways } from './result-fixtures.js';

const SUCCEEDED = { ...paid, status: 'succeeded' };

describe('sums of a result', () => {
  before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));

  it('reckons a part refund', async () => {
    const el = await makeResult({ ...paid, status: 'partiallyRefunded', refunded: { value: 2001, currency: 'USD' } });
    expect([title(el), ...sums(el)]).to.eql(['Partly refunded', '20.01 US dollars', '64.19 US dollars']);
    expect(factsOf(el).slice(0, 2)).to.eql([
      ['Paid', '$84.20'],
      ['Refunded', '−$20.01'],
    ]);
    await expect(el).to.be.accessible();
  });

  for (const refunded of [
    { value: 9000, currency: 'USD' },
    { value: 2000, currency: 'EUR' },
  ]) {
    it(`reckons nothing with ${refunded.value} ${refunded.currency}`, async () => {
      const el = await makeResult({ ...paid, status: 'partiallyRefunded', refunded });
      expect(sums(el)).to.have.length(1);
    });
  }

  it('tells who paid too much what is over, and that the order stands', async () => {
    const over = { ...SUCCEEDED, method: 'haipay:gmo-aozora', received: { value: 9000, currency: 'USD' } };
    const el = await makeResult(over);
    expect([title(el), ...sums(el)]).to.eql(['You paid more than the amount due', '5.80 US dollars']);
    expect(textOf(el)).to.contain('Your order is confirmed.').and.contain('The shop will be in touch');
    expect(factsOf(el).slice(0, 3)).to.eql([
      ['Amount due', '$84.20'],
      ['Received', '$90.00'],
      ['Too much', ''],
    ]);
    expect(
      factsOf(el)
        .slice(3)
        .map(([label]) => label),
    ).to.eql(['Date', 'Reference', 'Shop']);
    expect([stampOf(el), ...ways(el)]).to.eql([null, 'Back to the shop', 'Print receipt']);
    el.focusTitle();
    expect(el.shadowRoot?.activeElement).to.equal(byRole(el, 'heading'));
    await expect(el).to.be.accessible();
  });

  for (const received of [
    { value: 8420, currency: 'USD' },
    { value: 8000, currency: 'USD' },
    { value: 9000, currency: 'EUR' },
  ]) {
    it(`stamps a payment of which ${received.value} ${received.currency} came in: that is not too much`, async () => {
      expect(stampWords(await makeResult({ ...SUCCEEDED, received })).at(-1)).to.equal('PAID');
    });
  }
});
