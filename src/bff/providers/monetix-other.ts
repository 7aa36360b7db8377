import type { MessageOutcome, ProviderMessage } from '../provider.js';
import { textAt, type LosslessJson } from './lossless-json.js';
import type { readPurchase } from './monetix-messages.js';
import { keyOf, readNews, signatureOf } from './monetix-operations.js';
import type { MonetixConfig } from './monetix-options.js';
import { OPERATION_STATUSES } from './monetix-statuses.js';

/** The operations that have readers of their own, by `payment.type`. */
const READ_ELSEWHERE: ReadonlyMap<string, readonly string[]> = new Map([
  ['purchase', ['sale', 'refund']],
  ['payout', ['payout']],
]);

/** By these somebody else than the shop takes money back: a success of one contradicts what was said before. */
const TAKING_BACK = ['reversal', 'cancel'];

/**
 * Reads what a verified message says beside purchases, refunds and payouts, so that nothing of it is lost. A successful
 * reversal or cancel is for a person to look at; all else tells nothing of the end and is kept. A message without a
 * payment is one for no attempt (an empty id).
 *
 * @throws MessageFault `project-mismatch`, `payment-id-missing`
 */
export function readOther(config: MonetixConfig, json: LosslessJson, raw: string): ProviderMessage[] {
  const news = readNews(config, json);
  const signature = signatureOf(json);
  const made = (attemptId: string, names: (string | undefined)[], outcome: MessageOutcome): ProviderMessage => ({
    key: keyOf(attemptId, 'other', ...names),
    attemptId,
    outcome,
    raw,
  });
  if (news === undefined) return [made('', [signature], { type: 'pending' })];
  const { attemptId, type, payment, operations } = news;
  const elsewhere = READ_ELSEWHERE.get(type);
  if (operations.length === 0) {
    return elsewhere ? [] : [made(attemptId, [type, signature, textAt(payment, 'status')], { type: 'pending' })];
  }
  return operations
    .filter((operation) => !elsewhere?.includes(textAt(operation, 'type') ?? ''))
    .map((operation) => {
      // The signature tells events without an id apart, and is the same when one is repeated.
      const id = textAt(operation, 'id') || signature;
      return made(attemptId, [textAt(operation, 'type'), id, textAt(operation, 'status')], outcomeOf(operation));
    });
}

/**
 * The reader of status answers: that money was taken back outdoes that it came in, and is told also where nothing else
 * is said. Other operations don't make an answer.
 *
 * @param read the reader of the kind that the attempt is of
 */
export function answerReader(read: typeof readPurchase): typeof readPurchase {
  return (config, json, raw) => {
    const main = read(config, json, raw);
    if (main !== undefined && main.outcome.type !== 'paid') return main;
    return readOther(config, json, raw).find(({ outcome }) => outcome.type === 'doubtful') ?? main;
  };
}

function outcomeOf(operation: LosslessJson): MessageOutcome {
  const isDone = OPERATION_STATUSES.get(textAt(operation, 'status') ?? '') === 'paid';
  const isBack = isDone && TAKING_BACK.includes(textAt(operation, 'type') ?? '');
  return isBack ? { type: 'doubtful', code: 'contradicting-message' } : { type: 'pending' };
}
