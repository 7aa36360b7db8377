import assert from 'node:assert/strict';
import { scenarios } from './engine-suites.js';
import type { Row } from './engine-suites.js';
import { STORES } from './methods.js';
import { answerInApp, atTheStore, letExpire, transfer } from './payers.js';

const CHROMIUM = { engines: ['chromium'], quick: true };
const QUICK = { quick: true };
const ENGLISH = { headers: { 'accept-language': 'en' } };

/** The seven methods in one currency: each is declined or expires first, and then paid. */
function rowsIn(currency: 'yen' | 'dollars'): Row[] {
  const basket = currency === 'yen' ? 'yen' : 'fine';
  const stores = STORES.map((name): Row => [
    `${name} expires, then is paid in cash, in ${currency}`,
    basket,
    async (purchase) => {
      const { page } = purchase;
      await purchase.choose(name);
      await page.click('button', 'Get the payment number');
      await page.sees('Pay by');
      await letExpire(purchase);
      await page.sees('Time ran out');
      await page.click('button', 'Start again');
      await page.sees('Pay by');
      await atTheStore(purchase, 'Pay in cash');
      await purchase.isPaidAndDone();
    },
    name === 'Lawson' && currency === 'yen' ? {} : CHROMIUM,
  ]);
  return [
    ...stores,
    [
      `au PAY is declined, then paid on its page, in ${currency}`,
      basket,
      async (purchase) => {
        const { page, demo } = purchase;
        await purchase.choose('au PAY');
        await page.click('button', 'Pay with au PAY');
        await page.arrives(demo.haipay);
        await page.click('button', 'Decline');
        await page.arrives(demo.shop);
        await page.sees('The payment was declined');
        await page.click('button', 'Try au PAY again');
        await page.arrives(demo.haipay);
        await page.click('button', 'Approve');
        await page.arrives(demo.shop);
        await purchase.isPaidAndDone();
      },
      currency === 'yen' ? QUICK : CHROMIUM,
    ],
    [
      `Merpay is declined, then paid by its code, in ${currency}`,
      basket,
      async (purchase) => {
        const { page } = purchase;
        await purchase.choose('Merpay');
        await page.click('button', 'Pay with Merpay');
        await page.sees('Scan this code with Merpay');
        await answerInApp(purchase, 'Decline');
        await page.sees('The payment was declined');
        await page.click('button', 'Try Merpay again');
        await page.sees('Scan this code with Merpay');
        await answerInApp(purchase, 'Approve');
        await purchase.isPaidAndDone();
      },
      currency === 'yen' ? QUICK : CHROMIUM,
    ],
    [
      `GMO Aozora Net Bank expires, then is paid by transfer, in ${currency}`,
      basket,
      async (purchase) => {
        const { page } = purchase;
        await purchase.choose('GMO Aozora Net Bank');
        await page.click('button', 'Show the account');
        await page.sees('Transfer by');
        await letExpire(purchase);
        await page.sees('Time ran out');
        await page.click('button', 'Start again');
        await page.sees('Transfer by');
        await transfer(purchase);
        await purchase.isPaidAndDone();
      },
      currency === 'yen' ? QUICK : CHROMIUM,
    ],
  ];
}

scenarios({}, [
  ...rowsIn('yen'),
  ...rowsIn('dollars'),
  [
    'A transfer comes in two parts',
    'yen',
    async (purchase) => {
      const { page } = purchase;
      await purchase.choose('GMO Aozora Net Bank');
      await page.click('button', 'Show the account');
      await page.sees('Transfer by');
      await transfer(purchase, '1000');
      await page.sees('The amount is not complete');
      await page.sees('2,850');
      const orderPage = await fetch(`${purchase.demo.shop}/orders/${purchase.order}`, ENGLISH);
      assert.match(await orderPage.text(), /A part of the sum has come in/);
      await transfer(purchase);
      await purchase.isPaidAndDone();
    },
    CHROMIUM,
  ],
  [
    'A transfer of too much is paid, and the rest is spoken of',
    'yen',
    async (purchase) => {
      const { page, demo, order } = purchase;
      await purchase.choose('GMO Aozora Net Bank');
      await page.click('button', 'Show the account');
      await page.sees('Transfer by');
      await transfer(purchase, '5000');
      await page.sees('Your order is confirmed. The shop will be in touch with you about the rest.');
      assert.equal(await demo.orderTitle(order), 'Thank you');
      await page.open(`${demo.shop}/orders/${order}`);
      await page.has('button', 'English');
      await page.sees('More came in than the order costs');
    },
    CHROMIUM,
  ],
  [
    'Nothing is paid at the register, then all of it',
    'yen',
    async (purchase) => {
      const { page } = purchase;
      await purchase.choose('7-Eleven');
      await page.click('button', 'Get the payment number');
      await page.sees('Pay by');
      await atTheStore(purchase, 'Cancel');
      await page.sees('Pay by');
      await atTheStore(purchase, 'Pay in cash');
      await purchase.isPaidAndDone();
    },
    CHROMIUM,
  ],
  [
    'A buyer from abroad is asked for a phone number first',
    'yen',
    async (purchase) => {
      const { page } = purchase;
      await purchase.choose('FamilyMart');
      await page.click('button', 'Continue');
      await page.sees('Your details for this payment');
      await page.fill('Phone number', '12');
      await page.click('button', 'Get the payment number');
      await page.sees('6 to 15 digits');
      await page.fill('Phone number', '345 6789');
      await page.click('button', 'Get the payment number');
      await page.sees('company code');
      await atTheStore(purchase, 'Pay in cash');
      await purchase.isPaidAndDone();
    },
    { ...CHROMIUM, settings: { region: 'TH' } },
  ],
]);
