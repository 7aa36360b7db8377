import { expect, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { RejiMethodPicker } from '../../src/elements/reji-method-picker.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { classic, column, light, newer, radio, radios } from './picker-fixtures.js';

RejiMethodPicker.define();
before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));

const off = { ...newer, id: 'x:off', unavailable: { code: 'maintenance' } };
const all = html`<reji-method-picker
  .methods=${[light, classic, newer, off]}
  .value=${classic.id}
></reji-method-picker>`;
const compact = html`<reji-method-picker
  density="compact"
  .methods=${[light, classic, newer, off]}
  .value=${classic.id}
></reji-method-picker>`;

const rows = (el: RejiMethodPicker) =>
  radios(el).map((one) => (one.closest('label') ?? expect.fail('no label')).getBoundingClientRect());
const isShown = (element: Element) => element.getClientRects().length > 0;
const lists = (el: RejiMethodPicker) => [...el.renderRoot.querySelectorAll('ol')].filter(isShown);

describe('reji-method-picker: how it looks', () => {
  for (const width of [320, 360, 640]) {
    for (const [density, template, least] of [
      ['comfortable', all, 68],
      ['compact', compact, 48],
    ] as const) {
      it(`has rows to press, no overflow and one list of what comes next: ${density}, ${width} px`, async () => {
        const el = await column(width, template);
        expect(el.scrollWidth).to.equal(el.clientWidth);
        for (const { height } of rows(el)) expect(height).to.be.at.least(least);
        expect(lists(el).length).to.equal(1);
      });
    }
  }

  it('stands in one column below 560 px and in two from there, where rows never jump', async () => {
    const one = await column(559, all);
    expect(new Set(rows(one).map(({ x }) => x)).size).to.equal(1);
    const two = await column(560, all);
    expect(new Set(rows(two).map(({ x }) => x)).size).to.equal(2);
    const [before] = rows(two);
    two.value = light.id;
    await two.updateComplete;
    expect(rows(two)[0]?.height).to.equal(before?.height);
    expect(rows(two)[2]?.y).to.equal(rows(two)[3]?.y);
  });

  it('leaves quiet lines out when compact and narrow, but never a reason', async () => {
    const el = await column(360, compact);
    const note = (one: HTMLInputElement) =>
      one.closest('label')?.querySelector('[part=note]') ?? expect.fail('no note');
    expect(isShown(note(radio(el, 'WebMoney Light')))).to.equal(false);
    expect(isShown(note(radios(el)[3] ?? expect.fail('no row')))).to.equal(true);
    const wide = await column(640, compact);
    expect(isShown(note(radio(wide, 'WebMoney Light')))).to.equal(true);
  });

  it('rings the whole row, 4 px away, when the keyboard is there', async () => {
    const el = await column(360, all);
    const row = radio(el, 'WebMoney Classic').closest('[part=row]') ?? expect.fail('no row');
    expect(getComputedStyle(row).outlineStyle).to.equal('none');
    radio(el, 'WebMoney Classic').focus({ focusVisible: true });
    if (!radio(el, 'WebMoney Classic').matches(':focus-visible')) return;
    expect([getComputedStyle(row).outlineWidth, getComputedStyle(row).outlineOffset]).to.deep.equal(['3px', '4px']);
  });

  it('follows the reader’s text size', async () => {
    document.documentElement.style.fontSize = '32px';
    const el = await column(320, all);
    expect(el.scrollWidth).to.equal(el.clientWidth);
    expect(getComputedStyle(el.renderRoot.querySelector('[part=name]') ?? el).fontSize).to.equal('32px');
    document.documentElement.style.fontSize = '';
  });

  it('marks the choice with Highlight in forced colours', async () => {
    if (!(await executeServerCommand('media-features', { 'forced-colors': 'active' }))) return;
    const el = await column(360, all);
    const chosen = radio(el, 'WebMoney Classic').closest('[part=row]') ?? expect.fail('no row');
    const probe = document.createElement('i');
    probe.style.color = 'Highlight';
    el.after(probe);
    expect(getComputedStyle(chosen, '::before').backgroundColor).to.equal(getComputedStyle(probe).color);
    await executeServerCommand('media-features', { 'forced-colors': 'none' });
  });

  for (const lang of ['en', 'ja']) {
    it(`is accessible in ${lang}, at rest, chosen, compact and off`, async () => {
      const at = (template: TemplateResult) => column(360, template).then((el) => Object.assign(el, { lang }));
      await expect(
        await at(html`<reji-method-picker .methods=${[light, classic]}></reji-method-picker>`),
      ).to.be.accessible();
      await expect(await at(all)).to.be.accessible();
      await expect(await at(compact)).to.be.accessible();
      await expect(
        await at(html`<reji-method-picker disabled .methods=${[light]}></reji-method-picker>`),
      ).to.be.accessible();
      await expect(await column(640, all)).to.be.accessible();
    });
  }

  it('is accessible in the dark', async () => {
    document.documentElement.style.cssText = 'color-scheme: dark; background: #131311';
    await expect(await column(360, all)).to.be.accessible();
    document.documentElement.style.cssText = '';
  });
});
