import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Amount } from '../contract/money.js';
import type { Method } from '../contract/session.js';
import { choiceTexts } from '../i18n/languages.js';
import { base, block } from '../theme/base.js';
import { picker } from '../theme/picker.js';
import { RejiSelectEvent } from './events.js';
import { Localize } from './localize.js';
import { methodsOfBrands, reasonAgainst, sectionsOf } from './picker-sections.js';
import { nextLines, pickerSection } from './picker-view.js';
import { RejiBrand } from './reji-brand.js';
import { RejiElement } from './reji-element.js';

/**
 * The ways to pay as one group of radios over all sections. A form control like any other: with a `name` its value is
 * in the form's data, `required`, `disabled`, reset and restore work, and a `<label for>` names the group.
 * It works without a session too: `<reji-method-picker name="method" brands="webmoney-light webmoney-classic">`.
 *
 * @summary Choose how to pay.
 * @tagname reji-method-picker
 * @csspart base - The group.
 * @csspart section - Methods under one heading.
 * @csspart row - One method.
 * @csspart name - A method's name.
 * @csspart note - What the payer does, or why the method can't be chosen.
 * @csspart next - What comes after the choice.
 * @fires {Event} input - A method was chosen by the buyer.
 * @fires {Event} change - A method was chosen by the buyer.
 * @fires {RejiSelectEvent} reji-select - The same, with the id of the method.
 */
export class RejiMethodPicker extends RejiElement {
  static override readonly tag = 'reji-method-picker';
  static override readonly uses = [RejiBrand];
  static override readonly styles = [...base, block, picker];
  /** @internal */
  static readonly formAssociated = true;

  #l10n = new Localize(this, choiceTexts);
  #internals = this.attachInternals();
  #wanted = '';
  #disabled = false;

  /** What is offered, in the server's order. */
  @property({ attribute: false }) methods: readonly Method[] | undefined;
  /** Without `methods`: brands of the catalogue, separated by blanks. The value is then the name of the brand. */
  @property() brands = '';
  /** What is to be paid: methods whose `limits` do not reach to it can't be chosen. */
  @property({ attribute: false }) amount: Amount | undefined;
  /** The field's name in the form's data. */
  @property({ reflect: true, useDefault: true }) name = '';
  /** A choice must be made before the form is submitted. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** `compact` has rows of 48 px and no quiet lines in narrow columns. */
  @property({ reflect: true, useDefault: true }) density: 'comfortable' | 'compact' = 'comfortable';

  /**
   * Id of the chosen method, empty without one. The attribute is what a reset goes back to. A value that is not
   * offered, or can't be chosen, is not kept; one that comes before the methods waits for them.
   */
  @property()
  get value(): string {
    const method = this.#offered.find(({ id }) => id === this.#wanted);
    return method && !reasonAgainst(method, this.amount) ? method.id : '';
  }
  set value(id: string | null) {
    this.#wanted = id ?? '';
    this.#report();
  }

  /** Nothing can be chosen, and nothing is submitted. A disabled fieldset around the picker does the same. */
  @property({ type: Boolean })
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }
  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
  }

  /** The form it belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }
  /** Whether the value will do, as of a native control. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }
  /** What is wrong, in the page's language; empty when nothing is. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }
  /** False while disabled. */
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  constructor() {
    super();
    this.addEventListener('click', (event) => {
      // A press on a label of the page arrives as a click on the element itself.
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  protected override willUpdate(): void {
    if (this.#offered.length > 0) this.#wanted = this.value;
  }

  protected override updated(): void {
    const chosen = this.#radios().find(({ value }) => value === this.value);
    for (const radio of this.#radios()) radio.checked = radio === chosen;
    this.#report();
  }

  /** True when the value will do; fires `invalid` when it won't. */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  /** The same, and the buyer is told, with the focus on the first method. */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Puts the focus on the chosen method, or on the first that can be chosen. */
  override focus(options?: FocusOptions): void {
    this.#target()?.focus(options);
  }

  /** @internal */
  formResetCallback(): void {
    this.value = this.getAttribute('value');
  }

  /** @internal */
  formDisabledCallback(disabled: boolean): void {
    this.#disabled = disabled;
    this.requestUpdate();
  }

  /** @internal */
  formStateRestoreCallback(state: string): void {
    this.value = state;
  }

  override render(): TemplateResult {
    const { value, amount, required } = this;
    const { texts, language } = this.#l10n;
    const sections = sectionsOf(this.#offered);
    if (!texts || sections.length === 0) return html`<div part="base"></div>`;
    const look = {
      texts,
      language,
      value,
      amount,
      required,
      disabled: this.#disabled,
      compact: this.density === 'compact',
    };
    const label = [...this.#internals.labels].map(({ textContent }) => textContent?.trim()).join(' ');
    const chosen = this.#offered.find(({ id }) => id === value);
    return html`<div
      part="base"
      role="radiogroup"
      aria-label=${label || texts.picker.legend}
      aria-required=${required}
      aria-disabled=${this.#disabled}
      @change=${this.#choose}
      @input=${(event: Event) => event.stopPropagation()}
    >
      ${sections.map((section) => pickerSection(section, sections.length === 1, look))}
      ${chosen ? html`<div class="foot">${nextLines(chosen, texts, 'next')}</div>` : nothing}
    </div>`;
  }

  get #offered(): readonly Method[] {
    return this.methods ?? methodsOfBrands(this.brands);
  }

  #radios(): HTMLInputElement[] {
    return [...(this.shadowRoot?.querySelectorAll('input') ?? [])];
  }

  #target(): HTMLInputElement | undefined {
    const radios = this.#radios().filter(({ disabled }) => !disabled);
    return radios.find(({ checked }) => checked) ?? radios[0];
  }

  /** Tells the form what is chosen and whether that is enough: at once, as a native control does. */
  #report(): void {
    const { value } = this;
    this.#internals.setFormValue(value || null, value);
    const missing = this.required && !value;
    const message = this.#l10n.texts?.picker.required ?? '…';
    this.#internals.setValidity({ valueMissing: missing }, missing ? message : '', this.#target());
  }

  #choose = (event: Event): void => {
    this.value = (event.target as HTMLInputElement).value;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
    this.dispatchEvent(new RejiSelectEvent(this.value));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-method-picker': RejiMethodPicker;
  }
}
