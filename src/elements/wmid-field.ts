import { html, nothing } from 'lit';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Messages } from '../i18n/messages.js';
import { icons } from './icons.js';
import { countDigits, groupWmid, plainWmid, regroup, wmidFault } from './wmid.js';

/** The field of a WMID for a host that renders it: grouped as typed, its faults shown on leaving or sending only. */
export class WmidField {
  #host: ReactiveControllerHost;
  #text = '';
  /** True after the field was left or sent, until it is typed in again. */
  #checked = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Starts with another number. */
  set(text: string): void {
    this.#text = groupWmid(text);
    this.#checked = false;
  }

  /** The field is to be sent: shows what is wrong with it. @returns the 12 digits, or undefined with a fault */
  send(texts: Messages): string | undefined {
    this.#checked = true;
    this.#host.requestUpdate();
    return wmidFault(this.#text, texts.keeper) ? undefined : plainWmid(this.#text);
  }

  /** Label, count, field, and the hint or the fault under it. */
  render({ keeper: words }: Messages, readonly: boolean): TemplateResult {
    const digits = countDigits(this.#text);
    const fault = this.#checked ? wmidFault(this.#text, words) : '';
    return html`<div class="field">
      <div class="label">
        <label for="wmid">${words.wmid}</label>
        <span class="note num" id="count"
          ><span aria-hidden="true">${words.count(digits)}</span
          ><span class="sr">${words.countSpoken(digits)}</span></span
        >
      </div>
      <input
        part="input"
        class="input input--digits"
        id="wmid"
        name="wmid"
        inputmode="numeric"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="send"
        placeholder=${words.placeholder}
        required
        ?readonly=${readonly}
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby=${fault ? 'fault count' : 'hint count'}
        .value=${this.#text}
        @input=${this.#type}
        @compositionend=${this.#type}
        @blur=${this.#leave}
      />
      <div>
        <p class="note" id="hint" ?hidden=${fault !== ''}>${words.hint}</p>
        <div id="fault" aria-live="polite">
          ${fault ? html`<p class="wrong">${icons.alert}<span>${fault}</span></p>` : nothing}
        </div>
      </div>
    </div>`;
  }

  #type = (event: InputEvent & { currentTarget: HTMLInputElement }): void => {
    // an input method's half-made text is its own until it is done
    if (event.isComposing) return;
    this.#text = regroup(event.currentTarget, event.inputType);
    this.#checked = false;
    this.#host.requestUpdate();
  };

  #leave = async (event: FocusEvent & { currentTarget: HTMLInputElement }): Promise<void> => {
    const input = event.currentTarget;
    await Promise.resolve();
    // leaving the window, to look the WMID up in Keeper, is not leaving the field; nor is being taken away
    const stays = (input.getRootNode() as ShadowRoot).activeElement === input;
    if (stays || !input.isConnected || !this.#text) return;
    this.#checked = true;
    this.#host.requestUpdate();
  };
}
