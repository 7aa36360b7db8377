import { expect } from '@open-wc/testing';
import { makeStack, methods, openCheckout, pay, payButton, says, until } from './page.js';
import { LIGHT, problemOf } from './stack.js';
import type { Stack } from './stack.js';

/** What the shop's server asks for, and the stable code of the refusal. */
const refused: [what: string, amount: unknown, code: string][] = [
  ['yen', { value: 12480, currency: 'JPY' }, 'currency-not-allowed'],
  ['roubles, which have no title unit any more', { value: 8420, currency: 'RUB' }, 'currency-not-allowed'],
  ['a currency that does not exist', { value: 8420, currency: 'ZZZ' }, 'currency-not-allowed'],
  ['small letters', { value: 8420, currency: 'usd' }, 'request-invalid'],
  ['a title unit', { value: 8420, currency: 'WMZ' }, 'currency-not-allowed'],
  ['nothing', { value: 0, currency: 'USD' }, 'amount-not-allowed'],
  ['less than the least', { value: 99, currency: 'USD' }, 'amount-not-allowed'],
  ['more than the most', { value: 500_001, currency: 'USD' }, 'amount-not-allowed'],
  ['less than nothing', { value: -8420, currency: 'USD' }, 'request-invalid'],
  ['half a cent', { value: 8420.5, currency: 'USD' }, 'request-invalid'],
  ['a text', { value: '8420', currency: 'USD' }, 'request-invalid'],
  ['more than a number can hold', { value: 2 ** 53, currency: 'USD' }, 'request-invalid'],
  ['no number', { value: null, currency: 'USD' }, 'request-invalid'],
  ['no currency', { value: 8420 }, 'request-invalid'],
];

describe('an amount or currency that the method can’t take', () => {
  let stack: Stack;
  const limits = { USD: { min: 100, max: 500_000 } };

  beforeEach(() => {
    stack = makeStack({ monetix: { limits } });
  });
  afterEach(() => stack.end());

  for (const [what, amount, code] of refused) {
    it(`${what}: ${code}, and no session is made`, async () => {
      const answer = await stack.create({ amount }, { id: 'H-1' });
      expect(problemOf(answer).code).to.equal(code);
      expect(answer.status).to.equal(code === 'request-invalid' ? 400 : 422);
      expect(await stack.store.findByOrder('H-1')).to.deep.equal([]);
    });
  }

  for (const value of [100, 500_000]) {
    it(`takes ${value}, the limit itself`, async () => {
      expect((await stack.create({ amount: { value, currency: 'USD' } })).status).to.equal(201);
    });
  }

  it('a limit that came after the session: method-unavailable, nothing is started, and the page says so', async () => {
    const made = await stack.session();
    const { el, told } = await openCheckout(stack, { session: made.token });
    await methods(el);
    await stack.stop();
    stack.start({ providers: [stack.provider({ limits: { USD: { max: 8419 } } })] });
    await pay(el, LIGHT);
    await until(() => el.shadowRoot?.querySelector('[role=alert]'), 'the notice');
    await says(el, 'can’t be used');
    expect(payButton(el)?.getAttribute('aria-busy')).to.equal('false');
    const answer = await stack.confirm(made.id, { method: LIGHT }, 'again');
    expect([answer.status, problemOf(answer).code]).to.deep.equal([422, 'method-unavailable']);
    expect(problemOf(answer).errors).to.deep.equal([{ field: 'method', code: 'amount-too-high' }]);
    const { rev, state, attempts } = await stack.record(made.id);
    expect([rev, state.status, attempts.length]).to.deep.equal([1, 'open', 0]);
    expect(stack.sandbox.payments()).to.deep.equal([]);
    expect(told.errors).to.deep.equal([]);
  });

  it('a price in the request of the browser is no price', async () => {
    const { id } = await stack.session();
    await stack.confirm(id, { method: LIGHT, amount: { value: 1, currency: 'USD' }, value: 1 }, 'cheap');
    expect(stack.sandbox.payments().map(({ amount, currency }) => [amount, currency])).to.deep.equal([[8420, 'USD']]);
  });

  it('a method that was not offered: method-unknown', async () => {
    const { id } = await stack.session({ methods: [LIGHT] });
    for (const method of ['monetix:webmoney', 'sbps:webmoney', 'monetix:', 'webmoney-light', '__proto__']) {
      const answer = await stack.confirm(id, { method, input: { wmid: '377094062589' } }, 'k');
      expect([answer.status, problemOf(answer).code], method).to.deep.equal([422, 'method-unknown']);
    }
    expect(stack.sandbox.payments()).to.deep.equal([]);
  });
});
