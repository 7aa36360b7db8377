import { checkMoney, checkSettled } from './money-rules.js';
import { Shop } from './shop.js';
import type { MoneyLife } from './shop.js';
import { agree } from './sums.js';

const TURNS = 24;

/**
 * A shop with orders, refunds and payouts at all its providers at once: several people act at the same time, at two
 * servers that stop at any call and are started again, with providers that lose answers, repeat, reorder and delay what
 * they tell. Then everything gets its time.
 *
 * @param seed of the dice; ids and the order in which keys and digests are ready are not thrown by them
 * @throws Error when a rule is broken, or when in the end our sums are not those of the providers' books
 */
export async function moneyLife(seed: number): Promise<MoneyLife & { crashes: number }> {
  const shop = new Shop(seed);
  const { life, town } = shop;
  await shop.order();
  await shop.owe();
  const people = [
    () => shop.order(),
    () => shop.owe(),
    ...Array.from({ length: 6 }, () => () => shop.buy()),
    ...Array.from({ length: 3 }, () => () => shop.refund()),
    ...Array.from({ length: 3 }, () => () => shop.receive()),
    () => shop.recall(),
    () => shop.deliver(),
    () => shop.deliver(),
    () => shop.servers.sweep(),
  ];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const several = Array.from({ length: shop.pick(1, 2, 3, 4) }, () => shop.pick(...people));
    life.moves += several.length;
    await Promise.all(several.map((act) => act()));
    if (shop.roll() < 0.15) await shop.faults();
    // Time does not leap while a call is under way: every call has its timeout.
    if (shop.roll() < 0.4) await shop.time(shop.pick(1, 16, 16, 61, 700, 5000, 90_000));
    if (shop.roll() < 0.1) await shop.byHand();
    checkMoney(town, await shop.records());
  }

  shop.calm = true;
  await shop.faults();
  for (let round = 0; round < 150 && !(await shop.isQuiet()); round += 1) {
    await shop.byHand();
    await shop.receive();
    await shop.time(round < 10 ? 600 : 86_400);
  }
  const records = await shop.records();
  checkMoney(town, records);
  await checkSettled(town, records);
  await agree(town);

  for (const { purpose, state, attempts, refunds = [] } of records) {
    const succeeded = attempts.filter(({ status }) => status === 'succeeded').length;
    if (purpose === 'payment') life.paid += succeeded;
    else {
      life.payouts += 1;
      life.sent += succeeded;
      life.back += attempts.length - succeeded;
    }
    life.refunds += refunds.filter(({ status }) => status === 'succeeded').length;
    life.attention += state.status === 'needsAttention' ? 1 : 0;
  }
  return { ...life, crashes: shop.servers.crashes };
}
