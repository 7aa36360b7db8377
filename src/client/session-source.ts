import type { Session } from '../contract/session.js';
import { Api } from './api.js';
import { CheckoutError } from './checkout-error.js';
import { KeySet } from './key-set.js';
import type { Jwks } from './key-set.js';
import { LiveUpdates } from './live-updates.js';
import type { Connection } from './live-updates.js';
import type { ServerClock } from './server-clock.js';
import { SessionDoor } from './session-door.js';
import type { Signals } from './signals.js';
import { timedFetch } from './timed-fetch.js';
import type { Fetch } from './timed-fetch.js';
import type { Timers } from './timers.js';

/** What a {@link SessionSource} works with. */
export interface SessionSourceOptions {
  sessionUrl: string | undefined;
  token: string | undefined;
  keys: Jwks | string;
  audience: string;
  clock: ServerClock;
  fetch: Fetch;
  timers: Timers;
  signals: Signals;
  random: () => number;
}

/** What to do with what is heard. */
export interface Hearing {
  /** The `rev` held now. */
  rev: () => number | undefined;
  /** A newer session, or an older one, was pushed. */
  onSession: (session: Session) => void;
  /** A pushed token did not come through the door. @returns when it was seen to */
  onRefused: (error: CheckoutError) => Promise<void>;
  onConnection: (connection: Connection) => void;
  /** Asks for the session once. @throws CheckoutError */
  poll: (signal: AbortSignal) => Promise<void>;
}

const KEYS_LIMIT_MS = 10_000;

/** Where sessions come from: the page, an answer, a push. */
export class SessionSource {
  readonly #options: SessionSourceOptions;
  #openDoor: SessionDoor | undefined;
  #api: Api | undefined;
  #asked: { signal: AbortSignal; answer: Promise<Session> } | undefined;
  /** Aborted by {@link hush}; undefined while nothing listens. */
  #ear: AbortController | undefined;

  constructor(options: SessionSourceOptions) {
    this.#options = options;
  }

  /** The session that came with the page; undefined when there was none or it is too old. @throws CheckoutError */
  async inlined(): Promise<Session | undefined> {
    const { token } = this.#options;
    if (token === undefined) return undefined;
    try {
      return (await this.#door.inlined(token)).session;
    } catch (thrown) {
      if (thrown instanceof CheckoutError && thrown.code === 'token-expired') return undefined;
      throw thrown;
    }
  }

  /** Asks for the session: one question at a time, whoever asks. @throws CheckoutError */
  ask(call: { signal: AbortSignal; retries?: number | undefined }): Promise<Session> {
    if (this.#asked && !this.#asked.signal.aborted) return this.#asked.answer;
    const asked = { signal: call.signal, answer: this.talk((api) => api.getSession(call)) };
    this.#asked = asked;
    return asked.answer.finally(() => {
      if (this.#asked === asked) this.#asked = undefined;
    });
  }

  /** Makes a call to the BFF. @throws CheckoutError */
  async talk(call: (api: Api) => Promise<{ session: Session }>): Promise<Session> {
    return (await call(this.api)).session;
  }

  /** What calls are made by. @throws CheckoutError */
  get api(): Api {
    return (this.#api ??= new Api({ ...this.#options, door: this.#door }));
  }

  /** Listens for changes until {@link hush}. Once is enough. */
  listen(hearing: Hearing): void {
    if (this.#ear) return;
    const { signal } = (this.#ear = new AbortController());
    const live = new LiveUpdates({
      ...this.#options,
      ...hearing,
      url: `${this.#door.sessionUrl}/events`,
      lastEventId: () => hearing.rev()?.toString(),
      onToken: (token) => this.#pushed(token, hearing, signal),
    });
    signal.addEventListener('abort', () => live.stop(), { once: true });
    live.start();
  }

  /** Ends the listening, with every request and timer of it. */
  hush(): void {
    this.#ear?.abort();
    this.#ear = undefined;
  }

  get #door(): SessionDoor {
    const { sessionUrl, keys, audience, clock, fetch, timers } = this.#options;
    this.#openDoor ??= new SessionDoor({
      sessionUrl,
      keys: new KeySet(keys, timedFetch(fetch, timers, KEYS_LIMIT_MS)),
      audience,
      clock,
    });
    return this.#openDoor;
  }

  async #pushed(token: string, hearing: Hearing, signal: AbortSignal): Promise<void> {
    try {
      const { session } = await this.#door.pushed(token);
      if (!signal.aborted) hearing.onSession(session);
    } catch (thrown) {
      if (!signal.aborted) await hearing.onRefused(CheckoutError.from(thrown));
    }
  }
}
