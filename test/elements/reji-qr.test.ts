import { expect, oneEvent } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { RejiErrorEvent } from '../../src/elements/events.js';
import type { RejiQr } from '../../src/elements/reji-qr.js';
import { displayTexts } from '../../src/i18n/display-shelf.js';
import { emvco } from '../contract/emvco-payload.js';
import vectors from '../fixtures/emvco-vectors.json' with { type: 'json' };
import { allByRole, byRole, nameOf, textOf } from './by-role.js';
import { ACTION, heard, makeQr, settled } from './qr-fixtures.js';

const types = () => heard.map(({ type }) => type);
const actions = () => heard.map((event) => ('action' in event ? event.action : event.type));
const codes = () => heard.map((event) => (event as RejiErrorEvent).code);
const picture = (el: RejiQr) => byRole<HTMLElement>(el, 'img');
const modules = (el: RejiQr) => el.renderRoot.querySelector('path[d^="M4 4h7"]');

describe('reji-qr', () => {
  before(() => Promise.all([displayTexts.load('en'), displayTexts.load('ja')]));
  beforeEach(() => (heard.length = 0));

  it('draws the code as a picture with a name, and says what to do and how long', async () => {
    const el = await makeQr();
    expect(nameOf(picture(el))).to.equal('QR code to scan with GCash. 12,480 Japanese yen');
    expect(nameOf(byRole(el, 'heading'))).to.equal('Scan this code with GCash');
    expect(textOf(el)).to.contain('GCash').and.contain('H-20418').and.contain('Waiting for your payment');
    const countdown = el.renderRoot.querySelector('reji-countdown') ?? expect.fail('no countdown');
    expect(textOf(countdown)).to.contain('8:24 left').and.contain('14:32');
    expect(types()).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });

  it('says it in Japanese', async () => {
    const el = await makeQr({ lang: 'ja' });
    expect(nameOf(picture(el))).to.equal('GCashで読み取るQRコード。12,480円');
    expect(nameOf(byRole(el, 'heading'))).to.equal('GCashアプリで読み取ってください');
    expect(nameOf(byRole(el, 'button', '画像を保存'))).to.equal('画像を保存');
    await expect(el).to.be.accessible();
  });

  it('has four light modules around, whole numbers only, and a dark code on a white plate in the dark too', async () => {
    const el = await makeQr();
    const [, , side] = picture(el).getAttribute('viewBox')?.split(' ').map(Number) ?? [];
    const path = modules(el)?.getAttribute('d') ?? '';
    const [columns, rows] = [/M(\d+)/g, /M\d+ (\d+)/g].map((part) =>
      [...path.matchAll(part)].map(([, n]) => Number(n)),
    );
    expect(path).to.match(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
    expect([Math.min(...(columns ?? [])), Math.min(...(rows ?? []))]).to.deep.equal([4, 4]);
    expect(Math.max(...(rows ?? []))).to.equal((side ?? 0) - 5);
    el.style.colorScheme = 'dark';
    const plate = el.renderRoot.querySelector('.plate') ?? expect.fail('no plate');
    expect(getComputedStyle(plate).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(getComputedStyle(picture(el)).fill).to.equal('rgb(20, 20, 20)');
  });

  it('keeps its colours in forced colours', async () => {
    const el = await makeQr();
    if (!(await executeServerCommand('media-features', { 'forced-colors': 'active' }))) return;
    const plate = el.renderRoot.querySelector('.plate') ?? expect.fail('no plate');
    expect(getComputedStyle(plate).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(getComputedStyle(picture(el)).fill).to.equal('rgb(20, 20, 20)');
    await executeServerCommand('media-features', {});
  });

  it('has the payload nowhere in the document', async () => {
    const el = await makeQr();
    const all = [el.renderRoot, ...el.renderRoot.querySelectorAll('*')].flatMap((node) => [
      node.textContent,
      ...(node instanceof Element ? [...node.attributes].map(({ value }) => value) : []),
    ]);
    expect(all.join(' ')).not.to.contain('7Hs92Kd0aQ');
    expect(el.outerHTML).not.to.contain('7Hs92Kd0aQ');
  });

  it('draws a new code when one comes', async () => {
    const el = await makeQr();
    const before = modules(el)?.getAttribute('d');
    el.action = { ...ACTION, payload: 'https://pay.example/q/another' };
    await settled(el);
    expect(modules(el)?.getAttribute('d')).to.be.a('string').and.not.equal(before);
  });

  it('says how the payment is being followed; the code stays while the page is offline', async () => {
    const el = await makeQr({ connection: 'offline' });
    expect(nameOf(byRole(el, 'status'))).to.contain('You are offline');
    expect(modules(el)).not.to.equal(null);
  });

  it('has steps beside the code where there is room, and the wallet’s rate only for a wallet from abroad', async () => {
    const el = await makeQr();
    (el.parentElement ?? el).style.inlineSize = '640px';
    expect(allByRole(el, 'img').length).to.equal(1);
    const list = el.renderRoot.querySelector('ol') ?? expect.fail('no steps');
    expect(list.checkVisibility()).to.equal(true);
    expect(list.textContent).to.contain('Open GCash on your phone').and.contain('Charged as ¥12,480');
    el.brand = 'au-pay';
    await el.updateComplete;
    expect(list.textContent).to.contain('Open au PAY').and.not.contain('Charged as');
    (el.parentElement ?? el).style.inlineSize = '360px';
    expect(list.checkVisibility()).to.equal(false);
  });

  it('asks for another method, unless a press is on its way', async () => {
    const el = await makeQr({ busy: true });
    byRole(el, 'button', 'Choose another method').click();
    expect(types()).to.deep.equal([]);
    el.busy = false;
    setTimeout(() => byRole(el, 'button', 'Choose another method').click());
    await oneEvent(el, 'reji-action');
    expect(actions()).to.deep.equal(['other-method']);
  });

  it('begins at its heading', async () => {
    const el = await makeQr();
    el.focusTitle();
    await el.updateComplete;
    expect(el.shadowRoot?.activeElement).to.equal(byRole(el, 'heading'));
  });

  it('shows nothing without an action, and an unknown brand as it is', async () => {
    const el = await makeQr({ action: undefined });
    expect(textOf(el)).to.equal('');
    el.action = ACTION;
    el.brand = '<b>new</b>';
    await settled(el);
    expect(nameOf(byRole(el, 'heading'))).to.equal('Scan this code with <b>new</b>');
  });

  it('says what did not go through', async () => {
    expect(byRole(await makeQr({ problem: 'Not <b>now</b>.' }), 'alert').textContent).to.contain('Not <b>now</b>.');
  });

  for (const width of [288, 320, 640]) {
    it(`fits a column of ${width} px`, async () => {
      const long = { brand: 'rabbit-line-pay', orderId: 'H-20418-2026-11-21-000017' };
      for (const more of [{}, { over: true }, { action: { ...ACTION, payload: '', payUrl: 'https://pay.example/' } }]) {
        const el = await makeQr({ ...long, ...more, problem: 'Not now.' });
        (el.parentElement ?? el).style.inlineSize = `${width}px`;
        expect(el.scrollWidth).to.be.at.most(width);
        for (const target of [...allByRole(el, 'button'), ...allByRole(el, 'link')]) {
          const { width: across, height } = target.getBoundingClientRect();
          expect(Math.min(across, height)).to.be.at.least(44);
        }
      }
    });
  }

  describe('a payload that can’t be shown', () => {
    const payUrl = 'https://pay.example/p?x=1';

    it('refuses a damaged EMVCo code: no picture, one error for the page, another method as the main way', async () => {
      const damaged = vectors.filter((vector) => vector.damaged);
      for (const { payload } of damaged) {
        heard.length = 0;
        const el = await makeQr({ action: { ...ACTION, payload } });
        el.requestUpdate();
        await settled(el);
        expect(allByRole(el, 'img')).to.deep.equal([]);
        expect(byRole(el, 'alert').textContent).to.contain('damaged or too large');
        expect(textOf(el)).to.contain('Code for support: qr-damaged');
        expect([types(), codes()]).to.deep.equal([['reji-error'], ['qr-damaged']]);
        expect(heard[0]?.composed).to.equal(true);
        expect(allByRole(el, 'button').map(nameOf)).to.deep.equal(['Choose another method', 'Choose another method']);
        await expect(el).to.be.accessible();
      }
    });

    it('takes intact ones', async () => {
      const intact = vectors.filter(({ damaged }) => !damaged).map(({ payload }) => payload);
      for (const payload of [...intact, emvco([['59', 'ひより商店']])]) {
        expect(modules(await makeQr({ action: { ...ACTION, payload } }))).not.to.equal(null);
      }
      expect(types()).to.deep.equal([]);
    });

    it('leads to the provider’s page where there is one', async () => {
      const el = await makeQr({
        action: { ...ACTION, payload: '000201', payUrl },
        allowedHosts: '*.example pay.example',
      });
      const link = byRole<HTMLAnchorElement>(el, 'link', 'Open the payment page');
      expect([link.href, link.target, link.rel]).to.deep.equal([payUrl, '_blank', 'noopener noreferrer']);
      expect(byRole(el, 'status').textContent).to.contain('Waiting');
      await expect(el).to.be.accessible();
    });

    for (const payload of ['x'.repeat(3072), '9'.repeat(7090), 'x'.repeat(100_000)]) {
      it(`refuses ${payload.length} characters, which no code holds`, async () => {
        const el = await makeQr({ lang: 'ja', action: { ...ACTION, payload } });
        expect(codes()).to.deep.equal(['qr-too-large']);
        expect(textOf(el)).to.contain('コードを表示できません').and.contain('qr-too-large');
      });
    }

    it('refuses an empty one, and shows a good one that comes after it', async () => {
      const el = await makeQr({ action: { ...ACTION, payload: '' } });
      expect(codes()).to.deep.equal(['qr-damaged']);
      el.action = ACTION;
      await settled(el);
      expect(modules(el)).not.to.equal(null);
      expect(allByRole(el, 'alert')).to.deep.equal([]);
    });
  });
});
