import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChoiceTexts } from '../i18n/choice-texts.js';

const row = html`<div class="row">
  <span class="bone bone--mark"></span>
  <span><span class="bone"></span><span class="bone bone--sub"></span></span>
  <span class="bone bone--radio"></span>
</div>`;

/**
 * The true layout in quiet shapes while the session is on its way, as high as what comes. Whether money is paid or
 * received is not known yet. `texts` may still be missing: nothing jumps then.
 */
export function loadingScreen(texts: ChoiceTexts | undefined, density: string): TemplateResult {
  return html`
    <div class="head">
      <p class="between note"><span> </span></p>
      <p class="bone bone--amount" aria-hidden="true"><reji-amount size="hero"></reji-amount></p>
    </div>
    <div class="komochi"></div>
    <p class="sr" role="status">${texts?.loading}</p>
    <div class="bones ${density}" aria-hidden="true">
      <span class="bone bone--head"></span>
      ${row}${row}
    </div>
    <div class="paybar">
      <button class="button button--main button--pay" type="button" disabled>
        <span>${texts?.loading ?? '\u00a0'}</span>
      </button>
    </div>
  `;
}
