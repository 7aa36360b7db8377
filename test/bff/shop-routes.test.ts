import { expect } from '@open-wc/testing';
import { compactVerify, importJWK } from 'jose';
import type { JWK } from 'jose';
import { OrderAnswer } from '../../src/contract/requests.js';
import type { CreateSessionAnswer } from '../../src/contract/requests.js';
import { API_KEY, codeOf, ISSUER, opened, ORDER, SHOP, START_MS, Till } from './till.js';

const made = (text: string) => JSON.parse(text) as CreateSessionAnswer;
const changed = (path: 'order' | 'customer' | 'amount', change: object) => ({
  ...ORDER,
  [path]: { ...ORDER[path], ...change },
});

describe('POST /sessions', () => {
  it('makes a session and signs it for the shop’s origin', async () => {
    const till = new Till();
    const answer = await till.create({ ...ORDER, locale: 'ja' });
    expect(answer.status).to.equal(201);
    const { id, url, token } = made(answer.text);
    expect(id).to.match(/^[a-z2-7]{32}$/);
    expect(url).to.equal(`${ISSUER}/sessions/${id}`);
    expect(answer.headers.get('location')).to.equal(url);
    const claims = opened(token);
    expect(claims).to.include({ iss: ISSUER, aud: SHOP, iat: START_MS / 1000, exp: START_MS / 1000 + 300 });
    expect(claims.session).to.deep.include({
      id,
      rev: 1,
      status: 'open',
      purpose: 'payment',
      amount: ORDER.amount,
      order: ORDER.order,
      locale: 'ja',
      issuedAt: '2026-11-21T05:26:00.000Z',
      expiresAt: '2026-11-21T06:26:00.000Z',
    });
    expect(claims.session.methods.map((method) => method.id)).to.deep.equal([
      'fake:page',
      'fake:invoice',
      'fake:resting',
    ]);
    expect(JSON.stringify(claims), 'no data of the buyer').not.to.contain('hanako');
  });

  it('signs with the key that it publishes', async () => {
    const till = new Till();
    const { token } = made((await till.create()).text);
    const { keys } = JSON.parse((await till.call('/.well-known/jwks.json')).text) as { keys: JWK[] };
    const { protectedHeader } = await compactVerify(token, await importJWK(keys[0] ?? {}, 'ES256'));
    expect(protectedHeader).to.deep.equal({ alg: 'ES256', kid: keys[0]?.kid, typ: 'JWT' });
    expect(JSON.stringify(keys)).not.to.contain('"d"');
  });

  it('offers the methods the shop named, in its order, once each', async () => {
    const till = new Till();
    const methods = ['fake:invoice', 'fake:page', 'fake:invoice', 'fake:unknown'];
    const { token } = made((await till.create({ ...ORDER, methods })).text);
    expect(opened(token).session.methods.map(({ id }) => id)).to.deep.equal(['fake:invoice', 'fake:page']);
  });

  it('does nothing without a valid key', async () => {
    const till = new Till();
    for (const authorization of [undefined, 'Bearer', 'Bearer wrong', `Basic ${API_KEY}`, `Bearer ${API_KEY}x`]) {
      const answer = await till.post('/sessions', ORDER, authorization ? { Authorization: authorization } : {});
      expect([answer.status, codeOf(answer)]).to.deep.equal([401, 'unauthorized']);
      expect(answer.headers.get('www-authenticate')).to.equal('Bearer');
    }
    expect(await till.store.findByOrder('order-1')).to.deep.equal([]);
    const second = await till.create(ORDER, { Authorization: 'bearer the-next-key' });
    expect(second.status, 'a second key, while one is exchanged').to.equal(201);
  });

  it('makes one session for the same Idempotency-Key', async () => {
    const till = new Till();
    const key = { 'Idempotency-Key': 'order-1/1' };
    const answers = await Promise.all([till.create(ORDER, key), till.create(ORDER, key), till.create(ORDER, key)]);
    expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 201]);
    expect(new Set(answers.map(({ text }) => made(text).id)).size).to.equal(1);
    const other = await till.create(changed('amount', { value: 1000 }), key);
    expect([other.status, codeOf(other)]).to.deep.equal([422, 'idempotency-key-reused']);
    expect(await till.store.findByOrder('order-1')).to.have.length(1);
  });

  /** Without the method that rests: it may be back tomorrow, so with it no amount is hopeless. */
  const usable = { methods: ['fake:page', 'fake:invoice'] };
  const refused: [string, unknown, number, string][] = [
    ['no JSON', '{', 400, 'body-not-json'],
    ['nothing', '', 400, 'body-not-json'],
    ['a list', [], 400, 'request-invalid'],
    ['no customer', { order: ORDER.order, amount: ORDER.amount }, 400, 'request-invalid'],
    ['a fraction of a cent', changed('amount', { value: 0.5 }), 400, 'request-invalid'],
    ['a negative amount', changed('amount', { value: -1 }), 400, 'request-invalid'],
    ['an amount as text', changed('amount', { value: '8420' }), 400, 'request-invalid'],
    ['an amount beyond what a number holds', changed('amount', { value: 2 ** 53 }), 400, 'request-invalid'],
    ['an amount of 0', changed('amount', { value: 0 }), 422, 'amount-not-allowed'],
    ['an amount that no method takes', { ...changed('amount', { value: 49 }), ...usable }, 422, 'amount-not-allowed'],
    [
      'a currency that no method takes',
      { ...changed('amount', { currency: 'JPY' }), ...usable },
      422,
      'currency-not-allowed',
    ],
    ['a currency in small letters', changed('amount', { currency: 'usd' }), 400, 'request-invalid'],
    ['a line break in a name', changed('customer', { firstName: 'Ha\nnako' }), 400, 'request-invalid'],
    ['half an emoji', changed('customer', { firstName: 'Ha\ud83d' }), 400, 'request-invalid'],
    ['a customer the provider can not take', changed('customer', { id: '№7' }), 422, 'customer-invalid'],
    ['only unknown methods', { ...ORDER, methods: ['x:y'] }, 422, 'method-unknown'],
    ['a life of a second', { ...ORDER, expiresInSeconds: 1 }, 400, 'request-invalid'],
    ['a script as return URL', changed('order', { returnUrl: 'javascript:alert(1)' }), 422, 'return-url-not-allowed'],
    ['data as return URL', changed('order', { returnUrl: 'data:text/html,hi' }), 422, 'return-url-not-allowed'],
    ['a foreign return URL', changed('order', { returnUrl: 'https://evil.example/' }), 422, 'return-url-not-allowed'],
    [
      'a look-alike',
      changed('order', { returnUrl: 'https://shop.example.evil.example' }),
      422,
      'return-url-not-allowed',
    ],
    ['plain http', changed('order', { returnUrl: 'http://shop.example/' }), 422, 'return-url-not-allowed'],
    ['another port', changed('order', { returnUrl: 'https://shop.example:8443/' }), 422, 'return-url-not-allowed'],
    ['a password', changed('order', { returnUrl: 'https://a:b@shop.example/' }), 422, 'return-url-not-allowed'],
    ['a path alone', changed('order', { returnUrl: '/thanks' }), 422, 'return-url-not-allowed'],
  ];
  for (const [what, body, status, code] of refused) {
    it(`refuses ${what}`, async () => {
      const till = new Till();
      const answer = await till.create(body);
      expect(answer.status).to.equal(status);
      expect(codeOf(answer)).to.equal(code);
      expect(answer.headers.get('content-type')).to.equal('application/problem+json');
      expect(await till.store.findByOrder('order-1')).to.deep.equal([]);
    });
  }

  it('refuses bytes that are no UTF-8', async () => {
    const headers = { Authorization: `Bearer ${API_KEY}`, 'Content-Type': 'application/json; charset=utf-8' };
    const body = Uint8Array.of(0x22, 0xff, 0x22);
    const answer = await new Till().call('/sessions', { method: 'POST', headers, body });
    expect([answer.status, codeOf(answer)]).to.deep.equal([400, 'body-not-json']);
  });

  it('names the fields that are wrong, and never what was in them', async () => {
    const till = new Till();
    const bad = { ...ORDER, amount: { value: -1, currency: 'secret' }, customer: { id: '' } };
    const answer = await till.create(bad);
    const { errors } = JSON.parse(answer.text) as { errors: { field: string; code: string }[] };
    expect(errors.map(({ field }) => field)).to.include.members(['amount.value', 'amount.currency', 'customer.id']);
    expect(answer.text).not.to.contain('secret');
  });

  it('takes names with quotes, №, emoji and any script', async () => {
    const till = new Till();
    const firstName = `"O'Hara" <b>№ 😀 花子; ก`;
    const answer = await till.create(changed('customer', { firstName }));
    expect(answer.status).to.equal(201);
    expect((await till.record(made(answer.text).id)).customer.firstName).to.equal(firstName);
  });

  it('refuses another media type and a body that is too long', async () => {
    const till = new Till();
    const text = await till.create(ORDER, { 'Content-Type': 'text/plain' });
    expect([text.status, codeOf(text)]).to.deep.equal([415, 'media-type']);
    const long = await till.create({ ...ORDER, padding: 'x'.repeat(64 * 1024) });
    expect([long.status, codeOf(long)]).to.deep.equal([413, 'body-too-large']);
  });

  it('allows a session although every method rests for now', async () => {
    const till = new Till();
    expect((await till.create({ ...ORDER, methods: ['fake:resting'] })).status).to.equal(201);
  });

  it('does not offer an order again that money came in for', async () => {
    const till = new Till();
    const { attempt } = await till.pending();
    expect((await till.create()).status, 'a second page while nothing is paid').to.equal(201);
    await till.paid(attempt);
    const answer = await till.create();
    expect([answer.status, codeOf(answer)]).to.deep.equal([409, 'order-exists']);
  });
});

