import { Refusal } from './problem-response.js';
import type { SessionRecord } from './record.js';
import type { Change, Store } from './store/store.js';

/** More than ever race for one session; beyond that the database is in trouble. */
const MAX_TRIES = 25;

/** What became of a change: the record as it is now, and whether this change was the one that made it so. */
export interface Changed {
  record: SessionRecord;
  stored: boolean;
}

/**
 * Reads a session, applies a pure transition and writes the result; when another change came first, everything again
 * on the newer record. A transition that gives undefined writes nothing.
 *
 * @param along stored in the same transaction: a message, which is kept also when nothing changes, or an idempotency key.
 *   When it is already there, nothing is written.
 * @returns undefined when there is no such session.
 * @throws Refusal `unavailable` when others keep coming first.
 */
export async function change(
  store: Store,
  sessionId: string,
  transition: (record: SessionRecord) => SessionRecord | undefined,
  along: Pick<Change, 'message' | 'idempotency' | 'recipient'> = {},
): Promise<Changed | undefined> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const record = await store.get(sessionId);
    if (!record) return undefined;
    const next = transition(record);
    if (!next) {
      if (along.message) await store.keepMessage(along.message);
      return { record, stored: false };
    }
    const result = await store.change({ ...along, record: next });
    if (result === 'stored') return { record: next, stored: true };
    if (result === 'duplicate') return { record, stored: false };
  }
  throw new Refusal('unavailable', { headers: { 'Retry-After': '1' } });
}
