import type { Session } from './session.js';

/** Media type of a signed session on the wire (RFC 7515 compact form). */
export const SESSION_MEDIA_TYPE = 'application/jose';

/** True when nothing more will happen by itself: neither events nor polling are needed. */
export function isFinal(session: Session): boolean {
  return session.status !== 'open' && session.status !== 'pending';
}
