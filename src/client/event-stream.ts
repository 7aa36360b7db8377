import { dateOf, errorOf, hasMediaType } from './answer-error.js';
import { CheckoutError } from './checkout-error.js';
import { EventReader } from './event-reader.js';
import type { ServerClock } from './server-clock.js';
import { untilAborted } from './timed-fetch.js';
import type { Fetch } from './timed-fetch.js';
import type { Timers } from './timers.js';

/** One stream of Server-Sent Events to read. */
export interface EventStreamOptions {
  url: string;
  /** Sent as `Last-Event-ID`: the server leaves out what is not newer. */
  lastEventId: string | undefined;
  fetch: Fetch;
  timers: Timers;
  /** Set by the answer's `Date`. */
  clock: ServerClock;
  /** Ends the stream. */
  signal: AbortSignal;
  /** The server accepted; events may follow. */
  onOpen: () => void;
  /** Something arrived, a heartbeat at least. */
  onBytes: () => void;
  /** The `data` of one event; the next one waits for it. */
  onData: (data: string) => Promise<void>;
  /** The server's `retry:` field, milliseconds. */
  onRetry: (retryMs: number) => void;
}

/** The head of the answer has to come within this time. */
const OPEN_LIMIT_MS = 10_000;
/** And the first bytes within this: one heartbeat of the BFF. A proxy that holds a stream back is found out by it. */
const FIRST_LIMIT_MS = 20_000;
/** Two heartbeats of the BFF (15 s each) and some slack: a stream that is silent for longer is dead. */
const SILENCE_LIMIT_MS = 35_000;
/** A session is a few kB; more in one event is not for us. */
const MAX_EVENT_CHARS = 262_144;

/**
 * Reads the stream until the server ends it; that is when it resolves. Over `fetch` and not `EventSource`, for the
 * headers, the status of a refusal, and a clock for the silence.
 *
 * @throws CheckoutError `network-unreachable` when it breaks off or falls silent, `answer-invalid` when it is no event
 *   stream, the BFF's problem code when it is refused; and the signal's reason when that aborts
 */
export async function readEventStream(options: EventStreamOptions): Promise<void> {
  const { clock, timers, fetch } = options;
  const gate = new AbortController();
  const signal = AbortSignal.any([options.signal, gate.signal]);
  let cancelLimit = () => {};
  const limit = (ms: number) => {
    cancelLimit();
    cancelLimit = timers.later(() => gate.abort(new CheckoutError('network-unreachable')), ms);
  };
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    limit(OPEN_LIMIT_MS);
    const sentMs = clock.monotonic();
    const headers: HeadersInit = { accept: 'text/event-stream' };
    if (options.lastEventId !== undefined) headers['last-event-id'] = options.lastEventId;
    const request = fetch(options.url, { headers, credentials: 'omit', cache: 'no-store', signal });
    const response = await untilAborted(request, signal);
    if (!response.ok) throw await errorOf(response, clock.now());
    if (!response.body || !hasMediaType(response, 'text/event-stream')) {
      throw new CheckoutError('answer-invalid', { status: response.status });
    }
    const dateMs = dateOf(response);
    if (dateMs !== undefined) clock.sample(dateMs, { sentMs, receivedMs: clock.monotonic() }, 1000);
    options.onOpen();
    reader = response.body.getReader();
    const events: string[] = [];
    const decoder = new TextDecoder();
    const parser = new EventReader({ data: (data) => events.push(data), retry: options.onRetry }, MAX_EVENT_CHARS);
    for (let limitMs = FIRST_LIMIT_MS; ; limitMs = SILENCE_LIMIT_MS) {
      limit(limitMs);
      const { done, value } = await untilAborted(reader.read(), signal);
      if (done) return;
      options.onBytes();
      if (!parser.feed(decoder.decode(value, { stream: true }))) throw new CheckoutError('answer-invalid');
      while (events.length > 0 && !signal.aborted) await options.onData(events.shift() ?? '');
      signal.throwIfAborted();
    }
  } catch (thrown) {
    options.signal.throwIfAborted();
    throw CheckoutError.from(thrown);
  } finally {
    cancelLimit();
    // An answer that ignores the signal is told this way; one that is broken already has nothing to say.
    void reader?.cancel().catch(() => undefined);
    gate.abort();
  }
}
