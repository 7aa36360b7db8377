import { expect } from '@open-wc/testing';
import type { Offer } from '../../src/bff/provider.js';
import { ALL_METHODS, CURRENCIES, HAIPAY_METHODS } from '../../src/bff/providers/haipay-methods.js';
import type { HaipayOptions } from '../../src/bff/providers/haipay-options.js';
import vectors from '../fixtures/haipay-vectors.json' with { type: 'json' };
import { ACCOUNTS, offer, provider } from './haipay-case.js';
import { inputRefusalOf } from './monetix-case.js';

const customer = offer().customer;
const methodsFor = (change: Partial<Offer>, options: Partial<HaipayOptions> = {}) =>
  provider(options).methods(offer(change));

describe('haipay methods', () => {
  it('are the fourteen rows of the document', () => {
    const rows = CURRENCIES.flatMap((currency) =>
      ALL_METHODS.map((method) => {
        const { payType, rows: byCurrency } = HAIPAY_METHODS[method];
        const { inBankCode, min, max } = byCurrency[currency];
        const unit = currency === 'JPY' ? 1 : 100;
        return { currency, payType, inBankCode, min: min / unit, max: max / unit };
      }),
    );
    expect(rows).to.deep.equal(vectors.methods);
  });

  it('have one id for both currencies, with the limits of the order’s', () => {
    const limits = (currency: string, min: number, max: number) => ({
      min: { value: min, currency },
      max: { value: max, currency },
    });
    expect(methodsFor({})).to.deep.equal([
      { id: 'haipay:au-pay', brand: 'au-pay', kind: 'redirect', limits: limits('JPY', 100, 150_000) },
      { id: 'haipay:merpay', brand: 'merpay', kind: 'redirect', limits: limits('JPY', 100, 150_000) },
      { id: 'haipay:gmo-aozora', brand: 'gmo-aozora', kind: 'bankTransfer', limits: limits('JPY', 100, 150_000) },
      ...['familymart', 'lawson', 'seven-eleven', 'ministop'].map((chain) => ({
        id: `haipay:konbini-${chain}`,
        brand: `konbini-${chain}`,
        kind: 'konbini',
        limits: limits('JPY', 300, 150_000),
      })),
    ]);
    const dollars = methodsFor({ amount: { value: 500, currency: 'USD' } });
    expect(dollars.map(({ id }) => id)).to.deep.equal(methodsFor({}).map(({ id }) => id));
    expect(dollars[0]?.limits).to.deep.equal(limits('USD', 99, 49_999));
    expect(dollars[6]?.limits).to.deep.equal(limits('USD', 199, 49_999));
    expect(dollars.some(({ unavailable }) => unavailable)).to.equal(false);
  });

  for (const currency of CURRENCIES) {
    for (const method of ALL_METHODS) {
      const { min, max } = HAIPAY_METHODS[method].rows[currency];
      it(`say why a sum is out of ${method} in ${currency}, one below ${min} and above ${max}`, () => {
        const reason = (value: number) =>
          methodsFor({ amount: { value, currency } }).find(({ id }) => id === `haipay:${method}`)?.unavailable;
        expect(reason(min)).to.equal(undefined);
        expect(reason(max)).to.equal(undefined);
        expect(reason(min - 1)).to.deep.equal({ code: 'amount-too-low', limit: { value: min, currency } });
        expect(reason(max + 1)).to.deep.equal({ code: 'amount-too-high', limit: { value: max, currency } });
      });
    }
  }

  it('say which currencies they are for', () => {
    const reasons = (currency: string, options: Partial<HaipayOptions> = {}) =>
      methodsFor({ amount: { value: 500, currency } }, options).map(({ unavailable }) => unavailable);
    expect(reasons('EUR')).to.deep.equal(ALL_METHODS.map(() => ({ code: 'currency', currencies: ['JPY', 'USD'] })));
    const onlyYen = { accounts: { JPY: ACCOUNTS.JPY } };
    expect(reasons('USD', onlyYen)[0]).to.deep.equal({ code: 'currency', currencies: ['JPY'] });
    const mixed = { methods: { JPY: ['merpay', 'au-pay'], USD: ['au-pay'] } } as const;
    expect(methodsFor({}, mixed).map(({ id }) => id)).to.deep.equal(['haipay:merpay', 'haipay:au-pay']);
    expect(reasons('USD', mixed)).to.deep.equal([{ code: 'currency', currencies: ['JPY'] }, undefined]);
  });

  it('are those opened for the shop, with its own limits and step', () => {
    const options = {
      methods: ['konbini-lawson', 'au-pay'],
      limits: { JPY: { 'au-pay': { min: 1000 } }, USD: { 'au-pay': { max: 100_000 } } },
      walletStep: 'qr',
    } as const;
    const [lawson, wallet] = methodsFor({}, options);
    expect(lawson?.id).to.equal('haipay:konbini-lawson');
    expect(wallet).to.deep.include({ id: 'haipay:au-pay', kind: 'qr' });
    expect(wallet?.unavailable).to.deep.equal({ code: 'amount-too-low', limit: { value: 1000, currency: 'JPY' } });
    expect(wallet?.limits?.max).to.deep.equal({ value: 150_000, currency: 'JPY' });
    const [, dollars] = methodsFor({ amount: { value: 100_000, currency: 'USD' } }, options);
    expect(dollars?.unavailable).to.equal(undefined);
  });

  it('ask for what the shop did not tell', () => {
    const asked = (change: Partial<typeof customer>) =>
      methodsFor({ customer: { id: 'u', ...change } })[0]?.inputs?.map(({ name }) => name);
    expect(asked(customer)).to.equal(undefined);
    expect(asked({})).to.deep.equal(['name', 'phone', 'email']);
    expect(asked({ firstName: 'Hanako', phone: ' ', email: 'a@b.jp' })).to.deep.equal(['name', 'phone']);
    expect(asked({ firstName: 'Hanako', lastName: 'Yamada', phone: '0312345678' })).to.deep.equal(['email']);
  });
});

