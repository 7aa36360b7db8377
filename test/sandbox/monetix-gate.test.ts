import { expect } from '@open-wc/testing';
import { base, isGenuine, pageParameters, rig, saleBody, signed, wmid } from './monetix-rig.js';
import type { Refused, Told } from './monetix-rig.js';

const refusals: [what: string, method: 'webmoney' | 'webmoney-light', change: Record<string, object>, field: string][] =
  [
    ['a missing payment id', 'webmoney-light', { general: { payment_id: undefined } }, 'general.payment_id'],
    ['a payment id that is a number', 'webmoney-light', { general: { payment_id: 7 } }, 'general.payment_id'],
    [
      'a payment id of 256 characters',
      'webmoney-light',
      { general: { payment_id: 'x'.repeat(256) } },
      'general.payment_id',
    ],
    ['a missing customer id', 'webmoney-light', { customer: { id: undefined } }, 'customer.id'],
    ['a missing first name', 'webmoney-light', { customer: { first_name: '' } }, 'customer.first_name'],
    ['a missing last name', 'webmoney-light', { customer: { last_name: null } }, 'customer.last_name'],
    ['a missing e-mail address', 'webmoney-light', { customer: { email: undefined } }, 'customer.email'],
    ['an e-mail address without @', 'webmoney-light', { customer: { email: 'john' } }, 'customer.email'],
    ['a missing IP address', 'webmoney-light', { customer: { ip_address: undefined } }, 'customer.ip_address'],
    ['an IP address out of range', 'webmoney-light', { customer: { ip_address: '1.2.3.256' } }, 'customer.ip_address'],
    ['a missing amount', 'webmoney-light', { payment: { amount: undefined } }, 'payment.amount'],
    ['an amount of zero', 'webmoney-light', { payment: { amount: 0 } }, 'payment.amount'],
    ['a negative amount', 'webmoney-light', { payment: { amount: -100 } }, 'payment.amount'],
    ['an amount with a fraction', 'webmoney-light', { payment: { amount: 10.5 } }, 'payment.amount'],
    ['an amount in a string', 'webmoney-light', { payment: { amount: '100' } }, 'payment.amount'],
    ['a missing currency', 'webmoney-light', { payment: { currency: undefined } }, 'payment.currency'],
    ['a currency WebMoney does not take', 'webmoney-light', { payment: { currency: 'JPY' } }, 'payment.currency'],
    ['a missing description', 'webmoney-light', { payment: { description: undefined } }, 'payment.description'],
    ['a description of one’s own', 'webmoney-light', { payment: { description: 'Goods' } }, 'payment.description'],
    [
      'a description with a plain http website',
      'webmoney-light',
      { payment: { description: 'Top-up of personal account №1 on the website http://shop.example' } },
      'payment.description',
    ],
    ['no WMID', 'webmoney', { account: { number: undefined } }, 'account.number'],
    ['a WMID of 11 digits', 'webmoney', { account: { number: '37709406258' } }, 'account.number'],
    ['a WMID with a letter', 'webmoney', { account: { number: '37709406258O' } }, 'account.number'],
    ['a return URL without a host', 'webmoney', { return_url: { success: '/done' } }, 'return_url.success'],
    [
      'a return URL that is a script',
      'webmoney',
      { return_url: { return: 'javascript:alert(1)' } },
      'return_url.return',
    ],
    [
      'a return URL with credentials',
      'webmoney',
      { return_url: { decline: 'https://a:b@c.example' } },
      'return_url.decline',
    ],
    [
      'a callback URL that is no URL',
      'webmoney',
      { general: { merchant_callback_url: 'x' } },
      'general.merchant_callback_url',
    ],
  ];

