import { CURRENCIES } from './goods.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { ShopTexts } from './texts.js';
import { languageNames, REGIONS, shopLanguage, textsFor } from './visit.js';
import type { Visit } from './visit.js';

/** What a page may want of its frame. */
interface Frame {
  /** Where the buyer stands on the way from the basket to the payment, 1 to 3. @default not on it */
  step?: number;
  /** A script and a style of the page's own, by their name. */
  own?: string;
}

/** The frame of a page: head, bar, content, and the switches at its foot. */
export function page(visit: Visit, title: string, content: Html, { step = 0, own }: Frame = {}): string {
  const t = textsFor(visit);
  const pieces = Object.values(visit.basket).reduce((sum, n) => sum + n, 0);
  return html`<!doctype html>
    <html lang="${shopLanguage(visit)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} — ${t.shop}</title>
        <link rel="stylesheet" href="/assets/shop.css" />
        <link rel="stylesheet" href="/assets/goods.css" />
        <link rel="icon" href="/assets/icon.svg" />
        ${own && html`<link rel="stylesheet" href="/assets/${own}.css" />`}
        <script type="module" src="${own ? `/assets/${own}.js` : '/reji/reji.js'}"></script>
      </head>
      <body>
        <header class="bar">
          <a class="brand" href="/">${t.shop}</a>
          ${step > 0 ? trail(t, step) : html`<nav><a href="/basket">${t.basket} (${pieces})</a></nav>`}
        </header>
        ${content}
        <footer class="foot">
          ${switches(visit, t)}
          <a href="/provider">${t.providerSide}</a>
          <a href="/back-office">${t.backOffice}</a>
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

function switches(visit: Visit, t: ShopTexts): Html {
  const regionNames = new Intl.DisplayNames(shopLanguage(visit), { type: 'region', style: 'short' });
  const languages = languageNames().map(([tag, name]) => ({ value: tag, name, lang: tag }));
  const regions = REGIONS.map((code) => ({ value: code, name: regionNames.of(code) ?? code }));
  const currencies = CURRENCIES.map((code) => ({ value: code, name: code }));
  return html`${switcher(visit, t.language, 'language', languages)}${switcher(visit, t.region, 'region', regions)}
  ${switcher(visit, t.currency, 'currency', currencies)}`;
}

/** A row of buttons, one pressed, that changes something of a visit. */
export function switcher(
  visit: Visit,
  label: string,
  name: 'language' | 'region' | 'currency',
  options: readonly { value: string; name: string; lang?: string }[],
): Html {
  const buttons = options.map(
    ({ value, name: text, lang }) =>
      html`<button
        name="${name}"
        value="${value}"
        aria-pressed="${value === visit[name] ? 'true' : 'false'}"
        lang="${lang ?? shopLanguage(visit)}"
      >
        ${text}
      </button>`,
  );
  return html`<form class="switch" method="post" action="/settings" aria-label="${label}">
    <p aria-hidden="true">${label}</p>
    <div><input type="hidden" name="back" value="${visit.path}" />${buttons}</div>
  </form>`;
}
