import type { OrderListAnswer } from '../contract/requests.js';
import { toOrderSession } from './order-view.js';
import { Refusal } from './problem-response.js';
import type { Settings } from './settings.js';

const LIMIT = 50;
const MAX_LIMIT = 200;

/** A whole number of a query from 1 on; undefined when it is not there. */
function whole(query: URLSearchParams, field: string, max: number): number | undefined {
  const text = query.get(field);
  if (text === null) return undefined;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= max) return value;
  throw new Refusal('request-invalid', { errors: [{ field, code: 'invalid-format' }] });
}

/**
 * A page of the newest sessions. Those of one millisecond are never torn apart, so a page may be longer than asked for:
 * `before` is an instant, and the rest of them would be left out.
 *
 * @param query `limit`: 1 to 200, @default 50; `before`: the `next` of the page before
 * @throws Refusal `request-invalid`
 */
export async function orderList(settings: Settings, query: URLSearchParams): Promise<OrderListAnswer> {
  const { store, providers, now } = settings;
  const limit = whole(query, 'limit', MAX_LIMIT) ?? LIMIT;
  const page = await store.recent(limit, whole(query, 'before', Number.MAX_SAFE_INTEGER));
  const last = page.at(-1)?.createdAtMs;
  const toAnswer = (records: typeof page) => records.map((record) => toOrderSession(record, providers, now()));
  if (last === undefined || page.length < limit) return { sessions: toAnswer(page) };
  const tied = (await store.recent(MAX_LIMIT, last + 1)).filter(({ createdAtMs }) => createdAtMs === last);
  const older = await store.recent(1, last);
  const sessions = toAnswer([...page.filter(({ createdAtMs }) => createdAtMs > last), ...tied]);
  return { sessions, ...(older.length > 0 && { next: String(last) }) };
}
