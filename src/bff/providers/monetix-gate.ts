import type { NextAction } from '../../contract/next-action.js';
import { InputRefusal, type ProviderMessage, type Start, type StartOutcome } from '../provider.js';
import type { Attempt } from '../record.js';
import { textAt } from './lossless-json.js';
import type { readPurchase } from './monetix-messages.js';
import { anyScenarioOf, PROVIDER_ID } from './monetix-methods.js';
import { TITLE_UNITS, type MonetixConfig, type MonetixScenario } from './monetix-options.js';
import { ADDRESS_MISSING, checkWmid, payerOf, plainIpAddress, topUpDescription } from './monetix-payer.js';
import { isoSeconds } from './monetix-payment-page.js';
import { failureCode } from './monetix-statuses.js';
import { askStatus, codesOf, postForReceipt, put, type GateBody, type Receipt } from './monetix-wire.js';

/** Callbacks are repeated every ten seconds at first and then ever more seldom. Source: ecommpay. */
const REDIRECTION_PATIENCE_MS = 300_000;

/** "Payment ID already exists": an earlier request with this id got through. Source: the platform's list of codes. */
const PAYMENT_EXISTS = '3041';
/** "Invalid Payment ID". Source: the platform's list of codes. */
const PAYMENT_ID_INVALID = '3024';
const DAY_MS = 86_400_000;

/**
 * Sends a purchase to the Gate. The answer is a receipt and never a payment: Light then waits for the callback with the
 * redirection data, Classic for the invoice to be paid in Keeper. Without the buyer's network address nothing is sent:
 * that is the shop's to mend, so the log is told, and the buyer is not told of a decline.
 *
 * @throws InputRefusal when a value can't be sent; nothing was called then
 */
export async function startAtGate(
  config: MonetixConfig,
  scenario: MonetixScenario,
  start: Start,
): Promise<StartOutcome> {
  const path = scenario === 'light' ? config.paths.lightSale : config.paths.classicSale;
  const nextAction: NextAction = scenario === 'light' ? { type: 'wait' } : invoice(config, start);
  const ipAddress = plainIpAddress(start.ipAddress ?? start.customer.ipAddress);
  if (ipAddress === undefined) {
    const facts = { event: 'provider-start', provider: PROVIDER_ID, code: ADDRESS_MISSING };
    config.log({ level: 'error', ...facts, configure: 'clientAddress' });
    return { type: 'refused', code: 'provider-refused', providerCode: ADDRESS_MISSING };
  }
  const body = purchase(config, scenario, start, ipAddress);
  const receipt = await postForReceipt(config, path, body, start.attempt.id);
  return receipt.type === 'taken' ? { type: 'started', nextAction } : notStarted(receipt);
}

/**
 * What the refusal of a payment or payout that we named ourselves means: Monetix said no, unless it says no because it
 * has this id already. Then an earlier request got through, and asking settles it.
 */
export function notStarted(receipt: Exclude<Receipt, { type: 'taken' }>): StartOutcome {
  if (receipt.type === 'unknown') return receipt;
  const { errors, providerCode } = receipt;
  const codes = codesOf(errors);
  // Our ids are well formed, so any other complaint about one is read as a repeat too.
  const aboutId = errors.some((error) => /(^|\.)payment_id$/.test(textAt(error, 'field') ?? ''));
  if (codes.includes(PAYMENT_EXISTS) || (aboutId && !codes.includes(PAYMENT_ID_INVALID))) return { type: 'unknown' };
  const code = codes.map(failureCode).find((known) => known !== undefined) ?? 'provider-refused';
  return { type: 'refused', code, ...(providerCode === undefined ? {} : { providerCode }) };
}

/**
 * Asks for the state of a purchase or a payout. The answer is signed and read exactly like a callback.
 *
 * @param read the reader of the kind that the attempt is of
 */
export function askGate(
  config: MonetixConfig,
  attempt: Attempt,
  read: typeof readPurchase,
): Promise<ProviderMessage | 'not-found' | 'unknown'> {
  return askStatus(config, attempt.id, (json, raw) => {
    const message = read(config, json, raw);
    if (message?.attemptId !== attempt.id) return 'unknown';
    if (!isStranded(config, attempt, message)) return message;
    return { ...message, key: `${message.key}/stranded`, outcome: { type: 'declined', code: 'provider-unavailable' } };
  });
}

/**
 * True of a payment with WebMoney Light whose callback with the redirection data never came and whose status has none
 * either: the buyer can't reach the form, and should not be kept waiting. Money that comes all the same counts.
 */
function isStranded({ now }: MonetixConfig, attempt: Attempt, { outcome }: ProviderMessage): boolean {
  const underWay = attempt.status === 'starting' || attempt.status === 'waiting';
  const nothingToDo = attempt.nextAction?.type === 'wait' && attempt.returned === undefined;
  const light = anyScenarioOf(attempt.method) === 'light';
  const brought = outcome.type !== 'pending' || outcome.nextAction !== undefined;
  return light && underWay && nothingToDo && !brought && now() >= attempt.startedAtMs + REDIRECTION_PATIENCE_MS;
}

/** The purchase request of the WebMoney document (Figures 13 and 14). */
function purchase(config: MonetixConfig, scenario: MonetixScenario, start: Start, ipAddress: string): GateBody {
  const payer = payerOf(start.customer, start.attempt.input);
  const body: GateBody = {
    general: {
      project_id: config.projectId,
      payment_id: start.attempt.id,
      merchant_callback_url: config.sendCallbackUrl ? start.webhookUrl : undefined,
    },
    customer: {
      id: payer.id,
      ip_address: ipAddress,
      first_name: payer.firstName,
      last_name: payer.lastName,
      email: payer.email,
    },
    payment: {
      amount: start.amount.value,
      currency: start.amount.currency,
      description: topUpDescription(payer.account, config.websiteUrl),
    },
    return_url: {
      success: start.returnUrls.success,
      decline: start.returnUrls.decline,
      return: start.returnUrls.return,
    },
  };
  if (scenario === 'light') return body;
  const classic = { ...body, account: { number: checkWmid(start.attempt.input['wmid']) } };
  const endMs = invoiceEndMs(config, start);
  const field = config.invoice?.field;
  return field === undefined || endMs === undefined ? classic : put(classic, field.split('.'), isoSeconds(endMs));
}

function invoice(config: MonetixConfig, start: Start): NextAction {
  const unit = TITLE_UNITS.get(start.amount.currency);
  if (unit === undefined) throw new InputRefusal('amount.currency', 'currency');
  const endMs = invoiceEndMs(config, start);
  return {
    type: 'invoice',
    wmid: checkWmid(start.attempt.input['wmid']),
    titleAmount: { value: start.amount.value, unit },
    ...(endMs === undefined
      ? {}
      : { start: new Date(start.attempt.startedAtMs).toISOString(), deadline: new Date(endMs).toISOString() }),
  };
}

/** Counted from the attempt's start, so that a request sent again after a crash says the same. */
function invoiceEndMs(config: MonetixConfig, start: Start): number | undefined {
  return config.invoice && start.attempt.startedAtMs + config.invoice.days * DAY_MS;
}
