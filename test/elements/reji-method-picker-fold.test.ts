import { expect, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { RejiMethodPicker } from '../../src/elements/reji-method-picker.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import {
  apps,
  column,
  everything,
  focused,
  fold,
  headings,
  konbini,
  names,
  radio,
  said,
  shown,
  speak,
  wallets,
} from './picker-fixtures.js';

RejiMethodPicker.define();
before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));

const all = html`<reji-method-picker .methods=${everything}></reji-method-picker>`;
const folded = html`<reji-method-picker sections="fold" .methods=${[...konbini, ...apps]}></reji-method-picker>`;
const chosen = html`<reji-method-picker
  sections="fold"
  .methods=${[...konbini, ...apps]}
  value="haipay:konbini-lawson"
></reji-method-picker>`;
const shownNames = (el: RejiMethodPicker) => shown(el).map((one) => said(one, 'aria-labelledby'));
const isFolded = (el: RejiMethodPicker, name: string) => fold(el, name).ariaExpanded === 'false';

describe('reji-method-picker: sections that fold', () => {
  it('folds more than twelve methods in a narrow column, and nothing in a wide one', async () => {
    const el = await column(360, all);
    expect(shown(el)).to.deep.equal([]);
    expect(fold(el, 'Alipay+').checkVisibility()).to.equal(true);
    (el.parentElement ?? el).style.inlineSize = '560px';
    expect(shown(el).length).to.equal(20);
    expect(fold(el, 'Alipay+').checkVisibility()).to.equal(false);
  });

  it('folds none of twelve methods', async () => {
    const el = await column(360, html`<reji-method-picker .methods=${everything.slice(2, 14)}></reji-method-picker>`);
    expect(shown(el).length).to.equal(12);
    expect(el.renderRoot.querySelector('button')).to.equal(null);
  });

  it('does as it is told', async () => {
    const open = await column(
      360,
      html`<reji-method-picker sections="open" .methods=${everything}></reji-method-picker>`,
    );
    expect(shown(open).length).to.equal(20);
    const wide = await column(640, folded);
    expect(shown(wide)).to.deep.equal([]);
    const alone = await column(
      360,
      html`<reji-method-picker sections="fold" .methods=${wallets}></reji-method-picker>`,
    );
    expect(shown(alone).length).to.equal(10);
  });

  it('opens and folds by a press anywhere on the heading, 44 px high at the least', async () => {
    const el = await column(360, folded);
    const head = fold(el, 'Convenience stores').parentElement ?? el;
    const { x, y, height } = head.getBoundingClientRect();
    expect(height).to.be.at.least(44);
    const press = () => sendMouse({ type: 'click', position: [Math.round(x) + 6, Math.round(y + height) - 8] });
    await press();
    await el.updateComplete;
    expect(shownNames(el)).to.deep.equal(['7-Eleven', 'FamilyMart', 'Lawson', 'Ministop']);
    expect(isFolded(el, 'Convenience stores')).to.equal(false);
    await press();
    await el.updateComplete;
    expect(shown(el)).to.deep.equal([]);
  });

  it('opens by Enter and by Space', async () => {
    const el = await column(360, folded);
    fold(el, 'Japanese payment apps').focus();
    await sendKeys({ press: 'Enter' });
    await el.updateComplete;
    expect(shownNames(el)).to.deep.equal(['au PAY', 'Merpay']);
    await sendKeys({ press: ' ' });
    await el.updateComplete;
    expect(shown(el)).to.deep.equal([]);
  });

  it('says how many ways there are, and of Alipay+ names every wallet', async () => {
    const el = await column(360, all);
    expect(said(fold(el, 'Convenience stores'), 'aria-describedby')).to.equal('In cash · 4 ways');
    expect(said(fold(el, 'Bank transfer'), 'aria-describedby')).to.equal('In Japan');
    expect(said(fold(el, 'Alipay+'), 'aria-describedby')).to.equal(
      "Alipay · AlipayHK · Touch 'n Go eWallet · Boost · DANA · BPI · Kakao Pay · GCash · TrueMoney · Rabbit LINE Pay",
    );
    fold(el, 'Alipay+').click();
    await el.updateComplete;
    expect(said(fold(el, 'Alipay+'), 'aria-describedby')).to.equal('Wallets from abroad · 10 ways');
    expect(el.scrollWidth).to.equal(el.clientWidth);
  });

  it('names the only way where there is nothing else to say', async () => {
    const el = await column(
      360,
      html`<reji-method-picker sections="fold" .methods=${[...konbini, ...apps.slice(0, 1)]}></reji-method-picker>`,
    );
    expect(said(fold(el, 'Japanese payment apps'), 'aria-describedby')).to.equal('au PAY');
  });

  it('shows the first three marks while folded', async () => {
    const el = await column(360, folded);
    const marks = () =>
      [...(fold(el, 'Convenience stores').parentElement?.querySelectorAll('reji-brand') ?? [])].filter((one) =>
        one.checkVisibility(),
      );
    expect(marks().map(({ brand }) => brand)).to.deep.equal(konbini.slice(0, 3).map(({ brand }) => brand));
    fold(el, 'Convenience stores').click();
    await el.updateComplete;
    expect(marks()).to.deep.equal([]);
  });

  it('opens the section that holds the choice; folded again it still shows the choice', async () => {
    const el = await column(360, chosen);
    expect(shownNames(el)).to.deep.equal(['7-Eleven', 'FamilyMart', 'Lawson', 'Ministop']);
    fold(el, 'Convenience stores').click();
    await el.updateComplete;
    expect(shownNames(el)).to.deep.equal(['Lawson']);
    expect(el.value).to.equal('haipay:konbini-lawson');
  });

  it('leaves a section open when the choice moves on, so that no row jumps away', async () => {
    const el = await column(360, chosen);
    fold(el, 'Japanese payment apps').click();
    await el.updateComplete;
    radio(el, 'Merpay').click();
    await el.updateComplete;
    expect(shownNames(el)).to.deep.equal(['7-Eleven', 'FamilyMart', 'Lawson', 'Ministop', 'au PAY', 'Merpay']);
  });

  it('opens for a choice of the page, and of a reset', async () => {
    const el = await column(360, folded);
    el.value = 'haipay:merpay';
    await el.updateComplete;
    expect(shownNames(el)).to.deep.equal(['au PAY', 'Merpay']);
    el.setAttribute('value', 'haipay:konbini-lawson');
    el.formResetCallback();
    await el.updateComplete;
    expect(isFolded(el, 'Convenience stores')).to.equal(false);
  });
});

