import { expect } from '@open-wc/testing';
import type { Attempt } from '../../src/bff/record.js';
import type { GmoOptions } from '../../src/bff/providers/gmo-options.js';
import { answering, attempt, ATTEMPT_ID, BANK_ID, DAY_MS, DEPOSIT_ID, LOST, NOW_MS } from './gmo-case.js';
import { provider, said, waiting, type Answer, type Answers } from './gmo-case.js';

const BANK = waiting('gmo:bank-account');
const ATM = waiting('gmo:seven-bank-atm');
const NONE = ['BA1540002'];
const NO_LINK = ['BA1610002'];
const CALLED_BACK = { Deposit_ID: DEPOSIT_ID, Method: '2' };
/** The recorded answer of a public client, with our id and sum. */
const FOUND = {
  Deposit_ID: DEPOSIT_ID,
  Bank_ID: BANK_ID,
  Bank_Name: 'みずほ銀行',
  Bank_Code: '0001',
  Branch_Name: '札幌支店',
  Amount: '12000',
  Bank_Fee: '270',
  Result: '0',
  Deposit_Date: '',
  Result_Detail: '',
};
const UNUSED = { Deposit_ID: DEPOSIT_ID, Mail_Address: 'a+test@demo.com', Amount: '12000', Status: '0' };

async function asking(answers: Answers, one: Attempt = BANK, options: Partial<GmoOptions> = {}) {
  const wire = answering(answers);
  const answer = await provider({ fetch: wire.fetch, ...options }).ask(one);
  return { answer, calls: wire.calls };
}

/** The answer about a transfer, in one line, the same in both encodings. */
async function transfer(Result: string, Result_Detail = ''): Promise<string> {
  const nested = { Deposit_ID: DEPOSIT_ID, Amount: '12000', bank: { Bank_ID: BANK_ID, Result, Result_Detail } };
  const json = said((await asking({ DepositSearch: nested })).answer);
  const flat = { DepositSearch: { ...FOUND, Result, Result_Detail } };
  const idPass = said((await asking(flat, BANK, { encoding: 'idPass' })).answer);
  return json === idPass ? json : `${json}, but ${idPass}`;
}

describe('gmo question about a transfer', () => {
  it('is answered in the words of payouts', async () => {
    expect(await transfer('0')).to.equal('pending');
    expect(await transfer('1')).to.equal('pending');
    expect(await transfer('3')).to.equal('paid');
    expect(await transfer('9')).to.equal('declined canceled-by-buyer');
    expect(await transfer('7')).to.equal('pending');
    expect(await transfer('')).to.equal('pending');
    expect(await transfer('2')).to.equal('declined declined');
    const reasons: Record<string, string> = {
      '01': 'account-not-found',
      '02': 'account-name-mismatch',
      '03': 'account-number-invalid',
      '04': 'account-type-mismatch',
      '05': 'account-closed',
      '06': 'provider-unavailable',
      '09': 'declined',
    };
    for (const [detail, code] of Object.entries(reasons)) {
      expect(await transfer('4', detail)).to.equal(`declined ${code}`);
    }
  });

  it('brings the sum, the number and what it was told in', async () => {
    const { answer, calls } = await asking({ DepositSearch: FOUND });
    if (typeof answer === 'string') throw new Error(answer);
    const { raw, ...message } = answer;
    expect(message).to.deep.equal({
      key: `${DEPOSIT_ID}/0/`,
      attemptId: ATTEMPT_ID,
      outcome: { type: 'pending' },
      amount: { value: 12_000, currency: 'JPY' },
      reference: DEPOSIT_ID,
    });
    expect(JSON.parse(raw)).to.deep.equal(FOUND);
    expect(calls[0]?.fields).to.have.property('Deposit_ID', DEPOSIT_ID);
    const failed = (await asking({ DepositSearch: { ...FOUND, Result: '4', Result_Detail: '02' } })).answer;
    expect(failed).to.have.property('key', `${DEPOSIT_ID}/4/02`);
    expect(failed).to.have.nested.property('outcome.providerCode', '02');
  });

  it('without a clear answer concludes nothing', async () => {
    expect(said((await asking({ DepositSearch: NONE })).answer)).to.equal('not-found');
    expect(said((await asking({ DepositSearch: ['BA1540072'] })).answer)).to.equal('not-found');
    for (const answer of [LOST, 500, '{', { ...FOUND, Deposit_ID: 'other' }, ['BA9000000'], ['BA1500002']]) {
      expect(said((await asking({ DepositSearch: answer })).answer)).to.equal('unknown');
    }
  });
});

