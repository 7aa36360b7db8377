import { expect } from '@open-wc/testing';
import vectors from '../fixtures/monetix-vectors.json' with { type: 'json' };
import {
  monetixHmac,
  monetixSign,
  monetixSigningString,
  monetixVerify,
  monetixVerifyParameters,
} from '../../src/sandbox/monetix-signature.js';

describe('Monetix signature, the sandbox’s own', () => {
  for (const { id, key, input, signing_string: text, signature } of vectors.monetix_signature) {
    it(`signs and verifies vector ${id}`, async () => {
      expect(monetixSigningString(input)).to.equal(text);
      expect(await monetixSign(input, key)).to.equal(signature);
      expect(await monetixVerify(input, key, signature)).to.be.true;
      expect(await monetixVerify(input, `${key}!`, signature)).to.be.false;
    });
  }

  for (const { id, input, signing_string: text } of vectors.monetix_signing_string) {
    it(`flattens and sorts vector ${id}`, () => {
      expect(monetixSigningString(input)).to.equal(text);
    });
  }

  for (const { id, key, signing_string: text, signature } of vectors.monetix_hmac_raw) {
    it(`computes vector ${id}`, async () => {
      expect(await monetixHmac(text, key)).to.equal(signature);
    });
  }

  for (const { id, key, input, signature } of vectors.monetix_payment_page_url) {
    it(`verifies Payment Page vector ${id}, whose values arrive as strings`, async () => {
      const strings = Object.entries(input).map(([name, value]) => [name, String(value)] as const);
      const parameters = { ...Object.fromEntries(strings), signature };
      expect(await monetixVerifyParameters(parameters, key)).to.be.true;
      expect(await monetixVerifyParameters({ ...parameters, payment_id: 'another' }, key)).to.be.false;
    });
  }

  it('refuses what is no signature at all', async () => {
    for (const signature of [undefined, null, '', 1, {}, 'A'.repeat(88), 'A'.repeat(89)]) {
      expect(await monetixVerify({ a: 1 }, 'secret', signature)).to.be.false;
    }
  });

  it('doubles a colon inside a key, so that it does not look like a level', () => {
    expect(monetixSigningString({ 'a:b': 1, a: { c: 2 } })).to.equal('a::b:1;a:c:2');
  });
});
