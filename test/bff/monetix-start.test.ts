import { expect } from '@open-wc/testing';
import type { LogEntry } from '../../src/bff/log.js';
import type { StartOutcome } from '../../src/bff/provider.js';
import type { MonetixOptions } from '../../src/bff/providers/monetix-options.js';
import { monetixSigner } from '../../src/bff/providers/monetix-signature.js';
import vectors from '../fixtures/monetix-vectors.json' with { type: 'json' };
import {
  answering,
  attempt,
  classic,
  NOW_MS,
  offer,
  PAYMENT_ID,
  provider,
  RECEIPT,
  SECRET,
  start,
} from './monetix-case.js';

const page = (options: Partial<MonetixOptions> = {}) => provider({ interface: 'payment-page', ...options });
const vector = (id: string) =>
  [...vectors.monetix_signature, ...vectors.monetix_payment_page_url].find((one) => one.id === id) ?? expect.fail(id);

/** The fields of the form that opens Payment Page. */
async function fieldsOf(started: Promise<StartOutcome>): Promise<[string, string][]> {
  const outcome = await started;
  if (outcome.type !== 'started' || outcome.nextAction.type !== 'redirect') return expect.fail(outcome.type);
  return outcome.nextAction.fields;
}

describe('monetix start by Payment Page', () => {
  const customer = { ...offer().customer, email: 'johndoe@example.com' };

  it('opens with the parameters of the document, signed as vector U-SEED', async () => {
    const fields = await fieldsOf(page().start(start({ customer })));
    const { input, signature } = vector('U-SEED');
    const documented = fields.slice(0, Object.keys(input).length);
    expect(documented).to.deep.equal(Object.entries(input).map(([name, value]) => [name, String(value)]));
    expect(await monetixSigner(SECRET).sign(Object.fromEntries(documented))).to.equal(signature);
  });

  it('is one POST form, its fields in order and the signature last', async () => {
    const outcome = await page().start(start({ customer, locale: 'ja-JP' }));
    if (outcome.type !== 'started' || outcome.nextAction.type !== 'redirect') return expect.fail(outcome.type);
    const { fields, ...rest } = outcome.nextAction;
    expect(rest).to.deep.equal({
      type: 'redirect',
      method: 'POST',
      url: 'https://paymentpage.trxhost.com/payment',
      charset: 'UTF-8',
      deadline: '2026-11-21T06:00:00.000Z',
    });
    expect(fields.slice(10, -1)).to.deep.equal([
      ['merchant_callback_url', 'https://bff.example/webhooks/monetix'],
      ['merchant_success_url', 'https://example.com/success/'],
      ['merchant_fail_url', 'https://example.com/decline/'],
      ['merchant_return_url', 'https://example.com/return/'],
      ['best_before', '2026-11-21T06:00:00+00:00'],
      ['language_code', 'ja'],
    ]);
    const [name, signature] = fields.at(-1) ?? expect.fail('no fields');
    expect(name).to.equal('signature');
    expect(await monetixSigner(SECRET).verify(Object.fromEntries(fields.slice(0, -1)), signature)).to.equal(true);
  });

  it('selects Classic and asks for no WMID', async () => {
    const fields = await fieldsOf(page().start(start({ attempt: classic({ input: {} }) })));
    expect(Object.fromEntries(fields)).to.include({ force_payment_method: 'webmoney' });
  });

  it('says the same again after a crash', async () => {
    const twice = [page().start(start()), page().start(start({ attempt: attempt({ status: 'starting' }) }))];
    const [first, second] = await Promise.all(twice);
    expect(first).to.deep.equal(second);
  });

  it('leaves out an end that Monetix would ignore', async () => {
    const outcome = await page().start(start({ expiresAtMs: NOW_MS + 31 * 86_400_000 }));
    const fields = await fieldsOf(Promise.resolve(outcome));
    expect(fields.map(([name]) => name)).not.to.include('best_before');
    expect(outcome).not.to.have.nested.property('nextAction.deadline');
  });

  it('follows its configuration', async () => {
    const options = {
      languages: { ja: 'JA' },
      pageFields: { terminal_id: '7', merchant_success_enabled: '2' },
      sendCallbackUrl: false,
      paymentPageUrl: 'https://page.example/payment',
    };
    const names = (locale: string) => fieldsOf(page(options).start(start({ locale }))).then(Object.fromEntries<string>);
    expect(await names('ja')).to.include({ language_code: 'JA', terminal_id: '7', merchant_success_enabled: '2' });
    expect(await names('ja')).not.to.have.property('merchant_callback_url');
    expect(await names('en')).not.to.have.property('language_code');
  });

  it('takes the buyer’s answers for what the shop did not tell', async () => {
    const input = { firstName: 'Taro', lastName: '山田', email: 'taro@example.com' };
    const fields = await fieldsOf(page().start(start({ customer: { id: 'customer1' }, attempt: attempt({ input }) })));
    expect(Object.fromEntries(fields)).to.include({
      customer_first_name: 'Taro',
      customer_last_name: '山田',
      customer_email: 'taro@example.com',
      payment_description: 'Top-up of personal account №customer1 on the website https://merchant.example.com/',
    });
  });

  it('refuses what can’t be signed', async () => {
    const returnUrls = { ...start().returnUrls, return: 'https://example.com/;a:b' };
    expect(await page().start(start({ returnUrls }))).to.deep.equal({
      type: 'refused',
      code: 'characters-not-allowed',
    });
  });
});

