import { sameAmount, type Amount } from '../../contract/money.js';
import type { MessageOutcome } from '../provider.js';
import { MessageFault, at, textAt, type LosslessJson } from './lossless-json.js';
import type { MonetixConfig } from './monetix-options.js';

/** What a verified callback or status answer speaks of: one payment or payout and the operations on it. */
export interface MonetixNews {
  /** Our id of it. */
  attemptId: string;
  /** `payment.type`: `purchase` or `payout`; refunds are operations on a purchase. */
  type: string;
  payment: LosslessJson;
  operations: LosslessJson[];
}

/** The signature of a message: at the top, in older formats under `general`. */
export function signatureOf(json: LosslessJson): string | undefined {
  return textAt(json, 'signature') ?? textAt(json, 'general', 'signature');
}

/**
 * Reads what a verified message is about. A callback has one `operation`; a status answer may list `operations` (public
 * plugins) or show the last one.
 *
 * @returns undefined when it does not speak of a payment
 * @throws MessageFault `project-mismatch`, `payment-id-missing`
 */
export function readNews(config: MonetixConfig, json: LosslessJson): MonetixNews | undefined {
  const payment = at(json, 'payment');
  if (payment === undefined) return undefined;
  const project = textAt(json, 'project_id') ?? textAt(json, 'general', 'project_id');
  if (project !== String(config.projectId)) throw new MessageFault('project-mismatch');
  const attemptId = textAt(payment, 'id');
  if (!attemptId) throw new MessageFault('payment-id-missing');
  return { attemptId, type: textAt(payment, 'type') ?? 'purchase', payment, operations: operationsOf(json) };
}

/** The operation of a type that tells how things stand: the one that succeeded, else the latest try. */
export function chooseOperation(operations: LosslessJson[], type: string): LosslessJson | undefined {
  const all = operations.filter((operation) => textAt(operation, 'type') === type);
  const dateOf = (one: LosslessJson) => dateMs(textAt(one, 'date')) ?? dateMs(textAt(one, 'created_date')) ?? 0;
  return (
    all.find((operation) => textAt(operation, 'status') === 'success') ??
    [...all].sort((a, b) => dateOf(a) - dateOf(b)).at(-1)
  );
}

/** The provider's code of a decline: the operation's own, else the first of the message's errors. */
export function declineCode(json: LosslessJson, operation: LosslessJson | undefined): string | undefined {
  const errors = at(json, 'errors');
  const first = Array.isArray(errors) ? textAt(errors[0], 'code') : undefined;
  const code = textAt(operation, 'code') || first;
  return code !== undefined && /^[\w.-]{1,32}$/.test(code) ? code : undefined;
}

/**
 * The sum that the message stands for. A decline is told by its operation (the document's own sample has an absurd
 * `payment.sum` in one). A success counts only when both sums agree; after a partial refund `payment.sum` is the rest,
 * so the operation's alone is taken. Sums that contradict each other or aren't integers are left out: a success without
 * a sum never counts as the right one.
 */
export function sumOf(
  outcome: MessageOutcome,
  payment: LosslessJson,
  operation: LosslessJson | undefined,
): Amount | undefined {
  const [whole, part] = [at(payment, 'sum'), at(operation, 'sum_initial')];
  if (outcome.type !== 'paid') return readSum(part) ?? readSum(whole);
  const after = textAt(payment, 'status') !== 'success' && part !== undefined;
  const [first, ...others] = (after ? [part] : [whole, part]).filter((sum) => sum !== undefined).map(readSum);
  return others.every((sum) => first && sum && sameAmount(sum, first)) ? first : undefined;
}

/** `{ amount, currency }` as our sum; undefined when it isn't one. */
export function readSum(sum: LosslessJson | undefined): Amount | undefined {
  const [value, currency] = [textAt(sum, 'amount') ?? '', textAt(sum, 'currency') ?? ''];
  if (!/^\d{1,16}$/.test(value) || !Number.isSafeInteger(Number(value)) || !/^[A-Z]{3}$/.test(currency))
    return undefined;
  return { value: Number(value), currency };
}

/** `2018-08-21T07:05:53+0000` as epoch milliseconds. */
export function dateMs(text: string | undefined): number | undefined {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|([+-]\d\d):?(\d\d))$/.exec(text ?? '');
  if (!found) return undefined;
  const ms = Date.parse(`${found[1]}${found[2] ?? '+00'}:${found[3] ?? '00'}`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** One event, one key: a repeated callback and a status answer about the same event share it. */
export function keyOf(...parts: readonly (string | undefined)[]): string {
  return parts.map((part) => (part ?? '').slice(0, 64)).join('/');
}

function operationsOf(json: LosslessJson): LosslessJson[] {
  const list = at(json, 'operations');
  if (Array.isArray(list)) return list;
  const one = at(json, 'operation');
  return one === undefined || one === null ? [] : [one];
}
