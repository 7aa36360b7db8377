import { page } from './frame.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { ProviderName, ProviderSide, Waiting } from './provider-side.js';
import type { ShopTexts } from './texts.js';
import { textsFor } from './visit.js';
import type { Visit } from './visit.js';

/** A short text that changes whenever the list does; the page asks for it every other second. */
export function stampOf({ waiting }: ProviderSide): string {
  return waiting()
    .map(({ order, what, amount, url }) => [order, what, amount, url].join('|'))
    .join('\n');
}

function row(t: ShopTexts, { provider, order, what, amount, url }: Waiting): Html {
  return html`<li>
    <b class="figure">${order}</b>
    <span>${what}<small>${t.providers[provider]}</small></span>
    <span class="yen">${amount}</span>
    ${
      url
        ? html`<a class="plain" href="${url}" aria-label="${`${t.open} ${order}, ${what}`}">${t.open}</a>`
        : html`<small>${t.inBrowser}</small>`
    }
  </li>`;
}

function doors(t: ShopTexts, { links }: ProviderSide, provider: ProviderName): Html {
  const items = links[provider].map(({ name, url }) => html`<li><a href="${url}">${t.sandboxes[name]}</a></li>`);
  return html`<section>
    <h2>${t.providers[provider]}</h2>
    <ul>
      ${items}
    </ul>
  </section>`;
}

/** The other side of the counter: what waits at all sandboxes, and the way to each of them. */
export function providerPage(visit: Visit, side: ProviderSide): string {
  const t = textsFor(visit);
  const waiting = side.waiting().reverse();
  const list = html`<ul class="waiting">
    ${waiting.map((one) => row(t, one))}
  </ul>`;
  return page(
    visit,
    t.side,
    html`<main class="side">
      <h1>${t.side}</h1>
      <p class="quiet">${t.sideText}</p>
      ${waiting.length > 0 ? list : html`<p class="none">${t.nothing}</p>`}
      <div class="doors">${(['haipay', 'sbps', 'monetix', 'gmo'] as const).map((name) => doors(t, side, name))}</div>
    </main>`,
    { own: 'provider' },
  );
}
