import { expect } from '@open-wc/testing';
import type { CreateSessionAnswer } from '../../src/contract/requests.js';
import { monetixSign } from '../../src/sandbox/monetix-signature.js';
import { makeStack, openCheckout, pay, says, until, words } from './page.js';
import type { Opened } from './page.js';
import { LIGHT } from './stack.js';
import type { Answer, Stack } from './stack.js';

const FIVE_MB = 5 * 1024 * 1024;

describe('callbacks that are not what they should be', () => {
  let stack: Stack;
  let made: CreateSessionAnswer;
  let attempt: string;
  let opened: Opened;

  beforeEach(async () => {
    stack = makeStack();
    // Only what a test sends arrives.
    await stack.sandbox.setFaults({ lose: 'all' });
    made = await stack.session();
    opened = await openCheckout(stack, { session: made.token });
    await pay(opened.el, LIGHT);
    await says(opened.el, 'Your payment is being checked');
    // The page hears of the attempt before Monetix has answered.
    await until(async () => (await stack.record(made.id)).attempts[0]?.status === 'waiting', 'the receipt');
    attempt = (await stack.record(made.id)).attempts[0]?.id ?? '';
  });
  afterEach(() => stack.end());

  const paid = (more: Record<string, unknown> = {}) => stack.sale(attempt, 'success', more);

  /** Refused, nothing changed in store or page; the true message after it counts, so nothing of it was kept either. */
  const refuses = async (status: number, code: string, send: () => Promise<Answer>) => {
    const before = await stack.record(made.id);
    const answer = await send();
    expect(answer.status).to.equal(status);
    expect(answer.text).to.contain(code);
    expect(answer.text).to.not.contain(attempt).and.not.contain('8420');
    expect(await stack.record(made.id)).to.deep.equal(before);
    expect(words(opened.el)).to.contain('Your payment is being checked');
    expect((await stack.callback(paid())).status).to.equal(200);
    await says(opened.el, 'Payment complete');
  };

  for (const [what, body] of [
    ['words', 'success'],
    ['HTML', '<!doctype html><h1>502</h1>'],
    ['nothing', ''],
    ['half a message', '{"project_id":238,"payment":{"id":"'],
    ['a form', 'payment_id=1&status=success'],
    ['two messages', '{}{}'],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
  ] satisfies [string, BodyInit][]) {
    it(`${what} instead of JSON: message-invalid`, () => refuses(400, 'message-invalid', () => stack.raw(body)));
  }

  for (const json of ['null', '7', '"success"', '[]', '{}', 'true']) {
    it(`${json}: signature-invalid`, () => refuses(400, 'signature-invalid', () => stack.raw(json)));
  }

  it('5 MB, well signed: body-too-large', async () => {
    const body = paid({ padding: 'x'.repeat(FIVE_MB) });
    const text = JSON.stringify({ ...body, signature: await monetixSign(body, 'sandbox-secret') });
    await refuses(413, 'body-too-large', () => stack.raw(text));
  });

  it('5 MB of brackets: refused', async () => {
    await refuses(413, 'body-too-large', () => stack.raw('['.repeat(FIVE_MB)));
  });

  it('as many brackets as are read at all: refused', async () => {
    await refuses(400, '-invalid', () => stack.raw('['.repeat(200_000)));
  });

  it('signed with another key: signature-invalid', () =>
    refuses(400, 'signature-invalid', () => stack.callback(paid(), 'another-secret')));

  it('changed after signing: signature-invalid', async () => {
    const signature = await monetixSign(stack.sale(attempt, 'decline'), 'sandbox-secret');
    await refuses(400, 'signature-invalid', () => stack.raw(JSON.stringify({ ...paid(), signature })));
  });

  for (const [what, signature] of [
    ['no signature', undefined],
    ['an empty signature', ''],
    ['a signature that is an object', {}],
    ['a signature cut off', 'AAAA'],
    ['a signature of zeros', `${'A'.repeat(86)}==`],
  ] as const) {
    it(`${what}: signature-invalid`, () =>
      refuses(400, 'signature-invalid', () => stack.raw(JSON.stringify({ ...paid(), signature }))));
  }

  it('for another project, rightly signed: message-invalid', () =>
    refuses(400, 'message-invalid', () => stack.callback(paid({ project_id: 239 }))));

  it('to another provider’s address: provider-unknown', () =>
    refuses(404, 'provider-unknown', () => stack.call('/webhooks/sbps', { method: 'POST', body: '{}' })));

  it('replayed: acknowledged each time, counted once', async () => {
    const answers = [await stack.callback(paid())];
    await says(opened.el, 'Payment complete');
    const first = await stack.record(made.id);
    for (let times = 0; times < 5; times += 1) answers.push(await stack.callback(paid()));
    answers.push(...(await Promise.all(Array.from({ length: 20 }, () => stack.callback(paid())))));
    expect(answers.map(({ status }) => status)).to.deep.equal(Array.from({ length: 26 }, () => 200));
    expect(await stack.record(made.id)).to.deep.equal(first);
    expect(opened.told.completed).to.have.length(1);
  });

  it('twenty copies at once before anything is known: counted once', async () => {
    const { rev } = await stack.record(made.id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => stack.callback(paid())));
    expect(answers.every(({ status }) => status === 200)).to.equal(true);
    await says(opened.el, 'Payment complete');
    expect((await stack.record(made.id)).rev).to.equal(rev + 1);
  });

  it('replayed from an earlier attempt: says nothing of the one under way', async () => {
    const declined = stack.sale(attempt, 'decline');
    await stack.callback(declined);
    await stack.confirm(made.id, { method: LIGHT }, 'again');
    const before = await stack.record(made.id);
    expect(before.state.status).to.equal('pending');
    expect((await stack.callback(declined)).status).to.equal(200);
    expect(await stack.record(made.id)).to.deep.equal(before);
  });

  it('for an unknown payment: acknowledged, and nothing changed', async () => {
    const before = await stack.record(made.id);
    for (const id of ['nobody', attempt.slice(0, -1), attempt.toUpperCase(), 'x'.repeat(500), '№', '../..']) {
      const { status } = await stack.callback(stack.sale(id, 'success'));
      expect(status, id).to.equal(200);
    }
    expect(await stack.record(made.id)).to.deep.equal(before);
    expect(words(opened.el)).to.contain('Your payment is being checked');
  });

  const sum = (amount: unknown, currency = 'USD') => ({ amount, currency });
  for (const [what, whole, part] of [
    ['a cent less', sum(8419), sum(8419)],
    ['a cent more', sum(8421), sum(8421)],
    ['another currency', sum(8420, 'KZT'), sum(8420, 'KZT')],
    ['two sums that differ', sum(8420), sum(1)],
    ['no sum at all', undefined, undefined],
    ['a sum that is no number', sum('8420.00'), sum('8420.00')],
    ['a sum below nothing', sum(-8420), sum(-8420)],
    ['a sum with an exponent', sum('8420e0'), sum('8420e0')],
  ] as const) {
    it(`that says paid with ${what}: never a success, never lost, a person looks`, async () => {
      const payment = { id: attempt, type: 'purchase', status: 'success', method: 'webmoney-light', sum: whole };
      const operation = { id: 4711, type: 'sale', status: 'success', sum_initial: part };
      expect((await stack.callback({ project_id: 238, payment, operation })).status).to.equal(200);
      const { state, attempts } = await stack.record(made.id);
      expect(state).to.deep.equal({ status: 'needsAttention', code: 'amount-mismatch', attempt });
      expect(attempts[0]?.status).to.equal('succeeded');
      await says(opened.el, 'Please do not pay again');
      expect(words(opened.el)).to.not.contain('Payment complete');
    });
  }

  it('that take a payment back: contradicting-message, and a person looks', async () => {
    await stack.callback(paid());
    await says(opened.el, 'Payment complete');
    expect((await stack.callback(stack.sale(attempt, 'decline'))).status).to.equal(200);
    expect((await stack.record(made.id)).state).to.have.property('code', 'contradicting-message');
  });

  it('leave nobody’s data and no id in the log', async () => {
    await stack.raw('success 377094062589');
    await stack.callback(paid(), 'another-secret');
    await stack.callback(stack.sale('unknown-payment', 'success'));
    await stack.callback(paid());
    const log = JSON.stringify(stack.logged);
    expect(stack.logged.length).to.be.greaterThan(5);
    for (const secret of [attempt, made.id, 'buyer@shop', 'Sample', '377094', 'unknown-payment', 'sandbox-secret']) {
      expect(log, secret).to.not.contain(secret);
    }
  });
});
