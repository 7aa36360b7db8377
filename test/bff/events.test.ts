import { expect } from '@open-wc/testing';
import { MemoryStore } from '../../src/bff/store/memory.js';
import type { Session } from '../../src/contract/session.js';
import { arriving, codeOf, opened, SHOP, Till } from './till.js';

/** Timers that ring when a test says so. */
class HandTimers {
  readonly waiting = new Map<number, { run: () => void; delayMs: number }>();
  #next = 1;

  set(run: () => void, delayMs: number): number {
    this.#next += 1;
    this.waiting.set(this.#next, { run, delayMs });
    return this.#next;
  }

  clear(handle: unknown): void {
    this.waiting.delete(handle as number);
  }

  ring(): void {
    const due = [...this.waiting.values()];
    this.waiting.clear();
    for (const { run } of due) run();
  }
}

/** Reads a stream block by block. */
class Listener {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = '';

  constructor(readonly response: Response) {
    if (!response.body) throw new Error('no stream');
    this.#reader = response.body.getReader();
  }

  /** The next block of lines; undefined at the end of the stream. */
  async block(): Promise<string | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        return block;
      }
      const { done, value } = await this.#reader.read();
      if (done) return undefined;
      this.#text += this.#decoder.decode(value, { stream: true });
    }
  }

  /** The next event, comments left out; undefined at the end of the stream. */
  async event(): Promise<{ id: string; session: Session } | undefined> {
    for (;;) {
      const block = await this.block();
      if (block === undefined) return undefined;
      const [, id = '', data = ''] = /^id: (.*)\ndata: (.*)$/.exec(block) ?? [];
      if (data) return { id, session: opened(data).session };
    }
  }

  cancel(): Promise<void> {
    return this.#reader.cancel();
  }
}

interface Setup {
  till: Till;
  store: MemoryStore;
  timers: HandTimers;
  listen: (
    id: string,
    headers?: Record<string, string>,
    more?: { query?: string; signal?: AbortSignal },
  ) => Promise<Listener>;
}

function setup(maxAttempts = 10): Setup {
  const store = new MemoryStore();
  const timers = new HandTimers();
  const till = new Till({ store, options: { timers, maxAttempts, heartbeatMs: 15_000 } });
  return {
    till,
    store,
    timers,
    async listen(id, headers = {}, { query = '', signal } = {}) {
      const init = { headers: { Origin: SHOP, ...headers }, ...(signal && { signal }) };
      return new Listener(await till.bff(arriving(`/sessions/${id}/events${query}`, init)));
    },
  };
}

