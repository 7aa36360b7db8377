import { expect } from '@open-wc/testing';
import { BRANDS } from '../../src/catalog/brands.js';
import { languageFor, loadMessages, messagesNow } from '../../src/i18n/languages.js';

describe('languageFor', () => {
  for (const [tag, language] of [
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['JA-jp', 'ja'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['th', 'en'],
    ['jam', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    ['constructor', 'en'],
  ] as const) {
    it(`serves ${tag} in ${language}`, () => expect(languageFor(tag)).to.equal(language));
  }
});

describe('loadMessages', () => {
  it('fetches a language once, and then it is there', async () => {
    const first = loadMessages('ja');
    expect(loadMessages('ja') === first).to.equal(true);
    const messages = await first;
    expect(messagesNow('ja') === messages).to.equal(true);
  });
});

/** What the texts that take something other than a string are given. */
const GIVEN: Record<string, unknown[]> = {
  onlyFor: [['USD', 'EUR']],
  days: [2, '23:58'],
  spoken: [{ days: 1, hours: 2, minutes: 3, seconds: 0 }],
};

/** Every text with its path; texts that take something are called. */
function* texts(node: unknown, path: string[] = []): Generator<[string, string]> {
  if (typeof node === 'string') yield [path.join('.'), node];
  else if (typeof node === 'function') {
    const say = node as (...given: unknown[]) => string;
    yield [path.join('.'), say(...(GIVEN[path.at(-1) ?? ''] ?? ['12']))];
  } else for (const [key, child] of Object.entries(node as object)) yield* texts(child, [...path, key]);
}

/** Texts that may be empty: nothing stands before or after a figure, or in a section's note, in some languages. */
const MAY_BE_EMPTY = /^(countdown\.(before|after)|sections\.\w+\.note)$/;

for (const language of ['en', 'ja'] as const) {
  describe(`texts in ${language}`, () => {
    it('say something everywhere, with what they were given in it', async () => {
      for (const [path, text] of texts(await loadMessages(language))) {
        if (!MAY_BE_EMPTY.test(path)) expect(text.trim(), path).not.to.equal('');
        expect(text, path).not.to.match(/undefined|\[object|NaN/);
        expect(text, path).to.equal(text.normalize('NFC'));
      }
    });

    it('stay calm: no exclamation marks', async () => {
      for (const [path, text] of texts(await loadMessages(language))) expect(text, path).not.to.match(/[!！]/);
    });

    it('describe every brand of the catalogue in at most three lines', async () => {
      const { brands, sections } = await loadMessages(language);
      for (const row of Object.values(BRANDS)) {
        expect(sections[row.section].name).not.to.equal('');
        if (row.texts) expect(brands[row.texts].next.length).to.be.within(1, 3);
      }
    });
  });
}

describe('texts in Japanese', () => {
  it('are Japanese but for names and figures', async () => {
    for (const [path, text] of texts(await loadMessages('ja'))) {
      if (/\.(name|called)$/.test(path) || !/[a-z]{2}/.test(text)) continue;
      expect(text, path).to.match(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u);
    }
  });

  it('have the same keys as the English ones', async () => {
    const keys = async (language: 'en' | 'ja') => [...texts(await loadMessages(language))].map(([path]) => path);
    expect((await keys('ja')).filter((key) => !key.endsWith('.name'))).to.have.members(
      (await keys('en')).filter((key) => !key.endsWith('.name')),
    );
  });

  it('shorten the tenge, which there is only one of', async () => {
    const { picker } = await loadMessages('ja');
    expect(picker.onlyFor(['米ドル', 'カザフスタン テンゲ'])).to.equal('米ドル・テンゲ専用です');
  });
});
