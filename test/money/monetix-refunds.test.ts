import { expect } from '@open-wc/testing';
import { paid, refund, shopView, usd } from './buyer.js';
import { path } from './sums.js';

describe('money: refunds of Monetix WebMoney', () => {
  for (const by of ['gate', 'payment-page'] as const) {
    for (const way of ['light', 'classic'] as const) {
      path(
        `all of a ${way} payment by ${by}`,
        async (town) => {
          const id = await paid(town, way, usd(8420));
          const asked = await refund(town);
          expect(asked.status).to.equal('pending');
          await town.deliver();
          expect((await town.till.session(id)).status).to.equal('refunded');
          expect((await shopView(town)).refunds).to.have.nested.property('[0].status', 'succeeded');
          expect(town.monetix.books()[0]).to.include({ moneyIn: 8420, refunded: 8420 });
        },
        { interface: by },
      );
    }
  }

  path('a part, then the rest', async (town) => {
    const id = await paid(town, 'classic', usd(8420));
    await refund(town, usd(420));
    await town.deliver();
    expect(await town.till.session(id)).to.deep.include({ status: 'partiallyRefunded', refunded: usd(420) });
    expect((await refund(town)).amount).to.deep.equal(usd(8000));
    await town.deliver();
    expect((await town.till.session(id)).status).to.equal('refunded');
    expect(await shopView(town)).to.deep.include({ refundable: usd(0) });
  });

  for (const [value, code, providerCode] of [
    [50000, 'declined', '100'],
    [50500, 'limit-exceeded', '20101'],
  ] as const) {
    path(`declined for ${value}: the payment stays paid, and the shop is told why`, async (town) => {
      const id = await paid(town, 'light', usd(60_000));
      await refund(town, usd(value));
      await town.deliver();
      expect((await town.till.session(id)).status).to.equal('succeeded');
      const [made] = (await shopView(town)).refunds;
      expect(made).to.include({ status: 'declined', code, providerCode });
      expect(await shopView(town)).to.deep.include({ refundable: usd(60_000) });
      await refund(town, usd(value - 1));
      await town.deliver();
      expect((await town.till.session(id)).status).to.equal('partiallyRefunded');
    });
  }

  path('the answer lost after Monetix acted: asked again, not paid twice', async (town) => {
    const id = await paid(town, 'light', usd(8420));
    await town.monetix.setFaults({ answerLost: true, lose: 'all' });
    const asked = await refund(town, usd(4000), 'order-1', 'the-key');
    expect(asked.status).to.equal('starting');
    await town.monetix.setFaults({ answerLost: false });
    expect((await refund(town, usd(4000), 'order-1', 'the-key')).id).to.equal(asked.id);
    await town.pass(20, 3);
    expect(await town.till.session(id)).to.deep.include({ status: 'partiallyRefunded', refunded: usd(4000) });
    expect(town.monetix.payments()[0]?.refunds).to.have.length(1);
  });

  path('every callback lost: found by asking', async (town) => {
    const id = await paid(town, 'classic', usd(8420));
    await town.monetix.setFaults({ lose: 'all' });
    expect((await refund(town)).status).to.equal('pending');
    await town.pass(30, 2);
    expect((await town.till.session(id)).status).to.equal('refunded');
  });

  path('a callback that comes five times, late and before the answer', async (town) => {
    const id = await paid(town, 'classic', usd(8420));
    await town.monetix.setFaults({ duplicate: 5, delayMs: 3000, reorder: true });
    await refund(town, usd(1000));
    await town.pass(30);
    await refund(town, usd(1000));
    await town.pass(30);
    expect(await town.till.session(id)).to.deep.include({ status: 'partiallyRefunded', refunded: usd(2000) });
  });
});
