import { expect } from '@open-wc/testing';
import { dayMs, documentOf, expectSums, hourMs, mainText, rig, shop, startMs } from './gmo-rig.js';

/** A sandbox with one account of this number, and a transfer of ¥1,000 to it. */
async function transferred(number = '1234567', options: Parameters<typeof rig>[0] = {}) {
  const test = rig(options);
  await test.keep({ Account_Number: number });
  await test.deposit();
  return test;
}

describe('GMO sandbox: transfers', () => {
  it('are registered, made and sent in time', async () => {
    const test = rig();
    await test.keep({ Free: 'ticket' });
    expect(await test.deposit({ Select_Key: 'key', Client_Name: 'ﾋﾖﾘ' })).to.deep.equal({
      Deposit_ID: 'deposit-1',
      Bank_ID: 'account-1',
      Method: '1',
      Amount: '1000',
      Bank_Fee: '270',
    });
    const { bank, ...rest } = await test.search();
    expect(rest).to.deep.equal({
      Deposit_ID: 'deposit-1',
      Amount: '1000',
      Free: 'ticket',
      Select_Key: 'key',
      Remittance_Method: '0',
    });
    expect(bank).to.include({ Bank_ID: 'account-1', Result: '0', Client_Name: 'ﾋﾖﾘ', Deposit_Date: '' });
    expect(test.books()).to.include({ available: 998_730, reserved: 1270, balance: 1_000_000 });
    expect(test.sandbox.nextDueAtMs()).to.equal(startMs + hourMs);
    await test.pass(hourMs);
    expect(await test.result()).to.deep.equal(['1', '']);
    await test.pass(dayMs);
    expect(await test.result()).to.deep.equal(['3', '']);
    expect((await test.search()).bank?.['Deposit_Date']).to.equal('2026-11-22');
    expect(test.books()).to.deep.include({ balance: 998_730, reserved: 0, fees: 270, returned: 0 });
    expect(test.books().paid).to.deep.equal({ bank: 1000, sevenatm: 0, amazongift: 0, aupay: 0 });
    expect(test.sandbox.nextDueAtMs()).to.be.undefined;
    expectSums(test);
  });

  it('go by themselves, as fast as is wanted', async () => {
    const { timers, result, clock } = await transferred('1234567', { timeScale: 0.001 });
    for (const expected of ['1', '3']) {
      const [timer = expect.fail('no timer')] = timers;
      clock.nowMs = timer.atMs;
      timers.delete(timer);
      timer.run();
      expect((await result())[0]).to.equal(expected);
    }
    expect(clock.nowMs - startMs).to.equal((hourMs + dayMs) / 1000);
  });

  for (const [number, ...expected] of [
    ['1230001', '4', '01'],
    ['1230002', '4', '02'],
    ['1230003', '4', '03'],
    ['1230004', '4', '04'],
    ['1230005', '4', '05'],
    ['1230006', '4', '06'],
    ['1230009', '4', '09'],
    ['1230007', '2', '09'],
    ['1231001', '3', ''],
  ] as const) {
    it(`to ${number} end with ${expected.join(' ')}`, async () => {
      const test = await transferred(number);
      await test.pass(hourMs);
      await test.pass(dayMs);
      expect(await test.result()).to.deep.equal(expected);
      expect(test.books().available).to.equal(expected[0] === '3' ? 998_730 : 1_000_000);
      expectSums(test);
    });
  }

  it('come back when the bank knows another holder', async () => {
    const holders = { '0001-813-1234567': 'ｽｽﾞｷ ﾀﾛｳ', '0001-813-7654321': 'ﾔﾏﾀﾞ ﾊﾅｺ' };
    const test = await transferred('1234567', { holders });
    await test.keep({ Bank_ID: 'b', Account_Number: '7654321' });
    await test.deposit({ Deposit_ID: 'd2', Bank_ID: 'b' });
    await test.pass(hourMs);
    await test.pass(dayMs);
    expect([await test.result(), await test.result('d2')]).to.deep.equal([
      ['4', '02'],
      ['3', ''],
    ]);
  });

  it('go to Japan Post Bank by symbol and number too', async () => {
    const test = rig();
    const symbol = { Branch_Code: undefined, Account_Number: undefined, Branch_Code_Jpbank: '10530' };
    await test.keep({ ...symbol, Bank_Code: '9900', Account_Number_Jpbank: '12300011' });
    await test.deposit();
    await test.pass(hourMs);
    await test.pass(dayMs);
    expect(await test.result()).to.deep.equal(['4', '01']);
  });

  it('are cancelled only while no data is made', async () => {
    const test = await transferred();
    const cancel = { Method: '2', Deposit_ID: 'deposit-1', Amount: undefined };
    expect(await test.refuseDeposit({ ...cancel, Bank_ID: 'another' })).to.deep.equal(['BA1540072']);
    expect(await test.refuseDeposit({ ...cancel, Deposit_ID: 'nothing' })).to.deep.equal(['BA1540072']);
    expect(await test.deposit(cancel)).to.deep.equal({
      Deposit_ID: 'deposit-1',
      Bank_ID: 'account-1',
      Method: '2',
    });
    expect((await test.result())[0]).to.equal('9');
    expect(test.books()).to.include({ available: 1_000_000, returned: 1000 });
    expect(await test.refuseDeposit(cancel)).to.deep.equal(['BA1550071']);
    expect(await test.refuseDeposit({})).to.deep.equal(['BA1540071']);
    await test.deposit({ Deposit_ID: 'd2' });
    await test.pass(hourMs);
    expect(await test.refuseDeposit({ ...cancel, Deposit_ID: 'd2' })).to.deep.equal(['BA1550071']);
    expectSums(test);
  });

  for (const [change, ...codes] of [
    [{ Method: '3' }, 'BA1030007'],
    [{ Deposit_ID: '' }, 'BA1110001'],
    [{ Deposit_ID: 'd'.repeat(28) }, 'BA1110005'],
    [{ Deposit_ID: 'd_1' }, 'BA1110008'],
    [{ Bank_ID: '' }, 'BA1040001'],
    [{ Bank_ID: 'nobody' }, 'BA1520002'],
    [{ Amount: '' }, 'BA1120001'],
    [{ Amount: '10000000' }, 'BA1120005'],
    [{ Amount: '1000001' }, 'BA1120008'],
    [{ Amount: '0' }, 'BA1120008'],
    [{ Amount: '-1' }, 'BA1120008'],
    [{ Amount: '1e3' }, 'BA1120008'],
    [{ Amount: '999731' }, 'BA1120072'],
  ] as const) {
    it(`are refused with ${codes.join()} for ${JSON.stringify(change)}`, async () => {
      const test = rig();
      await test.keep();
      expect(await test.refuseDeposit(change)).to.deep.equal(codes);
      expect(test.sandbox.deposits()).to.be.empty;
    });
  }

  it('use up the funds to the last yen, and more can be paid in', async () => {
    const test = rig();
    await test.keep();
    await test.deposit({ Amount: '999730' });
    expect(await test.refuseDeposit({ Deposit_ID: 'd2', Amount: '1' })).to.deep.equal(['BA1120072']);
    expect(await test.call('/api/BalanceSearch.json', {})).to.include({ Balance: '1000000', Balance_Forecast: '0' });
    await test.sandbox.addFunds(shop.shopId, 271);
    await test.deposit({ Deposit_ID: 'd2', Amount: '1' });
    expect(test.books()).to.include({ available: 0, fundsIn: 1_000_271 });
    let problem: unknown;
    await test.sandbox.addFunds(shop.shopId, 0).catch((error: unknown) => (problem = error));
    expect(problem).to.be.instanceOf(RangeError);
  });

  it('are refused without a contract for them, or to a deleted account', async () => {
    const test = rig({ shops: [{ ...shop, ways: ['aupay'] }] });
    await test.keep();
    expect(await test.refuseDeposit({})).to.deep.equal(['BA1650007']);
    const other = rig();
    await other.keep();
    await other.call('/api/AccountRegistration.json', { Method: '3', Bank_ID: 'account-1' });
    expect(await other.refuseDeposit({})).to.deep.equal(['BA1520002']);
    expect(await other.refused('/api/DepositSearch.json', { Deposit_ID: 'x' })).to.deep.equal(['BA1540002']);
  });

  it('are told flat by a form', async () => {
    const { idPass } = await transferred();
    expect(await idPass('/api/DepositSearch.idPass', { Deposit_ID: 'deposit-1' })).to.equal(
      'Deposit_ID=deposit-1&Amount=1000&Free=&Select_Key=&Remittance_Method=0&Bank_ID=account-1&Bank_Name=みずほ銀行' +
        '&Bank_Code=0001&Branch_Name=札幌支店&Branch_Code=813&Account_Type=1&Account_Number=1234567' +
        '&Account_Name=ﾔﾏﾀﾞ ﾊﾅｺ&Branch_Code_Jpbank=&Account_Number_Jpbank=&Bank_Fee=270&Result=0&Deposit_Date=' +
        '&Result_Detail=&Client_Name=',
    );
  });

  it('are over before the answer when they are asked for in real time', async () => {
    const test = rig();
    await test.keep();
    await test.keep({ Bank_ID: 'closed', Account_Number: '0000005' });
    const real = (fields: Record<string, string>) => test.call('/api/RealDepositRegistration.json', fields);
    expect(await real({ Deposit_ID: 'r1', Bank_ID: 'account-1', Amount: '10' })).to.deep.equal({
      Deposit_ID: 'r1',
      Bank_ID: 'account-1',
      Amount: '10',
      Result: '1',
    });
    const failed = await real({ Deposit_ID: 'r2', Bank_ID: 'closed', Amount: '10' });
    expect(failed).to.include({ Result: '4', Result_Detail: '05' });
    expect(test.books()).to.include({ fees: 270, returned: 10 });
  });
});

