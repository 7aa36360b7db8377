import type { Method } from '../contract/session.js';

/** Screens that ask the buyer for something before a method can be confirmed. */
export type AskingScreen = 'payer' | 'invoice';

/** What there is a field for. */
const FIELDS = /^(wmid|name|firstName|lastName|phone|email)$/;

/**
 * What a method needs to know and the shop did not tell: first who pays, then the WMID. Answers stay in this page's
 * memory until another session is opened, so that they can be corrected.
 */
export class CheckoutAnswers {
  /** The method that is being asked for; empty when none is. */
  method = '';
  /** All that was answered so far, by input name. */
  values: Readonly<Record<string, string>> = {};
  #needs: readonly string[] = [];
  #payerKnown = false;

  /** @returns false when the method needs nothing more to be known */
  begin({ id, inputs = [] }: Method): boolean {
    this.#needs = inputs.flatMap(({ name, required }) => (required ? name : []));
    this.#payerKnown = false;
    this.method = this.#needs.length > 0 ? id : '';
    return this.method !== '';
  }

  /** False when a newer server wants to know what this page can't ask. */
  get askable(): boolean {
    return this.#needs.every((name) => FIELDS.test(name));
  }

  /** What is to be asked now. */
  get screen(): AskingScreen {
    return this.#asksPayer && !(this.#payerKnown && this.#asksWmid) ? 'payer' : 'invoice';
  }

  /** @returns every answer when nothing is left to ask */
  take(input: Readonly<Record<string, string>>): Record<string, string> | undefined {
    this.values = { ...this.values, ...input };
    const more = this.screen === 'payer' && this.#asksWmid;
    this.#payerKnown = true;
    return more ? undefined : Object.fromEntries(this.#needs.map((name) => [name, this.values[name] ?? '']));
  }

  /** Something was wrong with them: they are asked for again from the beginning. */
  again(): void {
    this.#payerKnown = false;
  }

  /** Nothing is being asked for any more; what was answered is kept. */
  end(): void {
    this.method = '';
  }

  /** What was answered in one session is nobody's business in another. */
  forget(): void {
    this.end();
    this.values = {};
  }

  get #asksWmid(): boolean {
    return this.#needs.includes('wmid');
  }

  get #asksPayer(): boolean {
    return this.#needs.some((name) => name !== 'wmid');
  }
}
