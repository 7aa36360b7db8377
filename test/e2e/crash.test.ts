import assert from 'node:assert/strict';
import { scenarios } from './engine-suites.js';

/** The page tries again ever more rarely while nothing answers, at last every 30 s. */
const RECONNECT_MS = 45_000;

const QUICK = { quick: true };

scenarios(
  // Callbacks that met a closed door come again after 0.2 s instead of 10.
  { interface: 'gate', timeScale: 0.02 },
  [
    [
      'A power cut while the provider has not answered yet',
      'fine',
      async (purchase) => {
        const { demo, page } = purchase;
        await demo.faults({ delayMs: '2500', receiptDelayMs: '60000' });
        await purchase.payByLight();
        await page.sees('Your payment is being checked');
        await demo.kill();
        await demo.run();
        await page.arrives(demo.sandbox, RECONNECT_MS);
        await page.follow('button', 'Success');
        await page.follow('link', 'Continue');
        await purchase.isPaid();
      },
      QUICK,
    ],
    [
      'A power cut while the invoice waits',
      'fine',
      async (purchase) => {
        const { demo, page } = purchase;
        await demo.faults({});
        await purchase.askForInvoice();
        await demo.kill();
        await demo.run();
        await purchase.answerInKeeper('Pay');
        await page.sees('Payment complete', RECONNECT_MS);
        await purchase.isPaid();
      },
      QUICK,
    ],
    [
      'A power cut while the buyer is on the form',
      'fine',
      async (purchase) => {
        const { demo, page } = purchase;
        await purchase.payByLight();
        await page.arrives(demo.sandbox);
        await demo.kill();
        await demo.run();
        await page.follow('button', 'Success');
        await page.follow('link', 'Continue');
        await purchase.isPaid();
      },
      QUICK,
    ],
    [
      'Ctrl-C ends it cleanly, and a start after it knows what was paid',
      'fine',
      async (purchase) => {
        const { demo, page } = purchase;
        await purchase.payByLight();
        await page.arrives(demo.sandbox);
        await page.follow('button', 'Success');
        await page.follow('link', 'Continue');
        await purchase.isPaid();
        await demo.interrupt();
        assert.doesNotMatch(demo.tail(), /error/);
        await assert.rejects(fetch(demo.shop));
        await demo.run();
        assert.equal(await demo.orderTitle(purchase.order), 'Thank you');
      },
      QUICK,
    ],
  ],
  ['chromium'],
);
