import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import type { SqlStore } from '../../src/bff/store/sql.js';
import { openDatabase } from '../../src/node/sql-database.js';
import { crashCases } from '../bff/crash-suite.js';
import { storeCases } from '../bff/store-suite.js';
import { Till } from '../bff/till.js';
import { startPostgres } from './postgres.js';
import type { ThrowAwayPostgres } from './postgres.js';

let server: ThrowAwayPostgres;
before(async () => {
  server = await startPostgres();
});
after(() => server.stop());

describe('SqlStore on PostgreSQL', () => {
  let store: SqlStore;
  before(async () => {
    store = await openDatabase({ url: server.url });
  });
  after(() => store.close());

  for (const { name, run } of storeCases) it(name, () => run(store));
});

describe('several processes on one PostgreSQL', () => {
  it('may bring it up to date at the same time', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url: server.url })));
    await Promise.all(stores.map((store) => store.close()));
  });

  it('hear of each other’s changes', async () => {
    const [here, there] = [await openDatabase({ url: server.url }), await openDatabase({ url: server.url })];
    const till = new Till({ store: here });
    const { id, attempt } = await till.pending();
    const heard = new Promise<void>((resolve) => there.subscribe(id, resolve));
    await till.paid(attempt);
    await heard;
    assert.equal((await there.get(id))?.state.status, 'succeeded');
    await Promise.all([here.close(), there.close()]);
  });

  it('listen again when the connection broke, and look at what they may have missed', async () => {
    const store = await openDatabase({ url: server.url });
    const till = new Till({ store });
    const { id, attempt } = await till.pending({ order: { id: 'break', returnUrl: 'https://shop.example/' } });
    const changes: (() => void)[] = [];
    const stop = store.subscribe(id, () => changes.shift()?.());
    const next = () => new Promise<void>((resolve) => changes.push(resolve));
    const woken = next();
    const admin = new pg.Client(server.url);
    await admin.connect();
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'`);
    await woken;
    const told = next();
    await till.paid(attempt);
    await told;
    stop();
    await admin.end();
    await store.close();
  });

  it('let one of many confirms at once win', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => openDatabase({ url: server.url })));
    const [first, ...others] = stores.map((store) => new Till({ store }));
    assert.ok(first);
    const { clock, provider } = first;
    const tills = [first, ...others.map(({ store }) => new Till({ store, clock, provider }))];
    const id = await first.open({ order: { id: 'race', returnUrl: 'https://shop.example/' } });
    const wish = { method: 'fake:page' };
    const thrice = [...tills, ...tills, ...tills];
    const answers = await Promise.all(thrice.map((till, i) => till.confirm(id, wish, `press-${i}`)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.equal(provider.starts.length, 1);
    const attempt = await first.attempt(id);
    await Promise.all(tills.flatMap((till) => [till.paid(attempt), till.paid(attempt), till.cancel(id)]));
    const record = await first.record(id);
    assert.ok(record.state.status === 'succeeded' || record.state.status === 'needsAttention');
    await Promise.all(stores.map((store) => store.close()));
  });

  it('are told at once when it can’t be reached', async () => {
    await assert.rejects(openDatabase({ url: 'postgres://app@127.0.0.1:1/postgres' }));
  });
});

describe('the BFF on PostgreSQL, stopped and started again in the middle of a payment', () => {
  for (const { name, run } of crashCases.slice(0, 1)) {
    it(name, async () => {
      const store = await openDatabase({ url: server.url });
      await run({ open: () => Promise.resolve(store), halt: () => Promise.resolve() });
      await store.close();
    });
  }
});
