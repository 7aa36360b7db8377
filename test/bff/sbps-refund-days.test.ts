import { expect } from '@open-wc/testing';
import { lastRefundDay, manualRefund } from '../../src/bff/providers/sbps-manual-refund.js';
import { planned, prepaid, refundsOf, wish } from './sbps-refund-case.js';

const at = (time: string) => Date.parse(`${time}+09:00`);
const noon = (day: string) => at(`${day}T12:00:00`);

describe('sbps, the last day of a refund', () => {
  for (const [paid, last] of [
    ['2026-11-20', '2027-11-19'],
    ['2026-01-01', '2026-12-31'],
    // The year that ends has a 29th of February.
    ['2027-03-01', '2028-02-28'],
    ['2028-02-29', '2029-02-27'],
  ] as const) {
    it(`is day 365 for Alipay+: paid on ${paid}, until ${last}`, () => {
      expect(lastRefundDay('alipayPlus', noon(paid))).to.equal(last);
    });
  }

  for (const [paid, last] of [
    ['2026-11-01', '2027-02-28'],
    ['2026-11-30', '2027-02-28'],
    ['2027-11-30', '2028-02-29'],
    ['2026-10-31', '2027-01-31'],
    ['2026-12-31', '2027-03-31'],
    ['2026-01-31', '2026-04-30'],
  ] as const) {
    it(`is the end of the third month for WebMoney: paid on ${paid}, until ${last}`, () => {
      expect(lastRefundDay('webmoney', noon(paid))).to.equal(last);
    });
  }

  it('is counted in Japan, where midnight is 15:00 UTC', () => {
    const before = Date.parse('2026-11-30T14:59:59.999Z');
    expect(lastRefundDay('alipayPlus', before)).to.equal('2027-11-29');
    expect(lastRefundDay('alipayPlus', before + 1)).to.equal('2027-11-30');
    expect(lastRefundDay('webmoney', before)).to.equal('2027-02-28');
    expect(lastRefundDay('webmoney', before + 1)).to.equal('2027-03-31');
  });

  it('takes a refund to the last millisecond of it and none after', () => {
    const paidAtMs = at('2026-11-20T23:59:59');
    for (const [asked, end] of [
      [wish, at('2027-11-19T23:59:59.999')],
      [prepaid, at('2027-02-28T23:59:59.999')],
    ] as const) {
      expect(planned(refundsOf({}), asked({ paidAtMs, nowMs: end }))).to.have.property('type');
      expect(planned(refundsOf({}), asked({ paidAtMs, nowMs: end + 1 }))).to.equal('refund-too-late');
    }
  });
});

describe('sbps, when a WebMoney refund is closed and paid', () => {
  const days = (now: number) => {
    const { closesOn, paidOn } = manualRefund('webmoney', now, now);
    return [closesOn, paidOn];
  };

  for (const [what, asked, closesOn, paidOn] of [
    ['asked on a Thursday', '2026-11-12', '2026-11-18', '2026-11-20'],
    ['asked on a Tuesday', '2026-11-17', '2026-11-18', '2026-11-20'],
    ['asked on the Wednesday itself', '2026-11-18', '2026-11-18', '2026-11-20'],
    // 23 September 2026 is a holiday, a Wednesday.
    ['a Wednesday that is a holiday', '2026-09-23', '2026-09-24', '2026-09-25'],
    ['the day that stands in for it', '2026-09-24', '2026-09-24', '2026-09-25'],
    ['the day after that', '2026-09-25', '2026-09-30', '2026-10-02'],
    // Golden Week 2027: 3 to 5 May, Monday to Wednesday; 29 April is a Thursday.
    ['before Golden Week 2027', '2027-04-27', '2027-04-28', '2027-04-30'],
    ['into Golden Week 2027', '2027-04-29', '2027-05-06', '2027-05-07'],
    ['in Golden Week 2027', '2027-05-05', '2027-05-06', '2027-05-07'],
    ['at the end of Golden Week 2027', '2027-05-06', '2027-05-06', '2027-05-07'],
    ['behind Golden Week 2027', '2027-05-07', '2027-05-12', '2027-05-14'],
    // 2028: 3 to 5 May, Wednesday to Friday: the closing moves behind its Friday.
    ['a closing that moves beyond Friday', '2028-05-02', '2028-05-08', '2028-05-12'],
    ['the Monday it moved to', '2028-05-08', '2028-05-08', '2028-05-12'],
    // 2033: 4 and 5 May, Wednesday and Thursday.
    ['a closing that moves to Friday', '2033-05-04', '2033-05-06', '2033-05-06'],
    // 29 April 2033 is a holiday, a Friday.
    ['a Friday that is a holiday', '2033-04-27', '2033-04-27', '2033-05-02'],
    // Banks are closed from 31 December to 3 January; 1 January 2027 is a Friday.
    ['over new year', '2026-12-30', '2026-12-30', '2027-01-04'],
    ['a Wednesday at new year', '2024-12-27', '2025-01-06', '2025-01-10'],
    ['the end of a month', '2026-12-31', '2027-01-06', '2027-01-08'],
  ] as const) {
    it(`${what}: ${asked} closes on ${closesOn}, is paid on ${paidOn}`, () => {
      expect(days(noon(asked))).to.deep.equal([closesOn, paidOn]);
    });
  }

  it('changes at midnight in Japan', () => {
    expect(days(at('2026-11-18T23:59:59.999'))).to.deep.equal(['2026-11-18', '2026-11-20']);
    expect(days(at('2026-11-19T00:00:00'))).to.deep.equal(['2026-11-25', '2026-11-27']);
  });

  it('never lies in the past, nor is paid before it is closed, on no day of ten years', () => {
    for (let ms = noon('2026-01-01'); ms < noon('2036-01-01'); ms += 86_400_000) {
      const today = new Date(ms).toISOString().slice(0, 10);
      const [closesOn = '', paidOn = ''] = days(ms);
      expect(closesOn >= today && paidOn >= closesOn, today).to.equal(true);
      expect((Date.parse(paidOn) - Date.parse(today)) / 86_400_000, today).to.be.at.most(16);
    }
  });
});

describe('sbps, a refund by hand', () => {
  it('tells the shop what to do for WebMoney, for all or a part', () => {
    const manual = {
      instruction: 'sbps-admin-tool',
      requestBy: '2027-02-28',
      closesOn: '2026-11-25',
      paidOn: '2026-11-27',
    };
    for (const value of [1000, 1]) {
      const plan = planned(refundsOf({}), prepaid({ amount: { value, currency: 'JPY' } }));
      expect(plan).to.deep.equal({ type: 'manual', manual });
    }
  });

  it('is how Alipay+ goes without the API, or without SBPS’s number of the payment', () => {
    const manual = { instruction: 'sbps-admin-tool', requestBy: '2027-11-19' };
    expect(planned(refundsOf(), wish())).to.deep.equal({ type: 'manual', manual });
    const { attempt } = prepaid();
    const unnumbered = { ...attempt, method: 'sbps:alipay-plus/gcash' };
    delete unnumbered.reference;
    expect(planned(refundsOf({}), wish({ attempt: unnumbered }))).to.deep.equal({ type: 'manual', manual });
  });
});
