import { expect } from '@open-wc/testing';
import { turns, until } from './fake-time.js';
import { StoreCase } from './store-case.js';
import { open, pending, Signer, succeeded } from './tokens.js';

const NOTHING = [0, 0, 0];
const LIGHT = 'monetix:webmoney-light';

describe('CheckoutStore, while the buyer presses and the page comes and goes', () => {
  let signer: Signer;
  let rig: StoreCase;
  const keys = () => rig.bff.seen.flatMap(({ headers }) => headers.get('idempotency-key') ?? []);

  before(async () => {
    signer = await Signer.make();
  });
  beforeEach(() => {
    rig = new StoreCase(signer);
  });
  afterEach(async () => {
    rig.store.stop();
    expect(await rig.leftovers()).to.deep.equal(NOTHING);
  });

  it('confirms and shows what the server made of it', async () => {
    const store = await rig.live();
    rig.bff.script = ({ path }) => (path === '/confirm' ? rig.bff.token(pending) : undefined);
    const pressed = store.confirm(LIGHT, { wmid: '123456789012' });
    expect(rig.ready).to.include({ sending: 'confirm' });
    expect(rig.ready.session.status).to.equal('open');
    await pressed;
    expect(rig.ready).not.to.have.property('sending');
    expect(rig.ready.session.status).to.equal('pending');
    expect(rig.bff.seen.at(-1)?.body).to.deep.equal({ method: LIGHT, input: { wmid: '123456789012' } });
  });

  it('sends a double click once', async () => {
    const store = await rig.live();
    rig.bff.script = ({ path }) => (path === '/confirm' ? rig.bff.token(pending) : undefined);
    const first = store.confirm(LIGHT);
    expect(store.confirm(LIGHT)).to.equal(first);
    expect(store.confirm('monetix:webmoney')).to.equal(first);
    expect(store.cancel('session')).to.equal(first);
    await first;
    expect(rig.bff.count('POST /confirm')).to.equal(1);
    expect(rig.bff.count('POST /cancel')).to.equal(0);
  });

  it('uses a new key for each press, and the same key for its retries', async () => {
    const store = await rig.live();
    rig.bff.script = ({ path }, nth) =>
      path === '/confirm' && nth === 1
        ? Promise.reject(new TypeError('lost'))
        : path === '/confirm'
          ? rig.bff.token(open)
          : undefined;
    const first = store.confirm(LIGHT);
    expect(await rig.bff.passWait()).to.equal(500);
    await first;
    await store.confirm(LIGHT);
    const [one, again, two] = keys();
    expect(one).to.match(/^[\w-]{36}$/);
    expect(again).to.equal(one);
    expect(two).not.to.equal(one);
  });

  it('leaves the session as it was when the press is refused, and says why until the next press', async () => {
    const store = await rig.live();
    const { session } = rig.ready;
    rig.bff.script = ({ path }) => (path === '/confirm' ? rig.bff.problem(422, 'input-invalid') : undefined);
    await store.confirm(LIGHT);
    expect(rig.ready.session).to.equal(session);
    expect(rig.ready).not.to.have.property('sending');
    expect(rig.ready.problem).to.include({ code: 'input-invalid', status: 422 });
    await store.refresh();
    expect(rig.ready.problem?.code).to.equal('input-invalid');
    rig.bff.script = ({ path }) => (path === '/confirm' ? rig.bff.token(pending) : undefined);
    const again = store.confirm(LIGHT);
    expect(rig.ready).not.to.have.property('problem');
    await again;
  });

  it('leaves it as it was when the network fails, and lets the buyer press again', async () => {
    const store = await rig.live();
    rig.bff.script = ({ path }) => (path === '/confirm' ? Promise.reject(new TypeError('lost')) : undefined);
    const pressed = store.confirm(LIGHT);
    expect([await rig.bff.passWait(), await rig.bff.passWait()]).to.deep.equal([500, 1000]);
    await pressed;
    expect(rig.ready.problem).to.include({ code: 'network-unreachable', retryable: true });
    expect(rig.ready.session.status).to.equal('open');
    rig.bff.script = ({ path }) => (path === '/confirm' ? rig.bff.token(pending) : undefined);
    await store.confirm(LIGHT);
    expect(rig.ready.session.status).to.equal('pending');
  });

  it('asks for the session when another tab was quicker', async () => {
    const store = await rig.live();
    rig.bff.session = pending;
    rig.bff.script = ({ path }) => (path === '/confirm' ? rig.bff.problem(409, 'attempt-in-progress') : undefined);
    await store.confirm(LIGHT);
    expect(rig.ready.session.status).to.equal('pending');
    expect(rig.ready).not.to.have.property('problem');
  });

  it('shows that the time was over when a confirm comes too late', async () => {
    const store = await rig.live();
    rig.bff.session = { ...open, rev: 2, status: 'expired' };
    rig.bff.script = ({ path }) => (path === '/confirm' ? rig.bff.problem(409, 'session-expired') : undefined);
    await store.confirm(LIGHT);
    expect(rig.ready.session.status).to.equal('expired');
  });

  it('takes a push that overtakes the answer to the press', async () => {
    const store = await rig.live();
    let answer: (response: Promise<Response>) => void = () => {};
    const held = new Promise<Response>((resolve) => (answer = resolve));
    rig.bff.script = ({ path }) => (path === '/confirm' ? held : undefined);
    const pressed = store.confirm(LIGHT);
    await until(() => rig.bff.count('POST /confirm') === 1);
    await rig.bff.push(succeeded);
    await until(() => rig.ready.session.status === 'succeeded');
    expect(rig.ready.sending).to.equal('confirm');
    answer(rig.bff.token(pending));
    await pressed;
    expect(rig.ready.session.status).to.equal('succeeded');
    expect(rig.ready).not.to.have.property('sending');
  });

  it('ends in error when the answer to a press is forged', async () => {
    const store = await rig.live();
    const forger = await Signer.make();
    rig.bff.script = async ({ path }) =>
      path === '/confirm' ? rig.bff.jose(await forger.sign(succeeded, rig.time.server())) : undefined;
    await store.confirm(LIGHT);
    expect(rig.errorCode).to.equal('token-signature');
    expect(await rig.leftovers()).to.deep.equal(NOTHING);
  });

  it('gives up an attempt', async () => {
    const store = await rig.live(pending);
    rig.bff.script = ({ path }) => (path === '/cancel' ? rig.bff.token({ ...open, rev: 3 }) : undefined);
    const pressed = store.cancel('attempt');
    expect(rig.ready.sending).to.equal('cancel');
    await pressed;
    expect(rig.ready.session).to.include({ status: 'open', rev: 3 });
    expect(rig.bff.seen.at(-1)?.body).to.deep.equal({ scope: 'attempt' });
  });

  it('asks once for a countdown at zero, however many there are', async () => {
    const store = await rig.live(pending);
    rig.bff.session = { ...open, rev: 3, status: 'expired' };
    await Promise.all([store.refresh(), store.refresh(), store.refresh()]);
    expect(rig.bff.count('GET')).to.equal(2);
    expect(rig.ready.session.status).to.equal('expired');
  });

  it('changes nothing when that question fails', async () => {
    const store = await rig.live(pending);
    const before = store.state;
    rig.bff.script = ({ path }) =>
      path === '' ? rig.bff.problem(503, 'internal', { 'retry-after': '60' }) : undefined;
    await store.refresh();
    expect(store.state).to.equal(before);
  });

  it('runs nothing in a hidden tab, and is up to date when it is shown', async () => {
    await rig.live(pending);
    rig.page.tell('hidden');
    expect(rig.ready.connection).to.equal('stopped');
    await until(() => rig.bff.inFlight === 0 && rig.time.pending === 0);
    rig.bff.session = succeeded;
    rig.page.tell('visible');
    await until(() => rig.ready.session.status === 'succeeded');
    expect(rig.bff.seen.at(-1)?.headers.get('last-event-id')).to.equal('2');
  });

  it('shows a lost connection and recovers by itself', async () => {
    await rig.live(pending);
    rig.page.tell('offline');
    expect(rig.ready.connection).to.equal('offline');
    expect(rig.ready.session.status).to.equal('pending');
    rig.page.tell('online');
    await until(() => rig.ready.connection === 'live');
  });

  it('polls where no stream gets through, and ends with the last state', async () => {
    rig.bff.session = pending;
    rig.bff.script = ({ path }) => (path === '/events' ? rig.bff.problem(404, 'not-found') : undefined);
    await rig.store.start();
    await rig.bff.passWait();
    await until(() => rig.ready.connection === 'polling');
    await rig.bff.passWait();
    await rig.bff.quiet();
    rig.bff.session = succeeded;
    await rig.bff.passWait();
    await until(() => rig.ready.session.status === 'succeeded');
    expect(await rig.leftovers()).to.deep.equal(NOTHING);
    expect(rig.bff.peak).to.equal(1);
  });

  it('ends in error when a poll finds the session gone', async () => {
    await rig.live();
    rig.bff.script = () => rig.bff.problem(404, 'session-not-found');
    rig.page.tell('pageshow');
    await rig.bff.passWait();
    await until(() => rig.errorCode === 'session-not-found');
    expect(rig.store.state).to.have.nested.property('session.rev', 1);
    expect(await rig.leftovers()).to.deep.equal(NOTHING);
  });

  it('stays in error when a good answer comes after a forged push', async () => {
    const store = await rig.live();
    const forger = await Signer.make();
    let answer: (response: Promise<Response>) => void = () => {};
    const held = new Promise<Response>((resolve) => (answer = resolve));
    rig.bff.script = ({ path }) => (path === '/confirm' ? held : undefined);
    const pressed = store.confirm(LIGHT);
    await until(() => rig.bff.count('POST /confirm') === 1);
    rig.bff.stream.event(await forger.sign(succeeded, rig.time.server()), 3);
    await until(() => store.state.phase === 'error');
    answer(rig.bff.token(pending));
    await pressed;
    expect(rig.errorCode).to.equal('token-signature');
    rig.bff.session = pending;
    await store.refresh();
    expect(rig.ready.session.status).to.equal('pending');
  });

  it('does not take the question of an earlier life for its own', async () => {
    const store = rig.make();
    rig.bff.script = (_, nth) => (nth === 1 ? new Promise<never>(() => {}) : undefined);
    const first = store.start();
    await until(() => rig.bff.inFlight === 1);
    store.stop();
    await Promise.all([store.start(), first]);
    expect(rig.ready.session.rev).to.equal(1);
  });

  it('survives a start, stop, start, as frameworks do that mount twice', async () => {
    const store = rig.make();
    const first = store.start();
    store.stop();
    expect(store.state.phase).to.equal('idle');
    const second = store.start();
    await Promise.all([first, second, store.start()]);
    await until(() => rig.ready.connection === 'live');
    expect(rig.phases).not.to.include('error');
  });

  it('stops when told, keeps what it holds, and goes on from there', async () => {
    const store = await rig.live(pending);
    store.stop();
    expect(rig.ready).to.include({ connection: 'stopped' });
    expect(await rig.leftovers()).to.deep.equal(NOTHING);
    await store.start();
    await until(() => rig.ready.connection === 'live');
    expect(rig.bff.paths()).to.deep.equal(['GET', 'GET /events', 'GET /events']);
  });

  it('lets a press arrive that is on its way when it is stopped, without listening again', async () => {
    const store = await rig.live();
    rig.bff.script = ({ path }) => (path === '/confirm' ? rig.bff.token(pending) : undefined);
    const pressed = store.confirm(LIGHT);
    store.stop();
    await pressed;
    expect(rig.ready.session.status).to.equal('pending');
    expect(await rig.leftovers()).to.deep.equal(NOTHING);
  });

  it('tells nobody who has ended the subscription', async () => {
    const store = rig.make();
    const seen: string[] = [];
    const end = store.subscribe(({ phase }) => seen.push(phase));
    const started = store.start();
    end();
    await started;
    await turns();
    expect(seen).to.deep.equal(['loading']);
  });
});
