import type { PayoutAnswer, PayoutCreatedAnswer, PayoutFacts } from '../../src/contract/payout.js';
import { PayoutFacts as Facts } from '../../src/contract/payout.js';
import type { BffOptions } from '../../src/bff/settings.js';
import type { Store } from '../../src/bff/store/store.js';
import { FakePayer } from './fake-payer.js';
import { API_KEY, Clock, SHOP, Till } from './till.js';
import type { Answer } from './till.js';

/** A ticket given back: 84.20 to be received by who has the link. */
export const PAYOUT = {
  order: { id: 'ticket-1', description: 'Ticket refund', returnUrl: `${SHOP}/receive?lang=ja` },
  amount: { value: 8420, currency: 'USD' },
  customer: { id: 'buyer-7', email: 'hanako@example.com' },
};
export const BANK = { method: 'fake:bank', input: { accountNumber: '1234093', accountName: 'ﾔﾏﾀﾞ ﾊﾅｺ' } };
export const PURSE = { method: 'fake:purse', input: { purse: 'Z123456789012' } };

const AUTHORIZED = { Authorization: `Bearer ${API_KEY}` };

/** A till whose provider pays out, with the calls that shop and recipient make. */
export class PayoutTill extends Till {
  readonly payer: FakePayer;
  #keys = 0;

  constructor(parts: { clock?: Clock; store?: Store; provider?: FakePayer; options?: Partial<BffOptions> } = {}) {
    const clock = parts.clock ?? new Clock();
    const payer = parts.provider ?? new FakePayer(clock.now);
    super({ ...parts, clock, provider: payer });
    this.payer = payer;
  }

  payout(changes: Record<string, unknown> = {}, key?: string): Promise<Answer> {
    this.#keys += 1;
    const headers = { ...AUTHORIZED, 'Idempotency-Key': key ?? `payout-${this.#keys}-${Math.random()}` };
    return this.post('/payouts', { ...PAYOUT, ...changes }, headers);
  }

  /** Makes a payout. @returns its id. */
  async owe(changes: Record<string, unknown> = {}): Promise<string> {
    const answer = await this.payout(changes);
    if (answer.status !== 201) throw new Error(answer.text);
    return (JSON.parse(answer.text) as PayoutCreatedAnswer).id;
  }

  async shopView(id: string): Promise<PayoutAnswer> {
    return JSON.parse((await this.call(`/payouts/${id}`, { headers: AUTHORIZED })).text) as PayoutAnswer;
  }

  shopCancel(id: string): Promise<Answer> {
    return this.call(`/payouts/${id}/cancel`, { method: 'POST', headers: AUTHORIZED });
  }

  shopGet(path: string): Promise<Answer> {
    return this.call(path, { headers: AUTHORIZED });
  }

  answer(id: string, answer: string): Promise<Answer> {
    return this.post(`/sessions/${id}/answer`, { answer });
  }

  code(id: string, key = 'show-me', body?: unknown): Promise<Answer> {
    const path = `/sessions/${id}/protection-code`;
    const headers = { 'Idempotency-Key': key };
    return body === undefined ? this.call(path, { method: 'POST', headers }) : this.post(path, body, headers);
  }

  async facts(id: string): Promise<PayoutFacts> {
    return Facts.parse((await this.session(id)).payout);
  }

  /** The provider sends the money, and says so. */
  async arrives(id: string): Promise<void> {
    const attempt = await this.attempt(id);
    this.payer.decide(attempt, 'success', { type: 'paid' });
    await this.paid(attempt, { key: `${attempt}/success` });
  }

  /** The provider does not send the money, or it comes back, and it says so. */
  async fails(id: string, code: string, key = 'failed'): Promise<void> {
    const attempt = await this.attempt(id);
    this.payer.decide(attempt, key, { type: 'declined', code });
    await this.declined(attempt, { key: `${attempt}/${key}`, outcome: { type: 'declined', code } });
  }

  /** Time goes by with the server looking after its sessions. */
  async sweeps(turns: number, everySeconds: number): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) {
      this.clock.pass(everySeconds);
      await this.bff.sweep();
    }
  }
}
