import { expect } from '@open-wc/testing';
import { monetixSign, monetixVerify } from '../../src/sandbox/monetix-signature.js';
import { createMonetixSandbox } from '../../src/sandbox/monetix.js';
import type { MonetixSandboxOptions } from '../../src/sandbox/monetix-desk.js';

export const secret = 'a secret of this test';
export const base = 'https://sandbox.example';
export const startMs = Date.parse('2026-11-21T05:26:00.000Z');
export const wmid = '377094062589';

/** An operation as callbacks and status answers show it. */
export interface ToldOperation {
  id: number;
  type: string;
  status: string;
  date: string;
  created_date: string;
  request_id: string;
  sum_initial: { amount: number; currency: string };
  provider: { id: number; payment_id: string; date?: string };
  code?: string;
  message?: string;
}

/** The parts of a callback or a status answer that tests look at. */
export interface Told {
  project_id: number;
  payment: {
    id: string;
    type: string;
    status: string;
    method: string;
    date: string;
    sum: { amount: number; currency: string };
  };
  account?: { number: string };
  customer: { id: string };
  redirect_data?: { method: string; body: Record<string, string>; encrypted: unknown; url: string };
  errors?: { code: string; message: string }[];
  operation: ToldOperation;
  /** In place of `operation` in a status answer. */
  operations?: ToldOperation[];
  signature: string;
}

export interface Refused {
  status: string;
  code: string;
  message: string;
  errors: { code: string; field: string; message: string }[];
}

type Json = Record<string, unknown>;
type Parts = Record<string, Json>;

interface Timer {
  run: () => void;
  atMs: number;
}

/** A sandbox with its clock, its timers and a merchant who writes down what arrives. */
export function rig(options: Partial<MonetixSandboxOptions> = {}) {
  const clock = { nowMs: startMs };
  const timers = new Set<Timer>();
  const merchant = { received: [] as Told[], urls: [] as string[], answers: [] as number[] };
  const receive = async (request: Request): Promise<Response> => {
    merchant.urls.push(request.url);
    merchant.received.push((await request.json()) as Told);
    const answer = merchant.answers.shift() ?? 200;
    if (answer === 0) throw new TypeError('nobody there');
    return new Response('OK', { status: answer });
  };
  const sandbox = createMonetixSandbox({
    publicUrl: base,
    projects: [{ id: 238, secret, name: 'Merchant', callbackUrl: 'https://shop.example/callback', test: true }],
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
  const send = (path: string, init?: RequestInit) => sandbox(new Request(`${base}${path}`, init));
  const postJson = (path: string, body: unknown) =>
    send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const post = (path: string, fields: Record<string, string>) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields) });

  /** A Gate sale; `change` replaces whole fields of its parts. */
  const sale = async (method: 'webmoney-light' | 'webmoney', change: Parts = {}) =>
    postJson(`/v2/payment/${method}/sale`, await signed(saleBody(method, change)));
  /** A sale that the customer has paid. */
  const paid = async (change: Parts = {}) => {
    expect((await sale('webmoney', change)).status).to.equal(200);
    const token = sandbox.payments().at(-1)?.token ?? '';
    await post('/keeper/answer', { token, answer: 'pay' });
    await sandbox.deliverDue();
  };
  const refund = async (change: Parts = {}) =>
    postJson('/v2/payment/webmoney/refund', await signed(refundBody(change)));
  const payout = async (change: Parts = {}) =>
    postJson('/v2/payment/webmoney/payout', await signed(payoutBody(change)));
  const status = async (paymentId: string) =>
    postJson('/v2/payment/status', await signed({ general: { project_id: 238, payment_id: paymentId } }));
  /** The redirect data of the only payment that was told of. */
  const formFields = () => merchant.received.find(({ redirect_data: data }) => data)?.redirect_data?.body ?? {};
  const firstDue = () => [...timers].sort((left, right) => left.atMs - right.atMs)[0];
  const wire = { send, post, postJson, sale, paid, refund, payout, status, formFields, firstDue };
  return { sandbox, clock, timers, merchant, ...wire };
}

/** The sample requests of the documents, with an id of choice. */
export function saleBody(method: 'webmoney-light' | 'webmoney', change: Parts = {}): Parts {
  const description = 'Top-up of personal account №01234567890 on the website https://merchant.example.com/';
  const body: Parts = {
    general: { project_id: 238, payment_id: 'order-1' },
    customer: {
      id: 'customer1',
      ip_address: '198.51.100.47',
      first_name: 'John',
      last_name: 'Doe',
      email: 'john@doe.example',
    },
    payment: { amount: 8420, currency: 'USD', description },
    ...(method === 'webmoney' ? { account: { number: wmid } } : {}),
    return_url: {
      success: 'https://shop.example/success',
      decline: 'https://shop.example/decline',
      return: 'https://shop.example/return',
    },
  };
  return changed(body, change);
}

/** The sample refund request (figure 18): of all, unless the change names a part. */
export function refundBody(change: Parts = {}): Parts {
  const body: Parts = { general: { project_id: 238, payment_id: 'order-1' }, payment: { description: 'refund' } };
  return changed(body, change);
}

/** The sample payout request (figure 22), to a purse that is still supported. */
export function payoutBody(change: Parts = {}): Parts {
  const description = 'Withdrawal from personal account №01234567890 on the website https://merchant.example.com/';
  const body: Parts = {
    general: { project_id: 238, payment_id: 'WM-payout-002' },
    customer: {
      id: 'customer_123',
      ip_address: '198.51.100.47',
      first_name: 'John',
      last_name: 'Doe',
      email: 'johndoe@example.com',
    },
    account: { number: 'Z703276019842' },
    payment: { amount: 100, currency: 'USD', description },
  };
  return changed(body, change);
}

function changed(body: Parts, change: Parts): Parts {
  const parts = Object.entries(change).map(([part, fields]) => [part, { ...body[part], ...fields }]);
  return { ...body, ...(Object.fromEntries(parts) as Parts) };
}

/** Puts the signature where Gate wants it. */
export async function signed(given: Parts, key = secret): Promise<Parts> {
  const body = JSON.parse(JSON.stringify(given)) as Parts;
  return { ...body, general: { ...body['general'], signature: await monetixSign(body, key) } };
}

/** Signed Payment Page parameters. */
export async function pageParameters(
  change: Record<string, string> = {},
  key = secret,
): Promise<Record<string, string>> {
  const parameters = {
    project_id: '238',
    payment_id: 'order-1',
    payment_amount: '8420',
    payment_currency: 'USD',
    customer_id: 'customer1',
    customer_first_name: 'John',
    customer_last_name: 'Doe',
    customer_email: 'john@doe.example',
    payment_description: 'Top-up of personal account №01234567890 on the website https://merchant.example.com/',
    merchant_success_url: 'https://shop.example/success',
    merchant_fail_url: 'https://shop.example/decline',
    ...change,
  };
  return { ...parameters, signature: await monetixSign(parameters, key) };
}

/** Whether a callback or an answer bears a right signature. */
export function isGenuine(told: Told): Promise<boolean> {
  return monetixVerify(told, secret, told.signature);
}

/** The page in a response. */
export async function documentOf(response: Response): Promise<Document> {
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/** The fields a form would post. */
export function fieldsOf(form: Element | null): Record<string, string> {
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
