import { expect } from '@open-wc/testing';
import { InputRefusal } from '../../src/bff/provider.js';
import { readLossless } from '../../src/bff/providers/lossless-json.js';
import { checkUnambiguous, monetixSigner, signingString } from '../../src/bff/providers/monetix-signature.js';
import vectors from '../fixtures/monetix-vectors.json' with { type: 'json' };
import { hmac, inputRefusalOf } from './monetix-case.js';

const signatures = [...vectors.monetix_signature, ...vectors.monetix_payment_page_url];

describe('monetix signature', () => {
  for (const { id, key, input, signing_string, signature } of signatures) {
    it(`makes and verifies vector ${id}`, async () => {
      expect(signingString(input)).to.equal(signing_string);
      const signer = monetixSigner(key);
      expect(await signer.sign(input)).to.equal(signature);
      expect(await signer.verify(input, signature)).to.equal(true);
      expect(await signer.verify(readLossless(JSON.stringify(input)), signature)).to.equal(true);
      expect(await monetixSigner(`${key}x`).verify(input, signature)).to.equal(false);
    });
  }

  for (const { id, input, signing_string } of vectors.monetix_signing_string) {
    it(`makes signing string ${id}`, () => expect(signingString(input)).to.equal(signing_string));
  }

  for (const { id, key, signing_string, signature } of vectors.monetix_hmac_raw) {
    it(`signs bytes as vector ${id}`, async () => expect(await hmac(signing_string, key)).to.equal(signature));
  }

  it('sorts naturally by path and doubles a colon in a key', () => {
    const input = { a: 1, 'a-b': 2, a1: 3, a_b: 4, 'a:b': 5 };
    expect(signingString(input)).to.equal('a:1;a1:3;a-b:2;a::b:5;a_b:4');
    expect(signingString({ n10: 1, n9: 2, n09: 3, n009: 4 })).to.equal('n009:4;n09:3;n9:2;n10:1');
  });

  it('leaves signature and frame_mode out at every level', () => {
    expect(signingString({ a: { signature: 'x', b: 1, frame_mode: 'y' }, frame_mode: 'z' })).to.equal('a:b:1');
  });

  it('is in UTF-8', async () => {
    expect(await monetixSigner('ключ').sign({ a: '№' })).to.equal(await hmac('a:№', 'ключ'));
  });

  it('refuses a signature that is not 64 bytes of Base64', async () => {
    const signer = monetixSigner('secret');
    const right = await signer.sign({ a: 1 });
    for (const wrong of ['', right.slice(1), `${right}A`, right.replace(/^./, ' '), `${right.slice(0, 87)}-`]) {
      expect(await signer.verify({ a: 1 }, wrong), wrong).to.equal(false);
    }
  });

  it('refuses values that would make the signed text ambiguous', async () => {
    for (const value of ['a;b:c', 'a\nb', 'a\u0000', '\ud800']) {
      expect(inputRefusalOf(() => checkUnambiguous({ customer: { id: value } }))).to.equal(
        'customer.id: characters-not-allowed',
      );
      const error: unknown = await monetixSigner('secret')
        .sign({ a: [value] })
        .catch((caught: unknown) => caught);
      expect(error).to.be.instanceOf(InputRefusal);
    }
    expect(inputRefusalOf(() => checkUnambiguous({ a: 'ok: 100 % №', b: null, c: true, d: 1 }))).to.equal('taken');
  });

  it('takes safe integers only', () => {
    for (const value of [1.5, NaN, 2 ** 53]) expect(() => signingString({ value })).to.throw(RangeError);
  });

  it('gives up on what is too deep or too large before it costs much', () => {
    let deep: object = {};
    for (let i = 0; i < 20; i++) deep = { a: deep };
    expect(() => signingString(deep as never)).to.throw(RangeError);
    expect(() => signingString(Array.from({ length: 5000 }, () => 1))).to.throw(RangeError);
    const long = { ['k'.repeat(100_000)]: Array.from({ length: 4000 }, () => 1) };
    expect(() => signingString(long)).to.throw(RangeError);
  });
});

describe('lossless JSON', () => {
  it('keeps the spelling of numbers and what strings say', () => {
    const text = '{"a":1.0,"b":[-1e3,9007199254740993,0],"c":"1.0 \\"2\\" \\\\","1":true,"d":null}';
    expect(readLossless(text)).to.deep.equal({
      a: '1.0',
      b: ['-1e3', '9007199254740993', '0'],
      c: '1.0 "2" \\',
      1: true,
      d: null,
    });
  });

  it('refuses what is not JSON', () => {
    for (const text of ['', '{', '{"a":01}', "{'a':1}", '{"a":1}}', '"a\nb"']) {
      expect(() => readLossless(text), text).to.throw(SyntaxError);
    }
  });
});
