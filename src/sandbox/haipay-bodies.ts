import type { HaipayFaults } from './haipay-faults.js';
import { haipayAmount } from './haipay-money.js';
import type { HaipayPayment, HaipayStatus } from './haipay-payment.js';

const japanMs = 9 * 3_600_000;

/** Japan time as answers and notifications write it: `2026-11-21 14:26:00`. */
export function japanTime(ms: number): string {
  return new Date(ms + japanMs).toISOString().slice(0, 19).replace('T', ' ');
}

/** Whether money came in, as 2, 4 and 5 say. */
function hasMoney(status: HaipayStatus): boolean {
  return status === 2 || status === 4 || status === 5;
}

function payTime({ paidMs }: HaipayPayment, status: HaipayStatus) {
  return hasMoney(status) && paidMs !== undefined ? { payTime: japanTime(paidMs) } : {};
}

function errorMsg(payment: HaipayPayment, status: HaipayStatus) {
  return status === 3 ? { errorMsg: payment.errorMsg ?? 'Failed' } : {};
}

/**
 * A notification, without its signature. `amount` is what was collected this time, so that of an order paid in two
 * parts neither tells the sum; the sum is the query's. Source: HaiPay common API, "Asynchronous Notification".
 * @param total tells the sum instead
 */
export function noticeBody(payment: HaipayPayment, total: boolean) {
  const { appId, currency, orderId, orderNo, status } = payment;
  const collected = hasMoney(status) ? (total ? payment.received : payment.receivedLast) : 0;
  return {
    appId,
    currency,
    orderId,
    orderNo,
    amount: haipayAmount(collected, currency),
    fee: '0.00',
    status,
    ...payTime(payment, status),
    ...errorMsg(payment, status),
  };
}

/** Where a query says a payment stands, which is the truth unless a fault wants it otherwise. */
function toldStatus({ status }: HaipayPayment, contradicts: HaipayFaults['queryContradicts']): HaipayStatus {
  const isOver = status === 2 || status === 3 || status === 5;
  if (contradicts === 'no' || !isOver) return status;
  if (contradicts === 'behind') return 1;
  return status === 3 ? 2 : 3;
}

/** The data of a query's answer, unsigned. Source: HaiPay Japan Payment API, "Collection Query". */
export function queryData(payment: HaipayPayment, contradicts: HaipayFaults['queryContradicts']) {
  const { orderId, orderNo, amount, currency } = payment;
  const status = toldStatus(payment, contradicts);
  const told = status === payment.status ? payment : { ...payment, paidMs: payment.changedMs };
  const actual = status === payment.status ? payment.received : hasMoney(status) ? amount : 0;
  return {
    orderId,
    orderNo,
    amount: haipayAmount(amount, currency),
    actualAmount: haipayAmount(actual, currency),
    fee: '0.00',
    status,
    ...payTime(told, status),
    ...errorMsg(payment, status),
  };
}
