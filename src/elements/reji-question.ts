import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Amount } from '../contract/money.js';
import { payoutTexts } from '../i18n/payout-shelf.js';
import type { PayoutMessages } from '../i18n/payout-texts.js';
import { base, block } from '../theme/base.js';
import { buttons } from '../theme/buttons.js';
import { fields } from '../theme/fields.js';
import { heads } from '../theme/heads.js';
import { komochi } from '../theme/komochi.js';
import { layout } from '../theme/layout.js';
import { notices } from '../theme/notices.js';
import { screen } from '../theme/screen.js';
import { alertNotice } from './checkout-screens.js';
import { amountHead } from './heads.js';
import { icons } from './icons.js';
import { Localize } from './localize.js';
import { RejiAmount } from './reji-amount.js';
import { RejiElement } from './reji-element.js';
import { RejiSubmitEvent } from './step-events.js';
import { TitleFocus } from './title-focus.js';

/** The longest answer that the server takes, in characters. */
const LONGEST = 100;

/**
 * The shop's question that stands before a payout. It knows no answer and keeps none: who uses it hears `reji-submit`,
 * and says `wrong` when the server did.
 *
 * @summary A question to be answered first.
 * @tagname reji-question
 * @csspart base - Everything inside.
 * @csspart title - The heading.
 * @csspart input - The field for the answer.
 * @csspart amount__base - The large amount.
 * @fires {RejiSubmitEvent} reji-submit - `{ answer }`, without blanks around it.
 */
export class RejiQuestion extends RejiElement {
  static override readonly tag = 'reji-question';
  static override readonly uses = [RejiAmount];
  static override readonly styles = [...base, block, layout, heads, komochi, screen, buttons, fields, notices];

  #l10n = new Localize(this, payoutTexts);
  #title = new TitleFocus(this);

  /** The question, in the shop's words. */
  @property() question = '';
  /** How often it can still be answered; nothing is said of it while it is not known. */
  @property({ type: Number, attribute: 'tries-left' }) triesLeft: number | undefined;
  /** The last answer was wrong. */
  @property({ type: Boolean }) wrong = false;
  /** What is received. */
  @property({ attribute: false }) amount: Amount | undefined;
  /** The shop's number of the payout. */
  @property({ attribute: 'order-id' }) orderId = '';
  /** A press is on its way: no other one counts. */
  @property({ type: Boolean }) busy = false;
  /** What did not go through, in words. */
  @property() problem = '';

  /** What is wrong with the answer that stands in the field. */
  @state() private fault: 'missing' | '' = '';
  /** Typed in since the server's word: that is about another answer. */
  @state() private typed = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('busy') && !this.busy) this.typed = false;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const refused = changed.has('busy') && !this.busy && this.wrong;
    if (refused && this.matches(':focus-within')) this.#field?.select();
  }

  /** Moves the focus to where the screen begins: its title. */
  focusTitle(): void {
    this.#title.want();
  }

  override render(): TemplateResult {
    const { texts } = this.#l10n;
    if (!texts) return html`<div part="base"></div>`;
    const words = texts.payout.question;
    const { wrong, busy, triesLeft } = this;
    const fault = this.fault || (wrong && !this.typed && !busy ? 'wrong' : '');
    return html`<section part="base">
      ${amountHead(this, texts)}
      <form class="stack screen" novalidate @submit=${this.#submit}>
        <div class="words">
          <h2 part="title" class="title" tabindex="-1">${words.title}</h2>
          <p>${words.text}</p>
        </div>
        <div class="field">
          <p id="question"><strong>${this.question}</strong></p>
          <label class="label" for="answer">${words.label}</label>
          <input
            part="input"
            class="input"
            id="answer"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            maxlength=${LONGEST}
            required
            ?readonly=${busy}
            aria-invalid=${fault ? 'true' : 'false'}
            aria-describedby="question tries fault"
            @input=${this.#type}
          />
          <div id="fault" aria-live="polite">
            ${fault ? html`<p class="wrong">${icons.alert}<span>${words[fault]}</span></p>` : nothing}
          </div>
          <p id="tries" class="note">${this.#tries(triesLeft, texts)}</p>
        </div>
        ${alertNotice(this.problem)}
        <button class="button button--main" type="submit" aria-busy=${busy ? 'true' : 'false'} @mousedown=${keepFocus}>
          ${busy ? texts.picker.sending : words.button}
        </button>
      </form>
    </section>`;
  }

  #tries(left: number | undefined, { payout: { question: words } }: PayoutMessages): string {
    return left === undefined ? '' : words.tries(left);
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #type = (): void => {
    this.typed = true;
    this.fault = '';
  };

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.busy) return;
    const answer = this.#field?.value.trim() ?? '';
    this.fault = answer ? '' : 'missing';
    if (answer) this.dispatchEvent(new RejiSubmitEvent({ answer }));
    else this.#field?.focus();
  };
}

/** Pressing the button must not leave the field first. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-question': RejiQuestion;
  }
}
