import { expect } from '@open-wc/testing';
import type { MessageOutcome } from '../../src/bff/provider.js';
import { readLossless } from '../../src/bff/providers/lossless-json.js';
import { signingString } from '../../src/bff/providers/monetix-signature.js';
import { judge, OPERATION_STATUSES, PAYMENT_STATUSES } from '../../src/bff/providers/monetix-statuses.js';
import vectors from '../fixtures/monetix-vectors.json' with { type: 'json' };
import { DECLINE, PAYMENT_ID, receive, receiveText, REDIRECT, signed, SUCCESS } from './monetix-case.js';

const statuses = vectors.monetix_statuses;
const success = (payment: object, operation: object = {}) => ({
  ...SUCCESS,
  payment: { ...SUCCESS.payment, ...payment },
  operation: { ...SUCCESS.operation, ...operation },
});
const decline = (payment: object, operation: object = {}) => ({
  ...DECLINE,
  payment: { ...DECLINE.payment, ...payment },
  operation: { ...DECLINE.operation, ...operation },
});
const first = async (body: object): Promise<MessageOutcome> =>
  (await receive(body as never))[0]?.outcome ?? expect.fail('no message');

describe('monetix messages of the document', () => {
  it('Figures 9 and 15: a successful Classic purchase', async () => {
    const [message] = await receive(SUCCESS);
    const { raw, ...rest } = message ?? expect.fail('no message');
    expect(rest).to.deep.equal({
      key: `${PAYMENT_ID}/167000001094/success/success/`,
      attemptId: PAYMENT_ID,
      outcome: { type: 'paid', paidAtMs: Date.parse('2018-08-21T07:05:53Z') },
      amount: { value: 100, currency: 'USD' },
      reference: '1592901328',
    });
    expect(JSON.parse(raw)).to.deep.include(SUCCESS);
  });

  it('Figures 10 and 16: a declined Light purchase, told by its operation', async () => {
    const [message] = await receive(DECLINE);
    const { raw: _, ...rest } = message ?? expect.fail('no message');
    expect(rest).to.deep.equal({
      key: 'ECT_TEST_154477095843411111/13290000002280/decline/decline/',
      attemptId: 'ECT_TEST_154477095843411111',
      outcome: { type: 'declined', code: 'limit-exceeded', providerCode: '20101' },
      amount: { value: 100, currency: 'USD' },
    });
  });

  it('vectors SEED-CB-SUCCESS and SEED-CB-REDIRECT, by their own signatures', async () => {
    for (const id of ['SEED-CB-SUCCESS', 'SEED-CB-REDIRECT']) {
      const { input, signature } = vectors.monetix_signature.find((one) => one.id === id) ?? expect.fail(id);
      const [message] = await receiveText(JSON.stringify({ ...input, signature }));
      expect(message?.attemptId).to.equal(PAYMENT_ID);
    }
  });

  it('the redirection data', async () => {
    const [message] = await receive(REDIRECT);
    expect(message?.outcome).to.deep.equal({
      type: 'pending',
      nextAction: {
        type: 'redirect',
        method: 'POST',
        url: 'https://example.com/redirect',
        fields: [
          ['example_parameter_1', 'value_1'],
          ['example_parameter_2', 'value_2'],
        ],
        charset: 'UTF-8',
      },
    });
  });

  it('Figures 19 and 20: refunds are acknowledged and say nothing of the purchase', async () => {
    expect(await receive(success({ status: 'partially refunded' }, { type: 'refund' }))).to.deep.equal([]);
    expect(await receive(success({}, { type: 'refund', status: 'decline', code: '100' }))).to.deep.equal([]);
  });
});

describe('monetix statuses', () => {
  const paid = ['success', 'partially refunded', 'partially reversed'];
  const over = ['decline', 'cancelled', 'canceled', 'invoice cancelled', 'error', 'internal error', 'external error'];
  const returned = ['reversed', 'refunded'];

  it('are all in the tables', () => {
    expect([...PAYMENT_STATUSES.keys()].sort()).to.deep.equal([...statuses.payment].sort());
    expect([...OPERATION_STATUSES.keys()].sort()).to.deep.equal([...statuses.operation].sort());
  });

  for (const status of statuses.payment) {
    const type = paid.includes(status)
      ? 'paid'
      : status === 'expired'
        ? 'expired'
        : [...over, ...returned].includes(status)
          ? 'declined'
          : 'pending';
    it(`payment "${status}" alone is ${type}`, async () => {
      const { operation: _, ...body } = success({ status });
      expect((await first(body)).type).to.equal(type);
    });
  }

  for (const status of statuses.operation) {
    it(`operation "${status}" under a payment of the same kind`, async () => {
      const same = statuses.payment.includes(status) ? status : 'processing';
      const type = OPERATION_STATUSES.get(status);
      const outcome = await first(success({ status: same }, { status }));
      expect(outcome.type).to.equal(type === 'paid' || type === 'pending' || type === 'expired' ? type : 'declined');
    });
  }

  it('count money only when both say so', () => {
    for (const payment of [...statuses.payment, 'new', undefined]) {
      for (const operation of [...statuses.operation, 'new', '']) {
        const verdict = judge(payment, operation);
        if (verdict === 'paid') expect([payment, operation]).to.deep.equal([payment, 'success']);
        if (verdict === 'paid') expect(paid).to.include(payment);
      }
    }
  });

  it('are never final when one is unknown', () => {
    for (const status of ['', 'Success', 'success ', 'brand new', '__proto__', 'constructor']) {
      expect(judge(status, 'success')).to.equal('pending');
      expect(judge(status, 'decline')).to.equal('pending');
      expect(judge('success', status)).to.equal('pending');
      expect(judge('decline', status)).to.equal('pending');
    }
    expect(judge(undefined)).to.equal('pending');
  });

  it('are not final while the buyer may try again', () => {
    expect(judge('awaiting customer', 'decline')).to.equal('pending');
    expect(judge('success', 'decline')).to.equal('pending');
    expect(judge('decline', 'success')).to.equal('pending');
    expect(judge('processing', 'success')).to.equal('pending');
  });

  it('end a payment whose operation was left waiting, by the better reason', () => {
    expect(judge('expired', 'awaiting redirect result')).to.equal('expired');
    expect(judge('decline', 'expired')).to.equal('expired');
    expect(judge('decline', 'invoice cancelled')).to.equal('invoice-refused');
    expect(judge('refunded', 'success')).to.equal('declined');
  });
});

