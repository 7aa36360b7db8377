import { expect } from '@open-wc/testing';
import { BANK, PayoutTill } from './payout-till.js';
import { codeOf } from './till.js';

describe('a payout whose start is lost', () => {
  it('is made again by one of several processes, however slowly the provider answers', async () => {
    for (const slow of ['duringAsk', 'duringStart'] as const) {
      const till = new PayoutTill();
      till.payer.startsGo = 'down';
      const id = await till.owe({ destination: BANK });
      till.payer.startsGo = 'well';
      const other = new PayoutTill({ clock: till.clock, store: till.store, provider: till.payer });
      let waited = 0;
      till.payer[slow] = async () => {
        waited += 1;
        if (waited === 1) await other.sweeps(1, 12);
      };
      await till.sweeps(1, 20);
      expect(waited).to.be.above(0);
      expect(till.payer.violations).to.deep.equal([]);
      expect(till.payer.starts).to.have.length(2);
      expect((await till.shopView(id)).attempts[0]?.status).to.equal('waiting');
    }
  });
});

describe('a payout that its provider does not know any more', () => {
  it('calls a person after a day, is asked about still, and counts when it is there after all', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    await till.confirm(id, BANK);
    const attempt = await till.attempt(id);
    till.payer.books.clear();
    await till.sweeps(20, 3600);
    expect((await till.shopView(id)).status).to.equal('pending');
    await till.sweeps(5, 3600);
    expect(await till.shopView(id)).to.deep.include({ status: 'needsAttention', code: 'provider-error' });
    expect(codeOf(await till.confirm(id, BANK))).to.equal('session-closed');
    expect(till.payer.starts).to.have.length(1);
    till.payer.decide(attempt, 'late', { type: 'paid' });
    await till.sweeps(3, 86_400);
    const { status, attempts } = await till.shopView(id);
    expect([status, attempts[0]?.status]).to.deep.equal(['needsAttention', 'succeeded']);
  });
});
