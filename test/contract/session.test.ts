import { expect } from '@open-wc/testing';
import { Method, Session, SessionClaims } from '../../src/contract/session.js';
import { isFinal } from '../../src/contract/session-facts.js';

const instant = '2026-11-21T05:26:00.000Z';
const common = {
  id: 's1',
  rev: 1,
  purpose: 'payment',
  amount: { value: 8420, currency: 'USD' },
  order: { id: 'H-20430', shop: 'ひより商店', returnUrl: 'https://shop.example/thanks' },
  methods: [{ id: 'monetix:webmoney-light', brand: 'webmoney-light', kind: 'redirect' }],
  issuedAt: instant,
  expiresAt: '2026-11-21T06:26:00.000Z',
};
const pending = { ...common, status: 'pending', method: 'm', attempt: 'a', nextAction: { type: 'wait' } };
const lastFailure = { method: 'm', code: 'declined', providerCode: '20105' };
const paid = { method: 'm', paidAt: instant, reference: '312770041' };

const states = [
  { ...common, status: 'open' },
  { ...common, status: 'open', lastFailure },
  pending,
  { ...common, status: 'succeeded', ...paid },
  { ...common, status: 'failed', code: 'too-many' },
  { ...common, status: 'expired' },
  { ...common, status: 'canceled' },
  { ...common, status: 'refunded', ...paid },
  { ...common, status: 'partiallyRefunded', ...paid, refunded: { value: 1000, currency: 'USD' } },
  { ...common, status: 'needsAttention', ...paid, code: 'paid-late' },
];

describe('Session', () => {
  for (const state of states) {
    it(`takes ${state.status}, and is final unless open or pending`, () => {
      const session = Session.parse(state);
      expect(session).to.deep.equal(state);
      expect(isFinal(session)).to.equal(!['open', 'pending'].includes(state.status));
    });
  }

  it('never fails for a method, a kind or a reason it does not know', () => {
    const methods = [
      { id: 'x:new', brand: 'new', kind: 'teleport', label: '<b>New</b>' },
      { id: 'x:off', brand: 'off', kind: 'qr', unavailable: { code: 'moon-phase' } },
    ];
    expect(Session.parse({ ...common, status: 'open', methods }).methods).to.deep.equal(methods);
    expect(Session.parse({ ...common, status: 'open', methods: [] }).methods).to.deep.equal([]);
  });

  it('turns an unknown next action into `unsupported`', () => {
    const session = Session.parse({ ...pending, nextAction: { type: 'teleport' } });
    expect(session).to.have.property('nextAction').that.deep.equals({ type: 'unsupported' });
  });

  it('leaves out fields it does not know, those of another status too', () => {
    expect(Session.parse({ ...common, status: 'expired', nextAction: { type: 'wait' }, beta: 1 })).to.deep.equal({
      ...common,
      status: 'expired',
    });
  });

  const refused: [string, object][] = [
    ['an unknown status', { ...common, status: 'odd' }],
    ['no status', common],
    ['pending without an attempt', { ...pending, attempt: undefined }],
    ['pending without an action', { ...pending, nextAction: undefined }],
    ['failed without a code', { ...common, status: 'failed' }],
    ['a partial refund without its amount', { ...common, status: 'partiallyRefunded' }],
    ['a fraction as rev', { ...common, status: 'open', rev: 1.5 }],
    ['an amount in floats', { ...common, status: 'open', amount: { value: 84.2, currency: 'USD' } }],
    ['another purpose', { ...common, status: 'open', purpose: 'donation' }],
    ['methods that are no list', { ...common, status: 'open', methods: {} }],
    ['a local time', { ...common, status: 'open', expiresAt: '2026-11-21T15:26:00+09:00' }],
  ];
  for (const [what, session] of refused) {
    it(`refuses ${what}`, () => expect(Session.safeParse(session).success).to.equal(false));
  }
});

describe('Method', () => {
  it('takes limits, inputs and reasons', () => {
    const usd = (value: number) => ({ value, currency: 'USD' });
    const method = {
      id: 'monetix:webmoney',
      brand: 'webmoney-classic',
      kind: 'invoice',
      limits: { min: usd(100), max: usd(500000) },
      inputs: [{ name: 'wmid', required: true }],
      unavailable: { code: 'currency', currencies: ['USD'], limit: usd(1) },
    };
    expect(Method.parse(method)).to.deep.equal(method);
    expect(Method.safeParse({ ...method, unavailable: {} }).success).to.equal(false);
    expect(Method.safeParse({ ...method, inputs: [{ name: 'wmid' }] }).success).to.equal(false);
  });
});

describe('SessionClaims', () => {
  it('holds a session with issuer, audience and whole seconds', () => {
    const claims = { iss: 'https://pay.example', aud: 'https://shop.example', iat: 1, exp: 2, session: states[0] };
    expect(SessionClaims.parse(claims)).to.deep.equal(claims);
    expect(SessionClaims.safeParse({ ...claims, exp: '2' }).success).to.equal(false);
    expect(SessionClaims.safeParse({ ...claims, aud: ['https://shop.example'] }).success).to.equal(false);
    expect(SessionClaims.safeParse({ ...claims, session: common }).success).to.equal(false);
  });
});
