import { expect } from '@open-wc/testing';
import vectors from '../fixtures/monetix-vectors.json' with { type: 'json' };
import {
  answering,
  attempt,
  DECLINE,
  PAYMENT_ID,
  provider,
  receive,
  REDIRECT,
  signed,
  SUCCESS,
} from './monetix-case.js';

const ask = (body: string | object, status = 200) => provider({ fetch: answering(body, status).fetch }).ask(attempt());
const askSigned = async (body: object, status = 200) => ask(await signed(JSON.stringify(body)), status);

/** Two tries of one purchase, as a list, the later one first. */
const { operation, ...rest } = SUCCESS;
const failed = { ...operation, id: 1, status: 'decline', code: '20101', date: '2018-08-21T07:05:13+0000' };

describe('monetix status question', () => {
  it('is signed and sent to the status path', async () => {
    const gate = answering({});
    await provider({ fetch: gate.fetch }).ask(attempt({ id: 'pay_0001' }));
    expect(gate.calls[0]?.url).to.equal('https://api.trxhost.com/v2/payment/status');
    expect(gate.calls[0]?.body).to.have.nested.property('general.payment_id', 'pay_0001');
    const { key, input, signature } = vectors.monetix_signature.find(({ id }) => id === 'SV1') ?? expect.fail('SV1');
    const other = answering({});
    await provider({ fetch: other.fetch, secret: key, projectId: 12345 }).ask(attempt({ id: 'pay_0001' }));
    expect(other.calls[0]?.body).to.deep.equal({ general: { ...input.general, signature } });
  });

  it('is not to be asked before 10 seconds', () => expect(provider().askAfterMs).to.equal(10_000));

  it('is answered like a callback, with the same key', async () => {
    const [callback] = await receive(SUCCESS);
    const answer = await askSigned(SUCCESS);
    if (typeof answer === 'string') return expect.fail(answer);
    expect(answer.key).to.equal(callback?.key);
    expect(answer.outcome).to.deep.equal(callback?.outcome);
    expect(await askSigned(REDIRECT)).to.have.nested.property('outcome.nextAction.type', 'redirect');
  });

  it('may be answered with a list of operations', async () => {
    for (const operations of [
      [failed, operation],
      [operation, failed],
      [operation, { ...failed, type: 'refund' }],
    ]) {
      const answer = await askSigned({ ...rest, operations });
      expect(answer).to.have.nested.property('outcome.type', 'paid');
      expect(answer).to.have.property('key', `${PAYMENT_ID}/167000001094/success/success/`);
    }
    const waiting = { ...operation, id: 2, status: 'awaiting customer action', date: '2018-08-21T07:06:00+0000' };
    const payment = { ...rest.payment, status: 'awaiting customer action' };
    const answer = await askSigned({ ...rest, payment, operations: [waiting, failed] });
    expect(answer).to.have.property('key', `${PAYMENT_ID}/2/awaiting customer action/awaiting customer action/`);
  });

  it('is not found only when Monetix says so', async () => {
    const error = { code: '3061', message: 'Transaction not found' };
    expect(await ask({ status: 'error', errors: [error] }, 400)).to.equal('not-found');
    expect(await ask({ status: 'error', ...error }, 404)).to.equal('not-found');
    expect(await ask({ errors: [{ code: 3061 }] })).to.equal('not-found');
    expect(await ask({ status: 'error', errors: [{ code: '3261' }] }, 400)).to.equal('unknown');
    expect(await ask({ status: 'error', errors: [error] }, 500)).to.equal('unknown');
    expect(await ask('', 404)).to.equal('unknown');
    expect(await askSigned({ ...SUCCESS, errors: [error] })).to.have.nested.property('outcome.type', 'paid');
  });

  it('is unknown when the answer can’t be trusted or read', async () => {
    expect(await ask(SUCCESS)).to.equal('unknown');
    expect(await ask(await signed(JSON.stringify(SUCCESS), 'another key'))).to.equal('unknown');
    expect(await askSigned(SUCCESS, 500)).to.equal('unknown');
    expect(await askSigned(SUCCESS, 302)).to.equal('unknown');
    expect(await askSigned({ ...SUCCESS, project_id: 239 })).to.equal('unknown');
    expect(await askSigned(DECLINE)).to.equal('unknown');
    expect(await askSigned({ ...SUCCESS, operation: { ...operation, type: 'refund' } })).to.equal('unknown');
    const redirect = { ...REDIRECT, redirect_data: { ...REDIRECT.redirect_data, url: 'javascript:x' } };
    expect(await askSigned(redirect)).to.equal('unknown');
    expect(await ask({ signature: 'x', a: Array.from({ length: 5000 }, () => 0) })).to.equal('unknown');
    expect(await ask('<html>')).to.equal('unknown');
    expect(await provider().ask(attempt())).to.equal('unknown');
  });
});
