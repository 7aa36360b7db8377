import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RejiPayoutForm } from '../../src/elements/reji-payout-form.js';
import { payoutTexts } from '../../src/i18n/payout-shelf.js';
import { byRole, nameOf, textOf } from './by-role.js';
import { faultOf, fieldNames, fieldOf, fill, leave, makeForm, send, submits } from './payout-fixtures.js';

const make = (properties: Partial<RejiPayoutForm> = {}) =>
  makeForm({ kind: 'purse', amount: { value: 8420, currency: 'USD' }, ...properties });

describe('purses of reji-payout-form', () => {
  before(() => Promise.all([payoutTexts.load('en'), payoutTexts.load('ja')]));

  it('asks for a purse of the currency, its letter in the field', async () => {
    const el = await make({ lang: 'ja' });
    expect(nameOf(byRole(el, 'heading'))).to.equal('送金先のパース');
    expect(fieldNames(el)).to.eql(['purse']);
    expect(textOf(el)).to.contain('WMZのパースです');
    expect(el.shadowRoot?.querySelector('.lead')?.textContent).to.equal('Z');
    await expect(el).to.be.accessible();
  });

  it('groups the digits while they are typed, and sends them with the letter', async () => {
    const el = await make();
    const heard = submits(el);
    fieldOf(el, 'purse').focus();
    for (const key of '238479008342') await sendKeys({ press: key });
    expect(fieldOf(el, 'purse').value).to.equal('2384 7900 8342');
    await sendKeys({ press: 'Enter' });
    expect(heard).to.eql([{ purse: 'Z238479008342' }]);
  });

  for (const [typed, currency, purse] of [
    ['Z238479008342', 'USD', 'Z238479008342'],
    ['z 2384-7900-8342', 'USD', 'Z238479008342'],
    ['Ｚ２３８４７９００８３４２', 'USD', 'Z238479008342'],
    ['e123456789012', 'EUR', 'E123456789012'],
    ['123456789012', 'KZT', 'K123456789012'],
  ] as const) {
    it(`takes a paste of "${typed}"`, async () => {
      const el = await make({ amount: { value: 100, currency } });
      const heard = submits(el);
      await fill(el, { purse: typed });
      await send(el);
      expect(heard).to.eql([{ purse }]);
    });
  }

  for (const [typed, said] of [
    ['', 'Enter the purse number.'],
    ['R703276019842', 'WMZ purses start with Z. A purse of another currency can’t receive this.'],
    ['9282374987384', 'A purse number is a letter and 12 digits.'],
    ['ZZ23847900834', 'A purse number is a letter and 12 digits.'],
    ['23847900834', 'A purse number is a letter and 12 digits.'],
  ] as const) {
    it(`sends no "${typed}"`, async () => {
      const el = await make();
      const heard = submits(el);
      await fill(el, { purse: typed });
      await send(el);
      expect([heard.length, faultOf(el, 'purse')]).to.eql([0, said]);
      await expect(el).to.be.accessible();
    });
  }

  it('says on leaving what is wrong, and shows a foreign letter as it was typed', async () => {
    const el = await make();
    await fill(el, { purse: 'R7032' });
    expect(faultOf(el, 'purse')).to.equal('');
    await leave(el, 'purse');
    expect(faultOf(el, 'purse')).not.to.equal('');
    expect(fieldOf(el, 'purse').value).to.equal('R7032');
    expect(el.shadowRoot?.querySelector('.lead')).to.equal(null);
  });

  it('starts with the purse it is given, and marks it when it came back', async () => {
    const el = await make({ values: { purse: 'Z238479008342' }, error: { code: 'purse-invalid', moved: false } });
    expect(fieldOf(el, 'purse').value).to.equal('2384 7900 8342');
    expect(textOf(el)).to.contain('This purse was not found. No money has moved yet.');
    expect(faultOf(el, 'purse')).to.equal('Check the purse number in Keeper.');
    const heard = submits(el);
    await send(el);
    expect(heard.length).to.equal(1);
  });
});
