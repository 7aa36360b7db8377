import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Messages } from '../i18n/messages.js';

const row = html`<div class="row">
  <span class="bone bone--mark"></span>
  <span><span class="bone"></span><span class="bone bone--sub"></span></span>
  <span class="bone bone--radio"></span>
</div>`;

/** The true layout in quiet shapes while the session is on its way. `texts` may still be missing: nothing jumps then. */
export function loadingScreen(texts: Messages | undefined): TemplateResult {
  return html`
    <div class="head">
      <p class="between note"><span>${texts?.amountDue ?? '\u00a0'}</span></p>
      <p class="bone bone--amount" aria-hidden="true"></p>
    </div>
    <div class="komochi"></div>
    <p class="sr" role="status">${texts?.loading.status}</p>
    <div class="bones" aria-hidden="true">
      <span class="bone bone--head"></span>
      ${row}${row}
    </div>
    <div class="paybar">
      <button class="button button--main button--pay" type="button" disabled>
        <span>${texts?.loading.button ?? '\u00a0'}</span>
      </button>
    </div>
  `;
}
