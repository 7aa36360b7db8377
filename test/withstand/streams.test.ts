import { expect } from '@open-wc/testing';
import { currentAttempt } from '../../src/bff/attempts.js';
import type { SessionRecord } from '../../src/bff/record.js';
import { createSessionSigner, generateSigningKey } from '../../src/bff/session-signer.js';
import type { MemoryStore } from '../../src/bff/store/memory.js';
import { buyerReturned, confirmed, startAnswered } from '../../src/bff/transitions.js';
import type { NextAction } from '../../src/contract/next-action.js';
import { makeStack, methods, openCheckout, pay, says, screen, until } from './page.js';
import { BFF, LIGHT } from './stack.js';
import type { Stack } from './stack.js';

describe('what must not live on', () => {
  let stack: Stack;

  beforeEach(() => {
    stack = makeStack();
  });
  afterEach(() => stack.end());

  it('a stream ends with the session, also for a browser that claims to know more', async () => {
    for (const [known, last] of [
      ['1', /\nid: 2\n/],
      ['99999', /^retry: 2000\n\n$/],
    ] as const) {
      const { id } = await stack.session();
      const headers = { 'last-event-id': known };
      const response = await stack.bff(new Request(`${BFF}/sessions/${id}/events`, { headers }));
      await stack.post(`/sessions/${id}/cancel`, {});
      expect(await response.text()).to.match(last);
      expect((stack.store as MemoryStore).subscriptions).to.equal(0);
    }
  });

  it('no subscription is left when pages come and go', async () => {
    const made = await stack.session();
    for (let times = 0; times < 5; times += 1) {
      const { el } = await openCheckout(stack, { session: made.token });
      await until(() => (stack.store as MemoryStore).subscriptions === 1, 'the stream');
      el.remove();
      await until(() => (stack.store as MemoryStore).subscriptions === 0, 'its end');
    }
  });

  it('no page listens once its session is over', async () => {
    const made = await stack.session();
    const { el } = await openCheckout(stack, { session: made.token });
    await methods(el);
    await until(() => (stack.store as MemoryStore).subscriptions === 1, 'the stream');
    await stack.post(`/sessions/${made.id}/cancel`, {});
    await says(el, 'The payment was ended');
    expect((stack.store as MemoryStore).subscriptions).to.equal(0);
    const before = stack.seen.length;
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    await el.updateComplete;
    expect(stack.seen).to.have.length(before);
  });

  it('an old key set in the browser’s cache: a new signing key is found behind it', async () => {
    const old = JSON.stringify(stack.jwks);
    stack.between = ({ url, cache }) =>
      url.endsWith('/jwks.json') && cache === 'default'
        ? new Response(old, { headers: { 'content-type': 'application/json' } })
        : undefined;
    await stack.stop();
    stack.start({ signer: createSessionSigner([await generateSigningKey()]) });
    const made = await stack.session();
    const { el, told } = await openCheckout(stack, {
      session: made.token,
      jwks: undefined,
      jwksUrl: `${BFF}/.well-known/jwks.json`,
    });
    await methods(el);
    expect(told.errors).to.deep.equal([]);
  });

  it('a buyer who came back before the start was answered is not sent away again', async () => {
    const { id } = await stack.session();
    const open = await stack.record(id);
    const attempt = {
      id: 'a',
      method: LIGHT,
      status: 'starting',
      input: {},
      startedAtMs: stack.now(),
      asks: 0,
    } as const;
    const pending = confirmed(open, attempt, 10_000);
    const returned = buyerReturned(pending, { attemptId: 'a', hint: 'success' }, stack.now()) as SessionRecord;
    const nextAction = {
      type: 'redirect',
      method: 'POST',
      url: 'https://x.example/',
      fields: [],
      charset: 'utf-8',
    } satisfies NextAction;
    const rules = {
      maxAttempts: 10,
      backoff: { firstMs: 10_000, maxMs: 600_000, abandonedMaxMs: 86_400_000, giveUpMs: 86_400_000 },
    };
    const answered = startAnswered(
      returned,
      'a',
      { type: 'started', nextAction },
      { nowMs: stack.now(), rules },
      10_000,
    );
    expect(answered && currentAttempt(answered)?.nextAction).to.deep.equal({ type: 'wait' });
    expect(answered && currentAttempt(answered)?.askAtMs).to.be.a('number');
  });

  it('a wait always has an end: whatever is under way is due at some time', async () => {
    await stack.sandbox.setFaults({ lose: 'all', answerLost: true });
    const made = await stack.session();
    const { el } = await openCheckout(stack, { session: made.token });
    await pay(el, LIGHT);
    await says(el, 'Your payment is being checked');
    // The page hears of the attempt before Monetix has answered, and nobody is asked meanwhile.
    await until(async () => (await stack.record(made.id)).rev > 2, 'the lost receipt');
    for (let step = 0; step < 12; step += 1) {
      const record = await stack.record(made.id);
      const attempt = currentAttempt(record);
      if (!attempt) break;
      expect(attempt.askAtMs, `step ${step}`).to.be.a('number');
      expect(attempt.askAtMs).to.be.at.most(stack.now() + 600_000);
      stack.pass(60);
      await stack.sweep();
    }
    await screen(el, 'reji-redirect');
    stack.pass(3600);
    await stack.sweep();
    await says(el, 'Time ran out');
  });
});
