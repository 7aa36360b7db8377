import { refundLife } from './refund-lives.js';

/** How many lives there are, and how many are lived in one test. */
const LIVES = 300;
const BATCH = 300;

describe('the refunds of a payment, with everything at any time', () => {
  for (let first = 1; first <= LIVES; first += BATCH) {
    it(`agree with the provider’s books, lives ${first} to ${first + BATCH - 1}`, async () => {
      for (let seed = first; seed < first + BATCH; seed += 1) {
        await refundLife(seed).catch((error: unknown) => {
          throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : ''}`, { cause: error });
        });
      }
    });
  }
});
