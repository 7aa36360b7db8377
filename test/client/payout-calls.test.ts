import { expect } from '@open-wc/testing';
import { CheckoutStore } from '../../src/client/checkout-store.js';
import { answerQuestion, confirmPayout, findBanks, protectionCode } from '../../src/client/payout-calls.js';
import type { Timers } from '../../src/client/timers.js';
import type { Session } from '../../src/contract/session.js';
import { createPayoutDesk, openPayout, pendingPayout } from '../../stories/payout-desk.js';

/** Waits that are over at once, but for the limits of requests. */
const timers: Timers = {
  later: (run, ms) => {
    const timer = setTimeout(run, ms > 4000 ? ms : 0);
    return () => clearTimeout(timer);
  },
};

type Answer = Parameters<typeof createPayoutDesk>[1];

async function storeAt(first: Session, answer?: Answer, between: typeof fetch | undefined = undefined) {
  const desk = await createPayoutDesk(first, answer);
  const seen: Request[] = [];
  const transport: typeof fetch = (input, init) => {
    seen.push(new Request(input, init));
    return (between ?? desk.transport)(input, init);
  };
  const store = new CheckoutStore({
    token: desk.token,
    keys: desk.jwks,
    audience: location.origin,
    fetch: transport,
    timers,
  });
  await store.start();
  after(() => store.stop());
  const problem = () => (store.state.phase === 'ready' ? store.state.problem?.code : undefined);
  return { desk, store, seen, problem };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing thrown',
    (error: { code: string }) => error.code,
  );

describe('calls of payouts', () => {
  it('confirm with input and answer, and take the verified session', async () => {
    const { store, desk } = await storeAt(openPayout(), () => pendingPayout('gmo:au-pay', { type: 'wait' }));
    await confirmPayout(store, { method: 'gmo:au-pay', input: { email: 'a@shop.example' }, answer: 'x' });
    expect(store.state.phase === 'ready' && store.state.session.status).to.equal('pending');
    const body = { method: 'gmo:au-pay', input: { email: 'a@shop.example' }, answer: 'x' };
    expect(desk.asked).to.deep.equal([{ what: 'confirm', body }]);
  });

  it('answer the question; a wrong answer is a problem and changes nothing', async () => {
    const first = openPayout({ question: { text: 'Q', triesLeft: 5 } });
    const { store, problem } = await storeAt(first, ({ body }, now) => (body.answer === 'yes' ? now : 'answer-wrong'));
    await answerQuestion(store, 'no');
    expect(problem()).to.equal('answer-wrong');
    await answerQuestion(store, 'yes');
    expect(problem()).to.equal(undefined);
  });

  it('fetch the code with the given key, the answer along', async () => {
    const { store, seen } = await storeAt(openPayout(), () => ({ code: 'K7QF2MXN' }));
    expect(await protectionCode(store, 'one-key', 'yes')).to.equal('K7QF2MXN');
    const request = seen.find(({ url }) => url.endsWith('/protection-code'));
    expect(request?.headers.get('idempotency-key')).to.equal('one-key');
    expect(await request?.clone().json()).to.deep.equal({ answer: 'yes' });
  });

  it('throw the code of a refusal', async () => {
    const { store } = await storeAt(openPayout(), () => 'code-already-shown');
    expect(await codeOf(protectionCode(store, 'k'))).to.equal('code-already-shown');
  });

  it('find banks beside the sessions, and branches below a bank', async () => {
    const { store, seen } = await storeAt(openPayout());
    expect((await findBanks(store, 'みずほ')).map(({ code }) => code)).to.deep.equal(['0001', '0289']);
    expect(await findBanks(store, '丸', '0001')).to.have.length(1);
    const urls = seen.map(({ url }) => url);
    expect(urls).to.include(`https://pay.shop.example/banks?q=${encodeURIComponent('みずほ')}`);
    expect(urls).to.include(`https://pay.shop.example/banks/0001/branches?q=${encodeURIComponent('丸')}`);
  });

  it('take no answer of another shape or type', async () => {
    const odd = (body: string, type: string) => () =>
      Promise.resolve(new Response(body, { headers: { 'content-type': type } }));
    for (const between of [
      odd('{"rows":[{"code":1}]}', 'application/json'),
      odd('<p>', 'text/html'),
      odd('{', 'application/json'),
    ]) {
      const { store } = await storeAt(openPayout(), undefined, between);
      expect(await codeOf(findBanks(store, 'a'))).to.equal('answer-invalid');
    }
  });
});
