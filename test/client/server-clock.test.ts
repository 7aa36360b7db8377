import { expect } from '@open-wc/testing';
import { ServerClock } from '../../src/client/server-clock.js';
import { FakeTime } from './fake-time.js';

const HOUR_MS = 3_600_000;

describe('ServerClock', () => {
  let time: FakeTime;
  const make = () => new ServerClock({ now: time.buyer, monotonic: time.monotonic });
  /** An exchange in which the server's stamp was made this long after sending, and this long before the answer. */
  const exchange = async (toServerMs: number, backMs: number) => {
    const sentMs = time.monotonic();
    await time.pass(toServerMs);
    const stampMs = time.server();
    await time.pass(backMs);
    return { stampMs, sentMs, receivedMs: time.monotonic() };
  };

  beforeEach(() => {
    time = new FakeTime();
  });

  it('begins with the clock of the buyer, who may set it without effect', async () => {
    const clock = make();
    expect(clock.synced).to.be.false;
    expect(clock.now()).to.equal(time.server());
    time.buyerAheadMs = HOUR_MS;
    await time.pass(1500);
    expect(clock.now()).to.equal(time.server());
  });

  for (const hours of [-2, 2, 24 * 365]) {
    it(`is right after one answer when the buyer's clock is off by ${hours} hours`, async () => {
      time.buyerAheadMs = hours * HOUR_MS;
      const clock = make();
      expect(clock.now()).to.equal(time.buyer());
      const { stampMs, ...rest } = await exchange(40, 60);
      clock.sample(stampMs, rest, 1);
      expect(clock.synced).to.be.true;
      expect(Math.abs(clock.now() - time.server())).to.be.at.most(51);
      time.buyerAheadMs = 0;
      await time.pass(10 * HOUR_MS);
      expect(Math.abs(clock.now() - time.server())).to.be.at.most(51);
    });
  }

  it('is off by half of a slow answer at most, and a quicker one makes it better', async () => {
    const clock = make();
    const slow = await exchange(3900, 100);
    clock.sample(slow.stampMs, slow, 1);
    expect(Math.abs(clock.now() - time.server())).to.be.within(1800, 2001);
    const quick = await exchange(5, 5);
    clock.sample(quick.stampMs, quick, 1);
    expect(Math.abs(clock.now() - time.server())).to.be.at.most(6);
    const slowAgain = await exchange(3900, 100);
    clock.sample(slowAgain.stampMs, slowAgain, 1);
    expect(Math.abs(clock.now() - time.server())).to.be.at.most(6);
  });

  it('takes whole seconds of a Date header for what they are', async () => {
    const clock = make();
    await time.pass(990);
    const { stampMs, ...rest } = await exchange(5, 5);
    clock.sample(Math.floor(stampMs / 1000) * 1000, rest, 1000);
    expect(Math.abs(clock.now() - time.server())).to.be.at.most(506);
    await time.pass(7010);
    const later = await exchange(5, 5);
    clock.sample(Math.floor(later.stampMs / 1000) * 1000, later, 1000);
    // two such samples, nearly a second apart in their fractions, narrow each other down
    expect(Math.abs(clock.now() - time.server())).to.be.at.most(20);
  });

  it('starts anew when a sample contradicts it, as after the device has slept', async () => {
    const clock = make();
    const first = await exchange(5, 5);
    clock.sample(first.stampMs, first, 1);
    const second = await exchange(5, 5);
    clock.sample(second.stampMs + 8 * HOUR_MS, second, 1);
    expect(Math.abs(clock.now() - time.server() - 8 * HOUR_MS)).to.be.at.most(6);
  });

  it('is never before what the server has signed', () => {
    time.buyerAheadMs = -2 * HOUR_MS;
    const clock = make();
    clock.atLeast(time.server());
    expect(clock.now()).to.equal(time.server());
    expect(clock.synced).to.be.false;
    clock.atLeast(time.server() - HOUR_MS);
    expect(clock.now()).to.equal(time.server());
  });

  it('reads the real clocks by itself', () => {
    const clock = new ServerClock();
    expect(Math.abs(clock.now() - Date.now())).to.be.below(50);
    expect(clock.monotonic()).to.be.at.most(performance.now());
  });
});
