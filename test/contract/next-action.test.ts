import { expect } from '@open-wc/testing';
import { Instant, NextAction } from '../../src/contract/next-action.js';

const deadline = '2026-11-24T05:24:00.000Z';

describe('Instant', () => {
  for (const text of [deadline, '2026-11-24T05:24:00Z', '2024-02-29T23:59:59.123456Z']) {
    it(`takes ${text}`, () => expect(Instant.parse(text)).to.equal(text));
  }
  for (const text of [
    '',
    'tomorrow',
    '2026-11-24',
    '2026-11-24T05:24Z',
    '2026-11-24T05:24:00',
    '2026-11-24T05:24:00+09:00',
    '2026-13-01T00:00:00Z',
    '2026-11-24T25:00:00Z',
    '2026-11-24T05:61:00Z',
    '2026-11-24 05:24:00Z',
    `${deadline}\n`,
    1795497840000,
  ]) {
    it(`refuses ${JSON.stringify(text)}`, () => expect(Instant.safeParse(text).success).to.equal(false));
  }
});

describe('NextAction', () => {
  const redirect = {
    type: 'redirect',
    method: 'POST',
    url: 'https://pay.example/',
    fields: [['a', 'б']],
    charset: 'UTF-8',
  };
  const invoice = { type: 'invoice', wmid: '377094062589', titleAmount: { value: 8420, unit: 'WMZ' } };
  const known = [
    redirect,
    { ...redirect, method: 'GET', fields: [], deadline },
    { type: 'qr', payload: 'x', deadline },
    { type: 'konbini', chain: 'lawson', numbers: [{ label: 'n', value: '1' }], deadline },
    {
      type: 'bankTransfer',
      bank: 'b',
      branch: 'b',
      accountType: 'a',
      accountNumber: '1',
      holder: 'h',
      deadline,
    },
    invoice,
    { ...invoice, invoiceId: '1', deadline },
    { type: 'receipt', entries: [] },
    { type: 'wait' },
  ];
  for (const action of known) {
    it(`takes ${action.type} as it is`, () => expect(NextAction.parse(action)).to.deep.equal(action));
  }

  it('keeps the order of fields, and names that come twice', () => {
    const fields = [
      ['b', '1'],
      ['a', '2'],
      ['b', '3'],
    ];
    expect(NextAction.parse({ ...redirect, fields }))
      .to.have.property('fields')
      .that.deep.equals(fields);
  });

  it('leaves out what a newer server added to a known action', () => {
    expect(NextAction.parse({ type: 'wait', since: 1 })).to.deep.equal({ type: 'wait' });
  });

  it('turns an action it does not know into one that leads to the shop', () => {
    for (const type of ['teleport', 'unsupported', '', 'toString', 'Redirect']) {
      expect(NextAction.parse({ type, payload: 1 }), type).to.deep.equal({ type: 'unsupported' });
    }
  });

  const refused: [string, unknown][] = [
    ['a known type with a wrong shape', { type: 'qr', payload: 'x' }],
    ['a redirect by another method', { ...redirect, method: 'PUT' }],
    ['a field of three', { ...redirect, fields: [['a', 'b', 'c']] }],
    ['a field whose value is no text', { ...redirect, fields: [['a', 1]] }],
    ['fields as an object', { ...redirect, fields: { a: 'b' } }],
    ['a deadline that does not exist', { ...redirect, deadline: '2026-99-99T00:00:00Z' }],
    ['a WMID of 11 digits', { ...invoice, wmid: '37709406258' }],
    ['a WMID of 13 digits', { ...invoice, wmid: '3770940625891' }],
    ['a WMID with a letter', { ...invoice, wmid: 'Z77094062589' }],
    ['a WMID with a line break', { ...invoice, wmid: '377094062589\n' }],
    ['no type', {}],
    ['a type that is no text', { type: 1 }],
    ['nothing', null],
    ['a list', []],
  ];
  for (const [what, action] of refused) {
    it(`refuses ${what}`, () => expect(NextAction.safeParse(action).success).to.equal(false));
  }
});
