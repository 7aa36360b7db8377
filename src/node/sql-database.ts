import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import type { Tables } from '../bff/store/sql-schema.js';
import { SqlStore } from '../bff/store/sql.js';

/** Where the sessions are kept. */
export interface DatabaseOptions {
  /** `postgres://…`; what `DATABASE_URL` holds. Left out or empty: the SQLite file. */
  url?: string | undefined;
  /** Path of the SQLite file; it and its folder are made when they are missing. @default `reji.sqlite` */
  file?: string;
}

/**
 * Opens the database and brings its tables up to date: a SQLite file for one process, PostgreSQL for several. The
 * packages `libsql` and `pg` are loaded only where they are used.
 *
 * @throws Error when the URL is of another kind or the database can't be opened.
 */
export async function openDatabase({ url, file = 'reji.sqlite' }: DatabaseOptions = {}): Promise<SqlStore> {
  if (url && !/^postgres(ql)?:/.test(url)) throw new Error('DATABASE_URL must begin with postgres://');
  const store = url ? await postgresStore(url) : await sqliteStore(file);
  try {
    await store.migrate();
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

async function sqliteStore(file: string): Promise<SqlStore> {
  const { default: Database } = await import('libsql');
  if (file !== ':memory:') makePrivate(file);
  const database = new Database(file);
  // FULL: what was answered to a provider is on the disk, even when the power fails.
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'busy_timeout = 5000']) database.pragma(pragma);
  return new SqlStore(new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }));
}

/** Personal data stands in the file, so only its owner may read it. SQLite's side files take over its mode. */
function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'a', 0o600));
}

async function postgresStore(url: string): Promise<SqlStore> {
  const [{ default: pg }, { PgNotifier }] = await Promise.all([import('pg'), import('./pg-notifier.js')]);
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const notifier = new PgNotifier(pool, url);
  const store = new SqlStore(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), notifier);
  try {
    await notifier.listen();
  } catch (error) {
    await pool.end();
    throw error;
  }
  return store;
}
