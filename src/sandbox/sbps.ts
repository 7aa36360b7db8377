import { iconResponse, styleResponse } from './page.js';
import { receiveApi } from './sbps-api.js';
import { cancel, chooseProduct, chooseWallet, logIn, showPay } from './sbps-cashier.js';
import { SbpsDesk } from './sbps-desk.js';
import type { SbpsSandboxOptions } from './sbps-desk.js';
import type { SbpsFaults } from './sbps-faults.js';
import { front, hurry, switchFaults, waitingOf } from './sbps-front.js';
import type { SbpsWaiting } from './sbps-front.js';
import type { SbpsNotice } from './sbps-notices.js';
import { payByNumber } from './sbps-number.js';
import type { SbpsPayment } from './sbps-payment.js';
import { receivePurchase } from './sbps-purchase.js';
import { accountsOf } from './sbps-refunds.js';
import type { SbpsAccount } from './sbps-refunds.js';
import { processRefunds, refundByTool, showTool } from './sbps-tool.js';
import { answerWallet, showWallet } from './sbps-wallet-app.js';
import { sbpsWallet } from './sbps-wallets.js';

type Route = (request: Request, url: URL) => Response | Promise<Response>;
type Routes = Readonly<Record<string, Route>>;

/** SBPS's side of the wire: a web-standard app and the strings a test or a demo may pull. */
export interface SbpsSandbox {
  (request: Request): Promise<Response>;
  /** Resolves when the stored state is back; rejects when it cannot be read. Requests wait for it. */
  readonly ready: Promise<void>;
  /** The books, oldest payment first; a copy. */
  payments(): readonly SbpsPayment[];
  /** What was paid and given back, by payment, oldest first. */
  books(): readonly SbpsAccount[];
  /** What waits for a buyer, oldest first. */
  waiting(): readonly SbpsWaiting[];
  /** Result notifications on their way and the latest that ended; a copy. */
  notices(): readonly SbpsNotice[];
  /** Calls back after every change. Returns the way to stop that. */
  subscribe(listener: () => void): () => void;
  /** Expires and delivers what is due by `now`, until nothing is. Returns the number of notifications sent. */
  deliverDue(): Promise<number>;
  /** When it next does something by itself, in epoch milliseconds. */
  nextDueAtMs(): number | undefined;
  /** The faults that are switched on. */
  faults(): Readonly<SbpsFaults>;
  /** @throws RangeError naming the field that is out of its range */
  setFaults(change: Partial<SbpsFaults>): Promise<void>;
  /** Stops the clock: nothing is sent by itself any more. */
  close(): void;
}

/** The one route that reads no form. */
const apiPath = '/api/xmlapi.do';

async function formOf(request: Request): Promise<URLSearchParams> {
  return new URLSearchParams(await request.text());
}

function isForm(request: Request): boolean {
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  return type?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
}

function routesOf(desk: SbpsDesk): Routes {
  return {
    'POST /f01/FepBuyInfoReceive.do': (request) => receivePurchase(desk, request),
    [`POST ${apiPath}`]: (request) => receiveApi(desk, request),
    'GET /tool': () => showTool(desk),
    'POST /tool/refund': async (request) => refundByTool(desk, await formOf(request)),
    'POST /tool/process': async (request) => processRefunds(desk, await formOf(request)),
    'GET /': () => front(desk),
    'POST /hurry': async (request) => hurry(desk, await formOf(request)),
    'POST /faults': async (request) => switchFaults(desk, await formOf(request)),
    'GET /sandbox.css': () => styleResponse(),
    'GET /icon.svg': () => iconResponse(),
    'GET /favicon.ico': () => iconResponse(),
  };
}

