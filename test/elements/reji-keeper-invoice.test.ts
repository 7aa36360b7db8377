import { expect, fixture, fixtureSync, html, oneEvent } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { InvoiceAction } from '../../src/contract/next-action.js';
import type { RejiSubmitEvent } from '../../src/elements/events.js';
import { RejiKeeperInvoice } from '../../src/elements/reji-keeper-invoice.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { allByRole, byRole, textOf } from './by-role.js';

RejiKeeperInvoice.define();

const NOW = Date.parse('2026-11-21T05:26:00.000Z');
const ACTION: InvoiceAction = {
  type: 'invoice',
  wmid: '407182935560',
  titleAmount: { value: 8420, unit: 'WMZ' },
  deadline: '2026-11-24T05:24:00.000Z',
};

let heard: Event[];

async function make(properties: Partial<RejiKeeperInvoice> = {}): Promise<RejiKeeperInvoice> {
  const hear = (event: Event) => heard.push(event);
  const el = await fixture<RejiKeeperInvoice>(
    html`<reji-keeper-invoice
      lang=${properties.lang ?? 'en'}
      order-id="H-20430"
      .amount=${{ value: 8420, currency: 'USD' }}
      .clock=${{ now: () => NOW }}
      @reji-submit=${hear}
      @reji-action=${hear}
      @reji-deadline=${hear}
    ></reji-keeper-invoice>`,
  );
  Object.assign(el, properties);
  await el.updateComplete;
  return el;
}

/** What the sums in an element say, in reading order. */
function sums(host: Element): (string | undefined)[] {
  const found = host.shadowRoot?.querySelectorAll('reji-amount') ?? [];
  return [...found].map((sum) => sum.shadowRoot?.querySelector('.sr')?.textContent);
}
const send = (el: RejiKeeperInvoice) => byRole<HTMLButtonElement>(el, 'button', 'Send the invoice');
const field = (el: RejiKeeperInvoice) => byRole<HTMLInputElement>(el, 'textbox');
const focused = (el: RejiKeeperInvoice) => el.shadowRoot?.activeElement;
const copyButtons = (el: RejiKeeperInvoice) => [...(el.shadowRoot?.querySelectorAll('reji-copy-button') ?? [])];

