import { PROBLEM_MEDIA_TYPE } from '../contract/read-problem.js';
import { PROBLEM_STATUS } from '../contract/problem.js';
import type { Problem, ProblemCode } from '../contract/problem.js';

const TITLES: Record<ProblemCode, string> = {
  'request-invalid': 'The request does not have the documented shape',
  'body-not-json': 'The body is not JSON in UTF-8',
  'body-too-large': 'The body is too large',
  'media-type': 'The body must be application/json',
  unauthorized: 'A valid API key is needed',
  'origin-not-allowed': 'This origin may not use this server',
  'not-found': 'There is nothing here',
  'session-not-found': 'There is no such session',
  'order-not-found': 'There is no such order',
  'method-not-allowed': 'This path does not take this HTTP method',
  'idempotency-key-missing': 'The Idempotency-Key header is needed',
  'idempotency-key-reused': 'This Idempotency-Key was used for a different request',
  'order-exists': 'Money has already come in for this order',
  'return-url-not-allowed': 'The return URL is not on an allowed origin',
  'amount-not-allowed': 'No method takes this amount',
  'currency-not-allowed': 'No method takes this currency',
  'customer-invalid': 'The provider does not take this customer or order data',
  'method-unknown': 'There is no such payment method for this session',
  'method-unavailable': 'This payment method can not be used now',
  'input-invalid': 'An answer of the buyer is missing or wrong',
  'attempt-in-progress': 'Another attempt to pay is under way',
  'session-expired': 'The session has expired',
  'session-closed': 'The session has ended',
  'provider-unknown': 'There is no such provider here',
  'signature-invalid': 'The signature is wrong',
  'message-invalid': 'The message can not be read',
  internal: 'Something went wrong on the server',
  unavailable: 'The server can not answer now',
};

/** What a problem says besides its code. `errors` name fields, never their values. */
export interface ProblemFacts {
  errors?: { field: string; code: string }[];
  headers?: Record<string, string>;
}

/** Thrown anywhere below a route: becomes the answer with this stable code. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly facts: ProblemFacts = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** An error answer (RFC 9457) with the status that belongs to the code. */
export function problemResponse(code: ProblemCode, facts: ProblemFacts = {}): Response {
  const status = PROBLEM_STATUS[code];
  const problem: Problem = { title: TITLES[code], status, code, ...(facts.errors && { errors: facts.errors }) };
  const headers = { 'Content-Type': PROBLEM_MEDIA_TYPE, ...facts.headers };
  return new Response(JSON.stringify(problem), { status, headers });
}
