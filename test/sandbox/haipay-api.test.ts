import { expect } from '@open-wc/testing';
import type { HaipayFields } from '../../src/sandbox/haipay-signature.js';
import { haipayRows } from '../../src/sandbox/haipay-rows.js';
import type { HaipayProduct } from '../../src/sandbox/haipay-rows.js';
import { createHaipaySandbox } from '../../src/sandbox/haipay.js';
import type { Envelope } from './haipay-rig.js';
import { application, base, isGenuine, merchants, rig, signed } from './haipay-rig.js';

describe('HaiPay sandbox: an application', () => {
  it('is answered with the order’s numbers and a page to pay on, signed', async () => {
    const { apply, payment, sandbox } = await rig();
    const answer = await apply('au-pay');
    expect(answer).to.deep.include({ status: '1', error: '00000000', msg: '' });
    const { orderNo, token } = payment();
    expect(answer.data).to.deep.include({ orderId: 'order-1', orderNo, payUrl: `${base}/pay/${token}` });
    expect(Object.keys(answer.data ?? {})).to.deep.equal(['orderId', 'orderNo', 'payUrl', 'sign']);
    expect(orderNo).to.match(/^60261121\d{8}$/);
    expect(await isGenuine(answer.data ?? expect.fail())).to.be.true;
    expect(sandbox.payments()[0]).to.include({ status: 0, amount: 500, received: 0 });
  });

  it('brings bank numbers for the virtual account', async () => {
    const { apply, payment } = await rig();
    const { data } = await apply('gmo-aozora');
    expect(data).to.include({ bankCode: 'GMO_AOZORA', bankNo: payment().account });
    expect(payment().account).to.match(/^\d{7}$/);
    expect(data?.payUrl).to.be.a('string');
  });

  it('brings whatever combination is wanted, under whatever name, and nothing that does not exist', async () => {
    const { apply, payment } = await rig({
      answers: {
        'au-pay': { qrCode: 'qrCode' },
        merpay: { bankNo: 'account', num: 'number' },
        'konbini-lawson': { payUrl: 'payUrl', bankNo: 'number', confirmNo: 'secondNumber' },
        'gmo-aozora': { bankName: 'bank', branchNo: 'branch', kind: 'accountType', holder: 'holder', no: 'account' },
      },
    });
    const scanned = (await apply('au-pay')).data ?? expect.fail();
    expect(scanned['qrCode']).to.match(/^000201010212.*6304[\dA-F]{4}$/);
    expect(scanned.payUrl).to.be.undefined;
    const nothing = (await apply('merpay', { orderId: 'order-2' })).data ?? expect.fail();
    expect(Object.keys(nothing)).to.deep.equal(['orderId', 'orderNo', 'sign']);
    const lawson = (await apply('konbini-lawson', { orderId: 'order-3' })).data ?? expect.fail();
    const [number, second] = payment('order-3').numbers;
    expect(lawson).to.include({ bankNo: number, confirmNo: second });
    expect([number?.length, second?.length]).to.deep.equal([11, 6]);
    const bank = (await apply('gmo-aozora', { orderId: 'order-4' })).data ?? expect.fail();
    expect(bank).to.include({ bankName: 'GMO Aozora Net Bank', branchNo: '101', no: payment('order-4').account });
    for (const data of [scanned, nothing, lawson, bank]) expect(await isGenuine(data)).to.be.true;
  });

  it('signs fields that no document names, and writes statuses as text or numbers', async () => {
    const extraFields = { channel: 'X1', tier: 2, fast: true };
    for (const [statusAs, envelope, inData] of [
      ['documented', '1', 0],
      ['number', 1, 0],
      ['string', '1', '0'],
    ] as const) {
      const { apply, query } = await rig({ extraFields, statusAs });
      const answer = await apply('au-pay');
      expect(answer.status).to.equal(envelope);
      expect(answer.data).to.include(extraFields);
      const asked = (await query()).data ?? expect.fail();
      expect(asked).to.include({ ...extraFields, status: inData });
      expect(await isGenuine(asked)).to.be.true;
    }
  });

  for (const { currency, product, minimum, maximum, inBankCode, payType } of haipayRows) {
    it(`takes ${inBankCode} at both ends of its limits and nothing beyond`, async () => {
      const { apply, payment } = await rig();
      const text = (value: number) => (currency === 'JPY' ? String(value) : (value / 100).toFixed(2));
      const answers: Envelope[] = [];
      for (const value of [minimum - 1, minimum, maximum, maximum + 1]) {
        answers.push(await apply(product, { orderId: `order-${value}`, amount: text(value) }, currency));
      }
      expect(answers.map(({ error }) => error)).to.deep.equal(['9007', '00000000', '00000000', '9007']);
      expect(answers[0]?.msg).to.equal(`amount: must be from ${text(minimum)} to ${text(maximum)}`);
      expect(payment(`order-${minimum}`)).to.include({ product, inBankCode, currency, amount: minimum });
      const other = payType === 'EWALLET' ? 'BANK_TRANSFER' : 'EWALLET';
      expect((await apply(product, { payType: other }, currency)).error).to.equal('4002');
    });
  }

  it('takes other limits when it is told to', async () => {
    const { apply } = await rig({ rules: { limits: { JP_AU_PAY_USD: [99, 100_000] } } });
    expect((await apply('au-pay', { amount: '1000.00' }, 'USD')).error).to.equal('00000000');
    expect((await apply('merpay', { amount: '1000.00', orderId: 'order-2' }, 'USD')).error).to.equal('9007');
  });
});

