import { fixture, html } from '@open-wc/testing';
import type { RedirectAction } from '../../src/contract/next-action.js';
import { RejiRedirect } from '../../src/elements/reji-redirect.js';
import { byRole, nameOf } from './by-role.js';

RejiRedirect.define();

export const PAGE_URL = 'https://paymentpage.trxhost.com/payment';

let made = 1;
/** A request that no other test has made: each is started by itself only once in a page. */
export const makeAction = (part: Partial<RedirectAction> = {}): RedirectAction => ({
  ...{ type: 'redirect', method: 'POST', url: PAGE_URL, charset: 'utf-8' },
  fields: [['payment_id', `p-${made++}`]],
  ...part,
});

/** The element in the page, with the sums and numbers of the sample order. */
export async function makeRedirect(properties: Partial<RejiRedirect> = {}): Promise<RejiRedirect> {
  const el = await fixture<RejiRedirect>(
    html`<reji-redirect
      lang=${properties.lang ?? 'en'}
      brand="webmoney-light"
      order-id="H-20430"
      .amount=${{ value: 8420, currency: 'USD' }}
    ></reji-redirect>`,
  );
  Object.assign(el, properties);
  await el.updateComplete;
  return el;
}

/** What forms would have sent since `catchLeaving`; nothing leaves the page. */
export const sent: { target: string; fields: unknown[] }[] = [];

const frames = new Map<number, FrameRequestCallback>();
const real = {
  submit: Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'submit') ?? {},
  request: window.requestAnimationFrame.bind(window),
  cancel: window.cancelAnimationFrame.bind(window),
};

/** Keeps forms from leaving and frames from coming by themselves (a browser gives none to a page in the back). */
export function catchLeaving(): void {
  sent.length = 0;
  frames.clear();
  HTMLFormElement.prototype.submit = function () {
    sent.push({ target: this.target, fields: [...new FormData(this)] });
  };
  window.requestAnimationFrame = (frame) => frames.set(made, frame) && made++;
  window.cancelAnimationFrame = (id) => frames.delete(id);
}

export function releaseLeaving(): void {
  Object.defineProperty(HTMLFormElement.prototype, 'submit', real.submit);
  window.requestAnimationFrame = real.request;
  window.cancelAnimationFrame = real.cancel;
}

/** Two frames, each with the tasks it has put off. */
export async function painted(): Promise<void> {
  for (let times = 0; times < 2; times++) {
    const due = [...frames.values()];
    frames.clear();
    for (const frame of due) frame(0);
    await new Promise((done) => setTimeout(done));
  }
}

export const title = (el: RejiRedirect) => nameOf(byRole(el, 'heading'));
export const mainButton = (el: RejiRedirect) => byRole<HTMLButtonElement>(el, 'button');
