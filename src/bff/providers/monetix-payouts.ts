import type { PayoutDestination } from '../../contract/payout.js';
import type { Payouts } from '../payout-port.js';
import { InputRefusal, type MessageOutcome, type ProviderMessage, type Start, type StartOutcome } from '../provider.js';
import { at, textAt, type LosslessJson } from './lossless-json.js';
import { notStarted } from './monetix-gate.js';
import { PURSE_METHOD } from './monetix-methods.js';
import { chooseOperation, dateMs, declineCode, keyOf, readNews, sumOf } from './monetix-operations.js';
import { TITLE_UNITS, type MonetixConfig } from './monetix-options.js';
import { checkIpAddress, payerOf, withdrawalDescription } from './monetix-payer.js';
import { judge, OPERATION_STATUSES, sendingFailureCode } from './monetix-statuses.js';
import { codesOf, postForReceipt, type GateBody } from './monetix-wire.js';

/** Source: Monetix WebMoney, "Payout by using Gate": "the period can vary from 1 to 35 days". */
const PROTECTION = { minDays: 1, maxDays: 35 };
const PURSE = /^[A-Z]\d{12}$/;

/** Payouts to WebMoney purses. The document knows no way to call one back and none to ask for a balance. */
export function monetixPayouts(): Payouts {
  return {
    // "Under 1 minute". Source: Monetix WebMoney, "Operations support".
    way: () => ({ minDays: 0, maxDays: 0 }),
    destination: (_method, input) => destinationOf(input['purse']),
    protection: (method) => (method === PURSE_METHOD ? PROTECTION : undefined),
  };
}

/**
 * The purse as a letter and 12 digits. Blanks and hyphens of a pasted number, small letters and full-width characters
 * are accepted. Its letter must be that of the currency: Z for USD, E for EUR, K for KZT.
 * Source: Monetix WebMoney, "Payout by using Gate": "should be the same as the customer wallet currency".
 *
 * @throws InputRefusal `purse-invalid`, `purse-currency` (also for kinds that can't be paid out to, such as R)
 */
export function checkPurse(input: string | undefined, currency: string): string {
  const purse = plainPurse(input);
  if (!PURSE.test(purse)) throw new InputRefusal('purse', 'purse-invalid');
  if (purse.charAt(0) !== TITLE_UNITS.get(currency)?.charAt(2)) throw new InputRefusal('purse', 'purse-currency');
  return purse;
}

/**
 * Sends a payout. The answer is a receipt; the result comes by callback.
 *
 * @throws InputRefusal when a value can't be sent; nothing was called then
 */
export async function startPayout(config: MonetixConfig, start: Start): Promise<StartOutcome> {
  const { protection } = start.attempt;
  // The code is forgotten once Monetix is known to have the payout: it must not be made again without it.
  if (protection && protection.code === undefined) return { type: 'unknown' };
  const receipt = await postForReceipt(config, config.paths.payout, requestOf(config, start), start.attempt.id);
  if (receipt.type === 'taken') return { type: 'started', nextAction: { type: 'wait' } };
  const outcome = notStarted(receipt);
  if (outcome.type !== 'refused' || receipt.type !== 'refused') return outcome;
  const aboutPurse = receipt.errors.some((error) => textAt(error, 'field') === 'account.number');
  const known = codesOf(receipt.errors).map(sendingFailureCode).find(Boolean);
  return { ...outcome, code: known ?? (aboutPurse ? 'purse-invalid' : 'provider-refused') };
}

/**
 * Reads what a verified callback or status answer says of a payout. `account.number` is the recipient's WMID there, not
 * the purse, so it is not compared. A payout whose protection ran out is declined with the general code, possibly after
 * it had succeeded. Source: Monetix WebMoney, figures 24 and 25.
 *
 * @returns undefined when it does not speak of a payout
 * @throws MessageFault `project-mismatch`, `payment-id-missing`
 */
