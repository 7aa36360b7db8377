import { expect } from '@open-wc/testing';
import { Session } from '../../src/contract/session.js';
import { createInPageShop } from '../../stories/in-page-shop.js';

type Shop = Awaited<ReturnType<typeof createInPageShop>>;

const STORES = ['seven-eleven', 'familymart', 'lawson', 'ministop'].map((chain) => `haipay:konbini-${chain}`);
const OTHERS = ['haipay:au-pay', 'haipay:merpay', 'haipay:gmo-aozora'];

/** The session as a browser gets it for a sum. */
async function sessionOf({ createSession }: Shop, value: number, currency: string): Promise<Session> {
  const { token } = await createSession({ id: `H-${value}-${currency}`, value, currency });
  const [, claims = ''] = token.split('.');
  const bytes = Uint8Array.from(atob(claims.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  return Session.parse((JSON.parse(new TextDecoder().decode(bytes)) as { session: unknown }).session);
}

/** Which of HaiPay's methods can be used for a sum, and why the first other one can't. */
async function offered(shop: Shop, value: number, currency: string) {
  const { methods } = await sessionOf(shop, value, currency);
  const theirs = methods.filter(({ id }) => id.startsWith('haipay:'));
  const usable = theirs.filter(({ unavailable }) => !unavailable).map(({ id }) => id);
  return { usable: usable.sort(), reason: theirs.find(({ unavailable }) => unavailable)?.unavailable };
}

describe('an amount at a limit', () => {
  let shop: Shop;
  before(async () => {
    shop = await createInPageShop({ japan: true });
  });
  after(() => {
    shop.sandbox.close();
    shop.japan?.haipay.close();
    shop.japan?.sbps.close();
  });

  const all = [...STORES, ...OTHERS].sort();
  const few = [...OTHERS].sort();
  const limit = (value: number, currency: string) => ({ value, currency });
  const low = (value: number, currency: string) => ({ code: 'amount-too-low', limit: limit(value, currency) });
  const high = (value: number, currency: string) => ({ code: 'amount-too-high', limit: limit(value, currency) });
  const cases = [
    [99, 'JPY', [], low(100, 'JPY')],
    [100, 'JPY', few, low(300, 'JPY')],
    [299, 'JPY', few, low(300, 'JPY')],
    [300, 'JPY', all, undefined],
    [150_000, 'JPY', all, undefined],
    [150_001, 'JPY', [], high(150_000, 'JPY')],
    [98, 'USD', [], low(99, 'USD')],
    [99, 'USD', few, low(199, 'USD')],
    [198, 'USD', few, low(199, 'USD')],
    [199, 'USD', all, undefined],
    [49_999, 'USD', all, undefined],
    [50_000, 'USD', [], high(49_999, 'USD')],
  ] as const;
  for (const [value, currency, usable, reason] of cases) {
    it(`of ${value} minor units in ${currency} is taken or not, to the unit`, async () => {
      const found = await offered(shop, value, currency);
      expect(found.usable).to.deep.equal(usable);
      expect(found.reason).to.deep.equal(reason);
    });
  }

  it('in dollars or euros is nothing for SBPS, and euros are nothing for HaiPay', async () => {
    for (const [currency, provider] of [
      ['USD', 'sbps'],
      ['EUR', 'sbps'],
      ['EUR', 'haipay'],
    ] as const) {
      const { methods } = await sessionOf(shop, 8420, currency);
      const theirs = methods.filter(({ id }) => id.startsWith(`${provider}:`));
      expect(theirs.length).to.be.greaterThan(6);
      expect(new Set(theirs.map(({ unavailable }) => unavailable?.code))).to.deep.equal(new Set(['currency']));
    }
  });

  it('that is not offered is not started, whoever asks', async () => {
    const { url } = await shop.createSession({ id: 'H-299', value: 299, currency: 'JPY', phone: '+81312345678' });
    const answer = await shop.bff(
      new Request(`${url}/confirm`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'one', origin: location.origin },
        body: JSON.stringify({ method: 'haipay:konbini-lawson' }),
      }),
    );
    expect(answer.ok).to.equal(false);
    expect(shop.japan?.haipay.payments()).to.deep.equal([]);
  });
});