/** The pages of one payment, under `/pay/{token}`. */
function payRoutes(desk: SbpsDesk, path: string): Routes {
  const [, token = '', action = ''] = /^\/pay\/([\da-f]{32})(\/[a-z]+)?$/.exec(path) ?? [];
  const payment = desk.books.byToken(token);
  if (payment === undefined) return {};
  const routes: Routes = {
    'GET ': (request) => showPay(desk, payment, request),
    'POST /product': async (request) => chooseProduct(desk, payment, await formOf(request), request),
    'POST /wallet': async (request) => chooseWallet(desk, payment, await formOf(request)),
    'POST /login': async (request) => logIn(desk, payment, await formOf(request), request),
    'POST /number': async (request) => payByNumber(desk, payment, await formOf(request)),
    'POST /cancel': () => cancel(desk, payment),
  };
  return atPath(routes, action, path);
}

/** The app of a wallet, `/wallet/{walletToken}/{wallet}`. */
function walletRoutes(desk: SbpsDesk, path: string): Routes {
  const [, token = '', id] = /^\/wallet\/([\da-f]{32})\/([a-z-]+)$/.exec(path) ?? [];
  const payment = desk.books.byWalletToken(token);
  const wallet = sbpsWallet(id);
  if (payment === undefined || wallet === undefined) return {};
  const here = (url: URL) => url.searchParams.has('here');
  return {
    [`GET ${path}`]: (request, url) => showWallet(desk, payment, wallet, here(url), request),
    [`POST ${path}`]: (request, url) => answerWallet(desk, payment, wallet, here(url), request),
  };
}

/** Routes of one action, keyed by the whole path. */
function atPath(routes: Routes, action: string, path: string): Routes {
  const found = Object.entries(routes).filter(([key]) => key.slice(key.indexOf(' ') + 1) === action);
  return Object.fromEntries(found.map(([key, route]) => [`${key.split(' ')[0]} ${path}`, route]));
}

async function respond(desk: SbpsDesk, fixed: Routes, request: Request): Promise<Response> {
  await desk.ready;
  if (desk.books.expireDue()) await desk.upkeep.commit();
  const url = new URL(request.url);
  const path = desk.paths.route(url) ?? '';
  const routes = { ...fixed, ...payRoutes(desk, path), ...walletRoutes(desk, path) };
  const route = routes[`${request.method} ${path}`];
  if (route === undefined) {
    const allow = ['GET', 'POST'].filter((method) => routes[`${method} ${path}`] !== undefined);
    if (allow.length === 0) return new Response('Not found', { status: 404 });
    return new Response('Method not allowed', { status: 405, headers: { allow: allow.join(', ') } });
  }
  if (request.method === 'POST' && path !== apiPath && !isForm(request)) {
    return new Response('The content type must be application/x-www-form-urlencoded', { status: 415 });
  }
  return route(request, url);
}

/**
 * Makes SBPS's side of the link type: the purchase request (A01-1) with its checks, the selection screen, the cashier of
 * Alipay+ with a make-believe app for each wallet, the prepaid number of WebMoney Payment, the result notification
 * (A02-1), the browser's return (A03-1), the refund of Alipay+ by API and those by hand, and the faults that can befall
 * all of them. Written from SBPS's documents; it shares no code with an adapter, so that one checks the other.
 * @throws TypeError or RangeError for options that cannot be right
 */
export function createSbpsSandbox(options: SbpsSandboxOptions): SbpsSandbox {
  const desk = new SbpsDesk(options);
  const routes = routesOf(desk);
  return Object.assign((request: Request) => respond(desk, routes, request), {
    ready: desk.ready,
    payments: () => structuredClone(desk.books.all()),
    books: () => accountsOf(desk.books.all()),
    waiting: () => waitingOf(desk),
    notices: () => structuredClone(desk.notices.all()),
    subscribe: (listener: () => void) => desk.upkeep.subscribe(listener),
    deliverDue: () => desk.deliverDue(),
    nextDueAtMs: () => desk.nextDueMs(),
    faults: () => ({ ...desk.faults }),
    setFaults: (change: Partial<SbpsFaults>) => desk.ready.then(() => desk.changeFaults(change)),
    close: () => desk.upkeep.close(),
  });
}
