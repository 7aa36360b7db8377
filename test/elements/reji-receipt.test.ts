import { expect, fixture, html } from '@open-wc/testing';
import type { ReceiptAction } from '../../src/contract/next-action.js';
import type { RejiActionEvent } from '../../src/elements/events.js';
import { RejiReceipt } from '../../src/elements/reji-receipt.js';
import { payoutTexts } from '../../src/i18n/payout-shelf.js';
import { allByRole, byRole, textOf } from './by-role.js';
import { savedLink } from './saved-link.js';

RejiReceipt.define();

const NOW = Date.parse('2026-11-21T05:26:00.000Z');
const entries = (...pairs: [string, string][]) => pairs.map(([label, value]) => ({ label, value }));
const TWO: ReceiptAction = {
  type: 'receipt',
  entries: entries(['お客様番号', '502880001012'], ['確認番号', '8401']),
  deadline: '2026-12-20T14:59:00.000Z',
};

async function make(action: ReceiptAction | undefined, more: Partial<RejiReceipt> = {}, lang = 'ja') {
  await payoutTexts.load(lang as 'ja');
  const heard: string[] = [];
  const hear = (event: RejiActionEvent) => {
    heard.push(event.action);
    event.preventDefault();
  };
  const el = await fixture<RejiReceipt>(
    html`<reji-receipt
      lang=${lang}
      order-id="R-0093"
      shop="ひより商店"
      .clock=${{ now: () => NOW }}
      .amount=${{ value: 4800, currency: 'JPY' }}
      @reji-action=${hear}
    ></reji-receipt>`,
  );
  Object.assign(el, { action, ...more });
  await el.updateComplete;
  return { el, heard };
}

const copied = (el: Element) =>
  [...(el.shadowRoot?.querySelectorAll('reji-copy-button') ?? [])].map(({ value }) => value);

describe('reji-receipt', () => {
  it('shows whatever numbers came: grouped for reading, raw for copying, spoken digit by digit', async () => {
    const { el } = await make(TWO);
    expect(copied(el)).to.deep.equal(['502880001012', '8401']);
    const groups = [...(el.shadowRoot?.querySelectorAll('.value .group') ?? [])].map(({ textContent }) => textContent);
    expect(groups).to.deep.equal(['5028', '8000', '1012', '8401']);
    expect(textOf(el)).to.include('5 0 2 8, 8 0 0 0, 1 0 1 2').and.include('お客様番号').and.include('確認番号');
  });

  it('keeps a label that it does not know, and says until when in Japan', async () => {
    const { el } = await make({ ...TWO, entries: entries(['PIN', 'A-1']) }, {}, 'en');
    expect(textOf(el)).to.include('PIN').and.include('29 days left').and.include('20 Dec, 23:59');
    expect(textOf(el)).to.include('Go to a Seven Bank ATM').and.include('Do not show the numbers to anybody');
  });

  it('asks for another way, print and picture, and does nothing while a press is on its way', async () => {
    const { el, heard } = await make(TWO, {}, 'en');
    byRole(el, 'button', 'Receive it another way').click();
    byRole(el, 'button', 'Print').click();
    byRole(el, 'button', 'Save picture').click();
    expect(heard).to.deep.equal(['other-method', 'print', 'save']);
    el.busy = true;
    await el.updateComplete;
    byRole(el, 'button', 'Print').click();
    expect(heard).to.have.length(3);
  });

  it('saves a picture of the slip under its number', async () => {
    const { el } = await make(TWO);
    el.addEventListener('reji-action', (event) => event.stopImmediatePropagation(), { capture: true });
    const saved = savedLink();
    byRole(el, 'button', '画像を保存').click();
    const link = await saved;
    expect(link.download).to.equal('R-0093.png');
    const picture = await createImageBitmap(await (await fetch(link.href)).blob());
    expect(picture.width).to.equal(800);
    expect(picture.height).to.be.greaterThan(600);
  });

  it('has no way back where the recipient can’t choose again', async () => {
    const { el } = await make(TWO, { noChange: true });
    expect(allByRole(el, 'button').map(({ textContent }) => textContent?.trim())).to.deep.equal(['印刷', '画像を保存']);
  });

  it('says that the numbers are still to come, and offers nothing to keep', async () => {
    const { el } = await make({ type: 'receipt', entries: [] }, { noChange: true }, 'en');
    expect(textOf(el)).to.include('The numbers are not here yet');
    expect(allByRole(el, 'button')).to.have.length(0);
  });

  it('shows nothing without an action', async () => {
    const { el } = await make(undefined);
    expect(textOf(el)).to.equal('');
  });

  it('moves the focus to its title', async () => {
    const { el } = await make(TWO);
    el.focusTitle();
    await el.updateComplete;
    expect(el.shadowRoot?.activeElement?.textContent).to.equal('セブン銀行ATM');
  });

  for (const lang of ['ja', 'en']) {
    it(`is accessible in ${lang}`, async () => {
      const { el } = await make(TWO, { problem: 'Something.' }, lang);
      await expect(el).to.be.accessible();
    });
  }
});
