import { expect } from '@open-wc/testing';
import { RejiSubmitEvent } from '../../src/elements/events.js';
import type { RejiPayerForm } from '../../src/elements/reji-payer-form.js';
import type { CreateSessionAnswer } from '../../src/contract/requests.js';
import { makeStack, openCheckout, pay, says, screen, sendWmid, until, words } from './page.js';
import { CLASSIC, problemOf, WMID } from './stack.js';
import type { Stack } from './stack.js';

const wrong = [
  '37709406258',
  '3770940625890',
  '37709406258A',
  'Z37709406258',
  '37709406258O',
  '377.094.062.58',
  'WMID',
  ' ',
];

describe('a WMID that is none', () => {
  let stack: Stack;
  let made: CreateSessionAnswer;

  beforeEach(async () => {
    stack = makeStack();
    made = await stack.session();
  });
  afterEach(() => stack.end());

  const untouched = async () => {
    const { rev, state, attempts } = await stack.record(made.id);
    expect([rev, state.status, attempts.length]).to.deep.equal([1, 'open', 0]);
    expect(stack.sandbox.payments()).to.deep.equal([]);
  };

  for (const wmid of wrong) {
    it(`"${wmid}" in the page: the field says why, and nothing is sent`, async () => {
      const { el } = await openCheckout(stack, { session: made.token });
      await pay(el, CLASSIC);
      const entry = await sendWmid(el, wmid);
      const input = entry.shadowRoot?.querySelector('input');
      expect(input?.getAttribute('aria-invalid')).to.equal('true');
      expect(stack.count('POST /confirm')).to.equal(0);
      await untouched();
      await sendWmid(el, WMID);
      await says(el, 'The invoice is in your Keeper');
    });
  }

  for (const input of [
    ...wrong.map((wmid) => ({ wmid })),
    {},
    { wmid: '' },
    { WMID },
    { wmid: '３７７０９４０６２５８' },
  ]) {
    it(`${JSON.stringify(input)} at the BFF: input-invalid, naming the field and not its value`, async () => {
      const answer = await stack.confirm(made.id, { method: CLASSIC, input }, 'k');
      expect(answer.status).to.equal(422);
      expect(problemOf(answer).code).to.equal('input-invalid');
      expect(problemOf(answer).errors).to.deep.equal([{ field: 'wmid', code: 'wmid-invalid' }]);
      expect(answer.text).to.not.contain('37709');
      await untouched();
      expect((await stack.confirm(made.id, { method: CLASSIC, input: { wmid: WMID } }, 'k')).status).to.equal(200);
    });
  }

  for (const wmid of [377094062589, ['377094062589'], { toString: WMID }, null, true, 'x'.repeat(255)]) {
    it(`${JSON.stringify(wmid).slice(0, 30)} at the BFF: request-invalid`, async () => {
      const answer = await stack.confirm(made.id, { method: CLASSIC, input: { wmid } }, 'k');
      expect([answer.status, problemOf(answer).code]).to.deep.equal([400, 'request-invalid']);
      await untouched();
    });
  }

  it('is asked for after what else the shop did not tell, and all of it is sent with one press', async () => {
    const { id, token } = await stack.session({ customer: { id: 'customer-1' } });
    const { el } = await openCheckout(stack, { session: token });
    await pay(el, CLASSIC);
    const form = await screen<RejiPayerForm>(el, 'reji-payer-form');
    await until(() => form.shadowRoot?.querySelector('input'), 'the fields');
    const payer = { firstName: 'Sample', lastName: 'Buyer', email: 'buyer@shop.example' };
    for (const [name, value] of Object.entries(payer)) {
      const input = form.shadowRoot?.querySelector<HTMLInputElement>(`input[name=${name}]`);
      if (!input) throw new Error(`no field for ${name}`);
      input.value = value;
    }
    form.shadowRoot?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await sendWmid(el, WMID);
    await says(el, 'The invoice is in your Keeper');
    const [attempt] = (await stack.record(id)).attempts;
    expect(attempt?.input).to.deep.equal({ ...payer, wmid: WMID });
  });

  it('that the page let through all the same: the BFF’s refusal is shown, and it can be corrected', async () => {
    const { el } = await openCheckout(stack, { session: made.token });
    await pay(el, CLASSIC);
    const entry = await screen(el, 'reji-keeper-invoice');
    entry.dispatchEvent(new RejiSubmitEvent({ wmid: wrong[0] ?? '' }));
    await until(() => entry.shadowRoot?.querySelector('[role=alert]'), 'the notice');
    expect(entry.shadowRoot?.querySelector('input')?.readOnly).to.equal(false);
    await untouched();
    await sendWmid(el, WMID);
    await says(el, 'The invoice is in your Keeper');
    expect(words(el)).to.contain('3770 9406 2589');
  });
});
