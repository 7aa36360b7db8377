import assert from 'node:assert/strict';
import { scenarios } from './engine-suites.js';
import { Office } from './office.js';
import type { PayoutWish } from './office.js';
import { Page } from './page.js';
import type { Purchase } from './purchase.js';

const IDLE = { idle: true };
const CHROMIUM = { engines: ['chromium'], idle: true };

/** A recipient with the link of a payout that was made in the back office. */
async function recipient(purchase: Purchase, wish: PayoutWish): Promise<{ page: Page; link: string; number: string }> {
  const { page } = purchase;
  const office = await Office.enter(purchase);
  const link = await office.makeLink(wish);
  assert.ok(link);
  await page.tab.show();
  await open(page, link);
  await page.sees('No. R-');
  const number = /R-\d+/.exec(await page.words())?.[0] ?? '';
  assert.ok(number);
  return { page, link, number };
}

async function open(page: Page, link: string): Promise<void> {
  await page.open(link);
  await page.has('button', 'English');
  if (!(await page.words()).includes('Receive your money')) await page.follow('button', 'English');
}

/** Names an account at Mizuho's head office, found by its reading. */
async function nameAccount(page: Page, number: string): Promise<void> {
  await page.fill('Bank', 'mizuho');
  await page.sees('みずほ信託');
  await page.press('Enter');
  await page.fill('Branch', '100');
  await page.sees('本店');
  await page.press('Enter');
  await page.fill('Account number', number);
  await page.fill('Account holder in kana', 'ふじた じゅんぺい');
  await page.sees('ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ');
  await page.click('button', 'Receive it in this account');
}

/** At the bank's desk: the data is made, and the transfer goes out, or comes back because of another name. */
async function atTheBank({ browser, demo, page }: Purchase, answer: 'Send now' | 'Send back'): Promise<void> {
  const desk = new Page(await browser.newTab());
  await desk.open(`${demo.gmo}/bank`);
  await desk.follow('button', 'Make data');
  await desk.tab.run(() => {
    const reasons = document.querySelector<HTMLSelectElement>('select');
    if (reasons) reasons.value = '02';
  });
  await desk.follow('button', answer);
  await page.tab.show();
}

/** The question of GMO-PG's own page, which the number of the payout answers. */
async function answerAtGmo({ page, demo }: Purchase, number: string): Promise<void> {
  await page.arrives(demo.gmo);
  await page.fill('Answer', number);
  await page.follow('button', 'Continue');
}

