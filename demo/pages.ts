import { amountText } from '../src/i18n/amounts.js';
import { page } from './frame.js';
import { GOODS, tally } from './goods.js';
import type { Basket, Good } from './goods.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { shopLanguage, textsFor } from './visit.js';
import type { Visit } from './visit.js';

const money = (value: number, visit: Visit) => amountText({ value, currency: visit.currency }, shopLanguage(visit));

const picture = (good: Good): Html =>
  html`<span class="pic" aria-hidden="true"
    ><svg viewBox="0 0 44 44"><path d="${good.drawing}" /></svg
  ></span>`;

export function shelfPage(visit: Visit): string {
  const t = textsFor(visit);
  const goods = GOODS.map(
    (good) =>
      html`<li>
        ${picture(good)}
        <h2>${good.name[shopLanguage(visit)]}<small>${good.note[shopLanguage(visit)]}</small></h2>
        <p class="yen">${money(good.price[visit.currency], visit)}</p>
        <form method="post" action="/basket">
          <input type="hidden" name="good" value="${good.id}" /><input type="hidden" name="change" value="1" />
          <button class="plain" aria-label="${`${t.add}: ${good.name[shopLanguage(visit)]}`}">${t.add}</button>
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
  const t = textsFor(visit);
  const step = (good: Good, by: number, sign: string, label: string) =>
    html`<form method="post" action="/basket">
      <input type="hidden" name="good" value="${good.id}" /><input type="hidden" name="change" value="${by}" />
      <button class="step" aria-label="${`${label}: ${good.name[shopLanguage(visit)]}`}">${sign}</button>
    </form>`;
  const rows = GOODS.filter((good) => (basket[good.id] ?? 0) > 0).map((good) => {
    const count = basket[good.id] ?? 0;
    return html`<li>
      ${picture(good)}
      <div>
        ${good.name[shopLanguage(visit)]}<small>${good.note[shopLanguage(visit)]}</small>
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
  const t = textsFor(visit);
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
  const t = textsFor(visit);
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
    { step: 1 },
  );
}

/**
 * The checkout page. The tag is plain HTML; `attributes` are what the shop's server knows of the session.
 * @param contact what the shop knows of the buyer
 */
export function checkoutPage(
  visit: Visit,
  basket: Basket,
  attributes: Readonly<Record<string, string>>,
  contact: readonly string[],
): string {
  const t = textsFor(visit);
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
            <dd>${contact.join(' · ')}</dd>
          </div>
        </dl>
        <reji-checkout lang="${visit.language}" region="${visit.region}" ${given}></reji-checkout>
      </main>
      <aside class="basket">
        <h2>${t.basket}</h2>
        ${lines(visit, basket, false)}${sums(visit, basket)}
        <p>${t.ships}</p>
      </aside>
    </div>`,
    { step: 3 },
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
