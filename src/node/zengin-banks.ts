import type { BankDirectory } from '../bff/payout-port.js';
import type { BankRow } from '../contract/payout.js';

const MAX_ROWS = 20;

/** A bank or a branch as the list has it: `roma` is the reading in small letters. */
type Listed = BankRow & { roma: string };
type Banks = Record<string, Listed & { branches: Record<string, Listed> }>;

/** A row with the forms that it can be found by, folded. */
interface Entry {
  row: BankRow;
  name: string;
  kana: string;
  roma: string;
}

/**
 * The banks and branches of Japan from the package `zengin-code`, which comes from the list of the Japanese Banks'
 * Payment Clearing Network. It is large (5 MB), so it is loaded at the first search; where it is not installed nothing is
 * ever found, and recipients give the codes.
 *
 * @param load for tests: where the list comes from. @default the package
 */
export function zenginBanks(load: () => Promise<Banks> = loadPackage): BankDirectory {
  let loaded: Promise<Banks> | undefined;
  let entries: Entry[] | undefined;
  const all = () => (loaded ??= load());
  return {
    banks: async (query) => search((entries ??= Object.values(await all()).map(toEntry)), query, BANK_ENDING),
    branches: async (bank, query) => {
      const banks = await all();
      const branches = Object.hasOwn(banks, bank) ? Object.values(banks[bank]?.branches ?? {}) : [];
      return search(branches.map(toEntry), query, BRANCH_ENDING);
    },
  };
}

async function loadPackage(): Promise<Banks> {
  try {
    return (await import('zengin-code')).default;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return {};
    throw error;
  }
}

/** What people write after a name that the list has without it. */
const BANK_ENDING = /(銀行|ギンコウ|BANK)$/;
const BRANCH_ENDING = /(支店|シテン|出張所|シユツチヨウジヨ)$/;
/** The list writes credit unions short. */
const SHORT: readonly [long: string, short: string][] = [
  ['信用金庫', '信金'],
  ['信用組合', '信組'],
  ['農業協同組合', '農協'],
];

/** Small kana in the order of {@link BIG}: the list has big ones only, as banks write readings. */
const SMALL = 'ァィゥェォッャュョヮヵヶ';
const BIG = 'アイウエオツヤユヨワカケ';

/** One form for what is meant to be the same: width, capitals, hiragana, small kana, long marks, blanks. */
function folded(text: string): string {
  const katakana = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
  const big = katakana.replace(/[ァィゥェォッャュョヮヵヶ]/g, (kana) => BIG[SMALL.indexOf(kana)] ?? kana);
  return big.replace(/[\s・.\-ー－―‐−]/g, '');
}

function toEntry({ code, name, kana, roma }: Listed): Entry {
  return { row: { code, name, kana }, name: folded(name), kana: folded(kana), roma: folded(roma) };
}

/** The best first: the code, what begins with the words, what has them in it; then by code. */
function search(entries: readonly Entry[], query: string, ending: RegExp): BankRow[] {
  const whole = SHORT.reduce((text, [long, short]) => text.replace(long, short), folded(query));
  const bare = whole.replace(ending, '');
  const words = [...new Set([whole, bare])].filter((word) => word !== '');
  if (words.length === 0) return [];
  return entries
    .map((entry) => ({ entry, rank: Math.min(...words.map((word) => rankOf(entry, word))) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || (a.entry.row.code < b.entry.row.code ? -1 : 1))
    .slice(0, MAX_ROWS)
    .map(({ entry }) => entry.row);
}

function rankOf({ row, name, kana, roma }: Entry, word: string): number {
  if (row.code === word || name === word || kana === word || roma === word) return 0;
  if (row.code.startsWith(word) || name.startsWith(word)) return 1;
  if (kana.startsWith(word) || roma.startsWith(word)) return 2;
  return name.includes(word) || kana.includes(word) ? 3 : Infinity;
}
