import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { RejiKeeperInvoice } from '../../src/elements/reji-keeper-invoice.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { allByRole, byRole } from './by-role.js';

RejiKeeperInvoice.define();

const field = (el: RejiKeeperInvoice) => byRole<HTMLInputElement>(el, 'textbox');
/** One key after the other: a driver that is given them at once loses the second of a pair. */
const press = async (...keys: string[]) => {
  for (const key of keys) await sendKeys({ press: key });
};

/** What the ids of `aria-describedby` say. */
function description(el: RejiKeeperInvoice): string {
  const ids = field(el).getAttribute('aria-describedby')?.split(' ') ?? [];
  const said = ids.map((id) => el.shadowRoot?.getElementById(id)?.textContent ?? expect.fail(`no #${id}`));
  return said.join(' ').replace(/\s+/g, ' ');
}
const wrong = (el: RejiKeeperInvoice) => field(el).getAttribute('aria-invalid') === 'true';

async function make(value = '', lang = 'en'): Promise<RejiKeeperInvoice> {
  const el = await fixture<RejiKeeperInvoice>(
    html`<reji-keeper-invoice
      lang=${lang}
      value=${value}
      .amount=${{ value: 1, currency: 'USD' }}
    ></reji-keeper-invoice>`,
  );
  field(el).focus();
  return el;
}

/** As if pasted or dictated: all at once where the caret is. */
async function insert(el: RejiKeeperInvoice, text: string): Promise<void> {
  document.execCommand('insertText', false, text);
  await el.updateComplete;
}

/** What leaving a field leads to is decided a moment later. */
async function settled(el: RejiKeeperInvoice): Promise<void> {
  await Promise.resolve();
  await el.updateComplete;
}

async function leave(el: RejiKeeperInvoice): Promise<void> {
  field(el).blur();
  await settled(el);
}

