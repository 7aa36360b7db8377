import { expect } from '@open-wc/testing';
import type { BalanceAnswer } from '../../src/contract/payout.js';
import { yen } from './buyer.js';
import {
  account,
  AMAZON,
  ATM,
  AU_PAY,
  BANK,
  choose,
  deposit,
  factsOf,
  owed,
  pageOf,
  POST_BANK,
  receive,
  refusalOf,
  seen,
  takeCash,
} from './recipient.js';
import { path } from './sums.js';
import { FUNDS } from './town.js';

describe('money: remittances to bank accounts', () => {
  path('an account that the sender names', async (town) => {
    const id = await owed(town, yen(12_000), { destination: BANK });
    expect(await seen(town, id)).to.equal('pending');
    await town.days(3);
    expect(await seen(town, id)).to.equal('succeeded');
    expect(deposit(town).account).to.include({ accountNumber: '0012093', accountName: 'ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ' });
  });

  path('an account that the recipient names, offered the next time and used', async (town) => {
    const first = await owed(town, yen(12_000));
    await choose(town, first, BANK);
    expect((await factsOf(town, first)).destination?.accountNumber).to.equal('••••093');
    expect((await factsOf(town, first)).arrivesBy).to.not.equal(undefined);
    await town.days(3);
    expect(await seen(town, first)).to.equal('succeeded');
    const second = await owed(town, yen(500));
    const { saved } = (await factsOf(town, second)).ways?.['gmo:bank-account'] ?? {};
    expect(saved?.destination.accountNumber).to.equal('••••093');
    await choose(town, second, { method: 'gmo:bank-account', input: { saved: saved?.id ?? '' } });
    await town.days(3);
    expect(await seen(town, second)).to.equal('succeeded');
    expect(town.gmo.accounts()).to.have.length(1);
    const { customer } = await town.till.record(second);
    const stranger = await owed(town, yen(500), { customer: { ...customer, id: 'somebody-else' } });
    const taken = await town.till.confirm(stranger, { method: 'gmo:bank-account', input: { saved: saved?.id ?? '' } });
    expect(refusalOf(taken)).to.equal('input-invalid saved account-not-found');
  });

  path('an account of Japan Post Bank, by symbol and number', async (town) => {
    const id = await owed(town, yen(12_000));
    await choose(town, id, POST_BANK);
    await town.days(3);
    expect(await seen(town, id)).to.equal('succeeded');
    expect(deposit(town).account).to.include({ branchCode: '058', accountNumber: '1234567', accountName: 'ﾔﾏﾀﾞ ﾊﾅｺ' });
  });

  for (const [ending, code] of [
    ['1', 'account-not-found'],
    ['2', 'account-name-mismatch'],
    ['5', 'account-closed'],
    ['7', 'declined'],
  ] as const) {
    path(`${code}: back to the form, then paid with the right data`, async (town) => {
      const id = await owed(town, yen(12_000));
      await choose(town, id, account(`000000${ending}`));
      await town.days(3);
      expect(await seen(town, id)).to.equal('open');
      expect(await town.till.session(id)).to.have.nested.property('lastFailure.code', code);
      expect((await factsOf(town, id)).ways?.['gmo:bank-account']).to.not.have.property('saved');
      await choose(town, id, BANK);
      await town.days(3);
      expect(await seen(town, id)).to.equal('succeeded');
      const direct = await owed(town, yen(12_000), { destination: account(`000000${ending}`) });
      await town.days(3);
      expect(await seen(town, direct)).to.equal(`failed ${code}`);
    });
  }

  path(
    'a holder whom the bank knows by another name',
    async (town) => {
      const id = await owed(town, yen(12_000));
      await choose(town, id, account('1234567'));
      await town.days(3);
      expect(await town.till.session(id)).to.have.nested.property('lastFailure.code', 'account-name-mismatch');
      const input = { ...BANK.input, accountNumber: '1234567', accountName: 'スズキ ハナコ' };
      await choose(town, id, { ...BANK, input });
      await town.days(3);
      expect(await seen(town, id)).to.equal('succeeded');
    },
    { gmo: { holders: { '0001-813-1234567': 'ｽｽﾞｷ ﾊﾅｺ' } } },
  );

  path('a branch that does not exist, and a name that can not be sent', async (town) => {
    const id = await owed(town, yen(12_000));
    const session = await choose(town, id, { ...BANK, input: { ...BANK.input, branchCode: '999' } });
    expect(session).to.have.nested.property('lastFailure.code', 'branch-unknown');
    const kanji = { ...BANK, input: { ...BANK.input, accountName: '藤田順平' } };
    expect(refusalOf(await town.till.confirm(id, kanji))).to.equal('input-invalid accountName account-name-invalid');
    expect(town.gmo.deposits()).to.have.length(0);
  });
});

