import { attemptOf } from './attempts.js';
import { change } from './changing.js';
import { errorFacts } from './log.js';
import type { Provider } from './provider.js';
import { randomId } from './random-id.js';
import type { Attempt, RefundRecord, SessionRecord } from './record.js';
import type { RefundMoment } from './refund-news.js';
import { RefundRefusal } from './refund-port.js';
import type { RefundMessage, RefundOutcome, RefundWish } from './refund-port.js';
import { refundAnswered, refundAskClaimed, refundOf, refundsListed } from './refunds.js';
import type { Settings } from './settings.js';
import { providerOf } from './to-session.js';

/** The moment of a transition of one of this provider's refunds. */
export function refundMoment({ now, rules }: Settings, provider: Provider | undefined): RefundMoment {
  return { nowMs: now(), rules, askAfterMs: provider?.refunds?.ask && (provider.askAfterMs ?? 0) };
}

/** Talks with providers about refunds: sends each once, and asks until it is known what became of it. */
export class RefundAsker {
  readonly #settings: Settings;
  /** Refunds this process is talking with a provider about. */
  readonly #busy = new Set<string>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Sends a stored refund to its provider and stores the answer. @returns the session after it */
  async send(
    provider: Provider,
    record: SessionRecord,
    refund: RefundRecord,
    wish: RefundWish,
  ): Promise<SessionRecord> {
    this.#busy.add(refund.id);
    try {
      const outcome = await this.#outcome(provider, refund, wish);
      const after = await change(this.#settings.store, record.id, (latest) =>
        refundAnswered(latest, refund.id, outcome, refundMoment(this.#settings, provider)),
      );
      return after?.record ?? record;
    } finally {
      this.#busy.delete(refund.id);
    }
  }

  /** Asks about the refunds of a session that are due. */
  async look({ id, refunds = [] }: SessionRecord): Promise<void> {
    for (const refund of refunds) {
      if ((refund.askAtMs ?? Infinity) > this.#settings.now() || this.#busy.has(refund.id)) continue;
      this.#busy.add(refund.id);
      try {
        await this.#ask(id, refund.id);
      } finally {
        this.#busy.delete(refund.id);
      }
    }
  }

  async #outcome({ id, refunds }: Provider, refund: RefundRecord, wish: RefundWish): Promise<RefundOutcome> {
    const { log, issuer } = this.#settings;
    const { reason } = refund;
    const webhookUrl = `${issuer}/webhooks/${id}`;
    try {
      const start = { ...wish, id: refund.id, webhookUrl, ...(reason !== undefined && { reason }) };
      const outcome: RefundOutcome = (await refunds?.start(start)) ?? { type: 'unknown' };
      log({ level: 'info', event: 'refund-start', provider: id, outcome: outcome.type });
      return outcome;
    } catch (error) {
      log({ level: 'warn', event: 'refund-start', provider: id, ...errorFacts(error) });
      // What the provider's own check refuses never left this server.
      return error instanceof RefundRefusal ? { type: 'declined', code: 'provider-refused' } : { type: 'unknown' };
    }
  }

  async #ask(sessionId: string, refundId: string): Promise<void> {
    const { store } = this.#settings;
    const claim = await change(store, sessionId, (record) =>
      refundAskClaimed(record, refundId, refundMoment(this.#settings, this.#payment(record, refundId).provider)),
    );
    const { attempt, provider } = claim?.stored ? this.#payment(claim.record, refundId) : {};
    if (!attempt || !provider?.refunds?.ask) return;
    const answer = await this.#question(provider, attempt);
    await change(store, sessionId, (record) =>
      refundsListed(record, refundId, answer, refundMoment(this.#settings, provider), randomId),
    );
    // Told with their effect already, so that a callback about the same event is no news.
    for (const { key, raw } of answer === 'unknown' ? [] : answer) {
      await store.keepMessage({ provider: provider.id, key, raw, receivedAtMs: this.#settings.now() });
    }
  }

  /** The payment that a refund gives back, and its provider. */
  #payment(
    record: SessionRecord,
    refundId: string,
  ): { attempt?: Attempt | undefined; provider?: Provider | undefined } {
    const attempt = attemptOf(record, refundOf(record, refundId)?.attempt ?? '');
    return { attempt, provider: attempt && providerOf(attempt.method, this.#settings.providers) };
  }

  async #question(provider: Provider, attempt: Attempt): Promise<RefundMessage[] | 'unknown'> {
    const { log } = this.#settings;
    try {
      const answer = (await provider.refunds?.ask?.(attempt)) ?? 'unknown';
      const said = answer === 'unknown' ? answer : answer.length;
      log({ level: 'info', event: 'refund-ask', provider: provider.id, answer: said });
      return answer === 'unknown' ? answer : answer.filter(({ attemptId }) => attemptId === attempt.id);
    } catch (error) {
      log({ level: 'warn', event: 'refund-ask', provider: provider.id, ...errorFacts(error) });
      return 'unknown';
    }
  }
}
