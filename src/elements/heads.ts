import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Amount } from '../contract/money.js';
import type { ChoiceTexts } from '../i18n/choice-texts.js';

/** What stands at the top of every screen. `orderId` is the shop's own number of the order. */
export interface HeadFacts {
  amount: Amount | undefined;
  orderId: string;
}

/** Label, order and the amount over the komochi-kei. Without an amount a dash stands in its place. */
export function amountHead({ amount, orderId }: HeadFacts, texts: ChoiceTexts): TemplateResult {
  return html`
    <div class="head">
      <p class="between note">
        <span>${texts.amountDue}</span>${orderId ? html`<span class="num">${texts.order(orderId)}</span>` : nothing}
      </p>
      <p>
        ${
          amount
            ? html`<reji-amount size="hero" .amount=${amount} exportparts="base: amount__base"></reji-amount>`
            : html`<reji-amount size="hero"></reji-amount>`
        }
      </p>
    </div>
    <div class="komochi"></div>
  `;
}
