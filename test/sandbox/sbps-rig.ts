import { expect } from '@open-wc/testing';
import type { SbpsSandboxOptions } from '../../src/sandbox/sbps-desk.js';
import { sbpsHash } from '../../src/sandbox/sbps-hash.js';
import type { SbpsFields } from '../../src/sandbox/sbps-hash.js';
import { readShiftJisForm, writeShiftJisForm } from '../../src/sandbox/sbps-shift-jis.js';
import { sbpsWallets } from '../../src/sandbox/sbps-wallets.js';
import { createSbpsSandbox } from '../../src/sandbox/sbps.js';

export const hashKey = 'a-hash-key-of-this-test';
export const base = 'https://sandbox.example';
export const link = '/f01/FepBuyInfoReceive.do';
export const startMs = Date.parse('2026-11-21T05:26:00.000Z');
export const merchant = {
  merchantId: '30132',
  serviceId: '001',
  hashKey,
  name: 'Hiyori Shōten',
  wallets: sbpsWallets.map(({ id }) => id),
};

type Told = Record<string, string>;

interface Timer {
  run: () => void;
  atMs: number;
}

/** A sandbox with its clock, its timers and a merchant who writes down what arrives. */
export function rig(options: Partial<SbpsSandboxOptions> = {}) {
  const clock = { nowMs: startMs };
  const timers = new Set<Timer>();
  const shop = {
    received: [] as Told[],
    bodies: [] as string[],
    urls: [] as string[],
    answers: [] as (string | number)[],
  };
  const receive = async (request: Request): Promise<Response> => {
    const body = await request.text();
    shop.urls.push(request.url);
    shop.bodies.push(body);
    shop.received.push(Object.fromEntries(readShiftJisForm(new TextEncoder().encode(body))));
    const answer = shop.answers.shift() ?? 'OK,';
    if (answer === 0) throw new TypeError('nobody there');
    return typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer);
  };
  const sandbox = createSbpsSandbox({
    publicUrl: base,
    merchants: [merchant],
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
  const agent = { name: 'Mozilla/5.0 (X11; Linux x86_64)' };
  const send = (path: string, init: RequestInit = {}) => {
    const request = new Request(new URL(path, base), init);
    // Chromium lets no page name its user agent in a Request of its own.
    const headers = new Headers([...request.headers, ['user-agent', agent.name]]);
    return sandbox(Object.defineProperty(request, 'headers', { value: headers }));
  };
  const postText = (path: string, body: BodyInit) =>
    send(path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  const post = (path: string, fields: Told) => postText(path, new URLSearchParams(fields).toString());
  /** Posts a purchase request as a browser does; `change` replaces fields, `undefined` leaves one out. */
  const request = async (change: Record<string, string | undefined> = {}, key = hashKey) =>
    postText(link, writeShiftJisForm(await signed(change, key)));
  /** The path of the page that a purchase request opens. */
  const open = async (change: Record<string, string | undefined> = {}) =>
    where(await request(change), 'the request was refused');
  const page = async (path: string) => documentOf(await send(path));
  const payment = () => sandbox.payments().at(-1) ?? expect.fail('no payment');
  const firstDue = () => [...timers].sort((left, right) => left.atMs - right.atMs)[0];
  return { sandbox, clock, timers, shop, agent, send, post, postText, request, open, page, payment, firstDue };
}

export type Rig = ReturnType<typeof rig>;

/** The wallet page of a payment for which this wallet was chosen on the Alipay+ screen. */
export async function walletPage(test: Rig, wallet: string, change: Record<string, string> = {}) {
  const path = await test.open(change);
  await test.post(`${path}/product`, { product: 'alipay-plus' });
  await test.post(`${path}/wallet`, { wallet });
  const { walletToken } = test.payment();
  return { path, app: `/wallet/${walletToken}/${wallet}` };
}

/** Approves or declines in a wallet that scans. Returns the cashier's page. */
export async function answerIn(test: Rig, answer: 'approve' | 'decline', change: Record<string, string> = {}) {
  const { path, app } = await walletPage(test, 'gcash', change);
  await test.post(app, { answer });
  return path;
}

/** Where a redirection leads. */
export function where(answer: Response, problem = 'no redirection'): string {
  return answer.status === 303 ? (answer.headers.get('location') ?? '') : expect.fail(problem);
}

/** A purchase request of the documented fields, without its hash. */
export function fieldsOf(change: Record<string, string | undefined> = {}): [name: string, value: string][] {
  const fields: Record<string, string | undefined> = {
    pay_method: 'alipay',
    merchant_id: merchant.merchantId,
    service_id: merchant.serviceId,
    cust_code: 'user007',
    sps_cust_no: '',
    sps_payment_no: '',
    order_id: 'ORDER-0001',
    item_id: 'ITEM-1',
    pay_item_id: '',
    item_name: 'テスト商品',
    tax: '',
    amount: '1000',
    pay_type: '0',
    auto_charge_type: '',
    service_type: '0',
    div_settele: '',
    last_charge_month: '',
    camp_type: '',
    tracking_id: '',
    terminal_type: '0',
    success_url: 'https://shop.example/ok',
    cancel_url: 'https://shop.example/cancel',
    error_url: 'https://shop.example/error',
    pagecon_url: 'https://bff.example/sbps/result',
    free1: '',
    free2: '',
    free3: '',
    free_csv: '',
    request_date: '20261121142600',
    limit_second: '600',
    ...change,
  };
  return Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** The same with its hash; a `sps_hashcode` in the change stays as it is. */
export async function signed(change: Record<string, string | undefined>, key = hashKey): Promise<SbpsFields> {
  const fields = fieldsOf(change);
  if ('sps_hashcode' in change) return fields;
  return [...fields, ['sps_hashcode', await sbpsHash(fields, key, 'utf-8')]];
}

/** The page in a response. */
export async function documentOf(response: Response): Promise<Document> {
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** The fields a form of a page would post. */
export function formFields(form: Element | null): Told {
  const inputs = form?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? [];
  return Object.fromEntries(Array.from(inputs, ({ name, value }) => [name, value]));
}

/** The texts of all buttons and links of a page. */
export function controlsOf(page: Document): string[] {
  return Array.from(page.querySelectorAll('button, main a'), (control) => control.textContent);
}

export const heading = (page: Document): string => page.querySelector('h1')?.textContent ?? '';
export const mainText = (page: Document): string =>
  (page.querySelector('main')?.textContent ?? '').replaceAll(/\s+/g, ' ');
