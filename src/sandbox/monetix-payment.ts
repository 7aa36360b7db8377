import type { MonetixRefund } from './monetix-refund.js';

/** Monetix's codes of the two purchase scenarios. */
export type MonetixMethod = 'webmoney-light' | 'webmoney';

/**
 * Where a payment stands. `awaiting customer` is an opened Payment Page on which nothing has been agreed to yet: no
 * operation exists, and a status request does not find the payment.
 */
export type MonetixStatus = 'awaiting customer' | 'awaiting redirect result' | MonetixClassicWait | MonetixFinalStatus;

/** Nothing follows these. */
export type MonetixFinalStatus = 'success' | 'decline' | 'expired';

/** The documents do not say which of these an unpaid WebMoneyClassic invoice has. */
export type MonetixClassicWait = 'awaiting customer action' | 'awaiting payment' | 'invoice sent';

/** What the customer pressed; the result still depends on the amount. */
export type MonetixPress = 'success' | 'decline';

/** Where the customer's browser may go back to. */
export interface MonetixReturnUrls {
  success?: string | undefined;
  decline?: string | undefined;
  return?: string | undefined;
}

/** A request that passed every check. */
export interface MonetixOrder {
  projectId: number;
  /** The merchant's own id, unique in the project. */
  paymentId: string;
  channel: 'gate' | 'page';
  /** Absent while a Payment Page customer has not chosen. */
  method?: MonetixMethod | undefined;
  /** Integer minor units. */
  amount: number;
  /** ISO 4217 code. */
  currency: string;
  description: string;
  customerId: string;
  /** 12 digits; WebMoneyClassic only. */
  wmid?: string | undefined;
  returnUrls: MonetixReturnUrls;
  callbackUrl?: string | undefined;
  /** Epoch milliseconds. The payment expires no later. */
  bestBeforeMs?: number | undefined;
}

/** How an operation stands. Instants are epoch milliseconds. */
export interface MonetixResult {
  status: 'success' | 'decline';
  /** `operation.code` and `operation.message`, once there is a result. */
  code?: string | undefined;
  message?: string | undefined;
  /** WebMoney's own id; empty until there is a result, and in a decline by amount. */
  providerPaymentId: string;
  changedMs: number;
}

/** A payment in the sandbox's books. Instants are epoch milliseconds. */
export interface MonetixPayment extends MonetixOrder, Omit<MonetixResult, 'status'> {
  /** Unguessable. Names the payment in the customer's pages and forms. */
  token: string;
  status: MonetixStatus;
  operationId: number;
  /** Empty while no operation exists. */
  requestId: string;
  createdMs: number;
  validUntilMs: number;
  /** Oldest first. */
  refunds?: MonetixRefund[];
}

/** Whether nothing more will happen to a payment. */
export function isFinal<Subject extends { status: string }>(
  subject: Subject,
): subject is Subject & { status: MonetixFinalStatus } {
  return subject.status === 'success' || subject.status === 'decline' || subject.status === 'expired';
}

/** Whether there is an operation, so that callbacks and status answers can speak of it. */
export function hasOperation({ requestId }: MonetixPayment): boolean {
  return requestId !== '';
}

/** The fields by which the WebMoney form knows a payment; opaque to everyone else. */
export function formFields(payment: MonetixPayment): Record<string, string> {
  return { operation: String(payment.operationId), token: payment.token, lang: 'en' };
}

/** WebMoney's own number of an operation, like those of the sample callbacks. */
export function providerNumber(operationId: number): string {
  return String(1_592_901_328 + (operationId % 1_000_000));
}

/** Lower-case hexadecimal digits of random bytes. */
export function randomHex(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const messages: Readonly<Record<string, string>> = { 20101: 'Decline due to amount or frequency limit' };

/**
 * How a test operation ends that only its amount decides: declined with the code of its amount, else a success.
 *
 * @param codes `operation.code` by amount in minor units
 */
export function declinedByAmount(
  amount: number,
  codes: Readonly<Record<number, string>>,
): { status: 'success' | 'decline'; code: string; message: string } {
  const code = codes[amount];
  if (code === undefined) return { status: 'success', code: '0', message: 'Success' };
  return { status: 'decline', code, message: messages[code] ?? 'General decline' };
}

interface MonetixOutcome {
  status: 'success' | 'decline';
  code: string;
  message: string;
  /** Whether WebMoney gave the payment an id. */
  numbered: boolean;
}

/**
 * How a test payment ends: 40000 and 40400 minor units are declined whatever is pressed, all others as the customer
 * wishes. Source: Monetix, WebMoney method, "Test payments statuses"; the codes are those of its sample callbacks.
 */
export function outcomeOf(amount: number, press: MonetixPress): MonetixOutcome {
  const outcome = declinedByAmount(amount, { 40000: '20000', 40400: '20101' });
  if (outcome.status === 'decline') return { ...outcome, numbered: false };
  if (press === 'decline') return { status: 'decline', code: '100', message: 'General decline', numbered: true };
  return { ...outcome, numbered: true };
}
