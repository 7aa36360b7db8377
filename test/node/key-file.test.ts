import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createSessionSigner } from '../../src/bff/session-signer.js';
import { openKeyFile } from '../../src/node/key-file.js';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reji-keys-'));
});
after(() => rm(folder, { recursive: true, force: true }));

test('a key file is made on the first run, for its owner only, and read on the next', async () => {
  const path = join(folder, 'new', 'keys.json');
  const first = await openKeyFile(path);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  assert.equal(first.signingKeys.length, 1);
  assert.equal(first.apiKey, undefined);
  assert.deepEqual(await openKeyFile(path), first);
  assert.deepEqual(await readdir(join(folder, 'new')), ['keys.json']);
  assert.equal(createSessionSigner(first.signingKeys).jwks().keys.length, 1);
});

test('a shop’s key is made and kept when it is asked for, later too', async () => {
  const path = join(folder, 'shop.json');
  const { signingKeys } = await openKeyFile(path);
  const { apiKey, signingKeys: same } = await openKeyFile(path, { apiKey: true });
  assert.match(apiKey ?? '', /^[\w-]{43}$/);
  assert.deepEqual(same, signingKeys);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  assert.equal((await openKeyFile(path, { apiKey: true })).apiKey, apiKey);
  assert.equal((await openKeyFile(path)).apiKey, apiKey);
});

test('two processes that start at once get the same keys', async () => {
  const path = join(folder, 'race.json');
  const all = await Promise.all(Array.from({ length: 8 }, () => openKeyFile(path, { apiKey: true })));
  for (const one of all) assert.deepEqual(one, all[0]);
});

test('a file that is something else is refused and left alone', async () => {
  const path = join(folder, 'other.json');
  for (const text of ['', '{}', '{"signingKeys":[]}', '{"signingKeys":[{}],"apiKey":7}', 'null']) {
    await writeFile(path, text);
    await assert.rejects(openKeyFile(path), /is not a key file/);
    assert.equal(await readFile(path, 'utf8'), text);
  }
  await assert.rejects(openKeyFile(folder));
});
