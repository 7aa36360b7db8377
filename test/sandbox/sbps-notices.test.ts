import { expect } from '@open-wc/testing';
import { sbpsHash } from '../../src/sandbox/sbps-hash.js';
import type { SbpsFields } from '../../src/sandbox/sbps-hash.js';
import { answerIn, formFields, hashKey, heading, mainText, rig, where } from './sbps-rig.js';
import type { Rig } from './sbps-rig.js';
import vectors from '../fixtures/sbps-vectors.json' with { type: 'json' };

/** The names of a result in the order of its hash, as the public sample has them. */
const order = vectors.sbps_hashcode.find(({ id }) => id === 'A02-1')?.hash_order ?? [];

const inOrder = (told: Record<string, string>): SbpsFields => order.map((name) => [name, told[name] ?? '']);

async function byNumber(test: Rig, change: Record<string, string> = {}) {
  const path = await test.open({ pay_method: 'webmoney', ...change });
  await test.post(`${path}/number`, { number: 'AB12CD34EF56GH78' });
  return path;
}

describe('SBPS sandbox: the result notification (A02-1)', () => {
  it('comes before the browser goes back, with the documented fields and a hash over UTF-8 in capitals', async () => {
    const test = rig();
    const path = await test.open({ free1: '自由', item_name: '表示ソ' });
    await test.post(`${path}/product`, { product: 'alipay-plus' });
    await test.post(`${path}/wallet`, { wallet: 'gcash' });
    test.clock.nowMs += 61_000;
    await test.post(`/wallet/${test.payment().walletToken}/gcash`, { answer: 'approve' });
    const [told = {}] = test.shop.received;
    expect(test.shop.urls).to.deep.equal(['https://bff.example/sbps/result']);
    expect(Object.keys(told)).to.deep.equal([...order, 'sps_hashcode']);
    const { trackingId } = test.payment();
    expect(trackingId).to.match(/^\d{14}$/);
    expect(told).to.include({ order_id: 'ORDER-0001', amount: '1000', item_name: '表示ソ', free1: '自由' });
    expect(told).to.include({ res_result: 'OK', res_tracking_id: trackingId, res_pay_method: 'alipay' });
    expect(told).to.include({ res_payment_date: '20261121142701', res_err_code: '', limit_second: '600' });
    const hash = await sbpsHash(inOrder(told), hashKey, 'utf-8');
    expect(told['sps_hashcode']).to.equal(hash.toUpperCase());
    expect(test.shop.bodies[0]).to.contain('item_name=%95%5C%8E%A6%83%5C');
  });

  it('repeats free_csv and detail rows when there were any', async () => {
    const test = rig();
    await byNumber(test, { free_csv: 'QUJD' });
    const names = Object.keys(test.shop.received[0] ?? {});
    expect(names.slice(names.indexOf('free3'), names.indexOf('request_date'))).to.deep.equal(['free3', 'free_csv']);
  });

  it('is followed by the browser’s return (A03-1), hashed over Shift_JIS in small letters', async () => {
    const test = rig();
    const form = (await test.page(await byNumber(test))).querySelector('form');
    expect(form?.getAttribute('action')).to.equal('https://shop.example/ok');
    expect(form?.getAttribute('method')).to.equal('post');
    expect(form?.getAttribute('accept-charset')).to.equal('Shift_JIS');
    const { sps_hashcode: hash, ...fields } = formFields(form);
    const { sps_hashcode: _other, ...told } = test.shop.received[0] ?? {};
    expect(fields).to.deep.equal(told);
    expect(hash).to.equal(await sbpsHash(inOrder(fields), hashKey, 'shift_jis'));
  });

  it('is not sent for a timeout or a decline unless options say so', async () => {
    const silent = rig({ tellsDeclines: false });
    await answerIn(silent, 'decline');
    expect(silent.shop.received).to.be.empty;
    const test = rig({ tellsTimeouts: true });
    await test.open();
    test.clock.nowMs += 600_000;
    expect(await test.sandbox.deliverDue()).to.equal(1);
    expect(test.shop.received[0]).to.include({ res_result: 'NG', res_err_code: '99910000' });
  });
});

