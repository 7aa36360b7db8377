import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

interface Entry {
  types: string;
  default: string;
}

const { exports: exported } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, Entry | string>;
};
const plain = Object.entries(exported).filter((pair): pair is [string, Entry] => {
  const [name, target] = pair;
  return typeof target !== 'string' && !name.includes('*');
});

/** A module as its own page or server would load it: names and values. */
const load = async (file: string) =>
  (await import(pathToFileURL(join(process.cwd(), file)).href)) as Record<string, unknown>;

test('every entry of the package has its script and its types', () => {
  for (const [name, entry] of plain) {
    assert.ok(existsSync(entry.default), `${name}: ${entry.default}`);
    assert.ok(existsSync(entry.types), `${name}: ${entry.types}`);
  }
  assert.ok(existsSync('dist/custom-elements.json'));
});

test('every entry can be imported on a server, where there is no document', async () => {
  for (const [name, entry] of plain) {
    if (name === './define') continue;
    assert.ok(Object.keys(await load(entry.default)).length > 0, `${name} exports nothing`);
  }
});

/** Stands in for a browser's registry and notes what is defined. */
class Registry {
  names: string[] = [];
  get(): undefined {
    return undefined;
  }
  define(name: string): void {
    this.names.push(name);
  }
}

test('importing classes registers nothing; define registers reji-checkout', async () => {
  const registry = new Registry();
  Object.defineProperty(globalThis, 'customElements', { value: registry, configurable: true, writable: true });
  await load('dist/index.js');
  await load('dist/elements/reji-checkout.js');
  assert.equal(registry.names.join(), '');
  await load('dist/define.js');
  assert.ok(registry.names.includes('reji-checkout'), registry.names.join(' '));
  assert.ok(registry.names.every((name) => name.startsWith('reji-')));
});

test('server entries carry no element', () => {
  for (const name of ['bff', 'sandbox', 'node']) {
    assert.doesNotMatch(readFileSync(`dist/${name}.js`, 'utf8'), /from ['"]lit/);
  }
});
