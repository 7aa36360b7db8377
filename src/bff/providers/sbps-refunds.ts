import { japanDay } from '../japan-days.js';
import {
  RefundRefusal,
  type RefundOutcome,
  type RefundPlan,
  type RefundStart,
  type Refunds,
  type RefundWish,
} from '../refund-port.js';
import type { SbpsApi, SbpsRefundValue } from './sbps-api-options.js';
import { callSbps, type SbpsAnswer } from './sbps-api.js';
import { sbpsFailure } from './sbps-errors.js';
import { jstDate, jstDateMs } from './sbps-fields.js';
import { lastRefundDay, manualRefund } from './sbps-manual-refund.js';
import { productOf, type SbpsConfig, type SbpsProduct } from './sbps-options.js';

/**
 * Refunds, in yen as they were paid whatever the exchange rate, in full or in part. Alipay+ by SBPS's API where it is
 * configured; WebMoney, which has no interface for it, and Alipay+ without the API by the shop in SBPS's tool. The
 * documents have no question for what became of a refund: one without a clear answer stays so until the shop has looked.
 * Nor does a request carry a number of ours, so the same one sent twice is two refunds.
 */
export function sbpsRefunds(config: SbpsConfig): Refunds {
  return {
    plan: (wish) => planOf(config, wish),
    start: (refund) => startRefund(config, refund),
  };
}

function planOf(config: SbpsConfig, { attempt, amount, rest, paidAtMs, nowMs }: RefundWish): RefundPlan {
  const product = productOf(attempt.method);
  if (!product) throw new RefundRefusal('refund-not-supported');
  if (amount.currency !== 'JPY') throw new RefundRefusal('currency-not-allowed');
  if (!Number.isSafeInteger(amount.value) || amount.value < 1 || amount.value > rest.value) {
    throw new RefundRefusal('amount-not-allowed');
  }
  if (japanDay(nowMs) > lastRefundDay(product, paidAtMs)) throw new RefundRefusal('refund-too-late');
  const byApi = apiFor(config, product) && attempt.reference !== undefined;
  return byApi ? { type: 'provider' } : { type: 'manual', manual: manualRefund(product, paidAtMs, nowMs) };
}

function apiFor({ api }: SbpsConfig, product: SbpsProduct | undefined): SbpsApi | undefined {
  return product === 'alipayPlus' ? api : undefined;
}

async function startRefund(config: SbpsConfig, refund: RefundStart): Promise<RefundOutcome> {
  const api = apiFor(config, productOf(refund.attempt.method));
  const { reference } = refund.attempt;
  // Both can only have gone since the plan was made; nothing is sent then.
  if (!api || reference === undefined) return { type: 'declined', code: 'refund-not-supported' };
  const values = valuesOf(config, refund, reference);
  const fields = api.refundFields
    .map(([element, value]): [string, string] => [element, values[value]])
    .filter(([, text]) => text !== '');
  const outcome = await callSbps(api, config.hasher, api.refundId, fields);
  if (outcome.type === 'closed') return { type: 'declined', code: 'provider-refused' };
  return outcome.type === 'unknown' ? outcome : outcomeOf(outcome.answer, reference);
}

function valuesOf(
  { merchantId, serviceId, limitSeconds, now }: SbpsConfig,
  { amount, paid }: RefundStart,
  trackingId: string,
): Record<SbpsRefundValue, string> {
  const sum = String(amount.value);
  const date = jstDate(now());
  return {
    merchantId,
    serviceId,
    trackingId,
    amount: sum,
    partialAmount: amount.value === paid.value ? '' : sum,
    processingDate: date,
    requestDate: date,
    limitSeconds: String(limitSeconds),
  };
}

/**
 * `OK`: the money is on its way back; not where it names an error too, or another payment. `NG` with a code: nothing has
 * moved, except after a failure of SBPS's own systems (kind 90), of which nobody can say how far it came. Source: SBPS API
 * type, and public lists of codes.
 */
function outcomeOf(answer: SbpsAnswer, trackingId: string): RefundOutcome {
  const reference = answer('res_sps_transaction_id');
  const atMs = jstDateMs(answer('res_process_date'));
  const failure = sbpsFailure(answer('res_err_code'));
  switch (answer('res_result')) {
    case 'OK': {
      const about = answer('res_tracking_id');
      if (failure.providerCode !== undefined || (about !== '' && about !== trackingId)) return { type: 'unknown' };
      return { type: 'done', ...(reference !== '' && { reference }), ...(atMs !== undefined && { atMs }) };
    }
    case 'NG': {
      const unclear = failure.providerCode === undefined || failure.code === 'provider-unavailable';
      return unclear ? { type: 'unknown' } : { type: 'declined', ...failure };
    }
    default:
      return { type: 'unknown' };
  }
}
