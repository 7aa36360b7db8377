import { expect } from '@open-wc/testing';
import { codeOf, sessionOf } from '../bff/till.js';
import { usd, yen } from './buyer.js';
import {
  AMAZON,
  ATM,
  AU_PAY,
  BANK,
  choose,
  deposit,
  factsOf,
  owed,
  pageOf,
  receive,
  seen,
  takeCash,
  Z_PURSE,
} from './recipient.js';
import { path } from './sums.js';
import { GMO } from './town.js';

const WAYS = { bank: BANK, ATM, Amazon: AMAZON, 'au PAY': AU_PAY };
const question = { text: 'Where was the show?', answer: 'Shibuya Hall' };
const answered = { answer: ' ｓｈｉｂｕｙａ　hall' };

describe('money: a payout called back', () => {
  for (const [name, wish] of Object.entries(WAYS)) {
    path(`${name}: by the recipient while that is possible, then another way`, async (town) => {
      const id = await owed(town, yen(12_000));
      await choose(town, id, wish);
      expect((await factsOf(town, id)).cancelable).to.equal(true);
      expect(sessionOf(await town.till.cancel(id, 'attempt')).status).to.equal('open');
      expect(deposit(town).state).to.equal('canceled');
      await choose(town, id, BANK);
      await town.days(3);
      expect(await seen(town, id)).to.equal('succeeded');
    });

    path(`${name}: by the shop, which is told when it is over`, async (town) => {
      const id = await owed(town, yen(12_000), { destination: wish });
      expect((await town.shop(`/payouts/${id}/cancel`, {})).status).to.equal(200);
      expect(await seen(town, id)).to.equal('canceled');
      expect((await town.shop(`/payouts/${id}/cancel`, {})).status).to.equal(200);
      await town.days(3);
      expect(await seen(town, id)).to.equal('canceled');
    });

    path(`${name}: called back, and that answer lost`, async (town) => {
      const id = await owed(town, yen(12_000));
      await choose(town, id, wish);
      await town.gmo.setFaults({ loseAnswers: 1 });
      expect(codeOf(await town.till.cancel(id, 'attempt'))).to.equal('payout-in-progress');
      await town.pass(10, 2);
      expect(await seen(town, id)).to.equal('open');
    });
  }

  path('too late for a transfer whose data is made', async (town) => {
    const id = await owed(town, yen(12_000));
    await choose(town, id, BANK);
    await town.pass(7200);
    expect(codeOf(await town.till.cancel(id, 'attempt'))).to.equal('payout-in-progress');
    expect(codeOf(await town.shop(`/payouts/${id}/cancel`, {}))).to.equal('payout-in-progress');
    await town.days(3);
    expect(await seen(town, id)).to.equal('succeeded');
    expect(codeOf(await town.shop(`/payouts/${id}/cancel`, {}))).to.equal('session-closed');
  });

  path('too late for cash that is out and a wallet that is charged', async (town) => {
    const cash = await owed(town, yen(12_000));
    await choose(town, cash, ATM);
    await takeCash(town, cash);
    expect(codeOf(await town.till.cancel(cash, 'attempt'))).to.equal('payout-in-progress');
    const wallet = await owed(town, yen(12_000));
    await choose(town, wallet, AU_PAY);
    await receive(town, await pageOf(town, wallet), 'ticket-1', 'au-pay');
    expect((await town.till.cancel(wallet, 'attempt')).status).to.equal(409);
    await town.pass(1200, 2);
    for (const id of [cash, wallet]) expect(await seen(town, id)).to.equal('succeeded');
  });

  path('never possible for WebMoney', async (town) => {
    const id = await owed(town, usd(100));
    await choose(town, id, Z_PURSE);
    expect((await factsOf(town, id)).cancelable).to.equal(false);
    expect(codeOf(await town.till.cancel(id, 'attempt'))).to.equal('payout-in-progress');
    await town.deliver();
    expect(await seen(town, id)).to.equal('succeeded');
  });

  path('one that nobody has chosen yet', async (town) => {
    const id = await owed(town, yen(12_000));
    await town.shop(`/payouts/${id}/cancel`, {});
    expect(codeOf(await town.till.confirm(id, BANK))).to.equal('session-closed');
  });
});

describe('money: a link with a question', () => {
  path('answered right, in another spelling', async (town) => {
    const id = await owed(town, yen(12_000), { question });
    expect((await factsOf(town, id)).question).to.deep.equal({ text: question.text, triesLeft: 5 });
    expect(codeOf(await town.till.confirm(id, BANK))).to.equal('answer-missing');
    expect((await town.till.post(`/sessions/${id}/answer`, answered)).status).to.equal(200);
    await choose(town, id, { ...BANK, ...answered });
    await town.days(3);
    expect(await seen(town, id)).to.equal('succeeded');
  });

  path('answered wrong, then right', async (town) => {
    const id = await owed(town, yen(12_000), { question });
    expect(codeOf(await town.till.confirm(id, { ...BANK, answer: 'Osaka' }))).to.equal('answer-wrong');
    expect(town.gmo.deposits()).to.have.length(0);
    await choose(town, id, { ...BANK, ...answered });
    await town.days(3);
    expect(await seen(town, id)).to.equal('succeeded');
  });

  path('all tries used up: nothing is sent, the shop is told', async (town) => {
    const id = await owed(town, yen(12_000), { question });
    for (let tries = 0; tries < 5; tries += 1) await town.till.post(`/sessions/${id}/answer`, { answer: 'Osaka' });
    expect(codeOf(await town.till.confirm(id, { ...BANK, ...answered }))).to.equal('session-closed');
    expect(await seen(town, id)).to.equal('failed question-failed');
    expect(town.gmo.deposits()).to.have.length(0);
  });
});

