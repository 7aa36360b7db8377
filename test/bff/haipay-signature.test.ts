import { expect } from '@open-wc/testing';
import { haipaySigner, isKey, signingString, type HaipayFields } from '../../src/bff/providers/haipay-signature.js';
import { readLossless } from '../../src/bff/providers/lossless-json.js';
import vectors from '../fixtures/haipay-vectors.json' with { type: 'json' };
import { ACCOUNTS, BUSINESSES, provider } from './haipay-case.js';

const { account, merchant, haipay } = BUSINESSES.JPY;
const vectorSigner = haipaySigner({
  secret: vectors.secret_key,
  privateKey: account.privateKey,
  publicKey: vectors.public_key_base64_spki,
});
/** A signer on HaiPay's side: what one signs the other verifies. */
const otherSide = haipaySigner({
  secret: account.secret,
  privateKey: haipay.privateKey,
  publicKey: merchant.publicKey,
});

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('haipay signature', () => {
  for (const { id, input, signing_string, sha256_of_string, sign } of vectors.cases) {
    it(`verifies vector ${id}, and nothing but it`, async () => {
      const fields = readLossless(JSON.stringify(input)) as HaipayFields;
      expect(signingString(fields, vectors.secret_key)).to.equal(signing_string);
      expect(await sha256(signing_string)).to.equal(sha256_of_string);
      expect(await vectorSigner.verify({ ...fields, sign })).to.equal(true);
      expect(await vectorSigner.verify({ ...fields, orderId: 'M1', sign })).to.equal(false);
      expect(await vectorSigner.verify({ ...fields, more: '1', sign })).to.equal(false);
      expect(await vectorSigner.verify({ ...fields, more: '', none: null, sign })).to.equal(true);
    });
  }

  it('leaves out what is empty, sorts by ASCII and writes the rest as it is', () => {
    const fields = readLossless(
      '{"b":true,"a_":0,"aB":12345678901234567890,"ab":1.50,"c":"","d":null,"Z":false,"e":" "}',
    );
    const text = 'Z=false&aB=12345678901234567890&a_=0&ab=1.50&b=true&e= &key=k';
    expect(signingString(fields as HaipayFields, 'k')).to.equal(text);
  });

  it('signs with the merchant’s key what HaiPay can verify, in any script', async () => {
    const signer = haipaySigner(account);
    const fields = { appId: 1054, name: '山田 花子 김민수 สมชาย ใจดี', amount: '300', subject: undefined };
    const sign = await signer.sign(fields);
    expect(sign).to.have.length(344);
    expect(await otherSide.verify({ ...fields, sign })).to.equal(true);
    expect(await signer.verify({ ...fields, sign }), 'one’s own signature proves nothing').to.equal(false);
    const answer = { orderId: 'M1', status: '2' };
    expect(await signer.verify({ ...answer, sign: await otherSide.sign(answer) })).to.equal(true);
  });

  it('depends on the secret', async () => {
    const fields = { orderId: 'M1' };
    const stranger = haipaySigner({ ...account, secret: 'another' });
    expect(await stranger.verify({ ...fields, sign: await otherSide.sign(fields) })).to.equal(false);
  });

  it('is not there when it is malformed, and is never right for nested values', async () => {
    const fields = { orderId: 'M1' };
    const sign = await otherSide.sign(fields);
    const signer = haipaySigner(account);
    for (const wrong of [undefined, null, '', '*'.repeat(344), sign.slice(1), `${sign}=`, `${sign}\n`, true, ['x']]) {
      expect(await signer.verify({ ...fields, sign: wrong }), String(wrong)).to.equal(false);
    }
    expect(await signer.verify({ ...fields, nested: { a: '1' }, sign })).to.equal(false);
    expect(await signer.verify({ ...fields, list: [], sign })).to.equal(false);
  });

  it('takes keys as PEM, as bare Base64 and as CryptoKeys', async () => {
    const bare = (pem: string) => pem.replace(/-----.*-----|\n/g, '');
    const fields = { orderId: 'M1' };
    for (const keys of [
      { privateKey: bare(account.privateKey), publicKey: bare(account.publicKey) },
      { privateKey: merchant.privateKey, publicKey: haipay.publicKey },
    ]) {
      const signer = haipaySigner({ secret: account.secret, ...keys });
      expect(await otherSide.verify({ ...fields, sign: await signer.sign(fields) })).to.equal(true);
      expect(await signer.verify({ ...fields, sign: await otherSide.sign(fields) })).to.equal(true);
    }
  });

  it('refuses other keys at once', () => {
    expect(isKey(account.privateKey, 'PUBLIC')).to.equal(false);
    expect(isKey(haipay.publicKey, 'PRIVATE')).to.equal(false);
    expect(isKey(account.privateKey.replaceAll('PRIVATE', 'RSA PRIVATE'), 'PRIVATE')).to.equal(false);
    const wrong = (change: object) => () => provider({ accounts: { JPY: { ...ACCOUNTS.JPY, ...change } } });
    expect(wrong({ publicKey: account.privateKey })).to.throw(TypeError, 'haipay: accounts.JPY.publicKey is not valid');
    expect(wrong({ privateKey: 'x' })).to.throw(TypeError, 'haipay: accounts.JPY.privateKey is not valid');
    expect(wrong({ secret: '' })).to.throw(TypeError, 'haipay: accounts.JPY.secret is not valid');
    expect(wrong({ appId: 1.5 })).to.throw(TypeError, 'haipay: accounts.JPY.appId is not valid');
  });

  it('names any other option that is wrong', () => {
    expect(() => provider({ accounts: {} })).to.throw(TypeError, 'accounts');
    expect(() => provider({ baseUrl: 'http://haipay.example' })).to.throw(TypeError, 'baseUrl');
    expect(() => provider({ methods: [] })).to.throw(TypeError, 'methods');
    expect(() => provider({ methods: { JPY: [] } })).to.throw(TypeError, 'methods');
    expect(() => provider({ validFor: { qr: 0 } })).to.throw(TypeError, 'validFor');
    expect(() => provider({ fetchTimeoutMs: 60_000 })).to.throw(TypeError, 'fetchTimeoutMs');
  });
});
