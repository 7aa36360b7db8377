import { Page } from './page.js';
import type { Purchase } from './purchase.js';

/** What a payout is made of; see the forms of the back office. */
export interface PayoutWish {
  amount: string;
  question?: string;
  answer?: string;
}

/** The shop's back office in a tab of its own, in English. */
export class Office {
  private constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  /** Opens it and logs in with the key that the demo printed. */
  static async enter({ browser, demo }: Purchase): Promise<Office> {
    const page = new Page(await browser.newTab());
    const office = new Office(page, `${demo.shop}/back-office`);
    await page.open(office.url);
    await page.has('button', 'English');
    if (!(await page.words()).includes('Back office')) await page.follow('button', 'English');
    await page.fillSecret(demo.officeKey);
    await page.follow('button', 'Enter');
    await page.has('link', 'New payout');
    return office;
  }

  /** Makes a payout whose recipient chooses the way. @returns the link for the recipient */
  async makeLink({ amount, question, answer }: PayoutWish): Promise<string> {
    const { page } = this;
    await page.open(`${this.url}?new=link`);
    await page.fill('Sum', amount);
    if (question !== undefined && answer !== undefined) {
      await page.fill('Question', question);
      await page.fill('Answer', answer);
    }
    await page.follow('button', 'Make the link');
    return this.#link();
  }

  /** Sends money to a WebMoney purse, under a code that is good for some days. @returns the link for the recipient */
  async sendToPurse({ amount, purse, days }: { amount: string; purse: string; days: string }): Promise<string> {
    const { page } = this;
    await page.open(`${this.url}?new=purse`);
    const fields = { Sum: amount, 'First name': 'Sample', 'Last name': 'Recipient', 'E-mail': 'r@example.com' };
    for (const [name, text] of Object.entries(fields)) await page.fill(name, text);
    await page.fill('Purse', purse);
    await page.fill('Protected by a code', days);
    await page.follow('button', 'Send');
    return this.#link();
  }

  async #link(): Promise<string> {
    const { page } = this;
    await page.sees('Link for the recipient');
    return page.tab.run(() => {
      const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
      return fields.find((value) => value.includes('reji_session=')) ?? '';
    });
  }

  /** Gives a part of an order back, or all that is left when no sum is named. */
  async refund(order: string, sum?: string): Promise<void> {
    const { page } = this;
    await page.open(`${this.url}?order=${order}`);
    await page.sees(`Refund of ${order}`);
    if (sum !== undefined) {
      await page.tab.run(() => document.querySelector<HTMLInputElement>('[name=amount]')?.select());
      await page.tab.type(sum);
    }
    await page.follow('button', 'Refund');
    await page.sees('The refund has been written down.');
  }
}
