import { expect } from '@open-wc/testing';
import vectors from '../fixtures/haipay-vectors.json' with { type: 'json' };
import { haipaySign, haipaySigningString, haipayVerify, importHaipayKeys } from '../../src/sandbox/haipay-signature.js';
import { emvCrc, emvPayload, orderNoOf } from '../../src/sandbox/haipay-qr.js';
import { keys } from './haipay-rig.js';

describe('HaiPay signature, the sandbox’s own', () => {
  for (const { id, input, signing_string: text, sign } of vectors.cases) {
    it(`writes and verifies vector ${id}`, async () => {
      const { provider } = await keys;
      const known = await importHaipayKeys(vectors.secret_key, vectors.public_key_base64_spki, provider.privatePem);
      expect(haipaySigningString(input, vectors.secret_key)).to.equal(text);
      expect(await haipayVerify(input, known, sign)).to.be.true;
      expect(await haipayVerify({ ...input, orderId: 'another' }, known, sign)).to.be.false;
      expect(await haipayVerify({ ...input, unknown: 'field' }, known, sign)).to.be.false;
      expect(await haipayVerify(input, { ...known, secret: 'another' }, sign)).to.be.false;
    });
  }

  it('sorts by ASCII, leaves out what is empty, and writes numbers and booleans plainly', () => {
    const fields = { b: 1.0, B: true, a_: false, a1: 0, aA: '', n: null, sign: 'x', u: undefined, z: '0' };
    expect(haipaySigningString(fields, 'k')).to.equal('B=true&a1=0&a_=false&b=1&z=0&key=k');
  });

  it('signs 256 bytes in Base64 that the other half verifies', async () => {
    const { merchant } = await keys;
    const pair = await importHaipayKeys('k', merchant.publicPem, merchant.privatePem);
    const sign = await haipaySign({ name: '山田 花子 สมชาย 김민준' }, pair);
    expect(sign).to.have.length(344);
    expect(await haipayVerify({ name: '山田 花子 สมชาย 김민준' }, pair, sign)).to.be.true;
  });

  it('takes nothing for a signature that is none', async () => {
    const { merchant } = await keys;
    const pair = await importHaipayKeys('k', merchant.publicPem, merchant.privatePem);
    for (const sign of [undefined, null, 1, '', 'AAAA', '!', '====', 'A'.repeat(344)]) {
      expect(await haipayVerify({ a: 'b' }, pair, sign), String(sign)).to.be.false;
    }
  });

  it('refuses keys that are none', async () => {
    let thrown: unknown;
    await importHaipayKeys('k', 'AAAA', 'AAAA').catch((error: unknown) => (thrown = error));
    expect(thrown).to.be.instanceOf(Error);
  });
});

describe('HaiPay sandbox: the code to scan', () => {
  it('is an intact EMVCo payload in yen and in dollars', () => {
    expect(emvCrc('123456789')).to.equal('29B1');
    for (const [currency, code, amount] of [
      ['JPY', '392', '500'],
      ['USD', '840', '4.99'],
    ] as const) {
      const payload = emvPayload('6026112100000001', amount, currency);
      const tags = new Map<string, string>();
      let at = 0;
      while (at < payload.length) {
        const length = Number(payload.slice(at + 2, at + 4));
        tags.set(payload.slice(at, at + 2), payload.slice(at + 4, at + 4 + length));
        at += 4 + length;
      }
      expect(at).to.equal(payload.length);
      expect([...tags.keys()]).to.deep.equal(['00', '01', '26', '52', '53', '54', '58', '59', '60', '62', '63']);
      expect([tags.get('53'), tags.get('54'), tags.get('58')]).to.deep.equal([code, amount, 'JP']);
      expect(orderNoOf(payload)).to.equal('6026112100000001');
    }
  });

  it('is not read when a single character is damaged', () => {
    const payload = emvPayload('6026112100000001', '500', 'JPY');
    expect(orderNoOf(payload.replace('5403500', '5403501'))).to.be.undefined;
    expect(orderNoOf('')).to.be.undefined;
  });
});
