import { expect } from '@open-wc/testing';
import { MemoryStore } from '../../src/bff/store/memory.js';
import { REDIRECT } from './fake-provider.js';
import { codeOf, Till } from './till.js';

describe('POST /webhooks/{provider}', () => {
  it('ends a session that was paid, and keeps when and the number', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    const paidAtMs = till.clock.ms - 2000;
    const answer = await till.paid(attempt, { outcome: { type: 'paid', paidAtMs } });
    expect([answer.status, answer.text]).to.deep.equal([200, 'stored']);
    expect(await till.session(id)).to.deep.include({
      status: 'succeeded',
      method: 'fake:page',
      reference: 'R1',
      paidAt: '2026-11-21T05:25:58.000Z',
    });
    expect((await till.record(id)).attempts[0]).to.include({ status: 'succeeded', askAtMs: undefined });
  });

  it('opens a session that was declined, with the reason', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    await till.declined(attempt);
    expect(await till.session(id)).to.deep.include({
      status: 'open',
      lastFailure: { method: 'fake:page', code: 'declined', providerCode: '100' },
    });
  });

  it('pushes what the buyer has to do', async () => {
    const till = new Till();
    till.provider.nextAction = { type: 'wait' };
    const { id, attempt } = await till.pending();
    await till.webhook({ attempt, key: 'k', outcome: { type: 'pending', nextAction: REDIRECT } });
    const session = await till.session(id);
    expect(session.status === 'pending' && session.nextAction).to.deep.equal(REDIRECT);
  });

  it('takes a replayed message for done', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    await till.declined(attempt);
    await till.confirm(id);
    const before = await till.record(id);
    const replay = await till.declined(attempt);
    expect(replay.status).to.equal(200);
    expect(await till.record(id)).to.deep.equal(before);
  });

  it('counts many copies at once as one', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    const rev = (await till.record(id)).rev;
    const answers = await Promise.all(Array.from({ length: 10 }, () => till.paid(attempt)));
    expect(answers.every(({ status }) => status === 200)).to.equal(true);
    expect(await till.record(id)).to.deep.include({ rev: rev + 1, state: { status: 'succeeded', attempt } });
  });

  const bodies: [string, BodyInit, Record<string, string>, number][] = [
    ['is no JSON', '<xml/>', { 'X-Signature': 'good' }, 400],
    ['is empty', '', { 'X-Signature': 'good' }, 400],
    ['is signed with another key', '{"attempt":"ATTEMPT","outcome":{"type":"paid"}}', { 'X-Signature': 'bad' }, 400],
    ['is not signed', '{"attempt":"ATTEMPT","outcome":{"type":"paid"}}', {}, 400],
    ['is 5 MB long', 'x'.repeat(5_000_000), { 'X-Signature': 'good' }, 413],
    ['is just too long', ' '.repeat(256 * 1024 + 1), { 'X-Signature': 'good' }, 413],
  ];
  for (const [what, text, headers, status] of bodies) {
    it(`refuses a body that ${what} and changes nothing`, async () => {
      const till = new Till();
      const { id, attempt } = await till.pending();
      const before = await till.record(id);
      const body = typeof text === 'string' ? text.replace('ATTEMPT', attempt) : text;
      const answer = await till.call('/webhooks/fake', { method: 'POST', body, headers });
      expect(answer.status).to.equal(status);
      expect(await till.record(id)).to.deep.equal(before);
      expect((await till.paid(attempt)).status, 'the real one still counts').to.equal(200);
      expect((await till.session(id)).status).to.equal('succeeded');
    });
  }

  it('stops reading a body without a length as soon as it is too long', async () => {
    const till = new Till();
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const request = new Request('https://pay.shop.example/reji/webhooks/fake', { method: 'POST' });
    Object.defineProperty(request, 'body', { value: body });
    const response = await till.bff(request);
    expect(response.status).to.equal(413);
    expect(pulled).to.be.below(10);
  });

  it('acknowledges a message about an unknown payment and keeps it', async () => {
    const till = new Till();
    expect((await till.paid('never-heard-of')).status).to.equal(200);
    const kept = { provider: 'fake', key: 'never-heard-of/never-heard-of-paid', raw: '', receivedAtMs: 0 };
    expect(await till.store.keepMessage(kept)).to.equal('duplicate');
    expect(till.logged.find(({ effect }) => effect === 'unknown-attempt')).to.include({ level: 'warn' });
  });

  it('keeps a message that changes nothing', async () => {
    const till = new Till();
    const { attempt } = await till.pending();
    await till.paid(attempt);
    await till.paid(attempt, { key: 'again', outcome: { type: 'pending' } });
    const kept = { provider: 'fake', key: `${attempt}/again`, raw: '', receivedAtMs: 0 };
    expect(await till.store.keepMessage(kept)).to.equal('duplicate');
  });

  it('knows no other providers', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    const answer = await till.post('/webhooks/other', { attempt }, { 'X-Signature': 'good' });
    expect([answer.status, codeOf(answer)]).to.deep.equal([404, 'provider-unknown']);
    expect((await till.session(id)).status).to.equal('pending');
  });

  it('acknowledges nothing that it could not store', async () => {
    const store = new MemoryStore();
    const till = new Till({ store });
    const { id, attempt } = await till.pending();
    const change = store.change.bind(store);
    store.change = () => Promise.reject(new Error('disk full: secret order of hanako@example.com'));
    const answer = await till.paid(attempt);
    expect([answer.status, codeOf(answer)]).to.deep.equal([500, 'internal']);
    expect(answer.text + JSON.stringify(till.logged)).not.to.contain('hanako');
    store.change = change;
    await till.paid(attempt);
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('logs no id that opens a session, and nobody’s data', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    await till.comeBack(attempt, 'success');
    await till.paid(attempt);
    await till.bff.sweep();
    const log = JSON.stringify(till.logged);
    expect(till.logged.length).to.be.above(4);
    for (const secret of [id, attempt, 'hanako', 'buyer-7', 'key-of-the-shop']) expect(log).not.to.contain(secret);
  });
});
