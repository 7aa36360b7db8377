import type { Attempt } from '../../src/bff/record.js';
import type { Offer, Provider, ProviderMessage, Received, Start } from '../../src/bff/provider.js';
import { InputRefusal, WebhookRefusal } from '../../src/bff/provider.js';
import { monetixProvider } from '../../src/bff/providers/monetix.js';
import type { RefundMessage } from '../../src/bff/refund-port.js';
import type { MonetixOptions } from '../../src/bff/providers/monetix-options.js';
import { readLossless } from '../../src/bff/providers/lossless-json.js';
import { signingString, type Signable } from '../../src/bff/providers/monetix-signature.js';

export const SECRET = 'secret';
export const NOW_MS = Date.parse('2026-11-21T05:00:00.000Z');
/** The payment id of the document's samples. */
export const PAYMENT_ID = 'ECT_TEST_1534835032773';

/** A provider as the document's samples have it: project 238, Gate, no network. */
export function provider(options: Partial<MonetixOptions> = {}): Provider {
  return monetixProvider({
    projectId: 238,
    secret: SECRET,
    interface: 'gate',
    websiteUrl: 'https://merchant.example.com/',
    now: () => NOW_MS,
    fetch: () => Promise.reject(new Error('no network in this test')),
    ...options,
  });
}

export function offer(change: Partial<Offer> = {}): Offer {
  return {
    amount: { value: 100, currency: 'USD' },
    order: { id: 'order-1', returnUrl: 'https://shop.example/thanks' },
    customer: {
      id: 'customer1',
      account: '01234567890',
      firstName: 'John',
      lastName: 'Doe',
      email: 'johndoe@email.com',
      ipAddress: '198.51.100.47',
    },
    ...change,
  };
}

export function attempt(change: Partial<Attempt> = {}): Attempt {
  return {
    id: PAYMENT_ID,
    method: 'monetix:webmoney-light',
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
      success: 'https://example.com/success/',
      decline: 'https://example.com/decline/',
      return: 'https://example.com/return/',
      cancel: 'https://shop.example/cancel',
    },
    webhookUrl: 'https://bff.example/webhooks/monetix',
    expiresAtMs: NOW_MS + 3_600_000,
    ...change,
  };
}

/** A Classic attempt with its WMID. */
export function classic(change: Partial<Attempt> = {}): Attempt {
  return attempt({ method: 'monetix:webmoney', input: { wmid: '377094062589' }, ...change });
}

/** HMAC-SHA512 in Base64, straight from WebCrypto. */
export async function hmac(text: string, secret = SECRET): Promise<string> {
  const bytes = (value: string) => new TextEncoder().encode(value);
  const algorithm = { name: 'HMAC', hash: 'SHA-512' };
  const key = await crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign']);
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(text)))));
}

/** A JSON text with its signature added at the top, every other character as it was. */
export async function signed(json: string, secret = SECRET): Promise<string> {
  const signature = await hmac(signingString(readLossless(json)), secret);
  return json.replace('{', `{"signature":"${signature}",`);
}

/** What the provider makes of a signed callback. */
export async function receive(body: Signable, options: Partial<MonetixOptions> = {}): Promise<ProviderMessage[]> {
  return receiveText(await signed(JSON.stringify(body)), options);
}

/** What the provider makes of a callback's text as it is. */
export async function receiveText(text: string, options: Partial<MonetixOptions> = {}): Promise<ProviderMessage[]> {
  return (await receiveAll(text, options)).messages;
}

/** The refunds that a signed callback tells of. */
export async function receiveRefunds(body: Signable): Promise<RefundMessage[]> {
  return (await receiveAll(await signed(JSON.stringify(body)))).refunds ?? [];
}

function receiveAll(text: string, options: Partial<MonetixOptions> = {}): Promise<Received> {
  const bytes = new TextEncoder().encode(text);
  const request = new Request('https://bff.example/webhooks/monetix', { method: 'POST', body: bytes });
  return provider(options).receive(request, bytes);
}