describe('monetix declines', () => {
  const code = async (body: object) => {
    const outcome = await first(body);
    return outcome.type === 'declined' ? [outcome.code, outcome.providerCode] : outcome.type;
  };

  it('carry our code and theirs', async () => {
    expect(await code(decline({}, { code: '20000' }))).to.deep.equal(['declined', '20000']);
    expect(await code(decline({}, { code: 100 }))).to.deep.equal(['declined', '100']);
    expect(await code(decline({}, { code: '20105' }))).to.deep.equal(['insufficient-funds', '20105']);
    expect(await code(decline({}, { code: '20602' }))).to.deep.equal(['timed-out', '20602']);
    expect(await code(decline({}, { code: '20202' }))).to.deep.equal(['provider-unavailable', '20202']);
    expect(await code(decline({}, { code: '20301' }))).to.deep.equal(['canceled-by-buyer', '20301']);
    expect(await code(decline({ method: 'webmoney' }, { code: '20301' }))).to.deep.equal(['invoice-refused', '20301']);
    expect(await code(decline({}, { status: 'invoice cancelled', code: '' }))).to.deep.equal([
      'invoice-refused',
      undefined,
    ]);
    expect(await code(decline({ status: 'error' }))).to.deep.equal(['provider-refused', '20101']);
    expect(await code(decline({}, { code: '<script>' }))).to.deep.equal(['declined', undefined]);
  });

  it('take the code from the errors when the operation has none', async () => {
    const errors = [{ code: '20101', message: 'x' }];
    expect(await code({ ...decline({}, { code: '' }), errors })).to.deep.equal(['limit-exceeded', '20101']);
  });
});

describe('monetix sums and numbers', () => {
  const amount = async (body: object) => (await receive(body as never))[0]?.amount;

  it('of a success count only when both agree', async () => {
    expect(await amount(success({ sum: { amount: 90, currency: 'USD' } }))).to.equal(undefined);
    expect(await amount(success({ sum: { amount: 100, currency: 'EUR' } }))).to.equal(undefined);
    expect(await amount(success({ sum: undefined }))).to.deep.equal({ value: 100, currency: 'USD' });
    expect(await amount(success({ sum: undefined }, { sum_initial: undefined }))).to.equal(undefined);
    const rest = success({ status: 'partially refunded', sum: { amount: 90, currency: 'USD' } });
    expect(await amount(rest)).to.deep.equal({ value: 100, currency: 'USD' });
  });

  it('are integers', async () => {
    for (const wrong of ['100.0', '1e2', '-100', '100.5', '"1 00"', '9007199254740993', 'null', 'true', '""']) {
      const text = JSON.stringify(SUCCESS).replaceAll('"amount":100', `"amount":${wrong}`);
      expect((await receiveText(await signed(text)))[0]?.amount, wrong).to.equal(undefined);
    }
  });

  it('keep ids beyond 2^53 and odd spellings as they were signed', async () => {
    const text = JSON.stringify(SUCCESS)
      .replace('167000001094', '90071992547409931234')
      .replace('"code":"0"', '"code":1.0,"rate":1e3');
    const [message] = await receiveText(await signed(text));
    expect(message?.key).to.equal(`${PAYMENT_ID}/90071992547409931234/success/success/`);
    const line = signingString(readLossless(text));
    for (const part of ['operation:id:90071992547409931234', 'operation:code:1.0', 'operation:rate:1e3']) {
      expect(line.split(';')).to.include(part);
    }
  });

  it('of dates are read with their zone, and left out when unreadable', async () => {
    const paidAt = async (date: string) => {
      const outcome = await first(success({}, { date }));
      return outcome.type === 'paid' ? outcome.paidAtMs : expect.fail(outcome.type);
    };
    expect(await paidAt('2018-08-21T10:05:53+0300')).to.equal(Date.parse('2018-08-21T07:05:53Z'));
    expect(await paidAt('2018-08-21T07:05:53Z')).to.equal(Date.parse('2018-08-21T07:05:53Z'));
    for (const odd of ['yesterday', '2018-13-41T07:05:53+0000', '21.08.2018', '']) {
      expect(await paidAt(odd)).to.equal(undefined);
    }
  });
});

describe('monetix keys', () => {
  const key = async (body: object) => (await receive(body as never))[0]?.key;

  it('are the same for the same event and differ for each other', async () => {
    expect(await key(SUCCESS)).to.equal(await key({ ...SUCCESS, account: { number: 'Z1' } }));
    const { redirect_data: _, ...before } = REDIRECT;
    const keys = await Promise.all([
      key(SUCCESS),
      key(success({ status: 'processing' })),
      key(success({}, { id: 2 })),
      key(success({ id: 'other' })),
      key(REDIRECT),
      key(before),
    ]);
    expect(new Set(keys)).to.have.property('size', keys.length);
  });
});
