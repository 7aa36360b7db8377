import { expect } from '@open-wc/testing';
import type { Attempt } from '../../src/bff/record.js';
import { RefundRefusal, type RefundStart, type Refunds, type RefundWish } from '../../src/bff/refund-port.js';
import type { MonetixOptions } from '../../src/bff/providers/monetix-options.js';
import {
  answering,
  attempt,
  classic,
  NOW_MS,
  PAYMENT_ID,
  provider,
  RECEIPT,
  receive,
  receiveRefunds,
  signed,
  SUCCESS,
} from './monetix-case.js';
import { PAYOUT, REFUND, REFUND_DECLINE } from './monetix-figures.js';

const WEBHOOK = 'https://bff.example/webhooks/monetix';
const usd = (value: number) => ({ value, currency: 'USD' });

function refunds(options: Partial<MonetixOptions> = {}): Refunds {
  return provider(options).refunds ?? expect.fail('no refunds');
}

function wish(change: Partial<RefundWish> = {}): RefundWish {
  const paid = usd(100);
  return { attempt: classic(), amount: paid, paid, rest: paid, paidAtMs: NOW_MS, nowMs: NOW_MS, ...change };
}

const refund = (change: Partial<RefundStart> = {}): RefundStart => ({
  id: 'refund-1',
  webhookUrl: WEBHOOK,
  ...wish(),
  ...change,
});

describe('monetix refunds: what can be refunded', () => {
  const planned = (change: Partial<RefundWish>, options: Partial<MonetixOptions> = {}) => {
    try {
      return refunds(options).plan(wish(change)).type;
    } catch (error) {
      if (error instanceof RefundRefusal) return error.code;
      throw error;
    }
  };

  it('both scenarios, or the one that is configured: the document contradicts itself', () => {
    expect(planned({})).to.equal('provider');
    expect(planned({ attempt: attempt() })).to.equal('provider');
    expect(planned({ attempt: attempt() }, { refundable: ['classic'] })).to.equal('refund-not-supported');
    expect(planned({}, { refundable: ['light'] })).to.equal('refund-not-supported');
    expect(planned({}, { scenarios: ['light'] }), 'one that is no longer offered').to.equal('provider');
  });

  it('purchases only, in their own currency', () => {
    expect(planned({ attempt: attempt({ method: 'monetix:webmoney-purse' }) })).to.equal('refund-not-supported');
    expect(planned({ amount: { value: 100, currency: 'EUR' } })).to.equal('currency-not-allowed');
    expect(planned({ amount: usd(0) })).to.equal('amount-not-allowed');
  });
});

describe('monetix refunds: the request', () => {
  const sent = async (change: Partial<RefundStart>, options: Partial<MonetixOptions> = {}) => {
    const gate = answering(RECEIPT);
    await refunds({ ...options, fetch: gate.fetch }).start(refund(change));
    const [call] = gate.calls;
    const { general, payment } = call?.body as Record<'general' | 'payment', Record<string, unknown>>;
    const { signature, ...rest } = general;
    expect(signature).to.match(/^[\w+/]{86}==$/);
    const callback = options.sendCallbackUrl === false ? {} : { merchant_callback_url: WEBHOOK };
    expect(rest).to.deep.equal({ project_id: 238, payment_id: PAYMENT_ID, ...callback });
    return [call?.url, payment];
  };
  const path = 'https://api.trxhost.com/v2/payment/webmoney/refund';

  it('names sum and currency only for a part (figure 18)', async () => {
    expect(await sent({ reason: 'damaged' })).to.deep.equal([path, { description: 'damaged' }]);
    expect(await sent({ amount: usd(30) })).to.deep.equal([
      path,
      { description: 'refund', amount: 30, currency: 'USD' },
    ]);
    // All that is left, but not all that was paid.
    expect(await sent({ amount: usd(70), rest: usd(70) })).to.deep.equal([
      path,
      { description: 'refund', amount: 70, currency: 'USD' },
    ]);
  });

  it('has a path for each scenario', async () => {
    const paths = { lightRefund: '/light', classicRefund: '/classic' };
    expect((await sent({}, { paths }))[0]).to.equal('https://api.trxhost.com/classic');
    expect((await sent({ attempt: attempt() }, { paths }))[0]).to.equal('https://api.trxhost.com/light');
  });

  it('leaves the callback to the project where it is set there', async () => {
    expect((await sent({}, { sendCallbackUrl: false }))[0]).to.equal(path);
  });

  it('is not stopped by a reason that can’t be signed', async () => {
    expect((await sent({ reason: 'late; broken' }))[1]).to.deep.equal({ description: 'late, broken' });
    expect((await sent({ reason: ' ' }))[1]).to.deep.equal({ description: 'refund' });
  });
});

