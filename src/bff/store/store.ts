import type { KeptAccount } from '../payout-port.js';
import type { SessionRecord } from '../record.js';

/** What is written together with a new state of a session, in the same transaction. */
export interface Change {
  /** The record after the change; its `rev` must be the stored one plus one. */
  record: SessionRecord;
  /** A provider message to be stored under its unique key. */
  message?: { provider: string; key: string; raw: string; receivedAtMs: number };
  /** An idempotency key to be stored: `fingerprint` tells a repeat from a reuse. */
  idempotency?: { scope: string; key: string; fingerprint: string };
  /** The account that a recipient's next payout is offered; takes the place of the one before. */
  recipient?: { provider: string; customer: string; account: KeptAccount };
}

/**
 * `stored`: everything was written. `conflict`: another change came first; read again and retry.
 * `duplicate`: the message or the idempotency key is already there; nothing was written.
 */
export type ChangeResult = 'stored' | 'conflict' | 'duplicate';

/** The port between the BFF and its database. Every method is one transaction. Instants are epoch milliseconds. */
export interface Store {
  /** Writes a new session (`rev` 1). `duplicate` when its id or its idempotency key exists. */
  create(change: Change): Promise<'stored' | 'duplicate'>;
  get(sessionId: string): Promise<SessionRecord | undefined>;
  findByAttempt(attemptId: string): Promise<SessionRecord | undefined>;
  /** Every session of an order, newest first. */
  findByOrder(orderId: string): Promise<SessionRecord[]>;
  /** The newest sessions, newest first. @param beforeMs only those made before it, epoch milliseconds */
  recent(limit: number, beforeMs?: number): Promise<SessionRecord[]>;
  /** The accounts that a recipient's payouts left, by provider id. */
  accountsOf(customer: string): Promise<Record<string, KeptAccount>>;
  /** Writes a changed session if the stored `rev` is one less than `change.record.rev`. */
  change(change: Change): Promise<ChangeResult>;
  /** Stores a message that belongs to no session or changes none. `duplicate` when it is already there. */
  keepMessage(message: NonNullable<Change['message']>): Promise<'stored' | 'duplicate'>;
  /** What an idempotency key was used for. */
  findIdempotency(scope: string, key: string): Promise<{ sessionId: string; fingerprint: string } | undefined>;
  /** Sessions with something due at `nowMs` (see `dueAt`), oldest first, at most `limit`. */
  due(nowMs: number, limit: number): Promise<SessionRecord[]>;
  /** Calls back after every stored change of the session, whoever made it. @returns the function that stops it. */
  subscribe(sessionId: string, changed: () => void): () => void;
  /** Throws when the database can't be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** When the session next needs a look without anybody asking: a status question or its end. Undefined: never. */
export function dueAt(record: SessionRecord): number | undefined {
  const asks = [...record.attempts, ...(record.refunds ?? [])].flatMap(({ askAtMs }) => askAtMs ?? []);
  // A payout that is on its way ends by its provider's word only.
  const ends = record.state.status === 'open' || (record.state.status === 'pending' && record.purpose === 'payment');
  const all = ends ? [...asks, record.expiresAtMs] : asks;
  return all.length > 0 ? Math.min(...all) : undefined;
}
