import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RejiActionEvent, RejiSubmitEvent } from '../../src/elements/events.js';
import { RejiPayerForm } from '../../src/elements/reji-payer-form.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { allByRole, byRole, nameOf, textOf } from './by-role.js';

RejiPayerForm.define();

const required = (...names: string[]) => names.map((name) => ({ name, required: true }));

async function make(properties: Partial<RejiPayerForm> = {}): Promise<RejiPayerForm> {
  const el = await fixture<RejiPayerForm>(
    html`<reji-payer-form
      lang=${properties.lang ?? 'en'}
      brand="konbini-lawson"
      order-id="H-20418"
      label="Get the payment number"
      .amount=${{ value: 12_480, currency: 'JPY' }}
      .inputs=${required('name', 'phone', 'email')}
    ></reji-payer-form>`,
  );
  Object.assign(el, properties);
  await el.updateComplete;
  return el;
}

const fieldOf = (el: RejiPayerForm, name: string) =>
  allByRole<HTMLInputElement>(el, 'textbox').find((input) => input.name === name) ?? expect.fail(`no field ${name}`);
const faultOf = (el: RejiPayerForm, name: string) => {
  const input = fieldOf(el, name);
  const said = el.shadowRoot?.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent?.trim();
  return [input.getAttribute('aria-invalid'), said];
};
const press = (el: RejiPayerForm) => byRole(el, 'button', 'Get the payment number').click();
const submits = (el: RejiPayerForm) => {
  const heard: RejiSubmitEvent['input'][] = [];
  el.addEventListener('reji-submit', ({ input }) => heard.push(input));
  return heard;
};

async function fill(el: RejiPayerForm, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const input = fieldOf(el, name);
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
  await el.updateComplete;
}

/** What leaving a field leads to is decided a moment later. */
async function leave(el: RejiPayerForm, name: string): Promise<void> {
  fieldOf(el, name).focus();
  fieldOf(el, name).blur();
  await Promise.resolve();
  await el.updateComplete;
}

const RIGHT = { name: '山田　太郎', phone: '０９０－１２３４－５６７８', email: 'payer@example.com' };
const CLEAN = { name: '山田 太郎', phone: '09012345678', email: 'payer@example.com' };

