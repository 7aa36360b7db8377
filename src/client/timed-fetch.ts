import { CheckoutError } from './checkout-error.js';
import type { Timers } from './timers.js';

/** The shape of `fetch` that this room needs. */
export type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

const NO_BODY = [204, 205, 304];

/**
 * Rejects when the signal aborts, whether or not the work itself listens to it.
 * @throws CheckoutError the signal's reason, or `network-unreachable`
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(CheckoutError.from(signal.reason));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/**
 * A `fetch` that has the whole answer, body included, within the limit: a connection that dies in the middle of the
 * body is then a failed fetch too, and is retried as one.
 *
 * @throws CheckoutError `network-unreachable` from the returned function when the limit passes
 */
export function timedFetch(fetch: Fetch, timers: Timers, limitMs: number): Fetch {
  return async (input, init) => {
    const gate = new AbortController();
    const cancel = timers.later(() => gate.abort(new CheckoutError('network-unreachable')), limitMs);
    const outer = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    const signal = outer ? AbortSignal.any([outer, gate.signal]) : gate.signal;
    try {
      return await untilAborted(wholeAnswer(fetch(input, { ...init, signal })), signal);
    } finally {
      cancel();
    }
  };
}

async function wholeAnswer(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  const { status, statusText, headers } = response;
  const body = await response.arrayBuffer();
  return new Response(NO_BODY.includes(status) ? null : body, { status, statusText, headers });
}
