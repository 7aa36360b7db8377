import { expect } from '@open-wc/testing';
import { messageArrived } from '../../src/bff/messages.js';
import type { News } from '../../src/bff/messages.js';
import type { MessageOutcome } from '../../src/bff/provider.js';
import type { Attempt, AttemptStatus, SessionRecord, SessionState } from '../../src/bff/record.js';
import { ASK_BACKOFF } from '../../src/bff/attempts.js';
import type { NextAction } from '../../src/contract/next-action.js';
import { REDIRECT } from './fake-provider.js';

const NOW = 1_000_000;
const END = 2_000_000;
const rules = { maxAttempts: 10, backoff: ASK_BACKOFF };
const usd = (value: number) => ({ value, currency: 'USD' });

function attempt(id: string, status: AttemptStatus, more: Partial<Attempt> = {}): Attempt {
  const asked = status === 'starting' || status === 'waiting' || status === 'abandoned';
  const due = asked ? { askAtMs: NOW + 5000 } : {};
  return { id, method: 'fake:page', status, input: {}, startedAtMs: NOW - 60_000, asks: 0, ...due, ...more };
}

function record(state: SessionState, attempts: Attempt[], more: Partial<SessionRecord> = {}): SessionRecord {
  const order = { id: 'o', returnUrl: 'https://shop.example/' };
  const fixed = { id: 's', rev: 5, purpose: 'payment', audience: 'https://shop.example', order } as const;
  const times = { createdAtMs: NOW - 100_000, expiresAtMs: END };
  return { ...fixed, amount: usd(8420), customer: { id: 'c' }, state, attempts, ...times, ...more };
}

const news = (attemptId: string, outcome: MessageOutcome, more: Partial<News> = {}): News => ({
  attemptId,
  outcome,
  amount: usd(8420),
  ...more,
});
const PAID: MessageOutcome = { type: 'paid' };
const DECLINED: MessageOutcome = { type: 'declined', code: 'declined', providerCode: '100' };
const arrive = (before: SessionRecord, message: News, nowMs = NOW) => messageArrived(before, message, { nowMs, rules });
const pendingA = (status: AttemptStatus = 'waiting', more: Partial<Attempt> = {}) =>
  record({ status: 'pending', attempt: 'a' }, [attempt('a', status, more)]);

describe('messageArrived: paid', () => {
  for (const status of ['starting', 'waiting'] as const) {
    it(`succeeds for the current attempt that is ${status}`, () => {
      const after = arrive(pendingA(status), news('a', PAID, { reference: 'R' }));
      expect(after?.state).to.deep.equal({ status: 'succeeded', attempt: 'a' });
      expect(after?.rev).to.equal(6);
      const { status: now, paidAtMs, askAtMs, nextAction, reference } = after?.attempts[0] ?? {};
      expect([now, paidAtMs, askAtMs, nextAction, reference]).to.deep.equal([
        'succeeded',
        NOW,
        undefined,
        undefined,
        'R',
      ]);
    });
  }

  for (const status of ['abandoned', 'declined', 'expired'] as const) {
    it(`succeeds for an attempt that is ${status} while none is under way`, () => {
      const after = arrive(record({ status: 'open' }, [attempt('a', status, { code: 'x' })]), news('a', PAID));
      expect(after?.state).to.deep.equal({ status: 'succeeded', attempt: 'a' });
      expect(after?.attempts[0]?.code).to.equal(undefined);
    });

    it(`needs attention for an attempt that is ${status} while another is under way, which is given up`, () => {
      const before = record({ status: 'pending', attempt: 'b' }, [attempt('a', status), attempt('b', 'waiting')]);
      const after = arrive(before, news('a', PAID));
      expect(after?.state).to.deep.equal({ status: 'needsAttention', code: 'paid-other-attempt', attempt: 'a' });
      expect(after?.attempts.map((one) => one.status)).to.deep.equal(['succeeded', 'abandoned']);
      expect(after?.attempts[1]?.askAtMs).to.equal(NOW + 5000);
    });
  }

  const closed: SessionState[] = [{ status: 'expired' }, { status: 'canceled' }, { status: 'failed', code: 'x' }];
  for (const state of closed) {
    it(`needs attention when the session is ${state.status}`, () => {
      const after = arrive(record(state, [attempt('a', 'abandoned')]), news('a', PAID));
      expect(after?.state).to.deep.equal({ status: 'needsAttention', code: 'paid-late', attempt: 'a' });
    });
  }

  it('needs attention when another attempt had succeeded', () => {
    const before = record({ status: 'succeeded', attempt: 'a' }, [
      attempt('a', 'succeeded'),
      attempt('b', 'abandoned'),
    ]);
    const after = arrive(before, news('b', PAID));
    expect(after?.state).to.deep.equal({ status: 'needsAttention', code: 'paid-twice', attempt: 'b' });
    expect(after?.attempts.map((one) => one.status)).to.deep.equal(['succeeded', 'succeeded']);
  });

  it('says paid-twice rather than the milder thing it said before', () => {
    const state: SessionState = { status: 'needsAttention', code: 'paid-late', attempt: 'a' };
    const before = record(state, [attempt('a', 'succeeded'), attempt('b', 'abandoned')]);
    expect(arrive(before, news('b', PAID))?.state).to.include({ code: 'paid-twice' });
  });

  it('notes the payment also where a person has to look already', () => {
    const state: SessionState = { status: 'needsAttention', code: 'contradicting-message', attempt: 'a' };
    const before = record(state, [attempt('a', 'declined'), attempt('b', 'abandoned')]);
    const after = arrive(before, news('b', PAID));
    expect(after?.state).to.deep.equal(state);
    expect(after?.attempts[1]?.status).to.equal('succeeded');
  });

  for (const [what, amount] of [
    ['less', usd(8419)],
    ['more', usd(8421)],
    ['another currency', { value: 8420, currency: 'EUR' }],
    ['no amount', undefined],
  ] as const) {
    it(`never counts ${what} as the sum, and does not lose it`, () => {
      const { amount: _right, ...without } = news('a', PAID);
      const after = arrive(pendingA(), amount ? { ...without, amount } : without);
      expect(after?.state).to.deep.equal({ status: 'needsAttention', code: 'amount-mismatch', attempt: 'a' });
      expect(after?.attempts[0]).to.include({ status: 'succeeded', code: 'amount-mismatch', askAtMs: undefined });
    });
  }

  it('changes nothing when it is known', () => {
    const before = record({ status: 'succeeded', attempt: 'a' }, [attempt('a', 'succeeded')]);
    expect(arrive(before, news('a', PAID))).to.equal(undefined);
  });

  it('needs attention when the sum of a counted payment changes', () => {
    const before = record({ status: 'succeeded', attempt: 'a' }, [attempt('a', 'succeeded')]);
    expect(arrive(before, news('a', PAID, { amount: usd(1) }))?.state).to.include({ code: 'amount-mismatch' });
  });

  it('takes the instant that the provider names', () => {
    const after = arrive(pendingA(), news('a', { type: 'paid', paidAtMs: NOW - 7000 }));
    expect(after?.attempts[0]?.paidAtMs).to.equal(NOW - 7000);
  });
});