describe('Monetix sandbox: Gate', () => {
  it('answers a receipt, which is not a payment', async () => {
    const { sale, sandbox } = rig();
    const answer = await sale('webmoney-light');
    expect(answer.status).to.equal(200);
    const receipt = (await answer.json()) as Record<string, unknown>;
    expect(receipt).to.include({ status: 'success', project_id: 238, payment_id: 'order-1' });
    expect(receipt['request_id']).to.match(/^[\da-f]{40}-[\da-f]{40}$/);
    expect(sandbox.payments().map(({ status }) => status)).to.deep.equal(['awaiting redirect result']);
  });

  for (const [what, method, change, field] of refusals) {
    it(`refuses ${what}`, async () => {
      const { sandbox, sale } = rig();
      const answer = await sale(method, change as Record<string, Record<string, unknown>>);
      expect(answer.status).to.equal(400);
      const refused = (await answer.json()) as Refused;
      expect(refused.status).to.equal('error');
      expect(refused.errors.map((error) => error.field)).to.deep.equal([field]);
      expect(refused.code).to.equal(refused.errors[0]?.code);
      expect(refused.message).to.equal(refused.errors[0]?.message);
      expect(sandbox.payments()).to.be.empty;
    });
  }

  it('lists everything that is wrong at once', async () => {
    const { sale } = rig();
    const answer = await sale('webmoney', { payment: { amount: 0, currency: 'RUB' }, account: { number: '1' } });
    const { errors } = (await answer.json()) as Refused;
    expect(errors.map(({ field }) => field)).to.have.members(['payment.amount', 'payment.currency', 'account.number']);
  });

  it('knows an IPv6 address, the smallest amount, and no account for Light', async () => {
    const { sale, sandbox } = rig();
    const change = { customer: { ip_address: '2001:db8::1' }, payment: { amount: 1 }, account: { number: 'whatever' } };
    expect((await sale('webmoney-light', change)).status).to.equal(200);
    expect(sandbox.payments()[0]?.wmid).to.be.undefined;
  });

  it('refuses a currency that the project does not have', async () => {
    const { sale } = rig({
      projects: [{ id: 238, secret: 'a secret of this test', name: 'M', currencies: ['EUR'], test: true }],
    });
    expect((await sale('webmoney-light')).status).to.equal(400);
    expect((await sale('webmoney-light', { payment: { currency: 'EUR' } })).status).to.equal(200);
  });

  it('refuses another key, a changed body, an unknown project and a missing signature', async () => {
    const { postJson, sandbox } = rig();
    const path = '/v2/payment/webmoney-light/sale';
    const body = saleBody('webmoney-light');
    const right = await signed(body);
    const bodies = [
      await signed(body, 'another key'),
      { ...right, payment: { ...right['payment'], amount: 1 } },
      await signed(saleBody('webmoney-light', { general: { project_id: 239 } })),
      await signed(saleBody('webmoney-light', { general: { project_id: '238' } })),
      body,
    ];
    for (const wrong of bodies) {
      const answer = await postJson(path, wrong);
      expect(answer.status).to.equal(400);
      expect(((await answer.json()) as Refused).code).to.be.oneOf(['signature', 'project']);
    }
    expect(sandbox.payments()).to.be.empty;
  });

  it('refuses what is not a JSON object, or not called JSON', async () => {
    const { send, postJson } = rig();
    const path = '/v2/payment/webmoney/sale';
    for (const body of [null, [], 'text', 5]) expect((await postJson(path, body)).status).to.equal(400);
    const json = { 'content-type': 'application/json' };
    expect((await send(path, { method: 'POST', headers: json, body: '{"general":' })).status).to.equal(400);
    const unnamed = await send(path, { method: 'POST', body: JSON.stringify(await signed(saleBody('webmoney'))) });
    expect(((await unnamed.json()) as Refused).code).to.equal('content_type');
  });

  it('refuses a payment id that the project has used, on either interface', async () => {
    const { sale, post, sandbox } = rig();
    await sale('webmoney');
    const again = await sale('webmoney-light');
    expect(again.status).to.equal(400);
    expect(((await again.json()) as Refused).code).to.equal('payment_id_used');
    expect((await post('/payment', await pageParameters())).status).to.equal(400);
    expect(sandbox.payments()).to.have.length(1);
  });

  it('takes the sale paths it is given', async () => {
    const { sale, postJson } = rig({
      salePaths: { light: '/v2/payment/wm-light/sale', classic: '/v2/payment/wm/sale' },
    });
    expect((await sale('webmoney')).status).to.equal(404);
    expect((await postJson('/v2/payment/wm/sale', await signed(saleBody('webmoney')))).status).to.equal(200);
  });

  it('answers a status request with the payment as it stands, signed', async () => {
    const { sale, status } = rig();
    await sale('webmoney-light');
    const answer = await status('order-1');
    expect(answer.status).to.equal(200);
    const told = (await answer.json()) as Told;
    expect(await isGenuine(told)).to.be.true;
    expect(told.operations?.map(({ status: one }) => one)).to.deep.equal(['awaiting redirect result']);
    expect(told).not.to.have.property('operation');
    expect(told.redirect_data?.url).to.equal(`${base}/webmoney/pay`);
  });

  it('can keep redirect data out of status answers', async () => {
    const { sale, status, merchant, sandbox } = rig({ statusCarriesRedirectData: false });
    await sale('webmoney-light');
    expect((await (await status('order-1')).json()) as Told).not.to.have.property('redirect_data');
    await sandbox.deliverDue();
    expect(merchant.received[0]).to.have.property('redirect_data');
  });

  it('does not find an unknown payment, nor a Payment Page on which nobody agreed to anything', async () => {
    const { post, status } = rig();
    await post('/payment', await pageParameters({ payment_id: 'page-1' }));
    for (const id of ['nowhere', 'page-1']) {
      const answer = await status(id);
      expect(answer.status).to.equal(400);
      expect(((await answer.json()) as Refused).code).to.equal('3061');
    }
  });

  it('verifies status requests too', async () => {
    const { sale, postJson } = rig();
    await sale('webmoney');
    const asked = { general: { project_id: 238, payment_id: 'order-1' } };
    expect((await postJson('/v2/payment/status', await signed(asked, 'another key'))).status).to.equal(400);
    expect((await postJson('/v2/payment/status', asked)).status).to.equal(400);
  });

  it('answers 404, 405 and 415 to what is none of its requests', async () => {
    const { send } = rig();
    expect((await send('/nothing')).status).to.equal(404);
    expect((await send(`/payment/${'0'.repeat(32)}`)).status).to.equal(404);
    const wrongMethod = await send('/v2/payment/status');
    expect([wrongMethod.status, wrongMethod.headers.get('allow')]).to.deep.equal([405, 'POST']);
    expect((await send('/faults', { method: 'POST', body: 'duplicate=2' })).status).to.equal(415);
  });

  it('remembers the WMID an invoice goes to', async () => {
    const { sale, sandbox } = rig();
    await sale('webmoney');
    expect(sandbox.payments()[0]).to.include({ wmid, status: 'awaiting customer action', channel: 'gate' });
  });
});
