import * as z from 'zod/mini';
import { line } from './line.js';
import { Amount } from './money.js';
import { Refund } from './refund.js';

/**
 * What the shop knows of the buyer. `id`: the shop's own number for them; `account`: the number that stands in the
 * provider's prescribed description (`id` if left out). What is missing is asked of the buyer where a method needs it. `userAgent`: the header of
 * the buyer's browser, for methods that some devices can't use.
 */
export const Customer = z.object({
  id: line(64),
  account: z.optional(line(64)),
  firstName: z.optional(line(100)),
  lastName: z.optional(line(100)),
  email: z.optional(line(254)),
  phone: z.optional(line(32)),
  ipAddress: z.optional(line(45)),
  userAgent: z.optional(line(512)),
});
export type Customer = z.infer<typeof Customer>;

/**
 * `POST /sessions`, from the shop's server. `order.returnUrl` must be on an allowed origin, which becomes the
 * audience of the signed session; `doneUrl` and `restartUrl` must be on it too. `methods` narrows and orders what is offered, by method id.
 * `expiresInSeconds`: 60 to 35 days, @default 3600.
 */
export const CreateSessionRequest = z.object({
  order: z.object({
    id: line(64),
    shop: z.optional(line(100)),
    description: z.optional(line(200)),
    returnUrl: line(2048),
    doneUrl: z.optional(line(2048)),
    restartUrl: z.optional(line(2048)),
  }),
  amount: Amount,
  customer: Customer,
  locale: z.optional(z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))),
  methods: z.optional(z.array(line(64))),
  expiresInSeconds: z.optional(z.int().check(z.minimum(60), z.maximum(35 * 86_400))),
});
export type CreateSessionRequest = z.infer<typeof CreateSessionRequest>;

/** The answer to it: the session's id, its URL for the browser, and the first signed session to inline in the page. */
export const CreateSessionAnswer = z.object({ id: z.string(), url: z.string(), token: z.string() });
export type CreateSessionAnswer = z.infer<typeof CreateSessionAnswer>;

/**
 * `POST /sessions/{id}/confirm`: what the buyer wants, never what it costs. `input` answers the method's `inputs`;
 * `answer` the question of a payout that has one.
 */
export const ConfirmRequest = z.object({
  method: line(64),
  input: z.optional(z.record(z.string(), z.string().check(z.maxLength(254)))),
  answer: z.optional(line(100)),
});
export type ConfirmRequest = z.infer<typeof ConfirmRequest>;

/**
 * `POST /sessions/{id}/cancel`: `attempt` gives up the try under way so that the buyer can choose again,
 * `session` ends the checkout, @default `session`. `answer`: to the question of a payout that has one.
 */
export const CancelRequest = z.object({
  scope: z.optional(z.literal(['attempt', 'session'])),
  answer: z.optional(line(100)),
});
export type CancelRequest = z.infer<typeof CancelRequest>;

/**
 * One try to pay, as the shop's server sees it. `status`: `starting`, `waiting`, `succeeded`, `declined`, `abandoned`,
 * `expired`. `received`: what came in, where that is another sum than the one asked for.
 */
export const OrderAttempt = z.object({
  id: z.string(),
  method: z.string(),
  status: z.string(),
  startedAt: z.string(),
  reference: z.optional(z.string()),
  received: z.optional(Amount),
  /** Further payments that came in for it, by the provider's numbers: they are given back in its own tool. */
  paidAgain: z.optional(z.array(z.object({ reference: z.string(), amount: z.optional(Amount) }))),
  code: z.optional(z.string()),
  providerCode: z.optional(z.string()),
});
export type OrderAttempt = z.infer<typeof OrderAttempt>;

/** One session as the shop's server sees it, with everything that was tried and given back in it. */
export const OrderSession = z.object({
  id: z.string(),
  orderId: z.string(),
  purpose: z.literal(['payment', 'payout']),
  rev: z.int(),
  status: z.string(),
  code: z.optional(z.string()),
  amount: Amount,
  /** What can still be given back. */
  refundable: z.optional(Amount),
  createdAt: z.string(),
  expiresAt: z.string(),
  attempts: z.array(OrderAttempt),
  refunds: z.array(Refund),
});
export type OrderSession = z.infer<typeof OrderSession>;

/** `GET /orders/{orderId}`: every session of the order, newest first. */
export const OrderAnswer = z.object({ orderId: z.string(), sessions: z.array(OrderSession) });
export type OrderAnswer = z.infer<typeof OrderAnswer>;

/**
 * `GET /orders?limit=&before=`: the newest sessions of all orders and payouts, newest first; `limit` 1 to 200, @default 50; `next`: what to
 * give as `before` for the ones after these, absent at the end.
 */
export const OrderListAnswer = z.object({ sessions: z.array(OrderSession), next: z.optional(z.string()) });
export type OrderListAnswer = z.infer<typeof OrderListAnswer>;
