import { scenarios } from './engine-suites.js';
import type { Row } from './engine-suites.js';
import { WALLETS } from './methods.js';
import type { Wallet } from './methods.js';
import { Page } from './page.js';
import { enterNumber, goOnToNumber, throughCashier } from './payers.js';
import type { Purchase } from './purchase.js';
import { until } from './until.js';

const CHROMIUM = { engines: ['chromium'], quick: true };
/** One wallet that is scanned and one that is logged in to are tried in every engine. */
const EVERYWHERE: readonly string[] = ['GCash', 'Boost'];
const [PREPAID, CALLED] = ['WebMoney (prepaid number)', 'WebMoney prepaid'] as const;

const wallets = WALLETS.map((wallet): Row => {
  const { name } = wallet;
  return [
    `${name} of Alipay+ is declined, then paid`,
    'yen',
    async (purchase) => {
      const { page } = purchase;
      await purchase.choose(name);
      await page.click('button', `Pay with ${name}`);
      await throughCashier(purchase, wallet, 'Decline');
      await page.sees('The payment was declined');
      await page.click('button', `Try ${name} again`);
      await throughCashier(purchase, wallet, 'Approve');
      await page.sees('Alipay+');
      await purchase.isPaidAndDone();
    },
    EVERYWHERE.includes(name) ? { quick: name !== 'GCash' } : CHROMIUM,
  ];
});

/** Ends the time of the newest payment at SBPS, by its own button, and lets the buyer's page see it. */
async function timeRunsOut({ page, browser, demo }: Purchase): Promise<void> {
  await page.arrives(`${demo.sbps}/pay/`);
  const front = new Page(await browser.newTab());
  await front.open(`${demo.sbps}/`);
  await front.follow('button', 'Let its time run out');
  await page.tab.show();
  await page.reload();
  await page.sees('Time is up');
  await page.follow('button', 'Back to the shop');
}

/** Chooses a wallet and goes to SBPS's screen. @returns the wallet */
async function leaveForCashier(purchase: Purchase): Promise<Wallet> {
  const { page, demo } = purchase;
  const [wallet] = WALLETS;
  await purchase.choose(wallet.name);
  await page.click('button', `Pay with ${wallet.name}`);
  await page.arrives(demo.sbps);
  return wallet;
}

scenarios({}, [
  ...wallets,
  [
    'The ten minutes of Alipay+ run out, and GCash is started again and paid',
    'yen',
    async (purchase) => {
      const { page } = purchase;
      const [gcash] = WALLETS.filter(({ name }) => name === 'GCash');
      await purchase.choose('GCash');
      await page.click('button', 'Pay with GCash');
      await timeRunsOut(purchase);
      await page.sees('Time ran out');
      await page.sees('You were not charged unless GCash says so');
      await page.click('button', 'Start again');
      if (gcash) await throughCashier(purchase, gcash, 'Approve');
      await purchase.isPaidAndDone();
    },
    CHROMIUM,
  ],
  [
    'A wallet of Alipay+ is declined by its amount',
    'declinedYen',
    async (purchase) => {
      const { page } = purchase;
      const [wallet] = WALLETS;
      await purchase.choose(wallet.name);
      await page.click('button', `Pay with ${wallet.name}`);
      await throughCashier(purchase, wallet, 'Approve');
      await purchase.isDeclined('did not accept the payment');
    },
    CHROMIUM,
  ],
  [
    'A wallet of Alipay+ is left on the cashier, continued and paid',
    'yen',
    async (purchase) => {
      const { page, demo } = purchase;
      const wallet = await leaveForCashier(purchase);
      await page.back();
      await page.arrives(demo.shop);
      await page.sees('Your payment is not finished yet');
      await page.click('button', `Continue to ${wallet.name} again`);
      await throughCashier(purchase, wallet, 'Approve');
      await purchase.isPaidAndDone();
    },
    CHROMIUM,
  ],
  [
    'A wallet of Alipay+ is cancelled at SBPS, tried again and paid',
    'yen',
    async (purchase) => {
      const { page } = purchase;
      const wallet = await leaveForCashier(purchase);
      await page.follow('button', 'Cancel and go back to the shop');
      await page.follow('button', 'Back to the shop');
      await page.sees('The payment was ended');
      await page.click('button', `Try ${wallet.name} again`);
      await throughCashier(purchase, wallet, 'Approve');
      await purchase.isPaidAndDone();
    },
    CHROMIUM,
  ],
  [
    'The prepaid number is declined, then paid',
    'yen',
    async (purchase) => {
      const { page } = purchase;
      await purchase.choose(PREPAID);
      await page.click('button', `Pay with ${CALLED}`);
      await enterNumber(purchase, '1234 5678 9012 0000');
      await page.sees('The payment was declined');
      await page.click('button', `Try ${CALLED} again`);
      await page.sees('switch it off first');
      await until('the focus on the title', async () => (await page.focused()).startsWith('h2'));
      await enterNumber(purchase, '1234 5678 9012 3456');
      await purchase.isPaidAndDone();
    },
  ],
  [
    'The time for the prepaid number runs out',
    'yen',
    async (purchase) => {
      const { page } = purchase;
      await purchase.choose(PREPAID);
      await page.click('button', `Pay with ${CALLED}`);
      await goOnToNumber(purchase);
      await timeRunsOut(purchase);
      await page.sees('Time ran out');
      await page.has('button', 'Start again');
    },
    CHROMIUM,
  ],
]);
