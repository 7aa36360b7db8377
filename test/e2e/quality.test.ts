import assert from 'node:assert/strict';
import type { HTTPRequest } from 'puppeteer-core';
import { scenarios } from './engine-suites.js';
import { resultAtMs } from './in-page.js';
import { Page } from './page.js';
import type { Purchase } from './purchase.js';
import { puppeteerPage } from './puppeteer-engine.js';

/** Everything a tab complains of while it is on the shop's pages, and every request to a stranger. */
function complaints({ page, demo }: Purchase): string[] {
  const heard: string[] = [];
  const hear = (what: string) => !what.includes(`${demo.sandbox}/favicon.ico`) && heard.push(what);
  const own = [demo.shop, demo.bff, demo.sandbox];
  const stranger = (request: HTTPRequest) => !own.some((origin) => request.url().startsWith(`${origin}/`));
  puppeteerPage(page.tab)
    .on('request', (request) => stranger(request) && heard.push(`request to ${request.url()}`))
    .on('pageerror', (error) => hear(`page error: ${String(error)}`))
    .on('console', (message) => {
      const elsewhere = message.location().url?.startsWith(demo.sandbox);
      if (!elsewhere && ['error', 'warn'].includes(message.type())) heard.push(`console: ${message.text()}`);
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
        await page.tabTo('input monetix:webmoney-light');
        await page.tab.type(' ');
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
        await page.tabTo('input monetix:webmoney-light');
        await page.press('ArrowDown');
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
  ],
  ['chromium', 'firefox'],
);
