import type { Bff } from '../../src/bff/handler.js';
import type { SessionRecord } from '../../src/bff/record.js';
import { MemoryStore } from '../../src/bff/store/memory.js';
import type { Store } from '../../src/bff/store/store.js';
import type { CreateSessionAnswer } from '../../src/contract/requests.js';
import type { MonetixFaults } from '../../src/sandbox/monetix-faults.js';
import { dice } from '../bff/dice.js';
import { checkRules } from '../bff/rules.js';
import { BFF, CLASSIC, LIGHT, MONETIX, Stack, WMID } from './stack.js';

/** The store over a network whose answers take now long, now short: what is under way at once gets mixed up. */
function unsteady(store: Store, roll: () => number): Store {
  const wait = async () => {
    for (let turns = Math.floor(roll() * 40); turns > 0; turns -= 1) await Promise.resolve();
  };
  return new Proxy(store, {
    get: (whole, name) => {
      const value: unknown = Reflect.get(whole, name, whole);
      if (typeof value !== 'function') return value;
      const method = value as (...values: unknown[]) => unknown;
      if (name === 'subscribe') return method.bind(whole);
      return async (...values: unknown[]) => {
        await wait();
        const answer = await method.apply(whole, values);
        await wait();
        return answer;
      };
    },
  });
}

/** The rules, and one more: without parts and doubts only a payment calls for a person. */
function check(record: SessionRecord): void {
  checkRules(record);
  const { state, attempts } = record;
  const money = attempts.some(({ status }) => status === 'succeeded');
  if (!money && state.status === 'needsAttention') throw new Error(`nothing came in: ${JSON.stringify(record)}`);
}

/**
 * One session in the hands of two BFF processes, a buyer who presses anything at any time, and a Monetix that loses,
 * doubles and reorders its callbacks; everything at once and drawn by lot.
 */
export async function chaos(seed: number, store: Store = new MemoryStore()): Promise<SessionRecord> {
  const roll = dice(seed);
  const pick = <T>(...all: T[]): T => all[Math.floor(roll() * all.length)] as T;
  const stack = new Stack({
    origin: 'https://shop.example',
    store: unsteady(store, roll),
    // Callbacks go when a turn of the dice says so.
    sandbox: { setTimer: () => 0, clearTimer: () => undefined },
  });
  const other: Bff = stack.process();
  const created = await stack.create({}, { id: `H-${seed}` });
  const { id } = JSON.parse(created.text) as CreateSessionAnswer;
  let press = 0;

  const ask = async (path: string, init: RequestInit) => {
    const request = new Request(BFF + path, init);
    await (roll() < 0.5 ? other(request) : stack.bff(request)).then((answer) => answer.text());
  };
  const post = (path: string, body: unknown) => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': `press-${(press += roll() < 0.8 ? 1 : 0)}`,
    };
    return ask(`/sessions/${id}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  const atMonetix = async (path: string, more: Record<string, string>) => {
    const payment = pick(...stack.sandbox.payments());
    if (!payment) return;
    const form = { operation: String(payment.operationId), token: payment.token, lang: 'en', wmid: WMID, ...more };
    await stack.sandbox(new Request(MONETIX + path, { method: 'POST', body: new URLSearchParams(form) }));
  };
  const moves: (() => Promise<unknown>)[] = [
    () => post('/confirm', { method: LIGHT }),
    () => post('/confirm', { method: CLASSIC, input: { wmid: WMID } }),
    () => post('/cancel', { scope: 'attempt' }),
    () => (roll() < 0.15 ? post('/cancel', { scope: 'session' }) : ask(`/sessions/${id}`, {})),
    () => atMonetix('/keeper/answer', { answer: pick('pay', 'refuse') }),
    () => atMonetix('/webmoney/answer', { answer: pick('success', 'decline', 'cancel') }),
    () => stack.sandbox.deliverDue(),
    () => stack.sandbox.deliverDue(),
    () => stack.sweep(),
    () => other.sweep(),
    async () => {
      const attempt = pick(...(await stack.record(id)).attempts)?.id ?? 'none';
      await ask(`/returns/monetix?attempt=${attempt}&hint=${pick('success', 'decline', 'return')}`, {});
    },
    () =>
      stack.sandbox.setFaults({
        duplicate: pick(1, 2, 3),
        reorder: roll() < 0.4,
        lose: pick<MonetixFaults['lose']>('none', 'none', 'redirect', 1),
        answerLost: roll() < 0.3,
      }),
    () => Promise.resolve(roll() < 0.3 ? (stack.crash(), stack.start()) : stack.pass(pick(1, 15, 60, 600))),
  ];

  try {
    for (let turn = 0; turn < 14; turn += 1) {
      // Several at once; a process that was cut off in the middle answers with an error.
      await Promise.allSettled(Array.from({ length: pick(1, 3, 6) }, () => pick(...moves)()));
      check(await stack.record(id));
    }
    await stack.sandbox.setFaults({ duplicate: 1, reorder: false, lose: 'none', answerLost: false });
    for (let turn = 0; turn < 12; turn += 1) {
      await stack.sandbox.deliverDue();
      stack.pass(turn < 8 ? 700 : 86_400);
      await Promise.all([stack.sweep(), other.sweep()]);
      check(await stack.record(id));
    }
    const record = await stack.record(id);
    for (const { paymentId, status } of stack.sandbox.payments()) {
      const known = record.attempts.find((attempt) => attempt.id === paymentId)?.status;
      if (status === 'success' && known !== 'succeeded') throw new Error(`Monetix has the money, we say ${known}`);
    }
    const last = record.state.status;
    if (last === 'pending' || last === 'open') throw new Error(`it never ends: ${last}`);
    if (stack.tooEarly.length > 0) throw new Error('asked sooner than 10 s after the sale');
    return record;
  } finally {
    await other.close();
    stack.end();
  }
}
