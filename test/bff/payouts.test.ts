import { expect } from '@open-wc/testing';
import type { PayoutCreatedAnswer } from '../../src/contract/payout.js';
import { FakePayer } from './fake-payer.js';
import { FakeProvider } from './fake-provider.js';
import { BANK, PAYOUT, PayoutTill, PURSE } from './payout-till.js';
import { Clock, codeOf, ISSUER, opened, sessionOf, SHOP } from './till.js';
import type { Answer } from './till.js';

const errorsOf = (answer: Answer) =>
  (JSON.parse(answer.text) as { errors: { field: string; code: string }[] }).errors.map(
    ({ field, code }) => `${field}: ${code}`,
  );

describe('POST /payouts', () => {
  it('makes a link that leads to the page with the checkout', async () => {
    const till = new PayoutTill();
    const answer = await till.payout();
    expect(answer.status).to.equal(201);
    const created = JSON.parse(answer.text) as PayoutCreatedAnswer;
    expect(created.link).to.equal(`${SHOP}/receive?lang=ja&reji_session=${created.id}`);
    expect(created.url).to.equal(`${ISSUER}/sessions/${created.id}`);
    const { session } = opened(created.token);
    expect(session).to.deep.include({ status: 'open', purpose: 'payout' });
    expect(session.methods.map(({ id }) => id)).to.deep.equal(['fake:bank', 'fake:purse', 'fake:resting-gift']);
    expect(Date.parse(session.expiresAt) - till.clock.ms).to.equal(30 * 86_400_000);
    expect(till.payer.starts).to.have.length(0);
  });

  it('offers no payout in a payment, no payment in a payout, and nothing of who pays nothing out', async () => {
    const clock = new Clock();
    const payer = new FakePayer(clock.now);
    const other = new FakeProvider(clock.now, 'other');
    const till = new PayoutTill({ clock, provider: payer, options: { providers: [payer, other] } });
    const payment = await till.session(await till.open());
    expect(payment.methods.map(({ id }) => id))
      .to.include('other:page')
      .and.not.include('fake:bank');
    expect(payment.payout).to.equal(undefined);
    const payout = await till.session(await till.owe());
    expect(payout.methods.map(({ id }) => id)).to.deep.equal(['fake:bank', 'fake:purse', 'fake:resting-gift']);
  });

  it('needs the shop’s key and an Idempotency-Key, and does the same request once', async () => {
    const till = new PayoutTill();
    expect(codeOf(await till.post('/payouts', PAYOUT))).to.equal('unauthorized');
    const bare = await till.post('/payouts', PAYOUT, { Authorization: 'Bearer key-of-the-shop' });
    expect(codeOf(bare)).to.equal('idempotency-key-missing');
    const [first, second] = await Promise.all([
      till.payout({ destination: BANK }, 'k'),
      till.payout({ destination: BANK }, 'k'),
    ]);
    const third = await till.payout({ destination: BANK }, 'k');
    const ids = [first, second, third].map((answer) => (JSON.parse(answer.text) as PayoutCreatedAnswer).id);
    expect(new Set(ids).size).to.equal(1);
    expect(till.payer.books.size).to.equal(1);
    expect(codeOf(await till.payout({ destination: PURSE }, 'k'))).to.equal('idempotency-key-reused');
  });

  for (const [what, changes, code] of [
    [
      'a return URL elsewhere',
      { order: { ...PAYOUT.order, returnUrl: 'https://evil.example/' } },
      'return-url-not-allowed',
    ],
    ['nothing', { amount: { value: 0, currency: 'USD' } }, 'amount-not-allowed'],
    ['a negative sum', { amount: { value: -1, currency: 'USD' } }, 'request-invalid'],
    ['methods nobody has', { methods: ['fake:page'] }, 'method-unknown'],
    ['a customer who can not be sent', { customer: { id: '№1' } }, 'customer-invalid'],
    ['an answer of blanks', { question: { text: 'Name of the show?', answer: ' 　' } }, 'request-invalid'],
    ['a way that rests', { destination: { method: 'fake:resting-gift' } }, 'method-unavailable'],
    ['a way that is for payments', { destination: { method: 'fake:page' } }, 'method-unknown'],
    [
      'too much for the way',
      { amount: { value: 1_000_001, currency: 'USD' }, destination: BANK },
      'method-unavailable',
    ],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const till = new PayoutTill();
      const answer = await till.payout(changes);
      expect(codeOf(answer)).to.equal(code);
      expect(till.payer.starts).to.have.length(0);
    });
  }

  for (const [what, destination, field] of [
    ['a number that is none', { ...BANK, input: { accountNumber: '12' } }, 'accountNumber: account-number-invalid'],
    ['a purse of roubles', { ...PURSE, input: { purse: 'R123456789012' } }, 'purse: purse-currency'],
    ['a period of 0 days', { ...PURSE, protectionDays: 0 }, 'protectionDays: protection-days-invalid'],
    ['a period of 36 days', { ...PURSE, protectionDays: 36 }, 'protectionDays: protection-days-invalid'],
    ['a code where there is none', { ...BANK, protectionDays: 3 }, 'protectionDays: protection-days-invalid'],
    ['somebody else’s account', { method: 'fake:bank', input: { saved: 'acc-9' } }, 'saved: account-not-found'],
  ] as const) {
    it(`names the field for ${what}, and stores nothing`, async () => {
      const till = new PayoutTill();
      const answer = await till.payout({ destination });
      expect(codeOf(answer)).to.equal('input-invalid');
      expect(errorsOf(answer)).to.deep.equal([field]);
      expect(await till.store.recent(10)).to.deep.equal([]);
      expect(till.payer.starts).to.have.length(0);
    });
  }

  it('begins at once where the shop says where the money goes', async () => {
    const till = new PayoutTill();
    const id = await till.owe({ destination: BANK });
    expect(till.payer.starts).to.have.length(1);
    expect(till.payer.starts[0]).to.deep.include({ purpose: 'payout', amount: PAYOUT.amount });
    const view = await till.shopView(id);
    expect(view).to.deep.include({ orderId: 'ticket-1', status: 'pending', destination: { accountNumber: '••••093' } });
    await till.arrives(id);
    expect(await till.shopView(id)).to.deep.include({ status: 'succeeded' });
    expect(till.payer.out).to.equal(8420);
  });

  it('has failed, with the reason, when the shop’s own destination is refused', async () => {
    const till = new PayoutTill();
    till.payer.startsGo = 'refused';
    const id = await till.owe({ destination: BANK });
    expect(await till.shopView(id)).to.deep.include({ status: 'failed', code: 'provider-refused' });
    const later = new PayoutTill();
    const other = await later.owe({ destination: PURSE });
    await later.fails(other, 'purse-invalid');
    expect(await later.shopView(other)).to.deep.include({ status: 'failed', code: 'purse-invalid' });
  });

  it('pays out for an order that was paid, and does not keep it from being paid', async () => {
    const till = new PayoutTill();
    const { attempt } = await till.pending({ order: PAYOUT.order });
    await till.paid(attempt);
    const id = await till.owe({ destination: BANK });
    await till.arrives(id);
    expect((await till.shopView(id)).status).to.equal('succeeded');
    const fresh = new PayoutTill();
    await fresh.arrives(await fresh.owe({ destination: BANK }));
    const payment = await fresh.pending({ order: PAYOUT.order });
    await fresh.paid(payment.attempt);
    expect((await fresh.session(payment.id)).status).to.equal('succeeded');
  });
});