describe('messageArrived: declined and expired', () => {
  it('opens the session again', () => {
    const after = arrive(pendingA(), news('a', DECLINED));
    const lastFailure = { method: 'fake:page', code: 'declined', providerCode: '100' };
    expect(after?.state).to.deep.equal({ status: 'open', lastFailure });
    expect(after?.attempts[0]).to.include({ status: 'declined', askAtMs: undefined });
  });

  it('says timed-out for a payment that expired at the provider', () => {
    const after = arrive(pendingA(), news('a', { type: 'expired' }));
    expect(after?.state).to.deep.equal({ status: 'open', lastFailure: { method: 'fake:page', code: 'timed-out' } });
    expect(after?.attempts[0]).to.include({ status: 'expired', code: 'timed-out' });
  });

  it('ends the session when its time is up', () => {
    expect(arrive(pendingA(), news('a', DECLINED), END)?.state).to.deep.equal({ status: 'expired', attempt: 'a' });
    expect(arrive(pendingA(), news('a', DECLINED), END - 1)?.state.status).to.equal('open');
  });

  it('ends the session after the last attempt', () => {
    const old = Array.from({ length: 9 }, (_, i) => attempt(`old${i}`, 'declined'));
    const before = record({ status: 'pending', attempt: 'a' }, [...old, attempt('a', 'waiting')]);
    expect(arrive(before, news('a', DECLINED))?.state).to.deep.equal({
      status: 'failed',
      code: 'too-many-attempts',
      attempt: 'a',
    });
  });

  it('changes only an attempt that is not under way', () => {
    const before = record({ status: 'pending', attempt: 'b' }, [attempt('a', 'abandoned'), attempt('b', 'waiting')]);
    const after = arrive(before, news('a', DECLINED));
    expect(after?.state).to.deep.equal(before.state);
    expect(after?.attempts[0]).to.include({ status: 'declined', askAtMs: undefined });
    expect(after?.attempts[1]).to.deep.equal(before.attempts[1]);
  });

  for (const outcome of [DECLINED, { type: 'expired' } as const]) {
    it(`needs attention when "${outcome.type}" follows a payment of the same attempt`, () => {
      const before = record({ status: 'succeeded', attempt: 'a' }, [attempt('a', 'succeeded')]);
      const after = arrive(before, news('a', outcome));
      expect(after?.state).to.deep.equal({ status: 'needsAttention', code: 'contradicting-message', attempt: 'a' });
      expect(after?.attempts[0]?.status).to.equal('succeeded');
    });
  }

  it('leaves a success alone when an older attempt is declined late', () => {
    const before = record({ status: 'succeeded', attempt: 'b' }, [
      attempt('a', 'abandoned'),
      attempt('b', 'succeeded'),
    ]);
    expect(arrive(before, news('a', DECLINED))?.state).to.deep.equal(before.state);
  });

  it('changes nothing the second time, or where a person has to look', () => {
    expect(arrive(record({ status: 'open' }, [attempt('a', 'declined')]), news('a', DECLINED))).to.equal(undefined);
    const state: SessionState = { status: 'needsAttention', code: 'paid-late', attempt: 'a' };
    expect(arrive(record(state, [attempt('a', 'succeeded')]), news('a', DECLINED))).to.equal(undefined);
  });
});

