import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { CompactJWSHeaderParameters, JWK } from 'jose';
import type { PendingSession, Session } from '../../src/contract/session.js';

export const ISSUER = 'https://pay.example/reji';
export const AUDIENCE = 'https://shop.example';
export const SESSION_ID = 'Sess1onIdOf128BitsAndMore';
export const SESSION_URL = `${ISSUER}/sessions/${SESSION_ID}`;

const BASE = {
  id: SESSION_ID,
  rev: 1,
  purpose: 'payment',
  amount: { value: 8420, currency: 'USD' },
  order: { id: 'order-1', returnUrl: `${AUDIENCE}/thanks` },
  methods: [{ id: 'monetix:webmoney-light', brand: 'webmoney-light', kind: 'redirect' }],
  issuedAt: '2026-11-21T05:26:00.000Z',
  expiresAt: '2026-11-21T06:26:00.000Z',
} as const satisfies Partial<Session>;

export const open: Session = { ...structuredClone(BASE), methods: [...BASE.methods], status: 'open' };
export const pending: PendingSession = {
  ...open,
  rev: 2,
  status: 'pending',
  method: 'monetix:webmoney-light',
  attempt: 'attempt-1',
  nextAction: { type: 'wait' },
};
export const succeeded: Session = { ...open, rev: 3, status: 'succeeded', method: 'monetix:webmoney-light' };

/** What to sign otherwise than a BFF would. */
export interface Otherwise {
  claims?: Record<string, unknown>;
  header?: Partial<CompactJWSHeaderParameters>;
  ttlSeconds?: number;
}

/** A signing key with its public half. */
export class Signer {
  private constructor(
    readonly kid: string,
    readonly publicJwk: JWK,
    readonly privateKey: CryptoKey,
  ) {}

  static async make(kid = 'k1'): Promise<Signer> {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(publicKey);
    return new Signer(kid, { ...jwk, kid, alg: 'ES256', use: 'sig' }, privateKey);
  }

  get jwks(): { keys: JWK[] } {
    return { keys: [this.publicJwk] };
  }

  /** Signs the session as the BFF does at this time of the server, epoch milliseconds. */
  async sign(session: object, nowMs: number, { claims, header, ttlSeconds = 300 }: Otherwise = {}): Promise<string> {
    const iat = Math.floor(nowMs / 1000);
    const stamped = { ...session, issuedAt: new Date(nowMs).toISOString() };
    const payload = { iss: ISSUER, aud: AUDIENCE, iat, exp: iat + ttlSeconds, session: stamped, ...claims };
    return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', kid: this.kid, ...header })
      .sign(this.privateKey, header?.crit ? { crit: Object.fromEntries(header.crit.map((name) => [name, true])) } : {});
  }
}
