import { expect } from '@open-wc/testing';
import { base, dayMs, documentOf, entered, expectSums, heading, hourMs, mainText, pathOf, rig } from './gmo-rig.js';

describe('GMO sandbox: what recipients choose', () => {
  it('is one of the ways of the link', async () => {
    const test = rig();
    const path = await entered(test, ['Bank', 'Aupay']);
    const page = await documentOf(await test.send(path));
    const buttons = Array.from(page.querySelectorAll('button'), ({ textContent }) => textContent);
    expect(buttons).to.deep.equal(['Bank account', 'au PAY']);
    expect(mainText(page)).to.contain('¥1,000').and.contain('Hiyori');
    expect((await test.post(path, { way: 'sevenatm' })).status).to.equal(400);
    const amazon = await test.send(path.replace('/mail/mail-deposit', '/amazon'));
    expect(heading(await documentOf(amazon))).to.equal('GMO-PG Remittance');
    expect(pathOf((await test.post(path, { way: 'aupay' })).headers.get('location'))).to.contain('/au-pay?');
  });

  it('a bank account, which is kept and paid by a transfer', async () => {
    const test = rig();
    const path = await entered(test, ['Bank'], { Bank_ID: 'kept-1' });
    const form = pathOf((await test.send(path)).headers.get('location'));
    const account = { Bank_Code: '0036', Branch_Code: '201', Account_Type: '1', Account_Number: '1234567' };
    const wrong = await test.post(form, { ...account, Account_Name: '山田' });
    const marked = (await documentOf(wrong)).querySelectorAll('[aria-invalid]');
    expect([wrong.status, ...Array.from(marked, ({ id }) => id)]).to.deep.equal([400, 'Account_Name']);
    const nowhere = await test.post(form, { ...account, Branch_Code: '999', Account_Name: 'ﾔﾏﾀﾞ' });
    expect(mainText(await documentOf(nowhere))).to.contain('no such bank or branch');
    const done = await documentOf(await test.post(form, { ...account, Account_Name: 'ﾔﾏﾀﾞ' }));
    expect(heading(done)).to.equal('The transfer is on its way');
    expect(done.querySelector('main a')?.getAttribute('href')).to.equal('https://shop.example/back?a=1&b=2');
    expect([await test.status(), await test.result('link-1')]).to.deep.equal(['1', ['0', '']]);
    expect((await test.search('link-1')).bank).to.include({ Bank_ID: 'kept-1', Bank_Name: '楽天銀行' });
    await test.post(form, { ...account, Account_Number: '7654321', Account_Name: 'ﾔﾏﾀﾞ' });
    expect(test.sandbox.accounts()).to.have.length(1);
    await test.pass(hourMs);
    await test.pass(dayMs);
    expect(await test.result('link-1')).to.deep.equal(['3', '']);
    expect(await test.deposit({ Deposit_ID: 'next', Bank_ID: 'kept-1' })).to.include({ Bank_Fee: '270' });
    expectSums(test);
  });

  it('an Amazon gift card, credited once to whoever logs in', async () => {
    const test = rig();
    const path = await entered(test, ['Amazongift']);
    const login = pathOf((await test.send(path)).headers.get('location'));
    for (const wrong of [
      { email: 'hanako', password: 'sandbox' },
      { email: 'a@b.example', password: 'x' },
    ]) {
      expect((await test.post(login, wrong)).status).to.equal(400);
    }
    const right = { email: 'a@b.example', password: 'sandbox' };
    const done = await documentOf(await test.post(login, right));
    expect(mainText(done)).to.contain('¥1,000 was added to the balance of a@b.example');
    expect(done.querySelector('main a')?.textContent).to.equal('Back to the shop');
    expect(heading(await documentOf(await test.post(login, right)))).to.equal('Received');
    const { amazongift, ...rest } = await test.search('link-1');
    expect(rest).to.include({ Remittance_Method: '2', Amount: '1000' });
    expect(amazongift).to.deep.equal({ Amazongift_Result: '1', Fee: '150', Deposit_Date: '2026-11-21' });
    expect(test.books()).to.include({ available: 998_850, fees: 150, reserved: 0 });
    const cancel = { Deposit_ID: 'link-1', Method: '2' };
    expect(await test.refused('/api/shop/LinkRedirectUrl.json', cancel)).to.deep.equal(['BA1610073']);
    expect(await test.refuseLink({ Remit_Method_Amazongift: '1' })).to.deep.equal(['BA1540071']);
    expectSums(test);
  });

  it('au PAY, charged once', async () => {
    const test = rig();
    const path = await entered(test, ['Aupay']);
    const app = pathOf((await test.send(path)).headers.get('location'));
    expect(await test.status()).to.equal('0');
    expect(heading(await documentOf(await test.post(app, {})))).to.equal('Received');
    await test.post(app, {});
    expect((await test.search('link-1')).aupay).to.include({ Aupay_Result: '1', Deposit_Date: '2026-11-21' });
    expect(test.books().paid.aupay).to.equal(1000);
    expect(heading(await documentOf(await test.send(path)))).to.equal('Received');
    expectSums(test);
  });
});

