import type { CancelRequest } from '../contract/requests.js';
import { isFinal } from '../contract/session-facts.js';
import type { Session } from '../contract/session.js';
import type { Api } from './api.js';
import type { CallOptions } from './calling.js';
import { CheckoutError } from './checkout-error.js';
import type { Jwks } from './key-set.js';
import type { Connection } from './live-updates.js';
import { ServerClock } from './server-clock.js';
import { SessionSource } from './session-source.js';
import type { Hearing } from './session-source.js';
import { steadySignals } from './signals.js';
import type { Signal, Signals } from './signals.js';
import type { Fetch } from './timed-fetch.js';
import { systemTimers } from './timers.js';
import type { Timers } from './timers.js';

/** What the buyer's last press is doing. */
export type Sending = 'confirm' | 'cancel';

/**
 * Everything an element needs to draw. In `ready`, `problem` is why the last press did not work: the session is as it
 * was. In `error` nothing of the session may be acted on; `session` is the last good one, if there was one.
 */
export type CheckoutState =
  | { phase: 'idle' }
  | { phase: 'loading' }
  | { phase: 'ready'; session: Session; sending?: Sending; connection: Connection; problem?: CheckoutError }
  | { phase: 'error'; error: CheckoutError; session?: Session };

/** What a {@link CheckoutStore} is made of. One of `sessionUrl` and `token` is needed. */
export interface CheckoutStoreOptions {
  /** `{issuer}/sessions/{id}`; taken from the token when left out. */
  sessionUrl?: string | undefined;
  /** A signed session that came with the page. */
  token?: string | undefined;
  /** The pinned keys, or their pinned URL. */
  keys: Jwks | string;
  /** The shop's origin. */
  audience: string;
  fetch?: Fetch | undefined;
  /** The page's visibility and network. @default always shown, always online */
  signals?: Signals | undefined;
  /** The buyer's clock, epoch milliseconds. @default Date.now */
  now?: (() => number) | undefined;
  /** Milliseconds that only grow. @default performance.now */
  monotonic?: (() => number) | undefined;
  timers?: Timers | undefined;
  /** From 0 to below 1, for the jitter of retries. @default Math.random */
  random?: (() => number) | undefined;
}

/** One press on its way. `gate` calls it off. */
interface Press {
  what: Sending;
  gate: AbortController;
  done: Promise<void>;
}

/** One call of the BFF: the key is that of the press, `how` calls it off. */
export type Call = (api: Api, key: string, how: CallOptions) => Promise<{ session: Session }>;

/** What can't be trusted or read ends the checkout, whichever request it answered. */
const UNTRUSTED = /^(token-(?!expired)|key-unknown|session-(unreadable|mismatch)$|crypto-)/;

/**
 * Holds the one session of a checkout. It is replaced as a whole when a higher `rev` comes through the door, never
 * merged and never guessed ahead. No method rejects: failures are states.
 */
export class CheckoutStore {
  /** The server's time, for countdowns. */
  readonly clock: ServerClock;
  readonly #source: SessionSource;
  readonly #listeners = new Set<(state: CheckoutState) => void>();
  #state: CheckoutState = { phase: 'idle' };
  #held: Session | undefined;
  #connection: Connection = 'stopped';
  #problem: CheckoutError | undefined;
  #press: Press | undefined;
  /** Aborted by {@link stop}; undefined while stopped. */
  #life: AbortController | undefined;
  readonly #signals: Signals;
  /** Ends the waiting for the page after a failure that may pass. */
  #forget: (() => void) | undefined;

