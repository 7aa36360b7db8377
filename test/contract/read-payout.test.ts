import { expect } from '@open-wc/testing';
import { BanksAnswer, PayoutFacts, ProtectionCodeAnswer } from '../../src/contract/payout.js';
import { readBanks, readPayoutFacts, readProtectionCode } from '../../src/contract/read-payout.js';

const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  'x',
  0,
  1.5,
  true,
  [],
  {},
  ['a'],
  { a: 1 },
  '2026-02-30T05:26:00Z',
];

const destination = {
  bank: 'B',
  branch: 'R',
  accountType: 'ordinary',
  accountNumber: '••••093',
  holder: 'ﾊﾅｺ',
  purse: 'Z•',
};
const FACTS = {
  ways: { 'p:m': { minDays: 1, maxDays: 3, saved: { id: 'a', destination } }, 'p:n': {} },
  question: { text: 'Q', triesLeft: 5 },
  destination,
  starting: true,
  arrivesFrom: '2026-11-24T00:00:00.000Z',
  arrivesBy: '2026-11-26T00:00:00Z',
  cancelable: true,
  protection: { days: 7, until: '2026-11-28T00:00:00Z', shownAt: '2026-11-22T00:00:00Z' },
};

/** The value with each part of it, at any depth, replaced by each odd one. */
function* spoiled(value: unknown): Generator<unknown> {
  yield* ODD;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
    yield rest;
    for (const odd of spoiled(part)) yield { ...value, [key]: odd };
  }
}

describe('readers of payouts', () => {
  for (const [name, reads, schema, good] of [
    ['facts', (value: unknown) => readPayoutFacts(value) !== undefined, PayoutFacts, FACTS],
    ['the code', (value: unknown) => readProtectionCode(value) !== undefined, ProtectionCodeAnswer, { code: 'K7' }],
    [
      'banks',
      (value: unknown) => readBanks({ rows: [value] }) !== undefined,
      BanksAnswer.shape.rows.def.element,
      { code: '0001', name: 'B', kana: 'ビ' },
    ],
  ] as const) {
    it(`judge ${name} as the schema does`, () => {
      expect(reads(good)).to.equal(true);
      for (const value of spoiled(good)) {
        expect(reads(value), JSON.stringify(value)).to.equal(schema.safeParse(value).success);
      }
    });
  }
});
