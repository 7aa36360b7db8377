import { expect } from '@open-wc/testing';
import type { CreateSessionAnswer } from '../../src/contract/requests.js';
import { makeStack, methods, openCheckout, pay, says, screen, sendWmid, turns, until, words } from './page.js';
import { CLASSIC, WMID } from './stack.js';
import type { Stack } from './stack.js';

/** Takes the element out of the page and puts it back, as frameworks do. */
function moved(el: HTMLElement): void {
  const place = el.parentElement;
  el.remove();
  place?.append(el);
}

describe('a checkout that comes and goes', () => {
  let stack: Stack;
  let made: CreateSessionAnswer;

  beforeEach(async () => {
    stack = makeStack();
    made = await stack.session();
  });
  afterEach(() => stack.end());

  const invoice = async () => {
    const opened = await openCheckout(stack, { session: made.token });
    await pay(opened.el, CLASSIC);
    await sendWmid(opened.el, WMID);
    await says(opened.el, 'The invoice is in your Keeper');
    return opened;
  };

  it('moved after the payment still shows it, without asking anybody, and completes once', async () => {
    const { el, told } = await invoice();
    await stack.keeper('pay');
    await says(el, 'Payment complete');
    stack.online = false;
    moved(el);
    await turns(el);
    expect(words(el)).to.contain('Payment complete');
    expect(el.shadowRoot?.querySelector('reji-method-picker')).to.equal(null);
    expect(told.completed).to.have.length(1);
  });

  it('moved while the invoice waits never goes back to a choice, and hears of the payment', async () => {
    const { el, told } = await invoice();
    moved(el);
    await el.updateComplete;
    expect(el.shadowRoot?.querySelector('reji-method-picker')).to.equal(null);
    await stack.keeper('pay');
    await says(el, 'Payment complete');
    expect(told.sessions.map(({ rev }) => rev)).to.deep.equal([...new Set(told.sessions.map(({ rev }) => rev))]);
  });

  it('moved while a confirm is on its way takes its answer all the same', async () => {
    const { el } = await openCheckout(stack, { session: made.token });
    let answer = () => {};
    const held = new Promise<undefined>((resolve) => (answer = () => resolve(undefined)));
    stack.between = ({ url }) => (url.endsWith('/confirm') ? held : undefined);
    await pay(el, CLASSIC);
    await sendWmid(el, WMID);
    await until(() => stack.count('POST /confirm') === 1, 'the confirm');
    moved(el);
    answer();
    await says(el, 'The invoice is in your Keeper');
    expect(stack.count('POST /confirm')).to.equal(1);
  });

  it('taken out before its store is there listens to nothing, and goes on when it is back', async () => {
    const { el } = await openCheckout(stack, { session: made.token });
    const place = el.parentElement;
    el.remove();
    await turns(el);
    expect(stack.seen).to.deep.equal([]);
    place?.append(el);
    await methods(el);
    await until(() => stack.seen.includes('GET /events'), 'the stream');
  });

  it('is given another session: shows that one and nothing of the first', async () => {
    const { el, told } = await invoice();
    const other = await stack.session({ amount: { value: 1234, currency: 'EUR' } });
    el.session = other.token;
    await methods(el);
    expect(words(el)).to.contain('12.34').and.not.contain('84.20');
    await stack.keeper('pay');
    await until(async () => (await stack.record(made.id)).state.status === 'succeeded', 'the callback');
    await el.updateComplete;
    expect(told.completed).to.deep.equal([]);
    expect(words(el)).to.contain('12.34');
  });

  it('is given another session while a WMID is asked for: begins at its methods', async () => {
    const { el } = await openCheckout(stack, { session: made.token });
    await pay(el, CLASSIC);
    await screen(el, 'reji-keeper-invoice');
    el.session = (await stack.session({ amount: { value: 1234, currency: 'EUR' } })).token;
    await methods(el);
    expect(words(el)).to.contain('12.34');
    expect(el.shadowRoot?.querySelector('reji-keeper-invoice')).to.equal(null);
  });

  it('opened when the session is over shows how, and asks nobody', async () => {
    const { el } = await invoice();
    await stack.keeper('pay');
    await says(el, 'Payment complete');
    const { text: token } = await stack.call(`/sessions/${made.id}`);
    stack.seen.length = 0;
    const later = await openCheckout(stack, { session: token });
    await says(later.el, 'Payment complete');
    expect(later.told.completed).to.have.length(1);
    expect(stack.seen).to.deep.equal([]);
  });

  it('opened after the session has expired says so', async () => {
    stack.pass(3601);
    const { el, told } = await openCheckout(stack, { session: made.token });
    await until(() => told.completed.length > 0, 'the end');
    expect(told.completed[0]?.status).to.equal('expired');
    await says(el, 'Time ran out');
  });

  for (const wrong of ['{', '{}', '[]', 'null', '{"keys":7}', '{"keys":[7]}']) {
    it(`with the keys ${wrong} says that they are the trouble`, async () => {
      const { el, told } = await openCheckout(stack, { jwks: undefined });
      el.setAttribute('jwks', wrong);
      el.setAttribute('session', made.token);
      await says(el, 'key-unknown');
      expect(told.errors).to.deep.equal(['key-unknown']);
      expect(words(el)).to.not.contain('84.20');
    });
  }
});
