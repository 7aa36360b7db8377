import { expect, fixture, fixtureSync, html } from '@open-wc/testing';
import { render } from 'lit';
import type { TemplateResult } from 'lit';
import { RejiAmount } from '../../src/elements/reji-amount.js';
import { choiceTexts } from '../../src/i18n/languages.js';

RejiAmount.define();

const amount = (template: TemplateResult, parentNode: HTMLElement = document.createElement('p')) =>
  fixture<RejiAmount>(template, { parentNode });

/** A place in the page with looks of its own. */
function place(looks: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.style.cssText = looks;
  return paragraph;
}

/** What stands on screen, and what is read aloud. */
const shown = (el: RejiAmount) => el.renderRoot.querySelector('[part=base]')?.textContent;
const spoken = (el: RejiAmount) => el.renderRoot.querySelector('span:not([aria-hidden], [aria-hidden] *)')?.textContent;

describe('reji-amount', () => {
  const cases = [
    { value: 8420, currency: 'USD', en: '$84.20', ja: '$84.20', said: '84.20 US dollars' },
    { value: 12480, currency: 'JPY', en: '¥12,480', ja: '¥12,480', said: '12,480 Japanese yen' },
    { value: 0, currency: 'EUR', en: '€0.00', ja: '€0.00', said: '0.00 euros' },
    { value: 5, currency: 'KWD', en: 'KWD\u00a00.005', ja: 'KWD\u00a00.005', said: '0.005 Kuwaiti dinars' },
    { value: 8420, currency: 'CAD', en: 'CA$84.20', ja: 'CA$84.20', said: '84.20 Canadian dollars' },
    {
      value: 12_500_000,
      currency: 'IDR',
      en: 'IDR\u00a0125,000.00',
      ja: 'IDR\u00a0125,000.00',
      said: '125,000.00 Indonesian rupiahs',
    },
  ];
  for (const { value, currency, en, ja, said } of cases) {
    it(`sets ${currency} by its own digits and says the currency's name`, async () => {
      const english = await amount(html`<reji-amount .amount=${{ value, currency }}></reji-amount>`);
      expect(shown(english)).to.equal(en);
      expect(spoken(english)).to.equal(said);
      const japanese = await amount(html`<reji-amount lang="ja" .amount=${{ value, currency }}></reji-amount>`);
      expect(shown(japanese)).to.equal(ja);
    });
  }

  it('keeps every digit of the largest amount', async () => {
    const el = await amount(html`<reji-amount value="9007199254740991" currency="USD"></reji-amount>`);
    expect(shown(el)).to.equal('$90,071,992,547,409.91');
  });

  it('sets a title unit after the digits', async () => {
    const el = await amount(html`<reji-amount .amount=${{ value: 8420, unit: 'WMZ' }}></reji-amount>`);
    expect(shown(el)).to.equal('84.20WMZ');
    expect(spoken(el)).to.equal('84.20 WMZ');
  });

  it('takes plain attributes, and an object wins over them', async () => {
    const el = await amount(html`<reji-amount value="8420" unit="WME"></reji-amount>`);
    expect(spoken(el)).to.equal('84.20 WME');
    el.amount = { value: 300, currency: 'JPY' };
    await el.updateComplete;
    expect(shown(el)).to.equal('¥300');
  });

  it('says the Japanese name in Japanese, and follows a change of language', async () => {
    const el = await amount(html`<reji-amount lang="ja" value="12480" currency="JPY"></reji-amount>`);
    expect(spoken(el)).to.equal('12,480円');
    // The element turns when the language has arrived; here it has.
    await choiceTexts.load('en');
    el.lang = 'en';
    await new Promise((resolve) => new MutationObserver(resolve).observe(el, { attributes: true }) ?? (el.title = 'x'));
    await el.updateComplete;
    expect(spoken(el)).to.equal('12,480 Japanese yen');
  });

  for (const [what, template] of [
    ['none is given', html`<reji-amount></reji-amount>`],
    ['the value is empty', html`<reji-amount value="" currency="USD"></reji-amount>`],
    ['the value has a fraction', html`<reji-amount value="84.2" currency="USD"></reji-amount>`],
    ['the value is no number', html`<reji-amount value="lots" currency="USD"></reji-amount>`],
    ['the value is negative', html`<reji-amount value="-1" currency="USD"></reji-amount>`],
    ['the value is past what is exact', html`<reji-amount value="9007199254740993" currency="USD"></reji-amount>`],
    ['the currency is missing', html`<reji-amount value="8420"></reji-amount>`],
    ['the currency is no code', html`<reji-amount value="8420" currency=${'<b>'}></reji-amount>`],
    ['the unit is unknown', html`<reji-amount value="8420" unit="WMX"></reji-amount>`],
  ] as const) {
    it(`shows a dash and says nothing when ${what}`, async () => {
      const el = await amount(template);
      expect(shown(el)).to.equal('—');
      expect(spoken(el)).to.equal(undefined);
    });
  }

  it('never wraps, however narrow its place', async () => {
    const narrow = place('inline-size: 40px');
    const el = await amount(html`<reji-amount value="1248000" currency="USD"></reji-amount>`, narrow);
    const base = el.renderRoot.querySelector('[part=base]') ?? expect.fail('nothing is drawn');
    expect(base.getClientRects().length).to.equal(1);
    expect(base.getBoundingClientRect().width).to.be.greaterThan(60);
  });

  it('takes size and colour from where it stands, and keeps sign and unit at 13 px or more', async () => {
    const small = place('font-size: 16px; color: rgb(1, 2, 3)');
    const el = await amount(html`<reji-amount value="1" unit="WMZ"></reji-amount>`, small);
    const base = el.renderRoot.querySelector('[part=base]') ?? expect.fail('nothing is drawn');
    expect(getComputedStyle(base).fontSize).to.equal('16px');
    expect(getComputedStyle(base).color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(base.lastElementChild ?? base).fontSize).to.equal('13px');
  });

  it('is 36 px as a hero, 40 in a column of 480', async () => {
    const hero = html`<reji-amount size="hero" value="1" currency="JPY"></reji-amount>`;
    const below = await amount(hero, place('container: reji / inline-size; inline-size: 479px'));
    expect(getComputedStyle(below).fontSize).to.equal('36px');
    const from = await amount(hero, place('container: reji / inline-size; inline-size: 480px'));
    expect(getComputedStyle(from).fontSize).to.equal('40px');
  });

  it('finds the column when that is the host of the shadow root it stands in', async () => {
    const host = fixtureSync<HTMLElement>(html`<div></div>`);
    const hero = html`<style>
        :host {
          container: reji / inline-size;
          inline-size: 480px;
        }
      </style>
      <reji-amount size="hero" value="1" currency="JPY"></reji-amount>`;
    const root = host.attachShadow({ mode: 'open' });
    render(hero, root);
    const el = root.querySelector('reji-amount') ?? expect.fail('no element');
    await el.updateComplete;
    expect(getComputedStyle(el).fontSize).to.equal('40px');
  });

  it('is accessible', async () => {
    await expect(await amount(html`<reji-amount value="8420" currency="USD"></reji-amount>`)).to.be.accessible();
    await expect(await amount(html`<reji-amount></reji-amount>`)).to.be.accessible();
  });
});