describe('reji-keeper-invoice', () => {
  before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));
  beforeEach(() => (heard = []));

  describe('without an invoice', () => {
    it('sends the WMID on Enter, plain', async () => {
      const el = await make({ value: '3770-9406 2589' });
      field(el).focus();
      await sendKeys({ press: 'Enter' });
      expect(heard.map((event) => event.type)).to.deep.equal(['reji-submit']);
      expect(heard[0]).to.deep.include({ input: { wmid: '377094062589' } });
    });

    it('sends it by its button, which carries the sum in title units', async () => {
      const el = await make({ value: '377094062589' });
      setTimeout(() => send(el).click());
      const { input } = await oneEvent<RejiSubmitEvent>(el, 'reji-submit');
      expect(input).to.deep.equal({ wmid: '377094062589' });
      expect(sums(el)).to.include('84.20 WMZ');
    });

    for (const [currency, said] of [
      ['EUR', '84.20 WME'],
      ['KZT', '84.20 WMK'],
      ['JPY', '8,420 Japanese yen'],
    ] as const) {
      it(`says ${said} for ${currency}`, async () => {
        expect(sums(await make({ amount: { value: 8420, currency } })).at(-1)).to.equal(said);
      });
    }

    for (const [value, said] of [
      ['', 'Enter your WMID'],
      ['4071 8293 556', '1 digit is missing'],
      ['40718293556099', '2 digits too many'],
      ['Z40718293556', 'digits only'],
    ] as const) {
      it(`sends nothing of "${value}" and goes to the field: ${said}`, async () => {
        const el = await make({ value });
        send(el).click();
        await el.updateComplete;
        expect(heard).to.deep.equal([]);
        expect(textOf(el)).to.contain(said);
        expect(focused(el)).to.equal(field(el));
      });
    }

    it('does not move under the press of its button', async () => {
      const el = await make({ value: '4071' });
      field(el).focus();
      const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
      send(el).dispatchEvent(down);
      expect(down.defaultPrevented).to.equal(true);
    });

    it('waits while busy: other words, no second press, nothing typed, nothing lost', async () => {
      const el = await make({ value: '377094062589', busy: true });
      const button = byRole<HTMLButtonElement>(el, 'button', 'One moment');
      expect(button.getAttribute('aria-busy')).to.equal('true');
      expect(button.disabled).to.equal(false);
      expect(field(el).readOnly).to.equal(true);
      button.click();
      byRole(el, 'button', 'Choose another method').click();
      expect(heard).to.deep.equal([]);
      el.busy = false;
      await el.updateComplete;
      expect(field(el).value).to.equal('3770 9406 2589');
    });

    it('says what did not go through', async () => {
      const el = await make({ problem: 'Check <b>what</b> you entered.' });
      expect(byRole(el, 'alert').textContent).to.contain('Check <b>what</b> you entered.');
      el.problem = '';
      await el.updateComplete;
      expect(allByRole(el, 'alert')).to.deep.equal([]);
    });

    it('begins at its field', async () => {
      const el = await make();
      el.focusTitle();
      await el.updateComplete;
      expect(focused(el)).to.equal(field(el));
    });
  });

  describe('with an invoice', () => {
    it('says what to do, both sums, the WMID in groups and until when', async () => {
      const el = await make({ action: ACTION });
      expect(byRole(el, 'heading').textContent).to.equal('The invoice is in your Keeper');
      expect(sums(el)).to.deep.equal(['84.20 US dollars', '84.20 WMZ', '84.20 US dollars']);
      expect(el.shadowRoot?.querySelectorAll('ol li').length).to.equal(3);
      expect(textOf(el)).to.contain('H-20430').and.to.contain('407182935560');
      const countdown = el.shadowRoot?.querySelector('reji-countdown') ?? expect.fail('no countdown');
      expect(textOf(countdown)).to.contain('2 days 23:58 left');
      expect(byRole(el, 'status').textContent).to.contain('Waiting for your payment in Keeper');
    });

    it('says it in Japanese', async () => {
      const el = await make({ action: { ...ACTION, invoiceId: '88031' }, lang: 'ja' });
      expect(byRole(el, 'heading').textContent).to.equal('Keeperに請求を送りました');
      for (const said of ['Keeperの請求額', 'ご注文の金額', 'SMSまたはE-numで確認する', '送り先のWMID', '請求番号']) {
        expect(textOf(el)).to.contain(said);
      }
    });

    it('copies the WMID raw, and the invoice number when there is one', async () => {
      expect(copyButtons(await make({ action: ACTION })).map(({ value }) => value)).to.deep.equal(['407182935560']);
      const el = await make({ action: { ...ACTION, invoiceId: 'INV 88031' } });
      expect(copyButtons(el).map(({ value, what }) => [value, what])).to.deep.equal([
        ['407182935560', 'WMID'],
        ['INV 88031', 'invoice number'],
      ]);
    });

    it('selects the number and says how to copy it when the clipboard is closed', async () => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
      document.execCommand = () => false;
      const el = await make({ action: { ...ACTION, invoiceId: 'INV-88031' } });
      const [wmid, invoice] = copyButtons(el);
      if (!wmid || !invoice) return expect.fail('two numbers to copy');
      const press = async (button: typeof wmid) => {
        setTimeout(() => byRole(button, 'button').click());
        await oneEvent(button, 'reji-copy');
        await el.updateComplete;
      };
      await press(wmid);
      expect(getSelection()?.toString()).to.equal('407182935560');
      expect(textOf(el).match(/Press and hold/g)?.length).to.equal(1);
      document.execCommand = () => true;
      await press(wmid);
      expect(textOf(el)).not.to.contain('Press and hold');
      document.execCommand = () => false;
      await press(invoice);
      expect(getSelection()?.toString()).to.equal('INV-88031');
      await expect(el).to.be.accessible();
      Reflect.deleteProperty(document, 'execCommand');
      Reflect.deleteProperty(navigator, 'clipboard');
    });

    it('says how the payment is being followed', async () => {
      const el = await make({ action: ACTION, connection: 'offline' });
      expect(byRole(el, 'status').textContent).to.contain('You are offline');
      el.connection = 'polling';
      await el.updateComplete;
      expect(byRole(el, 'status').textContent).to.contain('every few seconds');
    });

    it('has a plain rule instead of a clock without a deadline', async () => {
      const { deadline: _none, ...action } = ACTION;
      const el = await make({ action });
      expect(el.shadowRoot?.querySelector('reji-countdown')).to.equal(null);
    });

    it('passes it on when the deadline is reached', async () => {
      await make({ action: { ...ACTION, deadline: '2026-11-21T05:26:00.000Z' } });
      expect(heard.map((event) => event.type)).to.deep.equal(['reji-deadline']);
    });

    it('asks for another WMID or another method', async () => {
      const el = await make({ action: ACTION });
      byRole(el, 'button', 'Change WMID').click();
      byRole(el, 'button', 'Choose another method').click();
      expect(heard.map((event) => 'action' in event && event.action)).to.deep.equal(['change-wmid', 'other-method']);
    });

    it('asks for nothing while busy', async () => {
      const el = await make({ action: ACTION, busy: true });
      byRole(el, 'button', 'Change WMID').click();
      expect(heard).to.deep.equal([]);
    });

    it('says what did not go through', async () => {
      expect(byRole(await make({ action: ACTION, problem: 'Not now.' }), 'alert').textContent).to.contain('Not now.');
    });

    it('shows hostile numbers as text, whole', async () => {
      const invoiceId = `<img src=x onerror="alert(1)">${'9'.repeat(90)}`;
      const el = await make({ action: { ...ACTION, invoiceId } });
      expect(textOf(el)).to.contain(invoiceId);
      expect(el.scrollWidth).to.be.at.most(el.clientWidth);
    });

    it('begins at its title', async () => {
      const el = await make({ action: ACTION });
      el.focusTitle();
      await el.updateComplete;
      expect(focused(el)).to.equal(byRole(el, 'heading'));
    });

    it('is accessible', async () => {
      await expect(await make({ action: { ...ACTION, invoiceId: '88031' } })).to.be.accessible();
      await expect(
        await make({ action: ACTION, connection: 'offline', problem: 'No.', lang: 'ja' }),
      ).to.be.accessible();
    });
  });

  it('gives the focus to the title when the invoice arrives while its form has it', async () => {
    const el = await make({ value: '377094062589' });
    field(el).focus();
    el.action = ACTION;
    await el.updateComplete;
    expect(focused(el)).to.equal(byRole(el, 'heading'));
  });

  it('takes no focus that is elsewhere, nor for the same invoice told again', async () => {
    const el = await make();
    el.action = ACTION;
    await el.updateComplete;
    expect(focused(el)).to.equal(null);
    const change = byRole(el, 'button', 'Change WMID');
    change.focus();
    el.action = { ...ACTION };
    await el.updateComplete;
    expect(focused(el)).to.equal(change);
  });

  it('waits for its words before it takes the focus', async () => {
    const el = document.createElement('reji-keeper-invoice');
    el.focusTitle();
    fixtureSync(html`<div></div>`).append(el);
    await el.updateComplete;
    expect(focused(el)).to.equal(field(el));
  });

  for (const width of [288, 320, 640]) {
    it(`fits a column of ${width} px in both modes`, async () => {
      for (const action of [undefined, { ...ACTION, invoiceId: 'INV-88031-20261121-0000000000017' }]) {
        const el = await make({ action, problem: 'Check what you entered and try again.', lang: 'ja' });
        (el.parentElement ?? el).style.inlineSize = `${width}px`;
        expect(el.scrollWidth).to.be.at.most(width);
      }
    });
  }

  it('gives every button 44 px', async () => {
    for (const action of [undefined, ACTION]) {
      for (const button of allByRole(await make({ action }), 'button')) {
        const { width, height } = button.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
    }
  });

  it('marks its main button by an edge in forced colours', async () => {
    const el = await make();
    if (!(await executeServerCommand('media-features', { 'forced-colors': 'active' }))) return;
    expect(getComputedStyle(send(el)).borderTopWidth).to.equal('2px');
    await expect(el).to.be.accessible();
    await executeServerCommand('media-features', {});
  });
});
