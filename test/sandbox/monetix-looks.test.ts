import { expect } from '@open-wc/testing';
import { pageParameters, rig, wmid } from './monetix-rig.js';
import { clearFrames, expectGoodLooks } from './shown-page.js';

/** Every kind of page, by what it shows. */
async function pages(): Promise<Record<string, () => Promise<Response>>> {
  const test = rig();
  const { post, send, sale, sandbox } = test;
  const open = async (change: Record<string, string>) =>
    (await post('/payment', await pageParameters(change))).headers.get('location') ?? '';
  const choice = await open({});
  const light = await open({ payment_id: 'light', force_payment_method: 'webmoney-light' });
  const classic = await open({ payment_id: 'classic', force_payment_method: 'webmoney' });
  const notice = await open({ payment_id: 'notice', force_payment_method: 'webmoney' });
  await post(`${notice}/invoice`, { wmid, unit: 'WMZ' });
  await sale('webmoney-light', { general: { payment_id: 'gate' } });
  await sale('webmoney-light', { general: { payment_id: 'ended' } });
  await sale('webmoney', { general: { payment_id: 'b1a2f3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0' } });
  await test.paid({ general: { payment_id: 'paid' } });
  await test.refund({ general: { payment_id: 'paid' } });
  await test.payout();
  const protection = { protection_code: 'code1', protection_period: 35 };
  await test.payout({ general: { payment_id: 'under-a-code' }, payment: protection });
  await sandbox.deliverDue();
  const fieldsOf = (id: string) =>
    test.merchant.received.find(({ payment }) => payment.id === id)?.redirect_data?.body ?? {};
  const ended = await post('/webmoney/answer', { ...fieldsOf('ended'), answer: 'decline' });
  const end = ended.headers.get('location') ?? '';
  return {
    'the choice of a method': () => send(choice),
    'the way to WebMoney': () => send(light),
    'the question for a WMID': () => send(classic),
    'a WMID that is wrong': () => post(`${classic}/invoice`, { wmid: '1', unit: 'WMZ' }),
    'the notice to visit Keeper': () => send(notice),
    'the WebMoney form': () => post('/webmoney/pay', fieldsOf('gate')),
    'the result on the WebMoney form': () => send(end),
    Keeper: () => send('/keeper'),
    'the wallet': () => send('/keeper/purse'),
    'a wrong code': () => send(`/keeper/purse?done=${sandbox.payouts().at(-1)?.token}`),
    'the front page': () => send('/'),
    'a refusal': async () => post('/payment', await pageParameters({ payment_amount: '0', customer_email: '' })),
  };
}

describe('Monetix sandbox: its pages', () => {
  afterEach(clearFrames);

  const names = [
    'the choice of a method',
    'the way to WebMoney',
    'the question for a WMID',
    'a WMID that is wrong',
    'the notice to visit Keeper',
    'the WebMoney form',
    'the result on the WebMoney form',
    'Keeper',
    'the wallet',
    'a wrong code',
    'the front page',
    'a refusal',
  ];
  for (const name of names) {
    it(`${name}: passes axe in both schemes, fits 360 px and has room for fingers`, async function () {
      // axe needs its time on a busy machine
      this.timeout(15_000);
      const { [name]: ask } = await pages();
      await expectGoodLooks((await ask?.()) ?? expect.fail('no page'));
    });
  }
});
