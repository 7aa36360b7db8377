import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { RejiMethodPicker } from '../../src/elements/reji-method-picker.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { choiceTexts, languageFor } from '../../src/i18n/languages.js';
import {
  apps,
  bank,
  column,
  everything,
  fold,
  headings,
  konbini,
  names,
  picker,
  prepaid,
  radio,
  radios,
  said,
  speak,
  wallets,
} from './picker-fixtures.js';

RejiMethodPicker.define();
before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));

const official = [
  'Alipay 支付宝',
  'AlipayHK',
  "Touch 'n Go eWallet",
  'Boost',
  'DANA',
  'BPI',
  'Kakao Pay',
  'GCash',
  'TrueMoney',
  'Rabbit LINE Pay',
];
const plain = html`<reji-method-picker .methods=${wallets}></reji-method-picker>`;
const mixed = html`<reji-method-picker .methods=${everything}></reji-method-picker>`;
const single = html`<reji-method-picker wallets="single" .methods=${everything}></reji-method-picker>`;

describe('reji-method-picker: the wallets of Alipay+', () => {
  it('stand in one section of that name, by their official names', async () => {
    const el = await picker(plain);
    expect(headings(el)).to.deep.equal(['Alipay+']);
    expect(names(el)).to.deep.equal(official);
    const native = [...el.renderRoot.querySelectorAll<HTMLElement>('[lang]')].map((one) => [one.textContent, one.lang]);
    expect(native).to.deep.equal([['支付宝', 'zh-Hans-CN']]);
  });

  it('say where they are at home and what the payer does', async () => {
    const el = await column(360, plain);
    expect(said(radio(el, 'GCash'), 'aria-describedby')).to.equal('Philippines · Scan to pay');
    expect(said(radio(el, 'Boost'), 'aria-describedby')).to.equal('Malaysia · Log in to pay');
    await speak(el, 'ja');
    expect(said(radio(el, 'GCash'), 'aria-describedby')).to.equal('フィリピン・スキャンして支払う');
  });

  it('say it in fewer words in two columns, in one line each', async () => {
    const el = await column(560, plain);
    await speak(el, 'ja');
    expect(said(radio(el, 'GCash'), 'aria-describedby')).to.equal('フィリピン・スキャン');
    for (const one of el.renderRoot.querySelectorAll<HTMLElement>('[part=note]')) {
      expect(one.getBoundingClientRect().height).to.be.below(24);
    }
  });

  it('tell of Alipay+ and of the ten minutes when one is chosen', async () => {
    const el = await column(360, plain);
    radio(el, 'DANA').click();
    await el.updateComplete;
    const words = said(radio(el, 'DANA'), 'aria-describedby');
    for (const part of ['We take you to the Alipay+ page', 'Log in to DANA', 'Finish within 10 minutes']) {
      expect(words).to.contain(part);
    }
  });

  it('single: are named with their scheme, without its heading', async () => {
    const el = await column(640, single);
    expect(names(el).slice(0, 10)).to.deep.equal(official.map((name) => `${name} (Alipay+)`));
    expect(headings(el)[0]).to.equal('Wallets from abroad');
    expect(headings(el)).not.to.include('Alipay+');
    const alone = await picker(html`<reji-method-picker wallets="single" .methods=${wallets}></reji-method-picker>`);
    expect(headings(alone)).to.deep.equal([]);
    expect(names(alone).length).to.equal(10);
  });

  it('single: name their scheme when folded and when compact too', async () => {
    const el = await column(360, single);
    expect(said(fold(el, 'Wallets from abroad'), 'aria-describedby')).to.match(
      /^Alipay\+ · Alipay · .* Rabbit LINE Pay$/,
    );
    el.density = 'compact';
    el.sections = 'open';
    await el.updateComplete;
    const name = el.renderRoot.querySelector<HTMLElement>('[part=name]');
    expect(name?.innerText).to.contain('(Alipay+)');
  });

  it('are only those that the session offers', async () => {
    const el = await picker(html`<reji-method-picker .methods=${wallets.slice(7, 8)}></reji-method-picker>`);
    expect([headings(el), names(el)]).to.deep.equal([['Alipay+'], ['GCash']]);
  });
});

