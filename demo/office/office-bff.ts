import { BalanceAnswer, PayoutAnswer, PayoutCreatedAnswer } from '../../src/contract/payout.js';
import type { PayoutRequest } from '../../src/contract/payout.js';
import { Problem } from '../../src/contract/problem.js';
import { Refund } from '../../src/contract/refund.js';
import type { RefundRequest, SettleRefundRequest } from '../../src/contract/refund.js';
import { OrderListAnswer } from '../../src/contract/requests.js';

/** The BFF said no, or could not be asked. */
export class Refused extends Error {
  constructor(
    /** A stable code of the BFF, or `unreachable`. */
    readonly code: string,
    /** The fields that were wrong, each with a code. */
    readonly errors: readonly { field: string; code: string }[] = [],
    /** It may have been done all the same: to be sent again with the same Idempotency-Key. */
    readonly isUnclear = false,
  ) {
    super(code);
  }
}

/** How many sessions the office looks at. */
const LIMIT = 200;

/** The calls of the shop's server to the BFF. The Bearer key stays on this side. */
export function createOfficeBff(bffUrl: string, apiKey: string) {
  const call = async <T>(shape: { parse: (value: unknown) => T }, path: string, body?: object, key?: string) => {
    const init = {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    };
    const answer = await fetch(`${bffUrl}${path}`, init).catch(() => undefined);
    const value: unknown = await answer?.json().catch(() => undefined);
    if (answer?.ok) return shape.parse(value);
    const problem = Problem.safeParse(value);
    const isUnclear = !answer || answer.status >= 500;
    if (!problem.success) throw new Refused('unreachable', [], isUnclear);
    throw new Refused(problem.data.code, problem.data.errors ?? [], isUnclear);
  };
  const at = (orderId: string) => `/orders/${encodeURIComponent(orderId)}/refunds`;
  return {
    /** @param before the `next` of the page before */
    orders: (before?: string) =>
      call(OrderListAnswer, `/orders?limit=${LIMIT}${before ? `&before=${encodeURIComponent(before)}` : ''}`),
    balance: () => call(BalanceAnswer, '/balance'),
    refund: (orderId: string, key: string, wish: RefundRequest) => call(Refund, at(orderId), wish, key),
    settle: (orderId: string, refundId: string, wish: SettleRefundRequest) =>
      call(Refund, `${at(orderId)}/${encodeURIComponent(refundId)}`, wish),
    payout: (key: string, wish: PayoutRequest) => call(PayoutCreatedAnswer, '/payouts', wish, key),
    cancelPayout: (id: string) => call(PayoutAnswer, `/payouts/${encodeURIComponent(id)}/cancel`, {}),
  };
}

export type OfficeBff = ReturnType<typeof createOfficeBff>;
