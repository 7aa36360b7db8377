import type { BankRow, PayoutFacts } from './payout.js';
import { fits, isFlag, isInstant, isInteger, isText, listOf, shaped } from './shape.js';
import type { Check } from './shape.js';

/*
 * The schemas of payout.ts that a browser reads, as plain checks: see read-session.ts. A test holds both together.
 */

const destination = shaped({
  'bank?': isText,
  'branch?': isText,
  'accountType?': isText,
  'accountNumber?': isText,
  'holder?': isText,
  'purse?': isText,
});
const way = shaped({
  'minDays?': isInteger,
  'maxDays?': isInteger,
  'saved?': shaped({ id: isText, destination }),
});
const ways: Check = (value) => fits(value, {}) && Object.values(value as object).every(way);

/** Reads what a session says of a payout as the schema `PayoutFacts` does. @returns undefined when it does not fit */
export function readPayoutFacts(value: unknown): PayoutFacts | undefined {
  const known = fits(value, {
    'ways?': ways,
    'question?': shaped({ text: isText, triesLeft: isInteger, 'answered?': isFlag }),
    'destination?': destination,
    'starting?': isFlag,
    'sentBack?': isFlag,
    'arrivesFrom?': isInstant,
    'arrivesBy?': isInstant,
    'cancelable?': isFlag,
    'protection?': shaped({ days: isInteger, 'until?': isInstant, 'shownAt?': isInstant }),
  });
  return known ? (value as PayoutFacts) : undefined;
}

/** Reads the answer `ProtectionCodeAnswer`. @returns the code, undefined when it does not fit */
export function readProtectionCode(value: unknown): string | undefined {
  return fits(value, { code: isText }) ? (value as { code: string }).code : undefined;
}

/** Reads the answer `BanksAnswer`. @returns its rows, undefined when it does not fit */
export function readBanks(value: unknown): BankRow[] | undefined {
  const row = shaped({ code: isText, name: isText, kana: isText });
  return fits(value, { rows: listOf(row) }) ? (value as { rows: BankRow[] }).rows : undefined;
}
