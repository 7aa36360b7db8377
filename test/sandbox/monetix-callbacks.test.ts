import { expect } from '@open-wc/testing';
import { monetixRetryGapMs } from '../../src/sandbox/monetix-callbacks.js';
import type { MonetixSandboxOptions } from '../../src/sandbox/monetix-desk.js';
import { rig, startMs } from './monetix-rig.js';

const hourMs = 3_600_000;

/** A sandbox with one WebMoney Classic invoice sent out. */
async function invoiced(options: Partial<MonetixSandboxOptions> = {}) {
  const test = rig(options);
  await test.sale('webmoney');
  const pay = () => test.post('/keeper/answer', { token: test.sandbox.payments()[0]?.token ?? '', answer: 'pay' });
  const told = () => test.merchant.received.map(({ operation }) => operation.status);
  return { ...test, pay, told };
}

/** A sandbox with one WebMoney Light purchase. */
async function redirected(options: Partial<MonetixSandboxOptions> = {}) {
  const test = rig(options);
  await test.sale('webmoney-light');
  const [payment] = test.sandbox.payments();
  const fields = { token: payment?.token ?? '', operation: String(payment?.operationId), lang: 'en' };
  const pay = () => test.post('/webmoney/answer', { ...fields, answer: 'success' });
  const told = () => test.merchant.received.map(({ operation }) => operation.status);
  return { ...test, pay, told };
}

describe('Monetix sandbox: the retry schedule', () => {
  it('makes six attempts 10 s apart, then waits longer and longer up to 4 h', () => {
    for (const attempts of [1, 2, 3, 4, 5]) expect(monetixRetryGapMs(attempts)).to.equal(10_000);
    expect(monetixRetryGapMs(6)).to.be.closeTo(84_049, 1);
    expect(monetixRetryGapMs(7)).to.be.closeTo(85_735, 1);
    expect(monetixRetryGapMs(67)).to.be.lessThan(4 * hourMs);
    for (const attempts of [68, 100, 119]) expect(monetixRetryGapMs(attempts)).to.equal(4 * hourMs);
    expect(monetixRetryGapMs(120)).to.be.undefined;
  });

  it('stays within 11 days', () => {
    const gaps = Array.from({ length: 119 }, (_, index) => monetixRetryGapMs(index + 1) ?? 0);
    const days = gaps.reduce((sum, gap) => sum + gap, 0) / (24 * hourMs);
    expect(days).to.be.within(10, 11);
  });

  it('repeats a callback until the answer is HTTP 200, and counts nothing else as delivered', async () => {
    const { sandbox, merchant, clock, told } = await invoiced();
    merchant.answers = [500, 204, 404, 0, 302];
    const times: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      clock.nowMs = sandbox.nextDueAtMs() ?? 0;
      times.push(clock.nowMs - startMs);
      expect(await sandbox.deliverDue()).to.equal(1);
    }
    expect(times).to.deep.equal([0, 10_000, 20_000, 30_000, 40_000, 50_000]);
    expect(new Set(told())).to.deep.equal(new Set(['awaiting customer action']));
    expect(sandbox.callbacks()[0]).to.include({ state: 'delivered', attempts: 6, lastAnswer: 200 });
    expect(await sandbox.deliverDue()).to.equal(0);
  });

  it('gives up after 120 attempts', async () => {
    const { sandbox, merchant, clock } = await invoiced({ invoiceDays: 30 });
    merchant.answers = Array.from({ length: 200 }, () => 500);
    while (sandbox.callbacks()[0]?.state === 'waiting') {
      clock.nowMs = sandbox.nextDueAtMs() ?? 0;
      await sandbox.deliverDue();
    }
    expect(sandbox.callbacks()[0]).to.include({ state: 'given up', attempts: 120 });
    expect(clock.nowMs - startMs).to.be.lessThan(11 * 24 * hourMs);
  });

  it('runs its clock faster when told to', async () => {
    const { sandbox, merchant } = await invoiced({ timeScale: 0.01 });
    merchant.answers = [500];
    await sandbox.deliverDue();
    expect(sandbox.nextDueAtMs()).to.equal(startMs + 100);
  });

  it('delivers by itself, on one timer', async () => {
    const { sandbox, timers, firstDue, told } = await invoiced();
    expect(timers.size).to.equal(1);
    const changed = new Promise<void>((resolve) => {
      const stop = sandbox.subscribe(() => {
        if (sandbox.callbacks()[0]?.state !== 'delivered') return;
        stop();
        resolve();
      });
    });
    firstDue()?.run();
    await changed;
    expect(told()).to.deep.equal(['awaiting customer action']);
    sandbox.close();
    expect(timers.size).to.equal(0);
  });

  it('repeats an earlier callback after a later one that went through', async () => {
    const { sandbox, merchant, clock, pay, told } = await invoiced();
    merchant.answers = [500];
    await sandbox.deliverDue();
    await pay();
    await sandbox.deliverDue();
    clock.nowMs += 10_000;
    await sandbox.deliverDue();
    expect(told()).to.deep.equal(['awaiting customer action', 'success', 'awaiting customer action']);
  });
});

