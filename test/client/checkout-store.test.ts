import { expect } from '@open-wc/testing';
import { turns, until } from './fake-time.js';
import { StoreCase } from './store-case.js';
import { ISSUER, open, pending, SESSION_URL, Signer, succeeded } from './tokens.js';

const HOUR_MS = 3_600_000;
const NOTHING = [0, 0, 0];

describe('CheckoutStore, from the first session to the last', () => {
  let signer: Signer;
  let forger: Signer;
  let rig: StoreCase;

  before(async () => {
    [signer, forger] = await Promise.all([Signer.make(), Signer.make()]);
  });
  beforeEach(() => {
    rig = new StoreCase(signer);
  });
  afterEach(async () => {
    rig.store.stop();
    expect(await rig.leftovers()).to.deep.equal(NOTHING);
  });

  it('does nothing before it is started', async () => {
    const store = rig.make();
    expect(store.state).to.deep.equal({ phase: 'idle' });
    await store.confirm('m');
    expect(rig.bff.seen).to.deep.equal([]);
  });

  it('fetches the session and goes live', async () => {
    const store = await rig.live();
    expect(rig.phases).to.deep.equal(['loading', 'ready', 'ready']);
    expect(rig.ready.session).to.include({ id: open.id, rev: 1 });
    expect(rig.bff.paths()).to.deep.equal(['GET', 'GET /events']);
    expect(Math.abs(store.clock.now() - rig.time.server())).to.be.at.most(1);
  });

  it('shows an inlined session without any request, then listens at its issuer', async () => {
    const store = rig.make({ token: await rig.token() });
    const askedBefore: number[] = [];
    store.subscribe(({ phase }) => phase === 'ready' && askedBefore.push(rig.bff.seen.length));
    await store.start();
    expect(askedBefore[0]).to.equal(0);
    await until(() => rig.ready.connection === 'live');
    expect(rig.bff.paths()).to.deep.equal(['GET /events']);
    expect(rig.bff.seen[0]?.headers.get('last-event-id')).to.equal('1');
  });

  it('fetches anew when the inlined session has expired', async () => {
    const token = await rig.token();
    await rig.time.pass(301_000);
    rig.bff.session = { ...open, rev: 4 };
    await rig.make({ token }).start();
    expect(rig.ready.session.rev).to.equal(4);
    expect(rig.bff.paths()[0]).to.equal('GET');
  });

  for (const hours of [-2, 2]) {
    it(`works when the buyer's clock is ${hours} hours off, and counts by the server's`, async () => {
      rig.time.buyerAheadMs = hours * HOUR_MS;
      const store = rig.make({ token: await rig.token() });
      await store.start();
      await until(() => rig.ready.connection === 'live');
      expect(Math.abs(store.clock.now() - rig.time.server())).to.be.at.most(1000);
      await store.refresh();
      expect(Math.abs(store.clock.now() - rig.time.server())).to.be.at.most(1);
    });
  }

  it('refuses forged, foreign, truncated and unreadable tokens, shows nothing of them and asks nobody', async () => {
    const forged = await forger.sign(open, rig.time.server());
    const bad: [string, string][] = [
      ['token-signature', forged],
      ['token-malformed', (await rig.token()).slice(0, -9)],
      ['token-audience', await rig.token(open, { claims: { aud: 'https://evil.example' } })],
      ['token-issuer', await rig.token(open, { claims: { iss: 'https://evil.example' } })],
      ['session-mismatch', await rig.token({ ...open, id: 'another' })],
      ['session-unreadable', await rig.token({ ...open, amount: { value: 1.5, currency: 'USD' } })],
      ['key-unknown', await rig.token(open, { header: { kid: 'other' } })],
    ];
    for (const [code, token] of bad) {
      await rig.make({ token, sessionUrl: SESSION_URL }).start();
      expect(rig.errorCode).to.equal(code);
      expect(rig.store.state).not.to.have.property('session');
    }
    expect(rig.bff.seen).to.deep.equal([]);
  });

  it('refuses them as an answer just so', async () => {
    rig.bff.script = async () => rig.bff.jose(await forger.sign(open, rig.time.server()));
    await rig.make().start();
    expect(rig.errorCode).to.equal('token-signature');
    rig.bff.script = () => rig.bff.token(open, { ttlSeconds: -5 });
    await rig.make().start();
    expect(rig.errorCode).to.equal('token-expired');
  });

  it('tells what is missing or wrong in its options', async () => {
    await rig.make({}).start();
    expect(rig.errorCode).to.equal('session-missing');
    await rig.make({ sessionUrl: 'http://pay.example/sessions/x' }).start();
    expect(rig.errorCode).to.equal('session-url-invalid');
    await rig.make({ sessionUrl: `${ISSUER}/orders/1` }).start();
    expect(rig.errorCode).to.equal('session-url-invalid');
  });

  it('verifies against a pinned URL of keys', async () => {
    const keys = `${ISSUER}/.well-known/jwks.json`;
    rig.bff.script = ({ path }) => (path === keys ? Response.json(signer.jwks) : undefined);
    await rig.make({ sessionUrl: SESSION_URL, keys }).start();
    expect(rig.ready.session.rev).to.equal(1);
    expect(rig.bff.count(`GET ${keys}`)).to.equal(1);
  });

  it('is in error when the session is gone, and loads again when asked', async () => {
    rig.bff.script = () => rig.bff.problem(404, 'session-not-found');
    await rig.make().start();
    expect(rig.errorCode).to.equal('session-not-found');
    rig.bff.script = () => undefined;
    await rig.store.refresh();
    expect(rig.phases).to.deep.equal(['loading', 'error', 'loading', 'ready']);
  });

  it('tries an unreachable server three times before it says so', async () => {
    rig.bff.script = () => Promise.reject(new TypeError('no network'));
    const started = rig.make().start();
    await rig.bff.passWait();
    await rig.bff.passWait();
    await started;
    expect(rig.errorCode).to.equal('network-unreachable');
    expect(rig.bff.seen).to.have.length(3);
  });

  it('takes a pushed session with a higher rev, as a whole', async () => {
    await rig.live();
    await rig.bff.push(pending);
    await until(() => rig.ready.session.rev === 2);
    expect(rig.ready.session).to.deep.equal({ ...pending, issuedAt: new Date(rig.time.server()).toISOString() });
  });

  it('ignores a rev that is not higher, wherever it comes from', async () => {
    const store = await rig.live({ ...pending, rev: 5 });
    const before = store.state;
    await rig.bff.push({ ...open, rev: 4 });
    await rig.bff.push({ ...succeeded, rev: 5 });
    await turns();
    await store.refresh();
    expect(store.state).to.equal(before);
  });

  it('stops everything in a final state', async () => {
    await rig.live(pending);
    await rig.bff.push(succeeded);
    await until(() => rig.ready.session.status === 'succeeded');
    expect(rig.ready.connection).to.equal('stopped');
    expect(await rig.leftovers()).to.deep.equal(NOTHING);
    rig.page.tell('pageshow');
    await rig.store.confirm('m');
    await rig.store.cancel('session');
    expect(rig.bff.paths()).to.deep.equal(['GET', 'GET /events']);
    await rig.time.pass(24 * HOUR_MS);
    expect(rig.bff.seen).to.have.length(2);
  });

  it('listens to nothing when the first session is final already', async () => {
    for (const session of [
      succeeded,
      { ...open, status: 'expired' as const },
      { ...open, status: 'canceled' as const },
    ]) {
      await rig.make({ token: await rig.token(session) }).start();
      expect(await rig.leftovers()).to.deep.equal(NOTHING);
      expect(rig.ready.session.status).to.equal(session.status);
    }
    expect(rig.bff.seen).to.deep.equal([]);
  });

  it('ends in error when a forged session is pushed, and keeps the last good one', async () => {
    await rig.live();
    rig.bff.stream.event(await forger.sign(succeeded, rig.time.server()), 3);
    await until(() => rig.errorCode === 'token-signature');
    expect(rig.store.state).to.have.nested.property('session.rev', 1);
    expect(await rig.leftovers()).to.deep.equal(NOTHING);
  });

  it('does not take a pushed session that has expired, but asks', async () => {
    await rig.live();
    await rig.bff.push(pending, { ttlSeconds: -1 });
    await until(() => rig.ready.session.rev === 2);
    expect(rig.bff.paths()).to.deep.equal(['GET', 'GET /events', 'GET']);
  });
});
