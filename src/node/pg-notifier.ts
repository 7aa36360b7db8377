import pg from 'pg';
import { LocalNotifier } from '../bff/store/change-notifier.js';
import type { ChangeNotifier } from '../bff/store/change-notifier.js';

const CHANNEL = 'reji_changed';
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 10_000;

/**
 * Carries a change to every process on the same PostgreSQL by LISTEN/NOTIFY, over one connection that is made anew when
 * it breaks. After a break every listener is called, because notices may have been missed.
 */
export class PgNotifier implements ChangeNotifier {
  readonly #pool: pg.Pool;
  readonly #url: string;
  readonly #local = new LocalNotifier();
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  /** @param pool for publishing. @param url of the same database, for the listening connection. */
  constructor(pool: pg.Pool, url: string) {
    this.#pool = pool;
    this.#url = url;
  }

  /** Begins to listen. @throws when the database can't be reached at first. */
  async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
    let state: 'opening' | 'open' | 'lost' = 'opening';
    const onLost = () => {
      if (state === 'open') this.#again(FIRST_RETRY_MS);
      state = 'lost';
    };
    client.on('error', onLost);
    client.on('end', onLost);
    client.on('notification', ({ payload }) => this.#local.deliver(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    state = 'open';
    this.#client = client;
    if (this.#closed) await client.end();
  }

  async publish(sessionId: string): Promise<void> {
    await this.#pool.query('select pg_notify($1, $2)', [CHANNEL, sessionId]);
  }

  subscribe(sessionId: string, changed: () => void): () => void {
    return this.#local.subscribe(sessionId, changed);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#local.close();
    await this.#client?.end();
  }

  #again(delayMs: number): void {
    this.#client = undefined;
    if (this.#closed) return;
    this.#retry = setTimeout(() => {
      this.listen().then(
        () => this.#local.deliverAll(),
        () => this.#again(Math.min(delayMs * 2, LAST_RETRY_MS)),
      );
    }, delayMs);
    this.#retry.unref();
  }
}