describe('reji-method-picker: arrow keys into a folded section', () => {
  it('go on over all sections, and open what they reach', async () => {
    const el = await column(360, chosen);
    el.focus();
    const heard: string[] = [];
    el.addEventListener('reji-select', ({ method }) => heard.push(method));
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await el.updateComplete;
    expect([focused(el), el.value]).to.deep.equal(['haipay:au-pay', 'haipay:au-pay']);
    expect(isFolded(el, 'Japanese payment apps')).to.equal(false);
    await sendKeys({ press: 'ArrowUp' });
    expect([focused(el), el.value]).to.deep.equal(['haipay:konbini-ministop', 'haipay:konbini-ministop']);
    expect(heard).to.deep.equal(['haipay:konbini-ministop', 'haipay:au-pay', 'haipay:konbini-ministop']);
  });

  it('go round from the first to the last', async () => {
    const el = await column(360, folded);
    el.value = 'haipay:konbini-seven-eleven';
    await el.updateComplete;
    el.focus();
    await sendKeys({ press: 'ArrowUp' });
    await el.updateComplete;
    expect([focused(el), el.value]).to.deep.equal(['haipay:merpay', 'haipay:merpay']);
  });

  it('pass over what can’t be chosen', async () => {
    const [first, second] = apps;
    const off = { ...(first ?? expect.fail()), unavailable: { code: 'device' } };
    const el = await column(
      360,
      html`<reji-method-picker
        sections="fold"
        .methods=${[...konbini, off, second]}
        value="haipay:konbini-ministop"
      ></reji-method-picker>`,
    );
    el.focus();
    await sendKeys({ press: 'ArrowRight' });
    await el.updateComplete;
    expect(focused(el)).to.equal('haipay:merpay');
  });
});

describe('reji-method-picker: folded in a form', () => {
  it('holds the form back with the focus on what opens the first section', async () => {
    const el = await column(360, html`<reji-method-picker required .methods=${everything}></reji-method-picker>`);
    expect(el.reportValidity()).to.equal(false);
    el.focus();
    expect(el.shadowRoot?.activeElement).to.equal(fold(el, 'Alipay+'));
    fold(el, 'Alipay+').click();
    await el.updateComplete;
    radio(el, 'GCash').click();
    expect(el.checkValidity()).to.equal(true);
  });

  for (const lang of ['en', 'ja']) {
    it(`is accessible in ${lang}, folded and open`, async () => {
      const el = await column(360, chosen);
      await speak(el, lang);

      await expect(el).to.be.accessible();
      const many = await column(320, all);
      await speak(many, lang);
      await expect(many).to.be.accessible();
      expect(many.scrollWidth).to.equal(many.clientWidth);
    });
  }

  it('keeps its order in Japanese: what is in Japan comes first', async () => {
    const el = await column(360, html`<reji-method-picker lang="ja" .methods=${everything}></reji-method-picker>`);
    expect(headings(el)).to.deep.equal([
      'コンビニ',
      'スマホ決済',
      '銀行振込',
      'プリペイド',
      'Alipay+',
      'WebMoney Transfer',
    ]);
    expect(names(el)[0]).to.equal('セブン-イレブン');
  });
});
