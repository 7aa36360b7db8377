import { html, isServer, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { brandRow } from '../catalog/brands.js';
import type { SectionId } from '../catalog/brands.js';
import type { Amount } from '../contract/money.js';
import type { Method } from '../contract/session.js';
import { choiceTexts } from '../i18n/languages.js';
import { base, block } from '../theme/base.js';
import { picker } from '../theme/picker.js';
import { pickerLong } from '../theme/picker-long.js';
import { RejiErrorEvent, RejiSelectEvent } from './choice-events.js';
import { Localize, nearestLang } from './localize.js';
import type { PickerSearch } from './picker-search.js';
import { methodsOfBrands, reasonAgainst, regionOf, sectionsOf } from './picker-sections.js';
import { nextLines, pickerSection, searchField } from './picker-view.js';
import { RejiBrand } from './reji-brand.js';
import { RejiElement } from './reji-element.js';

/** From how many methods on there is a search, and up to how many sections are not folded by themselves. */
const [SEARCH_FROM, OPEN_UP_TO] = [8, 12];

/**
 * The ways to pay as one group of radios over all sections. A form control like any other: with a `name` its value is
 * in the form's data, `required`, `disabled`, reset and restore work, and a `<label for>` names the group.
 * It works without a session too: `<reji-method-picker name="method" brands="webmoney-light webmoney-classic">`.
 * From eight methods on it can be searched; the search is no part of the form.
 *
 * @summary Choose how to pay.
 * @tagname reji-method-picker
 * @slot mark-${brand} - Replaces the mark of a brand, for instance `<img slot="mark-gcash">` with the official one.
 * @csspart base - Everything inside.
 * @csspart section - Methods under one heading.
 * @csspart fold - The button that folds a section and opens it.
 * @csspart search - The field to search in.
 * @csspart row - One method.
 * @csspart name - A method's name.
 * @csspart note - What the payer does, or why the method can't be chosen.
 * @csspart next - What comes after the choice.
 * @fires {Event} input - A method was chosen by the buyer.
 * @fires {Event} change - A method was chosen by the buyer.
 * @fires {RejiSelectEvent} reji-select - The same, with the id of the method.
 * @fires {RejiErrorEvent} reji-error - `element-unreachable`: the search could not be loaded, all methods stay.
 */
export class RejiMethodPicker extends RejiElement {
  static override readonly tag = 'reji-method-picker';
  static override readonly uses = [RejiBrand];
  static override readonly styles = [...base, block, picker, pickerLong];
  /** @internal */
  static readonly formAssociated = true;

  #l10n = new Localize(this, choiceTexts);
  #internals = this.attachInternals();
  #wanted = '';
  #disabled = false;
  #unfolded = new Set<SectionId>();
  /** The method whose section was opened for it. */
  #shown = '';
  #search: PickerSearch | undefined;

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
   * `fold` shows of a section its heading until that is pressed, and always the choice; `open` shows all; `auto` folds
   * more than twelve methods in columns below 560 px. One section alone is never folded.
   */
  @property() sections: 'auto' | 'fold' | 'open' = 'auto';
  /** `single` shows the wallets of Alipay+ one by one, each with the name of its scheme, without the scheme's heading. */
  @property() wallets: 'section' | 'single' = 'section';
  /** Where the buyer is at home, ISO 3166: what is near stands first. @default as the language around the picker says */
  @property() region = '';

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
    const chosen = this.#offered.find(({ id }) => id === this.value);
    if (this.#offered.length > 0) this.#wanted = this.value;
    if (chosen && chosen.id !== this.#shown) this.#unfolded.add(brandRow(chosen.brand).section);
    this.#shown = chosen?.id ?? '';
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
    const offered = this.#offered;
    if (!texts || offered.length === 0) return html`<div part="base"></div>`;
    const all = sectionsOf(offered, this.region || regionOf(isServer ? '' : (nearestLang(this) ?? '')));
    const searchable = offered.length >= SEARCH_FROM;
    const found = searchable ? this.#search?.find(all, texts) : undefined;
    const folds = this.sections === 'fold' || (this.sections === 'auto' && offered.length > OPEN_UP_TO);
    const unfolded = folds && all.length > 1 && !found ? this.#unfolded : undefined;
    const look = {
      texts,
      language,
      value,
      amount,
      required,
      disabled: this.#disabled,
      compact: this.density === 'compact',
      single: this.wallets === 'single',
      unfolded,
      toggle: this.#toggle,
      slotOf: (brand: string) => html`<slot name="mark-${brand}"></slot>`,
      found,
      mark: found?.mark ?? ((text: string) => text),
    };
    const label = [...this.#internals.labels].map(({ textContent }) => textContent?.trim()).join(' ');
    const chosen = offered.find(({ id }) => id === value);
    return html`<div part="base" @input=${(event: Event) => event.stopPropagation()}>
      ${searchable ? searchField(look, this.#loadSearch) : nothing}
      ${
        found?.none ??
        html`<div
          role="radiogroup"
          class=${unfolded ? `folds-${this.sections}` : ''}
          aria-label=${label || texts.picker.legend}
          aria-required=${required}
          aria-disabled=${this.#disabled}
          @change=${this.#choose}
          @keydown=${this.#arrow}
        >
          ${(found?.sections ?? all).map((section) => pickerSection(section, all.length === 1, look))}
        </div>`
      }
      ${chosen ? html`<div class="foot">${nextLines(chosen, texts, 'next')}</div>` : nothing}
    </div>`;
  }

  get #offered(): readonly Method[] {
    return this.methods ?? methodsOfBrands(this.brands);
  }

  #radios(): HTMLInputElement[] {
    return [...(this.shadowRoot?.querySelectorAll<HTMLInputElement>('.radio') ?? [])];
  }

  /** Where the focus goes: the choice, else what can be chosen, else what leads to it. */
  #target(): HTMLElement | undefined {
    const radios = this.#radios().filter((radio) => !radio.disabled && radio.checkVisibility());
    const fold = this.shadowRoot?.querySelector<HTMLElement>('.fold');
    const way = fold?.checkVisibility() ? fold : this.shadowRoot?.querySelector<HTMLElement>('[type=search]');
    return radios.find(({ checked }) => checked) ?? radios[0] ?? way ?? undefined;
  }

  /** Tells the form what is chosen and whether that is enough: at once, as a native control does. */
  #report(): void {
    const { value } = this;
    this.#internals.setFormValue(value || null, value);
    const missing = this.required && !value;
    const message = this.#l10n.texts?.picker.required ?? '…';
    this.#internals.setValidity({ valueMissing: missing }, missing ? message : '', this.#target());
  }

  #choose = (event: Event): void => this.#pick((event.target as HTMLInputElement).value);

  #pick(value: string): void {
    this.value = value;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
    this.dispatchEvent(new RejiSelectEvent(this.value));
  }

  /** The browser moves between radios that are shown; one in a folded section is reached here, and its section opens. */
  #arrow = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const radios = this.#radios().filter(({ disabled }) => !disabled);
    const from = radios.indexOf(event.target as HTMLInputElement);
    const next = radios[(from + (step ?? 0) + radios.length) % radios.length];
    if (from < 0 || !step || !next || next.checkVisibility()) return;
    event.preventDefault();
    this.#pick(next.value);
    void this.updateComplete.then(() => next.focus());
  };

  #toggle = (id: SectionId): void => {
    if (!this.#unfolded.delete(id)) this.#unfolded.add(id);
    this.requestUpdate();
  };

  /** What finds is fetched when the field is touched; from then on every input asks for another look. */
  #loadSearch = (): void => {
    if (this.#search) return this.requestUpdate();
    import('./picker-search.js').then(
      ({ PickerSearch }) => {
        this.#search ??= new PickerSearch(this);
        this.requestUpdate();
      },
      () => this.dispatchEvent(new RejiErrorEvent('element-unreachable')),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-method-picker': RejiMethodPicker;
  }
}
