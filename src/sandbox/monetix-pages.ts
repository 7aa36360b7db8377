import type { MonetixFieldError } from './monetix-checks.js';
import type { MonetixDesk } from './monetix-desk.js';
import { markup } from './markup.js';
import type { Markup, MarkupPart } from './markup.js';
import type { MonetixPayment } from './monetix-payment.js';
import { inNationalCurrency, inTitleUnits } from './monetix-units.js';

/** A page of the sandbox. */
export interface MonetixPage {
  /** Whose page this plays: Monetix's own, or WebMoney's. */
  place: string;
  title: string;
  body: Markup;
  /** @default 200 */
  status?: number;
  /** Loads the page again after so many seconds. */
  reloadSeconds?: number;
  /** Leaves for this URL at once; a redirect would be held back by `form-action`. */
  leaveTo?: string;
  wide?: boolean;
}

/** Nothing but our own style and forms; no script at all. */
const policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'";

/** Puts a page into the frame that all of them share. */
export function pageResponse(desk: MonetixDesk, page: MonetixPage): Response {
  const leave = page.leaveTo !== undefined && markup`<meta http-equiv="refresh" content="0; url=${page.leaveTo}" />`;
  const wide = (name: string) => (page.wide === true ? name : '');
  const text = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${page.title} · Monetix sandbox</title>
<link rel="stylesheet" href="${desk.path('/sandbox.css')}" />
${leave}
</head>
<body>
<header class="${wide('wide-head')}"><p>${page.place}</p><p class="sandbox">Sandbox — no real money</p></header>
<main class="${wide('wide')}">
<h1>${page.title}</h1>
${page.body}
</main>
<footer class="${wide('wide-foot')}">A stand-in for Monetix and WebMoney, for tests only.</footer>
</body>
</html>
`.text;
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  // A header instead of a meta element: the page stays as it is for whoever stops the loading to read it.
  if (page.reloadSeconds !== undefined) headers.set('refresh', String(page.reloadSeconds));
  return new Response(text, { status: page.status ?? 200, headers });
}

/** Sends the browser on with a GET, to a path of ours or to a merchant's URL in whatever script it was written. */
export function seeOther(target: string): Response {
  const location = URL.canParse(target) ? new URL(target).href : target;
  return new Response(null, { status: 303, headers: { location } });
}

/** A list of labels and values; rows without a value are left out. */
export function facts(rows: readonly (readonly [label: string, value: MarkupPart])[]): Markup {
  const shown = rows.filter(([, value]) => value !== undefined && value !== false && value !== '');
  return markup`<dl>${shown.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** `21 November 2026, 05:26 UTC` */
export function instant(ms: number): string {
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `${date.format(ms).replace(' at ', ', ')} UTC`;
}

/** The amount as customers of WebMoney see it: title units large, national currency below. */
export function amountHead({ amount, currency }: MonetixPayment): Markup {
  const [figure, unit] = inTitleUnits(amount, currency).split(' ');
  return markup`<p class="amount">${figure} <small>${unit}</small></p>
<p class="quiet">${inNationalCurrency(amount, currency)}</p>`;
}

/** What the customer is paying for. */
export function paymentFacts(
  desk: MonetixDesk,
  payment: MonetixPayment,
  more: Parameters<typeof facts>[0] = [],
): Markup {
  return facts([
    ['Merchant', desk.project(payment.projectId)?.name],
    ['Description', payment.description],
    ['Payment', payment.paymentId],
    ...more,
  ]);
}

/** Fields that travel with a form unseen. */
export function hidden(fields: Readonly<Record<string, string>>): readonly Markup[] {
  return Object.entries(fields).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" />`);
}

/** A page for a request that is refused, HTTP 400. */
export function refusedPage(
  desk: MonetixDesk,
  place: string,
  title: string,
  errors: readonly MonetixFieldError[],
): Response {
  const items = errors.map(({ field, message }) => {
    const problem = message.startsWith(`${field} `) ? message.slice(field.length) : ` — ${message}`;
    return markup`<li><code>${field}</code>${problem}</li>`;
  });
  const body = markup`<p>Nothing was paid, and nothing was changed.</p>
<ul class="wrong">${items}</ul>
<p>Go back to the shop and start again.</p>`;
  return pageResponse(desk, { place, title, body, status: 400 });
}
