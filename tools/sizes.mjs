// Measures what a page has to load, in brotli bytes (quality 11), each file compressed for itself as HTTP would.
//   node tools/sizes.mjs     prints the table of the README
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { pageBuild } from './build.mjs';

/** What is measured, and the most it may weigh in bytes. */
export const BUDGETS = {
  picker: { title: 'picker from an inlined session', limit: 20_000 },
  redirect: { title: 'a payment by redirect, to its result', limit: 40_000 },
  keeper: { title: 'the same by WebMoney Classic', limit: 45_700 },
  slips: { title: 'the same by konbini or bank transfer', limit: 50_800 },
  qr: { title: 'the same by QR code', limit: 55_600 },
  everything: { title: 'every way to pay, one language', limit: 67_000 },
  payouts: { title: 'receiving money, besides the checkout', limit: 19_000 },
};

/** The language of the measurement; the files of the others are left out. */
const LANGUAGE = 'en';
const languageFile = /[\\/]src[\\/]i18n[\\/](choice|steps|displays|payouts)[\\/]([a-z]{2,3}(?:-[A-Za-z]+)?)\.ts$/;

const brotli = (code) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

/** Part and language of a chunk that holds nothing but texts, else undefined: `['choice', 'ja']`. */
const textsOf = (chunk) => languageFile.exec(chunk.facadeModuleId ?? '')?.slice(1);

/** The chunk, and all that it imports at once. */
function reach(name, chunks, found = new Set()) {
  if (found.has(name) || !chunks.has(name)) return found;
  found.add(name);
  const { imports, code } = chunks.get(name);
  // The bundler tells of imports that its output no longer has.
  for (const next of imports) if (code.includes(next.slice('chunks'.length))) reach(next, chunks, found);
  return found;
}

/**
 * Builds without writing. Answers `{ bytes, files: [{ file, bytes }] }` for each of BUDGETS. Who pays is asked for, and a
 * long list searched, by some pages only: their parts count in `everything`.
 */
export async function measure() {
  const { build: options, ...rest } = pageBuild();
  const [{ output }] = [await build({ ...rest, build: { ...options, write: false } })].flat();
  const chunks = new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const door = output.find((file) => file.fileName === 'reji.js');
  const texts = (part) =>
    [...chunks.values()].find((chunk) => textsOf(chunk)?.join() === `${part},${LANGUAGE}`).fileName;
  const file = (name) => [...chunks.keys()].find((key) => key.startsWith(`chunks/${name}-`));
  const all = (...names) => names.reduce((found, name) => reach(name, chunks, found), new Set());
  const weigh = (names) => {
    const files = [...names].map((name) => ({ file: name, bytes: brotli(chunks.get(name).code) }));
    files.push({ file: door.fileName, bytes: brotli(door.source) });
    return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files };
  };
  const first = [[...chunks.values()].find((chunk) => chunk.isEntry).fileName, texts('choice')];
  const redirect = [...first, file('follow'), texts('steps')];
  const displayed = [...redirect, texts('displays')];
  const everything = all(...displayed, ...['search', 'payer', 'keeper', 'slips', 'qr', 'qrcode'].map(file));
  const payouts = [...all(file('payouts'), texts('payouts'))].filter((name) => !everything.has(name));
  return {
    picker: weigh(all(...first)),
    redirect: weigh(all(...redirect)),
    keeper: weigh(all(...redirect, file('keeper'))),
    slips: weigh(all(...displayed, file('slips'))),
    qr: weigh(all(...displayed, file('qr'), file('qrcode'))),
    everything: weigh(everything),
    payouts: weigh(payouts),
  };
}

/** `19.1 kB`, with 1000 bytes to the kB. */
export const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const measured = await measure();
  console.log('| what a page loads | brotli | limit |\n| --- | --- | --- |');
  for (const [key, { title, limit }] of Object.entries(BUDGETS)) {
    console.log(`| ${title} | ${kB(measured[key].bytes)} | ${limit / 1000} kB |`);
  }
  const files = [...measured.everything.files, ...measured.payouts.files.slice(0, -1)];
  for (const { file, bytes } of files.sort((a, b) => b.bytes - a.bytes))
    console.log(`${String(bytes).padStart(8)}  ${file}`);
}
