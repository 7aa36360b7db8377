import { errorFacts } from './log.js';
import type { SessionRecord } from './record.js';
import type { CheckoutService } from './service.js';
import type { Settings } from './settings.js';
import { signedSession } from './tokens.js';

/** How long a browser waits before it connects again, milliseconds. */
const RETRY_MS = 2000;
/** Unread bytes beyond which a slow reader gets no further event until it has read. */
const BUFFER_BYTES = 64 * 1024;

const encoder = new TextEncoder();
const isOver = ({ state }: SessionRecord) => state.status !== 'open' && state.status !== 'pending';

/** The Server-Sent Events of all sessions that this process serves now. */
export class EventStreams {
  readonly #settings: Settings;
  readonly #service: CheckoutService;
  readonly #open = new Set<() => void>();

  constructor(settings: Settings, service: CheckoutService) {
    this.#settings = settings;
    this.#service = service;
  }

  /** Ends every stream; the browsers come again to another process, with the last `rev` they have. */
  endAll(): void {
    for (const end of [...this.#open]) end();
  }

  /**
   * Streams a session from `afterRev` on: what is newer comes at once, each later change as it happens, a comment as
   * heartbeat in between, and the end of the stream after a final state. Slow readers skip to the newest state.
   */
  respond(record: SessionRecord, afterRev: number, signal: AbortSignal): Response {
    // 204 tells an EventSource not to come again.
    if (isOver(record) && record.rev <= afterRev) return new Response(null, { status: 204 });
    const stream = new SessionStream(this.#settings, this.#service, record.id, afterRev);
    const end = () => stream.end();
    this.#open.add(end);
    signal.addEventListener('abort', end, { once: true });
    stream.ended = () => {
      this.#open.delete(end);
      signal.removeEventListener('abort', end);
    };
    if (signal.aborted) end();
    const headers = { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' };
    return new Response(stream.body, { headers });
  }
}

/** One browser listening to one session. */
class SessionStream {
  readonly body: ReadableStream<Uint8Array>;
  /** Called once when the stream is over, whoever ended it. */
  ended: () => void = () => undefined;

  readonly #settings: Settings;
  readonly #service: CheckoutService;
  readonly #sessionId: string;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #unsubscribe: () => void = () => undefined;
  #timer: unknown;
  #sentRev: number;
  /** `again`: a change came while the last one was being sent; `blocked`: the reader is slow. */
  #pump: 'idle' | 'running' | 'again' | 'blocked' = 'idle';

  constructor(settings: Settings, service: CheckoutService, sessionId: string, afterRev: number) {
    this.#settings = settings;
    this.#service = service;
    this.#sessionId = sessionId;
    this.#sentRev = afterRev;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => this.#start(controller),
        pull: () => {
          if (this.#pump === 'blocked') this.#push();
        },
        cancel: () => this.end(),
      },
      { highWaterMark: BUFFER_BYTES, size: (chunk) => chunk.byteLength },
    );
  }

  /** Closes the stream and lets go of everything it holds. */
  end(): void {
    const controller = this.#controller;
    if (!controller) return;
    this.#controller = undefined;
    this.#unsubscribe();
    this.#settings.timers.clear(this.#timer);
    try {
      controller.close();
    } catch {
      // The reader has canceled it already.
    }
    this.ended();
  }

  #start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#controller = controller;
    this.#write(`retry: ${RETRY_MS}\n\n`);
    this.#unsubscribe = this.#settings.store.subscribe(this.#sessionId, () => this.#push());
    this.#beat();
    this.#push();
  }

  #write(text: string): void {
    this.#controller?.enqueue(encoder.encode(text));
  }

  #beat(): void {
    const { timers, heartbeatMs } = this.#settings;
    this.#timer = timers.set(() => {
      if (!this.#controller) return;
      if (this.#pump !== 'blocked') this.#write(':\n\n');
      this.#beat();
      void this.#look();
    }, heartbeatMs);
  }

  /**
   * Looks at the session at a heartbeat, which also finds a change whose notice got lost. It is no part of sending: while
   * a provider is asked here, its callback may arrive and is to be sent at once.
   */
  async #look(): Promise<void> {
    try {
      await this.#service.read(this.#sessionId);
    } catch (error) {
      this.#settings.log({ level: 'warn', event: 'event-stream', ...errorFacts(error) });
    }
    if (this.#controller) this.#push();
  }

  /** Sends the newest state if it was not sent. One at a time; calls in between are made up for by one more turn. */
  #push(): void {
    if (this.#pump === 'running' || this.#pump === 'again') {
      this.#pump = 'again';
      return;
    }
    this.#pump = 'running';
    this.#send().catch((error: unknown) => {
      this.#settings.log({ level: 'warn', event: 'event-stream', ...errorFacts(error) });
      this.end();
    });
  }

  async #send(): Promise<void> {
    do {
      this.#pump = 'running';
      if ((this.#controller?.desiredSize ?? 0) <= 0) {
        this.#pump = 'blocked';
        return;
      }
      const record = await this.#settings.store.get(this.#sessionId);
      if (record && record.rev > this.#sentRev) await this.#sendEvent(record);
      // A browser may claim to know more than there is; after the end nothing follows for it either.
      else if (record && isOver(record)) this.end();
    } while (this.#isAgain());
    this.#pump = 'idle';
  }

  /** A call of its own, because the state changes while the loop awaits. */
  #isAgain(): boolean {
    return this.#controller !== undefined && this.#pump === 'again';
  }

  async #sendEvent(record: SessionRecord): Promise<void> {
    const token = await signedSession(this.#settings, record);
    this.#sentRev = record.rev;
    this.#write(`id: ${record.rev}\ndata: ${token}\n\n`);
    if (isOver(record)) this.end();
  }
}
