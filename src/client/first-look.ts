import { readOpenSession } from '../contract/first-look.js';
import type { OpenSession } from '../contract/session.js';
import { verifiedPayload } from './compact-jws.js';
import { importEs256 } from './es256-key.js';
import type { Jwks } from './key-set.js';

/**
 * The session that came with the page, if the methods can be shown at once: well signed by a pinned key, for this shop,
 * not expired, and open. The store reads the token again, with all its other checks.
 *
 * @param nowMs the buyer's clock, epoch milliseconds: when it is wrong the picture only comes later
 * @param sessionUrl where the session is said to be, if the page says so; it must be this one
 * @returns undefined when anything is not as it should be; why, the store finds out and tells
 */
export async function firstLook(
  token: string,
  { keys }: Jwks,
  audience: string,
  nowMs: number,
  sessionUrl?: string,
): Promise<OpenSession | undefined> {
  const find = (wanted: string) => importEs256(keys.find((key) => 'kid' in key && key.kid === wanted) ?? {});
  try {
    const claims: unknown = JSON.parse(new TextDecoder().decode(await verifiedPayload(token, { find })));
    if (typeof claims !== 'object' || claims === null) return undefined;
    const { iss, aud, exp, session } = claims as Record<string, unknown>;
    if (aud !== audience || typeof exp !== 'number' || exp * 1000 <= nowMs) return undefined;
    const open = readOpenSession(session);
    return sessionUrl === undefined || sessionUrl === `${String(iss)}/sessions/${open?.id}` ? open : undefined;
  } catch {
    return undefined;
  }
}
