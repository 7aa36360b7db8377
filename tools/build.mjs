// Builds dist/: one ES module a package entry, one self-contained folder for a CDN, types, and the manifest.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as vite } from 'vite';
import { minifyTemplates } from './minify-templates.mjs';
import { bin, node, ROOT } from './run.mjs';

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

/** What some payments show and most don't: a code, numbers for a store, an account. */
const isDisplay = (id) => /[\\/]reji-(qr|konbini|bank-transfer)\.ts$/.test(id);

/** What only payouts show. */
const isPayout = (id) => /[\\/](checkout-payout|reji-(payout-\w+|receipt|question))\.ts$/.test(id);

/**
 * Puts modules that are needed together into one file, which compresses better than many, and writes reji.js, which only
 * imports the first of them: so every other file has a hash in its name and may be cached for ever, and reji.js?v=2 doesn't
 * load everything twice. First what a choice needs; then what every payment needs; then the displays, and the encoder of
 * QR codes; then all of payouts, which no payment loads.
 */
function pageFiles() {
  let [first, follow, displays] = [new Set(), new Set(), new Set()];
  return {
    plugin: {
      name: 'page-files',
      buildEnd() {
        first = reachOf(this, (id) => this.getModuleInfo(id)?.isEntry);
        const isLater = (id) => this.getModuleInfo(id)?.dynamicImporters.length > 0;
        follow = reachOf(
          this,
          (id) => isLater(id) && /[\\/]src[\\/]/.test(id) && !isText(id) && !isDisplay(id) && !isPayout(id),
        );
        displays = reachOf(this, isDisplay);
      },
      generateBundle(_options, bundle) {
        const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
        this.emitFile({ type: 'asset', fileName: 'reji.js', source: `import './${entry.fileName}';\n` });
      },
    },
    groups: [
      { name: 'first', test: (id) => first.has(id), priority: 3 },
      { name: 'follow', test: (id) => follow.has(id), priority: 2 },
      { name: 'qrcode', test: /node_modules[\\/](qrcode|dijkstrajs)[\\/]/, priority: 1 },
      { name: 'displays', test: (id) => displays.has(id), priority: 1 },
      { name: 'payouts', test: (id) => !isText(id) },
    ],
  };
}

/** Settings of a self-contained build for a page; also what tools/sizes.mjs measures. */
export function pageBuild() {
  const { plugin, groups } = pageFiles();
  const names = 'chunks/[name]-[hash].js';
  return {
    ...common,
    plugins: [minifyTemplates(), plugin],
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
