import { expect } from '@open-wc/testing';
import { pageStyle } from '../../src/sandbox/page-style.js';
import type { Envelope } from './haipay-rig.js';
import { application, base, documentOf, heading, mainText, merchants, rig, signed } from './haipay-rig.js';

describe('HaiPay sandbox: every page', () => {
  it('says that it is a sandbox, in English, under a strict policy', async () => {
    const { send } = await rig();
    for (const path of ['/', '/counter', '/bank', '/wallet']) {
      const answer = await send(path);
      expect(answer.headers.get('content-security-policy')).to.equal(
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'",
      );
      expect(answer.headers.get('x-content-type-options')).to.equal('nosniff');
      const page = await documentOf(answer);
      expect(page.documentElement.lang).to.equal('en');
      expect(page.querySelector('header')?.textContent).to.contain('Sandbox — no real money');
      expect(page.querySelectorAll('script, [style], style')).to.have.length(0);
    }
    expect(await (await send('/sandbox.css')).text()).to.equal(pageStyle);
    const icon = await send('/icon.svg');
    expect(icon.headers.get('content-type')).to.equal('image/svg+xml');
  });

  it('wants forms where it has forms', async () => {
    const { send } = await rig();
    for (const path of ['/wallet', '/counter', '/bank', '/faults', '/expire', '/confirm']) {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      expect((await send(path, init)).status, path).to.equal(415);
    }
    expect((await send('/faults')).status).to.equal(405);
    expect((await send('/nowhere')).status).to.equal(404);
  });

  it('lives under a path when it is told to', async () => {
    const { send, post, postJson, sandbox } = await rig({ publicUrl: `${base}/haipay/` });
    expect((await send('/')).status).to.equal(404);
    const page = await documentOf(await send('/haipay/'));
    expect(page.querySelector('link[rel=stylesheet]')?.getAttribute('href')).to.equal('/haipay/sandbox.css');
    expect(page.querySelector('link[rel=icon]')?.getAttribute('href')).to.equal('/haipay/icon.svg');
    expect(page.querySelector('main a')?.getAttribute('href')).to.equal('/haipay/counter');
    const request = await signed(application('konbini-lawson'));
    expect((await postJson('/jpy/collect/apply', request)).status).to.equal(404);
    const answer = (await (await postJson('/haipay/jpy/collect/apply', request)).json()) as Envelope;
    const [{ token, numbers: [number = '', second = ''] } = expect.fail()] = sandbox.payments();
    expect(answer.data?.payUrl).to.equal(`${base}/haipay/pay/${token}`);
    const rung = await post('/haipay/counter', { number, second });
    expect(rung.headers.get('location')).to.equal(`/haipay/counter/${token}`);
  });

  it('shows hostile text as text', async () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;`;
    const test = await rig({ merchants: await merchants({ name: hostile }) });
    const { apply, send, post, payment, ringUp, transfer, inWallet } = test;
    const orderId = '"><img src=x onerror=alert(1)>';
    const mean = { name: hostile, subject: hostile, callBackUrl: `https://shop.example/?a="><script>b` };
    await apply('konbini-lawson', { ...mean, orderId });
    await apply('gmo-aozora', { ...mean, orderId: 'bank' });
    await apply('au-pay', { ...mean, orderId: 'wallet' });
    await apply('merpay', { ...mean, orderId: 'paid' });
    await ringUp(orderId);
    test.merchant.replies = [hostile];
    await transfer('300', 'bank');
    await test.sandbox.deliverDue();
    const query = encodeURIComponent(hostile);
    const pages = [
      await send('/'),
      ...(await Promise.all([orderId, 'bank', 'wallet'].map((id) => send(`/pay/${payment(id).token}`)))),
      await inWallet('approve', 'paid'),
      await send(`/counter/${payment(orderId).token}`),
      await send(`/counter?number=${query}&second=${query}&done=${query}`),
      await send(`/bank?account=${query}&done=${query}`),
      await post('/counter', { number: hostile, second: hostile }),
      await post('/bank', { account: hostile, amount: hostile }),
      await post('/bank', { account: payment('bank').account, amount: hostile }),
      await post('/wallet', { payload: hostile }),
      await post('/faults', { lose: hostile }),
      await post('/expire', { token: hostile }),
    ];
    for (const answer of pages) {
      const page = await documentOf(answer);
      expect(page.querySelectorAll('script, img, [onerror]')).to.have.length(0);
    }
    const front = mainText(await documentOf(await send('/')));
    expect(front).to.contain(hostile).and.contain(orderId).and.contain(hostile.slice(0, 40));
  });
});

