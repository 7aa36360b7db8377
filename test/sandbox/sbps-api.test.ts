import { expect } from '@open-wc/testing';
import {
  answerOf,
  api,
  apiRig,
  codeOf,
  paidByNumber,
  paidByWallet,
  postXml,
  refund,
  refundXml,
} from './sbps-api-case.js';
import { answerIn, merchant, startMs } from './sbps-rig.js';

const part = (amount: string) => ({ 'pay_option_manage/amount': amount });
const date = (ms: number) => new Date(ms + 9 * 3_600_000).toISOString().replaceAll(/\D/g, '').slice(0, 14);

describe('SBPS sandbox: refunds by API', () => {
  it('gives all of an Alipay+ payment back, and its books show it', async () => {
    const test = apiRig();
    const { trackingId, orderId } = await paidByWallet(test);
    const answer = await refund(test);
    expect(answer).to.include({ res_result: 'OK', res_tracking_id: trackingId, res_err_code: '' });
    expect(answer).to.include({ res_process_date: '20261121142600', res_date: '20261121142600' });
    expect(answer['res_sps_transaction_id']).to.match(/^9\d{13}$/);
    const money = { paid: 1000, refunded: 1000, requested: 0 };
    expect(test.sandbox.books()).to.deep.equal([{ orderId, trackingId, product: 'alipay-plus', ...money }]);
    expect(test.payment().status).to.equal('paid');
  });

  it('gives parts back, up to what is left', async () => {
    const test = apiRig();
    await paidByWallet(test);
    expect(await refund(test, part('400'))).to.include({ res_result: 'OK' });
    expect(await codeOf(refund(test, part('601')))).to.equal('51050009');
    expect(await codeOf(refund(test)), 'all of it').to.equal('51050009');
    expect(await refund(test, part('600'))).to.include({ res_result: 'OK' });
    expect(await codeOf(refund(test, part('1')))).to.equal('51050008');
    expect(test.sandbox.books()).to.have.nested.property('[0].refunded', 1000);
  });

  it('refuses a full refund that comes again', async () => {
    const test = apiRig();
    await paidByWallet(test);
    await refund(test);
    expect(await codeOf(refund(test))).to.equal('51050008');
    expect(test.payment().refunds).to.have.length(1);
  });

  it('takes day 365 to its last second, and not day 366', async () => {
    const test = apiRig();
    await paidByWallet(test, { amount: '2' });
    // Paid on 21 November 2026 at 14:26 in Japan.
    test.clock.nowMs = Date.parse('2027-11-20T23:59:59+09:00');
    const late = () => refund(test, { ...part('1'), request_date: date(test.clock.nowMs) });
    expect(await codeOf(late())).to.equal('');
    test.clock.nowMs += 1000;
    expect(await codeOf(late())).to.equal('51050007');
  });

  it('gives nothing back of what was not paid, was undone, or is WebMoney’s', async () => {
    const declined = apiRig();
    await answerIn(declined, 'decline');
    expect(await codeOf(refund(declined))).to.equal('51050006');
    const undone = apiRig();
    undone.shop.answers = ['NG,'];
    await paidByWallet(undone);
    expect(undone.payment().status).to.equal('reversed');
    expect(await codeOf(refund(undone))).to.equal('51050006');
    expect(undone.sandbox.books()).to.be.empty;
    const prepaid = apiRig();
    await paidByNumber(prepaid);
    expect(await codeOf(refund(prepaid))).to.equal('51012003');
  });

  it('lets nobody in without the right Basic authentication', async () => {
    const test = apiRig();
    const { trackingId: tracking_id } = await paidByWallet(test);
    const xml = await refundXml({ tracking_id });
    for (const authorization of [
      '',
      'Basic',
      `Basic ${btoa(`${api.basicId}:wrong`)}`,
      `Bearer ${btoa('30132001:secret')}`,
    ]) {
      const answer = await postXml(test, xml, { authorization });
      expect(answer.status).to.equal(401);
      expect(answer.headers.get('www-authenticate')).to.equal('Basic realm="SBPS API"');
    }
    const without = apiRig({ merchants: [merchant] });
    expect((await postXml(without, xml)).status).to.equal(401);
    expect(test.payment().refunds).to.be.empty;
    expect((await test.send('/api/xmlapi.do')).status).to.equal(405);
  });

  for (const [what, change, code] of [
    ['a merchant who is not the one behind the authentication', { merchant_id: '99999' }, '99914001'],
    ['another service', { service_id: '002' }, '99914001'],
    ['a payment that it does not know', { tracking_id: '80000000000000' }, '51012003'],
    ['a hash that is wrong', { sps_hashcode: '0'.repeat(40) }, '99909008'],
    ['no number of a payment', { tracking_id: undefined }, '99903003'],
    ['an empty number', { tracking_id: '' }, '99906003'],
    ['no date', { request_date: undefined }, '99903006'],
    ['a day that does not exist', { request_date: '20260231000000' }, '99906006'],
    ['a date more than a minute ahead', { request_date: '20261121142701' }, '99910006'],
    ['a date whose limit is over', { request_date: '20261121141600' }, '99910007'],
    ['a limit of its own that is over', { request_date: '20261121142555', limit_second: '5' }, '99910007'],
    [
      'a date ten minutes old, without a limit',
      { request_date: '20261121141600', limit_second: undefined },
      '99910007',
    ],
    ['a limit that is no number', { limit_second: 'x' }, '99906007'],
    ['a sum of zero', part('0'), '51007005'],
    ['a negative sum', part('-1'), '99906005'],
    ['a sum with a point', part('1.5'), '99906005'],
    ['a sum of eight digits', part('10000000'), '99906005'],
    ['an element that it does not know', { item_id: 'x' }, '99904000'],
  ] as const) {
    it(`refuses ${what}: ${code}`, async () => {
      const test = apiRig();
      await paidByWallet(test);
      expect(await codeOf(refund(test, change))).to.equal(code);
      expect(test.payment().refunds).to.be.empty;
    });
  }

  it('refuses another key, and another order of the elements than the hash has', async () => {
    const test = apiRig();
    const { trackingId } = await paidByWallet(test);
    expect(await codeOf(refund(test, {}, 'another key'))).to.equal('99909008');
    const xml = await refundXml({
      tracking_id: undefined,
      ...part('500'),
      request_date: undefined,
      limit_second: undefined,
    });
    const moved = xml.replace(
      '</service_id>',
      `</service_id><request_date>20261121142600</request_date><tracking_id>${trackingId}</tracking_id>`,
    );
    expect(await codeOf(answerOf(await postXml(test, moved)))).to.equal('99909008');
  });

  it('refuses what is not XML in Shift_JIS', async () => {
    const test = apiRig();
    const { trackingId: tracking_id } = await paidByWallet(test);
    const xml = await refundXml({ tracking_id });
    const utf8 = (text: string) => new TextEncoder().encode(text);
    const posts: Readonly<Record<string, Promise<Response>>> = {
      'another content type': postXml(test, xml, { 'content-type': 'application/json' }),
      'another charset declared': postXml(test, xml.replace('Shift_JIS', 'UTF-8')),
      'no charset declared': postXml(test, xml.replace(' encoding="Shift_JIS"', '')),
      'no declaration': postXml(test, xml.replace(/^.*\?>/, '')),
      'UTF-8 bytes under the name of Shift_JIS': postXml(test, utf8(xml.replace('001', '〇〇一'))),
      'an element that is not closed': postXml(test, xml.replace('</service_id>', '')),
      'a DTD': postXml(test, xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')),
      'another root': postXml(test, xml.replaceAll('sps-api-request', 'sps-api-answer')),
      'two roots': postXml(test, `${xml}<x></x>`),
      nothing: postXml(test, ''),
    };
    for (const [what, post] of Object.entries(posts)) {
      expect(await codeOf(answerOf(await post)), what).to.equal('99900000');
    }
    const twice = xml.replace('<service_id>', '<service_id>001</service_id><service_id>');
    expect(await codeOf(answerOf(await postXml(test, twice)))).to.equal('99904000');
    const other = xml.replace('ST02-00306-510', 'ST02-00306-311');
    expect(await codeOf(answerOf(await postXml(test, other)))).to.equal('99904000');
    expect(test.payment().refunds).to.be.empty;
  });

  it('says in words what is wrong, for people', async () => {
    const test = apiRig();
    await paidByWallet(test);
    const answer = await postXml(test, await refundXml({ tracking_id: '80000000000000' }));
    expect(answer.headers.get('x-sandbox-problem')).to.equal('tracking_id is not that of an Alipay+ payment');
  });
});

describe('SBPS sandbox: faults of the API', () => {
  it('fails before it does anything, or after', async () => {
    for (const [api, refunded] of [
      ['fails before', 0],
      ['fails after', 1000],
    ] as const) {
      const test = apiRig({ faults: { api } });
      await paidByWallet(test);
      expect(await codeOf(refund(test))).to.equal('99990000');
      expect(test.sandbox.books()[0]?.refunded).to.equal(refunded);
    }
  });

  it('loses or cuts the answer after it has given the money back', async () => {
    const test = apiRig({ faults: { api: 'answer lost' } });
    const { trackingId: tracking_id } = await paidByWallet(test);
    const lost = await postXml(test, await refundXml({ tracking_id, ...part('1') }));
    expect([lost.status, await lost.text()]).to.deep.equal([500, '']);
    await test.sandbox.setFaults({ api: 'unreadable' });
    const cut = await postXml(test, await refundXml({ tracking_id, ...part('2') }));
    expect(await cut.text()).not.to.contain('</sps-api-response>');
    expect(test.sandbox.books()[0]?.refunded).to.equal(3);
  });

  it('answers late what it did at once', async () => {
    const test = apiRig({ faults: { apiDelayMs: 60_000 } });
    const { trackingId: tracking_id } = await paidByWallet(test);
    const before = new Set(test.timers);
    const answer = postXml(test, await refundXml({ tracking_id }));
    while (test.timers.size === before.size) await new Promise((resolve) => setTimeout(resolve));
    expect(test.sandbox.books()[0]?.refunded).to.equal(1000);
    const timer = [...test.timers].find((one) => !before.has(one)) ?? expect.fail('no timer');
    expect(timer.atMs).to.equal(startMs + 60_000);
    timer.run();
    expect(await answerOf(await answer)).to.include({ res_result: 'OK' });
  });

  it('is switched on the front page, within its limits', async () => {
    const test = apiRig();
    await test.post('/faults', { duplicate: '1', delayMs: '0', lose: 'none', api: 'answer lost', apiDelayMs: '5' });
    expect(test.sandbox.faults()).to.include({ api: 'answer lost', apiDelayMs: 5 });
    const refused = await test.post('/faults', { duplicate: '1', delayMs: '0', lose: 'none', apiDelayMs: '60001' });
    expect(refused.status).to.equal(400);
  });

  it('keeps refunds when it is stopped, and reads what was stored before there were any', async () => {
    const kept: { text: string | undefined } = { text: undefined };
    const save = (text: string) => Promise.resolve(void (kept.text = text));
    const storage = { load: () => Promise.resolve(kept.text), save };
    const first = apiRig({ storage });
    await paidByWallet(first);
    await refund(first, part('300'));
    const second = apiRig({ storage });
    await second.sandbox.ready;
    expect(second.sandbox.books()).to.deep.equal(first.sandbox.books());
    kept.text = kept.text?.replaceAll(/,"refunds":\[[^\]]*\]/g, '');
    const old = apiRig({ storage });
    await old.sandbox.ready;
    expect(old.sandbox.books()[0]).to.include({ paid: 1000, refunded: 0 });
  });
});
