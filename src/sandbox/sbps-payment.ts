import type { SbpsFields } from './sbps-hash.js';
import type { SbpsProduct } from './sbps-merchant.js';
import type { SbpsWalletId } from './sbps-wallets.js';

/**
 * Where a payment stands. `reversed`: it was paid, the merchant did not take the result, and the charge was given back.
 */
export type SbpsStatus = 'open' | 'paid' | 'declined' | 'cancelled' | 'expired' | 'reversed';

/**
 * Whether the merchant knows of the result. `waiting`: it is being told; `later`: it will be told after the browser has
 * gone back (fault: delay); `failed`: it answered something else than `OK,`, or nothing; `lost`: it was never told
 * (fault: lose).
 */
export type SbpsTold = 'no' | 'waiting' | 'later' | 'ok' | 'failed' | 'lost';

/** A purchase request (A01-1) that passed every check. Instants are epoch milliseconds. */
export interface SbpsOrder {
  merchantId: string;
  serviceId: string;
  orderId: string;
  /** Integer yen. */
  amount: number;
  itemName: string;
  /** What the buyer may choose from; at least one. */
  products: readonly SbpsProduct[];
  successUrl: string;
  cancelUrl: string;
  errorUrl: string;
  pageconUrl: string;
  /** The whole request, as it came. */
  request: SbpsFields;
  requestedMs: number;
  /** `request_date` and `limit_second` after it. */
  validUntilMs: number;
}

/**
 * Money on its way back. `requested`: the merchant asked SBPS for it in the tool, and SBPS has yet to do it. Instants are
 * epoch milliseconds.
 */
export interface SbpsRefund {
  /** SBPS's own number of the refund, 14 digits. */
  transactionId: string;
  /** Integer yen. */
  amount: number;
  by: 'api' | 'tool';
  status: 'requested' | 'done';
  changedMs: number;
}

/** A payment in the sandbox's books. */
export interface SbpsPayment extends SbpsOrder {
  /** Unguessable. Names the payment in SBPS's pages. */
  token: string;
  /** Unguessable. Names the payment in the wallet's app, which a code brings to another device. */
  walletToken: string;
  /** SBPS's own number, 14 digits. */
  trackingId: string;
  product?: SbpsProduct | undefined;
  wallet?: SbpsWalletId | undefined;
  /** Whom the buyer logged in as. */
  account?: string | undefined;
  status: SbpsStatus;
  told: SbpsTold;
  /** 8 characters, or empty. */
  errorCode: string;
  changedMs: number;
  /** Oldest first. */
  refunds: SbpsRefund[];
}

/** Whether nothing more can be paid. */
export function isFinal({ status }: SbpsPayment): boolean {
  return status !== 'open';
}

/** What the buyer did; the result still depends on the amount. */
export type SbpsPress = 'approve' | 'decline' | 'no-balance' | 'protected';

/** A part of the error code: the product. Source for `510`: SBPS, Alipay international; WebMoney's is not public. */
export function familyOf(product: SbpsProduct | undefined): string {
  return product === 'alipay-plus' ? '510' : '999';
}

/** Kinds of an error code: 10 is documented, 50 is a word of this sandbox, since no table of refusals is public. */
const kinds = { timedOut: '10', refused: '50' };

/** Why a result is not OK, in the last three characters of its code; words of this sandbox too. */
const reasons: Readonly<Record<string, string>> = {
  [`${kinds.timedOut}000`]: 'The time to pay is over.',
  [`${kinds.refused}001`]: 'The payment was declined.',
  [`${kinds.refused}002`]: 'This amount is always declined in the sandbox.',
  [`${kinds.refused}003`]: 'The balance of this prepaid number is too low.',
  [`${kinds.refused}004`]: 'The shopping protection of this WebMoney is on. Switch it off, then pay again.',
  [`${kinds.refused}005`]: 'The shop did not take the result of the payment.',
  [`${kinds.refused}006`]: 'Nothing was paid that could be given back.',
  [`${kinds.refused}007`]: 'The time to give this payment back is over.',
  [`${kinds.refused}008`]: 'All of this payment has been given back.',
  [`${kinds.refused}009`]: 'This is more than what is left of the payment.',
};

/** Why a refund is refused, as the last three characters of the code. */
const refundRefusals = { unpaid: '006', late: '007', allBack: '008', tooMuch: '009' };

/** The code of a refund that is refused. @param family the first three characters */
export const refusedCode = (family: string, reason: keyof typeof refundRefusals): string =>
  `${family}${kinds.refused}${refundRefusals[reason]}`;

/** A sentence for a code of ours, or an empty text. */
export function reasonOf(errorCode: string): string {
  return reasons[errorCode.slice(3)] ?? '';
}

/** The time was over. */
export const timedOutCode = (product: SbpsProduct | undefined): string => `${familyOf(product)}${kinds.timedOut}000`;

/** An ordinary refusal. */
export const declinedCode = (product: SbpsProduct | undefined): string => `${familyOf(product)}${kinds.refused}001`;

/** The merchant did not answer `OK,`. */
export const notTakenCode = (product: SbpsProduct | undefined): string => `${familyOf(product)}${kinds.refused}005`;

/**
 * The code a payment ends with, empty when it is paid. 40000 and 40400 yen are declined whatever the buyer does: a rule
 * of this sandbox, so that one amount fails with every provider.
 */
export function outcomeOf({ amount, product }: SbpsPayment, press: SbpsPress): string {
  const always = amount === 40_000 || amount === 40_400;
  const item = always ? '002' : { approve: '', decline: '001', 'no-balance': '003', protected: '004' }[press];
  return item === '' ? '' : `${familyOf(product)}${kinds.refused}${item}`;
}

/** `¥1,000` */
export function yen(amount: number): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency: 'JPY' }).format(amount);
}
