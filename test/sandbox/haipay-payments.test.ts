import { expect } from '@open-wc/testing';
import { haipayProducts, haipayRows } from '../../src/sandbox/haipay-rows.js';
import { base, documentOf, heading, isGenuine, leavesFor, mainText, rig } from './haipay-rig.js';

type Rig = Awaited<ReturnType<typeof rig>>;

/** Pays as a buyer does, by way of the pages. */
async function pay(test: Rig): Promise<void> {
  const { kind } = haipayProducts[test.payment().product];
  await test.send(`/pay/${test.payment().token}`);
  if (kind === 'wallet') await test.inWallet('approve');
  if (kind === 'bank') await test.transfer(test.payment().currency === 'JPY' ? '500' : '4.99');
  if (kind === 'konbini') {
    await test.ringUp();
    await test.atRegister('pay');
  }
}

describe('HaiPay sandbox: the fourteen rows', () => {
  for (const { currency, product, inBankCode } of haipayRows) {
    it(`${inBankCode} is paid and notified`, async () => {
      const test = await rig();
      await test.apply(product, {}, currency);
      await pay(test);
      expect(await test.sandbox.deliverDue()).to.equal(1);
      const [told] = test.merchant.received;
      expect(told).to.deep.equal({
        appId: currency === 'JPY' ? 1054 : 1055,
        currency,
        orderId: 'order-1',
        orderNo: test.payment().orderNo,
        amount: currency === 'JPY' ? '500.00' : '4.99',
        fee: '0.00',
        status: 2,
        payTime: '2026-11-21 14:26:00',
        sign: told?.sign,
      });
      expect(await isGenuine(told ?? expect.fail())).to.be.true;
      expect(test.merchant.urls).to.deep.equal(['https://bff.example/haipay/notify']);
      const page = await documentOf(await test.send(`/pay/${test.payment().token}`));
      expect([heading(page), leavesFor(page)]).to.deep.equal(['Paid', 'https://shop.example/ok']);
    });

    it(`${inBankCode} expires when nobody pays`, async () => {
      const test = await rig();
      await test.apply(product, {}, currency);
      test.clock.nowMs = test.sandbox.nextDueAtMs() ?? expect.fail();
      await test.sandbox.deliverDue();
      const [told] = test.merchant.received;
      expect(told).to.include({ status: 3, errorMsg: 'Order expired', amount: '0.00' });
      expect(told?.payTime).to.be.undefined;
      await pay(test);
      expect(test.payment()).to.include({ status: 3, received: 0 });
      const page = await documentOf(await test.send(`/pay/${test.payment().token}`));
      expect([heading(page), leavesFor(page)]).to.deep.equal(['Payment failed', 'https://shop.example/ng']);
    });
  }

  it('can be paid as long as they are told to', async () => {
    const { apply, payment } = await rig({ validMinutes: { konbini: 60 } });
    for (const product of ['au-pay', 'gmo-aozora', 'konbini-lawson'] as const)
      await apply(product, { orderId: product });
    const minutes = (id: string) => (payment(id).validUntilMs - payment(id).createdMs) / 60_000;
    expect([minutes('au-pay'), minutes('gmo-aozora'), minutes('konbini-lawson')]).to.deep.equal([30, 4320, 60]);
  });
});

