import type { ManualRefund } from '../../contract/refund.js';
import { businessDaysAfter, daysAfter, japanDay, weekday } from '../japan-days.js';
import type { SbpsProduct } from './sbps-options.js';

/** The shop asks for the refund in SBPS's payment management tool, on the screen with the payment's billing information. */
const INSTRUCTION = 'sbps-admin-tool';
const WEDNESDAY = 3;
const FRIDAY = 5;
/** Source: SBPS Alipay+, "Period for refund": until the 365th day including the date of the purchase. */
const ALIPAY_PLUS_DAYS = 365;
/** Source: SBPS WebMoney Payment, "Period for refund": by the end of the third month following the one of the purchase. */
const WEBMONEY_MONTHS = 3;

/**
 * The last day in Japan, `YYYY-MM-DD`, on which a payment can be given back. The purchase is taken for processed when it
 * was paid.
 *
 * @param paidAtMs epoch milliseconds
 */
export function lastRefundDay(product: SbpsProduct, paidAtMs: number): string {
  const paidOn = japanDay(paidAtMs);
  if (product === 'alipayPlus') return daysAfter(paidOn, ALIPAY_PLUS_DAYS - 1);
  const [year = 0, month = 0] = paidOn.split('-').map(Number);
  // Day 0 of a month is the last of the one before; Date.UTC counts months from 0.
  return new Date(Date.UTC(year, month + WEBMONEY_MONTHS, 0)).toISOString().slice(0, 10);
}

/**
 * What the shop has to do for a refund in SBPS's tool. Alipay+ is given back there at once, by "Refund" or "Partial
 * refund"; WebMoney by "Refund request from SPS": "Closing every Wednesday (or the next business day if it is a
 * holiday), refunds are processed on Friday". Where that is silent: Wednesday itself still counts, as does the day that
 * stands in for it; a closing that falls on a Friday is paid on that very day, one behind it on the next; and a Friday
 * that is a holiday moves to the next business day too. No sum is named: a part of a WebMoney payment is asked for in
 * the same way.
 *
 * @param nowMs epoch milliseconds
 */
export function manualRefund(product: SbpsProduct, paidAtMs: number, nowMs: number): ManualRefund {
  const manual = { instruction: INSTRUCTION, requestBy: lastRefundDay(product, paidAtMs) };
  if (product === 'alipayPlus') return manual;
  const closesOn = closingDay(japanDay(nowMs));
  return { ...manual, closesOn, paidOn: businessDaysAfter(onOrAfter(FRIDAY, closesOn), 0) };
}

/** The first closing on or after a day; the one of the Wednesday before may have been moved to here. */
function closingDay(today: string): string {
  const next = onOrAfter(WEDNESDAY, today);
  const moved = businessDaysAfter(daysAfter(next, -7), 0);
  return moved >= today ? moved : businessDaysAfter(next, 0);
}

function onOrAfter(day: number, from: string): string {
  return daysAfter(from, (day - weekday(from) + 7) % 7);
}
