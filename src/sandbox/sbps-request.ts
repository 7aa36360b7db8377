import { sameHash, sbpsHash } from './sbps-hash.js';
import { isMerchantUrl, productsOf } from './sbps-merchant.js';
import type { SbpsMerchant, SbpsProduct } from './sbps-merchant.js';
import type { SbpsOrder } from './sbps-payment.js';
import { isDetail, itemOf, requestFields } from './sbps-request-fields.js';
import { readShiftJisForm, toShiftJis } from './sbps-shift-jis.js';
import { readSbpsTime } from './sbps-time.js';

/** Kinds of an error code. Source: SBPS, error codes, as public code has them. */
const kinds = {
  missing: '03',
  attribute: '04',
  length: '05',
  format: '06',
  value: '07',
  hash: '09',
  time: '10',
  used: '11',
  merchant: '14',
};

/** A purchase request that is refused: an error page, and nothing is written down. */
export class SbpsRefusal extends Error {
  override readonly name = 'SbpsRefusal';
  /** Eight characters: 999 (common), the kind, and the field's place in the documented order (a word of this sandbox). */
  readonly errorCode: string;

  constructor(kind: keyof typeof kinds, field: string, problem: string) {
    super(`${field} ${problem}`);
    this.errorCode = `999${kinds[kind]}${itemOf(field)}`;
  }
}

/** What a request is read with. */
export interface SbpsRequestReader {
  merchantOf: (ids: { merchantId: string; serviceId: string }) => SbpsMerchant | undefined;
  /** The codes of `pay_method`. */
  payMethods: Readonly<Record<SbpsProduct, string>>;
  /** Yen, both ends included. */
  amounts: Readonly<{ minimum: number; maximum: number }>;
  nowMs: number;
}

/** How far ahead of ours a merchant's clock may be. */
const clockToleranceMs = 60_000;

/** Seconds when `limit_second` is empty. */
const usualLimit = '600';

type Sent = ReadonlyMap<string, string>;

function readTags(body: Uint8Array): [name: string, value: string][] {
  try {
    const pairs = readShiftJisForm(body);
    if (pairs.every((pair) => pair.every((text) => toShiftJis(text) !== undefined))) return pairs;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new SbpsRefusal('attribute', 'The request', 'is not Shift_JIS');
}

function checkTags(pairs: readonly (readonly [string, string])[]): Sent {
  const sent = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (isDetail(name)) continue;
    if (itemOf(name) === '000') throw new SbpsRefusal('attribute', name, 'is not a field of the purchase request');
    if (sent.has(name)) throw new SbpsRefusal('attribute', name, 'is given more than once');
    sent.set(name, value);
  }
  for (const { name, filled, longest, optional } of requestFields) {
    const value = sent.get(name);
    if (value === undefined && !optional) throw new SbpsRefusal('missing', name, 'is missing; empty tags are sent too');
    if (filled && value?.trim() === '') throw new SbpsRefusal('missing', name, 'is empty');
    if (longest !== undefined && Array.from(value ?? '').length > longest) {
      throw new SbpsRefusal('length', name, `is longer than ${longest} characters`);
    }
  }
  return sent;
}

/** Source: SBPS link type, "Check sum". Detail rows are hashed in the order in which they came. */
async function checkHash(pairs: readonly (readonly [string, string])[], sent: Sent, hashKey: string): Promise<void> {
  const tail = ['request_date', 'limit_second'];
  const head = requestFields.map(({ name }) => name).filter((name) => ![...tail, 'sps_hashcode'].includes(name));
  const field = (name: string) => [name, sent.get(name) ?? ''] as const;
  const fields = [...head.map(field), ...pairs.filter(([name]) => isDetail(name)), ...tail.map(field)];
  const right = await sbpsHash(fields, hashKey, 'utf-8');
  if (!sameHash(right, sent.get('sps_hashcode') ?? '')) throw new SbpsRefusal('hash', 'sps_hashcode', 'is wrong');
}

