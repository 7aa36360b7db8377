import { expect } from '@open-wc/testing';
import { answering, APP_IDS, envelope, errorAnswer, notice, ORDER_ID, provider, receive } from './haipay-case.js';
import { receiveText, refusalOf, signed } from './haipay-case.js';

const yen = (value: number) => ({ value, currency: 'JPY' });
const right = JSON.stringify(notice());
/** A notification and a query that says otherwise. */
async function both(told: object, asked: object) {
  const { fetch, calls } = answering({ query: await envelope({ orderId: ORDER_ID, ...asked }) });
  return { messages: await receive({ ...told }, { fetch }), calls };
}

describe('haipay notifications', () => {
  it('are answered SUCCESS once stored', async () => {
    const { messages, reply } = await receiveText(await signed(right));
    const [message] = messages;
    expect(message?.outcome).to.deep.equal({ type: 'paid', paidAtMs: Date.parse('2026-11-21T05:05:00Z') });
    expect(message).to.deep.include({ attemptId: ORDER_ID, reference: '6023071013539074', amount: yen(300) });
    const answer = reply();
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('content-type')).to.match(/^text\/plain/);
    expect(await answer.text()).to.equal('SUCCESS');
  });

  it('tell every status, as a number and as a string', async () => {
    const types = {
      '-1': 'pending',
      '0': 'pending',
      '1': 'pending',
      '2': 'paid',
      '3': 'declined',
      '4': 'pending',
      '5': 'paid',
    };
    for (const [status, type] of Object.entries(types)) {
      for (const written of [status, Number(status)]) {
        expect((await receive({ status: written }))[0]?.outcome.type, status).to.equal(type);
      }
    }
    expect((await receive({ status: 4 }))[0]?.outcome).to.deep.equal({ type: 'pending', received: yen(300) });
    expect((await receive({ status: 5 }))[0]?.outcome).to.have.property('overpaid', true);
    expect((await receive({ status: 7 }))[0]?.outcome).to.deep.equal({ type: 'pending' });
  });

  it('of dollars are verified with their own key', async () => {
    const dollars = { appId: APP_IDS.USD, currency: 'USD', amount: '3.00' };
    expect((await receive(dollars))[0]?.amount).to.deep.equal({ value: 300, currency: 'USD' });
    const refused = async (change: object) =>
      refusalOf(await signed(JSON.stringify(notice({ ...dollars, ...change })), 'JPY'));
    expect(await refused({})).to.deep.equal(['signature-invalid', 400]);
    expect(await refused({ appId: APP_IDS.JPY })).to.deep.equal(['message-invalid', 400]);
    expect(await refused({ currency: 'JPY' })).to.deep.equal(['message-invalid', 400]);
    expect(await refused({ currency: 'EUR' })).to.deep.equal(['message-invalid', 400]);
    expect(await refused({ currency: undefined })).to.deep.equal(['message-invalid', 400]);
    expect(await refused({ appId: undefined })).to.deep.equal(['message-invalid', 400]);
  });

  it('are refused when anything in them was changed', async () => {
    const text = await signed(right);
    const wrong = ['signature-invalid', 400];
    expect(await refusalOf(right)).to.deep.equal(wrong);
    expect(await refusalOf(text.replace('"amount":"300"', '"amount":"301"'))).to.deep.equal(wrong);
    expect(await refusalOf(text.replace('"status":2', '"status":5'))).to.deep.equal(wrong);
    expect(await refusalOf(text.replace(ORDER_ID, 'M1'))).to.deep.equal(wrong);
    expect(await refusalOf(text.replace('{', '{"extra":1,'))).to.deep.equal(wrong);
    expect(await refusalOf(text.replace('{', '{"extra":{"a":1},'))).to.deep.equal(wrong);
    expect(await refusalOf(text.replace(/"sign":"./, '"sign":"*'))).to.deep.equal(wrong);
    expect(await refusalOf(text.replace(/"sign":"[^"]*"/, '"sign":["x"]'))).to.deep.equal(wrong);
  });

  it('are verified as they arrived: unknown fields, spellings of numbers, spacing, order, escapes', async () => {
    const texts = [
      JSON.stringify(
        notice({ inBankCode: 'KONBINI_LAWSON', extra: true, off: false, none: null, empty: '', memo: '支払 💴' }),
      ),
      right.replace('"fee":"9"', '"fee":9.50,"serial":90071992547409931234567890,"rate":1e2,"zero":1.0'),
      JSON.stringify(Object.fromEntries(Object.entries(notice()).reverse()), null, 4),
    ];
    for (const text of texts) expect((await receiveText(await signed(text))).messages).to.have.length(1);
    const escaped = (await signed(right)).replace('"JPY"', '"\\u004aPY"').replaceAll('/', '\\/');
    expect((await receiveText(escaped)).messages).to.have.length(1);
  });

  it('are refused when they can’t be read or name no order', async () => {
    const refused = ['message-invalid', 400];
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const proto = '{"__proto__":{"appId":1054,"currency":"JPY"},"sign":"x"}';
    for (const body of ['', 'a=b', '{', '[]', 'null', '"text"', deep, proto, new Uint8Array([0x7b, 0xff, 0x7d])]) {
      expect(await refusalOf(body)).to.deep.equal(refused);
    }
    expect(await refusalOf(await signed(JSON.stringify(notice({ orderId: undefined }))))).to.deep.equal(refused);
    expect(await refusalOf(await signed(JSON.stringify(notice({ orderId: '' }))))).to.deep.equal(refused);
  });

  it('without a readable sum leave it out', async () => {
    for (const amount of ['', 'x', '300.50', '-300', undefined]) {
      const [message] = await receive({ amount });
      expect(message?.outcome.type).to.equal('paid');
      expect(message?.amount).to.equal(undefined);
    }
  });

  it('have one key for one event and another for the next', async () => {
    const key = async (change: object) => (await receive({ ...change }))[0]?.key;
    const first = await key({ status: 4, amount: '100' });
    expect(await key({ status: '4', amount: '100.00', fee: '1' })).to.equal(first);
    for (const next of [
      { status: 4, amount: '200' },
      { status: 4, amount: '100', payTime: '2026-11-21 15:00:00' },
      {},
    ]) {
      expect(await key(next)).not.to.equal(first);
    }
  });
});

describe('haipay notifications of money', () => {
  const whole = { amount: '300.00', payTime: '2026-11-21 14:05:00' };

  it('are completed with the sum that the query tells, under their own key', async () => {
    const { messages, calls } = await both({ amount: '200' }, { ...whole, actualAmount: '300.00', status: 2 });
    expect(calls.map(({ url }) => url.slice(-13))).to.deep.equal(['collect/query']);
    expect(calls[0]?.body).to.deep.include({ orderId: ORDER_ID, orderNo: '6023071013539074' });
    expect(messages).to.have.length(1);
    expect(messages[0]?.amount).to.deep.equal(yen(300));
    expect(messages[0]?.key).to.equal((await receive({ amount: '200' }))[0]?.key);
    const part = await both({ status: 4, amount: '100' }, { ...whole, actualAmount: '200.00', status: 4 });
    expect(part.messages[0]?.outcome).to.deep.equal({ type: 'pending', received: yen(200) });
    const over = await both({ status: 5, amount: '100' }, { ...whole, actualAmount: '400.00', status: 5 });
    expect(over.messages[0]?.amount).to.deep.equal(yen(400));
  });

  it('are handed on with the query’s last word when that is another one', async () => {
    const types = async (told: object, asked: object) =>
      (await both(told, asked)).messages.map(({ outcome }) => outcome.type);
    expect(await types({}, { ...whole, actualAmount: '0.00', status: 3 })).to.deep.equal(['paid', 'declined']);
    expect(await types({ status: 4 }, { ...whole, actualAmount: '300', status: 2 })).to.deep.equal(['pending', 'paid']);
    expect(await types({}, { ...whole, actualAmount: '0.00', status: 1 })).to.deep.equal(['paid']);
  });

  it('count as they are when the query can’t be had', async () => {
    const other = await envelope({ orderId: 'M1', actualAmount: '1', status: 2 });
    for (const query of [undefined, '<html>', errorAnswer('1'), other]) {
      const { fetch } = answering(query === undefined ? {} : { query });
      const [message, ...more] = await receive({}, { fetch });
      expect(message?.amount).to.deep.equal(yen(300));
      expect(more).to.have.length(0);
    }
  });

  it('are not asked about where that is switched off, nor is what speaks of no money', async () => {
    const { fetch, calls } = answering({});
    await receive({}, { fetch, confirmNotifications: false });
    await receive({ status: 3 }, { fetch });
    await receive({ status: 1 }, { fetch });
    expect(calls).to.have.length(0);
  });
});

describe('haipay return URL', () => {
  const read = (url: string) => provider().readReturn(new URL(url, 'https://bff.example'), new Uint8Array());

  it('is a hint for an attempt, whatever HaiPay adds to it', () => {
    for (const hint of ['success', 'decline', 'return'] as const) {
      const url = `/returns/haipay?attempt=${ORDER_ID}&hint=${hint}&status=3&orderId=other`;
      expect(read(url)).to.deep.equal({ attemptId: ORDER_ID, hint });
    }
  });

  it('is ours or nothing', () => {
    for (const url of [
      '/returns/haipay',
      '/returns/haipay?orderId=a&status=2',
      '/returns/haipay?attempt=a&hint=paid',
      '/returns/haipay?attempt=a%0Ab&hint=success',
      `/returns/haipay?attempt=${'a'.repeat(65)}&hint=success`,
      '/returns/other?attempt=a&hint=success',
    ]) {
      expect(read(url), url).to.equal(undefined);
    }
  });
});
