import type { Attempt } from '../record.js';
import {
  RefundRefusal,
  type RefundMessage,
  type RefundOutcome,
  type RefundPlan,
  type Refunds,
  type RefundStart,
  type RefundWish,
} from '../refund-port.js';
import { sameAmount } from '../../contract/money.js';
import { MessageFault, at, textAt, type LosslessJson } from './lossless-json.js';
import { anyScenarioOf } from './monetix-methods.js';
import { dateMs, declineCode, keyOf, readNews, readSum } from './monetix-operations.js';
import type { MonetixConfig } from './monetix-options.js';
import { OPERATION_STATUSES, sendingFailureCode } from './monetix-statuses.js';
import { askStatus, codesOf, postForReceipt, requestIdOf, type GateBody } from './monetix-wire.js';

/** What stands in a request for which the shop gave no reason: the word of the document's sample. */
const DESCRIPTION = 'refund';

/** Refunds of WebMoney purchases by Gate. Source: Monetix WebMoney, "Refund by using Gate". */
export function monetixRefunds(config: MonetixConfig): Refunds {
  return {
    plan: (wish) => plan(config, wish),
    start: (refund) => startRefund(config, refund),
    ask: (attempt) => askRefunds(config, attempt),
  };
}

/**
 * Reads every refund that a verified callback or status answer tells of. A refund is judged by its own operation:
 * `payment.status` stays `success` when one is declined, and `payment.sum` is what is left.
 * Source: Monetix WebMoney, figures 19 and 20.
 *
 * @throws MessageFault `project-mismatch`, `payment-id-missing`, `operation-id-missing`
 */
export function readRefunds(config: MonetixConfig, json: LosslessJson, raw: string): RefundMessage[] {
  const news = readNews(config, json);
  if (news?.type !== 'purchase') return [];
  return news.operations
    .filter((operation) => textAt(operation, 'type') === 'refund')
    .map((operation) => readRefund(news.attemptId, json, operation, raw));
}

function readRefund(attemptId: string, json: LosslessJson, operation: LosslessJson, raw: string): RefundMessage {
  const id = textAt(operation, 'id');
  if (!id) throw new MessageFault('operation-id-missing');
  const requestId = requestIdOf(operation);
  const amount = readSum(at(operation, 'sum_initial'));
  const reference = textAt(operation, 'provider', 'payment_id');
  return {
    key: keyOf(attemptId, 'refund', id, textAt(operation, 'status')),
    attemptId,
    refund: {
      operation: id,
      ...(requestId === undefined ? {} : { requestId }),
      ...(amount === undefined ? {} : { amount }),
      outcome: outcomeOf(json, operation),
    },
    ...(reference ? { reference } : {}),
    raw,
  };
}

function outcomeOf(json: LosslessJson, operation: LosslessJson): RefundMessage['refund']['outcome'] {
  const verdict = OPERATION_STATUSES.get(textAt(operation, 'status') ?? '');
  if (verdict === 'paid') {
    const atMs = dateMs(textAt(operation, 'date'));
    return { type: 'succeeded', ...(atMs === undefined ? {} : { atMs }) };
  }
  // After an error on their side money may have moved: what is not clearly declined must not be sent again.
  if (verdict === undefined || verdict === 'pending' || verdict === 'provider-unavailable') return { type: 'pending' };
  const providerCode = declineCode(json, operation);
  const code = verdict === 'expired' ? 'timed-out' : (sendingFailureCode(providerCode) ?? 'declined');
  return { type: 'declined', code, ...(providerCode === undefined ? {} : { providerCode }) };
}

function plan(config: MonetixConfig, { attempt, amount, paid }: RefundWish): RefundPlan {
  const scenario = anyScenarioOf(attempt.method);
  if (scenario === undefined || !config.refundable.includes(scenario)) throw new RefundRefusal('refund-not-supported');
  if (amount.currency !== paid.currency) throw new RefundRefusal('currency-not-allowed');
  // The least is 0.01 of a title unit. Source: Monetix WebMoney, "Operations support".
  if (amount.value < 1) throw new RefundRefusal('amount-not-allowed');
  return { type: 'provider' };
}

/** The receipt only says that the request is registered; the end of it comes by callback. */
async function startRefund(config: MonetixConfig, refund: RefundStart): Promise<RefundOutcome> {
  const { attempt } = refund;
  const path = anyScenarioOf(attempt.method) === 'light' ? config.paths.lightRefund : config.paths.classicRefund;
  const receipt = await postForReceipt(config, path, requestOf(config, refund), attempt.id);
  if (receipt.type === 'unknown') return receipt;
  if (receipt.type === 'taken') {
    return { type: 'accepted', ...(receipt.requestId === undefined ? {} : { requestId: receipt.requestId }) };
  }
  const { errors, providerCode } = receipt;
  const code = codesOf(errors).map(sendingFailureCode).find(Boolean) ?? 'provider-refused';
  return { type: 'declined', code, ...(providerCode === undefined ? {} : { providerCode }) };
}

/**
 * The refund request (figure 18). Sum and currency are "required only for partial refund", so they are left out of one
 * that gives back all that was paid. A semicolon can't be signed: in the description it becomes a comma.
 */
function requestOf(config: MonetixConfig, { attempt, amount, paid, reason, webhookUrl }: RefundStart): GateBody {
  const description = (reason ?? '').replaceAll(';', ',').trim() || DESCRIPTION;
  return {
    general: {
      project_id: config.projectId,
      payment_id: attempt.id,
      ...(config.sendCallbackUrl ? { merchant_callback_url: webhookUrl } : {}),
    },
    payment: {
      description,
      ...(sameAmount(amount, paid) ? {} : { amount: amount.value, currency: amount.currency }),
    },
  };
}

async function askRefunds(config: MonetixConfig, attempt: Attempt): Promise<RefundMessage[] | 'unknown'> {
  const answer = await askStatus(config, attempt.id, (json, raw) => {
    const ours = readNews(config, json)?.attemptId === attempt.id;
    return ours ? readRefunds(config, json, raw) : 'unknown';
  });
  return answer === 'not-found' ? 'unknown' : answer;
}
