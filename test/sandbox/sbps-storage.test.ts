import { expect } from '@open-wc/testing';
import { createSbpsSandbox } from '../../src/sandbox/sbps.js';
import { answerIn, base, heading, merchant, rig, walletPage } from './sbps-rig.js';

function memory() {
  const kept: { text: string | undefined } = { text: undefined };
  const save = (text: string) => {
    kept.text = text;
    return Promise.resolve();
  };
  return { kept, storage: { load: () => Promise.resolve(kept.text), save } };
}

describe('SBPS sandbox: stopped and started again', () => {
  it('goes on with a payment at the wallet, within the same ten minutes', async () => {
    const { storage } = memory();
    const first = rig({ storage });
    const { path, app } = await walletPage(first, 'gcash');
    first.sandbox.close();

    const second = rig({ storage });
    second.clock.nowMs += 599_000;
    await second.post(app, { answer: 'approve' });
    expect(heading(await second.page(path))).to.equal('Paid');
    expect(second.shop.received).to.have.length(1);
    expect((await second.request()).status).to.equal(400);

    const third = rig({ storage });
    await third.sandbox.ready;
    expect(third.payment()).to.include({ status: 'paid', told: 'ok', wallet: 'gcash' });
  });

  it('goes on with notifications that are still due, and with the faults', async () => {
    const { storage } = memory();
    const first = rig({ storage, faults: { delayMs: 60_000 } });
    await answerIn(first, 'approve');
    first.sandbox.close();

    const second = rig({ storage });
    await second.sandbox.ready;
    expect(second.sandbox.faults().delayMs).to.equal(60_000);
    expect(second.timers.size).to.equal(1);
    second.clock.nowMs += 60_000;
    expect(await second.sandbox.deliverDue()).to.equal(1);
    expect(second.payment().told).to.equal('ok');
  });

  it('lets a payment expire whose time ran out meanwhile', async () => {
    const { storage } = memory();
    const path = await rig({ storage }).open();
    const second = rig({ storage });
    second.clock.nowMs += 600_000;
    expect(heading(await second.page(path))).to.equal('Time is up');
  });

  it('stores before it answers', async () => {
    const { storage, kept } = memory();
    await rig({ storage }).open();
    expect(kept.text).to.contain('ORDER-0001');
  });

  it('forgets what belongs to merchants it no longer has', async () => {
    const { storage } = memory();
    await answerIn(rig({ storage }), 'approve');
    const other = rig({ storage, merchants: [{ ...merchant, serviceId: '777' }] });
    await other.sandbox.ready;
    expect(other.sandbox.payments()).to.be.empty;
    expect(other.sandbox.notices()).to.be.empty;
  });

  it('refuses a state it does not know, loudly', async () => {
    for (const text of ['not JSON', '{"version":2}']) {
      const { kept, storage } = memory();
      kept.text = text;
      let thrown: unknown;
      await rig({ storage })
        .send('/')
        .catch((error: unknown) => (thrown = error));
      expect(thrown).to.be.instanceOf(Error);
    }
  });

  it('tells whoever watches of every change, and stops when asked to', async () => {
    const { sandbox, open } = rig();
    let changes = 0;
    const stop = sandbox.subscribe(() => (changes += 1));
    await open();
    expect(changes).to.equal(1);
    stop();
    await sandbox.setFaults({ duplicate: 2 });
    expect(changes).to.equal(1);
  });

  it('hands out copies of its books', async () => {
    const { sandbox, open } = rig();
    await open();
    const [payment] = sandbox.payments();
    if (payment) payment.status = 'paid';
    expect(sandbox.payments()[0]?.status).to.equal('open');
  });

  it('does not start with options that cannot be right', () => {
    const start = (change: object) => () =>
      createSbpsSandbox({ publicUrl: base, merchants: [{ ...merchant, ...change }] }).close();
    expect(start({ merchantId: '1' })).to.throw(RangeError);
    expect(start({ serviceId: '1' })).to.throw(RangeError);
    expect(start({ hashKey: '' })).to.throw(RangeError);
    expect(start({ wallets: ['paypay'] })).to.throw(RangeError);
    expect(start({})).not.to.throw();
    expect(() => createSbpsSandbox({ publicUrl: 'nowhere', merchants: [] })).to.throw(TypeError);
    expect(() => createSbpsSandbox({ publicUrl: base, merchants: [], faults: { duplicate: 9 } })).to.throw(RangeError);
  });
});
