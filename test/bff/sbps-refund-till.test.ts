import { expect } from '@open-wc/testing';
import type { Refund } from '../../src/contract/refund.js';
import type { OrderAnswer } from '../../src/contract/requests.js';
import type { SbpsApiOptions } from '../../src/bff/providers/sbps-api-options.js';
import { createSbpsSandbox } from '../../src/sandbox/sbps.js';
import type { SbpsFaults } from '../../src/sandbox/sbps-faults.js';
import { HASH_KEY, provider, resultBody } from './sbps-case.js';
import { API_KEY, arriving, Clock, codeOf, Till } from './till.js';

const SANDBOX = 'https://sandbox.example';
const API = { basicId: '99999001', basicPassword: 'secret' };

/** A paid order of ¥8,420, SBPS with the same payment in its books, and the shop's calls. */
async function paid(method: string, faults: Partial<SbpsFaults> = {}) {
  const clock = new Clock();
  const api: SbpsApiOptions = {
    ...API,
    url: `${SANDBOX}/api/xmlapi.do`,
    fetch: (url, init) => sandbox(new Request(url, init)),
  };
  const till = new Till({ clock, options: { providers: [provider({ now: clock.now, api })] } });
  let notified = '';
  const sandbox = createSbpsSandbox({
    publicUrl: SANDBOX,
    merchants: [{ merchantId: '99999', serviceId: '001', hashKey: HASH_KEY, wallets: ['gcash'], api: API }],
    now: clock.now,
    setTimer: () => 0,
    clearTimer: () => undefined,
    fetch: async (request) => {
      notified = await request.clone().text();
      return till.bff(request);
    },
    faults,
  });
  const form = (path: string, fields: Record<string, string>) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return sandbox(new Request(SANDBOX + path, { method: 'POST', headers, body: new URLSearchParams(fields) }));
  };
  const id = await till.open({ amount: { value: 8420, currency: 'JPY' } });
  await till.confirm(id, { method });
  const session = await till.session(id);
  const action = session.status === 'pending' ? session.nextAction : expect.fail(session.status);
  if (action.type !== 'redirect') return expect.fail(action.type);
  await form('/f01/FepBuyInfoReceive.do', Object.fromEntries(action.fields));
  const { token, walletToken } = sandbox.payments()[0] ?? expect.fail('no payment');
  if (method === 'sbps:webmoney') {
    await form(`/pay/${token}/product`, { product: 'webmoney' });
    await form(`/pay/${token}/number`, { number: 'ABCD1234EFGH5678' });
  } else {
    await form(`/pay/${token}/product`, { product: 'alipay-plus' });
    await form(`/pay/${token}/wallet`, { wallet: 'gcash' });
    await form(`/wallet/${walletToken}/gcash`, { answer: 'approve' });
  }
  expect((await till.session(id)).status).to.equal('succeeded');
  const headers = (key: string) => ({ Authorization: `Bearer ${API_KEY}`, 'Idempotency-Key': key });
  const asked = (key: string, value?: number) => {
    const amount = value === undefined ? {} : { amount: { value, currency: 'JPY' } };
    return till.post('/orders/order-1/refunds', amount, headers(key));
  };
  const refund = async (key: string, value?: number) => JSON.parse((await asked(key, value)).text) as Refund;
  const settle = async (refundId: string, outcome: Refund['status']) => {
    const answer = await till.post(`/orders/order-1/refunds/${refundId}`, { outcome }, headers('settle'));
    return JSON.parse(answer.text) as Refund;
  };
  /** The same order is paid once more, under another number. @returns the answer to SBPS */
  const again = async () => {
    const { sps_hashcode: _, ...fields } = Object.fromEntries(new URLSearchParams(notified));
    const body = await resultBody({ ...fields, res_tracking_id: '80000000009999' });
    const sent = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await till.bff(arriving('/webhooks/sbps', { method: 'POST', headers: sent, body }))).text();
  };
  const book = () => sandbox.books()[0] ?? expect.fail('no books');
  return { till, clock, sandbox, id, form, token, asked, refund, settle, book, again };
}

