import type { MessageOutcome, ProviderMessage } from '../provider.js';
import { textAt, type LosslessJson } from './lossless-json.js';
import { chooseOperation, dateMs, declineCode, keyOf, readNews, sumOf } from './monetix-operations.js';
import type { MonetixConfig } from './monetix-options.js';
import { readRedirect } from './monetix-redirect.js';
import { failureCode, judge } from './monetix-statuses.js';

/**
 * Reads what a verified callback or status answer says of a purchase.
 *
 * @param raw the text as it arrived
 * @returns undefined when it does not speak of a purchase: refunds, payouts and all else have rules of their own
 * @throws MessageFault `project-mismatch`, `payment-id-missing`, and what the redirection data is refused for
 */
export function readPurchase(config: MonetixConfig, json: LosslessJson, raw: string): ProviderMessage | undefined {
  const news = readNews(config, json);
  if (news?.type !== 'purchase') return undefined;
  const { attemptId, payment, operations } = news;
  const operation = chooseOperation(operations, 'sale');
  if (operations.length > 0 && operation === undefined) return undefined;

  const outcome = outcomeOf(config, json, operation);
  const amount = sumOf(outcome, payment, operation);
  const reference = textAt(operation, 'provider', 'payment_id');
  // The redirection data is part of the key: a status may be heard of before the data for it arrives.
  const redirect = outcome.type === 'pending' && outcome.nextAction ? 'redirect' : '';
  const [id, status] = [textAt(operation, 'id'), textAt(operation, 'status')];
  return {
    key: keyOf(attemptId, id, status, textAt(payment, 'status'), redirect),
    attemptId,
    outcome,
    ...(amount === undefined ? {} : { amount }),
    ...(reference ? { reference } : {}),
    raw,
  };
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
