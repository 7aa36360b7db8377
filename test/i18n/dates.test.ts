import { expect } from '@open-wc/testing';
import { longDate, stampDate, wallTime, zoneName } from '../../src/i18n/dates.js';

const instant = '2026-11-24T05:24:00.000Z';

describe('dates', () => {
  it('write wall time with weekday in the zone asked for', () => {
    expect(wallTime(instant, 'en', 'Asia/Tokyo')).to.match(/^Tue,? 24 Nov,? 14:24$/);
    expect(wallTime(instant, 'ja', 'Asia/Tokyo')).to.equal('11月24日(火) 14:24');
    expect(wallTime(instant, 'en', 'America/New_York')).to.match(/^Tue,? 24 Nov,? 00:24$/);
  });

  it('have midnight as 00:00, never 24:00', () => {
    expect(wallTime('2026-11-23T15:00:00Z', 'ja', 'Asia/Tokyo')).to.equal('11月24日(火) 00:00');
    expect(longDate('2026-11-23T15:00:00Z', 'en', 'Asia/Tokyo')).to.equal('24 Nov 2026, 00:00');
  });

  it('write the year out for a record', () => {
    expect(longDate(instant, 'en', 'Asia/Tokyo')).to.equal('24 Nov 2026, 14:24');
    expect(longDate(instant, 'ja', 'Asia/Tokyo')).to.equal('2026年11月24日 14:24');
  });

  it('use the payer’s own zone when none is given', () => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(wallTime(instant, 'en')).to.equal(wallTime(instant, 'en', own));
    expect(zoneName('en')).to.equal(zoneName('en', own));
  });
});

describe('zoneName', () => {
  it('is the name people use', () => {
    expect(zoneName('en', 'Asia/Tokyo')).to.equal('Japan Time');
    expect(zoneName('ja', 'Asia/Tokyo')).to.equal('日本時間');
    expect(zoneName('en', 'America/New_York')).to.equal('Eastern Time');
    expect(zoneName('id', 'Asia/Jakarta')).to.equal('WIB');
    expect(zoneName('en', 'UTC')).to.match(/^(GMT|Greenwich Mean Time)/);
  });

  it('is the one of that instant: Detroit left Eastern Standard Time for daylight saving in 1973', () => {
    expect(zoneName('en', 'America/Detroit', instant)).to.equal(zoneName('en', 'America/New_York', instant));
  });
});

describe('stampDate', () => {
  it('leads with the year where years lead, and with the day elsewhere', () => {
    expect(stampDate(instant, 'ja', 'Asia/Tokyo')).to.equal('26.11.24');
    expect(stampDate(instant, 'en', 'Asia/Tokyo')).to.equal('24 NOV');
    expect(stampDate(instant, 'th', 'Asia/Tokyo')).to.equal('24 พ.ย.');
    expect(stampDate(instant, 'vi', 'Asia/Tokyo')).to.equal('24/11');
  });

  it('is the day at the shop, not at the payer’s', () => {
    expect(stampDate('2026-11-24T16:00:00Z', 'en', 'Asia/Tokyo')).to.equal('25 NOV');
    expect(stampDate('2026-11-24T16:00:00Z', 'ja', 'America/New_York')).to.equal('26.11.24');
  });
});