describe('Monetix sandbox: faults', () => {
  it('sends every callback several times', async () => {
    const { sandbox, pay, told } = await invoiced({ faults: { duplicate: 3 } });
    await pay();
    expect(await sandbox.deliverDue()).to.equal(6);
    const waiting = 'awaiting customer action';
    expect(told()).to.deep.equal([waiting, waiting, waiting, 'success', 'success', 'success']);
  });

  it('delivers a waiting status after the result', async () => {
    const { sandbox, pay, told } = await invoiced({ faults: { reorder: true } });
    expect(await sandbox.deliverDue()).to.equal(0);
    await pay();
    await sandbox.deliverDue();
    expect(told()).to.deep.equal(['success', 'awaiting customer action']);
  });

  it('still brings redirect data in time, and again after the result', async () => {
    const { sandbox, pay, told } = await redirected({ faults: { reorder: true } });
    await sandbox.deliverDue();
    await pay();
    await sandbox.deliverDue();
    expect(told()).to.deep.equal(['awaiting redirect result', 'success', 'awaiting redirect result']);
  });

  it('lets held callbacks go when reordering is switched off', async () => {
    const { sandbox, told } = await invoiced({ faults: { reorder: true } });
    await sandbox.setFaults({ reorder: false });
    await sandbox.deliverDue();
    expect(told()).to.deep.equal(['awaiting customer action']);
  });

  it('delays callbacks', async () => {
    const { sandbox, clock } = await invoiced({ faults: { delayMs: 30_000 } });
    expect(await sandbox.deliverDue()).to.equal(0);
    expect(sandbox.nextDueAtMs()).to.equal(startMs + 30_000);
    clock.nowMs += 30_000;
    expect(await sandbox.deliverDue()).to.equal(1);
  });

  it('loses all callbacks for good', async () => {
    const { sandbox, clock, pay, status } = await invoiced({ faults: { lose: 'all' } });
    await pay();
    await sandbox.deliverDue();
    clock.nowMs += 24 * hourMs;
    expect(await sandbox.deliverDue()).to.equal(0);
    expect(sandbox.callbacks().map(({ state }) => state)).to.deep.equal(['lost', 'lost']);
    const asked = (await (await status('order-1')).json()) as { operations: { status: string }[] };
    expect(asked.operations[0]?.status).to.equal('success');
  });

  it('loses the next few, and counts down', async () => {
    const { sandbox, pay, told } = await invoiced({ faults: { lose: 1 } });
    await pay();
    await sandbox.deliverDue();
    expect(told()).to.deep.equal(['success']);
    expect(sandbox.faults().lose).to.equal(0);
  });

  it('loses only redirect data', async () => {
    const { sandbox, pay, told } = await redirected({ faults: { lose: 'redirect' } });
    await pay();
    await sandbox.deliverDue();
    expect(told()).to.deep.equal(['success']);
  });

  it('registers a sale but loses the receipt', async () => {
    const { sandbox, sale } = rig({ faults: { answerLost: true } });
    const answer = await sale('webmoney');
    expect([answer.status, await answer.text()]).to.deep.equal([500, '']);
    expect(sandbox.payments()).to.have.length(1);
    await sandbox.setFaults({ answerLost: false });
    expect((await sale('webmoney')).status).to.equal(400);
  });

  it('answers a receipt late, while the callback is already out', async () => {
    let answerNow = (_run: () => void) => {};
    const slow = new Promise<() => void>((resolve) => (answerNow = resolve));
    const setTimer = (run: () => void, delayMs: number) => {
      if (delayMs === 5000) answerNow(run);
    };
    const { sandbox, sale, merchant } = rig({ faults: { receiptDelayMs: 5000 }, setTimer, clearTimer: () => {} });
    const answered = sale('webmoney');
    const run = await slow;
    await sandbox.deliverDue();
    expect(merchant.received).to.have.length(1);
    run();
    expect((await answered).status).to.equal(200);
  });

  it('refuses a fault out of its range and keeps the present ones', async () => {
    const { sandbox } = rig({ faults: { duplicate: 2 } });
    for (const change of [
      { duplicate: 0 },
      { duplicate: 6 },
      { delayMs: -1 },
      { lose: 1.5 },
      { receiptDelayMs: NaN },
    ]) {
      let thrown: unknown;
      await sandbox.setFaults(change).catch((error: unknown) => (thrown = error));
      expect(thrown, JSON.stringify(change)).to.be.instanceOf(RangeError);
    }
    expect(sandbox.faults().duplicate).to.equal(2);
  });

  it('is switched by the form of the front page', async () => {
    const { post, sandbox } = rig();
    const fields = { duplicate: '2', delayMs: '50', receiptDelayMs: '0', loseCount: '3' };
    const answer = await post('/faults', { ...fields, lose: 'count', reorder: 'on' });
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/']);
    expect(sandbox.faults()).to.deep.equal({
      duplicate: 2,
      reorder: true,
      delayMs: 50,
      lose: 3,
      answerLost: false,
      receiptDelayMs: 0,
    });
    await post('/faults', { ...fields, lose: 'redirect', answerLost: 'on' });
    expect(sandbox.faults()).to.include({ lose: 'redirect', reorder: false, answerLost: true });
    expect((await post('/faults', { ...fields, duplicate: 'many' })).status).to.equal(400);
    expect(sandbox.faults().duplicate).to.equal(2);
  });
});
