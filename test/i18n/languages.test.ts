import { expect } from '@open-wc/testing';
import { BRANDS } from '../../src/catalog/brands.js';
import { displayTexts } from '../../src/i18n/display-shelf.js';
import { choiceTexts, languageFor, LANGUAGES } from '../../src/i18n/languages.js';
import { brandWords } from '../../src/elements/brand-words.js';
import { spokenTexts } from './spoken-texts.js';

describe('languageFor', () => {
  for (const [tag, language] of [
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['JA-jp', 'ja'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hans-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['ko-KR', 'ko'],
    ['th-TH-u-ca-gregory', 'th'],
    ['ms-MY', 'ms'],
    ['in', 'id'],
    ['tl-PH', 'fil'],
    ['vi', 'vi'],
    ['ru-KZ', 'ru'],
    ['jam', 'en'],
    ['xx-JP', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    ['constructor', 'en'],
  ] as const) {
    it(`serves ${tag} in ${language}`, () => expect(languageFor(tag)).to.equal(language));
  }
});

describe('the shelf of texts', () => {
  it('fetches a language once, and then it is there', async () => {
    const first = choiceTexts.load('ja');
    expect(choiceTexts.load('ja') === first).to.equal(true);
    const texts = await first;
    expect(choiceTexts.now('ja') === texts).to.equal(true);
  });
});

/** Texts that may be empty: nothing stands before or after a figure, or in a note, in some languages. */
const MAY_BE_EMPTY = /^(countdown\.(before|after)|sections\.\w+\.note|brands\.wallet\.quiet|konbini\.count)$/;

for (const language of LANGUAGES) {
  describe(`texts in ${language}`, () => {
    it('say something everywhere, with what they were given in it', async () => {
      for (const [path, text] of spokenTexts(await displayTexts.load(language))) {
        if (!MAY_BE_EMPTY.test(path)) expect(text.trim(), path).not.to.equal('');
        expect(text, path).not.to.match(/undefined|\[object|NaN/);
        expect(text, path).to.equal(text.normalize('NFC'));
      }
    });

    it('stay calm: no exclamation marks', async () => {
      for (const [path, text] of spokenTexts(await displayTexts.load(language)))
        expect(text, path).not.to.match(/[!！]/);
    });

    it('describe every brand of the catalogue in at most three lines', async () => {
      const texts = await displayTexts.load(language);
      expect(texts.lang).to.equal(language);
      for (const [brand, row] of Object.entries(BRANDS)) {
        expect(texts.sections[row.section].name).not.to.equal('');
        const words = brandWords(brand, texts);
        expect(words.quiet, brand).not.to.equal('');
        expect(words.next.length, brand).to.be.within(1, 3);
      }
    });

    it('have the keys of the English ones', async () => {
      const keys = async (one: typeof language) =>
        [...spokenTexts(await displayTexts.load(one))].map(([path]) => path).filter((path) => !OPTIONAL.test(path));
      expect(await keys(language)).to.have.members(await keys('en'));
    });

    it('never call two products by one name', async () => {
      const texts = await displayTexts.load(language);
      const names = Object.keys(BRANDS).map((brand) => brandWords(brand, texts).name);
      expect(new Set(names).size).to.equal(names.length);
      expect(names).not.to.include('WebMoney');
    });
  });
}

/** Names that a language may leave to the catalogue, and lists that may differ in length. */
const OPTIONAL = /\.(name|called|refundedStamp)$|\.\d+$/;

describe('texts in Japanese', () => {
  it('are Japanese but for names and figures', async () => {
    for (const [path, text] of spokenTexts(await displayTexts.load('ja'))) {
      if (/\.(name|called)$|^(lang|kiosks)\b/.test(path) || !/[a-z]{2}/.test(text)) continue;
      expect(text, path).to.match(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u);
    }
  });

  it('shorten the tenge, which there is only one of', async () => {
    const { picker } = await displayTexts.load('ja');
    expect(picker.onlyFor(['米ドル', 'カザフスタン テンゲ'])).to.equal('米ドル・テンゲ専用です');
  });
});
