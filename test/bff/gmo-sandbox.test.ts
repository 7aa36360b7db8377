import { expect } from '@open-wc/testing';
import type { Attempt } from '../../src/bff/record.js';
import type { GmoOptions } from '../../src/bff/providers/gmo-options.js';
import type { GmoSandboxOptions } from '../../src/sandbox/gmo-options.js';
import { createGmoSandbox, type GmoSandbox } from '../../src/sandbox/gmo.js';
import { attempt, CLEAN, DAY_MS, NOW_MS, POST_ACCOUNT, provider, said, SHOP, start } from './gmo-case.js';

const SANDBOX = 'https://gmo.example';
const FUNDS = 100_000;
const YEN = 12_000;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** The provider and the sandbox, each the other's network; time is a number. */
class Counter {
  nowMs = NOW_MS;
  readonly sandbox: GmoSandbox;
  readonly gmo: ReturnType<typeof provider>;
  #attempts = 0;

  constructor(options: Partial<GmoOptions> = {}, sandboxed: Partial<GmoSandboxOptions> = {}) {
    const now = () => this.nowMs;
    const fetch = (url: string, init: RequestInit) => this.sandbox(new Request(url, init));
    this.gmo = provider({ apiUrl: SANDBOX, now, fetch, ...options });
    this.sandbox = createGmoSandbox({
      publicUrl: SANDBOX,
      shops: [{ shopId: SHOP.shopId, shopPass: SHOP.shopPassword, funds: FUNDS }],
      now,
      setTimer: () => 0,
      clearTimer: () => undefined,
      ...sandboxed,
    });
  }

