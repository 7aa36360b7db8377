import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { BankTransferAction } from '../../src/contract/next-action.js';
import type { RejiActionEvent } from '../../src/elements/events.js';
import { RejiBankTransfer } from '../../src/elements/reji-bank-transfer.js';
import { displayTexts } from '../../src/i18n/display-shelf.js';
import { allByRole, byRole, textOf } from './by-role.js';

RejiBankTransfer.define();

const NOW = Date.parse('2026-11-21T05:26:00.000Z');
const PAGE = 'https://pay.example/t/8f2c';
const DEADLINE = '2026-11-30T14:59:00.000Z';
const ACCOUNT: BankTransferAction = {
  type: 'bankTransfer',
  bank: 'GMOあおぞらネット銀行 0310',
  branch: '法人第二営業部 102',
  accountType: '普通',
  accountNumber: '2481093',
  holder: 'カ）ヒヨリシヨウテン',
  deadline: DEADLINE,
};
const PAGE_ONLY: BankTransferAction = { type: 'bankTransfer', payUrl: PAGE, deadline: DEADLINE };
const yen = (value: number) => ({ value, currency: 'JPY' });
const dollars = (value: number) => ({ value, currency: 'USD' });

let heard: Event[];

async function make(action: BankTransferAction, properties: Partial<RejiBankTransfer> = {}): Promise<RejiBankTransfer> {
  const hear = (event: Event) => {
    heard.push(event);
    // nothing is opened here
    event.preventDefault();
  };
  const el = await fixture<RejiBankTransfer>(
    html`<reji-bank-transfer
      lang=${properties.lang ?? 'en'}
      brand="gmo-aozora"
      order-id="H-20418"
      .action=${action}
      .amount=${yen(12_480)}
      .clock=${{ now: () => NOW }}
      @reji-action=${hear}
      @reji-deadline=${hear}
    ></reji-bank-transfer>`,
  );
  Object.assign(el, properties);
  await el.updateComplete;
  return el;
}

const copyButtons = (el: RejiBankTransfer) => [...(el.shadowRoot?.querySelectorAll('reji-copy-button') ?? [])];
const copied = (el: RejiBankTransfer) => copyButtons(el).map(({ what, value }) => [what, value]);
/** What the drawn sums are, in reading order. */
const sums = (el: RejiBankTransfer) =>
  [...(el.shadowRoot?.querySelectorAll('reji-amount') ?? [])].map(({ amount }) => amount);
const link = (el: RejiBankTransfer) => byRole<HTMLAnchorElement>(el, 'link', 'Open the payment page');

