import { expect } from '@open-wc/testing';
import { pageStyle } from '../../src/sandbox/page-style.js';
import { base, controlsOf, documentOf, fieldsOf, heading, mainText, pageParameters, rig, wmid } from './monetix-rig.js';

type Rig = ReturnType<typeof rig>;

async function redirected(test: Rig): Promise<Record<string, string>> {
  await test.sale('webmoney-light');
  await test.sandbox.deliverDue();
  return test.formFields();
}

describe('Monetix sandbox: the hosted WebMoney form', () => {
  it('opens with the redirect data only', async () => {
    const test = rig();
    const fields = await redirected(test);
    const page = await documentOf(await test.post('/webmoney/pay', fields));
    expect(heading(page)).to.equal('Pay with WebMoney');
    expect(fieldsOf(page.querySelector('form'))).to.deep.equal(fields);
    for (const name of Object.keys(fields)) {
      const { [name]: _left, ...missing } = fields;
      expect((await test.post('/webmoney/pay', missing)).status, `without ${name}`).to.equal(400);
      expect((await test.post('/webmoney/pay', { ...fields, [name]: 'x' })).status, `wrong ${name}`).to.equal(400);
      expect((await test.post('/webmoney/answer', { ...missing, answer: 'success' })).status).to.equal(400);
    }
    expect((await test.send('/webmoney/pay')).status).to.equal(405);
    expect(test.sandbox.payments()[0]?.status).to.equal('awaiting redirect result');
  });

  for (const [pressed, title, url] of [
    ['success', 'Payment successful', 'https://shop.example/success'],
    ['decline', 'Payment declined', 'https://shop.example/decline'],
  ] as const) {
    it(`shows the result of ${pressed}, then sends the customer to the shop`, async () => {
      const test = rig();
      const fields = await redirected(test);
      const answered = await test.post('/webmoney/answer', { ...fields, answer: pressed });
      expect(answered.status).to.equal(303);
      const result = await documentOf(await test.send(answered.headers.get('location') ?? ''));
      expect(heading(result)).to.equal(title);
      const back = await test.send(result.querySelector('main a')?.getAttribute('href') ?? '');
      expect([back.status, back.headers.get('location')]).to.deep.equal([303, url]);
      const again = await test.post('/webmoney/pay', fields);
      expect(again.headers.get('location')).to.equal(answered.headers.get('location'));
    });
  }

  it('uses return_url.return where success and decline are not given, then the project’s website', async () => {
    const nowhere = { success: undefined, decline: undefined };
    const partly = rig();
    await partly.sale('webmoney-light', { return_url: nowhere });
    const project = {
      id: 238,
      secret: 'a secret of this test',
      name: 'M',
      websiteUrl: 'https://магазин.example/',
      test: true,
    };
    const none = rig({ projects: [{ ...project, test: true }] });
    await none.sale('webmoney-light', { return_url: { ...nowhere, return: undefined } });
    for (const [test, url] of [
      [partly, 'https://shop.example/return'],
      [none, 'https://магазин.example/'],
    ] as const) {
      const [payment] = test.sandbox.payments();
      const token = payment?.token ?? '';
      await test.post('/webmoney/answer', {
        token,
        operation: String(payment?.operationId),
        lang: 'en',
        answer: 'success',
      });
      const back = await test.send(`/webmoney/back?token=${token}`);
      expect(back.headers.get('location')).to.equal(new URL(url).href);
    }
  });

  it('leaves to the shop on Cancel; the payment stays open and can be opened again', async () => {
    const test = rig();
    const fields = await redirected(test);
    const leaving = await documentOf(await test.post('/webmoney/answer', { ...fields, answer: 'cancel' }));
    expect(leaving.querySelector('main a')?.getAttribute('href')).to.equal('https://shop.example/return');
    expect(test.sandbox.payments()[0]?.status).to.equal('awaiting redirect result');
    expect((await test.post('/webmoney/pay', fields)).status).to.equal(200);
  });
});

