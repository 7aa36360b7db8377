import { life } from './lives.js';

describe('the life of a session, with everything at any time', () => {
  for (const [provider, first] of [
    ['a provider that can be asked', 1],
    ['a provider that can not', 2],
  ] as const) {
    it(`loses no money and leaves nothing due, by ${provider}`, async () => {
      for (let seed = first; seed <= 120; seed += 2) {
        await life(seed).catch((error: unknown) => {
          throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : ''}`, { cause: error });
        });
      }
    });
  }
});
