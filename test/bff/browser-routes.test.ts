import { expect } from '@open-wc/testing';
import { createBff } from '../../src/bff/handler.js';
import { MemoryStore } from '../../src/bff/store/memory.js';
import { API_KEY, codeOf, ISSUER, sessionOf, SHOP, Till } from './till.js';

const from = (origin: string) => ({ headers: { Origin: origin } });

describe('the browser routes', () => {
  it('answer a signed session that nobody keeps', async () => {
    const till = new Till();
    const answer = await till.call(`/sessions/${await till.open()}`, from(SHOP));
    expect(answer.status).to.equal(200);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).to.include({
      'content-type': 'application/jose',
      'cache-control': 'no-store',
      vary: 'Origin',
      'x-content-type-options': 'nosniff',
      date: 'Sat, 21 Nov 2026 05:26:00 GMT',
      'access-control-allow-origin': SHOP,
      'access-control-expose-headers': 'Date, Retry-After',
    });
    expect(headers).not.to.have.property('access-control-allow-credentials');
  });

  it('answer a problem that the page may read', async () => {
    const answer = await new Till().call('/sessions/nothing', from(SHOP));
    expect([answer.status, codeOf(answer)]).to.deep.equal([404, 'session-not-found']);
    expect(answer.headers.get('access-control-allow-origin')).to.equal(SHOP);
    expect(answer.headers.get('content-type')).to.equal('application/problem+json');
  });

  for (const origin of ['https://evil.example', 'null', 'http://shop.example', 'https://shop.example.evil.example']) {
    it(`refuse a page of ${origin}`, async () => {
      const till = new Till();
      const id = await till.open();
      const before = await till.record(id);
      const wish = { method: 'POST', body: '{"method":"fake:page"}' };
      const headers = { Origin: origin, 'Content-Type': 'application/json', 'Idempotency-Key': 'k' };
      for (const init of [from(origin), { method: 'OPTIONS', ...from(origin) }]) {
        const answer = await till.call(`/sessions/${id}`, init);
        expect([answer.status, codeOf(answer)]).to.deep.equal([403, 'origin-not-allowed']);
        expect(answer.headers.has('access-control-allow-origin')).to.equal(false);
      }
      expect((await till.call(`/sessions/${id}/confirm`, { ...wish, headers })).status).to.equal(403);
      expect(await till.record(id)).to.deep.equal(before);
      expect(till.provider.starts).to.have.length(0);
    });
  }

  it('answer a preflight', async () => {
    const till = new Till();
    const answer = await till.call('/sessions/any/confirm', { method: 'OPTIONS', ...from(SHOP) });
    expect(answer.status).to.equal(204);
    expect(Object.fromEntries(answer.headers)).to.include({
      'access-control-allow-origin': SHOP,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, idempotency-key, last-event-id',
      'access-control-max-age': '7200',
    });
  });

  it('refuse what they do not know', async () => {
    const till = new Till();
    const id = await till.open();
    const wrong = await till.call(`/sessions/${id}/confirm`, from(SHOP));
    expect([wrong.status, codeOf(wrong), wrong.headers.get('allow')]).to.deep.equal([
      405,
      'method-not-allowed',
      'POST',
    ]);
    for (const path of ['/', '/sessions', '/sessions/', `/sessions/${id}/`, `/sessions/${id}/refund`, '//x', '/%ff']) {
      const answer = await till.call(path);
      expect([404, 405], path).to.include(answer.status);
    }
    const body = await till.post(`/sessions/${id}/confirm`, '{"method":', { 'Idempotency-Key': 'k' });
    expect([body.status, codeOf(body)]).to.deep.equal([400, 'body-not-json']);
    const shape = await till.post(`/sessions/${id}/confirm`, { method: 7 }, { 'Idempotency-Key': 'k' });
    expect([shape.status, codeOf(shape)]).to.deep.equal([400, 'request-invalid']);
    expect(till.provider.starts).to.have.length(0);
  });

  it('never let a browser name the price', async () => {
    const till = new Till();
    const id = await till.open();
    const wish = { method: 'fake:page', amount: { value: 1, currency: 'USD' } };
    await till.post(`/sessions/${id}/confirm`, wish, { 'Idempotency-Key': 'k' });
    expect(till.provider.starts[0]?.amount).to.deep.equal({ value: 8420, currency: 'USD' });
  });

  it('may lie below a path, which a proxy may have taken off', async () => {
    const till = new Till();
    const id = await till.open();
    const bare = await till.bff(new Request(`https://inside.example/sessions/${id}`));
    expect(bare.status).to.equal(200);
  });
});

