import { expect } from '@open-wc/testing';
import { usd } from './buyer.js';
import {
  choose,
  enterCode,
  factsOf,
  owed,
  oweBody,
  pressForCode,
  purse,
  refusalOf,
  seen,
  shownCode,
  transfer,
  Z_PURSE,
} from './recipient.js';
import { agree, path } from './sums.js';
import { Town } from './town.js';

describe('money: payouts to WebMoney purses', () => {
  for (const [number, currency] of [
    ['Z238479008342', 'USD'],
    ['E238479008342', 'EUR'],
    ['K238479008342', 'KZT'],
  ] as const) {
    for (const by of ['the shop', 'the recipient'] as const) {
      path(`to ${number.charAt(0)} for ${currency}, named by ${by}`, async (town) => {
        const destination = purse(number);
        const id = await owed(town, { value: 8420, currency }, by === 'the shop' ? { destination } : {});
        if (by === 'the recipient') await choose(town, id, destination);
        await town.deliver();
        expect(await seen(town, id)).to.equal('succeeded');
        expect(transfer(town)).to.include({ amount: 8420, currency, purse: number, status: 'success' });
        expect(transfer(town).description).to.match(/^Withdrawal from personal account №01234567890 /);
        expect((await factsOf(town, id)).destination?.purse).to.equal(`${number.charAt(0)}••••••••8342`);
      });
    }
  }

  path('an R purse, or one of another currency, is refused, and nothing is sent', async (town) => {
    const id = await owed(town, usd(8420));
    for (const number of ['R238479008342', 'E238479008342']) {
      expect(refusalOf(await town.till.confirm(id, purse(number)))).to.equal('input-invalid purse purse-currency');
      const direct = await town.shop('/payouts', oweBody(usd(8420), { destination: purse(number) }));
      expect(refusalOf(direct)).to.equal('input-invalid purse purse-currency');
    }
    expect(refusalOf(await town.till.confirm(id, purse('Z23847900834')))).to.equal('input-invalid purse purse-invalid');
    expect(town.monetix.payouts()).to.have.length(0);
  });

  for (const [value, code] of [
    [40_000, 'declined'],
    [40_400, 'limit-exceeded'],
  ] as const) {
    path(`${value} is declined, and nothing has moved`, async (town) => {
      const direct = await owed(town, usd(value), { destination: Z_PURSE });
      const id = await owed(town, usd(value));
      await choose(town, id, Z_PURSE);
      await town.deliver();
      expect(await seen(town, direct)).to.equal(`failed ${code}`);
      expect(await town.till.session(id)).to.have.nested.property('lastFailure.code', code);
      expect(await seen(town, id)).to.equal('open');
    });
  }

  for (const protectionDays of [0, 36]) {
    path(`protected for ${protectionDays} days is refused`, async (town) => {
      const destination = { ...Z_PURSE, protectionDays };
      const answer = await town.shop('/payouts', oweBody(usd(8420), { destination }));
      expect(refusalOf(answer)).to.equal('input-invalid protectionDays protection-days-invalid');
      expect(town.monetix.payouts()).to.have.length(0);
    });
  }

  for (const protectedWait of ['awaiting customer action', 'processing', 'success'] as const) {
    for (const protectionDays of [1, 35]) {
      const protection = { destination: { ...Z_PURSE, protectionDays } };
      const monetix = { protectedWait };
      path(
        `protected for ${protectionDays} days ("${protectedWait}"): the code is shown once, entered, received`,
        async (town) => {
          const id = await owed(town, usd(8420), protection);
          await town.deliver();
          const code = await shownCode(town, id);
          expect(transfer(town).protection).to.deep.equal({ code, days: protectionDays });
          expect(refusalOf(await pressForCode(town, id, 'another'))).to.equal('code-already-shown');
          await enterCode(town, 'WRONG234');
          expect(transfer(town).hold).to.equal('waiting');
          await town.days(protectionDays - 1);
          await enterCode(town, code);
          expect(transfer(town).hold).to.equal('received');
          expect(await seen(town, id)).to.equal('succeeded');
          await town.days(10);
          expect(await seen(town, id)).to.equal('succeeded');
        },
        { monetix },
      );

      path(
        `protected for ${protectionDays} days ("${protectedWait}"): not entered, so back and declined`,
        async (town) => {
          const id = await owed(town, usd(8420), protection);
          await town.deliver();
          await town.monetix.setFaults({ lose: protectionDays === 35 ? 'all' : 'none' });
          await town.days(protectionDays + 2);
          expect(transfer(town)).to.include({ hold: 'returned', status: 'decline' });
          expect(await seen(town, id)).to.equal('failed not-collected');
          expect(town.monetix.books()[0]).to.include({ paidOut: 0, held: 0, returned: 8420 });
        },
        { monetix },
      );
    }
  }

  it('said to be there only after it was said to be back: asked, and nothing counts as paid', async () => {
    let isHeld = true;
    const town: Town = new Town({
      monetix: {
        protectedWait: 'success',
        fetch: async (request) => {
          const isGood = (await request.clone().text()).includes('"status":"success"');
          return isGood && isHeld ? new Response(null, { status: 500 }) : town.till.bff(request);
        },
      },
    });
    const id = await owed(town, usd(8420), { destination: { ...Z_PURSE, protectionDays: 1 } });
    town.clock.pass(86_400);
    await town.deliver();
    expect(await seen(town, id)).to.equal('failed not-collected');
    isHeld = false;
    town.clock.pass(20);
    await town.deliver();
    expect(await seen(town, id)).to.equal('needsAttention paid-late');
    await town.days(2);
    expect(await seen(town, id)).to.equal('needsAttention paid-late');
    await agree(town);
  });

  path('the answer lost after Monetix acted: made once, protected or not', async (town) => {
    await town.monetix.setFaults({ answerLost: true, lose: 'all' });
    const plain = await owed(town, usd(8420), { destination: Z_PURSE });
    const held = await owed(town, usd(100), { destination: { ...Z_PURSE, protectionDays: 2 } });
    await town.monetix.setFaults({ answerLost: false });
    await town.pass(30, 3);
    expect(town.monetix.payouts()).to.have.length(2);
    expect(await seen(town, plain)).to.equal('succeeded');
    expect(await seen(town, held)).to.equal('pending');
    await enterCode(town, await shownCode(town, held));
    await town.pass(1200, 2);
    expect(await seen(town, held)).to.equal('succeeded');
  });

  path('the same request twice, at once and later, is one payout', async (town) => {
    const body = oweBody(usd(8420), { destination: Z_PURSE });
    const [one, two] = await Promise.all([town.read('/payouts', body, 'one'), town.read('/payouts', body, 'one')]);
    await town.deliver();
    const three = await town.read('/payouts', body, 'one');
    expect(new Set([one, two, three].map((made) => (made as { id: string }).id)).size).to.equal(1);
    expect(town.monetix.payouts()).to.have.length(1);
  });
});
