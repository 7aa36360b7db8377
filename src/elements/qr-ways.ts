import { isServer } from 'lit';
import { checkUrl } from '../contract/safe-url.js';

/** Schemes that run or show what the link itself brings; no list of a shop makes them links. */
const NEVER = /^(javascript|data|blob|vbscript|file|about|filesystem|view-source):/;

/** Names separated by blanks, as attributes hold them. */
const names = (list: string) => list.toLowerCase().split(/\s+/).filter(Boolean);

/**
 * The address of a page or an app that may be opened: by the rule of every URL (`checkUrl`), or of a scheme that the
 * shop lists.
 * @param hosts hosts that may be gone to, separated by blanks; empty: every host
 * @param schemes schemes besides https, separated by blanks: `gcash alipays`
 * @returns undefined for one that may not be opened
 */
export function openable(link: string | undefined, hosts: string, schemes = ''): string | undefined {
  if (!link) return undefined;
  const check = checkUrl(link, names(hosts));
  if (check.ok) return check.url.href;
  if (check.code !== 'url-scheme') return undefined;
  const { protocol, href } = new URL(link);
  return names(schemes).includes(protocol.slice(0, -1)) && !NEVER.test(protocol) ? href : undefined;
}

/** A hand-held device without a mouse: it can't scan its own screen, but it has the apps. A server has none to ask. */
export function isHandheld(): boolean {
  return !isServer && matchMedia('(pointer: coarse) and (hover: none)').matches;
}
