import { expect } from '@open-wc/testing';
import { InputRefusal, WebhookRefusal, type Offer } from '../../src/bff/provider.js';
import { gmoProvider } from '../../src/bff/providers/gmo.js';
import type { GmoOptions } from '../../src/bff/providers/gmo-options.js';
import { ACCOUNT, CLEAN, KEPT, offer, POST_ACCOUNT, provider, SHOP } from './gmo-case.js';

const BANK = 'gmo:bank-account';

/** The field and the code that an account is refused with. */
function refusal(input: Record<string, string>): string {
  try {
    provider().checkInput(BANK, input, offer());
  } catch (error) {
    if (error instanceof InputRefusal) return `${error.field} ${error.code}`;
    throw error;
  }
  return 'taken';
}

describe('gmo methods', () => {
  it('are four ways to receive', () => {
    const methods = provider().methods(offer());
    expect(methods.map(({ id, brand, kind }) => [id, brand, kind])).to.deep.equal([
      ['gmo:bank-account', 'bank-account', 'wait'],
      ['gmo:seven-bank-atm', 'seven-bank-atm', 'receipt'],
      ['gmo:amazon-gift-card', 'amazon-gift-card', 'redirect'],
      ['gmo:au-pay', 'au-pay', 'redirect'],
    ]);
    expect(methods.every((method) => method.unavailable === undefined)).to.equal(true);
    expect(methods[0]?.inputs?.map(({ name }) => name)).to.include.members(['bankCode', 'symbol', 'saved']);
    expect(methods[1]?.inputs).to.equal(undefined);
    expect(provider({ ways: ['au-pay'] }).methods(offer())).to.have.length(1);
  });

  it('are for payouts only, in yen only, up to a million', () => {
    const gmo = provider({ limits: { 'seven-bank-atm': { min: 1000, max: 100_000 } } });
    const reason = (change: Partial<Offer>, at = 0) => gmo.methods(offer(change))[at]?.unavailable;
    const yen = (value: number) => ({ value, currency: 'JPY' });
    expect(gmo.methods(offer({ purpose: 'payment' }))).to.deep.equal([]);
    const { purpose: _none, ...payment } = offer();
    expect(gmo.methods(payment)).to.deep.equal([]);
    expect(reason({ amount: { value: 1, currency: 'USD' } })).to.deep.equal({ code: 'currency', currencies: ['JPY'] });
    expect(reason({ amount: yen(1_000_000) })).to.equal(undefined);
    expect(reason({ amount: yen(1_000_001) })).to.deep.equal({ code: 'amount-too-high', limit: yen(1_000_000) });
    expect(reason({ amount: yen(0) })).to.deep.equal({ code: 'amount-too-low', limit: yen(1) });
    expect(reason({ amount: yen(999) }, 1)).to.deep.equal({ code: 'amount-too-low', limit: yen(1000) });
    expect(reason({ amount: yen(100_001) }, 1)).to.deep.equal({ code: 'amount-too-high', limit: yen(100_000) });
  });

  it('tell when the money is there and which account was kept', () => {
    const { payouts } = provider();
    expect(payouts.way(BANK, offer(), undefined)).to.deep.equal({ minDays: 1, maxDays: 3 });
    expect(payouts.way(BANK, offer(), KEPT)).to.deep.equal({ minDays: 1, maxDays: 3, saved: KEPT });
    for (const id of ['gmo:seven-bank-atm', 'gmo:amazon-gift-card', 'gmo:au-pay']) {
      expect(payouts.way(id, offer(), KEPT)).to.deep.equal({ minDays: 0, maxDays: 0 });
    }
  });
});

