import type { Amount } from '../contract/money.js';
import type { BalanceAnswer, PayoutAnswer, PayoutRequest } from '../contract/payout.js';
import type { Asker } from './asking.js';
import { attemptOf } from './attempts.js';
import { checkedChoice, orInvalid } from './choice.js';
import { newRecord, repeated } from './creating.js';
import { repeatable } from './digest.js';
import { errorFacts } from './log.js';
import { toOrderAttempt } from './order-view.js';
import { cancelPayout } from './payout-cancel.js';
import type { KeptAccount } from './payout-port.js';
import { newQuestion } from './payout-question.js';
import { Refusal } from './problem-response.js';
import { newProtection } from './protection.js';
import type { Provider } from './provider.js';
import { randomId } from './random-id.js';
import type { Attempt, SessionRecord } from './record.js';
import type { CheckoutService } from './service.js';
import { sessionEnded } from './session-ended.js';
import type { Settings } from './settings.js';
import { instant } from './to-session.js';
import { confirmed } from './transitions.js';

const SCOPE = 'payouts';
/** Life of a payout for which the shop named none: who gets a link by mail may be away for a while. */
const LIFE_SECONDS = 30 * 86_400;
/** ISO 4217: no currency. What stands for a balance that nobody knows. */
const NO_MONEY: Amount = { value: 0, currency: 'XXX' };

/** What the shop may do with payouts. */
export class PayoutService {
  readonly #settings: Settings;
  readonly #asker: Asker;
  readonly #service: CheckoutService;

  constructor(settings: Settings, asker: Asker, service: CheckoutService) {
    this.#settings = settings;
    this.#asker = asker;
    this.#service = service;
  }

  /**
   * Makes a payout. One with a destination begins at once: its attempt is stored with it, before the provider hears of it,
   * so that it is made exactly once wherever the process stops.
   *
   * @param key the Idempotency-Key: the same request again with it gives the same payout.
   * @throws Refusal `idempotency-key-reused`, `return-url-not-allowed`, `amount-not-allowed`, `currency-not-allowed`,
   *   `method-unknown`, `method-unavailable`, `customer-invalid`, `input-invalid`, `request-invalid`, `unavailable`
   */
  async create(request: PayoutRequest, key: string): Promise<SessionRecord> {
    const { store } = this.#settings;
    const idempotency = { scope: SCOPE, ...(await repeatable(key, request)) };
    const earlier = await repeated(this.#settings, idempotency);
    if (earlier) return earlier;
    const kept = await store.accountsOf(request.customer.id);
    const record = await this.#begun(request, kept);
    const result = await store.create({ record, idempotency });
    if (result === 'stored') return this.#started(record);
    // Only the same key at the same time gets here: ids do not repeat.
    const winner = await repeated(this.#settings, idempotency);
    if (!winner) throw new Refusal('unavailable', { headers: { 'Retry-After': '1' } });
    return winner;
  }

  /**
   * A payout, after what was due for it.
   *
   * @throws Refusal `payout-not-found`
   */
  async read(id: string): Promise<SessionRecord> {
    const record = await this.#settings.store.get(id);
    if (record?.purpose !== 'payout') throw new Refusal('payout-not-found');
    return this.#service.read(id);
  }

  /**
   * Takes a payout back: nobody has chosen yet, or its provider can still call it back. Once more is no error.
   *
   * @throws Refusal `payout-not-found`, `payout-in-progress`, `session-expired`, `session-closed`, `unavailable`
   */
  async cancel(id: string): Promise<SessionRecord> {
    const record = await this.read(id);
    const { status } = record.state;
    if (status === 'canceled') return record;
    if (status !== 'open' && status !== 'pending') throw sessionEnded(record);
    return cancelPayout(this.#settings, record, 'session');
  }

  /** What each provider still has of the shop's money to send; one that does not say is there with a reason. */
  async balance(): Promise<BalanceAnswer> {
    const able = this.#settings.providers.filter(({ payouts }) => payouts?.balance !== undefined);
    const balances = await Promise.all(
      able.map(async (provider) => {
        const available = await this.#balanceOf(provider);
        const unknown = { available: NO_MONEY, unavailable: 'provider-unavailable' };
        return { provider: provider.id, ...(available === 'unknown' ? unknown : { available }) };
      }),
    );
    return { balances };
  }

  async #balanceOf(provider: Provider): Promise<Amount | 'unknown'> {
    try {
      return (await provider.payouts?.balance?.()) ?? 'unknown';
    } catch (error) {
      const { log } = this.#settings;
      log({ level: 'warn', event: 'provider-balance', provider: provider.id, ...errorFacts(error) });
      return 'unknown';
    }
  }

  /** The payout as it is to be stored: open, or with the attempt that the shop wants. */
  async #begun(request: PayoutRequest, kept: Record<string, KeptAccount>): Promise<SessionRecord> {
    const { question, destination, expiresInSeconds = LIFE_SECONDS, ...order } = request;
    const open: SessionRecord = {
      ...newRecord(this.#settings, { ...order, expiresInSeconds }, 'payout'),
      ...(Object.keys(kept).length > 0 && { kept }),
      ...(question && { question: await newQuestion(question) }),
    };
    if (!destination) return open;
    const { provider, ...choice } = checkedChoice(this.#settings.providers, open, destination);
    const { method, protectionDays } = destination;
    const attempt: Attempt = {
      id: randomId(),
      method,
      status: 'starting',
      ...choice,
      startedAtMs: open.createdAtMs,
      asks: 0,
      ...(protectionDays !== undefined && {
        protection: orInvalid(() => newProtection(provider, method, protectionDays)),
      }),
    };
    return { ...confirmed({ ...open, direct: true }, attempt, provider.askAfterMs), rev: 1 };
  }

  async #started(record: SessionRecord): Promise<SessionRecord> {
    const attempt = record.attempts[0];
    return attempt ? this.#asker.start(record, attempt) : record;
  }
}

/** A payout as the shop's server sees it. */
export function toPayoutAnswer(record: SessionRecord): PayoutAnswer {
  const { id, rev, order, state, amount } = record;
  const attempt = 'attempt' in state && state.attempt !== undefined ? attemptOf(record, state.attempt) : undefined;
  return {
    id,
    rev,
    orderId: order.id,
    status: state.status,
    ...('code' in state && { code: state.code }),
    amount,
    createdAt: instant(record.createdAtMs),
    expiresAt: instant(record.expiresAtMs),
    ...(attempt?.destination && { destination: attempt.destination }),
    attempts: record.attempts.map(toOrderAttempt),
  };
}
