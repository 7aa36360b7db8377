import { PROBLEM_MEDIA_TYPE, readProblem } from '../contract/read-problem.js';
import { CheckoutError, isTransientStatus } from './checkout-error.js';

/** True when the answer is of this media type, parameters aside. */
export function hasMediaType(response: Response, mediaType: string): boolean {
  const [own = ''] = (response.headers.get('content-type') ?? '').split(';');
  return own.trim().toLowerCase() === mediaType;
}

/** The server's `Date` as epoch milliseconds, whole seconds; undefined when it is not exposed. */
export function dateOf(response: Response): number | undefined {
  const dateMs = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(dateMs) ? undefined : dateMs;
}

/**
 * How long the server asks us to stay away, milliseconds, from `Retry-After` in seconds or as a date (RFC 9110, 10.2.3);
 * a date is read against the answer's own `Date`, or else `nowMs`.
 */
export function retryAfterOf(response: Response, nowMs: number): number | undefined {
  const text = response.headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const untilMs = Date.parse(text);
  return Number.isNaN(untilMs) ? undefined : Math.max(0, untilMs - (dateOf(response) ?? nowMs));
}

/** The error that a refusing answer stands for: the BFF's own code if it sent a problem document. Reads the body. */
export async function errorOf(response: Response, nowMs: number): Promise<CheckoutError> {
  const { status } = response;
  const retryAfterMs = retryAfterOf(response, nowMs);
  const told: unknown = hasMediaType(response, PROBLEM_MEDIA_TYPE) && (await response.json().catch(() => undefined));
  const problem = readProblem(told);
  if (problem) return new CheckoutError(problem.code, { status, problem, retryAfterMs });
  return new CheckoutError(isTransientStatus(status) ? 'server-unavailable' : 'answer-invalid', {
    status,
    retryAfterMs,
  });
}
