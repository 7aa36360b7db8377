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
import { readLossless, textAt } from './lossless-json.js';
import { apply, ask, confirmed } from './haipay-collect.js';
import { readNotification } from './haipay-messages.js';
import { HAIPAY_METHODS } from './haipay-methods.js';
import type { HaipayMethod } from './haipay-methods.js';
import { haipayConfig } from './haipay-options.js';
import type { HaipayConfig, HaipayOptions } from './haipay-options.js';
import { checkAnswers, checkCustomer, missingInputs } from './haipay-payer.js';
import { isData, type HaipayData } from './haipay-wire.js';

const PROVIDER_ID = 'haipay';
/** No pause is documented; the query has its own path and is answered at once. */
const ASK_AFTER_MS = 5000;

/**
 * au PAY, Merpay, GMO Aozora virtual accounts and convenience stores in yen and dollars through HaiPay's Japan Payment
 * API.
 *
 * @throws TypeError when an option is not valid
 */
export function haipayProvider(options: HaipayOptions): Provider {
  const config = haipayConfig(options);
  return {
    id: PROVIDER_ID,
    askAfterMs: ASK_AFTER_MS,
    methods: (offer) => config.methods.map((method) => methodOf(config, method, offer)),
    checkOffer: (offer) => {
      // What none of the methods can be used for is never sent.
      if (config.methods.some((method) => !unavailableReason(config, method, offer))) {
        checkCustomer(config, offer.customer);
      }
    },
    checkInput: (id, input, offer) => {
      knownMethod(config, id);
      const answers = checkAnswers(config, offer.customer, input);
      // The status question gets the attempt alone, and each currency has an account of its own.
      return { ...answers, currency: offer.amount.currency };
    },
    async start(start): Promise<StartOutcome> {
      try {
        const method = knownMethod(config, start.attempt.method);
        const unavailable = unavailableReason(config, method, start);
        if (unavailable) return { type: 'refused', code: unavailable.code };
        return await apply(config, method, start);
      } catch (error) {
        // Nothing has been sent then, so nothing can come of it.
        if (error instanceof InputRefusal) return { type: 'refused', code: error.code };
        throw error;
      }
    },
    receive: (_request, body) => receive(config, body),
    ask: (attempt) => ask(config, attempt),
    readReturn,
  };
}

function methodOf(config: HaipayConfig, method: HaipayMethod, offer: Offer): Method {
  const { currency } = offer.amount;
  const row = config.rowOf(method, currency);
  const inputs = missingInputs(config, offer.customer);
  const unavailable = unavailableReason(config, method, offer);
  const { kind } = HAIPAY_METHODS[method];
  return {
    id: `${PROVIDER_ID}:${method}`,
    brand: method,
    kind: kind === 'redirect' ? config.walletStep : kind,
    ...(row && { limits: { min: { value: row.min, currency }, max: { value: row.max, currency } } }),
    ...(inputs.length > 0 && { inputs }),
    ...(unavailable && { unavailable }),
  };
}

function unavailableReason(config: HaipayConfig, method: HaipayMethod, offer: Offer): UnavailableReason | undefined {
  const { value, currency } = offer.amount;
  const row = config.rowOf(method, currency);
  if (!row) {
    const currencies = config.businesses
      .map((business) => business.currency)
      .filter((one) => config.rowOf(method, one));
    return { code: 'currency', currencies };
  }
  if (value < row.min) return { code: 'amount-too-low', limit: { value: row.min, currency } };
  if (value > row.max) return { code: 'amount-too-high', limit: { value: row.max, currency } };
  return undefined;
}

function knownMethod(config: HaipayConfig, id: string): HaipayMethod {
  const method = config.methods.find((candidate) => `${PROVIDER_ID}:${candidate}` === id);
  if (method === undefined) throw new InputRefusal('method', 'method-unknown');
  return method;
}

/**
 * A notification: JSON, signed with the key of the account that it names by `appId` and `currency`, every field of it
 * included. Anything but `SUCCESS` makes HaiPay send it again, every five minutes up to five times. Source: HaiPay
 * Common API, "Asynchronous Notification".
 */
async function receive(config: HaipayConfig, body: Uint8Array): Promise<Received> {
  const { raw, data } = readBody(body);
  const currency = textAt(data, 'currency')?.toUpperCase();
  const business = config.businesses.find((one) => one.currency === currency);
  if (!business || textAt(data, 'appId') !== String(business.appId)) throw refuse('message-invalid');
  if (!(await business.signer.verify(data))) throw refuse('signature-invalid');
  const told = readNotification(config, business, data, raw);
  if (!told) throw refuse('message-invalid');
  const messages = await confirmed(config, business, data, told);
  return { messages, reply: () => textResponse('SUCCESS', 200) };
}

function readBody(body: Uint8Array): { raw: string; data: HaipayData } {
  try {
    const raw = new TextDecoder('utf-8', { fatal: true }).decode(body);
    const data = readLossless(raw);
    if (isData(data)) return { raw, data };
  } catch {
    throw refuse('message-invalid');
  }
  throw refuse('message-invalid');
}

function refuse(code: WebhookRefusal['code']): WebhookRefusal {
  return new WebhookRefusal(code, textResponse(code, 400));
}

function textResponse(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

/**
 * `/returns/haipay?attempt=…&hint=success|decline`: the query we gave along. What HaiPay adds to it is not documented
 * and is never read.
 */
function readReturn(url: URL): ReturnHint | undefined {
  const attemptId = url.searchParams.get('attempt') ?? '';
  const hint = url.searchParams.get('hint');
  if (!url.pathname.endsWith(`/returns/${PROVIDER_ID}`) || !/^[A-Za-z0-9_-]{1,64}$/.test(attemptId)) return undefined;
  return hint === 'success' || hint === 'decline' || hint === 'return' ? { attemptId, hint } : undefined;
}