describe('monetix refunds: the receipt', () => {
  const started = (body: string | object, status = 200) =>
    refunds({ fetch: answering(body, status).fetch }).start(refund());
  const error = (code: string) => ({
    status: 'error',
    code,
    errors: [{ code, field: 'payment.amount', message: 'x' }],
  });

  it('is not the end of it', async () => {
    expect(await started(RECEIPT)).to.deep.equal({ type: 'accepted', requestId: 'req-1' });
    expect(await started({ ...RECEIPT, request_id: undefined })).to.deep.equal({ type: 'accepted' });
  });

  it('that says no is a decline', async () => {
    expect(await started(error('amount'), 400)).to.deep.equal({
      type: 'declined',
      code: 'provider-refused',
      providerCode: 'amount',
    });
    expect(await started(error('20101'), 400)).to.deep.include({ code: 'limit-exceeded' });
    expect(await started(error('20105'), 400)).to.deep.include({ code: 'balance-too-low' });
    const unknownPayment = { status: 'error', errors: [{ code: '3061', field: 'general.payment_id' }] };
    expect(await started(unknownPayment, 400)).to.deep.include({ type: 'declined', providerCode: '3061' });
  });

  it('that does not come, or can’t be read, leaves it unknown', async () => {
    for (const [body, status] of [
      [error('x'), 500],
      ['', 502],
      ['<html>', 200],
      [{ ...RECEIPT, payment_id: 'other' }, 200],
      [{ ...RECEIPT, status: 'processing' }, 200],
      [RECEIPT, 302],
      [{}, 400],
    ] as const) {
      expect(await started(body, status)).to.deep.equal({ type: 'unknown' });
    }
    expect(await refunds().start(refund())).to.deep.equal({ type: 'unknown' });
  });
});

