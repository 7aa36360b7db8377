import { SESSION_MEDIA_TYPE } from '../contract/session-facts.js';
import type { SessionRecord } from './record.js';
import type { Settings } from './settings.js';
import { toSession } from './to-session.js';

/** The session as the browser may see it, signed for the shop's origin alone. */
export function signedSession(settings: Settings, record: SessionRecord): Promise<string> {
  const nowMs = settings.now();
  const iat = Math.floor(nowMs / 1000);
  const session = toSession(record, settings.providers, nowMs);
  const exp = iat + settings.tokenTtlSeconds;
  return settings.signer.sign({ iss: settings.issuer, aud: record.audience, iat, exp, session });
}

/** The answer to every browser route that went well. */
export async function sessionResponse(settings: Settings, record: SessionRecord): Promise<Response> {
  const token = await signedSession(settings, record);
  return new Response(token, { headers: { 'Content-Type': SESSION_MEDIA_TYPE } });
}
