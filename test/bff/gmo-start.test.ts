import { expect } from '@open-wc/testing';
import type { Attempt } from '../../src/bff/record.js';
import type { Start } from '../../src/bff/provider.js';
import type { GmoOptions } from '../../src/bff/providers/gmo-options.js';
import { API_URL, answering, ATTEMPT_ID, BANK_ID, DEPOSIT_ID, KEPT, LOST, POST_ACCOUNT } from './gmo-case.js';
import { provider, SHOP, start, type Answer, type Answers } from './gmo-case.js';

const TAKEN = {
  AccountRegistration: { Bank_ID: BANK_ID, Method: '1' },
  DepositRegistration: { Deposit_ID: DEPOSIT_ID, Bank_ID: BANK_ID, Method: '1', Amount: '12000', Bank_Fee: '270' },
};
const URL_OF_LINK = `${API_URL}/mail/mail-deposit?token=cfd81440`;
const LINK = { Redirect_Url: URL_OF_LINK, Deposit_ID: DEPOSIT_ID, Method: '1' };
const SHOP_FIELDS = { Shop_ID: SHOP.shopId, Shop_Pass: SHOP.shopPassword };
const IN_30_DAYS = '2026-12-21T05:00:00.000Z';
const IN_15_DAYS = '2026-12-06T05:00:00.000Z';

async function starting(
  answers: Answers,
  change: Partial<Attempt> = {},
  options: Partial<GmoOptions> = {},
  more: Partial<Start> = {},
) {
  const wire = answering(answers);
  const outcome = await provider({ fetch: wire.fetch, ...options }).start(start(change, more));
  return { outcome, calls: wire.calls };
}

