import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { languageFor, loadMessages, messagesNow } from '../i18n/languages.js';
import type { Language } from '../i18n/languages.js';
import type { Messages } from '../i18n/messages.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * The texts for an element, in the language of its nearest `lang` attribute, shadow roots crossed; English when there
 * is none. Until the language has arrived `texts` is undefined and the host renders nothing that has words.
 */
export class Localize implements ReactiveController {
  #host: Host;
  #observer?: MutationObserver;
  language: Language = 'en';

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The texts if they are here. */
  get texts(): Messages | undefined {
    return messagesNow(this.language);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#resolve());
    this.#observer.observe(document.documentElement, { attributeFilter: ['lang'] });
    this.#observer.observe(this.#host, { attributeFilter: ['lang'] });
    this.#resolve();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #resolve(): void {
    this.language = languageFor(nearestLang(this.#host));
    if (this.texts) return this.#host.requestUpdate();
    loadMessages(this.language).then(
      () => this.#host.requestUpdate(),
      () => this.#fallBack(),
    );
  }

  /** Without its language file an element still has to speak: English, if that is here. */
  #fallBack(): void {
    if (this.language === 'en') return;
    this.language = 'en';
    loadMessages('en').then(
      () => this.#host.requestUpdate(),
      () => undefined,
    );
  }
}

function nearestLang(start: Element): string | undefined {
  for (let at: Element | null = start; at;) {
    const found: Element | null = at.closest('[lang]');
    if (found) return found.getAttribute('lang') ?? undefined;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}
