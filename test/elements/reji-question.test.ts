import { expect, fixture, html } from '@open-wc/testing';
import { RejiQuestion } from '../../src/elements/reji-question.js';
import { payoutTexts } from '../../src/i18n/payout-shelf.js';
import { byRole, textOf } from './by-role.js';

RejiQuestion.define();

async function make(more: Partial<RejiQuestion> = {}) {
  await payoutTexts.load('en');
  const heard: unknown[] = [];
  const el = await fixture<RejiQuestion>(
    html`<reji-question
      lang="en"
      question="Which day was it?"
      tries-left="5"
      order-id="R-0093"
      .amount=${{ value: 4800, currency: 'JPY' }}
      @reji-submit=${({ input }: { input: unknown }) => heard.push(input)}
    ></reji-question>`,
  );
  Object.assign(el, more);
  await el.updateComplete;
  const field = byRole<HTMLInputElement>(el, 'textbox');
  const give = async (text: string) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    byRole(el, 'button').click();
    await el.updateComplete;
  };
  return { el, field, give, heard };
}

describe('reji-question', () => {
  it('gives the answer without blanks around it', async () => {
    const { give, heard } = await make();
    await give('  1 November ');
    expect(heard).to.deep.equal([{ answer: '1 November' }]);
  });

  it('wants an answer, in words, and keeps the focus in the field', async () => {
    const { el, give, heard, field } = await make();
    await give('   ');
    expect(heard).to.deep.equal([]);
    expect(textOf(el)).to.include('Enter your answer.');
    expect(el.shadowRoot?.activeElement).to.equal(field);
    expect(field.getAttribute('aria-invalid')).to.equal('true');
  });

  it('says that the answer was wrong until another one is typed, and how often is left', async () => {
    const { el, field } = await make({ wrong: true, triesLeft: 1 });
    expect(textOf(el)).to.include('not the answer').and.include('one more time');
    await expect(el).to.be.accessible();
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await el.updateComplete;
    expect(textOf(el)).to.not.include('not the answer');
  });

  it('sends nothing while a press is on its way', async () => {
    const { give, heard } = await make({ busy: true });
    await give('yes');
    expect(heard).to.deep.equal([]);
  });

  it('moves the focus to its title', async () => {
    const { el } = await make();
    el.focusTitle();
    await el.updateComplete;
    expect(el.shadowRoot?.activeElement?.localName).to.equal('h2');
  });
});
