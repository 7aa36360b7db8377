import { expect } from '@open-wc/testing';
import { CheckoutStore } from '../../src/client/checkout-store.js';
import type { CheckoutStoreOptions } from '../../src/client/checkout-store.js';
import type { Fetch } from '../../src/client/timed-fetch.js';
import { CreateSessionAnswer } from '../../src/contract/requests.js';
import { ISSUER, SHOP, Till } from '../bff/till.js';
import { FakePage } from './fake-page.js';
import { FakeTime, turns, until } from './fake-time.js';

describe('CheckoutStore with the real BFF', () => {
  let time: FakeTime;
  let page: FakePage;
  let till: Till;
  let stores: CheckoutStore[];
  let created: CreateSessionAnswer;
  let asked: string[];

  const makeTill = (store?: Till['store']) => {
    const timers = { set: time.later, clear: (cancel: unknown) => (cancel as () => void)() };
    return new Till({ ...(store && { store }), options: { now: time.server, timers } });
  };
  /** The network between the store and whichever BFF runs now. */
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init);
    asked.push(`${request.method} ${request.url.slice(ISSUER.length)}`);
    return till.bff(request);
  };
  const make = (options: Partial<CheckoutStoreOptions> = {}) => {
    const store = new CheckoutStore({
      token: created.token,
      keys: `${ISSUER}/.well-known/jwks.json`,
      audience: SHOP,
      fetch,
      signals: page,
      now: time.buyer,
      monotonic: time.monotonic,
      timers: time,
      random: () => 0.5,
      ...options,
    });
    stores.push(store);
    return store;
  };
  const status = (store: CheckoutStore) =>
    store.state.phase === 'ready' ? store.state.session.status : store.state.phase;
  const connection = (store: CheckoutStore) => (store.state.phase === 'ready' ? store.state.connection : undefined);
  const live = async (options?: Partial<CheckoutStoreOptions>) => {
    const store = make(options);
    await store.start();
    await until(() => connection(store) === 'live');
    return store;
  };

  beforeEach(async () => {
    time = new FakeTime();
    page = new FakePage();
    stores = [];
    asked = [];
    till = makeTill();
    created = CreateSessionAnswer.parse(JSON.parse((await till.create()).text));
  });

  afterEach(async () => {
    for (const store of stores) store.stop();
    await until(() => time.pending === 0, 'the end of the timers of either side');
    expect(page.listeners).to.equal(0);
    expect(till.provider.violations).to.deep.equal([]);
  });

  it('buys something: inlined session, confirm, callback, result', async () => {
    const store = await live();
    expect(status(store)).to.equal('open');
    await store.confirm('fake:page');
    expect(store.state).to.have.nested.property('session.nextAction.type', 'redirect');
    await till.paid(await till.attempt(created.id));
    await until(() => status(store) === 'succeeded');
    await until(() => time.pending === 0);
    const path = `/sessions/${created.id}`;
    expect(asked).to.deep.equal(['GET /.well-known/jwks.json', `GET ${path}/events`, `POST ${path}/confirm`]);
  });

  for (const hours of [-2, 2]) {
    it(`does so with a buyer's clock ${hours} hours off, and counts by the server's`, async () => {
      time.buyerAheadMs = hours * 3_600_000;
      const store = await live();
      await store.confirm('fake:page');
      expect(Math.abs(store.clock.now() - time.server())).to.be.at.most(1);
      await till.paid(await till.attempt(created.id));
      await until(() => status(store) === 'succeeded');
    });
  }

  it('starts one payment when two tabs confirm at once, and shows it in both', async () => {
    const tabs = [await live(), await live()];
    await Promise.all(tabs.map((store) => store.confirm('fake:page')));
    await until(() => tabs.every((store) => status(store) === 'pending'));
    expect(till.provider.starts).to.have.length(1);
  });

  it('starts one payment when the answer to the confirm is lost', async () => {
    let lost = 0;
    const store = await live({
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        if (asked.at(-1)?.endsWith('/confirm') && lost++ === 0) throw new TypeError('connection lost');
        return response;
      },
    });
    const pressed = store.confirm('fake:page');
    await until(() => time.nextMs === 500);
    await time.pass(500);
    await pressed;
    expect([status(store), lost, till.provider.starts.length]).to.deep.equal(['pending', 2, 1]);
  });

  it('says what was wrong with the input, and lets the buyer correct it', async () => {
    const store = await live();
    await store.confirm('fake:invoice', { wmid: '12345678901' });
    expect(store.state).to.have.nested.property('problem.code', 'input-invalid');
    expect(status(store)).to.equal('open');
    await store.confirm('fake:invoice', { wmid: '123456789012' });
    expect(status(store)).to.equal('pending');
  });

  it('shows a decline, and lets the buyer choose again', async () => {
    const store = await live();
    await store.confirm('fake:page');
    await till.declined(await till.attempt(created.id));
    await until(() => status(store) === 'open');
    expect(store.state).to.have.nested.property('session.lastFailure.code', 'declined');
    await store.confirm('fake:page');
    await store.cancel('attempt');
    expect(status(store)).to.equal('open');
  });

  it('finds the result of a payment that was made while the BFF was down', async () => {
    const store = await live();
    await store.confirm('fake:page');
    await time.pass(6000);
    const { store: books } = till;
    const attempt = await till.attempt(created.id);
    await till.bff.close();
    await until(() => time.pending === 1 && time.nextMs <= 2000);
    till = makeTill(books);
    await till.paid(attempt);
    await time.pass(2000);
    await until(() => status(store) === 'succeeded');
  });

  it('sees the result at once when the buyer returns to the tab', async () => {
    const store = await live();
    await store.confirm('fake:page');
    page.tell('hidden');
    await till.paid(await till.attempt(created.id));
    await turns();
    expect(status(store)).to.equal('pending');
    expect(time.pending).to.equal(0);
    page.tell('visible');
    await until(() => status(store) === 'succeeded');
  });

  it('asks at the end of the time before it shows anything as expired', async () => {
    const store = await live();
    await time.pass(3_600_000);
    expect(status(store)).to.be.oneOf(['open', 'expired']);
    await store.refresh();
    expect(status(store)).to.equal('expired');
    await until(() => time.pending === 0);
  });

  it('refuses a session of another shop', async () => {
    const store = make({ audience: 'https://other.example' });
    await store.start();
    expect(store.state).to.have.nested.property('error.code', 'token-audience');
  });
});
