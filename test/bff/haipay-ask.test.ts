import { expect } from '@open-wc/testing';
import type { Attempt } from '../../src/bff/record.js';
import { haipaySigner } from '../../src/bff/providers/haipay-signature.js';
import type { HaipayOptions } from '../../src/bff/providers/haipay-options.js';
import { japanTimeMs, readSum } from '../../src/bff/providers/haipay-messages.js';
import { answering, APP_IDS, BASE_URL, BUSINESSES, envelope, errorAnswer } from './haipay-case.js';
import { ACCOUNTS, attempt, ORDER_ID, provider, waiting } from './haipay-case.js';

/** The document's sample of a query's answer, for our order. */
const SAMPLE = {
  orderId: ORDER_ID,
  orderNo: '6023042811314347',
  amount: '50000.00',
  actualAmount: '0.00',
  fee: '0.00',
  status: 1 as unknown,
};
const PAID = { ...SAMPLE, actualAmount: '50000.00', status: 2, payTime: '2026-11-21 14:05:00' };
const yen = (value: number) => ({ value, currency: 'JPY' });

async function asking(query: string | undefined, one: Attempt = waiting(), options: Partial<HaipayOptions> = {}) {
  const wire = answering(query === undefined ? {} : { query });
  return { answer: await provider({ fetch: wire.fetch, ...options }).ask(one), calls: wire.calls };
}

/** The message about a change of the sample. */
async function told(change: object, one: Attempt = waiting(), options: Partial<HaipayOptions> = {}) {
  const { answer } = await asking(await envelope({ ...SAMPLE, ...change }), one, options);
  return typeof answer === 'string' ? expect.fail(answer) : answer;
}

describe('haipay query', () => {
  it('is signed, of the attempt’s currency, and quicker with HaiPay’s own number', async () => {
    for (const currency of ['JPY', 'USD'] as const) {
      const one = waiting({ input: { currency }, ...(currency === 'USD' && { reference: '6023042811314347' }) });
      const { answer, calls } = await asking(await envelope(SAMPLE, currency), one);
      expect(answer).to.have.nested.property('outcome.type', 'pending');
      expect(calls[0]?.url).to.equal(`${BASE_URL}/${currency.toLowerCase()}/collect/query`);
      const { sign, ...body } = calls[0]?.body ?? {};
      expect(body).to.deep.equal({
        appId: APP_IDS[currency],
        orderId: ORDER_ID,
        ...(currency === 'USD' && { orderNo: '6023042811314347' }),
      });
      const { merchant, account } = BUSINESSES[currency];
      const haipay = haipaySigner({ ...account, publicKey: merchant.publicKey });
      expect(await haipay.verify({ ...(body as Record<string, string>), sign: sign as string })).to.equal(true);
    }
  });

  it('reads every status, as a number and as a string', async () => {
    const outcomes: [number, object, object][] = [
      [0, {}, { type: 'pending' }],
      [1, {}, { type: 'pending' }],
      [-1, {}, { type: 'pending' }],
      [2, PAID, { type: 'paid', paidAtMs: Date.parse('2026-11-21T05:05:00.000Z') }],
      [3, { errorMsg: 'Insufficient balance' }, { type: 'declined', code: 'declined' }],
      [4, { actualAmount: '200.00' }, { type: 'pending', received: yen(200) }],
      [5, { actualAmount: '50001' }, { type: 'paid', overpaid: true }],
      [6, {}, { type: 'pending' }],
      [22, {}, { type: 'pending' }],
    ];
    for (const [status, more, outcome] of outcomes) {
      for (const written of [status, String(status)]) {
        expect((await told({ ...more, status: written })).outcome, `status ${status}`).to.deep.equal(outcome);
      }
    }
    expect((await told({ status: undefined })).outcome).to.deep.equal({ type: 'pending' });
  });

  it('takes what was received for the sum, else what was asked for', async () => {
    expect((await told(PAID)).amount).to.deep.equal(yen(50_000));
    expect((await told({ ...PAID, actualAmount: '0.00' })).amount).to.deep.equal(yen(50_000));
    expect((await told({ ...PAID, actualAmount: undefined })).amount).to.deep.equal(yen(50_000));
    expect((await told({ ...PAID, actualAmount: '49999' })).amount).to.deep.equal(yen(49_999));
    expect((await told({ ...PAID, actualAmount: 'x', amount: '300.50' })).amount).to.equal(undefined);
    const { answer } = await asking(
      await envelope({ ...PAID, actualAmount: '499.99' }, 'USD'),
      waiting({ input: { currency: 'USD' } }),
    );
    expect(answer).to.have.deep.property('amount', { value: 49_999, currency: 'USD' });
  });

  it('keeps an error’s text only when it is a code, and knows the configured ones', async () => {
    const reason = async (errorMsg: string, options: Partial<HaipayOptions> = {}) =>
      (await told({ status: 3, errorMsg }, waiting(), options)).outcome;
    expect(await reason('E1001')).to.deep.equal({ type: 'declined', code: 'declined', providerCode: 'E1001' });
    expect(await reason('x'.repeat(400))).to.deep.equal({ type: 'declined', code: 'declined' });
    expect(await reason('<b>山田</b>')).to.deep.equal({ type: 'declined', code: 'declined' });
    const failures = { 'Order expired': 'timed-out' };
    expect(await reason('Order expired', { failures })).to.deep.equal({ type: 'declined', code: 'timed-out' });
  });

  it('leaves a failure to a person when a part of the money had come', async () => {
    const outcome = { type: 'doubtful', code: 'partly-paid' };
    expect((await told({ status: 3, actualAmount: '200.00' })).outcome).to.deep.equal(outcome);
  });

  it('keys the same event alike, however its sum is written', async () => {
    const { key, raw, reference } = await told({ ...PAID, amount: '50000', actualAmount: '50000' });
    expect(key).to.equal((await told(PAID)).key);
    expect(key).to.equal(`${ORDER_ID}/2/50000/2026-11-21 14:05:00`);
    expect(key).not.to.equal((await told(SAMPLE)).key);
    expect(reference).to.equal('6023042811314347');
    expect(JSON.parse(raw)).to.have.nested.property('data.orderId', ORDER_ID);
  });

  it('is unknown without a clear answer, for another order or without the currency', async () => {
    const right = await envelope(PAID);
    const changed = [undefined, '', '<html>', right.replace('50000', '50001'), await envelope(PAID, 'USD')];
    for (const answer of changed) expect((await asking(answer)).answer).to.equal('unknown');
    expect((await asking(await envelope({ ...PAID, orderId: 'M1' }))).answer).to.equal('unknown');
    expect((await asking(await envelope({ ...PAID, orderId: undefined }))).answer).to.equal('unknown');
    expect((await asking(right, waiting({ input: {} }))).answer).to.equal('unknown');
    const onlyYen = { accounts: { JPY: ACCOUNTS.JPY } };
    expect((await asking(right, waiting({ input: { currency: 'USD' } }), onlyYen)).answer).to.equal('unknown');
  });

  it('says not found by the configured codes, or by any error while none is known', async () => {
    const options = { notFoundErrors: ['404'] };
    expect((await asking(errorAnswer('404'), attempt(), options)).answer).to.equal('not-found');
    expect((await asking(errorAnswer('500'), attempt(), options)).answer).to.equal('unknown');
    expect((await asking(errorAnswer('500'), attempt())).answer).to.equal('not-found');
  });
});

