import { expect } from '@open-wc/testing';
import {
  businessDaysAfter,
  daysAfter,
  isBusinessDay,
  japanDay,
  japanDayMs,
  weekday,
} from '../../src/bff/japan-days.js';
import { Clock } from './till.js';
import { BANK, PayoutTill, PURSE } from './payout-till.js';

describe('days in Japan', () => {
  it('begin nine hours earlier than in UTC', () => {
    expect(japanDay(Date.parse('2026-11-20T14:59:59.999Z'))).to.equal('2026-11-20');
    expect(japanDay(Date.parse('2026-11-20T15:00:00.000Z'))).to.equal('2026-11-21');
    expect(new Date(japanDayMs('2026-11-21')).toISOString()).to.equal('2026-11-20T15:00:00.000Z');
    expect(daysAfter('2026-12-31', 1)).to.equal('2027-01-01');
    expect(daysAfter('2028-03-01', -1)).to.equal('2028-02-29');
    expect(weekday('2026-11-22')).to.equal(0);
  });

  it('are business days but for weekends, holidays and the new year', () => {
    const free = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-09-22', '2027-03-22', '2026-12-31', '2027-01-04'];
    expect(free.map(isBusinessDay)).to.deep.equal([false, false, false, false, false, false, true]);
  });

  for (const [day, count, then] of [
    ['2026-11-20', 1, '2026-11-24'],
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-21', 0, '2026-11-24'],
    ['2026-12-30', 1, '2027-01-04'],
    ['2027-04-28', 1, '2027-04-30'],
    ['2027-04-30', 1, '2027-05-06'],
  ] as const) {
    it(`come ${count} after ${day} on ${then}`, () => expect(businessDaysAfter(day, count)).to.equal(then));
  }
});

describe('when a payout arrives', () => {
  it('is said in business days after the choice, whole days in Japan', async () => {
    const clock = new Clock();
    // Friday evening in Japan before a long weekend.
    clock.ms = Date.parse('2026-11-20T10:00:00.000Z');
    const till = new PayoutTill({ clock });
    const id = await till.owe();
    expect(await till.facts(id)).to.not.have.any.keys('arrivesFrom', 'arrivesBy');
    await till.confirm(id, BANK);
    const arrival = { arrivesFrom: '2026-11-23T15:00:00.000Z', arrivesBy: '2026-11-26T14:59:59.999Z' };
    expect(await till.facts(id)).to.deep.include(arrival);
    await till.arrives(id);
    expect(await till.facts(id)).to.deep.include(arrival);
  });

  it('is not said of what is there at once', async () => {
    const till = new PayoutTill();
    const id = await till.owe({ destination: PURSE });
    expect(await till.facts(id)).to.not.have.any.keys('arrivesFrom', 'arrivesBy');
  });
});
