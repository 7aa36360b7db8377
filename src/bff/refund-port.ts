import type { Amount } from '../contract/money.js';
import type { ManualRefund } from '../contract/refund.js';
import type { Attempt } from './record.js';

/**
 * A refund that the shop asks for. `paid`: what came in for the attempt; `rest`: what has not been given back nor is on
 * its way back; `amount` is never more than that. Instants are epoch milliseconds.
 */
export interface RefundWish {
  attempt: Attempt;
  amount: Amount;
  paid: Amount;
  rest: Amount;
  paidAtMs: number;
  nowMs: number;
}

/** How a refund is made: by the provider at our request, or by the shop in the provider's own tool. */
export type RefundPlan = { type: 'provider' } | { type: 'manual'; manual: ManualRefund };

/** Thrown by {@link Refunds.plan}: the provider's rules do not allow this refund. */
export class RefundRefusal extends Error {
  constructor(
    /** `refund-not-supported`, `refund-too-late`, `currency-not-allowed` or `amount-not-allowed`. */
    readonly code: 'refund-not-supported' | 'refund-too-late' | 'currency-not-allowed' | 'amount-not-allowed',
  ) {
    super(code);
  }
}

/** A refund to send, or to send again after a crash when the provider has never seen it. `id` is ours and unguessable. */
export interface RefundStart extends RefundWish {
  id: string;
  reason?: string;
  /** Where the provider sends its messages. */
  webhookUrl: string;
}

/**
 * How the request ended. `accepted`: taken, a message tells the end (`requestId` is the provider's name for the request,
 * repeated in it); `done`: the money is on its way back; `declined`: it said no, nothing has moved; `unknown`: no clear
 * answer, it may have been done.
 */
export type RefundOutcome =
  | { type: 'accepted'; requestId?: string }
  | { type: 'done'; reference?: string; atMs?: number }
  | { type: 'declined'; code: string; providerCode?: string }
  | { type: 'unknown' };

/**
 * What one verified message says of one refund operation, from a webhook or an answer. `operation` is the provider's
 * own id of it and tells one refund of a payment from another; one that we did not ask for was made in its own tool.
 */
export interface RefundMessage {
  /** Unique within the provider for this event. */
  key: string;
  /** The payment's attempt, as the provider echoes it. */
  attemptId: string;
  refund: {
    operation: string;
    requestId?: string;
    /** The part that this operation gives back; without it the message can only belong to a refund already known by it. */
    amount?: Amount;
    outcome:
      | { type: 'pending' }
      | { type: 'succeeded'; atMs?: number }
      | { type: 'declined'; code: string; providerCode?: string };
  };
  reference?: string;
  raw: string;
}

/** The part of a provider that gives money back. */
export interface Refunds {
  /** @throws RefundRefusal when the provider's rules do not allow it (now). */
  plan(wish: RefundWish): RefundPlan;
  /** Not called for a manual refund. */
  start(refund: RefundStart): Promise<RefundOutcome>;
  /**
   * Asks about the payment's refunds: every operation that the provider knows, in any order; `unknown`: no clear answer.
   * Absent where a provider has no such question: an unknown outcome then stays one until the shop settles it.
   */
  ask?(attempt: Attempt): Promise<RefundMessage[] | 'unknown'>;
}
