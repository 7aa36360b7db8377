import { expect } from '@open-wc/testing';
import type { NextAction } from '../../src/contract/next-action.js';
import { BANK, PayoutTill, PURSE } from './payout-till.js';
import { codeOf, sessionOf } from './till.js';

const question = { text: 'Where was the show?', answer: 'Shibuya Hall' };

describe('a payout with a question', () => {
  it('shows nothing of an account until it is answered, in any spelling', async () => {
    const till = new PayoutTill();
    const first = await till.owe();
    await till.confirm(first, BANK);
    await till.arrives(first);
    const id = await till.owe({ question });
    expect(await till.facts(id)).to.deep.include({ question: { text: question.text, triesLeft: 5 } });
    expect(JSON.stringify(await till.session(id)))
      .to.not.contain('acc-093')
      .and.not.contain('Shibuya');
    const answer = await till.answer(id, ' ｓｈｉｂｕｙａ　HALL');
    expect(answer.status).to.equal(200);
    expect((await till.facts(id)).ways?.['fake:bank']?.saved?.id).to.equal('acc-093');
    expect((await till.facts(id)).question).to.deep.equal({ text: question.text, triesLeft: 5, answered: true });
    expect(JSON.stringify(await till.record(id)))
      .to.not.contain('Shibuya')
      .and.not.contain('shibuya');
  });

  it('shows no numbers and no page until it is answered, where the shop itself has chosen', async () => {
    const till = new PayoutTill();
    const numbers: NextAction = { type: 'receipt', entries: [{ label: 'No.', value: '511000111' }] };
    till.payer.nextAction = numbers;
    const id = await till.owe({ question, destination: PURSE });
    const link: NextAction = {
      type: 'redirect',
      method: 'GET',
      url: 'https://pages.example/x',
      fields: [],
      charset: 'UTF-8',
    };
    till.payer.nextAction = link;
    const other = await till.owe({ question, destination: PURSE });
    for (const one of [id, other]) {
      expect(await till.session(one))
        .to.have.property('nextAction')
        .that.deep.equals({ type: 'wait' });
      await till.answer(one, 'Osaka');
      expect(JSON.stringify(await till.session(one))).to.not.match(/511000111|pages\.example|••••/);
    }
    expect(sessionOf(await till.answer(id, question.answer))).to.have.deep.property('nextAction', numbers);
    expect(sessionOf(await till.answer(other, question.answer))).to.have.deep.property('nextAction', link);
  });

  it('takes no choice without the answer, also after it was answered elsewhere', async () => {
    const till = new PayoutTill();
    const id = await till.owe({ question });
    await till.answer(id, question.answer);
    expect(codeOf(await till.confirm(id, PURSE))).to.equal('answer-missing');
    expect(codeOf(await till.confirm(id, { ...PURSE, answer: 'Osaka' }))).to.equal('answer-wrong');
    expect(till.payer.starts).to.have.length(0);
    expect(sessionOf(await till.confirm(id, { ...PURSE, answer: question.answer })).status).to.equal('pending');
    expect(codeOf(await till.cancel(id, 'attempt'))).to.equal('answer-missing');
    expect((await till.facts(id)).cancelable).to.equal(true);
    expect(codeOf(await till.cancel(id, 'attempt', 'Osaka'))).to.equal('answer-wrong');
    expect((await till.facts(id)).question?.triesLeft).to.equal(3);
    expect(sessionOf(await till.cancel(id, 'attempt', question.answer)).status).to.equal('open');
    expect(till.payer.cancels).to.have.length(1);
  });

  it('takes the same press twice as one, and a right answer costs no try', async () => {
    const till = new PayoutTill();
    const id = await till.owe({ question });
    const wish = { ...PURSE, answer: question.answer };
    const answers = await Promise.all([till.confirm(id, wish, 'press'), till.confirm(id, wish, 'press')]);
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(till.payer.books.size).to.equal(1);
    expect((await till.facts(id)).question?.triesLeft).to.equal(5);
  });

  it('has failed after five wrong answers, whatever comes then', async () => {
    const till = new PayoutTill();
    const id = await till.owe({ question });
    for (const left of [4, 3, 2, 1]) {
      expect(codeOf(await till.answer(id, 'Osaka'))).to.equal('answer-wrong');
      expect((await till.facts(id)).question?.triesLeft).to.equal(left);
    }
    expect(codeOf(await till.confirm(id, { ...PURSE, answer: 'Kyoto' }))).to.equal('answer-wrong');
    expect(await till.shopView(id)).to.deep.include({ status: 'failed', code: 'question-failed' });
    expect(codeOf(await till.answer(id, question.answer))).to.equal('session-closed');
    expect(codeOf(await till.confirm(id, { ...PURSE, answer: question.answer }))).to.equal('session-closed');
  });

  it('counts answers that come all at once', async () => {
    const till = new PayoutTill();
    const id = await till.owe({ question });
    const guesses = Array.from({ length: 12 }, (_, i) => till.answer(id, `guess ${i}`));
    const answers = await Promise.all([...guesses, till.answer(id, question.answer)]);
    expect(answers.map(({ status }) => status)).to.not.include(200);
    expect((await till.record(id)).question?.triesLeft).to.equal(0);
  });

  it('is there for payouts only, and asks nothing where there is no question', async () => {
    const till = new PayoutTill();
    const id = await till.owe();
    expect((await till.answer(id, 'anything')).status).to.equal(200);
    expect((await till.record(id)).rev).to.equal(1);
    expect(codeOf(await till.answer('nobody', 'x'))).to.equal('session-not-found');
    expect(codeOf(await till.answer(id, ''))).to.equal('request-invalid');
  });
});