describe('GET /orders/{orderId}', () => {
  const read = (till: Till, id: string) =>
    till.call(`/orders/${id}`, { headers: { Authorization: `Bearer ${API_KEY}` } });

  it('tells every session, newest first, with its attempts', async () => {
    const till = new Till();
    const order = { id: 'A/1 №', returnUrl: `${SHOP}/` };
    const first = await till.pending({ order });
    await till.declined(first.attempt);
    till.clock.pass(1);
    const second = await till.pending({ order });
    await till.paid(second.attempt);
    const answer = await read(till, encodeURIComponent('A/1 №'));
    expect(answer.status).to.equal(200);
    const { orderId, sessions } = OrderAnswer.parse(JSON.parse(answer.text));
    expect(orderId).to.equal('A/1 №');
    expect(sessions.map(({ id, status }) => [id, status])).to.deep.equal([
      [second.id, 'succeeded'],
      [first.id, 'open'],
    ]);
    expect(sessions[0]?.attempts[0]).to.deep.equal({
      id: second.attempt,
      method: 'fake:page',
      status: 'succeeded',
      startedAt: '2026-11-21T05:26:01.000Z',
      reference: 'R1',
    });
    expect(sessions[1]?.attempts[0]).to.include({ status: 'declined', code: 'declined', providerCode: '100' });
  });

  it('is up to date', async () => {
    const till = new Till();
    const { attempt } = await till.pending();
    till.provider.decide(attempt, 'success', { type: 'paid' });
    till.clock.pass(10);
    const { sessions } = OrderAnswer.parse(JSON.parse((await read(till, 'order-1')).text));
    expect(sessions[0]?.status).to.equal('succeeded');
  });

  it('tells why an order needs attention', async () => {
    const till = new Till();
    const { attempt } = await till.pending();
    await till.paid(attempt, { value: 1 });
    const { sessions } = OrderAnswer.parse(JSON.parse((await read(till, 'order-1')).text));
    expect(sessions[0]).to.deep.include({ status: 'needsAttention', code: 'amount-mismatch' });
  });

  it('is for the shop only', async () => {
    const till = new Till();
    await till.pending();
    expect((await till.call('/orders/order-1')).status).to.equal(401);
    const none = await read(till, 'order-2');
    expect([none.status, codeOf(none)]).to.deep.equal([404, 'order-not-found']);
    expect((await read(till, '%00')).status).to.equal(404);
    expect((await read(till, '%ff')).status).to.equal(404);
  });
});
