import { expect } from '@open-wc/testing';
import type { Method } from '../../src/contract/session.js';
import { methodsOfBrands, reasonAgainst, regionOf, sectionsOf } from '../../src/elements/picker-sections.js';

const method = (brand: string, more: Partial<Method> = {}): Method => ({
  id: `x:${brand}`,
  brand,
  kind: 'qr',
  ...more,
});
const usd = (value: number) => ({ value, currency: 'USD' });

describe('sectionsOf', () => {
  it('keeps the order of methods, and of sections by their first method', () => {
    const sections = sectionsOf([method('a'), method('webmoney-classic'), method('b'), method('webmoney-light')]);
    expect(sections.map(({ id, methods }) => [id, ...methods.map(({ brand }) => brand)])).to.deep.equal([
      ['other', 'a', 'b'],
      ['webmoneyTransfer', 'webmoney-classic', 'webmoney-light'],
    ]);
  });

  const brandsIn = (brands: string, region: string) =>
    sectionsOf(
      brands.split(' ').map((brand) => method(brand)),
      region,
    ).map(({ methods }) => methods.map(({ brand }) => brand).join(' '));
  const mixed = 'webmoney-light alipay gcash au-pay boost konbini-lawson bpi new';

  it('puts Alipay+ first, with the wallets of the buyer’s region on top, each group in the server’s order', () => {
    const rest = ['webmoney-light', 'au-pay', 'konbini-lawson', 'new'];
    expect(brandsIn(mixed, '')).to.deep.equal(['alipay gcash boost bpi', ...rest]);
    expect(brandsIn(mixed, 'PH')).to.deep.equal(['gcash bpi alipay boost', ...rest]);
    expect(brandsIn(mixed, 'MY')).to.deep.equal(['boost alipay gcash bpi', ...rest]);
    expect(brandsIn(mixed, 'FR')).to.deep.equal(['alipay gcash boost bpi', ...rest]);
  });

  it('puts the sections of Japan first in Japan', () => {
    expect(brandsIn(mixed, 'JP')).to.deep.equal([
      'au-pay',
      'konbini-lawson',
      'webmoney-light',
      'alipay gcash boost bpi',
      'new',
    ]);
  });

  it('makes no section of nothing', () => {
    expect(sectionsOf([])).to.deep.equal([]);
  });
});

describe('regionOf', () => {
  for (const [tag, region] of [
    ['th', 'TH'],
    ['ko', 'KR'],
    ['ms', 'MY'],
    ['id', 'ID'],
    ['fil', 'PH'],
    ['tl', 'PH'],
    ['zh-HK', 'HK'],
    ['zh-Hans', 'CN'],
    ['zh', 'CN'],
    ['zh-Hant', 'TW'],
    ['ja', 'JP'],
    ['en-PH', 'PH'],
    ['en-JP', 'JP'],
    ['', ''],
    ['not a tag', ''],
    ['en_US', ''],
  ] as const) {
    it(`reads "${tag}" as ${region || 'no region'}`, () => expect(regionOf(tag)).to.equal(region));
  }
});

describe('reasonAgainst', () => {
  const limits = { min: usd(100), max: usd(500) };

  it('lets the server’s word stand first', () => {
    const unavailable = { code: 'maintenance' };
    expect(reasonAgainst(method('a', { limits, unavailable }), usd(50))).to.equal(unavailable);
    expect(reasonAgainst(method('a', { unavailable }))).to.equal(unavailable);
  });

  it('holds an amount against the limits, ends included', () => {
    const limited = method('a', { limits });
    expect(reasonAgainst(limited, usd(99))).to.deep.equal({ code: 'amount-too-low', limit: usd(100) });
    expect(reasonAgainst(limited, usd(100))).to.equal(undefined);
    expect(reasonAgainst(limited, usd(500))).to.equal(undefined);
    expect(reasonAgainst(limited, usd(501))).to.deep.equal({ code: 'amount-too-high', limit: usd(500) });
  });

  it('knows nothing without an amount, without limits, or in another currency', () => {
    expect(reasonAgainst(method('a', { limits }))).to.equal(undefined);
    expect(reasonAgainst(method('a'), usd(1))).to.equal(undefined);
    expect(reasonAgainst(method('a', { limits: {} }), usd(1))).to.equal(undefined);
    expect(reasonAgainst(method('a', { limits }), { value: 1, currency: 'EUR' })).to.equal(undefined);
  });
});

describe('methodsOfBrands', () => {
  it('takes names apart at blanks and each once', () => {
    expect(methodsOfBrands(' a\n b  a ').map(({ id, brand }) => [id, brand])).to.deep.equal([
      ['a', 'a'],
      ['b', 'b'],
    ]);
    expect(methodsOfBrands('  ')).to.deep.equal([]);
  });
});
