import { CheckoutError } from '../client/checkout-error.js';
import type { CheckoutStore } from '../client/checkout-store.js';
import { protectionCode } from '../client/payout-calls.js';

/** What became of the wish to see the code: with an `answer-…` the payout's question has to be answered first. */
export type CodeOutcome = 'shown' | 'failed' | 'answer-missing' | 'answer-wrong';

/** A payout's protection code: the BFF shows it once, and it stays in this page's memory. */
export class PayoutCode {
  /** The code, once it has been fetched; empty before. */
  code = '';
  /** What became of the last try; empty before the first, and while one is on its way. */
  outcome: CodeOutcome | '' = '';
  /** One for all tries: an answer that was lost is had again by it. */
  #key = crypto.randomUUID();

  /** Fetches the code. Where somebody has seen it before, the session that says so is fetched too. */
  async show(store: CheckoutStore, answer: string): Promise<void> {
    this.outcome = '';
    try {
      this.code = await protectionCode(store, this.#key, answer);
      this.outcome = 'shown';
    } catch (thrown) {
      const { code } = CheckoutError.from(thrown);
      this.outcome = code === 'answer-missing' || code === 'answer-wrong' ? (code as CodeOutcome) : 'failed';
      if (code === 'code-already-shown') await store.refresh();
    }
  }
}
