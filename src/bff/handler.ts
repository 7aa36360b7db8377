import { Asker } from './asking.js';
import { corsHeaders, originAllowed, preflight } from './cors.js';
import { EventStreams } from './events.js';
import { Inbox } from './inbox.js';
import { errorFacts } from './log.js';
import { PayoutService } from './payouts.js';
import { problemResponse, Refusal } from './problem-response.js';
import { RefundAsker } from './refund-asking.js';
import { RefundService } from './refunding.js';
import { routesAt } from './route.js';
import type { Caller, Route } from './route.js';
import { browserRoutes } from './routes-browser.js';
import { payoutRoutes } from './routes-payouts.js';
import { providerRoutes } from './routes-provider.js';
import { publicRoutes } from './routes-public.js';
import { refundRoutes } from './routes-refunds.js';
import { recipientRoutes } from './routes-recipient.js';
import { createBearerCheck, shopRoutes } from './routes-shop.js';
import { CheckoutService } from './service.js';
import { readOptions } from './settings.js';
import type { BffOptions, Settings } from './settings.js';

/** The backend for the browser: a Request in, a Response out, on any server that speaks web standards. */
export interface Bff {
  (request: Request): Promise<Response>;
  /**
   * Asks providers about attempts and refunds that are due and ends sessions past their time. To be called every few seconds; it may
   * run in several processes at once. A buyer's own session is also looked at whenever it is read.
   */
  sweep(): Promise<void>;
  /** Ends every event stream and waits until what is under way is done; requests from now on get 503. */
  close(): Promise<void>;
}

/**
 * Makes a BFF of its parts.
 *
 * @throws Error naming the option that can't be used.
 */
export function createBff(options: BffOptions): Bff {
  const settings = readOptions(options);
  const inbox = new Inbox(settings);
  const refunds = new RefundAsker(settings);
  const asker = new Asker(settings, inbox, refunds);
  const service = new CheckoutService(settings, asker);
  const streams = new EventStreams(settings, service);
  const table = [
    ...browserRoutes(settings, service, streams),
    ...shopRoutes(settings, service),
    ...refundRoutes(settings, new RefundService(settings, refunds)),
    ...payoutRoutes(settings, new PayoutService(settings, asker, service)),
    ...recipientRoutes(settings, service),
    ...providerRoutes(settings, service, inbox),
    ...publicRoutes(settings),
  ];
  const answer = createAnswering(settings, table);
  const running = new Set<Promise<unknown>>();
  let closing = false;

  const tracked = async <T>(work: Promise<T>): Promise<T> => {
    running.add(work);
    try {
      return await work;
    } finally {
      running.delete(work);
    }
  };

  return Object.assign((request: Request) => tracked(answer(request, closing)), {
    sweep: () => tracked(asker.sweep()),
    close: async () => {
      closing = true;
      streams.endAll();
      asker.stop();
      await Promise.allSettled(running);
      await asker.idle();
    },
  });
}

/** Finds the route, does what its caller needs first, and turns whatever is thrown into a problem. */
function createAnswering(settings: Settings, table: readonly Route[]) {
  const { basePath, origins, log, now } = settings;
  const authorize = createBearerCheck(settings.apiKeys);

  /** The path below the issuer's own; a proxy may have taken that off already. */
  const below = (pathname: string) =>
    pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : pathname;

  const handled = async (request: Request, url: URL, at: ReturnType<typeof routesAt>): Promise<Response> => {
    const route = at.routes.find(({ method }) => method === request.method);
    const caller = at.routes[0]?.caller;
    if (!caller) throw new Refusal('not-found');
    if (caller === 'browser' && !originAllowed(request, origins)) throw new Refusal('origin-not-allowed');
    const methods = at.routes.map(({ method }) => method);
    if (request.method === 'OPTIONS' && caller === 'browser') return preflight(methods);
    if (!route) throw new Refusal('method-not-allowed', { headers: { Allow: methods.join(', ') } });
    if (caller === 'shop') await authorize(request);
    return route.handle({ request, url, params: at.params });
  };

  const refused = (error: unknown, path: string): Response => {
    if (error instanceof Refusal) return problemResponse(error.code, error.facts);
    log({ level: 'error', event: 'request', path, ...errorFacts(error) });
    return problemResponse('internal');
  };

  return async (request: Request, closing: boolean): Promise<Response> => {
    const began = now();
    const url = new URL(request.url);
    const at = routesAt(table, below(url.pathname));
    const path = at.routes[0]?.path ?? 'unknown';
    let response: Response;
    try {
      if (closing) throw new Refusal('unavailable', { headers: { 'Retry-After': '2' } });
      response = await handled(request, url, at);
    } catch (error) {
      response = refused(error, path);
    }
    const { status } = response;
    const level = status >= 500 ? 'error' : 'info';
    log({ level, event: 'request', method: request.method, path, status, ms: now() - began });
    return dressed(settings, request, response, at.routes[0]?.caller);
  };
}

/** The answer with the headers that every answer has. `Date` is our own clock, which browsers count down by. */
function dressed({ now, origins }: Settings, request: Request, response: Response, caller?: Caller): Response {
  const headers = new Headers(response.headers);
  headers.set('Date', new Date(now()).toUTCString());
  headers.set('X-Content-Type-Options', 'nosniff');
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  const cross = caller === 'browser' ? corsHeaders(request, origins) : {};
  for (const [name, value] of Object.entries(cross)) headers.set(name, value);
  if (caller === 'anyone') headers.set('Access-Control-Allow-Origin', '*');
  return new Response(response.body, { status: response.status, headers });
}
