import { expect } from '@open-wc/testing';
import type { Attempt, SessionRecord, SessionState } from '../../src/bff/record.js';
import { methodsFor, offerOf, providerOf, toSession } from '../../src/bff/to-session.js';
import { Session } from '../../src/contract/session.js';
import { FakeProvider, REDIRECT } from './fake-provider.js';

const NOW = Date.parse('2026-11-21T05:26:00.000Z');
const providers = [new FakeProvider(() => NOW), new FakeProvider(() => NOW, 'other')];

const attempt: Attempt = {
  id: 'a1',
  method: 'other:page',
  status: 'succeeded',
  input: { wmid: '123456789012' },
  ipAddress: '203.0.113.9',
  startedAtMs: NOW,
  asks: 3,
  paidAtMs: NOW + 1000,
  reference: 'R1',
};

function record(state: SessionState, more: Partial<SessionRecord> = {}): SessionRecord {
  return {
    id: 's1',
    rev: 7,
    purpose: 'payment',
    audience: 'https://shop.example',
    amount: { value: 8420, currency: 'USD' },
    order: { id: 'o1', returnUrl: 'https://shop.example/' },
    customer: { id: 'buyer-7', email: 'hanako@example.com' },
    state,
    attempts: [attempt],
    createdAtMs: NOW,
    expiresAtMs: NOW + 3_600_000,
    ...more,
  };
}

describe('toSession', () => {
  const cases: [SessionState, object][] = [
    [{ status: 'open' }, { status: 'open' }],
    [
      { status: 'open', lastFailure: { method: 'other:page', code: 'declined' } },
      { status: 'open', lastFailure: { method: 'other:page', code: 'declined' } },
    ],
    [{ status: 'canceled' }, { status: 'canceled' }],
    [
      { status: 'succeeded', attempt: 'a1' },
      { status: 'succeeded', method: 'other:page', paidAt: '2026-11-21T05:26:01.000Z', reference: 'R1' },
    ],
    [
      { status: 'needsAttention', code: 'paid-late', attempt: 'a1' },
      {
        status: 'needsAttention',
        code: 'paid-late',
        method: 'other:page',
        paidAt: '2026-11-21T05:26:01.000Z',
        reference: 'R1',
      },
    ],
    [
      { status: 'needsAttention', code: 'x' },
      { status: 'needsAttention', code: 'x' },
    ],
    [
      { status: 'failed', code: 'x', attempt: 'a1' },
      { status: 'failed', code: 'x', method: 'other:page' },
    ],
    [
      { status: 'failed', code: 'x' },
      { status: 'failed', code: 'x' },
    ],
    [
      { status: 'expired', attempt: 'a1' },
      { status: 'expired', method: 'other:page' },
    ],
    [{ status: 'expired' }, { status: 'expired' }],
    [
      { status: 'pending', attempt: 'a1' },
      {
        status: 'pending',
        method: 'other:page',
        attempt: 'a1',
        startedAt: '2026-11-21T05:26:00.000Z',
        nextAction: { type: 'wait' },
      },
    ],
  ];
  for (const [state, expected] of cases) {
    it(`shows ${JSON.stringify(state)}`, () => {
      const session = toSession(record(state), providers, NOW);
      expect(Session.parse(session), 'it is what the contract says').to.deep.equal(session);
      const { id, rev, purpose, amount, order, methods, issuedAt, expiresAt, ...own } = session;
      expect(own).to.deep.equal(expected);
      expect({ id, rev, purpose, amount, order, issuedAt, expiresAt }).to.deep.equal({
        id: 's1',
        rev: 7,
        purpose: 'payment',
        amount: { value: 8420, currency: 'USD' },
        order: { id: 'o1', returnUrl: 'https://shop.example/' },
        issuedAt: '2026-11-21T05:26:00.000Z',
        expiresAt: '2026-11-21T06:26:00.000Z',
      });
      expect(methods).to.have.length(6);
    });
  }

  it('shows what the buyer has to do', () => {
    const waiting: Attempt = { ...attempt, status: 'waiting', nextAction: REDIRECT };
    const session = toSession(record({ status: 'pending', attempt: 'a1' }, { attempts: [waiting] }), providers, NOW);
    expect(session.status === 'pending' && session.nextAction).to.deep.equal(REDIRECT);
  });

  it('shows nothing of the buyer or of the work behind it', () => {
    for (const [state] of cases) {
      const text = JSON.stringify(toSession(record(state), providers, NOW));
      for (const secret of ['hanako', 'buyer-7', '123456789012', '203.0.113.9', 'asks'])
        expect(text).not.to.contain(secret);
    }
  });

  it('shows the methods as they are now, those wanted only', () => {
    const session = toSession(record({ status: 'open' }, { methods: ['other:invoice', 'fake:page'] }), providers, NOW);
    expect(session.methods.map(({ id }) => id)).to.deep.equal(['other:invoice', 'fake:page']);
    const yen = record({ status: 'open' }, { amount: { value: 100, currency: 'JPY' } });
    expect(methodsFor(offerOf(yen), providers).every(({ unavailable }) => unavailable)).to.equal(true);
  });

  it('finds a provider by its namespace, not by a part of it', () => {
    expect(providerOf('other:page', providers)?.id).to.equal('other');
    expect(providerOf('fakes:page', providers)).to.equal(undefined);
    expect(providerOf('fake', providers)).to.equal(undefined);
  });
});
