import { expect } from '@open-wc/testing';
import { compactVerify, createLocalJWKSet } from 'jose';
import { createKeyCheck, fingerprint, repeatable } from '../../src/bff/digest.js';
import { randomId } from '../../src/bff/random-id.js';
import { createSessionSigner, generateSigningKey } from '../../src/bff/session-signer.js';
import { opened, Till } from './till.js';

const claimsOf = async () => {
  const till = new Till();
  return opened((await till.get(await till.open())).text);
};

describe('createSessionSigner', () => {
  it('signs with the first key and publishes all, without their secret half', async () => {
    const [next, old] = [await generateSigningKey(), await generateSigningKey()];
    const before = createSessionSigner([old]);
    const after = createSessionSigner([next, old]);
    const keys = createLocalJWKSet(after.jwks());
    const claims = await claimsOf();
    for (const [signer, kid] of [
      [before, old.kid],
      [after, next.kid],
    ] as const) {
      const { payload, protectedHeader } = await compactVerify(await signer.sign(claims), keys);
      expect(protectedHeader).to.deep.equal({ alg: 'ES256', kid, typ: 'JWT' });
      expect(JSON.parse(new TextDecoder().decode(payload))).to.deep.equal(claims);
    }
    expect(after.jwks().keys.map(({ kid }) => kid)).to.deep.equal([next.kid, old.kid]);
    expect(Object.keys(after.jwks().keys[0] ?? {}).sort()).to.deep.equal(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('signs text of any script', async () => {
    const claims = await claimsOf();
    claims.session.order.description = `"№" 花子 😀 \\ <b>`;
    const signer = createSessionSigner([await generateSigningKey()]);
    const { payload } = await compactVerify(await signer.sign(claims), createLocalJWKSet(signer.jwks()));
    expect(JSON.parse(new TextDecoder().decode(payload))).to.deep.equal(claims);
  });

  it('refuses keys it can not sign with', async () => {
    const key = await generateSigningKey();
    const { d: _secret, ...publicOnly } = key;
    const { kid: _name, ...nameless } = key;
    const wrong = [[], [publicOnly], [nameless], [{ ...key, crv: 'P-384' }], [key, key], [{ kty: 'oct', k: 'x' }]];
    for (const keys of wrong) expect(() => createSessionSigner(keys)).to.throw('P-256');
  });
});

describe('what is random or digested', () => {
  it('ids are unguessable and never the same', () => {
    const ids = Array.from({ length: 2000 }, randomId);
    expect(new Set(ids).size).to.equal(2000);
    for (const id of ids) expect(id).to.match(/^[a-z2-7]{32}$/);
    expect(new Set(ids.join('')).size, 'every character is used').to.equal(32);
  });

  it('a fingerprint tells texts apart', async () => {
    expect(await fingerprint('a')).to.equal('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
    expect(await fingerprint('a')).not.to.equal(await fingerprint('b'));
  });

  it('a request is remembered so that neither it nor its key can be found by trying', async () => {
    const account = { method: 'fake:bank', input: { accountNumber: '7314093' } };
    const one = await repeatable('press-1', account);
    expect(await repeatable('press-1', account)).to.deep.equal(one);
    expect((await repeatable('press-2', account)).fingerprint).to.not.equal(one.fingerprint);
    expect((await repeatable('press-1', { ...account, method: 'fake:post' })).fingerprint).to.not.equal(
      one.fingerprint,
    );
    const kept = Object.values(one);
    expect(kept)
      .to.not.include('press-1')
      .and.not.include(await fingerprint(JSON.stringify(account)));
  });

  it('a key is known by the whole of it', async () => {
    const isKey = createKeyCheck(['first', 'second']);
    for (const key of ['first', 'second']) expect(await isKey(key)).to.equal(true);
    for (const key of ['', 'firs', 'firstt', 'FIRST', 'third']) expect(await isKey(key)).to.equal(false);
  });
});