describe('HaiPay sandbox: a request that is refused', () => {
  const wrong: readonly (readonly [
    what: string,
    change: HaipayFields,
    error: string,
    field: string,
    product?: HaipayProduct,
  ])[] = [
    ...['orderId', 'name', 'phone', 'email', 'amount', 'payType', 'inBankCode', 'partnerUserId'].map(
      (field) => [`without ${field}`, { [field]: undefined }, '9004', field] as const,
    ),
    ['without callBackUrl, as in the document’s sample', { callBackUrl: undefined }, '9004', 'callBackUrl'],
    ['without callBackFailUrl', { callBackFailUrl: '' }, '9004', 'callBackFailUrl'],
    ['with an orderId of 49 characters', { orderId: 'x'.repeat(49) }, '9005', 'orderId'],
    ['with an orderId that is a number', { orderId: 7 }, '9005', 'orderId'],
    ['with an amount that is a number', { amount: 500 }, '9005', 'amount'],
    ['with yen and decimals', { amount: '500.00' }, '9005', 'amount'],
    ['with a grouped amount', { amount: '1,000' }, '9005', 'amount'],
    ['with a negative amount', { amount: '-500' }, '9005', 'amount'],
    ['with an amount of nothing', { amount: '0' }, '9007', 'amount'],
    ['with a padded amount', { amount: '0500' }, '9005', 'amount'],
    ['with a name of blanks', { name: '   ' }, '9005', 'name'],
    ['with a name of two lines', { name: 'Hanako\nYamada' }, '9005', 'name'],
    ['with letters in the phone number', { phone: '090-call-me' }, '9005', 'phone'],
    ['with too short a phone number', { phone: '12345' }, '9005', 'phone'],
    ['with an email without a domain', { email: 'hanako@shop' }, '9005', 'email'],
    ['with a blank in the email', { email: 'hana ko@shop.example' }, '9005', 'email'],
    ['with a blank in partnerUserId', { partnerUserId: 'user 1' }, '9005', 'partnerUserId'],
    ['with letters of other scripts in partnerUserId', { partnerUserId: '花子' }, '9005', 'partnerUserId'],
    ['with a callBackUrl that runs a script', { callBackUrl: 'javascript:alert(1)' }, '9005', 'callBackUrl'],
    ['with a notifyUrl that is a path', { notifyUrl: '/notify' }, '9005', 'notifyUrl'],
    ['with a subject that is a number', { subject: 1 }, '9005', 'subject'],
    ['with a payment code of another country', { inBankCode: 'PH_QRPH_DYNAMIC', payType: 'QR' }, '4002', 'inBankCode'],
    ['with a dollar code for yen', { inBankCode: 'JP_AU_PAY_USD' }, '4002', 'inBankCode'],
    ['of ¥299 at a store', { amount: '299' }, '9007', 'amount', 'konbini-lawson'],
  ];
  for (const [what, change, error, field, product = 'au-pay'] of wrong) {
    it(`${what}: ${error}, and nothing is registered`, async () => {
      const { apply, sandbox } = await rig();
      const answer = await apply(product, change);
      expect(answer).to.deep.include({ status: '0', error });
      expect(answer.msg).to.match(new RegExp(`^${field}: `));
      expect(answer.data).to.be.undefined;
      expect(sandbox.payments()).to.be.empty;
    });
  }

  it('takes every kind of phone number and every allowed symbol', async () => {
    const { apply } = await rig();
    for (const [index, phone] of ['09012345678', '+81 90-1234-5678', '+66812345678', '03-1234-5678'].entries()) {
      expect((await apply('au-pay', { phone, orderId: `o${index}` })).error, phone).to.equal('00000000');
    }
    expect((await apply('au-pay', { partnerUserId: 'aZ09-~!@#$%&*()_.' })).error).to.equal('00000000');
  });

  it('takes no dot in partnerUserId when the rules say so', async () => {
    const { apply } = await rig({ rules: { userIdDot: false } });
    expect((await apply('au-pay', { partnerUserId: 'user.1' })).error).to.equal('9005');
    expect((await apply('au-pay', { partnerUserId: 'user-1' })).error).to.equal('00000000');
  });

  it('takes dollars with two decimals at most', async () => {
    const { apply, payment } = await rig();
    expect((await apply('au-pay', { amount: '4.999' }, 'USD')).error).to.equal('9005');
    for (const [amount, minor] of [
      ['4', 400],
      ['4.9', 490],
      ['4.99', 499],
    ] as const) {
      await apply('au-pay', { amount, orderId: amount }, 'USD');
      expect(payment(amount).amount).to.equal(minor);
    }
  });

  it('takes an orderId of 48 characters, once for each appId', async () => {
    const { apply } = await rig();
    const orderId = 'x'.repeat(48);
    expect((await apply('au-pay', { orderId })).error).to.equal('00000000');
    expect(await apply('merpay', { orderId })).to.include({ error: '9006', msg: 'orderId: is used already' });
    expect((await apply('au-pay', { orderId }, 'USD')).error).to.equal('00000000');
  });

  it('knows its merchant by appId, currency, key and secret', async () => {
    const { postJson, sandbox } = await rig();
    const right = application('au-pay');
    const ask = async (path: string, body: unknown) => (await (await postJson(path, body)).json()) as Envelope;
    const path = '/jpy/collect/apply';
    expect((await ask('/usd/collect/apply', await signed(right))).error).to.equal('9002');
    expect((await ask(path, await signed({ ...right, appId: 1 }))).error).to.equal('9002');
    expect((await ask(path, await signed({ ...right, appId: '1054' }))).error).to.equal('9002');
    expect((await ask(path, await signed(right, 'another secret'))).error).to.equal('9003');
    expect((await ask(path, right)).error).to.equal('9003');
    expect((await ask(path, { ...(await signed(right)), amount: '501' })).error).to.equal('9003');
    expect((await ask(path, { ...(await signed(right)), added: 'x' })).error).to.equal('9003');
    expect((await ask(path, { ...(await signed(right)), body: '' })).error).to.equal('00000000');
    expect(sandbox.payments()).to.have.length(1);
  });

  it('wants JSON', async () => {
    const { send } = await rig();
    const ask = async (type: string, body: string) => {
      const init = { method: 'POST', headers: { 'content-type': type }, body };
      return ((await (await send('/jpy/collect/apply', init)).json()) as Envelope).error;
    };
    expect(await ask('text/plain', '{}')).to.equal('9001');
    for (const body of ['', 'null', '[]', '"x"', '{"appId":', '{"appId":{"a":1}}']) {
      expect(await ask('application/json; charset=utf-8', body), body).to.equal('9001');
    }
    expect((await send('/jpy/collect/apply')).status).to.equal(405);
    expect((await send('/eur/collect/apply', { method: 'POST' })).status).to.equal(404);
  });

  it('does not start with options that cannot be right', async () => {
    const [jpy, usd] = await merchants();
    const start = (options: object) => () =>
      createHaipaySandbox({ publicUrl: base, merchants: [jpy ?? expect.fail()], ...options }).close();
    expect(start({})).not.to.throw();
    expect(start({ publicUrl: 'nowhere' })).to.throw(TypeError);
    expect(start({ merchants: [jpy, { ...usd, appId: 1054 }] })).to.throw(RangeError);
    expect(start({ merchants: [{ ...jpy, appId: 0.5 }] })).to.throw(RangeError);
    expect(start({ merchants: [{ ...jpy, notifyUrl: '/x' }] })).to.throw(TypeError);
    expect(start({ answers: { merpay: { sign: 'payUrl' } } })).to.throw(RangeError);
    expect(start({ validMinutes: { bank: 0 } })).to.throw(RangeError);
    expect(start({ faults: { duplicate: 9 } })).to.throw(RangeError);
    const unready = createHaipaySandbox({
      publicUrl: base,
      merchants: [{ ...(jpy ?? expect.fail()), privateKey: 'x' }],
    });
    let thrown: unknown;
    await unready.ready.catch((error: unknown) => (thrown = error));
    expect(thrown).to.be.instanceOf(Error);
  });
});