describe('GET /sessions/{id}/events', () => {
  it('sends the session at once, and each change as it happens, up to the end', async () => {
    const { till, store, timers, listen } = setup();
    const { id, attempt } = await till.pending();
    const listener = await listen(id);
    expect(Object.fromEntries(listener.response.headers)).to.include({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'access-control-allow-origin': SHOP,
    });
    expect(await listener.block()).to.equal('retry: 2000');
    const first = await listener.event();
    expect(first).to.include({ id: '3' });
    expect(first?.session).to.include({ rev: 3, status: 'pending' });
    await till.declined(attempt);
    expect((await listener.event())?.session).to.include({ rev: 4, status: 'open' });
    await till.confirm(id);
    const revs = [(await listener.event())?.session.rev];
    await till.paid(await till.attempt(id));
    let last = await listener.event();
    for (; last && last.session.status !== 'succeeded'; last = await listener.event()) revs.push(last.session.rev);
    expect(revs).to.deep.equal([...revs].sort());
    expect(last?.session.status).to.equal('succeeded');
    expect(await listener.event(), 'the stream ends').to.equal(undefined);
    expect([store.subscriptions, timers.waiting.size]).to.deep.equal([0, 0]);
  });

  it('goes on where the browser left off', async () => {
    const { till, listen } = setup();
    const { id, attempt } = await till.pending();
    const up = [await listen(id, { 'Last-Event-ID': '3' }), await listen(id, {}, { query: '?after=3' })];
    const behind = await listen(id, { 'Last-Event-ID': '2' }, { query: '?after=3' });
    expect((await behind.event())?.id, 'the header counts').to.equal('3');
    await till.paid(attempt);
    for (const listener of [...up, behind]) expect((await listener.event())?.id).to.equal('4');
  });

  for (const strange of ['', '-1', '1e9', 'abc', '9'.repeat(40)]) {
    it(`takes "${strange.slice(0, 5)}" for nothing known`, async () => {
      const { till, listen } = setup();
      const listener = await listen(await till.open(), { 'Last-Event-ID': strange });
      expect((await listener.event())?.id).to.equal('1');
      await listener.cancel();
    });
  }

  it('tells a browser that knows the end not to come again', async () => {
    const { till } = setup();
    const { id, attempt } = await till.pending();
    await till.paid(attempt);
    const answer = await till.call(`/sessions/${id}/events`, { headers: { 'Last-Event-ID': '4' } });
    expect([answer.status, answer.text]).to.deep.equal([204, '']);
    const late = await till.call(`/sessions/${id}/events`, { headers: { 'Last-Event-ID': '3' } });
    expect(late.text).to.contain('id: 4');
  });

  it('refuses as the other routes do', async () => {
    const { till } = setup();
    const id = await till.open();
    expect((await till.call('/sessions/nothing/events')).status).to.equal(404);
    const evil = { headers: { Origin: 'https://evil.example' } };
    expect((await till.call(`/sessions/${id}/events`, evil)).status).to.equal(403);
  });

  it('shows that it lives, and looks at the session meanwhile', async () => {
    const { till, timers, listen } = setup();
    const { id, attempt } = await till.pending();
    const listener = await listen(id);
    await listener.event();
    expect([...timers.waiting.values()].map(({ delayMs }) => delayMs)).to.deep.equal([15_000]);
    timers.ring();
    expect(await listener.block()).to.equal(':');
    till.provider.decide(attempt, 'success', { type: 'paid' });
    till.clock.pass(15);
    timers.ring();
    const seen: (string | undefined)[] = [];
    for (let event = await listener.event(); event; event = await listener.event()) seen.push(event.session.status);
    expect(seen.at(-1)).to.equal('succeeded');
    expect(till.provider.asks).to.have.length(1);
  });

  it('sends what a callback says while the provider is being asked', async () => {
    const { till, timers, listen } = setup();
    const { id, attempt } = await till.pending();
    const listener = await listen(id, { 'Last-Event-ID': '3' });
    const seen = new Promise<string | undefined>((resolve) => {
      till.provider.duringAsk = async () => {
        await till.paid(attempt);
        let status: string | undefined = 'none';
        while (status !== undefined && status !== 'succeeded') status = (await listener.event())?.session.status;
        resolve(status);
      };
    });
    till.clock.pass(10);
    timers.ring();
    expect(await seen).to.equal('succeeded');
  });

  it('finds a change whose notice got lost', async () => {
    const { till, store, timers, listen } = setup();
    const { id, attempt } = await till.pending();
    store.subscribe = () => () => undefined;
    const listener = await listen(id);
    await listener.event();
    await till.paid(attempt);
    timers.ring();
    expect((await listener.event())?.session.status).to.equal('succeeded');
  });

  it('lets go of everything when the browser leaves', async () => {
    const { till, store, timers, listen } = setup();
    const id = await till.open();
    const gone = await listen(id);
    const leaving = new AbortController();
    await listen(id, {}, { signal: leaving.signal });
    expect([store.subscriptions, timers.waiting.size]).to.deep.equal([2, 2]);
    await gone.cancel();
    expect([store.subscriptions, timers.waiting.size]).to.deep.equal([1, 1]);
    leaving.abort();
    expect([store.subscriptions, timers.waiting.size]).to.deep.equal([0, 0]);
    await till.cancel(id);
  });

  it('does not begin for a browser that has left already', async () => {
    const { till, store, timers, listen } = setup();
    await listen(await till.open(), {}, { signal: AbortSignal.abort() }).catch(() => undefined);
    expect([store.subscriptions, timers.waiting.size]).to.deep.equal([0, 0]);
  });

  it('ends when the server closes', async () => {
    const { till, store, timers, listen } = setup();
    const listener = await listen(await till.open());
    await listener.event();
    await till.bff.close();
    expect(await listener.event()).to.equal(undefined);
    expect([store.subscriptions, timers.waiting.size]).to.deep.equal([0, 0]);
  });

  it('ends when the store fails, so that the browser comes again', async () => {
    const { till, store, listen } = setup();
    const { id, attempt } = await till.pending();
    const listener = await listen(id);
    await listener.event();
    const get = store.get.bind(store);
    const record = await till.record(id);
    const broken = await listen(id, { 'Last-Event-ID': '3' });
    store.get = () => Promise.reject(new Error('gone'));
    await store.change({ record: { ...record, rev: record.rev + 1 } });
    expect(await broken.event()).to.equal(undefined);
    store.get = get;
    await till.paid(attempt);
    store.get = () => Promise.reject(new Error('gone'));
    const refused = await till.call(`/sessions/${id}/events`, { headers: { 'Last-Event-ID': '3' } });
    expect([refused.status, codeOf(refused)]).to.deep.equal([500, 'internal']);
    store.get = get;
    const again = await listen(id, { 'Last-Event-ID': '3' });
    expect((await again.event())?.session.status).to.equal('succeeded');
  });

  it('lets a slow reader skip to the newest state', async () => {
    const { till, listen } = setup(60);
    const id = await till.open();
    const listener = await listen(id);
    for (let attempts = 0; attempts < 60; attempts += 1) {
      await till.confirm(id);
      await till.cancel(id, 'attempt');
    }
    const ids: number[] = [];
    for (let event = await listener.event(); event; event = await listener.event()) ids.push(Number(event.id));
    expect(ids.length, 'some were skipped').to.be.below((await till.record(id)).rev);
    expect(ids).to.deep.equal([...new Set(ids)].sort((a, b) => a - b));
    expect(ids.at(-1)).to.equal((await till.record(id)).rev);
  });
});
