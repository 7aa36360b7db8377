import { fixture, html } from '@open-wc/testing';
import type { KonbiniAction } from '../../src/contract/next-action.js';
import type { RejiActionEvent } from '../../src/elements/events.js';
import { RejiKonbini } from '../../src/elements/reji-konbini.js';

RejiKonbini.define();

export const NOW = Date.parse('2026-11-21T05:26:00.000Z');
export const PAGE = 'https://pay.example/k/8f2c?token=a%2Bb';
const DEADLINE = '2026-11-30T14:59:00.000Z';

export const numbers = (...pairs: [label: string, value: string][]) =>
  pairs.map(([label, value]) => ({ label, value }));
export const FAMILYMART: KonbiniAction = {
  type: 'konbini',
  chain: 'familymart',
  numbers: numbers(['企業コード', '20020'], ['注文番号', '482109376154']),
  payUrl: PAGE,
  deadline: DEADLINE,
};
export const SEVEN: KonbiniAction = {
  ...FAMILYMART,
  chain: 'seven-eleven',
  numbers: numbers(['払込票番号', '3058271649035']),
};
export const LAWSON: KonbiniAction = {
  ...FAMILYMART,
  chain: 'lawson',
  numbers: numbers(['お客様番号', '21480917365'], ['確認番号', '400008']),
};
export const PAGE_ONLY: KonbiniAction = { ...FAMILYMART, chain: 'ministop', numbers: [] };

/** What the elements told since the list was last emptied. */
export const heard: Event[] = [];

/** An element with these properties, in a page that opens and prints nothing. */
export async function make(action: KonbiniAction, properties: Partial<RejiKonbini> = {}): Promise<RejiKonbini> {
  const hear = (event: Event) => {
    heard.push(event);
    // nothing is opened or printed here
    event.preventDefault();
  };
  const el = await fixture<RejiKonbini>(
    html`<reji-konbini
      lang=${properties.lang ?? 'en'}
      order-id="H-20418"
      shop="ひより商店"
      .action=${action}
      .amount=${{ value: 12_480, currency: 'JPY' }}
      .clock=${{ now: () => NOW }}
      @reji-action=${hear}
      @reji-deadline=${hear}
    ></reji-konbini>`,
  );
  Object.assign(el, properties);
  await el.updateComplete;
  return el;
}

/** What is on screen, without what only paper shows. */
export function shownIn(el: RejiKonbini, selector: string): string[] {
  const found = [...(el.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  return found.filter((one) => one.checkVisibility()).map((one) => one.innerText.replace(/\s+/g, ' ').trim());
}
export const stepsOf = (el: RejiKonbini) => shownIn(el, 'li');
export const actions = () => heard.map((event) => (event as RejiActionEvent).action);
