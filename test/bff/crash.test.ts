import { MemoryStore } from '../../src/bff/store/memory.js';
import { crashCases } from './crash-suite.js';

describe('the BFF stopped and started again in the middle of a payment', () => {
  for (const { name, run } of crashCases) {
    it(name, () => {
      const store = new MemoryStore();
      return run({ open: () => Promise.resolve(store), halt: () => Promise.resolve() });
    });
  }
});
