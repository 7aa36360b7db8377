import { CheckoutError } from './checkout-error.js';

/**
 * Makes a verification key of a public P-256 JWK (RFC 7518, 6.2).
 *
 * @throws CheckoutError `key-unknown` when it is none, `crypto-unavailable` outside secure contexts
 */
export async function importEs256(jwk: JsonWebKey): Promise<CryptoKey> {
  if (!globalThis.crypto?.subtle) throw new CheckoutError('crypto-unavailable');
  const { kty, crv, x = '', y = '' } = jwk;
  if (kty !== 'EC' || crv !== 'P-256') throw new CheckoutError('key-unknown');
  try {
    const algorithm = { name: 'ECDSA', namedCurve: crv };
    return await crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, false, ['verify']);
  } catch (cause) {
    throw new CheckoutError('key-unknown', { cause });
  }
}
