import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { RejiMethodPicker } from '../../src/elements/reji-method-picker.js';
import '../../src/elements/picker-search.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { allByRole, byRole } from './by-role.js';
import { column, everything, headings, names, newer, picker, radio, shown, speak, wallets } from './picker-fixtures.js';

RejiMethodPicker.define();
before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));

const field = (el: RejiMethodPicker) =>
  el.renderRoot.querySelector<HTMLInputElement>('input[type=search]') ?? expect.fail('no field');
const status = (el: RejiMethodPicker) => byRole(el, 'status').textContent.trim();
const marks = (el: RejiMethodPicker) =>
  [...el.renderRoot.querySelectorAll('mark')].filter((one) => one.checkVisibility()).map((one) => one.textContent);

/** Puts words into the field as a buyer does, and waits until what finds them has been fetched. */
async function search(el: RejiMethodPicker, words: string): Promise<void> {
  field(el).focus();
  field(el).value = words;
  field(el).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await import('../../src/elements/picker-search.js');
  await el.updateComplete;
}

const all = html`<reji-method-picker .methods=${everything}></reji-method-picker>`;
const japanese = html`<reji-method-picker lang="ja" .methods=${everything}></reji-method-picker>`;

describe('reji-method-picker: search', () => {
  it('is there from eight methods on, with a label of its own', async () => {
    const seven = await picker(html`<reji-method-picker .methods=${wallets.slice(0, 7)}></reji-method-picker>`);
    expect(seven.renderRoot.querySelector('[type=search]')).to.equal(null);
    const eight = await picker(html`<reji-method-picker .methods=${wallets.slice(0, 8)}></reji-method-picker>`);
    expect(field(eight).getAttribute('aria-label')).to.equal('Search by name or country');
    expect(field(eight).getBoundingClientRect().height).to.be.at.least(44);
  });

  it('moves nothing when what finds has arrived', async () => {
    const el = await column(640, all);
    const before = radio(el, 'DANA').getBoundingClientRect().y;
    await search(el, '');
    expect(radio(el, 'DANA').getBoundingClientRect().y).to.equal(before);
  });

  for (const [words, found] of [
    ['gcash', ['GCash']],
    ['ＧＣＡＳＨ', ['GCash']],
    ['  g-cash ', ['GCash']],
    ['touch n go', ["Touch 'n Go eWallet"]],
    ['支付宝', ['Alipay 支付宝']],
    ['支付寶', ['AlipayHK']],
    ['카카오', ['Kakao Pay']],
    ['카캉', []],
    ['ทรูมันนี่', ['TrueMoney']],
    ['Philippine', ['BPI', 'GCash']],
    ['PHÍLIPPINÉS', ['BPI', 'GCash']],
    ['7eleven', ['7-Eleven']],
    ['ローソン', ['Lawson']],
    ['in cash ', ['7-Eleven', 'FamilyMart', 'Lawson', 'Ministop']],
    ['bank tr', ['GMO Aozora Net Bank']],
    ['bitcash', ['WebMoney (prepaid number)']],
    ['wmz', ['WebMoney Light', 'WebMoney Classic']],
  ] as const) {
    it(`finds by "${words}": ${found.join(', ') || 'nothing'}`, async () => {
      const el = await picker(all);
      await search(el, words);
      expect(names(el)).to.deep.equal(found);
    });
  }

  for (const [words, found] of [
    ['たい', ['TrueMoney', 'Rabbit LINE Pay']],
    ['ﾌｨﾘﾋﾟﾝ', ['BPI', 'GCash']],
    ['せぶんいれぶん', ['セブン-イレブン']],
    ['seven', []],
    ['こんびに', ['セブン-イレブン', 'ファミリーマート', 'ローソン', 'ミニストップ']],
    ['lawson', ['ローソン']],
    ['うぇぶまねー', ['WebMoney（プリペイド番号）']],
  ] as const) {
    it(`finds in Japanese by "${words}": ${found.join('・') || 'nothing'}`, async () => {
      const el = await picker(japanese);
      await search(el, words);
      expect(names(el)).to.deep.equal(found);
    });
  }

  it('finds every wallet by the name of its scheme', async () => {
    const el = await picker(all);
    await search(el, 'alipay+');
    expect([names(el).length, headings(el), marks(el)]).to.deep.equal([10, ['Alipay+'], ['Alipay+']]);
  });

  it('finds a method that is newer than this client, by its label', async () => {
    const el = await picker(html`<reji-method-picker .methods=${[...wallets, newer]}></reji-method-picker>`);
    await search(el, 'newer');
    expect(names(el)).to.deep.equal(['Newer Pay']);
  });

  it('marks what was found where it stands, and nothing else', async () => {
    const el = await column(640, all);
    await search(el, 'touch n');
    expect(marks(el)).to.deep.equal(["Touch 'n"]);
    await search(el, 'thai');
    expect(marks(el)).to.deep.equal(['Thai', 'Thai']);
    await search(el, 'scan');
    expect([names(el), marks(el)]).to.deep.equal([[], []]);
    const ja = await column(360, japanese);
    await search(ja, 'がいど');
    expect(marks(ja)).to.deep.equal([]);
    await search(ja, 'ふぃり');
    expect(marks(ja)).to.deep.equal(['フィリ', 'フィリ']);
  });

  it('shows hostile words as they are', async () => {
    const el = await picker(all);
    await search(el, '<img src=x onerror=alert(1)>');
    expect(el.renderRoot.textContent).to.contain('Nothing found for “<img src=x onerror=alert(1)>”');
    expect(el.renderRoot.querySelector('img')).to.equal(null);
    await search(el, '([.*?');
    expect(names(el)).to.deep.equal([]);
  });

  it('opens folded sections while it lasts, and folds them again', async () => {
    const el = await column(360, all);
    expect(shown(el)).to.deep.equal([]);
    await search(el, 'malaysia');
    expect(shown(el).length).to.equal(2);
    expect(el.renderRoot.querySelector('[aria-expanded]')).to.equal(null);
    await search(el, ' ');
    expect(shown(el)).to.deep.equal([]);
  });
});