describe('monetix refunds: what callbacks say', () => {
  it('figure 19: a part was given back, told by the operation', async () => {
    const [message, ...more] = await receiveRefunds(REFUND);
    expect(more).to.be.empty;
    const { raw, ...rest } = message ?? expect.fail('no message');
    expect(rest).to.deep.equal({
      key: `${PAYMENT_ID}/refund/167000001097/success`,
      attemptId: PAYMENT_ID,
      refund: {
        operation: '167000001097',
        requestId: 'ba1d13a9346e271b0c38e73be0a93b71bb91c383-4514983dd65d182656477cb8d37f91ab94fd43f9',
        amount: { value: 10, currency: 'USD' },
        outcome: { type: 'succeeded', atMs: Date.parse('2018-08-21T12:23:59Z') },
      },
      reference: '1592975261',
    });
    expect(JSON.parse(raw)).to.deep.include(REFUND);
    expect(await receive(REFUND), 'nothing of the purchase').to.deep.equal([]);
  });

  it('figure 20: a decline leaves the payment as it is', async () => {
    const [message] = await receiveRefunds(REFUND_DECLINE);
    expect(message?.refund).to.deep.include({
      operation: '167000001095',
      outcome: { type: 'declined', code: 'declined', providerCode: '100' },
    });
    expect(message).not.to.have.property('reference');
    expect(await receive(REFUND_DECLINE)).to.deep.equal([]);
  });

  const outcome = async (operation: object, payment: object = {}) => {
    const body = {
      ...REFUND,
      payment: { ...REFUND.payment, ...payment },
      operation: { ...REFUND.operation, ...operation },
    };
    return (await receiveRefunds(body))[0]?.refund.outcome;
  };

  it('of the payment does not matter', async () => {
    for (const status of ['success', 'partially refunded', 'refunded', 'decline', 'reversed']) {
      expect(await outcome({}, { status })).to.have.property('type', 'succeeded');
      expect(await outcome({ status: 'decline' }, { status })).to.have.property('type', 'declined');
      expect(await outcome({ status: 'processing' }, { status })).to.deep.equal({ type: 'pending' });
    }
  });

  it('of an error on their side or in new words is not the end', async () => {
    for (const status of ['internal error', 'external error', 'brand new', '']) {
      expect(await outcome({ status })).to.deep.equal({ type: 'pending' });
    }
    expect(await outcome({ status: 'expired', code: '' })).to.deep.equal({ type: 'declined', code: 'timed-out' });
    expect(await outcome({ status: 'decline', code: '20101' })).to.deep.include({ code: 'limit-exceeded' });
    expect(await outcome({ status: 'decline', code: '20105' })).to.deep.include({ code: 'balance-too-low' });
    expect(await outcome({ status: 'decline', code: '20301' })).to.deep.include({ code: 'declined' });
  });

  it('are one event for one state of one operation', async () => {
    const key = async (operation: object, payment: object = {}) =>
      (
        await receiveRefunds({
          ...REFUND,
          payment: { ...REFUND.payment, ...payment },
          operation: { ...REFUND.operation, ...operation },
        })
      )[0]?.key;
    expect(await key({}, { status: 'refunded' })).to.equal(await key({}));
    expect(new Set([await key({}), await key({ id: 2 }), await key({ status: 'processing' })])).to.have.property(
      'size',
      3,
    );
  });

  it('without a sum that can be read bring none', async () => {
    const [message] = await receiveRefunds({
      ...REFUND,
      operation: { ...REFUND.operation, sum_initial: { amount: '1.5' } },
    });
    expect(message?.refund).not.to.have.property('amount');
  });

  it('are refused without the id of the operation', async () => {
    const { id: _, ...operation } = REFUND.operation;
    const refused = await receiveRefunds({ ...REFUND, operation }).catch((error: Error) => error.message);
    expect(refused).to.equal('message-invalid');
  });

  it('are none in news of a purchase or a payout', async () => {
    expect(await receiveRefunds(SUCCESS)).to.be.empty;
    expect(await receiveRefunds(PAYOUT)).to.be.empty;
  });
});

describe('monetix refunds: the question', () => {
  const ask = async (body: object, status = 200, of: Attempt = classic()) => {
    const text = await signed(JSON.stringify(body));
    return refunds({ fetch: answering(text, status).fetch }).ask?.(of);
  };
  const { operation, ...head } = REFUND;

  it('is answered with every refund', async () => {
    const operations = [SUCCESS.operation, operation, REFUND_DECLINE.operation];
    const answer = await ask({ ...head, operations });
    if (!Array.isArray(answer)) return expect.fail('unknown');
    expect(answer.map(({ refund: one }) => one.outcome.type)).to.deep.equal(['succeeded', 'declined']);
    expect(answer[0]?.key).to.equal((await receiveRefunds(REFUND))[0]?.key);
    expect(await ask(SUCCESS)).to.deep.equal([]);
  });

  it('is unknown when the answer can’t be trusted or is about something else', async () => {
    expect(await ask(REFUND, 500)).to.equal('unknown');
    expect(await ask(REFUND, 200, attempt({ id: 'other' }))).to.equal('unknown');
    expect(await refunds({ fetch: answering(REFUND).fetch }).ask?.(classic())).to.equal('unknown');
    const notFound = answering({ status: 'error', errors: [{ code: '3061' }] }, 400);
    expect(await refunds({ fetch: notFound.fetch }).ask?.(classic())).to.equal('unknown');
    expect(await refunds().ask?.(classic())).to.equal('unknown');
  });

  it('leaves a purchase paid when it was refunded in part', async () => {
    const text = await signed(JSON.stringify({ ...head, operations: [SUCCESS.operation, operation] }));
    const answer = await provider({ fetch: answering(text).fetch }).ask(classic());
    expect(answer).to.have.nested.property('outcome.type', 'paid');
    expect(answer).to.have.deep.property('amount', usd(100));
  });
});