describe('gmo bank account', () => {
  it('is cleaned: digits padded, the name as banks take it', () => {
    const gmo = provider();
    expect(gmo.checkInput(BANK, ACCOUNT, offer())).to.deep.equal(CLEAN);
    const typed = {
      ...ACCOUNT,
      bankCode: '０００１',
      branchCode: ' 813 ',
      accountNumber: '００-１２０９３',
      nobody: 'x',
    };
    expect(gmo.checkInput(BANK, typed, offer())).to.deep.equal(CLEAN);
    const names: Record<string, string> = {
      'ふじた　じゅんぺい': 'ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ',
      キュウヨイチロウ: 'ｷﾕｳﾖｲﾁﾛｳ',
      ヴィーナス: 'ｳﾞｲ-ﾅｽ',
    };
    for (const [accountName, sent] of Object.entries(names)) {
      expect(gmo.checkInput(BANK, { ...ACCOUNT, accountName }, offer())['accountName']).to.equal(sent);
    }
  });

  it('of Japan Post Bank is its symbol and number', () => {
    expect(provider().checkInput(BANK, { ...POST_ACCOUNT, branchCode: '' }, offer())).to.deep.equal(POST_ACCOUNT);
    const current = { ...POST_ACCOUNT, symbol: '00530', number: '12345' };
    expect(provider().checkInput(BANK, current, offer())).to.deep.equal(current);
    expect(refusal({ ...POST_ACCOUNT, symbol: '20530' })).to.equal('symbol account-number-invalid');
    expect(refusal({ ...POST_ACCOUNT, number: '12345672' })).to.equal('number account-number-invalid');
    expect(refusal({ ...ACCOUNT, bankCode: '9900' })).to.equal('symbol input-missing');
  });

  it('that can’t be one is refused, with the field that is wrong', () => {
    expect(refusal({})).to.equal('bankCode input-missing');
    expect(refusal({ ...ACCOUNT, bankCode: '001' })).to.equal('bankCode bank-unknown');
    expect(refusal({ ...ACCOUNT, branchCode: '81' })).to.equal('branchCode branch-unknown');
    expect(refusal({ ...ACCOUNT, accountType: 'constructor' })).to.equal('accountType account-type-mismatch');
    expect(refusal({ ...ACCOUNT, accountNumber: '12345678' })).to.equal('accountNumber account-number-invalid');
    expect(refusal({ ...ACCOUNT, accountName: '藤田 順平' })).to.equal('accountName account-name-invalid');
    expect(refusal({ ...ACCOUNT, accountName: ' ' })).to.equal('accountName input-missing');
    expect(refusal({ ...ACCOUNT, accountName: 'ガ'.repeat(15) })).to.equal('taken');
    expect(refusal({ ...ACCOUNT, accountName: 'ガ'.repeat(16) })).to.equal('accountName account-name-invalid');
    expect(refusal({ ...ACCOUNT, bankName: 'x'.repeat(61) })).to.equal('bankName too-long');
    expect(refusal({ saved: 'no such id!' })).to.equal('saved account-not-found');
  });

  it('is shown with its last digits only', () => {
    const { payouts } = provider();
    expect(payouts.destination(BANK, CLEAN, undefined)).to.deep.equal({
      bank: 'みずほ銀行',
      branch: '813',
      accountType: 'ordinary',
      accountNumber: '••••093',
      holder: 'ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ',
    });
    expect(payouts.destination(BANK, POST_ACCOUNT, undefined)).to.deep.equal({
      bank: 'ゆうちょ銀行',
      branch: '058',
      accountType: 'ordinary',
      accountNumber: '••••671',
      holder: 'ﾔﾏﾀﾞ ﾊﾅｺ',
    });
    expect(payouts.destination(BANK, { saved: KEPT.id }, KEPT)).to.equal(KEPT.destination);
    expect(payouts.destination(BANK, { saved: 'other' }, KEPT)).to.equal(undefined);
    expect(payouts.destination('gmo:au-pay', {}, undefined)).to.equal(undefined);
  });

  it('is all that is asked for: the other ways need nothing', () => {
    expect(provider().checkInput('gmo:au-pay', { bankCode: '1' }, offer())).to.deep.equal({});
    expect(() => provider({ ways: ['au-pay'] }).checkInput(BANK, ACCOUNT, offer())).to.throw(InputRefusal);
  });
});

describe('gmo provider', () => {
  it('refuses options that are not valid, without their values', () => {
    const wrong: Partial<GmoOptions>[] = [
      { shopId: '' },
      { shopPassword: 'with blank ' },
      { apiUrl: 'http://remittance.example' },
      { ways: [] },
      { ways: ['au-pay', 'au-pay'] },
      { limits: { 'au-pay': { max: 1_000_001 } } },
      { clientName: 'チケット' },
      { sevenAtmTermDays: 0 },
      { linkExpireDays: 366 },
      { fetchTimeoutMs: 6001 },
      { redirectHosts: [] },
    ];
    for (const options of wrong) {
      const [name = ''] = Object.keys(options);
      expect(() => gmoProvider({ ...SHOP, ...options }), name).to.throw(TypeError, `gmo: ${name} is not valid`);
    }
  });

  it('takes no messages, for nothing in them can be verified', async () => {
    const request = new Request('https://bff.example/webhooks/gmo', { method: 'POST', body: 'Deposit_ID=1&Result=3' });
    const failure: unknown = await provider()
      .receive(request, new Uint8Array())
      .catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(WebhookRefusal);
    expect((failure as WebhookRefusal).response.status).to.equal(400);
  });

  it('knows its own return URL', async () => {
    const read = (url: string) => provider().readReturn(new URL(url), new Uint8Array());
    expect(await read('https://bff.example/returns/gmo?attempt=abc&hint=success')).to.deep.equal({
      attemptId: 'abc',
      hint: 'success',
    });
    expect(await read('https://bff.example/returns/gmo?attempt=abc&hint=x')).to.equal(undefined);
    expect(await read('https://bff.example/returns/other?attempt=abc&hint=success')).to.equal(undefined);
  });
});
