import type { HaipayCurrency, HaipayProduct } from './haipay-rows.js';

/**
 * Where an order stands: 0 not started, 1 in progress, 2 success, 3 failure, 4 a part came in, 5 more came in than was
 * asked for, -1 pending confirmation. Sources: HaiPay Japan Payment API, "Collection Query"; 4 and 5: "Asynchronous
 * Notification" of its common API.
 */
export type HaipayStatus = -1 | 0 | 1 | 2 | 3 | 4 | 5;

/** An application that passed every check. Amounts are integer minor units. */
export interface HaipayOrder {
  appId: number;
  currency: HaipayCurrency;
  /** The merchant's own number, unique for its appId. */
  orderId: string;
  product: HaipayProduct;
  inBankCode: string;
  amount: number;
  /** The payer's name. */
  name: string;
  subject?: string | undefined;
  callBackUrl: string;
  callBackFailUrl: string;
  notifyUrl?: string | undefined;
}

/** An order in the sandbox's books. Instants are epoch milliseconds. */
export interface HaipayPayment extends HaipayOrder {
  /** Unguessable. Names the order in the payer's pages. */
  token: string;
  /** The platform's own number, 16 digits. */
  orderNo: string;
  status: HaipayStatus;
  /** All that came in. */
  received: number;
  /** What came in the last time. */
  receivedLast: number;
  /** When money last came in. */
  paidMs?: number | undefined;
  /** Why it failed. */
  errorMsg?: string | undefined;
  /** What a convenience store wants to know; empty for other products. */
  numbers: readonly string[];
  /** The virtual account, 7 digits; empty for other products. */
  account: string;
  /** How long the slip from a store's machine is good at the register. */
  slipUntilMs?: number | undefined;
  createdMs: number;
  changedMs: number;
  validUntilMs: number;
}

/** Whether there is a result that no payer can change any more. */
export function isFinal({ status }: HaipayPayment): boolean {
  return status === 2 || status === 3 || status === 5;
}

/** Whether money can still come in: after its time an order takes none, and a part that came in stays a part. */
export function takesMoney({ status, validUntilMs }: HaipayPayment, nowMs: number): boolean {
  return (status === 0 || status === 1 || status === 4) && nowMs < validUntilMs;
}

/** The sum that has not come in yet, in minor units. */
export function outstanding({ amount, received }: HaipayPayment): number {
  return Math.max(amount - received, 0);
}
