import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { systemTimers } from '../client/timers.js';
import type { Timers } from '../client/timers.js';
import { allTexts } from '../i18n/all-texts.js';
import { base } from '../theme/base.js';
import { copy } from '../theme/copy.js';
import { copyText } from './clipboard.js';
import { displayIcons } from './display-icons.js';
import { RejiCopyEvent } from './step-events.js';
import { icons } from './icons.js';
import { Localize } from './localize.js';
import { RejiElement } from './reji-element.js';

/** How long "copied" stands, in milliseconds. */
const COPIED_MS = 2000;

/**
 * Copies a number or a code, raw, and says truly whether the clipboard has it. When it has not, the host is told, so
 * that it can select what is to be copied by hand.
 *
 * @summary Copies a value.
 * @tagname reji-copy-button
 * @csspart base - The button.
 * @fires {RejiCopyEvent} reji-copy - The value was copied, or could not be.
 */
export class RejiCopyButton extends RejiElement {
  static override readonly tag = 'reji-copy-button';
  static override readonly styles = [...base, copy];
  static override readonly shadowRootOptions = { ...RejiElement.shadowRootOptions, delegatesFocus: true };

  #l10n = new Localize(this, allTexts);
  #callOff: (() => void) | undefined;

  /** What is copied, unchanged. Without it the button is disabled. */
  @property() value = '';
  /** What the value is, for the button's name: `WMID` makes "Copy WMID". */
  @property() what = '';
  /** The icon alone, 44 px square. */
  @property({ type: Boolean, reflect: true }) bare = false;
  /** Replaces the browser's timers: for tests. */
  @property({ attribute: false }) timers: Timers = systemTimers;

  @state() private outcome: 'copied' | 'failed' | '' = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rest();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.#rest();
  }

  override render(): TemplateResult {
    const { texts } = this.#l10n;
    if (!texts) return html``;
    const { outcome, bare, what } = this;
    const words = texts.copy;
    const word = outcome === 'copied' ? words.copied : words.copy;
    // a name that lacked the visible word could not be spoken to
    const name = outcome === 'copied' && !bare ? word : what ? words.label(what) : words.copy;
    return html`<button
        part="base"
        class="copy ${outcome}"
        type="button"
        aria-label=${name}
        ?disabled=${!this.value}
        @click=${this.#press}
      >
        ${outcome === 'copied' ? displayIcons.check : outcome === 'failed' ? icons.alert : displayIcons.copy}
        ${bare ? nothing : html`<span>${word}</span>`}</button
      ><span class="sr" role="status">${outcome && words[outcome]}</span>`;
  }

  #press = async (): Promise<void> => {
    const { value } = this;
    this.#rest();
    const copied = await copyText(value, this.renderRoot as ShadowRoot);
    await this.updateComplete;
    if (!this.isConnected || value !== this.value) return;
    this.#rest();
    this.outcome = copied ? 'copied' : 'failed';
    if (copied) this.#callOff = this.timers.later(() => this.#rest(), COPIED_MS);
    this.dispatchEvent(new RejiCopyEvent(copied));
  };

  #rest(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.outcome = '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reji-copy-button': RejiCopyButton;
  }
}
