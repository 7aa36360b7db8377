import { expect } from '@open-wc/testing';
import { sbpsWallets } from '../../src/sandbox/sbps-wallets.js';
import {
  base,
  controlsOf,
  documentOf,
  formFields,
  heading,
  mainText,
  merchant,
  rig,
  startMs,
  walletPage,
  where,
} from './sbps-rig.js';

const featurePhone = 'DoCoMo/2.0 P903i(c100;TB;W24H12)';

describe('SBPS sandbox: the selection screen', () => {
  it('names Alipay+ and no wallet, and the order', async () => {
    const { open, page } = rig();
    const shown = await page(await open());
    expect(controlsOf(shown)).to.deep.equal(['Alipay+', 'Cancel and go back to the shop']);
    expect(mainText(shown)).to.contain('¥1,000').and.to.contain('テスト商品').and.to.contain('Hiyori Shōten');
    for (const { name } of sbpsWallets) expect(mainText(shown).replaceAll('Alipay+', '')).not.to.contain(name);
  });

  it('offers all that was agreed on when no method or several are named', async () => {
    for (const pay_method of ['', 'alipay,webmoney']) {
      const { open, page, post, payment } = rig();
      const path = await open({ pay_method });
      expect(controlsOf(await page(path)).slice(0, 2)).to.deep.equal(['Alipay+', 'WebMoney']);
      await post(`${path}/product`, { product: 'webmoney' });
      expect(heading(await page(path))).to.equal('Enter your prepaid number');
      await post(`${path}/product`, { product: 'alipay-plus' });
      expect(payment().product).to.equal('webmoney');
    }
  });

  it('is skipped for WebMoney alone', async () => {
    const { open, page } = rig();
    expect(heading(await page(await open({ pay_method: 'webmoney' })))).to.equal('Enter your prepaid number');
  });

  it('takes the codes of pay_method that it is told', async () => {
    const { open, request, page } = rig({ payMethods: { 'alipay-plus': 'alipayplus', webmoney: 'wm' } });
    expect((await request()).status).to.equal(400);
    expect(controlsOf(await page(await open({ pay_method: 'alipayplus' })))[0]).to.equal('Alipay+');
  });

  it('does not let a feature phone reach Alipay+', async () => {
    const test = rig();
    test.agent.name = featurePhone;
    const path = await test.open({ pay_method: '' });
    const refused = await test.post(`${path}/product`, { product: 'alipay-plus' });
    expect(refused.status).to.equal(400);
    expect(mainText(await documentOf(refused))).to.contain('Alipay+ cannot be used on this mobile phone');
    expect((await test.post(`${path}/product`, { product: 'webmoney' })).status).to.equal(303);
  });

  it('closes limit_second after request_date, and charges nothing', async () => {
    const { open, clock, page, post, payment, sandbox, shop } = rig();
    const path = await open({ limit_second: '90' });
    clock.nowMs += 89_000;
    const shown = await page(path);
    expect(mainText(shown)).to.contain('14:27:30').and.to.contain('1 s from the moment');
    clock.nowMs += 1000;
    expect(heading(await page(path))).to.equal('Time is up');
    await post(`${path}/product`, { product: 'alipay-plus' });
    await sandbox.deliverDue();
    expect(payment()).to.include({ status: 'expired', errorCode: '99910000' });
    expect(payment().product).to.be.undefined;
    expect(shop.received).to.be.empty;
  });
});

