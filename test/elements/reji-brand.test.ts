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
    expect(tile(await brand(html`<reji-brand brand="qpay"></reji-brand>`)).textContent).to.equal('qp');
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

  it('gives way to a slot that something is put into, and not to an empty one', async () => {
    const outer = await fixture(html`<div></div>`);
    const root = outer.attachShadow({ mode: 'open' });
    const el = document.createElement('reji-brand');
    el.brand = 'gcash';
    const slot = document.createElement('slot');
    slot.name = 'mark-gcash';
    el.append(slot);
    root.append(el);
    await el.updateComplete;
    expect(tile(el).textContent).to.equal('GC');
    const image = document.createElement('img');
    image.slot = 'mark-gcash';
    image.alt = '';
    outer.append(image);
    await oneEvent(slot, 'slotchange');
    await el.updateComplete;
    expect(tile(el).textContent).to.equal('');
    image.remove();
    await oneEvent(slot, 'slotchange');
    await el.updateComplete;
    expect(tile(el).textContent).to.equal('GC');
  });

  for (const [name, ja, roman] of [
    ['konbini-seven-eleven', 'セ', 'Se'],
    ['konbini-familymart', 'フ', 'Fa'],
    ['konbini-lawson', 'ロ', 'La'],
    ['konbini-ministop', 'ミ', 'Mi'],
    ['merpay', 'メ', 'Me'],
    ['au-pay', 'au', 'au'],
    ['touch-n-go', 'TnG', 'TnG'],
  ] as const) {
    it(`has the letters of the language around it: ${ja}, ${roman}`, async () => {
      const el = await brand(html`<reji-brand brand=${name} lang="ja"></reji-brand>`);
      expect(tile(el).innerText).to.equal(ja);
      el.lang = 'th';
      expect(tile(el).innerText).to.equal(roman);
      el.removeAttribute('lang');
      document.documentElement.lang = 'ja-JP';
      expect(tile(el).innerText).to.equal(ja);
      document.documentElement.lang = 'en';
    });
  }

  it('keeps its letters inside the tile at every size', async () => {
    for (const name of ['touch-n-go', 'bpi', 'alipay-hk', 'konbini-familymart', 'truemoney']) {
      for (const size of ['s', 'm', 'l'] as const) {
        const el = await brand(html`<reji-brand brand=${name} .size=${size}></reji-brand>`);
        expect(tile(el).scrollWidth, `${name} ${size}`).to.be.at.most(tile(el).clientWidth);
      }
    }
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
