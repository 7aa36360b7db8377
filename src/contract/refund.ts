import * as z from 'zod/mini';
import { line } from './line.js';
import { Amount } from './money.js';
import { Instant } from './next-action.js';

/** A day in Japan, `2026-11-25`. */
export const JapanDay = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

/**
 * `POST /orders/{orderId}/refunds`, with an `Idempotency-Key`. `amount`: @default all that has not been given back.
 * `attempt`: which payment, needed only where an order has been paid more than once. `reason` is for the provider and
 * the shop's own records.
 */
export const RefundRequest = z.object({
  amount: z.optional(Amount),
  attempt: z.optional(line(64)),
  reason: z.optional(line(200)),
});
export type RefundRequest = z.infer<typeof RefundRequest>;

/**
 * `POST /orders/{orderId}/refunds/{refundId}`: what became of a refund that only a person can know of: one that the
 * shop makes by hand (`manual`), or one whose answer was lost and that can't be asked about (`unknown`).
 */
export const SettleRefundRequest = z.object({ outcome: z.literal(['succeeded', 'declined']) });
export type SettleRefundRequest = z.infer<typeof SettleRefundRequest>;

/**
 * What the shop has to do itself. `instruction` is a stable code (`sbps-admin-tool`); `requestBy` is the last day on
 * which it can be asked for, `closesOn` the day it is collected when asked for now, `paidOn` the day it is then made.
 */
export const ManualRefund = z.object({
  instruction: z.string(),
  requestBy: JapanDay,
  closesOn: z.optional(JapanDay),
  paidOn: z.optional(JapanDay),
});
export type ManualRefund = z.infer<typeof ManualRefund>;

/**
 * One refund. `status`: `starting` and `pending` are on their way, `manual` waits for the shop, `unknown` is one whose
 * outcome the provider can't be asked about, `succeeded` and `declined` are final. `code` is ours and stable,
 * `providerCode` is for support. `origin` is `provider` for one that was made in the provider's own tool.
 */
export const Refund = z.object({
  id: z.string(),
  session: z.string(),
  attempt: z.string(),
  method: z.string(),
  amount: Amount,
  status: z.literal(['starting', 'pending', 'manual', 'unknown', 'succeeded', 'declined']),
  origin: z.literal(['shop', 'provider']),
  createdAt: Instant,
  settledAt: z.optional(Instant),
  reason: z.optional(z.string()),
  reference: z.optional(z.string()),
  code: z.optional(z.string()),
  providerCode: z.optional(z.string()),
  manual: z.optional(ManualRefund),
});
export type Refund = z.infer<typeof Refund>;
