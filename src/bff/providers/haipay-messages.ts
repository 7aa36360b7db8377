import type { Amount } from '../../contract/money.js';
import { fractionDigits } from '../../contract/minor-units.js';
import type { MessageOutcome, ProviderMessage } from '../provider.js';
import { textAt } from './lossless-json.js';
import type { HaipayBusiness, HaipayConfig } from './haipay-options.js';
import type { HaipayData } from './haipay-wire.js';

/**
 * Reads a verified answer of the query. Its sum is `actualAmount`, all that was received, once there is any. A failure
 * of an order that money had come in for (a part of it) is for a person to look at.
 *
 * @returns undefined when it names no order
 */
export function readQuery(
  config: HaipayConfig,
  business: HaipayBusiness,
  data: HaipayData,
  raw: string,
): ProviderMessage | undefined {
  const actual = readSum(textAt(data, 'actualAmount'), business);
  const came = actual && actual.value > 0 ? actual : undefined;
  const message = readMessage(config, data, came ?? sumOf(data, business), raw);
  if (!message || !came || message.outcome.type !== 'declined') return message;
  return { ...message, outcome: { type: 'doubtful', code: 'partly-paid' } };
}

/**
 * Reads a verified notification. Its sum is `amount`, which is "Amount collected this time": with several transfers
 * only the query tells the whole. Source: HaiPay Common API, "Asynchronous Notification".
 *
 * @returns undefined when it names no order
 */
export function readNotification(
  config: HaipayConfig,
  business: HaipayBusiness,
  data: HaipayData,
  raw: string,
): ProviderMessage | undefined {
  return readMessage(config, data, sumOf(data, business), raw);
}

/** The order's `status` as text: the documents have it as a number, notifications as either. */
export function statusOf(data: HaipayData): string {
  return (textAt(data, 'status') ?? '').trim();
}

function readMessage(
  config: HaipayConfig,
  data: HaipayData,
  amount: Amount | undefined,
  raw: string,
): ProviderMessage | undefined {
  const attemptId = textAt(data, 'orderId');
  if (!attemptId) return undefined;
  const reference = textAt(data, 'orderNo');
  // A notification and the answer about the same event share the key, however either spells the sum.
  const sum = amount ? String(amount.value) : (textAt(data, 'amount') ?? '');
  const key = [attemptId, statusOf(data), sum, textAt(data, 'payTime') ?? ''].map((part) => part.slice(0, 64));
  return {
    key: key.join('/'),
    attemptId,
    outcome: outcomeOf(config, data, amount),
    ...(amount && { amount }),
    ...(reference && { reference }),
    raw,
  };
}

/**
 * 2 and 3 are final, 4 is partly paid and 5 more than was asked for (HaiPay's Chinese pages); 0 not started, 1 in
 * progress, −1 waiting for confirmation, and anything unknown, are not. Source: HaiPay Japan Payment API, "Collection
 * Query"; Common API, "Asynchronous Notification".
 */
function outcomeOf(config: HaipayConfig, data: HaipayData, amount: Amount | undefined): MessageOutcome {
  const paidAtMs = japanTimeMs(textAt(data, 'payTime'));
  const paidAt = paidAtMs === undefined ? {} : { paidAtMs };
  switch (statusOf(data)) {
    case '2':
      return { type: 'paid', ...paidAt };
    case '3':
      return declined(config, textAt(data, 'errorMsg'));
    case '4':
      return { type: 'pending', ...(amount && amount.value > 0 && { received: amount }) };
    case '5':
      return { type: 'paid', ...paidAt, overpaid: true };
    default:
      return { type: 'pending' };
  }
}

/** `errorMsg` is a sentence or a code; only what looks like a code is kept, and shown to nobody but the shop. */
function declined({ failures }: HaipayConfig, reason = ''): MessageOutcome {
  const code = (Object.hasOwn(failures, reason) ? failures[reason] : undefined) ?? 'declined';
  const providerCode = codeLike(reason);
  return { type: 'declined', code, ...(providerCode && { providerCode }) };
}

/** The text when it is short and looks like a code: `E1001`, `00000012`, `ORDER_CLOSED`. */
export function codeLike(text: string): string | undefined {
  return /^[A-Z0-9_.-]{1,32}$/.test(text) ? text : undefined;
}

function sumOf(data: HaipayData, business: HaipayBusiness): Amount | undefined {
  return readSum(textAt(data, 'amount'), business);
}

/**
 * `50000.00`, `300` or `84.2` in major units as minor ones, read from its digits. Undefined when it is not a sum of this
 * currency: half a yen is none.
 */
export function readSum(text: string | undefined, { currency }: Pick<HaipayBusiness, 'currency'>): Amount | undefined {
  const found = /^(\d{1,13})(?:\.(\d{1,8}))?$/.exec(text ?? '');
  if (!found) return undefined;
  const digits = fractionDigits(currency);
  const fraction = (found[2] ?? '').padEnd(digits, '0');
  if (/[^0]/.test(fraction.slice(digits))) return undefined;
  return { value: Number(`${found[1]}${fraction.slice(0, digits)}`), currency };
}

/** `2026-11-24 14:24:00` of Japan, which has no summer time, as epoch milliseconds. Source: "Collection Query", `payTime`. */
export function japanTimeMs(text: string | undefined): number | undefined {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(text ?? '');
  const ms = found ? Date.parse(`${found[1]}T${found[2]}+09:00`) : NaN;
  return Number.isNaN(ms) ? undefined : ms;
}
