import { expect } from '@open-wc/testing';
import { digitGroups, spokenDigits } from '../../src/elements/digits.js';

describe('digits in groups', () => {
  for (const [value, groups] of [
    ['20020', '20020'],
    ['400008', '400 008'],
    ['21480917365', '2148 091 7365'],
    ['482109376154', '4821 0937 6154'],
    ['3058271649035', '3058 2716 49035'],
    ['2481093', '2481 093'],
    ['7', '7'],
    ['12345678901234567890', '1234 5678 9012 3456 7890'],
    ['AB-1234 5678', 'AB-1234 5678'],
    ['４８２１０９', '４８２１０９'],
    ['', ''],
  ] as const) {
    it(`sets ${value || 'nothing'} as "${groups}" and loses no character`, () => {
      expect(digitGroups(value).join(' ')).to.equal(groups);
      expect(digitGroups(value).join('')).to.equal(value);
    });
  }

  it('are read digit by digit, with a rest between groups', () => {
    expect(spokenDigits('400008')).to.equal('4 0 0, 0 0 8');
    expect(spokenDigits('AB-12')).to.equal('A B, 1 2');
    expect(spokenDigits('№ 12')).to.equal('№ 12');
  });
});
