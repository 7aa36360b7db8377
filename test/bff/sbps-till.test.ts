import { expect } from '@open-wc/testing';
import { MemoryStore } from '../../src/bff/store/memory.js';
import { ascii, HASH_KEY, provider, resultBody } from './sbps-case.js';
import { Clock, codeOf, ORDER, START_MS, Till } from './till.js';

const YEN = { amount: { value: 8420, currency: 'JPY' } };
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** A till whose only provider is SBPS, and what SBPS says to it. */
function counter() {
  const clock = new Clock();
  const store = new MemoryStore();
  const till = new Till({ clock, store, options: { providers: [provider({ now: clock.now })] } });
  const pending = async (method = 'sbps:alipay-plus/gcash', changes = {}) => {
    const id = await till.open({ ...YEN, ...changes });
    expect((await till.confirm(id, { method })).status).to.equal(200);
    return { id, attempt: await till.attempt(id) };
  };
  const post = (path: string, body: BodyInit) => till.call(path, { method: 'POST', headers: FORM, body });
  const notify = async (attempt: string, change: Record<string, string> = {}, key = HASH_KEY) => {
    const body = await resultBody({ order_id: attempt, amount: '8420', ...change }, { key });
    return (await post('/webhooks/sbps', body)).text;
  };
  return { till, clock, store, pending, post, notify };
}

const NG = { res_result: 'NG', res_err_code: '51050001', res_payment_date: '', res_tracking_id: '80312789324670' };