describe('SBPS sandbox: the Alipay+ screen', () => {
  it('lists the wallets that were reviewed, and takes no other', async () => {
    const test = rig({ merchants: [{ ...merchant, wallets: ['gcash', 'boost'] }] });
    const path = await test.open();
    await test.post(`${path}/product`, { product: 'alipay-plus' });
    const names = controlsOf(await test.page(path));
    expect(names.slice(0, 2)).to.deep.equal(['Boost (Malaysia)', 'GCash (Philippines)']);
    expect(names).to.have.length(3);
    const refused = await test.post(`${path}/wallet`, { wallet: 'dana' });
    expect(refused.status).to.equal(400);
    expect(test.payment().wallet).to.be.undefined;
  });

  it('closes ten minutes after it was reached, whatever limit_second says', async () => {
    const { open, clock, page, post, payment, send } = rig();
    const path = await open({ limit_second: '300' });
    clock.nowMs += 290_000;
    await post(`${path}/product`, { product: 'alipay-plus' });
    clock.nowMs += 599_000;
    await post(`${path}/wallet`, { wallet: 'gcash' });
    expect(mainText(await page(path))).to.contain('Pay by 14:40:50, Japan time: 1 s from the moment');
    clock.nowMs += 1000;
    const app = `/wallet/${payment().walletToken}/gcash`;
    expect(heading(await documentOf(await send(app)))).to.equal('Time is up');
    await post(app, { answer: 'approve' });
    expect(payment()).to.include({ status: 'expired', errorCode: '51010000' });
    const end = await page(path);
    expect(mainText(end)).to.contain('Nothing was charged');
    expect(end.querySelector('form')?.getAttribute('action')).to.equal('https://shop.example/error');
  });

  it('loads itself again when its time is over, and every few seconds while a code is shown', async () => {
    const { open, post, send } = rig();
    const path = await open({ limit_second: '90' });
    expect((await send(path)).headers.get('refresh')).to.equal('91');
    await post(`${path}/product`, { product: 'alipay-plus' });
    await post(`${path}/wallet`, { wallet: 'gcash' });
    expect((await send(path)).headers.get('refresh')).to.equal('3');
  });

  it('runs its ten minutes faster when told to', async () => {
    const { open, post, sandbox } = rig({ timeScale: 0.01 });
    const path = await open();
    await post(`${path}/product`, { product: 'alipay-plus' });
    expect(sandbox.nextDueAtMs()).to.equal(startMs + 6000);
  });

  it('lets a buyer take another wallet; a code shown before is no longer good', async () => {
    const test = rig();
    const { path, app } = await walletPage(test, 'gcash');
    await test.post(`${path}/wallet`, { wallet: '' });
    expect(heading(await test.page(path))).to.equal('Choose your wallet');
    await test.post(`${path}/wallet`, { wallet: 'alipay' });
    expect((await test.send(app)).status).to.equal(400);
    await test.post(app, { answer: 'approve' });
    expect(test.payment().status).to.equal('open');
  });

  it('goes back to the shop’s cancel_url, and tells its server nothing', async () => {
    const test = rig();
    const { path, app } = await walletPage(test, 'gcash');
    await test.post(`${path}/cancel`, {});
    const page = await test.page(path);
    const form = page.querySelector('form');
    expect([heading(page), form?.getAttribute('action')]).to.deep.equal([
      'Payment cancelled',
      'https://shop.example/cancel',
    ]);
    expect(formFields(form)).to.include({ res_result: '', res_err_code: '', order_id: 'ORDER-0001' });
    await test.post(app, { answer: 'approve' });
    expect(test.payment().status).to.equal('cancelled');
    expect(await test.sandbox.deliverDue()).to.equal(0);
  });
});

