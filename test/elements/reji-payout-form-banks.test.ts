import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { BankRow } from '../../src/contract/payout.js';
import type { RejiPayoutForm } from '../../src/elements/reji-payout-form.js';
import { payoutTexts } from '../../src/i18n/payout-shelf.js';
import { allByRole, byRole, nameOf, textOf } from './by-role.js';
import {
  ACCOUNT,
  BANKS,
  faultOf,
  fieldNames,
  fieldOf,
  fill,
  HandTimers,
  leave,
  makeForm,
  makeLookup,
  send,
  settled,
  submits,
} from './payout-fixtures.js';

async function make(properties: Partial<RejiPayoutForm> = {}) {
  const { asked, lookup } = makeLookup();
  const timers = new HandTimers();
  const el = await makeForm({ lookup, timers, ...properties });
  const search = async (name: string, text: string) => {
    fieldOf(el, name).focus();
    await fill(el, { [name]: text });
    timers.runOut();
    await settled(el);
  };
  return { el, asked, timers, search };
}

const options = (el: RejiPayoutForm) => allByRole(el, 'option').map(nameOf);
const offered = (el: RejiPayoutForm) => allByRole(el, 'option').find((row) => row.ariaSelected === 'true');
const press = async (el: RejiPayoutForm, ...keys: string[]) => {
  for (const key of keys) await sendKeys({ press: key });
  await settled(el);
};
const status = (el: RejiPayoutForm, name: string) =>
  nameOf(fieldOf(el, name).closest('.combo')?.querySelector('[role=status]') ?? expect.fail('no status'));

