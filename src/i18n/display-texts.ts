import type { BrandRow } from '../catalog/brands.js';
import type { KonbiniNumberKey } from '../catalog/konbini.js';
import type { Messages } from './messages.js';

/** The texts of what is shown to be paid elsewhere: a code, numbers for a store, an account. */
export interface DisplayTexts {
  qr: {
    /** What to do with the code, in one line. */
    scan: (called: string) => string;
    /** What the picture of the code is. `amount` is spelled out and may be empty. */
    image: (called: string, amount: string) => string;
    steps: (called: string) => readonly [string, string, string];
    /** For a wallet of another currency. */
    charged: (amount: string) => string;
    openApp: (called: string) => string;
    openPage: string;
    save: string;
    saveFailed: string;
    /** The last minute. */
    soon: string;
    over: string;
    unless: (called: string) => string;
    again: string;
    refusedTitle: string;
    refused: string;
  };

  /** What the slips of `konbini` and `bank` have in common. */
  slip: {
    /** Time left in its largest unit, with the next one under a day: `あと9日`, `あと5時間12分`. */
    left: (parts: { days: number; hours: number; minutes: number; seconds: number }) => string;
    /** Said of a link that opens a page of its own. */
    newTab: string;
    /** The order is in another currency, but what is paid is yen. `onPage`: the payment page tells how much. */
    inYen: (onPage: boolean) => string;
  };

  konbini: {
    cash: string;
    deadline: string;
    /** Numbers that stores ask for, in mid-sentence spelling; their Japanese names are shown beside them. */
    numbers: Record<KonbiniNumberKey, string>;
    /** How many digits, where the label leaves room for it; else empty. */
    count: (digits: number) => string;
    /** There are no numbers here: they are on the payment page. */
    onPage: string;
    how: string;
    /** The first step by its place; `words` are Japanese and have to stand in the sentence just as given. */
    first: Record<NonNullable<BrandRow['kiosk']> | 'register', (words: string) => string>;
    enter: (labels: readonly string[]) => string;
    show: (labels: readonly string[]) => string;
    showNote: string;
    /** For a store whose steps are not known. */
    give: (labels: readonly string[]) => string;
    slip: string;
    /** How soon the slip has to be paid, the time between asterisks. */
    slipNote: (minutes: number) => string;
    pay: string;
    payNote: string;
    /** The most that a store takes at once. */
    limit: (amount: string) => string;
    noKiosk: string;
    print: string;
    waiting: string;
    /** On paper: the heading, what to know of paying, and the line to cut along. */
    paper: string;
    paperNote: string;
    cut: string;
  };

  bank: {
    own: string;
    deadline: string;
    amount: string;
    /** What to copy, in `copy.label`. */
    copyAmount: string;
    /** The amount matters: between asterisks what is said of it; then what a wrong one does, and who bears the fee. */
    exact: string;
    /** Parts of an account; their Japanese names are shown beside them. */
    parts: Record<'bank' | 'branch' | 'accountType' | 'accountNumber' | 'holder', string>;
    onPage: string;
    onlyThisOrder: string;
    waiting: string;
    short: string;
    due: string;
    received: string;
    rest: string;
    restHow: string;
    waitingRest: string;
  };
}

/** Every word of a payment that is shown so. */
export type DisplayMessages = Messages & DisplayTexts;
