import { expect } from '@open-wc/testing';
import { firstLook } from '../../src/client/first-look.js';
import { AUDIENCE, ISSUER, open, pending, Signer, succeeded } from './tokens.js';
import type { Otherwise } from './tokens.js';

const nowMs = Date.parse('2026-11-21T05:26:00.500Z');

describe('firstLook', () => {
  let signer: Signer;
  const look = (token: string, at = nowMs) => firstLook(token, signer.jwks, AUDIENCE, at);
  const signed = (otherwise?: Otherwise, session: object = open) => signer.sign(session, nowMs, otherwise);

  before(async () => {
    signer = await Signer.make();
  });

  it('shows an open session that came well signed with the page', async () => {
    expect(await look(await signed())).to.deep.equal({ ...open, issuedAt: '2026-11-21T05:26:00.500Z' });
  });

  it('shows a session only under the address the page gave for it', async () => {
    const token = await signed();
    const under = (url: string) => firstLook(token, signer.jwks, AUDIENCE, nowMs, url);
    expect(await under(`${ISSUER}/sessions/${open.id}`)).to.have.property('id', open.id);
    expect(await under(`${ISSUER}/sessions/another`)).to.equal(undefined);
    expect(await under(`https://elsewhere.example/sessions/${open.id}`)).to.equal(undefined);
  });

  it('leaves every other state to the store', async () => {
    for (const session of [pending, succeeded]) expect(await look(await signed({}, session))).to.equal(undefined);
  });

  it('shows nothing that is forged, truncated, foreign, expired or unreadable', async () => {
    const forger = await Signer.make();
    const token = await signed();
    const [header, , signature] = token.split('.');
    const [, payload] = (await signed({}, { ...open, amount: { value: 1, currency: 'USD' } })).split('.');
    const refused = [
      await forger.sign(open, nowMs),
      `${header}.${payload}.${signature}`,
      token.slice(0, -1),
      '',
      await signed({ header: { kid: 'other' } }),
      await signed({ claims: { aud: 'https://evil.example' } }),
      await signed({ claims: { aud: [AUDIENCE] } }),
      await signed({ ttlSeconds: -1 }),
      await signed({ claims: { exp: 'never' } }),
      await signed({ claims: { session: null } }),
      await signed({}, { ...open, amount: { value: 1.5, currency: 'USD' } }),
    ];
    for (const [nth, bad] of refused.entries()) expect(await look(bad), `token ${nth}`).to.equal(undefined);
    expect(await look(token, nowMs + 300_000)).to.equal(undefined);
  });

  it('shows nothing without a key that fits', async () => {
    const token = await signed();
    for (const keys of [[], [{ ...signer.publicJwk, crv: 'P-384' }], [{ ...signer.publicJwk, x: 'AAAA' }]]) {
      expect(await firstLook(token, { keys }, AUDIENCE, nowMs)).to.equal(undefined);
    }
  });
});
