import { expect } from '@open-wc/testing';
import { sbpsHash } from '../../src/sandbox/sbps-hash.js';
import { writeShiftJisForm } from '../../src/sandbox/sbps-shift-jis.js';
import {
  controlsOf,
  documentOf,
  fieldsOf,
  hashKey,
  heading,
  link,
  mainText,
  merchant,
  rig,
  signed,
  startMs,
} from './sbps-rig.js';

const date = (ms: number) => new Date(ms + 9 * 3_600_000).toISOString().replaceAll(/\D/g, '').slice(0, 14);

/** What is wrong with a request, and the error code that says so. */
const refusals: readonly [what: string, change: Record<string, string | undefined>, errorCode: string][] = [
  ['the merchant is not known', { merchant_id: '99999' }, '99914002'],
  ['the service is not the merchant’s', { service_id: '002' }, '99914002'],
  ['the merchant’s number is too long', { merchant_id: '301320' }, '99905002'],
  ['the hash is wrong', { sps_hashcode: 'a'.repeat(40) }, '99909031'],
  ['the hash is empty', { sps_hashcode: '' }, '99903031'],
  ['pay_method is unknown', { pay_method: 'credit' }, '99907001'],
  ['one of several pay_methods is unknown', { pay_method: 'alipay,credit' }, '99907001'],
  ['cust_code is too long', { cust_code: 'u'.repeat(65) }, '99905004'],
  ['cust_code is empty', { cust_code: ' ' }, '99903004'],
  ['order_id is too long', { order_id: 'o'.repeat(39) }, '99905007'],
  ['order_id is empty', { order_id: '' }, '99903007'],
  ['item_name is too long', { item_name: '商'.repeat(41) }, '99905010'],
  ['the amount is no number', { amount: '1,000' }, '99906012'],
  ['the amount has decimals', { amount: '10.5' }, '99906012'],
  ['the amount is negative', { amount: '-1' }, '99906012'],
  ['the amount has leading zeros', { amount: '0100' }, '99906012'],
  ['the amount is 0', { amount: '0' }, '99907012'],
  ['the amount is too high', { amount: '10000000' }, '99907012'],
  ['it is to be repeated', { pay_type: '1' }, '99907013'],
  ['service_type is not 0', { service_type: '1' }, '99907015'],
  ['terminal_type is unknown', { terminal_type: '2' }, '99907020'],
  ['success_url is http', { success_url: 'http://shop.example/' }, '99907021'],
  ['success_url is a script', { success_url: 'javascript:alert(1)' }, '99907021'],
  ['cancel_url is relative', { cancel_url: '/cancel' }, '99907022'],
  ['error_url carries a password', { error_url: 'https://a:b@shop.example/' }, '99907023'],
  ['pagecon_url is empty', { pagecon_url: '' }, '99903024'],
  ['pagecon_url is http', { pagecon_url: 'http://bff.example/' }, '99907024'],
  ['request_date is no date', { request_date: '20261131142600' }, '99906029'],
  ['request_date has another form', { request_date: '2026-11-21' }, '99906029'],
  ['request_date lies in the future', { request_date: date(startMs + 61_000) }, '99910029'],
  ['request_date is in UTC', { request_date: '20261121052600' }, '99910030'],
  ['limit_second is over', { request_date: date(startMs - 600_000) }, '99910030'],
  ['the usual limit is over', { request_date: date(startMs - 600_000), limit_second: '' }, '99910030'],
  ['limit_second is no number', { limit_second: '10m' }, '99906030'],
  ['limit_second is too long', { limit_second: '10000' }, '99905030'],
  ['a field is not one of A01-1', { wallet: 'gcash' }, '99904000'],
];