describe('GMO sandbox: the cash machine', () => {
  const only = { Remit_Method_Sevenatm: '1', Sevenatm_Payment_Term_Day: '3' };

  /** The numbers that a search tells, as they are keyed in. */
  async function numbersOf(test: ReturnType<typeof rig>) {
    const { sevenatm } = await test.search('link-1');
    return {
      partnerCode: sevenatm?.['Partner_Code'] ?? '',
      customerNumber: sevenatm?.['Customer_Number'] ?? '',
      confNumber: sevenatm?.['Conf_Number'] ?? '',
    };
  }

  it('has its numbers in the answer to a link for it alone, the same when asked again', async () => {
    const test = rig();
    const { sevenatm } = (await test.link(only)) as unknown as { sevenatm: Record<string, string> };
    expect(sevenatm).to.include({ Payable_Amount: '1000', Fee: '300', Sevenatm_Result: '1', Deposit_Date: '' });
    expect(sevenatm['Customer_Number']).to.match(/^\d{9}$/);
    expect(sevenatm['Conf_Number']).to.match(/^\d{6}$/);
    expect(sevenatm['Partner_Code']).to.match(/^\d{4}$/);
    const again = (await test.link(only)) as unknown as { sevenatm: Record<string, string>; Redirect_Url: string };
    expect(again.sevenatm).to.deep.equal(sevenatm);
    expect((await test.search('link-1')).sevenatm).to.deep.equal(sevenatm);
    const page = await documentOf(await test.post(pathOf(again.Redirect_Url), { code1: 'H-20418' }));
    expect(page.body.textContent).to.equal('');
  });

  it('pays out to whoever keys the numbers in, once', async () => {
    const test = rig();
    await test.link(only);
    const numbers = await numbersOf(test);
    expect((await test.post('/atm', { ...numbers, confNumber: '000000' })).status).to.equal(400);
    const asked = await documentOf(await test.post('/atm', numbers));
    expect(mainText(asked)).to.contain('¥1,000').and.contain('Take the cash');
    expect(test.books().paid.sevenatm).to.equal(0);
    const done = await documentOf(await test.post('/atm', { ...numbers, take: 'yes' }));
    expect(mainText(done)).to.contain('¥1,000 came out of the machine.');
    const again = await test.post('/atm', { ...numbers, take: 'yes' });
    expect(mainText(await documentOf(again))).to.contain('collected already');
    expect((await test.search('link-1')).sevenatm).to.include({ Sevenatm_Result: '1', Deposit_Date: '2026-11-21' });
    expect(test.books().paid.sevenatm).to.equal(1000);
    expect(await test.refuseLink(only)).to.deep.equal(['BA1540071']);
    expectSums(test);
  });

  it('keeps the money until its term is over', async () => {
    const test = rig();
    await test.link(only);
    test.clock.nowMs = Date.parse('2026-11-24T14:59:00.000Z');
    const numbers = await numbersOf(test);
    expect((await test.post('/atm', numbers)).status).to.equal(200);
    await test.pass(60_000);
    expect(mainText(await documentOf(await test.post('/atm', { ...numbers, take: 'yes' })))).to.contain('time');
    expect((await test.search('link-1')).sevenatm).to.include({ Sevenatm_Result: '3', Deposit_Date: '' });
    expect(test.books()).to.include({ available: 1_000_000, returned: 1000 });
    expectSums(test);
  });

  it('pays nothing out of what was called back', async () => {
    const test = rig();
    await test.link(only);
    const numbers = await numbersOf(test);
    await test.call('/api/shop/LinkRedirectUrl.json', { Deposit_ID: 'link-1', Method: '2' });
    expect((await test.search('link-1')).sevenatm?.['Sevenatm_Result']).to.equal('9');
    expect((await test.post('/atm', { ...numbers, take: 'yes' })).status).to.equal(400);
    expectSums(test);
  });

  it('has its numbers on the recipient’s page when that is wanted', async () => {
    const test = rig({ atmNumbers: 'on-page' });
    const path = await entered(test, ['Sevenatm']);
    expect(await test.status()).to.equal('0');
    const moved = await test.post(path, { way: 'sevenatm' });
    const page = await documentOf(await test.send(pathOf(moved.headers.get('location'))));
    const { customerNumber, confNumber, partnerCode } = await numbersOf(test);
    expect(mainText(page)).to.contain(customerNumber).and.contain(confNumber).and.contain(partnerCode);
    expect(mainText(page)).to.contain('Collect until');
    expect(pathOf((await test.link({ Remit_Method_Sevenatm: '1' }))['Redirect_Url'])).to.contain('token=');
    expect(`${base}/atm`).to.equal(test.sandbox.waiting()[0]?.url);
  });
});
