import { START_GRACE_MS } from './attempts.js';
import type { RefundRecord, SessionRecord } from './record.js';
import { grown, heard, lost, put, told, UNSEEN_MS } from './refund-news.js';
import type { News, RefundMoment } from './refund-news.js';
import type { RefundMessage, RefundOutcome } from './refund-port.js';

/*
 * Like the transitions of payments every exported function is pure: a record and something that happened give the record
 * after it, `rev` one higher, or undefined when that changes nothing.
 */

/** The shop asked for a refund: it is written down before the provider hears of it. */
export function refundRequested(
  record: SessionRecord,
  refund: RefundRecord,
  askAfterMs: number | undefined,
): SessionRecord {
  const askAtMs = refund.createdAtMs + Math.max(START_GRACE_MS, askAfterMs ?? 0);
  const written = refund.status === 'starting' ? { ...refund, askAtMs } : refund;
  return { ...record, refunds: [...(record.refunds ?? []), written], rev: record.rev + 1 };
}

/** The provider answered the request, or it is not known what became of it. What a message said already stays. */
export function refundAnswered(
  record: SessionRecord,
  id: string,
  outcome: RefundOutcome,
  moment: RefundMoment,
): SessionRecord | undefined {
  const refund = refundOf(record, id);
  if (!refund) return undefined;
  switch (outcome.type) {
    case 'accepted': {
      const free = released(record, refund, outcome.requestId);
      const news = { outcome: { type: 'pending' }, requestId: outcome.requestId, operation: free.operation } as const;
      return grown(record, told(free.record, refund, news, moment));
    }
    case 'done': {
      const { reference, atMs } = outcome;
      const news: News = { outcome: { type: 'succeeded', ...(atMs !== undefined && { atMs }) }, reference };
      return grown(record, told(record, refund, news, moment));
    }
    case 'declined':
      return grown(record, told(record, refund, { outcome }, moment));
    case 'unknown':
      return refund.status === 'starting' && moment.askAfterMs === undefined
        ? grown(record, put(record, lost(refund)))
        : undefined;
  }
}

/** The shop found out what became of a refund that only a person can know of. */
export function refundSettled(
  record: SessionRecord,
  id: string,
  type: 'succeeded' | 'declined',
  moment: Omit<RefundMoment, 'askAfterMs'>,
): SessionRecord | undefined {
  const refund = refundOf(record, id);
  if (!refund || (refund.status !== 'manual' && refund.status !== 'unknown')) return undefined;
  const outcome = type === 'succeeded' ? { type } : { type, code: 'settled-by-shop' };
  return grown(record, told(record, refund, { outcome }, { ...moment, askAfterMs: undefined }));
}

/**
 * What a verified message about a refund makes of the session. Messages come late, twice and in any order, and of
 * refunds that were made in the provider's own tool: those are written down too.
 *
 * @param newId makes the id of such a refund
 */
export function refundTold(
  record: SessionRecord,
  message: RefundMessage,
  moment: RefundMoment,
  newId: () => string,
): SessionRecord | undefined {
  return grown(record, heard(record, message, moment, newId));
}

/**
 * Claims the next question about a refund before it is asked, so that of several processes only one asks. Without such
 * a question nobody knows (any more) what became of it.
 */
export function refundAskClaimed(record: SessionRecord, id: string, moment: RefundMoment): SessionRecord | undefined {
  const refund = refundOf(record, id);
  const { nowMs, rules, askAfterMs } = moment;
  if (refund?.askAtMs === undefined || nowMs < refund.askAtMs) return undefined;
  if (askAfterMs === undefined) return grown(record, put(record, lost(refund)));
  const waitMs = Math.min(rules.backoff.firstMs * 2 ** refund.asks, rules.backoff.maxMs);
  return grown(record, put(record, { ...refund, asks: refund.asks + 1, askAtMs: nowMs + waitMs }));
}

/**
 * The provider told all refunds of the payment that it knows of, or gave no clear answer. After long enough without an
 * end nobody is asked any more.
 */
export function refundsListed(
  record: SessionRecord,
  id: string,
  answer: readonly RefundMessage[] | 'unknown',
  moment: RefundMoment,
  newId: () => string,
): SessionRecord | undefined {
  const messages = answer === 'unknown' ? [] : answer;
  const after = messages.reduce((so, message) => heard(so, message, moment, newId), record);
  const refund = refundOf(after, id);
  const unseen = answer !== 'unknown' && refund?.operation === undefined;
  const limitMs = unseen ? UNSEEN_MS : moment.rules.backoff.giveUpMs;
  const over = refund?.askAtMs !== undefined && moment.nowMs - refund.createdAtMs >= limitMs;
  return grown(record, over ? put(after, lost(refund)) : after);
}

/** The refund with this id. */
export function refundOf(record: SessionRecord, id: string): RefundRecord | undefined {
  return record.refunds?.find((refund) => refund.id === id);
}

/**
 * The provider names a request, and an operation of it is known already: its message came before the answer and was
 * taken for an older refund of the same sum.
 */
function released(
  record: SessionRecord,
  { id, operation }: RefundRecord,
  requestId: string | undefined,
): { record: SessionRecord; operation?: string | undefined } {
  const other = record.refunds?.find((one) => one.id !== id && one.origin === 'shop' && one.requestId === requestId);
  if (requestId === undefined || operation !== undefined || !other) return { record };
  const { operation: given, requestId: _requestId, ...nameless } = other;
  return { record: put(record, nameless), operation: given };
}
