import type { Refund, RefundRequest, SettleRefundRequest } from '../contract/refund.js';
import { attemptOf } from './attempts.js';
import { change } from './changing.js';
import { repeatable } from './digest.js';
import { toRefund } from './order-view.js';
import { Refusal } from './problem-response.js';
import type { Provider } from './provider.js';
import { randomId } from './random-id.js';
import type { Attempt, RefundRecord, SessionRecord } from './record.js';
import { refundMoment } from './refund-asking.js';
import type { RefundAsker } from './refund-asking.js';
import { isInFlight } from './refund-owner.js';
import { RefundRefusal } from './refund-port.js';
import type { RefundPlan, Refunds, RefundWish } from './refund-port.js';
import { payments, restOf, wishOf } from './refund-sums.js';
import { refundOf, refundRequested, refundSettled } from './refunds.js';
import type { Settings } from './settings.js';
import type { Change } from './store/store.js';
import { providerOf } from './to-session.js';

const MAX_TRIES = 25;

/** A payment that is to be given back. */
interface Payment {
  record: SessionRecord;
  attempt: Attempt;
  paid: RefundWish['paid'];
}

/** What the shop's server may do about refunds. */
export class RefundService {
  readonly #settings: Settings;
  readonly #asker: RefundAsker;

  constructor(settings: Settings, asker: RefundAsker) {
    this.#settings = settings;
    this.#asker = asker;
  }

  /**
   * Gives a payment back, whole or in part. The refund is stored before the provider hears of it, and never sent twice.
   *
   * @param key an Idempotency-Key: the same request with it again gives the refund as it is now.
   * @throws Refusal `idempotency-key-reused`, `order-not-found`, `order-not-paid`, `payment-ambiguous`,
   *   `request-invalid` for a sum of 0 and for an unknown attempt, `refund-not-supported`, `refund-too-late`,
   *   `currency-not-allowed`, `amount-not-allowed`, `refund-in-progress`, `refund-exceeds-rest`, `unavailable`
   */
  async request(orderId: string, key: string, request: RefundRequest): Promise<Refund> {
    const { store } = this.#settings;
    const scope = `refund:${orderId}`;
    const { amount, attempt = null, reason = null } = request;
    const asked = [amount?.value ?? null, amount?.currency ?? null, attempt, reason];
    const known = { scope, ...(await repeatable(key, asked)) };
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const earlier = await this.#repeated(known);
      if (earlier) return earlier;
      const { record, provider, wish, plan } = await this.#planned(orderId, request);
      const refund = written(wish, plan, request.reason);
      const next = refundRequested(record, refund, refundMoment(this.#settings, provider).askAfterMs);
      // With the refund's id, because a repetition has to find this very one.
      const idempotency = { ...known, fingerprint: `${known.fingerprint} ${refund.id}` };
      if ((await store.change({ record: next, idempotency })) !== 'stored') continue;
      if (plan.type === 'manual') return toRefund(next, refund);
      const after = await this.#asker.send(provider, next, refund, wish);
      return toRefund(after, refundOf(after, refund.id) ?? refund);
    }
    throw new Refusal('unavailable', { headers: { 'Retry-After': '1' } });
  }

  /**
   * Writes down what the shop found out about a refund that it makes itself or that nobody can be asked about. The same
   * again changes nothing.
   *
   * @throws Refusal `order-not-found`, `refund-not-found`, `refund-in-progress`, `refund-settled`, `unavailable`
   */
  async settle(orderId: string, refundId: string, { outcome }: SettleRefundRequest): Promise<Refund> {
    const { store, now, rules } = this.#settings;
    const records = await store.findByOrder(orderId);
    if (records.length === 0) throw new Refusal('order-not-found');
    const owner = records.find((record) => refundOf(record, refundId));
    const result =
      owner &&
      (await change(store, owner.id, (record) => refundSettled(record, refundId, outcome, { nowMs: now(), rules })));
    const refund = result && refundOf(result.record, refundId);
    if (!refund) throw new Refusal('refund-not-found');
    if (refund.status === outcome) return toRefund(result.record, refund);
    const isOver = refund.status === 'succeeded' || refund.status === 'declined';
    throw new Refusal(isOver ? 'refund-settled' : 'refund-in-progress');
  }

  async #repeated({ scope, key, fingerprint }: NonNullable<Change['idempotency']>): Promise<Refund | undefined> {
    const { store } = this.#settings;
    const used = await store.findIdempotency(scope, key);
    if (!used) return undefined;
    const [usedPrint, refundId = ''] = used.fingerprint.split(' ');
    if (usedPrint !== fingerprint) throw new Refusal('idempotency-key-reused');
    const record = await store.get(used.sessionId);
    const refund = record && refundOf(record, refundId);
    return refund && toRefund(record, refund);
  }

  /** The payment that is meant. */
  async #payment(orderId: string, attemptId: string | undefined): Promise<Payment> {
    const all = await this.#settings.store.findByOrder(orderId);
    const records = all.filter(({ purpose }) => purpose === 'payment');
    if (records.length === 0) throw new Refusal('order-not-found');
    if (attemptId !== undefined && !records.some((record) => attemptOf(record, attemptId))) {
      throw new Refusal('request-invalid', { errors: [{ field: 'attempt', code: 'unknown' }] });
    }
    const paid = records.flatMap((record) => payments(record).map((payment) => ({ record, ...payment })));
    const meant = paid.filter(({ attempt }) => attemptId === undefined || attempt.id === attemptId);
    const [payment] = meant;
    if (!payment) throw new Refusal('order-not-paid');
    if (meant.length > 1) throw new Refusal('payment-ambiguous');
    return payment;
  }

  async #planned(
    orderId: string,
    { amount: wanted, attempt: attemptId }: RefundRequest,
  ): Promise<{ record: SessionRecord; provider: Provider; wish: RefundWish; plan: RefundPlan }> {
    const payment = await this.#payment(orderId, attemptId);
    const { record, attempt, paid } = payment;
    const provider = providerOf(attempt.method, this.#settings.providers);
    if (!provider?.refunds) throw new Refusal('refund-not-supported');
    if (wanted?.value === 0) {
      throw new Refusal('request-invalid', { errors: [{ field: 'amount.value', code: 'too-small' }] });
    }
    if (wanted && wanted.currency !== paid.currency) throw new Refusal('currency-not-allowed');
    const others = (record.refunds ?? []).filter((refund) => refund.attempt === attempt.id);
    if (others.some(isInFlight)) throw new Refusal('refund-in-progress');
    const rest = restOf(record, attempt.id, paid);
    const amount = wanted ?? rest;
    if (amount.value > rest.value || rest.value === 0) throw new Refusal('refund-exceeds-rest');
    const wish = wishOf(record, payment, amount, this.#settings.now());
    return { record, provider, wish, plan: planOf(provider.refunds, wish) };
  }
}

/** How the provider's rules have it made. @throws Refusal */
function planOf(refunds: Refunds, wish: RefundWish): RefundPlan {
  try {
    return refunds.plan(wish);
  } catch (error) {
    if (error instanceof RefundRefusal) throw new Refusal(error.code);
    throw error;
  }
}

function written({ attempt, amount, nowMs }: RefundWish, plan: RefundPlan, reason: string | undefined): RefundRecord {
  return {
    id: randomId(),
    attempt: attempt.id,
    amount,
    status: plan.type === 'manual' ? 'manual' : 'starting',
    origin: 'shop',
    createdAtMs: nowMs,
    ...(reason !== undefined && { reason }),
    ...(plan.type === 'manual' && { manual: plan.manual }),
    asks: 0,
  };
}
