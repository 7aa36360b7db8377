import type { CreateSessionRequest } from '../contract/requests.js';
import type { Method } from '../contract/session.js';
import { checkUrl } from '../contract/safe-url.js';
import { repeatable } from './digest.js';
import { Refusal } from './problem-response.js';
import { InputRefusal } from './provider.js';
import type { Offer } from './provider.js';
import { randomId } from './random-id.js';
import type { SessionRecord } from './record.js';
import type { Settings } from './settings.js';
import type { Change } from './store/store.js';
import { methodsFor, offerOf, providerOf } from './to-session.js';

const SCOPE = 'sessions';

/**
 * Makes a session from the shop's order. What no provider could ever take is refused here, where the shop sees it, and
 * not in front of the buyer.
 *
 * @param key an Idempotency-Key of the shop: the same order again with it gives the same session.
 * @throws Refusal `idempotency-key-reused`, `return-url-not-allowed`, `amount-not-allowed`, `currency-not-allowed`,
 *   `method-unknown`, `customer-invalid`, `order-exists`, `unavailable`
 */
export async function createSession(
  settings: Settings,
  request: CreateSessionRequest,
  key: string | undefined,
): Promise<SessionRecord> {
  const { store } = settings;
  const idempotency = key === undefined ? undefined : { scope: SCOPE, ...(await repeatable(key, request)) };
  const earlier = idempotency && (await repeated(settings, idempotency));
  if (earlier) return earlier;
  const record = newRecord(settings, request, 'payment');
  await refusePaidOrder(settings, request.order.id);
  const result = await store.create({ record, ...(idempotency && { idempotency }) });
  if (result === 'stored') return record;
  // Only the same key at the same time gets here: ids do not repeat.
  const winner = idempotency && (await repeated(settings, idempotency));
  if (!winner) throw new Refusal('unavailable', { headers: { 'Retry-After': '1' } });
  return winner;
}

/**
 * The session that was made with this Idempotency-Key before.
 *
 * @throws Refusal `idempotency-key-reused` when that was for another request
 */
export async function repeated(
  { store }: Settings,
  { scope, key, fingerprint }: NonNullable<Change['idempotency']>,
): Promise<SessionRecord | undefined> {
  const used = await store.findIdempotency(scope, key);
  if (used && used.fingerprint !== fingerprint) throw new Refusal('idempotency-key-reused');
  return used && store.get(used.sessionId);
}

/**
 * An order that money came in for is not paid again, neither in a session made now nor in one that was left open. That
 * holds after all of it has been given back too: who buys again makes a new order. Payouts of the order do not count.
 *
 * @throws Refusal `order-exists`
 */
export async function refusePaidOrder({ store }: Settings, orderId: string): Promise<void> {
  const sessions = await store.findByOrder(orderId);
  const paid = sessions.some(
    ({ purpose, state }) =>
      purpose === 'payment' && (state.status === 'succeeded' || state.status === 'needsAttention'),
  );
  if (paid) throw new Refusal('order-exists');
}

/**
 * A new open session for an order that some method could take.
 *
 * @throws Refusal `return-url-not-allowed`, `amount-not-allowed`, `currency-not-allowed`, `method-unknown`,
 *   `customer-invalid`
 */
export function newRecord(
  settings: Settings,
  request: CreateSessionRequest,
  purpose: SessionRecord['purpose'],
): SessionRecord {
  const { order, amount, customer, locale, methods } = request;
  const audience = allowedOrigin('order.returnUrl', order.returnUrl, settings.origins);
  for (const name of ['doneUrl', 'restartUrl'] as const) {
    if (order[name] !== undefined) allowedOrigin(`order.${name}`, order[name], new Set([audience]));
  }
  if (amount.value === 0) throw new Refusal('amount-not-allowed');
  checkOffer(settings, offerOf({ purpose, amount, order, customer, ...(locale !== undefined && { locale }) }), methods);
  const nowMs = settings.now();
  const lifeSeconds = request.expiresInSeconds ?? settings.defaultExpiresInSeconds;
  return {
    id: randomId(),
    rev: 1,
    purpose,
    audience,
    amount,
    order,
    customer,
    ...(locale !== undefined && { locale }),
    ...(methods && { methods }),
    state: { status: 'open' },
    attempts: [],
    createdAtMs: nowMs,
    expiresAtMs: nowMs + lifeSeconds * 1000,
  };
}

function allowedOrigin(field: string, url: string, origins: ReadonlySet<string>): string {
  const refused = (code: string) => new Refusal('return-url-not-allowed', { errors: [{ field, code }] });
  const checked = checkUrl(url);
  if (!checked.ok) throw refused(checked.code);
  if (!origins.has(checked.url.origin)) throw refused('url-host');
  return checked.url.origin;
}

function checkOffer({ providers }: Settings, offer: Offer, wanted: readonly string[] | undefined): void {
  const methods = methodsFor(offer, providers, wanted);
  if (methods.length === 0) throw new Refusal('method-unknown', { errors: [{ field: 'methods', code: 'none-known' }] });
  if (methods.every(({ unavailable }) => unavailable)) refuseHopeless(methods);
  try {
    const usable = methods.filter(({ unavailable }) => !unavailable);
    const offering = new Set(usable.map(({ id }) => providerOf(id, providers)));
    for (const provider of offering) provider?.checkOffer(offer);
  } catch (error) {
    if (!(error instanceof InputRefusal)) throw error;
    throw new Refusal('customer-invalid', { errors: [{ field: error.field, code: error.code }] });
  }
}

/** No method can be used. That may pass (maintenance), unless each one says it is the money itself. */
function refuseHopeless(methods: readonly Method[]): void {
  const codes = methods.map(({ unavailable }) => unavailable?.code ?? '');
  const because = (code: string) => code === 'currency' || code.startsWith('amount-');
  if (!codes.every(because)) return;
  throw new Refusal(codes.every((code) => code === 'currency') ? 'currency-not-allowed' : 'amount-not-allowed');
}
