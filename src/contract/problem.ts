import * as z from 'zod/mini';

/** Every stable error code of the BFF's routes with its HTTP status. */
export const PROBLEM_STATUS = {
  'request-invalid': 400,
  'body-not-json': 400,
  'body-too-large': 413,
  'media-type': 415,
  unauthorized: 401,
  'origin-not-allowed': 403,
  'not-found': 404,
  'session-not-found': 404,
  'order-not-found': 404,
  'method-not-allowed': 405,
  'idempotency-key-missing': 400,
  'idempotency-key-reused': 422,
  'order-exists': 409,
  'return-url-not-allowed': 422,
  'amount-not-allowed': 422,
  'currency-not-allowed': 422,
  'customer-invalid': 422,
  'method-unknown': 422,
  'method-unavailable': 422,
  'input-invalid': 422,
  'attempt-in-progress': 409,
  'session-expired': 409,
  'session-closed': 409,
  'order-not-paid': 409,
  'payment-ambiguous': 422,
  'refund-not-found': 404,
  'refund-not-supported': 422,
  'refund-too-late': 422,
  'refund-in-progress': 409,
  'refund-exceeds-rest': 422,
  'refund-settled': 409,
  'payout-not-found': 404,
  'payout-in-progress': 409,
  'answer-wrong': 422,
  'answer-missing': 422,
  'code-already-shown': 409,
  'code-not-available': 409,
  'provider-unknown': 404,
  'signature-invalid': 400,
  'message-invalid': 400,
  internal: 500,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/**
 * An error answer: `code` is stable and for programs, `title` is for people who read logs. `errors` names the
 * fields of the request that were wrong (`customer.email`), never their values.
 */
export const Problem = z.object({
  type: z.optional(z.string()),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ field: z.string(), code: z.string() }))),
});
export type Problem = z.infer<typeof Problem>;