describe('SBPS sandbox: a merchant that does not answer OK,', () => {
  for (const answer of ['NG,not stored', 'OK', 'ok,', 'OK,NG', '', '<html>OK,</html>', 500, 0]) {
    it(`undoes Alipay+ and leaves the charge of WebMoney standing: ${JSON.stringify(answer)}`, async () => {
      const test = rig();
      test.shop.answers = [answer, answer];
      const path = await answerIn(test, 'approve');
      expect(test.payment()).to.include({ status: 'reversed', told: 'failed', errorCode: '51050005' });
      const end = await test.page(path);
      expect([heading(end), end.querySelector('form')?.getAttribute('action')]).to.deep.equal([
        'Payment undone',
        'https://shop.example/error',
      ]);
      const other = await byNumber(test, { order_id: 'o2' });
      expect(test.payment()).to.include({ status: 'paid', told: 'failed', errorCode: '99950005' });
      const page = await test.page(other);
      expect(heading(page)).to.equal('Charged, but the shop did not confirm');
      expect(formFields(page.querySelector('form'))).to.include({ res_result: 'NG', res_err_code: '99950005' });
      expect(mainText(await test.page('/'))).to.contain('the charge stands and needs a refund by hand');
      test.clock.nowMs += 86_400_000;
      expect(await test.sandbox.deliverDue()).to.equal(0);
    });
  }

  it('is asked again as often as options say, while the buyer waits', async () => {
    const test = rig({ retries: 2, timeScale: 0.1 });
    test.shop.answers = ['NG,busy', 500];
    const path = await answerIn(test, 'approve');
    expect(heading(await test.page(path))).to.equal('One moment');
    expect((await test.send(path)).headers.get('refresh')).to.equal('3');
    test.clock.nowMs += 6000;
    expect(await test.sandbox.deliverDue()).to.equal(1);
    test.clock.nowMs += 6000;
    await test.sandbox.deliverDue();
    expect(test.sandbox.notices()[0]).to.include({ state: 'delivered', attempts: 3, lastAnswer: 'OK,' });
    expect(heading(await test.page(path))).to.equal('Paid');
  });

  it('is given up after the last attempt', async () => {
    const test = rig({ retries: 1 });
    test.shop.answers = ['NG,', 'NG,'];
    await answerIn(test, 'approve');
    test.clock.nowMs += 60_000;
    await test.sandbox.deliverDue();
    expect(test.sandbox.notices()[0]).to.include({ state: 'given up', attempts: 2 });
    expect(test.payment().status).to.equal('reversed');
  });
});

