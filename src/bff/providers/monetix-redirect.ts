import type { RedirectAction } from '../../contract/next-action.js';
import { checkUrl } from '../../contract/safe-url.js';
import { MessageFault, at, textAt, type LosslessJson } from './lossless-json.js';

/**
 * The redirection data of a callback as what the buyer does next: `method`, `url` and the entries of `body` in their
 * order; `encrypted` is ignored. Source: Monetix WebMoney, "Format of customer redirection data"; older messages spell
 * it `redirectData`, and an empty body comes as `[]` too (public SDKs).
 *
 * @param allowedHosts as for `checkUrl`
 * @returns undefined when the message has none
 * @throws MessageFault `redirect-method`, `redirect-body`, or the code of `checkUrl`
 */
export function readRedirect(json: LosslessJson, allowedHosts: readonly string[]): RedirectAction | undefined {
  const data = at(json, 'redirect_data') ?? at(json, 'redirectData');
  if (typeof data !== 'object' || data === null || Array.isArray(data) || Object.keys(data).length === 0) {
    return undefined;
  }
  const method = (textAt(data, 'method') ?? 'GET').toUpperCase();
  if (method !== 'GET' && method !== 'POST') throw new MessageFault('redirect-method');
  const checked = checkUrl(textAt(data, 'url') ?? '', allowedHosts);
  if (!checked.ok) throw new MessageFault(checked.code);
  return { type: 'redirect', method, url: checked.url.href, fields: fieldsOf(at(data, 'body')), charset: 'UTF-8' };
}

function fieldsOf(body: LosslessJson | undefined): [string, string][] {
  if (body === undefined || body === null || body === '') return [];
  if (typeof body !== 'object') throw new MessageFault('redirect-body');
  if (Array.isArray(body)) {
    if (body.length > 0) throw new MessageFault('redirect-body');
    return [];
  }
  return Object.entries(body).map(([name, value]) => {
    if (typeof value === 'object' && value !== null) throw new MessageFault('redirect-body');
    if (typeof value === 'boolean') return [name, value ? '1' : '0'];
    return [name, value ?? ''];
  });
}
