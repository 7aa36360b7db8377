import { expect } from '@open-wc/testing';
import type { BalanceAnswer, PayoutAnswer } from '../../src/contract/payout.js';
import type { OrderListAnswer, OrderSession } from '../../src/contract/requests.js';
import { SHOP_ID, Town } from './town.js';
import type { TownOptions } from './town.js';

/** Integer minor units by provider, currency and which way the money went: `in`, `back` or `out`. */
type Sums = Record<string, number>;

function add(sums: Sums, key: string, value: number): void {
  if (value !== 0) sums[key] = (sums[key] ?? 0) + value;
}

const providerOf = (method: string) => method.slice(0, method.indexOf(':'));

/** Every session, as the shop's server is told of them. */
export async function sessionsOf(town: Town): Promise<OrderSession[]> {
  const all: OrderSession[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const page: OrderListAnswer = await town.read(`/orders?limit=200${next && `&before=${next}`}`);
    all.push(...page.sessions);
    next = page.next;
  }
  return all;
}

/** What our store says has moved. */
export function ourSums(sessions: readonly OrderSession[]): Sums {
  const sums: Sums = {};
  for (const { purpose, amount, attempts, refunds } of sessions) {
    for (const { method, received, status } of attempts) {
      const { value, currency } = received ?? amount;
      const way = purpose === 'payout' ? 'out' : 'in';
      if (status === 'succeeded') add(sums, `${providerOf(method)} ${currency} ${way}`, value);
    }
    for (const refund of refunds) {
      const { value, currency } = refund.amount;
      if (refund.status === 'succeeded') add(sums, `${providerOf(refund.method)} ${currency} back`, value);
    }
  }
  return sums;
}

/** What the sandboxes' own books say. */
export function theirSums({ monetix, sbps, gmo }: Town): Sums {
  const sums: Sums = {};
  for (const { currency, moneyIn, refunded, paidOut } of monetix.books()) {
    add(sums, `monetix ${currency} in`, moneyIn);
    add(sums, `monetix ${currency} back`, refunded);
    add(sums, `monetix ${currency} out`, paidOut);
  }
  for (const { paid, refunded } of sbps.books()) {
    add(sums, 'sbps JPY in', paid);
    add(sums, 'sbps JPY back', refunded);
  }
  for (const value of Object.values(gmo.books(SHOP_ID).paid)) add(sums, 'gmo JPY out', value);
  return sums;
}

/** What the provider's books say was given back of one attempt's payment, in minor units. */
export function givenBack({ monetix, sbps }: Town, attempt: string): number {
  const refunds = monetix.payments().find(({ paymentId }) => paymentId === attempt)?.refunds ?? [];
  const made = refunds.filter(({ status }) => status === 'success').reduce((sum, { amount }) => sum + amount, 0);
  return made + (sbps.books().find(({ orderId }) => orderId === attempt)?.refunded ?? 0);
}

/** Our books are those of the providers, to the last unit, whichever way the shop asks. */
export async function agree(town: Town): Promise<void> {
  const sessions = await sessionsOf(town);
  const [ours, theirs] = [ourSums(sessions), theirSums(town)];
  expect(ours, `we say ${JSON.stringify(ours)}, the books ${JSON.stringify(theirs)}`).to.deep.equal(theirs);
  for (const { id, purpose, status, attempts, orderId } of sessions) {
    if (purpose === 'payment') continue;
    const payout = await town.read<PayoutAnswer>(`/payouts/${id}`);
    expect(payout).to.deep.include({ id, status, attempts, orderId });
  }
  const { balances } = await town.read<BalanceAnswer>('/balance');
  const { available } = town.gmo.books(SHOP_ID);
  expect(balances).to.deep.equal([{ provider: 'gmo', available: { value: available, currency: 'JPY' } }]);
}

/** What people type in or are called, and keys: nothing of it belongs into a log. */
const SECRETS = ['12093', '38479008342', '377094062589', 'hanako', 'Yamada', 'secret', 'ｼﾞﾕﾝ'];

/** A test in a town of its own, in whose end all sums agree. */
export function path(name: string, play: (town: Town) => Promise<unknown>, options: TownOptions = {}): void {
  it(name, async () => {
    const town = new Town(options);
    await play(town);
    await agree(town);
    const log = JSON.stringify(town.logged);
    for (const secret of SECRETS) expect(log, 'the log').to.not.contain(secret);
  });
}
