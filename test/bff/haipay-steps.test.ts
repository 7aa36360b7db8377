import { expect } from '@open-wc/testing';
import type { NextAction } from '../../src/contract/next-action.js';
import type { HaipayOptions } from '../../src/bff/providers/haipay-options.js';
import { answering, attempt, envelope, ORDER_ID, provider, start } from './haipay-case.js';

const deadline = '2026-11-21T06:00:00.000Z';
const payUrl = 'https://pay.example/1L9zQS2?t=a%2Fb+c&u=%E3%81%82';
const WAIT: NextAction = { type: 'wait' };

/** What the buyer does next when the answer brings these fields. */
async function step(method: string, brought: object, options: Partial<HaipayOptions> = {}): Promise<NextAction> {
  const { fetch } = answering({ apply: await envelope({ orderId: ORDER_ID, orderNo: '6', ...brought }) });
  const outcome = await provider({ fetch, ...options }).start(start({ attempt: attempt({ method }) }));
  return outcome.type === 'started' ? outcome.nextAction : expect.fail(outcome.type);
}

describe('haipay next step of a wallet', () => {
  const redirect = { type: 'redirect', method: 'GET', url: payUrl, fields: [], charset: 'UTF-8', deadline };

  it('is its page, with the query as it came', async () => {
    for (const method of ['haipay:au-pay', 'haipay:merpay']) {
      expect(await step(method, { payUrl })).to.deep.equal(redirect);
      expect(await step(method, { payUrl, qrCode: 'QR', bankNo: '1' })).to.deep.equal(redirect);
    }
  });

  it('is the code where there is no page, or where codes are preferred', async () => {
    const qr = { type: 'qr', payload: 'QR', deadline };
    expect(await step('haipay:au-pay', { qrCode: 'QR' })).to.deep.equal(qr);
    expect(await step('haipay:au-pay', { payUrl, qrCode: 'QR' }, { walletStep: 'qr' })).to.deep.equal({
      ...qr,
      payUrl,
    });
    expect(await step('haipay:au-pay', { payUrl }, { walletStep: 'qr' })).to.deep.equal(redirect);
  });

  it('is nothing when there is neither', async () => {
    expect(await step('haipay:au-pay', {})).to.deep.equal(WAIT);
    expect(await step('haipay:au-pay', { payUrl: '', qrCode: '', bankNo: '1' })).to.deep.equal(WAIT);
  });

  it('is no page that is unsafe or not allowed', async () => {
    const unsafe = [
      'javascript:alert(1)',
      'http://pay.example/',
      'https://u:p@pay.example/',
      '/pay',
      'data:text/html,x',
    ];
    for (const url of unsafe) expect(await step('haipay:au-pay', { payUrl: url }), url).to.deep.equal(WAIT);
    const options = { redirectHosts: ['*.haipay.example'] };
    expect(await step('haipay:au-pay', { payUrl }, options)).to.deep.equal(WAIT);
    const allowed = 'https://pay.haipay.example/1';
    expect(await step('haipay:au-pay', { payUrl: allowed }, options)).to.have.property('url', allowed);
  });
});

