import { MemoryStore } from '../../src/bff/store/memory.js';
import { checkDue, dueCases, storeCases } from './store-suite.js';

describe('MemoryStore', () => {
  const store = new MemoryStore();
  for (const { name, run } of storeCases) it(name, () => run(store));
});

describe('dueAt', () => {
  for (const [name, record, expected] of dueCases) it(name, () => checkDue(record, expected));
});
