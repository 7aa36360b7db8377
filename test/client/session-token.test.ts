import { expect } from '@open-wc/testing';
import { KeySet } from '../../src/client/key-set.js';
import { verifySessionToken } from '../../src/client/session-token.js';
import { codeOf } from './refusal.js';
import { AUDIENCE, ISSUER, open, Signer } from './tokens.js';
import type { Otherwise } from './tokens.js';

const nowMs = Date.parse('2026-11-21T05:26:00.500Z');
const never = () => Promise.reject(new Error('no fetch expected'));

describe('verifySessionToken', () => {
  let signer: Signer;
  let keys: KeySet;
  const verify = (token: string, at = nowMs) =>
    verifySessionToken(token, { keys, audience: AUDIENCE, issuer: ISSUER, nowMs: at });
  const signed = (otherwise?: Otherwise) => signer.sign(open, nowMs, otherwise);

  before(async () => {
    signer = await Signer.make();
    keys = new KeySet(signer.jwks, never);
  });

  it('returns the claims of a good token', async () => {
    const claims = await verify(await signed());
    expect(claims).to.include({ iss: ISSUER, aud: AUDIENCE });
    expect(claims.session).to.deep.equal({ ...open, issuedAt: '2026-11-21T05:26:00.500Z' });
  });

  it('takes the time from Date.now, and any issuer, when they are not given', async () => {
    const token = await signer.sign(open, Date.now(), { claims: { iss: 'https://other.example' } });
    expect((await verifySessionToken(token, { keys, audience: AUDIENCE })).iss).to.equal('https://other.example');
    expect(await codeOf(verifySessionToken(await signer.sign(open, 0), { keys, audience: AUDIENCE }))).to.equal(
      'token-expired',
    );
  });

  it('takes an issuer with and without a slash at its end for the same', async () => {
    expect((await verify(await signed({ claims: { iss: `${ISSUER}/` } }))).session.id).to.equal(open.id);
  });

  it('refuses a token that another key signed under the same key id', async () => {
    const forger = await Signer.make();
    expect(await codeOf(verify(await forger.sign(open, nowMs)))).to.equal('token-signature');
  });

  it('refuses a payload that was changed, and one taken from another token', async () => {
    const [header, , signature] = (await signed()).split('.');
    const [, payload] = (await signer.sign({ ...open, rev: 9 }, nowMs)).split('.');
    expect(await codeOf(verify(`${header}.${payload}.${signature}`))).to.equal('token-signature');
  });

  it('refuses a header that was changed', async () => {
    const [, payload, signature] = (await signed()).split('.');
    const header = btoa('{"alg":"ES256","kid":"k1","typ":"x"}').replace(/=+$/, '');
    expect(await codeOf(verify(`${header}.${payload}.${signature}`))).to.equal('token-signature');
  });

  it('refuses every truncation', async () => {
    const token = await signed();
    for (const length of [0, 1, 40, token.lastIndexOf('.'), token.lastIndexOf('.') + 1, token.length - 1]) {
      expect(await codeOf(verify(token.slice(0, length))), `${length} characters`).to.equal('token-malformed');
    }
  });

  it('refuses what is no compact JWS', async () => {
    const token = await signed();
    for (const text of [`${token}.${token}`, ` ${token}`, `${token}\n`, token.replace('.', '.='), '{}', '..']) {
      expect(await codeOf(verify(text)), text).to.equal('token-malformed');
    }
  });

  it('refuses other algorithms, whatever they are signed with', async () => {
    const [, payload, signature] = (await signed()).split('.');
    for (const header of [
      '{"alg":"none","kid":"k1"}',
      '{"alg":"HS256","kid":"k1"}',
      '{"alg":"ES384","kid":"k1"}',
      '{"kid":"k1"}',
      '[]',
      '{',
    ]) {
      const token = `${btoa(header).replace(/=+$/, '')}.${payload}.${signature}`;
      expect(await codeOf(verify(token)), header).to.equal('token-malformed');
    }
  });

  it('refuses critical headers, those that jose knows included', async () => {
    expect(await codeOf(verify(await signed({ header: { crit: ['x-mine'], 'x-mine': 1 } })))).to.equal(
      'token-malformed',
    );
    const [, payload, signature] = (await signed()).split('.');
    const header = btoa('{"alg":"ES256","kid":"k1","b64":true,"crit":["b64"]}').replace(/=+$/, '');
    expect(await codeOf(verify(`${header}.${payload}.${signature}`))).to.equal('token-malformed');
  });

  it('refuses a token without a key id and one with an unknown key id', async () => {
    const [, payload, signature] = (await signed()).split('.');
    const header = btoa('{"alg":"ES256"}').replace(/=+$/, '');
    expect(await codeOf(verify(`${header}.${payload}.${signature}`))).to.equal('token-malformed');
    expect(await codeOf(verify(await signed({ header: { kid: 'k2' } })))).to.equal('key-unknown');
  });

  it('does not take a key out of the token itself', async () => {
    const forger = await Signer.make('k9');
    const token = await forger.sign(open, nowMs, { header: { jwk: forger.publicJwk } });
    expect(await codeOf(verify(token))).to.equal('key-unknown');
  });

  it('refuses a foreign audience and a foreign issuer', async () => {
    expect(await codeOf(verify(await signed({ claims: { aud: 'https://evil.example' } })))).to.equal('token-audience');
    expect(await codeOf(verify(await signed({ claims: { aud: `${AUDIENCE}.evil.example` } })))).to.equal(
      'token-audience',
    );
    expect(await codeOf(verify(await signed({ claims: { iss: 'https://evil.example' } })))).to.equal('token-issuer');
  });

  it('is good until exp, and expired at it', async () => {
    const token = await signed();
    const expMs = (Math.floor(nowMs / 1000) + 300) * 1000;
    expect((await verify(token, expMs - 1)).session.rev).to.equal(1);
    expect(await codeOf(verify(token, expMs))).to.equal('token-expired');
  });

  it('cannot read a well signed payload that is no session', async () => {
    for (const claims of [
      { session: { ...open, status: 'new-status' } },
      { session: null },
      { exp: 'soon' },
      { aud: [AUDIENCE] },
    ]) {
      expect(await codeOf(verify(await signed({ claims }))), JSON.stringify(claims)).to.equal('session-unreadable');
    }
  });
});
