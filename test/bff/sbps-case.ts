import type { RedirectAction } from '../../src/contract/next-action.js';
import type { Attempt } from '../../src/bff/record.js';
import type { Offer, Provider, ProviderMessage, Start } from '../../src/bff/provider.js';
import { InputRefusal, WebhookRefusal } from '../../src/bff/provider.js';
import { sbpsProvider } from '../../src/bff/providers/sbps.js';
import { RESULT_FIELDS } from '../../src/bff/providers/sbps-fields.js';
import { sbpsHasher } from '../../src/bff/providers/sbps-hash.js';
import { SBPS_WALLETS, type SbpsOptions } from '../../src/bff/providers/sbps-options.js';
import { toShiftJis } from '../../src/bff/providers/sbps-shift-jis.js';

/** The hash key of the public samples. */
export const HASH_KEY = '398a58952baf329cac5efbae97ea84ba17028d02';
/** 2026-11-21 14:00:00 in Japan. */
export const NOW_MS = Date.parse('2026-11-21T05:00:00.000Z');
export const ATTEMPT_ID = 'abcdefghijklmnopqrstuvwxyz234567';

export function provider(options: Partial<SbpsOptions> = {}): Provider {
  return sbpsProvider({
    merchantId: '99999',
    serviceId: '001',
    hashKey: HASH_KEY,
    wallets: SBPS_WALLETS,
    webmoney: true,
    now: () => NOW_MS,
    ...options,
  });
}

export function offer(change: Partial<Offer> = {}): Offer {
  return {
    amount: { value: 1000, currency: 'JPY' },
    order: { id: 'order-1', shop: 'Kissa', description: 'テスト商品', returnUrl: 'https://shop.example/thanks' },
    customer: { id: 'user007' },
    ...change,
  };
}

export function attempt(change: Partial<Attempt> = {}): Attempt {
  return {
    id: ATTEMPT_ID,
    method: 'sbps:webmoney',
    status: 'starting',
    input: {},
    startedAtMs: NOW_MS,
    asks: 0,
    ...change,
  };
}

export function start(change: Partial<Start> = {}): Start {
  return {
    ...offer(),
    attempt: attempt(),
    returnUrls: {
      success: 'https://shop.example/ok',
      decline: 'https://shop.example/error',
      return: 'https://shop.example/return',
      cancel: 'https://shop.example/cancel',
    },
    webhookUrl: 'https://bff.example/sbps/result',
    expiresAtMs: NOW_MS + 3_600_000,
    ...change,
  };
}

/** The redirection that a start leads to. */
export async function opened(change: Partial<Start> = {}, options: Partial<SbpsOptions> = {}): Promise<RedirectAction> {
  const outcome = await provider(options).start(start(change));
  if (outcome.type !== 'started' || outcome.nextAction.type !== 'redirect') throw new Error(JSON.stringify(outcome));
  return outcome.nextAction;
}

/** A result as SBPS tells it of a payment of ¥1,000. */
export const RESULT: Readonly<Record<string, string>> = {
  pay_method: 'webmoney',
  merchant_id: '99999',
  service_id: '001',
  cust_code: 'user007',
  order_id: ATTEMPT_ID,
  item_id: 'order',
  item_name: 'テスト商品',
  amount: '1000',
  pay_type: '0',
  service_type: '0',
  terminal_type: '0',
  request_date: '20261121140000',
  res_pay_method: 'webmoney',
  res_result: 'OK',
  res_tracking_id: '80312789324671',
  res_payment_date: '20261121140230',
  res_date: '20261121140231',
  limit_second: '600',
};

/** How a result is written and signed; by default as the notification (A02-1). */
export interface Writing {
  key?: string;
  over?: 'utf-8' | 'shift_jis';
  /** Added behind, as it stands. */
  extra?: string;
}

/** The body that carries {@link RESULT} with changes; a field that is changed to undefined is left out. */
export async function resultBody(
  change: Readonly<Record<string, string | undefined>> = {},
  { key = HASH_KEY, over = 'utf-8', extra = '' }: Writing = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const fields = { ...RESULT, ...change };
  const values = RESULT_FIELDS.map((name) => fields[name] ?? '');
  const hasher = sbpsHasher(key);
  const hash = over === 'utf-8' ? (await hasher.ofTexts(values)).toUpperCase() : await hasher.ofBytes(values.map(sjis));
  const pairs = Object.entries({ sps_hashcode: hash, ...fields }).filter((pair) => pair[1] !== undefined);
  // SBPS sends the fields in no particular order.
  const text = pairs.reverse().map(([name, value]) => `${name}=${escaped(value ?? '')}`);
  return ascii(text.join('&') + extra);
}

function sjis(text: string): Uint8Array {
  return toShiftJis(text) ?? new Uint8Array();
}

function escaped(text: string): string {
  return Array.from(sjis(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** The bytes of a plain form body. */
export function ascii(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Hands a body to the provider's webhook. */
export async function receiveBytes(body: Uint8Array, sbps = provider()): Promise<ProviderMessage> {
  const request = new Request('https://bff.example/webhooks/sbps', { method: 'POST' });
  const { messages } = await sbps.receive(request, body);
  const [message] = messages;
  if (!message || messages.length > 1) throw new Error(`${messages.length} messages`);
  return message;
}

export async function receive(change: Readonly<Record<string, string | undefined>> = {}): Promise<ProviderMessage> {
  return receiveBytes(await resultBody(change));
}

/** The code that a body is refused with and what SBPS gets to read; undefined when it is taken. */
export async function refusalOf(body: Uint8Array, sbps = provider()): Promise<[string, string] | undefined> {
  try {
    await receiveBytes(body, sbps);
    return undefined;
  } catch (error) {
    if (!(error instanceof WebhookRefusal)) throw error;
    return [error.code, await error.response.text()];
  }
}

/** Field and code of a refused offer; undefined when it is fine. */
export function offerRefusal(change: Partial<Offer>, options: Partial<SbpsOptions> = {}): [string, string] | undefined {
  try {
    provider(options).checkOffer(offer(change));
    return undefined;
  } catch (error) {
    if (!(error instanceof InputRefusal)) throw error;
    return [error.field, error.code];
  }
}
