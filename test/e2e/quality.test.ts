import assert from 'node:assert/strict';
import type { HTTPRequest } from 'puppeteer-core';
import { scenarios } from './engine-suites.js';
import { resultAtMs } from './in-page.js';
import { Page } from './page.js';
import { answerInApp, goOnToNumber } from './payers.js';
import { SEARCH } from './purchase.js';
import type { Purchase } from './purchase.js';
import { puppeteerPage } from './puppeteer-engine.js';

/** Everything a tab complains of while it is on the shop's pages, and every request to a stranger. */
function complaints({ page, demo }: Purchase): string[] {
  const heard: string[] = [];
  const hear = (what: string) => !what.includes(`${demo.sandbox}/favicon.ico`) && heard.push(what);
  const sandboxes = [demo.sandbox, demo.sbps, demo.haipay];
  const own = [demo.shop, demo.bff, ...sandboxes];
  const stranger = (request: HTTPRequest) => !own.some((origin) => request.url().startsWith(`${origin}/`));
  puppeteerPage(page.tab)
    .on('request', (request) => stranger(request) && heard.push(`request to ${request.url()}`))
    .on('pageerror', (error) => hear(`page error: ${String(error)}`))
    .on('console', (message) => {
      const from = message.location().url ?? '';
      if (!sandboxes.some((origin) => from.startsWith(origin)) && ['error', 'warn'].includes(message.type()))
        heard.push(`console: ${message.text()}`);
    });
  return heard;
}

/** Presses Pay in Keeper without a browser. */
async function payTheInvoice({ demo, wmid }: Purchase): Promise<void> {
  const list = await (await fetch(`${demo.sandbox}/keeper?wmid=${wmid}`)).text();
  const token = /name="token" value="(\w+)"/.exec(list)?.[1] ?? '';
  const body = new URLSearchParams({ token, wmid, answer: 'pay' });
  await fetch(`${demo.sandbox}/keeper/answer`, { method: 'POST', body, redirect: 'manual' });
}

/** Finds a method by the search and chooses it, all by keyboard. */
async function chooseByKeyboard({ page }: Purchase, words: string, id: string): Promise<void> {
  await page.tabTo(SEARCH);
  await page.tab.type(words);
  await page.sees('1 way to pay');
  await page.tabTo(`input ${id}`);
  await page.tab.type(' ');
}

