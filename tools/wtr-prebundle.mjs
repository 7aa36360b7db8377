// Browser tests load native modules: a CommonJS package is served to them as one ES module with its names kept.
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './run.mjs';

/** A file that is not there: its text is made up. */
const ENTRY = join(ROOT, '__prebundled.js');

/** @param packages names of packages, each with the names it exports: `{ qrcode: ['create'] }` */
export function prebundlePlugin(packages) {
  const served = new Map();
  const pathOf = (name) => `/__prebundled/${name.replaceAll('/', '_')}.js`;
  const bundled = async (name, exports) => {
    const source = `import all from '${name}'; export default all; export const { ${exports.join(', ')} } = all;`;
    const { output } = [
      await build({
        root: ROOT,
        configFile: false,
        logLevel: 'error',
        plugins: [
          {
            name: 'prebundled-entry',
            enforce: 'pre',
            resolveId: (id) => (id === ENTRY ? ENTRY : null),
            load: (id) => (id === ENTRY ? source : null),
          },
        ],
        build: { write: false, minify: false, lib: { entry: ENTRY, formats: ['es'] } },
      }),
    ].flat()[0];
    return output[0].code;
  };
  return {
    name: 'prebundle-cjs',
    async serverStart() {
      for (const [name, exports] of Object.entries(packages)) served.set(pathOf(name), await bundled(name, exports));
    },
    resolveImport: ({ source }) => (Object.hasOwn(packages, source) ? pathOf(source) : undefined),
    serve({ path }) {
      const body = served.get(path);
      return body && { body, type: 'js' };
    },
  };
}