  constructor(options: CheckoutStoreOptions) {
    this.clock = new ServerClock(options);
    this.#signals = options.signals ?? steadySignals;
    this.#source = new SessionSource({
      sessionUrl: options.sessionUrl,
      token: options.token,
      keys: options.keys,
      audience: options.audience,
      clock: this.clock,
      fetch: options.fetch ?? ((input, init) => fetch(input, init)),
      timers: options.timers ?? systemTimers,
      signals: this.#signals,
      random: options.random ?? Math.random,
    });
  }

  /** The state now. A new object with each change. */
  get state(): CheckoutState {
    return this.#state;
  }

  /** Calls the listener with each new state. @returns a function that ends it. */
  subscribe(listener: (state: CheckoutState) => void): () => void {
    const entry = (state: CheckoutState) => listener(state);
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  /** Begins, or goes on after {@link stop} with what was held. */
  async start(): Promise<void> {
    if (this.#life) return;
    this.#life = new AbortController();
    if (this.#state.phase === 'ready') this.#listen();
    if (this.#state.phase === 'idle') await this.#load(this.#life.signal);
  }

  /** Ends everything but a press that is on its way; what is held stays. */
  stop(): void {
    this.#life?.abort();
    this.#life = undefined;
    this.#source.hush();
    this.#forgetPage();
    if (this.#state.phase === 'loading') this.#set({ phase: 'idle' });
  }

  /**
   * The buyer wants to pay this way. One press is one `Idempotency-Key`; while anything is being sent, another press
   * sends nothing and gets the first one's promise; only a cancel of the attempt that is shown goes ahead of a confirm
   * that is still being answered. When it did not work, `problem` says why.
   *
   * @param input the answers to the method's `inputs`, by name
   */
  confirm(method: string, input?: Record<string, string>): Promise<void> {
    const request = input ? { method, input } : { method };
    return this.#send('confirm', (api, key, how) => api.confirm(request, key, how));
  }

  /** The buyer gives up the attempt under way, or the whole session. Otherwise as {@link confirm}. */
  cancel(scope: NonNullable<CancelRequest['scope']>): Promise<void> {
    return this.#send('cancel', (api, key, how) => api.cancel({ scope }, key, how));
  }

  /** Another press of the buyer's whose answer is a session: see payout-calls.ts. Otherwise as {@link confirm}. */
  press(call: Call): Promise<void> {
    return this.#send('confirm', call);
  }

  /** The BFF's routes, for what is answered with something else than a session. @throws CheckoutError */
  get api(): Api {
    return this.#source.api;
  }

  /** Asks the server once more: for a countdown at zero, and for "try again" after an error. */
  async refresh(): Promise<void> {
    if (!this.#life) return this.start();
    const { signal } = this.#life;
    if (this.#state.phase === 'error') return this.#load(signal);
    // While a session is shown, a failed question changes nothing: `connection` tells of it.
    await this.#ask(signal).catch(() => undefined);
  }

  async #load(life: AbortSignal): Promise<void> {
    this.#set({ phase: 'loading' });
    try {
      const session = this.#held ? undefined : await this.#source.inlined();
      if (life.aborted) return;
      if (session) this.#adopt(session);
      else await this.#ask(life);
    } catch (thrown) {
      if (!life.aborted && this.#state.phase === 'loading') this.#fail(CheckoutError.from(thrown));
    }
  }

  async #ask(signal: AbortSignal, retries?: number): Promise<void> {
    try {
      const session = await this.#source.ask({ signal, retries });
      if (!signal.aborted) this.#adopt(session);
    } catch (thrown) {
      const error = CheckoutError.from(thrown);
      if (!error.retryable && !signal.aborted) this.#fail(error);
      throw error;
    }
  }

  #send(what: Sending, call: Call): Promise<void> {
    if (this.#press && !this.#isTaken(what)) return this.#press.done;
    if (this.#state.phase !== 'ready' || isFinal(this.#state.session)) return Promise.resolve();
    this.#press?.gate.abort();
    const press: Press = { what, gate: new AbortController(), done: Promise.resolve() };
    this.#press = press;
    press.done = this.#post(press, call);
    return press.done;
  }

  /** A confirm whose attempt the server has told of already has nothing more to say that a cancel must wait for. */
  #isTaken(next: Sending): boolean {
    return next === 'cancel' && this.#press?.what === 'confirm' && this.#held?.status === 'pending';
  }

  async #post(press: Press, call: Call): Promise<void> {
    this.#problem = undefined;
    this.#show();
    try {
      const key = crypto.randomUUID();
      const session = await this.#source.talk((api) => call(api, key, { signal: press.gate.signal }));
      if (press !== this.#press) return;
      this.#press = undefined;
      this.#adopt(session);
    } catch (thrown) {
      if (press !== this.#press) return;
      this.#press = undefined;
      await this.#refused(CheckoutError.from(thrown));
    }
  }

  /** The press did not come through. */
  async #refused(error: CheckoutError): Promise<void> {
    if (this.#state.phase === 'error') return;
    if (UNTRUSTED.test(error.code)) return this.#fail(error);
    this.#problem = error;
    this.#show();
    // The session at the server is not the one we hold: a second tab was quicker, or its time was over.
    if (error.status === 409 || error.status === 404 || error.code === 'token-expired') await this.refresh();
  }

  #adopt(session: Session): void {
    if (!this.#held || session.rev > this.#held.rev) {
      this.#held = session;
      this.#problem = undefined;
    }
    if (isFinal(this.#held)) this.#source.hush();
    // An untrusted answer stays an error until the buyer asks again.
    if (this.#state.phase === 'error') return;
    this.#show();
    this.#listen();
  }

  #fail(error: CheckoutError): void {
    this.#set(this.#held ? { phase: 'error', error, session: this.#held } : { phase: 'error', error });
    this.#source.hush();
    const waits = error.retryable && this.#life && this.#state.phase === 'error';
    if (waits) this.#forget ??= this.#signals.subscribe(this.#returned);
  }

  /** What failed for want of a network may work when that, or the buyer, is back. */
  readonly #returned = (signal: Signal): void => {
    if (signal !== 'hidden' && signal !== 'offline' && !this.#signals.hidden) void this.refresh();
  };

  #listen(): void {
    if (!this.#life || !this.#held || isFinal(this.#held)) return;
    this.#source.listen(this.#hearing);
  }

  readonly #hearing: Hearing = {
    rev: () => this.#held?.rev,
    onSession: (session) => this.#adopt(session),
    onRefused: async (error) => (UNTRUSTED.test(error.code) ? this.#fail(error) : this.refresh()),
    onConnection: (connection) => {
      this.#connection = connection;
      if (this.#state.phase === 'ready') this.#show();
    },
    poll: (signal) => this.#ask(signal, 0),
  };

  #forgetPage(): void {
    this.#forget?.();
    this.#forget = undefined;
  }

  /** Shows what is held, when that is not on show already. */
  #show(): void {
    if (!this.#held) return;
    const next: CheckoutState = { phase: 'ready', session: this.#held, connection: this.#connection };
    if (this.#press) next.sending = this.#press.what;
    if (this.#problem) next.problem = this.#problem;
    const now = this.#state;
    const same =
      now.phase === 'ready' &&
      now.session === next.session &&
      now.connection === next.connection &&
      now.sending === next.sending &&
      now.problem === next.problem;
    if (!same) this.#set(next);
  }

  #set(state: CheckoutState): void {
    if (state.phase !== 'error') this.#forgetPage();
    this.#state = state;
    for (const listener of [...this.#listeners]) listener(state);
  }
}
