import { expect } from '@open-wc/testing';
import { merchants, rig } from './haipay-rig.js';

function memory() {
  const kept: { text: string | undefined } = { text: undefined };
  return {
    kept,
    storage: {
      load: () => Promise.resolve(kept.text),
      save: (text: string) => {
        kept.text = text;
        return Promise.resolve();
      },
    },
  };
}

describe('HaiPay sandbox: stopped and started again', () => {
  it('goes on with orders, money received, notifications still due, numbers and faults', async () => {
    const { storage } = memory();
    const first = await rig({ storage, faults: { delayMs: 60_000 } });
    await first.apply('gmo-aozora');
    await first.transfer('300');
    first.sandbox.close();

    const second = await rig({ storage });
    await second.sandbox.ready;
    expect(second.payment()).to.include({ status: 4, received: 300, account: first.payment().account });
    expect(second.sandbox.faults().delayMs).to.equal(60_000);
    expect(second.timers.size).to.equal(1);
    expect((await second.apply('gmo-aozora')).error).to.equal('9006');
    await second.transfer('200');
    second.clock.nowMs += 60_000;
    expect(await second.sandbox.deliverDue()).to.equal(2);
    expect(second.told()).to.deep.equal([4, 2]);
    await second.apply('au-pay', { orderId: 'order-2' });
    const orderNos = second.sandbox.payments().map(({ orderNo }) => orderNo);
    expect(new Set(orderNos).size).to.equal(2);
    const ids = second.sandbox.notices().map(({ id }) => id);
    expect(new Set(ids).size).to.equal(2);
  });

  it('continues a repetition where it stood', async () => {
    const { storage } = memory();
    const first = await rig({ storage });
    await first.apply('au-pay');
    await first.inWallet('approve');
    first.merchant.replies = ['no'];
    await first.sandbox.deliverDue();

    const second = await rig({ storage });
    second.clock.nowMs += 5 * 60_000;
    await second.sandbox.deliverDue();
    expect(second.sandbox.notices()[0]).to.include({ state: 'delivered', attempts: 2 });
  });

  it('keeps a slip that is printed', async () => {
    const { storage } = memory();
    const first = await rig({ storage });
    await first.apply('konbini-lawson');
    await first.ringUp();
    const second = await rig({ storage });
    await second.sandbox.ready;
    await second.atRegister('pay');
    expect(second.payment().status).to.equal(2);
  });

  it('stores before it answers', async () => {
    const { storage, kept } = memory();
    const { apply } = await rig({ storage });
    await apply('merpay');
    expect(kept.text).to.contain('order-1').and.not.contain('PRIVATE');
  });

  it('forgets what belongs to merchants it no longer has', async () => {
    const { storage } = memory();
    const first = await rig({ storage });
    await first.apply('au-pay');
    await first.inWallet('approve');
    const [, usd] = await merchants();
    const other = await rig({ storage, merchants: usd ? [usd] : [] });
    await other.sandbox.ready;
    expect([other.sandbox.payments(), other.sandbox.notices()]).to.deep.equal([[], []]);
  });

  it('refuses a state it does not know, loudly', async () => {
    for (const text of ['not JSON', '{"version":2}']) {
      const { kept, storage } = memory();
      kept.text = text;
      const { send } = await rig({ storage });
      let thrown: unknown;
      await send('/').catch((error: unknown) => (thrown = error));
      expect(thrown).to.be.instanceOf(Error);
    }
  });

  it('tells whoever watches of every change, and stops when asked to', async () => {
    const { sandbox, apply } = await rig();
    let changes = 0;
    const stop = sandbox.subscribe(() => (changes += 1));
    await apply('au-pay');
    expect(changes).to.equal(1);
    stop();
    await sandbox.setFaults({ duplicate: 2 });
    expect(changes).to.equal(1);
  });

  it('hands out copies of its books', async () => {
    const { sandbox, apply, payment } = await rig();
    await apply('au-pay');
    const [order] = sandbox.payments();
    if (order) order.status = 2;
    expect(payment().status).to.equal(0);
  });
});
