import { expect } from '@open-wc/testing';
import { SBPS_WALLETS, type SbpsOptions } from '../../src/bff/providers/sbps-options.js';
import vectors from '../fixtures/sbps-vectors.json' with { type: 'json' };
import { attempt, NOW_MS, opened, provider, start } from './sbps-case.js';

/** The documented order of the purchase request without rows of detail, its hash last. */
const FIELDS =
  'pay_method merchant_id service_id cust_code sps_cust_no sps_payment_no order_id item_id pay_item_id item_name tax ' +
  'amount pay_type auto_charge_type service_type div_settele last_charge_month camp_type tracking_id terminal_type ' +
  'success_url cancel_url error_url pagecon_url free1 free2 free3 free_csv request_date limit_second sps_hashcode';
const wallet = (brand: string) => attempt({ method: `sbps:alipay-plus/${brand}` });

async function values(change: Parameters<typeof opened>[0] = {}, options: Partial<SbpsOptions> = {}) {
  return Object.fromEntries((await opened(change, options)).fields);
}

describe('sbps purchase request', () => {
  for (const { id, params, expected } of vectors.sbps_hashcode.filter(({ params }) => params)) {
    it(`is the sample ${id}, hash included`, async () => {
      const { pay_method: payMethod, merchant_id: merchantId, service_id: serviceId } = params ?? expect.fail(id);
      const action = await opened(
        {
          attempt: { ...(payMethod === 'alipay' ? wallet('alipay') : attempt()), id: 'ORDER-0001' },
        },
        { merchantId, serviceId, itemId: 'ITEM-1', now: () => Date.parse('2025-04-01T03:00:00.999Z') },
      );
      const sent = Object.entries(params ?? {}).filter(([name]) => !name.startsWith('dtl_'));
      expect(action.fields).to.deep.equal([...sent, ['sps_hashcode', expected]]);
    });
  }

  it('sends every tag in the documented order, empty ones too', async () => {
    const { fields } = await opened();
    expect(fields.map(([name]) => name).join(' ')).to.equal(FIELDS);
    expect(fields.filter(([, value]) => value === '').map(([name]) => name)).to.deep.equal(
      (
        'sps_cust_no sps_payment_no pay_item_id tax auto_charge_type div_settele last_charge_month camp_type tracking_id ' +
        'free1 free2 free3 free_csv'
      ).split(' '),
    );
  });

  it('goes by the buyer’s browser in Shift_JIS, with nothing called', async () => {
    const { fields, ...action } = await opened();
    expect(fields.length).to.equal(31);
    expect(action).to.deep.equal({
      type: 'redirect',
      method: 'POST',
      url: 'https://fep.sps-system.com/f01/FepBuyInfoReceive.do',
      charset: 'Shift_JIS',
      deadline: '2026-11-21T05:10:00.000Z',
    });
    const test = 'https://stbfep.sps-system.com/f01/FepBuyInfoReceive.do';
    expect((await opened({}, { linkUrl: test })).url).to.equal(test);
  });

  for (const brand of SBPS_WALLETS) {
    it(`opens Alipay+ for ${brand} and names no wallet`, async () => {
      const action = await opened({ attempt: wallet(brand) });
      expect(action.payWithinSeconds).to.equal(600);
      const any = await opened({ attempt: wallet('alipay') });
      expect(action.fields).to.deep.equal(any.fields);
      expect(Object.fromEntries(action.fields)).to.include({ pay_method: 'alipay', pay_type: '0', service_type: '0' });
    });
  }

  it('counts its limit from a date in Japan, to the second', async () => {
    const now = Date.parse('2026-12-31T15:00:00.750Z');
    const action = await opened({}, { now: () => now, limitSeconds: 90 });
    expect(Object.fromEntries(action.fields)).to.include({ request_date: '20270101000000', limit_second: '90' });
    expect(action.deadline).to.equal('2026-12-31T15:01:30.000Z');
  });

  it('is the same again after a crash, but for its date', async () => {
    const [before, after] = [await values(), await values({}, { now: () => NOW_MS + 5000 })];
    expect(after['order_id']).to.equal(before['order_id']);
    expect(after['request_date']).to.equal('20261121140005');
  });

  it('tells a phone from the rest', async () => {
    for (const [device, type] of [
      ['mobile', '1'],
      ['pc', '0'],
      ['featurePhone', '0'],
    ] as const) {
      expect(await values({ device })).to.have.property('terminal_type', type);
    }
    expect(await values()).to.have.property('terminal_type', '0');
  });

  it('takes codes, texts and free_csv from the configuration', async () => {
    const options: Partial<SbpsOptions> = {
      payMethods: { alipayPlus: 'alipayplus' },
      freeCsv: { alipayPlus: 'QT0x' },
      itemId: 'goods',
      itemName: 'お買い物',
    };
    expect(await values({ attempt: wallet('gcash') }, options)).to.include({
      pay_method: 'alipayplus',
      free_csv: 'QT0x',
      item_id: 'goods',
      item_name: 'お買い物',
    });
    expect(await values({}, options)).to.include({ pay_method: 'webmoney', free_csv: '' });
  });

  it('is refused before the buyer leaves', async () => {
    const refused = async (change: Parameters<typeof start>[0], options: Partial<SbpsOptions> = {}) => {
      const outcome = await provider(options).start(start(change));
      return outcome.type === 'refused' ? outcome.code : outcome.type;
    };
    expect(await refused({ attempt: wallet('gcash') }, { wallets: ['alipay'] })).to.equal('method-unknown');
    expect(await refused({ attempt: attempt({ method: 'sbps:alipay' }) })).to.equal('method-unknown');
    expect(await refused({ attempt: wallet('gcash'), device: 'featurePhone' })).to.equal('device');
    expect(await refused({ amount: { value: 1000, currency: 'USD' } })).to.equal('currency');
    expect(await refused({ amount: { value: 10_000_000, currency: 'JPY' } })).to.equal('amount-too-high');
    expect(await refused({ customer: { id: '顧客' } })).to.equal('not-single-byte');
    expect(await refused({ attempt: attempt({ id: 'x'.repeat(39) }) })).to.equal('too-long');
  });
});
