import type { NextAction } from '../../contract/next-action.js';
import type { Attempt } from '../record.js';
import { InputRefusal, type ProviderMessage, type Start, type StartOutcome } from '../provider.js';
import { MessageFault, at, readLossless, textAt, type LosslessJson } from './lossless-json.js';
import { readMessage, signatureOf } from './monetix-messages.js';
import { TITLE_UNITS, type MonetixConfig, type MonetixScenario } from './monetix-options.js';
import { checkIpAddress, checkWmid, payerOf, topUpDescription } from './monetix-payer.js';
import { isoSeconds } from './monetix-payment-page.js';
import type { Signable } from './monetix-signature.js';
import { failureCode } from './monetix-statuses.js';

/** "Payment ID already exists": an earlier request with this id got through. Source: the platform's list of codes. */
const PAYMENT_EXISTS = '3041';
/** "Invalid Payment ID". Source: the platform's list of codes. */
const PAYMENT_ID_INVALID = '3024';
/** "Transaction not found". Source: the platform's list of codes. */
const NOT_FOUND = '3061';
const DAY_MS = 86_400_000;

type Body = { [key: string]: Signable };
type Answer = { status: number; text: string; json: LosslessJson };

/**
 * Sends a purchase to the Gate. The answer is a receipt and never a payment: Light then waits for the callback with the
 * redirection data, Classic for the invoice to be paid in Keeper.
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
  const answer = await post(config, path, purchase(config, scenario, start));
  if (!answer || answer.status >= 500) return { type: 'unknown' };
  const status = textAt(answer.json, 'status');
  const isError = status === 'error' || (status === undefined && errors(answer.json).length > 1);
  if (isError) return refusal(answer.json);
  const ours = textAt(answer.json, 'payment_id') === start.attempt.id && isOurProject(config, answer.json);
  return isOk(answer) && status === 'success' && ours ? { type: 'started', nextAction } : { type: 'unknown' };
}

/** Asks for the state of a payment. The answer is signed and read exactly like a callback. */
export async function askGate(
  config: MonetixConfig,
  attempt: Attempt,
): Promise<ProviderMessage | 'not-found' | 'unknown'> {
  const body = { general: { project_id: config.projectId, payment_id: attempt.id } };
  const answer = await post(config, config.paths.status, body);
  if (!answer || answer.status >= 500) return 'unknown';
  const codes = errors(answer.json).map((error) => textAt(error, 'code'));
  if (at(answer.json, 'payment') === undefined && codes.includes(NOT_FOUND)) return 'not-found';
  if (!isOk(answer) || !(await isSigned(config, answer.json))) return 'unknown';
  try {
    const message = readMessage(config, answer.json, answer.text);
    return message?.attemptId === attempt.id ? message : 'unknown';
  } catch (error) {
    if (error instanceof MessageFault) return 'unknown';
    throw error;
  }
}

/** The purchase request of the WebMoney document (Figures 13 and 14). */
function purchase(config: MonetixConfig, scenario: MonetixScenario, start: Start): Body {
  const payer = payerOf(start.customer, start.attempt.input);
  const body: Body = {
    general: {
      project_id: config.projectId,
      payment_id: start.attempt.id,
      merchant_callback_url: config.sendCallbackUrl ? start.webhookUrl : undefined,
    },
    customer: {
      id: payer.id,
      ip_address: checkIpAddress(start.ipAddress ?? start.customer.ipAddress),
      first_name: payer.firstName,
      last_name: payer.lastName,
      email: payer.email,
    },
    payment: {
      amount: start.amount.value,
      currency: start.amount.currency,
      description: topUpDescription(payer.account, config.websiteUrl),
    },
    return_url: { ...start.returnUrls },
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

/** Posts a signed request. Undefined: no answer that can be read came in time. */
async function post(config: MonetixConfig, path: string, body: Body): Promise<Answer | undefined> {
  const signature = await config.signer.sign(body);
  try {
    const response = await config.fetch(`${config.gateUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(put(body, ['general', 'signature'], signature)),
      redirect: 'error',
      signal: AbortSignal.timeout(config.fetchTimeoutMs),
    });
    const text = await response.text();
    return { status: response.status, text, json: readLossless(text) };
  } catch {
    // Whatever went wrong on the way, the request may have arrived: the caller asks before it concludes anything.
    return undefined;
  }
}

/** Monetix read the request and said no, unless it says no because it has this payment already. */
function refusal(json: LosslessJson): StartOutcome {
  const list = errors(json);
  const codes = list.flatMap((error) => textAt(error, 'code') ?? []);
  // Our ids are well formed, so any other complaint about one is read as a repeat too: asking settles it.
  const aboutId = list.some((error) => /(^|\.)payment_id$/.test(textAt(error, 'field') ?? ''));
  const exists = codes.includes(PAYMENT_EXISTS) || (aboutId && !codes.includes(PAYMENT_ID_INVALID));
  if (exists) return { type: 'unknown' };
  const providerCode = codes.find((code) => /^[\w.-]{1,32}$/.test(code));
  const code = codes.map(failureCode).find((known) => known !== undefined) ?? 'provider-refused';
  return { type: 'refused', code, ...(providerCode === undefined ? {} : { providerCode }) };
}

/** The errors of an answer: the answer itself carries a code and a message too. */
function errors(json: LosslessJson): LosslessJson[] {
  const list = at(json, 'errors');
  return Array.isArray(list) ? [json, ...list] : [json];
}

function isOk(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

function isOurProject(config: MonetixConfig, json: LosslessJson): boolean {
  return (textAt(json, 'project_id') ?? String(config.projectId)) === String(config.projectId);
}

async function isSigned(config: MonetixConfig, json: LosslessJson): Promise<boolean> {
  const signature = signatureOf(json);
  try {
    return signature !== undefined && (await config.signer.verify(json, signature));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The body with a value put in at a path; objects on the way are made where they are missing. */
function put(body: Body, [head = '', ...rest]: string[], value: Signable): Body {
  const child = body[head];
  const inner = typeof child === 'object' && child !== null && !Array.isArray(child) ? (child as Body) : {};
  return { ...body, [head]: rest.length === 0 ? value : put(inner, rest, value) };
}
