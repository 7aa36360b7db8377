import { amountText } from '../src/i18n/amounts.js';
import { CURRENCIES, GOODS, tally } from './goods.js';
import type { Basket, Currency, Good } from './goods.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { TEXTS } from './texts.js';
import type { ShopLanguage, ShopTexts } from './texts.js';

/** What every page of the shop knows. */
export interface Visit {
  language: ShopLanguage;
  currency: Currency;
  basket: Basket;
  /** Path and query of this page, to come back to after a switch. */
  path: string;
  sandboxUrl: string;
}

const money = (value: number, { currency, language }: Visit) => amountText({ value, currency }, language);

/** The frame of a page: head, bar with the switches, content. */
export function page(visit: Visit, title: string, content: Html, step = 0): string {
  const t = TEXTS[visit.language];
  const pieces = Object.values(visit.basket).reduce((sum, n) => sum + n, 0);
  return html`<!doctype html>
    <html lang="${visit.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} — ${t.shop}</title>
        <link rel="stylesheet" href="/assets/shop.css" />
        <link rel="stylesheet" href="/assets/goods.css" />
        <link rel="icon" href="/assets/icon.svg" />
        <script type="module" src="/reji/reji.js"></script>
      </head>
      <body>
        <header class="bar">
          <a class="brand" href="/">${t.shop}</a>
          ${step > 0 ? trail(t, step) : html`<nav><a href="/basket">${t.basket} (${pieces})</a></nav>`}
        </header>
        ${content}
        <footer class="foot">
          ${switcher(visit, t.language, 'language', visit.language, [
            ['ja', '日本語'],
            ['en', 'English'],
          ])}
          ${switcher(
            visit,
            t.currency,
            'currency',
            visit.currency,
            CURRENCIES.map((code) => [code, code] as const),
          )}
          <a href="${visit.sandboxUrl}">${t.providerSide}</a>
        </footer>
      </body>
    </html>`.text;
}

function trail(t: ShopTexts, step: number): Html {
  const items = t.steps.map((name, index) =>
    index + 1 === step ? html`<li aria-current="step">${name}</li>` : html`<li>${name}</li>`,
  );
  return html`<ol class="trail">
    ${items}
  </ol>`;
}

function switcher(
  visit: Visit,
  label: string,
  name: string,
  value: string,
  options: readonly (readonly [string, string])[],
): Html {
  const buttons = options.map(
    ([id, text]) =>
      html`<button name="${name}" value="${id}" aria-pressed="${id === value ? 'true' : 'false'}">${text}</button>`,
  );
  return html`<form class="switch" method="post" action="/settings" aria-label="${label}">
    <input type="hidden" name="back" value="${visit.path}" />${buttons}
  </form>`;
}

const picture = (good: Good): Html =>
  html`<span class="pic" aria-hidden="true"
    ><svg viewBox="0 0 44 44"><path d="${good.drawing}" /></svg
  ></span>`;

export function shelfPage(visit: Visit): string {
  const t = TEXTS[visit.language];
  const goods = GOODS.map(
    (good) =>
      html`<li>
        ${picture(good)}
        <h2>${good.name[visit.language]}<small>${good.note[visit.language]}</small></h2>
        <p class="yen">${money(good.price[visit.currency], visit)}</p>
        <form method="post" action="/basket">
          <input type="hidden" name="good" value="${good.id}" /><input type="hidden" name="change" value="1" />
          <button class="plain" aria-label="${`${t.add}: ${good.name[visit.language]}`}">${t.add}</button>
        </form>
      </li>`,
  );
  return page(
    visit,
    t.shelf,
    html`<main class="shelf">
      <h1>${t.tagline}</h1>
      <ul>
        ${goods}
      </ul>
    </main>`,
  );
}