describe('reji-method-picker: when nothing is found', () => {
  it('says so, names what there is, and leads back', async () => {
    const el = await column(640, all);
    await search(el, 'credit card');
    expect(el.renderRoot.textContent).to.contain('Nothing found for “credit card”');
    expect(el.renderRoot.textContent).to.contain('There is: Alipay+ · Convenience stores · ');
    byRole<HTMLButtonElement>(el, 'button', 'Show all').click();
    await el.updateComplete;
    expect([names(el).length, field(el).value]).to.deep.equal([20, '']);
    expect(el.shadowRoot?.activeElement).to.equal(field(el));
  });

  it('keeps the focus reachable', async () => {
    const el = await picker(all);
    await search(el, 'credit card');
    field(el).blur();
    el.focus();
    expect(el.shadowRoot?.activeElement).to.equal(field(el));
  });
});

describe('reji-method-picker: leaving the search', () => {
  it('empties the field by Escape, which goes no further until it is empty', async () => {
    const el = await picker(all);
    await search(el, 'thai');
    let heard = 0;
    const count = ({ key }: KeyboardEvent) => (heard += Number(key === 'Escape'));
    el.addEventListener('keydown', count);
    await sendKeys({ press: 'Escape' });
    await el.updateComplete;
    expect([field(el).value, names(el).length, heard]).to.deep.equal(['', 20, 0]);
    await sendKeys({ press: 'Escape' });
    expect(heard).to.equal(1);
  });

  it('leaves Escape to an input method that is still composing', async () => {
    const el = await picker(all);
    await search(el, 'thai');
    field(el).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, isComposing: true }));
    expect(field(el).value).to.equal('thai');
  });

  it('empties the field by its button, and keeps the focus in it', async () => {
    const el = await picker(all);
    expect(allByRole(el, 'button').some(({ ariaLabel }) => ariaLabel === 'Clear the search')).to.equal(false);
    await search(el, 'thai');
    const clear = byRole<HTMLButtonElement>(el, 'button', 'Clear the search');
    expect(clear.getBoundingClientRect().width).to.be.at.least(44);
    clear.click();
    await el.updateComplete;
    expect([field(el).value, names(el).length]).to.deep.equal(['', 20]);
    expect(el.shadowRoot?.activeElement).to.equal(field(el));
  });

  it('has no words left when the field goes and comes back', async () => {
    const el = await picker(all);
    await search(el, 'thai');
    el.methods = wallets.slice(0, 3);
    await el.updateComplete;
    expect(names(el).length).to.equal(3);
    el.methods = wallets;
    await el.updateComplete;
    expect(names(el).length).to.equal(10);
  });
});

describe('reji-method-picker: search and choice', () => {
  it('keeps the choice that is not found', async () => {
    const el = await picker(
      html`<reji-method-picker .methods=${everything} value="sbps:alipay-plus/gcash"></reji-method-picker>`,
    );
    let told = 0;
    el.addEventListener('change', () => told++);
    await search(el, 'malaysia');
    expect([el.value, told]).to.deep.equal(['sbps:alipay-plus/gcash', 0]);
    await search(el, '');
    expect(radio(el, 'GCash').checked).to.equal(true);
    await search(el, 'boost');
    radio(el, 'Boost').click();
    expect([el.value, told]).to.deep.equal(['sbps:alipay-plus/boost', 1]);
  });

  it('is no part of a form, and says nothing of itself to the page', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><reji-method-picker name="m" required .methods=${everything}></reji-method-picker></form>`,
    );
    const el = form.querySelector('reji-method-picker') ?? expect.fail();
    let heard = 0;
    for (const type of ['input', 'change', 'reji-select']) form.addEventListener(type, () => heard++);
    await search(el, 'gcash');
    expect([[...new FormData(form)].length, form.checkValidity(), heard]).to.deep.equal([0, false, 0]);
    await sendKeys({ press: 'Enter' });
    expect(el.value).to.equal('');
    radio(el, 'GCash').click();
    expect([...new FormData(form)]).to.deep.equal([['m', 'sbps:alipay-plus/gcash']]);
  });

  it('is off with the picker', async () => {
    const el = await picker(html`<reji-method-picker disabled .methods=${wallets}></reji-method-picker>`);
    expect(field(el).disabled).to.equal(true);
  });
});

describe('reji-method-picker: search for those who do not see it', () => {
  it('says politely how many were found, and again only when that changes', async () => {
    const el = await picker(all);
    expect(status(el)).to.equal('');
    await search(el, 'malays');
    expect(status(el)).to.equal('2 ways to pay');
    let changes = 0;
    new MutationObserver(() => changes++).observe(byRole(el, 'status'), {
      characterData: true,
      childList: true,
      subtree: true,
    });
    await search(el, 'malaysia');
    await search(el, 'malaysia ');
    expect([status(el), changes]).to.deep.equal(['2 ways to pay', 0]);
    await search(el, 'nothing of that name');
    expect(status(el)).to.equal('0 ways to pay');
  });

  for (const lang of ['en', 'ja']) {
    it(`is accessible in ${lang}: at rest, found, not found`, async () => {
      const el = await column(360, all);
      await speak(el, lang);
      await expect(el).to.be.accessible();
      await search(el, 'pay');
      await expect(el).to.be.accessible();
      await search(el, 'credit card');
      await expect(el).to.be.accessible();
      expect(el.scrollWidth).to.equal(el.clientWidth);
    });
  }
});
