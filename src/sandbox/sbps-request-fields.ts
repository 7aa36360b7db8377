/** A field of the purchase request. */
interface RequestField {
  name: string;
  /** Must not be empty. */
  filled?: true;
  /** Most characters, where the documents name a number. */
  longest?: number;
  /** May be left out altogether; every other tag is sent, even when it is empty. */
  optional?: true;
}

/**
 * The purchase request in its documented order, which is also the order of the hash. Detail rows stand after `free_csv`.
 * `pay_item_id` is not in every published list.
 * Source: SBPS link type, A01-1.
 */
export const requestFields: readonly RequestField[] = [
  { name: 'pay_method' },
  { name: 'merchant_id', filled: true, longest: 5 },
  { name: 'service_id', filled: true, longest: 3 },
  { name: 'cust_code', filled: true, longest: 64 },
  { name: 'sps_cust_no' },
  { name: 'sps_payment_no' },
  { name: 'order_id', filled: true, longest: 38 },
  { name: 'item_id', filled: true },
  { name: 'pay_item_id', optional: true },
  { name: 'item_name', longest: 40 },
  { name: 'tax' },
  { name: 'amount', filled: true },
  { name: 'pay_type', filled: true },
  { name: 'auto_charge_type' },
  { name: 'service_type', filled: true },
  { name: 'div_settele' },
  { name: 'last_charge_month' },
  { name: 'camp_type' },
  { name: 'tracking_id' },
  { name: 'terminal_type', filled: true },
  { name: 'success_url', filled: true },
  { name: 'cancel_url', filled: true },
  { name: 'error_url', filled: true },
  { name: 'pagecon_url', filled: true },
  { name: 'free1' },
  { name: 'free2' },
  { name: 'free3' },
  { name: 'free_csv' },
  { name: 'request_date', filled: true },
  { name: 'limit_second', longest: 4 },
  { name: 'sps_hashcode', filled: true },
];

const details: ReadonlySet<string> = new Set([
  'dtl_rowno',
  'dtl_item_id',
  'dtl_item_name',
  'dtl_item_count',
  'dtl_tax',
  'dtl_amount',
  'dtl_free1',
  'dtl_free2',
  'dtl_free3',
]);

/** Whether a field belongs to a detail row, of which there may be several or none. */
export function isDetail(name: string): boolean {
  return details.has(name);
}

/** The number of a field in an error code: its place in the list, `000` for none and `099` for detail rows. */
export function itemOf(name: string): string {
  if (isDetail(name)) return '099';
  return String(requestFields.findIndex((field) => field.name === name) + 1).padStart(3, '0');
}
