import type { ConfirmRequest } from '../../src/contract/requests.js';
import type { Attempt, RefundRecord, SessionRecord } from '../../src/bff/record.js';
import { attemptOf, currentAttempt } from '../../src/bff/attempts.js';
import { dice } from '../bff/dice.js';
import { orderBody, payAt, payWayOf, usd, wishFor, yen } from './buyer.js';
import type { PayWay } from './buyer.js';
import { account, AMAZON, ATM, AU_PAY, BANK, cashWith, charge, oweBody, POST_BANK, Z_PURSE } from './recipient.js';
import { Servers } from './servers.js';
import { givenBack } from './sums.js';
import { MONETIX, PageRefusal, SBPS, Town } from './town.js';

/** What a life was like. */
export interface MoneyLife {
  moves: number;
  paid: number;
  refunds: number;
  payouts: number;
  /** Payouts that arrived. */
  sent: number;
  /** Attempts to pay out that did not arrive. */
  back: number;
  attention: number;
}

/** A shop, its buyers and those whom it owes money, with everything that may happen drawn by lot. */
export class Shop {
  readonly life: MoneyLife = { moves: 0, paid: 0, refunds: 0, payouts: 0, sent: 0, back: 0, attention: 0 };
  readonly town: Town;
  readonly roll: () => number;
  readonly servers: Servers;
  calm = false;
  #asked = { orders: 0, payouts: 0 };
  /** What people have done at the providers' pages: by attempt, and by refund with what came of it. */
  #done = new Set<string>();
  #settled = new Map<string, 'succeeded' | 'declined'>();
  #codes = new Map<string, string>();

  constructor(seed: number) {
    this.roll = dice(seed);
    const protectedWait = this.pick('awaiting customer action' as const, 'processing' as const, 'success' as const);
    this.town = new Town({ monetix: { protectedWait }, gmo: { atmNumbers: this.pick('in-answer', 'on-page') } });
    const strike = () =>
      !this.calm && this.roll() < 0.012 ? this.pick('before' as const, 'after' as const) : undefined;
    this.town.loses = () => !this.calm && this.roll() < 0.04;
    this.servers = new Servers(this.town, strike, (...desks) => this.pick(...desks));
  }

  pick<T>(...all: T[]): T {
    return all[Math.floor(this.roll() * all.length)] as T;
  }

  records(): Promise<SessionRecord[]> {
    return this.town.store.recent(99);
  }