  /** A new attempt and how its start ended. */
  async begin(change: Partial<Attempt> = {}, value = YEN) {
    this.#attempts += 1;
    const id = LETTERS.charAt(this.#attempts) + LETTERS.slice(1);
    const one = { id, startedAtMs: this.nowMs, ...change };
    return { outcome: await this.start(one, value), one: attempt(one) };
  }

  start(one: Partial<Attempt>, value = YEN) {
    return this.gmo.start(start(one, { amount: { value, currency: 'JPY' } }));
  }

  /** What GMO-PG says of an attempt whose start was answered. */
  async ask(one: Attempt): Promise<string> {
    return said(await this.gmo.ask({ ...one, status: 'waiting' }));
  }

  async days(days: number): Promise<void> {
    for (let day = 0; day < days; day += 1) {
      this.nowMs += DAY_MS;
      await this.sandbox.runDue();
    }
  }

  /** Yen that have left, and yen that are spoken for, fees left out. */
  sums() {
    const { paid } = this.sandbox.books(SHOP.shopId);
    const open = this.sandbox.deposits().filter(({ state }) => ['offered', 'registered', 'made'].includes(state));
    return {
      paid: Object.values(paid).reduce((sum, one) => sum + one, 0),
      open: open.reduce((sum, { amount }) => sum + amount, 0),
    };
  }

  async page(url: string, form?: Record<string, string>): Promise<Response> {
    const { pathname, search } = new URL(url, SANDBOX);
    const init = form && { method: 'POST', body: new URLSearchParams(form) };
    const response = await this.sandbox(new Request(`${SANDBOX}${pathname}${search}`, init));
    const next = response.headers.get('location');
    return response.status === 303 && next !== null ? this.page(next) : response;
  }

  /** Answers the question of a link's page. @returns the address that the recipient then has */
  async answered(url: string, code1: string): Promise<string> {
    const body = new URLSearchParams({ code1 });
    const response = await this.sandbox(new Request(url, { method: 'POST', body }));
    return response.headers.get('location') ?? '';
  }
}

describe('gmo provider and sandbox', () => {
  for (const encoding of ['json', 'idPass'] as const) {
    it(`a transfer arrives (${encoding})`, async () => {
      const counter = new Counter({ encoding });
      for (const input of [CLEAN, POST_ACCOUNT]) {
        const { outcome, one } = await counter.begin({ input });
        expect(outcome.type).to.equal('started');
        expect(await counter.ask(one)).to.equal('pending');
        await counter.days(2);
        expect(await counter.ask(one)).to.equal('paid');
      }
      expect(counter.sums()).to.deep.equal({ paid: 2 * YEN, open: 0 });
      expect(await counter.gmo.payouts.balance?.()).to.deep.equal({ value: FUNDS - 2 * (YEN + 270), currency: 'JPY' });
    });

    it(`is refused and sent back with reasons (${encoding})`, async () => {
      const counter = new Counter({ encoding });
      const code = async (input: Partial<typeof CLEAN>, value = YEN) => {
        const { outcome } = await counter.begin({ input: { ...CLEAN, ...input } }, value);
        return outcome.type === 'refused' ? outcome.code : outcome.type;
      };
      expect(await code({ bankCode: '4321' })).to.equal('branch-unknown');
      expect(await code({ branchCode: '999' })).to.equal('branch-unknown');
      expect(await code({}, FUNDS)).to.equal('balance-too-low');
      const back = async (accountNumber: string) => {
        const { one } = await counter.begin({ input: { ...CLEAN, accountNumber } });
        await counter.days(2);
        return counter.ask(one);
      };
      expect(await back('0000001')).to.equal('declined account-not-found');
      expect(await back('0000002')).to.equal('declined account-name-mismatch');
      expect(await back('0000005')).to.equal('declined account-closed');
      expect(counter.sums()).to.deep.equal({ paid: 0, open: 0 });
      expect(await counter.gmo.payouts.balance?.()).to.have.property('value', FUNDS);
    });
  }

  it('a kept account is paid again by its id', async () => {
    const counter = new Counter();
    const { outcome } = await counter.begin();
    const kept = outcome.type === 'started' ? outcome.account : undefined;
    if (!kept) return expect.fail('no account was kept');
    const one = attempt({ id: `z${LETTERS.slice(1)}`, input: { saved: kept.id } });
    const again = await counter.gmo.start(start(one, { amount: { value: YEN, currency: 'JPY' }, kept }));
    expect(again).to.deep.include({ type: 'started', account: kept });
    expect(await counter.ask(one)).to.equal('pending');
    expect(counter.sandbox.accounts()).to.have.length(1);
  });

  it('answers that are lost after GMO-PG acted never pay twice', async () => {
    for (const method of ['gmo:bank-account', 'gmo:au-pay', 'gmo:seven-bank-atm']) {
      for (const losses of [1, 2, 3]) {
        const counter = new Counter();
        await counter.sandbox.setFaults({ loseAnswers: losses });
        const input = method === 'gmo:bank-account' ? CLEAN : {};
        const { outcome, one } = await counter.begin({ method, input });
        let started = outcome.type === 'started';
        for (let turn = 0; turn < 6 && !started; turn += 1) {
          const answer = said(await counter.gmo.ask(one));
          started = answer === 'pending' || (answer === 'not-found' && (await counter.start(one)).type === 'started');
        }
        expect(started, `${method}, ${losses} lost`).to.equal(true);
        expect(counter.sandbox.deposits()).to.have.length(1);
        expect(counter.sums()).to.deep.equal({ paid: 0, open: YEN });
      }
    }
  });

  it('a transfer is called back while it can be', async () => {
    const counter = new Counter();
    const early = await counter.begin();
    expect(await counter.gmo.payouts.cancel?.(early.one)).to.equal('canceled');
    expect(await counter.gmo.payouts.cancel?.(early.one), 'pressed twice').to.equal('canceled');
    expect(await counter.ask(early.one)).to.equal('declined canceled-by-buyer');
    const late = await counter.begin();
    counter.nowMs += 2 * 3_600_000;
    await counter.sandbox.runDue();
    expect(await counter.gmo.payouts.cancel?.(late.one)).to.equal('too-late');
    await counter.days(2);
    expect(await counter.ask(late.one)).to.equal('paid');
    expect(counter.sums()).to.deep.equal({ paid: YEN, open: 0 });
  });

  it('Amazon and au PAY credit their balance on pages of their own', async () => {
    const counter = new Counter();
    const forms = {
      '/amazon': ['gmo:amazon-gift-card', { email: 'a@b.jp', password: 'sandbox' }],
      '/au-pay': ['gmo:au-pay', {}],
    } as const;
    for (const [path, [method, form]] of Object.entries(forms)) {
      const { outcome, one } = await counter.begin({ method, input: {} });
      const url = outcome.type === 'started' && outcome.nextAction.type === 'redirect' ? outcome.nextAction.url : '';
      expect(await counter.ask(one)).to.equal('pending');
      expect((await counter.page(url, { code1: 'wrong' })).status).to.equal(400);
      const known = new URL(await counter.answered(url, 'ticket-77'), SANDBOX);
      const response = await counter.page(`${path}${known.search}`, form);
      expect(response.status).to.equal(200);
      expect(await response.text()).to.include(`/returns/gmo?attempt=`);
      expect(await counter.ask(one)).to.equal('paid');
      expect(await counter.gmo.payouts.cancel?.(one)).to.equal('too-late');
    }
    expect(counter.sums()).to.deep.equal({ paid: 2 * YEN, open: 0 });
  });

  for (const atmNumbers of ['in-answer', 'on-page'] as const) {
    it(`numbers open the machine (${atmNumbers})`, async () => {
      const counter = new Counter({}, { atmNumbers });
      const { outcome, one } = await counter.begin({ method: 'gmo:seven-bank-atm', input: {} });
      let action = outcome.type === 'started' ? outcome.nextAction : undefined;
      if (action?.type === 'redirect') {
        expect(await counter.ask(one)).to.equal('pending');
        await counter.page(await counter.answered(action.url, 'ticket-77'), { way: 'sevenatm' });
        const answer = await counter.gmo.ask({ ...one, status: 'waiting' });
        const told = typeof answer === 'object' && answer.outcome.type === 'pending' ? answer.outcome : undefined;
        action = told?.nextAction;
      }
      if (action?.type !== 'receipt') return expect.fail(`no numbers: ${action?.type}`);
      const [partnerCode = '', customerNumber = '', confNumber = ''] = action.entries.map(({ value }) => value);
      const page = await counter.page('/atm', { partnerCode, customerNumber, confNumber, take: 'yes' });
      expect(page.status).to.equal(200);
      expect(await counter.ask(one)).to.equal('paid');
      expect(counter.sums()).to.deep.equal({ paid: YEN, open: 0 });
    });
  }

  it('money that nobody collects comes back', async () => {
    const counter = new Counter({ linkExpireDays: 7, sevenAtmTermDays: 3 });
    const link = await counter.begin({ method: 'gmo:au-pay', input: {} });
    const atm = await counter.begin({ method: 'gmo:seven-bank-atm', input: {} });
    expect(counter.sums().open).to.equal(2 * YEN);
    await counter.days(4);
    expect(await counter.ask(atm.one)).to.equal('declined not-collected');
    expect(await counter.ask(link.one)).to.equal('pending');
    await counter.days(4);
    expect(await counter.ask(link.one)).to.equal('declined not-collected');
    expect(await counter.ask(link.one), 'asked again').to.match(/^declined/);
    const called = await counter.begin({ method: 'gmo:amazon-gift-card', input: {} });
    expect(await counter.gmo.payouts.cancel?.(called.one)).to.equal('canceled');
    expect(counter.sums()).to.deep.equal({ paid: 0, open: 0 });
    expect(await counter.gmo.payouts.balance?.()).to.have.property('value', FUNDS);
  });

  it('maintenance and faults conclude nothing', async () => {
    const counter = new Counter();
    const { one } = await counter.begin();
    await counter.sandbox.setFaults({ maintenance: true });
    expect((await counter.begin()).outcome).to.deep.include({ type: 'refused', code: 'provider-unavailable' });
    expect(await counter.ask(one)).to.equal('unknown');
    expect(await counter.gmo.payouts.cancel?.(one)).to.equal('unknown');
    expect(await counter.gmo.payouts.balance?.()).to.equal('unknown');
    await counter.sandbox.setFaults({ maintenance: false, broken: 'BA1099999' });
    expect((await counter.begin()).outcome.type).to.equal('unknown');
    await counter.sandbox.setFaults({ broken: 'no' });
    expect(await counter.ask(one)).to.equal('pending');
    const wrong = new Counter({ shopPassword: 'other' });
    expect((await wrong.begin()).outcome).to.deep.include({ code: 'provider-refused', providerCode: 'BA1500002' });
  });
});
