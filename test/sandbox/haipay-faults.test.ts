import { expect } from '@open-wc/testing';
import { applyAndPay } from './haipay-paid.js';
import type { Envelope } from './haipay-rig.js';
import { application, isGenuine, rig, signed, startMs } from './haipay-rig.js';

const hourMs = 3_600_000;

describe('HaiPay sandbox: faults', () => {
  it('sends each notification several times', async () => {
    const { sandbox, told } = await applyAndPay('au-pay', { faults: { duplicate: 5 } });
    expect(await sandbox.deliverDue()).to.equal(5);
    expect(told()).to.deep.equal([2, 2, 2, 2, 2]);
  });

  it('delivers news of a part after the result', async () => {
    const { apply, transfer, sandbox, told } = await rig({ faults: { reorder: true } });
    await apply('gmo-aozora');
    await transfer('300');
    expect(await sandbox.deliverDue()).to.equal(0);
    await transfer('200');
    await sandbox.deliverDue();
    expect(told()).to.deep.equal([2, 4]);
  });

  it('lets held news go when reordering is switched off', async () => {
    const { apply, transfer, sandbox, told } = await rig({ faults: { reorder: true } });
    await apply('gmo-aozora');
    await transfer('300');
    await sandbox.setFaults({ reorder: false });
    await sandbox.deliverDue();
    expect(told()).to.deep.equal([4]);
  });

  it('delays notifications', async () => {
    const { sandbox, clock } = await applyAndPay('au-pay', { faults: { delayMs: 30_000 } });
    expect(await sandbox.deliverDue()).to.equal(0);
    expect(sandbox.nextDueAtMs()).to.equal(startMs + 30_000);
    clock.nowMs += 30_000;
    expect(await sandbox.deliverDue()).to.equal(1);
  });

  it('loses notifications for good, while the query knows', async () => {
    const { sandbox, clock, query } = await applyAndPay('au-pay', { faults: { lose: 'all' } });
    await sandbox.deliverDue();
    clock.nowMs += 24 * hourMs;
    expect(await sandbox.deliverDue()).to.equal(0);
    expect(sandbox.notices()[0]?.state).to.equal('lost');
    expect((await query()).data?.status).to.equal(2);
  });

  it('loses the next few, and counts down', async () => {
    const { sandbox, told } = await applyAndPay('au-pay', { faults: { lose: 1, duplicate: 2 } });
    await sandbox.deliverDue();
    expect(told()).to.deep.equal([2]);
    expect(sandbox.faults().lose).to.equal(0);
  });

  for (const [product, amount, status] of [
    ['au-pay', '500', 2],
    ['au-pay', '40000', 3],
    ['konbini-lawson', '500', 2],
    ['gmo-aozora', '500', 2],
  ] as const) {
    it(`notifies ${product} of ¥${amount} before the application is answered`, async () => {
      const order: string[] = [];
      const { sandbox, postJson } = await rig({
        faults: { notifyBeforeAnswer: true },
        fetch: async (request) => {
          order.push(`notified ${((await request.json()) as { status: number }).status}`);
          return new Response('SUCCESS');
        },
      });
      const answer = await postJson('/jpy/collect/apply', await signed(application(product, { amount })));
      order.push('answered');
      expect(((await answer.json()) as Envelope).error).to.equal('00000000');
      expect(order).to.deep.equal([`notified ${status}`, 'answered']);
      expect(sandbox.payments()[0]?.status).to.equal(status);
    });
  }

  it('lets a query say less than the notification did', async () => {
    const { query, sandbox } = await applyAndPay('au-pay', { faults: { queryContradicts: 'behind' } });
    const { data } = await query();
    expect(data).to.include({ status: 1, actualAmount: '0.00' });
    expect(data?.payTime).to.be.undefined;
    await sandbox.setFaults({ queryContradicts: 'no' });
    expect((await query()).data).to.include({ status: 2, actualAmount: '500.00' });
  });

  it('lets a query say the opposite, genuinely signed', async () => {
    const { query, apply, inWallet } = await applyAndPay('au-pay', { faults: { queryContradicts: 'opposite' } });
    const failed = (await query()).data ?? expect.fail();
    expect(failed).to.include({ status: 3, actualAmount: '0.00', errorMsg: 'Failed' });
    await apply('au-pay', { orderId: 'order-2' });
    expect((await query('order-2')).data?.status).to.equal(0);
    await inWallet('decline', 'order-2');
    const paid = (await query('order-2')).data ?? expect.fail();
    expect(paid).to.include({ status: 2, actualAmount: '500.00', payTime: '2026-11-21 14:26:00' });
    for (const data of [failed, paid]) expect(await isGenuine(data)).to.be.true;
  });

  it('registers an application but loses the answer', async () => {
    const { sandbox, postJson, apply } = await rig({ faults: { answerLost: true } });
    const answer = await postJson('/jpy/collect/apply', await signed(application('au-pay')));
    expect([answer.status, await answer.text()]).to.deep.equal([500, '']);
    expect(sandbox.payments()).to.have.length(1);
    await sandbox.setFaults({ answerLost: false });
    expect((await apply('au-pay')).error).to.equal('9006');
  });

  it('answers late, on the injected timer, while the notification is already out', async () => {
    let answerNow = (_run: () => void) => {};
    const slow = new Promise<() => void>((resolve) => (answerNow = resolve));
    const setTimer = (run: () => void, delayMs: number) => {
      if (delayMs === 5000) answerNow(run);
    };
    const faults = { answerDelayMs: 5000 };
    const { sandbox, apply, inWallet, told } = await rig({ faults, setTimer, clearTimer: () => undefined });
    let answered = false;
    const applying = apply('au-pay').finally(() => (answered = true));
    const run = await slow;
    await inWallet('approve');
    await sandbox.deliverDue();
    expect([told(), answered]).to.deep.equal([[2], false]);
    run();
    expect((await applying).error).to.equal('00000000');
  });

  it('signs answers, notifications or both for something else', async () => {
    for (const [wrongSignature, answers, notifications] of [
      ['none', true, true],
      ['answers', false, true],
      ['notifications', true, false],
      ['all', false, false],
    ] as const) {
      const { sandbox, apply, query, inWallet, merchant } = await rig({ faults: { wrongSignature } });
      const applied = (await apply('au-pay')).data ?? expect.fail();
      await inWallet('approve');
      await sandbox.deliverDue();
      const asked = (await query()).data ?? expect.fail();
      expect(applied.orderId).to.equal('order-1');
      expect(applied.sign).to.have.length(344);
      expect([await isGenuine(applied), await isGenuine(asked)]).to.deep.equal([answers, answers]);
      expect(await isGenuine(merchant.received[0] ?? expect.fail())).to.equal(notifications);
    }
  });

  it('is switched on the front page', async () => {
    const { post, sandbox } = await rig();
    const form = {
      duplicate: '3',
      delayMs: '1000',
      lose: 'count',
      loseCount: '2',
      answerDelayMs: '20',
      queryContradicts: 'opposite',
      wrongSignature: 'all',
      reorder: 'on',
      notifyBeforeAnswer: 'on',
      answerLost: 'on',
    };
    expect((await post('/faults', form)).status).to.equal(303);
    const on = { reorder: true, notifyBeforeAnswer: true, answerLost: true };
    expect(sandbox.faults()).to.deep.equal({
      ...on,
      duplicate: 3,
      delayMs: 1000,
      lose: 2,
      answerDelayMs: 20,
      queryContradicts: 'opposite',
      wrongSignature: 'all',
    });
    await post('/faults', {});
    expect(sandbox.faults()).to.include({ duplicate: 1, lose: 'none', answerLost: false, wrongSignature: 'none' });
  });

  it('refuses faults that are none', async () => {
    const { post, sandbox } = await rig();
    for (const fields of [
      { duplicate: '0' },
      { duplicate: '6' },
      { delayMs: '-1' },
      { answerDelayMs: '1e9' },
      { lose: 'count', loseCount: '1001' },
      { lose: 'some' },
      { queryContradicts: 'always' },
      { wrongSignature: 'x' },
    ] as Record<string, string>[]) {
      expect((await post('/faults', fields)).status, JSON.stringify(fields)).to.equal(400);
    }
    expect(sandbox.faults().duplicate).to.equal(1);
  });
});
