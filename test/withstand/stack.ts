import { createBff } from '../../src/bff/handler.js';
import type { Bff } from '../../src/bff/handler.js';
import type { LogEntry } from '../../src/bff/log.js';
import { monetixProvider } from '../../src/bff/providers/monetix.js';
import type { MonetixOptions } from '../../src/bff/providers/monetix-options.js';
import type { SessionRecord } from '../../src/bff/record.js';
import { createSessionSigner, generateSigningKey } from '../../src/bff/session-signer.js';
import type { BffOptions } from '../../src/bff/settings.js';
import { MemoryStore } from '../../src/bff/store/memory.js';
import type { Store } from '../../src/bff/store/store.js';
import type { CreateSessionAnswer } from '../../src/contract/requests.js';
import type { Problem } from '../../src/contract/problem.js';
import { monetixSign } from '../../src/sandbox/monetix-signature.js';
import type { MonetixSandboxOptions } from '../../src/sandbox/monetix-desk.js';
import { createMonetixSandbox } from '../../src/sandbox/monetix.js';

export const BFF = 'https://pay.shop.example';
export const MONETIX = 'https://sandbox.example';
export const LIGHT = 'monetix:webmoney-light';
export const CLASSIC = 'monetix:webmoney';
export const WMID = '377094062589';
const API_KEY = 'a-key-of-this-page-only';
const SECRET = 'sandbox-secret';
const PROJECT = 238;

/** What the stack reads of a request to the Gate. */
interface Sale {
  general: { payment_id: string };
}

const keys = [await generateSigningKey()];
/** The BFF's own signer. */
export const signer = createSessionSigner(keys);

/** What a route answered. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

/** The problem document of an answer. */
export const problemOf = ({ text }: Answer) => JSON.parse(text) as Problem;

/** What may be set up otherwise. */
export interface StackOptions {
  /** Origin of the shop's page. */
  origin: string;
  monetix?: Partial<MonetixOptions>;
  bff?: Partial<BffOptions>;
  sandbox?: Partial<MonetixSandboxOptions>;
  store?: Store;
}

/**
 * Shop, BFF, provider adapter and sandbox, joined by functions: the BFF can be stopped and started again on its store,
 * either network can be cut, and the server's clock can be put forward.
 */
export class Stack {
  readonly store: Store;
  readonly jwks = signer.jwks();
  readonly logged: LogEntry[] = [];
  /** Payments that Monetix was asked about too soon. */
  readonly tooEarly: string[] = [];
  readonly #sales = new Map<string, number>();
  /** What the buyer's browser sent: `POST /confirm` below the session's URL. */
  readonly seen: string[] = [];
  /** The buyer's network. */
  online = true;
  /** Looked at first for what the browser asks; what it leaves undefined the BFF answers. */
  between: (request: Request) => Promise<Response | undefined> | Response | undefined = () => undefined;
  readonly sandbox;
  readonly #options: StackOptions;
  #bff: Bff | undefined;
  #lease = { held: true };
  #aheadMs = 0;
  #orders = 0;

  constructor(options: StackOptions) {
    this.#options = options;
    this.store = options.store ?? new MemoryStore();
    this.sandbox = createMonetixSandbox({
      publicUrl: MONETIX,
      projects: [{ id: PROJECT, secret: SECRET, name: 'Shop', test: true }],
      fetch: (request) => this.bff(request),
      now: this.now,
      // A callback that met a closed door comes again after a moment.
      timeScale: 0.01,
      ...options.sandbox,
    });
    this.start();
  }

  /** The server's clock, the provider's too. */
  readonly now = (): number => Date.now() + this.#aheadMs;

  pass(seconds: number): void {
    this.#aheadMs += seconds * 1000;
  }

  /** Asks the BFF as anybody does. */
  readonly bff = async (request: Request): Promise<Response> => {
    if (!this.#bff) throw new TypeError('connection refused');
    return this.#bff(request);
  };

  /** The fetch of the buyer's browser. */
  readonly transport = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    this.seen.push(`${request.method} ${new URL(request.url).pathname.replace(/^\/sessions\/[a-z2-7]+/, '')}`.trim());
    if (!this.online) throw new TypeError('no network');
    return (await this.between(request)) ?? this.bff(request);
  };

  count(what: string): number {
    return this.seen.filter((one) => one === what).length;
  }

  start(options: Partial<BffOptions> = {}): void {
    this.#lease = { held: true };
    this.#bff = this.process(options, this.#lease);
  }

