/** Seconds a browser may remember a preflight; Chromium does so for two hours at most. */
const PREFLIGHT_MAX_AGE = 7200;

/**
 * True when a page of this origin may call the browser routes. A request without an `Origin` header comes from no foreign
 * page (a same-origin GET, or no browser at all).
 */
export function originAllowed(request: Request, origins: ReadonlySet<string>): boolean {
  const origin = request.headers.get('origin');
  return origin === null || origins.has(origin);
}

/** The headers of an answer to a browser route, errors included: a page must be able to read what went wrong. */
export function corsHeaders(request: Request, origins: ReadonlySet<string>): Record<string, string> {
  const origin = request.headers.get('origin');
  if (origin === null || !origins.has(origin)) return { Vary: 'Origin' };
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Date, Retry-After',
  };
}

/** The answer to a preflight of an allowed origin. */
export function preflight(methods: readonly string[]): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': methods.join(', '),
      'Access-Control-Allow-Headers': 'content-type, idempotency-key, last-event-id',
      'Access-Control-Max-Age': String(PREFLIGHT_MAX_AGE),
    },
  });
}
