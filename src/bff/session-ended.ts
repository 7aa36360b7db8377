import { Refusal } from './problem-response.js';
import type { SessionRecord } from './record.js';

/** The refusal for a session in which nothing can be done any more: `session-expired` or `session-closed`. */
export function sessionEnded({ state }: Pick<SessionRecord, 'state'>): Refusal {
  return new Refusal(state.status === 'expired' ? 'session-expired' : 'session-closed');
}
