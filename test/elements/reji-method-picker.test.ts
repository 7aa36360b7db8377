import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RejiSelectEvent } from '../../src/elements/events.js';
import { RejiMethodPicker } from '../../src/elements/reji-method-picker.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { classic, focused, headings, light, names, newer, picker, radio, radios, said } from './picker-fixtures.js';

RejiMethodPicker.define();
before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));

describe('reji-method-picker: what is shown', () => {
  it('names every method in the language of the page', async () => {
    const en = await picker(html`<reji-method-picker .methods=${[light, classic]}></reji-method-picker>`);
    expect(names(en)).to.deep.equal(['WebMoney Light', 'WebMoney Classic']);
    const ja = await picker(html`<reji-method-picker lang="ja" .methods=${[light, classic]}></reji-method-picker>`);
    expect(names(ja)).to.deep.equal(['WebMoney Transfer（Light）', 'WebMoney Transfer（Classic）']);
  });

  it('groups by section in the order of the server', async () => {
    const el = await picker(html`<reji-method-picker .methods=${[newer, light, classic]}></reji-method-picker>`);
    expect(headings(el)).to.deep.equal(['Other ways to pay', 'WebMoney Transfer']);
    expect(names(el)).to.deep.equal(['Newer Pay', 'WebMoney Light', 'WebMoney Classic']);
    const [other, webmoney] = el.renderRoot.querySelectorAll('[role=group]');
    expect(other?.querySelectorAll('input').length).to.equal(1);
    const heading = webmoney?.getAttribute('aria-labelledby') ?? '';
    expect(el.shadowRoot?.getElementById(heading)?.textContent).to.equal('WebMoney Transfer');
  });

  it('shows a brand it does not know neutrally, and no heading "other" when there are no others', async () => {
    const nameless = { id: 'x:y', brand: 'qpay', kind: 'qr' };
    const el = await picker(html`<reji-method-picker .methods=${[newer, nameless]}></reji-method-picker>`);
    expect(names(el)).to.deep.equal(['Newer Pay', 'qpay']);
    expect(headings(el)).to.deep.equal([]);
    radio(el, 'qpay').click();
    expect(el.value).to.equal('x:y');
    await el.updateComplete;
    expect(radio(el, 'qpay').hasAttribute('aria-describedby')).to.equal(false);
  });

  it('says what comes next for the chosen method only, and not as part of its name', async () => {
    const el = await picker(html`<reji-method-picker .methods=${[light, classic]}></reji-method-picker>`);
    expect(said(radio(el, 'WebMoney Classic'), 'aria-describedby')).to.equal('Pay the invoice sent to your Keeper');
    el.value = classic.id;
    await el.updateComplete;
    expect(said(radio(el, 'WebMoney Classic'), 'aria-describedby')).to.contain('Enter your 12-digit WMID');
    expect(said(radio(el, 'WebMoney Light'), 'aria-describedby')).to.equal('Pay on the WebMoney page');
  });

  it('is empty without methods, and has no role then', async () => {
    const el = await picker(html`<reji-method-picker></reji-method-picker>`);
    expect(radios(el)).to.deep.equal([]);
    expect(el.renderRoot.querySelector('[role]')).to.equal(null);
    el.methods = [];
    await el.updateComplete;
    expect(radios(el)).to.deep.equal([]);
  });

  it('takes brands by name in a page without a session', async () => {
    const el = await picker(
      html`<reji-method-picker brands=" webmoney-light  webmoney-classic webmoney-light"></reji-method-picker>`,
    );
    expect(radios(el).map(({ value }) => value)).to.deep.equal(['webmoney-light', 'webmoney-classic']);
    el.methods = [newer];
    await el.updateComplete;
    expect(radios(el).map(({ value }) => value)).to.deep.equal(['x:newer']);
  });

  for (const label of ['<img src=x onerror="alert(1)">', `"'&amp;`, '🧾👩‍👩‍👧', '\u202eيدفع \u2066x', 'a'.repeat(400)]) {
    it(`shows a hostile label as it is: ${label.slice(0, 30)}`, async () => {
      const odd = { ...newer, id: `x:${label}`, label };
      const el = await picker(
        html`<reji-method-picker .methods=${[light, odd]} .value=${odd.id}></reji-method-picker>`,
      );
      expect(names(el)[1]).to.equal(label);
      expect(el.value).to.equal(odd.id);
      expect(el.renderRoot.querySelector('img')).to.equal(null);
      expect(el.scrollWidth).to.equal(el.clientWidth);
    });
  }
});

