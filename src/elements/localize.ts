import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { languageFor } from '../i18n/languages.js';
import type { Language } from '../i18n/languages.js';
import type { TextShelf } from '../i18n/text-shelf.js';

type Host = ReactiveControllerHost & HTMLElement & { readonly words?: object };

/**
 * The texts for an element, in the language of its nearest `lang` attribute, shadow roots crossed; English when there
 * is none. Until the language has arrived `texts` is undefined and the host renders nothing that has words.
 */
export class Localize<T> implements ReactiveController {
  #host: Host;
  #shelf: TextShelf<Language, T>;
  #observer?: MutationObserver;
  language: Language = 'en';

  /** @param shelf which texts: `choiceTexts`, or `allTexts` for an element that comes after the choice */
  constructor(host: Host, shelf: TextShelf<Language, T>) {
    this.#host = host;
    this.#shelf = shelf;
    host.addController(this);
  }

  /** The host's own words, else the texts if they are here. */
  get texts(): T | undefined {
    return (this.#host.words as T | undefined) ?? this.#shelf.now(this.language);
  }

  hostConnected(): void {
    const observer = new MutationObserver(() => this.#resolve());
    const below = { attributeFilter: ['lang'], subtree: true };
    observer.observe(document, below);
    for (let root = this.#host.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
      observer.observe(root, below);
    }
    this.#observer = observer;
    this.#resolve();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #resolve(): void {
    this.language = languageFor(nearestLang(this.#host));
    if (this.texts) return this.#host.requestUpdate();
    this.#shelf.load(this.language).then(
      () => this.#host.requestUpdate(),
      () => this.#fallBack(),
    );
  }

  /** Without its language file an element still has to speak: English, if that is here. */
  #fallBack(): void {
    if (this.language === 'en') return;
    this.language = 'en';
    this.#shelf.load('en').then(
      () => this.#host.requestUpdate(),
      () => undefined,
    );
  }
}

/** The language around an element, shadow roots crossed, as it is written in the page. */
export function nearestLang(start: Element): string | undefined {
  for (let at: Element | null = start; at;) {
    const found: Element | null = at.closest('[lang]');
    if (found) return found.getAttribute('lang') ?? undefined;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}
