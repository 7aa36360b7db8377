import { html, nothing } from 'lit';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { PayoutField, PayoutFormTexts } from '../i18n/payout-texts.js';
import { icons } from './icons.js';
import type { fieldTraits } from './payer-fields.js';

/** A field as it is to be drawn. */
export interface FieldLook {
  /** The name of its input, also its id. */
  name: string;
  label: string;
  /** What it is called in Japanese, where the label is not. */
  japanese?: string;
  /** At the end of the line of the label. */
  end?: TemplateResult | typeof nothing;
  /** What is wrong with it, shown once it was left or sent; empty for nothing. */
  fault: string;
  hint?: string;
  /** Between the control and the hint, and part of what describes it. */
  preview?: TemplateResult | typeof nothing;
}

/** What a text field has besides. */
export interface TextLook extends FieldLook {
  /** Digits, set large. */
  digits?: boolean;
  type?: 'text' | 'tel' | 'email';
  inputmode?: string;
  autocomplete?: ReturnType<typeof fieldTraits>['autocomplete'];
  placeholder?: string;
  /** Stands inside the field, before what is typed. */
  lead?: string;
  /** Rewrites the field as it is typed in. @returns its new text */
  typed?: (input: HTMLInputElement, inputType: string) => string;
  /** The text as it should stand when the field is left. */
  tidy?: (text: string) => string;
}

type FieldEvent = InputEvent & { currentTarget: HTMLInputElement };

/** What stands in the fields of a form, and which of them may say what is wrong: those that were left or sent. */
export class PayoutFields {
  /** A press is on its way: nothing can be changed. */
  busy = false;
  /** What is said of a field that came back. */
  mends: Pick<PayoutFormTexts, 'mend' | 'said'> | undefined;
  #host: ReactiveControllerHost;
  #texts = new Map<string, string>();
  #checked = new Set<string>();
  #mark: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** What stands in a field, as typed. */
  text(name: string): string {
    return this.#texts.get(name) ?? '';
  }

  /** Draws anew. */
  refresh(): void {
    this.#host.requestUpdate();
  }

  /** Puts a text into a field: nothing is said of it until it is left again. */
  set(name: string, text: string): void {
    this.#texts.set(name, text);
    this.#checked.delete(name);
    if (this.#mark === name) this.#mark = undefined;
    this.#host.requestUpdate();
  }

  /** Fields that were sent, or left: what is wrong with them may be said. */
  check(...names: string[]): void {
    for (const name of names) this.#checked.add(name);
    this.#host.requestUpdate();
  }

  /** Marks a field that came back, until it is changed; without a name none is. */
  mark(name?: string): void {
    this.#mark = name;
    this.#host.requestUpdate();
  }

  /** True when the field was left, and is neither passed by, nor left with its window, nor taken away. */
  async left(input: HTMLInputElement): Promise<boolean> {
    await Promise.resolve();
    const stays = (input.getRootNode() as ShadowRoot).activeElement === input;
    return !stays && input.isConnected && this.text(input.name) !== '';
  }

  /** What may be said of a field now. */
  said({ name, fault }: Pick<FieldLook, 'name' | 'fault'>): string {
    if (this.#checked.has(name) && fault) return fault;
    if (this.#mark !== name || !this.mends) return '';
    const { mend, said } = this.mends;
    return Object.hasOwn(mend, name) ? mend[name as PayoutField] : said.other;
  }

  /** What describes a control: for its `aria-describedby`. */
  describedBy({ name }: Pick<FieldLook, 'name'>): string {
    return `${name}-end ${name}-preview ${name}-hint ${name}-fault`;
  }

  /** Label, control, and what stands under it. */
  field(look: FieldLook, control: TemplateResult): TemplateResult {
    const { name, label, japanese, end = nothing } = look;
    return html`<div class="field">
      <div class="label">
        <label id="${name}-label" for=${name}
          >${label}${japanese ? html` <span class="note" lang="ja">${japanese}</span>` : nothing}</label
        >
        <span class="note num" id="${name}-end">${end}</span>
      </div>
      ${control} ${this.below(look)}
    </div>`;
  }

  /** Preview, hint and fault of a field. */
  below(look: FieldLook): TemplateResult {
    const { name, hint = '', preview = nothing } = look;
    const said = this.said(look);
    return html`<div class="below">
      <div id="${name}-preview">${preview}</div>
      <p class="note" id="${name}-hint" ?hidden=${hint === '' || said !== ''}>${hint}</p>
      <div id="${name}-fault" aria-live="polite">
        ${said ? html`<p class="wrong">${icons.alert}<span>${said}</span></p>` : nothing}
      </div>
    </div>`;
  }

  /** A field of text or digits. */
  input(look: TextLook): TemplateResult {
    const { name, digits = false, type = 'text', typed, tidy } = look;
    return this.field(
      look,
      html`<div class=${look.lead ? 'led' : ''}>
        ${look.lead ? html`<span class="lead num" aria-hidden="true">${look.lead}</span>` : nothing}
        <input
          part="input"
          class="input ${digits ? 'input--digits' : ''}"
          id=${name}
          name=${name}
          type=${type}
          inputmode=${look.inputmode ?? (digits ? 'numeric' : type)}
          autocomplete=${look.autocomplete ?? 'off'}
          autocapitalize="off"
          spellcheck="false"
          maxlength="254"
          placeholder=${look.placeholder ?? ''}
          required
          ?readonly=${this.busy}
          aria-invalid=${this.said(look) ? 'true' : 'false'}
          aria-describedby=${this.describedBy(look)}
          .value=${this.text(name)}
          @input=${(event: FieldEvent) => this.#type(event, typed)}
          @compositionend=${(event: FieldEvent) => this.#type(event, typed)}
          @blur=${(event: FieldEvent) => this.#leave(event.currentTarget, tidy)}
        />
      </div>`,
    );
  }

  #type(event: FieldEvent, typed: TextLook['typed']): void {
    const input = event.currentTarget;
    // an input method's half-made text is its own until it is done
    this.set(input.name, typed && !event.isComposing ? typed(input, event.inputType) : input.value);
  }

  async #leave(input: HTMLInputElement, tidy: TextLook['tidy']): Promise<void> {
    if (!(await this.left(input))) return;
    const text = this.text(input.name);
    const mended = tidy?.(text) ?? text;
    // a text that only stands better now is still the one that came back
    if (mended !== text) this.#texts.set(input.name, mended);
    this.check(input.name);
  }
}

/** How much of a field is filled, to the eye and to the ear. */
export function counted(count: number, of: number, words: PayoutFormTexts): TemplateResult {
  return html`<span aria-hidden="true">${words.count(count, of)}</span
    ><span class="sr">${words.countSpoken(count, of)}</span>`;
}