describe('HaiPay sandbox: a wallet’s app', () => {
  it('shows who asks for what, and three buttons', async () => {
    const { apply, send, payment } = await rig();
    await apply('au-pay');
    const page = await documentOf(await send(`/pay/${payment().token}`));
    expect(heading(page)).to.equal('Pay with au PAY');
    expect(mainText(page)).to.contain('¥500').and.contain('Hiyori').and.contain('Order H-20418');
    expect(mainText(page)).to.contain('2026-11-21 14:56 Japan time');
    const buttons = Array.from(page.querySelectorAll('button'), ({ value }) => value);
    expect(buttons).to.deep.equal(['approve', 'later', 'decline']);
    expect(payment().status).to.equal(1);
  });

  it('sends the browser to the shop: callBackUrl when approved, callBackFailUrl when declined', async () => {
    for (const [answer, url, status] of [
      ['approve', 'https://shop.example/ok', 2],
      ['decline', 'https://shop.example/ng', 3],
    ] as const) {
      const { apply, inWallet, payment, sandbox, told } = await rig();
      await apply('merpay');
      expect(leavesFor(await documentOf(await inWallet(answer)))).to.equal(url);
      await inWallet(answer === 'approve' ? 'decline' : 'approve');
      expect(payment().status).to.equal(status);
      await sandbox.deliverDue();
      expect(told()).to.deep.equal([status]);
    }
  });

  for (const [amount, currency, reason] of [
    ['40000', 'JPY', 'Insufficient balance'],
    ['40400', 'JPY', 'Over the limit'],
    ['400.00', 'USD', 'Insufficient balance'],
    ['404.00', 'USD', 'Over the limit'],
  ] as const) {
    it(`declines ${currency} ${amount} whatever is approved`, async () => {
      const { apply, inWallet, sandbox, merchant } = await rig();
      await apply('au-pay', { amount }, currency);
      await inWallet('approve');
      await sandbox.deliverDue();
      expect(merchant.received[0]).to.include({ status: 3, errorMsg: reason });
    });
  }

  it('leaves a payment pending until somebody confirms it, however long that takes', async () => {
    for (const [answer, status] of [
      ['yes', 2],
      ['no', 3],
    ] as const) {
      const { apply, inWallet, payment, sandbox, query, post, clock, told } = await rig();
      await apply('au-pay');
      expect(heading(await documentOf(await inWallet('later')))).to.equal('Waiting for confirmation');
      expect((await query()).data?.status).to.equal(-1);
      expect(sandbox.waiting()[0]?.url).to.equal(`${base}/`);
      clock.nowMs += 86_400_000;
      expect(await sandbox.deliverDue()).to.equal(0);
      await post('/confirm', { token: payment().token, answer });
      await sandbox.deliverDue();
      expect(told()).to.deep.equal([status]);
      await post('/confirm', { token: payment().token, answer: 'yes' });
      expect(payment().status).to.equal(status);
    }
  });

  it('approves nothing that is not paid by wallet', async () => {
    const { apply, inWallet, payment } = await rig();
    await apply('konbini-lawson');
    expect((await inWallet('approve')).status).to.equal(400);
    await apply('au-pay', { orderId: 'order-2' });
    expect((await inWallet('steal', 'order-2')).status).to.equal(400);
    expect([payment().status, payment('order-2').status]).to.deep.equal([0, 0]);
  });

  it('opens the order of a scanned code, and of no other text', async () => {
    const { apply, post, send, payment } = await rig({ answers: { 'au-pay': { qrCode: 'qrCode' } } });
    const { data } = await apply('au-pay');
    const payload = String(data?.['qrCode']);
    expect(heading(await documentOf(await send('/wallet')))).to.equal('Scan a code');
    const opened = await post('/wallet', { payload: ` ${payload}\n` });
    expect([opened.status, opened.headers.get('location')]).to.deep.equal([303, `/pay/${payment().token}`]);
    const damaged = await post('/wallet', { payload: payload.replace('TOKYO', 'KYOTO') });
    expect(damaged.status).to.equal(400);
    const page = await documentOf(damaged);
    expect(page.querySelector('input')?.getAttribute('aria-invalid')).to.equal('true');
    expect(mainText(page)).to.contain('The code is damaged');
  });
});