describe('a till that refunds through SBPS', () => {
  it('gives an Alipay+ payment back in parts, once a press, and never more than was paid', async () => {
    const { till, id, asked, refund, book } = await paid('sbps:alipay-plus/gcash');
    const part = await refund('k1', 420);
    expect(part).to.include({ status: 'succeeded' });
    expect(await refund('k1', 420)).to.deep.equal(part);
    const refunded = { value: 420, currency: 'JPY' };
    expect(await till.session(id)).to.deep.include({ status: 'partiallyRefunded', refunded });
    expect(codeOf(await asked('k2', 8001))).to.equal('refund-exceeds-rest');
    expect((await refund('k3')).amount.value).to.equal(8000);
    expect((await till.session(id)).status).to.equal('refunded');
    expect(codeOf(await asked('k4', 1))).to.equal('refund-exceeds-rest');
    expect(book()).to.include({ paid: 8420, refunded: 8420 });
  });

  for (const first of ['the refund', 'the second payment'] as const) {
    it(`hides no second payment of one order, when ${first} comes first`, async () => {
      const { till, id, refund, again } = await paid('sbps:alipay-plus/gcash');
      if (first === 'the refund') expect(await refund('k1')).to.include({ status: 'succeeded' });
      expect(await again()).to.equal('OK,');
      expect(await again()).to.equal('OK,');
      if (first === 'the second payment') expect(await refund('k1')).to.include({ status: 'succeeded' });
      expect(await till.session(id)).to.deep.include({ status: 'needsAttention', code: 'paid-twice' });
      const answer = await till.call('/orders/order-1', { headers: { Authorization: `Bearer ${API_KEY}` } });
      const [session] = (JSON.parse(answer.text) as OrderAnswer).sessions;
      expect(session?.attempts[0]?.paidAgain).to.deep.equal([
        { reference: '80000000009999', amount: { value: 8420, currency: 'JPY' } },
      ]);
    });
  }

  it('makes one of two full refunds that arrive at once', async () => {
    const { asked, book } = await paid('sbps:alipay-plus/gcash');
    const answers = await Promise.all([asked('k1'), asked('k2')]);
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).to.have.length(1);
    expect(book()).to.include({ refunded: 8420 });
  });

  it('leaves a refund whose answer was lost to the shop, who looks in SBPS’s tool', async () => {
    const { refund, settle, book } = await paid('sbps:alipay-plus/gcash', { api: 'answer lost' });
    const unclear = await refund('k1');
    expect(unclear.status).to.equal('unknown');
    expect(await settle(unclear.id, 'succeeded')).to.include({ status: 'succeeded' });
    expect(book().refunded).to.equal(8420);
  });

  it('tells the shop why SBPS refused, and leaves the payment paid', async () => {
    const { till, id, form, token, refund } = await paid('sbps:alipay-plus/gcash');
    await form('/tool/refund', { token, amount: '8420' });
    expect(await refund('k1')).to.include({ status: 'declined', code: 'declined', providerCode: '51050008' });
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('tells the shop what to do by hand for WebMoney, and believes it when it is done', async () => {
    const { form, token, refund, settle, book } = await paid('sbps:webmoney');
    const manual = await refund('k1', 20);
    expect(manual).to.include({ status: 'manual' });
    expect(manual.manual).to.deep.equal({
      instruction: 'sbps-admin-tool',
      requestBy: '2027-02-28',
      closesOn: '2026-11-25',
      paidOn: '2026-11-27',
    });
    await form('/tool/refund', { token, amount: '20' });
    await form('/tool/process', { token });
    expect(await settle(manual.id, 'succeeded')).to.include({ status: 'succeeded' });
    expect(book()).to.include({ paid: 8420, refunded: 20, requested: 0 });
  });

  it('takes no refund of a WebMoney payment after its third month', async () => {
    const { clock, asked } = await paid('sbps:webmoney');
    clock.ms = Date.parse('2027-03-01T00:00:00+09:00');
    expect(codeOf(await asked('k1'))).to.equal('refund-too-late');
  });

  it('is not paid a second time by a notification that comes after the refund', async () => {
    const { till, id, refund } = await paid('sbps:alipay-plus/gcash');
    await refund('k1', 20);
    const { rev, attempts } = await till.record(id);
    const [{ id: order_id, reference = '' } = expect.fail('no attempt')] = attempts;
    const body = await resultBody({ order_id, amount: '8420', res_tracking_id: reference });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    expect((await till.call('/webhooks/sbps', { method: 'POST', headers, body })).text).to.equal('OK,');
    expect((await till.record(id)).rev).to.equal(rev);
  });
});
