import { expect } from '@open-wc/testing';
import { isGenuine, rig, type Refused, type Told } from './monetix-rig.js';

const part = (amount: unknown, currency: unknown = 'USD') => ({ payment: { amount, currency } });
const day = 86_400_000;

describe('Monetix sandbox: refunds', () => {
  it('gives a part back and tells of it as figure 19 does', async () => {
    const { paid, refund, merchant, sandbox, clock } = rig();
    await paid({ payment: { amount: 100 } });
    clock.nowMs += 60_000;
    const answer = (await (await refund(part(10))).json()) as Record<string, unknown>;
    await sandbox.deliverDue();
    const told = merchant.received.at(-1) as Told;
    expect(await isGenuine(told)).to.be.true;
    expect(answer).to.include({ status: 'success', payment_id: 'order-1', request_id: told.operation.request_id });
    expect(told.payment).to.deep.include({
      type: 'purchase',
      status: 'partially refunded',
      sum: { amount: 90, currency: 'USD' },
      date: '2026-11-21T05:27:00+0000',
    });
    expect(told.operation).to.deep.include({
      type: 'refund',
      status: 'success',
      sum_initial: { amount: 10, currency: 'USD' },
      code: '0',
    });
    expect(told.operation.provider.payment_id).not.to.equal('');
    expect(told.operation.id).not.to.equal(merchant.received[0]?.operation.id);
  });

  it('gives all back without a sum, and nothing after that', async () => {
    const { paid, refund, merchant, sandbox } = rig();
    await paid();
    expect((await refund()).status).to.equal(200);
    await sandbox.deliverDue();
    expect(merchant.received.at(-1)?.payment).to.deep.include({
      status: 'refunded',
      sum: { amount: 0, currency: 'USD' },
    });
    expect((await refund()).status).to.equal(400);
    expect((await refund(part(1))).status).to.equal(400);
    expect(sandbox.books()).to.deep.equal([
      { projectId: 238, currency: 'USD', moneyIn: 8420, refunded: 8420, paidOut: 0, held: 0, returned: 0 },
    ]);
  });

  for (const [amount, code] of [
    [50000, '100'],
    [50500, '20101'],
  ] as const) {
    it(`declines ${amount} as figure 20 does, and the payment stays paid`, async () => {
      const { paid, refund, merchant, sandbox } = rig();
      await paid({ payment: { amount: 60000 } });
      expect((await refund(part(amount))).status).to.equal(200);
      await sandbox.deliverDue();
      const told = merchant.received.at(-1);
      expect(told?.payment).to.deep.include({ status: 'success', sum: { amount: 60000, currency: 'USD' } });
      expect(told?.operation).to.deep.include({ type: 'refund', status: 'decline', code });
      expect(told?.operation.provider.payment_id).to.equal('');
      expect(told?.errors?.[0]?.code).to.equal(code);
      expect(sandbox.books()[0]).to.include({ moneyIn: 60000, refunded: 0 });
    });
  }

  it('lists every operation in a status answer', async () => {
    const { paid, refund, status } = rig();
    await paid({ payment: { amount: 60000 } });
    await refund(part(10));
    await refund(part(50000));
    const told = (await (await status('order-1')).json()) as Told;
    expect(told.payment.status).to.equal('partially refunded');
    expect(told.operations?.map(({ type, status: one }) => [type, one])).to.deep.equal([
      ['sale', 'success'],
      ['refund', 'success'],
      ['refund', 'decline'],
    ]);
    expect(new Set(told.operations?.map(({ id }) => id))).to.have.property('size', 3);
  });

  it('refuses what cannot be refunded', async () => {
    const { paid, sale, refund, payout, sandbox } = rig();
    await paid();
    await sale('webmoney', { general: { payment_id: 'unpaid' } });
    await payout();
    const wrong = async (change: Parameters<typeof refund>[0]) => {
      const answer = await refund(change);
      expect(answer.status).to.equal(400);
      return ((await answer.json()) as Refused).errors.map(({ code, field }) => `${field}: ${code}`);
    };
    expect(await wrong({ general: { payment_id: 'nobody' } })).to.deep.equal(['general.payment_id: 3061']);
    expect(await wrong({ general: { payment_id: 'WM-payout-002' } })).to.deep.equal(['general.payment_id: 3061']);
    expect(await wrong({ general: { payment_id: 'unpaid' } })).to.deep.equal(['general.payment_id: not_paid']);
    expect(await wrong({ payment: { description: undefined } })).to.deep.equal(['payment.description: missing']);
    expect(await wrong(part(8421))).to.deep.equal(['payment.amount: amount']);
    expect(await wrong(part(0))).to.deep.equal(['payment.amount: invalid']);
    expect(await wrong(part(-5))).to.deep.equal(['payment.amount: invalid']);
    expect(await wrong(part('5'))).to.deep.equal(['payment.amount: invalid']);
    expect(await wrong(part(5, 'EUR'))).to.deep.equal(['payment.currency: invalid']);
    expect(await wrong({ payment: { amount: 5 } })).to.deep.equal(['payment.currency: missing']);
    expect(await wrong(part(undefined))).to.deep.equal(['payment.amount: missing']);
    expect(sandbox.payments()[0]).not.to.have.property('refunds');
  });

  it('wants the sum of the rest named', async () => {
    const { paid, refund } = rig();
    await paid();
    await refund(part(20));
    expect((await refund()).status).to.equal(400);
    expect((await refund(part(8401))).status).to.equal(400);
    expect((await refund(part(8400))).status).to.equal(200);
  });

  it('refunds within a day after the purchase', async () => {
    const { paid, refund, clock } = rig();
    await paid();
    clock.nowMs += day;
    expect((await refund(part(1))).status).to.equal(200);
    clock.nowMs += 1;
    expect((await refund(part(1))).status).to.equal(400);
  });

  it('can be set to refund one scenario only', async () => {
    const { paid, refund } = rig({ refundable: ['webmoney-light'] });
    await paid();
    const answer = (await (await refund()).json()) as Refused;
    expect(answer.errors[0]?.code).to.equal('not_refundable');
  });

  it('refunds though the receipt is lost, and twice when asked twice', async () => {
    const { paid, refund, sandbox } = rig();
    await paid();
    await sandbox.setFaults({ answerLost: true });
    expect((await refund(part(10))).status).to.equal(500);
    expect((await refund(part(10))).status).to.equal(500);
    expect(sandbox.books()[0]?.refunded).to.equal(20);
  });

  it('is told where the request wants it, again until it is taken', async () => {
    const { paid, refund, merchant, sandbox, clock } = rig();
    await paid();
    await refund({ general: { merchant_callback_url: 'https://shop.example/refunds' } });
    merchant.answers = [500];
    await sandbox.deliverDue();
    clock.nowMs += 10_000;
    await sandbox.deliverDue();
    expect(merchant.urls.slice(-2)).to.deep.equal(['https://shop.example/refunds', 'https://shop.example/refunds']);
    expect(sandbox.callbacks().at(-1)).to.include({ operation: 'refund', status: 'success', state: 'delivered' });
  });
});
