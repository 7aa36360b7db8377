import type { SessionClaims } from '../contract/session.js';
import { CheckoutError } from './checkout-error.js';
import type { Keys } from './key-set.js';
import type { Exchange, ServerClock } from './server-clock.js';
import { assertFresh, readSessionToken } from './session-token.js';
import { parseSessionUrl, sessionAddress } from './session-url.js';
import type { SessionAddress } from './session-url.js';

/** What a {@link SessionDoor} checks with. */
export interface SessionDoorOptions {
  /** `{issuer}/sessions/{id}`; taken from the first token when left out. */
  sessionUrl?: string | undefined;
  keys: Keys;
  audience: string;
  clock: ServerClock;
}

/**
 * The one door by which sessions come in, however they travelled: signature, issuer, audience, age, and that it is
 * still the same session. What passes sets the clock.
 *
 * Every method throws CheckoutError as `readSessionToken` does, and `token-expired`, `session-mismatch` or, for an issuer
 * that can't be asked, `session-url-invalid`.
 */
export class SessionDoor {
  readonly #keys: Keys;
  readonly #audience: string;
  readonly #clock: ServerClock;
  #address: SessionAddress | undefined;

  /** @throws CheckoutError `session-url-invalid` */
  constructor(options: SessionDoorOptions) {
    this.#keys = options.keys;
    this.#audience = options.audience;
    this.#clock = options.clock;
    if (options.sessionUrl !== undefined) this.#address = parseSessionUrl(options.sessionUrl);
  }

  /** The session's URL. @throws CheckoutError `session-missing` while neither a URL nor a good token was seen */
  get sessionUrl(): string {
    if (!this.#address) throw new CheckoutError('session-missing');
    return this.#address.url;
  }

  /** A token that came with the page, perhaps minutes ago: the time we know, or the buyer's clock, judges its age. */
  async inlined(token: string): Promise<SessionClaims> {
    const claims = await this.#read(token);
    // Before the age: an old token still tells where to fetch a new one, and the least it can be o'clock.
    this.#clock.atLeast(stampOf(claims).stampMs);
    assertFresh(claims, this.#clock.now());
    return claims;
  }

  /**
   * The answer to a request of ours. Its age is judged by the server's time only: the answer's `Date`, or what we know
   * from before. Where there is neither, its own stamp is believed, for a buyer's clock may be hours wrong.
   */
  async answered(token: string, exchange: Exchange): Promise<SessionClaims> {
    const claims = await this.#read(token);
    if (exchange.dateMs !== undefined) this.#clock.sample(exchange.dateMs, exchange, 1000);
    if (this.#clock.synced) assertFresh(claims, this.#clock.now());
    const { stampMs, resolutionMs } = stampOf(claims);
    this.#clock.sample(stampMs, exchange, resolutionMs);
    return claims;
  }

  /** A token that the server pushed; how long it was on its way is not known. */
  async pushed(token: string): Promise<SessionClaims> {
    const claims = await this.#read(token);
    if (this.#clock.synced) assertFresh(claims, this.#clock.now());
    this.#clock.atLeast(stampOf(claims).stampMs);
    return claims;
  }

  async #read(token: string): Promise<SessionClaims> {
    const claims = await readSessionToken(token, {
      keys: this.#keys,
      audience: this.#audience,
      issuer: this.#address?.issuer,
    });
    this.#address ??= sessionAddress(claims.iss, claims.session.id);
    // A good token of another order must not end this one.
    if (claims.session.id !== this.#address.id) throw new CheckoutError('session-mismatch');
    return claims;
  }
}

/** When the token was signed: `issuedAt` to the millisecond if it speaks of the same second, else `iat`. */
function stampOf({ iat, session }: SessionClaims): { stampMs: number; resolutionMs: number } {
  const issuedMs = Date.parse(session.issuedAt);
  return Math.floor(issuedMs / 1000) === iat
    ? { stampMs: issuedMs, resolutionMs: 1 }
    : { stampMs: iat * 1000, resolutionMs: 1000 };
}