describe('a till with SBPS', () => {
  it('sends the buyer off with a form, a deadline and the wallet’s ten minutes', async () => {
    const { till, pending } = counter();
    const { id, attempt } = await pending();
    const session = await till.session(id);
    const action = session.status === 'pending' ? session.nextAction : expect.fail(session.status);
    if (action.type !== 'redirect') return expect.fail(action.type);
    expect(action).to.include({ method: 'POST', charset: 'Shift_JIS', payWithinSeconds: 600 });
    expect(action.deadline).to.equal(new Date(START_MS + 600_000).toISOString());
    expect(Object.fromEntries(action.fields)).to.include({
      order_id: attempt,
      amount: '8420',
      item_name: 'Two cups',
      request_date: '20261121142600',
      success_url: `https://pay.shop.example/reji/returns/sbps?attempt=${attempt}&hint=success`,
      pagecon_url: 'https://pay.shop.example/reji/webhooks/sbps',
    });
  });

  it('is paid by the notification, once, however often it comes', async () => {
    const { till, pending, notify } = counter();
    const { id, attempt } = await pending();
    const { rev } = await till.record(id);
    for (let time = 0; time < 5; time++) expect(await notify(attempt)).to.equal('OK,');
    expect(await till.session(id)).to.deep.include({
      status: 'succeeded',
      method: 'sbps:alipay-plus/gcash',
      reference: '80312789324671',
      paidAt: '2026-11-21T05:02:30.000Z',
    });
    expect((await till.record(id)).rev).to.equal(rev + 1);
  });

  it('opens again after a refusal, and is paid by the next try', async () => {
    const { till, pending, notify } = counter();
    const { id, attempt } = await pending('sbps:webmoney');
    expect(await notify(attempt, NG)).to.equal('OK,');
    expect(await till.session(id)).to.deep.include({
      status: 'open',
      lastFailure: { method: 'sbps:webmoney', code: 'declined', providerCode: '51050001' },
    });
    await till.confirm(id, { method: 'sbps:webmoney' });
    expect(await notify(await till.attempt(id))).to.equal('OK,');
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('takes notifications in any order: money is never lost', async () => {
    const first = counter();
    const before = await first.pending();
    await first.notify(before.attempt, NG);
    await first.notify(before.attempt);
    expect((await first.till.session(before.id)).status).to.equal('succeeded');
    const second = counter();
    const after = await second.pending();
    await second.notify(after.attempt);
    expect(await second.notify(after.attempt, NG)).to.equal('OK,');
    expect(await second.till.session(after.id)).to.include({ status: 'needsAttention', code: 'contradicting-message' });
  });

  it('answers a doubt with OK, and shows it to the shop', async () => {
    for (const [change, code] of [
      [{ amount: '8419' }, 'amount-mismatch'],
      [{ amount: '' }, 'amount-mismatch'],
      [{ res_payment_date: '' }, 'message-odd'],
    ] as const) {
      const { till, pending, notify } = counter();
      const { id, attempt } = await pending();
      expect(await notify(attempt, change)).to.equal('OK,');
      expect(await till.session(id)).to.include({ status: 'needsAttention', code });
    }
  });

  it('keeps a notification of an order that it does not know', async () => {
    const { till, store, notify } = counter();
    expect(await notify('nobody')).to.equal('OK,');
    expect(till.logged.find(({ effect }) => effect === 'unknown-attempt')).to.include({ level: 'warn' });
    const kept = { provider: 'sbps', key: 'nobody/OK/80312789324671', raw: '', receivedAtMs: 0 };
    expect(await store.keepMessage(kept)).to.equal('duplicate');
  });

  it('answers NG, to a forgery and stores nothing of it', async () => {
    const { till, pending, notify, post } = counter();
    const { id, attempt } = await pending();
    const before = await till.record(id);
    expect(await notify(attempt, {}, 'another key')).to.equal('NG,signature-invalid');
    const unsigned = await post('/webhooks/sbps', `order_id=${attempt}&res_result=OK`);
    expect([unsigned.status, unsigned.text]).to.deep.equal([200, 'NG,signature-invalid']);
    expect(await till.record(id)).to.deep.equal(before);
  });

  it('answers NG, when it could not store the notification', async () => {
    const { till, pending, notify, store } = counter();
    const { id, attempt } = await pending();
    const change = store.change.bind(store);
    store.change = () => Promise.reject(new Error('disk full'));
    expect(await notify(attempt)).to.equal('NG,not stored');
    store.change = change;
    expect((await till.session(id)).status).to.equal('pending');
    expect(await notify(attempt)).to.equal('OK,');
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('takes the browser’s return for a hint: only the notification pays', async () => {
    const { till, pending, notify, post } = counter();
    const { id, attempt } = await pending();
    const path = `/returns/sbps?attempt=${attempt}&hint=success`;
    const forged = await post(path, ascii(`order_id=${attempt}&res_result=OK`));
    expect(forged.status).to.equal(303);
    expect(await till.session(id)).to.have.nested.property('nextAction.type', 'redirect');
    const body = await resultBody({ order_id: attempt, amount: '8420' }, { over: 'shift_jis' });
    expect((await post(path, body)).headers.get('location')).to.equal(
      `https://shop.example/thanks?lang=ja&reji_session=${id}`,
    );
    expect(await till.session(id)).to.have.nested.property('nextAction.type', 'wait');
    expect((await post('/webhooks/sbps', body)).text, 'the browser’s hash').to.equal('NG,signature-invalid');
    expect(await notify(attempt)).to.equal('OK,');
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('ends an attempt that stays unpaid, and still takes its money afterwards', async () => {
    const { till, pending, notify, clock } = counter();
    const { id, attempt } = await pending('sbps:webmoney');
    clock.pass(599);
    expect((await till.session(id)).status).to.equal('pending');
    clock.pass(61);
    expect(await till.session(id)).to.deep.include({
      status: 'open',
      lastFailure: { method: 'sbps:webmoney', code: 'timed-out' },
    });
    expect(await notify(attempt)).to.equal('OK,');
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('shows money that comes after the end of the session to the shop', async () => {
    const { till, pending, notify, clock } = counter();
    const { id, attempt } = await pending('sbps:webmoney', { expiresInSeconds: 60 });
    clock.pass(3600);
    await till.bff.sweep();
    expect((await till.session(id)).status).to.equal('expired');
    expect(await notify(attempt)).to.equal('OK,');
    expect(await till.session(id)).to.include({ status: 'needsAttention', code: 'paid-late' });
  });

  it('refuses an order that can’t be sent, when it is made', async () => {
    const { till } = counter();
    const made = async (change: object) => {
      const answer = await till.create({ ...ORDER, ...YEN, ...change });
      return [codeOf(answer), (JSON.parse(answer.text) as { errors: unknown }).errors];
    };
    expect(await made({ order: { ...ORDER.order, description: 'ชา 🍵' } })).to.deep.equal([
      'customer-invalid',
      [{ field: 'order.description', code: 'not-shift-jis' }],
    ]);
    expect(await made({ customer: { id: '顧客' } })).to.deep.equal([
      'customer-invalid',
      [{ field: 'customer.id', code: 'not-single-byte' }],
    ]);
  });

  it('does not start what can’t be used', async () => {
    const { till } = counter();
    const id = await till.open(YEN);
    const phone = { 'Idempotency-Key': 'k1', 'User-Agent': 'DoCoMo/2.0 P903i' };
    const refused = await till.post(`/sessions/${id}/confirm`, { method: 'sbps:alipay-plus/gcash' }, phone);
    expect(codeOf(refused)).to.equal('method-unavailable');
    expect(codeOf(await till.confirm(id, { method: 'sbps:alipay-plus/paypay' }))).to.equal('method-unknown');
  });
});
