import { attemptOf, currentAttempt } from './attempts.js';
import { change } from './changing.js';
import type { Inbox } from './inbox.js';
import { errorFacts } from './log.js';
import { InputRefusal } from './provider.js';
import { heardSince, overdueAtMs } from './overdue.js';
import { isUnderWay, remembered } from './payout-attempt.js';
import { payoutUnknown } from './payout-life.js';
import { forgetCode } from './protection.js';
import type { Provider, ProviderMessage, Start, StartOutcome } from './provider.js';
import type { Attempt, SessionRecord } from './record.js';
import type { RefundAsker } from './refund-asking.js';
import type { Settings } from './settings.js';
import type { Change } from './store/store.js';
import { offerOf, providerOf } from './to-session.js';
import {
  askClaimed,
  askUnanswered,
  attemptOverdue,
  restartClaimed,
  sessionExpired,
  startAnswered,
} from './transitions.js';

const SWEEP_LIMIT = 100;
const SWEEP_LANES = 8;
/** A reader is kept waiting for a provider no longer than this, milliseconds. Well below what browsers are patient for. */
const READ_PATIENCE_MS = 4000;

/**
 * Everything that happens without a buyer or a provider calling: attempts are started (again, after a crash), providers
 * are asked about attempts that are due, sessions past their end expire.
 */
export class Asker {
  readonly #settings: Settings;
  readonly #inbox: Inbox;
  readonly #refunds: RefundAsker;
  /** Attempts this process is talking with a provider about, so that it never does so twice at once. */
  readonly #busy = new Set<string>();
  /** Looks for readers that have not ended; not every reader waits for that. */
  readonly #looks = new Set<Promise<unknown>>();
  #stopped = false;

  constructor(settings: Settings, inbox: Inbox, refunds: RefundAsker) {
    this.#settings = settings;
    this.#inbox = inbox;
    this.#refunds = refunds;
  }

  /** Sends a stored attempt to its provider and stores the answer. @returns the session after it. */
  async start(record: SessionRecord, attempt: Attempt): Promise<SessionRecord> {
    this.#busy.add(attempt.id);
    try {
      return await this.#send(record, attempt);
    } finally {
      this.#busy.delete(attempt.id);
    }
  }

  /** True when {@link look} for the buyer has something to do. */
  isDue(record: SessionRecord): boolean {
    const nowMs = this.#settings.now();
    const lives = record.state.status === 'open' || (record.state.status === 'pending' && !isUnderWay(record));
    const ended = nowMs >= record.expiresAtMs && lives;
    const attempt = currentAttempt(record);
    const overdue = (attempt && overdueAtMs(attempt)) ?? Infinity;
    return ended || (attempt?.askAtMs ?? Infinity) <= nowMs || overdue <= nowMs;
  }

