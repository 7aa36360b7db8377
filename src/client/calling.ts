import { PROBLEM_MEDIA_TYPE } from '../contract/read-problem.js';
import { errorOf, hasMediaType } from './answer-error.js';
import { backoff } from './backoff.js';
import { CheckoutError, isTransientStatus } from './checkout-error.js';
import type { ServerClock } from './server-clock.js';
import type { SessionDoor } from './session-door.js';
import { timedFetch } from './timed-fetch.js';
import type { Fetch } from './timed-fetch.js';
import { pause } from './timers.js';
import type { Timers } from './timers.js';

/** What calls of the BFF are made with. */
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

const RETRIES = 2;
const RETRY_BASE_MS = 1000;
const RETRY_CAP_MS = 8000;
/** A buyer does not watch a busy button longer than this: a later `Retry-After` is reported instead of waited for. */
const LONGEST_WAIT_MS = 20_000;

/** A request with a JSON body and a key, so that it may be repeated. */
export function posted(json: unknown, idempotencyKey: string): RequestInit {
  const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
  return { method: 'POST', body: JSON.stringify(json), headers };
}

/**
 * One request. @returns a good answer of that media type
 * @throws CheckoutError `answer-invalid` for another type, or the code of the BFF's problem
 */
export async function answerOf(
  { clock, fetch, timers }: ApiOptions,
  url: string,
  mediaType: string,
  request: RequestInit,
  limitMs: number,
): Promise<Response> {
  const send = timedFetch(fetch, timers, limitMs);
  const response = await send(url, {
    ...request,
    headers: { accept: `${mediaType}, ${PROBLEM_MEDIA_TYPE}`, ...(request.headers as Record<string, string>) },
    credentials: 'omit',
    cache: 'no-store',
  });
  if (!response.ok) throw await errorOf(response, clock.now());
  if (!hasMediaType(response, mediaType)) throw new CheckoutError('answer-invalid', { status: response.status });
  return response;
}

/** Makes a call, and makes it again when it failed in a way that may pass. @throws CheckoutError */
export async function calling<T>(
  { timers, random }: ApiOptions,
  { signal, retries = RETRIES }: CallOptions,
  once: (signal: { signal?: AbortSignal }) => Promise<T>,
): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      signal?.throwIfAborted();
      return await once(signal ? { signal } : {});
    } catch (thrown) {
      const error = CheckoutError.from(thrown);
      if (failures > retries || signal?.aborted || !mayPass(error)) throw error;
      const waitMs = error.retryAfterMs ?? backoff(failures, random, RETRY_BASE_MS, RETRY_CAP_MS);
      await pause(timers, waitMs, signal);
    }
  }
}

/** Whether the same call may work a moment later: no answer, or a passing trouble the buyer can wait for. */
function mayPass({ code, status, retryAfterMs = 0 }: CheckoutError): boolean {
  if (status === undefined) return code === 'network-unreachable';
  return isTransientStatus(status) && retryAfterMs <= LONGEST_WAIT_MS;
}
