import type { CancelRequest, ConfirmRequest } from '../contract/requests.js';
import { SESSION_MEDIA_TYPE } from '../contract/session-facts.js';
import type { SessionClaims } from '../contract/session.js';
import { PROBLEM_MEDIA_TYPE } from '../contract/read-problem.js';
import { dateOf, errorOf, hasMediaType } from './answer-error.js';
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
    const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
    return this.#call(path, { method: 'POST', body: JSON.stringify(json), headers }, SEND_LIMIT_MS, call);
  }

  async #call(
    path: string,
    request: { method: string; body?: string; headers?: Record<string, string> },
    limitMs: number,
    { signal, retries = RETRIES }: CallOptions,
  ): Promise<SessionClaims> {
    const { timers, random } = this.#options;
    for (let failures = 1; ; failures++) {
      try {
        signal?.throwIfAborted();
        return await this.#once(path, { ...request, ...(signal && { signal }) }, limitMs);
      } catch (thrown) {
        const error = CheckoutError.from(thrown);
        if (failures > retries || signal?.aborted || !mayPass(error)) throw error;
        const waitMs = error.retryAfterMs ?? backoff(failures, random, RETRY_BASE_MS, RETRY_CAP_MS);
        await pause(timers, waitMs, signal);
      }
    }
  }

  async #once(path: string, request: RequestInit, limitMs: number): Promise<SessionClaims> {
    const { door, clock, fetch, timers } = this.#options;
    const sentMs = clock.monotonic();
    const response = await timedFetch(
      fetch,
      timers,
      limitMs,
    )(door.sessionUrl + path, {
      ...request,
      headers: { accept: `${SESSION_MEDIA_TYPE}, ${PROBLEM_MEDIA_TYPE}`, ...request.headers },
      credentials: 'omit',
      cache: 'no-store',
    });
    const exchange = { sentMs, receivedMs: clock.monotonic(), dateMs: dateOf(response) };
    if (!response.ok) throw await errorOf(response, clock.now());
    if (!hasMediaType(response, SESSION_MEDIA_TYPE)) {
      throw new CheckoutError('answer-invalid', { status: response.status });
    }
    return door.answered(await response.text(), exchange);
  }
}

/** Whether the same call may work a moment later: no answer, or a passing trouble the buyer can wait for. */
function mayPass({ code, status, retryAfterMs = 0 }: CheckoutError): boolean {
  if (status === undefined) return code === 'network-unreachable';
  return isTransientStatus(status) && retryAfterMs <= LONGEST_WAIT_MS;
}
