import { apply, query } from './haipay-api.js';
import { bank, transfer } from './haipay-bank.js';
import { answerAtRegister, counter, register, ringUp } from './haipay-counter.js';
import { HaipayDesk } from './haipay-desk.js';
import type { HaipayFaults } from './haipay-faults.js';
import { actOnOrder, front, switchFaults } from './haipay-front.js';
import type { HaipayNotice } from './haipay-notices.js';
import type { HaipaySandboxOptions } from './haipay-options.js';
import { answerInWallet, showPayPage } from './haipay-pay-page.js';
import type { HaipayPayment } from './haipay-payment.js';
import { waitingOf } from './haipay-waiting.js';
import type { HaipayWaiting } from './haipay-waiting.js';
import { scan, wallet } from './haipay-wallet.js';
import { iconResponse, styleResponse } from './page.js';

type Route = (request: Request, url: URL) => Response | Promise<Response>;

/** The provider's side of the Japan Payment API: a web-standard app and the strings a test or a demo may pull. */
export interface HaipaySandbox {
  (request: Request): Promise<Response>;
  /** Resolves when keys and stored state are read; rejects when they cannot be. Requests wait for it. */
  readonly ready: Promise<void>;
  /** The books, oldest order first; a copy. */
  payments(): readonly HaipayPayment[];
  /** Notifications on their way and the latest that ended; a copy. */
  notices(): readonly HaipayNotice[];
  /** What waits for a payer or a confirmation, oldest first, each with the page on which to act. */
  waiting(): readonly HaipayWaiting[];
  /** Calls back after every change. Returns the way to stop that. */
  subscribe(listener: () => void): () => void;
  /** Expires and delivers what is due by `now`, until nothing is. Returns the number of notification requests. */
  deliverDue(): Promise<number>;
  /** When it next does something by itself, in epoch milliseconds. */
  nextDueAtMs(): number | undefined;
  /** The faults that are switched on. */
  faults(): Readonly<HaipayFaults>;
  /** @throws RangeError naming the field that is out of its range */
  setFaults(change: Partial<HaipayFaults>): Promise<void>;
  /** Stops the clock: nothing is sent by itself any more. */
  close(): void;
}

async function formOf(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await request.text());
}

function isForm(request: Request): boolean {
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  return type?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
}

function routesOf(desk: HaipayDesk): Readonly<Record<string, Route>> {
  return {
    'POST /jpy/collect/apply': (request) => apply(desk, request, 'JPY'),
    'POST /usd/collect/apply': (request) => apply(desk, request, 'USD'),
    'POST /jpy/collect/query': (request) => query(desk, request, 'JPY'),
    'POST /usd/collect/query': (request) => query(desk, request, 'USD'),
    'GET /wallet': () => wallet(desk),
    'POST /wallet': async (request) => scan(desk, await formOf(request)),
    'GET /counter': (_request, url) => counter(desk, url.searchParams),
    'POST /counter': async (request) => ringUp(desk, await formOf(request)),
    'GET /bank': (_request, url) => bank(desk, url.searchParams),
    'POST /bank': async (request) => transfer(desk, await formOf(request)),
    'GET /': () => front(desk),
    'POST /faults': async (request) => switchFaults(desk, await formOf(request)),
    'POST /expire': async (request) => actOnOrder(desk, await formOf(request), 'expire'),
    'POST /confirm': async (request) => actOnOrder(desk, await formOf(request), 'confirm'),
    'GET /sandbox.css': () => styleResponse(),
    'GET /icon.svg': () => iconResponse(),
  };
}

/** The pages of one order, `/pay/{token}` and, at a store, `/counter/{token}`. */
function orderRoute(desk: HaipayDesk, method: string, path: string): Route | undefined {
  const [, page, token = ''] = /^\/(pay|counter)\/([\da-f]{32})$/.exec(path) ?? [];
  const payment = desk.books.byToken(token);
  if (payment === undefined || (page === 'counter' && payment.numbers.length === 0)) return undefined;
  if (method === 'GET') return () => (page === 'pay' ? showPayPage(desk, payment) : register(desk, payment));
  if (method !== 'POST') return undefined;
  const act = page === 'pay' ? answerInWallet : answerAtRegister;
  return async (request) => act(desk, payment, await formOf(request));
}

async function respond(desk: HaipayDesk, routes: Readonly<Record<string, Route>>, request: Request): Promise<Response> {
  await desk.ready;
  if (desk.books.expireDue()) await desk.commit();
  const url = new URL(request.url);
  const path = desk.paths.route(url) ?? '';
  const route = routes[`${request.method} ${path}`] ?? orderRoute(desk, request.method, path);
  if (route === undefined) {
    const allow = ['GET', 'POST'].filter((method) => routes[`${method} ${path}`] !== undefined);
    if (allow.length === 0) return new Response('Not found', { status: 404 });
    return new Response('Method not allowed', { status: 405, headers: { allow: allow.join(', ') } });
  }
  if (request.method === 'POST' && !path.includes('/collect/') && !isForm(request)) {
    return new Response('The content type must be application/x-www-form-urlencoded', { status: 415 });
  }
  return route(request, url);
}

/**
 * Makes the provider's side of the Japan Payment API: applications and queries, signed notifications with their
 * repetitions, the pages, store, bank and wallet where a payer pays, and the faults that can befall them. Written from
 * HaiPay's documents; it shares no code with an adapter, so that one checks the other.
 * @throws TypeError or RangeError for options that cannot be right
 */
export function createHaipaySandbox(options: HaipaySandboxOptions): HaipaySandbox {
  const desk = new HaipayDesk(options);
  const routes = routesOf(desk);
  return Object.assign((request: Request) => respond(desk, routes, request), {
    ready: desk.ready,
    payments: () => structuredClone(desk.books.all()),
    notices: () => structuredClone(desk.notices.all()),
    waiting: () => waitingOf(desk),
    subscribe: (listener: () => void) => desk.upkeep.subscribe(listener),
    deliverDue: () => desk.deliverDue(),
    nextDueAtMs: () => desk.nextDueMs(),
    faults: () => ({ ...desk.faults }),
    setFaults: (change: Partial<HaipayFaults>) => desk.ready.then(() => desk.changeFaults(change)),
    close: () => desk.upkeep.close(),
  });
}
