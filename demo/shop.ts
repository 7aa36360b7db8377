import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { CreateSessionAnswer, OrderAnswer } from '../src/contract/requests.js';
import type { OrderSession } from '../src/contract/requests.js';
import { amountText } from '../src/i18n/amounts.js';
import { nextOrderId } from './book.js';
import type { Book, ShopOrder } from './book.js';
import { GOODS, tally } from './goods.js';
import type { Office } from './office/office.js';
import { basketPage, checkoutPage, messagePage, shelfPage } from './pages.js';
import { providerPage, stampOf } from './provider-page.js';
import type { ProviderSide } from './provider-side.js';
import { receivePage } from './receive-page.js';
import { chosen, cookieOf, readCookie, shopLanguage, textsFor } from './visit.js';
import type { Visit } from './visit.js';

export interface ShopOptions {
  url: string;
  bffUrl: string;
  /** The shop server's key for the BFF. It never reaches a page. */
  apiKey: string;
  /** What the page "provider side" shows. */
  providerSide: ProviderSide;
  orders: Book<ShopOrder>;
  /** Answers what is below `/back-office`. */
  office: Office;
  /** Folders that are served as they are, by the first part of the path. */
  folders: Readonly<Record<string, string>>;
  /** Hosts that the checkout may send the buyer to. */
  redirectHosts: readonly string[];
}

/** Longer than the three days that a store or a bank is given. */
const SESSION_SECONDS = 4 * 86_400;

