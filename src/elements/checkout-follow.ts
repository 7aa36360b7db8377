/**
 * All that a checkout needs once its methods are on screen: the store that talks and listens, the page's signals, and
 * what this tab remembers. One file, so that it is fetched as one.
 */
import { CheckoutStore } from '../client/checkout-store.js';
import type { CheckoutStoreOptions } from '../client/checkout-store.js';
import { pageSignals } from './page-signals.js';

export { alreadyPosted, rememberPosted } from '../client/remembered.js';

/** A store that lives with this page. */
export function storeOf(source: Omit<CheckoutStoreOptions, 'audience' | 'signals'>): CheckoutStore {
  return new CheckoutStore({ ...source, audience: location.origin, signals: pageSignals() });
}
