import { expect } from '@open-wc/testing';
import { amountParts, amountText, currencyName } from '../../src/i18n/amounts.js';

describe('amountParts', () => {
  const cases = [
    { value: 8420, currency: 'USD', en: '$84.20', ja: '$84.20', saidEn: '84.20 US dollars', saidJa: '84.20米ドル' },
    { value: 12480, currency: 'JPY', en: '¥12,480', ja: '¥12,480', saidEn: '12,480 Japanese yen', saidJa: '12,480円' },
    { value: 1, currency: 'EUR', en: '€0.01', ja: '€0.01', saidEn: '0.01 euros', saidJa: '0.01ユーロ' },
    {
      value: 1234567,
      currency: 'KWD',
      en: 'KWD\u00a01,234.567',
      ja: 'KWD\u00a01,234.567',
      saidEn: '1,234.567 Kuwaiti dinars',
    },
  ];
  for (const { value, currency, en, ja, saidEn, saidJa } of cases) {
    it(`writes ${currency} exactly, and says it with its name`, () => {
      expect(amountText({ value, currency }, 'en')).to.equal(en);
      expect(amountText({ value, currency }, 'ja')).to.equal(ja);
      expect(amountParts({ value, currency }, 'en').text).to.equal(saidEn);
      if (saidJa) expect(amountParts({ value, currency }, 'ja').text).to.equal(saidJa);
    });
  }

  it('keeps currencies apart that share a sign', () => {
    const texts = ['USD', 'CAD', 'AUD', 'HKD', 'TWD', 'JPY', 'CNY'].map((currency) =>
      amountText({ value: 100, currency }, 'en'),
    );
    expect(new Set(texts).size).to.equal(texts.length);
  });

  it('counts digits by ISO 4217 in every engine, also where engines differ', () => {
    expect(amountParts({ value: 12_500_050, currency: 'IDR' }, 'en').digits).to.equal('125,000.50');
    expect(amountParts({ value: 12_345, currency: 'HUF' }, 'en').digits).to.equal('123.45');
    expect(amountParts({ value: 12_345, currency: 'IQD' }, 'en').text).to.match(/^12\.345 /);
  });

  it('loses no digit of the largest amount', () => {
    const value = Number.MAX_SAFE_INTEGER;
    expect(amountParts({ value, currency: 'USD' }, 'en').digits).to.equal('90,071,992,547,409.91');
    expect(amountParts({ value, currency: 'JPY' }, 'en').digits).to.equal('9,007,199,254,740,991');
    expect(amountParts({ value, unit: 'WMZ' }, 'en').digits).to.equal('90,071,992,547,409.91');
  });

  it('cuts sign, digits and unit apart, and nothing gets lost between them', () => {
    expect(amountParts({ value: 8420, currency: 'USD' }, 'en')).to.include({
      currency: '$',
      digits: '84.20',
      signFirst: true,
    });
    const russian = amountParts({ value: 842000, currency: 'USD' }, 'ru');
    expect(russian.signFirst).to.equal(false);
    expect(`${russian.digits}${russian.currency}`).to.match(/^8\s420,00\s\$$/);
    expect(amountText({ value: 842000, currency: 'USD' }, 'ru')).to.equal(`${russian.digits}${russian.currency}`);
  });

  it('writes title units after the number, and never breaks the line between', () => {
    expect(amountText({ value: 8420, unit: 'WMZ' }, 'en')).to.equal('84.20\u00a0WMZ');
    expect(amountParts({ value: 8420, unit: 'WMK' }, 'ja')).to.include({ digits: '84.20', unit: 'WMK', currency: '' });
  });

  it('shows a code that stands for no currency as it is', () => {
    expect(amountText({ value: 8420, currency: 'XQX' }, 'en')).to.equal('XQX\u00a084.20');
  });
});

describe('currencyName', () => {
  it('is the code in English and the name elsewhere', () => {
    expect(currencyName('USD', 'en')).to.equal('USD');
    expect(currencyName('USD', 'ja')).to.equal('米ドル');
    expect(currencyName('EUR', 'ja')).to.equal('ユーロ');
  });

  it('keeps what is no currency', () => {
    for (const code of ['XQX', '<b>', '']) expect(currencyName(code, 'ja')).to.equal(code);
  });
});
