import { CheckoutError } from './checkout-error.js';
import type { Keys } from './key-set.js';

/** Header, payload, and a signature of 64 bytes, which is what ES256 makes (RFC 7515, 7.1; RFC 7518, 3.4). */
const SHAPE = /^([\w-]+)\.([\w-]+)\.([\w-]{86})$/;

/**
 * Verifies a compact JWS over WebCrypto itself: ES256 and nothing else, key by `kid` among the pinned ones, no
 * critical headers, no key out of the token. Written here and not taken from a JOSE library, which would put 3 kB more
 * before the first picture of a checkout; the tests sign with one.
 *
 * @returns the payload's bytes
 * @throws CheckoutError `token-malformed`, `token-signature`, or what {@link Keys.find} throws
 */
export async function verifiedPayload(token: string, keys: Keys): Promise<Uint8Array> {
  const [, header = '', payload = '', signature = ''] = SHAPE.exec(token) ?? [];
  const key = await keys.find(readKeyId(header));
  const signed = new TextEncoder().encode(`${header}.${payload}`);
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const genuine = await crypto.subtle.verify(algorithm, key, decode(signature), signed);
  if (!genuine) throw new CheckoutError('token-signature');
  return decode(payload);
}

/** @returns `kid` of a header that says ES256 and asks for nothing special */
function readKeyId(header: string): string {
  const said = readJson(decode(header));
  if (typeof said !== 'object' || said === null) throw new CheckoutError('token-malformed');
  const { alg, kid, crit } = said as { alg?: unknown; kid?: unknown; crit?: unknown };
  if (alg !== 'ES256' || typeof kid !== 'string' || crit !== undefined) throw new CheckoutError('token-malformed');
  return kid;
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new CheckoutError('token-malformed', { cause });
  }
}

function decode(base64url: string): Uint8Array<ArrayBuffer> {
  try {
    const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch (cause) {
    throw new CheckoutError('token-malformed', { cause });
  }
}
