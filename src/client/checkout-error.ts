import type { Problem, ProblemCode } from '../contract/problem.js';

/** What goes wrong on this side of the wire. Stable codes. */
export type ClientErrorCode =
  /** No answer: the network is down, the time limit passed, or a part of the program could not be loaded. */
  | 'network-unreachable'
  /** 408, 425, 429 or 5xx without a problem document. */
  | 'server-unavailable'
  /** An answer that is neither a signed session nor a problem document, such as a captive portal's page. */
  | 'answer-invalid'
  /** Well signed, but not a session this client can read. */
  | 'session-unreadable'
  /** A good session, but another one than was asked for. */
  | 'session-mismatch'
  /** Neither a session URL nor a token was given. */
  | 'session-missing'
  /** The session URL is not `https://…/sessions/{id}` (plain http on loopback only). */
  | 'session-url-invalid'
  /** Not a compact ES256 JWS with a key id: truncated, another algorithm, critical headers. */
  | 'token-malformed'
  | 'token-signature'
  | 'token-expired'
  | 'token-audience'
  | 'token-issuer'
  /** The token names a key that is not among the pinned ones. */
  | 'key-unknown'
  /** WebCrypto is missing: the page is neither https nor on loopback. */
  | 'crypto-unavailable';

/** Every code of {@link CheckoutError}: ours, and those of the BFF's problem documents, unknown newer ones included. */
export type CheckoutErrorCode = ClientErrorCode | ProblemCode | (string & {});

/** Facts that come with a {@link CheckoutError}. */
export interface CheckoutErrorDetails {
  /** HTTP status of the answer. */
  status?: number | undefined;
  /** The BFF's problem document; its `errors` name the fields that were wrong. */
  problem?: Problem | undefined;
  /** How long the server asked us to stay away, milliseconds. */
  retryAfterMs?: number | undefined;
  cause?: unknown;
}

const TRANSIENT_CODES = ['network-unreachable', 'server-unavailable', 'answer-invalid', 'token-expired'];

/** True for an HTTP status that may be better next time. */
export function isTransientStatus(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}

/** The one error of the client room. `code` is stable; texts are made from it elsewhere. */
export class CheckoutError extends Error {
  readonly code: CheckoutErrorCode;
  /** True when the same thing may work a moment later, without anything being changed. */
  readonly retryable: boolean;
  readonly status: number | undefined;
  readonly problem: Problem | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: CheckoutErrorCode, details: CheckoutErrorDetails = {}) {
    super(code, { cause: details.cause });
    this.name = 'CheckoutError';
    this.code = code;
    this.status = details.status;
    this.problem = details.problem;
    this.retryAfterMs = details.retryAfterMs;
    this.retryable = TRANSIENT_CODES.includes(code) || isTransientStatus(details.status ?? 0);
  }

  /** Leaves a `CheckoutError` as it is; anything else that was thrown counts as a failed network. */
  static from(thrown: unknown): CheckoutError {
    return thrown instanceof CheckoutError ? thrown : new CheckoutError('network-unreachable', { cause: thrown });
  }
}
