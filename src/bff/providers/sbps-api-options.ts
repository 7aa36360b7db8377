import { checkUrl } from '../../contract/safe-url.js';

/**
 * Where the value of a field of the refund request comes from. `trackingId`: SBPS's number of the payment; `amount`: the
 * sum to give back, in yen; `partialAmount`: the same, and nothing where all that was paid is given back; `requestDate`
 * and `processingDate`: now, in Japan; `limitSeconds`: how long after that SBPS takes the request.
 */
export type SbpsRefundValue =
  | 'merchantId'
  | 'serviceId'
  | 'trackingId'
  | 'amount'
  | 'partialAmount'
  | 'processingDate'
  | 'requestDate'
  | 'limitSeconds';

/** A field of the refund request: its element, `parent/child` where it is inside another, and its value. */
export type SbpsRefundField = readonly [element: string, value: SbpsRefundValue];

/** Access to SBPS's API type (XML over HTTP), which only refunds need. */
export interface SbpsApiOptions {
  /**
   * Public code has `https://stbfep.sps-system.com/api/xmlapi.do` for tests.
   *
   * @default `https://api.sps-system.com/api/xmlapi.do`
   */
  url?: string;
  /** User name of the HTTP Basic authentication, assigned by SBPS; without a colon. */
  basicId: string;
  /** Its password. */
  basicPassword: string;
  /**
   * Number of Alipay+'s refund function. Source: SBPS Alipay+, "Payment Status Transition".
   *
   * @default `ST02-00306-510`
   */
  refundId?: string;
  /**
   * Fields of that request in their order, which is the hash's too; one without a value is left out, `sps_hashcode`
   * follows. The list of this function is not in the documents at hand: the default follows the public one of a sister
   * function (`ST02-00306-311`). That one needs no sum for a full refund; with it, SBPS refuses what would be more than
   * is left after a refund in its own tool.
   *
   * @default {@link SBPS_REFUND_FIELDS}
   */
  refundFields?: readonly SbpsRefundField[];
  /**
   * Milliseconds until a refund without an answer counts as one whose outcome is not known; at most 14 000, since after
   * 15 s another process takes it for that.
   *
   * @default 12 000
   */
  fetchTimeoutMs?: number;
  /** @default the global `fetch` */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/** The default of {@link SbpsApiOptions.refundFields}. */
export const SBPS_REFUND_FIELDS: readonly SbpsRefundField[] = [
  ['merchant_id', 'merchantId'],
  ['service_id', 'serviceId'],
  ['tracking_id', 'trackingId'],
  ['pay_option_manage/amount', 'amount'],
  ['request_date', 'requestDate'],
  ['limit_second', 'limitSeconds'],
];

/** The options after all checks, with every default filled in. */
export interface SbpsApi {
  url: string;
  /** Value of the header `Authorization`. */
  authorization: string;
  refundId: string;
  refundFields: readonly SbpsRefundField[];
  fetchTimeoutMs: number;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** Below the grace that a start is given before anybody concludes anything. */
const TIMEOUT_MAX_MS = 14_000;

/**
 * Checks the options and fills in the defaults.
 *
 * @throws TypeError naming the option that is wrong, never its value
 */
export function sbpsApi(options: SbpsApiOptions): SbpsApi {
  const { basicId, basicPassword } = options;
  const url = options.url ?? 'https://api.sps-system.com/api/xmlapi.do';
  const refundId = options.refundId ?? 'ST02-00306-510';
  const refundFields = options.refundFields ?? SBPS_REFUND_FIELDS;
  const fetchTimeoutMs = options.fetchTimeoutMs ?? 12_000;
  need(checkUrl(url).ok, 'url');
  need(/^[!-9;-~]+$/.test(basicId), 'basicId');
  need(/^[!-~]+$/.test(basicPassword), 'basicPassword');
  need(/^[A-Za-z0-9-]+$/.test(refundId), 'refundId');
  need(areFields(refundFields), 'refundFields');
  need(fetchTimeoutMs > 0 && fetchTimeoutMs <= TIMEOUT_MAX_MS, 'fetchTimeoutMs');
  return {
    url,
    authorization: `Basic ${btoa(`${basicId}:${basicPassword}`)}`,
    refundId,
    refundFields,
    fetchTimeoutMs,
    fetch: options.fetch ?? ((address, init) => fetch(address, init)),
  };
}

/**
 * Without the payment's number or without the sum of a partial refund, SBPS would give back something else than was
 * asked for: such a list is refused.
 */
function areFields(fields: readonly SbpsRefundField[]): boolean {
  const elements = fields.map(([element]) => element);
  const values = fields.map(([, value]) => value);
  const named = elements.every((element) => /^[a-z][a-z0-9_]*(\/[a-z][a-z0-9_]*)?$/.test(element));
  const apart = new Set([...elements, 'sps_hashcode']).size === elements.length + 1;
  const complete = values.includes('trackingId') && (values.includes('amount') || values.includes('partialAmount'));
  return named && apart && complete;
}

function need(right: boolean, option: string): asserts right {
  if (!right) throw new TypeError(`sbps: api.${option} is not valid`);
}
