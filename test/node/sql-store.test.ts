import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { SqlStore } from '../../src/bff/store/sql.js';
import { openDatabase } from '../../src/node/sql-database.js';
import { crashCases } from '../bff/crash-suite.js';
import { storeCases } from '../bff/store-suite.js';
import { Till } from '../bff/till.js';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reji-'));
});
after(() => rm(folder, { recursive: true, force: true }));

describe('SqlStore on SQLite', () => {
  let store: SqlStore;
  before(async () => {
    store = await openDatabase({ file: join(folder, 'suite.sqlite') });
  });
  after(() => store.close());

  for (const { name, run } of storeCases) it(name, () => run(store));
});

describe('a SQLite file', () => {
  it('is made with its folder, for its owner only', async () => {
    const file = join(folder, 'deep', 'er', 'new.sqlite');
    const store = await openDatabase({ file });
    const till = new Till({ store });
    await till.open();
    for (const name of await readdir(join(folder, 'deep', 'er'))) {
      const { mode } = await stat(join(folder, 'deep', 'er', name));
      assert.equal(mode & 0o077, 0, name);
    }
    await store.close();
  });

  it('keeps everything when the process starts again', async () => {
    const file = join(folder, 'again.sqlite');
    const first = await openDatabase({ file });
    const till = new Till({ store: first });
    const { id, attempt } = await till.pending();
    await first.close();
    const second = await openDatabase({ file });
    const { clock, provider } = till;
    const next = new Till({ store: second, clock, provider });
    assert.equal((await next.session(id)).status, 'pending');
    await next.paid(attempt);
    await next.paid(attempt);
    assert.equal((await next.session(id)).status, 'succeeded');
    await second.close();
  });

  it('can be brought up to date by two processes at once, and be written by both', async () => {
    const file = join(folder, 'both.sqlite');
    const stores = [await openDatabase({ file }), await openDatabase({ file })];
    const tills = stores.map((store) => new Till({ store }));
    const ids = await Promise.all([...tills, ...tills].map((till, i) => till.open({ order: order(i) })));
    for (const till of tills) for (const id of ids) assert.equal((await till.session(id)).status, 'open');
    await Promise.all(stores.map((store) => store.close()));
  });

  it('that is something else is refused', async () => {
    await assert.rejects(openDatabase({ file: folder }));
    await assert.rejects(openDatabase({ url: 'mysql://localhost/x' }), /postgres/);
  });
});

const order = (i: number) => ({ id: `both-${i}`, returnUrl: 'https://shop.example/' });

describe('the BFF on SQLite, stopped and started again in the middle of a payment', () => {
  // Two of the stories; in memory, where nothing waits for a disk, all of them are played.
  for (const { name, run } of crashCases.filter((story) => /a confirm$|a callback/.test(story.name))) {
    it(name, () => {
      const file = join(folder, `${name.replaceAll(/\W/g, '-')}.sqlite`);
      return run({ open: () => openDatabase({ file }), halt: (store) => store.close() });
    });
  }
});