describe('money: a link opened', () => {
  path('twice: the same page, and one payout', async (town) => {
    const id = await owed(town, yen(12_000));
    const [one, two] = [await town.till.session(id), await town.till.session(id)];
    expect({ ...one, issuedAt: '' }).to.deep.equal({ ...two, issuedAt: '' });
    const presses = [town.till.confirm(id, BANK, 'one-press'), town.till.confirm(id, BANK, 'one-press')];
    expect((await Promise.all(presses)).map(({ status }) => status)).to.deep.equal([200, 200]);
    await town.days(3);
    expect(await seen(town, id)).to.equal('succeeded');
    expect(town.gmo.deposits()).to.have.length(1);
  });

  path('on two devices that choose at once, at two servers: one payout', async (town) => {
    const id = await owed(town, yen(12_000));
    const other = town.boot();
    const answers = await Promise.all([
      town.till.confirm(id, BANK),
      other.confirm(id, AMAZON, 'elsewhere'),
      town.till.confirm(id, ATM),
      other.confirm(id, AU_PAY, 'elsewhere-too'),
    ]);
    expect(answers.filter(({ status }) => status === 200)).to.have.length(1);
    expect(town.gmo.deposits()).to.have.length(1);
    await town.till.cancel(id, 'attempt');
    await choose(town, id, BANK);
    await town.days(3);
    expect(await seen(town, id)).to.equal('succeeded');
  });

  path('after it was used: it shows what became of it, and takes nothing more', async (town) => {
    const id = await owed(town, yen(12_000));
    await choose(town, id, BANK);
    expect(codeOf(await town.till.confirm(id, ATM))).to.equal('attempt-in-progress');
    await town.days(3);
    expect((await town.till.session(id)).status).to.equal('succeeded');
    expect(codeOf(await town.till.confirm(id, ATM))).to.equal('session-closed');
    expect(town.gmo.deposits()).to.have.length(1);
  });

  path('after its end: nothing can be chosen; what was chosen before still arrives', async (town) => {
    const unused = await owed(town, yen(12_000), { expiresInSeconds: 3600 });
    const used = await owed(town, yen(700), { expiresInSeconds: 3600 });
    await choose(town, used, BANK);
    await town.pass(3601);
    expect(codeOf(await town.till.confirm(unused, BANK))).to.equal('session-expired');
    expect(await seen(town, unused)).to.equal('expired');
    await town.days(3);
    expect(await seen(town, used)).to.equal('succeeded');
  });

  path('guessed: there is no such payout', async (town) => {
    const id = await owed(town, yen(12_000));
    expect(id).to.match(/^[a-z2-7]{32}$/);
    expect(codeOf(await town.till.get(`${id.slice(0, -1)}${id.endsWith('a') ? 'b' : 'a'}`))).to.equal(
      'session-not-found',
    );
  });
});

describe('money: answers of GMO-PG that are lost after it acted', () => {
  for (const [name, wish] of Object.entries(WAYS)) {
    for (const loseAnswers of [1, 2, 3]) {
      path(`${name}, ${loseAnswers} lost: made once`, async (town) => {
        await town.gmo.setFaults({ loseAnswers });
        const id = await owed(town, yen(12_000), { destination: wish });
        await town.pass(30, 6);
        expect(town.gmo.deposits()).to.have.length(1);
        if (wish === ATM) await takeCash(town, id);
        if (wish === AMAZON) await receive(town, await pageOf(town, id), 'ticket-1', 'amazon');
        if (wish === AU_PAY) await receive(town, await pageOf(town, id), 'ticket-1', 'au-pay');
        await town.days(3);
        expect(await seen(town, id)).to.equal('succeeded');
        expect(town.gmo.deposits()).to.have.length(1);
      });
    }
  }

  path('the page of one that was called back is dead', async (town) => {
    const id = await owed(town, yen(12_000));
    await choose(town, id, AU_PAY);
    const page = await pageOf(town, id);
    await town.till.cancel(id, 'attempt');
    await choose(town, id, AU_PAY);
    const known = new URL((await town.form(page.href, { code1: 'ticket-1' })).headers.get('location') ?? '', page);
    await town.form(`${GMO}/au-pay${known.search}`, {});
    expect(town.gmo.deposits().map(({ state }) => state)).to.deep.equal(['canceled', 'offered']);
    await receive(town, await pageOf(town, id), 'ticket-1', 'au-pay');
    await town.pass(60);
    expect(await seen(town, id)).to.equal('succeeded');
  });
});
