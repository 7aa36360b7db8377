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
import { messageOf } from './sbps-messages.js';
import {
  AMOUNT_MAX,
  SBPS_ID,
  sbpsConfig,
  type SbpsConfig,
  type SbpsOptions,
  type SbpsProduct,
  type SbpsRow,
} from './sbps-options.js';
import { checkTexts, openLink } from './sbps-purchase.js';
import { sbpsRefunds } from './sbps-refunds.js';
import { readResult, ResultFault } from './sbps-result.js';

/**
 * SB Payment Service, link type: the wallets of Alipay+, each a method of its own, and WebMoney Payment by BitCash (the
 * Japanese prepaid number, which is not WebMoney Transfer). One-time payments in yen. The link type has no question for
 * the status: its result notification is the only proof.
 *
 * @throws TypeError when an option is not valid
 */
export function sbpsProvider(options: SbpsOptions): Provider {
  const config = sbpsConfig(options);
  return {
    id: SBPS_ID,
    askAfterMs: undefined,
    methods: (offer) => config.rows.map((row) => methodOf(config, row, offer)),
    checkOffer: (offer) => void checkTexts(config, offer),
    checkInput(method) {
      rowOf(config, method);
      return {};
    },
    async start(start): Promise<StartOutcome> {
      try {
        const { product } = rowOf(config, start.attempt.method);
        const unavailable = unavailableReason(config, product, start);
        if (unavailable) return { type: 'refused', code: unavailable.code };
        return { type: 'started', nextAction: await openLink(config, product, start) };
      } catch (error) {
        // Nothing has been sent then, so nothing can come of it.
        if (error instanceof InputRefusal) return { type: 'refused', code: error.code };
        throw error;
      }
    },
    receive: (request, body) => receive(config, request, body),
    unstored: () => textResponse('NG,not stored'),
    ask: () => Promise.resolve('unknown'),
    refunds: sbpsRefunds(config),
    readReturn: (url, body) => readReturn(config, url, body),
  };
}

function methodOf(config: SbpsConfig, { id, brand, product }: SbpsRow, offer: Offer): Method {
  const { min, max } = config.limits[product];
  const yen = (value: number) => ({ value, currency: 'JPY' });
  const limits = { ...(min !== undefined && { min: yen(min) }), ...(max !== undefined && { max: yen(max) }) };
  const unavailable = unavailableReason(config, product, offer);
  return {
    id,
    brand,
    kind: 'redirect',
    ...(Object.keys(limits).length > 0 && { limits }),
    ...(unavailable && { unavailable }),
  };
}

/** Feature phones have WebMoney only. Source: SBPS Alipay+ and SBPS WebMoney Payment, "Supported devices". */
function unavailableReason(
  { limits }: SbpsConfig,
  product: SbpsProduct,
  { amount: { value, currency }, device }: Offer,
): UnavailableReason | undefined {
  const { min = 1, max = AMOUNT_MAX } = limits[product];
  if (currency !== 'JPY') return { code: 'currency', currencies: ['JPY'] };
  if (value < min) return { code: 'amount-too-low', limit: { value: min, currency } };
  if (value > max) return { code: 'amount-too-high', limit: { value: max, currency } };
  return product === 'alipayPlus' && device === 'featurePhone' ? { code: 'device' } : undefined;
}

function rowOf(config: SbpsConfig, method: string): SbpsRow {
  const row = config.rows.find(({ id }) => id === method);
  if (!row) throw new InputRefusal('method', 'method-unknown');
  return row;
}

/**
 * Takes a result notification (A02-1). `OK,` means that it is stored, nothing else: SBPS may not be able to take a charge
 * back after `NG`, so what is odd about a payment is for the shop to see and never answered with it. `NG,` goes to
 * what SBPS can't have sent. SBPS reads the body, so the status is 200 either way.
 */
async function receive(config: SbpsConfig, request: Request, body: Uint8Array): Promise<Received> {
  if (!config.mayCome(request)) throw refuse('message-invalid', 'address');
  try {
    const result = await readResult(config, body, 'texts');
    const message = messageOf(result, rawText(body));
    return { messages: [message], reply: () => textResponse('OK,') };
  } catch (error) {
    if (error instanceof ResultFault) throw refuse(error.code, error.code);
    throw error;
  }
}

/** The body as it arrived, byte by byte: a form is ASCII, and what is not must stay told apart. */
function rawText(body: Uint8Array): string {
  return Array.from(body, (byte) => String.fromCharCode(byte)).join('');
}

function refuse(code: WebhookRefusal['code'], message: string): WebhookRefusal {
  return new WebhookRefusal(code, textResponse(`NG,${message}`));
}

function textResponse(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=Shift_JIS' } });
}

/**
 * `/returns/sbps?attempt=…&hint=success|decline|return|cancel`. Where the buyer's browser brings a result (A03-1), that
 * and not the address tells the hint: `return` when it is not rightly signed or of another order. An order that was
 * cancelled at SBPS is taken for over: its number may be used once.
 */
async function readReturn(config: SbpsConfig, url: URL, body: Uint8Array): Promise<ReturnHint | undefined> {
  const attemptId = url.searchParams.get('attempt') ?? '';
  const hint = url.searchParams.get('hint');
  if (!url.pathname.endsWith(`/returns/${SBPS_ID}`) || !/^[A-Za-z0-9_-]{1,64}$/.test(attemptId)) return undefined;
  if (hint !== 'success' && hint !== 'decline' && hint !== 'return' && hint !== 'cancel') return undefined;
  return { attemptId, hint: body.length === 0 ? hint : await hintOf(config, attemptId, body, hint) };
}

async function hintOf(
  config: SbpsConfig,
  attemptId: string,
  body: Uint8Array,
  address: ReturnHint['hint'],
): Promise<ReturnHint['hint']> {
  try {
    const result = await readResult(config, body, 'bytes');
    if (result('order_id') !== attemptId) return 'return';
    const said = messageOf(result, '').outcome.type;
    if (said === 'paid') return 'success';
    if (said === 'declined') return 'decline';
    // a result that says nothing, as of a payment that was cancelled
    return address === 'cancel' ? 'cancel' : 'return';
  } catch (error) {
    if (error instanceof ResultFault) return 'return';
    throw error;
  }
}
