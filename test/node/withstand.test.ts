import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chaos } from '../withstand/chaos.js';
import { openDatabase } from '../../src/node/sql-database.js';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reji-'));
});
after(() => rm(folder, { recursive: true, force: true }));

describe('two BFF processes, a restless buyer and an unreliable provider', () => {
  it('never lose money, never show money that is not there, and come to an end', async () => {
    const ends = new Map<string, number>();
    for (let seed = 1; seed <= 60; seed += 1) {
      const { state } = await chaos(seed).catch((error: unknown) => {
        throw new Error(`seed ${seed}`, { cause: error });
      });
      ends.set(state.status, (ends.get(state.status) ?? 0) + 1);
    }
    // The dice must have gone everywhere, or this proves nothing.
    for (const status of ['succeeded', 'needsAttention', 'expired', 'canceled']) assert.ok(ends.has(status), status);
  });

  it('nor on SQLite', async () => {
    const store = await openDatabase({ file: join(folder, 'chaos.sqlite') });
    for (let seed = 101; seed <= 110; seed += 1) await chaos(seed, store);
    await store.close();
  });
});
