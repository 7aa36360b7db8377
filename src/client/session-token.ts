import { readClaims } from '../contract/read-session.js';
import type { SessionClaims } from '../contract/session.js';
import { CheckoutError } from './checkout-error.js';
import { verifiedPayload } from './compact-jws.js';
import type { Keys } from './key-set.js';
import { trimmed } from './session-url.js';

/** What a token must agree with. */
export interface TokenChecks {
  keys: Keys;
  /** The shop's origin. */
  audience: string;
  /** The BFF's public base URL; any issuer that holds a pinned key when left out. */
  issuer?: string | undefined;
}

/**
 * Verifies everything of a signed session but its age, signature first: nothing of it is read before that.
 *
 * @throws CheckoutError `token-malformed`, `token-signature`, `token-issuer`, `token-audience`, `session-unreadable`,
 *   or what {@link Keys.find} throws
 */
export async function readSessionToken(token: string, checks: TokenChecks): Promise<SessionClaims> {
  const claims = parseClaims(await verifiedPayload(token, checks.keys));
  if (checks.issuer !== undefined && trimmed(claims.iss) !== trimmed(checks.issuer)) {
    throw new CheckoutError('token-issuer');
  }
  if (claims.aud !== checks.audience) throw new CheckoutError('token-audience');
  return claims;
}

/** @throws CheckoutError `token-expired` when the token is no longer good at this time of the server, epoch ms */
export function assertFresh(claims: SessionClaims, nowMs: number): void {
  if (nowMs >= claims.exp * 1000) throw new CheckoutError('token-expired');
}

/**
 * Verifies a signed session, its age included.
 *
 * @param checks `nowMs`: the server's time, epoch milliseconds. @default Date.now()
 * @throws CheckoutError `token-expired`, or what {@link readSessionToken} throws
 */
export async function verifySessionToken(
  token: string,
  checks: TokenChecks & { nowMs?: number | undefined },
): Promise<SessionClaims> {
  const claims = await readSessionToken(token, checks);
  assertFresh(claims, checks.nowMs ?? Date.now());
  return claims;
}

function parseClaims(payload: Uint8Array): SessionClaims {
  const claims = readClaims(readJson(payload));
  if (!claims) throw new CheckoutError('session-unreadable');
  return claims;
}

function readJson(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch (cause) {
    throw new CheckoutError('session-unreadable', { cause });
  }
}
