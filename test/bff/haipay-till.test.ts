import { expect } from '@open-wc/testing';
import { ACCOUNTS, APP_IDS, envelope, notice, provider, signed } from './haipay-case.js';
import { Clock, sessionOf, Till } from './till.js';

const CUSTOMER = {
  id: 'buyer-7',
  firstName: '花子',
  lastName: '山田',
  email: 'hanako@example.jp',
  phone: '090-1234-5678',
};
const NO_MONEY = { amount: '300.00', actualAmount: '0.00', status: 1 };

/** A BFF with HaiPay behind it; what HaiPay knows of the one order is `books`. */
class HaipayTill extends Till {
  /** Fields of the query's answer; undefined when HaiPay can't be reached. */
  books: Record<string, unknown> | undefined = NO_MONEY;
  /** Fields of the application's answer; undefined when it is lost. */
  page: Record<string, unknown> | undefined = { payUrl: 'https://pay.example/1', bankNo: '0012345' };
  /** Awaited before the application is answered. */
  beforeAnswer: (orderId: string) => Promise<unknown> = () => Promise.resolve();
  readonly applied: string[] = [];
  readonly asked: string[] = [];

  constructor() {
    const clock = new Clock();
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const { orderId } = JSON.parse(init.body as string) as { orderId: string };
      const isApply = url.endsWith('/apply');
      (isApply ? this.applied : this.asked).push(orderId);
      if (isApply) await this.beforeAnswer(orderId);
      const fields = isApply ? this.page : this.books;
      if (!fields) throw new TypeError('network');
      return new Response(await envelope({ orderId, orderNo: '6', ...fields }));
    };
    super({ clock, options: { providers: [provider({ accounts: ACCOUNTS, fetch })] } });
  }

  /** A session whose buyer has chosen a method. */
  async chosen(method = 'haipay:gmo-aozora'): Promise<{ id: string; attempt: string }> {
    const id = await this.open({ amount: { value: 300, currency: 'JPY' }, customer: CUSTOMER });
    await this.confirm(id, { method });
    return { id, attempt: await this.attempt(id) };
  }

  /** A notification, and what HaiPay says when asked about it. */
  async notify(orderId: string, change: object, currency: 'JPY' | 'USD' = 'JPY') {
    const text = await signed(JSON.stringify(notice({ orderId, orderNo: '6', ...change })), currency);
    return this.call('/webhooks/haipay', { method: 'POST', body: text });
  }
}

const paid = (amount: string) => ({ status: 2, amount, payTime: '2026-11-21 14:30:00' });
const books = (status: number, actualAmount: string) => ({ ...NO_MONEY, status, actualAmount });

