import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Demo, ListedPayment } from './demo.js';
import { SECTIONS } from './methods.js';
import type { MethodName } from './methods.js';
import { Page } from './page.js';
import type { Browser, Engine } from './tab.js';

/** What is put into the basket, and what Monetix makes of its price. */
export const BASKETS = {
  /** It is paid. */
  fine: { goods: ['White porcelain teacups'], ids: { teacups: 1 }, currency: 'USD', amount: '39.80 USD' },
  /** Declined whatever the buyer presses. */
  declined: { goods: ['Cast-iron kettle'], ids: { kettle: 1 }, currency: 'USD', amount: '400.00 USD' },
  /** Declined as above a limit. */
  limited: {
    goods: ['Cast-iron kettle', 'Gift wrapping'],
    ids: { kettle: 1, wrap: 1 },
    currency: 'USD',
    amount: '404.00 USD',
  },
  /** ¥3,850 in yen, for all that is paid in Japan. */
  yen: { goods: ['Linen cloths'], ids: { cloths: 1 }, currency: 'JPY', amount: '¥3,850' },
  /** ¥40,000, which every sandbox declines whatever the buyer presses. */
  declinedYen: { goods: ['Cast-iron kettle'], ids: { kettle: 1 }, currency: 'JPY', amount: '¥40,000' },
  /** Two yen, or one cent, below the least that a convenience store takes. */
  small: { goods: ['Greeting by e-mail'], ids: { greeting: 3 }, currency: 'JPY', amount: '¥297' },
} as const;

export type BasketName = keyof typeof BASKETS;

/** What is there for as long as a method can be chosen. */
export const SEARCH = 'Search by name or country';

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
    await this.#inEnglish('Add to basket');
    const { goods, currency } = BASKETS[this.basket];
    if (currency !== 'JPY') await page.follow('button', currency);
    for (const good of goods) {
      if (good !== goods[0]) await page.follow('link', 'Hiyori Shōten');
      await page.follow('button', `Add to basket: ${good}`);
    }
    await page.follow('button', 'Go to checkout');
    await this.#arrived();
  }

  /** Opens the checkout of an order that is made without a browser. */
  async openCheckout(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    const { page, demo } = this;
    this.#known = new Set((await demo.payments()).map(({ id }) => id));
    const { ids, currency } = BASKETS[this.basket];
    await page.open(await demo.order(ids, { currency, ...settings }));
    await this.#inEnglish('Checkout');
    await this.#arrived();
  }

  async #inEnglish(words: string): Promise<void> {
    await this.page.has('button', 'English');
    if (!(await this.page.words()).includes(words)) await this.page.follow('button', 'English');
  }

  async #arrived(): Promise<void> {
    this.order = new URL(await this.page.url()).pathname.split('/')[2] ?? '';
    await this.page.sees('Choose how to pay');
  }

  /** Chooses a method; in a narrow column its section is unfolded first. */
  async choose(method: MethodName): Promise<void> {
    const { page } = this;
    await page.has('searchbox', SEARCH);
    if (!(await page.offers('radio', method))) await page.click('button', SECTIONS[method]);
    await page.click('radio', method);
  }

  /** Chooses Light and presses the main button. */
  async payByLight(): Promise<void> {
    await this.choose('WebMoney Light');
    await this.page.click('button', 'Pay with WebMoney');
  }

  /** Classic at the Gate: the WMID is given to the shop, and the invoice is awaited. */
  async askForInvoice(): Promise<void> {
    const { page } = this;
    await this.choose('WebMoney Classic');
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

  /** The payments in Monetix's books that came since the checkout was opened. */
  async payments(): Promise<ListedPayment[]> {
    return (await this.demo.payments()).filter(({ id }) => !this.#known.has(id));
  }

  /** It is paid, and no provider waits for this order any more. */
  async isPaidAndDone(): Promise<void> {
    await this.isPaid();
    const mine = (await this.demo.waiting()).filter((line) => line.startsWith(`${this.order}|`));
    assert.deepEqual(mine, []);
  }

  /** The buyer reads that it is paid, here and on the shop's own page, and Monetix, if it was that, has one paid payment. */
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
    await page.has('searchbox', SEARCH);
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
    const { demo, order } = this;
    assert.equal(await demo.orderTitle(order), title);
    const payments = await this.payments();
    const [payment] = payments;
    if (!payment) return;
    assert.deepEqual([payments.length, payment.amount, payment.status], [1, BASKETS[this.basket].amount, status]);
  }
}

/** How a purchase goes on from the checkout page. */
export type Scenario = (purchase: Purchase) => Promise<void>;

/** How a purchase begins; see the options of a scenario. */
interface Beginning {
  basket: BasketName;
  quick?: boolean;
  idle?: boolean;
  settings?: Readonly<Record<string, string>>;
}

/**
 * Plays a scenario with a fresh browser, from the shelf on.
 * @throws Error of the scenario, with what the servers printed last
 */
export async function play(engine: Engine, demo: Demo, begin: Beginning, scenario: Scenario): Promise<void> {
  const browser = await engine.newBrowser();
  try {
    const purchase = new Purchase(demo, browser, new Page(await browser.newTab()), begin.basket);
    if (begin.quick) await purchase.openCheckout(begin.settings);
    else if (!begin.idle) await purchase.toCheckout();
    await scenario(purchase);
  } catch (error) {
    throw new Error(`${String(error)}\nThe demo printed last:\n${demo.tail()}`, { cause: error });
  } finally {
    await browser.close();
  }
}
