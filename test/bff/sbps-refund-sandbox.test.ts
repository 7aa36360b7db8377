import { expect } from '@open-wc/testing';
import type { RefundOutcome, RefundWish } from '../../src/bff/refund-port.js';
import { sbpsProvider } from '../../src/bff/providers/sbps.js';
import type { SbpsApiOptions } from '../../src/bff/providers/sbps-api-options.js';
import type { SbpsSandboxOptions } from '../../src/sandbox/sbps-desk.js';
import { sbpsApiFaults } from '../../src/sandbox/sbps-faults.js';
import { api as access, apiRig, dayMs, paidByNumber, paidByWallet } from '../sandbox/sbps-api-case.js';
import { base, hashKey } from '../sandbox/sbps-rig.js';
import { dice } from './dice.js';
import { ascii, attempt } from './sbps-case.js';

const yen = (value: number) => ({ value, currency: 'JPY' });

/** SBPS and the provider that refunds through it; `order-1` is paid for, and SBPS has told so. */
async function refunding(
  pay: typeof paidByWallet = paidByWallet,
  api: Partial<SbpsApiOptions> = {},
  options: Partial<SbpsSandboxOptions> = {},
) {
  const test = apiRig(options);
  const sbps = sbpsProvider({
    merchantId: '30132',
    serviceId: '001',
    hashKey,
    wallets: ['gcash'],
    webmoney: true,
    now: () => test.clock.nowMs,
    api: {
      ...access,
      url: `${base}/api/xmlapi.do`,
      fetch: (url, init) => test.sandbox(new Request(url, init)),
      ...api,
    },
  });
  await pay(test, { order_id: 'order-1' });
  const notice = new Request('https://bff.example/webhooks/sbps', { method: 'POST' });
  const { messages } = await sbps.receive(notice, ascii(test.shop.bodies.at(-1) ?? ''));
  const { attemptId: id, reference, outcome } = messages[0] ?? expect.fail('no message');
  const paidAtMs = (outcome.type === 'paid' && outcome.paidAtMs) || expect.fail(outcome.type);
  const method = pay === paidByWallet ? 'sbps:alipay-plus/gcash' : 'sbps:webmoney';
  const paid = attempt({ id, method, status: 'succeeded', paidAtMs, ...(reference !== undefined && { reference }) });
  const refunds = sbps.refunds ?? expect.fail('no refunds');
  const wish = (value: number, rest = 1000): RefundWish => {
    return { attempt: paid, amount: yen(value), paid: yen(1000), rest: yen(rest), paidAtMs, nowMs: test.clock.nowMs };
  };
  /** Plans and makes a refund as the till does. */
  const refund = async (value: number, rest = 1000): Promise<RefundOutcome> => {
    expect(refunds.plan(wish(value, rest))).to.deep.equal({ type: 'provider' });
    return refunds.start({ ...wish(value, rest), id: 'refund-1', webhookUrl: '' });
  };
  const given = () => test.sandbox.books()[0]?.refunded ?? 0;
  return { test, refunds, wish, refund, given };
}