function readProducts(
  { payMethods }: SbpsRequestReader,
  merchant: SbpsMerchant,
  codes: string,
): readonly SbpsProduct[] {
  const wanted = codes.split(',').filter((code) => code !== '');
  const known: readonly string[] = Object.values(payMethods);
  const allowed = productsOf(merchant).filter((product) => wanted.length === 0 || wanted.includes(payMethods[product]));
  if (wanted.some((code) => !known.includes(code))) throw new SbpsRefusal('value', 'pay_method', 'is unknown');
  if (allowed.length === 0) throw new SbpsRefusal('merchant', 'pay_method', 'is not agreed on with this merchant');
  return allowed;
}

function checkValue(sent: Sent, name: string, values: readonly string[], problem: string): void {
  if (!values.includes(sent.get(name) ?? '')) throw new SbpsRefusal('value', name, problem);
}

function readUrl(sent: Sent, name: string): string {
  const value = sent.get(name) ?? '';
  if (!isMerchantUrl(value)) throw new SbpsRefusal('value', name, 'must be an https URL, or http on this machine');
  return value;
}

function readAmount({ amounts }: SbpsRequestReader, text: string): number {
  if (!/^(?:0|[1-9]\d*)$/.test(text)) throw new SbpsRefusal('format', 'amount', 'must be a whole number of yen');
  const amount = Number(text);
  if (amount >= amounts.minimum && amount <= amounts.maximum) return amount;
  throw new SbpsRefusal('value', 'amount', `must be from ${amounts.minimum} to ${amounts.maximum}`);
}

function readTimes({ nowMs }: SbpsRequestReader, sent: Sent): Pick<SbpsOrder, 'requestedMs' | 'validUntilMs'> {
  const requestedMs = readSbpsTime(sent.get('request_date') ?? '');
  const limit = sent.get('limit_second') || usualLimit;
  if (requestedMs === undefined) throw new SbpsRefusal('format', 'request_date', 'must be YYYYMMDDHHMMSS');
  if (!/^\d+$/.test(limit)) throw new SbpsRefusal('format', 'limit_second', 'must be a number of seconds');
  if (requestedMs > nowMs + clockToleranceMs) throw new SbpsRefusal('time', 'request_date', 'lies in the future');
  const validUntilMs = requestedMs + Number(limit) * 1000;
  if (validUntilMs <= nowMs) throw new SbpsRefusal('time', 'limit_second', 'is over since request_date');
  return { requestedMs, validUntilMs };
}

/**
 * Reads a purchase request. Both products can be charged once only, so `pay_type` is 0. `terminal_type` 1 is a phone.
 * Source: SBPS link type, A01-1; WebMoney Payment and Alipay+, "Billing Methods".
 * @throws SbpsRefusal for the first thing that is wrong
 */
export async function readPurchaseRequest(reader: SbpsRequestReader, body: Uint8Array): Promise<SbpsOrder> {
  const request = readTags(body);
  const sent = checkTags(request);
  const value = (name: string) => sent.get(name) ?? '';
  const merchant = reader.merchantOf({ merchantId: value('merchant_id'), serviceId: value('service_id') });
  if (merchant === undefined) throw new SbpsRefusal('merchant', 'merchant_id', 'and service_id are not a merchant’s');
  await checkHash(request, sent, merchant.hashKey);
  const products = readProducts(reader, merchant, value('pay_method'));
  const amount = readAmount(reader, value('amount'));
  checkValue(sent, 'pay_type', ['0'], 'must be 0: only one-time charges are possible');
  checkValue(sent, 'service_type', ['0'], 'must be 0');
  checkValue(sent, 'terminal_type', ['0', '1'], 'must be 0 or 1');
  return {
    merchantId: merchant.merchantId,
    serviceId: merchant.serviceId,
    orderId: value('order_id'),
    amount,
    itemName: value('item_name'),
    products,
    successUrl: readUrl(sent, 'success_url'),
    cancelUrl: readUrl(sent, 'cancel_url'),
    errorUrl: readUrl(sent, 'error_url'),
    pageconUrl: readUrl(sent, 'pagecon_url'),
    request,
    ...readTimes(reader, sent),
  };
}
