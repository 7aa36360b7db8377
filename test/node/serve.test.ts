import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { MemoryStore } from '../../src/bff/store/memory.js';
import { clientAddress, serveBff } from '../../src/node/serve-bff.js';
import type { ServedBff } from '../../src/node/serve-bff.js';
import { API_KEY, opened, ORDER, SHOP, Till } from '../bff/till.js';

let store: MemoryStore;
let till: Till;
let served: ServedBff;

beforeEach(async () => {
  store = new MemoryStore();
  till = new Till({ store, options: { clientAddress, heartbeatMs: 20 } });
  served = await serveBff({ bff: till.bff, sweepEveryMs: 10 });
});
afterEach(() => served.close());

/** Waits for something that is about to happen; the runner's own limit ends it otherwise. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setImmediate(resolve));
}

async function listen(id: string, signal?: AbortSignal) {
  const response = await fetch(`${served.url}/sessions/${id}/events`, signal ? { signal } : {});
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.ok(reader);
  let text = '';
  return {
    /** Reads on until the text has come. */
    async read(wanted: string): Promise<string> {
      while (!text.includes(wanted)) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`ended before ${wanted}`);
        text += value;
      }
      return text;
    },
    async end(): Promise<void> {
      while (!(await reader.read()).done);
    },
  };
}

describe('serveBff', () => {
  it('answers over HTTP, with our clock', async () => {
    const headers = { Authorization: `Bearer ${API_KEY}`, 'Content-Type': 'application/json' };
    const response = await fetch(`${served.url}/sessions`, { method: 'POST', headers, body: JSON.stringify(ORDER) });
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('date'), 'Sat, 21 Nov 2026 05:26:00 GMT');
    const { id } = (await response.json()) as { id: string };
    const read = await fetch(`${served.url}/sessions/${id}`, { headers: { Origin: SHOP } });
    assert.equal(read.headers.get('access-control-allow-origin'), SHOP);
    assert.equal(opened(await read.text()).session.status, 'open');
  });

  it('gives the provider the buyer’s address', async () => {
    const id = await till.open();
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'k' };
    const body = '{"method":"fake:page"}';
    const response = await fetch(`${served.url}/sessions/${id}/confirm`, { method: 'POST', headers, body });
    assert.equal(response.status, 200);
    assert.equal(till.provider.starts[0]?.ipAddress, '127.0.0.1');
  });

  it('streams events as they happen', async () => {
    const { id, attempt } = await till.pending();
    const events = await listen(id);
    await events.read('id: 3\n');
    await events.read('\n:\n');
    await till.paid(attempt);
    await events.read('id: 4\n');
    await events.end();
  });

  it('notices that a browser has gone', async () => {
    const id = await till.open();
    const leaving = new AbortController();
    const events = await listen(id, leaving.signal);
    await events.read('id: 1\n');
    assert.equal(store.subscriptions, 1);
    leaving.abort();
    await until(() => store.subscriptions === 0);
  });

  it('notices that a connection broke', async () => {
    const id = await till.open();
    const socket = connect(served.port, '127.0.0.1');
    socket.write(`GET /sessions/${id}/events HTTP/1.1\r\nHost: x\r\n\r\n`);
    await until(() => store.subscriptions === 1);
    socket.destroy();
    await until(() => store.subscriptions === 0);
  });

  it('asks the providers without anybody asking for it', async () => {
    const { id, attempt } = await till.pending();
    till.provider.decide(attempt, 'success', { type: 'paid' });
    const heard = new Promise<void>((resolve) => store.subscribe(id, resolve));
    till.clock.pass(10);
    await heard;
    await until(() => till.provider.asks.length === 1);
  });

  it('refuses a body of 5 MB and goes on', async () => {
    const body = 'x'.repeat(5_000_000);
    const status = await fetch(`${served.url}/webhooks/fake`, { method: 'POST', body }).then(
      (response) => response.status,
      () => 'connection closed',
    );
    assert.ok(status === 413 || status === 'connection closed', String(status));
    assert.equal((await fetch(`${served.url}/healthz`)).status, 200);
  });

  it('ends streams and finishes what is under way when it closes', async () => {
    const id = await till.open();
    const events = await listen(id);
    await events.read('id: 1\n');
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'k' };
    const body = '{"method":"fake:page"}';
    let closing: Promise<void> | undefined;
    till.provider.duringStart = async () => {
      closing = served.close();
      await events.end();
    };
    const response = await fetch(`${served.url}/sessions/${id}/confirm`, { method: 'POST', headers, body });
    assert.equal(response.status, 200);
    await response.text();
    await closing;
    assert.equal((await till.record(id)).attempts[0]?.status, 'waiting');
    await assert.rejects(fetch(`${served.url}/healthz`));
    assert.equal(served.close(), served.close(), 'closing twice is closing once');
  });

  it('says when the port is taken', async () => {
    await assert.rejects(serveBff({ bff: till.bff, port: served.port }), /EADDRINUSE/);
  });
});

describe('clientAddress', () => {
  it('reads an IPv4 address that came through IPv6', () => {
    const from = (ip?: string) => clientAddress(Object.assign(new Request('http://127.0.0.1/'), { ip }));
    assert.equal(from('::ffff:203.0.113.9'), '203.0.113.9');
    assert.equal(from('2001:db8::1'), '2001:db8::1');
    assert.equal(from(), undefined);
  });
});
