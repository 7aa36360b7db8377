import type { Amount } from '../contract/money.js';
import type { Method, Session } from '../contract/session.js';
import type { OrderAnswer } from '../contract/requests.js';
import { attemptOf } from './attempts.js';
import { deviceOf } from './device.js';
import type { Offer, Provider } from './provider.js';
import type { Attempt, SessionRecord } from './record.js';

const instant = (ms: number) => new Date(ms).toISOString();

/** What the providers get to know of a session. @param device what the buyer's browser runs on, if that is known */
export function offerOf(
  { amount, order, customer, locale }: Pick<SessionRecord, 'amount' | 'order' | 'customer' | 'locale'>,
  device = deviceOf(customer.userAgent),
): Offer {
  return { amount, order, customer, ...(locale !== undefined && { locale }), ...(device && { device }) };
}

/** The provider whose namespace a method id has (`monetix:webmoney` → `monetix`). */
export function providerOf(method: string, providers: readonly Provider[]): Provider | undefined {
  return providers.find((provider) => method.startsWith(`${provider.id}:`));
}

/** Every method of every provider for this offer; with `wanted` only those, in its order. */
export function methodsFor(offer: Offer, providers: readonly Provider[], wanted?: readonly string[]): Method[] {
  const all = providers.flatMap((provider) => provider.methods(offer));
  if (!wanted) return all;
  return [...new Set(wanted)].flatMap((id) => all.filter((method) => method.id === id));
}

/** The session as the browser may see it, with the methods as they are at `nowMs`. */
export function toSession(record: SessionRecord, providers: readonly Provider[], nowMs: number): Session {
  const { id, rev, purpose, amount, order, locale, state } = record;
  const common = {
    id,
    rev,
    purpose,
    amount,
    order,
    ...(locale !== undefined && { locale }),
    methods: methodsFor(offerOf(record), providers, record.methods),
    issuedAt: instant(nowMs),
    expiresAt: instant(record.expiresAtMs),
  };
  const attempt = 'attempt' in state && state.attempt !== undefined ? attemptOf(record, state.attempt) : undefined;
  const method = attempt && { method: attempt.method };
  switch (state.status) {
    case 'open':
    case 'canceled':
      return { ...common, ...state };
    case 'pending':
      return {
        ...common,
        ...state,
        method: attempt?.method ?? '',
        ...(attempt && { startedAt: instant(attempt.startedAtMs) }),
        nextAction: attempt?.nextAction ?? { type: 'wait' },
      };
    case 'succeeded':
      return { ...common, ...paidFacts(attempt), ...otherSum(attempt), status: 'succeeded' };
    case 'needsAttention':
      return { ...common, ...paidFacts(attempt), ...otherSum(attempt), status: 'needsAttention', code: state.code };
    case 'failed':
      return { ...common, ...method, status: 'failed', code: state.code };
    case 'expired':
      return { ...common, ...method, status: 'expired' };
  }
}

/** What came in for an attempt, where that was another sum than the one asked for. */
function otherSum(attempt: Attempt | undefined): { received?: Amount } {
  return attempt?.received ? { received: attempt.received } : {};
}

function paidFacts(attempt: Attempt | undefined): { method?: string; paidAt?: string; reference?: string } {
  if (!attempt) return {};
  const { method, paidAtMs, reference } = attempt;
  return {
    method,
    ...(paidAtMs !== undefined && { paidAt: instant(paidAtMs) }),
    ...(reference !== undefined && { reference }),
  };
}

/** Every session of an order as the shop's server sees it, in the order given. */
export function toOrderAnswer(orderId: string, records: readonly SessionRecord[]): OrderAnswer {
  const sessions = records.map((record) => ({
    id: record.id,
    orderId: record.order.id,
    purpose: record.purpose,
    rev: record.rev,
    status: record.state.status,
    ...('code' in record.state && { code: record.state.code }),
    amount: record.amount,
    createdAt: instant(record.createdAtMs),
    expiresAt: instant(record.expiresAtMs),
    attempts: record.attempts.map(({ id, method, status, startedAtMs, ...facts }) => ({
      id,
      method,
      status,
      startedAt: instant(startedAtMs),
      ...(facts.reference !== undefined && { reference: facts.reference }),
      ...(facts.received && { received: facts.received }),
      ...(facts.code !== undefined && { code: facts.code }),
      ...(facts.providerCode !== undefined && { providerCode: facts.providerCode }),
    })),
    refunds: [],
  }));
  return { orderId, sessions };
}