describe('HaiPay sandbox: the front page', () => {
  it('lists what waits, what ended and what was told', async () => {
    const { apply, send, transfer, inWallet, sandbox } = await rig();
    expect(mainText(await documentOf(await send('/')))).to.contain('None yet.');
    await apply('gmo-aozora', { orderId: 'part' });
    await transfer('300', 'part');
    await apply('au-pay', { orderId: 'gone' });
    await inWallet('decline', 'gone');
    await apply('merpay', { orderId: 'open' }, 'USD');
    await sandbox.deliverDue();
    const page = await documentOf(await send('/'));
    const [waiting, ended, notices] = Array.from(page.querySelectorAll('main ul'), ({ textContent }) => textContent);
    expect(waiting).to.contain('part').and.contain('received ¥300').and.contain('4 partly paid');
    expect(waiting).to.contain('open').and.contain('$4.99').and.contain('0 not started');
    expect(ended).to.contain('gone').and.contain('3 failed').and.not.contain('open');
    expect(notices).to.contain('delivered, 1 sent, last reply SUCCESS');
  });

  it('lets an order expire, and a part stay a part', async () => {
    const { apply, send, post, transfer, payment, sandbox, told } = await rig();
    await apply('konbini-lawson');
    await apply('gmo-aozora', { orderId: 'part' });
    await transfer('300', 'part');
    const page = await documentOf(await send('/'));
    const labels = Array.from(page.querySelectorAll('main li [aria-label]'), (one) => one.getAttribute('aria-label'));
    expect(labels).to.deep.equal(['Open part', 'Let expire part', 'Open order-1', 'Let expire order-1']);
    for (const id of ['order-1', 'part']) await post('/expire', { token: payment(id).token });
    expect([payment().status, payment('part').status]).to.deep.equal([3, 4]);
    expect(sandbox.waiting()).to.be.empty;
    await sandbox.deliverDue();
    expect(told()).to.deep.equal([4, 3]);
    expect((await post('/expire', { token: 'x' })).status).to.equal(400);
    await post('/expire', { token: payment().token });
    expect(payment().errorMsg).to.equal('Order expired');
  });

  it('offers to confirm what is pending', async () => {
    const { apply, send, inWallet } = await rig();
    await apply('au-pay');
    await inWallet('later');
    const buttons = (await documentOf(await send('/'))).querySelectorAll('main li button');
    expect(Array.from(buttons, ({ textContent }) => textContent)).to.deep.equal(['Confirm', 'Reject']);
  });

  it('tells others what waits and where to act', async () => {
    const { apply, send, transfer, sandbox, payment } = await rig({ publicUrl: `${base}/` });
    await apply('au-pay', { orderId: 'a' });
    await apply('gmo-aozora', { orderId: 'b', amount: '12480' });
    await apply('konbini-familymart', { orderId: 'c' }, 'USD');
    await transfer('480', 'b');
    const [number, second] = payment('c').numbers;
    expect(sandbox.waiting()).to.deep.equal([
      { provider: 'haipay', id: 'a', what: 'au PAY', amount: '¥500', url: `${base}/pay/${payment('a').token}` },
      {
        provider: 'haipay',
        id: 'b',
        what: 'GMO Aozora Net Bank',
        amount: '¥12,000',
        url: `${base}/bank?account=${payment('b').account}`,
      },
      {
        provider: 'haipay',
        id: 'c',
        what: 'FamilyMart',
        amount: '$4.99',
        url: `${base}/counter?number=${number}&second=${second}`,
      },
    ]);
    const titles = await Promise.all(
      sandbox.waiting().map(async ({ url }) => heading(await documentOf(await send(url.slice(base.length))))),
    );
    expect(titles).to.deep.equal(['Pay with au PAY', 'Make a transfer', 'Pay at a store']);
  });
});
