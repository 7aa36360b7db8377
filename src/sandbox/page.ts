import { markup } from './markup.js';
import type { Markup, MarkupPart } from './markup.js';
import { pageStyle } from './page-style.js';

/** Whose sandbox a page belongs to. */
export interface SandboxHouse {
  /** Ends every page title, e.g. `Monetix sandbox`. */
  name: string;
  /** The line below every page. */
  about: string;
  /** Whether `/icon.svg` is served, so that browsers do not ask for `/favicon.ico`. @default false */
  icon?: boolean;
  /** A path of the sandbox as its pages link to it. */
  path: (path: string) => string;
}

/** A page of a sandbox. */
export interface SandboxPage {
  /** Whose page this plays: the provider's own, or a wallet's. */
  place: string;
  title: string;
  body: Markup;
  /** @default 'en' */
  lang?: 'en' | 'ja';
  /** @default 200 */
  status?: number;
  /** Loads the page again after so many seconds. */
  reloadSeconds?: number;
  /** Leaves for this URL at once; a redirect would be held back by `form-action`. */
  leaveTo?: string;
  /**
   * A form of this page posts to a merchant. The merchant may send the browser on to any site of its own, and
   * `form-action` holds for every step of that, so it cannot name the sites.
   */
  postsToMerchant?: boolean;
  wide?: boolean;
}

const marks = { en: 'Sandbox — no real money', ja: 'サンドボックス — 実際のお金は動きません' };

/** Nothing but our own style, forms and icon; no script at all. */
function policyOf(house: SandboxHouse, page: SandboxPage): string {
  const forms = page.postsToMerchant === true ? 'https: http:' : "'self'";
  const image = house.icon === true ? " img-src 'self';" : '';
  return `default-src 'none'; style-src 'self';${image} form-action ${forms}; base-uri 'none'`;
}

/** Puts a page into the frame that all of them share. */
export function sandboxPage(house: SandboxHouse, page: SandboxPage): Response {
  const leave = page.leaveTo !== undefined && markup`<meta http-equiv="refresh" content="0; url=${page.leaveTo}" />`;
  const icon =
    house.icon === true && markup`<link rel="icon" type="image/svg+xml" href="${house.path('/icon.svg')}" />\n`;
  const wide = (name: string) => (page.wide === true ? name : '');
  const { lang = 'en' } = page;
  const text = markup`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${page.title} · ${house.name}</title>
<link rel="stylesheet" href="${house.path('/sandbox.css')}" />
${icon}${leave}
</head>
<body>
<header class="${wide('wide-head')}"><p>${page.place}</p><p class="sandbox">${marks[lang]}</p></header>
<main class="${wide('wide')}">
<h1>${page.title}</h1>
${page.body}
</main>
<footer class="${wide('wide-foot')}">${house.about}</footer>
</body>
</html>
`.text;
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policyOf(house, page),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  });
  // A header instead of a meta element: the page stays as it is for whoever stops the loading to read it.
  if (page.reloadSeconds !== undefined) headers.set('refresh', String(page.reloadSeconds));
  return new Response(text, { status: page.status ?? 200, headers });
}

/** A coin in outline; neutral, no provider's mark. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="13" fill="#fff" stroke="#1f5a57" stroke-width="3"/><path d="M10 9l6 8 6-8M16 17v7M11 19h10" fill="none" stroke="#1f5a57" stroke-width="3"/></svg>`;

/** `GET /sandbox.css` */
export function styleResponse(): Response {
  return new Response(pageStyle, { headers: { 'content-type': 'text/css; charset=utf-8' } });
}

/** `GET /icon.svg` */
export function iconResponse(): Response {
  return new Response(icon, { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' } });
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

/** Fields that travel with a form unseen. */
export function hidden(fields: Readonly<Record<string, string>>): readonly Markup[] {
  return Object.entries(fields).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" />`);
}
