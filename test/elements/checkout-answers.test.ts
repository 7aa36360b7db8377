import { expect } from '@open-wc/testing';
import { CheckoutAnswers } from '../../src/elements/checkout-answers.js';

const method = (...names: string[]) => ({
  id: 'x:y',
  brand: 'y',
  kind: 'redirect',
  inputs: names.map((name) => ({ name, required: true })),
});

describe('what is asked of the buyer', () => {
  it('is nothing where the shop told everything', () => {
    const answers = new CheckoutAnswers();
    expect(answers.begin({ id: 'x:y', brand: 'y', kind: 'redirect' })).to.equal(false);
    expect(answers.begin({ ...method(), inputs: [{ name: 'phone', required: false }] })).to.equal(false);
    expect(answers.method).to.equal('');
  });

  it('is who pays, then the WMID', () => {
    const answers = new CheckoutAnswers();
    expect(answers.begin(method('wmid', 'email'))).to.equal(true);
    expect(answers.screen).to.equal('payer');
    expect(answers.take({ email: 'a@b.example' })).to.equal(undefined);
    expect(answers.screen).to.equal('invoice');
    expect(answers.take({ wmid: '377094062589' })).to.deep.equal({ wmid: '377094062589', email: 'a@b.example' });
  });

  it('stays on the screen that was sent last, until something is wrong', () => {
    const answers = new CheckoutAnswers();
    answers.begin(method('email', 'wmid'));
    answers.take({ email: 'a@b.example' });
    answers.take({ wmid: '377094062589' });
    expect(answers.screen).to.equal('invoice');
    answers.again();
    expect(answers.screen).to.equal('payer');
    expect(answers.values).to.deep.equal({ email: 'a@b.example', wmid: '377094062589' });
  });

  it('is not asked again of what is known, for the next method', () => {
    const answers = new CheckoutAnswers();
    answers.begin(method('email'));
    expect(answers.take({ email: 'a@b.example' })).to.deep.equal({ email: 'a@b.example' });
    answers.end();
    answers.begin(method('email', 'phone'));
    expect(answers.values).to.deep.equal({ email: 'a@b.example' });
  });

  it('is sent only to a method that asks for it', () => {
    const answers = new CheckoutAnswers();
    answers.begin(method('email', 'phone'));
    answers.take({ email: 'a@b.example', phone: '0312345678' });
    answers.begin(method('email'));
    expect(answers.take({ email: 'a@b.example' })).to.deep.equal({ email: 'a@b.example' });
  });

  it('is told apart from what this page has no field for', () => {
    const answers = new CheckoutAnswers();
    answers.begin(method('email', 'shoeSize'));
    expect(answers.askable).to.equal(false);
    answers.begin(method('wmid', 'name', 'phone'));
    expect(answers.askable).to.equal(true);
  });

  it('is forgotten with its session', () => {
    const answers = new CheckoutAnswers();
    answers.begin(method('email'));
    answers.take({ email: 'a@b.example' });
    answers.forget();
    expect(answers.values).to.deep.equal({});
    expect(answers.method).to.equal('');
  });
});
