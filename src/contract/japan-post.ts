/** Japan Post Bank's code. Its passbooks have a symbol and a number instead of branch, type and number. */
export const JAPAN_POST = '9900';

/** An account of Japan Post Bank as other banks address it: branch of 3 digits, number of 7. */
export interface JapanPostAccount {
  branchCode: string;
  accountType: 'ordinary' | 'current';
  accountNumber: string;
}

/**
 * Reads the account for transfers off a passbook. A symbol that begins with 1 is an ordinary account: the branch is its
 * second and third digit and an 8, the number loses its last digit, which is always 1. One that begins with 0 is a
 * current account: the branch ends in 9 and the number stays. Numbers are padded to seven digits.
 * Source: Japan Post Bank's guide to transfers from other banks.
 *
 * @param symbol five digits, 記号
 * @param number two to eight digits, for a current account one to seven, 番号
 * @returns undefined for what can't be a symbol and number of that bank
 */
export function fromJapanPost(symbol: string, number: string): JapanPostAccount | undefined {
  const place = /^[01](\d\d)\d\d$/.exec(symbol)?.[1];
  if (place === undefined) return undefined;
  const current = symbol.startsWith('0');
  if (!(current ? /^\d{1,7}$/ : /^\d{1,7}1$/).test(number)) return undefined;
  return {
    branchCode: place + (current ? '9' : '8'),
    accountType: current ? 'current' : 'ordinary',
    accountNumber: (current ? number : number.slice(0, -1)).padStart(7, '0'),
  };
}

/** What a branch of Japan Post Bank is called: its digits in kanji, `058` → `〇五八店`. */
export function japanPostBranch(branchCode: string): string {
  return `${branchCode.replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)))}店`;
}
