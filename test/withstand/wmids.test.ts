import { expect } from '@open-wc/testing';
import { RejiSubmitEvent } from '../../src/elements/events.js';
import type { CreateSessionAnswer } from '../../src/contract/requests.js';
import { makeStack, methods, openCheckout, pay, press, says, screen, sendWmid, until, words } from './page.js';
import { CLASSIC, LIGHT, problemOf, WMID } from './stack.js';
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

  it('is not asked for where a method needs something else that the shop did not tell', async () => {
    const { id, token } = await stack.session({ customer: { id: 'customer-1' } });
    const { el } = await openCheckout(stack, { session: token });
    for (const method of [LIGHT, CLASSIC]) {
      await pay(el, method);
      await says(el, 'Continue at the shop');
      expect(el.shadowRoot?.querySelector('reji-keeper-invoice')).to.equal(null);
      press(el, 'Choose another method');
      await methods(el);
    }
    expect((await stack.record(id)).attempts).to.deep.equal([]);
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