describe('Monetix sandbox: Keeper', () => {
  it('lists the invoices of a WMID, or of everybody', async () => {
    const test = rig();
    await test.sale('webmoney');
    const other = {
      general: { payment_id: 'order-2' },
      account: { number: '464889785562' },
      payment: { currency: 'EUR' },
    };
    await test.sale('webmoney', other);
    const mine = mainText(await documentOf(await test.send(`/keeper?wmid=${wmid}`)));
    expect(mine).to.contain('84.20 WMZ').and.not.to.contain('WME');
    expect(mine)
      .to.contain('on the website https://merchant.example.com/')
      .and.to.contain('24 November 2026, 05:26 UTC');
    expect(mainText(await documentOf(await test.send('/keeper'))))
      .to.contain('84.20 WMZ')
      .and.to.contain('84.20 WME');
    expect(mainText(await documentOf(await test.send('/keeper?wmid=000000000000')))).to.contain(
      'There is nothing to pay',
    );
  });

  it('pays one invoice and says so', async () => {
    const test = rig();
    await test.sale('webmoney');
    const page = await documentOf(await test.send(`/keeper?wmid=${wmid}`));
    const form = page.querySelector('main li form');
    expect(controlsOf(page)).to.deep.equal(['Show invoices', 'Pay', 'Refuse']);
    const answered = await test.post('/keeper/answer', { ...fieldsOf(form), answer: 'pay' });
    expect(answered.status).to.equal(303);
    const after = await documentOf(await test.send(answered.headers.get('location') ?? ''));
    expect(after.querySelector('[role=status]')?.textContent).to.match(/^Invoice \d+ is paid\.$/);
    expect(after.querySelector('input')?.value).to.equal(wmid);
    expect(mainText(after)).to.contain('There is nothing to pay');
  });

  it('refuses an answer that names no invoice, or none it knows', async () => {
    const test = rig();
    await test.sale('webmoney');
    const token = test.sandbox.payments()[0]?.token ?? '';
    for (const fields of [{ token: '', answer: 'pay' }, { token }, { token, answer: 'steal' }] as Record<
      string,
      string
    >[]) {
      expect((await test.post('/keeper/answer', fields)).status).to.equal(400);
    }
    expect(test.sandbox.payments()[0]?.status).to.equal('awaiting customer action');
  });
});

describe('Monetix sandbox: every page', () => {
  it('says that it is a sandbox, in English, under a strict policy', async () => {
    const test = rig();
    const answer = await test.send('/keeper');
    const policy = answer.headers.get('content-security-policy');
    expect(policy).to.equal("default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'");
    expect(answer.headers.get('x-content-type-options')).to.equal('nosniff');
    const page = await documentOf(answer);
    expect(page.documentElement.lang).to.equal('en');
    expect(page.querySelector('header')?.textContent).to.contain('Sandbox — no real money');
    expect(page.querySelectorAll('script, [style], style, img')).to.have.length(0);
    expect((await test.send('/sandbox.css')).headers.get('content-type')).to.equal('text/css; charset=utf-8');
    expect(await (await test.send('/sandbox.css')).text()).to.equal(pageStyle);
  });

  it('lists payments and callbacks on the front page', async () => {
    const test = rig();
    expect(mainText(await documentOf(await test.send('/')))).to.contain('None yet.');
    await redirected(test);
    await test.sale('webmoney', { general: { payment_id: 'order-2' } });
    const text = mainText(await documentOf(await test.send('/')));
    expect(text).to.contain('order-1').and.to.contain('84.20 USD').and.to.contain('awaiting redirect result');
    expect(text)
      .to.contain('delivered, 1 sent, last answer 200')
      .and.to.contain('waiting, 0 sent, due 21 November 2026');
  });

  it('lives under a path when it is told to', async () => {
    const test = rig({ publicUrl: `${base}/monetix/` });
    const page = await documentOf(await test.send('/monetix/'));
    expect(page.querySelector('link')?.getAttribute('href')).to.equal('/monetix/sandbox.css');
    expect(page.querySelector('main a')?.getAttribute('href')).to.equal('/monetix/keeper');
    expect((await test.send('/')).status).to.equal(404);
    const opened = await test.post('/monetix/payment', await pageParameters());
    expect(opened.headers.get('location')).to.match(/^\/monetix\/payment\/[\da-f]{32}$/);
  });

  it('shows hostile text as text', async () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;`;
    const account = `Top-up of personal account №${hostile.replaceAll(' ', '')} on the website https://merchant.example.com/`;
    const test = rig({ projects: [{ id: 238, secret: 'a secret of this test', name: hostile, test: true }] });
    const opened = await test.post(
      '/payment',
      await pageParameters({ payment_id: hostile, payment_description: account }),
    );
    const path = opened.headers.get('location') ?? '';
    await test.sale('webmoney', { general: { payment_id: `${hostile}2` }, payment: { description: account } });
    const pages = [
      await test.send(path),
      await test.send(`${path}?method=webmoney-light`),
      await test.send(`${path}?method=${encodeURIComponent(hostile)}`),
      await test.post(`${path}/invoice`, { wmid: hostile, unit: hostile }),
      await test.send('/'),
      await test.send('/keeper'),
      await test.send(`/keeper?wmid=${encodeURIComponent(hostile)}`),
      await test.send(`/keeper?done=${encodeURIComponent(hostile)}`),
      await test.post('/payment', await pageParameters({ force_payment_method: hostile })),
    ];
    for (const answer of pages) {
      const page = await documentOf(answer);
      expect(page.querySelectorAll('script, img')).to.have.length(0);
      expect(page.querySelectorAll('[onerror]')).to.have.length(0);
    }
    const front = mainText(await documentOf(await test.send('/')));
    expect(front).to.contain(hostile);
    const keeper = await documentOf(await test.send(`/keeper?wmid=${encodeURIComponent(hostile)}`));
    expect(keeper.querySelector('input')?.value).to.equal(hostile);
  });
});
