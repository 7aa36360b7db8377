import { expect } from '@open-wc/testing';
import { BANK, PayoutTill, PURSE } from './payout-till.js';
import { codeOf, sessionOf } from './till.js';

const attemptsOf = async (till: PayoutTill, id: string) =>
  (await till.record(id)).attempts.map(({ status, code }) => (code === undefined ? status : `${status} ${code}`));

describe('a recipient with a link', () => {
  it('chooses, sees where the money goes, and that it is there', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    expect((await till.facts(id)).ways).to.deep.equal({
      'fake:bank': { minDays: 1, maxDays: 3 },
      'fake:purse': { minDays: 0, maxDays: 0 },
      'fake:resting-gift': { minDays: 0, maxDays: 0 },
    });
    const session = sessionOf(await till.confirm(id, BANK));
    expect(session).to.deep.include({ status: 'pending', method: 'fake:bank', nextAction: { type: 'wait' } });
    expect(await till.facts(id)).to.deep.include({ destination: { accountNumber: '••••093' }, cancelable: true });
    await till.arrives(id);
    expect((await till.session(id)).status).to.equal('succeeded');
    expect((await till.facts(id)).destination).to.deep.equal({ accountNumber: '••••093' });
  });

  it('is brought back to the field that is wrong, before anything is started', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    const answer = await till.confirm(id, { method: 'fake:purse', input: { purse: 'R123456789012' } });
    expect(answer.status).to.equal(422);
    expect(answer.text).to.contain('purse-currency').and.not.contain('R123456789012');
    expect(till.payer.starts).to.have.length(0);
  });

  it('chooses again when the bank does not know the account, and gets the money once', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    await till.confirm(id, BANK);
    await till.fails(id, 'account-not-found');
    const failure = { method: 'fake:bank', code: 'account-not-found' };
    expect(await till.session(id)).to.deep.include({ status: 'open', lastFailure: failure });
    await till.confirm(id, PURSE);
    await till.arrives(id);
    expect((await till.session(id)).status).to.equal('succeeded');
    expect(till.payer.out).to.equal(8420);
  });

  it('chooses again when the provider refuses the start', async () => {
    const till = new PayoutTill();
    till.payer.startsGo = 'refused';
    const id = await till.owe();
    const session = sessionOf(await till.confirm(id, BANK));
    expect(session).to.deep.include({ status: 'open' });
    expect(await attemptsOf(till, id)).to.deep.equal(['declined provider-refused']);
  });

  it('may press on two devices at once: one payout is made', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    const answers = await Promise.all([till.confirm(id, BANK), till.confirm(id, PURSE)]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    expect(till.payer.books.size).to.equal(1);
    await till.arrives(id);
    expect(codeOf(await till.confirm(id, PURSE))).to.equal('session-closed');
    expect(till.payer.out).to.equal(8420);
  });

  it('finds the link expired at its end, but not while the money is on its way', async () => {
    const till = new PayoutTill();
    const [unused, used] = [await till.owe({ expiresInSeconds: 3600 }), await till.owe({ expiresInSeconds: 3600 })];
    await till.confirm(used, BANK);
    till.clock.pass(3601);
    await till.bff.sweep();
    expect(codeOf(await till.confirm(unused, BANK))).to.equal('session-expired');
    expect((await till.session(used)).status).to.equal('pending');
    await till.sweeps(5, 86_400);
    await till.arrives(used);
    expect((await till.session(used)).status).to.equal('succeeded');
  });

  it('can not choose again after the end: then the payout has failed', async () => {
    const till = new PayoutTill();
    const id = await till.owe({ expiresInSeconds: 3600 });
    await till.confirm(id, BANK);
    till.clock.pass(3601);
    await till.fails(id, 'account-closed');
    expect(await till.shopView(id)).to.deep.include({ status: 'failed', code: 'account-closed' });
  });

  it('waits past any deadline: nothing but the provider ends a payout', async () => {
    const till = new PayoutTill();
    const deadline = new Date(till.clock.ms + 600_000).toISOString();
    till.payer.nextAction = { type: 'receipt', entries: [{ label: 'Number', value: '12' }], deadline };
    const id = await till.owe();
    await till.confirm(id, BANK);
    await till.sweeps(10, 400);
    expect((await till.session(id)).status).to.equal('pending');
    await till.fails(id, 'not-collected');
    expect(await till.session(id)).to.deep.include({ status: 'open' });
  });
});