describe('gmo question about a link', () => {
  const at = (sevenatm: Record<string, string>) => ({ Deposit_ID: DEPOSIT_ID, Amount: '0', sevenatm });
  const numbers = { Customer_Number: '511000111', Conf_Number: '406639', Partner_Code: '0181' };

  it('at the ATM: numbers, then cash, or back after the term', async () => {
    const issued = { ...numbers, Sevenatm_Result: '1', Deposit_Date: '', Fee: '300' };
    const { answer } = await asking({ DepositSearch: at(issued) }, ATM);
    expect(answer).to.deep.include({ key: `${DEPOSIT_ID}/1-numbers`, reference: DEPOSIT_ID });
    expect(answer).to.have.nested.property('outcome.nextAction.entries').that.has.length(3);
    expect(answer).not.to.have.property('amount');
    const taken = at({ ...issued, Deposit_Date: '2026-11-22' });
    expect(said((await asking({ DepositSearch: taken }, ATM)).answer)).to.equal('paid');
    const over = at({ ...issued, Sevenatm_Result: '3' });
    expect(said((await asking({ DepositSearch: over }, ATM)).answer)).to.equal('declined not-collected');
    const flat = { Deposit_ID: DEPOSIT_ID, ...issued, Deposit_Date: '20261122' };
    expect(said((await asking({ DepositSearch: flat }, ATM, { encoding: 'idPass' })).answer)).to.equal('paid');
    const chosen = (await asking({ DepositSearch: at({ Sevenatm_Result: '1' }) }, ATM)).answer;
    expect(chosen).to.have.property('outcome').that.deep.equals({ type: 'pending' });
  });

  it('to Amazon and au PAY: credited, under way, failed, called back', async () => {
    const blocks = { 'amazon-gift-card': 'Amazongift', 'au-pay': 'Aupay' };
    for (const [way, name] of Object.entries(blocks)) {
      const told = async (result: string, Deposit_Date = '') => {
        const block = { [`${name}_Result`]: result, Deposit_Date };
        const search = { Deposit_ID: DEPOSIT_ID, [name.toLowerCase()]: block };
        return said((await asking({ DepositSearch: search }, waiting(`gmo:${way}`))).answer);
      };
      expect(await told('1', '2026-11-21')).to.equal('paid');
      expect(await told('1')).to.equal('pending');
      expect(await told('3'), 'what it means is not known').to.equal('pending');
      expect(await told('9')).to.equal('declined canceled-by-buyer');
      expect(await told('5')).to.equal('pending');
    }
    const linkResults = { 'au-pay': { block: 'charge', field: 'State', paid: ['OK'], paidField: '' } };
    const search = { DepositSearch: { Deposit_ID: DEPOSIT_ID, charge: { State: 'OK' } } };
    expect(said((await asking(search, waiting('gmo:au-pay'), { linkResults })).answer)).to.equal('paid');
    const failed = { 'au-pay': { failed: ['3'] } };
    const refused = { DepositSearch: { Deposit_ID: DEPOSIT_ID, aupay: { Aupay_Result: '3' } } };
    const answer = (await asking(refused, waiting('gmo:au-pay'), { linkResults: failed })).answer;
    expect(said(answer)).to.equal('declined declined');
  });

  it('that nobody used yet is pending, and made again when its page was never heard of', async () => {
    const answers = { DepositSearch: NONE, MailDepositSearch: UNUSED };
    const { answer, calls } = await asking(answers, ATM);
    expect(said(answer)).to.equal('pending');
    expect(answer).to.have.property('key', `${DEPOSIT_ID}/link-0`);
    expect(calls.map(({ url }) => new URL(url).pathname)).to.deep.equal([
      '/api/DepositSearch.json',
      '/api/shop/MailDepositSearch.json',
    ]);
    const lost = attempt({ method: 'gmo:au-pay', input: {} });
    expect(said((await asking(answers, lost)).answer)).to.equal('not-found');
    const never = { DepositSearch: NONE, MailDepositSearch: NO_LINK };
    expect(said((await asking(never, lost)).answer)).to.equal('not-found');
    expect(said((await asking(never, ATM)).answer)).to.equal('unknown');
    expect(said((await asking({ DepositSearch: NONE }, ATM)).answer)).to.equal('unknown');
    const back = { ...answers, MailDepositSearch: { ...UNUSED, Status: '9' } };
    expect(said((await asking(back, ATM)).answer)).to.equal('declined canceled-by-buyer');
    const over = { ...answers, MailDepositSearch: { ...UNUSED, Status: '3' } };
    expect(said((await asking(over, ATM)).answer)).to.equal('pending');
    const told = { linkFailures: { 3: 'not-collected' } };
    expect(said((await asking(over, ATM, told)).answer)).to.equal('declined not-collected');
    const form = await asking(answers, ATM, { encoding: 'idPass' });
    expect(said(form.answer)).to.equal('pending');
    expect(form.calls[1]?.url).to.match(/\/api\/MailDepositSearch\.idPass$/);
  });

  it('that nobody used in time is over once GMO-PG has called it back', async () => {
    const answers = { DepositSearch: NONE, MailDepositSearch: UNUSED };
    const told = async (link: Answer, days = 30) => {
      const { answer, calls } = await asking({ ...answers, LinkRedirectUrl: link }, ATM, {
        now: () => NOW_MS + days * DAY_MS,
      });
      return [said(answer), calls.at(-1)?.name];
    };
    expect(await told(CALLED_BACK)).to.deep.equal(['declined not-collected', 'LinkRedirectUrl']);
    expect(await told(NO_LINK)).to.deep.equal(['declined not-collected', 'LinkRedirectUrl']);
    expect(await told(['BA1610073'])).to.deep.equal(['unknown', 'LinkRedirectUrl']);
    expect(await told(LOST)).to.deep.equal(['unknown', 'LinkRedirectUrl']);
    expect(await told(CALLED_BACK, 29)).to.deep.equal(['pending', 'MailDepositSearch']);
  });
});

