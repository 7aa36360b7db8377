/** A name as banks take it, and what of the text they can't take: each character once, as it was typed. */
export interface TransferName {
  /** Half-width kana, at most one blank between words; without the characters of `wrong`. */
  name: string;
  wrong: string[];
}

/**
 * How many half-width characters a name may have; a voicing mark counts as one of its own.
 * Source: transfer screens of Japanese banks, where 30 is common.
 */
export const TRANSFER_NAME_MAX = 30;

/** Full-width kana and voicing marks to half-width ones, `ｱ` to `ﾟ`: read off the platform's own NFKC, backwards. */
const HALF: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0xff9f - 0xff71 + 1 }, (_, at) => {
    const half = String.fromCharCode(0xff71 + at);
    return [half.normalize('NFKC'), half];
  }),
);
/** Banks know big kana only. They have no `ヰ` and `ヱ` at all and write them as they are spoken. */
const SMALL = 'ァィゥェォッャュョヮヵヶヰヱ';
const BIG = 'アイウエオツヤユヨワカケイエ';
/** Long marks and everything that people type in their place; `ー` is also what NFKC makes of the half-width one. */
const DASH = /[ー‐‒–—―−─━]/gu;
/** A character with the marks that belong to it, also those that stand alone or are half-width. */
const LETTERS = /[^][\p{M}\u309b\u309cﾞﾟ]*/gu;
/** What may be sent: kana, with a voicing mark where there is one, digits, capital letters, blank and five signs. */
const TAKEN = /^(?:[ｱ-ﾝ]|[ｳｶ-ﾄﾊ-ﾎ]ﾞ|[ﾊ-ﾎ]ﾟ|[0-9A-Z ().\/-])+$/;

/**
 * Turns hiragana, full-width and half-width writing into the form in which Japanese banks compare an account holder's
 * name: big kana (`ジュン` → `ｼﾞﾕﾝ`), `-` for long marks, `ｳﾞ` for `ヴ`, capital letters, one half-width blank.
 * `ヲ` is refused, for most banks don't take it, and kanji are, for nobody can say how a name is read.
 *
 * There are libraries for this; the platform's `String.normalize` and three short rows above do all of it.
 * Sources: help pages of Japanese banks on transfer names; GMO-PG Remittance, `Account_Name`.
 */
export function transferName(text: string): TransferName {
  const wrong = new Set<string>();
  let name = '';
  for (const typed of text.replace(/\p{Cf}/gu, '').match(LETTERS) ?? []) {
    const half = halfWidth(typed);
    if (TAKEN.test(half)) name += half;
    else wrong.add(typed);
  }
  return { name: name.replace(/ +/g, ' ').trim(), wrong: [...wrong] };
}

function halfWidth(typed: string): string {
  const kana = typed
    .replace(/\u309b/g, '\u3099')
    .replace(/\u309c/g, '\u309a')
    .normalize('NFKC')
    .replace(/\s/g, ' ')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
    .replace(DASH, '-');
  return [...kana.normalize('NFD')]
    .map((letter) => {
      const small = SMALL.indexOf(letter);
      const big = small < 0 ? letter : BIG.charAt(small);
      return HALF.get(big) ?? big;
    })
    .join('');
}
