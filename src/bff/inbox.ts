import { attemptOf, changed } from './attempts.js';
import { change } from './changing.js';
import type { Changed } from './changing.js';
import { hasMoney, messageArrived, referenceFilled, secondPayment } from './messages.js';
import { remembered } from './payout-attempt.js';
import type { ProviderMessage } from './provider.js';
import { randomId } from './random-id.js';
import type { SessionRecord } from './record.js';
import { refundMoment } from './refund-asking.js';
import { refundsChecked } from './refund-news.js';
import type { RefundMessage } from './refund-port.js';
import { refundTold } from './refunds.js';
import type { Settings } from './settings.js';
import type { Change } from './store/store.js';

/** Takes in what providers say, from webhooks and from answers to status questions alike. */
export class Inbox {
  readonly #settings: Settings;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /**
   * Stores a message once, together with its effect. A message for an attempt that this provider does not have is kept
   * for reconciliation.
   *
   * @returns the session after it; undefined when it belongs to none.
   */
  async arrived(provider: string, message: ProviderMessage): Promise<SessionRecord | undefined> {
    const { store, now, log, rules } = this.#settings;
    const kept = { provider, key: message.key, raw: message.raw, receivedAtMs: now() };
    const owner = await store.findByAttempt(message.attemptId);
    const known = owner && attemptOf(owner, message.attemptId)?.method.startsWith(`${provider}:`);
    const facts = { event: 'provider-message', provider, outcome: message.outcome.type };
    if (!known) {
      await store.keepMessage(kept);
      log({ level: 'warn', ...facts, effect: 'unknown-attempt' });
      return undefined;
    }
    const moment = () => ({ nowMs: now(), rules });
    const twice = message.outcome.type === 'paid' && (await this.#paidElsewhere(owner));
    const along: Pick<Change, 'message' | 'recipient'> = { message: kept };
    const effect = (record: SessionRecord) => {
      const next = messageArrived(record, message, moment());
      along.recipient = remembered(next, message.attemptId, provider);
      return next && refundsChecked(twice ? { ...next, state: secondPayment(next) } : next);
    };
    const told = await change(store, owner.id, effect, along);
    const result = told && !told.stored ? await this.#numbered(told, message) : told;
    const paid = told?.stored && message.outcome.type === 'paid';
    const record = paid ? await this.#unlessTwice(told.record) : result?.record;
    const status = record?.state.status;
    const level = status === 'needsAttention' ? 'warn' : 'info';
    log({ level, ...facts, effect: result?.stored ? (status ?? 'none') : 'none' });
    return record;
  }

  /**
   * Stores what a provider says of a refund once, together with its effect; what belongs to nothing here is kept for
   * reconciliation.
   */
  async refundArrived(provider: string, message: RefundMessage): Promise<void> {
    const { store, now, log, providers } = this.#settings;
    const kept = { provider, key: message.key, raw: message.raw, receivedAtMs: now() };
    const facts = { event: 'refund-message', provider, outcome: message.refund.outcome.type };
    const owner = await store.findByAttempt(message.attemptId);
    const known = owner && attemptOf(owner, message.attemptId)?.method.startsWith(`${provider}:`);
    if (!known) {
      await store.keepMessage(kept);
      log({ level: 'warn', ...facts, effect: 'unknown-attempt' });
      return;
    }
    const from = providers.find(({ id }) => id === provider);
    const effect = (record: SessionRecord) => refundTold(record, message, refundMoment(this.#settings, from), randomId);
    const result = await change(store, owner.id, effect, { message: kept });
    const status = result?.record.state.status;
    const level = status === 'needsAttention' ? 'warn' : 'info';
    log({ level, ...facts, effect: result?.stored ? (status ?? 'none') : 'none' });
  }

  /** Fills in the provider's number of the payment when a message that changes nothing is the first to bring it. */
  async #numbered(told: Changed, message: ProviderMessage): Promise<Changed> {
    if (!referenceFilled(told.record, message)) return told;
    const { store } = this.#settings;
    return (await change(store, told.record.id, (record) => referenceFilled(record, message))) ?? told;
  }

  /** True when money came in for another session of the order: two tabs of one basket, each with a checkout. */
  async #paidElsewhere({ id, order, purpose }: SessionRecord): Promise<boolean> {
    if (purpose === 'payout') return false;
    const sessions = await this.#settings.store.findByOrder(order.id);
    return sessions.some((session) => session.id !== id && session.purpose === 'payment' && hasMoney(session));
  }

  /** Looks once more after a payment was written down: another session's may have been at the same moment. */
  async #unlessTwice(record: SessionRecord): Promise<SessionRecord> {
    if (record.state.status !== 'succeeded' || !(await this.#paidElsewhere(record))) return record;
    const twice = (latest: SessionRecord) =>
      latest.state.status === 'succeeded' ? changed(latest, { state: secondPayment(latest) }) : undefined;
    return (await change(this.#settings.store, record.id, twice))?.record ?? record;
  }

  /**
   * Takes the answer to a status question as the message it is: a callback about the same event has the same key, so
   * both count once. Only "still pending, nothing to do" is not kept: a callback for that very state may carry
   * what the buyer has to do, and must not look like a repetition.
   */
  async answered(provider: string, answer: ProviderMessage): Promise<SessionRecord | undefined> {
    const { store, now, rules } = this.#settings;
    const news = answer.outcome.type !== 'pending' || answer.outcome.nextAction !== undefined;
    const record = news ? await this.arrived(provider, answer) : await store.findByAttempt(answer.attemptId);
    if (!record || (news && !isHidden(record, answer))) return record;
    const moment = () => ({ nowMs: now(), rules });
    return (await change(store, record.id, (latest) => messageArrived(latest, answer, moment())))?.record;
  }
}

/**
 * True when the provider says, not for the first time, that money of a payout is back, and an older message that it was
 * sent came in between: an answer says how it is now, whatever has been told when.
 */
function isHidden(record: SessionRecord, { attemptId, outcome }: ProviderMessage): boolean {
  const sent = attemptOf(record, attemptId)?.status === 'succeeded';
  return record.purpose === 'payout' && sent && (outcome.type === 'declined' || outcome.type === 'expired');
}
