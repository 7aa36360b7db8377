import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Moves the focus to where a screen begins, as soon as that is there: its texts may still be on their way. */
export class TitleFocus implements ReactiveController {
  /** To be set while the host updates; at any other time {@link want} does it. */
  wanted = false;
  #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  #places: string;

  /** @param places what the focus goes to: the first that is found */
  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }, places = 'h2') {
    this.#host = host;
    this.#places = places;
    host.addController(this);
  }

  want(): void {
    this.wanted = true;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const target = this.wanted && this.#host.renderRoot.querySelector<HTMLElement>(this.#places);
    if (!target) return;
    this.wanted = false;
    target.focus();
  }
}
