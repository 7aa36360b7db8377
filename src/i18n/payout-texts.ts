import type { DisplayMessages } from './display-texts.js';
import type { ReceiveTexts } from './receive-texts.js';

/** A field of the form for the account or purse that the money goes to, by the name of its input. */
export type PayoutField =
  'bankCode' | 'branchCode' | 'accountType' | 'accountNumber' | 'accountName' | 'symbol' | 'number' | 'purse';

/** What the money's way back has found wrong, by the code of the failure. */
export type PayoutFault =
  | 'bank-unknown'
  | 'branch-unknown'
  | 'account-not-found'
  | 'account-name-mismatch'
  | 'account-number-invalid'
  | 'account-type-mismatch'
  | 'account-closed'
  | 'account-name-invalid'
  | 'purse-invalid'
  | 'purse-currency'
  | 'other';

/** The form for the account or purse. */
export interface PayoutFormTexts {
  title: string;
  purseTitle: string;
  /** Neither: what else a way to receive needs. */
  detailsTitle: string;
  /** Labels; of bank and branch the ones where they are searched for. */
  labels: Record<PayoutField | 'bank' | 'branch' | 'kanaName', string>;
  /** What bank and branch can be searched by. */
  searchBy: Record<'bank' | 'branch', string>;
  accountTypes: Record<'ordinary' | 'current' | 'savings', string>;
  /** `5 / 7`, and its spoken form. */
  count: (count: number, of: number) => string;
  countSpoken: (count: number, of: number) => string;
  padded: string;
  /** Beside a name as it is sent: to the bank, or to another company. */
  sentAs: string;
  nameSentAs: string;
  /** The name is asked for as the bank has it, in kana. */
  nameHint: string;
  /** Beside the account that symbol and number stand for. */
  converted: string;
  convertedTo: (branch: string, code: string, type: string, number: string) => string;
  japanPost: string;
  /** Where there is no search: what Japan Post Bank's code is. */
  japanPostCode: string;
  /** What a search has found: spoken; and shown where it is nothing, or where it can't be made. */
  found: (count: number) => string;
  nothingFound: Record<'bank' | 'branch', string>;
  notSearched: Record<'bank' | 'branch', string>;
  purseHint: (unit: string) => string;
  missing: Record<PayoutField | 'bank' | 'branch', string>;
  wrong: Record<Exclude<PayoutField, 'accountType'>, string>;
  tooLong: (count: number, most: number) => string;
  /** `characters` can't be sent. */
  notTaken: (characters: string) => string;
  /** `unit` is WebMoney's, `letter` what its purses begin with. */
  otherPurse: (unit: string, letter: string) => string;
  saved: { legend: string; another: string };
  send: string;
  sendPurse: string;
  /** After the money or the check came back. */
  sendAgain: string;
  againTitle: string;
  againPurseTitle: string;
  said: Record<PayoutFault, string>;
  /** `said`, and that no money has moved. */
  notMoved: (said: string) => string;
  /** Under the field it is about. */
  mend: Record<PayoutField, string>;
}

/** Every word that only the recipient of a payout reads: loaded with the first screen of one. */
export interface PayoutTexts extends ReceiveTexts {
  /** These stand in place of the ones that speak of paying. */
  amountDue: string;
  otherMethod: string;
  form: PayoutFormTexts;
}

/** All that a screen of a payout can say. */
export type PayoutMessages = DisplayMessages & { payout: PayoutTexts };
