import { after, before, describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { Demo } from './demo.js';
import type { DemoOptions } from './demo.js';
import { engineNames, startEngine } from './engines.js';
import { play } from './purchase.js';
import type { BasketName, Purchase } from './purchase.js';
import type { Engine } from './tab.js';

/** A scenario with its name and what is bought in it. */
export type Row = readonly [
  title: string,
  basket: BasketName,
  scenario: (purchase: Purchase, test: TestContext) => Promise<void>,
  how?: RowOptions,
];

/** How one scenario differs from the others. */
export interface RowOptions {
  /** Played in these only. @default all */
  engines?: readonly string[];
  /** Begins on the checkout page of an order that was made without the browser. @default false */
  quick?: boolean;
  /** Begins without an order: nothing is bought. @default false */
  idle?: boolean;
  /** What the buyer has chosen in the switches; for quick ones. */
  settings?: Readonly<Record<string, string>>;
}

/** More than this one engine plays in two lanes. */
const LANE_ROWS = 12;
/** Lanes of a file that are under way at once; two files are, too. */
const LANES_AT_ONCE = 2;

/** The rows in one lane or in two, those of a lane far apart: neighbours are often alike, and as long. */
function lanes(rows: readonly Row[]): Row[][] {
  if (rows.length <= LANE_ROWS) return [[...rows]];
  return [rows.filter((_, at) => at % 2 === 0), rows.filter((_, at) => at % 2 === 1)];
}

/**
 * Plays every scenario in every engine of those named. The lanes run side by side, each with a demo and a browser of
 * its own, so that none sees what another buys.
 */
export function scenarios(options: DemoOptions, rows: readonly Row[], engines = engineNames): void {
  const by = options.interface ? `, by ${options.interface}` : '';
  describe('engines', { concurrency: LANES_AT_ONCE }, () => {
    for (const name of engineNames.filter((one) => engines.includes(one))) {
      const played = rows.filter(([, , , how = {}]) => (how.engines ?? engines).includes(name));
      for (const lane of lanes(played)) {
        // Said again, because it would be inherited.
        describe(name, { concurrency: 1 }, () => {
          let demo: Demo | undefined;
          let engine: Engine | undefined;
          before(async () => ([demo, engine] = await Promise.all([Demo.start(options), startEngine(name)])));
          after(() => Promise.all([engine?.close(), demo?.close()]));
          for (const [title, basket, scenario, how = {}] of lane) {
            it(`${title}${by}, in ${name}`, async (test) => {
              if (engine && demo) await play(engine, demo, { basket, ...how }, (purchase) => scenario(purchase, test));
            });
          }
        });
      }
    }
  });
}
