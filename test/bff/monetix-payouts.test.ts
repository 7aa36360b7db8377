import { expect } from '@open-wc/testing';
import type { Offer, Start } from '../../src/bff/provider.js';
import type { MonetixOptions } from '../../src/bff/providers/monetix-options.js';
import {
  answering,
  attempt,
  inputRefusalOf,
  offer,
  provider,
  RECEIPT,
  receive,
  signed,
  start,
} from './monetix-case.js';
import { PAYOUT, PAYOUT_DECLINE } from './monetix-figures.js';

const METHOD = 'monetix:webmoney-purse';
const PURSE = 'Z238479008342';
const payoutOffer = (change: Partial<Offer> = {}) => offer({ purpose: 'payout', ...change });
const euros = { value: 100, currency: 'EUR' };

function payout(change: Partial<Start> = {}): Start {
  return start({ purpose: 'payout', attempt: attempt({ method: METHOD, input: { purse: PURSE } }), ...change });
}

const under = (days: number, code?: string) =>
  attempt({ method: METHOD, input: { purse: PURSE }, protection: { days, ...(code !== undefined && { code }) } });

describe('monetix payouts: what is offered', () => {
  const ids = (given: Offer, options: Partial<MonetixOptions> = {}) =>
    provider(options)
      .methods(given)
      .map(({ id }) => id);

  it('a purse to a recipient, and purchases to a buyer', () => {
    expect(ids(payoutOffer())).to.deep.equal([METHOD]);
    expect(ids(offer())).to.deep.equal(['monetix:webmoney-light', 'monetix:webmoney']);
    expect(ids(payoutOffer(), { payouts: false })).to.deep.equal([]);
    expect(provider({ payouts: false })).not.to.have.property('payouts');
  });

  it('with what has to be asked, its limits and its currencies', () => {
    const limits = { USD: { min: 500, max: 10_000 } };
    const { email: _, ...customer } = offer().customer;
    const [method] = provider({ payouts: { limits } }).methods(payoutOffer({ customer }));
    expect(method).to.deep.include({
      brand: 'webmoney-purse',
      kind: 'wait',
      inputs: [
        { name: 'purse', required: true },
        { name: 'email', required: true },
      ],
      limits: { min: { value: 500, currency: 'USD' }, max: { value: 10_000, currency: 'USD' } },
      unavailable: { code: 'amount-too-low', limit: { value: 500, currency: 'USD' } },
    });
    const [yen] = provider().methods(payoutOffer({ amount: { value: 100, currency: 'JPY' } }));
    expect(yen?.unavailable).to.deep.equal({ code: 'currency', currencies: ['USD', 'EUR', 'KZT'] });
  });

  it('arrives at once, masked, protected for 1 to 35 days, and can’t be called back', () => {
    const { payouts } = provider();
    expect(payouts?.way(METHOD, payoutOffer(), undefined)).to.deep.equal({ minDays: 0, maxDays: 0 });
    expect(payouts?.destination(METHOD, { purse: PURSE }, undefined)).to.deep.equal({ purse: 'Z••••••••8342' });
    expect(payouts?.destination(METHOD, {}, undefined)).to.equal(undefined);
    expect(payouts?.protection?.(METHOD)).to.deep.equal({ minDays: 1, maxDays: 35 });
    expect(payouts?.protection?.('monetix:webmoney')).to.equal(undefined);
    expect(payouts).not.to.have.any.keys('cancel', 'balance');
  });
});

describe('monetix payouts: the purse', () => {
  const check = (purse: string, given = payoutOffer()) => provider().checkInput(METHOD, { purse }, given);
  const wrong = (purse: string, given = payoutOffer()) => inputRefusalOf(() => check(purse, given));

  it('is understood as people write it', () => {
    for (const written of [
      PURSE,
      'z238479008342',
      ' Z 2384 7900 8342 ',
      'Z-238479008342',
      'Ｚ２３８４７９００８３４２',
    ]) {
      expect(check(written)).to.deep.equal({ purse: PURSE });
    }
  });

  it('has the currency of the payout', () => {
    expect(check('E238479008342', payoutOffer({ amount: euros }))).to.deep.equal({ purse: 'E238479008342' });
    expect(check('K238479008342', payoutOffer({ amount: { value: 1, currency: 'KZT' } }))).to.be.an('object');
    expect(wrong('E238479008342')).to.equal('purse: purse-currency');
    expect(wrong(PURSE, payoutOffer({ amount: euros }))).to.equal('purse: purse-currency');
    for (const letter of ['R', 'U', 'B', 'T', 'D']) {
      expect(wrong(`${letter}238479008342`)).to.equal('purse: purse-currency');
    }
  });

  it('has a letter and 12 digits', () => {
    for (const other of ['', '238479008342', 'Z23847900834', 'E9282374987384', 'ZZ38479008342', 'Z23847900834;']) {
      expect(wrong(other)).to.equal('purse: purse-invalid');
    }
  });

  it('is asked for with what the shop did not tell', () => {
    const { lastName: _, ...customer } = offer().customer;
    const given = payoutOffer({ customer });
    expect(wrong(PURSE, given)).to.equal('lastName: input-missing');
    expect(provider().checkInput(METHOD, { purse: PURSE, lastName: 'Doe', firstName: 'Eve' }, given)).to.deep.equal({
      purse: PURSE,
      lastName: 'Doe',
    });
  });

  it('belongs to payouts alone', () => {
    expect(wrong(PURSE, offer())).to.equal('method: method-unknown');
    const purchase = () => provider().checkInput('monetix:webmoney-light', {}, payoutOffer());
    expect(inputRefusalOf(purchase)).to.equal('method: method-unknown');
  });
});

