// A page, a browser and a demo cost more than the tests in them: test files are read in sheaves that share one.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ROOT } from './run.mjs';

/** Test files below `test`, each as its path in it: `elements/reji-qr.test.ts`. */
export const testFiles = readdirSync(join(ROOT, 'test'), { recursive: true })
  .map((file) => file.replaceAll(sep, '/'))
  .filter((file) => file.endsWith('.test.ts'))
  .sort();

/**
 * Writes a module for each list, which imports the test files in it.
 * @param name what the sheaves are called: `.reji/sheaves/page-1.js`
 * @returns their paths
 */
export function bind(name, lists) {
  const folder = join(ROOT, '.reji', 'sheaves');
  mkdirSync(folder, { recursive: true });
  return lists.map((files, at) => {
    const path = join(folder, `${name}-${at + 1}.js`);
    writeFileSync(path, files.map((file) => `import '../../test/${file}';\n`).join(''));
    return path;
  });
}

/** Deals test files out into lists with about equally much text in each. */
export function dealt(files, count) {
  const lists = Array.from({ length: count }, () => ({ bytes: 0, files: [] }));
  const weighed = files.map((file) => ({ file, bytes: statSync(join(ROOT, 'test', file)).size }));
  for (const { file, bytes } of weighed.sort((a, b) => b.bytes - a.bytes)) {
    const lightest = lists.reduce((one, other) => (other.bytes < one.bytes ? other : one));
    lightest.files.push(file);
    lightest.bytes += bytes;
  }
  return lists.map((list) => list.files.sort());
}
