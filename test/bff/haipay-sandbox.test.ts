import { expect } from '@open-wc/testing';
import type { NextAction } from '../../src/contract/next-action.js';
import { ALL_METHODS, CURRENCIES } from '../../src/bff/providers/haipay-methods.js';
import type { HaipayCurrency, HaipayMethod } from '../../src/bff/providers/haipay-methods.js';
import type { HaipayOptions } from '../../src/bff/providers/haipay-options.js';
import type { HaipayMerchant } from '../../src/sandbox/haipay-merchant.js';
import type { HaipaySandboxOptions } from '../../src/sandbox/haipay-options.js';
import { createHaipaySandbox, type HaipaySandbox } from '../../src/sandbox/haipay.js';
import { ACCOUNTS, BUSINESSES, pem, provider } from './haipay-case.js';
import { Clock, Till } from './till.js';

const SANDBOX = 'https://haipay.example';
const CUSTOMER = {
  id: 'buyer-7',
  firstName: '花子',
  lastName: '山田',
  email: 'hanako@example.jp',
  phone: '+81 90-1234',
};

const merchants = await Promise.all(
  CURRENCIES.map(async (currency): Promise<HaipayMerchant> => {
    const { account, merchant, haipay } = BUSINESSES[currency];
    const [merchantPublicKey, privateKey] = [
      await pem(merchant.publicKey, 'PUBLIC'),
      await pem(haipay.privateKey, 'PRIVATE'),
    ];
    return { appId: account.appId, currency, secret: account.secret, merchantPublicKey, privateKey };
  }),
);

/** A BFF and the sandbox, each the other's network; time is a number. */
class Street extends Till {
  readonly sandbox: HaipaySandbox;

  constructor(options: Partial<HaipayOptions> = {}, sandboxed: Partial<HaipaySandboxOptions> = {}) {
    const clock = new Clock();
    const fetch = (url: string, init: RequestInit) => this.sandbox(new Request(url, init));
    const haipay = provider({
      accounts: ACCOUNTS,
      baseUrl: SANDBOX,
      redirectHosts: ['haipay.example'],
      fetch,
      ...options,
    });
    super({ clock, options: { providers: [haipay] } });
    this.sandbox = createHaipaySandbox({
      publicUrl: SANDBOX,
      merchants,
      now: clock.now,
      setTimer: () => 0,
      clearTimer: () => undefined,
      fetch: (request) => this.bff(request),
      ...sandboxed,
    });
  }

  /** A session whose buyer has chosen a method. */
  async chosen(method: HaipayMethod, value = 500, currency: HaipayCurrency = 'JPY') {
    const id = await this.open({ amount: { value, currency }, customer: CUSTOMER });
    await this.confirm(id, { method: `haipay:${method}` });
    return { id, action: await this.step(id) };
  }

  async step(id: string): Promise<NextAction> {
    const session = await this.session(id);
    return session.status === 'pending' ? session.nextAction : expect.fail(session.status);
  }

  async form(path: string, fields: Record<string, string>): Promise<string> {
    const body = new URLSearchParams(fields);
    const answer = await this.sandbox(new Request(new URL(path, SANDBOX), { method: 'POST', body }));
    expect(answer.status, path).to.be.below(400);
    return answer.headers.get('location') ?? '';
  }

  /** Does at the provider's side what the buyer was told to do. */
  async pay(action: NextAction): Promise<void> {
    const [waiting] = this.sandbox.waiting();
    const acting = new URL(waiting?.url ?? SANDBOX).searchParams;
    if (action.type === 'redirect') await this.form(action.url, { answer: 'approve' });
    else if (action.type === 'konbini') {
      const numbers = { number: acting.get('number') ?? '', second: acting.get('second') ?? '' };
      await this.form(await this.form('/counter', numbers), { answer: 'pay' });
    } else if (action.type === 'bankTransfer') {
      const account = action.accountNumber ?? '';
      const { amount = 0, currency } = this.sandbox.payments()[0] ?? {};
      await this.form('/bank', { account, amount: currency === 'JPY' ? String(amount) : (amount / 100).toFixed(2) });
    } else expect.fail(action.type);
    await this.sandbox.deliverDue();
  }
}

