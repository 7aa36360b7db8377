import type { Method, UnavailableReason } from '../../contract/session.js';
import {
  InputRefusal,
  WebhookRefusal,
  type Offer,
  type Provider,
  type Received,
  type ReturnHint,
  type StartOutcome,
} from '../provider.js';
import { askGate, startAtGate } from './monetix-gate.js';
import { MessageFault, readLossless, type LosslessJson } from './lossless-json.js';
import { readMessage, signatureOf } from './monetix-messages.js';
import { monetixConfig, type MonetixConfig, type MonetixOptions, type MonetixScenario } from './monetix-options.js';
import { checkAnswers, checkCustomer, checkWmid, missingInputs } from './monetix-payer.js';
import { openPaymentPage } from './monetix-payment-page.js';

const PROVIDER_ID = 'monetix';
/** Method ids by scenario. Monetix's own codes, behind our namespace: another provider has a `webmoney` too. */
const METHOD_IDS: Record<MonetixScenario, string> = {
  light: `${PROVIDER_ID}:webmoney-light`,
  classic: `${PROVIDER_ID}:webmoney`,
};
const BRANDS: Record<MonetixScenario, string> = { light: 'webmoney-light', classic: 'webmoney-classic' };
/** Monetix wants no status question sooner. Source: Gate, "Checking current payment information". */
const ASK_AFTER_MS = 10_000;

/**
 * WebMoney Transfer through Monetix: the Light and Classic purchases by Payment Page or by Gate.
 *
 * @throws TypeError when an option is not valid
 */
export function monetixProvider(options: MonetixOptions): Provider {
  const config = monetixConfig(options);
  return {
    id: PROVIDER_ID,
    askAfterMs: ASK_AFTER_MS,
    methods: (offer) => config.scenarios.map((scenario) => methodOf(config, scenario, offer)),
    checkOffer: (offer) => checkCustomer(offer.customer),
    checkInput: (method, input, offer) => {
      const answers = checkAnswers(offer.customer, input);
      return asksWmid(config, scenarioOf(config, method)) ? { wmid: checkWmid(input['wmid']), ...answers } : answers;
    },
    async start(start): Promise<StartOutcome> {
      try {
        const scenario = scenarioOf(config, start.attempt.method);
        const unavailable = unavailableReason(config, start);
        if (unavailable) return { type: 'refused', code: unavailable.code };
        if (config.interfaces[scenario] === 'gate') return await startAtGate(config, scenario, start);
        return { type: 'started', nextAction: await openPaymentPage(config, scenario, start) };
      } catch (error) {
        // Nothing has been sent then, so nothing can come of it.
        if (error instanceof InputRefusal) return { type: 'refused', code: error.code };
        throw error;
      }
    },
    receive: (_request, body) => receive(config, body),
    ask: (attempt) => askGate(config, attempt),
    readReturn,
  };
}

function methodOf(config: MonetixConfig, scenario: MonetixScenario, offer: Offer): Method {
  const { currency } = offer.amount;
  const { min, max } = config.limits[currency] ?? {};
  const wmid = asksWmid(config, scenario) ? [{ name: 'wmid', required: true }] : [];
  const inputs = [...wmid, ...missingInputs(offer.customer)];
  const unavailable = unavailableReason(config, offer);
  return {
    id: METHOD_IDS[scenario],
    brand: BRANDS[scenario],
    kind: asksWmid(config, scenario) ? 'invoice' : 'redirect',
    ...(min === undefined && max === undefined
      ? {}
      : {
          limits: {
            ...(min === undefined ? {} : { min: { value: min, currency } }),
            ...(max === undefined ? {} : { max: { value: max, currency } }),
          },
        }),
    ...(inputs.length === 0 ? {} : { inputs }),
    ...(unavailable === undefined ? {} : { unavailable }),
  };
}

/** The least sum is 0.01 of a title unit. Source: Monetix WebMoney, "Operations support". */
function unavailableReason(config: MonetixConfig, offer: Offer): UnavailableReason | undefined {
  const { value, currency } = offer.amount;
  if (!config.currencies.includes(currency)) return { code: 'currency', currencies: [...config.currencies] };
  const { min = 1, max = Number.MAX_SAFE_INTEGER } = config.limits[currency] ?? {};
  if (value < Math.max(1, min)) return { code: 'amount-too-low', limit: { value: Math.max(1, min), currency } };
  if (value > max) return { code: 'amount-too-high', limit: { value: max, currency } };
  return undefined;
}

/** On Payment Page the WMID is asked for by the page. */
function asksWmid(config: MonetixConfig, scenario: MonetixScenario): boolean {
  return scenario === 'classic' && config.interfaces.classic === 'gate';
}

function scenarioOf(config: MonetixConfig, method: string): MonetixScenario {
  const scenario = config.scenarios.find((candidate) => METHOD_IDS[candidate] === method);
  if (scenario === undefined) throw new InputRefusal('method', 'method-unknown');
  return scenario;
}

async function receive(config: MonetixConfig, body: Uint8Array): Promise<Received> {
  const { raw, json } = readBody(body);
  try {
    const signature = signatureOf(json);
    if (signature === undefined || !(await config.signer.verify(json, signature))) throw refuse('signature-invalid');
    const message = readMessage(config, json, raw);
    return { messages: message === undefined ? [] : [message], reply: () => textResponse('OK', 200) };
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
