import { scenarios } from './engine-suites.js';
import type { Purchase } from './purchase.js';

/** Through Payment Page to an answer on WebMoney's form, and back through Payment Page. */
async function answerForm({ page, demo }: Purchase, answer: string): Promise<void> {
  await page.arrives(`${demo.sandbox}/payment/`);
  await page.follow('button', 'Continue to WebMoney');
  await page.follow('button', answer);
  await page.follow('link', 'Continue');
  await page.follow('link', 'Return to the shop');
  await page.arrives(demo.shop);
}

/** The WMID is asked for by Payment Page; the invoice waits in Keeper, in a second tab. */
async function payTheInvoice(purchase: Purchase): Promise<void> {
  const { page, demo, wmid } = purchase;
  await purchase.choose('WebMoney Classic');
  await page.click('button', 'Pay with WebMoney');
  await page.arrives(`${demo.sandbox}/payment/`);
  await page.fill('WMID', wmid);
  await page.follow('button', 'Pay ');
  await page.sees('An invoice was sent to your wallet');
  await purchase.answerInKeeper('Pay');
  await page.tab.reload();
  await page.follow('link', 'Return to the shop');
  await page.arrives(demo.shop);
}

/** Only the first goes all the way from the shelf. */
const QUICK = { quick: true };

scenarios({ interface: 'payment-page' }, [
  [
    'Light is paid',
    'fine',
    async (purchase) => {
      await purchase.payByLight();
      await answerForm(purchase, 'Success');
      await purchase.isPaid();
    },
  ],
  [
    'Light is declined',
    'fine',
    async (purchase) => {
      await purchase.payByLight();
      await answerForm(purchase, 'Decline');
      await purchase.isDeclined('did not accept the payment');
    },
    QUICK,
  ],
  [
    'Light is left without paying, continued and paid',
    'fine',
    async (purchase) => {
      const { page, demo } = purchase;
      await purchase.payByLight();
      await page.arrives(`${demo.sandbox}/payment/`);
      await page.follow('link', 'Return to the shop without paying');
      await purchase.staysUnfinished();
      await page.click('button', 'Continue to WebMoney again');
      await answerForm(purchase, 'Success');
      await purchase.isPaid();
    },
    QUICK,
  ],
  [
    'Classic is paid in Keeper',
    'fine',
    async (purchase) => {
      await payTheInvoice(purchase);
      await purchase.isPaid();
    },
    QUICK,
  ],
  [
    'Classic is declined by its amount',
    'declined',
    async (purchase) => {
      await payTheInvoice(purchase);
      await purchase.isDeclined('did not accept the payment');
    },
    QUICK,
  ],
]);
