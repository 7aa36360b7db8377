import { expect } from '@open-wc/testing';
import type { ProtectionCodeAnswer } from '../../src/contract/payout.js';
import { FakePayer } from './fake-payer.js';
import { BANK, PayoutTill, PURSE } from './payout-till.js';
import { Clock, codeOf } from './till.js';
import type { Answer } from './till.js';

const shown = (answer: Answer) => (JSON.parse(answer.text) as ProtectionCodeAnswer).code;
const DAY = 86_400;

async function protectedPayout(changes: Record<string, unknown> = {}) {
  const till = new PayoutTill();
  const id = await till.owe({ destination: { ...PURSE, protectionDays: 3 }, ...changes });
  return { till, id, code: till.payer.codes.get(await till.attempt(id)) ?? '' };
}

describe('a payout under a code', () => {
  it('gives the provider a code that nobody mistakes, and another each time', async () => {
    const { till, code } = await protectedPayout();
    expect(code).to.match(/^[A-HJ-NP-Z2-9]{8}$/);
    await till.owe({ destination: { ...PURSE, protectionDays: 35 } });
    expect(new Set(till.payer.codes.values()).size).to.equal(2);
  });

  it('shows it once; the same press again gets it again, from any process, for ten minutes', async () => {
    const { till, id, code } = await protectedPayout();
    expect(await till.facts(id)).to.deep.include({
      protection: { days: 3, until: new Date(till.clock.ms + 3 * DAY * 1000).toISOString() },
    });
    const answer = await till.code(id, 'press');
    expect(shown(answer)).to.equal(code);
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    const other = new PayoutTill({ clock: till.clock, store: till.store, provider: till.payer });
    expect(shown(await other.code(id, 'press'))).to.equal(code);
    expect(codeOf(await till.code(id, 'another'))).to.equal('code-already-shown');
    expect((await till.facts(id)).protection?.shownAt).to.equal(new Date(till.clock.ms).toISOString());
    till.clock.pass(600);
    expect(codeOf(await till.code(id, 'press'))).to.equal('code-already-shown');
  });

  it('shows it to one of two that ask at once', async () => {
    const { till, id } = await protectedPayout();
    const answers = await Promise.all([till.code(id, 'a'), till.code(id, 'b')]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
  });

  it('is in no session, no log and no answer to the shop, and is forgotten', async () => {
    const { till, id, code } = await protectedPayout();
    await till.code(id);
    const seen = [await till.session(id), till.logged, await till.shopView(id), await till.shopGet('/orders/ticket-1')];
    expect(JSON.stringify(seen)).to.not.contain(code);
    expect(JSON.stringify(await till.record(id))).to.contain(code);
    await till.sweeps(2, 301);
    expect(JSON.stringify(await till.record(id))).to.not.contain(code);
    expect((await till.facts(id)).protection?.shownAt).to.not.equal(undefined);
  });

  it('lasts its days from when the provider has it, and names no end that nobody knows', async () => {
    const till = new PayoutTill();
    till.payer.startsGo = 'down';
    const id = await till.owe({ destination: { ...PURSE, protectionDays: 1 } });
    await till.sweeps(100, 900);
    till.payer.startsGo = 'well';
    await till.sweeps(2, 900);
    expect((await till.facts(id)).protection).to.deep.equal({ days: 1 });
    expect(shown(await till.code(id))).to.equal(till.payer.codes.get(await till.attempt(id)));
  });

  it('is forgotten too where the provider has nothing to ask, and nothing stays due', async () => {
    const clock = new Clock();
    const provider = new FakePayer(clock.now);
    provider.askAfterMs = undefined;
    const till = new PayoutTill({ clock, provider });
    const id = await till.owe({ destination: { ...PURSE, protectionDays: 3 } });
    await till.arrives(id);
    await till.code(id);
    await till.sweeps(2, 601);
    expect((await till.record(id)).attempts[0]?.protection).to.have.keys('days', 'fromMs', 'shownAtMs');
    expect(await till.store.due(Number.MAX_SAFE_INTEGER, 9)).to.deep.equal([]);
  });

  for (const askAfterMs of [3000, undefined]) {
    it(`is forgotten as soon when it was shown before the money was there (${askAfterMs ?? 'not asked'})`, async () => {
      const clock = new Clock();
      const provider = new FakePayer(clock.now);
      provider.askAfterMs = askAfterMs;
      const till = new PayoutTill({ clock, provider });
      const id = await till.owe({ destination: { ...PURSE, protectionDays: 3 } });
      const unwanted = await till.owe({ destination: { ...PURSE, protectionDays: 3 } });
      await till.code(id);
      clock.pass(60);
      await till.arrives(id);
      await till.arrives(unwanted);
      await till.sweeps(1, 601);
      expect((await till.record(id)).attempts[0]?.protection).to.have.keys('days', 'fromMs', 'shownAtMs');
      expect((await till.record(unwanted)).attempts[0]?.protection).to.include.keys('code');
      await till.sweeps(4, DAY);
      expect((await till.record(unwanted)).attempts[0]?.protection).to.have.keys('days', 'fromMs');
    });
  }

  it('is forgotten when nobody wanted it in time, and says that it was not collected', async () => {
    const { till, id, code } = await protectedPayout();
    await till.arrives(id);
    await till.sweeps(4, DAY);
    expect(JSON.stringify(await till.record(id))).to.not.contain(code);
    await till.fails(id, 'declined', 'returned');
    expect(await till.shopView(id)).to.deep.include({ status: 'failed', code: 'not-collected' });
    expect(till.payer.out).to.equal(0);
  });

  it('is there only once the provider has it, while the money is out', async () => {
    const till = new PayoutTill();
    till.payer.startsGo = 'lost';
    const lost = await till.owe({ destination: { ...PURSE, protectionDays: 1 } });
    expect(codeOf(await till.code(lost))).to.equal('code-not-available');
    till.payer.startsGo = 'refused';
    const refused = await till.owe({ destination: { ...PURSE, protectionDays: 1 } });
    expect(codeOf(await till.code(refused))).to.equal('code-not-available');
    till.payer.startsGo = 'well';
    const plain = await till.owe({ destination: BANK });
    expect(codeOf(await till.code(plain))).to.equal('code-not-available');
    expect(codeOf(await till.code('nobody'))).to.equal('session-not-found');
    const bare = await till.call(`/sessions/${plain}/protection-code`, { method: 'POST' });
    expect(codeOf(bare)).to.equal('idempotency-key-missing');
  });

  it('is not for who has the link but not the answer', async () => {
    const question = { text: 'Where was the show?', answer: 'Shibuya' };
    const { till, id, code } = await protectedPayout({ question });
    expect((await till.facts(id)).destination).to.equal(undefined);
    expect(codeOf(await till.code(id))).to.equal('answer-missing');
    expect(codeOf(await till.code(id, 'k', { answer: 'Osaka' }))).to.equal('answer-wrong');
    expect(shown(await till.code(id, 'k', { answer: 'shibuya' }))).to.equal(code);
    for (let i = 0; i < 6; i += 1) await till.code(id, 'k', { answer: 'Osaka' });
    expect(codeOf(await till.code(id, 'k', { answer: 'shibuya' }))).to.equal('answer-wrong');
    expect((await till.session(id)).status).to.equal('pending');
  });
});
