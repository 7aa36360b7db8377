import { expect } from '@open-wc/testing';
import type { NextAction } from '../../src/contract/next-action.js';
import type { OrderAnswer } from '../../src/contract/requests.js';
import { FakeProvider, REDIRECT } from './fake-provider.js';
import { API_KEY, Clock, codeOf, ORDER, START_MS, Till } from './till.js';

const DEADLINE = new Date(START_MS + 600_000).toISOString();
const PART = { type: 'pending', received: { value: 8000, currency: 'USD' } } as const;
const ODD = { type: 'doubtful', code: 'message-odd' } as const;

/** An attempt whose step ends after ten minutes, in a session of an hour. */
async function attemptBy(askAfterMs: number | undefined) {
  const clock = new Clock();
  const provider = new FakeProvider(clock.now);
  provider.askAfterMs = askAfterMs;
  provider.nextAction = { ...REDIRECT, deadline: DEADLINE } as NextAction;
  const till = new Till({ clock, provider });
  return { till, provider, ...(await till.pending()) };
}
const timed = () => attemptBy(10_000);
/** By a provider that has no question for the status. */
const silent = () => attemptBy(undefined);

const orderOf = async (till: Till) => {
  const answer = await till.call('/orders/order-1', { headers: { Authorization: `Bearer ${API_KEY}` } });
  return JSON.parse(answer.text) as OrderAnswer;
};

describe('a doubt', () => {
  it('ends what is under way: nobody waits and nothing is due for ever', async () => {
    for (const [make, outcome] of [
      [timed, PART],
      [timed, ODD],
      [silent, PART],
      [silent, ODD],
    ] as const) {
      const { till, id, attempt } = await make();
      await till.webhook({ attempt, key: 'doubt', outcome });
      till.clock.pass(661);
      await till.bff.sweep();
      const record = await till.record(id);
      expect(record.state.status).to.equal('needsAttention');
      expect(record.attempts[0]).to.include({ status: 'abandoned' });
      for (let day = 0; day < 37; day += 1) {
        till.clock.pass(86_400);
        await till.bff.sweep();
      }
      expect(await till.store.due(Number.MAX_SAFE_INTEGER, 10)).to.deep.equal([]);
    }
  });

  it('about an attempt that was given up ends the one made after it', async () => {
    const { till, id, attempt } = await timed();
    await till.cancel(id, 'attempt');
    await till.confirm(id);
    await till.webhook({ attempt, key: 'part', outcome: PART });
    expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'partly-paid' });
    expect((await till.record(id)).attempts.map(({ status }) => status)).to.deep.equal(['abandoned', 'abandoned']);
  });

  it('is settled by the whole of the money, and still for a person who may have acted on it', async () => {
    const { till, id, attempt } = await silent();
    await till.comeBack(attempt, 'success');
    till.clock.pass(661);
    expect(await till.session(id)).to.deep.include({ code: 'unconfirmed' });
    await till.paid(attempt);
    expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'paid-late', reference: 'R1' });
  });

  it('is a part in another currency', async () => {
    const { till, id, attempt } = await timed();
    const outcome = { type: 'pending', received: { value: 100, currency: 'EUR' } } as const;
    await till.webhook({ attempt, key: 'part', outcome });
    expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'amount-mismatch' });
  });

  it('tells the shop, and at its end the buyer, what has come in', async () => {
    const { till, id, attempt } = await timed();
    await till.webhook({ attempt, key: 'part', outcome: PART });
    expect((await orderOf(till)).sessions[0]?.attempts[0]?.received).to.deep.equal(PART.received);
    await till.paid(attempt, { value: 8419 });
    const session = await till.session(id);
    expect(session.status === 'needsAttention' && session.received).to.deep.equal({ value: 8419, currency: 'USD' });
    expect((await orderOf(till)).sessions[0]?.attempts[0]).to.deep.include({
      code: 'amount-mismatch',
      received: { value: 8419, currency: 'USD' },
    });
  });
});

describe('a buyer who comes back when the attempt was given up', () => {
  it('and says to have paid: the provider is asked at once', async () => {
    const { till, provider, id, attempt } = await timed();
    till.clock.pass(600);
    await till.bff.sweep();
    expect((await till.session(id)).status).to.equal('open');
    provider.decide(attempt, 'success', { type: 'paid' });
    await till.comeBack(attempt, 'success');
    await till.bff.sweep();
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('and says to have paid where nobody can be asked: the last message is awaited a minute', async () => {
    const late = async () => {
      const made = await silent();
      made.till.clock.pass(700);
      expect((await made.till.session(made.id)).status).to.equal('open');
      await made.till.comeBack(made.attempt, 'success');
      expect(await made.till.session(made.id)).to.deep.include({ status: 'pending', nextAction: { type: 'wait' } });
      return made;
    };
    const paid = await late();
    await paid.till.paid(paid.attempt);
    expect((await paid.till.session(paid.id)).status).to.equal('succeeded');
    const lost = await late();
    lost.till.clock.pass(60);
    expect(await lost.till.session(lost.id)).to.deep.include({ status: 'needsAttention', code: 'unconfirmed' });
  });

  it('and has chosen again, or was declined: nothing changes', async () => {
    const { till, id, attempt } = await silent();
    till.clock.pass(700);
    await till.comeBack(attempt, 'decline');
    expect((await till.session(id)).status).to.equal('open');
    await till.confirm(id);
    const before = await till.record(id);
    await till.comeBack(attempt, 'success');
    expect(await till.record(id)).to.deep.equal(before);
  });

  it('says at last that it was paid after a decline, and is believed so far', async () => {
    const { till, id, attempt } = await silent();
    await till.comeBack(attempt, 'decline');
    await till.comeBack(attempt, 'success');
    await till.comeBack(attempt, 'decline');
    till.clock.pass(661);
    expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'unconfirmed' });
  });
});