describe('monetix payouts: the request', () => {
  const sent = async (given: Start, options: Partial<MonetixOptions> = {}) => {
    const gate = answering(RECEIPT);
    const outcome = await provider({ ...options, fetch: gate.fetch }).start(given);
    expect(outcome).to.deep.equal({ type: 'started', nextAction: { type: 'wait' } });
    const { general, ...rest } = gate.calls[0]?.body as Record<string, Record<string, unknown>>;
    expect(general?.['signature']).to.match(/^[\w+/]{86}==$/);
    return { url: gate.calls[0]?.url, general, ...rest };
  };

  it('is that of figure 22', async () => {
    const { url, general, ...body } = await sent(payout());
    expect(url).to.equal('https://api.trxhost.com/v2/payment/webmoney/payout');
    expect(general).to.include({ project_id: 238, merchant_callback_url: 'https://bff.example/webhooks/monetix' });
    expect(body).to.deep.equal({
      customer: {
        id: 'customer1',
        ip_address: '198.51.100.47',
        first_name: 'John',
        last_name: 'Doe',
        email: 'johndoe@email.com',
      },
      account: { number: PURSE },
      payment: {
        amount: 100,
        currency: 'USD',
        description: 'Withdrawal from personal account №01234567890 on the website https://merchant.example.com/',
      },
    });
  });

  it('has the code and its days under protection, as in figure 23', async () => {
    const body = (await sent(payout({ attempt: under(35, 'code1') }))) as unknown as { payment: object };
    expect(body.payment).to.include({ protection_code: 'code1', protection_period: 35 });
  });

  it('is refused for days out of the range before anything is sent', async () => {
    for (const days of [0, 36, 1.5]) {
      const outcome = await provider().start(payout({ attempt: under(days, 'code1') }));
      expect(outcome).to.deep.equal({ type: 'refused', code: 'protection-days-invalid' });
    }
  });

  it('is never made without the code that it was made with', async () => {
    const gate = answering(RECEIPT);
    const outcome = await provider({ fetch: gate.fetch }).start(payout({ attempt: under(3) }));
    expect(outcome).to.deep.equal({ type: 'unknown' });
    expect(gate.calls).to.be.empty;
  });

  it('names the address of the recipient, of the shop’s word, or the one that stands in for it', async () => {
    const { ipAddress: _, ...customer } = offer().customer;
    const address = async (given: Partial<Start>, options: Partial<MonetixOptions> = {}) =>
      ((await sent(payout(given), options)) as unknown as { customer: object }).customer;
    expect(await address({ ipAddress: '203.0.113.9' })).to.include({ ip_address: '203.0.113.9' });
    const payouts = { fallbackIpAddress: '192.0.2.1' };
    expect(await address({}, { payouts })).to.include({ ip_address: '198.51.100.47' });
    expect(await address({ customer }, { payouts })).to.include({ ip_address: '192.0.2.1' });
    const outcome = await provider().start(payout({ customer }));
    expect(outcome).to.deep.equal({ type: 'refused', code: 'ip-address-missing' });
    expect(() => provider({ payouts: { fallbackIpAddress: 'here' } })).to.throw(TypeError, 'fallbackIpAddress');
  });

  it('never goes out for a payment', async () => {
    const outcome = await provider().start(payout({ purpose: 'payment' }));
    expect(outcome).to.deep.equal({ type: 'refused', code: 'method-unknown' });
  });
});

