import { expect } from '@open-wc/testing';
import { REDIRECT } from './fake-provider.js';
import { START_MS, Till } from './till.js';

const MINUTE = 60;
const DAY = 86_400;

/** Sweeps every `stepSeconds` for a while. @returns the seconds after the start at which the provider was asked. */
async function sweepFor(till: Till, seconds: number, stepSeconds = 1): Promise<number[]> {
  const asked: number[] = [];
  for (let at = 0; at < seconds; at += stepSeconds) {
    till.clock.pass(stepSeconds);
    const before = till.provider.asks.length;
    await till.bff.sweep();
    if (till.provider.asks.length > before) asked.push((till.clock.ms - START_MS) / 1000);
  }
  return asked;
}

describe('asking the provider', () => {
  it('begins when the provider allows it and waits twice as long each time, ten minutes at most', async () => {
    const till = new Till();
    await till.pending({ expiresInSeconds: 10 * 3600 });
    const asked = await sweepFor(till, 3600, 5);
    expect(asked).to.deep.equal([10, 20, 40, 80, 160, 320, 640, 1240, 1840, 2440, 3040]);
    expect(till.provider.violations).to.deep.equal([]);
  });

  it('can be set', async () => {
    const till = new Till({ options: { askBackoff: { firstMs: 1000, maxMs: 4000 } } });
    await till.pending();
    expect(await sweepFor(till, 25)).to.deep.equal([10, 11, 13, 17, 21, 25]);
  });

  it('finds out what a lost callback would have said', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.decide(attempt, 'success', { type: 'paid' });
    till.clock.pass(10);
    await till.bff.sweep();
    expect((await till.session(id)).status).to.equal('succeeded');
    till.clock.pass(3600);
    await till.bff.sweep();
    expect(till.provider.asks, 'nobody is asked after the last word').to.have.length(1);
  });

  it('happens for the one session that is read', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.decide(attempt, 'success', { type: 'paid' });
    till.clock.pass(9);
    expect((await till.session(id)).status).to.equal('pending');
    till.clock.pass(1);
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('does not hide what a callback says meanwhile', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.asksGo = 'unknown';
    till.provider.duringAsk = async () => {
      await till.paid(attempt);
    };
    till.clock.pass(10);
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('happens once when many read at the same time', async () => {
    const till = new Till();
    const { id } = await till.pending();
    till.clock.pass(10);
    await Promise.all([till.bff.sweep(), till.get(id), till.get(id), till.bff.sweep()]);
    expect(till.provider.asks).to.have.length(1);
  });

  it('happens once when two processes sweep', async () => {
    const till = new Till();
    await till.pending();
    const { clock, store, provider } = till;
    const second = new Till({ clock, store, provider });
    till.clock.pass(10);
    await Promise.all([till.bff.sweep(), second.bff.sweep()]);
    expect(provider.asks).to.have.length(1);
  });

  it('takes an answer and a callback about the same event as one', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.decide(attempt, 'declined', { type: 'declined', code: 'declined' });
    till.clock.pass(10);
    await till.bff.sweep();
    await till.confirm(id);
    const before = await till.record(id);
    await till.webhook({ attempt, key: 'declined', outcome: { type: 'paid' } });
    expect(await till.record(id)).to.deep.equal(before);
  });

  it('lets a callback tell what an answer left out', async () => {
    const till = new Till();
    till.provider.nextAction = { type: 'wait' };
    const { id, attempt } = await till.pending();
    till.clock.pass(10);
    await till.bff.sweep();
    await till.webhook({ attempt, key: 'received', outcome: { type: 'pending', nextAction: REDIRECT } });
    const session = await till.session(id);
    expect(session.status === 'pending' && session.nextAction).to.deep.equal(REDIRECT);
  });

  for (const trouble of ['unknown', 'throw'] as const) {
    it(`goes on after no clear answer (${trouble})`, async () => {
      const till = new Till();
      const { id, attempt } = await till.pending();
      till.provider.asksGo = trouble;
      expect(await sweepFor(till, 60, 5)).to.deep.equal([10, 20, 40]);
      till.provider.asksGo = 'well';
      till.provider.decide(attempt, 'success', { type: 'paid' });
      till.clock.pass(20);
      expect((await till.session(id)).status).to.equal('succeeded');
    });
  }

  it('does not start a redirect again that the buyer has not opened yet', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.books.delete(attempt);
    expect(await sweepFor(till, 60, 5)).to.deep.equal([10, 20, 40]);
    expect(till.provider.starts).to.have.length(1);
    expect((await till.session(id)).status).to.equal('pending');
  });

  it('is done at the deadline of what the buyer has to do', async () => {
    const till = new Till();
    const deadline = new Date(START_MS + 55_000).toISOString();
    till.provider.nextAction = { type: 'receipt', entries: [], deadline };
    await till.pending();
    expect(await sweepFor(till, 100, 5)).to.deep.equal([10, 20, 40, 55]);
  });

  it('ignores an answer about something else', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.books.set(attempt, till.provider.message('another', 'success', { type: 'paid' }));
    till.clock.pass(10);
    await till.bff.sweep();
    expect((await till.session(id)).status).to.equal('pending');
  });

  it('is not held up by one session that fails', async () => {
    const till = new Till();
    const first = await till.pending();
    const second = await till.pending({ order: { id: 'order-2', returnUrl: 'https://shop.example/' } });
    for (const { attempt } of [first, second]) till.provider.decide(attempt, 'success', { type: 'paid' });
    const get = till.store.get.bind(till.store);
    till.store.get = (id) => (id === first.id ? Promise.reject(new Error('broken row')) : get(id));
    till.clock.pass(10);
    await till.bff.sweep();
    expect((await till.session(second.id)).status).to.equal('succeeded');
    expect(till.logged.some(({ event, level }) => event === 'sweep' && level === 'error')).to.equal(true);
  });
});

