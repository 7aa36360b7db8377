import { expect } from '@open-wc/testing';
import { dayMs, documentOf, expectSums, heading, mainText, pathOf, rig, shop } from './gmo-rig.js';

const everyWay = { Remit_Method_Bank: '1', Remit_Method_Sevenatm: '1', Remit_Method_Amazongift: '1' };

describe('GMO sandbox: links', () => {
  it('are given an address nobody can guess, and wait for their recipient', async () => {
    const { link, refused, status, books, call } = rig();
    const { Redirect_Url = '', ...rest } = await link({ ...everyWay, Remit_Method_Aupay: '1' });
    expect(Redirect_Url).to.match(/^https:\/\/gmo\.example\/mail\/mail-deposit\?token=[\da-f]{64}$/);
    expect(rest).to.deep.equal({ Deposit_ID: 'link-1', Method: '1' });
    expect(await refused('/api/DepositSearch.json', { Deposit_ID: 'link-1' })).to.deep.equal(['BA1540002']);
    expect(await status()).to.equal('0');
    expect(await call('/api/shop/MailDepositSearch.json', { Deposit_ID: 'link-1' })).to.include({
      Amount: '1000',
      Expire: '20261221',
    });
    expect(books()).to.include({ reserved: 1300, available: 998_700 });
  });

  it('are renewed while nothing was received, and the old address is dead', async () => {
    const { link, refuseLink, send, books } = rig();
    const first = await link(everyWay);
    const second = await link(everyWay);
    expect(first['Redirect_Url']).to.not.equal(second['Redirect_Url']);
    const old = await send(pathOf(first['Redirect_Url']));
    expect([old.status, heading(await documentOf(old))]).to.deep.equal([404, 'This link is not valid']);
    expect((await send(pathOf(second['Redirect_Url']))).status).to.equal(200);
    expect(await refuseLink({ ...everyWay, Amount: '1001' })).to.deep.equal(['BA1540071']);
    expect(await refuseLink({ Remit_Method_Bank: '1' })).to.deep.equal(['BA1540071']);
    expect(books().reserved).to.equal(1300);
  });

  it('are cancelled until something was received', async () => {
    const test = rig();
    const cancel = { Deposit_ID: 'link-1', Method: 2 };
    expect(await test.refused('/api/shop/LinkRedirectUrl.json', cancel)).to.deep.equal(['BA1610002']);
    const { Redirect_Url } = await test.link();
    expect(await test.call('/api/shop/LinkRedirectUrl.json', cancel)).to.deep.equal({
      Deposit_ID: 'link-1',
      Method: '2',
    });
    expect(await test.status()).to.equal('9');
    expect(await test.refuseLink({})).to.deep.equal(['BA1540071']);
    expect(await test.refused('/api/shop/LinkRedirectUrl.json', cancel)).to.deep.equal(['BA1610073']);
    const answer = await test.post(pathOf(Redirect_Url), { code1: 'H-20418' });
    const page = await documentOf(await test.send(pathOf(answer.headers.get('location'))));
    expect(heading(page)).to.equal('The sender called this back');
    expectSums(test);
  });

  it('end with their last day, and the money goes back', async () => {
    const test = rig({ linkDays: 2 });
    await test.link(everyWay);
    test.clock.nowMs = Date.parse('2026-11-23T14:59:59.999Z');
    expect(await test.status()).to.equal('0');
    await test.pass(1);
    expect([await test.status(), test.books().available]).to.deep.equal(['3', 1_000_000]);
    expect(await test.refuseLink(everyWay)).to.deep.equal(['BA1540071']);
    expectSums(test);
  });

  for (const [change, ...codes] of [
    [{ Method: '3' }, 'BA1030007'],
    [{ Deposit_ID: 'd_1' }, 'BA1110008'],
    [{ Amount: '1000001' }, 'BA1120008'],
    [{ Amount: '1000000' }, 'BA1120072'],
    [{ Auth_Code: '' }, 'BA1900001'],
    [{ Auth_Code3: 'x'.repeat(61) }, 'BA1900003'],
    [{ Call_Back_Url: '' }, 'BA1910001'],
    [{ Call_Back_Url: 'javascript:alert(1)' }, 'BA1910010'],
    [{ Remit_Method_Bank: '2' }, 'BA1920007'],
    [{ Remit_Method_Bank: '0' }, 'BA1920001'],
    [{ Remit_Method_Aupay: '1' }, 'BA1650007'],
    [{ Sevenatm_Payment_Term_Day: '61' }, 'BA1930010'],
    [{ Client_Name: 'x'.repeat(49) }, 'BA1940003'],
  ] as const) {
    it(`are refused with ${codes.join()} for ${JSON.stringify(change)}`, async () => {
      const { refuseLink, sandbox } = rig({ shops: [{ ...shop, ways: ['bank', 'sevenatm', 'amazongift'] }] });
      expect(await refuseLink(change)).to.deep.equal(codes);
      expect(sandbox.deposits()).to.be.empty;
    });
  }
});

