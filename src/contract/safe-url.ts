/** Why a URL may not be navigated or posted to. These are stable codes. */
export type UnsafeUrlCode = 'url-invalid' | 'url-scheme' | 'url-credentials' | 'url-host';

/** The outcome of {@link checkUrl}: the parsed URL, or the stable code of the refusal. */
export type UrlCheck = { ok: true; url: URL } | { ok: false; code: UnsafeUrlCode };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** True for a host name of this machine, where plain http is allowed. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/**
 * The one rule for every URL that reji navigates or posts to: absolute, `https:` (plain `http:` only on loopback),
 * no user name or password in it, and on the allow-list if there is one.
 *
 * @param allowedHosts host names, with a port where it is not the default one; `*.example.com` allows every
 *   subdomain of example.com, not example.com itself. Empty or left out: every host.
 */
export function checkUrl(text: string, allowedHosts: readonly string[] = []): UrlCheck {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { ok: false, code: 'url-invalid' };
  }
  const plain = url.protocol === 'http:' && isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !plain) return { ok: false, code: 'url-scheme' };
  if (url.username || url.password) return { ok: false, code: 'url-credentials' };
  if (allowedHosts.length > 0 && !allowedHosts.some((host) => hostMatches(url.host, host))) {
    return { ok: false, code: 'url-host' };
  }
  return { ok: true, url };
}

function hostMatches(host: string, pattern: string): boolean {
  const wanted = pattern.toLowerCase();
  if (!wanted.startsWith('*.')) return host === wanted;
  const parent = wanted.slice(1);
  return parent.length > 1 && host.length > parent.length && host.endsWith(parent);
}
