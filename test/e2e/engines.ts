import { startChromium, startFirefox } from './puppeteer-engine.js';
import type { Engine } from './tab.js';
import { findChromium, findFirefox, findWebKit } from './tools.js';
import { startWebKitGtk } from './webdriver-engine.js';

const STARTS: Record<string, { found: () => unknown; start: () => Promise<Engine> }> = {
  chromium: { found: findChromium, start: startChromium },
  firefox: { found: findFirefox, start: startFirefox },
  webkit: { found: findWebKit, start: startWebKitGtk },
};

/** Names of the engines to test in: those of the environment's `ENGINES`, else all that this machine has. */
export const engineNames: readonly string[] =
  process.env.ENGINES?.split(',').filter((name) => name in STARTS) ??
  Object.keys(STARTS).filter((name) => STARTS[name]?.found());

/** @throws Error for an engine that is not one */
export function startEngine(name: string): Promise<Engine> {
  const engine = STARTS[name];
  if (!engine) throw new Error(`no engine is called ${name}`);
  return engine.start();
}
