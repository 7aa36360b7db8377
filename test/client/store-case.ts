import { CheckoutStore } from '../../src/client/checkout-store.js';
import type { CheckoutState, CheckoutStoreOptions } from '../../src/client/checkout-store.js';
import type { Session } from '../../src/contract/session.js';
import { FakeBff } from './fake-bff.js';
import { FakePage } from './fake-page.js';
import { FakeTime, settled, until } from './fake-time.js';
import { AUDIENCE, open, SESSION_URL } from './tokens.js';
import type { Otherwise, Signer } from './tokens.js';

export type ReadyState = Extract<CheckoutState, { phase: 'ready' }>;

/** A store with everything around it in the test's hands. */
export class StoreCase {
  readonly time = new FakeTime();
  readonly page = new FakePage();
  readonly bff: FakeBff;
  readonly states: CheckoutState[] = [];
  #store: CheckoutStore | undefined;

  constructor(signer: Signer, session: Session = open) {
    this.bff = new FakeBff(signer, this.time, session);
  }

  /** A token as the shop's page has it inlined. */
  token(session: object = open, otherwise?: Otherwise): Promise<string> {
    return this.bff.signer.sign(session, this.time.server(), otherwise);
  }

  /** Makes the store: from the session's URL, unless told otherwise. */
  make(options: Partial<CheckoutStoreOptions> = { sessionUrl: SESSION_URL }): CheckoutStore {
    const { bff, time, page } = this;
    this.#store = new CheckoutStore({
      keys: bff.signer.jwks,
      audience: AUDIENCE,
      fetch: bff.fetch,
      signals: page,
      now: time.buyer,
      monotonic: time.monotonic,
      timers: time,
      random: () => 0.5,
      ...options,
    });
    this.#store.subscribe((state) => this.states.push(state));
    return this.#store;
  }

  get store(): CheckoutStore {
    return this.#store ?? this.make();
  }

  /** Started from the session's URL, with the stream open. */
  async live(session: Session = open): Promise<CheckoutStore> {
    this.bff.session = session;
    await this.store.start();
    await until(() => this.ready.connection === 'live');
    return this.store;
  }

  get ready(): ReadyState {
    const { state } = this.store;
    if (state.phase !== 'ready') throw new Error(`not ready: ${JSON.stringify(state)}`);
    return state;
  }

  /** The stable code of the `error` phase. */
  get errorCode(): string {
    const { state } = this.store;
    return state.phase === 'error' ? state.error.code : `not an error: ${state.phase}`;
  }

  get phases(): string[] {
    return this.states.map(({ phase }) => phase);
  }

  /** What runs once nothing more should happen: `[timers, requests, subscriptions]`. */
  leftovers(): Promise<number[]> {
    return settled(() => [this.time.pending, this.bff.inFlight, this.page.listeners]);
  }
}
