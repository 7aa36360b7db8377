import ky, { HTTPError } from 'ky';
import type { CancelRequest, ConfirmRequest } from '../contract/requests.js';
import { SESSION_MEDIA_TYPE } from '../contract/session.js';
import type { SessionClaims } from '../contract/session.js';
import { PROBLEM_MEDIA_TYPE } from '../contract/problem.js';
import { dateOf, errorOf, hasMediaType, retryAfterOf } from './answer-error.js';
import { backoff } from './backoff.js';
import { CheckoutError, isTransientStatus } from './checkout-error.js';
import type { ServerClock } from './server-clock.js';
import type { SessionDoor } from './session-door.js';
import { timedFetch } from './timed-fetch.js';
import type { Fetch } from './timed-fetch.js';
import { pause } from './timers.js';
import type { Timers } from './timers.js';

/** What an {@link Api} works with. */
export interface ApiOptions {
  door: SessionDoor;
  clock: ServerClock;
  fetch: Fetch;
  timers: Timers;
  /** From 0 to below 1, for the jitter. */
  random: () => number;
}

/** How one call is made. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Tries after the first, @default 2 */
  retries?: number | undefined;
}

const READ_LIMIT_MS = 10_000;
/** The BFF asks the provider within a confirm. */
const SEND_LIMIT_MS = 20_000;
const RETRIES = 2;
const RETRY_BASE_MS = 1000;
const RETRY_CAP_MS = 8000;
/** A buyer does not watch a busy button longer than this: a later `Retry-After` is reported instead of waited for. */
const LONGEST_WAIT_MS = 20_000;

/**
 * The browser's routes of the BFF. Each answer is verified at the door before it is returned. Every call may be
 * repeated safely, so a lost answer, 408, 425, 429 and 5xx are retried, with the same `Idempotency-Key`.
 *
 * Every method throws CheckoutError: `network-unreachable`, `server-unavailable`, `answer-invalid`, the code of the
 * BFF's problem, or what the door throws.
 */
export class Api {
  readonly #options: ApiOptions;

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  /** `GET /sessions/{id}` */
  getSession(call: CallOptions = {}): Promise<SessionClaims> {
    return this.#call('', { method: 'GET' }, READ_LIMIT_MS, call);
  }

  /** `POST /sessions/{id}/confirm`. One press of the buyer, one key. */
  confirm(request: ConfirmRequest, idempotencyKey: string, call: CallOptions = {}): Promise<SessionClaims> {
    return this.#post('/confirm', request, idempotencyKey, call);
  }

  /** `POST /sessions/{id}/cancel` */
  cancel(request: CancelRequest, idempotencyKey: string, call: CallOptions = {}): Promise<SessionClaims> {
    return this.#post('/cancel', request, idempotencyKey, call);
  }

  #post(path: string, json: unknown, idempotencyKey: string, call: CallOptions): Promise<SessionClaims> {
    return this.#call(
      path,
      { method: 'POST', json, headers: { 'idempotency-key': idempotencyKey } },
      SEND_LIMIT_MS,
      call,
    );
  }

  async #call(
    path: string,
    request: { method: string; json?: unknown; headers?: Record<string, string> },
    limitMs: number,
    { signal, retries = RETRIES }: CallOptions,
  ): Promise<SessionClaims> {
    const { door, clock, fetch, timers, random } = this.#options;
    const timed = timedFetch(fetch, timers, limitMs);
    const exchange = { sentMs: 0, receivedMs: 0 };
    try {
      const response = await ky(door.sessionUrl + path, {
        ...request,
        headers: { accept: `${SESSION_MEDIA_TYPE}, ${PROBLEM_MEDIA_TYPE}`, ...request.headers },
        credentials: 'omit',
        cache: 'no-store',
        ...(signal && { signal }),
        // Time limit and waiting are ours, since ky's own can't be given a clock.
        timeout: false,
        fetch: async (input, init) => {
          exchange.sentMs = clock.monotonic();
          const answer = await timed(input, init);
          exchange.receivedMs = clock.monotonic();
          return answer;
        },
        retry: {
          limit: retries,
          methods: ['get', 'post'],
          shouldRetry: ({ error }) => signal?.aborted !== true && mayPass(error, clock.now()),
          delay: () => 0,
        },
        hooks: {
          beforeRetry: [
            async ({ error, retryCount }) => {
              const asked = error instanceof HTTPError ? retryAfterOf(error.response, clock.now()) : undefined;
              await pause(timers, asked ?? backoff(retryCount, random, RETRY_BASE_MS, RETRY_CAP_MS), signal);
              signal?.throwIfAborted();
            },
          ],
        },
      });
      if (!hasMediaType(response, SESSION_MEDIA_TYPE))
        throw new CheckoutError('answer-invalid', { status: response.status });
      return await door.answered(await response.text(), { ...exchange, dateMs: dateOf(response) });
    } catch (thrown) {
      throw thrown instanceof HTTPError ? await errorOf(thrown.response, clock.now()) : CheckoutError.from(thrown);
    }
  }
}

function mayPass(error: Error, nowMs: number): boolean {
  if (!(error instanceof HTTPError)) return true;
  return isTransientStatus(error.response.status) && (retryAfterOf(error.response, nowMs) ?? 0) <= LONGEST_WAIT_MS;
}
