import { expect } from '@open-wc/testing';
import { isAmount, isTitleAmount, readOpenSession } from '../../src/contract/first-look.js';
import { Amount, TitleAmount } from '../../src/contract/money.js';
import { Problem } from '../../src/contract/problem.js';
import { readProblem } from '../../src/contract/read-problem.js';
import { readClaims } from '../../src/contract/read-session.js';
import { Session, SessionClaims } from '../../src/contract/session.js';

/** Every kind of value that could stand in a field by mistake, malice or age. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  'x',
  'WMZ',
  'USD',
  'usd',
  'open',
  'pending',
  'redirect',
  'from-the-future',
  'GET',
  '377094062589',
  '2026-11-21T05:26:00.000Z',
  '2026-02-30T05:26:00Z',
  '2026-13-01T05:26:00Z',
  0,
  1,
  -1,
  0.5,
  1e20,
  Number.NaN,
  true,
  [],
  {},
  [['a', 'b']],
  [['a']],
  [['a', 'b', 'c']],
  [{ label: 'a', value: 'b' }],
  ['a'],
];

const amount = { value: 8420, currency: 'USD' };
const common = {
  id: 's-1',
  rev: 3,
  purpose: 'payment',
  amount,
  order: {
    id: 'H-1',
    shop: 'S',
    description: 'D',
    returnUrl: 'https://shop.example/',
    doneUrl: 'https://shop.example/d',
    restartUrl: 'https://shop.example/r',
  },
  locale: 'ja',
  methods: [
    {
      id: 'p:m',
      brand: 'b',
      kind: 'redirect',
      label: 'L',
      limits: { min: amount, max: amount },
      inputs: [{ name: 'wmid', required: true }],
      unavailable: { code: 'currency', limit: amount, currencies: ['USD'] },
    },
  ],
  issuedAt: '2026-11-21T05:26:00.000Z',
  expiresAt: '2026-11-21T06:26:00Z',
};
const deadline = '2026-11-24T05:24:00.000Z';
const entries = [{ label: 'a', value: 'b' }];
const actions = [
  {
    type: 'redirect',
    method: 'POST',
    url: 'https://p.example/',
    fields: [['a', 'b']],
    charset: 'UTF-8',
    deadline,
    payWithinSeconds: 600,
  },
  { type: 'qr', payload: 'p', deadline, appLink: 'https://a.example/', payUrl: 'https://p.example/' },
  { type: 'konbini', chain: 'c', numbers: entries, payUrl: 'https://p.example/', deadline },
  {
    type: 'bankTransfer',
    bank: 'b',
    branch: 'b',
    accountType: 't',
    accountNumber: '1',
    holder: 'h',
    payUrl: 'https://p.example/',
    received: amount,
    deadline,
  },
  {
    type: 'invoice',
    wmid: '377094062589',
    invoiceId: '1',
    titleAmount: { value: 1, unit: 'WMZ' },
    start: deadline,
    deadline,
  },
  { type: 'receipt', entries, deadline },
  { type: 'wait' },
  { type: 'of-a-newer-server', anything: 1 },
];
const paid = { method: 'p:m', paidAt: deadline, reference: '1' };
const sessions = [
  { ...common, status: 'open', lastFailure: { method: 'p:m', code: 'declined', providerCode: '100' } },
  ...actions.map((nextAction) => ({ ...common, status: 'pending', method: 'p:m', attempt: 'a-1', nextAction })),
  { ...common, ...paid, status: 'succeeded', received: amount },
  { ...common, status: 'failed', code: 'too-many-attempts', method: 'p:m' },
  { ...common, status: 'expired', method: 'p:m' },
  { ...common, status: 'canceled' },
  { ...common, ...paid, status: 'refunded' },
  { ...common, ...paid, status: 'partiallyRefunded', refunded: amount },
  { ...common, ...paid, status: 'needsAttention', code: 'paid-late', received: amount },
];

/** The value itself, and every version of it with one field at any depth replaced by something odd, or left out. */
function* variations(value: unknown, skip: readonly string[] = []): Generator {
  yield* ODD;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value).filter((name) => !skip.includes(name))) {
    const field = (value as Record<string, unknown>)[key];
    for (const odd of variations(field, key === 'session' ? skip : [])) {
      const copy = structuredClone(value) as Record<string, unknown>;
      if (odd === undefined && Array.isArray(copy)) copy.splice(Number(key), 1);
      else if (odd === undefined) delete copy[key];
      else copy[key] = odd;
      yield copy;
    }
  }
}

function agree(samples: readonly unknown[], schema: (value: unknown) => boolean, reader: (value: unknown) => boolean) {
  const tried = { good: 0, bad: 0 };
  for (const [index, sample] of samples.entries()) {
    expect(reader(sample), 'a good sample').to.equal(true);
    // What every session has is tried with the first one only.
    const known = index === 0 ? [] : Object.keys(common);
    for (const value of [sample, ...variations(sample, known)]) {
      const good = schema(value);
      tried[good ? 'good' : 'bad']++;
      if (reader(value) !== good) expect.fail(`the schema says ${String(good)} to ${JSON.stringify(value)}`);
    }
  }
  return tried;
}

describe('the readers for browsers', () => {
  it('let through what the schema of the signed claims does, and nothing else', function () {
    this.timeout(60_000);
    const claims = sessions.map((session) => ({
      iss: 'https://b.example',
      aud: 'https://s.example',
      iat: 1,
      exp: 2,
      session,
    }));
    const tried = agree(
      claims,
      (value) => SessionClaims.safeParse(value).success,
      (value) => readClaims(value) !== undefined,
    );
    expect(tried.good).to.be.above(100);
    expect(tried.bad).to.be.above(1500);
  });

  it('turn an action of a newer server into the same thing', () => {
    const session = { ...common, status: 'pending', method: 'p:m', attempt: 'a-1', nextAction: actions.at(-1) };
    const parsed = Session.parse(session);
    const read = readClaims({ iss: '', aud: '', iat: 1, exp: 2, session })?.session;
    expect(parsed.status === 'pending' && parsed.nextAction).to.deep.equal({ type: 'unsupported' });
    expect(read?.status === 'pending' && read.nextAction).to.deep.equal({ type: 'unsupported' });
  });

  it('let through open sessions only at the first look', () => {
    const open = (value: unknown) => Session.safeParse(value).data?.status === 'open';
    agree([sessions[0]], open, (value) => readOpenSession(value) !== undefined);
    for (const session of sessions.slice(1)) expect(readOpenSession(session)).to.equal(undefined);
  });

  it('agree with the schemas on sums and problems', () => {
    agree([amount], (value) => Amount.safeParse(value).success, isAmount);
    agree([{ value: 1, unit: 'WMK' }], (value) => TitleAmount.safeParse(value).success, isTitleAmount);
    const problem = { type: 't', title: 'T', status: 400, code: 'c', detail: 'd', errors: [{ field: 'f', code: 'c' }] };
    agree(
      [problem],
      (value) => Problem.safeParse(value).success,
      (value) => readProblem(value) !== undefined,
    );
  });
});
