import type { Amount } from '../../contract/money.js';
import type { Method, UnavailableReason } from '../../contract/session.js';
import type { Payouts } from '../payout-port.js';
import {
  InputRefusal,
  WebhookRefusal,
  type Offer,
  type Provider,
  type ReturnHint,
  type StartOutcome,
} from '../provider.js';
import { ACCOUNT_INPUTS, accountShown, checkAccount } from './gmo-account.js';
import { askTransfer, cancelTransfer, startTransfer } from './gmo-bank.js';
import { askLink, cancelLink, startLink } from './gmo-link.js';
import { GMO_ID, gmoConfig, type GmoConfig, type GmoOptions, type GmoWay } from './gmo-options.js';
import { post } from './gmo-wire.js';
import { textAt } from './lossless-json.js';

/** No pause is documented; the search has its own path and is answered at once. */
const ASK_AFTER_MS = 3000;
const CURRENCY = 'JPY';
const KINDS: Readonly<Record<GmoWay, Method['kind']>> = {
  'bank-account': 'wait',
  'seven-bank-atm': 'receipt',
  'amazon-gift-card': 'redirect',
  'au-pay': 'redirect',
};
/** Business days until a transfer has arrived; everything else is there at once. Source: GMO-PG Remittance, "FAQ". */
const TRANSFER_DAYS = { minDays: 1, maxDays: 3 };
const AT_ONCE = { minDays: 0, maxDays: 0 };

/**
 * Payouts in yen to bank accounts, Seven Bank ATMs, Amazon and au PAY through the GMO-PG Remittance Service. It takes no
 * payments. What becomes of a payout is asked for: the service notifies the shop ("Result notification"), but no document at
 * hand shows how such a message looks or is verified, so any that comes is refused.
 *
 * @throws TypeError when an option is not valid
 */
export function gmoProvider(options: GmoOptions): Provider {
  const config = gmoConfig(options);
  return {
    id: GMO_ID,
    askAfterMs: ASK_AFTER_MS,
    methods: (offer) => (offer.purpose === 'payout' ? config.ways.map((way) => methodOf(config, way, offer)) : []),
    // Nothing of the shop's order is sent but its sum and its number.
    checkOffer: () => undefined,
    checkInput: (id, input) => (wayOf(config, id) === 'bank-account' ? checkAccount(input) : {}),
    async start(start): Promise<StartOutcome> {
      const way = wayOf(config, start.attempt.method);
      const unavailable = unavailableReason(config, way, start);
      if (unavailable) return { type: 'refused', code: unavailable.code };
      return await (way === 'bank-account' ? startTransfer(config, start) : startLink(config, way, start));
    },
    receive: () =>
      Promise.reject(new WebhookRefusal('message-invalid', new Response('message-invalid', { status: 400 }))),
    ask: (attempt) => {
      const way = wayOf(config, attempt.method);
      return way === 'bank-account' ? askTransfer(config, attempt) : askLink(config, way, attempt);
    },
    readReturn,
    payouts: payoutsOf(config),
  };
}

function payoutsOf(config: GmoConfig): Payouts {
  return {
    way: (id, _offer, kept) => {
      if (wayOf(config, id) !== 'bank-account') return AT_ONCE;
      return { ...TRANSFER_DAYS, ...(kept && { saved: kept }) };
    },
    destination: (id, input, kept) => {
      if (wayOf(config, id) !== 'bank-account') return undefined;
      const { saved } = input;
      if (saved === undefined) return accountShown(input);
      return kept?.id === saved ? kept.destination : undefined;
    },
    cancel: (attempt) => {
      const way = wayOf(config, attempt.method);
      return way === 'bank-account' ? cancelTransfer(config, attempt) : cancelLink(config, way, attempt);
    },
    balance: () => balance(config),
  };
}

/**
 * What is there and not spoken for: the lesser of `Balance` and `Balance_Forecast`, for whether the one still holds what
 * was registered and not sent, and whether the other counts on money to come, no document at hand says.
 */
async function balance(config: GmoConfig): Promise<Amount | 'unknown'> {
  const answer = await post(config, 'BalanceSearch', {});
  if (answer?.type !== 'data') return 'unknown';
  const now = textAt(answer.data, 'Balance') ?? '';
  const forecast = textAt(answer.data, 'Balance_Forecast') ?? now;
  if (![now, forecast].every((text) => /^\d{1,15}$/.test(text))) return 'unknown';
  return { value: Math.min(Number(now), Number(forecast)), currency: CURRENCY };
}

function methodOf(config: GmoConfig, way: GmoWay, offer: Offer): Method {
  const { min, max } = config.limits[way];
  const unavailable = unavailableReason(config, way, offer);
  return {
    id: `${GMO_ID}:${way}`,
    brand: way,
    kind: KINDS[way],
    limits: { min: { value: min, currency: CURRENCY }, max: { value: max, currency: CURRENCY } },
    ...(way === 'bank-account' && { inputs: [...ACCOUNT_INPUTS] }),
    ...(unavailable && { unavailable }),
  };
}

function unavailableReason(config: GmoConfig, way: GmoWay, { amount }: Offer): UnavailableReason | undefined {
  const { min, max } = config.limits[way];
  if (amount.currency !== CURRENCY) return { code: 'currency', currencies: [CURRENCY] };
  if (amount.value < min) return { code: 'amount-too-low', limit: { value: min, currency: CURRENCY } };
  if (amount.value > max) return { code: 'amount-too-high', limit: { value: max, currency: CURRENCY } };
  return undefined;
}

function wayOf(config: GmoConfig, id: string): GmoWay {
  const way = config.ways.find((candidate) => `${GMO_ID}:${candidate}` === id);
  if (way === undefined) throw new InputRefusal('method', 'method-unknown');
  return way;
}

/** `/returns/gmo?attempt=…&hint=success|decline|return`: the query we gave along in `Call_Back_Url`. */
function readReturn(url: URL): ReturnHint | undefined {
  const attemptId = url.searchParams.get('attempt') ?? '';
  const hint = url.searchParams.get('hint');
  if (!url.pathname.endsWith(`/returns/${GMO_ID}`) || !/^[A-Za-z0-9_-]{1,64}$/.test(attemptId)) return undefined;
  return hint === 'success' || hint === 'decline' || hint === 'return' ? { attemptId, hint } : undefined;
}
