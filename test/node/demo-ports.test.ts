import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openPorts } from '../../demo/ports.js';

describe('ports of the demo', () => {
  let folder = '';
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'reji-ports-'))));
  after(() => rm(folder, { recursive: true }));
  const open = (env: Record<string, string> = {}) =>
    openPorts(['PORT', 'BFF_PORT'], { env, file: join(folder, 'new', 'ports.json') });

  test('are the same ones at the next start, for orders remember addresses', async () => {
    const first = await open();
    assert.notEqual(first.PORT, first.BFF_PORT);
    assert.deepEqual(await open(), first);
    assert.deepEqual(await open({ PORT: '4321' }), { ...first, PORT: 4321 });
    assert.deepEqual(await open(), first);
  });

  test('give way to who has them by now', async () => {
    const first = await open();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(first.PORT, '127.0.0.1', resolve));
    const next = await open();
    assert.notEqual(next.PORT, first.PORT);
    assert.equal(next.BFF_PORT, first.BFF_PORT);
    await new Promise((resolve) => other.close(resolve));
  });

  test('are picked anew where the file was cut off', async () => {
    await open();
    await writeFile(join(folder, 'new', 'ports.json'), '{"PORT":');
    assert.ok((await open()).PORT > 0);
  });

  for (const bad of ['abc', '0', '70000', '80 ', '-1']) {
    test(`are named when they are none: "${bad}"`, async () => {
      await assert.rejects(open({ BFF_PORT: bad }), /BFF_PORT must be a port/);
    });
  }
});
