import { expect } from '@open-wc/testing';
import { createHaipaySandbox } from '../../src/sandbox/haipay.js';
import { ACCOUNTS, BUSINESSES, pem, provider as haipayProvider } from '../bff/haipay-case.js';
import { CUSTOMER, ordered, paid, pay, press, refund, refused, shopView, usd, yen } from './buyer.js';
import type { PayWay } from './buyer.js';
import { ourSums, path, sessionsOf } from './sums.js';
import { Town } from './town.js';

const PAID: readonly [PayWay, (value: number) => { value: number; currency: string }][] = [
  ['light', usd],
  ['classic', usd],
  ['alipay', yen],
  ['webmoney', yen],
];

describe('money: refunds that must not be', () => {
  for (const [way, money] of PAID) {
    path(`two full refunds of a ${way} payment at once: one is made`, async (town) => {
      await paid(town, way, money(8420));
      const other = town.boot();
      const answers = await Promise.all([
        town.shop('/orders/order-1/refunds', {}),
        town.shop('/orders/order-1/refunds', {}),
        other.post('/orders/order-1/refunds', {}, { Authorization: 'Bearer key-of-the-shop', 'Idempotency-Key': 'o' }),
      ]);
      expect(answers.filter(({ status }) => status === 201)).to.have.length(1);
      await town.pass(60);
      expect(await refused(town)).to.equal('refund-exceeds-rest');
      if (way !== 'webmoney') expect((await shopView(town)).status).to.equal('refunded');
    });

    path(`larger than what is left, zero, negative, half, another currency: ${way}`, async (town) => {
      await paid(town, way, money(8420));
      expect(await refused(town, money(8421))).to.equal('refund-exceeds-rest');
      expect(await refused(town, money(0))).to.equal('request-invalid');
      expect(await refused(town, money(-1))).to.equal('request-invalid');
      expect(await refused(town, money(0.5))).to.equal('request-invalid');
      expect(await refused(town, { value: 100, currency: 'EUR' })).to.equal('currency-not-allowed');
      expect((await shopView(town)).refunds).to.deep.equal([]);
    });

    path(`an order of ${way} that is not paid, has expired, or does not exist`, async (town) => {
      const id = await ordered(town, 'order-1', money(8420));
      expect(await refused(town)).to.equal('order-not-paid');
      await press(town, id, way);
      expect(await refused(town)).to.equal('order-not-paid');
      await town.days(4);
      expect((await shopView(town)).status).to.equal('expired');
      expect(await refused(town)).to.equal('order-not-paid');
      expect(await refused(town, undefined, 'order-2')).to.equal('order-not-found');
    });
  }

  path('the same key again gives the same refund; with another sum it is refused', async (town) => {
    await paid(town, 'alipay', yen(8420));
    const first = await refund(town, yen(420), 'order-1', 'one-key');
    const again = await Promise.all([1, 2, 3].map(() => refund(town, yen(420), 'order-1', 'one-key')));
    for (const one of again) expect(one).to.deep.equal(first);
    const other = await town.shop('/orders/order-1/refunds', { amount: yen(421) }, 'one-key');
    expect(other.status).to.equal(422);
    expect(town.sbps.payments()[0]?.refunds).to.have.length(1);
  });

  path('an order paid twice: each payment only once, and only when it is named', async (town) => {
    const tabs = [await ordered(town, 'order-1', yen(500)), await ordered(town, 'order-1', yen(500))];
    for (const id of tabs) await press(town, id, 'alipay');
    for (const id of tabs) await pay(town, id, 'alipay');
    expect(await refused(town)).to.equal('payment-ambiguous');
    const attempts = await Promise.all(tabs.map((id) => town.till.attempt(id)));
    for (const attempt of attempts) {
      const answer = await town.shop('/orders/order-1/refunds', { attempt });
      expect(answer.status, answer.text).to.equal(201);
      expect((await town.shop('/orders/order-1/refunds', { attempt })).status).to.equal(422);
    }
    expect(town.sbps.books().map(({ refunded }) => refunded)).to.deep.equal([500, 500]);
  });

  it('a payment through the Japan Payment API, which has no refunds: refund-not-supported', async () => {
    const { account, merchant, haipay } = BUSINESSES.JPY;
    const others = [
      haipayProvider({
        accounts: ACCOUNTS,
        baseUrl: 'https://haipay.example',
        redirectHosts: ['haipay.example'],
        fetch: (url, init) => sandbox(new Request(url, init)),
      }),
    ];
    const town = new Town({ others });
    const [merchantPublicKey, privateKey] = [
      await pem(merchant.publicKey, 'PUBLIC'),
      await pem(haipay.privateKey, 'PRIVATE'),
    ];
    const { appId, secret } = account;
    const sandbox = createHaipaySandbox({
      publicUrl: 'https://haipay.example',
      merchants: [{ appId, currency: 'JPY', secret, merchantPublicKey, privateKey }],
      now: town.clock.now,
      setTimer: () => 0,
      clearTimer: () => undefined,
      fetch: (request) => town.till.bff(request),
    });
    const customer = { ...CUSTOMER, phone: '+81 90-1234' };
    const order = { id: 'order-1', returnUrl: 'https://shop.example/thanks' };
    const { id } = await town.read<{ id: string }>('/sessions', { order, amount: yen(500), customer });
    await town.till.confirm(id, { method: 'haipay:merpay' });
    const session = await town.till.session(id);
    if (session.status !== 'pending' || session.nextAction.type !== 'redirect') return expect.fail(session.status);
    const body = new URLSearchParams({ answer: 'approve' });
    await sandbox(new Request(session.nextAction.url, { method: 'POST', body }));
    await sandbox.deliverDue();
    expect((await town.till.session(id)).status).to.equal('succeeded');
    expect(await refused(town)).to.equal('refund-not-supported');
    expect(await shopView(town)).to.not.have.property('refundable');
    expect((await shopView(town)).refunds).to.deep.equal([]);
    expect(ourSums(await sessionsOf(town))).to.deep.equal({ 'haipay JPY in': 500 });
  });
});
