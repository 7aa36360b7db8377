import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { CreateSessionAnswer, OrderAnswer } from '../src/contract/requests.js';
import { CURRENCIES, GOODS, tally } from './goods.js';
import type { Basket, Currency } from './goods.js';
import type { OrderBook, ShopOrder } from './orders.js';
import { basketPage, checkoutPage, messagePage, shelfPage } from './pages.js';
import type { Visit } from './pages.js';
import { TEXTS } from './texts.js';

export interface ShopOptions {
  url: string;
  bffUrl: string;
  /** The shop server's key for the BFF. It never reaches a page. */
  apiKey: string;
  sandboxUrl: string;
  orders: OrderBook;
  /** Folders that are served as they are, by the first part of the path. */
  folders: Readonly<Record<string, string>>;
  /** Hosts that the checkout may send the buyer to. */
  redirectHosts: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

/** The demo shop's own server: pages, a basket in a cookie, orders, and the two calls to the BFF. */
export function createShop(options: ShopOptions): (request: Request) => Promise<Response> {
  const { bffUrl, orders, sandboxUrl } = options;
  const csp = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${bffUrl}`,
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
    const t = TEXTS[visit.language];
    const answer = await bff('/sessions', {
      method: 'POST',
      body: JSON.stringify({
        order: {
          id: order.id,
          shop: t.shop,
          returnUrl: `${options.url}/checkout/${order.id}`,
          doneUrl: `${options.url}/orders/${order.id}`,
          restartUrl: `${options.url}/basket`,
        },
        amount: { value: order.total, currency: order.currency },
        locale: visit.language,
        customer: {
          id: `demo-${order.id}`,
          account: order.id,
          firstName: 'Sample',
          lastName: 'Buyer',
          email: 'buyer@shop.example',
        },
      }),
    });
    if (!answer.ok) throw new Error(`the BFF answered ${answer.status} to POST /sessions`);
    const { url } = CreateSessionAnswer.parse(await answer.json());
    const saved = { ...order, sessionUrl: url };
    await orders.save(saved);
    return saved;
  }

  async function checkout(order: ShopOrder, visit: Visit): Promise<Response> {
    const [token, keys] = await Promise.all([fetch(order.sessionUrl), fetch(`${bffUrl}/.well-known/jwks.json`)]);
    if (!token.ok || !keys.ok) throw new Error(`the BFF answered ${token.status} and ${keys.status}`);
    const attributes = {
      session: await token.text(),
      'session-url': order.sessionUrl,
      jwks: JSON.stringify(await keys.json()),
      'redirect-hosts': options.redirectHosts.join(' '),
      'contact-url': `${options.url}/orders/${order.id}`,
    };
    return show(checkoutPage({ ...visit, currency: order.currency }, order.basket, attributes));
  }

  /** What has become of an order, by the BFF's word and never by the browser's. */
  async function orderPage(order: ShopOrder, visit: Visit): Promise<Response> {
    const t = TEXTS[visit.language];
    const answer = await bff(`/orders/${encodeURIComponent(order.id)}`);
    if (!answer.ok) throw new Error(`the BFF answered ${answer.status} to GET /orders`);
    const { sessions } = OrderAnswer.parse(await answer.json());
    const is = (status: string) => sessions.some((session) => session.status === status);
    const fact = `${t.order} ${order.id}`;
    const goOn = { href: `/checkout/${order.id}`, label: t.goOn };
    const back = { href: '/', label: t.toShelf };
    if (is('succeeded')) {
      const emptied = { ...visit, basket: {} };
      const page = show(messagePage(emptied, t.thanks, t.thanksText, back, fact));
      page.headers.append('set-cookie', cookieOf(emptied));
      return page;
    }
    if (is('needsAttention')) return show(messagePage(visit, t.looking, t.lookingText, back, fact));
    if (is('open') || is('pending')) return show(messagePage(visit, t.notYet, t.notYetText, goOn, fact));
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
      const to = /^\/(?!\/)[\w\-/?=&.]*$/.test(back) ? back : '/';
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
    const order = { id: orders.nextId(), basket: visit.basket, currency: visit.currency, total, sessionUrl: '' };
    await newSession(order, visit);
    return go(`/checkout/${order.id}`);
  }

  async function route(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const visit: Visit = { ...readCookie(request), path: url.pathname, sandboxUrl };
    const [, first = '', id = '', ...rest] = url.pathname.split('/');
    if (request.method === 'POST') return act(url.pathname, new URLSearchParams(await request.text()), visit);
    if (first in options.folders) return asset(first, [id, ...rest].join('/'));
    if (url.pathname === '/') return show(shelfPage(visit));
    if (url.pathname === '/basket') return show(basketPage(visit));
    const order = orders.get(id);
    if (order && first === 'checkout') return checkout(order, visit);
    if (order && first === 'orders') return orderPage(order, visit);
    const t = TEXTS[visit.language];
    return show(messagePage(visit, t.missing, '', { href: '/', label: t.toShelf }), 404);
  }

  return async (request) => {
    try {
      return await route(request);
    } catch (error) {
      console.error(error instanceof Error ? error.message : 'the shop failed');
      const visit = { ...readCookie(request), path: '/', sandboxUrl };
      const t = TEXTS[visit.language];
      return show(messagePage(visit, t.unavailable, t.unavailableText, { href: '/basket', label: t.basket }), 503);
    }
  };
}

type Kept = Pick<Visit, 'language' | 'currency' | 'basket'>;

function chosen(form: URLSearchParams): Partial<Kept> {
  const language = form.get('language');
  const currency = CURRENCIES.find((code) => code === form.get('currency'));
  return { ...(language === 'ja' || language === 'en' ? { language } : {}), ...(currency ? { currency } : {}) };
}

function cookieOf({ language, currency, basket }: Kept): string {
  const value = new URLSearchParams({ language, currency, ...mapValues(basket) });
  return `shop=${value.toString()}; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000`;
}

function readCookie(request: Request): Kept {
  const found = /(?:^|; )shop=([^;]*)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const values = new URLSearchParams(found ?? '');
  const accepted = request.headers.get('accept-language') ?? 'ja';
  const language = values.get('language') ?? (accepted.startsWith('ja') ? 'ja' : 'en');
  const currency: Currency = CURRENCIES.find((code) => code === values.get('currency')) ?? 'USD';
  const basket: Basket = {};
  for (const { id } of GOODS) {
    const count = Number(values.get(id) ?? 0);
    if (Number.isInteger(count) && count > 0 && count < 10) basket[id] = count;
  }
  return { language: language === 'ja' ? 'ja' : 'en', currency, basket };
}

function mapValues(basket: Basket): Record<string, string> {
  return Object.fromEntries(Object.entries(basket).map(([id, count]) => [id, String(count)]));
}
