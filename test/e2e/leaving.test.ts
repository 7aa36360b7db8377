import assert from 'node:assert/strict';
import { scenarios } from './engine-suites.js';
import { Page } from './page.js';
import type { Purchase } from './purchase.js';
import { FrameTab, puppeteerPage } from './puppeteer-engine.js';
import { until } from './until.js';

async function finishOnTheForm({ page, demo }: Purchase): Promise<void> {
  await page.arrives(demo.sandbox);
  await page.follow('button', 'Success');
  await page.follow('link', 'Continue');
  await page.arrives(demo.shop);
}

const QUICK = { quick: true };

scenarios(
  { interface: 'gate' },
  [
    [
      'Reloading in every state of Light changes nothing',
      'fine',
      async (purchase) => {
        const { page, demo } = purchase;
        await purchase.choose('WebMoney Light');
        await page.reload();
        await page.sees('Choose how to pay');
        await demo.faults({ delayMs: '5000' });
        await purchase.payByLight();
        await page.sees('Your payment is being checked');
        await page.reload();
        await page.sees('Your payment is being checked');
        await page.arrives(demo.sandbox);
        await demo.faults({});
        await page.follow('button', 'Cancel');
        await purchase.staysUnfinished();
        await page.reload();
        await purchase.staysUnfinished();
        await page.click('button', 'Continue to WebMoney again');
        await finishOnTheForm(purchase);
        await page.sees('Payment complete');
        await page.reload();
        await purchase.isPaid();
      },
      QUICK,
    ],
    [
      'Reloading in every state of Classic changes nothing',
      'declined',
      async (purchase) => {
        const { page } = purchase;
        await purchase.choose('WebMoney Classic');
        await page.click('button', 'Continue');
        await page.fill('WMID', '377');
        await page.reload();
        await page.sees('Choose how to pay');
        await purchase.askForInvoice();
        const [deadline] = /Until [^)]*/.exec(await page.words()) ?? [];
        assert.ok(deadline);
        await page.reload();
        await page.sees('The invoice is in your Keeper');
        await page.sees(deadline);
        await purchase.answerInKeeper('Pay');
        await page.sees('The payment was declined');
        await page.reload();
        await purchase.isDeclined('did not accept the payment');
      },
      QUICK,
    ],
    [
      'A double click pays once',
      'fine',
      async (purchase) => {
        const { page } = purchase;
        await purchase.choose('WebMoney Light');
        await page.clickTwice('button', 'Pay with WebMoney');
        await finishOnTheForm(purchase);
        await purchase.isPaid();
      },
      QUICK,
    ],
    [
      'A checkout in an iframe leaves by the top window',
      'fine',
      async (purchase) => {
        const { demo, page, order } = purchase;
        const outer = `${demo.shop}/framed`;
        const inner = `${demo.shop}/checkout/${order}`;
        const browserPage = puppeteerPage(page.tab);
        await browserPage.setRequestInterception(true);
        browserPage.on('request', (request) => {
          const body = `<!doctype html><title>Framed</title><iframe src="${inner}" width="600" height="700"></iframe>`;
          void (request.url() === outer ? request.respond({ contentType: 'text/html', body }) : request.continue());
        });
        await page.open(outer);
        const frame = await until('the frame', () =>
          Promise.resolve(browserPage.frames().find((one) => one.url() === inner)),
        );
        const framed = new Page(new FrameTab(browserPage, frame));
        await framed.has('radio', 'WebMoney Light');
        await framed.tab.run(() => document.querySelector('reji-checkout')?.setAttribute('redirect-target', 'top'));
        await framed.click('radio', 'WebMoney Light');
        await framed.click('button', 'Pay with WebMoney');
        await finishOnTheForm(purchase);
        await purchase.isPaid();
      },
      QUICK,
    ],
  ],
  ['chromium'],
);
