import type { PayoutTextKey } from '../catalog/brands.js';
import type { BrandTexts } from './choice-texts.js';

/** A way to receive: as the choice describes it, what the button says, and what happens on a page that it leads to. */
export interface WayTexts extends BrandTexts {
  button: string;
  page?: string;
}

/** Why nothing was received, by the code of the failure; `account` for everything about the account or the purse. */
export type NotReceivedCode =
  | 'account'
  | 'balance-too-low'
  | 'limit-exceeded'
  | 'provider-unavailable'
  | 'provider-refused'
  | 'timed-out'
  | 'not-collected'
  | 'canceled-by-buyer'
  | 'question-failed'
  | 'declined';

/** What the recipient of a payout reads besides the form. Dates and times arrive already formatted. */
export interface ReceiveTexts {
  /** Before, and around, the ways to receive. */
  receive: {
    order: (id: string) => string;
    title: string;
    choose: string;
    none: string;
    /** What the money is for, in the shop's words, and from whom. */
    why: (description: string, shop: string) => string;
    linkUntil: (time: string) => string;
    preparing: string;
    preparingText: string;
    waiting: string;
    offline: string;
    polling: string;
    /** The page that the recipient is sent to, and comes back from. */
    page: {
      title: string;
      button: string;
      again: string;
      back: string;
      within: (minutes: number) => string;
    };
    unfinished: string;
    pageUntil: (time: string) => string;
    refused: string;
    unsendable: string;
    failure: string;
    /** A press that did not go through. */
    problems: Record<'expired' | 'inProgress' | 'unavailable' | 'input' | 'noChange' | 'other', string>;
  };

  rows: Record<PayoutTextKey, WayTexts>;
  /** When the money is there, in business days; `most` may be the same as `least`. */
  arrives: (least: number, most: number) => string;

  /** Numbers to collect cash with. */
  receipt: {
    cash: string;
    deadline: string;
    how: string;
    /** `secret` stands under the second step. */
    steps: readonly [string, string, string];
    secret: string;
    nothing: string;
    print: string;
    save: string;
    saveFailed: string;
    waiting: string;
    /** On paper: the heading, and what to know. */
    paper: string;
    paperNote: string;
  };

  /** Money on its way, received, or not. */
  result: {
    arranged: string;
    way: string;
    to: string;
    on: string;
    around: (day: string) => string;
    between: (from: string, to: string) => string;
    arrangedStatus: string;
    change: string;
    /** Asked before the way is given up. */
    changeAsk: string;
    changeYes: string;
    changeNo: string;
    received: string;
    /** At most four letters or three kanji; left out where no word says it. */
    stamp?: string;
    notReceived: string;
    /** Two sentences: what happened, and what it means for the money. */
    codes: Record<NotReceivedCode, string>;
    goOn: string;
    later: string;
    otherWay: string;
    again: string;
    over: string;
    overText: string;
    canceled: string;
    canceledText: string;
    attentionText: string;
    attentionAfter: string;
  };

  /** What has to be answered first. */
  question: {
    title: string;
    text: string;
    label: string;
    button: string;
    missing: string;
    wrong: string;
    tries: (left: number) => string;
  };

  /** Money that can be used only with a code. */
  protection: {
    title: string;
    text: (days: number) => string;
    until: (time: string) => string;
    /** What happens when it is not entered. */
    lost: string;
    show: string;
    /** Asked before it is shown. */
    ask: string;
    yes: string;
    no: string;
    code: string;
    once: string;
    shown: (time: string) => string;
    failed: string;
  };
}
