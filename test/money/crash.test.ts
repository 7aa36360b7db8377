import { expect } from '@open-wc/testing';
import type { PayoutCreatedAnswer } from '../../src/contract/payout.js';
import type { Refund } from '../../src/contract/refund.js';
import type { Amount } from '../../src/contract/money.js';
import type { ConfirmRequest } from '../../src/contract/requests.js';
import { Crash, FrailProcess } from '../bff/frail.js';
import { checkRules } from '../bff/rules.js';
import { paid, refund, usd, yen } from './buyer.js';
import type { PayWay } from './buyer.js';
import {
  AMAZON,
  ATM,
  AU_PAY,
  BANK,
  choose,
  enterCode,
  oweBody,
  owed,
  pageOf,
  POST_BANK,
  receive,
  seen,
  shownCode,
  takeCash,
  Z_PURSE,
} from './recipient.js';
import { agree } from './sums.js';
import { SBPS, Town } from './town.js';

interface Story {
  name: string;
  /** With a healthy server, before. */
  before?(town: Town): Promise<unknown>;
  /** With the server that stops somewhere in it. */
  play(town: Town): Promise<unknown>;
  /** With the next one. */
  after(town: Town): Promise<unknown>;
}

const PART = 420;

/** The shop makes the refund in SBPS's tool, where it can't be made otherwise. */
async function byHand(town: Town): Promise<void> {
  const token = town.sbps.payments()[0]?.token ?? '';
  await town.form(`${SBPS}/tool/refund`, { token, amount: String(PART) });
  await town.form(`${SBPS}/tool/process`, { token });
}

/** A refund whose server stops: asked for again with its key, and settled by a look into the books where need be. */
function refunding(way: PayWay, money: (value: number) => Amount): Story {
  const ask = (town: Town) => town.shop('/orders/order-1/refunds', { amount: money(PART) }, 'the-refund');
  const inBooks = ({ monetix, sbps }: Town) => (monetix.books()[0]?.refunded ?? 0) + (sbps.books()[0]?.refunded ?? 0);
  return {
    name: `a refund of a ${way} payment`,
    before: (town) => paid(town, way, money(8420)),
    async play(town) {
      await ask(town);
      await town.deliver();
    },
    async after(town) {
      const { id } = await refund(town, money(PART), 'order-1', 'the-refund');
      await town.pass(20, 3);
      await town.days(2);
      const made = await refund(town, money(PART), 'order-1', 'the-refund');
      expect(made.id).to.equal(id);
      expect(inBooks(town), 'made once at most').to.be.oneOf([0, PART]);
      if (made.status === 'manual') await byHand(town);
      const outcome = inBooks(town) === PART ? 'succeeded' : 'declined';
      if (made.status === 'unknown' || made.status === 'manual')
        await town.read<Refund>(`/orders/order-1/refunds/${id}`, { outcome });
      expect((await refund(town, money(PART), 'order-1', 'the-refund')).status).to.equal(outcome);
    },
  };
}

/** Does what the recipient has to do, if anything, and lets it arrive. */
async function arrive(town: Town, id: string, wish: ConfirmRequest & { protectionDays?: number }): Promise<void> {
  await town.pass(20, 6);
  if (wish.method === ATM.method) await takeCash(town, id);
  if (wish.method === AMAZON.method) await receive(town, await pageOf(town, id), 'ticket-1', 'amazon');
  if (wish.method === AU_PAY.method) await receive(town, await pageOf(town, id), 'ticket-1', 'au-pay');
  if (wish.protectionDays !== undefined) await enterCode(town, await shownCode(town, id));
  await town.days(3);
  expect(await seen(town, id)).to.equal('succeeded');
  const made = [...town.gmo.deposits(), ...town.monetix.payouts()];
  expect(made, 'made once').to.have.length(1);
}