describe('sbps refunds against the sandbox', () => {
  it('gives all back, with SBPS’s number and time', async () => {
    const { test, refund, given } = await refunding();
    const outcome = await refund(1000);
    const [entry] = test.payment().refunds;
    expect(outcome).to.deep.equal({ type: 'done', reference: entry?.transactionId, atMs: entry?.changedMs });
    expect(given()).to.equal(1000);
  });

  it('gives parts back until nothing is left', async () => {
    const { refund, given } = await refunding();
    expect(await refund(1)).to.have.property('type', 'done');
    expect(await refund(998, 999)).to.have.property('type', 'done');
    expect(await refund(1, 1)).to.have.property('type', 'done');
    expect(given()).to.equal(1000);
    expect(await refund(1, 1)).to.deep.equal({ type: 'declined', code: 'declined', providerCode: '51050008' });
  });

  it('does not give back what somebody gave back in SBPS’s tool', async () => {
    const { test, refund, given } = await refunding();
    await test.post('/tool/refund', { token: test.payment().token, amount: '1' });
    expect(await refund(1000)).to.deep.equal({ type: 'declined', code: 'declined', providerCode: '51050009' });
    expect(given()).to.equal(1);
  });

  it('is taken by SBPS to the end of day 365, as planned', async () => {
    const { test, refunds, refund, wish } = await refunding();
    test.clock.nowMs = Date.parse('2027-11-20T23:59:59+09:00');
    expect(await refund(1)).to.have.property('type', 'done');
    const asked = wish(1, 999);
    test.clock.nowMs += 1000;
    expect(() => refunds.plan(wish(1, 999))).to.throw('refund-too-late');
    const late = await refunds.start({ ...asked, id: 'refund-2', webhookUrl: '' });
    expect(late).to.deep.equal({ type: 'declined', code: 'declined', providerCode: '51050007' });
  });

  it('does not know what became of a refund whose answer was lost, whether it was made or not', async () => {
    for (const [api, refunded] of [
      ['fails before', 0],
      ['fails after', 1000],
      ['answer lost', 1000],
      ['unreadable', 1000],
    ] as const) {
      const { refund, given } = await refunding(paidByWallet, {}, { faults: { api } });
      expect(await refund(1000), api).to.deep.equal({ type: 'unknown' });
      expect(given(), api).to.equal(refunded);
    }
  });

  it('does not know what became of a refund that is answered too late', async () => {
    const slow = async (url: string, init: RequestInit) => {
      await test.sandbox(new Request(url, init));
      throw new DOMException('late', 'TimeoutError');
    };
    const { test, refund, given } = await refunding(paidByWallet, { fetch: slow });
    expect(await refund(1000)).to.deep.equal({ type: 'unknown' });
    expect(given()).to.equal(1000);
  });

  for (const [what, api] of [
    ['password', { basicPassword: 'wrong' }],
    ['name', { basicId: '99999001' }],
  ] as const) {
    it(`is declined with a wrong ${what} of the authentication`, async () => {
      const { refund, given } = await refunding(paidByWallet, api);
      expect(await refund(1000)).to.deep.equal({ type: 'declined', code: 'provider-refused' });
      expect(given()).to.equal(0);
    });
  }

  it('is declined by SBPS when its fields are in another order', async () => {
    const refundFields = [
      ['tracking_id', 'trackingId'],
      ['merchant_id', 'merchantId'],
      ['service_id', 'serviceId'],
      ['pay_option_manage/amount', 'amount'],
      ['request_date', 'requestDate'],
    ] as const;
    const { refund } = await refunding(paidByWallet, { refundFields });
    expect(await refund(1)).to.deep.equal({ type: 'declined', code: 'provider-refused', providerCode: '99909008' });
  });

  it('leaves WebMoney to the shop, who asks in the tool; SBPS refunds it by the day that was said', async () => {
    const { test, refunds, wish } = await refunding(paidByNumber);
    const manual = {
      instruction: 'sbps-admin-tool',
      requestBy: '2027-02-28',
      closesOn: '2026-11-25',
      paidOn: '2026-11-27',
    };
    expect(refunds.plan(wish(400))).to.deep.equal({ type: 'manual', manual });
    const { token } = test.payment();
    await test.post('/tool/refund', { token, amount: '400' });
    test.clock.nowMs += 6 * dayMs;
    await test.post('/tool/process', { token });
    expect(test.sandbox.books()[0]).to.include({ paid: 1000, refunded: 400, requested: 0 });
  });

  for (let seed = 1; seed <= 25; seed++) {
    it(`says of every yen what SBPS’s books say, or that it does not know: life ${seed}`, async () => {
      const next = dice(seed);
      const roll = (sides: number) => Math.floor(next() * sides);
      const { test, refund, given } = await refunding();
      const sums = { done: 0, unknown: 0 };
      for (let step = 0; step < 12; step++) {
        await test.sandbox.setFaults({ api: sbpsApiFaults[roll(sbpsApiFaults.length)] ?? 'works' });
        const value = 1 + roll(400);
        const { type } = await refund(value);
        if (type === 'done' || type === 'unknown') sums[type] += value;
        expect(given()).to.be.within(sums.done, sums.done + sums.unknown);
        expect(given()).to.be.at.most(1000);
      }
    });
  }
});
