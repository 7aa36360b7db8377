import { scenarios } from './engine-suites.js';
import { fits, fitsIn, makeNarrow, narrow } from './fitting.js';
import { Page } from './page.js';
import { goOnToNumber, letExpire, transfer } from './payers.js';
import type { Purchase } from './purchase.js';

const LANGUAGES = ['日本語', 'ไทย'];

/** Looks at every screen of the checkout and at the shop's own pages: nothing sticks out, no word is broken. */
async function everyScreenFits(purchase: Purchase): Promise<void> {
  const { page, demo, order } = purchase;
  const look = (screen: string) => fits(page, screen);
  const inBoth = (screen: string) => fitsIn(page, screen);
  for (const path of ['/', '/basket', `/orders/${order}`]) {
    await page.open(demo.shop + path);
    await page.has('button', '日本語');
    await inBoth(path);
  }
  await page.open(`${demo.shop}/checkout/${order}`);
  await page.has('button', 'WebMoney Transfer');
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

/** The same for what is paid in Japan: each display before, while and after it is paid. */
async function everyJapaneseScreenFits(purchase: Purchase): Promise<void> {
  const { page, demo } = purchase;
  const inAll = (screen: string) => fitsIn(page, screen, LANGUAGES);
  await inAll('methods');
  await purchase.choose('Lawson');
  await fits(page, 'a method chosen');
  await page.click('button', 'Continue');
  await page.sees('Your details for this payment');
  await page.fill('Phone number', '12');
  await page.press('Enter');
  await page.sees('6 to 15 digits');
  await fits(page, 'a wrong phone number');
  await page.fill('Phone number', '3456789');
  await page.press('Enter');
  await page.sees('confirmation number');
  await inAll('konbini');
  await letExpire(purchase);
  await page.sees('Time ran out');
  await inAll('expired');
  await page.click('button', 'Choose another method');
  await purchase.choose('Merpay');
  await page.click('button', 'Continue');
  await page.fill('Phone number', '12345678');
  await page.press('Enter');
  await page.sees('Scan this code with Merpay');
  await inAll('code');
  await page.click('button', 'Choose another method');
  await purchase.choose('WebMoney (prepaid number)');
  await page.click('button', 'Pay with WebMoney prepaid');
  await goOnToNumber(purchase);
  await page.back();
  await page.sees('Your payment is not finished yet');
  await inAll('came back');
  await page.click('button', 'Choose another method');
  await purchase.choose('GMO Aozora Net Bank');
  await page.click('button', 'Continue');
  await page.fill('Phone number', '12345678');
  await page.press('Enter');
  await page.sees('account holder');
  await inAll('account');
  await transfer(purchase, '1000');
  await page.sees('The amount is not complete');
  await inAll('a part has come');
  const side = new Page(await purchase.browser.newTab());
  await side.open(`${demo.shop}/provider`);
  await side.has('button', 'English');
  await fits(side, 'provider side');
  await makeNarrow(side);
  await fits(side, 'provider side, narrow');
  await page.tab.show();
  await transfer(purchase, '9000');
  await page.sees('Your order is confirmed');
  await inAll('too much has come');
}

scenarios(
  { interface: 'gate' },
  [
    ['Every screen fits 320 pixels and breaks no word, with text of double size too', 'fine', narrow(everyScreenFits)],
    [
      'Every screen of what is paid in Japan fits 320 pixels and breaks no word, with text of double size too',
      'yen',
      narrow(everyJapaneseScreenFits),
      { quick: true, settings: { region: 'TH' } },
    ],
  ],
  ['chromium'],
);
