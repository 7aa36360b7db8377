import type { Wallet } from './methods.js';
import { Page } from './page.js';
import type { Purchase } from './purchase.js';

/**
 * Opens what waits for the order in a second tab, from the shop's page "provider side".
 * @param what how it is paid, where more than one attempt waits
 */
export async function openAtProvider({ browser, demo, order }: Purchase, what = ''): Promise<Page> {
  const page = new Page(await browser.newTab());
  await page.open(`${demo.shop}/provider`);
  await page.has('button', 'English');
  if (!(await page.words()).includes('Provider side')) await page.follow('button', 'English');
  await page.follow('link', `Open ${order}, ${what}`);
  return page;
}

/** Rings the order up at a store and pays in cash, or leaves the register. */
export async function atTheStore(purchase: Purchase, answer: 'Pay in cash' | 'Cancel'): Promise<void> {
  const store = await openAtProvider(purchase);
  await store.follow('button', 'Ring up');
  await store.follow('button', answer);
  await store.sees(answer === 'Cancel' ? 'Nothing was paid' : 'paid in cash');
  await purchase.page.tab.show();
}

/** Transfers a sum, as the bank's form takes it; what is missing when none is given. */
export async function transfer(purchase: Purchase, sum?: string): Promise<void> {
  const bank = await openAtProvider(purchase, 'GMO Aozora Net Bank');
  if (sum !== undefined) {
    await bank.tab.run(() => document.querySelector<HTMLInputElement>('#amount')?.select());
    await bank.tab.run(() => document.querySelector<HTMLInputElement>('#amount')?.focus());
    await bank.tab.type(sum);
  }
  await bank.follow('button', 'Transfer');
  await bank.sees('went to account');
  await purchase.page.tab.show();
}

/** Answers in a wallet's app of Japan that scanned the code of the shop's page. */
export async function answerInApp(purchase: Purchase, answer: 'Approve' | 'Decline'): Promise<void> {
  const app = await openAtProvider(purchase, 'Merpay');
  await app.follow('button', answer);
  await purchase.page.tab.show();
}

/** Ends the time of the newest order at HaiPay, by its own button. */
export async function letExpire({ browser, demo, page }: Purchase): Promise<void> {
  const front = new Page(await browser.newTab());
  await front.open(`${demo.haipay}/`);
  await front.follow('button', 'Let expire');
  await page.tab.show();
}

/** From SBPS's screen through the cashier of Alipay+ and the wallet's make-believe app, and back to the shop. */
export async function throughCashier(purchase: Purchase, wallet: Wallet, answer: 'Approve' | 'Decline'): Promise<void> {
  const { page, demo } = purchase;
  const { name, region, how } = wallet;
  await page.arrives(demo.sbps);
  await page.follow('button', 'Alipay+');
  await page.follow('button', `${name} (${region})`);
  if (how === 'login') {
    await page.fill('Account', 'sample');
    await page.follow('button', `Log in to ${name}`);
  } else {
    await page.follow('link', `Open the make-believe ${name} app`);
  }
  await page.follow('button', answer);
  await page.follow('link', 'Continue');
  await page.follow('button', 'Back to the shop');
  await page.arrives(demo.shop);
}

/** Reads what has to be done before the prepaid number is entered, and goes on to SBPS's page. */
export async function goOnToNumber({ page, demo }: Purchase): Promise<void> {
  await page.sees('switch it off first');
  await page.click('button', 'Continue to WebMoney prepaid');
  await page.arrives(demo.sbps);
}

/** Goes on to SBPS's page, enters a prepaid number there, and comes back to the shop. */
export async function enterNumber(purchase: Purchase, number: string): Promise<void> {
  const { page, demo } = purchase;
  await goOnToNumber(purchase);
  await page.fill('Prepaid number', number);
  await page.follow('button', 'Pay');
  await page.follow('button', 'Back to the shop');
  await page.arrives(demo.shop);
}
