import { haipaySign, haipayVerify, importHaipayKeys } from '../../src/sandbox/haipay-signature.js';
import type { HaipayFields } from '../../src/sandbox/haipay-signature.js';
import type { HaipaySandboxOptions } from '../../src/sandbox/haipay-options.js';
import { haipayRows } from '../../src/sandbox/haipay-rows.js';
import type { HaipayProduct } from '../../src/sandbox/haipay-rows.js';
import { createHaipaySandbox } from '../../src/sandbox/haipay.js';
import type { HaipayMerchant } from '../../src/sandbox/haipay-merchant.js';

export const base = 'https://haipay.example';
export const startMs = Date.parse('2026-11-21T05:26:00.000Z');
export const secret = 'a secret of this test';

/** A notification, or the data of an answer. */
export interface Told {
  appId: number;
  currency: string;
  orderId: string;
  orderNo: string;
  amount: string;
  actualAmount?: string;
  fee: string;
  status: number | string;
  payTime?: string;
  errorMsg?: string;
  payUrl?: string;
  sign: string;
  [field: string]: string | number | boolean | undefined;
}

export interface Envelope {
  status: string | number;
  error: string;
  msg: string;
  data?: Told;
}

async function pemOf(format: 'spki' | 'pkcs8', key: CryptoKey): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.exportKey(format, key));
  const label = format === 'spki' ? 'PUBLIC KEY' : 'PRIVATE KEY';
  const lines = btoa(String.fromCharCode(...bytes)).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

async function keyPair(): Promise<{ publicPem: string; privatePem: string }> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 };
  const usages: KeyUsage[] = ['sign', 'verify'];
  const exponent = new Uint8Array([1, 0, 1]);
  const pair = await crypto.subtle.generateKey({ ...algorithm, publicExponent: exponent }, true, usages);
  const [publicPem, privatePem] = await Promise.all([pemOf('spki', pair.publicKey), pemOf('pkcs8', pair.privateKey)]);
  return { publicPem, privatePem };
}

/** Throw-away keys, made once: the merchant's pair and the provider's. */
export const keys = Promise.all([keyPair(), keyPair()]).then(([merchant, provider]) => ({ merchant, provider }));

/** The merchant of these tests, in both currencies. */
export async function merchants(change: Partial<HaipayMerchant> = {}): Promise<readonly HaipayMerchant[]> {
  const { merchant, provider } = await keys;
  const both = { secret, merchantPublicKey: merchant.publicPem, privateKey: provider.privatePem, ...change };
  return [
    { ...both, appId: 1054, currency: 'JPY', name: change.name ?? 'Hiyori' },
    { ...both, appId: 1055, currency: 'USD', name: change.name ?? 'Hiyori' },
  ];
}

/** An application for a product; `change` replaces fields, undefined takes them away. */
export function application(product: HaipayProduct, change: HaipayFields = {}, currency = 'JPY'): HaipayFields {
  const row = haipayRows.find((one) => one.product === product && one.currency === currency);
  return {
    appId: currency === 'JPY' ? 1054 : 1055,
    orderId: 'order-1',
    amount: currency === 'JPY' ? '500' : '4.99',
    phone: '09012345678',
    email: 'hanako@shop.example',
    name: '山田 花子',
    payType: row?.payType,
    inBankCode: row?.inBankCode,
    callBackUrl: 'https://shop.example/ok',
    callBackFailUrl: 'https://shop.example/ng',
    notifyUrl: 'https://bff.example/haipay/notify',
    subject: 'Order H-20418',
    partnerUserId: '149597870',
    ...change,
  };
}

/** Signs as the merchant does. */
export async function signed(fields: HaipayFields, key = secret): Promise<HaipayFields> {
  const { merchant } = await keys;
  const sign = await haipaySign(fields, await importHaipayKeys(key, merchant.publicPem, merchant.privatePem));
  return { ...fields, sign };
}

/** Whether the provider signed this answer or notification. */
export async function isGenuine(told: Told): Promise<boolean> {
  const { provider } = await keys;
  return haipayVerify(told, await importHaipayKeys(secret, provider.publicPem, provider.privatePem), told.sign);
}

interface Timer {
  run: () => void;
  atMs: number;
}

/** A sandbox with its clock, its timers and a merchant who writes down what arrives. */
export async function rig(options: Partial<HaipaySandboxOptions> = {}) {
  const clock = { nowMs: startMs };
  const timers = new Set<Timer>();
  const merchant = { received: [] as Told[], urls: [] as string[], replies: [] as string[] };
  const receive = async (request: Request): Promise<Response> => {
    merchant.urls.push(request.url);
    merchant.received.push((await request.json()) as Told);
    const reply = merchant.replies.shift() ?? 'SUCCESS';
    if (reply === 'nobody there') throw new TypeError(reply);
    return reply === 'broken' ? new Response('SUCCESS', { status: 500 }) : new Response(reply);
  };
  const sandbox = createHaipaySandbox({
    publicUrl: base,
    merchants: await merchants(),
    fetch: receive,
    now: () => clock.nowMs,
    setTimer: (run, delayMs) => {
      const timer = { run, atMs: clock.nowMs + delayMs };
      timers.add(timer);
      return timer;
    },
    clearTimer: (timer) => void timers.delete(timer as Timer),
    ...options,
  });
  const send = (path: string, init?: RequestInit) => sandbox(new Request(new URL(path, base), init));
  const postJson = (path: string, body: unknown) =>
    send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const post = (path: string, fields: Record<string, string>) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields) });
  const answered = async (response: Response) => (await response.json()) as Envelope;

  const apply = async (product: HaipayProduct, change: HaipayFields = {}, currency = 'JPY') =>
    answered(
      await postJson(`/${currency.toLowerCase()}/collect/apply`, await signed(application(product, change, currency))),
    );
  const query = async (orderId = 'order-1', currency = 'JPY', more: HaipayFields = {}) => {
    const fields = { appId: currency === 'JPY' ? 1054 : 1055, orderId, ...more };
    return answered(await postJson(`/${currency.toLowerCase()}/collect/query`, await signed(fields)));
  };
  const payment = (orderId = 'order-1') => {
    const found = sandbox.payments().find((one) => one.orderId === orderId);
    if (found === undefined) throw new RangeError(`There is no ${orderId}`);
    return found;
  };
  /** Presses a button in the wallet's app. */
  const inWallet = (answer: string, orderId = 'order-1') => post(`/pay/${payment(orderId).token}`, { answer });
  const transfer = (amount: string, orderId = 'order-1') =>
    post('/bank', { account: payment(orderId).account, amount });
  const ringUp = (orderId = 'order-1') => {
    const [number = '', second = ''] = payment(orderId).numbers;
    return post('/counter', { number, second });
  };
  const atRegister = (answer: string, orderId = 'order-1') => post(`/counter/${payment(orderId).token}`, { answer });
  const told = () => merchant.received.map(({ status }) => status);
  const firstDue = () => [...timers].sort((left, right) => left.atMs - right.atMs)[0];
  const acts = { inWallet, transfer, ringUp, atRegister };
  return { sandbox, clock, timers, merchant, send, post, postJson, apply, query, payment, told, firstDue, ...acts };
}

/** The page in a response. */
export async function documentOf(response: Response): Promise<Document> {
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

export const heading = (page: Document): string => page.querySelector('h1')?.textContent ?? '';
export const mainText = (page: Document): string =>
  (page.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
/** Where a page goes by itself. */
export const leavesFor = (page: Document): string | undefined =>
  page.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')?.replace('0; url=', '');