describe('haipay next step at a convenience store', () => {
  const konbini = { type: 'konbini', chain: 'lawson', numbers: [], payUrl, deadline };
  const lawson = 'haipay:konbini-lawson';

  it('is the page, and the numbers that came under what is known of them', async () => {
    expect(await step(lawson, { payUrl })).to.deep.equal(konbini);
    expect(await step(lawson, { payUrl, bankCode: 'X', bankNo: '0123456789012' })).to.deep.equal({
      ...konbini,
      numbers: [{ label: '番号', value: '0123456789012' }],
    });
    const { payUrl: _, ...withoutPage } = konbini;
    expect(await step(lawson, { bankNo: '12' })).to.deep.equal({
      ...withoutPage,
      numbers: [{ label: '番号', value: '12' }],
    });
    for (const chain of ['familymart', 'lawson', 'seven-eleven', 'ministop']) {
      expect(await step(`haipay:konbini-${chain}`, { payUrl })).to.have.property('chain', chain);
    }
  });

  it('has the labels of the configuration, in its order and by chain', async () => {
    const numberFields = {
      receiptNo: { lawson: 'お客様番号', 'seven-eleven': '払込票番号' },
      confirmNo: '確認番号',
      companyCode: { familymart: '企業コード' },
    };
    const brought = { payUrl, confirmNo: 400008, receiptNo: '00123456789', companyCode: '20020', bankNo: '9' };
    expect(await step(lawson, brought, { numberFields })).to.have.deep.property('numbers', [
      { label: 'お客様番号', value: '00123456789' },
      { label: '確認番号', value: '400008' },
    ]);
    expect(await step('haipay:konbini-familymart', brought, { numberFields })).to.have.deep.property('numbers', [
      { label: '確認番号', value: '400008' },
      { label: '企業コード', value: '20020' },
    ]);
  });

  it('is a code or nothing where neither came', async () => {
    expect(await step(lawson, { qrCode: 'QR' })).to.deep.equal({ type: 'qr', payload: 'QR', deadline });
    expect(await step(lawson, { bankCode: 'X' })).to.deep.equal(WAIT);
  });

  it('keeps the document’s own answer as it is, damaged code included: the display refuses it', async () => {
    const sample = {
      orderNo: '6023071013539074',
      payUrl: 'https://a.api-uat.php.com/1L9zQS2',
      bankCode: 'GCASH_STATIC_VA',
      bankNo: 'PC0007I10000035',
      qrCode:
        '00020101021228760011ph.ppmi.p2m0111OPDVPHM1XXX0315777148000000017041652948137245442930503001520460165303608540810000.php Of Mandalu62310010ph.allbank05062110000803***88310012ph.ppmi.qrph0111OPDVPHM1XXX63042763',
    };
    expect(await step(lawson, sample)).to.deep.include({
      payUrl: sample.payUrl,
      numbers: [{ label: '番号', value: sample.bankNo }],
    });
    expect(await step('haipay:au-pay', sample, { walletStep: 'qr' })).to.deep.equal({
      type: 'qr',
      payload: sample.qrCode,
      payUrl: sample.payUrl,
      deadline,
    });
    const { payUrl: _, ...withoutPage } = sample;
    expect(await step('haipay:au-pay', withoutPage)).to.have.property('payload', sample.qrCode);
  });
});

describe('haipay next step of a transfer', () => {
  const transfer = { type: 'bankTransfer', deadline };
  const bank = 'haipay:gmo-aozora';

  it('is the page and the parts of the account that came', async () => {
    expect(await step(bank, { payUrl })).to.deep.equal({ ...transfer, payUrl });
    expect(await step(bank, { bankNo: '0012345' })).to.deep.equal({ ...transfer, accountNumber: '0012345' });
    expect(await step(bank, { payUrl, bankCode: 'GMO_AOZORA', bankNo: '0012345' })).to.deep.equal({
      ...transfer,
      payUrl,
      bank: 'GMOあおぞらネット銀行',
      accountNumber: '0012345',
    });
    expect(await step(bank, { payUrl, bankCode: 'constructor' })).to.have.property('bank', 'constructor');
  });

  it('has its parts in the configured fields', async () => {
    const bankFields = {
      bank: 'bankCode',
      branch: 'branchName',
      accountType: 'type',
      accountNumber: 'bankNo',
      holder: 'accountName',
    };
    const brought = { bankCode: '0310', branchName: '101', type: '普通', bankNo: '1234567', accountName: 'ﾚｼﾞ' };
    const bankNames = { '0310': 'GMOあおぞらネット銀行' };
    expect(await step(bank, brought, { bankFields, bankNames })).to.deep.equal({
      ...transfer,
      bank: 'GMOあおぞらネット銀行',
      branch: '101',
      accountType: '普通',
      accountNumber: '1234567',
      holder: 'ﾚｼﾞ',
    });
  });

  it('is a code or nothing where neither page nor number came', async () => {
    expect(await step(bank, { bankCode: 'GMO_AOZORA', qrCode: 'QR' })).to.have.property('type', 'qr');
    expect(await step(bank, { bankCode: 'GMO_AOZORA' })).to.deep.equal(WAIT);
  });
});