describe('haipay offer', () => {
  const refusal = (change: Partial<typeof customer>, options: Partial<HaipayOptions> = {}) =>
    inputRefusalOf(() => provider(options).checkOffer(offer({ customer: { ...customer, ...change } })));

  it('takes the documented characters of a user id and no other', () => {
    for (const id of ['149597870', 'a-Z~!@#$%&*()_.9', 'user@shop.example']) expect(refusal({ id })).to.equal('taken');
    for (const id of ['', 'a b', 'a+b', 'a:b', 'a/b', '太郎', 'a\n', '№', 'a"b', 'é']) {
      expect(refusal({ id }), id).to.equal('customer.id: partner-user-id-invalid');
    }
  });

  it('refuses what can never be sent, with the field named', () => {
    expect(refusal({ email: 'a@b' })).to.equal('customer.email: email-invalid');
    expect(refusal({ phone: '12' })).to.equal('customer.phone: phone-invalid');
    expect(refusal({ firstName: 'Ha\nnako' })).to.equal('customer.firstName: name-invalid');
    expect(refusal({ lastName: 'x'.repeat(201) })).to.equal('customer.firstName: name-invalid');
    const mobile = { phoneCheck: (phone: string) => /^0[789]0/.test(phone) };
    expect(refusal({ phone: '090-1234-5678' }, mobile)).to.equal('taken');
    expect(refusal({ phone: '03-1234-5678' }, mobile)).to.equal('customer.phone: phone-invalid');
  });

  it('does not mind a customer whom it is never told of', () => {
    const check = (amount: Offer['amount']) =>
      inputRefusalOf(() => provider().checkOffer(offer({ amount, customer: { id: '№' } })));
    expect(check({ value: 500, currency: 'EUR' })).to.equal('taken');
    expect(check({ value: 50, currency: 'JPY' })).to.equal('taken');
    expect(check({ value: 100, currency: 'JPY' })).to.equal('customer.id: partner-user-id-invalid');
  });
});

describe('haipay input', () => {
  const check = (input: Record<string, string>, change: Partial<Offer> = {}, method = 'haipay:au-pay') =>
    provider().checkInput(method, input, offer({ customer: { id: 'u' }, ...change }));
  const right = { name: '山田 花子', phone: '090-1234-5678', email: 'hanako@example.jp' };

  it('is cleaned, in any script, and kept with the currency that the status question needs', () => {
    expect(check(right)).to.deep.equal({ ...right, phone: '09012345678', currency: 'JPY' });
    expect(check(right, { amount: { value: 500, currency: 'USD' } })['currency']).to.equal('USD');
    for (const name of ['สมชาย ใจดี', '김민수', 'ヤマダ　ハナコ', 'Nguyễn Thị Ánh', "D'Arcy & Sons", '👩‍🍳 Mia']) {
      expect(check({ ...right, name: ` ${name}\t` })['name']).to.equal(name);
    }
    for (const phone of ['+81 90 1234 5678', '＋８１（９０）１２３４ー５６７８', '+81-90-1234-5678']) {
      expect(check({ ...right, phone })['phone']).to.equal('+819012345678');
    }
  });

  it('is refused with its field', () => {
    const refusal = (change: Record<string, string>) => inputRefusalOf(() => check({ ...right, ...change }));
    expect(refusal({ name: ' ' })).to.equal('name: input-missing');
    expect(refusal({ phone: '' })).to.equal('phone: input-missing');
    expect(refusal({ email: '' })).to.equal('email: input-missing');
    for (const name of ['a\u0000b', 'a\nb', 'a\ud800', 'x'.repeat(201)]) {
      expect(refusal({ name })).to.equal('name: name-invalid');
    }
    for (const phone of [
      'abc',
      '12345',
      '1'.repeat(16),
      '090-1234-567x',
      '++8190123456',
      '090;123456',
      '0901+234567',
    ]) {
      expect(refusal({ phone }), phone).to.equal('phone: phone-invalid');
    }
    for (const email of ['a', 'a@b', 'a@b@c.de', 'a b@c.de', 'ä@c.de', 'a@c.de\nbcc:x']) {
      expect(refusal({ email }), email).to.equal('email: email-invalid');
    }
  });

  it('takes from the buyer only what was asked', () => {
    const answers = check({ ...right, currency: 'USD', wmid: '1', email: 'x@evil.example' }, { customer });
    expect(answers).to.deep.equal({ currency: 'JPY' });
  });

  it('is for a method there is', () => {
    for (const method of ['haipay:paypay', 'au-pay', 'haipay:constructor', 'sbps:au-pay']) {
      expect(
        inputRefusalOf(() => check(right, {}, method)),
        method,
      ).to.equal('method: method-unknown');
    }
  });
});
