// A page costs more than the tests in it: test files are read in sheaves, each of them one page.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ROOT } from './run.mjs';

/** Test files below `test`, each as its path in it: `elements/reji-qr.test.ts`. */
export const testFiles = readdirSync(join(ROOT, 'test'), { recursive: true })
  .map((file) => file.replaceAll(sep, '/'))
  .filter((file) => file.endsWith('.test.ts'))
  .sort();

/**
 * Writes modules that import the test files, about equally much in each.
 * @param name what the sheaves are called: `.reji/sheaves/elements-1.js`
 * @returns their paths
 */
export function sheaves(name, files, count) {
  const folder = join(ROOT, '.reji', 'sheaves');
  mkdirSync(folder, { recursive: true });
  const lists = Array.from({ length: count }, () => ({ bytes: 0, files: [] }));
  const weighed = files.map((file) => ({ file, bytes: statSync(join(ROOT, 'test', file)).size }));
  for (const { file, bytes } of weighed.sort((a, b) => b.bytes - a.bytes)) {
    const lightest = lists.reduce((one, other) => (other.bytes < one.bytes ? other : one));
    lightest.files.push(file);
    lightest.bytes += bytes;
  }
  return lists.map((list, at) => {
    const path = join(folder, `${name}-${at + 1}.js`);
    const lines = list.files.sort().map((file) => `import '../../test/${file}';\n`);
    writeFileSync(path, lines.join(''));
    return path;
  });
}
