import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RejiActionEvent } from '../../src/elements/events.js';
import { payoutTexts } from '../../src/i18n/payout-shelf.js';
import { allByRole, byRole, nameOf, textOf } from './by-role.js';
import {
  ACCOUNT,
  faultOf,
  fieldNames,
  fieldOf,
  fill,
  leave,
  makeForm,
  POST,
  SAVED,
  send,
  submits,
} from './payout-fixtures.js';

const ACCOUNT_SENT = { ...ACCOUNT, accountNumber: '0481093', accountName: 'ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ' };

describe('reji-payout-form', () => {
  before(() => Promise.all([payoutTexts.load('en'), payoutTexts.load('ja')]));

  it('says what is received, and asks for an account', async () => {
    const el = await makeForm({ lang: 'ja' });
    expect(nameOf(byRole(el, 'heading'))).to.equal('振込先の口座');
    expect(textOf(el)).to.contain('お受け取り金額').and.contain('H-20418');
    expect(fieldNames(el)).to.eql(['bankCode', 'branchCode', 'accountType', 'accountNumber', 'accountName']);
    expect(nameOf(byRole(el, 'button', 'この口座で受け取る'))).not.to.equal('');
    expect(el.shadowRoot?.querySelector('[type=submit] reji-amount')).not.to.equal(null);
    await expect(el).to.be.accessible();
  });

  it('names in Japanese what stands in the passbook, in other languages', async () => {
    const el = await makeForm({ values: POST });
    const japanese = [...(el.shadowRoot?.querySelectorAll('label [lang=ja]') ?? [])].map(nameOf);
    expect(japanese).to.eql(['記号', '番号']);
    expect(nameOf(byRole(el, 'heading'))).to.equal('Account to send to');
    await expect(el).to.be.accessible();
  });

  it('sends an account: digits padded, the name in half-width kana', async () => {
    const el = await makeForm();
    const heard = submits(el);
    const { accountType, ...typed } = ACCOUNT;
    await fill(el, { ...typed, accountNumber: '４８１-０９３', bankCode: '０００１' });
    el.shadowRoot?.querySelector<HTMLInputElement>(`[value=${accountType}]`)?.click();
    await send(el);
    expect(heard).to.eql([ACCOUNT_SENT]);
  });

  it('sends by Enter too', async () => {
    const el = await makeForm({ values: ACCOUNT });
    const heard = submits(el);
    fieldOf(el, 'accountName').focus();
    await sendKeys({ press: 'Enter' });
    expect(heard).to.eql([ACCOUNT_SENT]);
  });

  it('pads the number when it is left, and takes it for seven digits', async () => {
    const el = await makeForm();
    await fill(el, { accountNumber: '123' });
    expect(textOf(el)).to.contain('3 of 7');
    await leave(el, 'accountNumber');
    expect(fieldOf(el, 'accountNumber').value).to.equal('0000123');
    expect(textOf(el)).to.contain('7 of 7');
  });

  it('shows the name as it is sent, and counts it, while it is typed', async () => {
    const el = await makeForm({ lang: 'ja' });
    await fill(el, { accountName: 'ふじた じゅんぺい' });
    expect(textOf(el)).to.contain('銀行に送る表記 ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ').and.contain('12 / 30');
    await expect(el).to.be.accessible();
  });

  for (const [accountName, said] of [
    ['藤田 ジュンペイ', 'used: 藤 田'],
    ['ガ'.repeat(16), '32 characters'],
    ['フジタヲ', 'used: ヲ'],
    ['12', 'in kana'],
  ] as const) {
    it(`says on leaving what is wrong with the name ${accountName}`, async () => {
      const el = await makeForm();
      await fill(el, { accountName });
      expect(faultOf(el, 'accountName')).to.equal('');
      await leave(el, 'accountName');
      expect(faultOf(el, 'accountName')).to.contain(said);
      await fill(el, { accountName: 'フジタ' });
      expect(faultOf(el, 'accountName')).to.equal('');
    });
  }

  it('turns to symbol and number for Japan Post Bank, and shows the account they stand for', async () => {
    const el = await makeForm({ lang: 'ja' });
    const heard = submits(el);
    await fill(el, { bankCode: '9900' });
    expect(fieldNames(el)).to.eql(['bankCode', 'symbol', 'number', 'accountName']);
    await fill(el, { symbol: '１０５３０', number: '1234567-1', accountName: 'ふじた' });
    expect(textOf(el)).to.contain('〇五八店（058） 普通 1234567');
    await expect(el).to.be.accessible();
    await send(el);
    expect(heard).to.eql([POST]);
  });

  it('takes no number that does not go with the symbol', async () => {
    const el = await makeForm({ values: { ...POST, number: '12345670' } });
    const heard = submits(el);
    await send(el);
    expect([faultOf(el, 'number'), heard.length]).to.eql([
      'This number does not go with the symbol. Enter all of it, with the 1 at the end.',
      0,
    ]);
    await fill(el, { symbol: '30530' });
    await send(el);
    expect(faultOf(el, 'symbol')).to.contain('starts with 0 or 1');
    expect(faultOf(el, 'number')).to.equal('');
  });

  it('sends nothing while something is wrong: it says what, and goes to the first', async () => {
    const el = await makeForm();
    const heard = submits(el);
    await fill(el, { bankCode: '0001', branchCode: '11', accountNumber: '12345678' });
    await send(el);
    expect(heard).to.eql([]);
    expect(el.shadowRoot?.activeElement).to.equal(fieldOf(el, 'branchCode'));
    expect(faultOf(el, 'bankCode')).to.equal('');
    expect(faultOf(el, 'accountNumber')).to.contain('up to 7 digits');
    expect(faultOf(el, 'accountName')).to.equal('Enter the name in kana.');
    await expect(el).to.be.accessible();
  });

  it('does not scold who only passes by', async () => {
    const el = await makeForm();
    await leave(el, 'bankCode');
    expect(faultOf(el, 'bankCode')).to.equal('');
  });

  it('offers the saved account first, masked, and sends its id alone', async () => {
    const el = await makeForm({ saved: SAVED });
    const heard = submits(el);
    expect(textOf(el)).to.contain('みずほ銀行 丸の内支店').and.contain('Ordinary ••••093');
    expect(fieldNames(el)).to.eql(['destination']);
    await expect(el).to.be.accessible();
    await send(el);
    expect(heard).to.eql([{ saved: 'kept-1' }]);
    const [, another] = el.shadowRoot?.querySelectorAll<HTMLInputElement>('[name=destination]') ?? [];
    another?.click();
    await el.updateComplete;
    expect(fieldNames(el)).to.contain('bankCode');
    await fill(el, POST);
    await send(el);
    expect(heard[1]).to.eql(POST);
  });

  it('marks the field that came back, says why, and that no money moved where that is known', async () => {
    const el = await makeForm({ values: ACCOUNT, error: { code: 'account-name-mismatch', moved: false } });
    expect(nameOf(byRole(el, 'heading'))).to.equal('Please check the account');
    expect(textOf(el)).to.contain('The bank replied that the name does not match. No money has moved yet.');
    expect(faultOf(el, 'accountName')).to.equal('Enter the name exactly as in the passbook.');
    expect(fieldOf(el, 'accountName').getAttribute('aria-invalid')).to.equal('true');
    await expect(el).to.be.accessible();
    await fill(el, { accountName: 'フジタ' });
    expect(faultOf(el, 'accountName')).to.equal('');
    const unknown = await makeForm({ error: { code: 'account-closed' } });
    expect(textOf(unknown)).not.to.contain('No money');
  });

  for (const [code, values, name] of [
    ['bank-unknown', ACCOUNT, 'bankCode'],
    ['branch-unknown', ACCOUNT, 'branchCode'],
    ['account-not-found', ACCOUNT, 'accountNumber'],
    ['account-type-mismatch', ACCOUNT, 'accountType'],
    ['account-number-invalid', POST, 'number'],
    ['branch-unknown', POST, 'symbol'],
    ['account-name-invalid', POST, 'accountName'],
  ] as const) {
    it(`leads ${code} to ${name}`, async () => {
      const el = await makeForm({ lang: 'ja', values, error: { code } });
      expect(faultOf(el, name)).not.to.equal('');
      expect(el.shadowRoot?.querySelectorAll('.wrong').length).to.equal(1);
    });
  }

  it('speaks of a code it does not know, and marks the field that came with it', async () => {
    const el = await makeForm({ values: ACCOUNT, error: { code: 'constructor', field: 'accountName' } });
    expect(textOf(el)).to.contain('It could not be sent with these details.');
    expect(faultOf(el, 'accountName')).not.to.equal('');
  });

  it('asks for another account when the saved one came back', async () => {
    const el = await makeForm({ saved: SAVED, error: { code: 'account-closed', moved: false } });
    expect(fieldNames(el)).to.contain('bankCode');
    expect(textOf(el)).to.contain('this account has been closed');
  });

  it('keeps what was typed while the host gives the same again', async () => {
    const el = await makeForm({ values: { ...ACCOUNT } });
    await fill(el, { accountName: 'アオイ' });
    el.values = { ...ACCOUNT };
    el.busy = true;
    await el.updateComplete;
    expect(fieldOf(el, 'accountName').value).to.equal('アオイ');
    expect(fieldOf(el, 'accountName').readOnly).to.equal(true);
  });

  it('takes one press at a time, and shows what did not go through', async () => {
    const el = await makeForm({ busy: true, values: ACCOUNT });
    const heard = submits(el);
    let asked = 0;
    el.addEventListener('reji-action', () => asked++);
    await send(el);
    byRole(el, 'button', 'Receive it another way').click();
    expect([heard, asked]).to.eql([[], 0]);
    el.busy = false;
    el.problem = 'Please try again.';
    await el.updateComplete;
    expect(nameOf(byRole(el, 'alert'))).to.contain('Please try again.');
  });

  it('asks for another way', async () => {
    const el = await makeForm();
    setTimeout(() => byRole(el, 'button', 'Receive it another way').click());
    expect((await oneEvent<RejiActionEvent>(el, 'reji-action')).action).to.equal('other-method');
  });

  it('asks for what else a method needs, after the account or alone', async () => {
    const inputs = [
      { name: 'accountName', required: true },
      { name: 'email', required: true },
    ];
    const account = await makeForm({ inputs });
    expect(fieldNames(account).slice(-2)).to.eql(['accountName', 'email']);
    const el = await makeForm({ kind: 'details', inputs, label: 'Get the number' });
    const heard = submits(el);
    expect(fieldNames(el)).to.eql(['accountName', 'email']);
    expect(textOf(el)).to.contain('Your name in kana').and.not.contain('passbook');
    await send(el);
    expect(faultOf(el, 'email')).to.equal('Enter your email address.');
    await fill(el, { accountName: 'あおい', email: 'name@example.com' });
    byRole(el, 'button', 'Get the number').click();
    expect(heard).to.eql([{ accountName: 'ｱｵｲ', email: 'name@example.com' }]);
    await expect(el).to.be.accessible();
  });

  it('moves focus to its title when asked', async () => {
    const el = await makeForm();
    el.focusTitle();
    await el.updateComplete;
    expect(el.shadowRoot?.activeElement).to.equal(byRole(el, 'heading'));
  });

  it('goes from field to field to the button by Tab', async () => {
    const el = await makeForm();
    fieldOf(el, 'bankCode').focus();
    const seen: string[] = [];
    for (let times = 0; times < 5; times++) {
      await sendKeys({ press: 'Tab' });
      const at = el.shadowRoot?.activeElement;
      seen.push(at instanceof HTMLInputElement ? at.name : (at?.localName ?? ''));
    }
    expect(seen).to.eql(['branchCode', 'accountType', 'accountNumber', 'accountName', 'button']);
  });

  it('keeps nothing in the page’s own storage or address', async () => {
    const kept = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]);
    const before = kept();
    const el = await makeForm({ values: ACCOUNT });
    await send(el);
    expect(kept()).to.equal(before);
    expect(allByRole(el, 'button').length).to.equal(2);
  });
});
