import { expect } from '@open-wc/testing';
import { applyAndPay } from './haipay-paid.js';
import { isGenuine, merchants, rig, startMs } from './haipay-rig.js';

const minuteMs = 60_000;

describe('HaiPay sandbox: notifications', () => {
  it('are repeated every 5 minutes, 5 times, then given up', async () => {
    const { sandbox, merchant, clock } = await applyAndPay();
    merchant.replies = Array.from({ length: 9 }, () => 'FAIL');
    const times: number[] = [];
    for (;;) {
      const dueMs = sandbox.nextDueAtMs();
      if (dueMs === undefined) break;
      clock.nowMs = dueMs;
      times.push((dueMs - startMs) / minuteMs);
      await sandbox.deliverDue();
    }
    expect(times).to.deep.equal([0, 5, 10, 15, 20, 25]);
    expect(sandbox.notices()[0]).to.include({ state: 'given up', attempts: 6, lastReply: 'FAIL' });
  });

  it('count as delivered by the word SUCCESS alone', async () => {
    const { sandbox, merchant, clock, told } = await applyAndPay();
    merchant.replies = ['OK', 'success', '', 'broken', 'nobody there', 'SUCCESS'];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await sandbox.deliverDue();
      clock.nowMs += 5 * minuteMs;
    }
    expect(told()).to.deep.equal([2, 2, 2, 2, 2, 2]);
    expect(sandbox.notices()[0]).to.include({ state: 'delivered', attempts: 6, lastReply: 'SUCCESS' });
  });

  it('are the same each time, and genuine', async () => {
    const { sandbox, merchant, clock } = await applyAndPay();
    merchant.replies = ['', ''];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await sandbox.deliverDue();
      clock.nowMs += 5 * minuteMs;
    }
    expect(new Set(merchant.received.map((told) => JSON.stringify(told))).size).to.equal(1);
    for (const told of merchant.received) expect(await isGenuine(told)).to.be.true;
  });

  it('run on a faster clock when told to', async () => {
    const { sandbox, merchant } = await applyAndPay('au-pay', { timeScale: 0.001 });
    merchant.replies = [''];
    await sandbox.deliverDue();
    expect(sandbox.nextDueAtMs()).to.equal(startMs + 300);
  });

  it('go out by themselves, on one timer', async () => {
    const { sandbox, timers, firstDue, told } = await applyAndPay();
    expect(timers.size).to.equal(1);
    const delivered = new Promise<void>((resolve) => {
      const stop = sandbox.subscribe(() => {
        if (sandbox.notices()[0]?.state !== 'delivered') return;
        stop();
        resolve();
      });
    });
    firstDue()?.run();
    await delivered;
    expect(told()).to.deep.equal([2]);
    sandbox.close();
    expect(timers.size).to.equal(0);
  });

  it('go to the merchant’s own address when the application names none, and nowhere without one', async () => {
    const known = await merchants({ notifyUrl: 'https://known.example/notify' });
    for (const [options, url] of [
      [{ merchants: known }, ['https://known.example/notify']],
      [{}, []],
    ] as const) {
      const { apply, inWallet, sandbox, merchant } = await rig(options);
      await apply('au-pay', { notifyUrl: undefined });
      await inWallet('approve');
      await sandbox.deliverDue();
      expect(merchant.urls).to.deep.equal([...url]);
    }
  });

  it('tell nothing before there is something', async () => {
    const { apply, send, payment, sandbox } = await rig();
    await apply('konbini-lawson');
    await send(`/pay/${payment().token}`);
    expect(await sandbox.deliverDue()).to.equal(0);
    expect(sandbox.notices()).to.be.empty;
  });
});
