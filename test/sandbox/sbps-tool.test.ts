import { expect } from '@open-wc/testing';
import { apiRig, dayMs, paidByNumber, paidByWallet, refund } from './sbps-api-case.js';
import { controlsOf, documentOf, heading, mainText, where } from './sbps-rig.js';

const token = (test: ReturnType<typeof apiRig>) => test.payment().token;

describe('SBPS sandbox: the payment management tool', () => {
  it('lists what was paid, with the button that SBPS names', async () => {
    const test = apiRig();
    expect(mainText(await test.page('/tool'))).to.contain('None yet.');
    await paidByWallet(test);
    await paidByNumber(test);
    await test.open({ order_id: 'open' });
    const page = await test.page('/tool');
    expect(controlsOf(page)).to.deep.equal(['Refund request from SPS', 'Refund', 'Back to the sandbox']);
    expect(controlsOf(await test.page('/'))).to.include('Payment management tool');
    const inputs = Array.from(page.querySelectorAll<HTMLInputElement>('input[type=number]'));
    expect(inputs.map(({ value, max, labels }) => [value, max, labels?.[0]?.textContent])).to.deep.equal([
      ['1000', '1000', 'Sum to give back of number, in yen'],
      ['1000', '1000', 'Sum to give back of ORDER-0001, in yen'],
    ]);
  });

  it('gives Alipay+ back at once, all or parts, together with the API', async () => {
    const test = apiRig();
    await paidByWallet(test);
    expect(where(await test.post('/tool/refund', { token: token(test), amount: '300' }))).to.equal('/tool');
    expect(test.sandbox.books()[0]).to.include({ refunded: 300, requested: 0 });
    expect(controlsOf(await test.page('/tool'))).to.include('Partial refund');
    expect(await refund(test)).to.include({ res_result: 'NG' });
    expect(await refund(test, { 'pay_option_manage/amount': '700' })).to.include({ res_result: 'OK' });
    expect(controlsOf(await test.page('/tool'))).to.deep.equal(['Back to the sandbox']);
  });

  it('asks SBPS for a refund of WebMoney, which SBPS makes later', async () => {
    const test = apiRig();
    await paidByNumber(test);
    await test.post('/tool/refund', { token: token(test), amount: '400' });
    expect(test.sandbox.books()[0]).to.include({ paid: 1000, refunded: 0, requested: 400 });
    expect(mainText(await test.page('/tool'))).to.contain('¥600 left');
    expect(where(await test.post('/tool/process', { token: token(test) }))).to.equal('/tool');
    expect(test.sandbox.books()[0]).to.include({ refunded: 400, requested: 0 });
    expect(controlsOf(await test.page('/tool'))).to.deep.equal(['Refund request from SPS', 'Back to the sandbox']);
  });

  it('refuses more than is left, nothing, and a payment that it does not know', async () => {
    const test = apiRig();
    await paidByNumber(test);
    for (const amount of ['1001', '0', '-1', '1.5', 'x', '']) {
      const answer = await test.post('/tool/refund', { token: token(test), amount });
      expect(answer.status, amount).to.equal(400);
      expect(heading(await documentOf(answer))).to.equal('Nothing was given back');
    }
    expect((await test.post('/tool/refund', { token: 'x', amount: '1' })).status).to.equal(400);
    expect((await test.post('/tool/process', { token: 'x' })).status).to.equal(303);
    expect(test.payment().refunds).to.be.empty;
  });

  it('takes WebMoney’s requests to the end of the third month, and Alipay+ to day 365', async () => {
    const test = apiRig();
    // Both are paid on 21 November 2026.
    await paidByNumber(test);
    await paidByWallet(test);
    test.clock.nowMs = Date.parse('2027-02-28T23:59:59.999+09:00');
    expect(controlsOf(await test.page('/tool'))).to.include('Refund request from SPS');
    test.clock.nowMs += 1;
    expect(controlsOf(await test.page('/tool'))).to.deep.equal(['Refund', 'Back to the sandbox']);
    const number = test.sandbox.payments()[0]?.token ?? '';
    const late = await test.post('/tool/refund', { token: number, amount: '1' });
    expect(mainText(await documentOf(late))).to.contain('The time to give this payment back is over.');
    test.clock.nowMs += 300 * dayMs;
    expect(controlsOf(await test.page('/tool'))).to.deep.equal(['Back to the sandbox']);
  });
});
