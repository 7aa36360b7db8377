/** Who pays for what: the first fields of every message, in the order they are sent and hashed. */
const PURCHASE = [
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
] as const;
const FREE = ['free1', 'free2', 'free3', 'free_csv'] as const;
const DETAIL = [
  'dtl_rowno',
  'dtl_item_id',
  'dtl_item_name',
  'dtl_item_count',
  'dtl_tax',
  'dtl_amount',
  'dtl_free1',
  'dtl_free2',
  'dtl_free3',
] as const;

/**
 * Fields of the purchase request (A01-1) in the documented order, which is also the hash's; `sps_hashcode` follows.
 * Each is sent, empty ones too; only rows of detail may be left out, and are. Source: SBPS link type, "Link Type
 * Purchase Request"; `div_settele` is spelled so there.
 */
export const REQUEST_FIELDS = [
  ...PURCHASE,
  'success_url',
  'cancel_url',
  'error_url',
  'pagecon_url',
  ...FREE,
  'request_date',
  'limit_second',
] as const;

/**
 * Fields of the result notification (A02-1) and of the browser's return (A03-1) in the order of the hash. They arrive
 * in any order; one that is not there adds nothing. Source: SBPS link type, and public samples.
 */
export const RESULT_FIELDS = [
  ...PURCHASE,
  ...FREE,
  ...DETAIL,
  'request_date',
  'res_pay_method',
  'res_result',
  'res_tracking_id',
  'res_sps_cust_no',
  'res_sps_payment_no',
  'res_payinfo_key',
  'res_payment_date',
  'res_err_code',
  'res_date',
  'limit_second',
] as const;

/** One field of the purchase request. */
export type RequestField = (typeof REQUEST_FIELDS)[number];
/** One field of a result, its hash included. */
export type ResultField = (typeof RESULT_FIELDS)[number] | 'sps_hashcode';

const JST_OFFSET_MS = 9 * 3_600_000;

/** An instant as SBPS writes it, `YYYYMMDDHHMMSS` in Japan time. */
export function jstDate(ms: number): string {
  return new Date(ms + JST_OFFSET_MS).toISOString().slice(0, 19).replace(/[-T:]/g, '');
}

/** The instant of `YYYYMMDDHHMMSS` in Japan time, epoch milliseconds; undefined when there is no such instant. */
export function jstDateMs(text: string): number | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second] = found;
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+09:00`);
  // The 31st of a month with 30 days may be read as the day after.
  return !Number.isNaN(ms) && jstDate(ms) === text ? ms : undefined;
}
