import { expect } from '@open-wc/testing';
import type { Method } from '../../src/contract/session.js';
import { methodsOfBrands, reasonAgainst, sectionsOf } from '../../src/elements/picker-sections.js';

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

  it('makes no section of nothing', () => {
    expect(sectionsOf([])).to.deep.equal([]);
  });
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
