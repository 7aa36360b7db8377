import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Amount } from '../contract/money.js';
import type { MethodInput } from '../contract/session.js';
import { allTexts } from '../i18n/all-texts.js';
import type { Messages } from '../i18n/messages.js';
import type { PayerInput } from '../i18n/step-texts.js';
import { base, block } from '../theme/base.js';
import { buttons } from '../theme/buttons.js';
import { fields } from '../theme/fields.js';
import { keeper } from '../theme/keeper.js';
import { komochi } from '../theme/komochi.js';
import { layout } from '../theme/layout.js';
import { links } from '../theme/links.js';
import { notices } from '../theme/notices.js';
import { screen } from '../theme/screen.js';
import { who } from '../theme/who.js';
import { brandWords } from './brand-words.js';
import { alertNotice } from './checkout-screens.js';
import { RejiActionEvent, RejiSubmitEvent } from './step-events.js';
import { icons } from './icons.js';
import { Localize } from './localize.js';
import { backButton, methodHead } from './method-head.js';
import { askedInputs, fieldTraits, payerFault, plainAnswer } from './payer-fields.js';
import { RejiAmount } from './reji-amount.js';
import { RejiBrand } from './reji-brand.js';
import { RejiElement } from './reji-element.js';

type Field = HTMLInputElement & { name: PayerInput };
type FieldEvent = Event & { currentTarget: Field };

/**
 * Asks for what a method needs to know of the payer and the shop did not tell. Faults are shown on leaving a field or
 * on sending, in words. It remembers nothing: who uses it hears `reji-submit`, and gives `values` to go on with.
 *
 * @summary The payer's name, phone and e-mail, as far as a method asks for them.
 * @tagname reji-payer-form
 * @slot mark-${brand} - The brand's official mark in place of ours, beside its name: `mark-merpay`.
 * @csspart base - Everything inside.
 * @csspart title - The heading.
 * @csspart input - Each field.
 * @csspart pay - The main button.
 * @fires {RejiSubmitEvent} reji-submit - Every answer is right: by input name, cleaned.
 * @fires {RejiActionEvent} reji-action - `other-method` was pressed.
 */
export class RejiPayerForm extends RejiElement {
  static override readonly tag = 'reji-payer-form';
  static override readonly uses = [RejiAmount, RejiBrand];
  static override readonly styles = [
    ...base,
    block,
    layout,
    who,
    komochi,
    screen,
    buttons,
    links,
    fields,
    notices,
    keeper,
  ];

  #l10n = new Localize(this, allTexts);
  /** What stood in fields that were left or sent, until they are typed in again. */
  #checked = new Map<string, string>();

  /** What the method asks for; the required ones that have a field here are shown. */
  @property({ attribute: false }) inputs: readonly MethodInput[] = [];
  /** What the order costs. */
  @property({ attribute: false }) amount: Amount | undefined;
  /** The shop's number of the order. */
  @property({ attribute: 'order-id' }) orderId = '';
  /** The brand of the head, a row of the catalogue. */
  @property() brand = '';
  /** What the main button does next, in words. @default "Continue" */
  @property() label = '';
  /** A press is on its way: no other one counts. */
  @property({ type: Boolean }) busy = false;
  /** What did not go through, in words. */
  @property() problem = '';
  /** What the fields start with, by input name. */
  @property({ attribute: false }) values: Readonly<Record<string, string>> = {};

  /** Moves focus to the title, for a host that has just put this screen in place of another. */
  focusTitle(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  override render(): TemplateResult {
    const { texts } = this.#l10n;
    if (!texts) return html`<div part="base"></div>`;
    const { title, why } = texts.payer;
    return html`<section part="base">
      ${backButton(texts, this.#otherMethod)} ${methodHead(this, this.brand, texts)}
      <div class="komochi"></div>
      <form class="stack form" novalidate @submit=${this.#submit}>
        <div class="words">
          <h2 part="title" class="title" tabindex="-1">${title}</h2>
          <p>${why(brandWords(this.brand, texts).called)}</p>
        </div>
        ${askedInputs(this.inputs, this.#l10n.language).map((input) => this.#field(input, texts))}
        ${alertNotice(this.problem)}
        <button
          part="pay"
          class="button button--main button--pay"
          type="submit"
          aria-busy=${this.busy ? 'true' : 'false'}
          @mousedown=${keepFocus}
        >
          <span>${this.busy ? texts.picker.sending : this.label || texts.picker.continue}</span>
          ${this.amount ? html`<reji-amount .amount=${this.amount}></reji-amount>` : nothing}
        </button>
      </form>
    </section>`;
  }

  #field(input: PayerInput, { payer: words }: Messages): TemplateResult {
    const { type, autocomplete } = fieldTraits(input);
    const checked = this.#checked.get(input);
    const fault = checked === undefined ? '' : payerFault(input, checked, words);
    return html`<div class="field">
      <label class="label" for=${input}>${words.labels[input]}</label>
      <input
        part="input"
        class="input"
        id=${input}
        name=${input}
        type=${type}
        inputmode=${type}
        autocomplete=${autocomplete}
        autocapitalize=${type === 'text' ? 'words' : 'off'}
        spellcheck="false"
        maxlength=${type === 'text' ? 100 : 254}
        required
        ?readonly=${this.busy}
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby="${input}-fault"
        .value=${this.values[input] ?? ''}
        @input=${this.#type}
        @blur=${this.#leave}
      />
      <div id="${input}-fault" aria-live="polite">
        ${fault ? html`<p class="wrong">${icons.alert}<span>${fault}</span></p>` : nothing}
      </div>
    </div>`;
  }

  #type = ({ currentTarget: { name } }: FieldEvent): void => {
    if (this.#checked.delete(name)) this.requestUpdate();
  };

  #leave = async ({ currentTarget: input }: FieldEvent): Promise<void> => {
    await Promise.resolve();
    // leaving the window is not leaving the field, nor is being taken away
    const stays = this.shadowRoot?.activeElement === input;
    if (stays || !input.isConnected || !input.value) return;
    this.#checked.set(input.name, input.value);
    this.requestUpdate();
  };

  #submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    const words = this.#l10n.texts?.payer;
    if (this.busy || !words) return;
    const fields = [...event.currentTarget.querySelectorAll<Field>('input')];
    this.#checked = new Map(fields.map(({ name, value }) => [name, value]));
    this.requestUpdate();
    const wrong = fields.find(({ name, value }) => payerFault(name, value, words));
    if (wrong) return wrong.focus();
    const answers = fields.map(({ name, value }) => [name, plainAnswer(name, value)]);
    this.dispatchEvent(new RejiSubmitEvent(Object.fromEntries(answers) as Record<PayerInput, string>));
  };

  #otherMethod = (): void => {
    if (!this.busy) this.dispatchEvent(new RejiActionEvent('other-method'));
  };
}

/** Pressing the button must not leave the field first: a fault shown then would move the button from under the press. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-payer-form': RejiPayerForm;
  }
}