describe('HaiPay sandbox: a query', () => {
  it('tells the order as it stands, in the document’s shape', async () => {
    const { apply, query, send, payment, inWallet } = await rig();
    await apply('au-pay', { amount: '50000' });
    const { orderNo, token } = payment();
    const answer = await query();
    expect(answer).to.deep.include({ status: '1', error: '00000000', msg: '' });
    const waiting = { orderId: 'order-1', orderNo, amount: '50000.00', actualAmount: '0.00', fee: '0.00', status: 0 };
    expect(answer.data).to.deep.equal({ ...waiting, sign: answer.data?.sign });
    expect(await isGenuine(answer.data ?? expect.fail())).to.be.true;
    await send(`/pay/${token}`);
    expect((await query()).data?.status).to.equal(1);
    await inWallet('approve');
    const paid = { status: 2, actualAmount: '50000.00', payTime: '2026-11-21 14:26:00' };
    expect((await query('order-1', 'JPY', { orderNo })).data).to.include(paid);
  });

  it('tells why it failed', async () => {
    const { apply, query, inWallet } = await rig();
    await apply('merpay');
    await inWallet('decline');
    const { data } = await query();
    expect(data).to.include({ status: 3, actualAmount: '0.00', errorMsg: 'Declined by the payer' });
    expect(data?.payTime).to.be.undefined;
  });

  it('does not know orders of others, nor another orderNo', async () => {
    const { apply, query } = await rig();
    await apply('au-pay');
    expect(await query('order-2')).to.deep.equal({ status: '0', error: '9008', msg: 'orderId: is not known' });
    expect((await query('order-1', 'USD')).error).to.equal('9008');
    expect((await query('order-1', 'JPY', { orderNo: '6000000000000000' })).error).to.equal('9008');
    expect((await query('')).error).to.equal('9004');
  });
});