/** A payout that the shop sends itself. */
function sending(name: string, amount: Amount, destination: ConfirmRequest & { protectionDays?: number }): Story {
  const send = (town: Town) => town.shop('/payouts', oweBody(amount, { destination }), 'the-payout');
  return {
    name: `a payout, ${name}`,
    async play(town) {
      await send(town);
      await town.deliver();
    },
    async after(town) {
      const { id } = JSON.parse((await send(town)).text) as PayoutCreatedAnswer;
      await arrive(town, id, destination);
    },
  };
}

/** A payout whose recipient chooses. */
function choosing(name: string, amount: Amount, wish: ConfirmRequest): Story {
  let id = '';
  return {
    name: `a recipient’s choice, ${name}`,
    before: async (town) => (id = await owed(town, amount)),
    async play(town) {
      await town.till.confirm(id, wish, 'the-press');
      await town.deliver();
    },
    async after(town) {
      expect((await town.till.confirm(id, wish, 'the-press')).status).to.equal(200);
      await arrive(town, id, wish);
    },
  };
}

/** A payout that is called back. */
function callingBack(name: string, wish: ConfirmRequest): Story {
  let id = '';
  return {
    name: `calling back, ${name}`,
    async before(town) {
      id = await owed(town, yen(12_000));
      await choose(town, id, wish);
    },
    play: (town) => town.till.cancel(id, 'attempt'),
    async after(town) {
      await town.pass(20, 6);
      if ((await seen(town, id)) === 'pending') await town.till.cancel(id, 'attempt');
      expect(await seen(town, id)).to.equal('open');
      await choose(town, id, BANK);
      await town.days(3);
      expect(await seen(town, id)).to.equal('succeeded');
    },
  };
}

const stories: Story[] = [
  refunding('light', usd),
  refunding('classic', usd),
  refunding('alipay', yen),
  refunding('webmoney', yen),
  sending('WebMoney', usd(8420), Z_PURSE),
  sending('WebMoney under a code', usd(8420), { ...Z_PURSE, protectionDays: 10 }),
  sending('bank', yen(12_000), BANK),
  sending('Japan Post Bank', yen(12_000), POST_BANK),
  sending('ATM', yen(12_000), ATM),
  sending('Amazon', yen(12_000), AMAZON),
  sending('au PAY', yen(12_000), AU_PAY),
  choosing('WebMoney', usd(8420), Z_PURSE),
  choosing('bank', yen(12_000), BANK),
  choosing('ATM', yen(12_000), ATM),
  choosing('Amazon', yen(12_000), AMAZON),
  choosing('au PAY', yen(12_000), AU_PAY),
  callingBack('bank', BANK),
  callingBack('ATM', ATM),
  callingBack('au PAY', AU_PAY),
];

/** Plays a story with the server stopping there. @returns false when it went through: there is no later place */
async function playWithStop(story: Story, at: number, effect: 'before' | 'after'): Promise<boolean> {
  const town = new Town();
  await story.before?.(town);
  let calls = 0;
  const process = new FrailProcess(() => ((calls += 1) === at ? effect : undefined));
  town.till = town.boot(process);
  await story.play(town).catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });
  town.till = town.boot();
  await story.after(town);
  await agree(town);
  for (const record of await town.store.recent(9)) if (record.purpose === 'payment') checkRules(record);
  return process.stopped;
}

describe('money: a server that stops between a provider’s answer and its own commit, or anywhere else', () => {
  for (const story of stories) {
    it(`in ${story.name}: never twice, and all sums agree`, async () => {
      let stops = 0;
      for (let at = 1, more = true; more; at += 1) {
        for (const effect of ['before', 'after'] as const) {
          more = await playWithStop(story, at, effect).catch((error: unknown) => {
            throw new Error(`${effect} call ${at}: ${error instanceof Error ? error.message : ''}`, { cause: error });
          });
          if (more) stops += 1;
        }
      }
      expect(stops).to.be.greaterThan(3);
    });
  }
});