describe('reji-method-picker: what can’t be chosen', () => {
  const usd = (value: number) => ({ value, currency: 'USD' });
  const cases = [
    { unavailable: { code: 'amount-too-low', limit: usd(100) }, en: 'From $1.00', ja: '$1.00から利用できます' },
    {
      unavailable: { code: 'amount-too-high', limit: usd(500000) },
      en: 'Up to $5,000.00',
      ja: '$5,000.00まで利用できます',
    },
    {
      unavailable: { code: 'currency', currencies: ['USD', 'EUR', 'KZT'] },
      en: 'Only for USD, EUR and KZT',
      ja: '米ドル・ユーロ・テンゲ専用です',
    },
    { unavailable: { code: 'maintenance' }, en: 'Not available at the moment', ja: 'ただいまご利用いただけません' },
    { unavailable: { code: 'amount-too-low' }, en: 'Not available at the moment', ja: 'ただいまご利用いただけません' },
    {
      unavailable: { code: 'currency', currencies: [] },
      en: 'Not available at the moment',
      ja: 'ただいまご利用いただけません',
    },
    { unavailable: { code: 'currency', currencies: ['<b>'] }, en: 'Only for <b>', ja: '<b>専用です' },
  ];
  for (const { unavailable, en, ja } of cases) {
    it(`gives the reason: ${en} (${unavailable.code})`, async () => {
      const methods = [{ ...light, unavailable }, classic];
      const english = await picker(html`<reji-method-picker .methods=${methods}></reji-method-picker>`);
      expect(said(radio(english, 'WebMoney Light'), 'aria-describedby')).to.equal(en);
      expect(radio(english, 'WebMoney Light').disabled).to.equal(true);
      expect(radio(english, 'WebMoney Classic').disabled).to.equal(false);
      const japanese = await picker(html`<reji-method-picker lang="ja" .methods=${methods}></reji-method-picker>`);
      expect(said(radio(japanese, 'WebMoney Transfer（Light）'), 'aria-describedby')).to.equal(ja);
    });
  }

  it('keeps its place in the reading order', async () => {
    const methods = [{ ...light, unavailable: { code: 'maintenance' } }, classic];
    const el = await picker(html`<reji-method-picker .methods=${methods}></reji-method-picker>`);
    expect(names(el)).to.deep.equal(['WebMoney Light', 'WebMoney Classic']);
    expect(el.renderRoot.textContent).to.contain('Not available at the moment');
  });

  it('goes by the method’s own limits when the page tells the amount', async () => {
    const limited = { ...light, limits: { min: usd(10000), max: usd(20000) } };
    const el = await picker(html`<reji-method-picker .methods=${[limited]} .amount=${usd(8420)}></reji-method-picker>`);
    expect(said(radio(el, 'WebMoney Light'), 'aria-describedby')).to.equal('From $100.00');
    el.amount = usd(20001);
    await el.updateComplete;
    expect(said(radio(el, 'WebMoney Light'), 'aria-describedby')).to.equal('Up to $200.00');
    el.amount = { value: 1, currency: 'EUR' };
    await el.updateComplete;
    expect(radio(el, 'WebMoney Light').disabled).to.equal(false);
  });
});