describe('SBPS sandbox: a prepaid number', () => {
  const good = 'AB12-CD34 EF56gh78';

  it('is charged, by whatever device', async () => {
    const test = rig();
    test.agent.name = featurePhone;
    const path = await test.open({ pay_method: 'webmoney', terminal_type: '1' });
    const page = await test.page(path);
    expect(mainText(page)).to.contain('The documents are silent on this form').and.to.contain('shopping protection');
    await test.post(`${path}/number`, { number: good });
    expect(test.payment()).to.include({ status: 'paid', told: 'ok', product: 'webmoney' });
    const end = await test.page(path);
    expect(end.querySelector('form')?.getAttribute('action')).to.equal('https://shop.example/ok');
    expect(formFields(end.querySelector('form'))).to.include({ res_pay_method: 'webmoney', res_result: 'OK' });
  });

  it('fails without balance, with the shopping protection, and for two amounts', async () => {
    for (const [amount, fields, errorCode] of [
      ['1000', { number: 'AB12CD34EF560000' }, '99950003'],
      ['1000', { number: good, protected: 'on' }, '99950004'],
      ['40000', { number: good }, '99950002'],
      ['40400', { number: good }, '99950002'],
    ] as const) {
      const test = rig();
      const path = await test.open({ pay_method: 'webmoney', amount });
      await test.post(`${path}/number`, fields);
      expect(test.payment()).to.include({ status: 'declined', errorCode });
      expect(heading(await test.page(path))).to.equal('Payment declined');
      expect(test.shop.received[0]).to.include({ res_result: 'NG', res_err_code: errorCode });
    }
  });

  it('is asked for again when it is no number at all', async () => {
    const test = rig();
    const path = await test.open({ pay_method: 'webmoney' });
    for (const number of ['', '123', 'AB12CD34EF56GH789', 'AB12CD34EF56GH7é']) {
      const again = await test.post(`${path}/number`, { number });
      expect(again.status).to.equal(400);
      const page = await documentOf(again);
      expect(page.querySelector('[role=alert]')?.textContent).to.contain('16 letters and digits');
      expect(page.querySelector<HTMLInputElement>('#number')?.value).to.equal(number);
    }
    expect(test.payment().status).to.equal('open');
  });

  it('is charged once, and not after its time', async () => {
    const test = rig();
    const path = await test.open({ pay_method: 'webmoney' });
    test.clock.nowMs += 600_000;
    await test.post(`${path}/number`, { number: good });
    expect(heading(await test.page(path))).to.equal('Time is up');
    const other = await test.open({ pay_method: 'webmoney', order_id: 'o2', request_date: '20261121143600' });
    await Promise.all([1, 2].map(() => test.post(`${other}/number`, { number: good })));
    expect(test.shop.received.map(({ order_id: id }) => id)).to.deep.equal(['o2']);
  });

  it('cannot pay by the paths of Alipay+', async () => {
    const test = rig();
    const path = await test.open({ pay_method: 'webmoney' });
    await test.post(`${path}/wallet`, { wallet: 'gcash' });
    await test.post(`${path}/login`, { account: 'me' });
    expect(test.payment().wallet).to.be.undefined;
    const alipay = await test.open({ order_id: 'o2' });
    await test.post(`${alipay}/number`, { number: good });
    expect(test.payment().status).to.equal('open');
  });
});

describe('SBPS sandbox: what waits', () => {
  it('is told with the page on which it can be acted on', async () => {
    const test = rig();
    const path = await test.open();
    const waiting = () => test.sandbox.waiting()[0];
    expect(waiting()).to.deep.equal({
      provider: 'SBPS',
      id: 'ORDER-0001',
      what: 'SBPS · テスト商品',
      amount: '¥1,000',
      url: `${base}${path}`,
    });
    await test.post(`${path}/product`, { product: 'alipay-plus' });
    await test.post(`${path}/wallet`, { wallet: 'boost' });
    expect(waiting()).to.include({ what: 'Alipay+ · Boost · テスト商品', url: `${base}${path}` });
    await test.post(`${path}/wallet`, { wallet: 'gcash' });
    expect(waiting()?.url).to.equal(`${base}/wallet/${test.payment().walletToken}/gcash`);
    await test.post(`${path}/cancel`, {});
    expect(test.sandbox.waiting()).to.be.empty;
  });

  it('can be let run out from the front page', async () => {
    const test = rig();
    const path = await test.open();
    expect(controlsOf(await test.page('/'))).to.deep.equal([
      'Open',
      'Let its time run out',
      'Payment management tool',
      'Apply faults',
    ]);
    expect(where(await test.post('/hurry', { token: path.slice(-32) }))).to.equal('/');
    expect(test.payment().status).to.equal('expired');
  });
});
