import { expect } from '@open-wc/testing';
import type { CreateSessionAnswer } from '../../src/contract/requests.js';
import type { Session } from '../../src/contract/session.js';
import { claimsOf, makeStack, openCheckout, pay, resigned, says, screen, words } from './page.js';
import { LIGHT, MONETIX, problemOf } from './stack.js';
import type { Stack } from './stack.js';

const { host, hostname } = location;
const hostile: [url: string, code: string][] = [
  ['javascript:alert(1)', 'url-scheme'],
  ['JaVaScRiPt:alert(1)//https://x', 'url-scheme'],
  ['data:text/html,<script>alert(1)</script>', 'url-scheme'],
  ['blob:https://shop.example/1', 'url-scheme'],
  ['file:///etc/passwd', 'url-scheme'],
  ['http://evil.example/', 'url-scheme'],
  [`https://user@evil.example/`, 'url-credentials'],
  [`https://:password@evil.example/`, 'url-credentials'],
  ['//evil.example/', 'url-invalid'],
  ['/checkout', 'url-invalid'],
  ['evil.example', 'url-invalid'],
];

describe('URLs that must not be gone to', () => {
  let stack: Stack;

  beforeEach(() => {
    stack = makeStack();
  });
  afterEach(() => stack.end());

  describe('from the shop', () => {
    const elsewhere: typeof hostile = [
      ['https://evil.example/', 'url-host'],
      [`https://${hostname}.evil.example/`, 'url-host'],
      [`https://evil.example/?${host}`, 'url-host'],
      [`http://${host}@127.0.0.1/`, 'url-credentials'],
    ];
    for (const field of ['returnUrl', 'doneUrl', 'restartUrl']) {
      for (const [url, code] of [...hostile, ...elsewhere]) {
        it(`${field} ${url}: return-url-not-allowed, ${code}`, async () => {
          const answer = await stack.create({}, { id: 'H-1', [field]: url });
          expect([answer.status, problemOf(answer).code]).to.deep.equal([422, 'return-url-not-allowed']);
          expect(problemOf(answer).errors).to.deep.equal([{ field: `order.${field}`, code }]);
          expect(answer.text).to.not.contain('evil');
          expect(await stack.store.findByOrder('H-1')).to.deep.equal([]);
        });
      }
    }

    for (const returnUrl of [
      '',
      `${location.origin}/\n`,
      `java\tscript:alert(1)`,
      `${location.origin}/${'x'.repeat(2048)}`,
    ]) {
      it(`returnUrl ${JSON.stringify(returnUrl).slice(0, 40)}: request-invalid`, async () => {
        const answer = await stack.create({}, { returnUrl });
        expect([answer.status, problemOf(answer).code]).to.deep.equal([400, 'request-invalid']);
      });
    }
  });

  describe('from Monetix', () => {
    let made: CreateSessionAnswer;
    let attempt: string;

    beforeEach(async () => {
      await stack.sandbox.setFaults({ lose: 'all' });
      made = await stack.session();
      await stack.confirm(made.id, { method: LIGHT }, 'k');
      attempt = (await stack.record(made.id)).attempts[0]?.id ?? '';
    });

    const sent = (url: string) => {
      const redirect_data = { method: 'POST', url, body: { a: '1' }, encrypted: [] };
      return stack.callback(stack.sale(attempt, 'awaiting redirect result', { redirect_data }));
    };

    for (const [url] of [...hostile, [' '], ['']]) {
      it(`${url}: refused with 400, nothing changed, and a good one after it still comes through`, async () => {
        const before = await stack.record(made.id);
        const answer = await sent(url ?? '');
        expect([answer.status, answer.text]).to.deep.equal([400, 'message-invalid']);
        expect(await stack.record(made.id)).to.deep.equal(before);
        expect((await sent(`${MONETIX}/webmoney/pay`)).status).to.equal(200);
        expect((await stack.record(made.id)).attempts[0]?.nextAction).to.have.property('type', 'redirect');
      });
    }

    it('of another host than the BFF allows: refused', async () => {
      await stack.stop();
      stack.start({ providers: [stack.provider({ redirectHosts: ['*.webmoney.example'] })] });
      for (const url of ['https://evil.example/', 'https://webmoney.example.evil.example/', `${MONETIX}:8443/`]) {
        expect((await sent(url)).status, url).to.equal(400);
      }
      expect((await sent('https://pay.webmoney.example/')).status).to.equal(200);
    });

    it('of another host than the page allows: not gone to, said with its code, and another method can be chosen', async () => {
      await sent('https://evil.example/form');
      const { el, told } = await openCheckout(stack, { sessionUrl: made.url, redirectHosts: 'sandbox.example' });
      await says(el, 'url-host');
      expect(told.refused).to.deep.equal(['url-host']);
      expect(told.leaving).to.deep.equal([]);
      expect(document.querySelector('form')).to.equal(null);
    });
  });

  describe('in a session that was rightly signed', () => {
    const withUrl = async (made: CreateSessionAnswer, url: string) => {
      const { session } = claimsOf(made.token);
      const nextAction = { type: 'redirect', method: 'POST', url, fields: [['a', '1']], charset: 'utf-8' } as const;
      const pending = { ...session, status: 'pending', rev: 2, method: LIGHT, attempt: 'attempt-1', nextAction };
      return resigned(made.token, { session: pending as Session });
    };

    for (const [url, code] of [...hostile, ['https://evil.example/', 'url-host'] as const]) {
      it(`${url}: ${code}, and the browser stays`, async () => {
        stack.between = () => new Response(null, { status: 503 });
        const token = await withUrl(await stack.session(), url);
        const { el, told } = await openCheckout(stack, {
          session: token,
          redirectHosts: 'sandbox.example',
          leaves: true,
        });
        const screenOf = await screen(el, 'reji-redirect');
        await says(el, code);
        expect(told.refused).to.deep.equal([code]);
        expect(told.leaving).to.deep.equal([]);
        expect(document.querySelector('form')).to.equal(null);
        expect(screenOf.shadowRoot?.querySelector('a[href]')).to.equal(null);
      });
    }

    it('the ways back of a result lead nowhere but to https', async () => {
      const made = await stack.session();
      const { session } = claimsOf(made.token);
      const bad = 'javascript:alert(1)';
      const order = { ...session.order, returnUrl: bad, doneUrl: bad, restartUrl: bad };
      for (const state of [{ status: 'succeeded' }, { status: 'expired' }, { status: 'needsAttention', code: 'x' }]) {
        const token = await resigned(made.token, { session: { ...session, rev: 2, ...state, order } as Session });
        const { el } = await openCheckout(stack, { session: token, contactUrl: bad });
        const result = await screen(el, 'reji-result');
        expect(result.shadowRoot?.querySelector('a'), state.status).to.equal(null);
      }
    });
  });

  describe('on the way back', () => {
    it('lead to the shop’s own page whatever the request says, and nothing of it is repeated', async () => {
      const made = await stack.session();
      await stack.confirm(made.id, { method: LIGHT }, 'k');
      const attempt = (await stack.record(made.id)).attempts[0]?.id ?? '';
      const more = '&returnUrl=https://evil.example/&reji_session=evil&url=javascript:alert(1)';
      const answer = await stack.call(`/returns/monetix?attempt=${attempt}&hint=success${more}`);
      expect(answer.status).to.equal(303);
      expect(answer.headers.get('location')).to.equal(`${location.origin}/checkout?reji_session=${made.id}`);
    });

    for (const query of [
      '',
      'hint=success',
      'attempt=abc&hint=success',
      'attempt=%0d%0aevil:1&hint=success',
      'hint=evil',
    ]) {
      it(`with "${query}": not-found`, async () => {
        const answer = await stack.call(`/returns/monetix?${query}`);
        expect([answer.status, problemOf(answer).code]).to.deep.equal([404, 'not-found']);
        expect(answer.text).to.not.contain('evil');
      });
    }

    it('prove nothing: a return that says success is no payment', async () => {
      const made = await stack.session();
      const { el } = await openCheckout(stack, { session: made.token });
      await pay(el, LIGHT);
      await screen(el, 'reji-redirect');
      const attempt = (await stack.record(made.id)).attempts[0]?.id ?? '';
      for (let times = 0; times < 3; times += 1) await stack.call(`/returns/monetix?attempt=${attempt}&hint=success`);
      await says(el, 'Your payment is being checked');
      expect((await stack.record(made.id)).state.status).to.equal('pending');
      expect(words(el)).to.not.contain('Payment complete');
    });
  });
});
