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

/** Plays every scenario in every engine of those named, against one demo. */
export function scenarios(options: DemoOptions, rows: readonly Row[], engines = engineNames): void {
  let demo: Demo | undefined;
  before(async () => (demo = await Demo.start(options)));
  after(() => demo?.close());
  const by = options.interface ? `, by ${options.interface}` : '';
  for (const name of engineNames.filter((one) => engines.includes(one))) {
    describe(name, () => {
      let engine: Engine | undefined;
      before(async () => (engine = await startEngine(name)));
      after(() => engine?.close());
      for (const [title, basket, scenario, how = {}] of rows) {
        if (!(how.engines ?? engines).includes(name)) continue;
        it(`${title}${by}, in ${name}`, async (test) => {
          if (engine && demo) await play(engine, demo, { basket, ...how }, (purchase) => scenario(purchase, test));
        });
      }
    });
  }
}
