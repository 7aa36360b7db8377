import { fileURLToPath } from 'node:url';

/** What vite's builder answers, as far as it is needed here. */
interface Bundle {
  output: readonly { type: string; isEntry?: boolean; code?: string }[];
}

let made: Promise<string> | undefined;

/**
 * The office's own script in one module: reji's marks, its copy button, and what keeps the page up to date. It is made
 * when it is asked for first, for most who start the demo never open the office.
 */
export function clientBundle(): Promise<string> {
  made ??= bundle().catch((error: unknown) => {
    made = undefined;
    throw error;
  });
  return made;
}

async function bundle(): Promise<string> {
  const { build } = await import('vite');
  const result = (await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('client.ts', import.meta.url)), formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  })) as Bundle | Bundle[];
  const { output } = Array.isArray(result) ? (result[0] ?? { output: [] }) : result;
  const code = output.find((file) => file.type === 'chunk')?.code;
  if (code === undefined) throw new Error('the office has no script');
  return code;
}
