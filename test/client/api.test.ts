import { expect } from '@open-wc/testing';
import { Api } from '../../src/client/api.js';
import { KeySet } from '../../src/client/key-set.js';
import { ServerClock } from '../../src/client/server-clock.js';
import { SessionDoor } from '../../src/client/session-door.js';
import { FakeBff } from './fake-bff.js';
import { FakeTime, turns, until } from './fake-time.js';
import { codeOf, refusal } from './refusal.js';
import { AUDIENCE, open, pending, SESSION_URL, Signer } from './tokens.js';

describe('Api', () => {
  let signer: Signer;
  let time: FakeTime;
  let bff: FakeBff;
  let api: Api;

  before(async () => {
    signer = await Signer.make();
  });

  beforeEach(() => {
    time = new FakeTime();
    bff = new FakeBff(signer, time, open);
    const clock = new ServerClock({ now: time.buyer, monotonic: time.monotonic });
    const door = new SessionDoor({
      sessionUrl: SESSION_URL,
      keys: new KeySet(signer.jwks, bff.fetch),
      audience: AUDIENCE,
      clock,
    });
    api = new Api({ door, clock, fetch: bff.fetch, timers: time, random: () => 0.5 });
  });

  afterEach(() => {
    expect(time.pending, 'timers left').to.equal(0);
    expect(bff.inFlight, 'requests left').to.equal(0);
  });

  it('gets a session', async () => {
    const claims = await api.getSession();
    expect(claims.session.id).to.equal(open.id);
    expect(bff.paths()).to.deep.equal(['GET']);
    expect(bff.seen[0]?.headers.get('accept')).to.equal('application/jose, application/problem+json');
  });

  it('confirms with the method, the input and the key, and returns the whole new session', async () => {
    bff.script = () => bff.token(pending);
    const { session } = await api.confirm({ method: 'monetix:webmoney', input: { wmid: '123456789012' } }, 'key-1');
    expect(session).to.include({ status: 'pending', rev: 2 });
    const [seen] = bff.seen;
    expect(seen?.path).to.equal('/confirm');
    expect(seen?.body).to.deep.equal({ method: 'monetix:webmoney', input: { wmid: '123456789012' } });
    expect(seen?.headers.get('idempotency-key')).to.equal('key-1');
    expect(seen?.headers.get('content-type')).to.equal('application/json');
  });

  it('cancels an attempt or the session', async () => {
    await api.cancel({ scope: 'attempt' }, 'key-2');
    expect(bff.seen[0]).to.deep.include({ method: 'POST', path: '/cancel', body: { scope: 'attempt' } });
  });

  it('sends a lost confirm again with the same key and the same body, waiting longer each time', async () => {
    bff.script = (_, nth) => (nth < 3 ? Promise.reject(new TypeError('lost')) : bff.token(pending));
    const done = api.confirm({ method: 'm' }, 'the-key');
    expect([await bff.passWait(), await bff.passWait()]).to.deep.equal([500, 1000]);
    expect((await done).session.rev).to.equal(2);
    expect(bff.seen.map(({ headers }) => headers.get('idempotency-key'))).to.deep.equal([
      'the-key',
      'the-key',
      'the-key',
    ]);
    expect(bff.seen.map(({ body }) => body)).to.deep.equal([{ method: 'm' }, { method: 'm' }, { method: 'm' }]);
  });

  it('gives up after the third try', async () => {
    bff.script = () => Promise.reject(new TypeError('lost'));
    const done = refusal(api.confirm({ method: 'm' }, 'k'));
    await bff.passWait();
    await bff.passWait();
    expect(await done).to.include({ code: 'network-unreachable', retryable: true });
    expect(bff.seen).to.have.length(3);
  });

  it('retries 5xx and 429, and waits as long as Retry-After says', async () => {
    bff.script = (_, nth) =>
      nth === 1
        ? bff.problem(503, 'internal', { 'retry-after': '7' })
        : nth === 2
          ? new Response('', { status: 429 })
          : undefined;
    const done = api.getSession();
    expect([await bff.passWait(), await bff.passWait()]).to.deep.equal([7000, 1000]);
    await done;
  });

  it('reports a Retry-After that is too long to watch a button for', async () => {
    bff.script = () => bff.problem(503, 'internal', { 'retry-after': '120' });
    const error = await refusal(api.confirm({ method: 'm' }, 'k'));
    expect(error).to.include({ code: 'internal', status: 503, retryAfterMs: 120_000, retryable: true });
    expect(bff.seen).to.have.length(1);
  });

  it('does not repeat what was refused', async () => {
    bff.script = () => bff.problem(422, 'input-invalid');
    expect(await refusal(api.confirm({ method: 'm' }, 'k'))).to.include({ code: 'input-invalid', status: 422 });
    expect(bff.seen).to.have.length(1);
  });

  it('calls it unreachable when there is no answer in time, and frees the request', async () => {
    bff.script = () => new Promise<never>(() => {});
    const done = codeOf(api.getSession({ retries: 0 }));
    await until(() => bff.inFlight === 1);
    await time.pass(10_000);
    expect(await done).to.equal('network-unreachable');
  });

  it('has patience of 20 seconds with a confirm, and asks again with the same key', async () => {
    bff.script = (_, nth) => (nth === 1 ? new Promise<never>(() => {}) : bff.token(pending));
    const done = api.confirm({ method: 'm' }, 'k');
    await until(() => bff.inFlight === 1);
    await time.pass(19_999);
    expect(bff.inFlight).to.equal(1);
    await time.pass(1);
    await bff.passWait();
    expect((await done).session.rev).to.equal(2);
  });

  it('takes an answer whose body breaks off for a lost one', async () => {
    bff.script = (_, nth) => {
      if (nth > 1) return undefined;
      const body = new ReadableStream({ pull: (stream) => stream.error(new TypeError('broken')) });
      return new Response(body, { headers: { 'content-type': 'application/jose' } });
    };
    const done = api.getSession();
    await bff.passWait();
    expect((await done).session.rev).to.equal(1);
  });

  it('refuses an answer that is no signed session, such as the page of a captive portal', async () => {
    bff.script = () => new Response('<html>Log in', { headers: { 'content-type': 'text/html' } });
    expect(await refusal(api.getSession())).to.include({ code: 'answer-invalid', status: 200, retryable: true });
  });

  it('refuses forged, foreign and old answers', async () => {
    const forger = await Signer.make();
    bff.script = async () => bff.jose(await forger.sign(pending, time.server()));
    expect(await codeOf(api.getSession())).to.equal('token-signature');
    bff.script = () => bff.token(pending, { claims: { aud: 'https://evil.example' } });
    expect(await codeOf(api.confirm({ method: 'm' }, 'k'))).to.equal('token-audience');
    bff.script = () => bff.token(pending, { ttlSeconds: -1 });
    expect(await codeOf(api.getSession())).to.equal('token-expired');
  });

  it('stops at once when it is called off, also while it waits to try again', async () => {
    const off = new AbortController();
    bff.script = () => Promise.reject(new TypeError('lost'));
    const done = refusal(api.getSession({ signal: off.signal }));
    await bff.quiet();
    off.abort();
    expect((await done).code).to.equal('network-unreachable');
    await turns();
    expect(bff.seen).to.have.length(1);
  });
});
