import { expect } from '@open-wc/testing';
import type { Device } from '../../src/bff/provider.js';
import { InputRefusal } from '../../src/bff/provider.js';
import { SBPS_WALLETS, type SbpsOptions } from '../../src/bff/providers/sbps-options.js';
import { offer, provider } from './sbps-case.js';

const methods = (change: Parameters<typeof offer>[0] = {}, options: Partial<SbpsOptions> = {}) =>
  provider(options).methods(offer(change));
const jpy = (value: number) => ({ value, currency: 'JPY' });

describe('sbps methods', () => {
  it('are a row for each wallet and one for the prepaid number', () => {
    expect(methods()).to.deep.equal([
      ...SBPS_WALLETS.map((brand) => ({ id: `sbps:alipay-plus/${brand}`, brand, kind: 'redirect' })),
      { id: 'sbps:webmoney', brand: 'webmoney-prepaid', kind: 'redirect' },
    ]);
    expect(SBPS_WALLETS).to.have.length(10);
  });

  it('are only what the shop has had reviewed, in its order', () => {
    const ids = (options: Partial<SbpsOptions>) => methods({}, options).map(({ id }) => id);
    expect(ids({ wallets: ['gcash', 'alipay'], webmoney: false })).to.deep.equal([
      'sbps:alipay-plus/gcash',
      'sbps:alipay-plus/alipay',
    ]);
    expect(ids({ wallets: [] })).to.deep.equal(['sbps:webmoney']);
  });

  it('are for yen only', () => {
    for (const currency of ['USD', 'EUR', 'KRW']) {
      const reasons = methods({ amount: { value: 1000, currency } }).map(({ unavailable }) => unavailable);
      expect(reasons).to.have.length(11);
      for (const reason of reasons) expect(reason).to.deep.equal({ code: 'currency', currencies: ['JPY'] });
    }
  });

  it('keep limits to the yen', () => {
    const options = { limits: { alipayPlus: { min: 300, max: 50_000 }, webmoney: { max: 9999 } } };
    const reason = (value: number, brand: string) =>
      methods({ amount: jpy(value) }, options).find((method) => method.brand === brand)?.unavailable;
    const tooLow = { code: 'amount-too-low', limit: jpy(300) };
    const tooHigh = (limit: number) => ({ code: 'amount-too-high', limit: jpy(limit) });
    expect([299, 300, 50_000, 50_001].map((value) => reason(value, 'alipay'))).to.deep.equal([
      tooLow,
      undefined,
      undefined,
      tooHigh(50_000),
    ]);
    expect([1, 9999, 10_000].map((value) => reason(value, 'webmoney-prepaid'))).to.deep.equal([
      undefined,
      undefined,
      tooHigh(9999),
    ]);
    expect(methods({}, options)[0]).to.have.deep.property('limits', { min: jpy(300), max: jpy(50_000) });
    expect(methods({}, options)[10]).to.have.deep.property('limits', { max: jpy(9999) });
  });

  it('take no more than the field for the amount holds', () => {
    const reasons = (value: number) => methods({ amount: jpy(value) }).map(({ unavailable }) => unavailable?.code);
    expect(new Set(reasons(9_999_999))).to.deep.equal(new Set([undefined]));
    expect(new Set(reasons(10_000_000))).to.deep.equal(new Set(['amount-too-high']));
  });

  it('leave a feature phone the prepaid number only', () => {
    const usable = (device: Device) =>
      methods({ device }).flatMap(({ brand, unavailable }) => (unavailable ? [] : [brand]));
    expect(usable('featurePhone')).to.deep.equal(['webmoney-prepaid']);
    expect(usable('pc')).to.have.length(11);
    expect(usable('mobile')).to.have.length(11);
    expect(methods({ device: 'featurePhone' })[0]).to.have.deep.property('unavailable', { code: 'device' });
  });

  it('ask nothing of the buyer', () => {
    const sbps = provider({ wallets: ['dana'] });
    for (const method of ['sbps:alipay-plus/dana', 'sbps:webmoney']) {
      expect(sbps.checkInput(method, { email: 'x', wmid: '1' }, offer())).to.deep.equal({});
    }
    for (const method of ['sbps:alipay-plus/gcash', 'sbps:alipay', '']) {
      expect(() => sbps.checkInput(method, {}, offer()), method).to.throw(InputRefusal, 'method-unknown');
    }
  });

  it('can’t be asked about', async () => {
    const sbps = provider();
    expect(sbps.askAfterMs).to.equal(undefined);
    const asked = { id: 'a', method: '', status: 'waiting', input: {}, startedAtMs: 0, asks: 0 } as const;
    expect(await sbps.ask(asked)).to.equal('unknown');
  });
});

describe('sbps options', () => {
  const wrong: [string, Partial<SbpsOptions>][] = [
    ['merchantId', { merchantId: '1234' }],
    ['serviceId', { serviceId: '0001' }],
    ['hashKey', { hashKey: '' }],
    ['hashKey', { hashKey: 'a b' }],
    ['linkUrl', { linkUrl: 'http://fep.example/' }],
    ['wallets', { wallets: ['paypay'] as never }],
    ['wallets', { wallets: ['alipay', 'alipay'] }],
    ['webmoney', { wallets: [], webmoney: false }],
    ['payMethods', { payMethods: { alipayPlus: 'alipay,webmoney' } }],
    ['payMethods', { payMethods: { webmoney: '' } }],
    ['limitSeconds', { limitSeconds: 0 }],
    ['limitSeconds', { limitSeconds: 10_000 }],
    ['itemId', { itemId: '' }],
    ['itemId', { itemId: 'x'.repeat(33) }],
    ['itemId', { itemId: '商品' }],
    ['itemName', { itemName: '茶'.repeat(41) }],
    ['itemName', { itemName: '🍵' }],
    ['itemName', { itemName: '①', vendorCharacters: false }],
    ['freeCsv', { freeCsv: { alipayPlus: 'a,茶' } }],
    ['limits', { limits: { webmoney: { min: 2, max: 1 } } }],
    ['limits', { limits: { alipayPlus: { max: 10_000_000 } } }],
    ['clientAddress', { sourceAddresses: ['61.215.213.47'] }],
  ];
  for (const [option, options] of wrong) {
    it(`are refused by name: ${option} ${JSON.stringify(Object.values(options))}`, () => {
      expect(() => provider(options)).to.throw(TypeError, `sbps: ${option} is not valid`);
    });
  }
});
