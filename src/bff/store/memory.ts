import type { KeptAccount } from '../payout-port.js';
import type { SessionRecord } from '../record.js';
import { LocalNotifier } from './change-notifier.js';
import { dueAt } from './store.js';
import type { Change, ChangeResult, Store } from './store.js';

const joined = (...parts: string[]) => JSON.stringify(parts);

/** A store that lives as long as the page or process: for stories, the demo in one page, and tests. */
export class MemoryStore implements Store {
  readonly #records = new Map<string, SessionRecord>();
  readonly #attempts = new Map<string, string>();
  readonly #messages = new Map<string, NonNullable<Change['message']>>();
  readonly #idempotency = new Map<string, { sessionId: string; fingerprint: string }>();
  readonly #recipients = new Map<string, Record<string, KeptAccount>>();
  readonly #notifier = new LocalNotifier();

  create({ record, idempotency }: Change): Promise<'stored' | 'duplicate'> {
    if (this.#records.has(record.id) || this.#isUsed(idempotency)) return Promise.resolve('duplicate');
    this.#write({ record, ...(idempotency && { idempotency }) });
    return Promise.resolve('stored');
  }

  get(sessionId: string): Promise<SessionRecord | undefined> {
    return Promise.resolve(structuredClone(this.#records.get(sessionId)));
  }

  findByAttempt(attemptId: string): Promise<SessionRecord | undefined> {
    return this.get(this.#attempts.get(attemptId) ?? '');
  }

  findByOrder(orderId: string): Promise<SessionRecord[]> {
    const found = [...this.#records.values()].filter((record) => record.order.id === orderId).reverse();
    return Promise.resolve(structuredClone(found.sort((a, b) => b.createdAtMs - a.createdAtMs)));
  }

  recent(limit: number, beforeMs = Infinity): Promise<SessionRecord[]> {
    const older = [...this.#records.values()].filter(({ createdAtMs }) => createdAtMs < beforeMs).reverse();
    return Promise.resolve(structuredClone(older.sort((a, b) => b.createdAtMs - a.createdAtMs).slice(0, limit)));
  }

  accountsOf(customer: string): Promise<Record<string, KeptAccount>> {
    return Promise.resolve(structuredClone(this.#recipients.get(customer) ?? {}));
  }

  async change(change: Change): Promise<ChangeResult> {
    const { record, message, idempotency } = change;
    if (this.#records.get(record.id)?.rev !== record.rev - 1) return 'conflict';
    if (this.#isUsed(idempotency) || (message && this.#messages.has(joined(message.provider, message.key)))) {
      return 'duplicate';
    }
    this.#write(change);
    await this.#notifier.publish(record.id);
    return 'stored';
  }

  keepMessage(message: NonNullable<Change['message']>): Promise<'stored' | 'duplicate'> {
    const key = joined(message.provider, message.key);
    if (this.#messages.has(key)) return Promise.resolve('duplicate');
    this.#messages.set(key, message);
    return Promise.resolve('stored');
  }

  findIdempotency(scope: string, key: string): Promise<{ sessionId: string; fingerprint: string } | undefined> {
    return Promise.resolve(this.#idempotency.get(joined(scope, key)));
  }

  due(nowMs: number, limit: number): Promise<SessionRecord[]> {
    const due = [...this.#records.values()].flatMap((record) => {
      const at = dueAt(record);
      return at !== undefined && at <= nowMs ? [{ record, at }] : [];
    });
    const oldest = due.sort((a, b) => a.at - b.at).slice(0, limit);
    return Promise.resolve(oldest.map(({ record }) => structuredClone(record)));
  }

  subscribe(sessionId: string, changed: () => void): () => void {
    return this.#notifier.subscribe(sessionId, changed);
  }

  /** How many subscriptions there are, so that a test can see that none is left behind. */
  get subscriptions(): number {
    return this.#notifier.size;
  }

  ping(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return this.#notifier.close();
  }

  #isUsed(idempotency: Change['idempotency']): boolean {
    return idempotency !== undefined && this.#idempotency.has(joined(idempotency.scope, idempotency.key));
  }

  #write({ record, message, idempotency, recipient }: Change): void {
    this.#records.set(record.id, structuredClone(record));
    for (const attempt of record.attempts) this.#attempts.set(attempt.id, record.id);
    if (recipient) {
      const { customer, provider, account } = recipient;
      this.#recipients.set(customer, { ...this.#recipients.get(customer), [provider]: structuredClone(account) });
    }
    if (message) this.#messages.set(joined(message.provider, message.key), message);
    if (idempotency) {
      const { scope, key, fingerprint } = idempotency;
      this.#idempotency.set(joined(scope, key), { sessionId: record.id, fingerprint });
    }
  }
}