describe('POST /sessions/{id}/cancel', () => {
  it('gives up the attempt, so that the buyer can choose again', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    const session = sessionOf(await till.cancel(id, 'attempt'));
    expect(session.status).to.equal('open');
    expect((await till.record(id)).attempts[0]).to.include({ status: 'abandoned', code: 'canceled-by-buyer' });
    expect(sessionOf(await till.confirm(id)).status).to.equal('pending');
    expect(await till.attempt(id)).not.to.equal(attempt);
  });

  it('ends the checkout by default, also without a body', async () => {
    const till = new Till();
    const { id } = await till.pending();
    expect(sessionOf(await till.call(`/sessions/${id}/cancel`, { method: 'POST' })).status).to.equal('canceled');
    expect((await till.record(id)).attempts[0]?.status).to.equal('abandoned');
    const open = await till.open();
    expect(sessionOf(await till.cancel(open)).status).to.equal('canceled');
  });

  it('is no error the second time', async () => {
    const till = new Till();
    const id = await till.open();
    const first = sessionOf(await till.cancel(id, 'session'));
    const second = sessionOf(await till.cancel(id, 'session'));
    expect(second.rev).to.equal(first.rev);
    const other = await till.open();
    const before = (await till.session(other)).rev;
    expect(sessionOf(await till.cancel(other, 'attempt')).rev, 'nothing was under way').to.equal(before);
  });

  it('refuses what has ended', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    await till.paid(attempt);
    for (const scope of ['attempt', 'session'] as const) {
      const answer = await till.cancel(id, scope);
      expect([answer.status, codeOf(answer)]).to.deep.equal([409, 'session-closed']);
    }
    expect((await till.session(id)).status).to.equal('succeeded');
    const late = await till.open({ order: { id: 'order-2', returnUrl: `${SHOP}/` } });
    till.clock.pass(3600);
    expect(codeOf(await till.cancel(late, 'session'))).to.equal('session-expired');
    expect(codeOf(await till.cancel('nothing'))).to.equal('session-not-found');
    expect((await till.post(`/sessions/${late}/cancel`, { scope: 'all' })).status).to.equal(400);
  });

  it('counts money for the attempt that was given up while nothing else is under way', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    await till.cancel(id, 'attempt');
    await till.paid(attempt);
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('ends the session when the last attempt is given up', async () => {
    const till = new Till({ options: { maxAttempts: 1 } });
    const { id } = await till.pending();
    expect(sessionOf(await till.cancel(id, 'attempt'))).to.include({ status: 'failed', code: 'too-many-attempts' });
  });

  it('and a payment at once: whoever is first, nothing is lost', async () => {
    for (const order of [0, 1]) {
      const till = new Till();
      const { id, attempt } = await till.pending();
      const both = [() => till.paid(attempt), () => till.cancel(id)];
      await Promise.all((order ? both.reverse() : both).map((run) => run()));
      expect((await till.session(id)).status).to.be.oneOf(['succeeded', 'needsAttention']);
    }
  });
});

describe('a session that others keep changing', () => {
  it('is answered with 503 and no half-done work', async () => {
    const store = new MemoryStore();
    const till = new Till({ store });
    const id = await till.open();
    store.change = () => Promise.resolve('conflict');
    for (const answer of [await till.cancel(id), await till.confirm(id)]) {
      expect([answer.status, codeOf(answer), answer.headers.get('retry-after')]).to.deep.equal([
        503,
        'unavailable',
        '1',
      ]);
    }
    expect(till.provider.starts).to.have.length(0);
    expect((await till.record(id)).rev).to.equal(1);
  });
});

describe('what anyone may read', () => {
  it('answers whether the server is well', async () => {
    const store = new MemoryStore();
    const till = new Till({ store });
    const well = await till.call('/healthz');
    expect([well.status, well.text]).to.deep.equal([200, '{"status":"ok"}']);
    store.ping = () => Promise.reject(new Error('gone'));
    const ill = await till.call('/healthz');
    expect([ill.status, codeOf(ill), ill.headers.get('retry-after')]).to.deep.equal([503, 'unavailable', '5']);
  });

  it('lets every page read the keys', async () => {
    const answer = await new Till().call('/.well-known/jwks.json', from('https://anyone.example'));
    expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
    expect(answer.headers.get('cache-control')).to.equal('public, max-age=300');
  });
});

describe('createBff', () => {
  const till = new Till();
  const parts = { issuer: ISSUER, origins: [SHOP], apiKeys: [API_KEY], providers: [till.provider], store: till.store };
  const signer = { sign: () => Promise.resolve(''), jwks: () => ({ keys: [] }) };
  const refused: [string, object, string][] = [
    ['an issuer that is no URL', { issuer: 'shop' }, 'issuer'],
    ['plain http away from this machine', { issuer: 'http://pay.example' }, 'issuer'],
    ['no origins', { origins: [] }, 'origins'],
    ['a wrong origin', { origins: ['*'] }, 'origins'],
    ['no API key', { apiKeys: [] }, 'apiKeys'],
    ['an empty API key', { apiKeys: [''] }, 'apiKeys'],
    ['two providers of one name', { providers: [till.provider, till.provider] }, 'providers'],
  ];
  for (const [what, change, name] of refused) {
    it(`refuses ${what}`, () => {
      expect(() => createBff({ ...parts, signer, ...change })).to.throw(name);
    });
  }

  it('works on this machine without TLS', async () => {
    const local = createBff({ ...parts, signer, issuer: 'http://127.0.0.1:8080/', origins: ['http://localhost:1'] });
    expect((await local(new Request('http://127.0.0.1:8080/healthz'))).status).to.equal(200);
  });

  it('turns requests away once it is closed', async () => {
    const closing = new Till();
    const id = await closing.open();
    await closing.bff.close();
    const answer = await closing.call(`/sessions/${id}`, from(SHOP));
    expect([answer.status, codeOf(answer), answer.headers.get('retry-after')]).to.deep.equal([503, 'unavailable', '2']);
    expect(answer.headers.get('access-control-allow-origin')).to.equal(SHOP);
  });

  it('finishes what is under way before it is closed', async () => {
    const closing = new Till();
    const id = await closing.open();
    let closed = false;
    closing.provider.duringStart = async () => {
      void closing.bff.close().then(() => (closed = true));
      await closing.store.ping();
      expect(closed).to.equal(false);
    };
    expect((await closing.confirm(id)).status).to.equal(200);
    expect((await closing.record(id)).attempts[0]?.status).to.equal('waiting');
  });
});
