import { expect } from '@open-wc/testing';
import { Till } from './till.js';

describe('the end of a session', () => {
  it('comes for an open one when it is read or swept', async () => {
    const till = new Till();
    const read = await till.open();
    const swept = await till.open();
    till.clock.pass(3600);
    expect((await till.session(read)).status).to.equal('expired');
    await till.bff.sweep();
    expect((await till.record(swept)).state.status).to.equal('expired');
    expect(await till.store.due(Number.MAX_SAFE_INTEGER, 10)).to.deep.equal([]);
  });

  it('comes for a pending one after one last question', async () => {
    const till = new Till();
    const { id } = await till.pending();
    till.clock.pass(3599);
    await till.bff.sweep();
    const asks = till.provider.asks.length;
    till.clock.pass(1);
    const session = await till.session(id);
    expect(session).to.include({ status: 'expired', method: 'fake:page' });
    expect(till.provider.asks).to.have.length(asks + 1);
    expect((await till.record(id)).attempts[0]).to.include({ status: 'abandoned', code: 'timed-out' });
  });

  for (const [said, outcome, status] of [
    ['paid', { type: 'paid' }, 'succeeded'],
    ['declined', { type: 'declined', code: 'declined' }, 'expired'],
  ] as const) {
    it(`lets the last question decide: ${said}`, async () => {
      const till = new Till();
      const { id, attempt } = await till.pending();
      till.provider.decide(attempt, 'last', outcome);
      till.clock.pass(3600);
      expect((await till.session(id)).status).to.equal(status);
    });
  }

  it('waits until the provider may be asked', async () => {
    const till = new Till();
    const id = await till.open({ expiresInSeconds: 60 });
    till.clock.pass(55);
    await till.confirm(id);
    till.clock.pass(5);
    expect((await till.session(id)).status).to.equal('pending');
    await till.bff.sweep();
    expect(till.provider.asks).to.have.length(0);
    till.clock.pass(5);
    expect((await till.session(id)).status).to.equal('expired');
    expect(till.provider.violations).to.deep.equal([]);
  });

  for (const trouble of ['throw', 'unknown'] as const) {
    it(`waits for a provider in trouble (${trouble}): what was paid in time is paid`, async () => {
      const till = new Till();
      const { id, attempt } = await till.pending();
      till.provider.asksGo = trouble;
      till.clock.pass(3600);
      expect((await till.session(id)).status).to.equal('pending');
      const asks = till.provider.asks.length;
      for (let reads = 0; reads < 5; reads += 1) await till.session(id);
      expect(till.provider.asks, 'no reader asks again').to.have.length(asks);
      till.provider.asksGo = 'well';
      till.provider.decide(attempt, 'late', { type: 'paid' });
      till.clock.pass(15);
      await till.bff.sweep();
      expect((await till.session(id)).status).to.equal('succeeded');
      expect(till.provider.violations).to.deep.equal([]);
    });

    it(`comes all the same when the provider stays in trouble (${trouble})`, async () => {
      const till = new Till();
      const { id, attempt } = await till.pending();
      till.provider.asksGo = trouble;
      for (let minutes = 60; minutes < 75; minutes += 1) {
        till.clock.pass(minutes === 60 ? 3600 : 60);
        await till.bff.sweep();
        expect((await till.session(id)).status, `${minutes} minutes`).to.equal('pending');
      }
      expect(till.provider.asks.length, 'not asked without end').to.be.within(4, 9);
      till.clock.pass(60);
      expect((await till.session(id)).status).to.equal('expired');
      await till.paid(attempt);
      expect(await till.session(id)).to.include({ status: 'needsAttention', code: 'paid-late' });
    });
  }

  it('does not come for a reader while the provider, silent before, is being asked again', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.asksGo = 'unknown';
    till.clock.pass(3600);
    await till.bff.sweep();
    till.provider.asksGo = 'well';
    till.provider.decide(attempt, 'late', { type: 'paid' });
    till.clock.pass(15);
    let whileAsked: string | undefined;
    till.provider.duringAsk = async () => {
      whileAsked = (await till.session(id)).status;
    };
    await till.bff.sweep();
    expect(whileAsked).to.equal('pending');
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('does not start an attempt that got lost before it', async () => {
    const till = new Till();
    const id = await till.open({ expiresInSeconds: 60 });
    till.provider.startsGo = 'down';
    await till.confirm(id);
    till.provider.startsGo = 'well';
    till.clock.pass(60);
    expect((await till.session(id)).status).to.equal('expired');
    expect(till.provider.starts).to.have.length(1);
  });

  it('does not take a session whose attempt is being decided meanwhile', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.duringAsk = async () => {
      await till.paid(attempt);
    };
    till.clock.pass(3600);
    expect((await till.session(id)).status).to.equal('succeeded');
  });
});
