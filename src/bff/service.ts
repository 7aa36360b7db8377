import type { CancelRequest, ConfirmRequest } from '../contract/requests.js';
import type { Asker } from './asking.js';
import { attemptOf, currentAttempt } from './attempts.js';
import { change } from './changing.js';
import { checkedChoice } from './choice.js';
import { refusePaidOrder } from './creating.js';
import { repeatable } from './digest.js';
import { recipientCancels } from './payout-cancel.js';
import { answered } from './payout-question.js';
import { Refusal } from './problem-response.js';
import type { Device, Provider, ReturnHint } from './provider.js';
import { randomId } from './random-id.js';
import type { Attempt, SessionRecord } from './record.js';
import { sessionEnded } from './session-ended.js';
import type { Settings } from './settings.js';
import { providerOf } from './to-session.js';
import { attemptCanceled, buyerLeft, buyerReturned, confirmed, sessionCanceled } from './transitions.js';

const MAX_TRIES = 25;

/** What a buyer may do with a session. Every method gives the session as it is afterwards. */
export class CheckoutService {
  readonly #settings: Settings;
  readonly #asker: Asker;

  constructor(settings: Settings, asker: Asker) {
    this.#settings = settings;
    this.#asker = asker;
  }

  /**
   * The session, after what was due for it.
   *
   * @throws Refusal `session-not-found`
   */
  async read(sessionId: string): Promise<SessionRecord> {
    const record = await this.#settings.store.get(sessionId);
    if (!record) throw new Refusal('session-not-found');
    return this.#upToDate(record);
  }

  /** Every session of an order, newest first, each after what was due for it. */
  async order(orderId: string): Promise<SessionRecord[]> {
    const records = await this.#settings.store.findByOrder(orderId);
    return Promise.all(records.map((record) => this.#upToDate(record)));
  }

  /**
   * Starts an attempt with the chosen method. The attempt is stored before the provider hears of it and the answer after,
   * so that nothing is lost wherever the process stops.
   *
   * @param key the Idempotency-Key of this press: the same one again gives the session and starts nothing.
   * @throws Refusal `session-not-found`, `idempotency-key-reused`, `attempt-in-progress`, `session-expired`,
   *   `session-closed`, `method-unknown`, `method-unavailable`, `input-invalid`, `order-exists`, `answer-missing`,
   *   `answer-wrong`, `unavailable`
   */
  async confirm(
    sessionId: string,
    key: string,
    wish: ConfirmRequest,
    { ipAddress, device }: { ipAddress?: string | undefined; device?: Device | undefined },
  ): Promise<SessionRecord> {
    const { store, now } = this.#settings;
    const scope = `confirm:${sessionId}`;
    const sorted = Object.entries(wish.input ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    const idempotency = { scope, ...(await repeatable(key, [wish.method, sorted])) };
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const found = await this.read(sessionId);
      const used = await store.findIdempotency(scope, idempotency.key);
      if (used && used.fingerprint !== idempotency.fingerprint) throw new Refusal('idempotency-key-reused');
      if (used) return this.read(sessionId);
      refuseUnlessOpen(found);
      const record = await answered(this.#settings, found, wish.answer);
      // The same press, sent twice, was faster; or others have guessed too often.
      if (record.state.status !== 'open') continue;
      const { provider, ...choice } = checkedChoice(this.#settings.providers, record, wish, device);
      if (record.purpose === 'payment') await refusePaidOrder(this.#settings, record.order.id);
      const attempt: Attempt = {
        id: randomId(),
        method: wish.method,
        status: 'starting',
        ...choice,
        startedAtMs: now(),
        asks: 0,
        ...(ipAddress !== undefined && { ipAddress }),
        ...(device && { device }),
      };
      const next = confirmed(record, attempt, provider.askAfterMs);
      const result = await store.change({ record: next, idempotency });
      if (result === 'stored') return this.#asker.start(next, attemptOf(next, attempt.id) ?? attempt);
    }
    throw new Refusal('unavailable', { headers: { 'Retry-After': '1' } });
  }

  /**
   * Gives up the attempt under way, or the whole checkout; of a payout never more than the attempt. Giving up what is not
   * there any more is no error.
   *
   * @param key an Idempotency-Key: the same one again, late on its way, gives up no attempt that was made since.
   * @throws Refusal `session-not-found`, `idempotency-key-reused`, `session-expired`, `session-closed`,
   *   `attempt-in-progress` when a part has been paid, `payout-in-progress` when money is on its way out and can't be
   *   called back by the recipient, `answer-missing`, `answer-wrong`, `unavailable`
   */
  async cancel(sessionId: string, { scope = 'session', answer }: CancelRequest, key?: string): Promise<SessionRecord> {
    const { store, now, rules } = this.#settings;
    const record = await this.read(sessionId);
    const known = key === undefined ? undefined : await repeatable(key, scope);
    const idempotency = known && { scope: `cancel:${sessionId}`, ...known };
    const used = idempotency && (await store.findIdempotency(idempotency.scope, idempotency.key));
    if (used && used.fingerprint !== idempotency?.fingerprint) throw new Refusal('idempotency-key-reused');
    if (used) return record;
    const { status } = record.state;
    if (status === 'canceled' && scope === 'session') return record;
    if (status !== 'open' && status !== 'pending') throw sessionEnded(record);
    if (record.purpose === 'payout') {
      return recipientCancels(this.#settings, record, answer, idempotency && { idempotency });
    }
    const givenUp = (latest: SessionRecord) => {
      // Giving up what has been paid in part would lose that part.
      if (currentAttempt(latest)?.received) throw new Refusal('attempt-in-progress');
      return scope === 'session' ? sessionCanceled(latest, now()) : attemptCanceled(latest, { nowMs: now(), rules });
    };
    const result = await change(store, sessionId, givenUp, idempotency && { idempotency });
    return result?.record ?? record;
  }

  /**
   * The buyer's browser came back from a provider. It proves nothing, so it only brings the status question forward, or
   * the choice back.
   *
   * @throws Refusal `not-found` when no attempt of this provider is meant, `unavailable`
   */
  async returned(provider: Provider, { attemptId, hint }: ReturnHint): Promise<SessionRecord> {
    const { store, now, rules } = this.#settings;
    const owner = await store.findByAttempt(attemptId);
    const attempt = owner && attemptOf(owner, attemptId);
    if (!owner || providerOf(attempt?.method ?? '', [provider]) === undefined) throw new Refusal('not-found');
    if (hint === 'return') return owner;
    const result = await change(store, owner.id, (record) =>
      hint === 'cancel'
        ? buyerLeft(record, attemptId, { nowMs: now(), rules })
        : buyerReturned(record, { attemptId, hint }, now()),
    );
    return result?.record ?? owner;
  }

  async #upToDate(record: SessionRecord): Promise<SessionRecord> {
    if (!this.#asker.isDue(record)) return record;
    await this.#asker.lookBriefly(record);
    // While a provider was asked its callback may have come.
    return (await this.#settings.store.get(record.id)) ?? record;
  }
}

/** @throws Refusal `attempt-in-progress`, `session-expired`, `session-closed` */
function refuseUnlessOpen(record: SessionRecord): void {
  if (record.state.status === 'pending') throw new Refusal('attempt-in-progress');
  if (record.state.status !== 'open') throw sessionEnded(record);
}