describe('reji-bank-transfer', () => {
  before(() => Promise.all([displayTexts.load('en'), displayTexts.load('ja')]));
  beforeEach(() => (heard = []));

  it('copies the amount as a bank’s form takes it, and each part just as it came', async () => {
    expect(copied(await make(ACCOUNT, { lang: 'ja' }))).to.deep.equal([
      ['金額', '12480'],
      ['銀行', 'GMOあおぞらネット銀行 0310'],
      ['支店', '法人第二営業部 102'],
      ['種別', '普通'],
      ['口座番号', '2481093'],
      ['口座名義', 'カ）ヒヨリシヨウテン'],
    ]);
  });

  it('shows the parts in the order of a transfer form, their Japanese names beside them', async () => {
    const el = await make(ACCOUNT);
    const japanese = [...(el.shadowRoot?.querySelectorAll('dt [lang=ja]') ?? [])].map((one) => one.textContent);
    expect(japanese).to.deep.equal(['銀行', '支店', '種別', '口座番号', '口座名義']);
    expect(textOf(el)).to.match(/bank 銀行.*0310.*branch.*普通.*2481093.*account holder.*カ）ヒヨリシヨウテン/);
  });

  it('wants exactly the amount, and says what a wrong one does and who bears the fee', async () => {
    const el = await make(ACCOUNT);
    expect(sums(el)).to.deep.equal([yen(12_480)]);
    expect(el.shadowRoot?.querySelector('strong')?.textContent).to.equal('exactly this amount');
    expect(textOf(el)).to.contain('With less').and.to.contain('send more').and.to.contain('fee');
    expect(textOf(el)).to.contain('for this order only');
  });

  it('shows only what came', async () => {
    const el = await make({ type: 'bankTransfer', bank: 'みずほ銀行', accountNumber: '0000017', deadline: DEADLINE });
    expect(copied(el)).to.deep.equal([
      ['amount', '12480'],
      ['bank', 'みずほ銀行'],
      ['account number', '0000017'],
    ]);
    expect(textOf(el)).not.to.contain('holder');
    expect(allByRole(el, 'link')).to.deep.equal([]);
  });

  describe('opens the payment page', () => {
    it('as the main way when no account number came', async () => {
      const el = await make({ ...PAGE_ONLY, bank: 'GMOあおぞらネット銀行' });
      expect(link(el).classList.contains('button--main')).to.equal(true);
      expect([link(el).href, link(el).target, link(el).rel]).to.deep.equal([PAGE, '_blank', 'noopener noreferrer']);
      expect(textOf(el)).to.contain('The payment page shows the account').and.to.contain('GMOあおぞらネット銀行');
      expect(textOf(el)).not.to.contain('for this order only');
      await expect(el).to.be.accessible();
    });

    it('second to the account, and can be kept from opening', async () => {
      const el = await make({ ...ACCOUNT, payUrl: PAGE });
      expect(link(el).classList.contains('button--main')).to.equal(false);
      const press = new MouseEvent('click', { bubbles: true, cancelable: true });
      link(el).dispatchEvent(press);
      expect(heard.map((event) => (event as RejiActionEvent).action)).to.deep.equal(['open-page']);
      expect(press.defaultPrevented).to.equal(true);
    });

    it('never an address it may not', async () => {
      for (const payUrl of ['javascript:alert(1)', 'http://pay.example/', 'https://elsewhere.example/']) {
        const el = await make({ ...PAGE_ONLY, payUrl }, { allowedHosts: 'pay.example' });
        expect(allByRole(el, 'link')).to.deep.equal([]);
        expect(textOf(el)).to.contain('Choose another method').and.to.contain('url-');
      }
    });

    it('says so when nothing at all came', async () => {
      const el = await make({ type: 'bankTransfer', deadline: DEADLINE });
      expect(textOf(el)).to.contain('can’t show the next step');
      await expect(el).to.be.accessible();
    });
  });

  describe('when part of it came', () => {
    it('says what was due, what came and what is still to send, which is what is copied', async () => {
      const el = await make({ ...ACCOUNT, received: yen(8000) });
      expect(textOf(el)).to.contain('The amount is not complete');
      expect(textOf(el)).to.contain('¥12,480').and.to.contain('−¥8,000');
      expect(sums(el)).to.deep.equal([yen(4480)]);
      expect(copied(el)[0]).to.deep.equal(['amount', '4480']);
      expect(byRole(el, 'status').textContent).to.contain('Waiting for the rest');
      expect(textOf(el)).not.to.contain('exactly this amount');
      await expect(el).to.be.accessible();
    });

    it('offers no other method: the server would refuse it', async () => {
      for (const received of [yen(8000), dollars(100)]) {
        expect(allByRole(await make({ ...ACCOUNT, received }), 'button')).to.deep.equal([]);
      }
      expect(byRole(await make({ ...ACCOUNT, received: yen(0) }), 'button', 'Choose another method')).to.be.ok;
    });

    it('says it in Japanese', async () => {
      const el = await make({ ...ACCOUNT, received: yen(12_479) }, { lang: 'ja' });
      expect(textOf(el)).to.contain('入金額が足りません').and.to.contain('不足分だけを');
      expect(copied(el)[0]).to.deep.equal(['金額', '1']);
    });

    for (const [received, what] of [
      [yen(0), 'nothing'],
      [yen(12_480), 'all of it'],
      [yen(13_000), 'more'],
      [dollars(100), 'another currency'],
    ] as const) {
      it(`reckons no rest when ${what} came`, async () => {
        const el = await make({ ...ACCOUNT, received });
        expect(sums(el)).to.deep.equal([yen(12_480)]);
        expect(textOf(el)).not.to.contain('not complete');
      });
    }
  });

  describe('in another currency', () => {
    it('shows what the order costs, to be typed nowhere, and where the yen stand', async () => {
      const el = await make(PAGE_ONLY, { amount: dollars(8420) });
      expect(sums(el)).to.deep.equal([dollars(8420)]);
      expect(copied(el)).to.deep.equal([]);
      expect(textOf(el)).to.contain('The payment page shows the amount in yen.');
      expect(textOf(el)).not.to.contain('exactly this amount');
    });

    it('has a ledger in that currency', async () => {
      const el = await make({ ...ACCOUNT, received: dollars(8400) }, { amount: dollars(8420) });
      expect(sums(el)).to.deep.equal([dollars(20)]);
      expect(copied(el)[0]?.[0]).to.equal('bank');
      expect(textOf(el)).to.contain('Ask the shop for the amount in yen.');
    });
  });

  it('selects raw digits with a hint when the clipboard is closed', async () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    document.execCommand = () => false;
    const el = await make(ACCOUNT);
    for (const [at, raw] of [
      [0, '12480'],
      [5, 'カ）ヒヨリシヨウテン'],
    ] as const) {
      const button = copyButtons(el)[at] ?? expect.fail('no button');
      setTimeout(() => byRole(button, 'button').click());
      await oneEvent(button, 'reji-copy');
      await el.updateComplete;
      expect(getSelection()?.toString()).to.equal(raw);
      expect(textOf(el).match(/Press and hold/g)?.length).to.equal(1);
      await expect(el).to.be.accessible();
    }
    Reflect.deleteProperty(document, 'execCommand');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('says until when, in Japan’s time, and tells when it is reached', async () => {
    const el = await make(ACCOUNT, { lang: 'ja' });
    expect(textOf(el)).to.contain('お振込み期限').and.to.contain('あと9日').and.to.contain('11月30日(月) 23:59');
    await make({ ...ACCOUNT, deadline: '2026-11-21T05:26:00.000Z' });
    expect(heard.map(({ type }) => type)).to.deep.equal(['reji-deadline']);
  });

  it('asks for another method, but not while busy', async () => {
    const el = await make(ACCOUNT);
    byRole(el, 'button', 'Choose another method').click();
    el.busy = true;
    await el.updateComplete;
    byRole(el, 'button', 'Choose another method').click();
    expect(heard.map((event) => (event as RejiActionEvent).action)).to.deep.equal(['other-method']);
  });

  it('shows hostile parts as text, whole', async () => {
    const holder = `<img src=x onerror="alert(1)">${'カ'.repeat(90)}`;
    const el = await make({ ...ACCOUNT, holder });
    expect(textOf(el)).to.contain(holder);
    expect(el.scrollWidth).to.be.at.most(el.clientWidth);
  });

  it('says how it is being followed, and begins at its title', async () => {
    const el = await make(ACCOUNT, { connection: 'offline', problem: 'Not now.' });
    expect(byRole(el, 'status').textContent).to.contain('You are offline');
    expect(byRole(el, 'alert').textContent).to.contain('Not now.');
    el.focusTitle();
    await el.updateComplete;
    expect(el.shadowRoot?.activeElement).to.equal(byRole(el, 'heading', 'Bank transfer'));
  });

  it('is accessible', async () => {
    await expect(await make({ ...ACCOUNT, payUrl: PAGE })).to.be.accessible();
    await expect(await make(ACCOUNT, { lang: 'ja', connection: 'offline', problem: 'No.' })).to.be.accessible();
  });

  for (const width of [288, 320, 640]) {
    it(`fits a column of ${width} px, its buttons with 44 px`, async () => {
      for (const action of [ACCOUNT, PAGE_ONLY, { ...ACCOUNT, received: yen(8000) }]) {
        const el = await make(action, { amount: yen(123_456_789), lang: width === 288 ? 'ja' : 'en' });
        (el.parentElement ?? el).style.inlineSize = `${width}px`;
        expect(el.scrollWidth).to.be.at.most(width);
        el.style.setProperty('--reji-font-size', '32px');
        expect(el.scrollWidth, 'with larger letters').to.be.at.most(width);
        el.style.removeProperty('--reji-font-size');
        for (const button of [...allByRole(el, 'button'), ...allByRole(el, 'link')]) {
          expect(button.getBoundingClientRect().height).to.be.at.least(44);
        }
      }
    });
  }
});
