import { expect } from '@open-wc/testing';
import type { CreateSessionAnswer } from '../../src/contract/requests.js';
import { CheckoutSession } from '../../src/elements/checkout-session.js';
import {
  makeStack,
  methods,
  openCheckout,
  pay,
  payButton,
  press,
  radio,
  says,
  screen,
  sendWmid,
  turns,
  until,
  words,
} from './page.js';
import { CLASSIC, LIGHT, problemOf, WMID } from './stack.js';
import type { Stack } from './stack.js';

const HOUR = 3600;

describe('presses that come twice, too late or from two places', () => {
  let stack: Stack;
  let made: CreateSessionAnswer;

  beforeEach(async () => {
    stack = makeStack();
    made = await stack.session();
  });
  afterEach(() => stack.end());

  const open = () => openCheckout(stack, { session: made.token });
  const attempts = async () => (await stack.record(made.id)).attempts.length;

  it('ten clicks at once on the button: one request, one attempt, one payment at Monetix', async () => {
    const { el } = await open();
    await methods(el);
    radio(el, LIGHT)?.click();
    await el.updateComplete;
    for (let click = 0; click < 10; click += 1) payButton(el)?.click();
    await screen(el, 'reji-redirect');
    for (let click = 0; click < 10; click += 1) payButton(el)?.click();
    expect(stack.count('POST /confirm')).to.equal(1);
    expect(await attempts()).to.equal(1);
    expect(stack.sandbox.payments()).to.have.length(1);
  });

  it('Enter twice in the WMID form: one invoice', async () => {
    const { el } = await open();
    await pay(el, CLASSIC);
    const entry = await sendWmid(el, WMID);
    entry.shadowRoot?.querySelector('form')?.requestSubmit();
    entry.shadowRoot?.querySelector('form')?.requestSubmit();
    await says(el, 'The invoice is in your Keeper');
    expect(stack.count('POST /confirm')).to.equal(1);
    expect(stack.sandbox.payments()).to.have.length(1);
  });

  it('two tabs that confirm at once: one payment, and both show it', async () => {
    const [one, two] = [await open(), await open()];
    for (const { el } of [one, two]) {
      await methods(el);
      radio(el, LIGHT)?.click();
      await el.updateComplete;
    }
    for (const { el } of [one, two]) payButton(el)?.click();
    await Promise.all([screen(one.el, 'reji-redirect'), screen(two.el, 'reji-redirect')]);
    expect(stack.count('POST /confirm')).to.equal(2);
    expect(await attempts()).to.equal(1);
    expect(stack.sandbox.payments()).to.have.length(1);
    const [last] = [one, two].map(({ told }) => told.sessions.at(-1));
    expect(two.told.sessions.at(-1)).to.have.property('attempt', last?.status === 'pending' ? last.attempt : '');
  });

  it('twenty confirms at once with different keys: one wins, the others get attempt-in-progress', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => stack.confirm(made.id, { method: LIGHT }, `key-${n}`)),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).to.have.length(1);
    for (const answer of answers.filter((one) => one !== won[0])) {
      expect([answer.status, problemOf(answer).code]).to.deep.equal([409, 'attempt-in-progress']);
    }
    expect(stack.sandbox.payments()).to.have.length(1);
  });

  it('one key, many times, also for another method: one attempt, then idempotency-key-reused', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => stack.confirm(made.id, { method: LIGHT }, 'the-key')),
    );
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200, 200]);
    const reused = await stack.confirm(made.id, { method: CLASSIC, input: { wmid: WMID } }, 'the-key');
    expect([reused.status, problemOf(reused).code]).to.deep.equal([422, 'idempotency-key-reused']);
    expect(stack.sandbox.payments()).to.have.length(1);
  });

  it('the same key in two sessions is two keys', async () => {
    const other = await stack.session();
    for (const { id } of [made, other]) {
      expect((await stack.confirm(id, { method: LIGHT }, 'the-key')).status).to.equal(200);
    }
    expect(stack.sandbox.payments()).to.have.length(2);
  });

  it('a confirm after the expiry: session-expired at the BFF, the end in the page, nobody is called', async () => {
    const { el, told } = await open();
    await methods(el);
    stack.pass(HOUR + 1);
    await pay(el, LIGHT);
    await says(el, 'Time ran out');
    await until(() => told.completed.length > 0, 'the end');
    expect(told.completed[0]?.status).to.equal('expired');
    const late = await stack.confirm(made.id, { method: LIGHT }, 'late');
    expect([late.status, problemOf(late).code]).to.deep.equal([409, 'session-expired']);
    expect(await attempts()).to.equal(0);
    expect(stack.sandbox.payments()).to.deep.equal([]);
  });

  it('a confirm in a session that is paid: session-closed, and the page shows the payment', async () => {
    // The page hears of nothing by itself.
    stack.between = ({ url }) => (/events$|sessions\/\w+$/.test(url) ? new Response(null, { status: 503 }) : undefined);
    const { el } = await open();
    await methods(el);
    await stack.confirm(made.id, { method: CLASSIC, input: { wmid: WMID } }, 'elsewhere');
    await stack.keeper('pay');
    await until(async () => (await stack.record(made.id)).state.status === 'succeeded', 'the callback');
    await pay(el, LIGHT);
    await until(() => stack.count('POST /confirm') === 1, 'the press');
    stack.between = () => undefined;
    await says(el, 'Payment complete');
    expect(stack.sandbox.payments()).to.have.length(1);
  });

  it('a second session of an order that is paid: order-exists, and nobody is called', async () => {
    const [one, two] = [await stack.create({}, { id: 'H-1' }), await stack.create({}, { id: 'H-1' })];
    const [first, second] = [one, two].map(({ text }) => JSON.parse(text) as CreateSessionAnswer);
    await stack.confirm(first?.id ?? '', { method: CLASSIC, input: { wmid: WMID } }, 'k');
    const { el } = await openCheckout(stack, { session: second?.token ?? '' });
    await methods(el);
    await stack.keeper('pay');
    await until(async () => (await stack.record(first?.id ?? '')).state.status === 'succeeded', 'the payment');
    await pay(el, LIGHT);
    await until(() => el.shadowRoot?.querySelector('[role=alert]'), 'the notice');
    const answer = await stack.confirm(second?.id ?? '', { method: LIGHT }, 'again');
    expect([answer.status, problemOf(answer).code]).to.deep.equal([409, 'order-exists']);
    expect(stack.sandbox.payments()).to.have.length(1);
  });

  it('"change WMID" pressed when the invoice has just been paid: the payment is shown and no form', async () => {
    const { el, told } = await open();
    await pay(el, CLASSIC);
    await sendWmid(el, WMID);
    await says(el, 'The invoice is in your Keeper');
    // The news of it does not reach the page before the press does.
    stack.between = async ({ url }) => {
      if (!url.endsWith('/cancel')) return undefined;
      await stack.keeper('pay');
      await until(async () => (await stack.record(made.id)).state.status === 'succeeded', 'the callback');
      return undefined;
    };
    press(el, 'Change WMID');
    await until(() => told.completed.length > 0, 'the end');
    await turns(el);
    expect(words(el)).to.contain('Payment complete');
    expect(el.shadowRoot?.querySelector('reji-keeper-invoice')).to.equal(null);
  });

  it('"change WMID" that ends the last attempt: what happened is shown and no form', async () => {
    await stack.stop();
    stack.start({ maxAttempts: 1 });
    const { el } = await open();
    await pay(el, CLASSIC);
    await sendWmid(el, WMID);
    await says(el, 'The invoice is in your Keeper');
    press(el, 'Change WMID');
    await screen(el, 'reji-result');
    await turns(el);
    expect(el.shadowRoot?.querySelector('reji-keeper-invoice')).to.equal(null);
  });

  it('"choose another method" while Monetix has not answered the start: the methods, at once', async () => {
    await stack.sandbox.setFaults({ receiptDelayMs: 60_000, lose: 'all' });
    const { el, told } = await open();
    await pay(el, LIGHT);
    await says(el, 'Your payment is being checked');
    press(el, 'Choose another method');
    await methods(el);
    await turns(el);
    expect(stack.count('POST /cancel')).to.equal(1);
    expect((await stack.record(made.id)).state.status).to.equal('open');
    expect(payButton(el)?.getAttribute('aria-busy')).to.equal('false');
    expect(el.shadowRoot?.querySelector('[role=alert]')).to.equal(null);
    expect(told.errors).to.deep.equal([]);
  });

  it('a cancel that arrives a second time, late, does not end the attempt made after it', async () => {
    await stack.confirm(made.id, { method: LIGHT }, 'one');
    const cancel = () => stack.post(`/sessions/${made.id}/cancel`, { scope: 'attempt' }, { 'idempotency-key': 'c' });
    expect((await cancel()).status).to.equal(200);
    await stack.confirm(made.id, { method: LIGHT }, 'two');
    expect((await cancel()).status).to.equal(200);
    expect((await stack.record(made.id)).state.status).to.equal('pending');
    const other = await stack.post(`/sessions/${made.id}/cancel`, { scope: 'session' }, { 'idempotency-key': 'c' });
    expect([other.status, problemOf(other).code]).to.deep.equal([422, 'idempotency-key-reused']);
  });

  it('a press for one session never reaches another that is held by the time it is sent', async () => {
    const other = await stack.session({ amount: { value: 999_900, currency: 'USD' } });
    const host = Object.assign(document.createElement('div'), {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    });
    const held = new CheckoutSession(host, () => undefined);
    held.hostConnected();
    // The first session is slow to come, and the page gives another one meanwhile.
    let answer = () => {};
    const slow = new Promise<undefined>((resolve) => (answer = () => resolve(undefined)));
    stack.between = ({ url }) => (url === made.url ? slow : undefined);
    held.open({ keys: stack.jwks, sessionUrl: made.url, fetch: stack.transport });
    const pressed = held.confirm(LIGHT);
    held.open({ keys: stack.jwks, token: other.token, fetch: stack.transport });
    await until(() => held.session?.id === other.id && held.store, 'the other session');
    answer();
    await pressed;
    expect(held.confirming).to.equal(false);
    expect(stack.count('POST /confirm')).to.equal(0);
    expect((await stack.record(other.id)).state.status).to.equal('open');
    held.close();
  });
});
