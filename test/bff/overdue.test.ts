import { expect } from '@open-wc/testing';
import type { NextAction } from '../../src/contract/next-action.js';
import { FakeProvider, REDIRECT } from './fake-provider.js';
import { Clock, codeOf, sessionOf, Till } from './till.js';

const after = (clock: Clock, seconds: number) => new Date(clock.ms + seconds * 1000).toISOString();

/** An attempt whose step ends after ten minutes, in a session of an hour. */
async function timed(options: { askable: boolean; step?: (deadline: string) => NextAction }) {
  const clock = new Clock();
  const provider = new FakeProvider(clock.now);
  if (!options.askable) provider.askAfterMs = undefined;
  const deadline = after(clock, 600);
  provider.nextAction = options.step?.(deadline) ?? ({ ...REDIRECT, deadline } as NextAction);
  const till = new Till({ clock, provider });
  return { till, ...(await till.pending()) };
}

const transfer = (deadline: string): NextAction => ({ type: 'bankTransfer', accountNumber: '2481093', deadline });
const part = { value: 8000, currency: 'USD' };

describe('an attempt past its deadline', () => {
  it('gives the choice back, after the provider was asked once more', async () => {
    const { till, id } = await timed({ askable: true });
    till.clock.pass(599);
    expect((await till.session(id)).status).to.equal('pending');
    till.clock.pass(1);
    const asked = till.provider.asks.length;
    const session = await till.session(id);
    expect(till.provider.asks.length).to.equal(asked + 1);
    expect(session).to.deep.include({ status: 'open', lastFailure: { method: 'fake:page', code: 'timed-out' } });
  });

  it('is paid when the last question says so', async () => {
    const { till, id, attempt } = await timed({ askable: true });
    till.provider.decide(attempt, 'success', { type: 'paid' });
    till.clock.pass(600);
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('ends by itself when nobody looks', async () => {
    const { till, id } = await timed({ askable: true });
    till.clock.pass(601);
    await till.bff.sweep();
    expect((await till.record(id)).state.status).to.equal('open');
  });

  it('still counts when its money comes late: in an open session as its payment, after another one as a doubt', async () => {
    const { till, id, attempt } = await timed({ askable: true });
    till.clock.pass(600);
    await till.session(id);
    await till.confirm(id);
    await till.paid(attempt);
    expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'paid-other-attempt' });
    const again = await timed({ askable: true });
    again.till.clock.pass(600);
    await again.till.session(again.id);
    await again.till.paid(again.attempt);
    expect((await again.till.session(again.id)).status).to.equal('succeeded');
  });
});

describe('a provider that can not be asked', () => {
  it('is never asked, and gets a minute more for its last message', async () => {
    const { till, id } = await timed({ askable: false });
    till.clock.pass(659);
    expect((await till.session(id)).status).to.equal('pending');
    till.clock.pass(1);
    expect(await till.session(id)).to.deep.include({ status: 'open' });
    expect(till.provider.asks).to.deep.equal([]);
  });

  it('leaves nothing due once its attempt is over', async () => {
    const { till, id } = await timed({ askable: false });
    till.clock.pass(660);
    await till.bff.sweep();
    expect((await till.record(id)).attempts[0]).to.deep.include({ status: 'abandoned', askAtMs: undefined });
    till.clock.pass(3600);
    await till.bff.sweep();
    expect((await till.record(id)).state.status).to.equal('expired');
  });

  it('keeps the deadline over the return, and a success it never confirmed is for a person to look at', async () => {
    const { till, id, attempt } = await timed({ askable: false });
    await till.comeBack(attempt, 'success');
    expect(await till.session(id)).to.deep.include({ nextAction: { type: 'wait' } });
    till.clock.pass(660);
    expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'unconfirmed' });
  });

  it('still settles the payment after that', async () => {
    const { till, id, attempt } = await timed({ askable: false });
    await till.comeBack(attempt, 'decline');
    till.clock.pass(660);
    expect((await till.session(id)).status).to.equal('open');
    await till.paid(attempt);
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('is started again when the process stopped before its step was written down', async () => {
    const clock = new Clock();
    const provider = new FakeProvider(clock.now);
    provider.askAfterMs = undefined;
    provider.startsGo = 'throw';
    const till = new Till({ clock, provider });
    const { id } = await till.pending();
    provider.startsGo = 'well';
    clock.pass(20);
    await till.bff.sweep();
    expect(await till.session(id)).to.deep.include({ status: 'pending', nextAction: REDIRECT });
    expect(provider.asks).to.deep.equal([]);
  });
});

