import { expect } from '@open-wc/testing';
import { ALL_METHODS, CURRENCIES, HAIPAY_METHODS } from '../../src/bff/providers/haipay-methods.js';
import type { HaipayOptions } from '../../src/bff/providers/haipay-options.js';
import { haipaySigner } from '../../src/bff/providers/haipay-signature.js';
import type { Start } from '../../src/bff/provider.js';
import { answering, attempt, BASE_URL, BUSINESSES, envelope, errorAnswer, NOW_MS } from './haipay-case.js';
import { ACCOUNTS, APP_IDS, offer, ORDER_ID, provider, start } from './haipay-case.js';

const DATA = { orderId: ORDER_ID, orderNo: '6023071013539074', payUrl: 'https://pay.example/1L9zQS2' };
const SESSION_END = '2026-11-21T06:00:00.000Z';

/** Starts with an answer to the application. */
async function starting(apply: string | undefined, change: Partial<Start> = {}, options: Partial<HaipayOptions> = {}) {
  const wire = answering(apply === undefined ? {} : { apply });
  const outcome = await provider({ fetch: wire.fetch, ...options }).start(start(change));
  return { outcome, calls: wire.calls };
}

describe('haipay application', () => {
  for (const currency of CURRENCIES) {
    for (const method of ALL_METHODS) {
      it(`is posted as documented: ${method} in ${currency}`, async () => {
        const { payType, rows } = HAIPAY_METHODS[method];
        const one = attempt({ method: `haipay:${method}`, input: { currency } });
        const amount = { value: 1050, currency };
        const { outcome, calls } = await starting(await envelope(DATA, currency), { attempt: one, amount });
        expect(outcome.type).to.equal('started');
        const [call] = calls;
        expect(call?.url).to.equal(`${BASE_URL}/${currency.toLowerCase()}/collect/apply`);
        const { sign, ...body } = call?.body ?? {};
        expect(body).to.deep.equal({
          appId: APP_IDS[currency],
          orderId: ORDER_ID,
          name: 'Hanako Yamada',
          phone: '09230219312',
          email: '23423@qq.com',
          amount: currency === 'JPY' ? '1050' : '10.50',
          payType,
          inBankCode: rows[currency].inBankCode,
          callBackUrl: 'https://shop.example/ok',
          callBackFailUrl: 'https://shop.example/ng',
          notifyUrl: 'https://bff.example/haipay/notify',
          partnerUserId: '149597870',
        });
        const { merchant, account } = BUSINESSES[currency];
        const haipay = haipaySigner({ ...account, publicKey: merchant.publicKey });
        expect(await haipay.verify({ ...(body as Record<string, string>), sign: sign as string })).to.equal(true);
        expect(call?.init).to.deep.include({ method: 'POST', redirect: 'error' });
      });
    }
  }

  it('carries names in any script, what the buyer answered and what is configured', async () => {
    const input = { currency: 'JPY', name: '김민수 สมชาย 花子', phone: '+819012345678', email: 'a@b.jp' };
    const { calls } = await starting(
      await envelope(DATA),
      { customer: { id: 'u' }, attempt: attempt({ input }) },
      { sendNotifyUrl: false, subject: ({ order }) => `Order ${order.id}`, baseUrl: 'https://interface.example/' },
    );
    expect(calls[0]?.url).to.equal('https://interface.example/jpy/collect/apply');
    expect(calls[0]?.body).to.deep.include({ name: input.name, phone: input.phone, subject: 'Order order-1' });
    expect(calls[0]?.body).not.to.have.property('notifyUrl');
    const family = { formatName: (first: string, last: string) => `${last}${first}` };
    const customer = { ...offer().customer, firstName: '花子', lastName: '山田' };
    const named = await starting(await envelope(DATA), { customer }, family);
    expect(named.calls[0]?.body['name']).to.equal('山田花子');
  });

  it('is not made for a sum out of the limits, another currency or what can’t be sent', async () => {
    const refused = async (change: Partial<Start>, options: Partial<HaipayOptions> = {}) => {
      const { outcome, calls } = await starting(await envelope(DATA), change, options);
      expect(calls).to.have.length(0);
      return outcome.type === 'refused' ? outcome.code : outcome.type;
    };
    expect(await refused({ amount: { value: 299, currency: 'JPY' } })).to.equal('amount-too-low');
    expect(await refused({ amount: { value: 150_001, currency: 'JPY' } })).to.equal('amount-too-high');
    expect(await refused({ amount: { value: 198, currency: 'USD' } })).to.equal('amount-too-low');
    expect(await refused({ amount: { value: 300, currency: 'EUR' } })).to.equal('currency');
    const onlyYen = { accounts: { JPY: ACCOUNTS.JPY } };
    expect(await refused({ amount: { value: 300, currency: 'USD' } }, onlyYen)).to.equal('currency');
    expect(await refused({ attempt: attempt({ method: 'haipay:paypay' }) })).to.equal('method-unknown');
    expect(await refused({ attempt: attempt({ id: 'a'.repeat(49) }) })).to.equal('order-id-invalid');
    expect(await refused({ customer: { id: 'u' } })).to.equal('input-missing');
    expect(await refused({ customer: { ...offer().customer, id: 'u+1' } })).to.equal('partner-user-id-invalid');
  });

  it('that is answered with an error is refused, with our code where it is known', async () => {
    const refusal = async (error: string, options: Partial<HaipayOptions> = {}) =>
      (await starting(errorAnswer(error), {}, options)).outcome;
    expect(await refusal('10001001')).to.deep.equal({
      type: 'refused',
      code: 'provider-refused',
      providerCode: '10001001',
    });
    expect(await refusal('a sentence')).to.deep.equal({ type: 'refused', code: 'provider-refused' });
    expect(await refusal('constructor')).to.deep.equal({ type: 'refused', code: 'provider-refused' });
    const options = { failures: { E7: 'limit-exceeded' }, duplicateErrors: ['E8'] };
    expect(await refusal('E7', options)).to.have.property('code', 'limit-exceeded');
    expect(await refusal('E8', options)).to.deep.equal({ type: 'unknown' });
    const asNumbers = JSON.stringify({ status: 0, error: 17, msg: 'no' });
    expect((await starting(asNumbers)).outcome).to.have.property('providerCode', '17');
  });

  it('without a clear answer is unknown', async () => {
    const right = await envelope(DATA);
    const answers: Record<string, string | undefined> = {
      'no network': undefined,
      'not JSON': '<html>',
      empty: '',
      'no envelope': '{}',
      'a list': '[]',
      'yes and no': right.replace('"error":"00000000"', '"error":"00000001"'),
      'an odd status': right.replace('"status":"1"', '"status":"2"'),
      'not signed': right.replace(/"sign":"[^"]*",/, ''),
      'a wrong signature': right.replace('1L9zQS2', '1L9zQS3'),
      'a field more': right.replace('"data":{', '"data":{"bankNo":"1",'),
      'signed by the other account': await envelope(DATA, 'USD'),
      'another order': await envelope({ ...DATA, orderId: 'M1' }),
      'no data': JSON.stringify({ status: '1', error: '00000000', msg: '', data: null }),
    };
    for (const [what, answer] of Object.entries(answers)) {
      expect((await starting(answer)).outcome, what).to.deep.equal({ type: 'unknown' });
    }
    const down = answering({ apply: errorAnswer('1') }, 503);
    expect(await provider({ fetch: down.fetch }).start(start())).to.deep.equal({ type: 'unknown' });
  });

  it('is given up after the time it may take', async () => {
    const hang = (_url: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true }),
      );
    expect(await provider({ fetch: hang, fetchTimeoutMs: 1 }).start(start())).to.deep.equal({ type: 'unknown' });
  });

  it('takes the envelope in numbers, and fields nobody knows when they are signed', async () => {
    const data = `{"orderId":"${ORDER_ID}","payUrl":"${DATA.payUrl}","big":9007199254740993123,"rate":1.50,"x":true}`;
    const answer = (await envelope(data)).replace('"status":"1","error":"00000000"', '"status":1,"error":0');
    expect((await starting(answer)).outcome.type).to.equal('started');
  });

  it('says until when, from the start of the attempt or by the session', async () => {
    const deadline = async (options: Partial<HaipayOptions>) => {
      const { outcome } = await starting(await envelope(DATA), {}, options);
      return outcome.type === 'started' && outcome.nextAction.type === 'konbini' && outcome.nextAction.deadline;
    };
    expect(await deadline({})).to.equal(SESSION_END);
    const days = { validFor: { konbini: 3 * 1440, redirect: 5 } };
    expect(await deadline(days)).to.equal(new Date(NOW_MS + 3 * 86_400_000).toISOString());
  });
});