describe('monetix payouts: the receipt', () => {
  const started = (body: object, status = 400) => provider({ fetch: answering(body, status).fetch }).start(payout());
  const error = (code: string, field = '') => ({ status: 'error', errors: [{ code, field, message: 'x' }] });

  it('that says no is a refusal in our words', async () => {
    expect(await started(error('20105'))).to.deep.equal({
      type: 'refused',
      code: 'balance-too-low',
      providerCode: '20105',
    });
    expect(await started(error('20101'))).to.include({ code: 'limit-exceeded' });
    expect(await started(error('currency', 'account.number'))).to.include({ code: 'purse-invalid' });
    expect(await started(error('invalid', 'customer.email'))).to.include({ code: 'provider-refused' });
  });

  it('about an id that it has leaves it unknown: it was taken before', async () => {
    expect(await started(error('3041'))).to.deep.equal({ type: 'unknown' });
    expect(await started(error('used', 'general.payment_id'))).to.deep.equal({ type: 'unknown' });
    expect(await started(RECEIPT, 500)).to.deep.equal({ type: 'unknown' });
  });
});

describe('monetix payouts: what callbacks say', () => {
  it('figure 24: the money is there', async () => {
    const [message] = await receive(PAYOUT);
    const { raw: _, ...rest } = message ?? expect.fail('no message');
    expect(rest).to.deep.equal({
      key: 'WM-payout-121/payout/16442000001089/success/success',
      attemptId: 'WM-payout-121',
      outcome: { type: 'paid', paidAtMs: Date.parse('2018-08-22T13:35:41Z') },
      amount: { value: 100, currency: 'USD' },
      reference: '1593230877',
    });
  });

  it('figure 25: the protection ran out, with the general code', async () => {
    const [message] = await receive(PAYOUT_DECLINE);
    expect(message?.outcome).to.deep.equal({ type: 'declined', code: 'declined', providerCode: '20000' });
    expect(message?.amount).to.deep.equal({ value: 10, currency: 'USD' });
    expect(message?.reference).to.equal('1594601738');
  });

  const outcome = async (payment: object, operation: object) =>
    (
      await receive({
        ...PAYOUT,
        payment: { ...PAYOUT.payment, ...payment },
        operation: { ...PAYOUT.operation, ...operation },
      })
    )[0]?.outcome;
  const both = (status: string, code = '') => outcome({ status }, { status, code });

  it('is not over while either state waits or is new', async () => {
    for (const status of ['processing', 'awaiting customer action', 'brand new']) {
      expect(await both(status)).to.deep.equal({ type: 'pending' });
      expect(await outcome({ status }, {})).to.deep.equal({ type: 'pending' });
    }
  });

  it('is not over while any try to pay out runs, whatever the payment says', async () => {
    for (const status of ['processing', 'awaiting confirmation', 'brand new']) {
      expect(await outcome({ status: 'decline' }, { status })).to.deep.equal({ type: 'pending' });
      const { operation: _, ...rest } = PAYOUT_DECLINE;
      const running = { ...PAYOUT_DECLINE.operation, id: 1, status };
      for (const operations of [
        [running, PAYOUT_DECLINE.operation],
        [PAYOUT_DECLINE.operation, running],
      ]) {
        expect((await receive({ ...rest, operations }))[0]?.outcome).to.deep.equal({ type: 'pending' });
      }
    }
  });

  it('needs a person where their error leaves open whether money has gone', async () => {
    expect(await both('internal error')).to.deep.equal({ type: 'doubtful', code: 'provider-error' });
    expect(await both('external error')).to.deep.equal({ type: 'doubtful', code: 'provider-error' });
  });

  it('says why in our words', async () => {
    expect(await both('decline', '20101')).to.deep.include({ type: 'declined', code: 'limit-exceeded' });
    expect(await both('decline', '20105')).to.deep.include({ type: 'declined', code: 'balance-too-low' });
    expect(await both('decline', '20202')).to.deep.include({ type: 'declined', code: 'provider-unavailable' });
    expect(await both('expired')).to.deep.equal({ type: 'declined', code: 'timed-out' });
  });
});

describe('monetix payouts: the question', () => {
  const ask = async (body: object, id: string, method = METHOD) =>
    provider({ fetch: answering(await signed(JSON.stringify(body))).fetch }).ask(attempt({ id, method }));

  it('is answered like a callback, with the same key', async () => {
    const { operation, ...head } = PAYOUT;
    const [callback] = await receive(PAYOUT);
    expect(await ask({ ...head, operations: [operation] }, 'WM-payout-121')).to.include({ key: callback?.key });
  });

  it('is unknown when the answer is of the other kind', async () => {
    expect(await ask(PAYOUT, 'WM-payout-121', 'monetix:webmoney')).to.equal('unknown');
    expect(await ask(PAYOUT, 'other')).to.equal('unknown');
    const purchase = { ...PAYOUT, payment: { ...PAYOUT.payment, type: 'purchase' } };
    expect(await ask(purchase, 'WM-payout-121')).to.equal('unknown');
  });
});
