import { expect } from '@open-wc/testing';
import { methodWords, resultWords } from '../../src/elements/result-words.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import { failedTry, paid, sessionOf } from './result-fixtures.js';

const en = await allTexts.load('en');
const ja = await allTexts.load('ja');
const words = (part: object) => resultWords(sessionOf(part), en);

describe('resultWords', () => {
  const tries: [code: string, sign: string, tone: string, title: string, text: string][] = [
    ['declined', 'minus', 'danger', 'The payment was declined', 'WebMoney did not accept the payment.'],
    ['limit-exceeded', 'minus', 'danger', 'The payment was declined', 'above the limit of the account.'],
    ['invoice-refused', 'minus', 'danger', 'The payment was declined', 'The invoice was refused in Keeper.'],
    ['insufficient-funds', 'minus', 'danger', 'The payment was declined', 'The balance was not enough.'],
    ['expired-number', 'minus', 'danger', 'The payment was declined', 'can’t be used any more.'],
    ['input-refused', 'minus', 'danger', 'The payment was declined', 'was not accepted.'],
    ['ip-address-missing', 'minus', 'danger', 'The payment was declined', 'WebMoney did not accept the payment.'],
    ['canceled-by-buyer', 'minus', 'plain', 'The payment was ended', 'You ended the payment.'],
    ['provider-unavailable', 'minus', 'danger', 'The payment did not work', 'did not answer.'],
    ['provider-refused', 'minus', 'danger', 'The payment did not work', 'did not accept the request.'],
    ['a-newer-code', 'minus', 'danger', 'The payment was declined', 'WebMoney did not accept the payment.'],
    ['constructor', 'minus', 'danger', 'The payment was declined', 'WebMoney did not accept the payment.'],
  ];
  for (const [code, sign, tone, title, text] of tries) {
    it(`tells a try that ended with ${code}`, () => {
      const told = resultWords(failedTry(code), en);
      expect([told?.sign, told?.tone, told?.title]).to.eql([sign, tone, title]);
      expect(told?.text).to.contain(text).and.contain('No payment has reached the shop.');
      expect(told?.ways).to.eql(['other-method', 'try-again']);
    });
  }

  it('advises about limits where a limit was met, else about going on', () => {
    expect(resultWords(failedTry('limit-exceeded'), en)?.hint).to.contain('You can see your limits in WebMoney.');
    expect(resultWords(failedTry('declined'), en)?.hint).to.contain('The order is kept.');
  });

  it('passes on the provider’s code, and no code of ours in its place', () => {
    expect(resultWords(failedTry('declined', { providerCode: '20101' }), en)?.code).to.equal('20101');
    expect(resultWords(failedTry('declined'), en)?.code).to.equal(undefined);
  });

  it('names nobody and offers no second try when the method is not on the list any more', () => {
    const told = resultWords(failedTry('declined', { method: 'gone:away' }), en);
    expect(told?.text).to.equal('The payment service did not accept the request. No payment has reached the shop.');
    expect([told?.hint, told?.ways]).to.eql([en.result.declinedHint, ['other-method']]);
  });

  const ended: [method: string, text: string, hint: string | undefined][] = [
    ['sbps:alipay-plus/gcash', en.result.expiredText('GCash'), undefined],
    ['monetix:webmoney', en.result.expiredText('WebMoney'), undefined],
    ['haipay:konbini-lawson', en.result.expiredPlain, en.result.expiredHint],
    ['haipay:gmo-aozora', en.result.expiredPlain, en.result.expiredHint],
    ['gone:away', en.result.expiredPlain, undefined],
  ];
  for (const [method, text, hint] of ended) {
    it(`tells what the end of the time means for the money with ${method}`, () => {
      for (const told of [resultWords(failedTry('timed-out', { method }), en), words({ status: 'expired', method })]) {
        expect([told?.sign, told?.tone, told?.title]).to.eql(['clock', 'plain', 'Time ran out']);
        expect([told?.text, told?.hint]).to.eql([text, hint]);
      }
    });
  }

  it('starts again first after a time-out, if the method is still there', () => {
    expect(resultWords(failedTry('timed-out'), en)?.ways).to.eql(['try-again', 'other-method']);
    expect(resultWords(failedTry('timed-out', { method: 'gone:away' }), en)?.ways).to.eql(['other-method']);
  });

  const looks: [code: string, text: string][] = [
    ['amount-mismatch', 'not the amount of the order'],
    ['paid-twice', 'More than one payment'],
    ['partly-paid', 'but not all of it'],
    ['unconfirmed', 'not known yet'],
    ['paid-other-attempt', 'needs a look'],
    ['contradicting-message', 'needs a look'],
    ['toString', 'needs a look'],
  ];
  for (const [code, text] of looks) {
    it(`says what the shop looks at: ${code}`, () => {
      const told = words({ ...paid, status: 'needsAttention', code });
      expect(told?.text).to.contain(text);
      expect([told?.stop, told?.after]).to.eql([en.result.attentionStop, en.result.attentionAfter]);
    });
  }

  it('says of an expired session only what is known', () => {
    expect(words({ status: 'expired', method: 'monetix:webmoney' })?.text).to.contain('unless WebMoney says so');
    expect(words({ status: 'expired' })?.text).to.equal('No payment arrived in time.');
  });

  it('asks not to pay again while the shop is checking, but not when the money came late', () => {
    const checking = words({ ...paid, status: 'needsAttention', code: 'amount-differs' });
    expect([checking?.title, checking?.stop]).to.eql(['The shop is checking', 'Please do not pay again.']);
    const late = words({ ...paid, status: 'needsAttention', code: 'paid-late' });
    expect([late?.title, late?.stop]).to.eql(['Your payment came after the deadline', undefined]);
  });

  it('has no words for what is under way or is set as a slip', () => {
    expect(words({ status: 'open' })).to.equal(undefined);
    const pending = { status: 'pending', method: 'monetix:webmoney', attempt: 'a', nextAction: { type: 'wait' } };
    expect(words(pending)).to.equal(undefined);
    for (const status of ['succeeded', 'refunded']) expect(words({ ...paid, status })).to.equal(undefined);
  });

  it('names the method in half-width brackets, which sit well at the end of a line', () => {
    expect(methodWords(sessionOf({ ...paid, status: 'succeeded' }), ja)?.name).to.equal('WebMoney Transfer (Classic)');
  });
});
