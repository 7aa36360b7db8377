/** The parts of tools/ that are used here, which are plain scripts without types. */
interface Browsers {
  findChromium: () => string | undefined;
  findFirefox: () => string | undefined;
  findWebKit: () => object | undefined;
  CHROMIUM_FLAGS: string[];
}

interface WebKit {
  startWebKit: () => Promise<{ port: number; browser: string; stop: () => void }>;
  freePort: () => Promise<number>;
}

interface Runner {
  ROOT: string;
}

const tool = (name: string): Promise<unknown> => import(new URL(`../../tools/${name}.mjs`, import.meta.url).href);

export const { findChromium, findFirefox, findWebKit, CHROMIUM_FLAGS } = (await tool('browsers')) as Browsers;
export const { startWebKit, freePort } = (await tool('webkit')) as WebKit;
export const { ROOT } = (await tool('run')) as Runner;