  /**
   * Does what is due for one session.
   *
   * @param which `current` leaves out attempts that were given up: no buyer waits for them.
   */
  async look(record: SessionRecord, which: 'all' | 'current'): Promise<SessionRecord> {
    const nowMs = this.#settings.now();
    const candidates = which === 'all' ? record.attempts : [currentAttempt(record)];
    let latest = await forgetCode(this.#settings, record);
    let asked: string | undefined;
    for (const attempt of candidates) {
      if (!attempt || (attempt.askAtMs ?? Infinity) > nowMs) continue;
      if (attempt.cannotAsk && attempt.status !== 'starting') continue;
      const answer = await this.#ask(record.id, attempt.id, false);
      latest = answer ?? latest;
      if (answer && attempt.id === currentAttempt(record)?.id) asked = attempt.id;
    }
    return this.#expire(await this.#overdue(latest, asked), asked);
  }

  /** The same for a reader: of what takes long it hears when it comes. */
  async lookBriefly(record: SessionRecord): Promise<void> {
    const { timers } = this.#settings;
    const work = this.look(record, 'current');
    const kept = work.catch(() => undefined).finally(() => this.#looks.delete(kept));
    this.#looks.add(kept);
    let handle: unknown;
    const patience = new Promise((resolve) => (handle = timers.set(() => resolve(undefined), READ_PATIENCE_MS)));
    try {
      await Promise.race([work, patience]);
    } finally {
      timers.clear(handle);
    }
  }

  /** Begins nothing new in a sweep. */
  stop(): void {
    this.#stopped = true;
  }

  /** Resolves when what was looked at for readers is done, whether or not they waited for it. */
  async idle(): Promise<void> {
    await Promise.all(this.#looks);
  }

  /** Looks at every session that has something due. One that fails does not hold up the others. */
  async sweep(): Promise<void> {
    const queue = await this.#settings.store.due(this.#settings.now(), SWEEP_LIMIT);
    const lane = async () => {
      for (let record = queue.shift(); record && !this.#stopped; record = queue.shift()) {
        try {
          await this.look(record, 'all');
          await this.#refunds.look(record);
        } catch (error) {
          this.#settings.log({ level: 'error', event: 'sweep', ...errorFacts(error) });
        }
      }
    };
    await Promise.all(Array.from({ length: SWEEP_LANES }, lane));
  }

  /** Ends the attempt under way when its deadline has passed unpaid. */
  async #overdue(record: SessionRecord, asked: string | undefined): Promise<SessionRecord> {
    const { store, now, rules } = this.#settings;
    const ended = await change(store, record.id, (latest) => attemptOverdue(latest, { nowMs: now(), rules }, asked));
    return ended?.record ?? record;
  }

  /** Ends a session past its time; a pending one only after its provider was asked once more. */
  async #expire(record: SessionRecord, asked: string | undefined): Promise<SessionRecord> {
    const { store, now } = this.#settings;
    if (now() < record.expiresAtMs || isUnderWay(record)) return record;
    const attempt = currentAttempt(record);
    let latest = record;
    if (attempt && !attempt.cannotAsk) {
      // One that was silent at its end is asked again when that is due.
      const later = attempt.id !== asked && (attempt.silentAtMs ?? 0) >= record.expiresAtMs;
      const answer = later || attempt.id === asked ? record : await this.#ask(record.id, attempt.id, true);
      if (!answer) return record;
      latest = answer;
      const still = currentAttempt(latest);
      if (still?.id === attempt.id && !heardSince(record.expiresAtMs, still, now(), !later)) return latest;
    }
    // An attempt made in between is to be asked about first.
    const ended = await change(store, latest.id, (newest) =>
      currentAttempt(newest)?.id === attempt?.id ? sessionExpired(newest, now()) : undefined,
    );
    return ended?.record ?? latest;
  }

  /** @returns the session after the answer; undefined when the attempt was not to be asked about (yet). */
  async #ask(sessionId: string, attemptId: string, force: boolean): Promise<SessionRecord | undefined> {
    if (this.#busy.has(attemptId)) return undefined;
    this.#busy.add(attemptId);
    try {
      const { store, now, rules } = this.#settings;
      const claim = await change(store, sessionId, (record) =>
        askClaimed(record, attemptId, { nowMs: now(), rules }, force),
      );
      const attempt = claim?.stored ? attemptOf(claim.record, attemptId) : undefined;
      return claim && attempt ? await this.#answered(claim.record, attempt) : undefined;
    } finally {
      this.#busy.delete(attemptId);
    }
  }

  async #answered(record: SessionRecord, attempt: Attempt): Promise<SessionRecord> {
    const provider = providerOf(attempt.method, this.#settings.providers);
    const answer = provider ? await this.#question(provider, attempt) : 'unknown';
    if (provider && typeof answer === 'object') {
      if (answer.attemptId !== attempt.id) return record;
      return (await this.#inbox.answered(provider.id, answer)) ?? record;
    }
    const { store, now, rules } = this.#settings;
    if (answer === 'unknown') {
      const silent = await change(store, record.id, (one) => askUnanswered(one, attempt.id, { nowMs: now(), rules }));
      return silent?.record ?? record;
    }
    const inTime = now() < record.expiresAtMs || isUnderWay(record);
    if (attempt.status === 'starting') return inTime ? this.#sendAgain(record, attempt) : record;
    const after = await change(store, record.id, (latest) => payoutUnknown(latest, attempt.id, now()));
    return after?.record ?? record;
  }

  async #sendAgain(record: SessionRecord, attempt: Attempt): Promise<SessionRecord> {
    const { store, now } = this.#settings;
    const claim = await change(store, record.id, (latest) => restartClaimed(latest, attempt, now()));
    return claim?.stored ? this.#send(claim.record, attempt) : (claim?.record ?? record);
  }

  async #question(provider: Provider, attempt: Attempt): Promise<ProviderMessage | 'not-found' | 'unknown'> {
    const { log } = this.#settings;
    try {
      // One that can't be asked keeps nothing of a start: it is made again.
      const answer = attempt.cannotAsk ? 'not-found' : await provider.ask(attempt);
      const said = typeof answer === 'string' ? answer : answer.outcome.type;
      log({ level: 'info', event: 'provider-ask', provider: provider.id, answer: said, asks: attempt.asks });
      return answer;
    } catch (error) {
      log({ level: 'warn', event: 'provider-ask', provider: provider.id, ...errorFacts(error) });
      return 'unknown';
    }
  }

  async #send(record: SessionRecord, attempt: Attempt): Promise<SessionRecord> {
    const { store, providers, now, rules } = this.#settings;
    const provider = providerOf(attempt.method, providers);
    if (!provider) return record;
    const outcome = await this.#startedAt(provider, record, attempt);
    const along: Pick<Change, 'message' | 'recipient'> = {};
    const answered = (latest: SessionRecord) => {
      const next = startAnswered(latest, attempt.id, outcome, { nowMs: now(), rules }, provider.askAfterMs);
      along.recipient = remembered(next, attempt.id, provider.id);
      return next;
    };
    const after = await change(store, record.id, answered, along);
    return after?.record ?? record;
  }

  async #startedAt(provider: Provider, record: SessionRecord, attempt: Attempt): Promise<StartOutcome> {
    const { log } = this.#settings;
    try {
      const outcome = await provider.start(this.#startOf(provider, record, attempt));
      log({ level: 'info', event: 'provider-start', provider: provider.id, outcome: outcome.type });
      return outcome;
    } catch (error) {
      log({ level: 'warn', event: 'provider-start', provider: provider.id, ...errorFacts(error) });
      // Data that the provider's own check refuses never left this server.
      return error instanceof InputRefusal ? { type: 'refused', code: 'provider-refused' } : { type: 'unknown' };
    }
  }

  #startOf(provider: Provider, record: SessionRecord, attempt: Attempt): Start {
    const { issuer } = this.#settings;
    const offer = offerOf(record);
    const device = attempt.device ?? offer.device;
    const kept = record.kept?.[provider.id];
    const returns = (hint: string) => `${issuer}/returns/${provider.id}?attempt=${attempt.id}&hint=${hint}`;
    return {
      ...offer,
      ...(device && { device }),
      attempt,
      returnUrls: {
        success: returns('success'),
        decline: returns('decline'),
        return: returns('return'),
        cancel: returns('cancel'),
      },
      webhookUrl: `${issuer}/webhooks/${provider.id}`,
      ...(attempt.ipAddress !== undefined && { ipAddress: attempt.ipAddress }),
      expiresAtMs: record.expiresAtMs,
      ...(kept && { kept }),
    };
  }
}
