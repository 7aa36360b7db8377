import { expect } from '@open-wc/testing';
import { sbpsHasher } from '../../src/bff/providers/sbps-hash.js';
import { attempt, HASH_KEY, NOW_MS, provider } from './sbps-case.js';
import { API, OK, planned, refunded, refundsOf, TRACKING_ID, wish, xmlAnswer } from './sbps-refund-case.js';

const yen = (value: number) => ({ value, currency: 'JPY' });
const bytesOf = async (request: Request | undefined) =>
  new TextDecoder('shift_jis', { fatal: true }).decode(await request?.arrayBuffer());
const ng = (code: string) => xmlAnswer(`<res_result>NG</res_result><res_err_code>${code}</res_err_code>`);
const UNKNOWN = { type: 'unknown' };

describe('sbps, planning a refund', () => {
  it('sends one of Alipay+ to SBPS, in full or in part, also of a wallet that is offered no more', () => {
    for (const value of [1000, 1]) {
      expect(planned(refundsOf({}), wish({ amount: yen(value) }))).to.deep.equal({ type: 'provider' });
    }
    const { refunds } = provider({ wallets: [], api: API });
    expect(refunds && planned(refunds, wish())).to.deep.equal({ type: 'provider' });
  });

  for (const [what, change, code] of [
    ['another currency', { amount: { value: 1000, currency: 'USD' } }, 'currency-not-allowed'],
    ['nothing', { amount: yen(0) }, 'amount-not-allowed'],
    ['less than nothing', { amount: yen(-1) }, 'amount-not-allowed'],
    ['a fraction', { amount: yen(0.5) }, 'amount-not-allowed'],
    ['more than is left', { amount: yen(501), rest: yen(500) }, 'amount-not-allowed'],
    ['a method that is not SBPS’s', { attempt: attempt({ method: 'fake:page' }) }, 'refund-not-supported'],
    ['a payment of 365 days ago', { nowMs: wish().paidAtMs + 365 * 86_400_000 }, 'refund-too-late'],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(planned(refundsOf({}), wish(change))).to.equal(code);
    });
  }

  it('has no question for the outcome', () => {
    expect(refundsOf({})).not.to.have.property('ask');
  });

  for (const [option, change] of [
    ['url', { url: 'http://api.example/' }],
    ['basicId', { basicId: 'a:b' }],
    ['basicId', { basicId: '' }],
    ['basicPassword', { basicPassword: '密' }],
    ['refundId', { refundId: '"' }],
    ['refundFields', { refundFields: [['tracking_id', 'trackingId']] }],
    ['refundFields', { refundFields: [['amount', 'amount']] }],
    ['refundFields', { refundFields: [...doubled()] }],
    ['fetchTimeoutMs', { fetchTimeoutMs: 0 }],
    ['fetchTimeoutMs', { fetchTimeoutMs: 15_000 }],
  ] as const) {
    it(`does not start with an api.${option} that can’t be right: ${JSON.stringify(change)}`, () => {
      expect(() => refundsOf(change)).to.throw(TypeError, `sbps: api.${option} is not valid`);
    });
  }
});

function doubled() {
  return [
    ['tracking_id', 'trackingId'],
    ['amount', 'amount'],
    ['amount', 'requestDate'],
  ] as const;
}