describe('banks and branches of reji-payout-form', () => {
  before(() => Promise.all([payoutTexts.load('en'), payoutTexts.load('ja')]));

  it('is a combobox that opens with what is found, and says how much', async () => {
    const { el, search } = await make();
    const input = fieldOf(el, 'bankCode');
    expect([input.role, input.ariaExpanded]).to.eql(['combobox', 'false']);
    await search('bankCode', 'みず');
    expect(input.ariaExpanded).to.equal('true');
    expect(options(el)).to.eql(['みずほ銀行0001', 'みずほ信託銀行0289']);
    expect(el.shadowRoot?.querySelector('mark')?.textContent).to.equal('みず');
    expect(status(el, 'bankCode')).to.equal('2 matches');
    expect(offered(el)?.id).to.equal(input.getAttribute('aria-activedescendant'));
    await expect(el).to.be.accessible();
  });

  it('has rows of 48 px', async () => {
    const { el, search } = await make();
    await search('bankCode', 'みず');
    expect(offered(el)?.offsetHeight).to.be.at.least(48);
  });

  it('is used by keyboard: down, up, around, Enter takes', async () => {
    const { el, search } = await make();
    const heard = submits(el);
    await search('bankCode', 'みず');
    await press(el, 'ArrowDown');
    expect(nameOf(offered(el) ?? el)).to.equal('みずほ信託銀行0289');
    await press(el, 'ArrowDown');
    expect(nameOf(offered(el) ?? el)).to.equal('みずほ銀行0001');
    await press(el, 'ArrowUp', 'Enter');
    expect(fieldOf(el, 'bankCode').value).to.equal('みずほ信託銀行');
    expect(textOf(el)).to.contain('0289');
    expect([allByRole(el, 'option').length, heard.length]).to.eql([0, 0]);
    expect(el.shadowRoot?.activeElement).to.equal(fieldOf(el, 'bankCode'));
  });

  it('closes by Escape, which goes no further, and opens again by an arrow', async () => {
    const { el, search } = await make();
    let heard = 0;
    el.addEventListener('keydown', () => heard++);
    await search('bankCode', 'みず');
    await press(el, 'Escape');
    expect([allByRole(el, 'option').length, heard]).to.eql([0, 0]);
    await press(el, 'Escape');
    expect(heard).to.equal(1);
    await press(el, 'ArrowDown');
    expect(allByRole(el, 'option').length).to.equal(2);
  });

  it('leaves Enter to an input method that is at work', async () => {
    const { el, search } = await make();
    await search('bankCode', 'みず');
    fieldOf(el, 'bankCode').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, composed: true }),
    );
    await settled(el);
    expect(fieldOf(el, 'bankCode').value).to.equal('みず');
  });

  it('is used by touch, and asks for branches of that bank', async () => {
    const { el, search, asked } = await make({ lang: 'ja' });
    await search('bankCode', 'みず');
    byRole(el, 'option', '0001').click();
    await settled(el);
    await search('branchCode', '丸');
    byRole(el, 'option', '110').click();
    await settled(el);
    expect(fieldOf(el, 'branchCode').value).to.equal('丸の内支店');
    expect(asked).to.eql([['みず'], ['丸', '0001']]);
  });

  it('sends the codes, and the names to show', async () => {
    const { el, search } = await make();
    const heard = submits(el);
    await search('bankCode', '0001');
    await press(el, 'Enter');
    await search('branchCode', '１１０');
    await press(el, 'Enter');
    await fill(el, { accountNumber: '1', accountName: 'アオイ' });
    await send(el);
    expect(heard).to.eql([
      {
        bankCode: '0001',
        bankName: 'みずほ銀行',
        branchCode: '110',
        branchName: '丸の内支店',
        accountType: 'ordinary',
        accountNumber: '0000001',
        accountName: 'ｱｵｲ',
      },
    ]);
  });

  it('waits until nobody types, and asks once, in half-width digits', async () => {
    const { el, asked, timers } = await make();
    fieldOf(el, 'bankCode').focus();
    await fill(el, { bankCode: '０' });
    await fill(el, { bankCode: '００' });
    expect(asked).to.eql([]);
    timers.runOut();
    expect(asked).to.eql([['00']]);
  });

  it('drops an answer to something older', async () => {
    const answers: ((rows: readonly BankRow[]) => void)[] = [];
    const { el, search } = await make({ lookup: () => new Promise((resolve) => answers.push(resolve)) });
    await search('bankCode', 'ゆ');
    await search('bankCode', 'みず');
    answers[1]?.(BANKS.slice(0, 2));
    await settled(el);
    answers[0]?.(BANKS.slice(2));
    await settled(el);
    expect(options(el)).to.eql(['みずほ銀行0001', 'みずほ信託銀行0289']);
  });

  it('takes a whole code or name when it is left, but never a part', async () => {
    const { el, search } = await make();
    await search('bankCode', 'みず');
    await leave(el, 'bankCode');
    expect(fieldOf(el, 'bankCode').value).to.equal('みず');
    expect(faultOf(el, 'bankCode')).to.contain('from the list');
    await search('bankCode', '9900');
    await leave(el, 'bankCode');
    expect(fieldOf(el, 'bankCode').value).to.equal('ゆうちょ銀行');
    expect(fieldNames(el)).to.contain('symbol');
  });

  it('takes what was typed out when the answer comes after it was left', async () => {
    const { el, timers } = await make();
    fieldOf(el, 'bankCode').focus();
    await fill(el, { bankCode: 'みずほ銀行' });
    await leave(el, 'bankCode');
    expect(faultOf(el, 'bankCode')).not.to.equal('');
    timers.runOut();
    await settled(el);
    expect(textOf(el)).to.contain('0001');
    expect(faultOf(el, 'bankCode')).to.equal('');
    expect(allByRole(el, 'option').length).to.equal(0);
  });

  it('forgets the branch when another bank is meant, and asks for the bank first', async () => {
    const { el, search, asked } = await make({
      values: { ...ACCOUNT, bankName: 'みずほ銀行', branchName: '丸の内支店' },
    });
    expect(fieldOf(el, 'branchCode').value).to.equal('丸の内支店');
    await search('bankCode', 'みずほ');
    expect(fieldOf(el, 'branchCode').value).to.equal('');
    await search('branchCode', '丸');
    expect(status(el, 'branchCode')).to.equal('Choose your bank.');
    expect(asked).to.eql([['みずほ']]);
  });

  it('takes a code where nothing is found or the search does not work', async () => {
    const { el, search } = await make();
    await search('bankCode', '1234');
    expect(status(el, 'bankCode')).to.contain('4-digit bank code');
    await leave(el, 'bankCode');
    expect(faultOf(el, 'bankCode')).to.equal('');
    const broken = await make({ lookup: () => Promise.reject(new Error('offline')) });
    await broken.search('bankCode', '0001');
    expect(status(broken.el, 'bankCode')).to.contain('The search did not work');
    await broken.search('branchCode', '110');
    const heard = submits(broken.el);
    await fill(broken.el, { accountNumber: '1', accountName: 'アオイ' });
    await send(broken.el);
    expect(heard[0]).to.include({ bankCode: '0001', branchCode: '110' });
    await expect(broken.el).to.be.accessible();
  });

  it('shows names as text', async () => {
    const rows = [{ code: '0001', name: '<b>A</b>', kana: '' }];
    const { el, search } = await make({ lookup: () => Promise.resolve(rows) });
    await search('bankCode', '<b>');
    expect(options(el)).to.eql(['<b>A</b>0001']);
  });

  it('changes nothing while a press is on its way', async () => {
    const { el, search } = await make();
    await search('bankCode', 'みず');
    el.busy = true;
    await el.updateComplete;
    byRole(el, 'option', '0001').click();
    await settled(el);
    expect(fieldOf(el, 'bankCode').value).to.equal('みず');
  });
});
