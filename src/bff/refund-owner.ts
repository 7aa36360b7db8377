import { sameAmount } from '../contract/money.js';
import type { RefundRecord } from './record.js';
import type { RefundMessage } from './refund-port.js';

/** True for a refund that is neither made nor refused for certain. */
export function isOpen({ status }: RefundRecord): boolean {
  return status !== 'succeeded' && status !== 'declined';
}

/** True while another refund of the same payment could not be told from this one. */
export function isInFlight({ status }: RefundRecord): boolean {
  return status === 'starting' || status === 'pending' || status === 'unknown';
}

/**
 * The refund that a message speaks of: by the operation, else by the request, else the one of this sum that is under
 * way and has no operation yet. One whose end is known, but not as which operation, comes first: its own message may
 * only now arrive, and what is under way is still asked about.
 *
 * @param refunds those of the message's attempt, oldest first
 * @returns undefined for one that nobody here asked for
 */
export function ownerOf(refunds: readonly RefundRecord[], said: RefundMessage['refund']): RefundRecord | undefined {
  const { operation, requestId, amount, outcome } = said;
  const known = refunds.find((refund) => refund.operation === operation);
  if (known) return known;
  const nameless = refunds.filter((refund) => refund.operation === undefined);
  const requested = nameless.find((refund) => requestId !== undefined && refund.requestId === requestId);
  if (requested || !amount) return requested;
  const possible = nameless.filter(
    (refund) => sameAmount(refund.amount, amount) && (refund.requestId === undefined || requestId === undefined),
  );
  const over = outcome.type === 'declined' ? 'declined' : 'succeeded';
  return possible.find(({ status }) => status === over) ?? possible.find(isInFlight) ?? possible.find(isOpen);
}
