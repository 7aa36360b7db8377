import { expect } from '@open-wc/testing';
import { documentOf, fieldsOf, isGenuine, mainText, rig, type Refused, type Told } from './monetix-rig.js';

const day = 86_400_000;
const underCode = (days: unknown = 3) => ({ payment: { protection_code: 'code1', protection_period: days } });

describe('Monetix sandbox: payouts', () => {
  it('pays to a purse and tells of it as figure 24 does', async () => {
    const { payout, merchant, sandbox } = rig();
    const answer = (await (await payout()).json()) as Record<string, unknown>;
    await sandbox.deliverDue();
    const told = merchant.received[0] as Told;
    expect(await isGenuine(told)).to.be.true;
    expect(answer).to.include({ status: 'success', payment_id: 'WM-payout-002' });
    expect(told.payment).to.deep.include({ type: 'payout', status: 'success', method: 'webmoney' });
    expect(told.account?.number, 'the WMID, not the purse').to.match(/^\d{12}$/);
    expect(told.operation).to.include({ type: 'payout', status: 'success', request_id: answer['request_id'] });
    expect(sandbox.books()[0]).to.include({ paidOut: 100, held: 0, returned: 0 });
  });

  for (const [amount, code] of [
    [40000, '20000'],
    [40400, '20101'],
  ] as const) {
    it(`declines ${amount}, also under a code`, async () => {
      for (const change of [{}, underCode().payment]) {
        const { payout, merchant, sandbox } = rig();
        await payout({ payment: { amount, ...change } });
        await sandbox.deliverDue();
        expect(merchant.received[0]?.operation).to.deep.include({ status: 'decline', code });
        expect(sandbox.books()[0]).to.include({ paidOut: 0, held: 0, returned: 0 });
      }
    });
  }

  it('answers a status request about a payout', async () => {
    const { payout, status } = rig();
    await payout(underCode());
    const told = (await (await status('WM-payout-002')).json()) as Told;
    expect(told.payment).to.include({ type: 'payout', status: 'awaiting customer action' });
    expect(told.operations?.[0]).to.include({ type: 'payout', status: 'awaiting customer action' });
  });

  it('refuses what cannot be paid out', async () => {
    const { payout, sale, sandbox } = rig();
    await sale('webmoney');
    const wrong = async (change: Parameters<typeof payout>[0]) => {
      const answer = await payout(change);
      expect(answer.status).to.equal(400);
      return ((await answer.json()) as Refused).errors.map(({ code, field }) => `${field}: ${code}`);
    };
    const number = (value: unknown) => ({ account: { number: value } });
    expect(await wrong(number('R703276019842'))).to.deep.equal(['account.number: currency']);
    expect(await wrong(number('E703276019842'))).to.deep.equal(['account.number: currency']);
    expect(await wrong(number('Z70327601984'))).to.deep.equal(['account.number: invalid']);
    expect(await wrong(number('377094062589'))).to.deep.equal(['account.number: invalid']);
    expect(await wrong(number(undefined))).to.deep.equal(['account.number: missing']);
    expect(await wrong({ payment: { currency: 'RUB' } })).to.deep.equal(['payment.currency: invalid']);
    expect(await wrong({ payment: { amount: 0 } })).to.deep.equal(['payment.amount: invalid']);
    expect(await wrong({ customer: { ip_address: undefined } })).to.deep.equal(['customer.ip_address: missing']);
    expect(await wrong({ customer: { email: 'x' } })).to.deep.equal(['customer.email: invalid']);
    const sentence = 'Top-up of personal account №1 on the website https://merchant.example.com/';
    expect(await wrong({ payment: { description: sentence } })).to.deep.equal(['payment.description: invalid']);
    for (const days of [0, 36, 1.5, '3']) {
      expect(await wrong(underCode(days))).to.deep.equal(['payment.protection_period: invalid']);
    }
    expect(await wrong({ payment: { protection_code: 'code1' } })).to.deep.equal([
      'payment.protection_period: missing',
    ]);
    expect(await wrong({ payment: { protection_period: 3 } })).to.deep.equal(['payment.protection_code: missing']);
    expect(await wrong({ general: { payment_id: 'order-1' } })).to.deep.equal(['general.payment_id: payment_id_used']);
    expect(sandbox.payouts()).to.be.empty;
  });

  it('takes an id once, whatever it was for', async () => {
    const { payout, sale, sandbox } = rig();
    expect((await payout()).status).to.equal(200);
    expect((await payout()).status).to.equal(400);
    expect((await sale('webmoney', { general: { payment_id: 'WM-payout-002' } })).status).to.equal(400);
    expect(sandbox.payouts()).to.have.length(1);
  });

  it('goes on after a restart, with ids of its own', async () => {
    const kept: { text?: string } = {};
    const storage = {
      load: () => Promise.resolve(kept.text),
      save: (text: string) => Promise.resolve(void (kept.text = text)),
    };
    const first = rig({ storage });
    await first.paid();
    await first.refund({ payment: { amount: 1, currency: 'USD' } });
    await first.payout(underCode(1));
    const second = rig({ storage });
    await second.sandbox.ready;
    second.clock.nowMs += day;
    await second.payout({ general: { payment_id: 'another' } });
    expect(second.sandbox.books()[0]).to.include({ moneyIn: 8420, refunded: 1, paidOut: 100, returned: 100 });
    const [payment] = second.sandbox.payments();
    const ids = [payment, ...(payment?.refunds ?? []), ...second.sandbox.payouts()].map((one) => one?.operationId);
    expect(new Set(ids)).to.have.property('size', 4);
  });
});

