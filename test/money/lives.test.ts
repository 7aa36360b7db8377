import { expect } from '@open-wc/testing';
import { moneyLife } from './lives.js';

/** Some thousands were tried once; these are for every day. */
const LIVES = 25;

describe('money: whole lives of a shop with all its providers at once', () => {
  it(`${LIVES} of them, with faults, crashes and several actors: the sums agree with the books`, async function () {
    this.timeout(60_000);
    const all = { moves: 0, crashes: 0, paid: 0, refunds: 0, payouts: 0, sent: 0, back: 0, attention: 0 };
    for (let seed = 1; seed <= LIVES; seed += 1) {
      const life = await moneyLife(seed).catch((error: unknown) => {
        throw new Error(`life ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      });
      for (const key of Object.keys(all) as (keyof typeof all)[]) all[key] += life[key];
    }
    // A proof of anything only where much has happened.
    expect(all.crashes, JSON.stringify(all)).to.be.greaterThan(LIVES);
    expect(all.paid).to.be.greaterThan(LIVES);
    expect(all.refunds).to.be.greaterThan(LIVES);
    expect(all.sent).to.be.greaterThan(LIVES);
  });
});
