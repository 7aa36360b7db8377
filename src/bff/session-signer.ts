import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import type { SessionClaims } from '../contract/session.js';

/** Signs sessions and publishes the keys they can be verified with. */
export interface SessionSigner {
  /** @returns the claims as a compact JWS (ES256) with the `kid` of the first key. */
  sign(claims: SessionClaims): Promise<string>;
  /** The public half of every key, as `/.well-known/jwks.json` serves it. */
  jwks(): { keys: JWK[] };
}

const encoder = new TextEncoder();

/** A new private ES256 key as JWK, its `kid` being its thumbprint (RFC 7638). */
export async function generateSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
}

/**
 * The signer over private ES256 keys. The first one signs; the others are only published, so a key is rotated by
 * putting the new one in front and taking the old one out once its last token has run out.
 *
 * @throws Error when there is no key, one is not a private P-256 key with a `kid`, or two share a `kid`.
 */
export function createSessionSigner(keys: readonly JWK[]): SessionSigner {
  const [first] = keys;
  const usable = keys.every(({ kty, crv, d, kid }) => kty === 'EC' && crv === 'P-256' && d && kid);
  if (!first || !usable || new Set(keys.map((key) => key.kid)).size < keys.length) {
    throw new Error('createSessionSigner: private P-256 keys with different kids are needed');
  }
  let imported: Promise<CryptoKey | Uint8Array> | undefined;
  const header = { alg: 'ES256', kid: first.kid ?? '', typ: 'JWT' };
  const published = keys.map(({ kty, crv, x, y, kid }) => ({ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }));
  return {
    async sign(claims) {
      imported ??= importJWK(first, 'ES256');
      const payload = encoder.encode(JSON.stringify(claims));
      return new CompactSign(payload).setProtectedHeader(header).sign(await imported);
    },
    jwks: () => ({ keys: published }),
  };
}
