import { expect } from '@open-wc/testing';
import { BRANDS, brandRow } from '../../src/catalog/brands.js';

const rows = Object.entries(BRANDS);
const wallets = rows.filter(([, row]) => row.family === 'Alipay+');

describe('brands', () => {
  it('are every way to pay there is', () => {
    expect(Object.keys(BRANDS).sort()).to.deep.equal(
      [
        ...['alipay', 'alipay-hk', 'touch-n-go', 'boost', 'dana', 'bpi', 'kakao-pay', 'gcash', 'truemoney'],
        ...['rabbit-line-pay', 'au-pay', 'merpay', 'gmo-aozora', 'konbini-familymart', 'konbini-lawson'],
        ...['konbini-seven-eleven', 'konbini-ministop', 'webmoney-prepaid', 'webmoney-light', 'webmoney-classic'],
      ].sort(),
    );
  });

  it('call the ten wallets by their official names, each with a region and a procedure', () => {
    expect(wallets.map(([, { name, wallet }]) => [name, wallet?.region, wallet?.how])).to.deep.equal([
      ['Alipay', 'CN', 'scan'],
      ['AlipayHK', 'HK', 'scan'],
      ["Touch 'n Go eWallet", 'MY', 'scan'],
      ['Boost', 'MY', 'login'],
      ['DANA', 'ID', 'login'],
      ['BPI', 'PH', 'login'],
      ['Kakao Pay', 'KR', 'scan'],
      ['GCash', 'PH', 'scan'],
      ['TrueMoney', 'TH', 'scan'],
      ['Rabbit LINE Pay', 'TH', 'login'],
    ]);
  });

  for (const [brand, { mark, ja, texts, wallet, native }] of rows) {
    it(`has what a row needs: ${brand}`, () => {
      expect(brand).to.match(/^[a-z]+(-[a-z]+)*$/);
      expect(texts).not.to.equal('');
      if ('letters' in mark) expect(mark.letters).to.match(/^[A-Za-z]{1,3}$/);
      if (ja?.letters) expect(ja.letters).to.match(/^[ァ-ヶ]$/);
      if (native) expect(wallet).not.to.equal(undefined);
    });
  }

  it('gives wallets of one region one grey, so that none resembles a logo', () => {
    const greys = new Map<string, Set<string>>();
    for (const [, { wallet, hue }] of wallets) {
      const region = wallet?.region ?? '';
      greys.set(region, (greys.get(region) ?? new Set()).add(hue));
    }
    for (const [region, hues] of greys) expect([...hues].length, region).to.equal(1);
  });

  it('has no two wallets with the same mark', () => {
    const letters = wallets.map(([, { mark }]) => ('letters' in mark ? mark.letters : ''));
    expect(new Set(letters).size).to.equal(letters.length);
  });

  it('keeps the two products called WebMoney apart', () => {
    const { 'webmoney-prepaid': prepaid, 'webmoney-light': light, 'webmoney-classic': classic } = BRANDS;
    expect(prepaid?.section).to.equal('prepaid');
    expect(prepaid?.family).to.equal(undefined);
    for (const row of [light, classic]) {
      expect([row?.section, row?.family]).to.deep.equal(['webmoneyTransfer', 'WebMoney Transfer']);
      expect(row?.mark).not.to.deep.equal(prepaid?.mark);
      expect(row?.hue).not.to.equal(prepaid?.hue);
    }
  });

  it('has only the kiosks that the chains have', () => {
    expect(rows.flatMap(([brand, { kiosk }]) => (kiosk ? [[brand, kiosk]] : []))).to.deep.equal([
      ['konbini-familymart', 'multicopy'],
      ['konbini-lawson', 'loppi'],
      ['konbini-ministop', 'loppi'],
    ]);
  });
});

describe('brandRow', () => {
  it('makes a neutral row of a brand that is newer than this client', () => {
    expect(brandRow('new-pay', 'New Pay')).to.deep.equal({
      name: 'New Pay',
      section: 'other',
      hue: 'gin',
      mark: { letters: 'Ne' },
      texts: '',
    });
    expect(brandRow('new-pay').name).to.equal('new-pay');
  });

  for (const brand of ['toString', '__proto__', 'constructor', '']) {
    it(`finds no row for "${brand}"`, () => expect(brandRow(brand).section).to.equal('other'));
  }
});