scenarios(
  { interface: 'gate' },
  [
    [
      'The strict policy holds, the console is silent and no stranger is asked',
      'fine',
      async (purchase) => {
        const { page, demo } = purchase;
        const heard = complaints(purchase);
        const answer = await fetch(await page.url());
        assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'; script-src 'self'/);
        await purchase.askForInvoice();
        await page.click('button', 'Choose another method');
        await purchase.payByLight();
        await page.arrives(demo.sandbox);
        await page.follow('button', 'Success');
        await page.follow('link', 'Continue');
        await page.sees('Payment complete');
        assert.deepEqual(heard, []);
      },
    ],
    [
      'The strict policy holds and the console is silent for what is paid in Japan',
      'yen',
      async (purchase) => {
        const { page, demo } = purchase;
        const heard = complaints(purchase);
        await purchase.choose('FamilyMart');
        await page.click('button', 'Get the payment number');
        await page.sees('company code');
        await page.click('button', 'Choose another method');
        await purchase.choose('GMO Aozora Net Bank');
        await page.click('button', 'Show the account');
        await page.sees('account holder');
        await page.click('button', 'Choose another method');
        await purchase.choose('WebMoney (prepaid number)');
        await page.click('button', 'Pay with WebMoney prepaid');
        await goOnToNumber(purchase);
        await page.follow('button', 'Cancel and go back to the shop');
        await page.follow('button', 'Back to the shop');
        await page.sees('The payment was ended');
        await page.click('button', 'Pay another way');
        await purchase.choose('Merpay');
        await page.click('button', 'Pay with Merpay');
        await page.sees('Scan this code with Merpay');
        await answerInApp(purchase, 'Approve');
        await purchase.isPaid();
        await page.open(`${demo.shop}/provider`);
        await page.sees('What waits at the make-believe providers');
        assert.deepEqual(heard, []);
      },
      { quick: true },
    ],
    [
      'The result is on the screen by itself',
      'fine',
      async (purchase, test) => {
        const { page } = purchase;
        await purchase.askForInvoice();
        const seen = page.tab.run(resultAtMs);
        const pressedAtMs = Date.now();
        await payTheInvoice(purchase);
        const seenAtMs = await seen;
        test.diagnostic(
          `from the press in Keeper, which sends the callback, to the result: ${seenAtMs - pressedAtMs} ms`,
        );
        await purchase.isPaid();
      },
    ],
    [
      'Light can be paid by keyboard alone',
      'fine',
      async (purchase) => {
        const { page, demo } = purchase;
        await chooseByKeyboard(purchase, 'WebMoney Light', 'monetix:webmoney-light');
        await page.tabTo('Pay with WebMoney');
        await page.press('Enter');
        await page.arrives(demo.sandbox);
        await page.has('button', 'Success');
        await page.tabTo('Success');
        await page.press('Enter');
        await page.sees('Payment successful');
        await page.tabTo('Continue');
        await page.press('Enter');
        await purchase.isPaid();
      },
    ],
    [
      'Classic can be paid by keyboard alone',
      'fine',
      async (purchase) => {
        const { page, demo, browser, wmid } = purchase;
        await chooseByKeyboard(purchase, 'Classic', 'monetix:webmoney');
        await page.tabTo('Continue');
        await page.press('Enter');
        await page.has('textbox', 'WMID');
        assert.equal(await page.focused(), 'input');
        await page.tab.type(wmid);
        await page.press('Enter');
        await page.sees('The invoice is in your Keeper');
        const keeper = new Page(await browser.newTab());
        await keeper.open(`${demo.sandbox}/keeper?wmid=${wmid}`);
        await keeper.tabTo('Pay invoice');
        await keeper.press('Enter');
        await page.tab.show();
        await purchase.isPaid();
      },
    ],
    [
      'A convenience store can be paid by keyboard alone',
      'yen',
      async (purchase) => {
        const { page, demo, browser, order } = purchase;
        await chooseByKeyboard(purchase, 'Lawson', 'haipay:konbini-lawson');
        await page.tabTo('Get the payment number');
        await page.press('Enter');
        await page.sees('confirmation number');
        const store = new Page(await browser.newTab());
        await store.open(`${demo.shop}/provider`);
        await store.tabTo(`Open ${order}`);
        await store.press('Enter');
        await store.has('button', 'Ring up');
        await store.tabTo('Ring up');
        await store.press('Enter');
        await store.has('button', 'Pay in cash');
        await store.tabTo('Pay in cash');
        await store.press('Enter');
        await store.sees('paid in cash');
        await page.tab.show();
        await purchase.isPaid();
      },
      { quick: true },
    ],
    [
      'A wallet of Alipay+ can be paid by keyboard alone',
      'yen',
      async (purchase) => {
        const { page, demo } = purchase;
        await chooseByKeyboard(purchase, 'Indonesia', 'sbps:alipay-plus/dana');
        await page.tabTo('Pay with DANA');
        await page.press('Enter');
        await page.arrives(demo.sbps);
        for (const name of ['Alipay+', 'DANA (Indonesia)']) {
          await page.has('button', name);
          await page.tabTo(name);
          await page.press('Enter');
        }
        await page.has('textbox', 'Account');
        await page.tabTo('input');
        await page.tab.type('sample');
        await page.press('Enter');
        await page.has('button', 'Approve');
        await page.tabTo('Approve');
        await page.press('Enter');
        await page.has('link', 'Continue');
        await page.tabTo('Continue');
        await page.press('Enter');
        await page.has('button', 'Back to the shop');
        await page.tabTo('Back to the shop');
        await page.press('Enter');
        await purchase.isPaid();
      },
      { quick: true },
    ],
  ],
  ['chromium', 'firefox'],
);
