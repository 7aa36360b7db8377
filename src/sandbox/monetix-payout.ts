import { declinedByAmount } from './monetix-payment.js';
import type { MonetixResult } from './monetix-payment.js';

/** Status of a payout under a code that was not entered yet; the documents do not name it. */
export type MonetixProtectedWait = 'awaiting customer action' | 'processing' | 'success';

/** A code that the recipient has to enter before the money can be used. */
export interface MonetixProtection {
  code: string;
  /** 1–35. */
  days: number;
}

/** A payout request that passed every check. */
export interface MonetixPayoutOrder {
  projectId: number;
  /** The merchant's own id, unique in the project. */
  paymentId: string;
  customerId: string;
  /** Integer minor units. */
  amount: number;
  /** ISO 4217 code, that of the purse. */
  currency: string;
  description: string;
  /** A letter and 12 digits. */
  purse: string;
  protection?: MonetixProtection | undefined;
  callbackUrl?: string | undefined;
}

/** A payout in the sandbox's books. Instants are epoch milliseconds. */
export interface MonetixPayout extends MonetixPayoutOrder, Omit<MonetixResult, 'status'> {
  /** Unguessable. Names the payout in the recipient's pages. */
  token: string;
  status: MonetixProtectedWait | 'decline';
  operationId: number;
  requestId: string;
  createdMs: number;
  /** Under a code: whether the money can be used, waits, or went back. */
  hold?: 'waiting' | 'received' | 'returned';
  /** The end of the protection. */
  holdUntilMs?: number;
}

/** Where the money of a payout is: with the recipient, under a code, back again, or it never left. */
export function placeOf({ status, hold }: MonetixPayout): 'recipient' | 'held' | 'returned' | 'merchant' {
  if (hold === 'waiting') return 'held';
  if (hold === 'returned') return 'returned';
  return status === 'success' ? 'recipient' : 'merchant';
}

/**
 * How a test payout ends: 40000 and 40400 minor units are declined. Source: Monetix, WebMoney method, "Test payments
 * statuses".
 */
export function payoutOutcome(amount: number): ReturnType<typeof declinedByAmount> {
  return declinedByAmount(amount, { 40000: '20000', 40400: '20101' });
}
