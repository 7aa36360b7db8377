/** The four ways to receive money. */
export const gmoWays = ['bank', 'sevenatm', 'amazongift', 'aupay'] as const;
export type GmoWay = (typeof gmoWays)[number];

/** A recipient's account, kept under the id that the shop gave it. */
export interface GmoAccount {
  shopId: string;
  bankId: string;
  bankCode: string;
  bankName: string;
  /** As it is dialled by other banks, also for Japan Post Bank. */
  branchCode: string;
  branchName: string;
  /** `1` ordinary, `2` current, `4` savings. */
  accountType: string;
  accountNumber: string;
  /** Half-width kana. */
  accountName: string;
  /** Japan Post Bank's own symbol and number; empty for other banks. */
  symbol: string;
  symbolNumber: string;
  free: string;
  deleted: boolean;
}

/**
 * Where a deposit stands. `offered`: a link nobody has used. `registered`, `made` (data made, or numbers for the machine
 * issued), `unmade` (no data could be made), `sent` (the money is with the recipient), `failed`, `canceled`, `expired`.
 */
export type GmoState = 'offered' | 'registered' | 'made' | 'unmade' | 'sent' | 'failed' | 'canceled' | 'expired';

/** What a person keys in at the machine. */
export interface GmoAtmNumbers {
  /** 9 digits. */
  customerNumber: string;
  /** 6 digits. */
  confNumber: string;
  /** 4 digits. */
  partnerCode: string;
}

/** What a deposit has that a recipient's page belongs to. */
export interface GmoLink {
  /** Unguessable, 64 hex digits; stands in the page's address. */
  token: string;
  /** Given to a browser that answered the questions; a second secret in the addresses of the pages behind them. */
  pass: string;
  /** Whether it came by the call for mails or by the one for links. */
  by: 'mail' | 'link';
  ways: readonly GmoWay[];
  mailAddress: string;
  shopMailAddress: string;
  accountName: string;
  callBackUrl?: string | undefined;
  /** What the recipient must know; up to three. */
  authCodes: readonly string[];
  triesLeft: number;
  /** Days that the machine keeps the money. */
  termDays: number;
  /** The account's id when the recipient names one. */
  bankId: string;
  expiresMs: number;
}

/** A deposit in the sandbox's books. Amounts are yen, instants epoch milliseconds. */
export interface GmoDeposit {
  shopId: string;
  depositId: string;
  amount: number;
  /** What GMO takes for it; of a link that nobody has used, the dearest of its ways. */
  fee: number;
  /** Undefined until the recipient of a link has chosen. */
  way?: GmoWay | undefined;
  state: GmoState;
  /** Why it failed: `01` to `09`, else empty. */
  detail: string;
  /** The account at the time of the deposit. */
  account?: GmoAccount | undefined;
  atm?: GmoAtmNumbers | undefined;
  link?: GmoLink | undefined;
  /** Who received it: a make-believe login or phone number. */
  receiver?: string | undefined;
  selectKey: string;
  clientName: string;
  /** When something happens by itself. */
  dueMs?: number | undefined;
  createdMs: number;
  changedMs: number;
  /** What searches said before the last change, for those that tell results late. */
  before?: { state: GmoState; detail: string; way?: GmoWay | undefined } | undefined;
}

/** Whether its money is set aside. */
export function isOpen({ state }: GmoDeposit): boolean {
  return state === 'offered' || state === 'registered' || state === 'made';
}

/** Whether it can still be called back: before its data is made, before a machine or a wallet has paid. */
export function isCancelable({ state, way }: GmoDeposit): boolean {
  return state === 'offered' || state === 'registered' || (state === 'made' && way !== 'bank');
}

const bankResults: Readonly<Record<GmoState, string>> = {
  offered: '',
  registered: '0',
  made: '1',
  unmade: '2',
  sent: '3',
  failed: '4',
  expired: '4',
  canceled: '9',
};

const otherResults: Readonly<Record<GmoState, string>> = {
  offered: '',
  registered: '1',
  made: '1',
  sent: '1',
  unmade: '3',
  failed: '3',
  expired: '3',
  canceled: '9',
};

/** `Result` of a bank transfer, or the result of another way, where `1` and a date mean that the money is there. */
export function resultOf({ way, state }: GmoDeposit): string {
  return (way === 'bank' ? bankResults : otherResults)[state];
}
