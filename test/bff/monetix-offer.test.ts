import { expect } from '@open-wc/testing';
import type { MonetixOptions } from '../../src/bff/providers/monetix-options.js';
import { checkIpAddress } from '../../src/bff/providers/monetix-payer.js';
import { inputRefusalOf, offer, provider } from './monetix-case.js';

const customer = offer().customer;

describe('monetix methods', () => {
  it('are Light and Classic by Gate', () => {
    expect(provider().methods(offer())).to.deep.equal([
      { id: 'monetix:webmoney-light', brand: 'webmoney-light', kind: 'redirect' },
      {
        id: 'monetix:webmoney',
        brand: 'webmoney-classic',
        kind: 'invoice',
        inputs: [{ name: 'wmid', required: true }],
      },
    ]);
  });

  it('are both redirects by Payment Page, and mixed where so configured', () => {
    const kinds = (options: Partial<MonetixOptions>) =>
      provider(options)
        .methods(offer())
        .map(({ kind }) => kind);
    expect(kinds({ interface: 'payment-page' })).to.deep.equal(['redirect', 'redirect']);
    expect(kinds({ interface: { light: 'payment-page', classic: 'gate' } })).to.deep.equal(['redirect', 'invoice']);
  });

  it('are those enabled, in their order', () => {
    const ids = provider({ scenarios: ['classic', 'light'] })
      .methods(offer())
      .map(({ id }) => id);
    expect(ids).to.deep.equal(['monetix:webmoney', 'monetix:webmoney-light']);
    expect(provider({ scenarios: ['classic'] }).methods(offer())).to.have.length(1);
  });

  it('ask for what the shop did not tell', () => {
    const [light, classic] = provider().methods(offer({ customer: { id: 'customer1', firstName: ' ' } }));
    const names = ['firstName', 'lastName', 'email'];
    expect(light?.inputs?.map(({ name }) => name)).to.deep.equal(names);
    expect(classic?.inputs?.map(({ name }) => name)).to.deep.equal(['wmid', ...names]);
  });

  it('say why they are unavailable', () => {
    const reason = (value: number, currency: string, options: Partial<MonetixOptions> = {}) =>
      provider(options).methods(offer({ amount: { value, currency } }))[0]?.unavailable;
    const limits = { USD: { min: 500, max: 1000 } };
    expect(reason(1, 'USD')).to.equal(undefined);
    expect(reason(100, 'JPY')).to.deep.equal({ code: 'currency', currencies: ['USD', 'EUR', 'KZT'] });
    expect(reason(100, 'KZT', { currencies: ['USD'] })).to.deep.equal({ code: 'currency', currencies: ['USD'] });
    expect(reason(0, 'EUR')).to.deep.equal({ code: 'amount-too-low', limit: { value: 1, currency: 'EUR' } });
    expect(reason(499, 'USD', { limits })).to.deep.equal({
      code: 'amount-too-low',
      limit: { value: 500, currency: 'USD' },
    });
    expect(reason(1001, 'USD', { limits })).to.deep.equal({
      code: 'amount-too-high',
      limit: { value: 1000, currency: 'USD' },
    });
    expect(reason(1000, 'USD', { limits })).to.equal(undefined);
    expect(provider({ limits }).methods(offer())[0]?.limits).to.deep.equal({
      min: { value: 500, currency: 'USD' },
      max: { value: 1000, currency: 'USD' },
    });
  });
});

describe('monetix offer', () => {
  const refusal = (change: Partial<typeof customer>) =>
    inputRefusalOf(() => provider().checkOffer(offer({ customer: { ...customer, ...change } })));

  it('takes what people are called', () => {
    for (const firstName of ['Zoë', "D'Arcy", 'Anne-Marie', 'José María', '太郎', 'ジョン・ポール', 'Jr. 3']) {
      expect(refusal({ firstName }), firstName).to.equal('taken');
    }
  });

  it('refuses hostile values with stable codes', () => {
    for (const bad of ['a"b', 'a\nb', '№7', 'a;b', '💳', 'a b', '', 'x'.repeat(65), 'ａ']) {
      expect(refusal({ account: bad }), bad).to.equal('customer.account: account-invalid');
    }
    for (const bad of ['a"b', 'a\nb', '№7', 'a;b:c', 'Jo💳', '<b>', 'a\u0000']) {
      expect(refusal({ firstName: bad }), bad).to.equal('customer.firstName: first-name-invalid');
      expect(refusal({ lastName: bad }), bad).to.equal('customer.lastName: last-name-invalid');
    }
    for (const bad of ['a', 'a@b', 'a@b.c', 'a;b@c.de', 'a@b@c.de', '"a b"@c.de', 'a@c.de\nbcc:', 'ä@c.de']) {
      expect(refusal({ email: bad }), bad).to.equal('customer.email: email-invalid');
    }
    for (const bad of ['', 'a;b', 'a b', '№', 'a"b']) {
      expect(refusal({ id: bad }), bad).to.equal('customer.id: customer-id-invalid');
    }
  });

  it('demands an account number of the id when there is no account', () => {
    const { account: _, ...rest } = customer;
    const refusalOf = (id: string) => inputRefusalOf(() => provider().checkOffer(offer({ customer: { ...rest, id } })));
    expect(refusalOf('user-1')).to.equal('taken');
    expect(refusalOf('user@shop.example')).to.equal('customer.id: account-invalid');
  });
});

