import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';

/** The tables of the SQL store. Instants are epoch milliseconds; `record` and `raw` are JSON as text. */
export interface Tables {
  reji_sessions: {
    id: string;
    rev: number;
    order_id: string;
    created_at: number;
    /** See `dueAt`; null when nothing is due by itself. */
    due_at: number | null;
    record: string;
  };
  reji_attempts: { id: string; session_id: string };
  reji_messages: { provider: string; key: string; session_id: string | null; raw: string; received_at: number };
  /** `account` is JSON as text. */
  reji_recipients: { provider: string; customer: string; account: string };
  reji_idempotency: { scope: string; key: string; session_id: string; fingerprint: string; created_at: number };
}

/** Each step runs once, in the order of the names, in one transaction with its mark. Never change one that was released. */
const MIGRATIONS = {
  '001-first': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('reji_sessions')
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('rev', 'integer', (column) => column.notNull())
        .addColumn('order_id', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addColumn('due_at', 'bigint')
        .addColumn('record', 'text', (column) => column.notNull())
        .execute();
      await db.schema.createIndex('reji_sessions_due').on('reji_sessions').column('due_at').execute();
      await db.schema
        .createIndex('reji_sessions_order')
        .on('reji_sessions')
        .columns(['order_id', 'created_at'])
        .execute();
      await db.schema
        .createTable('reji_attempts')
        .addColumn('id', 'text', (column) => column.primaryKey().notNull())
        .addColumn('session_id', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('reji_messages')
        .addColumn('provider', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('session_id', 'text')
        .addColumn('raw', 'text', (column) => column.notNull())
        .addColumn('received_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('reji_messages_once', ['provider', 'key'])
        .execute();
      await db.schema
        .createTable('reji_idempotency')
        .addColumn('scope', 'text', (column) => column.notNull())
        .addColumn('key', 'text', (column) => column.notNull())
        .addColumn('session_id', 'text', (column) => column.notNull())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('created_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('reji_idempotency_once', ['scope', 'key'])
        .execute();
    },
  },
  '002-payouts': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.createIndex('reji_sessions_created').on('reji_sessions').column('created_at').execute();
      await db.schema
        .createTable('reji_recipients')
        .addColumn('provider', 'text', (column) => column.notNull())
        .addColumn('customer', 'text', (column) => column.notNull())
        .addColumn('account', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('reji_recipients_once', ['customer', 'provider'])
        .execute();
    },
  },
};

/**
 * Brings the tables up to date; several processes may do so at once.
 *
 * @throws whatever the database says is wrong; the tables are then as before.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
    migrationTableName: 'reji_migrations',
    migrationLockTableName: 'reji_migrations_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('migration failed', { cause: error });
}
