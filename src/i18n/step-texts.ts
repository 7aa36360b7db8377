import type { ResultTexts } from './result-texts.js';
import type { BrandTextKey, PayoutTextKey } from '../catalog/brands.js';

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

  result: ResultTexts;

  /** What happens on the page the buyer is sent to; `called` is the brand's name inside a sentence. */
  pages: Record<Exclude<BrandTextKey, OffPage>, (called: string) => string> &
    Partial<Record<OffPage | PayoutTextKey, (called: string) => string>>;
}
