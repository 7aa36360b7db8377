import { check } from './crash-stories.js';
import type { Story } from './crash-stories.js';
import { FakeRefunds } from './fake-refunds.js';
import { API_KEY, codeOf } from './till.js';
import type { Till } from './till.js';

const PART = 1000;

async function paid(till: Till, id: string): Promise<void> {
  await till.confirm(id);
  await till.paid(await till.attempt(id));
}

/** Asks for a part of the money, always with the same key. @returns true when there is a refund */
async function asked(till: Till, id: string): Promise<boolean> {
  const { order } = await till.record(id);
  const headers = { Authorization: `Bearer ${API_KEY}`, 'Idempotency-Key': 'the-refund' };
  const body = { amount: { value: PART, currency: 'USD' } };
  const answer = await till.post(`/orders/${order.id}/refunds`, body, headers);
  if (answer.status >= 500) return false;
  check(answer.status === 201, `asked for again: ${answer.status === 201 ? '' : codeOf(answer)}`);
  return true;
}

async function settle(till: Till, id: string, outcome: string): Promise<void> {
  const { order, refunds = [] } = await till.record(id);
  const path = `/orders/${order.id}/refunds/${refunds[0]?.id ?? ''}`;
  await till.post(path, { outcome }, { Authorization: `Bearer ${API_KEY}` });
}

async function days(till: Till, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    till.clock.pass(7200);
    await till.bff.sweep();
  }
}

/** One refund, made once at most, and our sum is that of the books. */
async function agree(till: Till, id: string): Promise<void> {
  const attempt = await till.attempt(id);
  const books = till.provider.refunds;
  const { refunds = [] } = await till.record(id);
  check(refunds.length === 1, `one refund, not ${refunds.length}`);
  check((books?.starts.length ?? 0) <= 1, 'sent once at most');
  const ours = refunds
    .filter(({ status }) => status === 'succeeded')
    .reduce((sum, { amount }) => sum + amount.value, 0);
  check(ours === books?.sum(attempt), `we say ${ours}, the books ${books?.sum(attempt)}: ${refunds[0]?.status ?? ''}`);
  const shown = (await till.session(id)).status;
  check(shown === (ours === 0 ? 'succeeded' : 'partiallyRefunded'), `shown as ${shown}`);
}

function giving(refunds: Partial<FakeRefunds>): Story['provider'] {
  return (provider) => (provider.refunds = Object.assign(new FakeRefunds(), refunds));
}

/** The provider makes what it has taken. */
function makeAll({ provider }: Till): void {
  for (const one of provider.refunds?.operations ?? []) one.status = 'succeeded';
}

/** Refunds that may be interrupted, by providers of each kind. */
export const refundStories: Story[] = [
  {
    name: 'a refund at a provider that can be asked',
    provider: giving({}),
    before: paid,
    play: asked,
    async after(till, id) {
      makeAll(till);
      check(await asked(till, id), 'the same request again');
      await days(till, 14);
      const status = (await till.record(id)).refunds?.[0]?.status;
      if (status === 'unknown') await settle(till, id, till.provider.refunds?.starts.length ? 'succeeded' : 'declined');
      await agree(till, id);
    },
  },
  {
    name: 'a refund at a provider that can not be asked',
    provider: giving({ ask: undefined, go: 'done' }),
    before: paid,
    play: asked,
    async after(till, id) {
      check(await asked(till, id), 'the same request again');
      await days(till, 1);
      if ((await till.record(id)).refunds?.[0]?.status === 'unknown') {
        await settle(till, id, till.provider.refunds?.operations.length ? 'succeeded' : 'declined');
      }
      await agree(till, id);
    },
  },
  {
    name: 'a question about a refund whose answer was lost, and the message of it',
    provider: giving({ go: 'lost' }),
    async before(till, id) {
      await paid(till, id);
      await asked(till, id);
      makeAll(till);
    },
    async play(till, id) {
      till.clock.pass(60);
      await till.bff.sweep();
      return told(till, id);
    },
    async after(till, id) {
      check(await told(till, id), 'acknowledged in the end');
      await days(till, 2);
      check((await till.record(id)).refunds?.[0]?.status === 'succeeded', 'it is known to be made');
      await agree(till, id);
    },
  },
];

/** The message of the refund. @returns true when it was acknowledged */
async function told(till: Till, id: string): Promise<boolean> {
  const books = till.provider.refunds;
  const [made] = books?.operations ?? [];
  if (!books || !made) return true;
  const { key, refund } = books.message(made);
  const attempt = await till.attempt(id);
  return (await till.webhook({ attempt, key, refund, outcome: { type: 'pending' } })).status === 200;
}