describe('GMO sandbox: the bank’s desk', () => {
  it('lets a person decide', async () => {
    const test = await transferred('1230001', { bankDecides: 'a-person' });
    await test.deposit({ Deposit_ID: 'd2' });
    const act = (depositId: string, act: string, detail = '') =>
      test.post('/bank', { shopId: shop.shopId, depositId, act, detail });
    expect((await act('d2', 'send')).status).to.equal(400);
    expect((await act('d2', 'make')).headers.get('location')).to.equal('/bank');
    await test.pass(hourMs);
    await test.pass(30 * dayMs);
    expect(await test.result()).to.deep.equal(['1', '']);
    const page = await documentOf(await test.send('/bank'));
    expect(Array.from(page.querySelectorAll('li button'), ({ textContent }) => textContent)).to.deep.equal([
      'Send now',
      'Send back',
      'Send now',
      'Send back',
    ]);
    await act('deposit-1', 'send');
    expect((await act('d2', 'back', '99')).status).to.equal(400);
    await act('d2', 'back', '05');
    expect([await test.result(), await test.result('d2')]).to.deep.equal([
      ['3', ''],
      ['4', '05'],
    ]);
    expect((await act('d2', 'send')).status).to.equal(400);
    expect((await act('nothing', 'send')).status).to.equal(400);
    expectSums(test);
  });

  it('says by what the bank decides', async () => {
    const { send } = rig({ holders: { '0001-001-1234567': 'ﾔﾏﾀﾞ ﾊﾅｺ' } });
    const text = mainText(await documentOf(await send('/bank')));
    expect(text).to.contain('0001 no such account').and.contain('0001-001-1234567').and.contain('ﾔﾏﾀﾞ ﾊﾅｺ');
  });
});
