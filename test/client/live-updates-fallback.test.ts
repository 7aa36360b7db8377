import { expect } from '@open-wc/testing';
import { turns, until } from './fake-time.js';
import { LiveCase } from './live-case.js';
import { Signer } from './tokens.js';

describe('LiveUpdates without a stream, and as the page comes and goes', () => {
  let signer: Signer;
  let rig: LiveCase;

  before(async () => {
    signer = await Signer.make();
  });
  beforeEach(() => {
    rig = new LiveCase(signer);
  });
  afterEach(async () => {
    expect(await rig.end(), 'what is left').to.deep.equal([0, 0, 0]);
    expect(rig.bff.peak, 'requests at once').to.be.at.most(1);
  });

  it('polls when streams stay silent, as behind a proxy that holds them back', async () => {
    rig.live.start();
    for (const nth of [1, 2]) {
      await until(() => rig.bff.streams.length === nth && !rig.bff.stream.closed);
      await turns();
      await rig.time.pass(20_000);
      await rig.bff.passWait();
    }
    await until(() => rig.connections.includes('polling'));
    // one more chance for the stream, after the first good poll
    await until(() => rig.bff.streams.length === 3 && rig.bff.inFlight === 1);
    await turns();
    await rig.time.pass(20_000);
    await rig.bff.passWait();
    await until(() => rig.connection === 'polling' && rig.bff.count('GET') === 2);
    expect([await rig.bff.passWait(), await rig.bff.passWait()]).to.deep.equal([2000, 2500]);
  });

  it('polls at once when the stream is refused, slower with time, and tries the stream each minute', async () => {
    rig.refuseStreams();
    rig.live.start();
    const waits: number[] = [await rig.bff.passWait()];
    for (let polls = 2; polls < 9; polls++) {
      waits.push(await rig.bff.passWait());
    }
    expect(waits[0]).to.equal(500);
    expect(rig.connections).to.deep.equal(['polling']);
    expect(rig.bff.count('GET /events')).to.equal(2);
    const intervals = waits.slice(2);
    expect(intervals).to.deep.equal([...intervals].sort((a, b) => a - b));
    while (rig.bff.count('GET /events') < 3) await rig.bff.passWait();
    expect(rig.time.monotonic()).to.be.within(60_000, 80_000);
    for (let n = 0; n < 10; n++) expect(await rig.bff.passWait()).to.be.at.most(15_000);
  });

  it('returns to the stream when it gets through again', async () => {
    rig.refuseStreams();
    rig.live.start();
    await rig.bff.passWait();
    await rig.bff.quiet();
    expect(rig.connections).to.deep.equal(['polling']);
    rig.bff.script = () => undefined;
    const reached = () => rig.bff.streams.length > 0;
    for (await rig.bff.quiet(reached); !reached(); await rig.bff.quiet(reached)) await rig.time.pass(rig.time.nextMs);
    await until(() => rig.connection === 'live');
    rig.bff.stream.send(': beat\n\n');
    await turns();
    await rig.time.pass(10_000);
    rig.bff.stream.end();
    await rig.bff.passWait();
    await until(() => rig.bff.streams.length === 2);
  });

  it('backs off with jitter while nothing answers', async () => {
    rig.bff.script = () => Promise.reject(new TypeError('no network'));
    rig.live.start();
    const waits: number[] = [];
    for (let n = 0; n < 8; n++) waits.push(await rig.bff.passWait());
    expect(waits).to.deep.equal([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
    expect(rig.connections).to.deep.equal(['offline']);
  });

  it('stays away as long as Retry-After says, even if the tab is shown again', async () => {
    rig.bff.script = () => rig.bff.problem(503, 'internal', { 'retry-after': '60' });
    rig.live.start();
    await rig.bff.quiet();
    await rig.time.pass(20_000);
    rig.page.tell('hidden');
    await turns();
    rig.page.tell('visible');
    await turns();
    expect(rig.bff.seen).to.have.length(1);
    rig.bff.script = () => undefined;
    expect(await rig.bff.passWait()).to.equal(40_000);
    await until(() => rig.connection === 'live');
  });

  it('does not let a Retry-After keep it away for hours', async () => {
    rig.bff.script = () => rig.bff.problem(503, 'internal', { 'retry-after': '86400' });
    rig.live.start();
    expect(await rig.bff.passWait()).to.equal(300_000);
    await until(() => rig.bff.seen.length === 2);
  });

  it('runs nothing while the tab is hidden, and asks at once when it is shown', async () => {
    await rig.start();
    rig.page.tell('hidden');
    await until(() => rig.bff.inFlight === 0 && rig.time.pending === 0);
    expect(rig.connection).to.equal('stopped');
    await rig.time.pass(3_600_000);
    expect(rig.bff.seen).to.have.length(1);
    rig.page.tell('visible');
    rig.page.tell('pageshow');
    rig.page.tell('online');
    await until(() => rig.connection === 'live');
    await turns();
    expect(rig.bff.seen).to.have.length(2);
  });

  it('waits for a tab that is hidden from the beginning', async () => {
    rig.page.tell('hidden');
    rig.live.start();
    rig.page.tell('online');
    await turns();
    expect([rig.bff.seen.length, rig.time.pending]).to.deep.equal([0, 0]);
    rig.page.tell('visible');
    await until(() => rig.connection === 'live');
  });

  it('opens a new stream on pageshow and online, for the old one may be dead without a word', async () => {
    await rig.start();
    for (const [nth, signal] of (['pageshow', 'online'] as const).entries()) {
      rig.page.tell(signal);
      await until(() => rig.bff.streams.length === nth + 2 && rig.bff.inFlight === 1);
    }
  });

  it('tells at once that it is offline, and is back at once', async () => {
    await rig.start();
    rig.page.tell('offline');
    await until(() => rig.bff.inFlight === 0);
    expect(rig.connection).to.equal('offline');
    await rig.time.pass(20_000);
    expect(rig.bff.seen).to.have.length(1);
    rig.page.tell('online');
    await until(() => rig.connection === 'live');
  });

  it('tries all the same when the browser is wrong about being offline', async () => {
    await rig.start();
    rig.page.tell('offline');
    await turns();
    await rig.time.pass(30_000);
    await until(() => rig.connection === 'live');
  });

  it('does not wait out a backoff when the buyer returns, and asks for the session itself if it was polling', async () => {
    rig.refuseStreams();
    rig.live.start();
    await rig.bff.passWait();
    await rig.bff.quiet();
    const polls = rig.bff.count('GET');
    rig.page.tell('pageshow');
    await until(() => rig.bff.count('GET') === polls + 1);
    // and then for the stream, which may get through from where the buyer is now
    await until(() => rig.bff.count('GET /events') === 3);
    await rig.bff.quiet();
  });

  it('keeps the poll under way when the buyer returns in the middle of it', async () => {
    rig.bff.script = (seen) =>
      seen.path === '/events' ? rig.bff.problem(404, 'not-found') : new Promise<never>(() => {});
    rig.live.start();
    await rig.bff.passWait();
    await until(() => rig.bff.count('GET') === 1 && rig.bff.inFlight === 1);
    rig.page.tell('pageshow');
    rig.page.tell('online');
    await turns();
    expect(rig.bff.count('GET')).to.equal(1);
  });
});
