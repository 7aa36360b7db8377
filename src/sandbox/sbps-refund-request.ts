import { sameHash, sbpsHash } from './sbps-hash.js';
import type { SbpsMerchant } from './sbps-merchant.js';
import { familyOf } from './sbps-payment.js';
import { readSbpsTime } from './sbps-time.js';
import type { SbpsXmlFields } from './sbps-xml.js';

/** Number of Alipay+'s refund function. Source: SBPS, Alipay+, "Payment Status Transition". */
export const refundFunction = 'ST02-00306-510';

/**
 * The refund request in the order of its elements, which is also that of the hash. The list of this function is not
 * public: this is the one of its sister ST02-00306-311. Without a sum, all of the payment is meant.
 */
const fieldsOfRefund: readonly Readonly<{ name: string; shape: RegExp; optional?: true }>[] = [
  { name: 'merchant_id', shape: /^\d{5}$/ },
  { name: 'service_id', shape: /^\d{3}$/ },
  { name: 'tracking_id', shape: /^\d{14}$/ },
  { name: 'processing_datetime', shape: /^\d{14}$/, optional: true },
  { name: 'pay_option_manage/amount', shape: /^\d{1,7}$/, optional: true },
  { name: 'request_date', shape: /^\d{14}$/ },
  { name: 'limit_second', shape: /^\d{1,4}$/, optional: true },
  { name: 'sps_hashcode', shape: /^[\da-f]{40}$/i },
];

/** Kinds of an error code. Source: SBPS, error codes, as public code has them. */
const kinds = {
  xml: '00',
  missing: '03',
  attribute: '04',
  format: '06',
  value: '07',
  hash: '09',
  time: '10',
  tracking: '12',
  merchant: '14',
  system: '90',
};

/** A request to the API that is refused; nothing is done. */
export class SbpsApiRefusal extends Error {
  override readonly name = 'SbpsApiRefusal';

  constructor(
    /** Eight characters. */
    readonly errorCode: string,
    problem: string,
  ) {
    super(problem);
  }
}

/** A refusal by the kind of what is wrong; the last three characters are the field's place in the list. */
export function apiRefusal(kind: keyof typeof kinds, field: string, problem: string): SbpsApiRefusal {
  const family = kind === 'tracking' || kind === 'value' ? familyOf('alipay-plus') : '999';
  const item = fieldsOfRefund.findIndex(({ name }) => name === field) + 1;
  return new SbpsApiRefusal(`${family}${kinds[kind]}${String(item).padStart(3, '0')}`, `${field} ${problem}`);
}

/** What a refund request asks for. */
export interface SbpsRefundRequest {
  merchant: SbpsMerchant;
  trackingId: string;
  /** Integer yen; undefined: all that was paid. */
  amount: number | undefined;
}

/** How far ahead of ours a merchant's clock may be. */
const clockToleranceMs = 60_000;
/** Seconds when `limit_second` is left out. */
const usualLimit = '600';

function checkShapes(fields: SbpsXmlFields): ReadonlyMap<string, string> {
  const sent = new Map(fields);
  const known = fields.every(([name]) => fieldsOfRefund.some((field) => field.name === name));
  if (!known) throw apiRefusal('attribute', 'An element', 'does not belong to this request');
  if (sent.size < fields.length) throw apiRefusal('attribute', 'An element', 'is given more than once');
  for (const { name, shape, optional } of fieldsOfRefund) {
    const value = sent.get(name);
    if (value === undefined && !optional) throw apiRefusal('missing', name, 'is missing');
    if (value !== undefined && !shape.test(value)) throw apiRefusal('format', name, 'has another format');
  }
  return sent;
}

/** Source: SBPS API type: the hash is made over Shift_JIS. */
async function checkHash(sent: ReadonlyMap<string, string>, hashKey: string): Promise<void> {
  const hashed = fieldsOfRefund.filter(({ name }) => name !== 'sps_hashcode');
  const fields = hashed.map(({ name }) => [name, sent.get(name) ?? ''] as const);
  const right = await sbpsHash(fields, hashKey, 'shift_jis');
  if (!sameHash(right, sent.get('sps_hashcode') ?? '')) throw apiRefusal('hash', 'sps_hashcode', 'is wrong');
}

function checkTimes(sent: ReadonlyMap<string, string>, nowMs: number): void {
  const requestedMs = readSbpsTime(sent.get('request_date') ?? '');
  const limitMs = Number(sent.get('limit_second') ?? usualLimit) * 1000;
  if (requestedMs === undefined) throw apiRefusal('format', 'request_date', 'must be YYYYMMDDHHMMSS');
  if (requestedMs > nowMs + clockToleranceMs) throw apiRefusal('time', 'request_date', 'lies in the future');
  if (requestedMs + limitMs <= nowMs) throw apiRefusal('time', 'limit_second', 'is over since request_date');
}

/**
 * Reads a refund request of one of these merchants.
 * @throws SbpsApiRefusal for the first thing that is wrong
 */
export async function readRefundRequest(
  fields: SbpsXmlFields,
  merchants: readonly SbpsMerchant[],
  nowMs: number,
): Promise<SbpsRefundRequest> {
  const sent = checkShapes(fields);
  const [merchantId, serviceId] = [sent.get('merchant_id'), sent.get('service_id')];
  const merchant = merchants.find((one) => one.merchantId === merchantId && one.serviceId === serviceId);
  if (!merchant) throw apiRefusal('merchant', 'merchant_id', 'and service_id are not those of the authentication');
  await checkHash(sent, merchant.hashKey);
  checkTimes(sent, nowMs);
  const sum = sent.get('pay_option_manage/amount');
  const amount = sum === undefined ? undefined : Number(sum);
  if (amount === 0) throw apiRefusal('value', 'pay_option_manage/amount', 'must be 1 or more');
  return { merchant, trackingId: sent.get('tracking_id') ?? '', amount };
}
