import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CheckoutStore } from '../client/checkout-store.js';
import type { CheckoutState, CheckoutStoreOptions } from '../client/checkout-store.js';
import { alreadyPosted, rememberPosted } from '../client/remembered.js';
import { isFinal } from '../contract/session.js';
import type { Session } from '../contract/session.js';
import { RejiCompleteEvent, RejiErrorEvent, RejiSessionEvent } from './events.js';
import { pageSignals } from './page-signals.js';

type Host = ReactiveControllerHost & HTMLElement;

/** Keeps a host subscribed to a checkout store while both live, and tells the page what the server did. */
export class CheckoutSession implements ReactiveController {
  #host: Host;
  #arrived: (session: Session) => void;
  #store: CheckoutStore | undefined;
  #unsubscribe: (() => void) | undefined;
  #attempt = '';

  state: CheckoutState = { phase: 'idle' };
  /** The session before the one held now: undefined until something has changed on screen. */
  previous: Session | undefined;
  /** True when this tab had already sent the buyer away for the attempt before it was loaded. */
  cameBack = false;

  /** @param arrived called with each newer session, before the host renders it */
  constructor(host: Host, arrived: (session: Session) => void) {
    this.#host = host;
    this.#arrived = arrived;
    host.addController(this);
  }

  get session(): Session | undefined {
    return this.state.phase === 'ready' ? this.state.session : undefined;
  }

  /** True while the buyer's confirmation is on its way. */
  get confirming(): boolean {
    return this.state.phase === 'ready' && this.state.sending === 'confirm';
  }

  /** Stable code of the last press that did not go through, or of the failure to load. */
  get problem(): string | undefined {
    if (this.state.phase === 'error') return this.state.error.code;
    return this.state.phase === 'ready' ? this.state.problem?.code : undefined;
  }

  get clock(): CheckoutStore['clock'] | undefined {
    return this.#store?.clock;
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Starts from another source; what was held before is let go. */
  open(options: Omit<CheckoutStoreOptions, 'audience' | 'signals'>): void {
    this.close();
    const store = new CheckoutStore({ ...options, audience: location.origin, signals: pageSignals() });
    this.#store = store;
    this.#unsubscribe = store.subscribe(() => this.#changed(store.state));
    void store.start();
    this.#changed(store.state);
  }

  close(): void {
    this.#unsubscribe?.();
    this.#store?.stop();
    this.#store = undefined;
    this.previous = undefined;
    this.state = { phase: 'idle' };
  }

  async confirm(method: string, input?: Record<string, string>): Promise<void> {
    await this.#store?.confirm(method, input);
  }

  async cancelAttempt(): Promise<void> {
    await this.#store?.cancel('attempt');
  }

  async refresh(): Promise<void> {
    await this.#store?.refresh();
  }

  /** The browser is leaving for this attempt: after a reload it is not sent away again by itself. */
  rememberLeaving(attempt: string): void {
    rememberPosted(attempt);
  }

  #changed(next: CheckoutState): void {
    const before = this.session;
    const failedNow = next.phase === 'error' && this.state.phase !== 'error' ? next.error.code : undefined;
    this.state = next;
    this.#host.requestUpdate();
    if (failedNow) this.#host.dispatchEvent(new RejiErrorEvent(failedNow));
    const now = this.session;
    if (!now || now === before) return;
    this.previous = before;
    if (now.status === 'pending' && now.attempt !== this.#attempt) {
      this.#attempt = now.attempt;
      this.cameBack = alreadyPosted(now.attempt);
    }
    this.#arrived(now);
    this.#host.dispatchEvent(new RejiSessionEvent(now));
    if (isFinal(now)) this.#host.dispatchEvent(new RejiCompleteEvent(now));
  }
}
