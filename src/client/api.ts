import type { CancelRequest, ConfirmRequest } from '../contract/requests.js';
import { SESSION_MEDIA_TYPE } from '../contract/session-facts.js';
import type { SessionClaims } from '../contract/session.js';
import { dateOf } from './answer-error.js';
import { answerOf, calling, posted } from './calling.js';
import type { ApiOptions, CallOptions } from './calling.js';

const READ_LIMIT_MS = 10_000;
/** The BFF asks the provider within a confirm. */
const SEND_LIMIT_MS = 20_000;

/**
 * The browser's routes of the BFF. Each answer is verified at the door before it is returned. Every call may be
 * repeated safely, so a lost answer, 408, 425, 429 and 5xx are retried, with the same `Idempotency-Key`.
 *
 * Every method throws CheckoutError: `network-unreachable`, `server-unavailable`, `answer-invalid`, the code of the
 * BFF's problem, or what the door throws.
 */
export class Api {
  /** What it works with, for the calls that only payouts make. */
  readonly options: ApiOptions;

  constructor(options: ApiOptions) {
    this.options = options;
  }

  /** `GET /sessions/{id}` */
  getSession(call: CallOptions = {}): Promise<SessionClaims> {
    return this.#call('', { method: 'GET' }, READ_LIMIT_MS, call);
  }

  /** `POST /sessions/{id}/confirm`. One press of the buyer, one key. */
  confirm(request: ConfirmRequest, idempotencyKey: string, call: CallOptions = {}): Promise<SessionClaims> {
    return this.post('/confirm', request, idempotencyKey, call);
  }

  /** `POST /sessions/{id}/cancel` */
  cancel(request: CancelRequest, idempotencyKey: string, call: CallOptions = {}): Promise<SessionClaims> {
    return this.post('/cancel', request, idempotencyKey, call);
  }

  /** `POST` to one of the session's own routes that answers with the session. */
  post(path: string, json: unknown, idempotencyKey: string, call: CallOptions): Promise<SessionClaims> {
    return this.#call(path, posted(json, idempotencyKey), SEND_LIMIT_MS, call);
  }

  #call(path: string, request: RequestInit, limitMs: number, call: CallOptions): Promise<SessionClaims> {
    const { door, clock } = this.options;
    return calling(this.options, call, async (signal) => {
      const sentMs = clock.monotonic();
      const url = door.sessionUrl + path;
      const response = await answerOf(this.options, url, SESSION_MEDIA_TYPE, { ...request, ...signal }, limitMs);
      const exchange = { sentMs, receivedMs: clock.monotonic(), dateMs: dateOf(response) };
      return door.answered(await response.text(), exchange);
    });
  }
}