describe('haipay behind the BFF', () => {
  it('pays by a transfer in two parts', async () => {
    const till = new HaipayTill();
    const { id, attempt } = await till.chosen();
    expect(await till.session(id)).to.have.nested.property('nextAction.accountNumber', '0012345');
    till.books = books(4, '100.00');
    expect((await till.notify(attempt, { status: 4, amount: '100' })).text).to.equal('SUCCESS');
    expect(await till.session(id)).to.have.nested.property('nextAction.received.value', 100);
    till.books = books(2, '300.00');
    await till.notify(attempt, paid('200'));
    expect(await till.session(id)).to.deep.include({ status: 'succeeded', reference: '6' });
  });

  for (const [what, times] of [
    ['', ['2026-11-21 14:30:00', '2026-11-21 14:40:00']],
    [', where neither says when it came', [undefined, undefined]],
  ] as const) {
    it(`counts two equal parts as two${what}`, async () => {
      const till = new HaipayTill();
      const { id, attempt } = await till.chosen();
      for (const [part, payTime] of times.entries()) {
        till.books = books(4, `${part + 1}00.00`);
        await till.notify(attempt, { status: 4, amount: '100', payTime });
      }
      expect(await till.session(id)).to.have.nested.property('nextAction.received.value', 200);
    });
  }

  it('is paid, with what came too much told', async () => {
    const till = new HaipayTill();
    const { id, attempt } = await till.chosen();
    till.books = books(5, '500.00');
    await till.notify(attempt, { status: 5, amount: '500' });
    expect(await till.session(id)).to.deep.include({ status: 'succeeded', received: { value: 500, currency: 'JPY' } });
  });

  it('takes the same news five times and out of order once', async () => {
    const till = new HaipayTill();
    const { id, attempt } = await till.chosen();
    till.books = undefined;
    const part = { status: 4, amount: '100', payTime: '2026-11-21 14:20:00' };
    await till.notify(attempt, paid('300'));
    const { rev } = await till.record(id);
    for (let times = 0; times < 5; times += 1) {
      expect((await till.notify(attempt, paid('300.00'))).text).to.equal('SUCCESS');
      expect((await till.notify(attempt, part)).text).to.equal('SUCCESS');
    }
    expect(await till.session(id)).to.have.property('status', 'succeeded');
    expect((await till.record(id)).rev).to.equal(rev);
  });

  it('hears of a payment before the application is answered', async () => {
    const till = new HaipayTill();
    till.books = books(2, '300.00');
    till.beforeAnswer = (orderId) => till.notify(orderId, paid('300'));
    const { id } = await till.chosen('haipay:au-pay');
    expect(await till.session(id)).to.have.property('status', 'succeeded');
  });

  it('leaves a paid order that the query calls failed to a person', async () => {
    const till = new HaipayTill();
    const { id, attempt } = await till.chosen('haipay:konbini-lawson');
    till.books = books(3, '0.00');
    await till.notify(attempt, paid('300'));
    expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'contradicting-message' });
  });

  it('leaves dollars where yen are meant to a person', async () => {
    const till = new HaipayTill();
    const { id, attempt } = await till.chosen('haipay:konbini-lawson');
    till.books = undefined;
    await till.notify(attempt, { ...paid('3.00'), appId: APP_IDS.USD, currency: 'USD' }, 'USD');
    expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'amount-mismatch' });
  });

  it('asks when no news comes, and tells a decline', async () => {
    const till = new HaipayTill();
    const { id } = await till.chosen('haipay:merpay');
    till.clock.pass(11);
    expect(await till.session(id)).to.have.property('status', 'pending');
    till.books = { ...NO_MONEY, status: 3, errorMsg: 'E1001' };
    till.clock.pass(30);
    expect(await till.session(id)).to.have.deep.property('lastFailure', {
      method: 'haipay:merpay',
      code: 'declined',
      providerCode: 'E1001',
    });
  });

  it('does not take a buyer who came back for one who has nothing to do', async () => {
    const till = new HaipayTill();
    const { id, attempt } = await till.chosen('haipay:merpay');
    const back = await till.call(`/returns/haipay?attempt=${attempt}&hint=success`);
    expect(back.status).to.equal(303);
    till.clock.pass(6);
    expect(await till.session(id)).to.deep.include({ status: 'pending', nextAction: { type: 'wait' } });
    till.books = { ...books(2, '300.00'), payTime: '2026-11-21 14:30:00' };
    till.clock.pass(30);
    expect(await till.session(id)).to.have.property('status', 'succeeded');
  });

  it('lets the buyer choose again when the answer was lost, and takes late money all the same', async () => {
    const till = new HaipayTill();
    till.page = undefined;
    const { id, attempt } = await till.chosen('haipay:konbini-lawson');
    expect(await till.session(id)).to.deep.include({ status: 'pending', nextAction: { type: 'wait' } });
    till.clock.pass(16);
    expect(await till.session(id)).to.have.nested.property('lastFailure.code', 'provider-unavailable');
    expect(till.applied).to.deep.equal([attempt]);
    till.page = { payUrl: 'https://pay.example/2' };
    const again = sessionOf(await till.confirm(id, { method: 'haipay:konbini-lawson' }));
    expect(again).to.have.nested.property('nextAction.payUrl', 'https://pay.example/2');
    till.books = undefined;
    await till.notify(attempt, paid('300'));
    expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'paid-other-attempt' });
  });

  it('is not sent a person’s name or number to log', async () => {
    const till = new HaipayTill();
    const { attempt } = await till.chosen('haipay:merpay');
    await till.notify(attempt, paid('300'));
    const log = JSON.stringify(till.logged);
    for (const secret of ['花子', 'hanako', '090', 'secret-JPY']) expect(log).not.to.contain(secret);
  });
});
