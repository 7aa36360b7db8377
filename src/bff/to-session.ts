import type { Amount } from '../contract/money.js';
import type { Method, Session } from '../contract/session.js';
import { attemptOf } from './attempts.js';
import { deviceOf } from './device.js';
import { isAnswered, payoutFacts } from './payout-facts.js';
import type { Offer, Provider } from './provider.js';
import type { Attempt, SessionRecord } from './record.js';
import { shownState } from './shown-state.js';

/** An instant (epoch milliseconds) as it stands on our wire. */
export const instant = (ms: number) => new Date(ms).toISOString();

/** What the providers get to know of a session. @param device what the buyer's browser runs on, if that is known */
export function offerOf(
  { purpose, amount, order, customer, locale }: Omit<Offer, 'device'>,
  device = deviceOf(customer.userAgent),
): Offer {
  const payout = purpose === 'payout' && { purpose };
  return { ...payout, amount, order, customer, ...(locale !== undefined && { locale }), ...(device && { device }) };
}

/** The provider whose namespace a method id has (`monetix:webmoney` → `monetix`). */
export function providerOf(method: string, providers: readonly Provider[]): Provider | undefined {
  return providers.find((provider) => method.startsWith(`${provider.id}:`));
}

/**
 * Every method of every provider for this offer; with `wanted` only those, in its order. Providers list methods by the
 * offer's purpose; one that pays nothing out is not asked about a payout.
 */
export function methodsFor(offer: Offer, providers: readonly Provider[], wanted?: readonly string[]): Method[] {
  const able = offer.purpose === 'payout' ? providers.filter(({ payouts }) => payouts) : providers;
  const all = able.flatMap((provider) => provider.methods(offer));
  if (!wanted) return all;
  return [...new Set(wanted)].flatMap((id) => all.filter((method) => method.id === id));
}

/** The session as the browser may see it, with the methods as they are at `nowMs`. */
export function toSession(record: SessionRecord, providers: readonly Provider[], nowMs: number): Session {
  const { id, rev, purpose, amount, order, locale } = record;
  const state = shownState(record);
  const methods = methodsFor(offerOf(record), providers, record.methods);
  const common = {
    id,
    rev,
    purpose,
    amount,
    order,
    ...(locale !== undefined && { locale }),
    methods,
    ...(purpose === 'payout' && { payout: payoutFacts(record, providers, methods) }),
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
        nextAction: (isAnswered(record) && attempt?.nextAction) || { type: 'wait' },
      };
    case 'succeeded':
      return { ...common, ...paidFacts(attempt), ...otherSum(attempt), status: 'succeeded' };
    case 'refunded':
      return { ...common, ...paidFacts(attempt), status: 'refunded' };
    case 'partiallyRefunded':
      return { ...common, ...paidFacts(attempt), status: 'partiallyRefunded', refunded: state.refunded };
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