describe('money: remittances by a machine and by wallets', () => {
  for (const atmNumbers of ['in-answer', 'on-page'] as const) {
    path(
      `cash at a Seven Bank ATM, collected (numbers ${atmNumbers})`,
      async (town) => {
        const id = await owed(town, yen(12_000));
        await choose(town, id, ATM);
        if (atmNumbers === 'on-page') {
          const page = await pageOf(town, id);
          const known = new URL(
            (await town.form(page.href, { code1: 'ticket-1' })).headers.get('location') ?? '',
            page,
          );
          await town.form(known.href, { way: 'sevenatm' });
          await town.pass(60);
        }
        await takeCash(town, id);
        await town.pass(1200);
        expect(await seen(town, id)).to.equal('succeeded');
        expect(town.gmo.books('rshop00000071').paid.sevenatm).to.equal(12_000);
      },
      { gmo: { atmNumbers } },
    );
  }

  path('cash that nobody collects goes back, and another way can be chosen', async (town) => {
    const id = await owed(town, yen(12_000), { expiresInSeconds: 35 * 86_400 });
    const direct = await owed(town, yen(700), { destination: ATM });
    await choose(town, id, ATM);
    await town.days(17);
    expect(await town.till.session(id)).to.have.nested.property('lastFailure.code', 'not-collected');
    expect(await seen(town, direct)).to.equal('failed not-collected');
    await choose(town, id, BANK);
    await town.days(3);
    expect(await seen(town, id)).to.equal('succeeded');
  });

  for (const [way, by, wish] of [
    ['amazongift', 'amazon', AMAZON],
    ['aupay', 'au-pay', AU_PAY],
  ] as const) {
    path(`${by}: received on its page`, async (town) => {
      const id = await owed(town, yen(12_000));
      await choose(town, id, wish);
      await receive(town, await pageOf(town, id), 'ticket-1', by);
      await town.pass(10);
      expect(await seen(town, id)).to.equal('succeeded');
      expect(town.gmo.books('rshop00000071').paid[way]).to.equal(12_000);
    });

    path(`${by}: a link that nobody uses is called back after its days`, async (town) => {
      const id = await owed(town, yen(12_000), { destination: wish });
      await town.days(32);
      expect(await seen(town, id)).to.equal('failed not-collected');
      expect(deposit(town).state).to.match(/canceled|expired/);
    });
  }
});

describe('money: what the shop has to send', () => {
  path('the balance is told with what is under way taken off', async (town) => {
    const balance = async () => (await town.read<BalanceAnswer>('/balance')).balances[0]?.available.value;
    expect(await balance()).to.equal(FUNDS);
    await owed(town, yen(12_000), { destination: BANK });
    expect(await balance()).to.equal(FUNDS - 12_270);
    await town.days(3);
    expect(await balance()).to.equal(FUNDS - 12_270);
  });

  path('too little: said to who chooses, and sent once there is more', async (town) => {
    await owed(town, yen(900_000), { destination: BANK });
    const id = await owed(town, yen(120_000));
    const session = await choose(town, id, BANK);
    expect(session).to.have.nested.property('lastFailure.code', 'balance-too-low');
    const direct = await owed(town, yen(120_000), { destination: AU_PAY });
    expect(await seen(town, direct)).to.equal('failed balance-too-low');
    await town.gmo.addFunds('rshop00000071', 100_000);
    await choose(town, id, BANK);
    await town.days(3);
    expect(await seen(town, id)).to.equal('succeeded');
  });
});
