import { answerCall, isGmoCall } from './gmo-api.js';
import { atmPage, useAtm } from './gmo-atm.js';
import { actAtBank, bankPage } from './gmo-bank.js';
import type { GmoAccount, GmoDeposit } from './gmo-deposit.js';
import { GmoDesk } from './gmo-desk.js';
import type { GmoTotals } from './gmo-desk.js';
import type { GmoFaults } from './gmo-faults.js';
import { addFunds, front, letExpire, switchFaults } from './gmo-front.js';
import { answerQuestions, chooseWay, guestOf, showLink } from './gmo-link-page.js';
import type { GmoGuest } from './gmo-link-page.js';
import type { GmoSandboxOptions } from './gmo-options.js';
import { visitOf } from './gmo-pages.js';
import type { GmoVisit } from './gmo-pages.js';
import { accountPage, amazonPage, auPayPage, chargeAuPay, logInToAmazon, nameAccount } from './gmo-receive.js';
import { waitingOf } from './gmo-waiting.js';
import type { GmoWaiting } from './gmo-waiting.js';
import { iconResponse, styleResponse } from './page.js';

type Answer = Response | Promise<Response>;
type Route = (visit: GmoVisit, url: URL, form: URLSearchParams) => Answer;

/** The side of GMO-PG Remittance: a web-standard app and the strings a test or a demo may pull. */
export interface GmoSandbox {
  (request: Request): Promise<Response>;
  /** Resolves when the stored state is read; rejects when it cannot be. Requests wait for it. */
  readonly ready: Promise<void>;
  /** The deposits, oldest first; a copy. */
  deposits(): readonly GmoDeposit[];
  /** The kept accounts, oldest first, deleted ones too; a copy. */
  accounts(): readonly GmoAccount[];
  /** Where a shop's money is. @throws RangeError for an unknown shop */
  books(shopId: string): GmoTotals;
  /** A shop deposits more money, in yen. @throws RangeError for an unknown shop or no whole number above 0 */
  addFunds(shopId: string, yen: number): Promise<void>;
  /** What waits for a recipient or the bank, oldest first, each with the page on which to act. */
  waiting(): readonly GmoWaiting[];
  /** Calls back after every change. Returns the way to stop that. */
  subscribe(listener: () => void): () => void;
  /** Makes, sends and ends what is due by `now`, until nothing is. Returns whether there was anything. */
  runDue(): Promise<boolean>;
  /** When it next does something by itself, in epoch milliseconds. */
  nextDueAtMs(): number | undefined;
  /** The faults that are switched on. */
  faults(): Readonly<GmoFaults>;
  /** @throws RangeError naming the field that is out of its range */
  setFaults(change: Partial<GmoFaults>): Promise<void>;
  /** Stops the clock: nothing is sent by itself any more. */
  close(): void;
}

/** A page for the recipient of the link in its address, once that is settled. */
function forGuest(show: (guest: GmoGuest, form: URLSearchParams) => Answer): Route {
  return (visit, url, form) => {
    const guest = guestOf(visit, url.searchParams);
    return guest instanceof Response ? guest : show(guest, form);
  };
}

const routes: Readonly<Record<string, Route>> = {
  'GET /mail/mail-deposit': forGuest(showLink),
  'POST /mail/mail-deposit': (visit, url, form) =>
    form.has('way') ? forGuest(chooseWay)(visit, url, form) : answerQuestions(visit, url.searchParams, form),
  'GET /mail/account': forGuest((guest) => accountPage(guest)),
  'POST /mail/account': forGuest(nameAccount),
  'GET /amazon': forGuest((guest) => amazonPage(guest)),
  'POST /amazon': forGuest(logInToAmazon),
  'GET /au-pay': forGuest(auPayPage),
  'POST /au-pay': forGuest(chargeAuPay),
  'GET /atm': (visit) => atmPage(visit),
  'POST /atm': (visit, _url, form) => useAtm(visit, form),
  'GET /bank': bankPage,
  'POST /bank': (visit, _url, form) => actAtBank(visit, form),
  'GET /': front,
  'POST /faults': (visit, _url, form) => switchFaults(visit, form),
  'POST /funds': (visit, _url, form) => addFunds(visit, form),
  'POST /expire': (visit, _url, form) => letExpire(visit, form),
  'GET /sandbox.css': styleResponse,
  'GET /icon.svg': iconResponse,
};

function isForm(request: Request): boolean {
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  return type?.trim().toLowerCase() === 'application/x-www-form-urlencoded';
}

async function respond(desk: GmoDesk, request: Request): Promise<Response> {
  await desk.ready;
  if (desk.books.runDue()) await desk.runDue();
  const url = new URL(request.url);
  const path = desk.paths.route(url) ?? '';
  if (isGmoCall(path)) return answerCall(desk, request, path);
  const route = routes[`${request.method} ${path}`];
  if (route === undefined) {
    const allow = ['GET', 'POST'].filter((method) => routes[`${method} ${path}`] !== undefined);
    if (allow.length === 0) return new Response('Not found', { status: 404 });
    return new Response('Method not allowed', { status: 405, headers: { allow: allow.join(', ') } });
  }
  if (request.method === 'POST' && !isForm(request)) {
    return new Response('The content type must be application/x-www-form-urlencoded', { status: 415 });
  }
  const form = new URLSearchParams(request.method === 'POST' ? await request.text() : '');
  return route(visitOf(desk, request), url, form);
}

function totalsOf(desk: GmoDesk, shopId: string): GmoTotals {
  if (desk.shop(shopId) === undefined) throw new RangeError('shopId is not known');
  return desk.totals(shopId);
}

/**
 * Makes the other side of GMO-PG Remittance: its calls in both spellings, the bank that sends money or sends it back, the
 * pages behind links, the cash machine, Amazon and au PAY, the shop's balance, and the faults that can befall them. It
 * tells shops nothing by itself, because the format of its notifications is not documented. Written from what is known
 * of the interface; it shares no code with an adapter, so that one checks the other.
 * @throws TypeError or RangeError for options that cannot be right
 */
export function createGmoSandbox(options: GmoSandboxOptions): GmoSandbox {
  const desk = new GmoDesk(options);
  return Object.assign((request: Request) => respond(desk, request), {
    ready: desk.ready,
    deposits: () => structuredClone(desk.books.deposits()),
    accounts: () => structuredClone(desk.books.accounts()),
    books: (shopId: string) => totalsOf(desk, shopId),
    addFunds: (shopId: string, yen: number) => desk.ready.then(() => desk.addFunds(shopId, yen)),
    waiting: () => waitingOf(desk),
    subscribe: (listener: () => void) => desk.upkeep.subscribe(listener),
    runDue: () => desk.runDue(),
    nextDueAtMs: () => desk.books.nextDueMs(),
    faults: () => ({ ...desk.faults }),
    setFaults: (change: Partial<GmoFaults>) => desk.ready.then(() => desk.changeFaults(change)),
    close: () => desk.upkeep.close(),
  });
}
