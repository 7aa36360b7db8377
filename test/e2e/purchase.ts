import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Demo, ListedPayment } from './demo.js';
import { Page } from './page.js';
import type { Browser, Engine } from './tab.js';

/** What is put into the basket, and what the provider makes of its price. */
export const BASKETS = {
  /** It is paid. */
  fine: { goods: ['White porcelain teacups'], amount: '39.80 USD' },
  /** Declined whatever the buyer presses. */
  declined: { goods: ['Cast-iron kettle'], amount: '400.00 USD' },
  /** Declined as above a limit. */
  limited: { goods: ['Cast-iron kettle', 'Gift wrapping'], amount: '404.00 USD' },
} as const;

export type BasketName = keyof typeof BASKETS;

/** Longer than a post by itself takes from the moment its screen is painted. */
const SETTLED_MS = 700;

/** One buyer at the demo shop, from the shelf to the end of the payment. */
export class Purchase {
  /** The shop's number of the order. */
  order = '';
  #known: ReadonlySet<string> = new Set();

  constructor(
    readonly demo: Demo,
    readonly browser: Browser,
    /** The tab in which the buyer shops. */
    readonly page: Page,
    readonly basket: BasketName = 'fine',
  ) {}

  /** The WMID that only this order is paid from. */
  get wmid(): string {
    return this.order.replace(/\D/g, '').padStart(12, '377094');
  }

  /** Puts the goods into the basket and goes to the checkout, in English, by pressing what the shop shows. */
  async toCheckout(): Promise<void> {
    const { page, demo } = this;
    this.#known = new Set((await demo.payments()).map(({ id }) => id));
    await page.open(`${demo.shop}/`);
    await page.has('button', 'English');
    if (!(await page.words()).includes('Add to basket')) await page.follow('button', 'English');
    const { goods } = BASKETS[this.basket];
    for (const good of goods) {
      if (good !== goods[0]) await page.follow('link', 'Hiyori Shōten');
      await page.follow('button', `Add to basket: ${good}`);
    }
    await page.follow('button', 'Go to checkout');
    this.order = new URL(await page.url()).pathname.split('/')[2] ?? '';
    await page.has('radio', 'WebMoney Light');
  }

  /** Chooses Light and presses the main button. */
  async payByLight(): Promise<void> {
    await this.page.click('radio', 'WebMoney Light');
    await this.page.click('button', 'Pay with WebMoney');
  }

  /** Classic at the Gate: the WMID is given to the shop, and the invoice is awaited. */
  async askForInvoice(): Promise<void> {
    const { page } = this;
    await page.click('radio', 'WebMoney Classic');
    await page.click('button', 'Continue');
    await page.fill('WMID', this.wmid);
    await page.click('button', 'Send the invoice');
    await page.sees('The invoice is in your Keeper');
  }

  /** Answers the invoice in WebMoney Keeper, in a second tab, and comes back to the first. */
  async answerInKeeper(answer: 'Pay' | 'Refuse'): Promise<void> {
    const keeper = new Page(await this.browser.newTab());
    await keeper.open(`${this.demo.sandbox}/keeper?wmid=${this.wmid}`);
    await keeper.click('button', `${answer} invoice`);
    await keeper.sees('There is nothing to pay');
    await this.page.tab.show();
  }

  /** The payments in the sandbox's books that came since the checkout was opened. */
  async payments(): Promise<ListedPayment[]> {
    return (await this.demo.payments()).filter(({ id }) => !this.#known.has(id));
  }

  /** The buyer reads that it is paid, here and on the shop's own page, and the provider has one paid payment. */
  async isPaid(): Promise<void> {
    const { page, demo, order } = this;
    await page.sees('Payment complete');
    assert.match(await page.words(), /\bPAID\b/);
    await this.#booked('success', 'Thank you');
    await page.follow('link', 'Back to the shop');
    await page.arrives(`${demo.shop}/orders/${order}`);
    await page.sees('Thank you');
  }

  /** The buyer reads that it was declined and why, and both servers know it: the order can still be paid. */
  async isDeclined(why: string): Promise<void> {
    const { page } = this;
    await page.sees('The payment was declined');
    await page.sees(why);
    await this.#booked('decline', 'Your order is waiting for its payment');
    await page.click('button', 'Pay another way');
    await page.has('radio', 'WebMoney Light');
  }

  /** The buyer came back from the provider: the payment is said not to be finished, and nothing goes on by itself. */
  async staysUnfinished(): Promise<void> {
    const { page, demo } = this;
    await page.arrives(demo.shop);
    await page.sees('Your payment is not finished yet');
    await pause(SETTLED_MS);
    assert.ok((await page.url()).startsWith(demo.shop));
    await page.has('button', 'Continue to WebMoney again');
  }

  async #booked(status: string, title: string): Promise<void> {
    const payments = await this.payments();
    const [{ amount, status: booked } = { amount: '', status: '' }] = payments;
    assert.deepEqual([payments.length, amount, booked], [1, BASKETS[this.basket].amount, status]);
    assert.equal(await this.demo.orderTitle(this.order), title);
  }
}

/** How a purchase goes on from the checkout page. */
export type Scenario = (purchase: Purchase) => Promise<void>;

/**
 * Plays a scenario with a fresh browser, from the shelf on.
 * @throws Error of the scenario, with what the servers printed last
 */
export async function play(engine: Engine, demo: Demo, basket: BasketName, scenario: Scenario): Promise<void> {
  const browser = await engine.newBrowser();
  try {
    const purchase = new Purchase(demo, browser, new Page(await browser.newTab()), basket);
    await purchase.toCheckout();
    await scenario(purchase);
  } catch (error) {
    throw new Error(`${String(error)}\nThe demo printed last:\n${demo.tail()}`, { cause: error });
  } finally {
    await browser.close();
  }
}
