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
    ['timed-out', 'clock', 'plain', 'Time ran out', 'The time to pay ran out.'],
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
