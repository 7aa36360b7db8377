import type { MonetixCallback } from './monetix-callbacks.js';
import { MonetixDesk } from './monetix-desk.js';
import type { MonetixSandboxOptions } from './monetix-desk.js';
import type { MonetixFaults } from './monetix-faults.js';
import { front, switchFaults } from './monetix-front.js';
import { sale, status } from './monetix-gate.js';
import { answerInvoice, keeper } from './monetix-keeper.js';
import { openPaymentPage } from './monetix-page-request.js';
import { requestInvoice, showPaymentPage } from './monetix-payment-page.js';
import type { MonetixPayment } from './monetix-payment.js';
import { payout } from './monetix-payout-request.js';
import type { MonetixPayout } from './monetix-payout.js';
import { enterCode, purse } from './monetix-purse.js';
import { refund } from './monetix-refund-request.js';
import { monetixTotals } from './monetix-totals.js';
import type { MonetixTotals } from './monetix-totals.js';
import { styleResponse } from './page.js';
import { answerForm, formResult, leaveForm, openForm } from './monetix-webmoney-form.js';

type Route = (request: Request, url: URL) => Response | Promise<Response>;

/** Monetix's side of the wire: a web-standard app and the strings a test or a demo may pull. */
export interface MonetixSandbox {
  (request: Request): Promise<Response>;
  /** Resolves when the stored state is back; rejects when it cannot be read. Requests wait for it. */
  readonly ready: Promise<void>;
  /** The books, oldest payment first; a copy. */
  payments(): readonly MonetixPayment[];
  /** The payouts, oldest first; a copy. */
  payouts(): readonly MonetixPayout[];
  /** All money that moved, added up by project and currency. */
  books(): readonly MonetixTotals[];
  /** Callbacks on their way and the latest that ended; a copy. */
  callbacks(): readonly MonetixCallback[];
  /** Calls back after every change. Returns the way to stop that. */
  subscribe(listener: () => void): () => void;
  /** Expires and delivers what is due by `now`, until nothing is. Returns the number of callback requests. */
  deliverDue(): Promise<number>;
  /** When it next does something by itself, in epoch milliseconds. */
  nextDueAtMs(): number | undefined;
  /** The faults that are switched on. */
  faults(): Readonly<MonetixFaults>;
  /** @throws RangeError naming the field that is out of its range */
  setFaults(change: Partial<MonetixFaults>): Promise<void>;
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

function routesOf(desk: MonetixDesk): Readonly<Record<string, Route>> {
  return {
    [`POST ${desk.salePaths.light}`]: (request) => sale(desk, request, 'webmoney-light'),
    [`POST ${desk.salePaths.classic}`]: (request) => sale(desk, request, 'webmoney'),
    'POST /v2/payment/webmoney/refund': (request) => refund(desk, request),
    'POST /v2/payment/webmoney/payout': (request) => payout(desk, request),
    'POST /v2/payment/status': (request) => status(desk, request),
    'GET /payment': (_request, url) => openPaymentPage(desk, url.searchParams),
    'POST /payment': async (request) => openPaymentPage(desk, await formOf(request)),
    'POST /webmoney/pay': async (request) => openForm(desk, await formOf(request)),
    'POST /webmoney/answer': async (request) => answerForm(desk, await formOf(request)),
    'GET /webmoney/result': (_request, url) => formResult(desk, url.searchParams.get('token')),
    'GET /webmoney/back': (_request, url) => leaveForm(desk, url.searchParams.get('token')),
    'GET /keeper': (_request, url) => keeper(desk, url.searchParams),
    'POST /keeper/answer': async (request) => answerInvoice(desk, await formOf(request)),
    'GET /keeper/purse': (_request, url) => purse(desk, url.searchParams),
    'POST /keeper/code': async (request) => enterCode(desk, await formOf(request)),
    'GET /': () => front(desk),
    'POST /faults': async (request) => switchFaults(desk, await formOf(request)),
    'GET /sandbox.css': () => styleResponse(),
  };
}

/** The pages of one payment, `/payment/{token}` and `/payment/{token}/invoice`. */
function pageRoute(desk: MonetixDesk, method: string, path: string): Route | undefined {
  const [, token = '', action = ''] = /^\/payment\/([\da-f]{32})(\/invoice)?$/.exec(path) ?? [];
  const payment = desk.books.byToken(token);
  if (payment?.channel !== 'page') return undefined;
  if (method === 'GET' && action === '') {
    return (_request, url) => showPaymentPage(desk, payment, url.searchParams.get('method'));
  }
  if (method !== 'POST' || action === '') return undefined;
  return async (request) => requestInvoice(desk, payment, await formOf(request));
}

async function respond(
  desk: MonetixDesk,
  routes: Readonly<Record<string, Route>>,
  request: Request,
): Promise<Response> {
  await desk.ready;
  if (desk.expireDue()) await desk.upkeep.commit();
  const url = new URL(request.url);
  const path = desk.paths.route(url) ?? '';
  const route = routes[`${request.method} ${path}`] ?? pageRoute(desk, request.method, path);
  if (route === undefined) {
    const allow = ['GET', 'POST'].filter((method) => routes[`${method} ${path}`] !== undefined);
    if (allow.length === 0) return new Response('Not found', { status: 404 });
    return new Response('Method not allowed', { status: 405, headers: { allow: allow.join(', ') } });
  }
  if (request.method === 'POST' && !path.startsWith('/v2/') && !isForm(request)) {
    return new Response('The content type must be application/x-www-form-urlencoded', { status: 415 });
  }
  return route(request, url);
}

/**
 * Makes Monetix's side of the wire: Gate with purchases, refunds and payouts, Payment Page, the hosted WebMoney form,
 * Keeper, signed callbacks with their retries, and the faults that can befall them. Written from Monetix's documents; it shares no code with an adapter,
 * so that one checks the other.
 * @throws TypeError or RangeError for options that cannot be right
 */
export function createMonetixSandbox(options: MonetixSandboxOptions): MonetixSandbox {
  const desk = new MonetixDesk(options);
  const routes = routesOf(desk);
  return Object.assign((request: Request) => respond(desk, routes, request), {
    ready: desk.ready,
    payments: () => structuredClone(desk.books.all()),
    payouts: () => structuredClone(desk.payouts.all()),
    books: () => monetixTotals(desk.books.all(), desk.payouts.all()),
    callbacks: () => structuredClone(desk.callbacks.all()),
    subscribe: (listener: () => void) => desk.upkeep.subscribe(listener),
    deliverDue: () => desk.deliverDue(),
    nextDueAtMs: () => desk.nextDueMs(),
    faults: () => ({ ...desk.faults }),
    setFaults: (change: Partial<MonetixFaults>) => desk.ready.then(() => desk.changeFaults(change)),
    close: () => desk.upkeep.close(),
  });
}
