import { expect } from '@open-wc/testing';
import { fromJapanPost, japanPostBranch } from '../../src/contract/japan-post.js';

describe('fromJapanPost', () => {
  for (const [symbol, number, branchCode, accountType, accountNumber] of [
    ['10530', '12345671', '058', 'ordinary', '1234567'],
    ['00530', '12345', '059', 'current', '0012345'],
    ['10530', '231', '058', 'ordinary', '0000023'],
    ['19990', '11', '998', 'ordinary', '0000001'],
    ['00530', '1234567', '059', 'current', '1234567'],
  ] as const) {
    it(`reads ${symbol} ${number}`, () =>
      expect(fromJapanPost(symbol, number)).to.eql({ branchCode, accountType, accountNumber }));
  }

  for (const [symbol, number] of [
    ['', ''],
    ['10530', ''],
    ['10530', '1'],
    ['10530', '12345672'],
    ['10530', '123456781'],
    ['1053', '12345671'],
    ['105301', '12345671'],
    ['20530', '12345671'],
    ['00530', '12345678'],
    ['1053O', '12345671'],
    ['10530', '1234567l'],
    ['１０５３０', '12345671'],
  ] as const) {
    it(`takes nothing from "${symbol}" "${number}"`, () => expect(fromJapanPost(symbol, number)).to.equal(undefined));
  }
});

describe('japanPostBranch', () => {
  it('says the digits in kanji', () => {
    expect([japanPostBranch('058'), japanPostBranch('019')]).to.eql(['〇五八店', '〇一九店']);
  });
});
