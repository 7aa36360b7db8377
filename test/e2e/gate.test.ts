import { scenarios } from './engine-suites.js';
import type { Purchase } from './purchase.js';

/** From the checkout to an answer on WebMoney's form, which opens by itself, and back by its link. */
async function answerForm({ page, demo }: Purchase, answer: string): Promise<void> {
  await page.arrives(demo.sandbox);
  await page.follow('button', answer);
  await page.follow('link', 'Continue');
  await page.arrives(demo.shop);
}

/** Only the first goes all the way from the shelf. */
const QUICK = { quick: true };
/** What no engine does in its own way. */
const CHROMIUM = { engines: ['chromium'], quick: true };

scenarios({ interface: 'gate' }, [
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
    'declined',
    async (purchase) => {
      await purchase.payByLight();
      await answerForm(purchase, 'Success');
      await purchase.isDeclined('did not accept the payment');
    },
    QUICK,
  ],
  [
    'Light is declined above a limit',
    'limited',
    async (purchase) => {
      await purchase.payByLight();
      await answerForm(purchase, 'Success');
      await purchase.isDeclined('above the limit of the account');
    },
    CHROMIUM,
  ],
  [
    'Light is canceled on the form, continued and paid',
    'fine',
    async (purchase) => {
      const { page, demo } = purchase;
      await purchase.payByLight();
      await page.arrives(demo.sandbox);
      await page.follow('button', 'Cancel');
      await purchase.staysUnfinished();
      await page.click('button', 'Continue to WebMoney again');
      await answerForm(purchase, 'Success');
      await purchase.isPaid();
    },
    CHROMIUM,
  ],
  [
    'Light is left by Back, which posts nothing anew, continued and paid',
    'fine',
    async (purchase) => {
      const { page, demo } = purchase;
      await purchase.payByLight();
      await page.arrives(demo.sandbox);
      await page.has('button', 'Success');
      await page.back();
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
      await purchase.askForInvoice();
      await purchase.answerInKeeper('Pay');
      await purchase.isPaid();
    },
    QUICK,
  ],
  [
    'Classic is refused in Keeper',
    'fine',
    async (purchase) => {
      await purchase.askForInvoice();
      await purchase.answerInKeeper('Refuse');
      await purchase.isDeclined('No payment has reached the shop');
    },
    CHROMIUM,
  ],
  [
    'Classic is declined by its amount',
    'declined',
    async (purchase) => {
      await purchase.askForInvoice();
      await purchase.answerInKeeper('Pay');
      await purchase.isDeclined('did not accept the payment');
    },
    QUICK,
  ],
]);
