import { expect } from '@open-wc/testing';
import vectors from '../fixtures/sbps-vectors.json' with { type: 'json' };
import { ascii, ATTEMPT_ID, provider, resultBody } from './sbps-case.js';

const NOTHING = new Uint8Array();
const read = (query: string, body: Uint8Array = NOTHING, sbps = provider()) =>
  sbps.readReturn(new URL(`https://bff.example/returns/sbps${query}`), body);
const back = async (hint: string, change: Record<string, string>, over: 'utf-8' | 'shift_jis' = 'shift_jis') =>
  (await read(`?attempt=${ATTEMPT_ID}&hint=${hint}`, await resultBody(change, { over })))?.hint;

describe('sbps return of the buyer', () => {
  it('is a hint by its address where nothing is posted', async () => {
    for (const hint of ['success', 'decline', 'return', 'cancel'] as const) {
      expect(await read(`?attempt=${ATTEMPT_ID}&hint=${hint}`)).to.deep.equal({ attemptId: ATTEMPT_ID, hint });
    }
  });

  it('is ours or nothing', async () => {
    for (const query of ['', '?attempt=a', '?hint=success', '?attempt=a&hint=paid', '?attempt=a%0Ab&hint=success']) {
      expect(await read(query), query).to.equal(undefined);
    }
    expect(await read(`?attempt=${'a'.repeat(65)}&hint=success`)).to.equal(undefined);
    const other = new URL('https://bff.example/returns/other?attempt=a&hint=success');
    expect(await provider().readReturn(other, NOTHING)).to.equal(undefined);
  });

  it('is what its result says (A03-1), wherever it is posted', async () => {
    for (const hint of ['success', 'decline', 'return', 'cancel']) {
      expect(await back(hint, {})).to.equal('success');
      expect(await back(hint, { item_name: '表ソ能 ｱｲｽ' })).to.equal('success');
      expect(await back(hint, { res_result: 'NG', res_err_code: '51010999' })).to.equal('decline');
      expect(await back(hint, { res_result: '' })).to.equal(hint === 'cancel' ? 'cancel' : 'return');
    }
    expect(await back('cancel', {}, 'utf-8'), 'not rightly signed').to.equal('return');
  });

  it('is the public sample A03-1', async () => {
    const { form_body: form, hashkey } = vectors.sbps_hashcode.find(({ id }) => id === 'A03-1') ?? expect.fail();
    const shop = provider({ merchantId: '19788', serviceId: '001', hashKey: hashkey });
    const query = '?attempt=9eb2fced282c5bfc67c2417217ca2682&hint=success';
    expect(await read(query, ascii(form ?? ''), shop)).to.have.property('hint', 'success');
    const { form_body: server } = vectors.sbps_hashcode.find(({ id }) => id === 'A02-1') ?? expect.fail();
    expect(await read(query, ascii(server ?? ''), shop)).to.have.property('hint', 'return');
  });

  it('says nothing when its result is not rightly signed or of another order', async () => {
    expect(await back('success', {}, 'utf-8')).to.equal('return');
    expect(await back('success', { order_id: 'another' })).to.equal('return');
    expect(await back('success', { merchant_id: '99998' })).to.equal('return');
    const success = `?attempt=${ATTEMPT_ID}&hint=success`;
    const body = new TextDecoder().decode(await resultBody({}, { over: 'shift_jis' }));
    for (const bad of ['x', 'res_result=OK', `order_id=${ATTEMPT_ID}&res_result=OK`, `${body}&amount=1`, '%']) {
      expect(await read(success, ascii(bad)), bad).to.deep.equal({ attemptId: ATTEMPT_ID, hint: 'return' });
    }
    const ng = body.replace(/res_result=[^&]*/, 'res_result=NG');
    expect(await read(success, ascii(ng))).to.have.property('hint', 'return');
  });
});