describe('sbps, asking for a refund', () => {
  it('posts XML in Shift_JIS with its hash, under Basic authentication', async () => {
    const { requests } = await refunded(() => xmlAnswer(OK), {}, { amount: yen(500) });
    const [request] = requests;
    expect(request).to.include({ method: 'POST', url: 'https://api.example/xml' });
    expect(request?.headers.get('authorization')).to.equal(`Basic ${btoa('99999001:secret')}`);
    expect(request?.headers.get('content-type')).to.equal('text/xml');
    // The hash was made by another program.
    expect(await bytesOf(request)).to.equal(
      '<?xml version="1.0" encoding="Shift_JIS"?><sps-api-request id="ST02-00306-510">' +
        '<merchant_id>99999</merchant_id><service_id>001</service_id><tracking_id>80312789324671</tracking_id>' +
        '<pay_option_manage><amount>500</amount></pay_option_manage>' +
        '<request_date>20261121140000</request_date><limit_second>600</limit_second>' +
        '<sps_hashcode>7d6a99b6e70f4b6acc7f825fc30f923caca262fe</sps_hashcode></sps-api-request>',
    );
  });

  it('writes the fields that are configured, in their order, and leaves out the sum of a full refund where it may', async () => {
    const refundFields = [
      ['merchant_id', 'merchantId'],
      ['service_id', 'serviceId'],
      ['tracking_id', 'trackingId'],
      ['pay_option_manage/amount', 'partialAmount'],
      ['request_date', 'requestDate'],
      ['limit_second', 'limitSeconds'],
    ] as const;
    const full = await refunded(() => xmlAnswer(OK), { refundFields, refundId: 'ST02-00306-311' });
    const text = await bytesOf(full.requests[0]);
    expect(text).to.contain('<sps-api-request id="ST02-00306-311">').and.not.to.contain('amount');
    expect(text).to.contain('<sps_hashcode>eea225b37926841dc22e544e6b199e4c7fa7c17a</sps_hashcode>');
    const part = await refunded(() => xmlAnswer(OK), { refundFields }, { amount: yen(999) });
    expect(await bytesOf(part.requests[0])).to.contain('<pay_option_manage><amount>999</amount></pay_option_manage>');
    const last = await refunded(() => xmlAnswer(OK), { refundFields }, { amount: yen(1), rest: yen(1) });
    expect(await bytesOf(last.requests[0])).to.contain('<amount>1</amount>');
  });

  it('is done with OK: the money is on its way back', async () => {
    const { outcome } = await refunded(() => xmlAnswer(OK));
    expect(outcome).to.deep.equal({ type: 'done', reference: '90312789324671', atMs: NOW_MS + 2000 });
    const bare = await refunded(() => xmlAnswer('<res_result>OK</res_result>'));
    expect(bare.outcome).to.deep.equal({ type: 'done' });
  });

  for (const [what, fields] of [
    ['another payment', '<res_tracking_id>99999999999999</res_tracking_id>'],
    ['an error', `<res_tracking_id>${TRACKING_ID}</res_tracking_id><res_err_code>51090000</res_err_code>`],
  ] as const) {
    it(`is unknown with an OK that speaks of ${what}`, async () => {
      const { outcome } = await refunded(() => xmlAnswer(`<res_result>OK</res_result>${fields}`));
      expect(outcome).to.deep.equal({ type: 'unknown' });
    });
  }

  for (const [providerCode, code] of [
    ['51050008', 'declined'],
    ['51012003', 'provider-refused'],
    ['99909008', 'provider-refused'],
    ['99910007', 'timed-out'],
  ] as const) {
    it(`is declined with ${providerCode}: ${code}`, async () => {
      const { outcome } = await refunded(() => ng(providerCode));
      expect(outcome).to.deep.equal({ type: 'declined', code, providerCode });
    });
  }

  it('is declined where SBPS lets nobody in', async () => {
    for (const status of [401, 403]) {
      const { outcome } = await refunded(() => new Response(null, { status }));
      expect(outcome).to.deep.equal({ type: 'declined', code: 'provider-refused' });
    }
  });

  it('sends nothing for what is refunded by hand', async () => {
    const { outcome, requests } = await refunded(() => xmlAnswer(OK), {}, { attempt: attempt() });
    expect(outcome).to.deep.equal({ type: 'declined', code: 'refund-not-supported' });
    expect(requests).to.be.empty;
  });
});

describe('sbps, a refund without a clear answer', () => {
  const endless = () => {
    const pull = (stream: ReadableStreamDefaultController<Uint8Array>) => stream.enqueue(new Uint8Array(16_384));
    return new Response(new ReadableStream({ pull }));
  };
  const answers: Readonly<Record<string, () => Response | Promise<Response>>> = {
    'a lost connection': () => Promise.reject(new TypeError('network')),
    'an HTTP 500 with OK in it': () => new Response(xmlAnswer(OK).body, { status: 500 }),
    'a failure of SBPS’s systems': () => ng('51090000'),
    'a refusal without a code': () => ng(''),
    'a refusal with a code of another length': () => ng('5105000'),
    'no result': () => xmlAnswer('<res_err_code></res_err_code>'),
    'another result': () => xmlAnswer('<res_result>PY</res_result>'),
    'two results': () => xmlAnswer('<res_result>OK</res_result><res_result>NG</res_result>'),
    'nothing at all': () => new Response(''),
    'half of it': () => new Response('<sps-api-response id="ST02-00306-510"><res_result>OK</res_result>'),
    'the answer of another function': () => xmlAnswer(OK, 'ST02-00306-311'),
    HTML: () => new Response('<html><body>OK</body></html>'),
    'a DTD': () =>
      new Response('<!DOCTYPE a [<!ENTITY r "OK">]><sps-api-response><res_result>&r;</res_result></sps-api-response>'),
    'bytes that are not Shift_JIS': () => new Response(Uint8Array.of(0x3c, 0x82)),
    'a wrong hash': () => xmlAnswer(`${OK}<sps_hashcode>${'0'.repeat(40)}</sps_hashcode>`),
    'an answer without an end': endless,
    'more than an answer can be': () => xmlAnswer(`${OK}<x>${'x'.repeat(262_144)}</x>`),
  };
  for (const [what, answer] of Object.entries(answers)) {
    it(`is unknown after ${what}`, async () => {
      expect((await refunded(answer)).outcome).to.deep.equal(UNKNOWN);
    });
  }

  it('is unknown when no answer comes in time', async () => {
    const silent = (_url: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('late', 'TimeoutError')));
      });
    const { outcome } = await refunded(() => xmlAnswer(OK), { fetch: silent, fetchTimeoutMs: 1 });
    expect(outcome).to.deep.equal(UNKNOWN);
  });

  it('takes an answer with a hash that is right', async () => {
    const values = ['OK', TRACKING_ID].map((text) => new TextEncoder().encode(text));
    const hash = await sbpsHasher(HASH_KEY).ofBytes(values);
    const fields = `<res_result>OK</res_result><res_tracking_id>${TRACKING_ID}</res_tracking_id>`;
    const { outcome } = await refunded(() => xmlAnswer(`${fields}<res_sps_hashcode>${hash}</res_sps_hashcode>`));
    expect(outcome).to.deep.equal({ type: 'done' });
  });
});
