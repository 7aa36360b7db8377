import assert from 'node:assert/strict';
import { scenarios } from './engine-suites.js';
import type { Purchase } from './purchase.js';
import { puppeteerPage } from './puppeteer-engine.js';
import { sourceOf } from './tab.js';

/** Text twice as large as usual, as a reader sets it in the browser; at once in every page that comes. */
function doubleText(): void {
  const set = () => document.documentElement.style.setProperty('font-size', '200%');
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', set);
  else set();
}

/** Looks at every screen of the checkout, and the shop's own pages around it. */
async function everyScreenFits(purchase: Purchase): Promise<void> {
  const { page, demo, order } = purchase;
  const fits = async (screen: string) => assert.deepEqual(await page.overflow(), [], screen);
  const inBoth = async (screen: string) => {
    await fits(`${screen}, English`);
    await page.follow('button', '日本語');
    await page.has('button', 'English');
    await fits(`${screen}, Japanese`);
    await page.follow('button', 'English');
  };
  for (const path of ['/', '/basket', `/orders/${order}`]) {
    await page.open(demo.shop + path);
    await page.has('button', '日本語');
    await inBoth(path);
  }
  await page.open(`${demo.shop}/checkout/${order}`);
  await page.has('radio', 'WebMoney Classic');
  await inBoth('methods');
  await page.click('radio', 'WebMoney Classic');
  await page.has('button', 'Continue');
  await fits('a method chosen');
  await page.click('button', 'Continue');
  await page.fill('WMID', '377');
  await page.press('Enter');
  await page.sees('digits are missing');
  await fits('a wrong WMID');
  await page.click('button', 'Choose another method');
  await purchase.askForInvoice();
  await inBoth('invoice');
  await purchase.answerInKeeper('Refuse');
  await page.sees('The payment was declined');
  await inBoth('declined');
  await page.click('button', 'Pay another way');
  await purchase.payByLight();
  await page.arrives(demo.sandbox);
  await page.follow('button', 'Cancel');
  await page.sees('Your payment is not finished yet');
  await inBoth('came back');
  await page.click('button', 'Continue to WebMoney again');
  await page.arrives(demo.sandbox);
  await page.follow('button', 'Success');
  await page.follow('link', 'Continue');
  await page.sees('Payment complete');
  await inBoth('paid');
}

scenarios(
  { interface: 'gate' },
  [
    [
      'Every screen fits 320 pixels',
      'fine',
      async (purchase) => {
        await puppeteerPage(purchase.page.tab).setViewport({ width: 320, height: 640 });
        await everyScreenFits(purchase);
      },
    ],
    [
      'Every screen fits 320 pixels with text of double size',
      'fine',
      async (purchase) => {
        const page = puppeteerPage(purchase.page.tab);
        await page.setViewport({ width: 320, height: 640 });
        await page.evaluateOnNewDocument(sourceOf(doubleText, []));
        await everyScreenFits(purchase);
      },
    ],
  ],
  ['chromium'],
);
