import { expect } from '@open-wc/testing';
import type { Refund } from '../../src/contract/refund.js';
import { START_MS } from '../bff/till.js';
import { paid, refund, refused, shopView, yen } from './buyer.js';
import { path } from './sums.js';
import { SBPS } from './town.js';
import type { Town } from './town.js';

/** The last millisecond of a day in Japan, so many days after the day on which the clock begins. */
const endOfDayMs = (days: number) =>
  (Math.floor((START_MS + 9 * 3_600_000) / 86_400_000) + days + 1) * 86_400_000 - 9 * 3_600_000 - 1;

function settle(town: Town, { id }: Refund, outcome: 'succeeded' | 'declined'): Promise<Refund> {
  return town.read<Refund>(`/orders/order-1/refunds/${id}`, { outcome });
}

const tokenOf = (town: Town) => town.sbps.payments()[0]?.token ?? '';

describe('money: refunds of Alipay+ through SBPS', () => {
  path('all of it', async (town) => {
    const id = await paid(town, 'alipay', yen(8420));
    expect((await refund(town)).status).to.equal('succeeded');
    expect((await town.till.session(id)).status).to.equal('refunded');
    expect(town.sbps.books()[0]).to.include({ paid: 8420, refunded: 8420 });
  });

  path('parts of it, and never more than was paid', async (town) => {
    const id = await paid(town, 'alipay', yen(8420));
    for (const part of [20, 400]) expect((await refund(town, yen(part))).status).to.equal('succeeded');
    expect(await town.till.session(id)).to.deep.include({ status: 'partiallyRefunded', refunded: yen(420) });
    expect(await refused(town, yen(8001))).to.equal('refund-exceeds-rest');
    expect((await refund(town)).amount).to.deep.equal(yen(8000));
    expect(await refused(town, yen(1))).to.equal('refund-exceeds-rest');
  });

  path('until the last millisecond of the 365th day, counting the day of purchase', async (town) => {
    const id = await paid(town, 'alipay', yen(8420));
    town.clock.ms = endOfDayMs(364);
    expect(await shopView(town)).to.deep.include({ refundable: yen(8420) });
    expect((await refund(town, yen(420))).status).to.equal('succeeded');
    town.clock.ms += 1;
    expect(await refused(town)).to.equal('refund-too-late');
    expect(await shopView(town)).to.not.have.property('refundable');
    expect((await town.till.session(id)).status).to.equal('partiallyRefunded');
  });

  path('nothing on the 366th day, where SBPS would refuse it too', async (town) => {
    await paid(town, 'alipay', yen(8420));
    town.clock.ms = endOfDayMs(365);
    expect(await refused(town)).to.equal('refund-too-late');
    const body = new URLSearchParams({ token: tokenOf(town), amount: '8420' });
    const byTool = await town.network(new Request(`${SBPS}/tool/refund`, { method: 'POST', body }));
    expect(byTool.status).to.equal(400);
  });

  for (const api of ['answer lost', 'unreadable', 'fails after'] as const) {
    path(`an answer that is lost after SBPS acted (${api}): settled after a look into its tool`, async (town) => {
      const id = await paid(town, 'alipay', yen(8420));
      await town.sbps.setFaults({ api });
      const unclear = await refund(town, yen(420));
      expect(unclear.status).to.equal('unknown');
      await town.sbps.setFaults({ api: 'works' });
      expect(await refused(town, yen(420)), 'nobody knows yet').to.equal('refund-in-progress');
      const made = town.sbps.books()[0]?.refunded === 420;
      expect((await settle(town, unclear, made ? 'succeeded' : 'declined')).status).to.equal('succeeded');
      expect(await town.till.session(id)).to.deep.include({ status: 'partiallyRefunded', refunded: yen(420) });
      await refund(town);
    });
  }

  path('one that SBPS never made, and says so in its tool', async (town) => {
    const id = await paid(town, 'alipay', yen(8420));
    await town.sbps.setFaults({ api: 'fails before' });
    const unclear = await refund(town);
    await town.sbps.setFaults({ api: 'works' });
    expect(town.sbps.books()[0]?.refunded).to.equal(0);
    await settle(town, unclear, 'declined');
    expect((await town.till.session(id)).status).to.equal('succeeded');
    expect((await refund(town)).status).to.equal('succeeded');
  });
});

describe('money: refunds of SBPS WebMoney, which has no interface for them', () => {
  path('recorded with its days, made in the admin tool, settled', async (town) => {
    const id = await paid(town, 'webmoney', yen(8420));
    const manual = await refund(town);
    expect(manual).to.deep.include({
      status: 'manual',
      manual: {
        instruction: 'sbps-admin-tool',
        requestBy: '2027-02-28',
        closesOn: '2026-11-25',
        paidOn: '2026-11-27',
      },
    });
    expect((await town.till.session(id)).status).to.equal('succeeded');
    await town.form(`${SBPS}/tool/refund`, { token: tokenOf(town), amount: '8420' });
    expect(town.sbps.books()[0]).to.include({ refunded: 0, requested: 8420 });
    await town.form(`${SBPS}/tool/process`, { token: tokenOf(town) });
    expect((await settle(town, manual, 'succeeded')).status).to.equal('succeeded');
    expect((await town.till.session(id)).status).to.equal('refunded');
  });

  path('one that the shop decides against leaves the money as it is', async (town) => {
    const id = await paid(town, 'webmoney', yen(8420));
    await settle(town, await refund(town, yen(420)), 'declined');
    expect((await town.till.session(id)).status).to.equal('succeeded');
    expect(await shopView(town)).to.deep.include({ refundable: yen(8420) });
  });

  path('until the end of the third month after the month of purchase', async (town) => {
    await paid(town, 'webmoney', yen(8420));
    town.clock.ms = Date.parse('2027-03-01T00:00:00+09:00') - 1;
    const manual = await refund(town, yen(420));
    expect(manual.manual?.requestBy).to.equal('2027-02-28');
    await town.form(`${SBPS}/tool/refund`, { token: tokenOf(town), amount: '420' });
    await town.form(`${SBPS}/tool/process`, { token: tokenOf(town) });
    await settle(town, manual, 'succeeded');
    town.clock.ms += 1;
    expect(await refused(town)).to.equal('refund-too-late');
  });
});