  /** At a provider's page, which may not take it any more. */
  async #there(work: () => Promise<unknown>): Promise<void> {
    await work().catch((error: unknown) => {
      if (!(error instanceof PageRefusal)) throw error;
    });
  }

  async order(): Promise<void> {
    if (this.#asked.orders >= 4) return;
    const order = `order-${(this.#asked.orders += 1)}`;
    const amount = this.roll() < 0.5 ? usd(60_000) : yen(8420);
    // Some baskets are open in two tabs.
    for (let tab = this.roll() < 0.15 ? 2 : 1; tab > 0; tab -= 1) {
      await this.servers.shop('/sessions', orderBody(order, amount));
    }
  }

  /** A buyer does the next thing. */
  async buy(): Promise<void> {
    const open = (await this.records()).filter(
      (one) => one.purpose === 'payment' && /open|pending/.test(one.state.status),
    );
    const record = this.pick(...open);
    if (!record) return;
    const attempt = currentAttempt(record);
    if (!attempt) {
      const ways: PayWay[] = record.amount.currency === 'USD' ? ['light', 'classic'] : ['alipay', 'webmoney'];
      const wish = wishFor(this.pick(...ways));
      await this.servers.at((till) => till.confirm(record.id, wish, this.town.key()));
    } else if (this.roll() < 0.05) await this.servers.at((till) => till.cancel(record.id, 'attempt'));
    else if (attempt.nextAction && attempt.nextAction.type !== 'wait' && !this.#done.has(attempt.id)) {
      this.#done.add(attempt.id);
      const { nextAction, id, method } = attempt;
      await this.#there(() => payAt(this.town, nextAction, id, payWayOf(method)));
    }
  }

  async refund(): Promise<void> {
    const paid = (await this.records()).filter(
      ({ purpose, attempts }) => purpose === 'payment' && attempts.some(({ status }) => status === 'succeeded'),
    );
    const record = this.pick(...paid);
    if (!record) return;
    const sums = record.amount.currency === 'USD' ? [100, 20_000, 50_000, 50_500, 60_001] : [20, 420, 8000, 8421];
    const value = this.pick(undefined, ...sums);
    const attempt = this.roll() < 0.5 ? this.pick(...record.attempts).id : undefined;
    const body = {
      ...(value !== undefined && { amount: { ...record.amount, value } }),
      ...(attempt !== undefined && { attempt }),
    };
    const people = Array.from({ length: this.pick(1, 1, 2, 3) }, () => this.pick('a', 'b', 'c', 'd', 'e'));
    const path = `/orders/${record.order.id}/refunds`;
    const keys = people.map((person) => [person, value ?? 'all', attempt?.slice(0, 8) ?? 'any'].join('-'));
    await Promise.all(keys.map((key) => this.servers.shop(path, body, key)));
  }

  /** The shop does by hand what only it can do, and finds out what nobody can be asked about. */
  async byHand(): Promise<void> {
    for (const record of await this.records()) {
      for (const refund of record.refunds ?? []) {
        if (refund.status !== 'manual' && refund.status !== 'unknown') continue;
        const outcome = this.#settled.get(refund.id) ?? (await this.#handled(record, refund));
        this.#settled.set(refund.id, outcome);
        await this.servers.shop(`/orders/${record.order.id}/refunds/${refund.id}`, { outcome });
      }
    }
  }

  async #handled(record: SessionRecord, { attempt, amount, status }: RefundRecord): Promise<'succeeded' | 'declined'> {
    const before = givenBack(this.town, attempt);
    if (status === 'manual') {
      if (this.roll() < 0.3) return 'declined';
      const token = this.town.sbps.payments().find(({ orderId }) => orderId === attempt)?.token ?? '';
      await this.#there(() => this.town.form(`${SBPS}/tool/refund`, { token, amount: String(amount.value) }));
      await this.#there(() => this.town.form(`${SBPS}/tool/process`, { token }));
      return givenBack(this.town, attempt) === before ? 'declined' : 'succeeded';
    }
    const ours = (record.refunds ?? []).filter((one) => one.attempt === attempt && one.status === 'succeeded');
    const known = ours.reduce((sum, one) => sum + one.amount.value, 0);
    return before - known >= amount.value ? 'succeeded' : 'declined';
  }

  #wish(record?: SessionRecord, currency = record?.amount.currency): ConfirmRequest {
    if (currency === 'USD') return Z_PURSE;
    const saved = record?.kept?.['gmo']?.id;
    const banks = [BANK, POST_BANK, account('0000001'), account('0000002'), account('0000007')];
    const again = saved === undefined ? [] : [{ method: BANK.method, input: { saved } }];
    return this.calm ? BANK : this.pick<ConfirmRequest>(this.pick(...banks), ...again, ATM, AMAZON, AU_PAY);
  }

  async owe(): Promise<void> {
    if (this.#asked.payouts >= 4) return;
    this.#asked.payouts += 1;
    const amount = this.roll() < 0.4 ? usd(this.pick(8420, 8420, 40_000)) : yen(this.pick(500, 12_000, 600_000));
    const protectionDays = amount.currency === 'USD' && this.roll() < 0.6 ? this.pick(1, 7, 35) : undefined;
    const direct = this.roll() < 0.5 || protectionDays !== undefined;
    const destination = { ...this.#wish(undefined, amount.currency), ...(protectionDays && { protectionDays }) };
    const body = oweBody(amount, direct ? { destination } : { expiresInSeconds: this.pick(3600, 30 * 86_400) });
    const key = this.town.key();
    const times = this.pick(1, 1, 2);
    await Promise.all(Array.from({ length: times }, () => this.servers.shop('/payouts', body, key)));
    // A shop whose request was not answered makes it again.
    if (this.roll() < 0.7) await this.servers.shop('/payouts', body, key);
  }

  /** A recipient does the next thing. */
  async receive(): Promise<void> {
    const record = this.pick(...(await this.records()).filter(({ purpose }) => purpose === 'payout'));
    if (!record) return;
    const { id, state } = record;
    const attempt = 'attempt' in state ? attemptOf(record, state.attempt ?? '') : undefined;
    if (attempt?.protection) await this.#unlock(id, attempt);
    else if (state.status === 'open') {
      const devices = this.pick(1, 1, 2);
      const wishes = Array.from({ length: devices }, () => this.#wish(record));
      await Promise.all(wishes.map((wish) => this.servers.at((till) => till.confirm(id, wish, this.town.key()))));
    } else if (state.status !== 'pending' || !attempt) return;
    else if (!this.calm && this.roll() < 0.15)
      await this.servers.at((till) => till.cancel(id, this.pick('attempt', 'session')));
    else if (attempt.nextAction) await this.#there(() => this.#collect(attempt));
  }

  async #collect({ method, nextAction }: Attempt): Promise<void> {
    if (nextAction?.type === 'receipt') return cashWith(this.town, nextAction);
    if (nextAction?.type !== 'redirect') return;
    const page = new URL(nextAction.url);
    if (method === ATM.method) {
      const known = await this.town.form(page.href, { code1: 'ticket-1' });
      await this.town.form(new URL(known.headers.get('location') ?? '', page).href, { way: 'sevenatm' });
      return;
    }
    const back = await charge(this.town, page, 'ticket-1', method === AMAZON.method ? 'amazon' : 'au-pay');
    await this.servers.at((till) => till.call(back));
  }

  async #unlock(id: string, { id: attempt }: Attempt): Promise<void> {
    const headers = { 'Idempotency-Key': this.pick('a', 'b') };
    const answer = await this.servers.at((till) =>
      till.call(`/sessions/${id}/protection-code`, { method: 'POST', headers }),
    );
    if (answer?.status === 200) this.#codes.set(attempt, (JSON.parse(answer.text) as { code: string }).code);
    const { token = '' } = this.town.monetix.payouts().find(({ paymentId }) => paymentId === attempt) ?? {};
    const code = this.#codes.get(attempt);
    if (code !== undefined && this.roll() < 0.5)
      await this.#there(() => this.town.form(`${MONETIX}/keeper/code`, { token, code }));
  }

  async recall(): Promise<void> {
    const record = this.pick(...(await this.records()).filter(({ purpose }) => purpose === 'payout'));
    if (record && this.roll() < 0.3) await this.servers.shop(`/payouts/${record.id}/cancel`, {});
  }

  /** The providers do what is due at their side. */
  async deliver(): Promise<void> {
    await this.town.deliver();
    this.servers.tend();
  }

  /** Things go wrong at the providers, or right again. */
  async faults(): Promise<void> {
    const yes = (chance: number) => !this.calm && this.roll() < chance;
    await this.town.monetix.setFaults({
      answerLost: yes(0.2),
      lose: yes(0.3) ? this.pick<'all' | number>(1, 3, 'all') : 'none',
      duplicate: yes(0.3) ? 3 : 1,
      delayMs: yes(0.3) ? 5000 : 0,
      reorder: yes(0.2),
    });
    // What SBPS does not tell nobody can ask it, and a charge that it was not thanked for it takes back.
    await this.town.sbps.setFaults({
      api: yes(0.4) ? this.pick('fails before', 'fails after', 'answer lost', 'unreadable') : 'works',
      duplicate: yes(0.3) ? 3 : 1,
      delayMs: yes(0.3) ? 5000 : 0,
    });
    await this.town.gmo.setFaults({
      loseAnswers: yes(0.3) ? this.pick(1, 2, 5) : 0,
      resultsLateMs: yes(0.2) ? 3_600_000 : 0,
      broken: yes(0.15) ? this.pick('http-500', 'BA1099999') : 'no',
      maintenance: yes(0.1),
    });
  }

  /** True when nothing will ever happen by itself, and nobody has anything to do. */
  async isQuiet(): Promise<boolean> {
    const { store, monetix, sbps, gmo } = this.town;
    const dues = [monetix.nextDueAtMs(), sbps.nextDueAtMs(), gmo.nextDueAtMs()];
    if (dues.some((due) => due !== undefined)) return false;
    const open = (await this.records()).flatMap(({ refunds = [] }) => refunds.map(({ status }) => status));
    if (open.some((status) => status === 'manual' || status === 'unknown')) return false;
    return (await store.due(Number.MAX_SAFE_INTEGER, 1)).length === 0;
  }

  async time(seconds: number): Promise<void> {
    this.town.clock.pass(seconds);
    await this.deliver();
    await this.servers.sweep();
  }
}