export function readPayout(config: MonetixConfig, json: LosslessJson, raw: string): ProviderMessage | undefined {
  const news = readNews(config, json);
  if (news?.type !== 'payout') return undefined;
  const { attemptId, payment, operations } = news;
  const operation = chooseOperation(operations, 'payout');
  if (operations.length > 0 && operation === undefined) return undefined;
  const outcome = outcomeOf(json, operation, isAnyRunning(operations));
  const amount = sumOf(outcome, payment, operation);
  const reference = textAt(operation, 'provider', 'payment_id');
  return {
    key: keyOf(attemptId, 'payout', textAt(operation, 'id'), textAt(operation, 'status'), textAt(payment, 'status')),
    attemptId,
    outcome,
    ...(amount === undefined ? {} : { amount }),
    ...(reference ? { reference } : {}),
    raw,
  };
}

/** True while any try to pay out is not over, whatever another one says: the money may yet go, and must not go twice. */
function isAnyRunning(operations: LosslessJson[]): boolean {
  const states = operations
    .filter((operation) => textAt(operation, 'type') === 'payout')
    .map((operation) => OPERATION_STATUSES.get(textAt(operation, 'status') ?? ''));
  return states.some((state) => state === undefined || state === 'pending');
}

function outcomeOf(json: LosslessJson, operation: LosslessJson | undefined, isRunning: boolean): MessageOutcome {
  const operationStatus = operation === undefined ? undefined : (textAt(operation, 'status') ?? '');
  const verdict = judge(textAt(json, 'payment', 'status'), operationStatus);
  if (verdict === 'pending' || (verdict !== 'paid' && isRunning)) return { type: 'pending' };
  // An error on their side does not say whether the money has gone.
  if (verdict === 'provider-unavailable') return { type: 'doubtful', code: 'provider-error' };
  if (verdict === 'paid') {
    const paidAtMs = dateMs(textAt(operation, 'date') ?? textAt(at(json, 'payment'), 'date'));
    return { type: 'paid', ...(paidAtMs === undefined ? {} : { paidAtMs }) };
  }
  const providerCode = declineCode(json, operation);
  const code = verdict === 'expired' ? 'timed-out' : (sendingFailureCode(providerCode) ?? 'declined');
  return { type: 'declined', code, ...(providerCode === undefined ? {} : { providerCode }) };
}

/** The payout request (figures 22 and 23). */
function requestOf(config: MonetixConfig, start: Start): GateBody {
  const { attempt, amount, customer } = start;
  const payer = payerOf(customer, attempt.input);
  const fallback = config.payouts === false ? undefined : config.payouts.fallbackIpAddress;
  return {
    general: {
      project_id: config.projectId,
      payment_id: attempt.id,
      merchant_callback_url: config.sendCallbackUrl ? start.webhookUrl : undefined,
    },
    customer: {
      id: payer.id,
      ip_address: checkIpAddress(start.ipAddress ?? customer.ipAddress ?? fallback),
      first_name: payer.firstName,
      last_name: payer.lastName,
      email: payer.email,
    },
    account: { number: checkPurse(attempt.input['purse'], amount.currency) },
    payment: {
      amount: amount.value,
      currency: amount.currency,
      description: withdrawalDescription(payer.account, config.websiteUrl),
      ...protectionOf(start),
    },
  };
}

function protectionOf({ attempt }: Start): { [key: string]: string | number } {
  if (!attempt.protection) return {};
  const { days, code = '' } = attempt.protection;
  if (!Number.isInteger(days) || days < PROTECTION.minDays || days > PROTECTION.maxDays) {
    throw new InputRefusal('protectionDays', 'protection-days-invalid');
  }
  return { protection_code: code, protection_period: days };
}

function plainPurse(input: string | undefined): string {
  return (input ?? '').normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** Masked: the letter and the last four digits. */
function destinationOf(input: string | undefined): PayoutDestination | undefined {
  const purse = plainPurse(input);
  return PURSE.test(purse) ? { purse: `${purse.charAt(0)}${'•'.repeat(8)}${purse.slice(-4)}` } : undefined;
}
