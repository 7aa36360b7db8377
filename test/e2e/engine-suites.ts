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

/** What all suites of this process share: a start takes longer than a purchase. */
const demos = new Map<string, Promise<Demo>>();
const engines = new Map<string, Promise<Engine>>();

function shared<Thing>(things: Map<string, Promise<Thing>>, key: string, start: () => Promise<Thing>): Promise<Thing> {
  const thing = things.get(key) ?? start();
  things.set(key, thing);
  return thing;
}

after(async () => {
  for (const things of [engines, demos]) {
    for (const start of await Promise.allSettled<Engine | Demo>(things.values())) {
      if (start.status === 'fulfilled') await start.value.close();
    }
  }
});

/** Plays every scenario in every engine of those named, against one demo. */
export function scenarios(options: DemoOptions, rows: readonly Row[], among = engineNames): void {
  const by = options.interface ? `, by ${options.interface}` : '';
  for (const name of engineNames.filter((one) => among.includes(one))) {
    describe(name, () => {
      let demo: Demo | undefined;
      let engine: Engine | undefined;
      before(async () => {
        demo = await shared(demos, JSON.stringify({ interface: 'gate', ...options }), () => Demo.start(options));
        engine = await shared(engines, name, () => startEngine(name));
        await demo.inOrder();
      });
      for (const [title, basket, scenario, how = {}] of rows) {
        if (!(how.engines ?? among).includes(name)) continue;
        it(`${title}${by}, in ${name}`, async (test) => {
          if (engine && demo) await play(engine, demo, { basket, ...how }, (purchase) => scenario(purchase, test));
        });
      }
    });
  }
}
