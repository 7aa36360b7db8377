// Builds dist/: one ES module a package entry, one self-contained folder for a CDN, types, and the manifest.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as vite } from 'vite';
import { minifyTemplates } from './minify-templates.mjs';
import { bin, node, ROOT } from './run.mjs';
import { staticProperties } from './static-properties.mjs';

const dist = join(ROOT, 'dist');
const stampFile = join(ROOT, '.reji', 'built');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const external = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
const isExternal = (id) => id.startsWith('node:') || external.some((name) => id === name || id.startsWith(`${name}/`));

/** Settings all builds share. */
const common = { root: ROOT, configFile: false, logLevel: 'warn', publicDir: false };

/** The source behind each entry of package.json's `exports`: `{ bff: '…/src/bff.ts', 'elements/reji-qr': … }`. */
export function entries() {
  const names = Object.values(manifest.exports)
    .map((target) => target.default)
    .filter(Boolean)
    .flatMap((path) => {
      if (!path.includes('*')) return [path.slice('./dist/'.length, -'.js'.length)];
      const files = readdirSync(join(ROOT, 'src/elements')).filter((file) => /^reji-(?!element\.).+\.ts$/.test(file));
      return files.map((file) => `elements/${file.slice(0, -'.ts'.length)}`);
    });
  const sources = Object.fromEntries(names.map((name) => [name, join(ROOT, 'src', `${name}.ts`)]));
  const missing = Object.values(sources).filter((file) => !existsSync(file));
  if (missing.length) throw new Error(`no source for: ${missing.map((file) => relative(ROOT, file)).join(', ')}`);
  return sources;
}

/** ES modules for npm: not minified, dependencies stay imports. */
const buildModules = () =>
  vite({
    ...common,
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: 'es2022',
      sourcemap: true,
      minify: false,
      lib: { entry: entries(), formats: ['es'], fileName: (_format, name) => `${name}.js` },
      rolldownOptions: { external: isExternal, output: { chunkFileNames: 'chunks/[name].js' } },
    },
  });

/** The modules whose ids pass, and all that they import at once. */
function reachOf(context, isRoot) {
  const found = new Set();
  const walk = (id) => {
    if (found.has(id)) return;
    found.add(id);
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) walk(next);
  };
  for (const id of context.getModuleIds()) if (isRoot(id)) walk(id);
  return found;
}

/** A file of texts: each language has its own. */
const isText = (id) => /[\\/]src[\\/]i18n[\\/]\w+[\\/]/.test(id);

/** What only some payments need, each with what is fetched for it alone. What several need lies with the first of all. */
const PARTS = {
  shared: /[\\/]reji-copy-button\.ts$/,
  search: /[\\/]picker-search\.ts$/,
  keeper: /[\\/]reji-keeper-invoice\.ts$/,
  payer: /[\\/]reji-payer-form\.ts$/,
  qr: /[\\/]reji-qr\.ts$/,
  slips: /[\\/]reji-(konbini|bank-transfer)\.ts$/,
  payouts: /[\\/](checkout-payout|reji-(payout-\w+|receipt|question))\.ts$/,
};

