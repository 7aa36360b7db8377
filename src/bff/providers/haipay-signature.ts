import type { LosslessJson } from './lossless-json.js';

/** Flat fields of a request, an answer's `data` or a notification; numbers are safe integers or texts as they arrived. */
export type HaipayFields = Readonly<Record<string, LosslessJson | number | undefined>>;

/** What an account signs and verifies with. */
export interface HaipayKeys {
  /** The merchant secret that ends the signed text as `&key=…`. */
  secret: string;
  /** The merchant's key to sign with: PKCS#8 as PEM or its bare Base64, or a CryptoKey (RSASSA-PKCS1-v1_5, SHA-256). */
  privateKey: string | CryptoKey;
  /** HaiPay's key to verify with: SPKI as PEM or its bare Base64, or a CryptoKey. Not the merchant's own public key. */
  publicKey: string | CryptoKey;
}

/** Signs and verifies for one account. */
export interface HaipaySigner {
  /** The signature in standard Base64 (344 characters for a 2048-bit key). */
  sign(fields: HaipayFields): Promise<string>;
  /** True when `fields.sign` is right for all the other fields, unknown ones included. */
  verify(fields: HaipayFields): Promise<boolean>;
}

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const BASE64 = /^[A-Za-z0-9+/]{4,1400}={0,2}$/;

/**
 * The text that is signed: `key=value` sorted by the ASCII order of the keys and joined with `&`, without `sign`, null
 * and empty values; then `&key=` and the secret. Numbers are written as in the message, booleans as `true` or `false`.
 * Source: HaiPay "Configuration and signature rules".
 */
export function signingString(fields: HaipayFields, secret: string): string {
  const pairs = Object.entries(fields)
    .map(([key, value]) => [key, leafText(value)] as const)
    .filter(([key, text]) => key !== 'sign' && text !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, text]) => `${key}=${text}`);
  return [...pairs, `key=${secret}`].join('&');
}

/** SHA256withRSA (PKCS#1 v1.5) over {@link signingString}. Source: HaiPay "Configuration and signature rules". */
export function haipaySigner({ secret, privateKey, publicKey }: HaipayKeys): HaipaySigner {
  const bytes = (fields: HaipayFields) => new TextEncoder().encode(signingString(fields, secret));
  const own = once(() => importKey('pkcs8', privateKey, 'sign'));
  const theirs = once(() => importKey('spki', publicKey, 'verify'));
  return {
    async sign(fields) {
      const signature = await crypto.subtle.sign(ALGORITHM.name, await own(), bytes(fields));
      return btoa(String.fromCharCode(...new Uint8Array(signature)));
    },
    async verify(fields) {
      const { sign } = fields;
      if (typeof sign !== 'string' || sign.length % 4 !== 0 || !BASE64.test(sign)) return false;
      // How a nested value is written into the text is not documented, so nothing can be proved of it.
      if (Object.values(fields).some((value) => typeof value === 'object' && value !== null)) return false;
      return crypto.subtle.verify(ALGORITHM.name, await theirs(), binary(sign), bytes(fields));
    },
  };
}

/** True for what {@link haipaySigner} can try to import; a key that is damaged inside shows at its first use. */
export function isKey(key: string | CryptoKey, kind: 'PRIVATE' | 'PUBLIC'): boolean {
  if (typeof key !== 'string') return key.type === kind.toLowerCase() && key.algorithm.name === ALGORITHM.name;
  const label = /-----BEGIN ([A-Z ]+)-----/.exec(key)?.[1];
  return (label === undefined || label === `${kind} KEY`) && /^[A-Za-z0-9+/]{64,}={0,2}$/.test(bare(key));
}

/** Nested values have no text of their own: a message with one is never taken for signed. */
function leafText(value: HaipayFields[string]): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

function importKey(format: 'pkcs8' | 'spki', key: string | CryptoKey, use: KeyUsage): Promise<CryptoKey> {
  if (typeof key !== 'string') return Promise.resolve(key);
  return crypto.subtle.importKey(format, binary(bare(key)), ALGORITHM, false, [use]);
}

/** The Base64 inside a PEM text. */
function bare(pem: string): string {
  return pem.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, '');
}

function binary(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
