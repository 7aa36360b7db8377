import { expect } from '@open-wc/testing';
import { createSessionSigner, generateSigningKey } from '../../src/bff/session-signer.js';
import type { CreateSessionAnswer } from '../../src/contract/requests.js';
import { claimsOf, makeStack, methods, openCheckout, resigned, says, until, words } from './page.js';
import type { Stack } from './stack.js';

const HOUR = 3600;

/** A good token spoilt, and the stable code of what is then said. */
const spoilt: Record<string, { code: string; spoil: (token: string) => string | Promise<string> }> = {
  'a payload that was changed after signing': {
    code: 'token-signature',
    spoil: (token) => {
      const [head, body = '', signature] = token.split('.');
      const text = atob(body.replaceAll('-', '+').replaceAll('_', '/')).replace('8420', '8421');
      return [head, btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''), signature].join('.');
    },
  },
  'the signature of another key under the known name': {
    code: 'token-signature',
    spoil: async (token) => {
      const { kid } = JSON.parse(atob(token.split('.')[0] ?? '')) as { kid: string };
      const stranger = createSessionSigner([{ ...(await generateSigningKey()), kid }]);
      return stranger.sign(claimsOf(token));
    },
  },
  'a key that is not pinned': {
    code: 'key-unknown',
    spoil: async (token) => createSessionSigner([await generateSigningKey()]).sign(claimsOf(token)),
  },
  'no signature at all': {
    code: 'token-malformed',
    spoil: (token) => {
      const none = btoa(JSON.stringify({ alg: 'none' })).replaceAll('=', '');
      return `${none}.${token.split('.')[1]}.`;
    },
  },
  'the audience of another shop': {
    code: 'token-audience',
    spoil: (token) => resigned(token, { aud: 'https://other-shop.example' }),
  },
  'the last character cut off': { code: 'token-malformed', spoil: (token) => token.slice(0, -1) },
  'half of it cut off': { code: 'token-malformed', spoil: (token) => token.slice(0, token.length / 2) },
};

describe('a session token that is not as it should be', () => {
  let stack: Stack;
  let made: CreateSessionAnswer;

  beforeEach(async () => {
    stack = makeStack();
    made = await stack.session();
  });
  afterEach(() => stack.end());

  const untouched = async () => {
    const { rev, state, attempts } = await stack.record(made.id);
    expect([rev, state.status, attempts.length]).to.deep.equal([1, 'open', 0]);
    expect(stack.sandbox.payments()).to.deep.equal([]);
  };

  for (const [what, { code, spoil }] of Object.entries(spoilt)) {
    it(`inlined by the page: ${what}: ${code}, and nothing of it is shown`, async () => {
      const { el, told } = await openCheckout(stack, { session: await spoil(made.token) });
      await says(el, code);
      expect(told).to.deep.equal({ errors: [code], sessions: [], completed: [], refused: [], leaving: [] });
      expect(words(el)).to.not.contain('84.2').and.not.contain('H-2043').and.not.contain('WebMoney');
      expect(stack.seen).to.deep.equal([]);
      await untouched();
    });

    it(`as the answer of a server: ${what}: ${code}, and nothing of it is shown`, async () => {
      const token = await spoil(made.token);
      stack.between = () => new Response(token, { headers: { 'content-type': 'application/jose' } });
      const { el, told } = await openCheckout(stack, { sessionUrl: made.url });
      await says(el, code);
      expect(told).to.deep.equal({ errors: [code], sessions: [], completed: [], refused: [], leaving: [] });
      expect(words(el)).to.not.contain('84.2').and.not.contain('H-2043').and.not.contain('WebMoney');
      await untouched();
    });

    it(`pushed later: ${what}: ${code}, and the payment that was shown can't be acted on`, async () => {
      const token = await spoil(await resigned(made.token, { session: { ...claimsOf(made.token).session, rev: 2 } }));
      const event = new TextEncoder().encode(`id: 2\ndata: ${token}\n\n`);
      stack.between = ({ url }) =>
        url.endsWith('/events')
          ? new Response(new Blob([event]).stream(), { headers: { 'content-type': 'text/event-stream' } })
          : undefined;
      const { el, told } = await openCheckout(stack, { session: made.token });
      await says(el, code);
      expect(told.errors).to.deep.equal([code]);
      expect(el.shadowRoot?.querySelector('reji-method-picker')).to.equal(null);
      await untouched();
    });
  }

  it('expired when it came with the page: fetched anew', async () => {
    stack.pass(-HOUR);
    made = await stack.session();
    stack.pass(HOUR - 60);
    const { el, told } = await openCheckout(stack, { session: made.token });
    await methods(el);
    expect(stack.seen[0]).to.equal('GET');
    expect(told.errors).to.deep.equal([]);
    await untouched();
  });

  it('expired and no network: nothing of it is shown, and it recovers when the network is back', async () => {
    stack.pass(-HOUR);
    made = await stack.session();
    stack.pass(HOUR - 60);
    stack.online = false;
    const { el, told } = await openCheckout(stack, { session: made.token });
    await until(() => told.errors.length > 0, 'the error');
    expect(told.errors).to.deep.equal(['network-unreachable']);
    expect(words(el)).to.not.contain('84.2').and.not.contain('H-2043');
    stack.online = true;
    dispatchEvent(new Event('online'));
    await methods(el);
    await untouched();
  }).timeout(15_000);

  it('expired when a server repeats it: token-expired, and nothing of it is shown', async () => {
    stack.pass(-HOUR);
    made = await stack.session();
    stack.pass(HOUR - 60);
    const date = new Date(stack.now()).toUTCString();
    stack.between = () => new Response(made.token, { headers: { 'content-type': 'application/jose', date } });
    const { el, told } = await openCheckout(stack, { sessionUrl: made.url });
    await says(el, 'token-expired');
    expect(told).to.deep.equal({ errors: ['token-expired'], sessions: [], completed: [], refused: [], leaving: [] });
    expect(words(el)).to.not.contain('84.2').and.not.contain('H-2043');
  });

  it('of another session than the page asks for: session-mismatch, and nothing can be pressed', async () => {
    const other = await stack.session();
    const { el, told } = await openCheckout(stack, { session: other.token, sessionUrl: made.url });
    await says(el, 'session-mismatch');
    expect(told.errors).to.deep.equal(['session-mismatch']);
    expect(words(el)).to.not.contain('84.2').and.not.contain('H-2043');
  });

  it('is no end: a good one given after it is shown', async () => {
    const { el, told } = await openCheckout(stack, { session: made.token.slice(0, -1) });
    await says(el, 'token-malformed');
    el.session = made.token;
    await methods(el);
    expect(told.errors).to.deep.equal(['token-malformed']);
  });

  it('is no credential: a BFF gives nothing for an id that is a token, short, or guessed', async () => {
    for (const id of [made.token, made.id.slice(0, -1), made.id.toUpperCase(), '0'.repeat(32), '%00', '..']) {
      const { status, text } = await stack.call(`/sessions/${id}`);
      expect(status, id).to.equal(404);
      expect(text).to.not.contain('8420');
    }
  });
});