describe('haipay against the sandbox', () => {
  for (const currency of CURRENCIES) {
    for (const method of ALL_METHODS) {
      it(`is paid: ${method} in ${currency}`, async () => {
        const street = new Street();
        const { id, action } = await street.chosen(method, 500, currency);
        await street.pay(action);
        const { orderNo } = street.sandbox.payments()[0] ?? expect.fail('no order');
        const paidAt = new Date(street.clock.ms).toISOString();
        expect(await street.session(id)).to.deep.include({ status: 'succeeded', reference: orderNo, paidAt });
        expect(street.sandbox.notices()[0]?.state).to.equal('delivered');
      });

      it(`ends unpaid when its time runs out: ${method} in ${currency}`, async () => {
        const street = new Street();
        const { id } = await street.chosen(method, 500, currency);
        const { token } = street.sandbox.payments()[0] ?? expect.fail('no order');
        await street.form('/expire', { token });
        await street.sandbox.deliverDue();
        const session = await street.session(id);
        expect(session).to.have.nested.property('lastFailure.code', 'declined');
        expect(session.status).to.equal('open');
      });
    }
  }

  it('is declined by a wallet, by its owner or for the sum', async () => {
    for (const [value, answer] of [
      [500, 'decline'],
      [40_000, 'approve'],
      [40_400, 'approve'],
    ] as const) {
      const street = new Street();
      const { id, action } = await street.chosen('merpay', value);
      if (action.type !== 'redirect') return expect.fail(action.type);
      await street.form(action.url, { answer });
      await street.sandbox.deliverDue();
      expect(await street.session(id)).to.have.nested.property('lastFailure.code', 'declined');
    }
  });

  it('waits for what is confirmed later', async () => {
    const street = new Street();
    const { id, action } = await street.chosen('au-pay');
    if (action.type !== 'redirect') return expect.fail(action.type);
    await street.form(action.url, { answer: 'later' });
    street.clock.pass(30);
    expect(await street.session(id)).to.have.property('status', 'pending');
    const { token } = street.sandbox.payments()[0] ?? expect.fail('no order');
    await street.form('/confirm', { token, answer: 'yes' });
    await street.sandbox.deliverDue();
    expect(await street.session(id)).to.have.property('status', 'succeeded');
  });

  for (const notifyAmount of ['this-time', 'total'] as const) {
    it(`is paid in three parts, the last one too large, when news tells ${notifyAmount}`, async () => {
      const street = new Street({}, { notifyAmount });
      const { id, action } = await street.chosen('gmo-aozora');
      if (action.type !== 'bankTransfer') return expect.fail(action.type);
      expect(action.bank).to.equal('GMOあおぞらネット銀行');
      const account = action.accountNumber ?? '';
      for (const received of [200, 400]) {
        await street.form('/bank', { account, amount: '200' });
        await street.sandbox.deliverDue();
        expect(await street.step(id)).to.deep.include({ received: { value: received, currency: 'JPY' } });
        street.clock.pass(60);
      }
      await street.form('/bank', { account, amount: notifyAmount === 'total' ? '100' : '300' });
      await street.sandbox.deliverDue();
      const session = await street.session(id);
      expect(session.status).to.equal('succeeded');
      const more = notifyAmount === 'total' ? undefined : { value: 700, currency: 'JPY' };
      expect(session.status === 'succeeded' && session.received).to.deep.equal(more);
    });
  }

  it('shows what an answer brings, under the configured names', async () => {
    const numberFields = { receiptNo: 'お客様番号', confirmNo: '確認番号' };
    const street = new Street(
      { numberFields, walletStep: 'qr' },
      {
        answers: {
          'konbini-lawson': { payUrl: 'payUrl', receiptNo: 'number', confirmNo: 'secondNumber' },
          'au-pay': { payUrl: 'payUrl', qrCode: 'qrCode' },
          merpay: {},
        },
        extraFields: { trace: 'x=1&y', serial: 17, live: false },
        statusAs: 'string',
      },
    );
    const konbini = await street.chosen('konbini-lawson');
    const [first, second] = street.sandbox.payments()[0]?.numbers ?? [];
    expect(konbini.action).to.have.deep.property('numbers', [
      { label: 'お客様番号', value: first },
      { label: '確認番号', value: second },
    ]);
    const { action } = await street.chosen('au-pay');
    if (action.type !== 'qr') return expect.fail(action.type);
    expect(await street.form('/wallet', { payload: action.payload })).to.equal(new URL(action.payUrl ?? '').pathname);
    const nothing = await street.chosen('merpay');
    expect(nothing.action).to.deep.equal({ type: 'wait' });
    street.clock.pass(30);
    expect(await street.session(nothing.id)).to.have.nested.property('lastFailure.code', 'provider-unavailable');
  });

  it('withstands news that is early, fivefold, late, lost or contradicted', async () => {
    const early = new Street({}, { faults: { notifyBeforeAnswer: true, duplicate: 5 } });
    const id = await early.open({ amount: { value: 500, currency: 'JPY' }, customer: CUSTOMER });
    await early.confirm(id, { method: 'haipay:konbini-lawson' });
    expect(await early.session(id)).to.have.property('status', 'succeeded');

    const lost = new Street({}, { faults: { lose: 'all' } });
    const unheard = await lost.chosen('konbini-seven-eleven');
    await lost.pay(unheard.action);
    expect(await lost.session(unheard.id)).to.have.property('status', 'pending');
    lost.clock.pass(30);
    expect(await lost.session(unheard.id)).to.have.property('status', 'succeeded');

    for (const [queryContradicts, status] of [
      ['behind', 'succeeded'],
      ['opposite', 'needsAttention'],
    ] as const) {
      const street = new Street({}, { faults: { queryContradicts } });
      const one = await street.chosen('merpay');
      await street.pay(one.action);
      expect(await street.session(one.id), queryContradicts).to.have.property('status', status);
    }
  });

  it('lets the buyer choose again after a lost answer', async () => {
    const street = new Street({}, { faults: { answerLost: true } });
    const { id, action } = await street.chosen('konbini-ministop');
    expect(action).to.deep.equal({ type: 'wait' });
    await street.sandbox.setFaults({ answerLost: false });
    street.clock.pass(16);
    expect(await street.session(id)).to.have.nested.property('lastFailure.code', 'provider-unavailable');
    await street.confirm(id, { method: 'haipay:konbini-ministop' });
    const [, again] = street.sandbox.payments();
    expect(again?.status).to.equal(0);
    expect(await street.step(id)).to.have.property('type', 'konbini');
  });

  it('sends again what never arrived', async () => {
    let down = true;
    const street: Street = new Street({
      fetch: (url, init) => (down ? Promise.reject(new TypeError('network')) : street.sandbox(new Request(url, init))),
    });
    const { id, action } = await street.chosen('konbini-familymart');
    expect(action).to.deep.equal({ type: 'wait' });
    down = false;
    street.clock.pass(16);
    expect(await street.step(id)).to.have.property('type', 'konbini');
    expect(street.sandbox.payments().map(({ orderId }) => orderId)).to.deep.equal([await street.attempt(id)]);
  });

  it('believes nothing that is signed wrongly', async () => {
    const street = new Street();
    const { id, action } = await street.chosen('merpay');
    await street.sandbox.setFaults({ wrongSignature: 'all' });
    await street.pay(action);
    street.clock.pass(30);
    expect(await street.session(id)).to.have.property('status', 'pending');
    await street.sandbox.setFaults({ wrongSignature: 'none' });
    street.clock.pass(300);
    await street.sandbox.deliverDue();
    expect(await street.session(id)).to.have.property('status', 'succeeded');
  });

  it('is refused with a wrong secret', async () => {
    const accounts = { JPY: { ...ACCOUNTS.JPY, secret: 'another' } };
    const street = new Street({ accounts, failures: { '9003': 'provider-unavailable' } });
    const id = await street.open({ amount: { value: 500, currency: 'JPY' }, customer: CUSTOMER });
    await street.confirm(id, { method: 'haipay:au-pay' });
    expect(await street.session(id)).to.have.deep.property('lastFailure', {
      method: 'haipay:au-pay',
      code: 'provider-unavailable',
      providerCode: '9003',
    });
  });
});
