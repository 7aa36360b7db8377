import type { NextAction } from '../../src/contract/next-action.js';
import type { Attempt } from '../../src/bff/record.js';
import type { Offer, Provider, Received, Start } from '../../src/bff/provider.js';
import { WebhookRefusal } from '../../src/bff/provider.js';
import { haipayProvider } from '../../src/bff/providers/haipay.js';
import type { HaipayCurrency } from '../../src/bff/providers/haipay-methods.js';
import type { HaipayOptions } from '../../src/bff/providers/haipay-options.js';
import { signingString, type HaipayFields } from '../../src/bff/providers/haipay-signature.js';
import { readLossless } from '../../src/bff/providers/lossless-json.js';

export const NOW_MS = Date.parse('2026-11-21T05:00:00.000Z');
/** The order number of the document's first sample. */
export const ORDER_ID = 'M233323000059';
export const BASE_URL = 'https://uat-interface.haipay.asia';
export const APP_IDS: Record<HaipayCurrency, number> = { JPY: 1054, USD: 1055 };

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** A key as PEM. */
export async function pem(key: CryptoKey, kind: 'PRIVATE' | 'PUBLIC'): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.exportKey(kind === 'PRIVATE' ? 'pkcs8' : 'spki', key));
  const lines = btoa(String.fromCharCode(...bytes)).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${kind} KEY-----`, ...lines, `-----END ${kind} KEY-----`, ''].join('\n');
}

/** One account seen from both sides: what the shop is given, and HaiPay's own pair. */
async function makeBusiness(currency: HaipayCurrency) {
  const [merchant, haipay] = await Promise.all([
    crypto.subtle.generateKey(RSA, true, ['sign', 'verify']),
    crypto.subtle.generateKey(RSA, true, ['sign', 'verify']),
  ]);
  const account = {
    appId: APP_IDS[currency],
    secret: `secret-${currency}`,
    privateKey: await pem(merchant.privateKey, 'PRIVATE'),
    publicKey: await pem(haipay.publicKey, 'PUBLIC'),
  };
  return { account, merchant, haipay };
}

export const BUSINESSES = { JPY: await makeBusiness('JPY'), USD: await makeBusiness('USD') };
export const ACCOUNTS = { JPY: BUSINESSES.JPY.account, USD: BUSINESSES.USD.account };

/** A provider with both accounts and no network. */
export function provider(options: Partial<HaipayOptions> = {}): Provider {
  return haipayProvider({
    accounts: ACCOUNTS,
    fetch: () => Promise.reject(new Error('no network in this test')),
    ...options,
  });
}

export function offer(change: Partial<Offer> = {}): Offer {
  return {
    amount: { value: 300, currency: 'JPY' },
    order: { id: 'order-1', returnUrl: 'https://shop.example/thanks' },
    customer: {
      id: '149597870',
      firstName: 'Hanako',
      lastName: 'Yamada',
      email: '23423@qq.com',
      phone: '09230219312',
    },
    ...change,
  };
}

export function attempt(change: Partial<Attempt> = {}): Attempt {
  return {
    id: ORDER_ID,
    method: 'haipay:konbini-lawson',
    status: 'starting',
    input: { currency: 'JPY' },
    startedAtMs: NOW_MS,
    asks: 0,
    nextAction: { type: 'wait' },
    ...change,
  };
}

/** An attempt whose buyer knows what to do. */
export function waiting(change: Partial<Attempt> = {}): Attempt {
  const deadline = '2026-11-21T06:00:00.000Z';
  const nextAction: NextAction = { type: 'konbini', chain: 'lawson', numbers: [], deadline };
  return attempt({ status: 'waiting', nextAction, ...change });
}

export function start(change: Partial<Start> = {}): Start {
  return {
    ...offer(),
    attempt: attempt(),
    returnUrls: {
      success: 'https://shop.example/ok',
      decline: 'https://shop.example/ng',
      return: 'https://x.example/',
      cancel: 'https://shop.example/cancel',
    },
    webhookUrl: 'https://bff.example/haipay/notify',
    expiresAtMs: NOW_MS + 3_600_000,
    ...change,
  };
}

/** HaiPay's signature over a text with its secret. */
export async function signText(text: string, currency: HaipayCurrency = 'JPY'): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const signature = await crypto.subtle.sign(RSA.name, BUSINESSES[currency].haipay.privateKey, bytes);
  return btoa(String.fromCharCode(...new Uint8Array(signature)));
}

/** A JSON object's text with HaiPay's `sign` put in, every other character as it was. */
export async function signed(json: string, currency: HaipayCurrency = 'JPY'): Promise<string> {
  const fields = readLossless(json) as HaipayFields;
  const sign = await signText(signingString(fields, ACCOUNTS[currency].secret), currency);
  return json.replace('{', `{"sign":"${sign}",`);
}

/** An answer of HaiPay in its envelope, as the document's samples have it. */
export async function envelope(data: object | string, currency: HaipayCurrency = 'JPY'): Promise<string> {
  const text = await signed(typeof data === 'string' ? data : JSON.stringify(data), currency);
  return `{"status":"1","error":"00000000","msg":"","data":${text}}`;
}

/** An answer that says no. */
export function errorAnswer(error: string): string {
  return JSON.stringify({ status: '0', error, msg: 'no', data: null });
}

/** A `fetch` that gives the answers by the last part of the path, and remembers what it was asked. */
export function answering(answers: { apply?: string; query?: string }, status = 200) {
  const calls: { url: string; init: RequestInit; body: Record<string, unknown> }[] = [];
  return {
    calls,
    fetch: (url: string, init: RequestInit) => {
      calls.push({ url, init, body: JSON.parse(init.body as string) as Record<string, unknown> });
      const answer = url.endsWith('/apply') ? answers.apply : answers.query;
      if (answer === undefined) return Promise.reject(new TypeError('network'));
      return Promise.resolve(new Response(answer, { status }));
    },
  };
}

/** A notification's fields, all that the document lists. */
export function notice(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    appId: APP_IDS.JPY,
    currency: 'JPY',
    orderId: ORDER_ID,
    orderNo: '6023071013539074',
    amount: '300',
    fee: '9',
    status: 2,
    payTime: '2026-11-21 14:05:00',
    ...change,
  };
}

/** What the provider makes of a notification's text as it is. */
export function receiveText(text: string | Uint8Array, options: Partial<HaipayOptions> = {}): Promise<Received> {
  const body = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return provider(options).receive(new Request('https://bff.example/haipay/notify', { method: 'POST' }), body);
}

/** What the provider makes of a signed notification. */
export async function receive(change: Record<string, unknown> = {}, options: Partial<HaipayOptions> = {}) {
  const text = await signed(JSON.stringify(notice(change)), change['currency'] === 'USD' ? 'USD' : 'JPY');
  return (await receiveText(text, options)).messages;
}

/** The code and the answer of a refused notification. */
export async function refusalOf(text: string | Uint8Array): Promise<[string, number]> {
  try {
    await receiveText(text);
  } catch (error) {
    if (error instanceof WebhookRefusal) return [error.code, error.response.status];
    throw error;
  }
  return ['taken', 200];
}
