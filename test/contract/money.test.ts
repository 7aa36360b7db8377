import { expect } from '@open-wc/testing';
import { fractionDigits, majorDigits } from '../../src/contract/minor-units.js';
import { Amount, TitleAmount, sameAmount } from '../../src/contract/money.js';

describe('Amount', () => {
  for (const value of [0, 1, 8420, Number.MAX_SAFE_INTEGER]) {
    it(`takes ${value} minor units`, () => {
      expect(Amount.parse({ value, currency: 'USD' })).to.deep.equal({ value, currency: 'USD' });
    });
  }

  const refused: [string, unknown][] = [
    ['a fraction', { value: 84.2, currency: 'USD' }],
    ['less than nothing', { value: -1, currency: 'USD' }],
    ['more than is exact', { value: Number.MAX_SAFE_INTEGER + 1, currency: 'USD' }],
    ['infinity', { value: Infinity, currency: 'USD' }],
    ['not a number', { value: NaN, currency: 'USD' }],
    ['digits in a string', { value: '8420', currency: 'USD' }],
    ['no value', { currency: 'USD' }],
    ['no currency', { value: 8420 }],
    ['small letters', { value: 8420, currency: 'usd' }],
    ['two letters', { value: 8420, currency: 'US' }],
    ['four letters', { value: 8420, currency: 'USDT' }],
    ['a line break after the code', { value: 8420, currency: 'USD\n' }],
    ['letters that only look like it', { value: 8420, currency: 'UЅD' }],
    ['nothing', null],
  ];
  for (const [what, given] of refused) {
    it(`refuses ${what}`, () => {
      expect(Amount.safeParse(given).success).to.equal(false);
    });
  }
});

describe('TitleAmount', () => {
  it('takes the three purse kinds only', () => {
    for (const unit of ['WMZ', 'WME', 'WMK']) {
      expect(TitleAmount.parse({ value: 8420, unit })).to.deep.equal({ value: 8420, unit });
    }
    for (const unit of ['WMX', 'USD', 'wmz', ''])
      expect(TitleAmount.safeParse({ value: 1, unit }).success).to.equal(false);
    expect(TitleAmount.safeParse({ value: 0.5, unit: 'WMZ' }).success).to.equal(false);
  });
});

describe('fractionDigits', () => {
  const byStandard: Record<number, string[]> = {
    0: ['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XAF', 'UGX'],
    2: ['USD', 'EUR', 'KZT', 'RUB', 'CNY', 'MYR', 'THB', 'PHP', 'HKD', 'TWD', 'IDR', 'HUF', 'COP', 'AFN'],
    3: ['KWD', 'BHD', 'OMR', 'JOD', 'TND', 'IQD', 'LYD'],
    4: ['CLF', 'UYW'],
  };
  for (const [digits, currencies] of Object.entries(byStandard)) {
    it(`is ${digits} for ${currencies.join(', ')}`, () => {
      for (const currency of currencies) expect(fractionDigits(currency), currency).to.equal(Number(digits));
    });
  }

  it('is two for what is no currency', () => {
    for (const code of ['XYZ', '', 'JP', 'JPY KMF', 'PY ', ' ', 'constructor'])
      expect(fractionDigits(code), code).to.equal(2);
  });
});

describe('sameAmount', () => {
  it('compares value and currency', () => {
    const amount = { value: 8420, currency: 'USD' };
    expect(sameAmount(amount, { ...amount })).to.equal(true);
    expect(sameAmount(amount, { ...amount, value: 8421 })).to.equal(false);
    expect(sameAmount(amount, { ...amount, currency: 'EUR' })).to.equal(false);
  });
});

describe('majorDigits', () => {
  for (const [value, digits, text] of [
    [8420, 2, '84.20'],
    [12480, 0, '12480'],
    [0, 2, '0.00'],
    [0, 0, '0'],
    [5, 3, '0.005'],
    [99, 2, '0.99'],
    [100, 2, '1.00'],
    [1, 4, '0.0001'],
    [Number.MAX_SAFE_INTEGER, 2, '90071992547409.91'],
  ] as const) {
    it(`cuts ${value} at ${digits} digits: ${text}`, () => {
      expect(majorDigits(value, digits)).to.equal(text);
    });
  }
});
