import { amountText } from '../../src/i18n/amounts.js';
import { switcher } from '../frame.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { shopLanguage, textsFor } from '../visit.js';
import type { Visit } from '../visit.js';
import { brandName } from './brands.js';
import { clockTime } from './dates.js';
import { chosenRows, SHOWN } from './ledger.js';
import type { Row, Worry } from './ledger.js';
import { balancePanel, payoutForm } from './payout-forms.js';
import { payoutPanel } from './payout-panel.js';
import { byHandText, refundPanel } from './refund-panel.js';
import { books, stateMark } from './tables.js';
import { hrefOf, officeTexts } from './view.js';
import type { OfficeView } from './view.js';

/** How many of the things that need a look are told in the line on top. */
const TOLD = 3;

interface Frame {
  visit: Visit;
  /** Where the page is read again; none for one that does not change. */
  self?: string;
  stamp?: string;
  nowMs?: number;
}

function frame({ visit, self, stamp, nowMs }: Frame, content: Html): string {
  const shop = textsFor(visit);
  const language = shopLanguage(visit);
  const t = officeTexts(language);
  const live = self && html` data-self="${self}" data-stamp="${stamp}" data-offline="${t.offline}"`;
  const languages = (['ja', 'en', 'th'] as const).map((tag) => ({
    value: tag,
    name: { ja: '日本語', en: 'English', th: 'ไทย' }[tag],
    lang: tag,
  }));
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${t.title} — ${shop.shop}</title>
        <link rel="stylesheet" href="/assets/shop.css" />
        <link rel="stylesheet" href="/assets/back-office.css" />
        <link rel="stylesheet" href="/assets/back-office-books.css" />
        <link rel="stylesheet" href="/assets/back-office-panels.css" />
        <link rel="icon" href="/assets/icon.svg" />
        ${self && html`<script type="module" src="/back-office/client.js"></script>`}
      </head>
      <body class="office" ${live || undefined}>
        <header class="bar">
          <a class="brand" href="/">${shop.shop}</a>
          <nav>
            <a href="/back-office" aria-current="page">${t.title}</a><a href="/">${t.shelf}</a
            ><a href="/provider">${t.sandboxes}</a>
          </nav>
          ${
            nowMs === undefined
              ? undefined
              : html`<p class="seen"><span>${t.lastLook}</span> <b class="yen" id="seen">${clockTime(nowMs)}</b></p>`
          }
        </header>
        ${content}
        <footer class="foot">
          ${switcher(visit, shop.language, 'language', languages)}
          ${self && html`<form method="post" action="/back-office/leave"><button class="word">${t.leave}</button></form>`}
        </footer>
      </body>
    </html>`.text;
}

/** The page on which the key is asked for. @param wrong what was wrong about the last try */
export function loginPage(visit: Visit, wrong?: string): string {
  const t = officeTexts(shopLanguage(visit));
  return frame(
    { visit },
    html`<main class="login">
      <h1>${t.login}</h1>
      <p class="small">${t.loginHelp}</p>
      <form method="post" action="/back-office/enter">
        <div class="field">
          <label for="key">${t.key}</label>
          <input id="key" name="key" type="password" autocomplete="current-password" required />
        </div>
        ${wrong && html`<p class="fault" role="alert">${wrong}</p>`}
        <button class="go">${t.enter}</button>
      </form>
    </main>`,
  );
}

/** What is said while the BFF does not answer. */
export function downPage(visit: Visit): string {
  const t = officeTexts(shopLanguage(visit));
  return frame(
    { visit, self: visit.path, stamp: '' },
    html`<main class="login">
      <h1>${t.title}</h1>
      <p>${t.down}</p>
    </main>`,
  );
}

function alertLine({ t, look, language }: OfficeView, worries: readonly Worry[]): Html | undefined {
  if (worries.length === 0) return undefined;
  const gap = language === 'ja' ? '' : ' ';
  const sentences = worries.slice(0, TOLD).map(({ orderId, code, missing }) => {
    const say = t.worries[code];
    const sentence = say ? say(orderId, missing ? amountText(missing, language) : '') : t.worry(orderId, code);
    const [before = '', after = ''] = sentence.split(orderId);
    return html`${gap}${before}<span class="yen">${orderId}</span>${after}`;
  });
  const more = worries.length > TOLD ? gap + t.andMore(worries.length - TOLD) : '';
  return html`<p class="alerts" id="alerts">
    ${stateMark('look')}<span>${t.toCheck(worries.length)}${sentences}${more}</span
    ><a href="${hrefOf(look, { shown: 'attention', find: '', before: '' })}">${t.look}</a>
  </p>`;
}

function top({ t, look }: OfficeView, worries: number): Html {
  const tabs = SHOWN.map((shown) => {
    const count = shown === 'attention' && worries > 0 ? ` ${worries}` : '';
    return html`<a
      href="${hrefOf(look, { shown, before: '', panel: { type: 'none' } })}"
      ${shown === look.shown ? html`aria-current="true"` : undefined}
      >${t.shown[shown]}${count}</a
    >`;
  });
  return html`<div class="top">
    <h1>${look.shown === 'payouts' ? t.payouts : t.orders}</h1>
    <form class="search" role="search" action="/back-office">
      <input type="hidden" name="show" value="${look.shown}" />
      <input
        class="find"
        type="search"
        name="find"
        value="${look.find}"
        placeholder="${t.findHint}"
        aria-label="${t.find}"
      />
    </form>
    <nav class="tabs" aria-label="${t.title}">${tabs}</nav>
  </div>`;
}

function byHand(view: OfficeView, rows: readonly Row[]): Html | undefined {
  const { t, look, language } = view;
  const waiting = rows.flatMap((row) =>
    row.session.refunds.filter(({ status }) => status === 'manual').map((refund) => ({ row, refund })),
  );
  if (waiting.length === 0) return undefined;
  const items = waiting.map(({ row: { session, brand }, refund }) => {
    const panel = { type: 'order', id: session.orderId } as const;
    const name = brandName(brand, t.choice);
    return html`<li id="hand-${refund.id}">
      <a href="${hrefOf(look, { panel })}">${session.orderId}</a>
      <span class="small">${name} ${amountText(refund.amount, language)}</span> ${byHandText(view, refund)}
    </li>`;
  });
  return html`<section id="by-hand">
    <h2>${t.byHand}</h2>
    <ul class="hands">
      ${items}
    </ul>
  </section>`;
}

function panel(view: OfficeView): Html | undefined {
  const { panel: open } = view.look;
  switch (open.type) {
    case 'order':
      return refundPanel(view, open.id);
    case 'payout':
      return payoutPanel(view, open.id);
    case 'new':
      return payoutForm(view, open.kind);
    case 'none':
      return undefined;
  }
}

/** The office: the books, what needs a look, and beside them what can be done. */
export function officePage(view: OfficeView): string {
  const { t, look, rows, visit, stamp, nowMs, language } = view;
  const worries = rows.flatMap((row) => row.worries);
  const done = t.done[look.done];
  return frame(
    { visit, self: hrefOf(look, { done: look.done }), stamp, nowMs },
    html`<main>
      ${top(view, worries.length)} ${alertLine(view, worries)}
      ${done && html`<p class="flash" id="flash" role="status">${stateMark('done')}<span>${done}</span></p>`}
      ${books(view, chosenRows(rows, look.shown, look.find))}
      <aside class="side">
        ${panel(view)} ${balancePanel(view, (value) => amountText({ value, currency: 'JPY' }, language))}
        ${byHand(view, rows)}
      </aside>
    </main>`,
  );
}