describe('SBPS sandbox: faults', () => {
  it('sends a notification several times; the first answer decides', async () => {
    const test = rig({ faults: { duplicate: 3 } });
    test.shop.answers = ['OK,', 'NG,again', 'NG,again'];
    await answerIn(test, 'approve');
    expect(new Set(test.shop.bodies).size).to.equal(1);
    expect(test.shop.bodies).to.have.length(3);
    expect(test.payment()).to.include({ status: 'paid', told: 'ok' });
  });

  it('sends it after the browser went back', async () => {
    const test = rig({ faults: { delayMs: 30_000 } });
    const path = await answerIn(test, 'approve');
    expect(heading(await test.page(path))).to.equal('Paid');
    expect(test.shop.received).to.be.empty;
    expect(test.sandbox.nextDueAtMs()).to.equal(test.clock.nowMs + 30_000);
    test.clock.nowMs += 30_000;
    expect(await test.sandbox.deliverDue()).to.equal(1);
    expect(test.payment()).to.include({ status: 'paid', told: 'ok' });
  });

  it('sends it by itself, on one timer', async () => {
    const test = rig({ faults: { delayMs: 30_000 } });
    await answerIn(test, 'approve');
    expect(test.timers.size).to.equal(1);
    test.clock.nowMs += 30_000;
    const told = new Promise<void>((resolve) => {
      test.sandbox.subscribe(() => test.payment().told === 'ok' && resolve());
    });
    test.firstDue()?.run();
    await told;
    test.sandbox.close();
    expect(test.timers.size).to.equal(0);
  });

  it('never sends it, and the charge stands', async () => {
    const test = rig({ faults: { lose: 1 } });
    const path = await answerIn(test, 'approve');
    expect(test.shop.received).to.be.empty;
    expect(test.payment()).to.include({ status: 'paid', told: 'lost' });
    const form = (await test.page(path)).querySelector('form');
    expect(form?.getAttribute('action')).to.equal('https://shop.example/ok');
    expect(test.sandbox.faults().lose).to.equal(0);
    await answerIn(test, 'approve', { order_id: 'o2' });
    expect(test.shop.received).to.have.length(1);
  });

  it('sends an older NG of the same order after the OK', async () => {
    const test = rig({ faults: { reorder: true } });
    await answerIn(test, 'approve');
    expect(test.shop.received.map(({ res_result: result }) => result)).to.deep.equal(['OK', 'NG']);
    const [ok, ng] = test.shop.received;
    expect(Number(ng?.['res_date'])).to.be.at.most(Number(ok?.['res_date']));
    expect(ng?.['order_id']).to.equal(ok?.['order_id']);
    expect(ng?.['res_tracking_id']).not.to.equal(ok?.['res_tracking_id']);
    expect(ng?.['sps_hashcode']).to.equal((await sbpsHash(inOrder(ng ?? {}), hashKey, 'utf-8')).toUpperCase());
    expect(test.payment()).to.include({ status: 'paid', told: 'ok' });
  });

  it('loses the merchant’s answer, so that Alipay+ is undone though the merchant took it', async () => {
    const test = rig({ faults: { answerLost: true } });
    await answerIn(test, 'approve');
    expect(test.shop.received[0]).to.include({ res_result: 'OK' });
    expect(test.payment()).to.include({ status: 'reversed', told: 'failed' });
  });

  it('sends a wrong hash', async () => {
    const test = rig({ faults: { wrongHash: true } });
    await byNumber(test);
    const [told = {}] = test.shop.received;
    expect(told['sps_hashcode']).to.match(/^[\dA-F]{40}$/);
    expect(told['sps_hashcode']?.toLowerCase()).not.to.equal(await sbpsHash(inOrder(told), hashKey, 'utf-8'));
  });

  it('are refused out of their range, and switched by the form of the front page', async () => {
    const { sandbox, post, page } = rig({ faults: { duplicate: 2 } });
    for (const change of [{ duplicate: 0 }, { duplicate: 6 }, { delayMs: -1 }, { lose: 1.5 }, { delayMs: NaN }]) {
      let thrown: unknown;
      await sandbox.setFaults(change).catch((error: unknown) => (thrown = error));
      expect(thrown, JSON.stringify(change)).to.be.instanceOf(RangeError);
    }
    const fields = { duplicate: '3', delayMs: '50', lose: 'count', loseCount: '2' };
    expect(where(await post('/faults', { ...fields, reorder: 'on', wrongHash: 'on' }))).to.equal('/');
    const all = { duplicate: 3, delayMs: 50, lose: 2, reorder: true, answerLost: false, wrongHash: true };
    expect(sandbox.faults()).to.deep.equal({ ...all, api: 'works', apiDelayMs: 0 });
    expect((await page('/')).querySelector<HTMLInputElement>('#loseCount')?.value).to.equal('2');
    expect((await post('/faults', { ...fields, duplicate: 'many' })).status).to.equal(400);
    await post('/faults', { ...fields, lose: 'all' });
    expect(sandbox.faults()).to.include({ lose: 'all', reorder: false });
  });
});
