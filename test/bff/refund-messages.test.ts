import { expect } from '@open-wc/testing';
import type { FakeOperation } from './fake-refunds.js';
import { refundIn, RefundTill, usd } from './refund-case.js';
import { codeOf } from './till.js';

const DAY_SECONDS = 86_400;
let till: RefundTill;
let attempt: string;
beforeEach(async () => {
  till = new RefundTill();
  ({ attempt } = await till.paidOrder());
});

const listed = async () => (await till.order()).refunds;
const states = async () => (await listed()).map(({ status, origin, amount }) => `${status} ${origin} ${amount.value}`);
const operation = (): FakeOperation => {
  const last = till.refunds.operations.at(-1);
  if (!last) throw new Error('nothing was asked for');
  return last;
};
const become = (status: FakeOperation['status']) => Object.assign(operation(), { status });

describe('a message about a refund', () => {
  it('counts once, however often it comes', async () => {
    await till.refund({ amount: usd(1000) });
    const made = become('succeeded');
    for (let time = 0; time < 5; time += 1) expect((await till.tell(made)).status).to.equal(200);
    expect(await states()).to.deep.equal(['succeeded shop 1000']);
    expect((await till.order()).status).to.equal('partiallyRefunded');
  });

  it('may come before the one that came before it', async () => {
    await till.refund();
    const made = become('succeeded');
    await till.tell(made);
    await till.tell(made, 'pending');
    expect(await states()).to.deep.equal(['succeeded shop 8420']);
  });

  it('may come before the answer to the request', async () => {
    till.refunds.end = 'succeeded';
    till.refunds.duringStart = async () => void (await till.tell(operation()));
    const refund = refundIn(await till.refund());
    expect(refund.status).to.equal('succeeded');
    expect(await states()).to.deep.equal(['succeeded shop 8420']);
    expect((await till.order()).status).to.equal('refunded');
  });

  it('tells what became of one whose answer was lost', async () => {
    till.refunds.go = 'lost';
    expect(refundIn(await till.refund()).status).to.equal('starting');
    await till.tell(become('succeeded'));
    expect(await states()).to.deep.equal(['succeeded shop 8420']);
  });

  it('says why it was declined, and the rest can be given back again', async () => {
    await till.refund();
    await till.tell(become('declined'));
    expect((await listed())[0]).to.include({ status: 'declined', code: 'declined', providerCode: '51' });
    expect(await till.order()).to.deep.include({ status: 'succeeded', refundable: usd(8420) });
    expect(refundIn(await till.refund()).status).to.equal('pending');
  });

  it('calls a person when it takes back what it said', async () => {
    await till.refund();
    const made = become('succeeded');
    await till.tell(made);
    await till.tell(made, 'declined');
    expect(await states()).to.deep.equal(['succeeded shop 8420']);
    expect(await till.order()).to.include({ status: 'needsAttention', code: 'contradicting-message' });
  });

  it('calls a person when money moved that was said not to', async () => {
    await till.refund();
    const made = become('declined');
    await till.tell(made);
    await till.tell(made, 'succeeded');
    expect(await states()).to.deep.equal(['succeeded shop 8420']);
    expect(await till.order()).to.include({ status: 'needsAttention', code: 'contradicting-message' });
  });

  it('is written down when nobody here asked for it', async () => {
    await till.tell(till.refunds.make(attempt, usd(700), 'pending'));
    await till.tell(till.refunds.make(attempt, usd(20), 'declined'));
    expect(await states()).to.deep.equal(['pending provider 700']);
    expect(codeOf(await till.refund())).to.equal('refund-in-progress');
    const [first] = till.refunds.operations;
    if (first) await till.tell(Object.assign(first, { status: 'succeeded' }));
    expect(await till.order()).to.deep.include({ status: 'partiallyRefunded', refundable: usd(7720) });
  });

  it('is not taken for ours when its sum is another', async () => {
    await till.refund({ amount: usd(1000) });
    await till.tell(till.refunds.make(attempt, usd(300), 'succeeded'));
    expect(await states()).to.deep.equal(['pending shop 1000', 'succeeded provider 300']);
  });

  it('calls a person when more was given back than came in', async () => {
    till.refunds.go = 'done';
    await till.refund({ amount: usd(8000) });
    await till.tell(till.refunds.make(attempt, usd(421), 'succeeded'));
    expect(await till.order()).to.deep.include({
      status: 'needsAttention',
      code: 'refunded-too-much',
      refundable: usd(0),
    });
  });

  it('counts what was really given back', async () => {
    await till.refund({ amount: usd(1000) });
    await till.tell(Object.assign(become('succeeded'), { amount: usd(990) }));
    expect(await states()).to.deep.equal(['succeeded shop 990']);
    expect(await till.order()).to.include({ status: 'needsAttention', code: 'refund-mismatch' });
  });

  it('calls a person when it speaks of another currency', async () => {
    await till.tell(till.refunds.make(attempt, { value: 100, currency: 'EUR' }, 'succeeded'));
    expect(await till.order()).to.include({ status: 'needsAttention', code: 'refund-mismatch' });
  });

  it('is kept when its payment is not known, and when it names no sum', async () => {
    expect((await till.tell(till.refunds.make('nobody', usd(1), 'succeeded'))).status).to.equal(200);
    await till.refund();
    const { refund, key } = till.refunds.message(become('succeeded'));
    const { amount: _amount, requestId: _requestId, ...nameless } = refund;
    const outcome = { type: 'pending' } as const;
    await till.webhook({ attempt, key, outcome, refund: { ...nameless, operation: 'odd' } });
    expect(await states()).to.deep.equal(['pending shop 8420']);
  });

  it('may come before the payment is known', async () => {
    const { id, attempt: early } = await till.pending({ order: { id: 'early', returnUrl: 'https://shop.example/' } });
    await till.tell(till.refunds.make(early, usd(9000), 'succeeded'));
    expect((await till.session(id)).status).to.equal('pending');
    await till.paid(early);
    expect(await till.order('early')).to.include({ status: 'needsAttention', code: 'refunded-too-much' });
  });

  it('goes to the request that it names, also when another looked like it', async () => {
    delete till.refunds.ask;
    // The first was made, and so says the shop before the provider does.
    till.refunds.go = 'lost';
    const first = refundIn(await till.refund({ amount: usd(10) }));
    const firstMade = become('succeeded');
    await till.settle(first.id, 'succeeded');
    // The message of the second overtakes its answer.
    till.refunds.go = 'accepted';
    till.refunds.duringStart = async () => void (await till.tell(become('succeeded')));
    const second = refundIn(await till.refund({ amount: usd(10) }));
    expect(second.status).to.equal('pending');
    await till.tell(firstMade);
    expect(await states()).to.deep.equal(['succeeded shop 10', 'pending shop 10']);
    await till.sweeps(1, DAY_SECONDS);
    expect(refundIn(await till.settle(second.id, 'succeeded')).status).to.equal('succeeded');
    expect(till.refunds.sum(attempt)).to.equal(20);
  });
});

