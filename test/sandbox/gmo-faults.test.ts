import { expect } from '@open-wc/testing';
import { dayMs, entered, expectSums, hourMs, pathOf, rig, shop } from './gmo-rig.js';

describe('GMO sandbox: faults', () => {
  it('acts, but loses the answers of so many', async () => {
    const test = rig({ faults: { loseAnswers: 2 } });
    const account = { Method: '1', Bank_ID: 'a', Bank_Code: '0001', Branch_Code: '813', Account_Type: '1' };
    const named = { ...account, Account_Number: '1234567', Account_Name: 'ﾔﾏﾀﾞ' };
    const deposit = { Method: '1', Deposit_ID: 'd', Bank_ID: 'a', Amount: '100' };
    const lost = await test.raw('/api/AccountRegistration.json', named);
    expect([lost.status, await lost.text()]).to.deep.equal([500, '']);
    expect(await test.refused('/api/AccountRegistration.json', named)).to.deep.equal(['BA1520071']);
    expect((await test.raw('/api/BalanceSearch.json', {})).status).to.equal(200);
    expect((await test.raw('/api/DepositRegistration.json', deposit)).status).to.equal(500);
    expect(await test.refused('/api/DepositRegistration.json', deposit)).to.deep.equal(['BA1540071']);
    expect([test.sandbox.faults().loseAnswers, test.books().reserved]).to.deep.equal([0, 370]);
  });

  it('answers late, after it acted', async () => {
    let answerNow = (_run: () => void) => {};
    const slow = new Promise<() => void>((resolve) => (answerNow = resolve));
    const setTimer = (run: () => void, delayMs: number) => {
      if (delayMs === 5000) answerNow(run);
    };
    const test = rig({ faults: { answerDelayMs: 5000 }, setTimer, clearTimer: () => undefined });
    let answered = false;
    const linking = test.link({ Remit_Method_Aupay: '1' }).finally(() => (answered = true));
    const run = await slow;
    expect([answered, test.sandbox.deposits().length]).to.deep.equal([false, 1]);
    run();
    expect((await linking)['Method']).to.equal('1');
  });

  it('is under maintenance, or broken, and then does nothing', async () => {
    const test = rig();
    await test.keep();
    await test.sandbox.setFaults({ maintenance: true });
    expect(await test.refuseDeposit({})).to.deep.equal(['BA9000000']);
    expect(await test.json('/api/BalanceSearch.json', {})).to.deep.equal([{ ErrCode: 'BA9', ErrInfo: 'BA9000000' }]);
    await test.sandbox.setFaults({ maintenance: false, broken: 'BA1099999' });
    expect(await test.refuseDeposit({})).to.deep.equal(['BA1099999']);
    await test.sandbox.setFaults({ broken: 'http-500' });
    expect((await test.raw('/api/BalanceSearch.json', {})).status).to.equal(500);
    await test.sandbox.setFaults({ broken: 'no' });
    expect(test.sandbox.deposits()).to.be.empty;
    await test.deposit();
  });

  it('tells results late', async () => {
    const test = rig({ faults: { resultsLateMs: hourMs } });
    await test.keep({ Account_Number: '0000001' });
    await test.deposit();
    await test.pass(hourMs);
    await test.pass(dayMs);
    expect(await test.result()).to.deep.equal(['1', '']);
    const app = await entered(test, ['Aupay']);
    await test.post(pathOf((await test.send(app)).headers.get('location')), {});
    expect(await test.status()).to.equal('0');
    expect(await test.refused('/api/DepositSearch.json', { Deposit_ID: 'link-1' })).to.deep.equal(['BA1540002']);
    await test.pass(hourMs);
    expect(await test.result()).to.deep.equal(['4', '01']);
    expect((await test.search('link-1')).aupay?.['Aupay_Result']).to.equal('1');
    expectSums(test);
  });

  it('is switched on the front page, within its ranges', async () => {
    const { post, sandbox } = rig();
    const form = {
      loseAnswers: '3',
      answerDelayMs: '10',
      resultsLateMs: '1000',
      maintenance: 'on',
      broken: 'http-500',
    };
    expect((await post('/faults', form)).status).to.equal(303);
    const on = { loseAnswers: 3, answerDelayMs: 10, resultsLateMs: 1000, maintenance: true, broken: 'http-500' };
    expect(sandbox.faults()).to.deep.equal(on);
    await post('/faults', {});
    expect(sandbox.faults()).to.include({ loseAnswers: 0, maintenance: false, broken: 'no' });
    for (const wrong of [
      { loseAnswers: '-1' },
      { loseAnswers: '1001' },
      { answerDelayMs: 'x' },
      { resultsLateMs: '1e9' },
      { broken: 'yes' },
    ] as Record<string, string>[]) {
      expect((await post('/faults', wrong)).status, JSON.stringify(wrong)).to.equal(400);
    }
  });
});

describe('GMO sandbox: stopped and started again', () => {
  it('goes on with accounts, deposits, links, funds, faults and its clock', async () => {
    const kept: { text: string | undefined } = { text: undefined };
    const storage = {
      load: () => Promise.resolve(kept.text),
      save: (text: string) => Promise.resolve(void (kept.text = text)),
    };
    const first = rig({ storage, faults: { resultsLateMs: 5 } });
    await first.keep();
    await first.deposit();
    await first.sandbox.addFunds(shop.shopId, 500);
    const path = await entered(first, ['Aupay', 'Bank']);
    first.sandbox.close();
    expect(first.timers.size).to.equal(0);

    const second = rig({ storage });
    await second.sandbox.ready;
    expect(second.timers.size).to.equal(1);
    expect(second.books()).to.deep.equal(first.books());
    expect(second.sandbox.faults().resultsLateMs).to.equal(5);
    expect(await second.refuseToKeep({})).to.deep.equal(['BA1520071']);
    expect((await second.post(path, { way: 'aupay' })).status).to.equal(303);
    await second.pass(hourMs);
    expect((await second.result())[0]).to.equal('1');

    const third = rig({ storage, shops: [{ ...shop, shopId: 'another' }] });
    await third.sandbox.ready;
    expect(third.sandbox.deposits()).to.be.empty;
  });

  it('says so when what is stored cannot be read', async () => {
    for (const text of ['{', '{"version":2}']) {
      const { sandbox, send } = rig({ storage: { load: () => Promise.resolve(text), save: () => Promise.resolve() } });
      let problem: unknown;
      await sandbox.ready.catch((error: unknown) => (problem = error));
      expect(problem).to.be.instanceOf(Error);
      let failed = false;
      await send('/').catch(() => (failed = true));
      expect(failed).to.be.true;
    }
  });

  it('tells whoever watches', async () => {
    const { sandbox, keep, deposit } = rig();
    let changes = 0;
    const stop = sandbox.subscribe(() => (changes += 1));
    await keep();
    await deposit();
    expect(changes).to.equal(2);
    stop();
    await deposit({ Deposit_ID: 'd2' });
    expect(changes).to.equal(2);
  });
});
