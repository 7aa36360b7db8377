import { expect } from '@open-wc/testing';
import { Ticker } from '../../src/client/ticker.js';
import { FakePage } from './fake-page.js';
import { FakeTime } from './fake-time.js';

describe('Ticker', () => {
  let time: FakeTime;
  let page: FakePage;
  let ticker: Ticker;
  let ticks: number[];
  const note = () => ticks.push(time.server() - time.startMs);

  beforeEach(() => {
    time = new FakeTime();
    page = new FakePage();
    ticker = new Ticker({ signals: page, timers: time, now: time.server });
    ticks = [];
  });

  it('has no timer and no subscription until somebody listens, and none after', () => {
    expect([time.pending, page.listeners]).to.deep.equal([0, 0]);
    const end = ticker.subscribe(note);
    expect([time.pending, page.listeners]).to.deep.equal([1, 1]);
    end();
    end();
    expect([time.pending, page.listeners]).to.deep.equal([0, 0]);
  });

  it('ticks at each whole second', async () => {
    await time.pass(300);
    ticker.subscribe(note);
    await time.pass(3000);
    expect(ticks).to.deep.equal([1000, 2000, 3000]);
  });

  it('uses one timer for all, and tells all at the same moment', async () => {
    const others: number[] = [];
    const end = ticker.subscribe(note);
    await time.pass(1400);
    const endOther = ticker.subscribe(() => others.push(time.server() - time.startMs));
    expect(time.pending).to.equal(1);
    await time.pass(1000);
    end();
    await time.pass(1000);
    expect(ticks).to.deep.equal([1000, 2000]);
    expect(others).to.deep.equal([2000, 3000]);
    endOther();
    expect(time.pending).to.equal(0);
  });

  it('takes the same function twice and lets one go at a time', async () => {
    const endOne = ticker.subscribe(note);
    ticker.subscribe(note);
    endOne();
    await time.pass(1000);
    expect(ticks).to.deep.equal([1000]);
  });

  it('rests while the tab is hidden and ticks at once when it is shown', async () => {
    ticker.subscribe(note);
    await time.pass(1000);
    page.tell('hidden');
    expect(time.pending).to.equal(0);
    await time.pass(60_500);
    expect(ticks).to.deep.equal([1000]);
    page.tell('visible');
    expect(ticks).to.deep.equal([1000, 61_500]);
    await time.pass(500);
    expect(ticks.at(-1)).to.equal(62_000);
    page.tell('online');
    expect(ticks).to.have.length(3);
  });

  it('sets no timer for a listener that comes while hidden', () => {
    page.tell('hidden');
    ticker.subscribe(note);
    expect(time.pending).to.equal(0);
    page.tell('visible');
    expect([time.pending, ticks.length]).to.deep.equal([1, 1]);
  });

  it('lets a listener end itself within a tick', async () => {
    const end: () => void = ticker.subscribe(() => {
      note();
      end();
    });
    ticker.subscribe(note);
    await time.pass(2000);
    expect(ticks).to.deep.equal([1000, 1000, 2000]);
  });

  it('runs on the real timers by itself', async () => {
    let end = () => {};
    const atMs = await new Promise<number>((resolve) => {
      end = new Ticker({ now: () => Date.now() + 999 - (Date.now() % 1000) }).subscribe(() => resolve(Date.now()));
    });
    end();
    expect(atMs).to.be.at.most(Date.now());
  });
});