describe('asking about a refund', () => {
  it('finds the one whose answer was lost after it was made, and never sends it again', async () => {
    till.refunds.go = 'lost';
    await till.refund();
    become('succeeded');
    await till.sweeps(1, 9);
    expect(till.refunds.asks).to.equal(0);
    await till.sweeps(1, 7);
    expect(await states()).to.deep.equal(['succeeded shop 8420']);
    await till.sweeps(5, 3600);
    expect([till.refunds.asks, till.refunds.starts.length]).to.deep.equal([1, 1]);
    await till.tell(operation());
    expect(await states()).to.deep.equal(['succeeded shop 8420']);
  });

  it('goes on ever more seldom while it is pending', async () => {
    await till.refund();
    await till.sweeps(60, 60);
    expect(till.refunds.asks).to.be.within(8, 14);
    become('succeeded');
    await till.sweeps(1, 600);
    expect(await states()).to.deep.equal(['succeeded shop 8420']);
  });

  for (const go of ['down', 'throw'] as const) {
    it(`leaves it to the shop after a day without a trace (${go})`, async () => {
      till.refunds.go = go;
      const { id } = refundIn(await till.refund());
      await till.sweeps(23, 3600);
      expect(await states()).to.deep.equal(['starting shop 8420']);
      expect(codeOf(await till.refund())).to.equal('refund-in-progress');
      await till.sweeps(2, 3600);
      expect(await states()).to.deep.equal(['unknown shop 8420']);
      expect(till.refunds.starts).to.have.length(1);
      expect(codeOf(await till.refund())).to.equal('refund-in-progress');
      expect(refundIn(await till.settle(id, 'declined')).status).to.equal('declined');
      till.refunds.go = 'done';
      expect(refundIn(await till.refund()).status).to.equal('succeeded');
    });
  }

  for (const go of ['unknown', 'throw'] as const) {
    it(`concludes nothing from a provider that gives no clear answer (${go})`, async () => {
      till.refunds.go = 'lost';
      till.refunds.asksGo = go;
      await till.refund();
      become('succeeded');
      await till.sweeps(50, 3600);
      expect(await states()).to.deep.equal(['starting shop 8420']);
      till.refunds.asksGo = 'well';
      await till.sweeps(1, 3600);
      expect(await states()).to.deep.equal(['succeeded shop 8420']);
    });
  }

  it('finds what was made in the provider’s tool beside it', async () => {
    await till.refund({ amount: usd(1000) });
    till.refunds.make(attempt, usd(200), 'succeeded');
    await till.sweeps(1, 60);
    expect(await states()).to.deep.equal(['pending shop 1000', 'succeeded provider 200']);
  });

  it('is not done by two processes at once', async () => {
    till.refunds.go = 'lost';
    await till.refund();
    const other = new RefundTill({ clock: till.clock, store: till.store, provider: till.provider });
    till.clock.pass(20);
    await Promise.all([till.bff.sweep(), other.bff.sweep(), till.bff.sweep()]);
    expect(till.refunds.asks).to.equal(1);
  });
});

describe('a refund at a provider that can not be asked', () => {
  beforeEach(() => {
    delete till.refunds.ask;
  });

  it('is unknown at once without a clear answer, and settled by the shop', async () => {
    till.refunds.go = 'lost';
    const refund = refundIn(await till.refund());
    expect(refund.status).to.equal('unknown');
    expect(refundIn(await till.settle(refund.id, 'succeeded')).status).to.equal('succeeded');
    expect((await till.order()).status).to.equal('refunded');
  });

  it('is unknown after a day when it was taken and nothing is heard', async () => {
    await till.refund();
    await till.sweeps(1, DAY_SECONDS - 60);
    expect(await states()).to.deep.equal(['pending shop 8420']);
    await till.sweeps(1, 60);
    expect(await states()).to.deep.equal(['unknown shop 8420']);
    await till.tell(become('succeeded'));
    expect(await states()).to.deep.equal(['succeeded shop 8420']);
  });
});