describe('monetix start by Gate', () => {
  const light = (body: string | object, status = 200, change: Partial<MonetixOptions> = {}) => {
    const gate = answering(body, status);
    return { gate, outcome: provider({ fetch: gate.fetch, ...change }).start(start()) };
  };

  it('sends Light as vector SEED-LIGHT and waits for the callback', async () => {
    const { gate, outcome } = light(RECEIPT, 200, { sendCallbackUrl: false });
    expect(await outcome).to.deep.equal({ type: 'started', nextAction: { type: 'wait' } });
    const { input, signature } = vector('SEED-LIGHT');
    const [call] = gate.calls;
    expect(call?.body).to.deep.equal({
      ...input,
      general: { project_id: 238, payment_id: PAYMENT_ID, signature },
    });
    expect(call?.url).to.equal('https://api.trxhost.com/v2/payment/webmoney-light/sale');
    expect(call?.init).to.deep.include({ method: 'POST', redirect: 'error' });
    expect(new Headers(call?.init.headers).get('content-type')).to.equal('application/json');
  });

  it('sends Classic as vector SEED-CLASSIC and shows the invoice', async () => {
    const gate = answering(RECEIPT);
    const outcome = await provider({ fetch: gate.fetch, sendCallbackUrl: false }).start(start({ attempt: classic() }));
    expect(outcome).to.deep.equal({
      type: 'started',
      nextAction: { type: 'invoice', wmid: '377094062589', titleAmount: { value: 100, unit: 'WMZ' } },
    });
    const { input, signature } = vector('SEED-CLASSIC');
    expect(gate.calls[0]?.body).to.deep.equal({
      ...input,
      general: { project_id: 238, payment_id: PAYMENT_ID, signature },
    });
    expect(gate.calls[0]?.url).to.equal('https://api.trxhost.com/v2/payment/webmoney/sale');
  });

  it('names title units and the end of the invoice', async () => {
    const gate = answering(RECEIPT);
    const monetix = provider({ fetch: gate.fetch, invoice: { days: 3, field: 'payment.best_before' } });
    for (const [currency, unit] of [
      ['EUR', 'WME'],
      ['KZT', 'WMK'],
    ] as const) {
      const amount = { value: 8420, currency };
      expect(await monetix.start(start({ amount, attempt: classic() })))
        .to.have.property('nextAction')
        .that.deep.equals({
          type: 'invoice',
          wmid: '377094062589',
          titleAmount: { value: 8420, unit },
          start: '2026-11-21T05:00:00.000Z',
          deadline: '2026-11-24T05:00:00.000Z',
        });
    }
    expect(gate.calls[0]?.body).to.have.nested.property('payment.best_before', '2026-11-24T05:00:00+00:00');
    expect(gate.calls[0]?.body).to.have.nested.property('payment.amount', 8420);
  });

  it('sends our callback URL and uses the configured paths', async () => {
    const gate = answering(RECEIPT);
    const options = { fetch: gate.fetch, gateUrl: 'https://gate.example/base/', paths: { lightSale: '/x/sale' } };
    await provider(options).start(start({ ipAddress: '203.0.113.9' }));
    const [call] = gate.calls;
    expect(call?.url).to.equal('https://gate.example/base/x/sale');
    expect(call?.body).to.have.nested.property('general.merchant_callback_url', 'https://bff.example/webhooks/monetix');
    expect(call?.body).to.have.nested.property('customer.ip_address', '203.0.113.9');
  });

  it('takes a receipt for this payment only', async () => {
    const unknown = { type: 'unknown' };
    expect(await light({ ...RECEIPT, payment_id: 'other' }).outcome).to.deep.equal(unknown);
    expect(await light({ ...RECEIPT, project_id: 239 }).outcome).to.deep.equal(unknown);
    expect(await light({ ...RECEIPT, status: 'processing' }).outcome).to.deep.equal(unknown);
    expect(await light({ ...RECEIPT, project_id: '238', errors: [] }).outcome).to.have.property('type', 'started');
  });

  it('is refused by an error list, with our code and theirs', async () => {
    const list = (code: string, field = 'payment.amount') => ({
      status: 'error',
      errors: [{ code, field, message: 'x' }],
    });
    expect(await light(list('2642'), 400).outcome).to.deep.equal({
      type: 'refused',
      code: 'limit-exceeded',
      providerCode: '2642',
    });
    expect(await light(list('3261', 'signature'), 400).outcome).to.deep.equal({
      type: 'refused',
      code: 'provider-refused',
      providerCode: '3261',
    });
    expect(await light({ status: 'error', code: 314, message: 'x' }, 200).outcome).to.deep.equal({
      type: 'refused',
      code: 'provider-unavailable',
      providerCode: '314',
    });
    expect(await light({ errors: [{ code: 2004 }] }, 422).outcome).to.have.property('providerCode', '2004');
    expect(await light(list('<b>'), 400).outcome).to.deep.equal({ type: 'refused', code: 'provider-refused' });
  });

  it('asks when the payment exists already', async () => {
    for (const error of [
      { code: '3041', message: 'Payment ID already exists' },
      { field: 'general.payment_id', message: 'exists' },
      { code: 'payment_id_used', field: 'payment_id' },
    ]) {
      expect(await light({ status: 'error', errors: [error] }, 400).outcome).to.deep.equal({ type: 'unknown' });
    }
    const invalid = { status: 'error', errors: [{ code: '3024', field: 'general.payment_id' }] };
    expect(await light(invalid, 400).outcome).to.have.property('type', 'refused');
  });

  it('concludes nothing from a failure on the way', async () => {
    const unknown = { type: 'unknown' };
    expect(await light('<html>', 200).outcome).to.deep.equal(unknown);
    expect(await light('', 400).outcome).to.deep.equal(unknown);
    expect(await light(RECEIPT, 500).outcome).to.deep.equal(unknown);
    expect(await light({ status: 'error', errors: [{ code: 501 }] }, 503).outcome).to.deep.equal(unknown);
    expect(await provider().start(start())).to.deep.equal(unknown);
  });

  it('gives up waiting in time', async () => {
    const silent = (_url: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new Error('aborted'))),
      );
    expect(await provider({ fetch: silent, fetchTimeoutMs: 1 }).start(start())).to.deep.equal({ type: 'unknown' });
  });

  it('refuses before it calls', async () => {
    const gate = answering(RECEIPT);
    const logged: LogEntry[] = [];
    const log = (entry: LogEntry) => logged.push(entry);
    const monetix = provider({ fetch: gate.fetch, log, scenarios: ['light'], limits: { USD: { max: 1000 } } });
    const { ipAddress: _, ...customer } = offer().customer;
    const refused = async (change: Parameters<typeof start>[0]) => {
      const outcome = await monetix.start(start(change));
      return outcome.type === 'refused' ? outcome.code : outcome.type;
    };
    expect(await monetix.start(start({ customer }))).to.deep.equal({
      type: 'refused',
      code: 'provider-refused',
      providerCode: 'ip-address-missing',
    });
    expect(logged).to.have.length(1);
    expect(await refused({ attempt: classic() })).to.equal('method-unknown');
    expect(await refused({ amount: { value: 1001, currency: 'USD' } })).to.equal('amount-too-high');
    expect(await refused({ amount: { value: 100, currency: 'JPY' } })).to.equal('currency');
    expect(await refused({ customer: { ...offer().customer, account: 'a;b' } })).to.equal('account-invalid');
    expect(await refused({ webhookUrl: 'https://bff.example/;x' })).to.equal('characters-not-allowed');
    expect(gate.calls).to.deep.equal([]);
  });
});
