import { expect } from '@open-wc/testing';
import { BANK, PayoutTill } from './payout-till.js';

describe('a recipient whose money came back', () => {
  it('is told of money that was sent and came back, not of money that never went', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    await till.confirm(id, BANK);
    await till.fails(id, 'account-not-found');
    expect(await till.facts(id)).to.not.have.property('sentBack');
    await till.confirm(id, BANK);
    await till.arrives(id);
    await till.fails(id, 'account-closed', 'returned');
    expect(await till.facts(id)).to.include({ sentBack: true });
    await till.confirm(id, BANK);
    expect(await till.facts(id)).to.not.have.property('sentBack');
  });
});
