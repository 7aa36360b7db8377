import type { SessionRecord } from './record.js';

/** The shop's own return URL with the session's id added to its query; nothing of a request is in it. */
export function shopUrl({ order, id }: Pick<SessionRecord, 'order' | 'id'>): string {
  const url = new URL(order.returnUrl);
  if (url.searchParams.has('reji_session')) url.searchParams.delete('reji_session');
  // Not through searchParams, which would spell the shop's own query anew.
  url.search = `${url.search ? `${url.search}&` : ''}reji_session=${id}`;
  return url.href;
}
