import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Messages } from '../i18n/messages.js';
import type { RejiCopyEvent } from './step-events.js';
import { icons } from './icons.js';

/** When a copy button could not copy: what is to be copied by hand stands selected, with a hint below it. */
export class CopyHint implements ReactiveController {
  #host: ReactiveControllerHost;
  #failed = '';
  #select: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** A listener for `reji-copy` on the row of that value; what is to be selected has the class `raw`. */
  listen(value: string): (event: RejiCopyEvent & { currentTarget: HTMLElement }) => void {
    return ({ copied, currentTarget: row }) => {
      this.#failed = copied ? '' : value;
      this.#select = () => {
        const raw = !copied && row.querySelector('.raw');
        if (raw) getSelection()?.selectAllChildren(raw);
      };
      this.#host.requestUpdate();
    };
  }

  hostUpdated(): void {
    this.#select?.();
    this.#select = undefined;
  }

  /** The hint, in an element that may stand in a list of terms. `extra` stands before the words. */
  render(value: string, { copy }: Messages, extra: unknown = nothing): TemplateResult | typeof nothing {
    if (this.#failed !== value) return nothing;
    return html`<dd class="wrong">${icons.alert}<span>${extra}${copy.failed}</span></dd>`;
  }
}
