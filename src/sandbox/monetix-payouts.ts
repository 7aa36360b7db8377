import { providerNumber, randomHex } from './monetix-payment.js';
import { payoutOutcome } from './monetix-payout.js';
import type { MonetixPayout, MonetixPayoutOrder, MonetixProtectedWait } from './monetix-payout.js';

const dayMs = 86_400_000;

/** What the books of payouts need to be kept. */
export interface MonetixPayoutsOptions {
  now: () => number;
  protectedWait: MonetixProtectedWait;
  nextOperationId: (projectId: number) => number;
  /** Called after each change of a payout's status. */
  onStep: (payout: MonetixPayout) => void;
}

/** Every payout and the only ways its state can change. */
export class MonetixPayouts {
  #payouts = new Map<string, MonetixPayout>();

  constructor(private readonly options: MonetixPayoutsOptions) {}

  /** All payouts, oldest first. */
  all(): readonly MonetixPayout[] {
    return [...this.#payouts.values()];
  }

  find(projectId: number, paymentId: string): MonetixPayout | undefined {
    return this.all().find((payout) => payout.projectId === projectId && payout.paymentId === paymentId);
  }

  byToken(token: string | null): MonetixPayout | undefined {
    return this.#payouts.get(token ?? '');
  }

  /** Puts back what was stored. */
  restore(payouts: readonly MonetixPayout[]): void {
    this.#payouts = new Map(payouts.map((payout) => [payout.token, payout]));
  }

  /** Writes a new payout. It ends at once as its amount decides, unless it waits for its code. */
  register(order: MonetixPayoutOrder): MonetixPayout {
    const nowMs = this.options.now();
    const operationId = this.options.nextOperationId(order.projectId);
    const { status, ...outcome } = payoutOutcome(order.amount);
    const waits = order.protection !== undefined && status === 'success';
    const payout: MonetixPayout = {
      ...order,
      token: randomHex(16),
      status: waits ? this.options.protectedWait : status,
      ...(waits && this.options.protectedWait !== 'success' ? {} : outcome),
      operationId,
      requestId: `${randomHex(20)}-${randomHex(20)}`,
      providerPaymentId: status === 'success' ? providerNumber(operationId) : '',
      createdMs: nowMs,
      changedMs: nowMs,
      ...(waits ? { hold: 'waiting', holdUntilMs: nowMs + (order.protection?.days ?? 0) * dayMs } : {}),
    };
    this.#payouts.set(payout.token, payout);
    this.options.onStep(payout);
    return payout;
  }

  /** The recipient entered a code. Returns whether it was the right one in time. */
  enter(payout: MonetixPayout, code: string): boolean {
    if (payout.hold !== 'waiting' || payout.protection?.code !== code) return false;
    payout.hold = 'received';
    if (payout.status !== 'success') this.#step(payout, { status: 'success', code: '0', message: 'Success' });
    return true;
  }

  /** Takes back what nobody entered the code for in time. Returns whether there was anything. */
  expireDue(): boolean {
    const nowMs = this.options.now();
    const over = this.#waiting().filter(({ holdUntilMs = nowMs }) => holdUntilMs <= nowMs);
    for (const payout of over) {
      payout.hold = 'returned';
      // Code and message of the document's sample, figure 25.
      this.#step(payout, { status: 'decline', code: '20000', message: 'General decline' });
    }
    return over.length > 0;
  }

  /** The next instant at which {@link expireDue} has something to do. */
  nextExpiryMs(): number | undefined {
    const ends = this.#waiting().flatMap(({ holdUntilMs }) => holdUntilMs ?? []);
    return ends.length === 0 ? undefined : Math.min(...ends);
  }

  #waiting(): MonetixPayout[] {
    return this.all().filter(({ hold }) => hold === 'waiting');
  }

  #step(payout: MonetixPayout, result: Pick<MonetixPayout, 'status' | 'code' | 'message'>): void {
    Object.assign(payout, result, { changedMs: this.options.now() });
    this.options.onStep(payout);
  }
}
