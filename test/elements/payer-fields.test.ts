import { expect } from '@open-wc/testing';
import { askedInputs, payerFault, plainAnswer } from '../../src/elements/payer-fields.js';
import { allTexts } from '../../src/i18n/all-texts.js';
import type { PayerInput } from '../../src/i18n/step-texts.js';

const { payer: words } = await allTexts.load('en');
const required = (...names: string[]) => names.map((name) => ({ name, required: true }));

describe('askedInputs', () => {
  it('asks for what is required and known, the WMID apart', () => {
    const inputs = [
      ...required('wmid', 'email', 'shoeSize', 'constructor', 'phone'),
      { name: 'name', required: false },
    ];
    expect(askedInputs(inputs, 'en')).to.eql(['email', 'phone']);
  });

  for (const [language, names] of [
    ['en', ['firstName', 'lastName', 'email']],
    ['th', ['firstName', 'lastName', 'email']],
    ['ja', ['lastName', 'firstName', 'email']],
    ['zh-Hant', ['lastName', 'firstName', 'email']],
  ] as const) {
    it(`puts names in the order of ${language}, whichever the server's is`, () => {
      expect(askedInputs(required('firstName', 'lastName', 'email'), language)).to.eql(names);
      expect(askedInputs(required('lastName', 'firstName', 'email'), language)).to.eql(names);
    });
  }

  it('keeps one name where it stands', () => {
    expect(askedInputs(required('email', 'lastName'), 'ja')).to.eql(['email', 'lastName']);
  });
});

describe('plainAnswer', () => {
  const answers: [input: PayerInput, typed: string, sent: string][] = [
    ['phone', '０９０－１２３４－５６７８', '09012345678'],
    ['phone', '+81 (0)90.1234ー5678', '+8109012345678'],
    ['phone', '＋８１　９０・１２３４・５６７８', '+819012345678'],
    ['phone', '090\u201012\u2011345\u2013678\u200b', '09012345678'],
    ['email', ' ｔａｒｏ＠ｅｘａｍｐｌｅ．ｃｏｍ　', 'taro@example.com'],
    ['name', '　山田　 太郎 ', '山田 太郎'],
    ['name', 'Jose\u0301 Nuñez', 'José Nuñez'],
    ['name', 'ﾔﾏﾀﾞ', 'ﾔﾏﾀﾞ'],
  ];
  for (const [input, typed, sent] of answers) {
    it(`sends ${input} "${typed}" as "${sent}"`, () => expect(plainAnswer(input, typed)).to.equal(sent));
  }
});

describe('payerFault', () => {
  const right: [input: PayerInput, text: string][] = [
    ['name', '山田 太郎'],
    ['name', "Siobhán O'Neill-García"],
    ['name', 'สมชาย ใจดี'],
    ['name', '홍길동'],
    ['lastName', 'ー田'],
    ['firstName', 'José'],
    ['phone', '090-1234-5678'],
    ['phone', '+66 81 234 5678'],
    ['email', 'a.b+c@mail.example.co.jp'],
  ];
  for (const [input, text] of right) {
    it(`takes ${input} "${text}"`, () => expect(payerFault(input, text, words)).to.equal(''));
  }

  const wrong: [input: PayerInput, text: string, said: string][] = [
    ['name', '　 ', 'Enter your full name.'],
    ['firstName', '', 'Enter your first name.'],
    ['lastName', '', 'Enter your last name.'],
    ['name', '12345', 'without signs or emoji'],
    ['name', 'Taro 😀', 'without signs or emoji'],
    ['firstName', '№ 5 A', 'without signs or emoji'],
    ['lastName', 'A\u0007B', 'without signs or emoji'],
    ['phone', '', 'Enter your phone number.'],
    ['phone', '12345', '6 to 15 digits'],
    ['phone', '1234567890123456', '6 to 15 digits'],
    ['phone', '090-CALL-ME', '6 to 15 digits'],
    ['phone', '81+90123456', '6 to 15 digits'],
    ['email', '', 'Enter your email address.'],
    ['email', 'taro', 'name@example.com'],
    ['email', 'taro@example', 'name@example.com'],
    ['email', 'ta ro@example.com', 'name@example.com'],
    ['email', 'taro@@example.com', 'name@example.com'],
    ['email', '山田@example.com', 'name@example.com'],
  ];
  for (const [input, text, said] of wrong) {
    it(`explains ${input} "${text}"`, () => expect(payerFault(input, text, words)).to.contain(said));
  }
});
