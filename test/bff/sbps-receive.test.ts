import { expect } from '@open-wc/testing';
import vectors from '../fixtures/sbps-vectors.json' with { type: 'json' };
import { ascii, ATTEMPT_ID, provider, receive, receiveBytes, refusalOf, RESULT, resultBody } from './sbps-case.js';

const SIGNATURE = ['signature-invalid', 'NG,signature-invalid'];
const MESSAGE = ['message-invalid', 'NG,message-invalid'];
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('sbps result notification', () => {
  it('is the public sample A02-1', async () => {
    const { form_body: form, hashkey } = vectors.sbps_hashcode.find(({ id }) => id === 'A02-1') ?? expect.fail();
    const shop = provider({ merchantId: '19788', serviceId: '001', hashKey: hashkey });
    const message = await receiveBytes(ascii(form ?? ''), shop);
    expect(message).to.deep.equal({
      key: '9eb2fced282c5bfc67c2417217ca2682/OK/80312789324671',
      attemptId: '9eb2fced282c5bfc67c2417217ca2682',
      outcome: { type: 'paid', paidAtMs: Date.parse('2015-08-07T16:10:21+09:00') },
      amount: { value: 980, currency: 'JPY' },
      reference: '80312789324671',
      raw: form,
    });
    // The browser's hash of the same result is another one.
    const { form_body: browser } = vectors.sbps_hashcode.find(({ id }) => id === 'A03-1') ?? expect.fail();
    expect(await refusalOf(ascii(browser ?? ''), shop)).to.deep.equal(SIGNATURE);
  });

  it('is answered OK, once stored and NG, when it could not be', async () => {
    const sbps = provider();
    const request = new Request('https://bff.example/', { method: 'POST' });
    const { reply } = await sbps.receive(request, await resultBody());
    for (const [response, body] of [
      [reply(), vectors.sbps_replies.ok],
      [sbps.unstored?.(), 'NG,not stored'],
    ] as const) {
      expect(response?.status).to.equal(200);
      expect(response?.headers.get('content-type')).to.equal('text/plain; charset=Shift_JIS');
      expect(await response?.text()).to.equal(body);
    }
  });

  it('says what became of the payment', async () => {
    expect((await receive()).outcome).to.deep.equal({ type: 'paid', paidAtMs: Date.parse('2026-11-21T05:02:30Z') });
    expect((await receive({ res_result: 'PY' })).outcome.type).to.equal('paid');
    for (const unknown of ['CN', 'ok', '', undefined]) {
      expect((await receive({ res_result: unknown })).outcome).to.deep.equal({ type: 'pending' });
    }
    for (const [providerCode, code] of [
      ['51010999', 'timed-out'],
      ['99990999', 'provider-unavailable'],
      ['99909030', 'provider-refused'],
      ['51005010', 'provider-refused'],
      ['51014002', 'provider-refused'],
      ['51060999', 'declined'],
    ] as const) {
      const { outcome } = await receive({ res_result: 'NG', res_err_code: providerCode, res_payment_date: '' });
      expect(outcome).to.deep.equal({ type: 'declined', code, providerCode });
    }
    for (const strange of ['', '510', '510109990', '<b>10</b', 'エラー']) {
      const { outcome } = await receive({ res_result: 'NG', res_err_code: strange });
      expect(outcome, strange).to.deep.equal({ type: 'declined', code: 'declined' });
    }
  });

  it('dates a payment by Japan’s clock', async () => {
    for (const [date, instant] of [
      ['20270101085959', '2026-12-31T23:59:59Z'],
      ['20280229000000', '2028-02-28T15:00:00Z'],
    ] as const) {
      const { outcome } = await receive({ res_payment_date: date });
      expect(outcome).to.deep.equal({ type: 'paid', paidAtMs: Date.parse(instant) });
    }
  });

  it('has a key of its own for each result and each payment', async () => {
    const keys = await Promise.all([
      receive(),
      receive(),
      receive({ res_result: 'NG' }),
      receive({ res_tracking_id: '80312789324672' }),
    ]);
    expect(keys.map(({ key }) => key)).to.deep.equal([
      `${ATTEMPT_ID}/OK/80312789324671`,
      `${ATTEMPT_ID}/OK/80312789324671`,
      `${ATTEMPT_ID}/NG/80312789324671`,
      `${ATTEMPT_ID}/OK/80312789324672`,
    ]);
  });

  it('names a sum in whole yen or none', async () => {
    const sum = async (amount: string) => (await receive({ amount })).amount;
    expect(await sum('1001')).to.deep.equal({ value: 1001, currency: 'JPY' });
    for (const strange of ['', '0', '-1', '1,000', '1000.0', '１０００', '9'.repeat(20)]) {
      expect(await sum(strange), strange).to.equal(undefined);
    }
  });

  it('is read by name, in any order and case of its hash, with blanks around values', async () => {
    const body = text(await resultBody());
    const pairs = body.split('&');
    expect(await refusalOf(ascii(pairs.sort().join('&')))).to.equal(undefined);
    expect(await refusalOf(ascii(`&${pairs.join('&&')}&`))).to.equal(undefined);
    expect(await refusalOf(ascii(body.replace(/sps_hashcode=[^&]+/, (hash) => hash.toLowerCase())))).to.equal(
      undefined,
    );
    expect(await refusalOf(ascii(`${body}&new_field=1`))).to.equal(undefined);
    const padded = await receive({ order_id: ` ${ATTEMPT_ID} ` });
    expect(padded.attemptId).to.equal(ATTEMPT_ID);
    // Japanese, half-width kana and characters whose second byte is a sign of its own in ASCII.
    for (const name of ['継続課金', 'ｱｲｽ', '表ソ能', '①№髙', 'a+b&c=d%41']) {
      expect(await refusalOf(await resultBody({ item_name: name })), name).to.equal(undefined);
    }
  });

  it('may repeat free_csv and rows of detail, in their place in the hash', async () => {
    const change = { free1: 'あ', free_csv: 'QT0x', dtl_rowno: '1', dtl_item_name: 'い', dtl_free3: 'う' };
    expect(await refusalOf(await resultBody(change))).to.equal(undefined);
  });

  it('is refused when anything signed is not as it was', async () => {
    const body = text(await resultBody());
    for (const [name, value] of Object.entries(RESULT)) {
      const tampered = body.replace(new RegExp(`(^|&)${name}=[^&]*`), `$1${name}=${value === '0' ? '1' : '0'}`);
      expect(await refusalOf(ascii(tampered)), name).to.deep.equal(SIGNATURE);
    }
    expect(await refusalOf(ascii(body.replace(/sps_hashcode=.{6}/, 'sps_hashcode=%30%30')))).to.deep.equal(SIGNATURE);
    expect(await refusalOf(ascii(body.replace(/sps_hashcode=[^&]*/, 'sps_hashcode=')))).to.deep.equal(SIGNATURE);
    expect(await refusalOf(ascii(body.replace(/&?sps_hashcode=[^&]*/, '')))).to.deep.equal(SIGNATURE);
    expect(await refusalOf(ascii(`${body}&free1=x`))).to.deep.equal(SIGNATURE);
    expect(await refusalOf(await resultBody({}, { key: 'another key' }))).to.deep.equal(SIGNATURE);
    expect(await refusalOf(await resultBody({}, { over: 'shift_jis' }))).to.deep.equal(SIGNATURE);
    expect(await refusalOf(ascii(''))).to.deep.equal(SIGNATURE);
  });

  it('is refused when it can’t be read', async () => {
    const body = text(await resultBody());
    const cut = ascii(body.slice(0, body.lastIndexOf('%') + 2));
    for (const bad of [
      cut,
      ascii(`${body}&order_id=${ATTEMPT_ID}`),
      ascii(`${body}&amount=1`),
      ascii(body.replace(/item_name=[^&]*/, 'item_name=%83')),
      ascii(body.replace(/item_name=[^&]*/, 'item_name=%FF')),
      ascii(body.replace(/item_name=[^&]*/, 'item_name=%zz')),
      ascii(`${body}&${'n'.repeat(101)}=1`),
      ascii(Array.from({ length: 5000 }, (_, index) => `a${index}=1`).join('&')),
    ]) {
      expect(await refusalOf(bad), text(bad).slice(-40)).to.deep.equal(MESSAGE);
    }
  });

  it('is for our service', async () => {
    expect(await refusalOf(await resultBody({ merchant_id: '99998' }))).to.deep.equal(MESSAGE);
    expect(await refusalOf(await resultBody({ service_id: '002' }))).to.deep.equal(MESSAGE);
    expect(await refusalOf(await resultBody({ merchant_id: undefined }))).to.deep.equal(MESSAGE);
  });

  it('with an order id that nobody knows is handed on: the core stores it', async () => {
    expect(await receive({ order_id: 'ORDER-0001' })).to.include({ attemptId: 'ORDER-0001' });
    expect(await receive({ order_id: '' })).to.include({ attemptId: '' });
  });

  it('that does not look like a success is a doubt, no payment', async () => {
    for (const odd of [
      { res_payment_date: '' },
      { res_payment_date: '20261131000000' },
      { res_tracking_id: '5000webmoneyNG' },
      { res_tracking_id: '' },
      { request_date: '2026' },
      { res_date: '' },
      { res_err_code: '51060999' },
      { limit_second: '60000' },
    ]) {
      expect((await receive(odd)).outcome, JSON.stringify(odd)).to.deep.equal({
        type: 'doubtful',
        code: 'message-odd',
      });
    }
  });

  it('that a buyer cut anew from a refused payment is a doubt too', async () => {
    const name = 'Tea100020261121140000OK';
    const refused = {
      item_name: name,
      amount: '5000',
      res_result: 'NG',
      res_err_code: '51060999',
      res_payment_date: '',
    };
    const hash = /sps_hashcode=([^&]+)/.exec(text(await resultBody(refused)))?.[1] ?? expect.fail();
    const cut = {
      ...{ ...RESULT, item_name: 'Tea', amount: '1000', pay_type: '', service_type: '', terminal_type: '' },
      ...{ res_pay_method: '', res_tracking_id: '500000020261121140000', res_payment_date: '' },
      res_payinfo_key: 'webmoneyNG8031278932467151060999',
    };
    const pairs = Object.entries(cut).map(([field, value]) => `${field}=${value}`);
    const message = await receiveBytes(ascii([`sps_hashcode=${hash}`, ...pairs].join('&')));
    expect(message.outcome).to.deep.equal({ type: 'doubtful', code: 'message-odd' });
  });

  it('may be bound to the addresses it comes from, and is verified all the same', async () => {
    const from = (address: string | undefined) =>
      provider({ sourceAddresses: ['61.215.213.47'], clientAddress: () => address });
    expect(await refusalOf(await resultBody(), from('61.215.213.47'))).to.equal(undefined);
    expect(await refusalOf(await resultBody({}, { key: 'x' }), from('61.215.213.47'))).to.deep.equal(SIGNATURE);
    for (const address of ['61.215.213.4', '203.0.113.9', '', undefined]) {
      expect(await refusalOf(await resultBody(), from(address))).to.deep.equal(['message-invalid', 'NG,address']);
    }
  });

  it('costs little when it is hostile', async () => {
    const long = ascii(`item_name=${'%83%41'.repeat(40_000)}`);
    expect(await refusalOf(long)).to.deep.equal(SIGNATURE);
    const raw = new Uint8Array(250_000).fill(0xff);
    expect(await refusalOf(raw)).to.deep.equal(MESSAGE);
    expect(await refusalOf(ascii('__proto__=1&constructor=2&toString=3'))).to.deep.equal(SIGNATURE);
  });
});
