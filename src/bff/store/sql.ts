import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { KeptAccount } from '../payout-port.js';
import type { SessionRecord } from '../record.js';
import { LocalNotifier } from './change-notifier.js';
import type { ChangeNotifier } from './change-notifier.js';
import { migrate } from './sql-schema.js';
import type { Tables } from './sql-schema.js';
import { dueAt } from './store.js';
import type { Change, ChangeResult, Store } from './store.js';

type Row = { record: string };
type Message = NonNullable<Change['message']>;

/** Ends a transaction without an error of the database: what it wrote is taken back. */
class Undo extends Error {
  constructor(readonly result: Exclude<ChangeResult, 'stored'>) {
    super(result);
  }
}

/**
 * The store in a database that Kysely speaks with; tried with SQLite and PostgreSQL. Every transaction begins with a
 * write, so that SQLite takes its lock at once and never has to give up half-way.
 */
export class SqlStore implements Store {
  readonly #db: Kysely<Tables>;
  readonly #notifier: ChangeNotifier;

  /**
   * @param notifier tells every process that shares the database of a change. @default this process only
   */
  constructor(db: Kysely<Tables>, notifier: ChangeNotifier = new LocalNotifier()) {
    this.#db = db;
    this.#notifier = notifier;
  }

  /** Makes the tables or brings them up to date. To be called once before anything else. */
  migrate(): Promise<void> {
    return migrate(this.#db);
  }

  async create(change: Change): Promise<'stored' | 'duplicate'> {
    const { record } = change;
    const result = await this.#transaction(async (tx) => {
      const row = { ...columns(record), id: record.id, order_id: record.order.id, created_at: record.createdAtMs };
      const inserted = await tx
        .insertInto('reji_sessions')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (inserted.numInsertedOrUpdatedRows !== 1n) throw new Undo('duplicate');
      await writeAlongside(tx, change);
    });
    return result === 'stored' ? 'stored' : 'duplicate';
  }

  async get(sessionId: string): Promise<SessionRecord | undefined> {
    const row = await this.#db
      .selectFrom('reji_sessions')
      .select('record')
      .where('id', '=', sessionId)
      .executeTakeFirst();
    return row && read(row);
  }

  async findByAttempt(attemptId: string): Promise<SessionRecord | undefined> {
    // PostgreSQL refuses text with NUL in it, which a return URL may carry.
    if (attemptId.includes('\0')) return undefined;
    const row = await this.#db
      .selectFrom('reji_sessions')
      .innerJoin('reji_attempts', 'reji_attempts.session_id', 'reji_sessions.id')
      .select('reji_sessions.record')
      .where('reji_attempts.id', '=', attemptId)
      .executeTakeFirst();
    return row && read(row);
  }

  async findByOrder(orderId: string): Promise<SessionRecord[]> {
    const rows = await this.#db
      .selectFrom('reji_sessions')
      .select('record')
      .where('order_id', '=', orderId)
      .orderBy('created_at', 'desc')
      .execute();
    return rows.map(read);
  }

  async recent(limit: number, beforeMs?: number): Promise<SessionRecord[]> {
    const newest = this.#db.selectFrom('reji_sessions').select('record').orderBy('created_at', 'desc').limit(limit);
    const rows = await (beforeMs === undefined ? newest : newest.where('created_at', '<', beforeMs)).execute();
    return rows.map(read);
  }

  async accountsOf(customer: string): Promise<Record<string, KeptAccount>> {
    const rows = await this.#db
      .selectFrom('reji_recipients')
      .select(['provider', 'account'])
      .where('customer', '=', customer)
      .execute();
    return Object.fromEntries(rows.map(({ provider, account }) => [provider, JSON.parse(account) as KeptAccount]));
  }

  async change(change: Change): Promise<ChangeResult> {
    const { record } = change;
    const result = await this.#transaction(async (tx) => {
      const updated = await tx
        .updateTable('reji_sessions')
        .set(columns(record))
        .where('id', '=', record.id)
        .where('rev', '=', record.rev - 1)
        .executeTakeFirst();
      if (updated.numUpdatedRows !== 1n) throw new Undo('conflict');
      await writeAlongside(tx, change);
    });
    if (result === 'stored') await this.#notifier.publish(record.id);
    return result;
  }

  async keepMessage(message: Message): Promise<'stored' | 'duplicate'> {
    return (await insertMessage(this.#db, message, null)) ? 'stored' : 'duplicate';
  }

  async findIdempotency(scope: string, key: string): Promise<{ sessionId: string; fingerprint: string } | undefined> {
    const row = await this.#db
      .selectFrom('reji_idempotency')
      .select(['session_id', 'fingerprint'])
      .where('scope', '=', scope)
      .where('key', '=', key)
      .executeTakeFirst();
    return row && { sessionId: row.session_id, fingerprint: row.fingerprint };
  }

  async due(nowMs: number, limit: number): Promise<SessionRecord[]> {
    const rows = await this.#db
      .selectFrom('reji_sessions')
      .select('record')
      .where('due_at', '<=', nowMs)
      .orderBy('due_at')
      .limit(limit)
      .execute();
    return rows.map(read);
  }

  subscribe(sessionId: string, changed: () => void): () => void {
    return this.#notifier.subscribe(sessionId, changed);
  }

  async ping(): Promise<void> {
    await sql`select 1`.execute(this.#db);
  }

  async close(): Promise<void> {
    await this.#notifier.close();
    await this.#db.destroy();
  }

  async #transaction(write: (tx: Transaction<Tables>) => Promise<void>): Promise<ChangeResult> {
    try {
      await this.#db.transaction().execute(write);
      return 'stored';
    } catch (error) {
      if (error instanceof Undo) return error.result;
      throw error;
    }
  }
}

const read = ({ record }: Row) => JSON.parse(record) as SessionRecord;

function columns(record: SessionRecord): Pick<Tables['reji_sessions'], 'rev' | 'due_at' | 'record'> {
  return { rev: record.rev, due_at: dueAt(record) ?? null, record: JSON.stringify(record) };
}

/** Everything of a change but the session's own row. */
async function writeAlongside(
  tx: Transaction<Tables>,
  { record, message, idempotency, recipient }: Change,
): Promise<void> {
  if (message && !(await insertMessage(tx, message, record.id))) throw new Undo('duplicate');
  if (idempotency) {
    const inserted = await tx
      .insertInto('reji_idempotency')
      .values({ ...idempotency, session_id: record.id, created_at: record.createdAtMs })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) throw new Undo('duplicate');
  }
  if (recipient) {
    const account = JSON.stringify(recipient.account);
    await tx
      .insertInto('reji_recipients')
      .values({ ...recipient, account })
      .onConflict((conflict) => conflict.columns(['customer', 'provider']).doUpdateSet({ account }))
      .execute();
  }
  if (record.attempts.length === 0) return;
  await tx
    .insertInto('reji_attempts')
    .values(record.attempts.map(({ id }) => ({ id, session_id: record.id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function insertMessage(
  db: Kysely<Tables>,
  { provider, key, raw, receivedAtMs }: Message,
  sessionId: string | null,
): Promise<boolean> {
  // PostgreSQL refuses text with NUL in it; a message must not come back for ever because of one.
  const [safeKey, safeRaw] = [key, raw].map((text) => text.replaceAll('\0', '\ufffd'));
  const inserted = await db
    .insertInto('reji_messages')
    .values({ provider, key: safeKey ?? '', session_id: sessionId, raw: safeRaw ?? '', received_at: receivedAtMs })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}
