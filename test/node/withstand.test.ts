import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { CheckoutStore } from '../../src/client/checkout-store.js';
import { openDatabase } from '../../src/node/sql-database.js';
import { FakePage } from '../client/fake-page.js';
import { until } from '../client/fake-time.js';
import { chaos } from '../withstand/chaos.js';
import { CLASSIC, Stack, WMID } from '../withstand/stack.js';

const SHOP = 'https://shop.example';
let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reji-'));
});
after(() => rm(folder, { recursive: true, force: true }));

describe('the whole stack on SQLite, stopped and started again in the middle of a payment', () => {
  for (const [what, arrives] of [
    ['before the sale has reached Monetix', false],
    ['after it has, before its answer is stored', true],
  ] as const) {
    it(`${what}: one payment, and the page that was open all the time shows it`, async () => {
      const file = join(folder, `${arrives ? 'after' : 'before'}.sqlite`);
      const first = await openDatabase({ file });
      let down = false;
      const stack: Stack = new Stack({
        origin: SHOP,
        store: first,
        monetix: {
          fetch: async (url, init) => {
            if (!url.endsWith('/sale') || down) return stack.sandbox(new Request(url, init));
            if (arrives) await stack.sandbox(new Request(url, init));
            down = true;
            stack.crash();
            throw new TypeError('the process has ended');
          },
        },
      });
      const { id, token } = await stack.session();
      const page = new FakePage();
      const client = new CheckoutStore({
        token,
        keys: stack.jwks,
        audience: SHOP,
        fetch: stack.transport,
        signals: page,
      });
      const status = () => (client.state.phase === 'ready' ? client.state.session.status : client.state.phase);
      await client.start();
      const pressed = client.confirm(CLASSIC, { wmid: WMID });
      await until(() => down, 'the power cut');
      await first.close();

      const second = await openDatabase({ file });
      stack.start({ store: second });
      page.tell('online');
      await pressed;
      for (let turn = 0; turn < 3; turn += 1) {
        stack.pass(30);
        await stack.sweep();
      }
      await stack.keeper('pay');
      page.tell('online');
      await until(() => status() === 'succeeded', `the payment, not ${status()}`);
      const record = await second.get(id);
      assert.deepEqual([record?.state.status, record?.attempts.length], ['succeeded', 1]);
      assert.equal(stack.sandbox.payments().length, 1);
      client.stop();
      stack.end();
      await second.close();
    });
  }
});

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
