import * as z from 'zod/mini';
import { Amount } from './money.js';
import { Instant, NextAction } from './next-action.js';

/** Why a method can't be used now. `code` is stable; an unknown one is shown as "not available now". */
export const UnavailableReason = z.object({
  /** `amount-too-low`, `amount-too-high` (with `limit`), `currency` (with `currencies`), `device`, `maintenance`, … */
  code: z.string(),
  limit: z.optional(Amount),
  currencies: z.optional(z.array(z.string())),
});
export type UnavailableReason = z.infer<typeof UnavailableReason>;

/**
 * What the shop did not tell and the buyer must: `wmid` (12 digits), `name` (the whole name), `firstName`,
 * `lastName`, `phone`, `email`.
 */
export const MethodInput = z.object({ name: z.string(), required: z.boolean() });
export type MethodInput = z.infer<typeof MethodInput>;

/**
 * A way to pay. `id` is namespaced by provider (`monetix:webmoney-light`), `brand` names a row of the catalogue,
 * `kind` is the type of the next action the buyer will meet. Unknown brands and kinds are kept: the list never fails.
 */
export const Method = z.object({
  id: z.string(),
  brand: z.string(),
  kind: z.string(),
  label: z.optional(z.string()),
  limits: z.optional(z.object({ min: z.optional(Amount), max: z.optional(Amount) })),
  inputs: z.optional(z.array(MethodInput)),
  unavailable: z.optional(UnavailableReason),
});
export type Method = z.infer<typeof Method>;

/**
 * The order as the buyer may see it. `returnUrl` is the page with the checkout, where the buyer lands when the
 * provider sends them back; `doneUrl` is where the shop goes on after a payment and `restartUrl` where a new checkout
 * can be started, both `returnUrl` when left out.
 */
export const Order = z.object({
  id: z.string(),
  shop: z.optional(z.string()),
  description: z.optional(z.string()),
  returnUrl: z.string(),
  doneUrl: z.optional(z.string()),
  restartUrl: z.optional(z.string()),
});
export type Order = z.infer<typeof Order>;

/**
 * The attempt that did not succeed: `code` is ours and stable (`declined`, `limit-exceeded`, `invoice-refused`,
 * `timed-out`, `canceled-by-buyer`, `provider-refused`, `provider-unavailable`), `providerCode` is for support.
 */
export const Failure = z.object({ method: z.string(), code: z.string(), providerCode: z.optional(z.string()) });
export type Failure = z.infer<typeof Failure>;

const common = {
  id: z.string(),
  rev: z.int(),
  purpose: z.literal(['payment', 'payout']),
  amount: Amount,
  order: Order,
  locale: z.optional(z.string()),
  methods: z.array(Method),
  payout: z.optional(z.unknown()),
  issuedAt: Instant,
  expiresAt: Instant,
};
/** Facts of a payment that money has moved for: which method, when, and the provider's own number. */
const paid = { method: z.optional(z.string()), paidAt: z.optional(Instant), reference: z.optional(z.string()) };

/**
 * One checkout, as the server knows it: a union on `status`. `rev` grows by one with each change. `received` is what
 * came in when it was another sum: more than the amount for an order that is paid, and the shop owes the rest; a part or
 * a wrong sum where a person has to look.
 * `payout` is of the shape `PayoutFacts`, which pages check only where they show a payout.
 * `attempt` names the try that is under way; it is unguessable and is the provider's payment id. `startedAt` is when the
 * buyer pressed.
 */
export const Session = z.union([
  z.object({ ...common, status: z.literal('open'), lastFailure: z.optional(Failure) }),
  z.object({
    ...common,
    status: z.literal('pending'),
    method: z.string(),
    attempt: z.string(),
    startedAt: z.optional(Instant),
    nextAction: NextAction,
  }),
  z.object({ ...common, ...paid, status: z.literal('succeeded'), received: z.optional(Amount) }),
  z.object({ ...common, status: z.literal('failed'), code: z.string(), method: z.optional(z.string()) }),
  z.object({ ...common, status: z.literal('expired'), method: z.optional(z.string()) }),
  z.object({ ...common, status: z.literal('canceled') }),
  z.object({ ...common, ...paid, status: z.literal('refunded') }),
  z.object({ ...common, ...paid, status: z.literal('partiallyRefunded'), refunded: Amount }),
  z.object({
    ...common,
    ...paid,
    status: z.literal('needsAttention'),
    code: z.string(),
    received: z.optional(Amount),
  }),
]);
export type Session = z.infer<typeof Session>;
export type SessionStatus = Session['status'];
export type OpenSession = Extract<Session, { status: 'open' }>;
export type PendingSession = Extract<Session, { status: 'pending' }>;

/** What is signed: issuer (the BFF's public URL), audience (the shop's origin), seconds since 1970, the session. */
export const SessionClaims = z.object({
  iss: z.string(),
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
  session: Session,
});
export type SessionClaims = z.infer<typeof SessionClaims>;
