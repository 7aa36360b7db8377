import { expect } from '@open-wc/testing';
import { createMonetixSandbox } from '../../src/sandbox/monetix.js';
import { base, rig, secret, wmid } from './monetix-rig.js';

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

describe('Monetix sandbox: stopped and started again', () => {
  it('goes on with payments, callbacks still due, ids and faults', async () => {
    const { storage } = memory();
    const first = rig({ storage, faults: { delayMs: 60_000 } });
    await first.sale('webmoney');
    first.sandbox.close();

    const second = rig({ storage });
    await second.sandbox.ready;
    expect(second.sandbox.payments()[0]).to.include({ paymentId: 'order-1', status: 'awaiting customer action', wmid });
    expect(second.sandbox.faults().delayMs).to.equal(60_000);
    expect(second.timers.size).to.equal(1);
    expect((await second.sale('webmoney')).status).to.equal(400);
    second.clock.nowMs += 60_000;
    expect(await second.sandbox.deliverDue()).to.equal(1);
    await second.sale('webmoney', { general: { payment_id: 'order-2' } });
    const ids = second.sandbox.payments().map(({ operationId }) => operationId);
    expect(new Set(ids).size).to.equal(2);
  });

  it('continues a retry where it stood', async () => {
    const { storage } = memory();
    const first = rig({ storage });
    await first.sale('webmoney');
    first.merchant.answers = [500];
    await first.sandbox.deliverDue();

    const second = rig({ storage });
    second.clock.nowMs += 10_000;
    await second.sandbox.deliverDue();
    expect(second.sandbox.callbacks()[0]).to.include({ state: 'delivered', attempts: 2 });
  });

  it('stores before it answers', async () => {
    const { storage, kept } = memory();
    const { sale } = rig({ storage });
    await sale('webmoney-light');
    expect(kept.text).to.contain('order-1');
  });

  it('forgets what belongs to projects it no longer has', async () => {
    const { storage } = memory();
    await rig({ storage }).sale('webmoney');
    const other = rig({ storage, projects: [{ id: 7, secret, name: 'Another', test: true }] });
    await other.sandbox.ready;
    expect(other.sandbox.payments()).to.be.empty;
    expect(other.sandbox.callbacks()).to.be.empty;
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
    const { sandbox, sale } = rig();
    let changes = 0;
    const stop = sandbox.subscribe(() => (changes += 1));
    await sale('webmoney');
    expect(changes).to.equal(1);
    stop();
    await sandbox.setFaults({ duplicate: 2 });
    expect(changes).to.equal(1);
  });

  it('hands out copies of its books', async () => {
    const { sandbox, sale } = rig();
    await sale('webmoney');
    const [payment] = sandbox.payments();
    if (payment) payment.status = 'success';
    expect(sandbox.payments()[0]?.status).to.equal('awaiting customer action');
  });

  it('does not start with options that cannot be right', () => {
    const start = (change: object) => () =>
      createMonetixSandbox({
        publicUrl: base,
        projects: [{ id: 1, secret, name: 'M', test: true, ...change }],
      }).close();
    expect(start({ websiteUrl: 'javascript:alert(1)' })).to.throw(TypeError);
    expect(start({ callbackUrl: '/hook' })).to.throw(TypeError);
    expect(start({ currencies: ['RUB'] })).to.throw(RangeError);
    expect(start({})).not.to.throw();
    expect(() => createMonetixSandbox({ publicUrl: 'nowhere', projects: [] })).to.throw(TypeError);
  });
});
