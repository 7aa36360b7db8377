import type { SbpsProduct } from './sbps-merchant.js';
import { familyOf, refusedCode } from './sbps-payment.js';
import type { SbpsPayment, SbpsRefund } from './sbps-payment.js';
import { japanDate } from './sbps-time.js';

/** One payment in the books as money, in yen. */
export interface SbpsAccount {
  orderId: string;
  trackingId: string;
  product: SbpsProduct;
  /** What the buyer paid; a charge that was undone is none. */
  paid: number;
  /** What has been given back. */
  refunded: number;
  /** What SBPS was asked to give back and has not yet. */
  requested: number;
}

function sum(refunds: readonly SbpsRefund[], status: SbpsRefund['status']): number {
  return refunds.filter((refund) => refund.status === status).reduce((total, { amount }) => total + amount, 0);
}

/** The money of every payment that was made, oldest first. */
export function accountsOf(payments: readonly SbpsPayment[]): SbpsAccount[] {
  return payments.flatMap(({ orderId, trackingId, product, status, amount, refunds }) => {
    if (status !== 'paid' || product === undefined) return [];
    const [refunded, requested] = [sum(refunds, 'done'), sum(refunds, 'requested')];
    return [{ orderId, trackingId, product, paid: amount, refunded, requested }];
  });
}

/** Yen that can still be given back. */
export function restOf(payment: SbpsPayment): number {
  const [account] = accountsOf([payment]);
  return account === undefined ? 0 : account.paid - account.refunded - account.requested;
}

/**
 * Whether a payment can still be given back. Alipay+: "Until the 365th day including the date of purchase request
 * process"; WebMoney: "By the end of the third month following the month of purchase request processing"; Japan's days.
 * The day of payment stands for that of processing.
 */
export function inTime({ product, changedMs: paidMs }: SbpsPayment, nowMs: number): boolean {
  const [paid, now] = [japanDate(paidMs), japanDate(nowMs)];
  return product === 'alipay-plus' ? now.dayNumber - paid.dayNumber < 365 : now.monthNumber - paid.monthNumber <= 3;
}

/** The error code for a refund that cannot be, or an empty text. */
export function refundProblem(payment: SbpsPayment, amount: number, nowMs: number): string {
  const code = (reason: Parameters<typeof refusedCode>[1]) => refusedCode(familyOf(payment.product), reason);
  const rest = restOf(payment);
  if (payment.status !== 'paid') return code('unpaid');
  if (!inTime(payment, nowMs)) return code('late');
  if (rest === 0) return code('allBack');
  return amount > rest ? code('tooMuch') : '';
}