describe('reji-method-picker: what is near to the buyer', () => {
  const firstTwo = (el: RejiMethodPicker) => names(el).slice(0, 2);

  for (const [lang, first] of [
    ['th', ['TrueMoney', 'Rabbit LINE Pay']],
    ['ko', ['Kakao Pay', 'Alipay 支付宝']],
    ['zh-HK', ['AlipayHK', 'Alipay 支付宝']],
    ['zh-Hans', ['Alipay 支付宝', 'AlipayHK']],
    ['ms', ["Touch 'n Go eWallet", 'Boost']],
    ['id', ['DANA', 'Alipay 支付宝']],
    ['fil', ['BPI', 'GCash']],
    ['en', ['Alipay 支付宝', 'AlipayHK']],
    ['en-PH', ['BPI', 'GCash']],
  ] as const) {
    it(`stands on top for ${lang}`, async () => {
      await choiceTexts.load(languageFor(lang));
      const outer = await fixture(html`<div lang=${lang}></div>`);
      const el = await fixture<RejiMethodPicker>(mixed, { parentNode: outer });
      await el.updateComplete;
      expect(
        radios(el)
          .slice(0, 2)
          .map(({ value }) => value),
      ).to.deep.equal(first.map((name) => wallets[official.indexOf(name)]?.id));
    });
  }

  it('is what the page says, whatever the language', async () => {
    const el = await picker(html`<reji-method-picker region="MY" .methods=${everything}></reji-method-picker>`);
    expect(firstTwo(el)).to.deep.equal(["Touch 'n Go eWallet", 'Boost']);
    el.region = 'JP';
    await el.updateComplete;
    expect(firstTwo(el)).to.deep.equal(['7-Eleven', 'FamilyMart']);
    expect(headings(el).slice(-2)).to.deep.equal(['Alipay+', 'WebMoney Transfer']);
  });

  it('follows the language of the page, through shadow roots', async () => {
    const outer = await fixture(html`<div lang="en"><p></p></div>`);
    const root = (outer.firstElementChild ?? expect.fail()).attachShadow({ mode: 'open' });
    const el = document.createElement('reji-method-picker');
    el.methods = everything;
    root.append(el);
    await el.updateComplete;
    expect(firstTwo(el)).to.deep.equal(['Alipay 支付宝', 'AlipayHK']);
    outer.setAttribute('lang', 'en-TH');
    await nextFrame();
    await el.updateComplete;
    expect(firstTwo(el)).to.deep.equal(['TrueMoney', 'Rabbit LINE Pay']);
  });
});

describe('reji-method-picker: WebMoney is two products', () => {
  for (const [lang, expected] of [
    [
      'en',
      [
        ['Prepaid number', 'WebMoney (prepaid number)'],
        ['WebMoney Transfer', 'WebMoney Light', 'WebMoney Classic'],
      ],
    ],
    [
      'ja',
      [
        ['プリペイド', 'WebMoney（プリペイド番号）'],
        ['WebMoney Transfer', 'WebMoney Transfer（Light）', 'WebMoney Transfer（Classic）'],
      ],
    ],
  ] as const) {
    it(`in sections of their own, never a bare "WebMoney": ${lang}`, async () => {
      const methods = everything.filter(({ brand }) => brand.startsWith('webmoney'));
      const el = await picker(html`<reji-method-picker lang=${lang} .methods=${methods}></reji-method-picker>`);
      const groups = [...el.renderRoot.querySelectorAll('[role=group]')].map((group) => [
        group.querySelector('h2')?.textContent,
        ...[...group.querySelectorAll('[part=name]')].map(({ textContent }) => textContent.trim()),
      ]);
      expect(groups).to.deep.equal(expected);
    });
  }
});

describe('reji-method-picker: what each kind asks of the payer', () => {
  for (const [methods, en, ja] of [
    [konbini.slice(0, 1), 'Show a number at the register', 'レジで番号を伝える'],
    [konbini.slice(1, 2), 'At the multi-copy machine', 'マルチコピー機で受付'],
    [konbini.slice(2, 3), 'At the Loppi machine', 'Loppiで受付'],
    [apps.slice(1), 'Approve in the app', 'アプリで承認する'],
    [bank, 'To an account for this order', 'お客さま専用の口座へ振り込む'],
    [prepaid, 'Number from a card or sheet', 'カード・シートの番号で支払う'],
  ] as const) {
    it(en, async () => {
      const el = await picker(html`<reji-method-picker .methods=${methods}></reji-method-picker>`);
      const [one = expect.fail()] = radios(el);
      expect(said(one, 'aria-describedby')).to.equal(en);
      await speak(el, 'ja');
      expect(said(radios(el)[0] ?? expect.fail(), 'aria-describedby')).to.equal(ja);
    });
  }

  it('keeps the place of what can’t be chosen, with the reason', async () => {
    const low = { code: 'amount-too-low', limit: { value: 300, currency: 'JPY' } };
    const methods = [
      ...konbini.map((one) => ({ ...one, unavailable: low })),
      ...wallets.map((one) => ({ ...one, unavailable: { code: 'device' } })),
    ];
    const el = await picker(html`<reji-method-picker lang="ja" .methods=${methods}></reji-method-picker>`);
    expect(said(radio(el, 'セブン-イレブン'), 'aria-describedby')).to.equal('¥300から利用できます');
    expect(said(radio(el, 'GCash'), 'aria-describedby')).to.equal('この端末では利用できません');
    expect(radios(el).every(({ disabled }) => disabled)).to.equal(true);
    await speak(el, 'en');
    expect(names(el).slice(0, 10)).to.deep.equal(official);
    expect(said(radio(el, '7-Eleven'), 'aria-describedby')).to.equal('From ¥300');
    expect(said(radio(el, 'GCash'), 'aria-describedby')).to.equal('Not on this device');
  });
});

describe('reji-method-picker: the page’s own marks', () => {
  it('replace ours, each by the name of its brand, and give way again', async () => {
    const el = await picker(
      html`<reji-method-picker .methods=${wallets}><img slot="mark-gcash" alt="" /></reji-method-picker>`,
    );
    await el.updateComplete;
    const tile = (name: string) =>
      radio(el, name).closest('label')?.querySelector('reji-brand')?.shadowRoot?.querySelector('[part=base]')
        ?.textContent;
    expect([tile('GCash'), tile('DANA')]).to.deep.equal(['', 'DA']);
    const slot = el.querySelector('img')?.assignedSlot ?? expect.fail('not shown');
    el.querySelector('img')?.remove();
    await oneEvent(slot, 'slotchange');
    await el.updateComplete;
    expect(tile('GCash')).to.equal('GC');
  });
});
