import { expect } from '@open-wc/testing';
import {
  controlsOf,
  documentOf,
  fieldsOf,
  heading,
  isGenuine,
  mainText,
  pageParameters,
  rig,
  startMs,
  wmid,
} from './monetix-rig.js';

type Rig = ReturnType<typeof rig>;

/** Opens Payment Page and follows to the page of the payment. */
async function open({ post, send }: Rig, change: Record<string, string> = {}) {
  const answer = await post('/payment', await pageParameters(change));
  expect(answer.status).to.equal(303);
  const path = answer.headers.get('location') ?? '';
  const look = async (query = '') => documentOf(await send(path + query));
  return { path, look };
}

describe('Monetix sandbox: opening Payment Page', () => {
  it('takes signed parameters by POST and by GET', async () => {
    const test = rig();
    await open(test);
    const query = new URLSearchParams(await pageParameters({ payment_id: 'order-2' }));
    const answer = await test.send(`/payment?${query}`);
    expect(answer.headers.get('location')).to.match(/^\/payment\/[\da-f]{32}$/);
    expect(test.sandbox.payments().map(({ paymentId }) => paymentId)).to.deep.equal(['order-1', 'order-2']);
  });

  const mandatory = [
    'payment_id',
    'payment_amount',
    'payment_currency',
    'customer_id',
    'customer_first_name',
    'customer_last_name',
    'customer_email',
    'payment_description',
  ];
  const refusals: [what: string, change: Record<string, string>, field: string][] = [
    ...mandatory.map((name): [string, Record<string, string>, string] => [`an empty ${name}`, { [name]: '' }, name]),
    ['an amount with a fraction', { payment_amount: '84.20' }, 'payment_amount'],
    ['an amount of zero', { payment_amount: '0' }, 'payment_amount'],
    ['a foreign currency', { payment_currency: 'JPY' }, 'payment_currency'],
    ['another method', { force_payment_method: 'card' }, 'force_payment_method'],
    ['an authorisation', { operation_type: 'auth' }, 'operation_type'],
    ['a return URL that is a script', { merchant_success_url: 'javascript:alert(1)' }, 'merchant_success_url'],
    ['a callback URL that is none', { merchant_callback_url: 'here' }, 'merchant_callback_url'],
    ['a date that has passed', { best_before: '2026-11-21T05:25:59Z' }, 'best_before'],
    ['a date that is none', { best_before: 'tomorrow' }, 'best_before'],
  ];
  for (const [what, change, field] of refusals) {
    it(`refuses ${what}`, async () => {
      const { post, sandbox } = rig();
      const answer = await post('/payment', await pageParameters(change));
      expect(answer.status).to.equal(400);
      const page = await documentOf(answer);
      expect(heading(page)).to.equal('This payment cannot be opened');
      expect(Array.from(page.querySelectorAll('main code'), (code) => code.textContent)).to.deep.equal([field]);
      expect(sandbox.payments()).to.be.empty;
    });
  }

  it('refuses a wrong signature, an unknown project and a parameter given twice', async () => {
    const { post, send, sandbox } = rig();
    const right = await pageParameters();
    for (const wrong of [
      await pageParameters({}, 'another key'),
      { ...right, payment_amount: '1' },
      await pageParameters({ project_id: '9' }),
      await pageParameters({ project_id: 'x' }),
    ]) {
      expect((await post('/payment', wrong)).status).to.equal(400);
    }
    const twice = `${new URLSearchParams(right)}&payment_amount=1`;
    expect((await send(`/payment?${twice}`)).status).to.equal(400);
    expect(sandbox.payments()).to.be.empty;
  });

  it('honours best_before, but not beyond 30 days', async () => {
    const test = rig();
    await open(test, { best_before: '2026-11-21T06:26:00Z' });
    await open(test, { payment_id: 'order-2', best_before: '2055-05-05T00:00:00Z' });
    const [first, second] = test.sandbox.payments();
    expect(first?.validUntilMs).to.equal(startMs + 3_600_000);
    expect(second?.validUntilMs).to.equal(startMs + 35 * 86_400_000);
  });

  it('opens an unfinished payment again, but not with another amount, and not once it is final', async () => {
    const test = rig();
    const { path } = await open(test, { force_payment_method: 'webmoney' });
    expect((await open(test, { force_payment_method: 'webmoney' })).path).to.equal(path);
    expect((await test.post('/payment', await pageParameters({ payment_amount: '1' }))).status).to.equal(400);
    await test.post(`${path}/invoice`, { wmid, unit: 'WMZ' });
    expect((await open(test)).path).to.equal(path);
    await test.post('/keeper/answer', { token: test.sandbox.payments()[0]?.token ?? '', answer: 'pay' });
    expect((await test.post('/payment', await pageParameters())).status).to.equal(400);
  });
});