describe('SBPS sandbox: a purchase request that is refused', () => {
  for (const [what, change, errorCode] of refusals) {
    it(`because ${what}: ${errorCode}`, async () => {
      const test = rig();
      const answer = await test.request(change);
      const page = await documentOf(answer);
      expect(answer.status).to.equal(400);
      expect(page.querySelector('dd code')?.textContent).to.equal(errorCode);
      expect(heading(page)).to.equal('This purchase request cannot be processed');
      expect(controlsOf(page)).to.be.empty;
      expect(test.sandbox.payments()).to.be.empty;
    });
  }

  for (const [name] of fieldsOf()) {
    it(`because ${name} is missing, unless lists of the documents leave it out`, async () => {
      const test = rig();
      const answer = await test.request({ [name]: undefined });
      expect(answer.status).to.equal(name === 'pay_item_id' ? 303 : 400);
      if (name !== 'pay_item_id') expect(mainText(await documentOf(answer))).to.contain(`${name} is missing`);
    });
  }

  it('because the hash is made over Shift_JIS, or with another key', async () => {
    const test = rig();
    expect((await test.request({}, 'another key')).status).to.equal(400);
    const hash = await sbpsHash(fieldsOf(), hashKey, 'shift_jis');
    expect((await test.request({ sps_hashcode: hash })).status).to.equal(400);
    expect(test.sandbox.payments()).to.be.empty;
  });

  it('because it is UTF-8, or no text at all', async () => {
    const test = rig();
    const { postText } = test;
    for (const body of ['item_name=%FF', 'item_name=%83', 'item_name=%F0%40', '%E3%83%86%E3%82%B9=1']) {
      const page = await documentOf(await postText(link, body));
      expect(page.querySelector('dd code')?.textContent, body).to.match(/^99904000$/);
    }
    expect((await postText(link, '')).status).to.equal(400);
    expect((await test.send(link, { method: 'POST', body: '{}' })).status).to.equal(415);
    expect((await test.send(link)).status).to.equal(405);
  });

  it('because a field is given twice', async () => {
    const { postText, sandbox } = rig();
    const twice = [...fieldsOf(), ['amount', '1']].map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`);
    const page = await documentOf(await postText(link, twice.join('&').replace(/%E3[^&]*/, 'x')));
    expect(page.querySelector('dd code')?.textContent).to.equal('99904012');
    expect(sandbox.payments()).to.be.empty;
  });

  it('because the product is not agreed on with the merchant', async () => {
    const none = rig({ merchants: [{ ...merchant, wallets: [], webmoney: false }] });
    expect((await none.request({ pay_method: '' })).status).to.equal(400);
    const some = rig({ merchants: [{ ...merchant, wallets: [] }] });
    expect((await some.request()).status).to.equal(400);
    expect((await some.request({ pay_method: 'webmoney' })).status).to.equal(303);
    const other = rig({ merchants: [{ ...merchant, webmoney: false }] });
    expect((await other.request({ pay_method: 'webmoney' })).status).to.equal(400);
  });

  it('because order_id was used, but not while the very same request is open', async () => {
    const test = rig();
    const path = await test.open();
    expect(await test.open()).to.equal(path);
    expect(test.sandbox.payments()).to.have.length(1);
    expect((await test.request({ amount: '999' })).status).to.equal(400);
    await test.post(`${path}/cancel`, {});
    const page = await documentOf(await test.request());
    expect(page.querySelector('dd code')?.textContent).to.equal('99911007');
    expect((await test.request({ order_id: 'ORDER-0002' })).status).to.equal(303);
  });
});

describe('SBPS sandbox: a purchase request that is taken', () => {
  it('in any order of its fields, with the hash in capitals and blanks around values', async () => {
    const test = rig();
    const request = await signed({ cust_code: ' user007 ' });
    const capitals = (name: string, value: string) => (name === 'sps_hashcode' ? value.toUpperCase() : value);
    const fields = request.map(([name, value]) => [name, capitals(name, value)] as const);
    expect((await test.postText(link, writeShiftJisForm([...fields].reverse()))).status).to.equal(303);
  });

  it('with rows of detail, which are hashed as they come', async () => {
    const rows = { dtl_rowno: '1', dtl_item_id: 'A', dtl_item_name: '商品', dtl_item_count: '1', dtl_amount: '1000' };
    const all = fieldsOf();
    const at = all.findIndex(([name]) => name === 'request_date');
    const fields = [...all.slice(0, at), ...Object.entries(rows), ...Object.entries(rows), ...all.slice(at)];
    const hash = await sbpsHash(fields, hashKey, 'utf-8');
    const test = rig();
    const answer = await test.postText(link, writeShiftJisForm([...fields, ['sps_hashcode', hash]]));
    expect(answer.status).to.equal(303);
  });

  it('from this machine by http, and at both ends of the amounts', async () => {
    for (const [index, url] of ['http://localhost:1/', 'http://127.0.0.1:2/x', 'http://[::1]:3/'].entries()) {
      const change = { success_url: url, pagecon_url: url, order_id: `o${index}`, amount: index ? '1' : '9999999' };
      expect((await rig().request(change)).status, url).to.equal(303);
    }
  });
});
