import { checkUrl } from '../contract/safe-url.js';
import { fits, isText, oneOf } from '../contract/shape.js';
import type { Shape } from '../contract/shape.js';
import { CheckoutError, isTransientStatus } from './checkout-error.js';
import { importEs256 } from './es256-key.js';
import type { Fetch } from './timed-fetch.js';

/** A public JSON Web Key Set (RFC 7517). Keys that are not P-256 with a `kid` are passed over. */
export interface Jwks {
  keys: readonly object[];
}

/** Where verification keys come from. */
export interface Keys {
  /** @throws CheckoutError `key-unknown`, `crypto-unavailable`, or why the keys could not be fetched */
  find(kid: string): Promise<CryptoKey>;
}

/** A public key of the one kind that is used. */
interface Es256Key extends JsonWebKey {
  kid: string;
}

const es256Key: Shape = {
  kty: oneOf('EC'),
  crv: oneOf('P-256'),
  kid: isText,
  x: isText,
  y: isText,
  'use?': oneOf('sig'),
  'alg?': oneOf('ES256'),
};

/**
 * The pinned keys: a key set given by the page, or the one pinned URL of it. The URL is asked when a key is first
 * needed and once more for each key id it did not know, so that the server can change its keys.
 */
export class KeySet implements Keys {
  readonly #url: string | undefined;
  readonly #fetch: Fetch;
  readonly #keys = new Map<string, Es256Key>();
  readonly #imported = new Map<string, Promise<CryptoKey>>();
  readonly #refused = new Set<string>();
  #loading: Promise<void> | undefined;

  constructor(source: Jwks | string, fetch: Fetch) {
    this.#fetch = fetch;
    if (typeof source === 'string') this.#url = source;
    else if (fits(source, { keys: Array.isArray })) this.#keep(source.keys);
  }

  async find(kid: string): Promise<CryptoKey> {
    if (!this.#keys.has(kid) && this.#url !== undefined && !this.#refused.has(kid)) {
      this.#loading ??= this.#load(this.#url).finally(() => (this.#loading = undefined));
      await this.#loading;
      if (!this.#keys.has(kid)) this.#refused.add(kid);
    }
    const key = this.#keys.get(kid);
    if (!key) throw new CheckoutError('key-unknown');
    const imported = this.#imported.get(kid) ?? importEs256(key);
    this.#imported.set(kid, imported);
    return imported;
  }

  #keep(keys: readonly unknown[]): void {
    for (const candidate of keys) {
      if (!fits(candidate, es256Key)) continue;
      const key = candidate as Es256Key;
      // A key id that is known stays what it was: nobody swaps a key under a pinned name.
      if (!this.#keys.has(key.kid)) this.#keys.set(key.kid, key);
    }
  }

  async #load(url: string): Promise<void> {
    const check = checkUrl(url);
    if (!check.ok) throw new CheckoutError('key-unknown', { cause: check.code });
    // The browser's cache may hold a set from before the server changed its keys.
    const response = await this.#fetch(check.url, { credentials: 'omit', cache: 'no-cache' }).catch(
      (thrown: unknown) => {
        throw CheckoutError.from(thrown);
      },
    );
    const { status } = response;
    if (!response.ok)
      throw new CheckoutError(isTransientStatus(status) ? 'server-unavailable' : 'answer-invalid', { status });
    const document: unknown = await response.json().catch(() => undefined);
    if (!fits(document, { keys: Array.isArray })) throw new CheckoutError('answer-invalid', { status });
    this.#keep((document as Jwks).keys);
  }
}
