import { expect } from '@open-wc/testing';
import messages from '../../src/i18n/steps/en.js';
import { caretAfter, countDigits, groupWmid, plainWmid, wmidFault } from '../../src/elements/wmid.js';

const fault = (text: string) => wmidFault(text, messages.keeper);

describe('WMID', () => {
  for (const text of [
    '377094062589',
    '3770 9406 2589',
    '3770-9406 2589',
    '3770\u00a09406\u00a02589',
    '  3770\u30009406\u20092589\n',
    '３７７０９４０６２５８９',
    '３７７０ー９４０６−２５８９',
    '3770–9406—2589',
    '3770.9406.2589',
    '\u202a377094062589\u202c',
    '3770\u200b9406\ufeff2589',
    'WMID:377094062589',
    'wmid 3770 9406 2589',
  ]) {
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(plainWmid(text)).to.equal('377094062589');
      expect(groupWmid(text)).to.equal('3770 9406 2589');
      expect(fault(text)).to.equal('');
    });
  }

  for (const [text, grouped] of [
    ['', ''],
    [' ', ''],
    ['3', '3'],
    ['3770', '3770'],
    ['37709', '3770 9'],
    ['377094', '3770 94'],
    ['3770940625891', '3770 9406 2589 1'],
  ] as const) {
    it(`groups "${text}" as "${grouped}"`, () => expect(groupWmid(text)).to.equal(grouped));
  }

  it('leaves what is no number as it was typed', () => {
    for (const text of ['Z12345678901', 'z 123', '<b>1</b>', '37a', '☎ 3770']) expect(groupWmid(text)).to.equal(text);
  });

  it('counts digits, whatever else is there', () => {
    expect(countDigits('')).to.equal(0);
    expect(countDigits('4071 8293 5')).to.equal(9);
    expect(countDigits('Z1２3')).to.equal(3);
  });

  for (const [text, said] of [
    ['', 'Enter your WMID'],
    [' - ', 'Enter your WMID'],
    ['4071 8293 556', '1 digit is missing'],
    ['4071 8293 55', '2 digits are missing'],
    ['4071 8293 5560 1', '1 digit too many'],
    ['40718293556012', '2 digits too many'],
    ['Z407182935560', 'digits only'],
    ['４０７１８２９３５５６０ Ｚ', 'digits only'],
    ['٣٧٧٠٩٤٠٦٢٥٨٩', 'digits only'],
    ['407182935560<script>', 'digits only'],
  ] as const) {
    it(`says of "${text}": ${said}`, () => expect(fault(text)).to.contain(said));
  }

  it('keeps the caret behind the same digit', () => {
    const grouped = '3770 9406 2589';
    const at = (digits: number) => grouped.slice(0, caretAfter(grouped, digits, false)).replaceAll(' ', '');
    for (let digits = 0; digits <= 12; digits++) expect(at(digits).length).to.equal(digits);
  });

  it('steps over a blank when deleting forward, so that the key is never stuck', () => {
    expect(caretAfter('3770 9406', 4, false)).to.equal(4);
    expect(caretAfter('3770 9406', 4, true)).to.equal(5);
    expect(caretAfter('3770 9406', 5, true)).to.equal(6);
    expect(caretAfter('3770', 4, true)).to.equal(4);
  });
});
