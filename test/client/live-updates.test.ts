import { expect } from '@open-wc/testing';
import { errorOf } from '../../src/client/answer-error.js';
import { LiveUpdates } from '../../src/client/live-updates.js';
import type { Connection } from '../../src/client/live-updates.js';
import { ServerClock } from '../../src/client/server-clock.js';
import { FakeBff } from './fake-bff.js';
import { FakePage } from './fake-page.js';
import { FakeTime, turns, until } from './fake-time.js';
import { open, pending, SESSION_URL, Signer, succeeded } from './tokens.js';

describe('LiveUpdates', () => {
  let signer: Signer;
  let time: FakeTime;
  let page: FakePage;
  let bff: FakeBff;
  let clock: ServerClock;
  let live: LiveUpdates;
  let tokens: string[];
  let connections: Connection[];
  let rev: number;

  before(async () => {
    signer = await Signer.make();
  });

  beforeEach(() => {
    time = new FakeTime();
    page = new FakePage();
    bff = new FakeBff(signer, time, open);
    clock = new ServerClock({ now: time.buyer, monotonic: time.monotonic });
    tokens = [];
    connections = [];
    rev = 1;
    live = new LiveUpdates({
      url: `${SESSION_URL}/events`,
      fetch: bff.fetch,
      timers: time,
      clock,
      signals: page,
      random: () => 0.5,
      lastEventId: () => String(rev),
      onToken: (token) => {
        tokens.push(token);
        return Promise.resolve();
      },
      poll: async (signal) => {
        const response = await bff.fetch(SESSION_URL, { signal });
        if (!response.ok) throw await errorOf(response, clock.now());
      },
      onConnection: (connection) => connections.push(connection),
    });
  });

  afterEach(async () => {
    live.stop();
    await turns();
    expect(time.pending, 'timers left').to.equal(0);
    expect(bff.inFlight, 'requests left').to.equal(0);
    expect(page.listeners, 'subscriptions left').to.equal(0);
    expect(bff.peak, 'requests at once').to.be.at.most(1);
  });

  const started = async () => {
    live.start();
    await until(() => connections.at(-1) === 'live');
  };
  const noStream = () => (seen: { path: string }) =>
    seen.path === '/events' ? bff.problem(404, 'not-found') : undefined;
  const passWait = () => bff.passWait();

  it('opens one stream, says what it holds, and hands over what is pushed', async () => {
    await started();
    expect(bff.paths()).to.deep.equal(['GET /events']);
    expect(bff.seen[0]?.headers.get('accept')).to.equal('text/event-stream');
    expect(bff.seen[0]?.headers.get('last-event-id')).to.equal('1');
    bff.stream.send(': hello\n\nretry: 3000\n\n');
    await bff.push(pending);
    await bff.push(succeeded);
    await until(() => tokens.length === 2);
    live.start();
    await turns();
    expect(bff.seen).to.have.length(1);
  });

  it('reads events that arrive in pieces, between bytes of one character too', async () => {
    await started();
    const bytes = new TextEncoder().encode('id: 2\ndata: eyJ№.b.c\n\n');
    for (const byte of bytes) bff.stream.send(String.fromCharCode(byte).replace(/[^\0-\x7f]/g, ''));
    await until(() => tokens.length === 1);
    expect(tokens).to.deep.equal(['eyJ.b.c']);
  });

  it('sets the clock by the Date of the stream', async () => {
    time.buyerAheadMs = 7_200_000;
    clock = new ServerClock({ now: time.buyer, monotonic: time.monotonic });
    await started();
    expect(clock.synced).to.be.false;
  });

  it('comes back soon after a stream that ended, and says what it holds by then', async () => {
    await started();
    bff.stream.send('retry: 3000\n\n');
    await turns();
    await time.pass(6000);
    rev = 7;
    bff.stream.end();
    expect(await passWait()).to.equal(1500);
    await until(() => bff.streams.length === 2);
    expect(bff.seen[1]?.headers.get('last-event-id')).to.equal('7');
    expect(connections).to.deep.equal(['live']);
  });

  it('comes back after a break; a lost connection is told only when that fails', async () => {
    await started();
    bff.stream.send(': beat\n\n');
    await turns();
    await time.pass(6000);
    bff.script = () => Promise.reject(new TypeError('no network'));
    bff.stream.break();
    await passWait();
    await until(() => connections.at(-1) === 'offline');
    bff.script = () => undefined;
    await passWait();
    await until(() => connections.at(-1) === 'live');
    expect(connections).to.deep.equal(['live', 'offline', 'live']);
  });

  it('takes a stream without heartbeats for dead', async () => {
    await started();
    for (let n = 0; n < 4; n++) {
      await time.pass(30_000);
      bff.stream.send(': beat\n\n');
      await turns();
    }
    await time.pass(34_999);
    expect(bff.inFlight).to.equal(1);
    await time.pass(1);
    await until(() => bff.stream.closed);
    await passWait();
    await until(() => bff.streams.length === 2);
  });

  it('does not wait for ever for the head of a stream', async () => {
    bff.script = (_, nth) => (nth === 1 ? new Promise<never>(() => {}) : undefined);
    live.start();
    await until(() => bff.inFlight === 1);
    await time.pass(10_000);
    await until(() => connections.at(-1) === 'offline');
    await passWait();
    await until(() => connections.at(-1) === 'live');
  });

  it('polls when streams stay silent, as behind a proxy that holds them back', async () => {
    live.start();
    for (const nth of [1, 2]) {
      await until(() => bff.streams.length === nth && !bff.stream.closed);
      await time.pass(35_000);
      await passWait();
    }
    await until(() => connections.includes('polling'));
    // one more chance for the stream, after the first good poll
    await until(() => bff.streams.length === 3 && bff.inFlight === 1);
    await time.pass(35_000);
    await passWait();
    await until(() => connections.at(-1) === 'polling' && bff.count('GET') === 2);
    expect(await passWait()).to.equal(2000 * 1.25);
  });

  it('polls at once when the stream is refused, slower with time, and tries the stream each minute', async () => {
    bff.script = noStream();
    live.start();
    const waits: number[] = [await passWait()];
    for (let polls = 2; polls < 9; polls++) {
      await until(() => bff.count('GET') === polls || time.pending === 1);
      waits.push(await passWait());
    }
    expect(waits[0]).to.equal(500);
    expect(connections).to.deep.equal(['polling']);
    expect(bff.count('GET /events')).to.equal(2);
    const intervals = waits.slice(2);
    expect(intervals).to.deep.equal([...intervals].sort((a, b) => a - b));
    while (bff.count('GET /events') < 3) await passWait();
    expect(time.monotonic()).to.be.within(60_000, 80_000);
    for (let n = 0; n < 10; n++) expect(await passWait()).to.be.at.most(15_000);
  });

  it('returns to the stream when it gets through again', async () => {
    bff.script = noStream();
    live.start();
    await passWait();
    await until(() => connections.at(-1) === 'polling' && time.pending === 1);
    bff.script = () => undefined;
    while (bff.streams.length === 0) await passWait();
    await until(() => connections.at(-1) === 'live');
    bff.stream.send(': beat\n\n');
    await turns();
    await time.pass(10_000);
    bff.stream.end();
    await passWait();
    await until(() => bff.streams.length === 2);
  });

  it('backs off with jitter while nothing answers', async () => {
    bff.script = () => Promise.reject(new TypeError('no network'));
    live.start();
    const waits: number[] = [];
    for (let n = 0; n < 8; n++) waits.push(await passWait());
    expect(waits).to.deep.equal([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
    expect(connections).to.deep.equal(['offline']);
  });

  it('stays away as long as Retry-After says, even if the tab is shown again', async () => {
    bff.script = () => bff.problem(503, 'internal', { 'retry-after': '60' });
    live.start();
    await until(() => bff.inFlight === 0 && time.pending === 1);
    await time.pass(20_000);
    page.tell('hidden');
    await turns();
    page.tell('visible');
    await turns();
    expect(bff.seen).to.have.length(1);
    bff.script = () => undefined;
    expect(await passWait()).to.equal(40_000);
    await until(() => connections.at(-1) === 'live');
  });

  it('does not let a Retry-After keep it away for hours', async () => {
    bff.script = () => bff.problem(503, 'internal', { 'retry-after': '86400' });
    live.start();
    expect(await passWait()).to.equal(300_000);
    await until(() => bff.seen.length === 2);
  });

  it('runs nothing while the tab is hidden, and asks at once when it is shown', async () => {
    await started();
    page.tell('hidden');
    await until(() => bff.inFlight === 0 && time.pending === 0);
    expect(connections.at(-1)).to.equal('stopped');
    await time.pass(3_600_000);
    expect(bff.seen).to.have.length(1);
    page.tell('visible');
    page.tell('pageshow');
    page.tell('online');
    await until(() => connections.at(-1) === 'live');
    await turns();
    expect(bff.seen).to.have.length(2);
  });

  it('waits for a tab that is hidden from the beginning', async () => {
    page.tell('hidden');
    live.start();
    page.tell('online');
    await turns();
    expect([bff.seen.length, time.pending]).to.deep.equal([0, 0]);
    page.tell('visible');
    await until(() => connections.at(-1) === 'live');
  });

  it('opens a new stream on pageshow and online, for the old one may be dead without a word', async () => {
    await started();
    for (const [nth, signal] of (['pageshow', 'online'] as const).entries()) {
      page.tell(signal);
      await until(() => bff.streams.length === nth + 2 && bff.inFlight === 1);
    }
  });

  it('tells at once that it is offline, and is back at once', async () => {
    await started();
    page.tell('offline');
    await until(() => bff.inFlight === 0);
    expect(connections.at(-1)).to.equal('offline');
    await time.pass(20_000);
    expect(bff.seen).to.have.length(1);
    page.tell('online');
    await until(() => connections.at(-1) === 'live');
  });

  it('tries all the same when the browser is wrong about being offline', async () => {
    await started();
    page.tell('offline');
    await turns();
    await time.pass(30_000);
    await until(() => connections.at(-1) === 'live');
  });

  it('does not wait out a backoff when the buyer returns, and asks for the session itself if it was polling', async () => {
    bff.script = noStream();
    live.start();
    await passWait();
    await until(() => connections.at(-1) === 'polling' && bff.count('GET /events') === 2 && bff.inFlight === 0);
    const polls = bff.count('GET');
    page.tell('pageshow');
    await until(() => bff.count('GET') === polls + 1);
  });

  it('keeps the poll under way when the buyer returns in the middle of it', async () => {
    bff.script = (seen) => (seen.path === '/events' ? bff.problem(404, 'not-found') : new Promise<never>(() => {}));
    live.start();
    await passWait();
    await until(() => bff.count('GET') === 1 && bff.inFlight === 1);
    page.tell('pageshow');
    page.tell('online');
    await turns();
    expect(bff.count('GET')).to.equal(1);
  });

  it('does not take a page of HTML for a stream, nor an endless event', async () => {
    bff.script = (_, nth) =>
      nth === 1 ? new Response('<html>', { headers: { 'content-type': 'text/html' } }) : undefined;
    live.start();
    await passWait();
    await until(() => bff.streams.length === 1);
    bff.stream.send(`data: ${'x'.repeat(300_000)}`);
    await until(() => bff.stream.closed);
    expect(tokens).to.deep.equal([]);
  });

  it('hands over nothing after it was stopped, not even the rest of the same bytes', async () => {
    await started();
    live.stop();
    await turns();
    expect(bff.stream.closed).to.be.true;
    expect(connections.at(-1)).to.equal('stopped');
    live.start();
    await until(() => bff.streams.length === 2 && connections.at(-1) === 'live');
    bff.stream.send('data: a\n\ndata: b\n\n');
    await until(() => tokens.length > 0);
    expect(tokens).to.deep.equal(['a', 'b']);
  });
});