describe('haipay order whose answer was lost', () => {
  const lost = { type: 'declined', code: 'provider-unavailable' };

  it('lets the buyer choose again while nothing has come for it', async () => {
    for (const status of [0, 1, -1, '1']) {
      expect((await told({ status }, attempt())).outcome).to.deep.equal(lost);
      expect((await told({ status }, attempt({ status: 'waiting' }))).outcome).to.deep.equal(lost);
    }
    const { key } = await told({}, attempt());
    expect(key).not.to.equal((await told({})).key);
  });

  it('is not taken for one whose buyer came back, gave up or paid a part', async () => {
    const pending = { type: 'pending' };
    expect((await told({}, attempt({ status: 'waiting', returned: 'success' }))).outcome).to.deep.equal(pending);
    const { nextAction: _, ...abandoned } = attempt({ status: 'abandoned' });
    expect((await told({}, abandoned)).outcome).to.deep.equal(pending);
    const part = { status: 4, actualAmount: '200' };
    expect((await told(part, attempt())).outcome).to.deep.equal({ type: 'pending', received: yen(200) });
    expect((await told(PAID, attempt())).outcome.type).to.equal('paid');
  });
});

describe('haipay sums and times', () => {
  it('are read from their digits', () => {
    const sum = (text: string | undefined, currency: 'JPY' | 'USD') => readSum(text, { currency })?.value;
    expect(sum('50000.00', 'JPY')).to.equal(50_000);
    expect(sum('300', 'JPY')).to.equal(300);
    expect(sum('300.5', 'JPY')).to.equal(undefined);
    expect(sum('0.99', 'USD')).to.equal(99);
    expect(sum('84.2', 'USD')).to.equal(8420);
    expect(sum('84.2000', 'USD')).to.equal(8420);
    expect(sum('84.205', 'USD')).to.equal(undefined);
    expect(sum('9999999999999.99', 'USD')).to.equal(999_999_999_999_999);
    for (const text of [undefined, '', '-1', '1e3', '1,000', ' 1', '.5', '1.', '１', '99999999999999']) {
      expect(sum(text, 'USD'), text).to.equal(undefined);
    }
  });

  it('are of Japan', () => {
    expect(japanTimeMs('2026-11-22 00:00:00')).to.equal(Date.parse('2026-11-21T15:00:00Z'));
    for (const text of [undefined, '', '2026-11-22', '2026-13-01 00:00:00', '2026-11-22T00:00:00Z']) {
      expect(japanTimeMs(text), text).to.equal(undefined);
    }
  });
});
