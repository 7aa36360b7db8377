// Measures what a page has to load, in brotli bytes (quality 11), each file compressed for itself as HTTP would.
//   node tools/sizes.mjs     prints the table of the README
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';
import { pageBuild } from './build.mjs';

/** What is measured, and the most it may weigh in bytes. */
export const BUDGETS = {
  picker: { title: 'picker from an inlined session', limit: 20_000 },
  payment: { title: 'a payment by redirect or WebMoney, to its result', limit: 46_500 },
  everything: { title: 'every way to pay, one language', limit: 61_500 },
  payouts: { title: 'receiving money, besides the checkout', limit: 19_500 },
};

/** The language of the measurement; the files of the others are left out. */
const LANGUAGE = 'en';
const languageFile = /[\\/]src[\\/]i18n[\\/](choice|steps|payouts)[\\/]([a-z]{2,3}(?:-[A-Za-z]+)?)\.ts$/;

const brotli = (code) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

/** Part and language of a chunk that holds nothing but texts, else undefined: `['choice', 'ja']`. */
const textsOf = (chunk) => languageFile.exec(chunk.facadeModuleId ?? '')?.slice(1);

/** The chunk, and all that it imports at once. */
function reach(name, chunks, found = new Set()) {
  if (found.has(name) || !chunks.has(name)) return found;
  found.add(name);
  for (const next of chunks.get(name).imports) reach(next, chunks, found);
  return found;
}

/** Builds without writing. Answers `{ picker, payment, everything, payouts }`, each `{ bytes, files: [{ file, bytes }] }`. */
export async function measure() {
  const { build: options, ...rest } = pageBuild();
  const [{ output }] = [await build({ ...rest, build: { ...options, write: false } })].flat();
  const chunks = new Map(output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const isFirst = (chunk) => textsOf(chunk)?.join() === `choice,${LANGUAGE}`;
  const texts = [...chunks.values()].filter(isFirst).map((chunk) => chunk.fileName);
  const others = [...chunks.values()].filter((chunk) => (textsOf(chunk)?.[1] ?? LANGUAGE) !== LANGUAGE);
  const door = output.find((file) => file.fileName === 'reji.js');
  const entry = [...chunks.values()].find((chunk) => chunk.isEntry).fileName;
  const picker = [entry, ...texts].reduce((found, name) => reach(name, chunks, found), new Set());
  const everything = new Set(chunks.keys());
  for (const chunk of others) everything.delete(chunk.fileName);
  const weigh = (names) => {
    const files = [...names].map((file) => ({ file, bytes: brotli(chunks.get(file).code) }));
    files.push({ file: door.fileName, bytes: brotli(door.source) });
    return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files };
  };
  const isPayout = (file) => file.startsWith('chunks/payouts-') || textsOf(chunks.get(file))?.[0] === 'payouts';
  const payouts = [...everything].filter(isPayout);
  for (const file of payouts) everything.delete(file);
  // What only some payments show is fetched by them alone.
  const payment = [...everything].filter((file) => !/^chunks\/(displays|qrcode)-/.test(file));
  return { picker: weigh(picker), payment: weigh(payment), everything: weigh(everything), payouts: weigh(payouts) };
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
