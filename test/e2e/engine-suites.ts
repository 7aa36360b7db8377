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
];

/** Plays every scenario in every engine of those named, against one demo. */
export function scenarios(options: DemoOptions, rows: readonly Row[], engines = engineNames): void {
  let demo: Demo | undefined;
  before(async () => (demo = await Demo.start(options)));
  after(() => demo?.close());
  for (const name of engineNames.filter((one) => engines.includes(one))) {
    describe(name, () => {
      let engine: Engine | undefined;
      before(async () => (engine = await startEngine(name)));
      after(() => engine?.close());
      for (const [title, basket, scenario] of rows) {
        it(`${title}, by ${options.interface}, in ${name}`, async (test) => {
          if (engine && demo) await play(engine, demo, basket, (purchase) => scenario(purchase, test));
        });
      }
    });
  }
}