describe('an attempt that was given up', () => {
  it('is still asked about, more and more rarely, for 35 days', async () => {
    const till = new Till();
    const { id } = await till.pending();
    await till.cancel(id, 'session');
    const asked = await sweepFor(till, 40 * DAY, 600);
    expect(asked.length).to.be.within(40, 60);
    expect(asked.at(-1)).to.be.within(35 * DAY, 36 * DAY);
    expect(await till.store.due(Number.MAX_SAFE_INTEGER, 10)).to.deep.equal([]);
  });

  it('brings its money to light', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    await till.cancel(id, 'session');
    till.provider.decide(attempt, 'success', { type: 'paid' });
    till.clock.pass(2 * DAY);
    await till.bff.sweep();
    expect(await till.session(id)).to.include({ status: 'needsAttention', code: 'paid-late' });
  });

  it('does not make a buyer who reads the session wait', async () => {
    const till = new Till();
    const { id } = await till.pending();
    await till.cancel(id, 'attempt');
    till.clock.pass(10);
    await till.get(id);
    expect(till.provider.asks).to.have.length(0);
    await till.bff.sweep();
    expect(till.provider.asks).to.have.length(1);
  });

  it('is not started again when the provider never got it', async () => {
    const till = new Till();
    const id = await till.open();
    till.provider.startsGo = 'down';
    await till.confirm(id);
    await till.cancel(id, 'attempt');
    till.provider.startsGo = 'well';
    till.clock.pass(MINUTE);
    await till.bff.sweep();
    expect(till.provider.asks).to.have.length(1);
    expect(till.provider.starts).to.have.length(1);
  });

  it('is left alone after the last word', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    await till.cancel(id, 'attempt');
    await till.declined(attempt);
    expect((await till.record(id)).attempts[0]).to.include({ status: 'declined', askAtMs: undefined });
    expect((await till.session(id)).status).to.equal('open');
  });
});
