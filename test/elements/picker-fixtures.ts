import { expect, fixture } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { Method } from '../../src/contract/session.js';
import type { RejiMethodPicker } from '../../src/elements/reji-method-picker.js';

export const light: Method = { id: 'monetix:webmoney-light', brand: 'webmoney-light', kind: 'redirect' };
export const classic: Method = { id: 'monetix:webmoney', brand: 'webmoney-classic', kind: 'redirect' };
export const newer: Method = { id: 'x:newer', brand: 'newer', kind: 'teleport', label: 'Newer Pay' };

export const picker = (template: TemplateResult) => fixture<RejiMethodPicker>(template);

export function radios(el: RejiMethodPicker): HTMLInputElement[] {
  return [...el.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]')];
}

/** Text of the elements an ARIA attribute of ids points to. */
export function said(radio: HTMLInputElement, attribute: 'aria-labelledby' | 'aria-describedby'): string {
  const root = radio.getRootNode() as ShadowRoot;
  const ids = (radio.getAttribute(attribute) ?? '').split(' ').filter(Boolean);
  return ids
    .map((id) => (root.getElementById(id) ?? expect.fail(`no #${id}`)).textContent.replace(/\s+/g, ' ').trim())
    .join(' ');
}

/** The radio of that name, found as a screen reader finds it. */
export function radio(el: RejiMethodPicker, name: string): HTMLInputElement {
  return radios(el).find((one) => said(one, 'aria-labelledby') === name) ?? expect.fail(`no radio named ${name}`);
}

/** Names of the radios in their order. */
export const names = (el: RejiMethodPicker) => radios(el).map((one) => said(one, 'aria-labelledby'));

/** Value of the radio that has the focus. */
export const focused = (el: RejiMethodPicker) => (el.shadowRoot?.activeElement as HTMLInputElement | null)?.value;