describe('reji-payer-form', () => {
  before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));

  it('asks for what the method needs and says why, and who reads it', async () => {
    const el = await make();
    expect(nameOf(byRole(el, 'heading'))).to.equal('Your details for this payment');
    expect(textOf(el)).to.contain('The company that handles Lawson payments asks for this.').and.contain('H-20418');
    const fields = allByRole<HTMLInputElement>(el, 'textbox');
    expect(fields.map(({ labels }) => labels?.[0]?.textContent)).to.eql(['Full name', 'Phone number', 'Email address']);
    expect(fields.map(({ autocomplete }) => autocomplete)).to.eql(['name', 'tel', 'email']);
    expect(fields.map(({ inputMode }) => inputMode)).to.eql(['text', 'tel', 'email']);
    expect(fields.every((field) => field.required)).to.equal(true);
    await expect(el).to.be.accessible();
  });

  it('speaks Japanese, the family’s name first', async () => {
    const el = await make({ lang: 'ja', label: '', inputs: required('firstName', 'lastName', 'email') });
    const fields = allByRole<HTMLInputElement>(el, 'textbox');
    expect(fields.map(({ labels }) => labels?.[0]?.textContent)).to.eql(['姓', '名', 'メールアドレス']);
    expect(fields.map(({ autocomplete }) => autocomplete)).to.eql(['family-name', 'given-name', 'email']);
    expect(nameOf(byRole(el, 'button', '続ける'))).to.contain('続ける');
    await expect(el).to.be.accessible();
  });

  it('leaves out what it can’t ask for, the WMID and what need not be told', async () => {
    const inputs = [...required('wmid', 'phone', 'shoeSize'), { name: 'email', required: false }];
    const el = await make({ inputs });
    expect(allByRole<HTMLInputElement>(el, 'textbox').map(({ name }) => name)).to.eql(['phone']);
  });

  it('sends the answers cleaned, from a press or from Enter', async () => {
    const el = await make();
    await fill(el, RIGHT);
    setTimeout(() => press(el));
    const { input, bubbles, composed } = await oneEvent<RejiSubmitEvent>(el, 'reji-submit');
    expect([input, bubbles, composed]).to.eql([CLEAN, true, false]);
    const heard = submits(el);
    fieldOf(el, 'phone').focus();
    await sendKeys({ press: 'Enter' });
    expect(heard).to.eql([CLEAN]);
  });

  it('sends nothing while something is wrong: it says what, and goes there', async () => {
    const el = await make();
    const heard = submits(el);
    await fill(el, { name: '山田 太郎', phone: '123' });
    press(el);
    await el.updateComplete;
    expect(heard).to.eql([]);
    expect(el.shadowRoot?.activeElement).to.equal(fieldOf(el, 'phone'));
    expect(faultOf(el, 'name')).to.eql(['false', '']);
    expect(faultOf(el, 'phone')[1]).to.contain('6 to 15 digits');
    expect(faultOf(el, 'email')).to.eql(['true', 'Enter your email address.']);
    await expect(el).to.be.accessible();
  });

  it('says on leaving what is wrong, not while typing, and takes it back while it is mended', async () => {
    const el = await make({ lang: 'ja' });
    await fill(el, { email: 'taro' });
    expect(faultOf(el, 'email')).to.eql(['false', '']);
    await leave(el, 'email');
    expect(faultOf(el, 'email')).to.eql(['true', 'メールアドレスは、name@example.com のような形で入力してください。']);
    await fill(el, { email: 'taro@' });
    expect(faultOf(el, 'email')).to.eql(['false', '']);
  });

  it('does not scold who only passes by, nor who looks something up in another window', async () => {
    const el = await make();
    await leave(el, 'phone');
    expect(faultOf(el, 'phone')).to.eql(['false', '']);
    await fill(el, { phone: '1' });
    fieldOf(el, 'phone').focus();
    fieldOf(el, 'phone').dispatchEvent(new FocusEvent('blur'));
    await Promise.resolve();
    await el.updateComplete;
    expect(faultOf(el, 'phone')).to.eql(['false', '']);
  });

  it('keeps what was typed when it did not go through, and shows why', async () => {
    const el = await make();
    await fill(el, RIGHT);
    el.busy = true;
    await el.updateComplete;
    expect(byRole(el, 'button', 'One moment').getAttribute('aria-busy')).to.equal('true');
    expect(fieldOf(el, 'name').readOnly).to.equal(true);
    el.busy = false;
    el.problem = 'Check what you entered and try again.';
    await el.updateComplete;
    expect(allByRole<HTMLInputElement>(el, 'textbox').map(({ value }) => value)).to.eql(Object.values(RIGHT));
    expect(nameOf(byRole(el, 'alert'))).to.contain('Check what you entered');
    await expect(el).to.be.accessible();
  });

  it('starts with the values it is given, as text', async () => {
    const el = await make({ values: { name: '<b>"A"</b>', phone: '090', other: 'x' } });
    expect(allByRole<HTMLInputElement>(el, 'textbox').map(({ value }) => value)).to.eql(['<b>"A"</b>', '090', '']);
    press(el);
    await el.updateComplete;
    expect(el.shadowRoot?.activeElement).to.equal(fieldOf(el, 'name'));
  });

  it('takes one press at a time', async () => {
    const el = await make({ busy: true, values: RIGHT });
    const heard = submits(el);
    let asked = 0;
    el.addEventListener('reji-action', () => asked++);
    byRole(el, 'button', 'One moment').click();
    byRole(el, 'button', 'Choose another method').click();
    expect([heard, asked]).to.eql([[], 0]);
  });

  it('asks for another method', async () => {
    const el = await make();
    setTimeout(() => byRole(el, 'button', 'Choose another method').click());
    expect((await oneEvent<RejiActionEvent>(el, 'reji-action')).action).to.equal('other-method');
  });

  it('moves focus to its title when asked', async () => {
    const el = await make();
    el.focusTitle();
    expect(el.shadowRoot?.activeElement).to.equal(byRole(el, 'heading'));
  });

  it('goes from field to field to the button by Tab', async () => {
    const el = await make();
    fieldOf(el, 'name').focus();
    const seen: (string | undefined)[] = [];
    for (let times = 0; times < 3; times++) {
      await sendKeys({ press: 'Tab' });
      seen.push(el.shadowRoot?.activeElement?.id || el.shadowRoot?.activeElement?.localName);
    }
    expect(seen).to.eql(['phone', 'email', 'button']);
  });

  it('keeps nothing of the payer in the page’s own storage or address', async () => {
    // The tab may have served another test before.
    const kept = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]);
    const before = kept();
    const el = await make();
    await fill(el, RIGHT);
    press(el);
    await el.updateComplete;
    expect(kept()).to.equal(before);
  });
});