describe('a start whose answer is lost', () => {
  it('is asked about, and not made again where it arrived', async () => {
    const till = new PayoutTill();
    till.payer.startsGo = 'lost';
    const id = await till.owe({ destination: BANK });
    expect((await till.facts(id)).starting, 'nothing is arranged before the provider said so').to.equal(true);
    till.payer.startsGo = 'well';
    await till.sweeps(4, 30);
    expect(till.payer.starts).to.have.length(1);
    expect(await till.facts(id)).not.to.have.property('starting');
    expect((await till.shopView(id)).status).to.equal('pending');
  });

  it('is made again under the same id where it did not, even after the link has ended', async () => {
    const till = new PayoutTill();
    till.payer.startsGo = 'down';
    const id = await till.owe({ expiresInSeconds: 60 });
    await till.confirm(id, PURSE);
    till.clock.pass(61);
    till.payer.startsGo = 'well';
    await till.sweeps(4, 30);
    const ids = till.payer.starts.map(({ attempt }) => attempt.id);
    expect(ids.length).to.be.greaterThan(1);
    expect(new Set(ids).size).to.equal(1);
    await till.arrives(id);
    expect((await till.session(id)).status).to.equal('succeeded');
  });
});

describe('money that comes back after it was sent', () => {
  it('lets the recipient choose again, and says why', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    await till.confirm(id, BANK);
    await till.arrives(id);
    await till.fails(id, 'account-closed', 'returned');
    const failure = { method: 'fake:bank', code: 'account-closed' };
    expect(await till.session(id)).to.deep.include({ status: 'open', lastFailure: failure });
    await till.confirm(id, PURSE);
    await till.arrives(id);
    expect(till.payer.out).to.equal(8420);
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('is noticed by asking, where the provider tells nobody', async () => {
    const till = new PayoutTill();
    const id = await till.owe({ destination: BANK });
    await till.arrives(id);
    await till.sweeps(2, 86_400);
    till.payer.decide(await till.attempt(id), 'returned', { type: 'declined', code: 'account-not-found' });
    await till.sweeps(2, 86_400);
    expect(await till.shopView(id)).to.deep.include({ status: 'failed', code: 'account-not-found' });
    expect(till.payer.out).to.equal(0);
  });

  it('is not waited for longer than a week', async () => {
    const till = new PayoutTill();
    const id = await till.owe({ destination: BANK });
    await till.arrives(id);
    const asked = till.payer.asks.length;
    await till.sweeps(20, 86_400);
    expect(till.payer.asks.length - asked).to.be.within(7, 8);
    expect(await till.store.due(Number.MAX_SAFE_INTEGER, 10)).to.deep.equal([]);
  });

  it('needs a person when it is said to be paid after all', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    await till.confirm(id, BANK);
    await till.fails(id, 'account-not-found');
    await till.arrives(id);
    expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'contradicting-message' });
    expect(codeOf(await till.confirm(id, PURSE))).to.equal('session-closed');
    const direct = await till.owe({ destination: BANK });
    await till.fails(direct, 'account-not-found');
    await till.arrives(direct);
    expect(await till.session(direct)).to.deep.include({ status: 'needsAttention', code: 'paid-late' });
  });
});

