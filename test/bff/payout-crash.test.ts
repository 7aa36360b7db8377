import { expect } from '@open-wc/testing';
import { MemoryStore } from '../../src/bff/store/memory.js';
import { FakePayer } from './fake-payer.js';
import { Crash, FrailProcess } from './frail.js';
import { PayoutDesk } from './payout-desk.js';
import { checkPayout } from './payout-rules.js';
import { BANK, PAYOUT, PURSE } from './payout-till.js';
import { Clock } from './till.js';

/** A shop, a recipient and a provider around processes that stop and are started again. */
class World {
  readonly clock = new Clock();
  readonly payer = new FakePayer(this.clock.now);
  readonly store = new MemoryStore();
  id = '';

  boot(strike: () => 'before' | 'after' | undefined = () => undefined): PayoutDesk {
    return new PayoutDesk(new FrailProcess(strike), { store: this.store, payer: this.payer, now: this.clock.now });
  }

  async record() {
    const [record] = await this.store.recent(9);
    if (!record) throw new Error('there is no payout');
    return record;
  }

  async attempt(): Promise<string> {
    return (await this.record()).attempts.at(-1)?.id ?? '';
  }

  async sweeps(desk: PayoutDesk, turns: number, everySeconds: number): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) {
      this.clock.pass(everySeconds);
      await desk.sweep();
    }
  }

  /** The provider sends the money and tells it, until that is stored. */
  async arrives(desk: PayoutDesk): Promise<unknown> {
    const attempt = await this.attempt();
    this.payer.decide(attempt, 'success', { type: 'paid' });
    return desk.tell(this.payer.message(attempt, 'success', { type: 'paid' }));
  }
}

interface Story {
  name: string;
  /** In a healthy process, before. */
  before?(world: World, desk: PayoutDesk): Promise<unknown>;
  /** In the process that stops somewhere in it. */
  play(world: World, desk: PayoutDesk): Promise<unknown>;
  /** In the next one. */
  after(world: World, desk: PayoutDesk): Promise<unknown>;
}

const owed = async (world: World, desk: PayoutDesk) => (world.id = (await desk.create(PAYOUT, 'the-payout')).id);
const guarded = { ...PAYOUT, destination: { ...PURSE, protectionDays: 3 } };
const chosen = async (world: World, desk: PayoutDesk) => {
  await owed(world, desk);
  await desk.confirm(world.id, 'press', BANK);
};

/** The money is out once, the shop knows, and nothing is left to do. */
async function paidOnce(world: World, desk: PayoutDesk): Promise<void> {
  await world.sweeps(desk, 5, 20);
  expect(world.payer.books.size, 'payouts at the provider').to.equal(1);
  await world.arrives(desk);
  expect((await world.record()).state.status).to.equal('succeeded');
  expect(world.payer.out).to.equal(PAYOUT.amount.value);
}

const stories: Story[] = [
  {
    name: 'a payout to where the shop says',
    play: (_world, desk) => desk.create(guarded, 'the-payout'),
    async after(world, desk) {
      await desk.create(guarded, 'the-payout');
      expect(await world.store.recent(9)).to.have.length(1);
      await paidOnce(world, desk);
    },
  },
  {
    name: 'a choice whose start does not arrive, and a sweep after it',
    before: owed,
    async play(world, desk) {
      world.payer.startsGo = 'down';
      await desk.confirm(world.id, 'press', BANK);
      world.payer.startsGo = 'well';
      world.clock.pass(20);
      await desk.sweep();
    },
    async after(world, desk) {
      world.payer.startsGo = 'well';
      await world.sweeps(desk, 2, 20);
      await desk.confirm(world.id, 'press', BANK);
      expect((await world.record()).attempts).to.have.length(1);
      await paidOnce(world, desk);
    },
  },
  {
    name: 'the news that the money is there',
    before: chosen,
    play: (world, desk) => world.arrives(desk),
    async after(world, desk) {
      await world.arrives(desk);
      await paidOnce(world, desk);
      expect(await world.store.accountsOf('buyer-7')).to.have.property('fake');
    },
  },
  {
    name: 'calling it back, and choosing again',
    before: chosen,
    async play(world, desk) {
      world.clock.pass(20);
      await desk.cancel(world.id, 'attempt');
      await desk.confirm(world.id, 'another', PURSE);
    },
    async after(world, desk) {
      await world.sweeps(desk, 4, 20);
      if ((await world.record()).state.status === 'open') await desk.confirm(world.id, 'another', PURSE);
      const { attempts } = await world.record();
      await world.sweeps(desk, 4, 20);
      await world.arrives(desk);
      const { state } = await world.record();
      expect(state.status, JSON.stringify(attempts)).to.equal('succeeded');
      expect(world.payer.sent.size).to.equal(1);
    },
  },
  {
    name: 'the shop calling it back',
    before: (_world, desk) => desk.create(guarded, 'the-payout'),
    async play(world, desk) {
      world.clock.pass(20);
      await desk.shopCancel((await world.record()).id);
    },
    async after(world, desk) {
      await world.sweeps(desk, 4, 20);
      const { state, id } = await world.record();
      if (state.status === 'pending') await desk.shopCancel(id);
      expect((await world.record()).state.status).to.match(/canceled|failed/);
      expect(world.payer.out).to.equal(0);
    },
  },
  {
    name: 'the news that the money came back',
    async before(world, desk) {
      await chosen(world, desk);
      await world.arrives(desk);
    },
    async play(world, desk) {
      const attempt = await world.attempt();
      world.payer.decide(attempt, 'back', { type: 'declined', code: 'account-closed' });
      await desk.tell(world.payer.message(attempt, 'back', { type: 'declined', code: 'account-closed' }));
    },
    async after(world, desk) {
      await world.sweeps(desk, 2, 86_400);
      const { state } = await world.record();
      expect(state).to.deep.include({ status: 'open' });
      expect(world.payer.out).to.equal(0);
    },
  },
  {
    name: 'showing the code',
    before: (_world, desk) => desk.create(guarded, 'the-payout'),
    play: async (world, desk) => desk.code((await world.record()).id, 'press'),
    async after(world, desk) {
      const { id } = await world.record();
      expect(await desk.code(id, 'press')).to.equal(world.payer.codes.get(await world.attempt()));
      const other = await desk.code(id, 'another').catch((error: Error) => error.message);
      expect(other).to.equal('code-already-shown');
      await world.sweeps(desk, 3, 300);
      expect((await world.record()).attempts[0]?.protection?.code).to.equal(undefined);
    },
  },
];

/** Plays a story with the process stopping there. @returns false when it went through: there is no later place. */
async function playWithStop(story: Story, at: number, effect: 'before' | 'after'): Promise<boolean> {
  const world = new World();
  await story.before?.(world, world.boot());
  let calls = 0;
  const desk = world.boot(() => ((calls += 1) === at ? effect : undefined));
  await story.play(world, desk).catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });
  await story.after(world, world.boot());
  checkPayout(await world.record(), world.payer);
  return desk.process.stopped;
}

describe('a payout whose process is stopped and started again', () => {
  for (const story of stories) {
    it(`survives that anywhere in ${story.name}`, async () => {
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