scenarios({}, [
  [
    'A bank account with another holder’s name brings the recipient back to the form, and then the money arrives',
    'yen',
    async (purchase) => {
      const { page } = await recipient(purchase, { amount: '4800' });
      await page.click('radio', 'Bank account');
      await page.click('button', 'Enter the account');
      await nameAccount(page, '1230002');
      await page.sees('The transfer is arranged');
      await page.sees('••••002');
      await atTheBank(purchase, 'Send back');
      await page.sees('The bank replied that the name does not match.', 25_000);
      await page.click('textbox', 'Account holder in kana');
      for (const _ of 'ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ') await page.press('Backspace');
      await page.tab.type('フジタ ジュン');
      await page.click('button', 'Send again with these details');
      await page.sees('The transfer is arranged');
      await page.sees('ﾌｼﾞﾀ ｼﾞﾕﾝ');
      await atTheBank(purchase, 'Send now');
      await page.sees('You have received it', 25_000);
    },
    IDLE,
  ],
  [
    'Cash is collected at the ATM',
    'yen',
    async (purchase) => {
      const { page } = await recipient(purchase, { amount: '4800' });
      await page.click('radio', 'Seven Bank ATM');
      await page.click('button', 'Receive it at the ATM');
      await page.sees('Collect by');
      const numbers = await page.tab.run(() => {
        const roots = [...document.querySelectorAll('reji-checkout')].map(({ shadowRoot }) => shadowRoot);
        const receipt = roots[0]?.querySelector('reji-receipt')?.shadowRoot;
        return [...(receipt?.querySelectorAll('reji-copy-button') ?? [])].map(
          (one) => (one as HTMLElement & { value: string }).value,
        );
      });
      assert.equal(numbers.length, 3);
      const atm = new Page(await purchase.browser.newTab());
      await atm.open(`${purchase.demo.gmo}/atm`);
      for (const [at, name] of ['Company number', 'Customer number', 'Confirmation number'].entries()) {
        await atm.fill(name, numbers[at] ?? '');
      }
      await atm.follow('button', 'Confirm');
      await atm.follow('button', 'Take the cash');
      await atm.sees('came out of the machine');
      await page.tab.show();
      await page.sees('You have received it', 25_000);
    },
    IDLE,
  ],
  [
    'An Amazon gift card is received after a log-in, and the link is used up',
    'yen',
    async (purchase) => {
      const { page, link, number } = await recipient(purchase, { amount: '4800' });
      await page.click('radio', 'Amazon gift card');
      await page.click('button', 'Receive it on Amazon');
      await answerAtGmo(purchase, number);
      await page.fill('Email address', 'buyer@example.com');
      await page.fillSecret('sandbox');
      await page.follow('button', 'Log in');
      await page.sees('was added to the balance');
      await page.follow('link', 'Back to the shop');
      await page.sees('You have received it', 25_000);
      const other = new Page(await purchase.browser.newTab());
      await open(other, link);
      await other.sees('You have received it');
    },
    CHROMIUM,
  ],
  [
    'au PAY is charged',
    'yen',
    async (purchase) => {
      const { page, number } = await recipient(purchase, { amount: '4800' });
      await page.click('radio', 'au PAY');
      await page.click('button', 'Receive it on au PAY');
      await answerAtGmo(purchase, number);
      await page.follow('button', 'Charge');
      await page.follow('link', 'Back to the shop');
      await page.sees('You have received it', 25_000);
    },
    CHROMIUM,
  ],
  [
    'WebMoney under a code: the code is shown once, entered in Keeper, and the money is received',
    'fine',
    async (purchase) => {
      const { page, demo, browser } = purchase;
      const office = await Office.enter(purchase);
      const link = await office.sendToPurse({ amount: '40.00', purse: 'Z100200300400', days: '5' });
      await page.tab.show();
      await open(page, link);
      await page.sees('A code protects this money');
      await page.click('button', 'Show the code');
      await page.click('button', 'Show it now');
      await page.sees('It will not be shown again.');
      const code = await page.tab.run(() => {
        const result = document.querySelector('reji-checkout')?.shadowRoot?.querySelector('reji-payout-result');
        return result?.shadowRoot?.querySelector('[part=code] .raw')?.textContent ?? '';
      });
      assert.match(code, /^\w{8}$/);
      const keeper = new Page(await browser.newTab());
      await keeper.open(`${demo.sandbox}/keeper/purse?purse=Z100200300400`);
      await keeper.fill('Protection code', code);
      await keeper.follow('button', 'Receive');
      await page.tab.show();
      await page.sees('You have received it', 25_000);
      await page.reload();
      await page.sees('You have received it');
      assert.ok(!(await page.words()).includes(code));
    },
    CHROMIUM,
  ],
  [
    'A question stands before the money, and a wrong answer costs a try',
    'yen',
    async (purchase) => {
      const wish = { amount: '4800', question: 'Which seat was it', answer: 'B12' };
      const { page } = await recipient(purchase, wish);
      await page.sees('Which seat was it');
      await page.fill('Your answer', 'C1');
      await page.click('button', 'Continue');
      await page.sees('You can answer 4 more times.');
      await page.click('textbox', 'Your answer');
      for (const _ of 'C1') await page.press('Backspace');
      await page.tab.type('b 12');
      await page.click('button', 'Continue');
      await page.sees('How would you like to receive it?');
    },
    CHROMIUM,
  ],
]);
