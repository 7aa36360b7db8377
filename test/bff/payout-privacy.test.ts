import { expect } from '@open-wc/testing';
import type { Store } from '../../src/bff/store/store.js';
import { MemoryStore } from '../../src/bff/store/memory.js';
import { createGmoSandbox } from '../../src/sandbox/gmo.js';
import { CLEAN, provider } from './gmo-case.js';
import { PayoutTill, PURSE } from './payout-till.js';
import { Clock, codeOf, sessionOf } from './till.js';

/** What nobody but the provider may be told: the account's number in both its forms, and the purse. */
const SECRETS = ['7654321', '０７６５４３２１', '123456789012'];
/** Whose account it is, as it was typed and as banks take it. */
const NAMES = ['ひみつ', 'ヒミツ', 'ﾋﾐﾂ'];
const ACCOUNT = {
  ...CLEAN,
  accountNumber: '7654321',
  accountName: 'ひみつ ハナコ',
};
const BANK = { method: 'gmo:bank-account', input: ACCOUNT };
const SANDBOX = 'https://gmo.example';
const SHOP = { shopId: 'rshop00000071', shopPassword: 'secret-71' };
const PAYEE = { id: 'payee-1', email: 'himitsu@example.com', firstName: 'Himitsu' };

const contains = (value: unknown, texts: readonly string[]) => {
  const whole = JSON.stringify(value);
  return texts.filter((text) => whole.includes(text));
};

/** The real provider and the sandbox behind the core, with everything that anybody is answered. */
function remittance(store: Store = new MemoryStore()) {
  const clock = new Clock();
  const sandbox = createGmoSandbox({
    publicUrl: SANDBOX,
    shops: [{ shopId: SHOP.shopId, shopPass: SHOP.shopPassword, funds: 1_000_000 }],
    now: clock.now,
    setTimer: () => 0,
    clearTimer: () => undefined,
  });
  const network = { lose: '' };
  const fetch = async (url: string, init: RequestInit) => {
    const response = await sandbox(new Request(url, init));
    if (network.lose === '' || !url.includes(network.lose)) return response;
    network.lose = '';
    throw new TypeError('lost');
  };
  const gmo = provider({ ...SHOP, apiUrl: SANDBOX, now: clock.now, fetch });
  const till = new PayoutTill({ clock, store, options: { providers: [gmo] } });
  const owe = (changes: Record<string, unknown> = {}) =>
    till.owe({ amount: { value: 12_000, currency: 'JPY' }, customer: PAYEE, ...changes });
  const days = async (count: number) => {
    for (let day = 0; day < count; day += 1) {
      await sandbox.runDue();
      await till.sweeps(1, 86_400);
    }
  };
  return { till, sandbox, network, owe, days };
}

describe('personal data of a payout', () => {
  it('is in no log, no other answer, and no longer in the store when the bank has the transfer', async () => {
    const { till, owe, days } = remittance();
    const question = { text: 'Where was the show?', answer: 'Kagurazaka' };
    const id = await owe({ question });
    const answers = [
      await till.confirm(id, { ...BANK, answer: 'Osaka', input: { ...ACCOUNT, accountName: '秘密' } }),
      await till.confirm(id, { ...BANK, answer: question.answer, input: { ...ACCOUNT, branchCode: '7654321' } }),
      await till.confirm(id, { ...BANK, answer: question.answer }),
      await till.confirm(id, { ...BANK, answer: question.answer }),
    ];
    await days(4);
    const shop = [await till.shopView(id), await till.shopGet('/orders'), await till.shopGet('/orders/ticket-1')];
    const seen = sessionOf(await till.get(id));
    expect(seen.status).to.equal('succeeded');
    const told = [...answers.map(({ text, status }) => (status === 200 ? '' : text)), shop, seen];
    expect(contains([told, till.logged], [...SECRETS, question.answer, PAYEE.email, PAYEE.firstName])).to.deep.equal(
      [],
    );
    expect(contains(till.logged, [...NAMES, id, await till.attempt(id), '0001', '813'])).to.deep.equal([]);
    const stored = [await till.record(id), await till.store.accountsOf(PAYEE.id)];
    expect(contains(stored, [...SECRETS, question.answer])).to.deep.equal([]);
    expect((await till.record(id)).attempts[0]?.input).to.deep.equal({});
  });

  it('is forgotten too when the answer to the start was lost, and when the bank or GMO-PG refused', async () => {
    const { till, owe, days, network } = remittance();
    const lost = await owe();
    network.lose = 'DepositRegistration';
    await till.confirm(lost, BANK);
    expect(contains(await till.record(lost), SECRETS)).to.have.length(1);
    const refused = await owe();
    await till.confirm(refused, { ...BANK, input: { ...ACCOUNT, branchCode: '999' } });
    const returned = await owe();
    await till.confirm(returned, { ...BANK, input: { ...ACCOUNT, accountNumber: '0000001' } });
    await till.sweeps(2, 20);
    expect((await till.session(lost)).status).to.equal('pending');
    await days(4);
    expect((await till.session(lost)).status).to.equal('succeeded');
    for (const id of [lost, refused, returned]) {
      const record = await till.record(id);
      expect(contains(record.attempts, [...SECRETS, '0000001', 'branchCode']), record.state.status).to.deep.equal([]);
    }
    expect((await till.session(returned)).status).to.equal('open');
  });

  it('of a purse is forgotten once it was sent', async () => {
    const till = new PayoutTill();
    const id = await till.owe({ destination: PURSE });
    expect(contains(await till.record(id), SECRETS)).to.deep.equal([]);
    await till.arrives(id);
    const seen = [await till.record(id), await till.shopView(id), await till.session(id), till.logged];
    expect(contains(seen, SECRETS)).to.deep.equal([]);
  });

  it('the id of a kept account leads to no other session', async () => {
    const { till, owe, days } = remittance();
    const first = await owe({ question: { text: 'Where?', answer: 'Shibuya' } });
    await till.confirm(first, { ...BANK, answer: 'Shibuya' });
    await days(4);
    const next = await owe();
    const saved = (await till.facts(next)).ways?.['gmo:bank-account']?.saved?.id ?? expect.fail('nothing kept');
    const back = await till.call(`/returns/gmo?attempt=${saved}&hint=return`);
    expect(codeOf(back)).to.equal('not-found');
    expect(JSON.stringify(await till.session(next))).to.not.contain(first);
    await till.confirm(next, { method: 'gmo:bank-account', input: { saved } });
    await days(4);
    expect((await till.session(next)).status).to.equal('succeeded');
  });
});