describe('reji-method-picker: choosing', () => {
  it('takes a press, and tells of it once by each event when the value is already there', async () => {
    const el = await picker(html`<reji-method-picker .methods=${[light, classic]}></reji-method-picker>`);
    const heard: string[] = [];
    for (const type of ['input', 'change', 'reji-select']) {
      el.addEventListener(type, (event) => heard.push(`${event.type} ${el.value} ${event.target === el}`));
    }
    el.addEventListener('reji-select', (event: RejiSelectEvent) => heard.push(event.method));
    radio(el, 'WebMoney Classic').click();
    expect(heard).to.deep.equal([
      'input monetix:webmoney true',
      'change monetix:webmoney true',
      'reji-select monetix:webmoney true',
      'monetix:webmoney',
    ]);
  });

  it('says nothing when the page sets the value', async () => {
    const el = await picker(html`<reji-method-picker .methods=${[light, classic]}></reji-method-picker>`);
    let heard = 0;
    for (const type of ['input', 'change', 'reji-select']) el.addEventListener(type, () => heard++);
    el.value = light.id;
    await el.updateComplete;
    expect(radio(el, 'WebMoney Light').checked).to.equal(true);
    expect(heard).to.equal(0);
  });

  it('goes back with the page when a listener takes the choice back', async () => {
    const el = await picker(
      html`<reji-method-picker .methods=${[light, classic]} .value=${light.id}></reji-method-picker>`,
    );
    el.addEventListener('change', () => (el.value = light.id));
    radio(el, 'WebMoney Classic').click();
    await el.updateComplete;
    expect(radio(el, 'WebMoney Light').checked).to.equal(true);
    expect(radio(el, 'WebMoney Classic').checked).to.equal(false);
  });

  it('moves by arrow keys over all sections and passes over what can’t be chosen', async () => {
    const off = { ...newer, id: 'x:off', unavailable: { code: 'maintenance' } };
    const el = await picker(html`<reji-method-picker .methods=${[light, off, newer, classic]}></reji-method-picker>`);
    el.focus();
    expect(focused(el)).to.equal(light.id);
    await sendKeys({ press: 'ArrowDown' });
    expect([focused(el), el.value]).to.deep.equal([classic.id, classic.id]);
    await sendKeys({ press: 'ArrowDown' });
    expect([focused(el), el.value]).to.deep.equal([newer.id, newer.id]);
    await el.updateComplete;
    await sendKeys({ press: 'ArrowUp' });
    expect([focused(el), el.value]).to.deep.equal([classic.id, classic.id]);
  });

  it('is chosen by the space key, and puts the focus on what is chosen', async () => {
    const el = await picker(html`<reji-method-picker .methods=${[light, classic]}></reji-method-picker>`);
    el.focus();
    await sendKeys({ press: ' ' });
    expect(el.value).to.equal(light.id);
    el.value = classic.id;
    await el.updateComplete;
    el.focus();
    expect(focused(el)).to.equal(classic.id);
  });

  it('keeps the focus when the methods are sent again', async () => {
    const el = await picker(html`<reji-method-picker .methods=${[light, classic]}></reji-method-picker>`);
    radio(el, 'WebMoney Classic').click();
    radio(el, 'WebMoney Classic').focus();
    el.methods = [{ ...light, unavailable: { code: 'maintenance' } }, { ...classic }];
    await el.updateComplete;
    expect([focused(el), el.value]).to.deep.equal([classic.id, classic.id]);
  });

  for (const [what, value] of [
    ['unknown', 'x:unknown'],
    ['unavailable', 'x:newer'],
  ] as const) {
    it(`does not keep an ${what} value, even when it could be chosen later`, async () => {
      const off = { ...newer, unavailable: { code: 'maintenance' } };
      const el = await picker(html`<reji-method-picker .methods=${[light, off]} .value=${value}></reji-method-picker>`);
      expect(el.value).to.equal('');
      el.methods = [light, newer, { ...newer, id: 'x:unknown' }];
      await el.updateComplete;
      expect(el.value).to.equal('');
      expect(radios(el).some(({ checked }) => checked)).to.equal(false);
    });
  }

  it('drops a choice that becomes unavailable', async () => {
    const el = await picker(html`<reji-method-picker .methods=${[light]} .value=${light.id}></reji-method-picker>`);
    expect(el.value).to.equal(light.id);
    el.methods = [{ ...light, unavailable: { code: 'maintenance' } }];
    expect(el.value).to.equal('');
    await el.updateComplete;
    expect(radios(el).some(({ checked }) => checked)).to.equal(false);
  });

  it('waits with a value that comes before the methods', async () => {
    const el = await picker(html`<reji-method-picker value="monetix:webmoney"></reji-method-picker>`);
    await el.updateComplete;
    expect(el.value).to.equal('');
    el.methods = [light, classic];
    await el.updateComplete;
    expect(el.value).to.equal(classic.id);
  });
});
