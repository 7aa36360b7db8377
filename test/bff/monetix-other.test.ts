import { expect } from '@open-wc/testing';
import type { ProviderMessage } from '../../src/bff/provider.js';
import type { Signable } from '../../src/bff/providers/monetix-signature.js';
import vectors from '../fixtures/monetix-vectors.json' with { type: 'json' };
import { answering, attempt, PAYMENT_ID, provider, receive, refusalOf, signed, SUCCESS } from './monetix-case.js';
import { PAYOUT, REFUND } from './monetix-figures.js';

const TAKEN_BACK = { type: 'doubtful', code: 'contradicting-message' };
const told = (operation: object, payment: object = {}) => ({
  ...SUCCESS,
  payment: { ...SUCCESS.payment, ...payment },
  operation: { ...SUCCESS.operation, id: 167000001099, ...operation },
});
const only = async (body: object): Promise<ProviderMessage> => {
  const [message, ...more] = await receive(body as Signable);
  expect(more).to.deep.equal([]);
  return message ?? expect.fail('no message');
};
const ask = async (body: object) =>
  provider({ fetch: answering(await signed(JSON.stringify(body))).fetch }).ask(attempt());

describe('monetix operations that are no sale, refund or payout', () => {
  /** Every type of the public SDKs and plugins but those three, and two that are in no list. */
  const others = [
    ...['auth', 'capture', 'cancel', 'reversal', 'recurring', 'account verification', 'payment confirmation'],
    ...['contract registration', 'brand new', undefined],
  ];

  for (const type of others) {
    it(`${type}: each state of it is one message to be kept`, async () => {
      for (const status of [...vectors.monetix_statuses.operation, 'brand new', undefined]) {
        const message = await only(told({ type, status }));
        expect(message).to.include({ attemptId: PAYMENT_ID });
        expect(message.key).to.equal(`${PAYMENT_ID}/other/${type ?? ''}/167000001099/${status ?? ''}`);
        expect(JSON.parse(message.raw)).to.have.nested.property('payment.id', PAYMENT_ID);
        const back = (type === 'reversal' || type === 'cancel') && status === 'success';
        expect(message.outcome).to.deep.equal(back ? TAKEN_BACK : { type: 'pending' });
        expect(message, 'a number that is not the payment’s').not.to.have.property('reference');
      }
    });
  }

  it('of a payout are messages too', async () => {
    const operation = { ...PAYOUT.operation, type: 'reversal' };
    expect(await only({ ...PAYOUT, operation })).to.deep.include({ attemptId: PAYOUT.payment.id, outcome: TAKEN_BACK });
    expect(await only({ ...PAYOUT, operation: { ...operation, type: 'sale' } })).to.have.nested.property(
      'outcome.type',
      'pending',
    );
  });

  it('of another kind of payment say nothing of ours', async () => {
    const { operation: _, ...bare } = told({}, { type: 'credit' });
    for (const body of [told({}, { type: 'credit' }), told({ type: 'credit' }, { type: 'credit' }), bare]) {
      expect(await only(body)).to.deep.include({ attemptId: PAYMENT_ID, outcome: { type: 'pending' } });
    }
    expect((await only(bare)).key).not.to.equal((await only({ ...bare, account: { number: '2' } })).key);
  });

  it('have one key for one event', async () => {
    const body = told({ type: 'reversal' }, { status: 'reversed' });
    const { key } = await only(body);
    expect((await only({ ...body, account: { number: 'Z1' } })).key).to.equal(key);
    expect((await only(told({ type: 'reversal' }, { status: 'partially reversed' }))).key).to.equal(key);
    const differing = [{ id: 2 }, { type: 'cancel' }, { status: 'decline' }, { id: undefined }];
    const keys = await Promise.all(
      differing.map(async (change) => (await only(told({ type: 'reversal', ...change }))).key),
    );
    expect(new Set([key, ...keys])).to.have.property('size', 5);
    const nameless = { type: 'capture', id: undefined };
    expect((await only(told(nameless))).key).to.equal((await only(told(nameless))).key);
    expect((await only(told(nameless))).key).not.to.equal((await only(told({ ...nameless, code: '7' }))).key);
  });

  it('stand beside the sale in a list', async () => {
    const { operation, ...rest } = SUCCESS;
    const reversal = { ...operation, id: 7, type: 'reversal' };
    const messages = await receive({ ...rest, operations: [operation, reversal, REFUND.operation] });
    expect(messages.map(({ outcome }) => outcome.type)).to.deep.equal(['paid', 'doubtful']);
  });
});

describe('monetix callbacks without a payment', () => {
  it('are kept under no attempt, each once', async () => {
    const body = { project_id: 238, recurring: { id: 1 } };
    const message = await only(body);
    expect(message).to.deep.include({ attemptId: '', outcome: { type: 'pending' } });
    expect((await only(body)).key).to.equal(message.key);
    expect((await only({ ...body, recurring: { id: 2 } })).key).not.to.equal(message.key);
  });

  it('or without its id are refused', async () => {
    expect(await refusalOf(await signed(JSON.stringify(told({ type: 'reversal' }, { id: undefined }))))).to.deep.equal([
      'message-invalid',
      400,
    ]);
  });
});

describe('monetix answers that speak of other operations', () => {
  const { operation, ...rest } = SUCCESS;

  it('tell that money was taken back', async () => {
    expect(await ask(told({ type: 'reversal' }, { status: 'reversed' }))).to.deep.include({ outcome: TAKEN_BACK });
    const payment = { ...SUCCESS.payment, status: 'partially reversed' };
    const operations = [operation, { ...operation, id: 7, type: 'reversal' }];
    expect(await ask({ ...rest, payment, operations })).to.deep.include({ outcome: TAKEN_BACK });
  });

  it('are not final otherwise, and never outdo the sale', async () => {
    expect(await ask(told({ type: 'capture' }))).to.equal('unknown');
    expect(await ask(told({ type: 'reversal', status: 'processing' }))).to.equal('unknown');
    const operations = [{ ...operation, id: 7, type: 'reversal', status: 'decline' }, operation];
    expect(await ask({ ...rest, operations })).to.have.nested.property('outcome.type', 'paid');
    const waiting = { ...rest, payment: { ...SUCCESS.payment, status: 'awaiting customer' } };
    const again = [operation, { ...operation, id: 7, type: 'cancel' }].map((one, index) =>
      index === 0 ? { ...one, status: 'decline' } : one,
    );
    expect(await ask({ ...waiting, operations: again })).to.have.nested.property('outcome.type', 'pending');
  });

  it('about another payment or none stay unknown', async () => {
    expect(await ask(told({ type: 'reversal' }, { id: 'other' }))).to.equal('unknown');
    expect(await ask({ project_id: 238, recurring: { id: 1 } })).to.equal('unknown');
  });
});
