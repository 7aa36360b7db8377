import type { Amount } from '../contract/money.js';
import type { SessionRecord, SessionState } from './record.js';
import { refunded } from './refund-sums.js';

/** The state with what refunds make of it. */
export type ShownState =
  | SessionState
  | { status: 'refunded'; attempt?: string }
  | { status: 'partiallyRefunded'; attempt: string; refunded: Amount };

/** Doubts about money that is there: they are over when all of it has been given back. */
const ABOUT_MONEY = ['paid-late', 'paid-twice', 'paid-other-attempt', 'amount-mismatch', 'partly-paid'];

/** True for the code of a doubt that giving the money back settles. */
export function endsWithRefund(code: string): boolean {
  return ABOUT_MONEY.includes(code);
}

/**
 * The state that shop and buyer see. Refunds are not written into the stored state, so that a message about the payment
 * is still judged by what became of the payment.
 */
export function shownState(record: SessionRecord): ShownState {
  const { state } = record;
  const back = refunded(record);
  if (!back) return state;
  if (state.status === 'succeeded') {
    const { attempt } = state;
    return back.whole
      ? { status: 'refunded', attempt }
      : { status: 'partiallyRefunded', attempt, refunded: back.amount };
  }
  if (state.status !== 'needsAttention' || !back.whole || !endsWithRefund(state.code)) return state;
  return { status: 'refunded', ...(state.attempt !== undefined && { attempt: state.attempt }) };
}