describe('HaiPay sandbox: the bank', () => {
  async function account() {
    const test = await rig();
    await test.apply('gmo-aozora');
    return test;
  }

  it('shows the account, and fills in what is missing', async () => {
    const { send, payment } = await account();
    const { token, account: number } = payment();
    const page = await documentOf(await send(`/pay/${token}`));
    expect(mainText(page)).to.contain(number).and.contain('ｻﾝﾄﾞﾎﾞﾂｸｽ').and.contain('To be transferred');
    const form = await documentOf(await send(page.querySelector('main a')?.getAttribute('href') ?? ''));
    const values = Array.from(form.querySelectorAll('input'), ({ value }) => value);
    expect(values).to.deep.equal([number, '500']);
  });

  it('adds transfers up: a part is 4, the rest is 2, each told with what came in this time', async () => {
    const { transfer, payment, sandbox, merchant, query, send } = await account();
    const first = await transfer('300');
    const shown = await documentOf(await send(first.headers.get('location') ?? ''));
    expect(shown.querySelector('[role=status]')?.textContent).to.contain('¥200 are still missing');
    expect(payment()).to.include({ status: 4, received: 300 });
    expect((await query()).data).to.include({ status: 4, actualAmount: '300.00', amount: '500.00' });
    expect((await query()).data?.payTime).to.equal('2026-11-21 14:26:00');
    expect(mainText(await documentOf(await send(`/pay/${payment().token}`)))).to.contain('Still to be transferred');
    await transfer('200');
    await sandbox.deliverDue();
    expect(merchant.received.map(({ status, amount }) => [status, amount])).to.deep.equal([
      [4, '300.00'],
      [2, '200.00'],
    ]);
    expect((await query()).data).to.include({ status: 2, actualAmount: '500.00' });
  });

  it('tells the sum instead when it is told to', async () => {
    const { apply, transfer, sandbox, merchant } = await rig({ notifyAmount: 'total' });
    await apply('gmo-aozora', { amount: '4.99' }, 'USD');
    await transfer('3.00');
    await transfer('1.99');
    await sandbox.deliverDue();
    expect(merchant.received.map(({ amount }) => amount)).to.deep.equal(['3.00', '4.99']);
  });

  it('takes more than was asked for, once', async () => {
    const { transfer, payment, sandbox, merchant, query, send } = await account();
    const answered = await transfer('800');
    const shown = await documentOf(await send(answered.headers.get('location') ?? ''));
    expect(shown.querySelector('[role=status]')?.textContent).to.contain('That is ¥300 too much');
    await sandbox.deliverDue();
    expect(merchant.received[0]).to.include({ status: 5, amount: '800.00', payTime: '2026-11-21 14:26:00' });
    expect((await query()).data).to.include({ status: 5, actualAmount: '800.00' });
    const again = await transfer('1');
    expect(again.status).to.equal(400);
    expect(mainText(await documentOf(again))).to.contain('The money went back');
    expect(payment().received).to.equal(800);
  });

  it('overpays in a second transfer', async () => {
    const { transfer, payment } = await account();
    await transfer('300');
    await transfer('300');
    expect(payment()).to.include({ status: 5, received: 600 });
  });

  it('keeps a part when the time is over, and takes no more', async () => {
    const { transfer, payment, sandbox, clock, send, told } = await account();
    await transfer('300');
    clock.nowMs = payment().validUntilMs;
    await sandbox.deliverDue();
    expect((await transfer('200')).status).to.equal(400);
    expect(payment()).to.include({ status: 4, received: 300 });
    expect(told()).to.deep.equal([4]);
    const page = await documentOf(await send(`/pay/${payment().token}`));
    expect([heading(page), leavesFor(page)]).to.deep.equal(['Only a part came in', undefined]);
    expect(sandbox.waiting()).to.be.empty;
  });

  it('transfers nothing that is no amount, and to no account it does not know', async () => {
    const { transfer, post, payment } = await account();
    for (const amount of ['', '0', '-1', '1.5', '1,000', 'abc', '9'.repeat(20)]) {
      expect((await transfer(amount)).status, amount).to.equal(400);
    }
    for (const number of ['', '0000000']) {
      expect((await post('/bank', { account: number, amount: '500' })).status).to.equal(400);
    }
    expect(payment()).to.include({ status: 0, received: 0 });
  });
});
