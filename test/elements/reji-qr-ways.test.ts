import { expect } from '@open-wc/testing';
import type { RejiQr } from '../../src/elements/reji-qr.js';
import { openable } from '../../src/elements/qr-ways.js';
import { displayTexts } from '../../src/i18n/display-shelf.js';
import { allByRole, byRole, nameOf, textOf } from './by-role.js';
import { ACTION, anyDevice, makeQr, onPhone, settled } from './qr-fixtures.js';

const appLink = 'https://wallet.example/open?c=1';
const payUrl = 'https://pay.example/p';
const links = (el: RejiQr) => allByRole<HTMLAnchorElement>(el, 'link').map((link) => nameOf(link).replace(/ \(.*/, ''));
const main = (el: RejiQr) => {
  const found = el.renderRoot.querySelectorAll('.button--main');
  return [...found].map((way) => nameOf(way).replace(/ \(.*/, ''));
};
const side = (el: RejiQr) => Number(byRole(el, 'img').getAttribute('viewBox')?.split(' ')[2]);
const plate = (el: RejiQr) => el.renderRoot.querySelector('.plate') ?? expect.fail('no plate');

describe('reji-qr, its ways and its size', () => {
  before(() => Promise.all([displayTexts.load('en'), displayTexts.load('ja')]));
  afterEach(anyDevice);

  describe('on a phone', () => {
    beforeEach(() => onPhone(true));

    it('opens the app as the main way, then the page; the picture can be saved', async () => {
      const el = await makeQr({ action: { ...ACTION, appLink, payUrl } });
      expect(links(el)).to.deep.equal(['Open GCash', 'Open the payment page']);
      expect(main(el)).to.deep.equal(['Open GCash']);
      const { href, target, rel } = byRole<HTMLAnchorElement>(el, 'link', 'Open GCash');
      expect([href, target, rel]).to.deep.equal([appLink, '_blank', 'noopener noreferrer']);
      expect(nameOf(byRole(el, 'button', 'Save'))).to.equal('Save picture');
      await expect(el).to.be.accessible();
    });

    it('has the page as the main way where no app can be opened', async () => {
      const el = await makeQr({ lang: 'ja', action: { ...ACTION, appLink: 'gcash://pay?x', payUrl } });
      expect([links(el), main(el)]).to.deep.equal([['支払いページを開く'], ['支払いページを開く']]);
    });

    it('opens an app by a scheme that the shop lists, in this window', async () => {
      const el = await makeQr({ action: { ...ACTION, appLink: 'gcash://pay?x' }, appSchemes: 'alipays GCash' });
      const { href, target } = byRole<HTMLAnchorElement>(el, 'link', 'Open GCash');
      expect([href, target]).to.deep.equal(['gcash://pay?x', '_self']);
    });
  });

  it('is scanned elsewhere: no app, and nothing that takes the eye from the code', async () => {
    onPhone(false);
    const el = await makeQr({ action: { ...ACTION, appLink, payUrl } });
    expect([links(el), main(el)]).to.deep.equal([['Open the payment page'], []]);
    expect(allByRole(el, 'button').map(nameOf)).to.deep.equal(['Choose another method', 'Save picture']);
  });

  it('leaves the page to the host that wants to open it', async () => {
    const el = await makeQr({ action: { ...ACTION, payUrl } });
    const asked: string[] = [];
    el.addEventListener('reji-action', (event) => {
      asked.push(event.action);
      event.preventDefault();
    });
    const press = new MouseEvent('click', { bubbles: true, cancelable: true });
    byRole(el, 'link', 'Open the payment page').dispatchEvent(press);
    expect([asked, press.defaultPrevented]).to.deep.equal([['open-page'], true]);
  });

  it('shows no page on a host that the shop does not list', async () => {
    const el = await makeQr({ action: { ...ACTION, payUrl }, allowedHosts: 'shop.example' });
    expect(links(el)).to.deep.equal([]);
  });

  describe('links out of the page', () => {
    for (const [link, hosts, schemes] of [
      [undefined, '', ''],
      ['', '', ''],
      ['/pay', '', ''],
      ['http://pay.example/', '', 'http2'],
      ['https://user:secret@pay.example/', '', ''],
      ['https://evil.example/', 'pay.example', ''],
      ['gcash://pay', '', ''],
      ['gcash://pay', '', 'alipays'],
      ['javascript:alert(1)', '', 'javascript'],
      [' JavaScript:alert(1)', '', 'javascript'],
      ['data:text/html,x', '', 'data'],
      ['blob:https://pay.example/1', '', 'blob'],
      ['file:///etc/hosts', '', 'file'],
      ['not a link', '', 'not'],
    ] as const) {
      it(`refuses ${link} (hosts "${hosts}", schemes "${schemes}")`, () => {
        expect(openable(link, hosts, schemes)).to.equal(undefined);
      });
    }

    it('takes https on a listed host, and a listed scheme', () => {
      expect(openable(payUrl, ' *.test  PAY.example ')).to.equal(payUrl);
      expect(openable('alipays://x', 'pay.example', 'gcash alipays')).to.equal('alipays://x');
    });
  });

  describe('saving', () => {
    let saved: { name: string; url: string }[];
    const toBlob = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'toBlob') ?? {};
    const giveBack = () => Object.defineProperty(HTMLCanvasElement.prototype, 'toBlob', toBlob);
    beforeEach(() => {
      saved = [];
      HTMLAnchorElement.prototype.click = function () {
        saved.push({ name: this.download, url: this.href });
      };
    });
    afterEach(() => {
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      giveBack();
    });

    /** Presses Save and waits for what becomes of it. */
    async function save(el: RejiQr, done: () => boolean): Promise<void> {
      byRole(el, 'button', 'Save').click();
      while (!done()) await new Promise((next) => setTimeout(next));
      await settled(el);
    }

    it('makes a PNG with at least 8 px a module and the quiet zone, named after the order', async () => {
      const el = await makeQr();
      await save(el, () => saved.length === 1);
      const { name, url } = saved[0] ?? expect.fail('nothing saved');
      expect([name, new URL(url).protocol]).to.deep.equal(['gcash-H-20418.png', 'blob:']);
      const blob = await (await fetch(url)).blob();
      expect(blob.type).to.equal('image/png');
      const bitmap = await createImageBitmap(blob);
      expect(bitmap.width).to.equal(bitmap.height);
      expect(bitmap.width / side(el)).to.be.at.least(8);
      const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d') ?? expect.fail('no canvas');
      pen.drawImage(bitmap, 0, 0);
      const module = bitmap.width / side(el);
      const at = (x: number, y: number) => [...pen.getImageData(x * module, y * module, 1, 1).data];
      expect([at(0.5, 0.5), at(3.9, 4.5)]).to.deep.equal([
        [255, 255, 255, 255],
        [255, 255, 255, 255],
      ]);
      expect([at(4, 4), at(10.9, 4.9)]).to.deep.equal([
        [20, 20, 20, 255],
        [20, 20, 20, 255],
      ]);
    });

    it('lets go of the picture when it leaves the page', async () => {
      const el = await makeQr({ brand: '', orderId: '' });
      await save(el, () => saved.length === 1);
      el.remove();
      expect(saved[0]?.name).to.equal('qr.png');
      const left = await fetch(saved[0]?.url ?? '').catch(() => 'gone');
      expect(left).to.equal('gone');
    });

    it('says honestly when no picture could be made', async () => {
      HTMLCanvasElement.prototype.toBlob = (done) => done(null);
      const el = await makeQr();
      await save(el, () => allByRole(el, 'alert').length === 1);
      expect(byRole(el, 'alert').textContent).to.contain('could not be saved');
      expect(saved).to.deep.equal([]);
      giveBack();
      await save(el, () => saved.length === 1);
      expect(allByRole(el, 'alert')).to.deep.equal([]);
    });
  });

  describe('size', () => {
    let warned: string[];
    const { warn } = console;
    beforeEach(() => {
      warned = [];
      console.warn = (text: string) => warned.push(text);
    });
    afterEach(() => (console.warn = warn));

    const of = (length: number) => ({ ...ACTION, payload: 'x'.repeat(length) });
    async function inColumn(width: number, more: Partial<RejiQr>): Promise<RejiQr> {
      const el = await makeQr({ ...more, action: undefined });
      const column = el.parentElement ?? el;
      column.style.inlineSize = `${width}px`;
      el.action = more.action;
      await settled(el);
      return el;
    }
    const perModule = (el: RejiQr) => byRole(el, 'img').getBoundingClientRect().width / side(el);

    it('has a plate of 248 px with its edge, which the shop can change', async () => {
      const el = await inColumn(360, { action: ACTION });
      expect(plate(el).clientWidth).to.equal(248);
      el.style.setProperty('--reji-qr-size', '300px');
      expect(plate(el).clientWidth).to.equal(300);
    });

    for (const [length, modules] of [
      [200, 65],
      [362, 81],
      // error correction L from here on
      [363, 73],
      [458, 81],
      [1024, 117],
      [2900, 185],
    ] as const) {
      it(`draws ${length} bytes as ${modules} modules of at least 3 px in a column of 640 px`, async () => {
        const el = await inColumn(640, { action: of(length) });
        expect(side(el)).to.equal(modules);
        expect(perModule(el)).to.be.at.least(3);
        expect(el.scrollWidth).to.be.at.most(640);
        expect(warned).to.deep.equal([]);
      });
    }

    it('takes the whole column for a dense code, and warns once, without the payload, when that is too little', async () => {
      const el = await inColumn(288, { action: of(1024) });
      el.requestUpdate();
      await settled(el);
      expect(plate(el).getBoundingClientRect().width).to.equal(288);
      expect(warned).to.deep.equal(['reji-qr: 117 modules on 286 px may be too dense for a phone to read']);
      expect(nameOf(byRole(el, 'heading'))).to.equal('Scan this code with GCash');
    });

    it('covers the middle only by a mark that the code makes up for', async () => {
      const el = await makeQr();
      const mark = Object.assign(document.createElement('div'), { slot: 'center', textContent: 'M' });
      const plain = side(el);
      el.append(mark);
      await settled(el);
      expect(side(el)).to.be.above(plain);
      expect(mark.checkVisibility()).to.equal(true);
      expect(mark.getBoundingClientRect().width).to.be.within(40, 56);
      await expect(el).to.be.accessible();
      el.action = of(400);
      await settled(el);
      expect([side(el), mark.checkVisibility()]).to.deep.equal([77, false]);
      expect(textOf(el)).not.to.contain('too large');
    });
  });
});