describe('gmo transfer to a bank account', () => {
  it('registers the account and then the transfer, each under an id of ours', async () => {
    const { outcome, calls } = await starting(TAKEN, {}, { clientName: 'ﾁｹﾂﾄ' });
    expect(outcome).to.deep.equal({
      type: 'started',
      nextAction: { type: 'wait' },
      account: {
        id: BANK_ID,
        destination: {
          bank: 'みずほ銀行',
          branch: '813',
          accountType: 'ordinary',
          accountNumber: '••••093',
          holder: 'ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ',
        },
      },
    });
    expect(calls.map(({ url }) => url)).to.deep.equal([
      `${API_URL}/api/AccountRegistration.json`,
      `${API_URL}/api/DepositRegistration.json`,
    ]);
    expect(calls[0]?.fields).to.deep.equal({
      ...SHOP_FIELDS,
      Method: '1',
      Bank_ID: BANK_ID,
      Bank_Code: '0001',
      Branch_Code: '813',
      Account_Type: '1',
      Account_Number: '0012093',
      Account_Name: 'ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ',
    });
    expect(calls[1]?.fields).to.deep.equal({
      ...SHOP_FIELDS,
      Method: '1',
      Deposit_ID: DEPOSIT_ID,
      Bank_ID: BANK_ID,
      Amount: '12000',
      Client_Name: 'ﾁｹﾂﾄ',
    });
    expect(calls[0]?.init).to.deep.include({ method: 'POST', redirect: 'error' });
  });

  it('says the same as a form in Shift_JIS', async () => {
    const { outcome, calls } = await starting(TAKEN, {}, { encoding: 'idPass', apiUrl: 'https://remittance.example/' });
    expect(outcome.type).to.equal('started');
    expect(calls[0]?.url).to.equal('https://remittance.example/api/AccountRegistration.idPass');
    expect(calls[0]?.fields).to.deep.include({ ...SHOP_FIELDS, Account_Name: 'ﾌｼﾞﾀ ｼﾞﾕﾝﾍﾟｲ' });
    // Half-width kana are one byte each there.
    expect(calls[0]?.init.body).to.include('Account_Name=%CC%BC%DE%C0%20');
    expect(calls[0]?.init.headers).to.deep.equal({ 'content-type': 'application/x-www-form-urlencoded' });
  });

  it('gives Japan Post Bank’s symbol and number as they are', async () => {
    const { calls } = await starting(TAKEN, { input: POST_ACCOUNT });
    const { fields } = calls[0] ?? { fields: {} };
    expect(fields).to.deep.include({
      Bank_Code: '9900',
      Branch_Code_Jpbank: '10530',
      Account_Number_Jpbank: '12345671',
    });
    expect(fields).to.have.property('Account_Type', '1');
    expect(fields).not.to.have.any.keys('Branch_Code', 'Account_Number');
    const current = { ...POST_ACCOUNT, symbol: '00530', number: '12345' };
    const again = await starting(TAKEN, { input: current });
    expect(again.calls[0]?.fields).to.deep.include({ Account_Type: '2', Account_Number_Jpbank: '00012345' });
  });

  it('goes to an account that was kept by its id alone', async () => {
    const answers = { DepositRegistration: { Deposit_ID: DEPOSIT_ID } };
    const { outcome, calls } = await starting(answers, { input: { saved: KEPT.id } }, {}, { kept: KEPT });
    expect(outcome).to.deep.equal({ type: 'started', nextAction: { type: 'wait' }, account: KEPT });
    expect(calls.map(({ name, fields }) => [name, fields['Bank_ID']])).to.deep.equal([
      ['DepositRegistration', KEPT.id],
    ]);
    const other = await starting(answers, { input: { saved: 'other' } }, {}, { kept: KEPT });
    expect(other.outcome).to.deep.equal({ type: 'refused', code: 'account-not-found' });
    expect(other.calls).to.have.length(0);
  });

  it('made again finds what was registered before', async () => {
    const { outcome, calls } = await starting({
      AccountRegistration: ['BA1520071'],
      DepositRegistration: ['BA1540071'],
    });
    expect(outcome).to.deep.include({ type: 'started', nextAction: { type: 'wait' } });
    expect(calls).to.have.length(2);
  });

  it('that is refused says why in our words', async () => {
    const codes: Record<string, string> = {
      BA1050005: 'bank-unknown',
      BA1060008: 'branch-unknown',
      BA1070007: 'account-type-mismatch',
      BA1080005: 'account-number-invalid',
      BA1090008: 'account-name-invalid',
      BA1250007: 'account-number-invalid',
      BA1530002: 'branch-unknown',
      BA9000000: 'provider-unavailable',
      BA1500002: 'provider-refused',
      XX: 'provider-refused',
    };
    for (const encoding of ['json', 'idPass'] as const) {
      for (const [providerCode, code] of Object.entries(codes)) {
        const { outcome, calls } = await starting({ AccountRegistration: [providerCode] }, {}, { encoding });
        expect(outcome, providerCode).to.deep.equal({ type: 'refused', code, providerCode });
        expect(calls, 'nothing is sent to an account that was refused').to.have.length(1);
      }
      const several = { AccountRegistration: ['BA1100003', 'BA1090003'] };
      expect((await starting(several, {}, { encoding })).outcome).to.have.property('code', 'account-name-invalid');
      const funds = { ...TAKEN, DepositRegistration: ['BA1120072'] };
      expect((await starting(funds, {}, { encoding })).outcome).to.have.property('code', 'balance-too-low');
      const gone = { ...TAKEN, DepositRegistration: ['BA1520002'] };
      expect((await starting(gone, {}, { encoding })).outcome).to.have.property('code', 'account-not-found');
    }
    const joined = { AccountRegistration: { ErrCode: 'BA1|BA1', ErrInfo: 'BA1100003|BA1060001' } };
    expect((await starting(joined)).outcome).to.have.property('code', 'branch-unknown');
    const own = { failures: { BA1500002: 'provider-unavailable' } };
    expect((await starting({ AccountRegistration: ['BA1500002'] }, {}, own)).outcome).to.have.property(
      'code',
      'provider-unavailable',
    );
  });

  it('without a clear answer is unknown, at either step', async () => {
    const unclear: Record<string, Answer> = {
      lost: LOST,
      'a fault': 503,
      'not JSON': '<html><a href="x">',
      nothing: '{}',
      'a list of nothing': '[]',
      'about another': { Deposit_ID: 'other', Bank_ID: 'other' },
      'a system error': ['BA1099999'],
      'too long': `{"Bank_ID":"${'x'.repeat(70_000)}"}`,
    };
    for (const encoding of ['json', 'idPass'] as const) {
      for (const [what, answer] of Object.entries(unclear)) {
        for (const step of ['AccountRegistration', 'DepositRegistration']) {
          const { outcome } = await starting({ ...TAKEN, [step]: answer }, {}, { encoding });
          expect(outcome, `${what}, ${step}, ${encoding}`).to.deep.equal({ type: 'unknown' });
        }
      }
    }
  });

  it('is given up after the time it may take', async () => {
    const hang = (_url: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true }),
      );
    const outcome = await provider({ fetch: hang, fetchTimeoutMs: 1 }).start(start());
    expect(outcome).to.deep.equal({ type: 'unknown' });
  });

  it('is not made over the limit or in another currency', async () => {
    const amount = (value: number, currency = 'JPY') => ({ amount: { value, currency } });
    const high = await starting(TAKEN, {}, {}, amount(1_000_001));
    expect(high.outcome).to.deep.equal({ type: 'refused', code: 'amount-too-high' });
    const dollars = await starting(TAKEN, {}, {}, amount(100, 'USD'));
    expect(dollars.outcome).to.deep.equal({ type: 'refused', code: 'currency' });
    expect([...high.calls, ...dollars.calls]).to.have.length(0);
  });
});

