import { sameAmount } from '../contract/money.js';
import { attemptOf } from './attempts.js';
import type { RefundRecord, SessionRecord } from './record.js';
import { isOpen, ownerOf } from './refund-owner.js';
import type { RefundMessage } from './refund-port.js';
import { isTooMuch, paidOf } from './refund-sums.js';
import { endsWithRefund } from './shown-state.js';
import { causeOf } from './transitions.js';
import type { Moment } from './transitions.js';

/**
 * A request that the provider shows no trace of is waited for this long, milliseconds; then nobody knows what became of
 * it. It is never sent twice: it carries no id of ours, so a provider could not tell a repetition from a second refund.
 */
export const UNSEEN_MS = 86_400_000;

/** The instant of a transition, its limits, and how long after a request its provider may be asked, if it can be. */
export interface RefundMoment extends Moment {
  /** Milliseconds; undefined for a provider that can't be asked about refunds. */
  askAfterMs: number | undefined;
}

/** What is told of one refund. The names are the provider's. */
export interface News {
  outcome: RefundMessage['refund']['outcome'];
  operation?: string | undefined;
  requestId?: string | undefined;
  reference?: string | undefined;
  amount?: RefundRecord['amount'] | undefined;
}

/*
 * Everything here leaves `rev` as it is and gives the same record when nothing changes.
 */

/** The record after a message about a refund. @param newId makes the id of one that nobody here asked for */
export function heard(
  record: SessionRecord,
  { attemptId, refund: said, reference }: RefundMessage,
  moment: RefundMoment,
  newId: () => string,
): SessionRecord {
  const { operation, requestId, amount, outcome } = said;
  const news: News = { outcome, operation, requestId, amount, reference };
  const refunds = record.refunds ?? [];
  const of = refunds.filter(({ attempt }) => attempt === attemptId);
  const owner = ownerOf(of, said);
  if (owner) return told(record, owner, news, moment);
  if (!amount || outcome.type === 'declined' || !attemptOf(record, attemptId)) return record;
  const made: RefundRecord = {
    id: newId(),
    attempt: attemptId,
    amount,
    status: 'starting',
    origin: 'provider',
    createdAtMs: moment.nowMs,
    asks: 0,
  };
  return told({ ...record, refunds: [...refunds, made] }, made, news, moment);
}

/** The record after news of one refund. Its last word stays; when the provider takes that back, a person has to look. */
export function told(record: SessionRecord, refund: RefundRecord, news: News, moment: RefundMoment): SessionRecord {
  const known = named(refund, news);
  const after = judged(record, refund, known, news, moment);
  return known.amount === refund.amount ? after : raised(after, 'refund-mismatch', refund.attempt);
}

/** @param known the refund with the names that the news bring */
function judged(
  record: SessionRecord,
  refund: RefundRecord,
  known: RefundRecord,
  { outcome }: News,
  moment: RefundMoment,
): SessionRecord {
  const contradicted = (after: SessionRecord) => raised(after, 'contradicting-message', refund.attempt);
  switch (outcome.type) {
    case 'pending': {
      if (!isOpen(refund) || refund.status === 'pending') return put(record, known);
      return put(record, { ...known, status: 'pending', askAtMs: askedFromMs(moment) });
    }
    case 'succeeded': {
      if (refund.status === 'succeeded') return refundsChecked(put(record, known));
      const after = put(record, settled(known, 'succeeded', outcome.atMs ?? moment.nowMs));
      return refundsChecked(refund.status === 'declined' ? contradicted(after) : after);
    }
    case 'declined': {
      if (refund.status === 'succeeded') return contradicted(put(record, known));
      if (refund.status === 'declined') return put(record, known);
      return put(record, { ...settled(known, 'declined', moment.nowMs), ...causeOf(outcome) });
    }
  }
}

/** When a refund that the provider has taken is asked about first; without a question, when it is given up. */
function askedFromMs({ nowMs, rules, askAfterMs }: RefundMoment): number {
  return nowMs + (askAfterMs === undefined ? UNSEEN_MS : Math.max(askAfterMs, rules.backoff.firstMs));
}

function settled(refund: RefundRecord, status: 'succeeded' | 'declined', atMs: number): RefundRecord {
  const { code: _code, providerCode: _providerCode, ...rest } = refund;
  return { ...rest, status, settledAtMs: atMs, askAtMs: undefined };
}

/** The refund when nobody can be asked what became of it. */
export function lost(refund: RefundRecord): RefundRecord {
  return { ...refund, status: 'unknown', askAtMs: undefined };
}

/** The refund with the names and the sum that the provider has for it; the same object when it has them. */
function named(refund: RefundRecord, { operation, requestId, reference, amount, outcome }: News): RefundRecord {
  const names = {
    ...(refund.operation === undefined && operation !== undefined && { operation }),
    ...(requestId !== undefined && requestId !== refund.requestId && { requestId }),
    ...(reference !== undefined && reference !== refund.reference && { reference }),
    // What was really given back counts, not what was asked for.
    ...(amount && outcome.type !== 'declined' && !sameAmount(amount, refund.amount) && { amount }),
  };
  return Object.keys(names).length === 0 ? refund : { ...refund, ...names };
}

/**
 * The record with a person called to look where its refunds do not fit its payments: more was given back than came in,
 * or in another currency. To be checked whenever a refund or a payment is written down.
 */
export function refundsChecked(record: SessionRecord): SessionRecord {
  if (!record.refunds) return record;
  const odd = record.refunds.find(({ attempt, amount, status }) => {
    const of = attemptOf(record, attempt);
    const paid = of && paidOf(record, of);
    return paid && status === 'succeeded' && amount.currency !== paid.currency;
  });
  if (odd) return raised(record, 'refund-mismatch', odd.attempt);
  const last = record.refunds.at(-1);
  return last && isTooMuch(record) ? raised(record, 'refunded-too-much', last.attempt) : record;
}

/** A person has to look, unless one has to already for a reason that giving money back does not settle. */
function raised(record: SessionRecord, code: string, attempt: string): SessionRecord {
  const { state } = record;
  const calm = state.status === 'succeeded' || (state.status === 'needsAttention' && endsWithRefund(state.code));
  return calm ? { ...record, state: { status: 'needsAttention', code, attempt } } : record;
}

/** The record with this refund in the place of the one with its id. */
export function put(record: SessionRecord, refund: RefundRecord): SessionRecord {
  const refunds = record.refunds ?? [];
  if (refunds.includes(refund)) return record;
  return { ...record, refunds: refunds.map((one) => (one.id === refund.id ? refund : one)) };
}

/** The changed record with its new `rev`; undefined when nothing has changed. */
export function grown(before: SessionRecord, after: SessionRecord): SessionRecord | undefined {
  return after === before ? undefined : { ...after, rev: before.rev + 1 };
}