/** The code and the answer of a refused callback. */
export async function refusalOf(text: string, options: Partial<MonetixOptions> = {}): Promise<[string, number]> {
  try {
    await receiveText(text, options);
  } catch (error) {
    if (error instanceof WebhookRefusal) return [error.code, error.response.status];
    throw error;
  }
  return ['taken', 200];
}

/** `field: code` of an input refusal. */
export function inputRefusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof InputRefusal) return `${error.field}: ${error.code}`;
    throw error;
  }
  return 'taken';
}

/** A `fetch` that gives one answer and remembers what it was asked. */
export function answering(body: string | object, status = 200) {
  const calls: { url: string; init: RequestInit; body: unknown }[] = [];
  return {
    calls,
    fetch: (url: string, init: RequestInit) => {
      calls.push({ url, init, body: JSON.parse(init.body as string) });
      return Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));
    },
  };
}

/** The receipt of the public SDK models. */
export const RECEIPT = { status: 'success', request_id: 'req-1', project_id: 238, payment_id: PAYMENT_ID };

/** Figures 9 and 15: a successful WebMoneyClassic purchase; the request id keeps its broken lines. */
export const SUCCESS = {
  project_id: 238,
  payment: {
    id: PAYMENT_ID,
    type: 'purchase',
    status: 'success',
    date: '2018-08-21T07:05:53+0000',
    method: 'webmoney',
    sum: { amount: 100, currency: 'USD' },
    description: PAYMENT_ID,
  },
  account: { number: 'R703276019842' },
  operation: {
    id: 167000001094,
    type: 'sale',
    status: 'success',
    date: '2018-08-21T07:05:53+0000',
    created_date: '2018-08-21T07:05:12+0000',
    request_id: '765fc31fbb98a4ac937bbdadb3303f1d13eead\n\t\tec - 917 f825e85cce20981b0686599cb14b7f383d0e6 ',
    sum_initial: { amount: 100, currency: 'USD' },
    sum_converted: { amount: 100, currency: 'USD' },
    provider: { id: 1082, payment_id: '1592901328', date: '2018-08-21T10:05:51+0000', auth_code: '' },
    code: '0',
    message: 'Success',
  },
};

/** Figures 10 and 16: a declined WebMoneyLight purchase, whose two sums contradict each other. */
export const DECLINE = {
  project_id: 238,
  payment: {
    id: 'ECT_TEST_154477095843411111',
    type: 'purchase',
    status: 'decline',
    date: '2018-12-14T09:41:30+0000',
    method: 'webmoney-light',
    sum: { amount: 1000000000, currency: 'USD' },
    description: 'ECT_TEST_154477095843411111',
  },
  operation: {
    id: 13290000002280,
    type: 'sale',
    status: 'decline',
    date: '2018-12-14T09:41:30+0000',
    created_date: '2018-12-14T08:41:29+0000',
    request_id: 'a52dc11e9d57fa3a8649671e5599544fcfc50d0f-ebbce425f52073d89f96c67686feefe5ab01c1fd',
    sum_initial: { amount: 100, currency: 'USD' },
    sum_converted: { amount: 100, currency: 'USD' },
    provider: { id: 1083, payment_id: '', auth_code: '' },
    code: '20101',
    message: 'Decline due to amount or frequency limit',
  },
};

/** The document's fragment of redirection data in the shape of a callback. */
export const REDIRECT = {
  project_id: 238,
  payment: {
    id: PAYMENT_ID,
    type: 'purchase',
    status: 'awaiting redirect result',
    method: 'webmoney-light',
    sum: { amount: 100, currency: 'USD' },
  },
  operation: { id: 13290000002280, type: 'sale', status: 'awaiting redirect result', request_id: 'req-1' },
  redirect_data: {
    method: 'POST',
    body: { example_parameter_1: 'value_1', example_parameter_2: 'value_2' },
    encrypted: [],
    url: 'https://example.com/redirect',
  },
};