describe('gmo link', () => {
  const ways = {
    'amazon-gift-card': 'Remit_Method_Amazongift',
    'au-pay': 'Remit_Method_Aupay',
    'seven-bank-atm': 'Remit_Method_Sevenatm',
  };
  for (const [way, open] of Object.entries(ways)) {
    it(`leads to GMO-PG’s page, open for ${way} only`, async () => {
      for (const encoding of ['json', 'idPass'] as const) {
        const one = { method: `gmo:${way}`, input: {} };
        const { outcome, calls } = await starting({ LinkRedirectUrl: LINK }, one, { encoding });
        expect(outcome).to.deep.equal({
          type: 'started',
          nextAction: {
            type: 'redirect',
            method: 'GET',
            url: URL_OF_LINK,
            fields: [],
            charset: 'UTF-8',
            deadline: IN_30_DAYS,
          },
        });
        expect(calls[0]?.url).to.equal(`${API_URL}/api/shop/LinkRedirectUrl.json`);
        expect(calls[0]?.fields).to.deep.equal({
          ...SHOP_FIELDS,
          Deposit_ID: DEPOSIT_ID,
          Amount: '12000',
          Call_Back_Url: `https://bff.example/returns/gmo?attempt=${ATTEMPT_ID}&hint=success`,
          Auth_Code: 'ticket-77',
          Remit_Method_Bank: '0',
          Remit_Method_Sevenatm: '0',
          Remit_Method_Amazongift: '0',
          Remit_Method_Aupay: '0',
          ...(way === 'seven-bank-atm' && { Sevenatm_Payment_Term_Day: '15' }),
          [open]: '1',
        });
      }
    });
  }

  it('with the numbers for the ATM in its answer is a receipt', async () => {
    const sevenatm = { Customer_Number: '511000111', Conf_Number: '406639', Partner_Code: '0181' };
    const one = { method: 'gmo:seven-bank-atm', input: {} };
    const { outcome } = await starting({ LinkRedirectUrl: { ...LINK, sevenatm } }, one);
    const entries = [
      { label: '提携先コード', value: '0181' },
      { label: 'お客さま番号', value: '511000111' },
      { label: '確認番号', value: '406639' },
    ];
    const nextAction = { type: 'receipt', entries, deadline: IN_15_DAYS };
    expect(outcome).to.deep.equal({ type: 'started', nextAction });
    const options = { receiptFields: { Conf_Number: 'PIN' }, sevenAtmTermDays: 3, authCode: () => '0312' };
    const own = await starting({ LinkRedirectUrl: { ...LINK, Conf_Number: '1' } }, one, options);
    expect(own.outcome)
      .to.have.nested.property('nextAction.entries')
      .that.deep.equals([{ label: 'PIN', value: '1' }]);
    expect(own.calls[0]?.fields).to.deep.include({ Auth_Code: '0312', Sevenatm_Payment_Term_Day: '3' });
    const part = { ...LINK, sevenatm: { ...sevenatm, Conf_Number: '' } };
    expect((await starting({ LinkRedirectUrl: part }, one)).outcome).to.have.nested.property(
      'nextAction.type',
      'redirect',
    );
  });

  it('to a page that may not be gone to, or used before, is to be asked about', async () => {
    const outcomeOf = async (answer: Answer, options: Partial<GmoOptions> = {}) =>
      (await starting({ LinkRedirectUrl: answer }, { method: 'gmo:au-pay', input: {} }, options)).outcome;
    expect(await outcomeOf({ ...LINK, Redirect_Url: 'https://evil.example/' })).to.deep.equal({ type: 'unknown' });
    expect(await outcomeOf({ ...LINK, Redirect_Url: 'javascript:alert(1)' })).to.deep.equal({ type: 'unknown' });
    expect(await outcomeOf(['BA1540071'])).to.deep.equal({ type: 'unknown' });
    expect(await outcomeOf(LOST)).to.deep.equal({ type: 'unknown' });
    expect(await outcomeOf(['BA1120072'])).to.have.property('code', 'balance-too-low');
    const hosts = { redirectHosts: ['pages.example'] };
    expect(await outcomeOf({ ...LINK, Redirect_Url: 'https://pages.example/x' }, hosts)).to.have.property(
      'type',
      'started',
    );
  });
});
