import type { Attempt } from '../../src/bff/record.js';
import type { Offer, Provider, ProviderMessage, Start } from '../../src/bff/provider.js';
import type { Payouts } from '../../src/bff/payout-port.js';
import { gmoProvider } from '../../src/bff/providers/gmo.js';
import type { GmoOptions } from '../../src/bff/providers/gmo-options.js';
import { toShiftJis } from '../../src/bff/providers/sbps-shift-jis.js';

export const NOW_MS = Date.parse('2026-11-21T05:00:00.000Z');
export const DAY_MS = 86_400_000;
export const ATTEMPT_ID = 'abcdefghijklmnopqrstuvwxyz234567';
/** Its first 27 characters. */
export const DEPOSIT_ID = 'abcdefghijklmnopqrstuvwxyz2';
export const API_URL = 'https://test-remittance.gmopg.jp';
export const SHOP = { shopId: 'rshop00000071', shopPassword: 'secret-71' };

/** Of an account that was named in that attempt: SHA-256 of `account ` and the attempt's id, cut. */
export const BANK_ID = '29d3541e27860a727fe5d5aff8318b51e287faec';
/** An account as a recipient's form gives it, and as the provider cleans it. */
export const ACCOUNT = {
  bankCode: '0001',
  branchCode: '813',
  accountType: 'ordinary',
  accountNumber: '12093',
  accountName: 'フジタ　ジュンペイ',
  bankName: 'みずほ銀行',
};
export const CLEAN = { ...ACCOUNT, accountNumber: '0012093', accountName: 'ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ' };
export const POST_ACCOUNT = { bankCode: '9900', symbol: '10530', number: '12345671', accountName: 'ﾔﾏﾀﾞ ﾊﾅｺ' };
export const KEPT = { id: 'kept-1', destination: { bank: 'みずほ銀行', accountNumber: '••••093' } };

export function provider(options: Partial<GmoOptions> = {}): Provider & { payouts: Payouts } {
  const made = gmoProvider({
    ...SHOP,
    now: () => NOW_MS,
    fetch: () => Promise.reject(new Error('no network in this test')),
    ...options,
  });
  const { payouts } = made;
  if (!payouts) throw new Error('gmo pays out');
  return { ...made, payouts };
}

export function offer(change: Partial<Offer> = {}): Offer {
  return {
    purpose: 'payout',
    amount: { value: 12_000, currency: 'JPY' },
    order: { id: 'ticket-77', returnUrl: 'https://shop.example/receive' },
    customer: { id: 'u1' },
    ...change,
  };
}

export function attempt(change: Partial<Attempt> = {}): Attempt {
  return {
    id: ATTEMPT_ID,
    method: 'gmo:bank-account',
    status: 'starting',
    input: CLEAN,
    startedAtMs: NOW_MS,
    asks: 0,
    nextAction: { type: 'wait' },
    ...change,
  };
}

/** An attempt that the provider has taken. */
export function waiting(method: string, change: Partial<Attempt> = {}): Attempt {
  return attempt({ method, input: {}, status: 'waiting', ...change });
}

export function start(change: Partial<Attempt> = {}, more: Partial<Start> = {}): Start {
  const back = (hint: string) => `https://bff.example/returns/gmo?attempt=${ATTEMPT_ID}&hint=${hint}`;
  return {
    ...offer(),
    attempt: attempt(change),
    returnUrls: { success: back('success'), decline: back('decline'), return: back('return'), cancel: back('cancel') },
    webhookUrl: 'https://bff.example/webhooks/gmo',
    expiresAtMs: NOW_MS + 30 * DAY_MS,
    ...more,
  };
}

/** What a call was sent, its form or JSON read back. */
export interface Call {
  url: string;
  name: string;
  fields: Record<string, string>;
  init: RequestInit;
}

/** An answer of a call: fields, error codes, a text as it is, a status, or `lost`. */
export type Answer = Record<string, unknown> | string[] | string | number;
export const LOST = 'lost';

/** What each call is answered, by its name; one that is not named gets no answer. */
export type Answers = Partial<Record<string, Answer>>;

/** A `fetch` that gives these answers in the encoding of the call, and remembers what it was asked. */
export function answering(answers: Answers) {
  const calls: Call[] = [];
  const fetch = (url: string, init: RequestInit) => {
    const path = new URL(url).pathname;
    const [name = '', encoding = ''] = (path.split('/').at(-1) ?? '').split('.');
    const text = init.body as string;
    const fields = encoding === 'json' ? (JSON.parse(text) as Record<string, string>) : readForm(text);
    calls.push({ url, name, fields, init });
    const answer = answers[name];
    if (answer === undefined || answer === LOST) return Promise.reject(new TypeError('network'));
    return Promise.resolve(respond(answer, encoding));
  };
  return { calls, fetch };
}

function respond(answer: Answer, encoding: string): Response {
  if (typeof answer === 'number') return new Response('fault', { status: answer });
  if (typeof answer === 'string') return new Response(answer);
  if (encoding === 'json') {
    return Response.json(Array.isArray(answer) ? answer.map((ErrInfo) => ({ ErrCode: 'BA1', ErrInfo })) : answer);
  }
  const fields = Array.isArray(answer)
    ? { ErrCode: answer.map(() => 'BA1').join('|'), ErrInfo: answer.join('|') }
    : answer;
  const text = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`);
  return new Response(new Uint8Array(toShiftJis(text.join('&')) ?? []));
}

/** A form in Shift_JIS, read back. */
function readForm(text: string): Record<string, string> {
  const pairs = text.split('&').map((pair) => {
    const [name = '', value = ''] = pair.split('=');
    const bytes = [...value.matchAll(/%([0-9A-F]{2})|(.)/g)].map(([, hex, letter = '']) =>
      hex === undefined ? letter.charCodeAt(0) : parseInt(hex, 16),
    );
    return [name, new TextDecoder('shift_jis').decode(Uint8Array.from(bytes))];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** What the answer to a question came to, in one line. */
export function said(answer: ProviderMessage | 'not-found' | 'unknown'): string {
  if (typeof answer === 'string') return answer;
  const { outcome } = answer;
  return 'code' in outcome ? `${outcome.type} ${outcome.code}` : outcome.type;
}
