import { expect } from '@open-wc/testing';
import { BRANDS } from '../../src/catalog/brands.js';
import { addPayoutBrands, payoutBrand } from '../../src/catalog/payout-brands.js';
import { brandWords } from '../../src/elements/brand-words.js';
import { displayTexts } from '../../src/i18n/display-shelf.js';
import { dayText } from '../../src/i18n/days.js';
import { LANGUAGES } from '../../src/i18n/languages.js';
import type { Language } from '../../src/i18n/languages.js';
import { payoutTexts } from '../../src/i18n/payout-shelf.js';
import { spokenTexts } from './spoken-texts.js';

const WAYS = ['bank-account', 'seven-bank-atm', 'amazon-gift-card', payoutBrand('au-pay'), 'webmoney-purse'];

/** Words that a language may do without, and lists that may differ in length. */
const OPTIONAL = /\.(name|called|stamp|refundedStamp)$|\.\d+$/;
/** What is made of what it is given alone, or is a name. */
const BARE = /\.(name|called|count|convertedTo|why|between|refundedStamp|stamp|order)$|^(lang|kiosks|order)\b/;
/** How each language speaks of paying: to somebody who receives money that is the wrong way round. */
const PAYING: Record<Language, RegExp> = {
  en: /\bpay(ing|ment|s)?\b|charged?\b/,
  ja: /支払/,
  'zh-Hans': /支付|付款|扣款/,
  'zh-Hant': /付款|繳費|扣款/,
  ko: /결제/,
  th: /ชำระ/,
  ms: /bayar/i,
  id: /bayar/i,
  fil: /bayad|bayar/i,
  vi: /thanh toán/i,
  ru: /оплат|плат[её]ж/i,
};
/** What a payout's screens have in common with those of a payment. */
const SHARED = /^result\.(attention|date|reference|shop|backToShop|askShop)$/;
/** The script of the languages whose words can't be mistaken for English. */
const SCRIPTS: Partial<Record<Language, RegExp>> = {
  ja: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u,
  'zh-Hans': /\p{sc=Han}/u,
  'zh-Hant': /\p{sc=Han}/u,
  ko: /\p{sc=Hang}/u,
  th: /\p{sc=Thai}/u,
  ru: /\p{sc=Cyrl}/u,
};

/** The texts that only the recipient of a payout reads: those of its own, and those that stand in place of others. */
async function ownTexts(language: Language): Promise<[string, string][]> {
  const before = new Map(spokenTexts(await displayTexts.load(language)));
  const texts = [...spokenTexts(await payoutTexts.load(language))];
  return texts.filter(([path, text]) => before.get(path) !== text || SHARED.test(path));
}

before(() => addPayoutBrands());

for (const language of LANGUAGES) {
  describe(`texts of payouts in ${language}`, () => {
    it('say something everywhere, with what they were given in it', async () => {
      for (const [path, text] of await ownTexts(language)) {
        expect(text.trim(), path).not.to.equal('');
        expect(text, path).not.to.match(/undefined|\[object|NaN|[!！]/);
        expect(text, path).to.equal(text.normalize('NFC'));
      }
    });

    it('have the keys of the English ones', async () => {
      const keys = async (one: Language) =>
        [...spokenTexts(await payoutTexts.load(one))].map(([path]) => path).filter((path) => !OPTIONAL.test(path));
      expect(await keys(language)).to.have.members(await keys('en'));
    });

    it('speak of receiving, never of paying', async () => {
      for (const [path, text] of await ownTexts(language)) expect(text, path).not.to.match(PAYING[language]);
    });

    it('leave no English standing', async () => {
      if (language === 'en') return;
      const english = new Map(await ownTexts('en'));
      for (const [path, text] of await ownTexts(language)) {
        if (BARE.test(path)) continue;
        if (/[a-z]{2}/.test(text) && SCRIPTS[language]) expect(text, path).to.match(SCRIPTS[language]);
        if (/\p{L}+ \p{L}+ \p{L}+/u.test(text)) expect(text, path).not.to.equal(english.get(path));
      }
    });

    it('describe each way to receive, by a name of its own', async () => {
      const texts = await payoutTexts.load(language);
      const words = WAYS.map((brand) => brandWords(brand, texts));
      for (const { name, quiet, next } of words) {
        expect(quiet, name).not.to.equal('');
        expect(next.length, name).to.equal(3);
      }
      const names = [...Object.keys(BRANDS), ...WAYS]
        .filter((brand) => brand !== 'au-pay')
        .map((brand) => brandWords(brand, texts).name);
      expect(new Set(names).size).to.equal(names.length);
      expect(names).not.to.include('WebMoney');
    });

    it('keep the names that stand on the machine, the page and the purse', async () => {
      const { payout } = await payoutTexts.load(language);
      const said = JSON.stringify([payout.rows, payout.receipt]);
      for (const name of [/Seven Bank|セブン銀行/, /au PAY/, /WebMoney Transfer/, /Keeper/])
        expect(said).to.match(name);
    });

    it('write figures and days as the language does', async () => {
      const { payout } = await payoutTexts.load(language);
      const day = dayText('2026-11-24T05:24:00.000Z', language, 'Asia/Tokyo');
      expect(day).to.include('24');
      expect(payout.result.around(day)).to.include(day);
      expect(payout.arrives(1, 3)).to.match(/1[–〜~]3/);
      expect(payout.arrives(2, 2)).to.match(/^\D*2\D*$/);
    });
  });
}

describe('figures with their nouns', () => {
  it('are declined in Russian', async () => {
    const { arrives, form, protection } = (await payoutTexts.load('ru')).payout;
    expect([arrives(1, 1), arrives(1, 3), arrives(3, 5)]).to.deep.equal([
      'Зачисление за 1\u00a0рабочий день',
      'Зачисление за 1–3\u00a0рабочих дня',
      'Зачисление за 3–5\u00a0рабочих дней',
    ]);
    expect(protection.text(1)).to.include('1\u00a0день');
    expect(protection.text(35)).to.include('35\u00a0дней');
    expect(form.tooLong(31, 30)).to.include('31\u00a0знак,');
    expect(form.tooLong(32, 30)).to.include('32\u00a0знака,');
  });

  it('have a singular in English and Filipino', async () => {
    const [en, fil] = await Promise.all([payoutTexts.load('en'), payoutTexts.load('fil')]);
    expect(en.payout.arrives(1, 1)).to.equal('Arrives in 1 business day');
    expect(en.payout.question.tries(1)).not.to.match(/\d/);
    expect(fil.payout.question.tries(1)).not.to.match(/\d/);
  });
});
