import { LitElement } from 'lit';

/** The constructor of an element of ours. */
export interface RejiElementClass {
  readonly tag: string;
  define(registry?: CustomElementRegistry): void;
}

/** Base of every element. Importing an element registers nothing; `define()` does. */
export class RejiElement extends LitElement {
  /** The tag name. @internal */
  static readonly tag: string;
  /**
   * Texts in place of those of the language, complete: a payout says other things on the same screens. Who sets it asks
   * for the update.
   * @internal
   */
  declare words?: object;

  /** Elements that this one's template uses. @internal */
  static readonly uses: readonly RejiElementClass[] = [];

  /**
   * Registers the element and those it uses. A tag that is already taken is left alone.
   * @param registry @default the page's `customElements`
   * @internal
   */
  static define(registry: CustomElementRegistry = customElements): void {
    for (const used of this.uses) used.define(registry);
    if (!registry.get(this.tag)) registry.define(this.tag, this);
  }
}
