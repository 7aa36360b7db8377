import { expect } from '@open-wc/testing';
import type { LogEntry } from '../../src/bff/log.js';
import type { BffOptions } from '../../src/bff/settings.js';
import { MemoryStore } from '../../src/bff/store/memory.js';
import type { Change } from '../../src/bff/store/store.js';
import { provider, RECEIPT, signed } from './monetix-case.js';
import { Clock, Till } from './till.js';
import type { Answer } from './till.js';

const LIGHT = 'monetix:webmoney-light';
const CUSTOMER = { id: 'buyer-7', firstName: 'Hanako', lastName: 'Yamada', email: 'hanako@example.com' };
const SUM = { amount: 8420, currency: 'USD' };
const ATTENTION = { status: 'needsAttention', code: 'contradicting-message' };

/** A store that shows the messages it keeps. */
class OpenStore extends MemoryStore {
  readonly kept: NonNullable<Change['message']>[] = [];

  override async change(change: Change) {
    const result = await super.change(change);
    if (result === 'stored' && change.message) this.kept.push(change.message);
    return result;
  }

  override async keepMessage(message: NonNullable<Change['message']>) {
    const result = await super.keepMessage(message);
    if (result === 'stored') this.kept.push(message);
    return result;
  }
}

/** A BFF with Monetix's Gate behind it, which takes everything and knows what `books` says. */
class MonetixTill extends Till {
  books: object | undefined;
  readonly sales: unknown[] = [];
  readonly own: LogEntry[] = [];
  readonly messages: OpenStore['kept'];

  constructor(options: Partial<BffOptions> = { clientAddress: () => '203.0.113.9' }) {
    const [clock, store] = [new Clock(), new OpenStore()];
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      const { general } = JSON.parse(init.body as string) as { general: { payment_id: string } };
      if (url.endsWith('/sale')) {
        this.sales.push(general);
        return new Response(JSON.stringify({ ...RECEIPT, payment_id: general.payment_id }));
      }
      if (!this.books) throw new TypeError('network');
      return new Response(await signed(JSON.stringify(this.books)));
    };
    const log = (entry: LogEntry) => this.own.push(entry);
    super({ clock, store, options: { providers: [provider({ fetch, now: clock.now, log })], ...options } });
    this.messages = store.kept;
  }

  /** A session whose buyer has chosen WebMoney. */
  async chosen(): Promise<{ id: string; attempt: string }> {
    const id = await this.open({ customer: CUSTOMER });
    await this.confirm(id, { method: LIGHT });
    return { id, attempt: await this.attempt(id) };
  }

  async paidFor(operation: object = {}): Promise<{ id: string; attempt: string }> {
    const made = await this.chosen();
    expect((await this.tell(made.attempt, operation)).status).to.equal(200);
    return made;
  }

  async callback(body: object): Promise<Answer> {
    return this.call('/webhooks/monetix', { method: 'POST', body: await signed(JSON.stringify(body)) });
  }

  tell(attempt: string, operation: object, payment: object = {}): Promise<Answer> {
    return this.callback(callbackOf(attempt, operation, payment));
  }
}

function callbackOf(attempt: string, operation: object, payment: object = {}) {
  return {
    project_id: 238,
    payment: { id: attempt, type: 'purchase', status: 'success', method: 'webmoney-light', sum: SUM, ...payment },
    operation: { id: 1, type: 'sale', status: 'success', sum_initial: SUM, ...operation },
  };
}

describe('monetix behind the BFF: money that was taken back', () => {
  for (const [type, status] of [
    ['reversal', 'reversed'],
    ['reversal', 'partially reversed'],
    ['cancel', 'cancelled'],
    ['cancel', 'success'],
  ] as const) {
    it(`by a ${type}, payment ${status}: the shop has to look`, async () => {
      const till = new MonetixTill();
      const { id, attempt } = await till.paidFor();
      expect((await till.session(id)).status).to.equal('succeeded');
      for (let times = 0; times < 3; times += 1) {
        expect((await till.tell(attempt, { id: 2, type }, { status })).status).to.equal(200);
      }
      expect(await till.session(id)).to.include(ATTENTION);
      expect((await till.record(id)).attempts[0]).to.include({ status: 'succeeded' });
      expect(till.messages).to.have.length(2);
      expect(till.logged).to.deep.include({
        level: 'warn',
        event: 'provider-message',
        provider: 'monetix',
        outcome: 'doubtful',
        effect: 'needsAttention',
      });
    });

    it(`by a ${type}, payment ${status}: heard of before the sale`, async () => {
      const till = new MonetixTill();
      const { id, attempt } = await till.chosen();
      await till.tell(attempt, { id: 2, type }, { status });
      await till.tell(attempt, {});
      expect(await till.session(id)).to.include(ATTENTION);
      expect((await till.record(id)).attempts[0]).to.include({ status: 'succeeded' });
    });
  }

  it('is not taken back by what failed or is not over, which is kept', async () => {
    const till = new MonetixTill();
    const { id, attempt } = await till.paidFor();
    const before = await till.record(id);
    for (const type of ['reversal', 'cancel']) {
      for (const status of ['decline', 'processing', 'internal error', 'brand new']) {
        expect((await till.tell(attempt, { id: 2, type, status })).status).to.equal(200);
      }
    }
    expect(await till.record(id)).to.deep.equal(before);
    expect(till.messages).to.have.length(1 + 8);
  });
});

