import { scenarios } from './engine-suites.js';
import { WALLETS } from './methods.js';
import { Office } from './office.js';
import { Page } from './page.js';
import { enterNumber, throughCashier } from './payers.js';
import type { Purchase } from './purchase.js';

const QUICK = { quick: true };
const CHROMIUM = { engines: ['chromium'], quick: true };

/** What the buyer reads of the order, on the page where it was paid. */
async function buyerSees({ page, demo, order }: Purchase, words: string): Promise<void> {
  await page.tab.show();
  await page.open(`${demo.shop}/checkout/${order}`);
  await page.sees(words);
}

scenarios({ interface: 'gate' }, [
  [
    'WebMoney Light is given back in part and then in full',
    'fine',
    async (purchase) => {
      const { page, demo, order } = purchase;
      await purchase.payByLight();
      await page.arrives(demo.sandbox);
      await page.follow('button', 'Success');
      await page.follow('link', 'Continue');
      await page.sees('Payment complete');
      const office = await Office.enter(purchase);
      await office.refund(order, '9.80');
      await office.page.sees('Partly refunded');
      await buyerSees(purchase, 'Partly refunded');
      await page.sees('9.80');
      await office.page.tab.show();
      await office.refund(order);
      await office.page.sees('$0.00');
      await buyerSees(purchase, 'Refunded');
    },
    QUICK,
  ],
  [
    'GCash is given back through SBPS, and more than the rest is refused in words',
    'yen',
    async (purchase) => {
      const { page, order } = purchase;
      const [gcash] = WALLETS.filter(({ name }) => name === 'GCash');
      await purchase.choose('GCash');
      await page.click('button', 'Pay with GCash');
      if (gcash) await throughCashier(purchase, gcash, 'Approve');
      await page.sees('Payment complete');
      const office = await Office.enter(purchase);
      await office.refund(order, '850');
      await office.page.open(`${office.url}?order=${order}`);
      await office.page.tab.run(() => document.querySelector<HTMLInputElement>('[name=amount]')?.select());
      await office.page.tab.type('3850');
      await office.page.follow('button', 'Refund');
      await office.page.sees('That is more than is left of the payment.');
      await office.refund(order);
      await buyerSees(purchase, 'Refunded');
    },
    CHROMIUM,
  ],
  [
    'The prepaid number is given back by hand, in SBPS’s admin tool',
    'yen',
    async (purchase) => {
      const { page, demo, order } = purchase;
      await purchase.choose('WebMoney (prepaid number)');
      await page.click('button', 'Pay with WebMoney prepaid');
      await enterNumber(purchase, '1234 5678 9012 3456');
      await page.sees('Payment complete');
      const office = await Office.enter(purchase);
      await office.refund(order);
      await office.page.sees('Ask for it in SBPS’s payment management tool.');
      const tool = new Page(await purchase.browser.newTab());
      await tool.open(`${demo.sbps}/tool`);
      await tool.follow('button', 'Refund request from SPS');
      await office.page.tab.show();
      await office.page.open(`${office.url}?order=${order}`);
      await office.page.follow('button', 'It was made');
      await buyerSees(purchase, 'Refunded');
    },
    CHROMIUM,
  ],
]);
