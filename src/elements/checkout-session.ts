import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CheckoutError } from '../client/checkout-error.js';
import type { CheckoutState, CheckoutStore } from '../client/checkout-store.js';
import { firstLook } from '../client/first-look.js';
import type { Jwks } from '../client/key-set.js';
import type { Session } from '../contract/session.js';
import type * as Follow from './checkout-follow.js';
import { RejiCompleteEvent, RejiErrorEvent, RejiSessionEvent } from './choice-events.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Where a checkout starts from; see the properties of reji-checkout. */
export interface CheckoutSource {
  keys: Jwks | string;
  token?: string;
  sessionUrl?: string;
  fetch?: typeof fetch;
}

/**
 * Keeps a host subscribed to a checkout store while both live, and tells the page what the server did. A session that
 * came with the page is verified and shown before the store, with all that talks and listens, has been loaded.
 */
export class CheckoutSession implements ReactiveController {
  #host: Host;
  #arrived: (session: Session) => void;
  #store: CheckoutStore | undefined;
  #loading: Promise<void> | undefined;
  #follow: typeof Follow | undefined;
  /** Replaced with each source: what an older one still brings is dropped. */
  #source: CheckoutSource | undefined;
  #attempt = '';
  #connected = false;

  state: CheckoutState = { phase: 'idle' };
  /** The session before the one held now: undefined until something has changed on screen. */
  previous: Session | undefined;
  /** True when this tab had already sent the buyer away for the attempt before it was loaded. */
  cameBack = false;
  /** True while the buyer's confirmation is on its way. */
  confirming = false;
  /** True while the attempt is being given up. */
  cancelling = false;

  /** @param arrived called with each newer session, before the host renders it */
  constructor(host: Host, arrived: (session: Session) => void) {
    this.#host = host;
    this.#arrived = arrived;
    host.addController(this);
  }

  get session(): Session | undefined {
    return this.state.phase === 'ready' ? this.state.session : undefined;
  }

  /** Stable code of the last press that did not go through. */
  get problem(): string | undefined {
    return this.state.phase === 'ready' ? this.state.problem?.code : undefined;
  }

  /** What talks to the BFF; undefined until it has been loaded. */
  get store(): CheckoutStore | undefined {
    return this.#store;
  }

  hostConnected(): void {
    this.#connected = true;
  }

  /** Out of the page nothing listens; what is held stays, for a host that is only moved. */
  hostDisconnected(): void {
    this.#connected = false;
    this.#store?.stop();
  }

  /** Starts from a source, or goes on with it; what was held of another one is let go. */
  open(source: CheckoutSource): void {
    if (this.#source && isSame(source, this.#source) && this.state.phase !== 'error') return this.#resume();
    this.close();
    this.#source = source;
    this.#set({ phase: 'loading' });
    const first = this.#look(source);
    this.#loading = this.#load(source, first);
  }

  close(): void {
    this.#source = undefined;
    this.#store?.stop();
    this.#store = undefined;
    this.previous = undefined;
    this.confirming = this.cancelling = false;
    this.state = { phase: 'idle' };
  }

  /** The buyer wants to pay this way. */
  confirm(method: string, input?: Record<string, string>): Promise<void> {
    return this.press('confirming', (store) => store.confirm(method, input));
  }

  /** Asks the server once more; after a failed start, starts again. */
  async refresh(): Promise<void> {
    await this.#loading;
    if (this.#store) return this.#store.refresh();
    if (this.#source) this.open(this.#source);
  }

  /** The browser is leaving for this attempt: after a reload it is not sent away again by itself. */
  rememberLeaving(attempt: string): void {
    this.#follow?.rememberPosted(attempt);
  }

  /** Something the buyer wants. Pressed before the store is here, it waits for it; the flag is set meanwhile. */
  async press(flag: 'confirming' | 'cancelling', send: (store: CheckoutStore) => Promise<void>): Promise<void> {
    const source = this.#source;
    this[flag] = true;
    this.#host.requestUpdate();
    await this.#loading;
    // What was pressed for one session must not reach another that is held by now.
    if (source === this.#source && this.#store) await send(this.#store);
    if (source !== this.#source) return;
    this[flag] = false;
    this.#host.requestUpdate();
  }

  #resume(): void {
    if (this.#store && this.#connected) this.#loading = this.#store.start();
  }

  /** Shows what came with the page, if it is good; whatever is wrong with it, the store finds out and tells. */
  async #look(source: CheckoutSource): Promise<void> {
    const { token, keys, sessionUrl } = source;
    if (!token || typeof keys === 'string') return;
    const session = await firstLook(token, keys, location.origin, Date.now(), sessionUrl);
    if (session && source === this.#source) this.#changed({ phase: 'ready', session, connection: 'stopped' });
  }

  async #load(source: CheckoutSource, first: Promise<void>): Promise<void> {
    try {
      const [follow] = await Promise.all([import('./checkout-follow.js'), first]);
      if (source !== this.#source) return;
      this.#follow = follow;
      const store = follow.storeOf(source);
      this.#store = store;
      store.subscribe((state) => source === this.#source && this.#changed(state));
      if (this.#connected) await store.start();
    } catch {
      // The file could not be fetched: only the network can be the reason.
      if (source !== this.#source) return;
      this.#changed({ phase: 'error', error: new CheckoutError('network-unreachable') });
      addEventListener('online', () => source === this.#source && void this.refresh(), { once: true });
    }
  }

  #set(state: CheckoutState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  #changed(next: CheckoutState): void {
    const before = this.session;
    // The store begins anew with what is on screen already.
    if (before && (next.phase === 'idle' || next.phase === 'loading')) return;
    if (next.phase === 'error' && this.state.phase !== 'error') {
      this.#host.dispatchEvent(new RejiErrorEvent(next.error.code));
    }
    this.#set(next);
    const now = this.session;
    if (!now || now.rev === before?.rev) return;
    this.previous = before;
    if (now.status === 'pending' && now.attempt !== this.#attempt) {
      this.#attempt = now.attempt;
      this.cameBack = this.#follow?.alreadyPosted(now.attempt) ?? false;
    }
    this.#arrived(now);
    this.#host.dispatchEvent(new RejiSessionEvent(now));
    if (now.status !== 'open' && now.status !== 'pending') this.#host.dispatchEvent(new RejiCompleteEvent(now));
  }
}

function isSame(a: CheckoutSource, b: CheckoutSource): boolean {
  return a.keys === b.keys && a.token === b.token && a.sessionUrl === b.sessionUrl && a.fetch === b.fetch;
}

/** A set that can't be read is one without keys: the buyer and the page are told, instead of waiting for another. */
export function readKeys(text: string | null): Jwks | undefined {
  if (!text) return undefined;
  try {
    return (JSON.parse(text) as Jwks | null) ?? { keys: [] };
  } catch {
    return { keys: [] };
  }
}