function lines(visit: Visit, basket: Basket, change: boolean): Html {
  const t = TEXTS[visit.language];
  const step = (good: Good, by: number, sign: string, label: string) =>
    html`<form method="post" action="/basket">
      <input type="hidden" name="good" value="${good.id}" /><input type="hidden" name="change" value="${by}" />
      <button class="step" aria-label="${`${label}: ${good.name[visit.language]}`}">${sign}</button>
    </form>`;
  const rows = GOODS.filter((good) => (basket[good.id] ?? 0) > 0).map((good) => {
    const count = basket[good.id] ?? 0;
    return html`<li>
      ${picture(good)}
      <div>
        ${good.name[visit.language]}<small>${good.note[visit.language]}</small>
        <div class="sum">
          ${
            change
              ? html`<span class="count"
                  >${step(good, -1, '−', t.remove)}<b>${count}</b>${step(good, 1, '+', t.more)}</span
                >`
              : html`<span class="count">× ${count}</span>`
          }
          <span class="yen">${money(good.price[visit.currency] * count, visit)}</span>
        </div>
      </div>
    </li>`;
  });
  return html`<ul class="goods">
    ${rows}
  </ul>`;
}

function sums(visit: Visit, basket: Basket): Html {
  const t = TEXTS[visit.language];
  const { goods, postage, total } = tally(basket, visit.currency);
  return html`<dl class="tally">
    <div>
      <dt>${t.subtotal}</dt>
      <dd class="yen">${money(goods, visit)}</dd>
    </div>
    <div>
      <dt>${t.postage}</dt>
      <dd class="yen">${money(postage, visit)}</dd>
    </div>
    <div class="all">
      <dt>${t.total}</dt>
      <dd class="yen">${money(total, visit)}</dd>
    </div>
  </dl>`;
}

export function basketPage(visit: Visit): string {
  const t = TEXTS[visit.language];
  const filled = tally(visit.basket, visit.currency).total > 0;
  const content = filled
    ? html`${lines(visit, visit.basket, true)}${sums(visit, visit.basket)}
        <form method="post" action="/checkout"><button class="go">${t.toCheckout}</button></form>`
    : html`<p>${t.empty}</p>
        <p><a class="go" href="/">${t.toShelf}</a></p>`;
  return page(
    visit,
    t.basket,
    html`<main class="narrow">
      <h1>${t.basket}</h1>
      ${content}
    </main>`,
    1,
  );
}

/** The checkout page. The tag is plain HTML; `attributes` are what the shop's server knows of the session. */
export function checkoutPage(visit: Visit, basket: Basket, attributes: Readonly<Record<string, string>>): string {
  const t = TEXTS[visit.language];
  const pieces = Object.values(basket).reduce((sum, n) => sum + n, 0);
  const given = Object.entries(attributes).map(([name, value]) => html` ${name}="${value}"`);
  return page(
    visit,
    t.checkout,
    html`<div class="checkout">
      <main>
        <h1>${t.checkout}</h1>
        <details class="fold-basket">
          <summary><span>${t.pieces(pieces)}</span><span class="see">${t.seeBasket}</span></summary>
          ${lines(visit, basket, false)}${sums(visit, basket)}
        </details>
        <dl class="lines">
          <div>
            <dt>${t.deliverTo}</dt>
            <dd>${t.address}</dd>
          </div>
          <div>
            <dt>${t.contact}</dt>
            <dd>buyer@shop.example</dd>
          </div>
        </dl>
        <reji-checkout${given}></reji-checkout>
      </main>
      <aside class="basket">
        <h2>${t.basket}</h2>
        ${lines(visit, basket, false)}${sums(visit, basket)}
        <p>${t.ships}</p>
      </aside>
    </div>`,
    3,
  );
}

/** A page that says one thing, with at most one way on. */
export function messagePage(
  visit: Visit,
  title: string,
  text: string,
  way?: { href: string; label: string },
  fact?: string,
): string {
  return page(
    visit,
    title,
    html`<main class="narrow">
      ${fact ? html`<p class="fact">${fact}</p>` : undefined}
      <h1>${title}</h1>
      ${text ? html`<p>${text}</p>` : undefined}
      ${
        way
          ? html`<p><a class="${way.href === '/' ? 'go go--quiet' : 'go'}" href="${way.href}">${way.label}</a></p>`
          : undefined
      }
    </main>`,
  );
}
