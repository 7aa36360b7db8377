import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { checkUrl } from '../contract/safe-url.js';
import type { UrlCheck } from '../contract/safe-url.js';
import type { DisplayMessages } from '../i18n/display-texts.js';
import { displayIcons } from './display-icons.js';
import { backButton } from './method-head.js';

/** What stands in the head of a slip. `end` is at its end, over the order's number. */
export interface SlipHead {
  brand: string;
  name: string;
  note: string;
  end: unknown;
}

/**
 * The way back to the choice, and the head with the mark; its name is the screen's heading.
 * @param fixed there is no way back
 */
export function slipHead(
  { brand, name, note, end }: SlipHead,
  texts: DisplayMessages,
  back: () => void,
  fixed = false,
): TemplateResult {
  return html`
    ${fixed ? nothing : backButton(texts, back)}
    <div class="who">
      <reji-brand .brand=${brand}><slot name="mark-${brand}"></slot></reji-brand>
      <div>
        <h2 part="title" class="name" tabindex="-1">${name}</h2>
        <p class="note">${note}</p>
      </div>
      <div class="end">${end}</div>
    </div>
  `;
}

/** Whether the provider's page may be opened; undefined where there is none. `hosts` as in an attribute. */
export function pageCheck(url: string | undefined, hosts: string): UrlCheck | undefined {
  return url ? checkUrl(url, hosts.split(/\s+/).filter(Boolean)) : undefined;
}

/**
 * A link to the provider's page. It opens in a tab of its own, so that this page goes on following the payment.
 * @param press hears the press; an event that it prevents opens nothing
 */
export function pageLink(
  check: UrlCheck | undefined,
  main: boolean,
  texts: DisplayMessages,
  press: (event: Event) => void,
): TemplateResult | typeof nothing {
  if (!check?.ok) return nothing;
  return html`<a
    part="page"
    class="button ${main ? 'button--main' : ''}"
    href=${check.url.href}
    target="_blank"
    rel="noopener noreferrer"
    @click=${press}
    >${main ? nothing : displayIcons.out}<span>${texts.qr.openPage}<span class="sr"> (${texts.slip.newTab})</span></span
    >${main ? displayIcons.out : nothing}</a
  >`;
}

/** Neither numbers nor a page that may be opened came: there is nothing here to pay with. */
export function nothingCame(check: UrlCheck | undefined, texts: DisplayMessages): TemplateResult {
  return html`<p>${check ? texts.redirect.refused : texts.unsupported.text}</p>
    ${check && !check.ok ? html`<p class="note">${texts.support(check.code)}</p>` : nothing}`;
}
