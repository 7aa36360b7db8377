import { sbpsHash } from './sbps-hash.js';
import type { SbpsFields } from './sbps-hash.js';
import { isDetail } from './sbps-request-fields.js';
import type { SbpsPayment } from './sbps-payment.js';
import { sbpsTime } from './sbps-time.js';

/** What a result says: paid, not paid, or (a browser that cancelled) nothing at all. */
export interface SbpsResult {
  result: 'OK' | 'NG' | '';
  /** 8 characters, or empty. */
  errorCode: string;
  /** 14 digits, or empty. */
  trackingId: string;
  /** Epoch milliseconds. */
  atMs: number;
}

/** Fields of the request that a result repeats, in the documented order. */
const repeated = [
  'pay_method',
  'merchant_id',
  'service_id',
  'cust_code',
  'sps_cust_no',
  'sps_payment_no',
  'order_id',
  'item_id',
  'pay_item_id',
  'item_name',
  'tax',
  'amount',
  'pay_type',
  'auto_charge_type',
  'service_type',
  'div_settele',
  'last_charge_month',
  'camp_type',
  'tracking_id',
  'terminal_type',
  'free1',
  'free2',
  'free3',
];

/**
 * The result of a payment, as A02-1 tells it to the merchant's server and A03-1 to the merchant's page, without its
 * hash. `free_csv` and detail rows are repeated only when the request had any: the public samples lack them.
 * `res_pay_method` is the code of what was used.
 * Source: SBPS link type, A02-1.
 */
export function resultFields(payment: SbpsPayment, payMethod: string, result: SbpsResult): SbpsFields {
  const sent = new Map(payment.request);
  const written = ([, value]: readonly [string, string]) => value !== '';
  const at = sbpsTime(result.atMs);
  return [
    ...repeated.map((name) => [name, sent.get(name) ?? ''] as const),
    ...payment.request.filter(([name]) => name === 'free_csv').filter(written),
    ...payment.request.filter(([name]) => isDetail(name)).filter(written),
    ['request_date', sent.get('request_date') ?? ''],
    ['res_pay_method', payMethod],
    ['res_result', result.result],
    ['res_tracking_id', result.trackingId],
    ['res_sps_cust_no', ''],
    ['res_sps_payment_no', ''],
    ['res_payinfo_key', ''],
    ['res_payment_date', result.result === 'OK' ? at : ''],
    ['res_err_code', result.errorCode],
    ['res_date', at],
    ['limit_second', sent.get('limit_second') ?? ''],
  ];
}

/** A02-1 with its hash: over UTF-8, in capitals as the public sample has it. */
export async function notified(fields: SbpsFields, hashKey: string): Promise<SbpsFields> {
  return [...fields, ['sps_hashcode', (await sbpsHash(fields, hashKey, 'utf-8')).toUpperCase()]];
}

/** A03-1 with its hash: over Shift_JIS, in small letters. */
export async function returned(fields: SbpsFields, hashKey: string): Promise<SbpsFields> {
  return [...fields, ['sps_hashcode', await sbpsHash(fields, hashKey, 'shift_jis')]];
}
