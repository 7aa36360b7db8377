import {
  InputRefusal,
  WebhookRefusal,
  type Offer,
  type Provider,
  type Received,
  type ReturnHint,
  type Start,
  type StartOutcome,
} from '../provider.js';
import { MessageFault, readLossless, type LosslessJson } from './lossless-json.js';
import { askGate, startAtGate } from './monetix-gate.js';
import { readPurchase } from './monetix-messages.js';
import { asksWmid, methodsOf, PROVIDER_ID, PURSE_METHOD, scenarioOf, unavailableReason } from './monetix-methods.js';
import { signatureOf } from './monetix-operations.js';
import { monetixConfig, type MonetixConfig, type MonetixOptions } from './monetix-options.js';
import { answerReader, readOther } from './monetix-other.js';
import { checkAnswers, checkCustomer, checkWmid } from './monetix-payer.js';
import { openPaymentPage } from './monetix-payment-page.js';
import { checkPurse, monetixPayouts, readPayout, startPayout } from './monetix-payouts.js';
import { monetixRefunds, readRefunds } from './monetix-refunds.js';

/** Monetix wants no status question sooner. Source: Gate, "Checking current payment information". */
const ASK_AFTER_MS = 10_000;

/**
 * WebMoney Transfer through Monetix: the Light and Classic purchases by Payment Page or by Gate, their refunds, and
 * payouts to purses.
 *
 * @throws TypeError when an option is not valid
 */
export function monetixProvider(options: MonetixOptions): Provider {
  const config = monetixConfig(options);
  return {
    id: PROVIDER_ID,
    askAfterMs: ASK_AFTER_MS,
    methods: (offer) => methodsOf(config, offer),
    checkOffer: (offer) => checkCustomer(offer.customer),
    checkInput: (method, input, offer) => checkInput(config, method, input, offer),
    async start(start): Promise<StartOutcome> {
      try {
        const unavailable = unavailableReason(config, start);
        if (unavailable) return { type: 'refused', code: unavailable.code };
        return await send(config, start);
      } catch (error) {
        // Nothing has been sent then, so nothing can come of it.
        if (error instanceof InputRefusal) return { type: 'refused', code: error.code };
        throw error;
      }
    },
    receive: (_request, body) => receive(config, body),
    refunds: monetixRefunds(config),
    ...(config.payouts === false ? {} : { payouts: monetixPayouts() }),
    ask: (attempt) =>
      askGate(config, attempt, answerReader(attempt.method === PURSE_METHOD ? readPayout : readPurchase)),
    readReturn,
  };
}

function checkInput(
  config: MonetixConfig,
  method: string,
  input: Record<string, string>,
  offer: Offer,
): Record<string, string> {
  checkMethod(config, method, offer);
  if (method === PURSE_METHOD) {
    return { purse: checkPurse(input['purse'], offer.amount.currency), ...checkAnswers(offer.customer, input) };
  }
  const asks = asksWmid(config, scenarioOf(config, method));
  const answers = checkAnswers(offer.customer, input);
  return asks ? { wmid: checkWmid(input['wmid']), ...answers } : answers;
}

/** @throws InputRefusal `method-unknown`: no purchase in a payout and no payout in a purchase */
function checkMethod(config: MonetixConfig, method: string, offer: Offer): void {
  if (!methodsOf(config, offer).some(({ id }) => id === method)) throw new InputRefusal('method', 'method-unknown');
}

async function send(config: MonetixConfig, start: Start): Promise<StartOutcome> {
  const { method } = start.attempt;
  checkMethod(config, method, start);
  if (method === PURSE_METHOD) return startPayout(config, start);
  const scenario = scenarioOf(config, method);
  if (config.interfaces[scenario] === 'gate') return startAtGate(config, scenario, start);
  return { type: 'started', nextAction: await openPaymentPage(config, scenario, start) };
}

async function receive(config: MonetixConfig, body: Uint8Array): Promise<Received> {
  const { raw, json } = readBody(body);
  try {
    const signature = signatureOf(json);
    if (signature === undefined || !(await config.signer.verify(json, signature))) throw refuse('signature-invalid');
    const message = readPurchase(config, json, raw) ?? readPayout(config, json, raw);
    const refunds = readRefunds(config, json, raw);
    return {
      messages: [...(message === undefined ? [] : [message]), ...readOther(config, json, raw)],
      ...(refunds.length === 0 ? {} : { refunds }),
      reply: () => textResponse('OK', 200),
    };
  } catch (error) {
    // A RangeError is a body past the limits of signing.
    if (error instanceof MessageFault || error instanceof RangeError) throw refuse('message-invalid');
    throw error;
  }
}

function readBody(body: Uint8Array): { raw: string; json: LosslessJson } {
  try {
    const raw = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return { raw, json: readLossless(raw) };
  } catch {
    throw refuse('message-invalid');
  }
}

function refuse(code: WebhookRefusal['code']): WebhookRefusal {
  return new WebhookRefusal(code, textResponse(code, 400));
}

function textResponse(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

/** `/returns/monetix?attempt=…&hint=success|decline|return` */
function readReturn(url: URL): ReturnHint | undefined {
  const attemptId = url.searchParams.get('attempt') ?? '';
  const hint = url.searchParams.get('hint');
  if (!url.pathname.endsWith(`/returns/${PROVIDER_ID}`) || !/^[A-Za-z0-9_-]{1,64}$/.test(attemptId)) return undefined;
  return hint === 'success' || hint === 'decline' || hint === 'return' ? { attemptId, hint } : undefined;
}