  /** One more process on the same store. */
  process(options: Partial<BffOptions> = {}, lease = { held: true }): Bff {
    return createBff({
      issuer: BFF,
      origins: [this.#options.origin],
      apiKeys: [API_KEY],
      signer,
      store: leased(this.store, lease),
      now: this.now,
      log: (entry) => this.logged.push(entry),
      clientAddress: () => '192.0.2.10',
      providers: [this.provider()],
      ...this.#options.bff,
      ...options,
    });
  }

  /** The adapter, with other options than the stack's own if need be. */
  provider(options: Partial<MonetixOptions> = {}) {
    return monetixProvider({
      projectId: PROJECT,
      secret: SECRET,
      interface: 'gate',
      gateUrl: MONETIX,
      paymentPageUrl: `${MONETIX}/payment`,
      websiteUrl: 'https://shop.example',
      invoice: { days: 3 },
      fetch: (url, init) => this.#atGate(url, init),
      now: this.now,
      ...this.#options.monetix,
      ...options,
    });
  }

  /** Monetix wants no status question sooner than 10 s after the sale. */
  #atGate(url: string, init: RequestInit): Promise<Response> {
    const { general } = JSON.parse(typeof init.body === 'string' ? init.body : '') as Sale;
    const soldMs = this.#sales.get(general.payment_id);
    if (url.endsWith('/sale')) this.#sales.set(general.payment_id, this.now());
    else if (soldMs !== undefined && this.now() < soldMs + 10_000) this.tooEarly.push(general.payment_id);
    return this.sandbox(new Request(url, init));
  }

  /** The process ends: nobody listens any more. */
  async stop(): Promise<void> {
    const last = this.#bff;
    this.#bff = undefined;
    await last?.close();
  }

  /** The power is cut: what was under way never reaches the store, and nobody listens any more. */
  crash(): void {
    this.#lease.held = false;
    void this.stop();
  }

  async sweep(): Promise<void> {
    await this.#bff?.sweep();
  }

  /** Ends everything that runs by itself. */
  end(): void {
    this.sandbox.close();
    this.crash();
  }

  async call(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await this.bff(new Request(BFF + path, init));
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
    return this.call(path, { ...init, body: JSON.stringify(body) });
  }

  /** The shop's server makes a session. */
  create(changes: Record<string, unknown> = {}, order: Record<string, unknown> = {}): Promise<Answer> {
    this.#orders += 1;
    const id = `H-${20430 + this.#orders}`;
    return this.post(
      '/sessions',
      {
        order: { id, returnUrl: `${this.#options.origin}/checkout`, ...order },
        amount: { value: 8420, currency: 'USD' },
        customer: { id: 'customer-1', firstName: 'Sample', lastName: 'Buyer', email: 'buyer@shop.example' },
        ...changes,
      },
      { authorization: `Bearer ${API_KEY}` },
    );
  }

  async session(changes: Record<string, unknown> = {}): Promise<CreateSessionAnswer> {
    const answer = await this.create(changes);
    if (answer.status !== 201) throw new Error(answer.text);
    return JSON.parse(answer.text) as CreateSessionAnswer;
  }

  confirm(id: string, wish: unknown, key: string): Promise<Answer> {
    return this.post(`/sessions/${id}/confirm`, wish, { 'idempotency-key': key });
  }

  /** The stored truth. */
  async record(id: string): Promise<SessionRecord> {
    const record = await this.store.get(id);
    if (!record) throw new Error('no such session');
    return record;
  }

  /** A message as Monetix would send it, signed with its key or another one. */
  async callback(body: object, secret = SECRET): Promise<Answer> {
    // As it travels: what is undefined is not there.
    const message = JSON.parse(JSON.stringify(body)) as object;
    return this.post('/webhooks/monetix', { ...message, signature: await monetixSign(message, secret) });
  }

  /** A body as it is, with whatever bytes. */
  raw(body: BodyInit): Promise<Answer> {
    return this.call('/webhooks/monetix', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  }

  /** A sale's message in the shape of the documents. `more` is laid over it. */
  sale(paymentId: string, status: string, more: Record<string, unknown> = {}): Record<string, unknown> {
    const sum = { amount: 8420, currency: 'USD' };
    const operation = { id: 4711, type: 'sale', status, sum_initial: sum };
    const payment = { id: paymentId, type: 'purchase', status, method: 'webmoney-light', sum };
    return { project_id: PROJECT, payment, operation, ...more };
  }

  /** Presses a button of the hosted WebMoney form, with the fields that the browser was sent there with. */
  async webmoney(answer: 'success' | 'decline' | 'cancel'): Promise<void> {
    const payment = this.sandbox.payments().at(-1);
    const fields = { operation: String(payment?.operationId), token: payment?.token ?? '', lang: 'en' };
    const form = new URLSearchParams({ ...fields, answer });
    await this.sandbox(new Request(`${MONETIX}/webmoney/answer`, { method: 'POST', body: form }));
  }

  /** Presses a button of the provider's Keeper page by sending its form, as a browser would. */
  async keeper(answer: 'pay' | 'refuse'): Promise<void> {
    const payment = this.sandbox
      .payments()
      .filter(({ method }) => method === 'webmoney')
      .at(-1);
    const form = new URLSearchParams({ token: payment?.token ?? '', wmid: payment?.wmid ?? '', answer });
    await this.sandbox(new Request(`${MONETIX}/keeper/answer`, { method: 'POST', body: form }));
  }
}

/** The store for a process that can end: from then on it gets nothing through. */
function leased(store: Store, lease: { held: boolean }): Store {
  return new Proxy(store, {
    get: (whole, name) => {
      const value: unknown = Reflect.get(whole, name, whole);
      if (typeof value !== 'function') return value;
      const method = value as (...values: unknown[]) => unknown;
      return (...values: unknown[]) => {
        if (!lease.held) throw new Error('the process has ended');
        return method.apply(whole, values);
      };
    },
  });
}
