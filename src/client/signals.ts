/**
 * What the page tells the client room: the tab was hidden or shown, the page came back from the back/forward cache
 * (`pageshow`, only when it did), the network went or returned.
 */
export type Signal = 'hidden' | 'visible' | 'pageshow' | 'online' | 'offline';

/** The page as this room sees it, since it knows no DOM. The elements room implements it over `document` and `window`. */
export interface Signals {
  /** True while the tab is hidden: then nothing runs. */
  readonly hidden: boolean;
  /** @returns a function that ends the subscription. */
  subscribe(listener: (signal: Signal) => void): () => void;
}

/** A page that is always shown and always online: the default, and right where there is no page. */
export const steadySignals: Signals = { hidden: false, subscribe: () => () => undefined };
