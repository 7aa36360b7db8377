import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { RejiBrand } from '../../src/elements/reji-brand.js';

RejiBrand.define();

const brand = (template: TemplateResult) => fixture<RejiBrand>(template);
const tile = (el: RejiBrand) => el.renderRoot.querySelector<HTMLElement>('[part=base]') ?? expect.fail('no tile');

describe('reji-brand', () => {
  it('draws our own sign for a brand of the catalogue', async () => {
    const light = await brand(html`<reji-brand brand="webmoney-light"></reji-brand>`);
    const classic = await brand(html`<reji-brand brand="webmoney-classic"></reji-brand>`);
    expect(tile(light).querySelector('svg')).to.be.instanceOf(SVGElement);
    expect(tile(light).querySelector('svg')?.isEqualNode(tile(classic).querySelector('svg'))).to.equal(false);
  });

  for (const [label, letters] of [
    ['Boost', 'Bo'],
    ['セブン-イレブン', 'セ'],
    ['ไทย พร้อมเพย์', 'ไท'],
    ['<img src=x onerror=alert(1)>', 'im'],
    ['"; drop', 'dr'],
    ['👩‍👩‍👧 Family', 'Fa'],
    ['\u202eلبنان', 'لب'],
    ['🙂', ''],
  ] as const) {
    it(`takes letters from a name it does not know: ${label}`, async () => {
      const el = await brand(html`<reji-brand brand="new-one" label=${label}></reji-brand>`);
      expect(tile(el).textContent).to.equal(letters);
      expect(tile(el).querySelector('img')).to.equal(null);
    });
  }

  it('falls back to the name of the brand, even one that objects have', async () => {
    expect(tile(await brand(html`<reji-brand brand="gcash"></reji-brand>`)).textContent).to.equal('gc');
    expect(tile(await brand(html`<reji-brand brand="constructor"></reji-brand>`)).textContent).to.equal('co');
    expect(tile(await brand(html`<reji-brand></reji-brand>`)).textContent).to.equal('');
  });

  it('is 28, 40 or 48 px', async () => {
    for (const [size, side] of [
      ['s', 28],
      ['m', 40],
      ['l', 48],
    ] as const) {
      const el = await brand(html`<reji-brand brand="webmoney-light" size=${size}></reji-brand>`);
      const { width, height } = tile(el).getBoundingClientRect();
      expect([width, height]).to.deep.equal([side, side]);
    }
    const el = await brand(html`<reji-brand brand="webmoney-light"></reji-brand>`);
    expect(tile(el).getBoundingClientRect().width).to.equal(40);
    expect(el.hasAttribute('size')).to.equal(false);
  });

  it('gives way to what the page puts into it, now or later', async () => {
    const el = await brand(html`<reji-brand brand="webmoney-light"><img alt="" /></reji-brand>`);
    expect(tile(el).querySelector('svg')).to.equal(null);
    const slot = el.renderRoot.querySelector('slot') ?? expect.fail('no slot');
    el.firstElementChild?.remove();
    await oneEvent(slot, 'slotchange');
    await el.updateComplete;
    expect(tile(el).querySelector('svg')).not.to.equal(null);
  });

  it('keeps its drawing when only white space stands between the tags', async () => {
    const el = await brand(html`<reji-brand brand="webmoney-light"> </reji-brand>`);
    expect(tile(el).querySelector('svg')).not.to.equal(null);
  });

  it('is hidden from screen readers with all that is in it', async () => {
    const el = await brand(html`<reji-brand brand="webmoney-light"><img alt="Mark" /></reji-brand>`);
    expect(el.querySelector('img')?.assignedSlot?.closest('[aria-hidden=true]')).to.equal(tile(el));
    await expect(el).to.be.accessible();
  });

  it('gains an edge in forced colours', async function () {
    if (!(await executeServerCommand('media-features', { 'forced-colors': 'active' }))) return;
    const el = await brand(html`<reji-brand brand="webmoney-light"></reji-brand>`);
    expect(getComputedStyle(tile(el)).borderTopWidth).to.equal('1px');
    await executeServerCommand('media-features', { 'forced-colors': 'none' });
  });
});