describe('gmo cancel and balance', () => {
  async function canceling(answers: Answers, one: Attempt = BANK) {
    const wire = answering(answers);
    const answer = await provider({ fetch: wire.fetch }).payouts.cancel?.(one);
    return { answer, fields: wire.calls[0]?.fields ?? {} };
  }

  it('a transfer is called back by its own and its account’s id', async () => {
    const done = { DepositRegistration: { ...CALLED_BACK, Bank_ID: BANK_ID } };
    const { answer, fields } = await canceling(done);
    expect(answer).to.equal('canceled');
    expect(fields).to.deep.include({ Method: '2', Deposit_ID: DEPOSIT_ID, Bank_ID: BANK_ID });
    const saved = await canceling(done, waiting('gmo:bank-account', { input: { saved: 'kept-1' } }));
    expect(saved.fields).to.have.property('Bank_ID', 'kept-1');
  });

  it('says when it is too late, or has been done before', async () => {
    const late = ['BA1550071'];
    const asked = async (Result: string) =>
      (await canceling({ DepositRegistration: late, DepositSearch: { ...FOUND, Result } })).answer;
    expect(await asked('1')).to.equal('too-late');
    expect(await asked('3')).to.equal('too-late');
    expect(await asked('9')).to.equal('canceled');
    expect((await canceling({ DepositRegistration: late })).answer).to.equal('too-late');
    for (const unclear of [LOST, 500, NONE, ['BA9000000']]) {
      expect((await canceling({ DepositRegistration: unclear })).answer).to.equal('unknown');
    }
  });

  it('a link is called back as a link', async () => {
    const { answer, fields } = await canceling({ LinkRedirectUrl: CALLED_BACK }, ATM);
    expect(answer).to.equal('canceled');
    expect(fields).to.deep.include({ Method: '2', Deposit_ID: DEPOSIT_ID });
    const used = { LinkRedirectUrl: ['BA1610073'], DepositSearch: { Deposit_ID: DEPOSIT_ID, sevenatm: {} } };
    expect((await canceling(used, ATM)).answer).to.equal('too-late');
  });

  it('the balance is a sum, or not known', async () => {
    const balance = (answers: Answers, encoding: 'json' | 'idPass' = 'json') =>
      provider({ fetch: answering(answers).fetch, encoding }).payouts.balance?.();
    const answer = { Shop_ID: 'rshop00000071', Balance: '9818965', Balance_Forecast: '9800000' };
    for (const encoding of ['json', 'idPass'] as const) {
      const sum = (value: number) => ({ value, currency: 'JPY' });
      expect(await balance({ BalanceSearch: answer }, encoding)).to.deep.equal(sum(9_800_000));
      const toCome = { ...answer, Balance_Forecast: '9900000' };
      expect(await balance({ BalanceSearch: toCome }, encoding)).to.deep.equal(sum(9_818_965));
    }
    expect(await balance({ BalanceSearch: { ...answer, Balance: '1.5' } })).to.equal('unknown');
    expect(await balance({ BalanceSearch: ['BA1600071'] })).to.equal('unknown');
    expect(await balance({})).to.equal('unknown');
  });
});