it('a step that a message brings is asked about at its deadline', async () => {
  const { till, provider, id, attempt } = await timed();
  till.clock.pass(400);
  await till.bff.sweep();
  const deadline = new Date(till.clock.ms + 30_000).toISOString();
  const nextAction: NextAction = { type: 'qr', payload: 'x', deadline };
  await till.webhook({ attempt, key: 'step', outcome: { type: 'pending', nextAction } });
  provider.decide(attempt, 'success', { type: 'paid' });
  till.clock.pass(30);
  await till.bff.sweep();
  expect((await till.session(id)).status).to.equal('succeeded');
});

it('a session does not end before the last message of a provider that can’t be asked may come', async () => {
  const { till, provider } = await silent();
  const id = await till.open({ expiresInSeconds: 60, order: { ...ORDER.order, id: 'order-2' } });
  provider.nextAction = { ...REDIRECT, deadline: DEADLINE } as NextAction;
  await till.confirm(id);
  till.clock.pass(659);
  await till.bff.sweep();
  await till.paid(await till.attempt(id));
  expect((await till.session(id)).status).to.equal('succeeded');
});

describe('two things at the same moment', () => {
  it('a read while the provider is asked at the deadline ends nothing before the answer', async () => {
    const { till, provider, id, attempt } = await timed();
    provider.decide(attempt, 'success', { type: 'paid' });
    till.clock.pass(600);
    let meanwhile = '';
    provider.duringAsk = async () => {
      meanwhile = (await till.session(id)).status;
    };
    await till.bff.sweep();
    expect(meanwhile).to.equal('pending');
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('a question whose asker stopped ends the attempt a little later', async () => {
    const { till, provider, id } = await timed();
    till.clock.pass(600);
    provider.duringAsk = () => new Promise(() => undefined);
    void till.bff.sweep();
    const other = new Till({ clock: till.clock, store: till.store, provider: new FakeProvider(till.clock.now) });
    await until(async () => (await till.record(id)).attempts[0]?.askedAtMs === till.clock.ms);
    expect((await other.session(id)).status).to.equal('pending');
    till.clock.pass(15);
    expect(await other.session(id)).to.deep.include({ status: 'open' });
  });

  it('a part that arrives while the buyer gives the attempt up is not given up', async () => {
    for (const scope of ['attempt', 'session'] as const) {
      const { till, id, attempt } = await timed();
      const change = till.store.change.bind(till.store);
      till.store.change = async (wanted) => {
        till.store.change = change;
        await till.webhook({ attempt, key: 'part', outcome: PART });
        return change(wanted);
      };
      expect(codeOf(await till.cancel(id, scope))).to.equal('attempt-in-progress');
      expect((await till.session(id)).status).to.equal('pending');
    }
  });
});

describe('two checkouts of one order', () => {
  const two = async () => {
    const till = new Till();
    return { till, first: await till.pending(), second: await till.pending() };
  };

  it('both paid: the second is for a person to look at', async () => {
    const { till, first, second } = await two();
    await till.paid(first.attempt);
    await till.paid(second.attempt);
    expect((await till.session(first.id)).status).to.equal('succeeded');
    expect(await till.session(second.id)).to.deep.include({ status: 'needsAttention', code: 'paid-twice' });
    await till.paid(first.attempt);
    expect((await till.session(first.id)).status).to.equal('succeeded');
  });

  it('both paid at once: at least one is', async () => {
    const { till, first, second } = await two();
    await Promise.all([till.paid(first.attempt), till.paid(second.attempt)]);
    const sessions = [await till.session(first.id), await till.session(second.id)];
    expect(sessions.some((session) => session.status === 'needsAttention' && session.code === 'paid-twice')).to.equal(
      true,
    );
  });
});

describe('three providers', () => {
  const ids = ['fake', 'other', 'third'];
  const three = async () => {
    const clock = new Clock();
    const providers = ids.map((one) => new FakeProvider(clock.now, one));
    const till = new Till({ clock, options: { providers } });
    const id = await till.open();
    await till.confirm(id, { method: 'other:page' });
    return { till, id, attempt: await till.attempt(id) };
  };

  it('take no message and no return of each other’s attempts', async () => {
    const { till, id, attempt } = await three();
    const before = await till.record(id);
    const event = { attempt, key: 'paid', outcome: { type: 'paid' }, reference: 'R1' };
    for (const one of ['fake', 'third']) {
      const told = await till.post(`/webhooks/${one}`, event, { 'X-Signature': 'good' });
      expect(told.status).to.equal(200);
      expect((await till.call(`/returns/${one}?attempt=${attempt}&hint=success`)).status).to.equal(404);
    }
    expect(await till.record(id)).to.deep.equal(before);
    await till.post('/webhooks/other', event, { 'X-Signature': 'good' });
    expect((await till.session(id)).status).to.equal('succeeded');
  });
});

describe('a return with a body', () => {
  it('of five megabytes is refused and changes nothing', async () => {
    const { till, id, attempt } = await timed();
    const before = await till.record(id);
    const path = `/returns/fake?attempt=${attempt}&hint=success`;
    const answer = await till.call(path, { method: 'POST', body: new Uint8Array(5_000_000) });
    expect([answer.status, codeOf(answer)]).to.deep.equal([413, 'body-too-large']);
    expect(await till.record(id)).to.deep.equal(before);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await Promise.resolve();
}