describe('monetix input', () => {
  const check = (input: Record<string, string>, method = 'monetix:webmoney', who: typeof customer = customer) =>
    provider().checkInput(method, input, offer({ customer: who }));

  it('cleans a pasted WMID', () => {
    for (const wmid of ['377094062589', ' 377 094 062 589\n', '377-094-062-589', '３７７０９４０６２５８９']) {
      expect(check({ wmid })).to.deep.equal({ wmid: '377094062589' });
    }
  });

  it('refuses what is no WMID', () => {
    for (const wmid of ['37709406258', '3770940625890', 'R77094062589', '', '37709406258a', '377;94062589']) {
      expect(
        inputRefusalOf(() => check({ wmid })),
        wmid,
      ).to.equal('wmid: wmid-invalid');
    }
    expect(inputRefusalOf(() => check({}))).to.equal('wmid: wmid-invalid');
  });

  it('takes what was asked for and nothing else', () => {
    const light = 'monetix:webmoney-light';
    expect(check({ wmid: '1', email: 'other@example.com', x: 'y' }, light)).to.deep.equal({});
    const answers = { firstName: ' John ', lastName: 'Doe', email: 'johndoe@email.com', x: 'y' };
    expect(check(answers, light, { id: 'customer1' })).to.deep.equal({
      firstName: 'John',
      lastName: 'Doe',
      email: 'johndoe@email.com',
    });
    const refusal = (input: Record<string, string>) =>
      inputRefusalOf(() => check({ ...answers, ...input }, light, { id: 'customer1' }));
    expect(refusal({ lastName: ' ' })).to.equal('lastName: input-missing');
    expect(refusal({ lastName: 'a;b' })).to.equal('lastName: last-name-invalid');
    expect(refusal({ email: 'nobody' })).to.equal('email: email-invalid');
  });

  it('does not ask for a WMID where Payment Page does', () => {
    const page = provider({ interface: 'payment-page' });
    expect(page.checkInput('monetix:webmoney', {}, offer())).to.deep.equal({});
  });

  it('refuses a method that is not enabled', () => {
    const light = provider({ scenarios: ['light'] });
    expect(inputRefusalOf(() => light.checkInput('monetix:webmoney', {}, offer()))).to.equal('method: method-unknown');
    expect(inputRefusalOf(() => light.checkInput('sbps:webmoney', {}, offer()))).to.equal('method: method-unknown');
  });

  it('sends an address that Monetix can read', () => {
    expect(checkIpAddress('::ffff:198.51.100.47')).to.equal('198.51.100.47');
    expect(checkIpAddress('2001:db8::1')).to.equal('2001:db8::1');
    for (const bad of [undefined, '', 'unknown', '999.1.1.1', '1.2.3', '1.2.3.4;5', 'fe80::1%eth0']) {
      expect(
        inputRefusalOf(() => checkIpAddress(bad)),
        bad,
      ).to.equal('customer.ipAddress: ip-address-missing');
    }
  });
});

describe('monetix options', () => {
  it('are checked when the provider is made', () => {
    const wrong: [string, Partial<MonetixOptions>][] = [
      ['projectId', { projectId: 0 }],
      ['projectId', { projectId: 1.5 }],
      ['secret', { secret: '' }],
      ['websiteUrl', { websiteUrl: 'javascript:alert(1)' }],
      ['websiteUrl', { websiteUrl: 'https://merchant.example.com/;a' }],
      ['websiteUrl', { websiteUrl: `https://merchant.example.com/${'a'.repeat(150)}` }],
      ['gateUrl', { gateUrl: 'http://api.example.com' }],
      ['paymentPageUrl', { paymentPageUrl: 'https://user:pass@page.example.com/payment' }],
      ['currencies', { currencies: ['RUB'] }],
      ['currencies', { currencies: [] }],
      ['fetchTimeoutMs', { fetchTimeoutMs: 15_000 }],
      ['invoice.days', { invoice: { days: 36 } }],
      ['invoice.days', { invoice: { days: 0 } }],
      ['invoice.field', { invoice: { days: 3, field: 'payment..x' } }],
    ];
    for (const [name, options] of wrong) {
      expect(() => provider(options), name).to.throw(TypeError, `monetix: ${name} is not valid`);
    }
  });

  it('allow plain http on loopback only', () => {
    expect(() =>
      provider({ gateUrl: 'http://127.0.0.1:8000', paymentPageUrl: 'http://[::1]:1/payment' }),
    ).not.to.throw();
  });
});
