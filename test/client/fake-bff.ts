import type { Fetch } from '../../src/client/timed-fetch.js';
import type { Session } from '../../src/contract/session.js';
import { turn, until } from './fake-time.js';
import type { FakeTime } from './fake-time.js';
import { SESSION_URL } from './tokens.js';
import type { Otherwise, Signer } from './tokens.js';

/** A request as it arrived. */
export interface Seen {
  method: string;
  /** Below the session's URL: `''`, `/events`, `/confirm`; whole for any other URL. */
  path: string;
  headers: Headers;
  body: unknown;
}

/** One open event stream, from the server's end. */
export class FakeStream {
  closed = false;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  readonly response: Response;

  constructor(dateHeader: Record<string, string>) {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller;
      },
      cancel: () => {
        this.closed = true;
      },
    });
    this.response = new Response(body, { headers: { 'content-type': 'text/event-stream', ...dateHeader } });
  }

  send(text: string): void {
    this.#controller?.enqueue(new TextEncoder().encode(text));
  }

  event(data: string, id: number): void {
    this.send(`id: ${id}\ndata: ${data}\n\n`);
  }

  end(): void {
    this.closed = true;
    this.#controller?.close();
  }

  break(): void {
    this.closed = true;
    this.#controller?.error(new TypeError('connection lost'));
  }
}

type Script = (seen: Seen, nth: number) => Response | undefined | Promise<Response | undefined>;

/** The browser's side of a BFF: answers signed sessions, unless a test's script says otherwise. */
export class FakeBff {
  session: Session;
  readonly seen: Seen[] = [];
  readonly streams: FakeStream[] = [];
  /** Most plain requests and streams that were open at once. */
  peak = 0;
  sendDate = true;
  /** Looked at first; what it leaves undefined is answered as usual. */
  script: Script = () => undefined;
  #busy = 0;

  constructor(
    readonly signer: Signer,
    readonly time: FakeTime,
    session: Session,
  ) {
    this.session = session;
  }

  get inFlight(): number {
    return this.#busy + this.#openStreams;
  }

  get #openStreams(): number {
    return this.streams.filter(({ closed }) => !closed).length;
  }

  paths(): string[] {
    return this.seen.map(({ method, path }) => `${method} ${path}`.trim());
  }

  count(what: string): number {
    return this.paths().filter((path) => path === what).length;
  }

  get stream(): FakeStream {
    const stream = this.streams.at(-1);
    if (!stream) throw new Error('no stream was opened');
    return stream;
  }

  readonly fetch: Fetch = async (input, init) => {
    this.#busy++;
    const request = new Request(input, init);
    const path = request.url.startsWith(SESSION_URL) ? request.url.slice(SESSION_URL.length) : request.url;
    const text = await request.text();
    const seen = {
      method: request.method,
      path,
      headers: request.headers,
      body: text ? (JSON.parse(text) as unknown) : undefined,
    };
    this.seen.push(seen);
    this.peak = Math.max(this.peak, this.inFlight);
    const gone = new Promise<never>((_, reject) => {
      const leave = () => reject(new DOMException('gone', 'AbortError'));
      if (request.signal.aborted) leave();
      request.signal.addEventListener('abort', leave);
    });
    try {
      const nth = this.seen.filter((other) => other.path === path && other.method === seen.method).length;
      return await Promise.race([this.#answer(seen, nth, request.signal), gone]);
    } finally {
      this.#busy--;
    }
  };

  async #answer(seen: Seen, nth: number, signal: AbortSignal): Promise<Response> {
    const scripted = await this.script(seen, nth);
    signal.throwIfAborted();
    if (scripted) return scripted;
    if (seen.path === '/events') {
      const stream = new FakeStream(this.#date());
      signal.addEventListener('abort', () => stream.closed || stream.break());
      this.streams.push(stream);
      if (this.session.rev > Number(seen.headers.get('last-event-id') ?? 0)) await this.push(this.session);
      return stream.response;
    }
    return this.token(this.session);
  }

  #date(): Record<string, string> {
    return this.sendDate ? { date: new Date(this.time.server()).toUTCString() } : {};
  }

  /** The answer with this session in it. */
  async token(session: object, otherwise: Otherwise = {}): Promise<Response> {
    return this.jose(await this.signer.sign(session, this.time.server(), otherwise));
  }

  jose(token: string): Response {
    return new Response(token, { headers: { 'content-type': 'application/jose', ...this.#date() } });
  }

  problem(status: number, code: string, headers: Record<string, string> = {}): Response {
    return new Response(JSON.stringify({ title: code, status, code }), {
      status,
      headers: { 'content-type': 'application/problem+json', ...headers },
    });
  }

  /**
   * Until the client does nothing but wait for one timer, next to the one that watches an open stream; or until the
   * other thing happens.
   */
  async quiet(or: () => boolean = () => false): Promise<void> {
    const quiet = () => this.#busy === 0 && this.time.pending === this.#openStreams + 1;
    for (let calm = 0; calm < 6 && !or();) {
      await until(() => quiet() || or(), 'one timer and no answer');
      await turn();
      calm = quiet() ? calm + 1 : 0;
    }
  }

  /** Then lets that time pass. @returns how long it was */
  async passWait(): Promise<number> {
    await this.quiet();
    const waitMs = this.time.nextMs;
    await this.time.pass(waitMs);
    return waitMs;
  }

  /** Changes the session and pushes it to the open stream. */
  async push(session: Session, otherwise: Otherwise = {}): Promise<void> {
    this.session = session;
    this.stream.event(await this.signer.sign(session, this.time.server(), otherwise), session.rev);
  }
}