describe('money that comes in parts', () => {
  const partly = { type: 'pending', received: part } as const;

  it('stays pending and says what has come', async () => {
    const { till, id, attempt } = await timed({ askable: true, step: transfer });
    await till.webhook({ attempt, key: 'part', outcome: partly });
    const session = await till.session(id);
    expect(session.status === 'pending' && session.nextAction).to.deep.include({
      type: 'bankTransfer',
      received: part,
    });
  });

  it('can not be given up by the buyer', async () => {
    const { till, id, attempt } = await timed({ askable: true, step: transfer });
    await till.webhook({ attempt, key: 'part', outcome: partly });
    for (const scope of ['attempt', 'session'] as const) {
      expect(codeOf(await till.cancel(id, scope))).to.equal('attempt-in-progress');
    }
    expect((await till.session(id)).status).to.equal('pending');
  });

  it('is whole when the rest comes', async () => {
    const { till, id, attempt } = await timed({ askable: true, step: transfer });
    await till.webhook({ attempt, key: 'part', outcome: partly });
    await till.paid(attempt);
    const session = await till.session(id);
    expect(session.status).to.equal('succeeded');
    expect('received' in session).to.equal(false);
  });

  for (const [name, end] of [
    ['at the deadline', (till: Till) => till.clock.pass(600)],
    [
      'when the provider ends it',
      (till: Till, attempt: string) => till.webhook({ attempt, key: 'x', outcome: { type: 'expired' } }),
    ],
  ] as const) {
    it(`is for a person to look at ${name}`, async () => {
      const { till, id, attempt } = await timed({ askable: true, step: transfer });
      await till.webhook({ attempt, key: 'part', outcome: partly });
      await end(till, attempt);
      expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'partly-paid' });
    });
  }

  it('is no less when an older message comes late', async () => {
    const { till, id, attempt } = await timed({ askable: true, step: transfer });
    await till.webhook({ attempt, key: 'part', outcome: partly });
    const less = { type: 'pending', received: { value: 100, currency: 'USD' } } as const;
    await till.webhook({ attempt, key: 'older', outcome: less });
    const session = await till.session(id);
    expect(session.status === 'pending' && session.nextAction).to.deep.include({ received: part });
  });

  it('is not lost when it comes for an attempt that was given up', async () => {
    const { till, id, attempt } = await timed({ askable: true, step: transfer });
    await till.cancel(id, 'attempt');
    await till.webhook({ attempt, key: 'part', outcome: partly });
    expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'partly-paid' });
  });
});

describe('more money than was asked for', () => {
  const over = { type: 'paid', overpaid: true } as const;

  it('is a payment, and the session says what came', async () => {
    const { till, id, attempt } = await timed({ askable: true, step: transfer });
    await till.paid(attempt, { outcome: over, value: 9000 });
    const session = await till.session(id);
    expect(session).to.deep.include({ status: 'succeeded', received: { value: 9000, currency: 'USD' } });
    expect((await till.record(id)).attempts[0]?.code).to.equal('overpaid');
  });

  it('is a payment, also when it becomes too much only later', async () => {
    const { till, id, attempt } = await timed({ askable: true, step: transfer });
    await till.paid(attempt);
    await till.paid(attempt, { key: 'more', outcome: over, value: 9000 });
    expect(await till.session(id)).to.deep.include({ status: 'succeeded', received: { value: 9000, currency: 'USD' } });
  });

  for (const [what, value, currency] of [
    ['less', 8419, 'USD'],
    ['just as much', 8420, 'USD'],
    ['another currency', 9000, 'EUR'],
  ] as const) {
    it(`is not believed of ${what}`, async () => {
      const { till, id, attempt } = await timed({ askable: true });
      await till.paid(attempt, { outcome: over, value, currency });
      const session = await till.session(id);
      if (value === 8420) expect(session.status).to.equal('succeeded');
      else expect(session).to.deep.include({ status: 'needsAttention', code: 'amount-mismatch' });
    });
  }
});

describe('what the core does not decide', () => {
  it('a second payment of the same attempt, by its number at the provider, is for a person to look at', async () => {
    const { till, id, attempt } = await timed({ askable: true });
    await till.paid(attempt);
    await till.paid(attempt, { key: 'again', reference: 'R1' });
    expect((await till.session(id)).status).to.equal('succeeded');
    await till.paid(attempt, { key: 'other', reference: 'R2' });
    expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'paid-twice' });
  });

  it('a doubt of the provider is for a person to look at', async () => {
    const { till, id, attempt } = await timed({ askable: true });
    await till.webhook({ attempt, key: 'odd', outcome: { type: 'doubtful', code: 'charge-may-stand' } });
    expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'charge-may-stand' });
  });

  it('a message that can not be stored is answered in the provider’s own words', async () => {
    const { till, attempt } = await timed({ askable: true });
    till.provider.unstored = () => new Response('NG,later');
    till.store.change = () => Promise.reject(new Error('disk full'));
    expect(await till.paid(attempt)).to.deep.include({ status: 200, text: 'NG,later' });
  });

  it('the device is the one that presses, else the one the shop tells of', async () => {
    const till = new Till();
    const customer = { id: 'buyer-7', userAgent: 'DoCoMo/2.0 N905i(c100;TB;W24H16)' };
    const id = await till.open({ customer });
    await till.post(
      `/sessions/${id}/confirm`,
      { method: 'fake:page' },
      { 'Idempotency-Key': 'k', 'User-Agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)' },
    );
    expect(till.provider.starts[0]?.device).to.equal('mobile');
    expect(sessionOf(await till.get(id)).status).to.equal('pending');
  });
});