describe('GET /payouts/{id} and GET /balance', () => {
  it('knows no payment, and says so', async () => {
    const till = new PayoutTill();
    expect(codeOf(await till.shopGet(`/payouts/${await till.open()}`))).to.equal('payout-not-found');
    expect(codeOf(await till.shopGet('/payouts/none'))).to.equal('payout-not-found');
    expect(codeOf(await till.shopCancel('none'))).to.equal('payout-not-found');
    expect(codeOf(await till.call('/balance'))).to.equal('unauthorized');
  });

  it('tells what there is to send, and from whom nothing is known', async () => {
    const clock = new Clock();
    const [rich, mute, silent] = ['rich', 'mute', 'silent'].map((id) => new FakePayer(clock.now, id));
    if (!rich || !mute || !silent) throw new Error('three payers');
    mute.holds = 'unknown';
    silent.payouts.balance = () => Promise.reject(new Error('network'));
    const providers = [rich, mute, silent, new FakeProvider(clock.now, 'other')];
    const till = new PayoutTill({ clock, provider: rich, options: { providers } });
    const none = { available: { value: 0, currency: 'XXX' }, unavailable: 'provider-unavailable' };
    expect(JSON.parse((await till.shopGet('/balance')).text)).to.deep.equal({
      balances: [
        { provider: 'rich', available: { value: 500_000, currency: 'USD' } },
        { provider: 'mute', ...none },
        { provider: 'silent', ...none },
      ],
    });
  });
});

