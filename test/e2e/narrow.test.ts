import assert from 'node:assert/strict';
import { scenarios } from './engine-suites.js';
import type { Purchase } from './purchase.js';
import { puppeteerPage } from './puppeteer-engine.js';
import { sourceOf } from './tab.js';

/** The narrowest window that a page has to fit; CSS pixels. Source: WCAG 2.2, 1.4.10 "Reflow". */
const NARROW = { width: 320, height: 640 };

/** Text twice as large as usual, as a reader sets it in the browser; at once in every page that comes. */
function doubleText(): void {
  const set = () => document.documentElement.style.setProperty('font-size', '200%');
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', set);
  else set();
}

/** Looks at every screen of the checkout and at the shop's own pages: nothing sticks out, no word is broken. */
async function everyScreenFits(purchase: Purchase): Promise<void> {
  const { page, demo, order } = purchase;
  const look = async (screen: string) =>
    assert.deepEqual(
      { screen, out: await page.overflow(), broken: await page.brokenWords() },
      { screen, out: [], broken: [] },
    );
  const inBoth = async (screen: string) => {
    await look(`${screen}, English`);
    await page.follow('button', '日本語');
    await page.has('button', 'English');
    await look(`${screen}, Japanese`);
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
  await purchase.choose('WebMoney Classic');
  await page.has('button', 'Continue');
  await look('a method chosen');
  await page.click('button', 'Continue');
  await page.fill('WMID', '377');
  await page.press('Enter');
  await page.sees('digits are missing');
  await look('a wrong WMID');
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
      'Every screen fits 320 pixels and breaks no word',
      'fine',
      async (purchase) => {
        await puppeteerPage(purchase.page.tab).setViewport(NARROW);
        await everyScreenFits(purchase);
      },
    ],
    [
      'Every screen fits 320 pixels and breaks no word with text of double size',
      'fine',
      async (purchase) => {
        const page = puppeteerPage(purchase.page.tab);
        await page.setViewport(NARROW);
        await page.evaluateOnNewDocument(sourceOf(doubleText, []));
        await everyScreenFits(purchase);
      },
    ],
  ],
  ['chromium'],
);
