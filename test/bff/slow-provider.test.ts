import { expect } from '@open-wc/testing';
import { sessionOf, Till } from './till.js';

/** Timers that a test lets ring. */
class Bells {
  readonly waiting = new Map<number, () => void>();
  #next = 0;
  set = (run: () => void): unknown => {
    this.waiting.set(++this.#next, run);
    return this.#next;
  };
  clear = (handle: unknown): void => void this.waiting.delete(handle as number);
  ring(): void {
    for (const run of [...this.waiting.values()]) run();
  }
}

/** A buyer whose provider has been asked, and answers when it is let. */
async function asked() {
  const bells = new Bells();
  const till = new Till({ options: { timers: bells } });
  const { id, attempt } = await till.pending();
  till.provider.decide(attempt, 'p', { type: 'paid' });
  let letGo: () => void = () => undefined;
  till.provider.duringAsk = () => new Promise((resolve) => (letGo = resolve));
  till.clock.pass(30);
  const reading = till.get(id);
  while (bells.waiting.size === 0) await new Promise((resolve) => setTimeout(resolve));
  return { bells, till, id, reading, letGo: () => letGo() };
}

describe('a provider that takes long to answer', () => {
  it('keeps no reader waiting, and counts when it has answered', async () => {
    const { bells, till, id, reading, letGo } = await asked();
    bells.ring();
    expect(sessionOf(await reading).status).to.equal('pending');
    letGo();
    while (sessionOf(await till.get(id)).status === 'pending') await new Promise((resolve) => setTimeout(resolve));
    expect(sessionOf(await till.get(id)).status).to.equal('succeeded');
    expect(till.provider.asks, 'one question for both readers').to.have.length(1);
    expect(bells.waiting.size, 'no timer is left').to.equal(0);
  });

  it('is waited for when it answers in time', async () => {
    const { bells, reading, letGo } = await asked();
    letGo();
    expect(sessionOf(await reading).status).to.equal('succeeded');
    expect(bells.waiting.size).to.equal(0);
  });

  it('is heard before the server closes', async () => {
    const { bells, till, reading, letGo, id } = await asked();
    bells.ring();
    await reading;
    let closed = false;
    const closing = till.bff.close().then(() => (closed = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(closed).to.equal(false);
    letGo();
    await closing;
    expect((await till.record(id)).state.status).to.equal('succeeded');
  });
});

describe('a sweep when the server closes', () => {
  it('asks about no further session', async () => {
    const till = new Till();
    const many = 30;
    for (let at = 0; at < many; at += 1)
      await till.pending({ order: { id: `o${at}`, returnUrl: 'https://shop.example/' } });
    till.clock.pass(30);
    const release: (() => void)[] = [];
    till.provider.duringAsk = () => new Promise((resolve) => release.push(resolve));
    const sweeping = till.bff.sweep();
    while (release.length === 0) await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const begun = release.length;
    const closing = till.bff.close();
    for (const one of release) one();
    await Promise.all([sweeping, closing]);
    expect(begun).to.be.below(many);
    expect(till.provider.asks).to.have.length(begun);
  });
});