describe('WMID field', () => {
  before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));

  it('is a field of digits that the browser does not fill in', async () => {
    const input = field(await make());
    expect(input.labels?.[0]?.textContent).to.equal('WMID');
    expect(input.name).to.equal('wmid');
    expect(input.inputMode).to.equal('numeric');
    expect(input.autocomplete).to.equal('off');
    expect(input.required).to.equal(true);
  });

  it('sets its digits in 22 px', async () => {
    expect(getComputedStyle(field(await make())).fontSize).to.equal('22px');
  });

  it('groups digits while they are typed', async () => {
    const el = await make();
    await press(...'407182935560');
    expect(field(el).value).to.equal('4071 8293 5560');
    expect(field(el).selectionStart).to.equal(14);
  });

  it('keeps the caret behind the digit that was typed in the middle', async () => {
    const el = await make('4071 8293');
    field(el).setSelectionRange(2, 2);
    await press('9', '9');
    expect(field(el).value).to.equal('4099 7182 93');
    expect(field(el).selectionStart).to.equal(4);
    await press('5');
    expect(field(el).value).to.equal('4099 5718 293');
    expect(field(el).selectionStart).to.equal(6);
  });

  it('can be emptied by Backspace from the end', async () => {
    const el = await make('4071 8');
    field(el).setSelectionRange(6, 6);
    await press('Backspace', 'Backspace');
    expect(field(el).value).to.equal('407');
    await press('Backspace', 'Backspace', 'Backspace', 'Backspace');
    expect(field(el).value).to.equal('');
  });

  it('can be emptied by Delete from the start, blanks being no obstacle', async () => {
    const el = await make('4071 8293');
    field(el).setSelectionRange(3, 3);
    await press('Delete');
    expect(field(el).value).to.equal('4078 293');
    field(el).setSelectionRange(4, 4);
    await press('Delete', 'Delete');
    expect(field(el).value).to.equal('4078 93');
  });

  it('replaces a selection', async () => {
    const el = await make('4071 8293 5560');
    field(el).setSelectionRange(3, 11);
    await press('7');
    expect(field(el).value).to.equal('4077 560');
    expect(field(el).selectionStart).to.equal(4);
  });

  for (const text of [
    '3770-9406 2589',
    '3770\u00a09406\u00a02589',
    '３７７０９４０６２５８９',
    'WMID: 3770 9406 2589',
  ]) {
    it(`takes a paste of "${text}"`, async () => {
      const el = await make();
      await insert(el, text);
      expect(field(el).value).to.equal('3770 9406 2589');
    });
  }

  it('cuts nothing off a paste that is too long', async () => {
    const el = await make();
    await insert(el, '3770940625891234');
    expect(field(el).value).to.equal('3770 9406 2589 1234');
    expect(description(el)).to.contain('16 of 12 digits');
  });

  it('leaves the half-made text of an input method alone until it is done', async () => {
    const el = await make();
    const input = field(el);
    input.value = '３７７０９';
    input.dispatchEvent(new InputEvent('input', { isComposing: true }));
    expect(input.value).to.equal('３７７０９');
    input.dispatchEvent(new CompositionEvent('compositionend'));
    expect(input.value).to.equal('3770 9');
  });

  it('counts its digits, to the eye and to the ear', async () => {
    const el = await make('407182935');
    expect(byRole(el, 'textbox').previousElementSibling?.textContent).to.contain('9 / 12');
    expect(description(el)).to.contain('9 of 12 digits');
    expect(description(await make('4071', 'ja'))).to.contain('12桁のうち4桁');
  });

  for (const [value, lang, said] of [
    ['4071 8293 55', 'en', '2 digits are missing'],
    ['4071 8293 55', 'ja', 'あと2桁足りません'],
    ['4071 8293 5560 1', 'en', '1 digit too many'],
    ['Z12345678901', 'en', 'purse number starts with a letter'],
    ['Z12345678901', 'ja', 'パース番号'],
  ] as const) {
    it(`says on leaving, not before: ${said}`, async () => {
      const el = await make(value, lang);
      expect(wrong(el)).to.equal(false);
      await leave(el);
      expect(wrong(el)).to.equal(true);
      expect(description(el)).to.contain(said);
    });
  }

  it('takes the fault back while it is mended, and says nothing more when it is right', async () => {
    const el = await make('4071 8293 55');
    await leave(el);
    field(el).focus();
    field(el).setSelectionRange(12, 12);
    await press('6');
    expect(wrong(el)).to.equal(false);
    expect(description(el)).to.contain('The invoice goes there');
    await press('0');
    await leave(el);
    expect(wrong(el)).to.equal(false);
  });

  it('does not scold who only passes by', async () => {
    const el = await make();
    await leave(el);
    expect(wrong(el)).to.equal(false);
  });

  it('does not count looking the WMID up in another window as leaving', async () => {
    const el = await make('4071');
    field(el).dispatchEvent(new FocusEvent('blur'));
    await settled(el);
    expect(wrong(el)).to.equal(false);
  });

  it('shows letters as they were typed, so that they can be explained', async () => {
    const el = await make();
    await press('z', '1', '2');
    expect(field(el).value).to.equal('z12');
    await leave(el);
    expect(allByRole(el, 'textbox').length).to.equal(1);
    expect(description(el)).to.contain('digits only');
  });

  it('starts anew when the host gives another number', async () => {
    const el = await make('4071');
    await leave(el);
    el.value = '３７７０９４０６２５８９';
    await el.updateComplete;
    expect(field(el).value).to.equal('3770 9406 2589');
    expect(wrong(el)).to.equal(false);
  });

  it('is accessible empty, filled and wrong', async () => {
    const el = await make();
    await expect(el).to.be.accessible();
    el.value = '4071';
    await el.updateComplete;
    await expect(el).to.be.accessible();
    await leave(el);
    await expect(el).to.be.accessible();
  });
});
