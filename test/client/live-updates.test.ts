import { expect } from '@open-wc/testing';
import { FakeStream } from './fake-bff.js';
import { turns, until } from './fake-time.js';
import { LiveCase } from './live-case.js';
import { pending, Signer, succeeded } from './tokens.js';

describe('LiveUpdates over a stream', () => {
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

  it('opens one stream, says what it holds, and hands over what is pushed', async () => {
    await rig.start();
    expect(rig.bff.paths()).to.deep.equal(['GET /events']);
    expect(rig.bff.seen[0]?.headers.get('accept')).to.equal('text/event-stream');
    expect(rig.bff.seen[0]?.headers.get('last-event-id')).to.equal('1');
    rig.bff.stream.send(': hello\n\nretry: 3000\n\n');
    await rig.bff.push(pending);
    await rig.bff.push(succeeded);
    await until(() => rig.tokens.length === 2);
    rig.live.start();
    await turns();
    expect(rig.bff.seen).to.have.length(1);
  });

  it('reads events that arrive in pieces', async () => {
    await rig.start();
    for (const character of 'id: 2\r\ndata: eyJ.b.c\r\n\r\n') rig.bff.stream.send(character);
    await until(() => rig.tokens.length === 1);
    expect(rig.tokens).to.deep.equal(['eyJ.b.c']);
  });

  it("sets the clock by the Date of the stream, whatever the buyer's clock says", async () => {
    expect([rig.clock.synced, rig.clock.now()]).to.deep.equal([false, rig.time.buyer()]);
    await rig.start();
    expect(rig.clock.synced).to.be.true;
    expect(Math.abs(rig.clock.now() - rig.time.server())).to.be.at.most(1000);
  });

  it('comes back soon after a stream that ended, and says what it holds by then', async () => {
    await rig.start();
    rig.bff.stream.send('retry: 3000\n\n');
    await turns();
    await rig.time.pass(6000);
    rig.rev = 7;
    rig.bff.stream.end();
    expect(await rig.bff.passWait()).to.equal(1500);
    await until(() => rig.bff.streams.length === 2);
    expect(rig.bff.seen[1]?.headers.get('last-event-id')).to.equal('7');
    expect(rig.connections).to.deep.equal(['live']);
  });

  it('comes back after a break; a lost connection is told only when that fails', async () => {
    await rig.start();
    rig.bff.stream.send(': beat\n\n');
    await turns();
    await rig.time.pass(6000);
    rig.bff.script = () => Promise.reject(new TypeError('no network'));
    rig.bff.stream.break();
    await rig.bff.passWait();
    await until(() => rig.connection === 'offline');
    rig.bff.script = () => undefined;
    await rig.bff.passWait();
    await until(() => rig.connection === 'live');
    expect(rig.connections).to.deep.equal(['live', 'offline', 'live']);
  });

  it('takes a stream without heartbeats for dead', async () => {
    await rig.start();
    for (let n = 0; n < 4; n++) {
      await rig.time.pass(n === 0 ? 19_999 : 34_999);
      rig.bff.stream.send(': beat\n\n');
      await turns();
    }
    await rig.time.pass(34_999);
    expect(rig.bff.inFlight).to.equal(1);
    await rig.time.pass(1);
    await until(() => rig.bff.stream.closed);
    await rig.bff.passWait();
    await until(() => rig.bff.streams.length === 2);
  });

  it('does not wait for ever for the head of a stream', async () => {
    rig.bff.script = (_, nth) => (nth === 1 ? new Promise<never>(() => {}) : undefined);
    rig.live.start();
    await until(() => rig.bff.inFlight === 1);
    await rig.time.pass(10_000);
    await until(() => rig.connection === 'offline');
    await rig.bff.passWait();
    await until(() => rig.connection === 'live');
  });

  it('does not take a page of HTML for a stream, nor an endless event', async () => {
    rig.bff.script = (_, nth) =>
      nth === 1 ? new Response('<html>', { headers: { 'content-type': 'text/html' } }) : undefined;
    rig.live.start();
    await rig.bff.passWait();
    await until(() => rig.bff.streams.length === 1);
    rig.bff.stream.send(`data: ${'x'.repeat(300_000)}`);
    await until(() => rig.bff.stream.closed);
    expect(rig.tokens).to.deep.equal([]);
  });

  it('hands over nothing after it was stopped, not even the rest of the same bytes', async () => {
    await rig.start();
    rig.takeToken = () => rig.live.stop();
    rig.bff.stream.send('data: a\n\ndata: b\n\n');
    await until(() => rig.connection === 'stopped');
    await turns();
    expect(rig.tokens).to.deep.equal(['a']);
    expect(rig.bff.stream.closed).to.be.true;
  });

  it('lets go of a stream that does not follow the signal', async () => {
    const deaf = new FakeStream({});
    rig.bff.script = () => deaf.response;
    await rig.start();
    rig.live.stop();
    await until(() => deaf.closed);
  });

  it('stays with streams as long as each holds for a while, though one try between them fails each time', async () => {
    await rig.start();
    for (let nth = 2; nth < 6; nth++) {
      rig.bff.stream.send(': beat\n\n');
      await turns();
      await rig.time.pass(8000);
      rig.bff.script = () => Promise.reject(new TypeError('no network'));
      rig.bff.stream.break();
      expect(await rig.bff.passWait()).to.equal(500);
      await rig.bff.quiet();
      rig.bff.script = () => undefined;
      expect(await rig.bff.passWait()).to.equal(500);
      await until(() => rig.bff.streams.length === nth && rig.connection === 'live');
    }
    expect(rig.bff.count('GET')).to.equal(0);
  });
});
