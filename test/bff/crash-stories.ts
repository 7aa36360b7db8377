import type { NextAction } from '../../src/contract/next-action.js';
import { REDIRECT } from './fake-provider.js';
import type { FakeEvent, FakeProvider } from './fake-provider.js';
import { codeOf, sessionOf, START_MS } from './till.js';
import type { Till } from './till.js';

/** @throws Error saying what is not so */
export function check(right: boolean, what: string): void {
  if (!right) throw new Error(what);
}

/** What happens in a process that stops, and in the one that is started after it. */
export interface Story {
  name: string;
  /** What kind of provider it is. */
  provider?(provider: FakeProvider): void;
  /** In a healthy process, before. */
  before?(till: Till, id: string): Promise<void>;
  /** In the process that is going to stop. @returns true when it went through to its end. */
  play(till: Till, id: string): Promise<boolean>;
  /** In the next process: throws unless everything is as it should be. */
  after(till: Till, id: string): Promise<void>;
}

/** The provider takes the buyer's money for whatever it has in its books, and tells nobody by itself. */
function payAll(provider: FakeProvider): number {
  const started = [...provider.books.keys()];
  for (const attempt of started) provider.decide(attempt, 'success', { type: 'paid' });
  return started.length;
}

async function sweeps(till: Till, turns: number, everySeconds: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    till.clock.pass(everySeconds);
    await till.bff.sweep();
  }
}

const KEY = 'the-press';

/** No question for the status, and a step that ends after ten minutes. */
function silently(provider: FakeProvider): void {
  provider.askAfterMs = undefined;
  provider.nextAction = { ...REDIRECT, deadline: new Date(START_MS + 600_000).toISOString() } as NextAction;
}

/** A part, then the rest. @returns true when both were acknowledged */
async function bothParts(till: Till, id: string): Promise<boolean> {
  const attempt = await till.attempt(id);
  const outcome: FakeEvent['outcome'] = { type: 'pending', received: { value: 8000, currency: 'USD' } };
  const part = await till.webhook({ attempt, key: 'part', outcome });
  return part.status === 200 && (await till.paid(attempt)).status === 200;
}

/** The browser got no answer and presses again; then the buyer pays and no callback comes. */
async function paidOnce(till: Till, id: string): Promise<void> {
  await sweeps(till, 4, 20);
  const again = await till.confirm(id, undefined, KEY);
  check(again.status === 200, `the same press again: ${again.status} ${again.status === 200 ? '' : codeOf(again)}`);
  check(sessionOf(again).status === 'pending', 'an attempt is under way');
  check((await till.record(id)).attempts.length === 1, 'there is one attempt');
  check(payAll(till.provider) === 1, `the provider has one payment, not ${till.provider.books.size}`);
  await sweeps(till, 12, 60);
  const { status } = await till.session(id);
  check(status === 'succeeded', `the money counts: ${status}`);
}

/** A confirm during which starts go like this, and one sweep after it. */
const confirmWhile = (trouble: 'lost' | 'down') => async (till: Till, id: string) => {
  till.provider.startsGo = trouble;
  await till.confirm(id, undefined, KEY);
  till.provider.startsGo = 'well';
  till.clock.pass(10);
  await till.bff.sweep();
  return (await till.confirm(id, undefined, KEY)).status === 200;
};

