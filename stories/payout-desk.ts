import { createSessionSigner, generateSigningKey } from '../src/bff/session-signer.js';
import type { PayoutFacts } from '../src/contract/payout.js';
import type { Method, Session } from '../src/contract/session.js';

const ISSUER = 'https://pay.shop.example';
const ID = 'payout-0093';

/** Ways to receive, as the providers of payouts list them. */
export const WAYS: readonly Method[] = [
  { id: 'gmo:bank-account', brand: 'bank-account', kind: 'wait' },
  { id: 'gmo:seven-bank-atm', brand: 'seven-bank-atm', kind: 'receipt' },
  { id: 'gmo:amazon-gift-card', brand: 'amazon-gift-card', kind: 'redirect' },
  { id: 'gmo:au-pay', brand: 'au-pay', kind: 'redirect' },
];
export const PURSE: Method = {
  id: 'monetix:webmoney-purse',
  brand: 'webmoney-purse',
  kind: 'wait',
  inputs: [{ name: 'purse', required: true }],
};
const AT_ONCE = { minDays: 0, maxDays: 0 };
export const FACTS: PayoutFacts = {
  ways: {
    'gmo:bank-account': { minDays: 1, maxDays: 3 },
    'gmo:seven-bank-atm': AT_ONCE,
    'gmo:amazon-gift-card': AT_ONCE,
    'gmo:au-pay': AT_ONCE,
  },
};
export const DESTINATION = {
  bank: 'みずほ銀行',
  branch: '丸の内支店',
  accountType: 'ordinary',
  accountNumber: '••••093',
};
const BANKS = [
  { code: '0001', name: 'みずほ銀行', kana: 'ミズホ' },
  { code: '0289', name: 'みずほ信託銀行', kana: 'ミズホシンタク' },
];

/** The fields that all states have. */
export function payoutBase(methods: readonly Method[] = WAYS) {
  return {
    id: ID,
    rev: 1,
    purpose: 'payout' as const,
    amount: { value: 4800, currency: 'JPY' },
    order: {
      id: 'R-0093',
      shop: 'ひより商店',
      description: '公演中止にともなう返金です',
      returnUrl: `${location.origin}/receive`,
    },
    methods: [...methods],
    payout: FACTS as unknown,
    issuedAt: '2026-11-21T05:26:00.000Z',
    expiresAt: '2026-12-20T14:59:00.000Z',
  };
}

/** An open payout. */
export function openPayout(facts: PayoutFacts = {}, more: Partial<Extract<Session, { status: 'open' }>> = {}): Session {
  return { ...payoutBase(), payout: { ...FACTS, ...facts }, status: 'open', ...more };
}

/** A payout that is under way. */
export function pendingPayout(
  method: string,
  nextAction: Extract<Session, { status: 'pending' }>['nextAction'],
  facts: PayoutFacts = {},
): Session {
  const base = payoutBase([...WAYS, PURSE]);
  const startedAt = '2026-11-21T05:26:00.000Z';
  return { ...base, status: 'pending', attempt: 'a1', method, startedAt, nextAction, payout: { ...FACTS, ...facts } };
}

/** What the desk was asked for: `POST /confirm` with its body. */
export interface Asked {
  what: string;
  body: Record<string, unknown>;
}

/**
 * The BFF's side of one payout, without providers behind it: it signs what it is told to, and answers a press with what
 * `answer` makes of it: a session, the stable code of a problem, or any other object as JSON.
 */
export async function createPayoutDesk(
  first: Session,
  answer: (asked: Asked, now: Session) => Session | string | object = (_, now) => now,
) {
  const signer = createSessionSigner([await generateSigningKey()]);
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const asked: Asked[] = [];
  let session = first;
  const token = () => {
    const iat = Math.floor(Date.now() / 1000);
    const now = { ...session, issuedAt: new Date().toISOString() };
    return signer.sign({ iss: ISSUER, aud: location.origin, iat, exp: iat + 600, session: now });
  };
  const signed = async () => new Response(await token(), { headers: { 'content-type': 'application/jose' } });

  /** The session is another one from now on, and everybody who listens is told. */
  async function change(next: Session): Promise<void> {
    session = { ...next, rev: session.rev + 1 };
    const text = `id: ${session.rev}\ndata: ${await token()}\n\n`;
    for (const stream of streams) stream.enqueue(new TextEncoder().encode(text));
  }

  function events(): Response {
    const body = new ReadableStream<Uint8Array>({ start: (stream) => void streams.add(stream) });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  const transport: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.endsWith('/banks')) {
      return Response.json({ rows: BANKS.filter(({ name }) => name.startsWith(searchParams.get('q') ?? '')) });
    }
    if (pathname.endsWith('/branches'))
      return Response.json({ rows: [{ code: '110', name: '丸の内支店', kana: 'マルノウチ' }] });
    if (pathname.endsWith('/events')) return events();
    if (request.method === 'GET') return signed();
    const one = { what: pathname.split('/').at(-1) ?? '', body: (await request.json()) as Record<string, unknown> };
    asked.push(one);
    const said = answer(one, session);
    if (typeof said === 'string') {
      const headers = { 'content-type': 'application/problem+json' };
      return new Response(JSON.stringify({ title: said, status: 422, code: said }), { status: 422, headers });
    }
    if (!('status' in said)) return Response.json(said);
    if (said !== session) await change(said);
    return signed();
  };

  return { jwks: signer.jwks(), token: await token(), transport, change, asked, listening: () => streams.size > 0 };
}
