import { expect, fixtureSync, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { RejiMethodPicker } from '../../src/elements/reji-method-picker.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { focused, radio, radios } from './picker-fixtures.js';

RejiMethodPicker.define();
before(() => Promise.all([allTexts.load('en'), allTexts.load('ja')]));

const brands = 'webmoney-light webmoney-classic';

/** A form in the page and the picker in it. Submitting never leaves the page. */
async function inForm(template: TemplateResult) {
  const form = fixtureSync<HTMLFormElement>(template);
  const submitted: [string, FormDataEntryValue][][] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submitted.push([...new FormData(form)]);
  });
  const el = form.querySelector('reji-method-picker') ?? expect.fail('no picker');
  await el.updateComplete;
  return { form, el, submitted };
}

describe('reji-method-picker: in a plain form', () => {
  it('puts its value into the data at once', async () => {
    const { form, el } = await inForm(
      html`<form><reji-method-picker name="method" .brands=${brands}></reji-method-picker></form>`,
    );
    expect([...new FormData(form)]).to.deep.equal([]);
    let atChange: FormDataEntryValue | null = null;
    el.addEventListener('change', () => (atChange = new FormData(form).get('method')));
    radio(el, 'WebMoney Light').click();
    expect(atChange).to.equal('webmoney-light');
    expect([...new FormData(form)]).to.deep.equal([['method', 'webmoney-light']]);
    el.value = 'webmoney-classic';
    expect([...new FormData(form)]).to.deep.equal([['method', 'webmoney-classic']]);
    el.value = 'no-such-brand';
    expect([...new FormData(form)]).to.deep.equal([]);
    expect(el.form).to.equal(form);
  });

  it('stays out of the data without a name, and out of it twice with one', async () => {
    const { form, el } = await inForm(
      html`<form><reji-method-picker brands="webmoney-light" value="webmoney-light"></reji-method-picker></form>`,
    );
    expect([...new FormData(form)]).to.deep.equal([]);
    el.name = 'pay';
    await el.updateComplete;
    expect([...new FormData(form)]).to.deep.equal([['pay', 'webmoney-light']]);
    expect(form.elements.length).to.equal(1);
  });

  it('goes back to its attribute on reset', async () => {
    const { form, el } = await inForm(
      html`<form><reji-method-picker name="m" .brands=${brands} value="webmoney-light"></reji-method-picker></form>`,
    );
    radio(el, 'WebMoney Classic').click();
    form.reset();
    expect([...new FormData(form)]).to.deep.equal([['m', 'webmoney-light']]);
    await el.updateComplete;
    expect(radio(el, 'WebMoney Light').checked).to.equal(true);
    el.removeAttribute('value');
    form.reset();
    await el.updateComplete;
    expect(el.value).to.equal('');
    expect(radios(el).some(({ checked }) => checked)).to.equal(false);
  });

  it('takes back what the browser kept, before or after the methods are there', async () => {
    const { form, el } = await inForm(html`<form><reji-method-picker name="m"></reji-method-picker></form>`);
    el.formStateRestoreCallback('webmoney-classic');
    el.brands = brands;
    await el.updateComplete;
    expect([...new FormData(form)]).to.deep.equal([['m', 'webmoney-classic']]);
    el.formStateRestoreCallback('webmoney-light');
    await el.updateComplete;
    expect(radio(el, 'WebMoney Light').checked).to.equal(true);
  });

  it('is off by its own attribute and by a fieldset around it', async () => {
    const { form, el } = await inForm(
      html`<form>
        <fieldset>
          <reji-method-picker name="m" .brands=${brands} value="webmoney-light" required></reji-method-picker>
        </fieldset>
      </form>`,
    );
    const fieldset = form.querySelector('fieldset') ?? expect.fail('no fieldset');
    const off = () => radios(el).every(({ disabled }) => disabled);
    fieldset.disabled = true;
    await el.updateComplete;
    expect([off(), el.disabled, el.willValidate, [...new FormData(form)].length]).to.deep.equal([
      true,
      false,
      false,
      0,
    ]);
    fieldset.disabled = false;
    await el.updateComplete;
    expect([off(), el.willValidate, [...new FormData(form)].length]).to.deep.equal([false, true, 1]);
    el.disabled = true;
    await el.updateComplete;
    expect([off(), el.hasAttribute('disabled'), [...new FormData(form)].length]).to.deep.equal([true, true, 0]);
    el.toggleAttribute('disabled', false);
    await el.updateComplete;
    expect([off(), el.disabled, el.value]).to.deep.equal([false, false, 'webmoney-light']);
  });

  it('holds the form back until a method is chosen, says so, and takes the focus', async () => {
    const { form, el, submitted } = await inForm(
      html`<form>
        <reji-method-picker name="m" .brands=${brands} required></reji-method-picker><button>Go</button>
      </form>`,
    );
    expect([form.checkValidity(), el.checkValidity(), el.validity.valueMissing]).to.deep.equal([false, false, true]);
    expect(el.validationMessage).to.equal('Choose how to pay.');
    expect(el.matches(':invalid')).to.equal(true);
    form.requestSubmit();
    expect([submitted.length, focused(el)]).to.deep.equal([0, 'webmoney-light']);
    radio(el, 'WebMoney Classic').click();
    expect([form.checkValidity(), el.reportValidity(), el.validationMessage]).to.deep.equal([true, true, '']);
    form.requestSubmit();
    expect(submitted).to.deep.equal([[['m', 'webmoney-classic']]]);
  });

  it('says in Japanese what is missing, and needs nothing when it is not required', async () => {
    const { el } = await inForm(
      html`<form lang="ja"><reji-method-picker .brands=${brands} required></reji-method-picker></form>`,
    );
    expect(el.validationMessage).to.equal('支払い方法を選択してください。');
    el.required = false;
    await el.updateComplete;
    expect([el.checkValidity(), el.validationMessage]).to.deep.equal([true, '']);
  });

  it('holds the form back too while its texts or methods are still on their way', async () => {
    const { form } = await inForm(html`<form><reji-method-picker required></reji-method-picker></form>`);
    expect(form.checkValidity()).to.equal(false);
  });

  it('is named by a label of the page, and takes the focus from it', async () => {
    const { form, el } = await inForm(
      html`<form>
        <label for="way">Your way to pay</label>
        <reji-method-picker id="way" .brands=${brands} value="webmoney-classic"></reji-method-picker>
      </form>`,
    );
    const group = el.renderRoot.querySelector('[role=radiogroup]');
    expect(group?.getAttribute('aria-label')).to.equal('Your way to pay');
    const { x, y } = (form.querySelector('label') ?? expect.fail('no label')).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.ceil(x) + 4, Math.ceil(y) + 4] });
    expect(focused(el)).to.equal('webmoney-classic');
  });

  it('has a name of its own without one', async () => {
    const { el } = await inForm(
      html`<form><reji-method-picker .brands=${brands} required></reji-method-picker></form>`,
    );
    const group = el.renderRoot.querySelector('[role=radiogroup]');
    expect(group?.getAttribute('aria-label')).to.equal('How to pay');
    expect(group?.getAttribute('aria-required')).to.equal('true');
  });

  it('works when it is made, filled and read before it is in the page', async () => {
    const el = document.createElement('reji-method-picker');
    el.brands = brands;
    el.value = 'webmoney-light';
    el.required = true;
    el.name = 'late';
    const form = fixtureSync<HTMLFormElement>(html`<form>${el}</form>`);
    await el.updateComplete;
    expect([...new FormData(form)]).to.deep.equal([['late', 'webmoney-light']]);
    expect(form.checkValidity()).to.equal(true);
  });
});
