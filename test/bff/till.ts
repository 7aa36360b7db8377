import { createBff } from '../../src/bff/handler.js';
import type { Bff } from '../../src/bff/handler.js';
import type { LogEntry } from '../../src/bff/log.js';
import type { SessionRecord } from '../../src/bff/record.js';
import { createSessionSigner, generateSigningKey } from '../../src/bff/session-signer.js';
import type { BffOptions } from '../../src/bff/settings.js';
import { MemoryStore } from '../../src/bff/store/memory.js';
import type { Store } from '../../src/bff/store/store.js';
import type { ConfirmRequest, CreateSessionAnswer } from '../../src/contract/requests.js';
import { SessionClaims } from '../../src/contract/session.js';
import type { Session } from '../../src/contract/session.js';
import { FakeProvider } from './fake-provider.js';
import type { FakeEvent } from './fake-provider.js';

export const SHOP = 'https://shop.example';
export const ISSUER = 'https://pay.shop.example/reji';
export const API_KEY = 'key-of-the-shop';
export const START_MS = Date.parse('2026-11-21T05:26:00.000Z');

const signer = createSessionSigner([await generateSigningKey()]);

export const ORDER = {
  order: { id: 'order-1', description: 'Two cups', returnUrl: `${SHOP}/thanks?lang=ja` },
  amount: { value: 8420, currency: 'USD' },
  customer: { id: 'buyer-7', email: 'hanako@example.com' },
};

/** A clock that stands still until a test moves it. */
export class Clock {
  ms = START_MS;
  readonly now = () => this.ms;
  pass(seconds: number): void {
    this.ms += seconds * 1000;
  }
}

/** What a route answered, its session read if it is one. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** The session inside a compact JWS; whether it is signed well is tested elsewhere. */
export function opened(token: string): SessionClaims {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
  return SessionClaims.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** A request as a server meets it, with headers that a page can't set itself (`Origin`). */
export function arriving(path: string, init: RequestInit = {}): Request {
  const request = new Request(ISSUER + path, init);
  const headers = new Headers(init.headers);
  for (const [name, value] of request.headers) headers.set(name, value);
  return Object.defineProperty(request, 'headers', { value: headers });
}

/** The stable code of a problem answer. */
export const codeOf = (answer: Answer) => (JSON.parse(answer.text) as { code: string }).code;
/** The session of a browser answer. */
export const sessionOf = (answer: Answer): Session => opened(answer.text).session;

/** A BFF with a memory store, a fake provider and a clock, and the calls that shop, buyer and provider make. */
export class Till {
  readonly clock: Clock;
  readonly store: Store;
  readonly provider: FakeProvider;
  readonly logged: LogEntry[] = [];
  readonly bff: Bff;
  #keys = 0;

  constructor(parts: { clock?: Clock; store?: Store; provider?: FakeProvider; options?: Partial<BffOptions> } = {}) {
    this.clock = parts.clock ?? new Clock();
    this.store = parts.store ?? new MemoryStore();
    this.provider = parts.provider ?? new FakeProvider(this.clock.now);
    this.bff = createBff({
      issuer: ISSUER,
      origins: [SHOP, 'https://other.example'],
      apiKeys: [API_KEY, 'the-next-key'],
      signer,
      store: this.store,
      providers: [this.provider],
      now: this.clock.now,
      log: (entry) => this.logged.push(entry),
      ...parts.options,
    });
  }

  async call(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await this.bff(arriving(path, init));
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } };
    return this.call(path, { ...init, body: typeof body === 'string' ? body : JSON.stringify(body) });
  }

  create(order: unknown = ORDER, headers: Record<string, string> = {}): Promise<Answer> {
    return this.post('/sessions', order, { Authorization: `Bearer ${API_KEY}`, ...headers });
  }

  /** Makes a session. @returns its id. */
  async open(changes: Record<string, unknown> = {}): Promise<string> {
    const answer = await this.create({ ...ORDER, ...changes });
    return (JSON.parse(answer.text) as CreateSessionAnswer).id;
  }

  get(id: string): Promise<Answer> {
    return this.call(`/sessions/${id}`);
  }

  async session(id: string): Promise<Session> {
    return sessionOf(await this.get(id));
  }

  confirm(id: string, wish: ConfirmRequest = { method: 'fake:page' }, key?: string): Promise<Answer> {
    this.#keys += 1;
    return this.post(`/sessions/${id}/confirm`, wish, { 'Idempotency-Key': key ?? `press-${this.#keys}` });
  }

  cancel(id: string, scope?: 'attempt' | 'session', answer?: string): Promise<Answer> {
    return this.post(`/sessions/${id}/cancel`, { ...(scope && { scope }), ...(answer && { answer }) });
  }

  webhook(event: FakeEvent, signature = 'good'): Promise<Answer> {
    return this.post('/webhooks/fake', event, { 'X-Signature': signature });
  }

  /** A webhook saying that an attempt was paid, in full unless told otherwise. */
  paid(attempt: string, more: Partial<FakeEvent> = {}): Promise<Answer> {
    return this.webhook({ attempt, key: `${attempt}-paid`, outcome: { type: 'paid' }, reference: 'R1', ...more });
  }

  declined(attempt: string, more: Partial<FakeEvent> = {}): Promise<Answer> {
    const outcome = { type: 'declined', code: 'declined', providerCode: '100' } as const;
    return this.webhook({ attempt, key: `${attempt}-declined`, outcome, ...more });
  }

  comeBack(attempt: string, hint: string): Promise<Answer> {
    return this.call(`/returns/fake?attempt=${attempt}&hint=${hint}`);
  }

  /** The stored truth. */
  async record(id: string): Promise<SessionRecord> {
    const record = await this.store.get(id);
    if (!record) throw new Error('no such session');
    return record;
  }

  /** The id of the newest attempt. */
  async attempt(id: string): Promise<string> {
    return (await this.record(id)).attempts.at(-1)?.id ?? '';
  }

  /** A session with an attempt under way. */
  async pending(changes: Record<string, unknown> = {}): Promise<{ id: string; attempt: string }> {
    const id = await this.open(changes);
    await this.confirm(id);
    return { id, attempt: await this.attempt(id) };
  }
}
