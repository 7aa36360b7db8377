import assert from 'node:assert/strict';
import { scenarios } from './engine-suites.js';
import { WALLETS } from './methods.js';
import { throughCashier, transfer } from './payers.js';

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
    [
      'Results of SBPS that come three times, and after the buyer, pay once',
      'yen',
      async (purchase) => {
        const { demo, page } = purchase;
        await demo.faults({ duplicate: '3', delayMs: '2000' }, 'sbps');
        const wallet = WALLETS.find(({ name }) => name === 'GCash') ?? WALLETS[0];
        await purchase.choose(wallet.name);
        await page.click('button', `Pay with ${wallet.name}`);
        await throughCashier(purchase, wallet, 'Approve');
        await page.sees('Your payment is being checked');
        await purchase.isPaidAndDone();
        await demo.faults({}, 'sbps');
      },
      QUICK,
    ],
    [
      'A transfer in two parts is paid though HaiPay’s notices are lost',
      'yen',
      async (purchase) => {
        const { demo, page } = purchase;
        await demo.faults({ lose: 'all' }, 'haipay');
        await purchase.choose('GMO Aozora Net Bank');
        await page.click('button', 'Show the account');
        await page.sees('account holder');
        await transfer(purchase, '1000');
        await page.sees('The amount is not complete', 45_000);
        await transfer(purchase);
        await page.sees('Payment complete', 45_000);
        await purchase.isPaidAndDone();
        await demo.faults({}, 'haipay');
      },
      QUICK,
    ],
  ],
  ['chromium'],
);
