import { expect, oneEvent } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { RejiKonbini } from '../../src/elements/reji-konbini.js';
import { displayTexts } from '../../src/i18n/display-shelf.js';
import { LANGUAGES } from '../../src/i18n/languages.js';
import { allByRole, byRole, textOf } from './by-role.js';
import {
  FAMILYMART,
  LAWSON,
  PAGE_ONLY,
  SEVEN,
  actions,
  heard,
  make,
  numbers,
  shownIn,
  stepsOf,
} from './konbini-fixtures.js';
import { savedLink } from './saved-link.js';

const copyButtons = (el: RejiKonbini) => [...(el.shadowRoot?.querySelectorAll('reji-copy-button') ?? [])];

describe('reji-konbini', () => {
  before(() => Promise.all([displayTexts.load('en'), displayTexts.load('ja')]));
  beforeEach(() => heard.splice(0));

  describe('tells the steps of the chain', () => {
    it('FamilyMart: the multi-copy machine, both numbers, the slip within 30 minutes, cash', async () => {
      const steps = stepsOf(await make(FAMILYMART));
      expect(steps[0]).to.contain('multi-copy machine').and.to.contain('代金支払い');
      expect(steps[1]).to.equal('Enter the two numbers');
      expect(steps[2]).to.contain('30 minutes');
      expect(steps[3]).to.contain('Pay in cash');
    });

    it('in Japanese with the numbers by their names', async () => {
      expect(stepsOf(await make(FAMILYMART, { lang: 'ja' }))).to.deep.equal([
        'マルチコピー機で「代金支払い」を選ぶ',
        '企業コードと注文番号を入力する',
        '申込券を印刷する 印刷してから30分以内にレジへ',
        'レジで現金で支払う 控えは商品が届くまで保管してください',
      ]);
    });

    it('7-Eleven: at the register, with no machine and no slip', async () => {
      const steps = stepsOf(await make(SEVEN, { lang: 'ja' }));
      expect(steps[0]).to.equal('レジで「インターネット代金の支払い」と伝える');
      expect(steps[1]).to.contain('払込票番号を見せるか、読み上げる');
      expect(steps.join()).not.to.contain('30分');
      expect(stepsOf(await make(SEVEN))[1]).to.contain('payment slip number');
    });

    for (const chain of ['lawson', 'ministop']) {
      it(`${chain}: Loppi`, async () => {
        const [first] = stepsOf(await make({ ...LAWSON, chain }));
        expect(first).to.contain('Loppi').and.to.contain('各種番号をお持ちの方');
      });
    }

    it('by the numbers that came, and for a chain that is newer than this page', async () => {
      expect(stepsOf(await make({ ...LAWSON, numbers: numbers(['受付番号', '123456']) }))[1]).to.equal(
        'Enter the reception number',
      );
      const el = await make({ ...SEVEN, chain: 'seicomart', numbers: numbers(['オンライン決済番号', '12345678901']) });
      expect(byRole(el, 'heading').textContent).to.equal('seicomart');
      expect(stepsOf(el)[0]).to.contain('オンライン決済番号').and.to.contain('register');
    });

    it('in every language with the Japanese words whole in them', async () => {
      for (const language of LANGUAGES) {
        const { konbini } = await displayTexts.load(language);
        for (const first of Object.values(konbini.first)) expect(first('代金支払い')).to.contain('代金支払い');
        expect(konbini.slipNote(30), language).to.match(/\*.*30.*\*/);
      }
    });

    it('with Japanese words marked as Japanese', async () => {
      const el = await make(LAWSON);
      expect(shownIn(el, '[lang=ja]')).to.deep.equal(['お客様番号', '確認番号', '各種番号をお持ちの方']);
    });
  });

  describe('shows the numbers', () => {
    it('in groups, labelled in Japanese beside a translation, and read digit by digit', async () => {
      const el = await make(LAWSON);
      expect(shownIn(el, 'dt').map((label) => label.toLowerCase())).to.deep.equal([
        'customer number お客様番号',
        'confirmation number 確認番号',
      ]);
      const groups = [...(el.shadowRoot?.querySelectorAll('.digits') ?? [])];
      expect(groups.map((one) => [...one.children].map((group) => group.textContent))).to.deep.equal([
        ['2148', '091', '7365'],
        ['400', '008'],
      ]);
      expect(textOf(el)).to.contain('4 0 0, 0 0 8');
    });

    it('with their count of digits in Japanese', async () => {
      expect(shownIn(await make(FAMILYMART, { lang: 'ja' }), 'dt')).to.deep.equal(['企業コード 5桁', '注文番号 12桁']);
    });

    it('copies them raw, each by its name', async () => {
      expect(copyButtons(await make(LAWSON)).map(({ value, what }) => [what, value])).to.deep.equal([
        ['customer number', '21480917365'],
        ['confirmation number', '400008'],
      ]);
    });

    it('selects one whole and raw, with a hint, when it could not be copied', async () => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
      document.execCommand = () => false;
      const el = await make(FAMILYMART);
      const button = copyButtons(el)[1] ?? expect.fail('no second number');
      const press = async () => {
        setTimeout(() => byRole(button, 'button').click());
        await oneEvent(button, 'reji-copy');
        await el.updateComplete;
      };
      await press();
      expect(getSelection()?.toString()).to.equal('482109376154');
      expect(textOf(el).match(/Press and hold/g)?.length).to.equal(1);
      await expect(el).to.be.accessible();
      document.execCommand = () => true;
      await press();
      expect(textOf(el)).not.to.contain('Press and hold');
      Reflect.deleteProperty(document, 'execCommand');
      Reflect.deleteProperty(navigator, 'clipboard');
    });

    it('as text and whole, whatever they hold', async () => {
      const hostile = `<img src=x onerror="alert(1)">${'9'.repeat(90)}`;
      const el = await make({ ...LAWSON, numbers: numbers([hostile, hostile]) });
      expect(textOf(el)).to.contain(hostile);
      expect(el.scrollWidth).to.be.at.most(el.clientWidth);
    });
  });

  it('shows chain, cash, amount and order in its head', async () => {
    const el = await make(FAMILYMART, { lang: 'ja' });
    expect(byRole(el, 'heading').textContent).to.equal('ファミリーマート');
    expect(textOf(el)).to.contain('現金でお支払い').and.to.contain('H-20418');
    expect(el.shadowRoot?.querySelector('reji-amount')?.amount).to.deep.equal({ value: 12_480, currency: 'JPY' });
  });

  it('says how much a store takes at once, in yen only, with the steps or beside the page', async () => {
    const limit = { value: 150_000, currency: 'JPY' };
    const el = await make(FAMILYMART, { limit });
    expect(stepsOf(el).at(-1)).to.equal(
      'Pay in cash Keep the receipt until your goods arrive A store takes up to ¥150,000 in one payment',
    );
    el.action = PAGE_ONLY;
    await el.updateComplete;
    expect(shownIn(el, '.slip')[0]).to.contain('up to ¥150,000');
    el.limit = { value: 99_999, currency: 'USD' };
    await el.updateComplete;
    expect(shownIn(el, '.slip')[0]).to.not.contain('up to');
  });

  it('reckons no yen out of another currency', async () => {
    const el = await make(LAWSON, { amount: { value: 8420, currency: 'USD' } });
    expect(textOf(el)).to.contain('The payment page shows the amount in yen.');
    expect(textOf(await make(LAWSON))).not.to.contain('in yen');
  });

  it('says how the payment is being followed, and what did not go through', async () => {
    const el = await make(FAMILYMART, { connection: 'offline', problem: 'Not <b>now</b>.' });
    expect(byRole(el, 'status').textContent).to.contain('You are offline');
    expect(byRole(el, 'alert').textContent).to.contain('Not <b>now</b>.');
    el.connection = 'polling';
    await el.updateComplete;
    expect(byRole(el, 'status').textContent).to.contain('every few seconds');
  });

  it('asks for another method and for printing, and for nothing while busy', async () => {
    const el = await make(FAMILYMART);
    byRole(el, 'button', 'Choose another method').click();
    byRole(el, 'button', 'Print').click();
    byRole(el, 'button', 'Save picture').click();
    expect(actions()).to.deep.equal(['other-method', 'print', 'save']);
    el.busy = true;
    await el.updateComplete;
    byRole(el, 'button', 'Choose another method').click();
    byRole(el, 'button', 'Print').click();
    byRole(el, 'button', 'Save picture').click();
    expect(heard).to.have.length(3);
  });

  it('is kept as a picture under the order’s number', async () => {
    const el = await make(FAMILYMART);
    el.addEventListener('reji-action', (event) => event.stopImmediatePropagation(), { capture: true });
    const saved = savedLink();
    byRole(el, 'button', 'Save picture').click();
    const link = await saved;
    expect(link.download).to.equal('H-20418.png');
    const picture = await createImageBitmap(await (await fetch(link.href)).blob());
    expect([picture.width, picture.height > 600]).to.deep.equal([800, true]);
  });

  it('begins at its title', async () => {
    const el = await make(FAMILYMART);
    el.focusTitle();
    await el.updateComplete;
    expect(el.shadowRoot?.activeElement).to.equal(byRole(el, 'heading'));
  });

  it('is accessible', async () => {
    for (const action of [FAMILYMART, SEVEN]) await expect(await make(action)).to.be.accessible();
    await expect(await make(LAWSON, { lang: 'ja', connection: 'offline', problem: 'No.' })).to.be.accessible();
  });

  for (const width of [288, 320, 640]) {
    it(`fits a column of ${width} px, its buttons with 44 px`, async () => {
      for (const action of [FAMILYMART, SEVEN, PAGE_ONLY]) {
        const el = await make(action, { orderId: 'H-20418-2026-11-21-000017', lang: width === 288 ? 'ja' : 'en' });
        (el.parentElement ?? el).style.inlineSize = `${width}px`;
        expect(el.scrollWidth).to.be.at.most(width);
        el.style.setProperty('--reji-font-size', '32px');
        expect(el.scrollWidth, 'with larger letters').to.be.at.most(width);
        el.style.removeProperty('--reji-font-size');
        for (const digits of el.shadowRoot?.querySelectorAll('.digits') ?? []) {
          const tops = [...digits.children].map((group) => Math.round(group.getBoundingClientRect().top));
          expect(new Set(tops).size, 'lines').to.equal(1);
        }
        for (const button of [...allByRole(el, 'button'), ...allByRole(el, 'link')]) {
          expect(button.getBoundingClientRect().height).to.be.at.least(44);
        }
      }
    });
  }

  it('keeps its perforation in forced colours', async () => {
    const el = await make(FAMILYMART);
    if (!(await executeServerCommand('media-features', { 'forced-colors': 'active' }))) return;
    await expect(el).to.be.accessible();
    await executeServerCommand('media-features', {});
  });
});
