import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isAmount, isTitleAmount } from '../contract/first-look.js';
import type { Amount, TitleAmount } from '../contract/money.js';
import { choiceTexts } from '../i18n/languages.js';
import { amountParts } from '../i18n/amounts.js';
import { base } from '../theme/base.js';
import { Localize } from './localize.js';
import { RejiElement } from './reji-element.js';

/**
 * A sum of money, set as on a receipt: the sign small, the digits exact, never wrapped, read aloud as one phrase.
 * Without a sum, or with one that can't be right, a dash stands in its place.
 *
 * @summary A sum of money.
 * @tagname reji-amount
 * @csspart base - The whole sum.
 */
export class RejiAmount extends RejiElement {
  static override readonly tag = 'reji-amount';
  static override readonly styles = [
    ...base,
    css`
      :host {
        position: relative;
        font: inherit;
        font-weight: var(--_strong);
        letter-spacing: inherit;
        white-space: nowrap;
        color: inherit;
      }
      /* grows with the reader's letters as far as the column takes it */
      :host([size='hero']) {
        font-size: min(var(--_size) * 2.25, 20cqi);
        line-height: 1.15;
        letter-spacing: -0.012em;
      }
      :host([size='hero']) .long {
        font-size: min(1em, 12.5cqi);
      }
      .num {
        unicode-bidi: isolate;
      }
      .num > span {
        font-size: max(13px, 0.72em);
        font-weight: 500;
      }
      .num > .unit {
        font-size: max(13px, 0.6em);
        margin-inline-start: 0.25em;
      }
      .before {
        margin-inline-end: 0.08em;
      }
      .none {
        color: var(--_muted);
      }
      .sr {
        user-select: none;
      }
      @container reji (inline-size >= 480px) {
        :host([size='hero']) {
          font-size: min(var(--_size) * 2.5, 20cqi);
        }
      }
    `,
  ];

  #l10n = new Localize(this, choiceTexts);

  /** The sum as an object of the contract. Wins over the attributes. */
  @property({ attribute: false }) amount: Amount | TitleAmount | undefined;
  /** The sum in the minor units of `currency`, or in hundredths of `unit`: a whole number from 0. */
  @property({ converter: (text) => (text?.trim() ? Number(text) : undefined) }) value: number | undefined;
  /** ISO 4217 code in capitals. */
  @property() currency = '';
  /** WebMoney title unit (`WMZ`, `WME`, `WMK`), instead of a currency. */
  @property() unit = '';
  /** `hero` is the amount of a screen. */
  @property({ reflect: true, useDefault: true }) size: 'hero' | '' = '';

  override render(): TemplateResult {
    const { unit, value, currency } = this;
    const amount: unknown = this.amount ?? (unit ? { value, unit } : { value, currency });
    if (!isAmount(amount) && !isTitleAmount(amount))
      return html`<span part="base" class="none" aria-hidden="true">—</span>`;
    const parts = amountParts(amount, this.#l10n.language);
    const sign = parts.currency
      ? html`<span class=${parts.signFirst ? 'before' : 'after'}>${parts.currency}</span>`
      : '';
    const long = parts.currency.length + parts.digits.length > 8 ? 'long' : '';
    return html`<span part="base" class="num ${long}" aria-hidden="true"
        >${parts.signFirst ? sign : ''}${parts.digits}${parts.signFirst ? '' : sign}${
          parts.unit ? html`<span class="unit">${parts.unit}</span>` : ''
        }</span
      ><span class="sr">${parts.text}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-amount': RejiAmount;
  }
}