describe('Monetix sandbox: paying on Payment Page', () => {
  it('lets the customer choose, unless the merchant did', async () => {
    const test = rig();
    const { look } = await open(test);
    const choice = await look();
    expect(controlsOf(choice)).to.deep.equal(['WebMoney Light', 'WebMoney Classic']);
    expect(mainText(choice)).to.contain('84.20 WMZ').and.to.contain('84.20 USD').and.to.contain('Merchant');
    expect(heading(await look('?method=webmoney-light'))).to.equal('WebMoney Light');
    expect(heading(await look('?method=webmoney'))).to.equal('WebMoney Classic');
    const forced = await open(test, { payment_id: 'order-2', force_payment_method: 'webmoney' });
    expect(heading(await forced.look('?method=webmoney-light'))).to.equal('WebMoney Classic');
  });

  it('takes Light through the WebMoney form and back to the result', async () => {
    const test = rig();
    const { path, look } = await open(test, { force_payment_method: 'webmoney-light' });
    const form = (await look()).querySelector('form');
    expect(form?.getAttribute('action')).to.equal('/webmoney/pay');
    const hosted = await documentOf(await test.post('/webmoney/pay', fieldsOf(form)));
    expect(controlsOf(hosted)).to.deep.equal(['Success', 'Decline', 'Cancel']);
    expect(await test.sandbox.deliverDue()).to.equal(0);
    const answered = await test.post('/webmoney/answer', {
      ...fieldsOf(hosted.querySelector('form')),
      answer: 'success',
    });
    const result = await documentOf(await test.send(answered.headers.get('location') ?? ''));
    expect(heading(result)).to.equal('Payment successful');
    const back = result.querySelector('main a')?.getAttribute('href') ?? '';
    expect((await test.send(back)).headers.get('location')).to.equal(path);
    const end = await look();
    expect(heading(end)).to.equal('Paid');
    expect(end.querySelector('main a')?.getAttribute('href')).to.equal('https://shop.example/success');
    await test.sandbox.deliverDue();
    expect(test.merchant.received.map(({ payment }) => payment.status)).to.deep.equal(['success']);
    expect(await isGenuine(test.merchant.received[0] ?? expect.fail('no callback'))).to.be.true;
  });

  it('asks for WMID and wallet currency, and says what is wrong with them', async () => {
    const test = rig();
    const { path, look } = await open(test, { force_payment_method: 'webmoney' });
    const labels = Array.from((await look()).querySelectorAll('label'), (label) => label.textContent);
    expect(labels).to.deep.equal(['WMID', 'Wallet currency']);
    for (const [fields, problem] of [
      [{ wmid: '37709406258', unit: 'WMZ' }, 'A WMID has 12 digits.'],
      [{ wmid, unit: 'WME' }, 'choose a WMZ wallet'],
    ] as const) {
      const answer = await test.post(`${path}/invoice`, fields);
      expect(answer.status).to.equal(400);
      const page = await documentOf(answer);
      expect(page.querySelector('[role=alert]')?.textContent).to.contain(problem);
      expect(page.querySelector('input')?.value).to.equal(fields.wmid);
    }
    expect(test.sandbox.payments()[0]?.status).to.equal('awaiting customer');
  });

  it('waits for a Classic invoice to be paid in Keeper, then shows the result by itself', async () => {
    const test = rig();
    const { path, look } = await open(test, { force_payment_method: 'webmoney' });
    expect((await test.post(`${path}/invoice`, { wmid, unit: 'WMZ' })).status).to.equal(303);
    const waiting = await test.send(path);
    expect(waiting.headers.get('refresh')).to.equal('5');
    const notice = await documentOf(waiting);
    expect(mainText(notice))
      .to.contain('Visit WebMoney Keeper and pay it')
      .and.to.contain('24 November 2026, 05:26 UTC');
    await test.post('/keeper/answer', { token: test.sandbox.payments()[0]?.token ?? '', answer: 'refuse' });
    const end = await test.send(path);
    expect(end.headers.has('refresh')).to.be.false;
    const result = await documentOf(end);
    expect(heading(result)).to.equal('Payment declined');
    expect(result.querySelector('main a')?.getAttribute('href')).to.equal('https://shop.example/decline');
    await test.sandbox.deliverDue();
    expect(test.merchant.received.map(({ operation }) => operation.code)).to.deep.equal(['100']);
    expect(await look()).to.be.ok;
  });

  it('goes back to the shop on Cancel where there is a way, else to Payment Page, and stays open', async () => {
    const test = rig();
    for (const [id, url] of [
      ['order-1', undefined],
      ['order-2', 'https://shop.example/return'],
    ] as const) {
      const change = {
        payment_id: id,
        force_payment_method: 'webmoney-light',
        ...(url && { merchant_return_url: url }),
      };
      const { path, look } = await open(test, change);
      const hosted = await documentOf(await test.post('/webmoney/pay', fieldsOf((await look()).querySelector('form'))));
      const leaving = await test.post('/webmoney/answer', {
        ...fieldsOf(hosted.querySelector('form')),
        answer: 'cancel',
      });
      const target = (await documentOf(leaving)).querySelector('meta[http-equiv=refresh]')?.getAttribute('content');
      expect(target).to.equal(`0; url=${url ?? `https://sandbox.example${path}`}`);
      expect(controlsOf(await look())[0]).to.equal('Continue to WebMoney');
    }
    expect(test.sandbox.payments().map(({ status }) => status)).to.deep.equal(
      Array(2).fill('awaiting redirect result'),
    );
  });

  it('ends an abandoned page without a callback, for there was no operation', async () => {
    const test = rig();
    const { look } = await open(test, { best_before: '2026-11-21T06:26:00Z' });
    test.clock.nowMs += 3_600_000;
    expect(heading(await look())).to.equal('Payment expired');
    expect(await test.sandbox.deliverDue()).to.equal(0);
  });
});
