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
  'order-not-paid': 'No money has come in for this order',
  'payment-ambiguous': 'The order was paid more than once: say which payment is meant',
  'refund-not-found': 'There is no such refund',
  'refund-not-supported': 'The provider has no way to give this payment back',
  'refund-too-late': 'The provider takes no refund of this payment any more',
  'refund-in-progress': 'Another refund of this payment is on its way',
  'refund-exceeds-rest': 'The refund is more than what is left of the payment',
  'refund-settled': 'The outcome of this refund is known',
  'payout-not-found': 'There is no such payout',
  'payout-in-progress': 'The payout is on its way and can not be called back',
  'answer-wrong': 'The answer to the question is wrong',
  'answer-missing': 'The question has to be answered first',
  'code-already-shown': 'The protection code has been shown before',
  'code-not-available': 'There is no protection code to show',
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