describe('GMO sandbox: links by mail', () => {
  const mail = { Method: '1', Deposit_ID: 'link-1', Mail_Address: 'hanako@shop.example', Amount: '1200', Expire: '5' };

  it('are registered, told and cancelled by a form', async () => {
    const { idPass, sandbox, send, refused } = rig();
    const more = { Shop_Mail_Address: 'till@shop.example', Mail_Deposit_Account_Name: 'ﾔﾏﾀﾞ ﾊﾅｺ' };
    expect(await idPass('/api/MailDepositRegistration.idPass', { ...mail, ...more })).to.equal(
      'Deposit_ID=link-1&Method=1&Amount=1200&Expire=20261126',
    );
    expect(await idPass('/api/MailDepositSearch.idPass', { Deposit_ID: 'link-1' })).to.equal(
      'Deposit_ID=link-1&Mail_Address=hanako@shop.example&Shop_Mail_Address=till@shop.example' +
        '&Account_Name=ﾔﾏﾀﾞ ﾊﾅｺ&Amount=1200&Expire=20261126&Status=0',
    );
    const [{ link } = expect.fail()] = sandbox.deposits();
    expect((await send(`/mail/mail-deposit?token=${link?.token}`)).headers.get('location')).to.contain('/mail/account');
    const again = await refused('/api/shop/MailDepositRegistration.json', mail);
    expect(again).to.deep.equal(['BA1540071']);
    const cancelled = await idPass('/api/MailDepositRegistration.idPass', { Method: '2', Deposit_ID: 'link-1' });
    expect(cancelled).to.equal('Deposit_ID=link-1&Method=2');
  });

  for (const [change, code] of [
    [{ Mail_Address: '' }, 'BA1620001'],
    [{ Mail_Address: 'hanako' }, 'BA1620010'],
    [{ Mail_Address: `${'a'.repeat(190)}@shop.example` }, 'BA1620010'],
    [{ Shop_Mail_Address: 'till' }, 'BA1630010'],
    [{ Expire: '' }, 'BA1640001'],
    [{ Expire: '0' }, 'BA1640010'],
    [{ Expire: '366' }, 'BA1640010'],
    [{ Method: '' }, 'BA1030001'],
  ] as const) {
    it(`are refused with ${code} for ${JSON.stringify(change)}`, async () => {
      const { refused } = rig();
      const codes = await refused('/api/shop/MailDepositRegistration.json', { ...mail, ...change });
      expect(codes).to.deep.equal([code]);
    });
  }
});

describe('GMO sandbox: the question of a link', () => {
  it('opens nothing until it is answered', async () => {
    const { link, send, post } = rig();
    const { Redirect_Url } = await link({ Remit_Method_Aupay: '1' });
    const path = pathOf(Redirect_Url);
    expect(heading(await documentOf(await send(path)))).to.equal('First, a question');
    for (const other of ['/au-pay', '/amazon', '/mail/account']) {
      const page = await documentOf(await send(path.replace('/mail/mail-deposit', other)));
      expect(heading(page), other).to.equal('First, a question');
      await post(path.replace('/mail/mail-deposit', other), { code1: 'H-20418' });
    }
    await post(path, { way: 'aupay' });
    expect((await send(`${path}&pass=${'0'.repeat(64)}`)).status).to.equal(200);
    expect(heading(await documentOf(await send(`${path}&pass=`)))).to.equal('First, a question');
  });

  it('is answered without regard to case, width and blanks, by all that were agreed', async () => {
    const { link, post } = rig();
    const { Redirect_Url } = await link({ Auth_Code2: 'ＡＢ 12', Auth_Code3: 'x' });
    const answer = (code2: string) => post(pathOf(Redirect_Url), { code1: ' h-20418', code2, code3: 'X' });
    expect((await answer('ab1')).status).to.equal(400);
    expect((await answer('ab12')).status).to.equal(303);
  });

  it('is locked after too many wrong answers, for the right one too', async () => {
    const test = rig({ authTries: 2 });
    const { Redirect_Url } = await test.link();
    const answer = async (code1: string) => documentOf(await test.post(pathOf(Redirect_Url), { code1 }));
    expect(mainText(await answer('x'))).to.contain('1 try is left');
    expect(heading(await answer('x'))).to.equal('This link is locked');
    expect(heading(await answer('H-20418'))).to.equal('This link is locked');
    expect(heading(await documentOf(await test.send(pathOf(Redirect_Url))))).to.equal('This link is locked');
    await test.pass(31 * dayMs);
    expect(test.books().available).to.equal(1_000_000);
  });
});
