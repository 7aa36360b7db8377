import { expect } from '@open-wc/testing';
import type { CreateSessionAnswer } from '../../src/contract/requests.js';
import { makeStack, methods, openCheckout, press, says, screen, until, words } from './page.js';
import { BFF, CLASSIC, LIGHT, MONETIX, problemOf, WMID } from './stack.js';
import type { Stack } from './stack.js';

/** Everything a form could trip over, in names and in values. */
const ODD: [name: string, value: string][] = [
  ['quotes', `it's "quoted" with \`ticks\``],
  [`a"name'with\`quotes`, '1'],
  ['№', '№ 12'],
  ['Top-up of account №5', 'Top-up of personal account №5'],
  ['😀', '🧾💴 👩‍👩‍👧‍👦'],
  ['日本語', '株式会社レジ'],
  ['lines', 'one\r\ntwo\r\n'],
  ['<b>name</b>', '</form><script>alert(1)</script>'],
  ['submit', 'is a method of forms'],
  ['action', 'javascript:alert(1)'],
  ['_charset_', 'is replaced in a real input'],
  ['__proto__', 'is a name too'],
  ['a&b=c;d', 'a&b=c;d+e%20f'],
  ['  spaces  ', '  kept  '],
  ['empty', ''],
];

describe('field names and values', () => {
  let stack: Stack;
  let made: CreateSessionAnswer;
  let sent: { url: string; entries: unknown[] }[];
  const submit = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'submit') ?? {};

  beforeEach(async () => {
    stack = makeStack();
    await stack.sandbox.setFaults({ lose: 'all' });
    made = await stack.session();
    sent = [];
    HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
      sent.push({ url: this.action, entries: [...new FormData(this)] });
    };
  });
  afterEach(() => {
    Object.defineProperty(HTMLFormElement.prototype, 'submit', submit);
    return stack.end();
  });

  /** The redirect data arrives, and the checkout is opened on it. */
  const redirected = async (fields: [string, string][]) => {
    await stack.confirm(made.id, { method: LIGHT }, 'k');
    const attempt = (await stack.record(made.id)).attempts[0]?.id ?? '';
    // Not through an object: one of the names is `__proto__`.
    const body = JSON.parse(
      `{${fields.map((field) => field.map((text) => JSON.stringify(text)).join(':')).join()}}`,
    ) as object;
    const redirect_data = { method: 'POST', url: `${MONETIX}/webmoney/pay`, body };
    const answer = await stack.callback(stack.sale(attempt, 'awaiting redirect result', { redirect_data }));
    const opened = await openCheckout(stack, { sessionUrl: made.url, manualRedirect: true, leaves: true });
    return { ...opened, answer };
  };

  it('travel from Monetix’s callback to the form without a change, in their order', async () => {
    const { el, answer } = await redirected(ODD);
    expect(answer.status).to.equal(200);
    await screen(el, 'reji-redirect');
    press(el, 'WebMoney');
    await until(() => sent.length > 0, 'the form');
    expect(sent).to.deep.equal([{ url: `${MONETIX}/webmoney/pay`, entries: ODD }]);
    expect(({} as Record<string, unknown>)['is a name too']).to.equal(undefined);
  });

  for (const [what, field] of [
    ['a newline that a form would change', ['a', 'one\ntwo']],
    ['a carriage return alone', ['a', 'one\rtwo']],
    ['a newline in a name', ['a\nb', '1']],
    ['NUL', ['a', '\0']],
    ['half a character', ['a', '\uD83D']],
    ['no name', ['', '1']],
  ] satisfies [string, [string, string]][]) {
    it(`${what}: fields-invalid, nothing is sent, and another method can be chosen`, async () => {
      const { el, told } = await redirected([field]);
      await says(el, 'fields-invalid');
      expect(told.refused).to.deep.equal(['fields-invalid']);
      expect(told.leaving).to.deep.equal([]);
      expect(sent).to.deep.equal([]);
      press(el, 'Choose another method');
      await methods(el);
      expect((await stack.record(made.id)).state.status).to.equal('open');
    });
  }

  for (const [field, value, code] of [
    ['firstName', 'Sa"mple', 'first-name-invalid'],
    ['firstName', 'Sample😀', 'first-name-invalid'],
    ['lastName', 'Buyer № 5', 'last-name-invalid'],
    ['lastName', 'a;b:c', 'last-name-invalid'],
    ['email', '"quoted"@shop.example', 'email-invalid'],
    ['email', 'buyer@shop.example;x:y', 'email-invalid'],
    ['id', '№5', 'customer-id-invalid'],
    ['account', '5 on the website https://evil.example', 'account-invalid'],
    ['account', "5';--", 'account-invalid'],
  ] as const) {
    it(`of the shop: ${field} ${value}: customer-invalid, ${code}, without the value`, async () => {
      const customer = { id: 'customer-1', [field]: value };
      const answer = await stack.create({ customer });
      expect([answer.status, problemOf(answer).code]).to.deep.equal([422, 'customer-invalid']);
      expect(problemOf(answer).errors).to.deep.equal([{ field: `customer.${field}`, code }]);
      expect(answer.text).to.not.contain(value);
    });
  }

  for (const value of ['one\ntwo', 'a\0b', '\uD83D', 'a\u0085b']) {
    it(`of the shop: ${JSON.stringify(value)} anywhere: request-invalid`, async () => {
      for (const changes of [{ customer: { id: value } }, { customer: { id: '1', firstName: value } }]) {
        const answer = await stack.create(changes);
        expect([answer.status, problemOf(answer).code]).to.deep.equal([400, 'request-invalid']);
      }
      for (const order of [{ id: value }, { shop: value }, { description: value }]) {
        expect(problemOf(await stack.create({}, order)).code).to.equal('request-invalid');
      }
    });
  }

  it('of the shop: an order’s own words may be any, are shown as they are, and lead to the order', async () => {
    const id = `H-"20430" № <b>😀</b> 'a'/..?&#`;
    const shop = '<img src=x onerror=alert(1)> ひより "商店" №1';
    const created = await stack.create({}, { id, shop });
    const { token } = JSON.parse(created.text) as CreateSessionAnswer;
    const { el } = await openCheckout(stack, { session: token });
    await methods(el);
    expect(words(el)).to.contain(id);
    expect(el.shadowRoot?.querySelector('img')).to.equal(null);
    const headers = { authorization: 'Bearer a-key-of-this-page-only' };
    const answer = await stack.bff(new Request(`${BFF}/orders/${encodeURIComponent(id)}`, { headers }));
    expect(((await answer.json()) as { orderId: string }).orderId).to.equal(id);
  });

  it('of the browser: what was not asked for goes nowhere', async () => {
    const input = { wmid: WMID, firstName: '№"😀\n', amount: '1', ['constructor']: 'x', 'a\nb': '1' };
    const answer = await stack.confirm(made.id, { method: CLASSIC, input }, 'k');
    expect(answer.status).to.equal(200);
    expect((await stack.record(made.id)).attempts[0]?.input).to.deep.equal({ wmid: WMID });
  });
});
