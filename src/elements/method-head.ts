import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { brandRow } from '../catalog/brands.js';
import type { Messages } from '../i18n/messages.js';
import { brandWords } from './brand-words.js';
import { displayIcons } from './display-icons.js';
import type { HeadFacts } from './heads.js';

/** Mark, name and quiet line of the method, with amount and order at the end. The rule or clock below is the caller's. */
export function methodHead({ amount, orderId }: HeadFacts, brand: string, texts: Messages): TemplateResult {
  const row = brandRow(brand);
  const { name } = brandWords(brand, texts);
  const region = row.wallet && texts.regions[row.wallet.region];
  const family = row.family && !name.startsWith(row.family) ? row.family : '';
  return html`
    <div class="who">
      <reji-brand .brand=${brand}><slot name="mark-${brand}"></slot></reji-brand>
      <div>
        <p class="name">${name}</p>
        ${family ? html`<p class="note">${region ? texts.inRegion(family, region) : family}</p>` : nothing}
      </div>
      <div class="end">
        ${amount ? html`<p><reji-amount .amount=${amount}></reji-amount></p>` : nothing}
        ${orderId ? html`<p class="note num">${orderId}</p>` : nothing}
      </div>
    </div>
  `;
}

/** The way back to the choice, over the head. */
export function backButton({ otherMethod }: Messages, back: () => void): TemplateResult {
  return html`<button class="link link--plain back" type="button" @click=${back}>
    ${displayIcons.back}${otherMethod}
  </button>`;
}
