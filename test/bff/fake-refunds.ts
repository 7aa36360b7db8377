import type { Amount } from '../../src/contract/money.js';
import type { Attempt } from '../../src/bff/record.js';
import type {
  RefundMessage,
  RefundOutcome,
  RefundPlan,
  Refunds,
  RefundStart,
  RefundWish,
} from '../../src/bff/refund-port.js';

/** One refund in the books of the imaginary provider. */
export interface FakeOperation {
  operation: string;
  requestId: string;
  attempt: string;
  amount: Amount;
  status: 'pending' | 'succeeded' | 'declined';
  /** Our refund that asked for it, which the provider itself does not know. */
  refund?: string;
}

/**
 * The refunds of an imaginary provider, with books of its own. Like the real ones it takes every request for a new
 * refund, and gives back no more than came in.
 */
export class FakeRefunds implements Refunds {
  readonly starts: RefundStart[] = [];
  readonly operations: FakeOperation[] = [];
  /** What the core did against the rules of the port. */
  readonly violations: string[] = [];
  asks = 0;
  /** How requests go from now on. `lost`: taken, but the answer does not arrive; `down`: not taken. */
  go: 'accepted' | 'done' | 'declined' | 'lost' | 'down' | 'throw' = 'accepted';
  /** What becomes of a request that is taken, at once. `done` is always made. */
  end: FakeOperation['status'] = 'pending';
  asksGo: 'well' | 'unknown' | 'throw' = 'well';
  /** Its rules. Throws RefundRefusal. */
  rules: (wish: RefundWish) => RefundPlan = () => ({ type: 'provider' });
  /** Awaited inside a request, after the provider has taken it, and inside a question. */
  duringStart: () => Promise<void> = () => Promise.resolve();
  duringAsk: () => Promise<void> = () => Promise.resolve();
  ask?: (attempt: Attempt) => Promise<RefundMessage[] | 'unknown'> = (attempt) => this.#answer(attempt);

  plan(wish: RefundWish): RefundPlan {
    if (wish.amount.value > wish.rest.value) this.violations.push('more than the rest');
    return this.rules(wish);
  }

  async start(refund: RefundStart): Promise<RefundOutcome> {
    if (this.starts.some(({ id }) => id === refund.id)) this.violations.push('sent twice');
    this.starts.push(refund);
    // As it was when the request came.
    const { go } = this;
    if (go === 'throw') throw new Error('provider exploded');
    if (go === 'down') return { type: 'unknown' };
    const gone = this.sum(refund.attempt.id, ['pending', 'succeeded']);
    if (go === 'declined' || gone + refund.amount.value > refund.paid.value) {
      return { type: 'declined', code: 'declined', providerCode: '50' };
    }
    const made = this.make(refund.attempt.id, refund.amount, go === 'done' ? 'succeeded' : this.end);
    made.refund = refund.id;
    await this.duringStart();
    if (go === 'lost') return { type: 'unknown' };
    return go === 'done' ? { type: 'done', reference: 'R9' } : { type: 'accepted', requestId: made.requestId };
  }

  /** A refund comes into the books, also one that is made in the provider's own tool. */
  make(attempt: string, amount: Amount, status: FakeOperation['status']): FakeOperation {
    const number = this.operations.length + 1;
    const made: FakeOperation = { operation: `op${number}`, requestId: `rq${number}`, attempt, amount, status };
    this.operations.push(made);
    return made;
  }

  /** What the books say of an attempt, in minor units. */
  sum(attempt: string, statuses: readonly FakeOperation['status'][] = ['succeeded']): number {
    const counted = this.operations.filter((one) => one.attempt === attempt && statuses.includes(one.status));
    return counted.reduce((total, { amount }) => total + amount.value, 0);
  }

  /** The message of an operation as it is now, or as it was. */
  message({ operation, requestId, attempt, amount, status }: FakeOperation, as = status): RefundMessage {
    const outcome = as === 'declined' ? { type: as, code: 'declined', providerCode: '51' } : { type: as };
    return {
      key: `${operation}/${as}`,
      attemptId: attempt,
      refund: { operation, requestId, amount, outcome },
      raw: '{}',
    };
  }

  async #answer({ id }: Attempt): Promise<RefundMessage[] | 'unknown'> {
    this.asks += 1;
    const answer = this.operations.filter(({ attempt }) => attempt === id).map((one) => this.message(one));
    await this.duringAsk();
    if (this.asksGo === 'throw') throw new Error('network');
    return this.asksGo === 'unknown' ? 'unknown' : answer.reverse();
  }
}
