import { expect } from '@open-wc/testing';
import { RefundRefusal } from '../../src/bff/refund-port.js';
import { FakeProvider } from './fake-provider.js';
import { refundIn, RefundTill, usd } from './refund-case.js';
import { API_KEY, Clock, codeOf, Till } from './till.js';

let till: RefundTill;
beforeEach(() => {
  till = new RefundTill();
});

describe('POST /orders/{orderId}/refunds', () => {
  it('gives the whole payment back when no sum is named', async () => {
    const { id, attempt } = await till.paidOrder();
    const answer = await till.refund({ reason: 'broken cup' });
    expect(answer.status).to.equal(201);
    const refund = refundIn(answer);
    expect(refund).to.include({ session: id, attempt, method: 'fake:page', status: 'pending', origin: 'shop' });
    expect(refund.amount).to.deep.equal(usd(8420));
    expect(till.refunds.starts[0]).to.deep.include({ id: refund.id, reason: 'broken cup', paid: usd(8420) });
    expect((await till.session(id)).status).to.equal('succeeded');
    const [made] = till.refunds.operations;
    if (made) made.status = 'succeeded';
    if (made) await till.tell(made);
    expect((await till.session(id)).status).to.equal('refunded');
    expect(await till.order()).to.deep.include({ status: 'refunded', refundable: usd(0) });
  });

  it('takes an empty body for the whole payment', async () => {
    await till.paidOrder();
    expect(refundIn(await till.refund('')).amount).to.deep.equal(usd(8420));
  });

  it('gives parts back, and shows how much', async () => {
    till.refunds.go = 'done';
    const { id } = await till.paidOrder();
    const first = refundIn(await till.refund({ amount: usd(1000) }));
    expect(first).to.include({ status: 'succeeded', reference: 'R9' });
    await till.refund({ amount: usd(420) });
    const session = await till.session(id);
    expect(session).to.deep.include({ status: 'partiallyRefunded', refunded: usd(1420), method: 'fake:page' });
    expect((await till.order()).refundable).to.deep.equal(usd(7000));
    expect(codeOf(await till.refund({ amount: usd(7001) }))).to.equal('refund-exceeds-rest');
    await till.refund();
    expect((await till.session(id)).status).to.equal('refunded');
    expect(codeOf(await till.refund())).to.equal('refund-exceeds-rest');
    expect(till.refunds.sum(first.attempt)).to.equal(8420);
  });

  it('leaves the payment paid when the provider declines, and says why', async () => {
    till.refunds.go = 'declined';
    const { id } = await till.paidOrder();
    expect(refundIn(await till.refund())).to.include({ status: 'declined', code: 'declined', providerCode: '50' });
    expect((await till.session(id)).status).to.equal('succeeded');
    till.refunds.go = 'done';
    expect(refundIn(await till.refund()).status).to.equal('succeeded');
  });

  it('has its effect once for one key', async () => {
    await till.paidOrder();
    const first = await till.refund({ amount: usd(10) }, { key: 'k' });
    const again = await till.refund({ amount: usd(10) }, { key: 'k' });
    expect([again.status, refundIn(again).id]).to.deep.equal([201, refundIn(first).id]);
    expect(codeOf(await till.refund({ amount: usd(11) }, { key: 'k' }))).to.equal('idempotency-key-reused');
    expect(till.refunds.starts).to.have.length(1);
  });

  it('needs a key, and the shop’s', async () => {
    await till.paidOrder();
    const shop = { Authorization: `Bearer ${API_KEY}` };
    expect(codeOf(await till.post('/orders/order-1/refunds', {}, shop))).to.equal('idempotency-key-missing');
    const key = { 'Idempotency-Key': 'k' };
    expect(codeOf(await till.post('/orders/order-1/refunds', {}, key))).to.equal('unauthorized');
  });

  it('makes one of two full refunds that come at once', async () => {
    const { attempt } = await till.paidOrder();
    const answers = await Promise.all([till.refund(), till.refund(), till.refund({}, { key: 'x' })]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([201, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(codeOf)).to.deep.equal(
      Array(2).fill('refund-in-progress'),
    );
    expect(till.refunds.sum(attempt, ['pending'])).to.equal(8420);
  });

  it('makes one of two with the same key at two processes at once', async () => {
    await till.paidOrder();
    const other = new RefundTill({ clock: till.clock, store: till.store, provider: till.provider });
    const answers = await Promise.all([till, other].map((one) => one.refund({}, { key: 'k' })));
    expect(new Set(answers.map((answer) => refundIn(answer).id))).to.have.length(1);
    expect(till.refunds.starts).to.have.length(1);
  });

  for (const [what, body, code] of [
    ['zero', { amount: usd(0) }, 'request-invalid'],
    ['a negative sum', { amount: usd(-1) }, 'request-invalid'],
    ['a fraction of a cent', { amount: usd(0.5) }, 'request-invalid'],
    ['more than was paid', { amount: usd(8421) }, 'refund-exceeds-rest'],
    ['another currency', { amount: { value: 100, currency: 'EUR' } }, 'currency-not-allowed'],
    ['an unknown payment', { attempt: 'nobody' }, 'request-invalid'],
    ['a reason with a line break', { reason: 'a\nb' }, 'request-invalid'],
  ] as const) {
    it(`refuses ${what}`, async () => {
      await till.paidOrder();
      expect(codeOf(await till.refund(body))).to.equal(code);
      expect(till.refunds.starts).to.have.length(0);
    });
  }

  it('refuses an unpaid, a pending and an expired order, and one that is not there', async () => {
    expect(codeOf(await till.refund())).to.equal('order-not-found');
    const { id } = await till.pending();
    expect(codeOf(await till.refund())).to.equal('order-not-paid');
    till.clock.pass(3600);
    expect((await till.session(id)).status).to.equal('expired');
    expect(codeOf(await till.refund())).to.equal('order-not-paid');
  });

  for (const code of ['refund-too-late', 'refund-not-supported', 'amount-not-allowed'] as const) {
    it(`passes on the provider’s ${code}, and shows nothing to give back`, async () => {
      till.refunds.rules = () => {
        throw new RefundRefusal(code);
      };
      await till.paidOrder();
      expect(codeOf(await till.refund())).to.equal(code);
      expect(await till.order()).not.to.have.property('refundable');
    });
  }

  it('refuses what a provider without refunds was paid', async () => {
    await till.paidOrder();
    delete till.provider.refunds;
    expect(codeOf(await till.refund())).to.equal('refund-not-supported');
    expect(await till.order()).not.to.have.property('refundable');
  });

  it('needs to know which of two payments is meant', async () => {
    till.refunds.go = 'done';
    const { id, attempt } = await till.pending();
    await till.cancel(id, 'attempt');
    await till.confirm(id);
    const second = await till.attempt(id);
    await till.paid(second);
    await till.paid(attempt);
    expect((await till.session(id)).status).to.equal('needsAttention');
    expect(codeOf(await till.refund())).to.equal('payment-ambiguous');
    expect(refundIn(await till.refund({ attempt })).attempt).to.equal(attempt);
    expect(await till.order()).to.deep.include({ status: 'needsAttention', refundable: usd(8420) });
    await till.refund({ attempt: second });
    expect((await till.session(id)).status).to.equal('refunded');
  });

  it('gives back what came in late, in part or too much', async () => {
    till.refunds.go = 'done';
    const { id, attempt } = await till.pending();
    await till.paid(attempt, { value: 9000, outcome: { type: 'paid', overpaid: true } });
    expect(codeOf(await till.refund({ amount: usd(9001) }))).to.equal('refund-exceeds-rest');
    await till.refund({ amount: usd(580) });
    expect(await till.session(id)).to.deep.include({ status: 'partiallyRefunded', refunded: usd(580) });

    const late = await till.pending({ order: { id: 'late', returnUrl: 'https://shop.example/' } });
    const part = { type: 'pending', received: usd(300) } as const;
    await till.webhook({ attempt: late.attempt, key: 'part', outcome: part });
    expect(codeOf(await till.refund({}, { order: 'late' }))).to.equal('order-not-paid');
    await till.declined(late.attempt);
    expect((await till.session(late.id)).status).to.equal('needsAttention');
    expect(refundIn(await till.refund({}, { order: 'late' })).amount).to.deep.equal(usd(300));
    expect((await till.session(late.id)).status).to.equal('refunded');
  });

  it('lets nobody pay an order again that was given back', async () => {
    till.refunds.go = 'done';
    await till.paidOrder();
    await till.refund();
    expect(codeOf(await till.create())).to.equal('order-exists');
  });

  it('logs no more than what happened', async () => {
    const { id, attempt } = await till.paidOrder();
    const refund = refundIn(await till.refund({ reason: 'for Hanako' }));
    const logged = JSON.stringify(till.logged);
    expect(logged).to.contain('refund-start');
    for (const secret of [id, attempt, refund.id, 'Hanako', 'buyer-7']) expect(logged).not.to.contain(secret);
  });
});

describe('a refund that the shop makes by hand', () => {
  const manual = {
    instruction: 'sbps-admin-tool',
    requestBy: '2027-02-28',
    closesOn: '2026-11-25',
    paidOn: '2026-11-27',
  };

  beforeEach(async () => {
    till.refunds.rules = () => ({ type: 'manual', manual });
    await till.paidOrder();
  });

  it('is written down with what to do, and counts as on its way', async () => {
    const refund = refundIn(await till.refund({ amount: usd(8000) }));
    expect(refund).to.deep.include({ status: 'manual', manual });
    expect(till.refunds.starts).to.have.length(0);
    expect(codeOf(await till.refund({ amount: usd(421) }))).to.equal('refund-exceeds-rest');
    expect(refundIn(await till.refund({ amount: usd(420) })).status).to.equal('manual');
  });

  it('is over when the shop says so, once', async () => {
    const { id } = refundIn(await till.refund());
    expect(codeOf(await till.settle(id, 'perhaps'))).to.equal('request-invalid');
    const settled = await till.settle(id, 'succeeded');
    expect([settled.status, refundIn(settled).status]).to.deep.equal([200, 'succeeded']);
    expect((await till.order()).status).to.equal('refunded');
    expect((await till.settle(id, 'succeeded')).status).to.equal(200);
    expect(codeOf(await till.settle(id, 'declined'))).to.equal('refund-settled');
  });

  it('can be asked for again when it was not made', async () => {
    const { id } = refundIn(await till.refund());
    expect(refundIn(await till.settle(id, 'declined'))).to.include({ status: 'declined', code: 'settled-by-shop' });
    expect(refundIn(await till.refund()).status).to.equal('manual');
  });

  it('is found only in its order', async () => {
    const { id } = refundIn(await till.refund());
    expect(codeOf(await till.settle('nobody', 'succeeded'))).to.equal('refund-not-found');
    expect(codeOf(await till.settle(id, 'succeeded', 'order-2'))).to.equal('order-not-found');
  });

  it('is not settled by the shop while the provider knows better', async () => {
    till.refunds.rules = () => ({ type: 'provider' });
    const { id } = refundIn(await till.refund());
    expect(codeOf(await till.settle(id, 'succeeded'))).to.equal('refund-in-progress');
  });
});

describe('GET /orders', () => {
  it('lists the newest first, page by page, and tears no instant apart', async () => {
    const clock = new Clock();
    const shop = new RefundTill({ clock, provider: new FakeProvider(clock.now) });
    for (const name of ['a', 'b', 'c', 'd']) {
      await shop.open({ order: { id: name, returnUrl: 'https://shop.example/' } });
      if (name !== 'b') clock.pass(1);
    }
    const page = async (query: string) => {
      const { sessions, next } = JSON.parse((await shop.shop(`/orders${query}`)).text) as {
        sessions: { orderId: string; purpose: string; refunds: [] }[];
        next?: string;
      };
      return [sessions.map(({ orderId }) => orderId).join(''), next] as const;
    };
    expect(await page('')).to.deep.equal(['dcba', undefined]);
    const [first, next] = await page('?limit=2');
    expect(first).to.equal('dcb');
    expect(await page(`?limit=2&before=${next}`)).to.deep.equal(['a', undefined]);
    expect(await page('?limit=4')).to.deep.equal(['dcba', undefined]);
  });

  it('refuses a limit or a cursor that is none, and whoever is not the shop', async () => {
    for (const query of ['limit=0', 'limit=201', 'limit=x', 'before=', 'before=-1']) {
      expect(codeOf(await till.shop(`/orders?${query}`)), query).to.equal('request-invalid');
    }
    expect(codeOf(await new Till().call('/orders'))).to.equal('unauthorized');
  });
});
