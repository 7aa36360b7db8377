import type { Refund } from '../../src/contract/refund.js';
import type { OrderAnswer, OrderSession } from '../../src/contract/requests.js';
import type { FakeOperation } from './fake-refunds.js';
import { FakeRefunds } from './fake-refunds.js';
import { API_KEY, Till } from './till.js';
import type { Answer } from './till.js';

export const usd = (value: number) => ({ value, currency: 'USD' });

const SHOP_KEY = { Authorization: `Bearer ${API_KEY}` };

/** A till whose provider gives money back. */
export class RefundTill extends Till {
  readonly refunds = (this.provider.refunds ??= new FakeRefunds());
  #keys = 0;

  /** An order of 84.20 USD that has been paid. */
  async paidOrder(changes: Record<string, unknown> = {}): Promise<{ id: string; attempt: string }> {
    const pending = await this.pending(changes);
    await this.paid(pending.attempt);
    return pending;
  }

  refund(body: unknown = {}, { key, order = 'order-1' }: { key?: string; order?: string } = {}): Promise<Answer> {
    this.#keys += 1;
    return this.post(`/orders/${order}/refunds`, body, {
      ...SHOP_KEY,
      'Idempotency-Key': key ?? `refund-${this.#keys}`,
    });
  }

  settle(id: string, outcome: unknown, order = 'order-1'): Promise<Answer> {
    return this.post(`/orders/${order}/refunds/${id}`, { outcome }, SHOP_KEY);
  }

  /** The provider's message of an operation as it is now, or as it was. */
  tell(operation: FakeOperation, as = operation.status): Promise<Answer> {
    const { key, attemptId: attempt, refund } = this.refunds.message(operation, as);
    return this.webhook({ attempt, key, refund, outcome: { type: 'pending' } });
  }

  shop(path: string): Promise<Answer> {
    return this.call(path, { headers: SHOP_KEY });
  }

  /** The newest session of the order as the shop sees it. */
  async order(order = 'order-1'): Promise<OrderSession> {
    const { sessions } = JSON.parse((await this.shop(`/orders/${order}`)).text) as OrderAnswer;
    const [session] = sessions;
    if (!session) throw new Error('no such order');
    return session;
  }

  /** Lets time pass in steps of a minute or more, sweeping after each. */
  async sweeps(turns: number, everySeconds: number): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) {
      this.clock.pass(everySeconds);
      await this.bff.sweep();
    }
  }
}

/** The refund of an answer. */
export const refundIn = (answer: Answer) => JSON.parse(answer.text) as Refund;
