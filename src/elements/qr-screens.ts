import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { UrlCheck } from '../contract/safe-url.js';
import type { DisplayMessages } from '../i18n/display-texts.js';
import { brandWords } from './brand-words.js';
import { alertNotice, connectionLine } from './checkout-screens.js';
import type { Connection } from './checkout-screens.js';
import { icons } from './icons.js';
import { pageLink } from './slip-screen.js';

/** What a screen without a code says and does. */
export interface QrView {
  texts: DisplayMessages;
  brand: string;
  busy: boolean;
  problem: string;
  connection: Connection;
  /** Whether the provider's own page may be opened; undefined where there is none. */
  page: UrlCheck | undefined;
  open: (event: Event) => void;
  again: () => void;
  otherMethod: () => void;
  /** Fetches the encoder again. */
  retry: () => void;
}

/** What stays of a code that is over: its three corners, on a grid of 33. */
const CORNERS = 'M.5.5h6v6h-6zM26.5.5h6v6h-6zM.5 26.5h6v6h-6zM2.5 2.5h2v2h-2zM28.5 2.5h2v2h-2zM2.5 28.5h2v2h-2z';

/** The deadline has come: nothing is left to be scanned. */
export function endedCode({ texts, brand, busy, problem, again, otherMethod }: QrView): TemplateResult {
  const words = texts.qr;
  return html`<div class="qr">
    <div part="plate" class="plate over">
      <svg class="corners" viewBox="0 0 33 33" aria-hidden="true">
        <path d=${CORNERS} vector-effect="non-scaling-stroke" />
      </svg>
      <h2 class="title" tabindex="-1">${words.over}</h2>
      <button class="button button--main" type="button" aria-busy=${busy} @click=${again}>
        ${icons.again}${words.again}
      </button>
    </div>
    <p class="note say">${words.unless(brandWords(brand, texts).called)}</p>
    ${alertNotice(problem)}
    <div class="actions">
      <button class="link" type="button" @click=${otherMethod}>${texts.otherMethod}</button>
    </div>
  </div>`;
}

/** There is no code to show, with the stable code of the reason. The provider's page is the main way then. */
export function refusedCode(fault: string, view: QrView): TemplateResult {
  const { texts, page, problem } = view;
  const { qr: words, trouble } = texts;
  const retryable = fault === 'network-unreachable';
  return html`<div class="stack screen">
    <div class="words" role="alert">
      <span class="sign sign--danger"> ${icons.alert} </span>
      <h2 class="title" tabindex="-1">${words.refusedTitle}</h2>
      <p>${retryable ? trouble.offline : words.refused}</p>
    </div>
    <p class="note">${texts.support(fault)}</p>
    ${alertNotice(problem)}
    <div class="actions">
      ${retryable ? html`<button class="button" type="button" @click=${view.retry}>${words.again}</button>` : nothing}
      ${pageLink(page, true, texts, view.open)}
      <button class=${page?.ok ? 'link' : 'button button--main'} type="button" @click=${view.otherMethod}>
        ${texts.otherMethod}
      </button>
    </div>
    ${page?.ok ? connectionLine(view.connection, texts) : nothing}
  </div>`;
}