/** What may be interrupted, by providers of each kind. */
export const stories: Story[] = [
  {
    name: 'a confirm',
    play: async (till, id) => (await till.confirm(id, undefined, KEY)).status === 200,
    after: paidOnce,
  },
  { name: 'a confirm whose start is lost, then a sweep', play: confirmWhile('lost'), after: paidOnce },
  { name: 'a confirm that never gets there, then a start by a sweep', play: confirmWhile('down'), after: paidOnce },
  {
    name: 'a callback, which the provider sends until it is acknowledged',
    before: async (till, id) => void (await till.confirm(id)),
    play: async (till, id) => (await till.paid(await till.attempt(id))).status === 200,
    async after(till, id) {
      check((await till.paid(await till.attempt(id))).status === 200, 'acknowledged in the end');
      const record = await till.record(id);
      check(record.state.status === 'succeeded', `the money counts: ${record.state.status}`);
      check(record.rev === 4, `it counts once: rev ${record.rev}`);
    },
  },
  {
    name: 'a sweep at the end of a session',
    async before(till, id) {
      await till.confirm(id);
      till.clock.pass(3600);
    },
    async play(till, id) {
      await till.bff.sweep();
      return (await till.call(`/sessions/${id}`)).status === 200;
    },
    async after(till, id) {
      await till.bff.sweep();
      const expired = await till.record(id);
      check(expired.state.status === 'expired', `it has ended: ${expired.state.status}`);
      payAll(till.provider);
      await sweeps(till, 3, 86_400);
      const { state } = await till.record(id);
      check(state.status === 'needsAttention' && state.code === 'paid-late', `late money is seen: ${state.status}`);
    },
  },
  {
    name: 'a confirm by a provider that can not be asked',
    provider: silently,
    play: async (till, id) => (await till.confirm(id, undefined, KEY)).status === 200,
    async after(till, id) {
      await sweeps(till, 2, 20);
      const session = sessionOf(await till.confirm(id, undefined, KEY));
      check(session.status === 'pending' && session.nextAction.type === 'redirect', 'the buyer knows what to do');
      check((await till.record(id)).attempts.length === 1, 'there is one attempt');
      await till.paid(await till.attempt(id));
      check((await till.session(id)).status === 'succeeded', 'the money counts');
      check(till.provider.asks.length === 0, 'nobody was asked');
    },
  },
  {
    name: 'a buyer’s return and the deadline after it, by a provider that can not be asked',
    provider: silently,
    before: async (till, id) => void (await till.confirm(id)),
    async play(till, id) {
      const back = await till.comeBack(await till.attempt(id), 'success');
      till.clock.pass(700);
      await till.bff.sweep();
      return back.status === 303 && (await till.get(id)).status === 200;
    },
    async after(till, id) {
      await sweeps(till, 2, 700);
      const { state } = await till.record(id);
      const doubt = state.status === 'needsAttention' && state.code === 'unconfirmed';
      check(doubt || state.status === 'open', `it has ended: ${state.status}`);
      await till.paid(await till.attempt(id));
      const { state: last } = await till.record(id);
      const late = last.status === 'needsAttention' && last.code === 'paid-late';
      check(doubt ? late : last.status === 'succeeded', `late money is seen: ${last.status}`);
      check(
        (await till.store.due(Number.MAX_SAFE_INTEGER, 9)).every((one) => one.id !== id),
        'nothing is due',
      );
    },
  },
  {
    name: 'a payment in two parts, each told until it is acknowledged',
    before: async (till, id) => void (await till.confirm(id)),
    play: bothParts,
    async after(till, id) {
      check(await bothParts(till, id), 'acknowledged in the end');
      const session = await till.session(id);
      check(session.status === 'succeeded' && !session.received, `it is whole: ${session.status}`);
    },
  },
  {
    name: 'a confirm whose start is lost, by a provider that tells a step only once',
    provider: (provider) => (provider.tellsStepsOnce = true),
    play: confirmWhile('lost'),
    async after(till, id) {
      await sweeps(till, 4, 20);
      const again = await till.confirm(id, undefined, KEY);
      check(again.status === 200, `the same press again: ${again.status}`);
      let session = await till.session(id);
      if (session.status === 'open') session = sessionOf(await till.confirm(id, undefined, 'another-press'));
      check(session.status === 'pending' && session.nextAction.type === 'redirect', `can be paid: ${session.status}`);
      till.provider.decide(await till.attempt(id), 'success', { type: 'paid' });
      await sweeps(till, 12, 60);
      check((await till.session(id)).status === 'succeeded', 'the money counts');
      const [first, other] = (await till.record(id)).attempts;
      if (!first || !other) return;
      await till.paid(first.id);
      check((await till.session(id)).status === 'needsAttention', 'nor is money for the lost one lost');
    },
  },
];
