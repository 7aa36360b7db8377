/** The parts of tools/ that are used here, which are plain scripts without types. */
interface Browsers {
  findChromium: () => string | undefined;
  findFirefox: () => string | undefined;
  findWebKit: () => object | undefined;
  CHROMIUM_FLAGS: string[];
}

interface WebKit {
  startWebKit: () => Promise<{ port: number; browser: string; stop: () => void }>;
}

interface FreePort {
  freePort: () => Promise<number>;
}

interface Runner {
  ROOT: string;
}

const tool = (name: string): Promise<unknown> => import(new URL(`../../tools/${name}.mjs`, import.meta.url).href);

/** Where the browsers of this machine are, and how Chromium is started for tests. */
export const { findChromium, findFirefox, findWebKit, CHROMIUM_FLAGS } = (await tool('browsers')) as Browsers;
/** Starts WebKitGTK's driver on a display of its own. */
export const { startWebKit } = (await tool('webkit')) as WebKit;
/** Finds a TCP port that is free. */
export const { freePort } = (await tool('free-port')) as FreePort;
/** The repository's folder. */
export const { ROOT } = (await tool('run')) as Runner;
