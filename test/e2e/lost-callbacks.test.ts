import assert from 'node:assert/strict';
import { scenarios } from './engine-suites.js';

const QUICK = { quick: true };

scenarios(
  { interface: 'gate' },
  [
    [
      'Callbacks that come three times each and in the wrong order pay once',
      'fine',
      async (purchase) => {
        const { demo } = purchase;
        await demo.faults({ duplicate: '3', reorder: 'on' });
        await purchase.askForInvoice();
        await purchase.answerInKeeper('Pay');
        await purchase.isPaid();
        const [payment] = await purchase.payments();
        assert.equal(await demo.callbacks(payment?.id ?? '', 'waiting'), 0);
        assert.equal(await demo.callbacks(payment?.id ?? '', 'delivered'), 6);
      },
      QUICK,
    ],
    [
      'A lost callback is overtaken by a question',
      'fine',
      async (purchase) => {
        const { demo, page } = purchase;
        await demo.faults({});
        await purchase.askForInvoice();
        await demo.faults({ lose: 'all' });
        await purchase.answerInKeeper('Pay');
        await page.sees('Payment complete', 45_000);
        const [payment] = await purchase.payments();
        assert.equal(await demo.callbacks(payment?.id ?? '', 'lost'), 1);
        await purchase.isPaid();
      },
      QUICK,
    ],
  ],
  ['chromium'],
);