describe('monetix behind the BFF: operations that tell nothing of the end', () => {
  const types = ['auth', 'capture', 'recurring', 'account verification', 'payment confirmation', 'brand new'];

  it('are kept once and leave a paid session as it is', async () => {
    const till = new MonetixTill();
    const { id, attempt } = await till.paidFor();
    const before = await till.record(id);
    for (const type of [...types, ...types]) {
      expect((await till.tell(attempt, { id: 2, type })).status).to.equal(200);
    }
    expect((await till.tell(attempt, { id: 3 }, { type: 'credit' })).status).to.equal(200);
    expect(await till.record(id)).to.deep.equal(before);
    expect(till.messages).to.have.length(1 + types.length + 1);
  });

  it('leave a session that is not settled to the status question', async () => {
    for (const type of types) {
      const till = new MonetixTill();
      const { id, attempt } = await till.chosen();
      await till.tell(attempt, { id: 2, type });
      expect(till.messages).to.have.length(1);
      expect((await till.session(id)).status).to.equal('pending');
      till.books = callbackOf(attempt, {});
      till.clock.pass(60);
      await till.bff.sweep();
      expect((await till.session(id)).status, type).to.equal('succeeded');
    }
  });

  it('that belong to nothing here are kept and told to the log, without anything personal', async () => {
    const till = new MonetixTill();
    const bodies = [
      callbackOf('unheard-of', { type: 'reversal' }),
      { project_id: 238, customer: { id: 'buyer-7', email: 'hanako@example.com' }, recurring: { id: 1 } },
    ];
    for (const body of [...bodies, ...bodies]) expect((await till.callback(body)).status).to.equal(200);
    expect(till.messages).to.have.length(2);
    const lines = till.logged.filter(({ effect }) => effect === 'unknown-attempt');
    expect(lines).to.have.length(4);
    expect(JSON.stringify(till.logged)).not.to.match(/buyer-7|hanako|unheard-of/);
    const { id: _, ...payment } = callbackOf('', {}).payment;
    expect((await till.callback({ project_id: 238, payment })).status).to.equal(400);
    expect(till.logged).to.deep.include({
      level: 'warn',
      event: 'provider-message',
      provider: 'monetix',
      code: 'message-invalid',
    });
  });
});

describe('monetix behind the BFF: a buyer without an address', () => {
  it('is not said to be declined, and the shop’s engineer is told', async () => {
    const till = new MonetixTill({});
    const { id } = await till.chosen();
    expect(await till.session(id)).to.deep.include({
      status: 'open',
      lastFailure: { method: LIGHT, code: 'provider-refused', providerCode: 'ip-address-missing' },
    });
    expect(till.sales).to.deep.equal([]);
    expect(till.own).to.deep.equal([
      {
        level: 'error',
        event: 'provider-start',
        provider: 'monetix',
        code: 'ip-address-missing',
        configure: 'clientAddress',
      },
    ]);
  });

  it('is one of whom nothing that can be read is known', async () => {
    const till = new MonetixTill({ clientAddress: () => 'unknown' });
    const { id } = await till.chosen();
    expect(await till.session(id)).to.have.nested.property('lastFailure.code', 'provider-refused');
    expect(till.own).to.have.length(1);
  });

  it('is none whose address the shop told', async () => {
    const till = new MonetixTill({});
    const id = await till.open({ customer: { ...CUSTOMER, ipAddress: '198.51.100.47' } });
    await till.confirm(id, { method: LIGHT });
    expect(till.sales).to.have.length(1);
    expect(till.own).to.deep.equal([]);
  });
});

describe('monetix behind the BFF: a number that comes late', () => {
  const numbered = (number: string) => ({ provider: { id: 1082, payment_id: number } });
  const reference = async (till: MonetixTill, id: string) => (await till.record(id)).attempts[0]?.reference;

  it('is written down, once', async () => {
    const till = new MonetixTill();
    const { id, attempt } = await till.paidFor(numbered(''));
    expect(await reference(till, id)).to.equal(undefined);
    const before = await till.record(id);
    await till.tell(attempt, numbered('1592901328'));
    const after = await till.record(id);
    const [known] = before.attempts;
    expect(after).to.deep.equal({
      ...before,
      rev: before.rev + 1,
      attempts: [{ ...known, reference: '1592901328' }],
    });
    await till.tell(attempt, numbered('1592901328'));
    expect(await till.record(id)).to.deep.equal(after);
    expect(till.messages).to.have.length(1);
  });

  it('never takes the place of another', async () => {
    const till = new MonetixTill();
    const { id, attempt } = await till.paidFor(numbered('1592901328'));
    await till.tell(attempt, numbered('1592901399'));
    expect(await reference(till, id)).to.equal('1592901328');
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('is written down of a decline too', async () => {
    const till = new MonetixTill();
    const { id, attempt } = await till.chosen();
    await till.tell(attempt, { status: 'decline', code: '20000' }, { status: 'decline' });
    await till.tell(attempt, { status: 'decline', code: '20000', ...numbered('77') }, { status: 'decline' });
    expect(await reference(till, id)).to.equal('77');
    expect((await till.session(id)).status).to.equal('open');
  });

  it('of a try that failed is not that of the payment', async () => {
    const till = new MonetixTill();
    const { id, attempt } = await till.paidFor(numbered(''));
    const failed = { id: 2, status: 'decline', ...numbered('66') };
    await till.tell(attempt, failed, { status: 'awaiting customer' });
    expect(await reference(till, id)).to.equal(undefined);
    await till.tell(attempt, numbered('77'), { status: 'partially refunded' });
    expect(await reference(till, id)).to.equal('77');
    expect((await till.session(id)).status).to.equal('succeeded');
  });
});