describe('Monetix sandbox: payouts under a code', () => {
  async function held(options: Parameters<typeof rig>[0] = {}) {
    const test = rig(options);
    await test.payout(underCode());
    await test.sandbox.deliverDue();
    const page = () => test.send('/keeper/purse?purse=z703276019842').then(documentOf);
    const enter = async (code: string) => {
      const fields = fieldsOf((await page()).querySelector('form[method=post]'));
      const answer = await test.post('/keeper/code', { ...fields, code });
      await test.sandbox.deliverDue();
      return documentOf(await test.send((answer.headers.get('location') ?? '').replace('https://sandbox.example', '')));
    };
    const told = () => test.merchant.received.map(({ operation }) => operation.status);
    return { ...test, page, enter, told };
  }

  it('wait in the purse until the code is entered', async () => {
    const { page, enter, told, sandbox } = await held();
    expect(told()).to.deep.equal(['awaiting customer action']);
    expect(sandbox.books()[0]).to.include({ held: 100, paidOut: 0 });
    expect(mainText(await page()))
      .to.contain('1.00 WMZ')
      .and.to.contain('24 November 2026, 05:26 UTC');
    const wrong = await enter('code2');
    expect(wrong.querySelector('[role=alert]')?.textContent).to.contain('not the code');
    expect(told()).to.have.length(1);
    const right = await enter('code1');
    expect(right.querySelector('[role=status]')?.textContent).to.contain('is received');
    expect(told()).to.deep.equal(['awaiting customer action', 'success']);
    expect(sandbox.books()[0]).to.include({ held: 0, paidOut: 100, returned: 0 });
  });

  it('go back when it is not entered in time, and are declined as figure 25 shows', async () => {
    const { clock, sandbox, merchant, told } = await held();
    clock.nowMs += 3 * day - 1;
    await sandbox.deliverDue();
    expect(told()).to.have.length(1);
    expect(sandbox.nextDueAtMs()).to.equal(clock.nowMs + 1);
    clock.nowMs += 1;
    await sandbox.deliverDue();
    const last = merchant.received.at(-1);
    expect(last?.payment.status).to.equal('decline');
    expect(last?.operation).to.deep.include({ status: 'decline', code: '20000', message: 'General decline' });
    expect(last?.operation.id).to.equal(merchant.received[0]?.operation.id);
    expect(last?.operation.provider.payment_id).not.to.equal('');
    expect(sandbox.books()[0]).to.include({ held: 0, paidOut: 0, returned: 100 });
  });

  it('may succeed first and be declined later', async () => {
    const { clock, sandbox, told } = await held({ protectedWait: 'success' });
    expect(told()).to.deep.equal(['success']);
    expect(sandbox.books()[0]).to.include({ held: 100, paidOut: 0 });
    clock.nowMs += 3 * day;
    await sandbox.deliverDue();
    expect(told()).to.deep.equal(['success', 'decline']);
  });

  it('can no longer be received then, nor twice', async () => {
    const { post, page, enter, sandbox } = await held();
    const fields = fieldsOf((await page()).querySelector('form[method=post]'));
    await enter('code1');
    await post('/keeper/code', { ...fields, code: 'code1' });
    expect(sandbox.books()[0]).to.include({ paidOut: 100 });
    const late = await held();
    const other = fieldsOf((await late.page()).querySelector('form[method=post]'));
    late.clock.nowMs += 3 * day;
    await late.post('/keeper/code', { ...other, code: 'code1' });
    expect(late.sandbox.books()[0]).to.include({ paidOut: 0, returned: 100 });
    expect((await post('/keeper/code', { token: 'x', code: 'code1' })).status).to.equal(400);
  });
});
