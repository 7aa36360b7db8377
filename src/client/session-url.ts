import { checkUrl } from '../contract/safe-url.js';
import { CheckoutError } from './checkout-error.js';

/** Where a session lives: its URL for the browser, taken apart. */
export interface SessionAddress {
  /** `{issuer}/sessions/{id}`, without query or fragment. */
  url: string;
  /** The BFF's public base URL, as tokens carry it in `iss`, without a slash at its end. */
  issuer: string;
  id: string;
}

/**
 * Takes a session's URL apart.
 * @throws CheckoutError `session-url-invalid` when it is not `https://…/sessions/{id}` (plain http on loopback only)
 */
export function parseSessionUrl(text: string): SessionAddress {
  const check = checkUrl(text);
  const parts = check.ok ? /^(.*)\/sessions\/([\w.~-]+)\/?$/.exec(check.url.origin + check.url.pathname) : null;
  if (!parts?.[1] || !parts[2]) throw new CheckoutError('session-url-invalid');
  const [, issuer, id] = parts;
  return { url: `${issuer}/sessions/${id}`, issuer, id };
}

/** The address of a session at its issuer. @throws CheckoutError `session-url-invalid` */
export function sessionAddress(issuer: string, id: string): SessionAddress {
  return parseSessionUrl(`${trimmed(issuer)}/sessions/${encodeURIComponent(id)}`);
}

/** An issuer without the slashes at its end: with and without is the same one. */
export function trimmed(issuer: string): string {
  return issuer.replace(/\/+$/, '');
}