describe('the shop taking a payout back', () => {
  it('ends one that nobody has chosen yet; once more is no error', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    expect((await till.shopCancel(id)).status).to.equal(200);
    expect((await till.shopCancel(id)).status).to.equal(200);
    expect((await till.session(id)).status).to.equal('canceled');
    expect(codeOf(await till.confirm(id, BANK))).to.equal('session-closed');
  });

  it('asks the provider for one under way, and takes its word', async () => {
    const till = new PayoutTill();
    const id = await till.owe({ destination: BANK });
    till.payer.cancelsGo = 'too-late';
    expect(codeOf(await till.shopCancel(id))).to.equal('payout-in-progress');
    till.payer.cancelsGo = 'well';
    expect((await till.shopCancel(id)).status).to.equal(200);
    expect(await till.shopView(id)).to.deep.include({ status: 'canceled' });
    expect((await till.record(id)).attempts[0]).to.deep.include({ status: 'declined', code: 'canceled-by-buyer' });
  });

  it('is not undone by an answer that is lost: nobody chooses again, and the shop is told to look later', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    await till.confirm(id, BANK);
    till.clock.pass(11);
    till.payer.cancelsGo = 'lost';
    expect(codeOf(await till.shopCancel(id))).to.equal('unavailable');
    await till.bff.sweep();
    expect(await till.shopView(id)).to.deep.include({ status: 'canceled' });
    expect(codeOf(await till.confirm(id, BANK))).to.equal('session-closed');
    expect((await till.shopCancel(id)).status).to.equal(200);
  });

  it('is not overtaken by a recipient who chooses again meanwhile', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    await till.confirm(id, BANK);
    const first = await till.attempt(id);
    till.payer.duringCancel = async () => {
      await till.declined(first, { key: `${first}/called-back`, outcome: { type: 'declined', code: 'declined' } });
      expect(codeOf(await till.confirm(id, BANK))).to.equal('session-closed');
    };
    expect((await till.shopCancel(id)).status).to.equal(200);
    expect(await till.shopView(id)).to.deep.include({ status: 'canceled' });
  });

  it('is told that it is over when the provider’s own message was faster than its answer', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    await till.confirm(id, BANK);
    const first = await till.attempt(id);
    till.payer.payouts.cancel = async () => {
      await till.declined(first, { key: `${first}/no`, outcome: { type: 'declined', code: 'declined' } });
      return 'too-late';
    };
    const answer = await till.shopCancel(id);
    expect([answer.status, (await till.shopView(id)).status]).to.deep.equal([200, 'canceled']);
  });

  it('leaves a payout as it is when it comes too late: one that fails then is open again', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    await till.confirm(id, BANK);
    till.payer.cancelsGo = 'too-late';
    expect(codeOf(await till.shopCancel(id))).to.equal('payout-in-progress');
    await till.fails(id, 'account-not-found');
    expect((await till.session(id)).status).to.equal('open');
  });

  it('forgets the wish once the money is there', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    await till.confirm(id, BANK);
    till.payer.cancelsGo = 'down';
    expect(codeOf(await till.shopCancel(id))).to.equal('unavailable');
    await till.arrives(id);
    await till.fails(id, 'account-closed', 'returned');
    expect((await till.session(id)).status).to.equal('open');
  });

  it('refuses what is done', async () => {
    const till = new PayoutTill();
    const id = await till.owe({ destination: BANK });
    await till.arrives(id);
    expect(codeOf(await till.shopCancel(id))).to.equal('session-closed');
    const late = await till.owe({ expiresInSeconds: 60 });
    till.clock.pass(61);
    expect(codeOf(await till.shopCancel(late))).to.equal('session-expired');
    expect(sessionOf(await till.get(late)).status).to.equal('expired');
  });
});
