import { expect, fixture, nextFrame } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { Method } from '../../src/contract/session.js';
import type { RejiMethodPicker } from '../../src/elements/reji-method-picker.js';

export const light: Method = { id: 'monetix:webmoney-light', brand: 'webmoney-light', kind: 'redirect' };
export const classic: Method = { id: 'monetix:webmoney', brand: 'webmoney-classic', kind: 'redirect' };
export const newer: Method = { id: 'x:newer', brand: 'newer', kind: 'teleport', label: 'Newer Pay' };

const offer = (prefix: string, kind: string, brands: string): Method[] =>
  brands.split(' ').map((brand) => ({ id: `${prefix}${brand}`, brand, kind }));

/** The ten wallets of Alipay+, in the order of the scheme's own table. */
export const wallets = offer(
  'sbps:alipay-plus/',
  'redirect',
  'alipay alipay-hk touch-n-go boost dana bpi kakao-pay gcash truemoney rabbit-line-pay',
);
export const konbini = offer(
  'haipay:',
  'konbini',
  'konbini-seven-eleven konbini-familymart konbini-lawson konbini-ministop',
);
export const apps = offer('haipay:', 'redirect', 'au-pay merpay');
export const bank = offer('haipay:', 'bankTransfer', 'gmo-aozora');
export const prepaid: Method[] = [{ id: 'sbps:webmoney', brand: 'webmoney-prepaid', kind: 'redirect' }];

/** Twenty methods in six sections. */
export const everything: Method[] = [...wallets, ...konbini, ...apps, ...bank, ...prepaid, light, classic];

export const picker = (template: TemplateResult) => fixture<RejiMethodPicker>(template);

/** A picker in a column of that many pixels. */
export function column(width: number, template: TemplateResult): Promise<RejiMethodPicker> {
  const parentNode = document.createElement('div');
  parentNode.style.inlineSize = `${width}px`;
  return fixture<RejiMethodPicker>(template, { parentNode });
}

/** Turns a picker to another language, and waits until it speaks it. */
export async function speak(el: RejiMethodPicker, lang: string): Promise<void> {
  el.lang = lang;
  await nextFrame();
  await el.updateComplete;
}

export function radios(el: RejiMethodPicker): HTMLInputElement[] {
  return [...el.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]')];
}

/** Those of the radios that can be seen. */
export const shown = (el: RejiMethodPicker) => radios(el).filter((one) => one.checkVisibility());

/** Text of the elements an ARIA attribute of ids points to. */
export function said(control: HTMLElement, attribute: 'aria-labelledby' | 'aria-describedby'): string {
  const root = control.getRootNode() as ShadowRoot;
  const ids = (control.getAttribute(attribute) ?? '').split(' ').filter(Boolean);
  return ids
    .map((id) => spoken(root.getElementById(id) ?? expect.fail(`no #${id}`)))
    .join(' ')
    .trim();
}

/** What an element says, without what is hidden inside it. One that is hidden itself says all. */
function spoken(element: Element): string {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let all = '';
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    if (!element.checkVisibility() || parentElement?.checkVisibility()) all += textContent ?? '';
  }
  return all.replace(/\s+/g, ' ').trim();
}

/** The radio of that name, found as a screen reader finds it. */
export function radio(el: RejiMethodPicker, name: string): HTMLInputElement {
  return radios(el).find((one) => said(one, 'aria-labelledby') === name) ?? expect.fail(`no radio named ${name}`);
}

/** Names of the radios in their order. */
export const names = (el: RejiMethodPicker) => radios(el).map((one) => said(one, 'aria-labelledby'));

/** Headings of the sections in their order. */
export const headings = (el: RejiMethodPicker) =>
  [...el.renderRoot.querySelectorAll('h2')].map(({ textContent }) => textContent);

/** The button that folds the section of that name. */
export function fold(el: RejiMethodPicker, name: string): HTMLButtonElement {
  const buttons = [...el.renderRoot.querySelectorAll<HTMLButtonElement>('button[aria-expanded]')];
  return buttons.find((one) => said(one, 'aria-labelledby') === name) ?? expect.fail(`no section ${name} to fold`);
}

/** Value of the radio that has the focus. */
export const focused = (el: RejiMethodPicker) => (el.shadowRoot?.activeElement as HTMLInputElement | null)?.value;
