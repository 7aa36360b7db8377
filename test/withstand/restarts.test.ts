import { expect } from '@open-wc/testing';
import type { CreateSessionAnswer } from '../../src/contract/requests.js';
import { makeStack, openCheckout, pay, says, screen, sendWmid, until, words } from './page.js';
import { CLASSIC, LIGHT, WMID } from './stack.js';
import type { Stack } from './stack.js';

describe('the BFF stopped and started again in the middle of a payment', () => {
  let stack: Stack;
  let made: CreateSessionAnswer;
  /** What becomes of the next sale on its way to Monetix. */
  let sale: (arrives: () => Promise<Response>) => Promise<Response>;

  beforeEach(async () => {
    sale = (arrives) => arrives();
    stack = makeStack({
      monetix: {
        fetch: (url, init) => {
          const arrives = () => stack.sandbox(new Request(url, init));
          return url.endsWith('/sale') ? sale(arrives) : arrives();
        },
      },
    });
    made = await stack.session();
  });
  afterEach(() => stack.end());

  const back = () => {
    sale = (arrives) => arrives();
    stack.start();
    dispatchEvent(new Event('online'));
  };
  /** Until what was lost is looked for. */
  const sweeps = async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      stack.pass(30);
      await stack.sweep();
    }
  };
  const paidOnce = async () => {
    const { state, attempts } = await stack.record(made.id);
    expect([state.status, attempts.length]).to.deep.equal(['succeeded', 1]);
    expect(stack.sandbox.payments()).to.have.length(1);
  };

  for (const [what, arrives] of [
    ['before the sale has reached Monetix', false],
    ['after it has, before its answer is stored', true],
  ] as const) {
    it(`${what}: one payment, and the page shows it`, async () => {
      const { el } = await openCheckout(stack, { session: made.token });
      sale = async (reach) => {
        if (arrives) await reach();
        stack.crash();
        throw new TypeError('the process has ended');
      };
      await pay(el, CLASSIC);
      await sendWmid(el, WMID);
      await until(() => stack.count('POST /confirm') > 0, 'the confirm');
      await until(async () => (await stack.record(made.id)).state.status === 'pending', 'the attempt');
      await until(() => stack.logged.some(({ event }) => event === 'provider-start'), 'the crash');
      back();
      await sweeps();
      await until(() => stack.sandbox.payments().length === 1, 'the payment');
      await stack.keeper('pay');
      await sweeps();
      await says(el, 'Payment complete');
      await paidOnce();
    }).timeout(15_000);
  }

  it('while the invoice waits, and it is paid meanwhile: the page shows it', async () => {
    const { el } = await openCheckout(stack, { session: made.token });
    await pay(el, CLASSIC);
    await sendWmid(el, WMID);
    await says(el, 'The invoice is in your Keeper');
    stack.crash();
    await stack.keeper('pay');
    back();
    await says(el, 'Payment complete');
    await paidOnce();
  });

  it('while the provider’s redirect data is on its way: it comes to the page', async () => {
    await stack.sandbox.setFaults({ delayMs: 300 });
    const { el, told } = await openCheckout(stack, { session: made.token });
    await pay(el, LIGHT);
    await says(el, 'Your payment is being checked');
    stack.crash();
    back();
    await screen(el, 'reji-redirect');
    await until(() => told.leaving.length > 0, 'the way out');
    expect(told.leaving).to.have.length(1);
  });

  it('for good callbacks lost in between: asking brings the payment to light', async () => {
    const { el } = await openCheckout(stack, { session: made.token });
    await pay(el, CLASSIC);
    await sendWmid(el, WMID);
    await says(el, 'The invoice is in your Keeper');
    await stack.sandbox.setFaults({ lose: 'all' });
    stack.crash();
    await stack.keeper('pay');
    back();
    expect(words(el)).to.not.contain('Payment complete');
    await sweeps();
    await says(el, 'Payment complete');
    await paidOnce();
  });

  it('past the end of the session: what was paid before the end counts, though nobody told', async () => {
    await stack.confirm(made.id, { method: LIGHT }, 'k');
    await stack.sandbox.setFaults({ lose: 'all' });
    await stack.webmoney('success');
    stack.crash();
    stack.pass(2 * 3600);
    stack.start();
    await stack.sweep();
    await paidOnce();
  });

  it('without a network, the page says so and goes on by itself when it is back', async () => {
    const { el } = await openCheckout(stack, { session: made.token });
    await pay(el, CLASSIC);
    await sendWmid(el, WMID);
    await says(el, 'The invoice is in your Keeper');
    stack.online = false;
    dispatchEvent(new Event('offline'));
    await says(el, 'You are offline');
    await stack.keeper('pay');
    stack.online = true;
    dispatchEvent(new Event('online'));
    await says(el, 'Payment complete');
  });
});