describe('a recipient who wants it another way', () => {
  it('calls it back while the provider can', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    await till.confirm(id, BANK);
    const session = sessionOf(await till.cancel(id, 'attempt'));
    expect(session.status).to.equal('open');
    await till.confirm(id, PURSE);
    await till.arrives(id);
    expect(till.payer.everSent.size).to.equal(1);
    expect(await attemptsOf(till, id)).to.deep.equal(['declined canceled-by-buyer', 'succeeded']);
  });

  for (const how of ['too-late', 'down', 'throw'] as const) {
    it(`keeps it when that goes ${how}`, async () => {
      const till = new PayoutTill();
      const id = await till.owe();
      await till.confirm(id, BANK);
      till.payer.cancelsGo = how;
      expect(codeOf(await till.cancel(id, 'attempt'))).to.equal('payout-in-progress');
      expect(codeOf(await till.cancel(id, 'session'))).to.equal('payout-in-progress');
      expect(await attemptsOf(till, id)).to.deep.equal(['waiting']);
    });
  }

  it('gets to choose again when only the answer was lost', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    await till.confirm(id, BANK);
    till.clock.pass(11);
    till.payer.cancelsGo = 'lost';
    expect(codeOf(await till.cancel(id, 'attempt'))).to.equal('payout-in-progress');
    expect((await till.session(id)).status).to.equal('open');
  });

  it('ends no payout that the shop owes, whatever is asked for', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    expect((await till.post(`/sessions/${id}/cancel`, {})).status).to.equal(200);
    expect((await till.session(id)).status).to.equal('open');
    await till.confirm(id, BANK);
    expect(sessionOf(await till.cancel(id, 'session')).status).to.equal('open');
  });

  it('sees the money when it was sent in that moment', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    await till.confirm(id, BANK);
    till.payer.duringCancel = async () => void (await till.paid(await till.attempt(id)));
    expect(sessionOf(await till.cancel(id, 'attempt')).status).to.equal('succeeded');
  });

  it('can not call back what has not been answered yet, what can not be, or what the shop has sent', async () => {
    const till = new PayoutTill();
    till.payer.startsGo = 'lost';
    const lost = await till.owe();
    await till.confirm(lost, BANK);
    expect(codeOf(await till.cancel(lost, 'attempt'))).to.equal('payout-in-progress');
    till.payer.startsGo = 'well';
    const direct = await till.owe({ destination: BANK });
    expect((await till.facts(direct)).cancelable).to.equal(false);
    expect(codeOf(await till.cancel(direct, 'session'))).to.equal('payout-in-progress');
    const other = new PayoutTill();
    delete other.payer.payouts.cancel;
    const id = await other.owe();
    await other.confirm(id, BANK);
    expect((await other.facts(id)).cancelable).to.equal(false);
    expect(codeOf(await other.cancel(id, 'attempt'))).to.equal('payout-in-progress');
  });
});

describe('an account that is kept', () => {
  it('is offered the next time, masked, and its number is nowhere', async () => {
    const till = new PayoutTill();
    const first = await till.owe();
    await till.confirm(first, BANK);
    expect(JSON.stringify(await till.record(first)))
      .to.not.contain('1234093')
      .and.not.contain('ﾔﾏﾀﾞ');
    const before = await till.owe();
    await till.arrives(first);
    expect((await till.facts(before)).ways?.['fake:bank']?.saved).to.equal(undefined);
    const next = await till.owe();
    const saved = { id: 'acc-093', destination: { accountNumber: '••••093' } };
    expect((await till.facts(next)).ways?.['fake:bank']).to.deep.equal({ minDays: 1, maxDays: 3, saved });
    await till.confirm(next, { method: 'fake:bank', input: { saved: saved.id } });
    expect(till.payer.starts.at(-1)?.kept).to.deep.equal(saved);
    expect((await till.facts(next)).destination).to.deep.equal(saved.destination);
    await till.arrives(next);
    expect((await till.session(next)).status).to.equal('succeeded');
  });

  it('is nobody else’s, and not kept when the money did not arrive', async () => {
    const till = new PayoutTill();
    const first = await till.owe();
    await till.confirm(first, BANK);
    await till.fails(first, 'account-closed');
    const again = await till.owe();
    const wish = { method: 'fake:bank', input: { saved: 'acc-093' } };
    expect(codeOf(await till.confirm(again, wish))).to.equal('input-invalid');
    await till.confirm(again, BANK);
    await till.arrives(again);
    const other = await till.owe({ customer: { id: 'buyer-8' } });
    expect((await till.facts(other)).ways?.['fake:bank']?.saved).to.equal(undefined);
    expect(codeOf(await till.confirm(other, wish))).to.equal('input-invalid');
  });

  it('is kept too when the news of the money overtook the answer to the start', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    till.payer.duringStart = () => till.arrives(id);
    expect(sessionOf(await till.confirm(id, BANK)).status).to.equal('succeeded');
    expect(await till.store.accountsOf('buyer-7')).to.have.property('fake');
  });
});