/** What the shop knows of its buyer: only who lives in Japan has left a phone number. */
function buyerOf({ region }: Visit) {
  const phone = region === 'JP' ? { phone: '+81312345678' } : {};
  return { firstName: 'Sample', lastName: 'Buyer', email: 'buyer@shop.example', ...phone };
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

/** What has been given back of an order, and what was paid for it, for reading. */
function refundedOf(sessions: readonly OrderSession[], language: string): { back: string; paid: string } {
  const session = sessions.find(({ status }) => status === 'refunded' || status === 'partiallyRefunded');
  if (!session) return { back: '', paid: '' };
  const { amount, attempts, refunds } = session;
  const paid = attempts.find(({ status }) => status === 'succeeded')?.received ?? amount;
  const value = refunds.reduce((sum, one) => sum + (one.status === 'succeeded' ? one.amount.value : 0), 0);
  return { back: amountText({ ...paid, value }, language), paid: amountText(paid, language) };
}

/** The demo shop's own server: pages, a basket in a cookie, orders, and the two calls to the BFF. */
export function createShop(options: ShopOptions): (request: Request) => Promise<Response> {
  const { bffUrl, orders, providerSide } = options;
  const csp = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${bffUrl}`,
    `form-action 'self' ${options.redirectHosts.map((host) => `http://${host} https://${host}`).join(' ')}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
    "frame-ancestors 'self'",
  ].join('; ');
  const show = (body: string, status = 200) =>
    new Response(body, {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': csp,
        'cache-control': 'no-store',
      },
    });
  const go = (to: string, cookie?: string) =>
    new Response(null, { status: 303, headers: { location: to, ...(cookie ? { 'set-cookie': cookie } : {}) } });
  const bff = (path: string, init: RequestInit = {}) =>
    fetch(`${bffUrl}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${options.apiKey}`, 'content-type': 'application/json', ...init.headers },
    });

  /** A session for an order: the one it has, or a new one when that is over. */
  async function newSession(order: ShopOrder, visit: Visit): Promise<ShopOrder> {
    const t = textsFor(visit);
    const answer = await bff('/sessions', {
      method: 'POST',
      body: JSON.stringify({
        order: {
          id: order.id,
          shop: t.shop,
          returnUrl: `${options.url}/checkout/${order.id}`,
          doneUrl: `${options.url}/orders/${order.id}`,
          restartUrl: `${options.url}/basket`,
          // Whatever the language: it goes through Shift_JIS too.
          description: `Order ${order.id}`,
        },
        amount: { value: order.total, currency: order.currency },
        locale: visit.language,
        expiresInSeconds: SESSION_SECONDS,
        customer: { id: `demo-${order.id}`, account: order.id, ...buyerOf(visit) },
      }),
    });
    if (!answer.ok) throw new Error(`the BFF answered ${answer.status} to POST /sessions`);
    const { url } = CreateSessionAnswer.parse(await answer.json());
    const saved = { ...order, sessionUrl: url };
    await orders.save(saved);
    return saved;
  }

  /** What the tag is told of a session. @returns undefined when there is no such session */
  async function attributesOf(sessionUrl: string, contactUrl: string): Promise<Record<string, string> | undefined> {
    const [token, keys] = await Promise.all([fetch(sessionUrl), fetch(`${bffUrl}/.well-known/jwks.json`)]);
    if (token.status === 404) return undefined;
    if (!token.ok || !keys.ok) throw new Error(`the BFF answered ${token.status} and ${keys.status}`);
    return {
      session: await token.text(),
      'session-url': sessionUrl,
      jwks: JSON.stringify(await keys.json()),
      'redirect-hosts': options.redirectHosts.join(' '),
      'contact-url': contactUrl,
    };
  }

  async function checkout(order: ShopOrder, visit: Visit): Promise<Response> {
    const attributes = await attributesOf(order.sessionUrl, `${options.url}/orders/${order.id}`);
    if (!attributes) throw new Error('the BFF does not know the session');
    const { email, phone } = { phone: '', ...buyerOf(visit) };
    const contact = [email, phone].filter(Boolean);
    return show(checkoutPage({ ...visit, currency: order.currency }, order.basket, attributes, contact));
  }

  /** Where the recipient of a payout chooses how to receive it. */
  async function receive(visit: Visit, id: string): Promise<Response> {
    const t = textsFor(visit);
    const isId = /^[\w-]{1,100}$/.test(id);
    const attributes = isId ? await attributesOf(`${bffUrl}/sessions/${id}`, `${options.url}/`) : undefined;
    if (!attributes) {
      return show(messagePage(visit, t.receiveMissing, t.receiveMissingText, { href: '/', label: t.toShelf }), 404);
    }
    return show(receivePage({ ...visit, path: `/receive?reji_session=${id}` }, attributes));
  }

  /** What has become of an order, by the BFF's word and never by the browser's. */
  async function orderPage(order: ShopOrder, visit: Visit): Promise<Response> {
    const t = textsFor(visit);
    const answer = await bff(`/orders/${encodeURIComponent(order.id)}`);
    if (!answer.ok) throw new Error(`the BFF answered ${answer.status} to GET /orders`);
    const { sessions } = OrderAnswer.parse(await answer.json());
    const received = sessions.some(({ attempts }) => attempts.some((attempt) => attempt.received));
    const is = (status: string) => sessions.some((session) => session.status === status);
    const fact = `${t.order} ${order.id}`;
    const goOn = { href: `/checkout/${order.id}`, label: t.goOn };
    const back = { href: '/', label: t.toShelf };
    const givenBack = refundedOf(sessions, shopLanguage(visit));
    if (is('refunded')) return show(messagePage(visit, t.refunded, t.refundedText(givenBack.back), back, fact));
    if (is('partiallyRefunded')) {
      return show(messagePage(visit, t.partly, t.partlyText(givenBack.back, givenBack.paid), back, fact));
    }
    if (is('succeeded')) {
      const emptied = { ...visit, basket: {} };
      const page = show(messagePage(emptied, t.thanks, received ? t.overpaidText : t.thanksText, back, fact));
      page.headers.append('set-cookie', cookieOf(emptied));
      return page;
    }
    if (is('needsAttention')) return show(messagePage(visit, t.looking, t.lookingText, back, fact));
    if (is('open') || is('pending'))
      return show(messagePage(visit, t.notYet, received ? t.partText : t.notYetText, goOn, fact));
    return show(messagePage(visit, t.ended, t.endedText, { href: '/basket', label: t.basket }, fact));
  }

  async function asset(folder: string, rest: string): Promise<Response> {
    const root = options.folders[folder] ?? '';
    const file = join(root, normalize(`/${rest}`));
    if (!root || !file.startsWith(root + sep)) return new Response('not found', { status: 404 });
    const body = await readFile(file).catch(() => undefined);
    if (!body) return new Response('not found', { status: 404 });
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(body), { headers: { 'content-type': type, 'cache-control': 'no-cache' } });
  }

  async function act(path: string, form: URLSearchParams, visit: Visit): Promise<Response> {
    if (path === '/settings') {
      const back = form.get('back') ?? '/';
      const to = /^\/(?!\/)[\w\-/?=&.%+]*$/.test(back) ? back : '/';
      const next = { ...visit, ...chosen(form) };
      return go(to, cookieOf(next));
    }
    if (path === '/basket') {
      const id = form.get('good') ?? '';
      if (!GOODS.some((good) => good.id === id)) return go('/basket');
      const count = Math.max(0, Math.min(9, (visit.basket[id] ?? 0) + (form.get('change') === '-1' ? -1 : 1)));
      return go('/basket', cookieOf({ ...visit, basket: { ...visit.basket, [id]: count } }));
    }
    const { total } = tally(visit.basket, visit.currency);
    if (path !== '/checkout' || total === 0) return go('/basket');
    const { firstName, lastName } = buyerOf(visit);
    const order = {
      id: nextOrderId(orders),
      basket: visit.basket,
      currency: visit.currency,
      total,
      sessionUrl: '',
      name: `${firstName} ${lastName}`,
    };
    await newSession(order, visit);
    return go(`/checkout/${order.id}`);
  }

  async function route(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const visit: Visit = { ...readCookie(request), path: url.pathname };
    const [, first = '', id = '', ...rest] = url.pathname.split('/');
    if (first === 'back-office') return options.office(request, visit);
    if (request.method === 'POST') return act(url.pathname, new URLSearchParams(await request.text()), visit);
    if (first in options.folders) return asset(first, [id, ...rest].join('/'));
    if (url.pathname === '/') return show(shelfPage(visit));
    if (url.pathname === '/basket') return show(basketPage(visit));
    if (url.pathname === '/receive') return receive(visit, url.searchParams.get('reji_session') ?? '');
    if (url.pathname === '/provider') return show(providerPage(visit, providerSide));
    if (url.pathname === '/provider/stamp') return new Response(stampOf(providerSide));
    const order = orders.get(id);
    if (order && first === 'checkout') return checkout(order, visit);
    if (order && first === 'orders') return orderPage(order, visit);
    const t = textsFor(visit);
    return show(messagePage(visit, t.missing, '', { href: '/', label: t.toShelf }), 404);
  }

  return async (request) => {
    try {
      return await route(request);
    } catch (error) {
      console.error(error instanceof Error ? error.message : 'the shop failed');
      const visit = { ...readCookie(request), path: '/' };
      const t = textsFor(visit);
      return show(messagePage(visit, t.unavailable, t.unavailableText, { href: '/basket', label: t.basket }), 503);
    }
  };
}
