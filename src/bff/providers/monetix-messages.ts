import { sameAmount, type Amount } from '../../contract/money.js';
import type { MessageOutcome, ProviderMessage } from '../provider.js';
import { MessageFault, at, textAt, type LosslessJson } from './lossless-json.js';
import type { MonetixConfig } from './monetix-options.js';
import { readRedirect } from './monetix-redirect.js';
import { failureCode, judge } from './monetix-statuses.js';

/** The signature of a message: at the top, in older formats under `general`. */
export function signatureOf(json: LosslessJson): string | undefined {
  return textAt(json, 'signature') ?? textAt(json, 'general', 'signature');
}

/**
 * Reads a verified callback or status answer.
 *
 * @param raw the text as it arrived
 * @returns undefined when it does not speak of a purchase: refunds and payouts have rules of their own
 * @throws MessageFault `project-mismatch`, `payment-id-missing`, and what the redirection data is refused for
 */
export function readMessage(config: MonetixConfig, json: LosslessJson, raw: string): ProviderMessage | undefined {
  const payment = at(json, 'payment');
  if (payment === undefined) return undefined;
  const project = textAt(json, 'project_id') ?? textAt(json, 'general', 'project_id');
  if (project !== String(config.projectId)) throw new MessageFault('project-mismatch');
  const attemptId = textAt(payment, 'id');
  if (!attemptId) throw new MessageFault('payment-id-missing');
  if ((textAt(payment, 'type') ?? 'purchase') !== 'purchase') return undefined;
  const operations = operationsOf(json);
  const operation = chooseSale(operations);
  if (operations.length > 0 && operation === undefined) return undefined;

  const outcome = outcomeOf(config, json, operation);
  const amount = sumOf(outcome, payment, operation);
  const reference = textAt(operation, 'provider', 'payment_id');
  return {
    key: keyOf(attemptId, payment, operation, outcome),
    attemptId,
    outcome,
    ...(amount === undefined ? {} : { amount }),
    ...(reference ? { reference } : {}),
    raw,
  };
}

/** A callback has one `operation`; a status answer may list `operations` (public plugins) or show the last one. */
function operationsOf(json: LosslessJson): LosslessJson[] {
  const list = at(json, 'operations');
  if (Array.isArray(list)) return list;
  const one = at(json, 'operation');
  return one === undefined || one === null ? [] : [one];
}

/** The sale that tells how the purchase stands: the one that succeeded, else the latest try. */
function chooseSale(operations: LosslessJson[]): LosslessJson | undefined {
  const sales = operations.filter((operation) => textAt(operation, 'type') === 'sale');
  const dateOf = (sale: LosslessJson) => dateMs(textAt(sale, 'date')) ?? dateMs(textAt(sale, 'created_date')) ?? 0;
  return (
    sales.find((sale) => textAt(sale, 'status') === 'success') ??
    [...sales].sort((a, b) => dateOf(a) - dateOf(b)).at(-1)
  );
}

function outcomeOf(config: MonetixConfig, json: LosslessJson, operation: LosslessJson | undefined): MessageOutcome {
  const method = textAt(json, 'payment', 'method');
  const operationStatus = operation === undefined ? undefined : (textAt(operation, 'status') ?? '');
  const verdict = judge(textAt(json, 'payment', 'status'), operationStatus);
  if (verdict === 'paid') {
    const paidAtMs = dateMs(textAt(operation, 'date') ?? textAt(json, 'payment', 'date'));
    return { type: 'paid', ...(paidAtMs === undefined ? {} : { paidAtMs }) };
  }
  if (verdict === 'pending') {
    // Payment Page sends the buyer on by itself; only the Gate leaves that to us.
    const nextAction =
      config.interfaces[method === 'webmoney' ? 'classic' : 'light'] === 'gate'
        ? readRedirect(json, config.redirectHosts)
        : undefined;
    return { type: 'pending', ...(nextAction === undefined ? {} : { nextAction }) };
  }
  if (verdict === 'expired') return { type: 'expired' };
  const providerCode = declineCode(json, operation);
  const told = verdict === 'declined' ? (failureCode(providerCode) ?? verdict) : verdict;
  // In Classic the buyer cancels by refusing the invoice in Keeper.
  const code = told === 'canceled-by-buyer' && method === 'webmoney' ? 'invoice-refused' : told;
  return { type: 'declined', code, ...(providerCode === undefined ? {} : { providerCode }) };
}

function declineCode(json: LosslessJson, operation: LosslessJson | undefined): string | undefined {
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
function sumOf(
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

function readSum(sum: LosslessJson | undefined): Amount | undefined {
  const [value, currency] = [textAt(sum, 'amount') ?? '', textAt(sum, 'currency') ?? ''];
  if (!/^\d{1,16}$/.test(value) || !Number.isSafeInteger(Number(value)) || !/^[A-Z]{3}$/.test(currency))
    return undefined;
  return { value: Number(value), currency };
}

/**
 * One event, one key: a repeated callback and a status answer about the same event share it. The redirection data is
 * part of it, because a status may be heard of before the data for it arrives.
 */
function keyOf(
  attemptId: string,
  payment: LosslessJson,
  operation: LosslessJson | undefined,
  outcome: MessageOutcome,
): string {
  const redirect = outcome.type === 'pending' && outcome.nextAction ? 'redirect' : '';
  const parts = [textAt(operation, 'id'), textAt(operation, 'status'), textAt(payment, 'status')];
  return [attemptId, ...parts.map((part) => (part ?? '').slice(0, 64)), redirect].join('/');
}

/** `2018-08-21T07:05:53+0000` as epoch milliseconds. */
function dateMs(text: string | undefined): number | undefined {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|([+-]\d\d):?(\d\d))$/.exec(text ?? '');
  if (!found) return undefined;
  const ms = Date.parse(`${found[1]}${found[2] ?? '+00'}:${found[3] ?? '00'}`);
  return Number.isNaN(ms) ? undefined : ms;
}
