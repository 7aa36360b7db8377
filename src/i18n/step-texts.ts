import type { ResultTexts } from './result-texts.js';
import type { BrandRow, BrandTextKey, PayoutTextKey } from '../catalog/brands.js';
import type { KonbiniNumberKey } from '../catalog/konbini.js';

/** Inputs of a method, other than the WMID, that reji can ask for; see the contract's MethodInput. */
export type PayerInput = 'name' | 'firstName' | 'lastName' | 'phone' | 'email';

/** What is not paid on a page that the buyer is sent to. */
type OffPage = 'register' | 'kiosk' | 'bank';

/**
 * The texts of everything after the choice: they are loaded with the screens that need them. Amounts and dates arrive
 * already formatted.
 */
export interface StepTexts {
  otherMethod: string;
  close: string;
  /** Prefix and words of a problem line: code for the shop's support. */
  support: (code: string) => string;

  trouble: {
    offline: string;
    server: string;
    /** The answer can't be trusted or read: nothing of it is shown. */
    untrusted: string;
    tellShop: string;
    /** A press that did not go through, by problem code; `other` for the rest. */
    confirm: {
      expired: string;
      inProgress: string;
      unavailable: string;
      input: string;
      other: string;
    };
  };

  wait: { title: string; text: string; status: string; offline: string; polling: string };
  unsupported: { title: string; text: string; toShop: string };

  redirect: {
    title: (called: string) => string;
    host: string;
    soon: string;
    button: (called: string) => string;
    again: (called: string) => string;
    blockedTitle: string;
    blocked: string;
    refusedTitle: string;
    refused: string;
    backTitle: string;
    back: (called: string) => string;
    deadline: (time: string) => string;
    /** A limit that starts on the page, which is called `page`. Asterisks are around what must not be missed. */
    payWithin: (page: string, minutes: number) => string;
    /** What a buyer has to do before leaving, where the brand wants it. Asterisks as above. */
    before: Partial<Record<BrandTextKey | PayoutTextKey, string>>;
    /** What should be sent is damaged: nothing was sent. */
    unsendable: string;
  };

  /** What the shop did not tell: asked of the buyer, by the name of the input. */
  payer: {
    title: string;
    /** Why it is asked, and who reads it. */
    why: (called: string) => string;
    labels: Record<PayerInput, string>;
    missing: Record<PayerInput, string>;
    wrong: Record<'name' | 'phone' | 'email', string>;
  };

  keeper: {
    wmid: string;
    hint: string;
    placeholder: string;
    /** `9 / 12`, and its spoken form. */
    count: (digits: number) => string;
    countSpoken: (digits: number) => string;
    missing: (digits: number) => string;
    tooMany: (digits: number) => string;
    onlyDigits: string;
    empty: string;
    send: string;
    title: string;
    invoiceAmount: string;
    orderAmount: string;
    steps: readonly [string, string, string];
    sentTo: string;
    copyWmid: string;
    waiting: string;
    change: string;
    invoiceId: string;
    copyInvoiceId: string;
  };

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

  countdown: {
    /** The label before the running figure, e.g. `残り`; empty where the language puts it after. */
    before: string;
    /** The label after it, e.g. ` left`. */
    after: string;
    /** The figure with days in front: `2日 23:58`. `clock` is `H:MM` or `H:MM:SS`. */
    days: (days: number, clock: string) => string;
    until: (time: string) => string;
    spoken: (parts: { days: number; hours: number; minutes: number; seconds: number }) => string;
    checking: string;
    over: string;
    /** The zone's name, as it stands after the time. */
    zone: (name: string) => string;
  };

  copy: { copy: string; copied: string; failed: string; label: (what: string) => string };

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

  result: ResultTexts;

  /** What happens on the page the buyer is sent to; `called` is the brand's name inside a sentence. */
  pages: Record<Exclude<BrandTextKey, OffPage>, (called: string) => string> &
    Partial<Record<OffPage | PayoutTextKey, (called: string) => string>>;
}