describe('messageArrived: pending', () => {
  it('sets what the buyer has to do, also before the start was answered', () => {
    const after = arrive(pendingA('starting'), news('a', { type: 'pending', nextAction: REDIRECT }));
    expect(after?.attempts[0]).to.deep.include({ status: 'waiting', nextAction: REDIRECT });
  });

  it('only says that the provider has it', () => {
    const after = arrive(pendingA('starting', { nextAction: { type: 'wait' } }), news('a', { type: 'pending' }));
    expect(after?.attempts[0]).to.deep.include({ status: 'waiting', nextAction: { type: 'wait' } });
    expect(arrive(pendingA('waiting'), news('a', { type: 'pending' }))).to.equal(undefined);
  });

  for (const status of ['succeeded', 'declined', 'expired', 'abandoned'] as const) {
    it(`is too late for an attempt that is ${status}`, () => {
      const before = record({ status: 'open' }, [attempt('a', status)]);
      expect(arrive(before, news('a', { type: 'pending', nextAction: REDIRECT }))).to.equal(undefined);
    });
  }

  it('does not send a buyer who came back away again', () => {
    const before = pendingA('waiting', { returned: 'success', nextAction: { type: 'wait' } });
    expect(arrive(before, news('a', { type: 'pending', nextAction: REDIRECT }))).to.equal(undefined);
  });

  it('makes the session live as long as the deadline', () => {
    const deadline = new Date(END + 60_000).toISOString();
    const nextAction: NextAction = { type: 'receipt', entries: [], deadline };
    expect(arrive(pendingA(), news('a', { type: 'pending', nextAction }))?.expiresAtMs).to.equal(END + 60_000);
    const sooner = { ...nextAction, deadline: new Date(NOW + 1).toISOString() };
    expect(arrive(pendingA(), news('a', { type: 'pending', nextAction: sooner }))?.expiresAtMs).to.equal(END);
    const broken = { ...nextAction, deadline: 'soon' };
    expect(arrive(pendingA(), news('a', { type: 'pending', nextAction: broken }))?.expiresAtMs).to.equal(END);
  });
});

it('messageArrived: a message for an attempt of another session changes nothing', () => {
  expect(arrive(pendingA(), news('z', PAID))).to.equal(undefined);
});

describe('messageArrived in any order', () => {
  /** A small generator with a seed, so that a failing order can be played again. */
  function random(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
  }

  it('never loses money and never takes a success back', () => {
    const outcomes: MessageOutcome[] = [PAID, DECLINED, { type: 'expired' }, { type: 'pending', nextAction: REDIRECT }];
    const states: SessionState[] = [
      { status: 'open' },
      { status: 'pending', attempt: 'b' },
      { status: 'expired' },
      { status: 'canceled' },
      { status: 'failed', code: 'x' },
    ];
    for (let seed = 1; seed <= 3000; seed += 1) {
      const pick = random(seed);
      const state = states[pick(states.length)] ?? { status: 'open' };
      const b = attempt('b', state.status === 'pending' ? 'waiting' : 'abandoned');
      let now = record(state, [attempt('a', 'abandoned'), b]);
      const paid = new Set<string>();
      let succeeded = false;
      for (let step = 0; step < 8; step += 1) {
        const outcome = outcomes[pick(outcomes.length)] ?? PAID;
        const id = pick(2) === 0 ? 'a' : 'b';
        const amount = usd(pick(6) === 0 ? 1 : 8420);
        const after = arrive(now, news(id, outcome, { amount }));
        if (outcome.type === 'paid') paid.add(id);
        const label = `seed ${seed}, step ${step}`;
        if (after) expect(after.rev, label).to.equal(now.rev + 1);
        now = after ?? now;
        const { status } = now.state;
        if (paid.size > 0) expect(status, label).to.be.oneOf(['succeeded', 'needsAttention']);
        if (paid.size > 1) expect(status, label).to.equal('needsAttention');
        if (succeeded) expect(status, label).to.be.oneOf(['succeeded', 'needsAttention']);
        succeeded ||= status === 'succeeded' || status === 'needsAttention';
        for (const one of paid) expect(now.attempts.find(({ id: its }) => its === one)?.status).to.equal('succeeded');
      }
    }
  });
});