/** The bundler's helper for modules that share a file: a file of its own, that would be found only once this one is here. */
const NAMES_HELPER = /import \{ \w+ as __exportAll \} from "[^"]*rolldown-runtime[^"]*";/;
const NAMES_OF =
  'const __exportAll = (all) => Object.defineProperties({}, Object.fromEntries(Object.entries(all).map(([name, get]) => [name, { get }])));';

/**
 * Puts modules that are needed together into one file, which compresses better than many, and writes reji.js, which only
 * imports the first of them: so every other file has a hash in its name and may be cached for ever, and reji.js?v=2 doesn't
 * load everything twice. First what a choice needs; then what every payment needs; then what several parts share, and each
 * part; and the encoder of QR codes.
 */
function pageFiles() {
  let first = new Set();
  const reached = {};
  /** The part that a module belongs to; `shared` when several need it. What payouts share is fetched with the other. */
  const partOf = (id) => {
    const names = Object.keys(PARTS).filter((name) => reached[name]?.has(id));
    const [part, more] = names.length > 1 ? names.filter((name) => name !== 'payouts') : names;
    return more ? 'shared' : part;
  };
  return {
    plugin: {
      name: 'page-files',
      buildEnd() {
        first = reachOf(this, (id) => this.getModuleInfo(id)?.isEntry);
        for (const [name, test] of Object.entries(PARTS)) reached[name] = reachOf(this, (id) => test.test(id));
        const isPart = (id) => Object.values(PARTS).some((test) => test.test(id));
        const isLater = (id) => this.getModuleInfo(id)?.dynamicImporters.length > 0;
        reached.follow = reachOf(this, (id) => isLater(id) && /[\\/]src[\\/]/.test(id) && !isText(id) && !isPart(id));
      },
      // one line for another: maps stay right
      renderChunk: (code) =>
        NAMES_HELPER.test(code) ? { code: code.replace(NAMES_HELPER, NAMES_OF), map: null } : null,
      generateBundle(_options, bundle) {
        const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
        this.emitFile({ type: 'asset', fileName: 'reji.js', source: `import './${entry.fileName}';\n` });
      },
    },
    groups: [
      { name: 'first', test: (id) => first.has(id), priority: 4 },
      { name: 'qrcode', test: /node_modules[\\/](qrcode|dijkstrajs)[\\/]/, priority: 3 },
      { name: 'follow', test: (id) => reached.follow.has(id), priority: 2 },
      ...Object.keys(PARTS).map((name) => ({ name, test: (id) => partOf(id) === name, priority: 1 })),
    ],
  };
}

/** Settings of a self-contained build for a page; also what tools/sizes.mjs measures. */
export function pageBuild() {
  const { plugin, groups } = pageFiles();
  const names = 'chunks/[name]-[hash].js';
  return {
    ...common,
    plugins: [minifyTemplates(), staticProperties(), plugin],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      // A library build: no preload helper in the way of the first picture.
      lib: { entry: { reji: join(ROOT, 'src/define.ts') }, formats: ['es'] },
      minify: 'oxc',
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: names,
          chunkFileNames: names,
          minify: true,
          comments: false,
          codeSplitting: { groups },
        },
      },
    },
  };
}

/** What a page loads with one script tag: dist/cdn/reji.js, and chunks it asks for when they are needed. */
async function buildPage() {
  const { build, ...rest } = pageBuild();
  await vite({ ...rest, build: { ...build, outDir: join(dist, 'cdn'), emptyOutDir: true, sourcemap: true } });
}

/** Changes whenever a source, a package or this script does. */
function fingerprint() {
  const hash = createHash('sha256');
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true }).map((file) =>
    join('src', file.split(sep).join('/')),
  );
  for (const file of [
    ...sources.sort(),
    'package-lock.json',
    'package.json',
    'tsconfig.json',
    'tools/build.mjs',
    'tools/minify-templates.mjs',
  ]) {
    const stat = statSync(join(ROOT, file));
    if (stat.isFile()) hash.update(`${file} ${stat.size} ${stat.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Builds the scripts, only when something changed since last time. Answers whether it built. */
export async function buildScripts() {
  const wanted = fingerprint();
  const done = existsSync(stampFile) && existsSync(join(dist, 'cdn', 'reji.js'));
  if (done && readFileSync(stampFile, 'utf8') === wanted) return false;
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dirname(stampFile), { recursive: true });
  await buildModules();
  await buildPage();
  writeFileSync(stampFile, wanted);
  return true;
}

async function must(what, args) {
  const { ok, output } = await node(args);
  if (!ok) throw new Error(`${what} failed\n${output}`);
}

/** Writes dist/custom-elements.json from the docstrings of the elements. */
export async function buildManifest() {
  await must('manifest', [bin('@custom-elements-manifest/analyzer', 'cem'), 'analyze', '--quiet']);
}

/** Scripts, types and manifest: everything that is published. */
export async function buildAll() {
  await buildScripts();
  await Promise.all([must('types', [bin('typescript', 'tsc'), '-p', 'tsconfig.build.json']), buildManifest()]);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const startedMs = performance.now();
  try {
    await (process.argv.includes('--manifest') ? buildManifest() : buildAll());
    console.log(`built dist in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
