import { expect } from '@open-wc/testing';
import { REDIRECT } from './fake-provider.js';
import type { FakeProvider } from './fake-provider.js';
import { codeOf, ISSUER, sessionOf, START_MS, Till } from './till.js';

const clean = (provider: FakeProvider): void => {
  expect(provider.violations).to.deep.equal([]);
};

describe('POST /sessions/{id}/confirm', () => {
  it('starts an attempt and gives the buyer what to do', async () => {
    const till = new Till({ options: { clientAddress: () => '203.0.113.9' } });
    const id = await till.open();
    const answer = await till.confirm(id);
    expect(answer.status).to.equal(200);
    const session = sessionOf(answer);
    expect(session).to.include({ status: 'pending', method: 'fake:page', rev: 3 });
    if (session.status !== 'pending') return;
    expect(session.nextAction.type).to.equal('redirect');
    expect(session.attempt).to.match(/^[A-Za-z0-9]{26,}$/);
    const [start] = till.provider.starts;
    expect(start).to.deep.include({
      ipAddress: '203.0.113.9',
      webhookUrl: `${ISSUER}/webhooks/fake`,
      expiresAtMs: START_MS + 3_600_000,
    });
    expect(start?.returnUrls).to.deep.equal({
      success: `${ISSUER}/returns/fake?attempt=${session.attempt}&hint=success`,
      decline: `${ISSUER}/returns/fake?attempt=${session.attempt}&hint=decline`,
      return: `${ISSUER}/returns/fake?attempt=${session.attempt}&hint=return`,
      cancel: `${ISSUER}/returns/fake?attempt=${session.attempt}&hint=cancel`,
    });
    clean(till.provider);
  });

  it('has stored the attempt before the provider hears of it', async () => {
    const till = new Till();
    const id = await till.open();
    let seen: string | undefined;
    till.provider.duringStart = async () => {
      seen = (await till.record(id)).attempts[0]?.status;
      const session = await till.session(id);
      expect(session.status === 'pending' && session.nextAction).to.deep.equal({ type: 'wait' });
    };
    await till.confirm(id);
    expect(seen).to.equal('starting');
    expect((await till.record(id)).attempts[0]?.status).to.equal('waiting');
  });

  it('needs an Idempotency-Key', async () => {
    const till = new Till();
    const id = await till.open();
    const without = await till.post(`/sessions/${id}/confirm`, { method: 'fake:page' });
    expect([without.status, codeOf(without)]).to.deep.equal([400, 'idempotency-key-missing']);
    const long = await till.confirm(id, undefined, 'k'.repeat(201));
    expect([long.status, codeOf(long)]).to.deep.equal([400, 'request-invalid']);
    expect(till.provider.starts).to.have.length(0);
  });

  it('has its effect once for the same key', async () => {
    const till = new Till();
    const id = await till.open();
    const first = await till.confirm(id, undefined, 'one-press');
    const again = await till.confirm(id, undefined, 'one-press');
    expect([first.status, again.status]).to.deep.equal([200, 200]);
    expect(sessionOf(again).rev).to.equal(sessionOf(first).rev);
    expect(till.provider.starts).to.have.length(1);
    const other = await till.confirm(id, { method: 'fake:invoice', input: { wmid: '123456789012' } }, 'one-press');
    expect([other.status, codeOf(other)]).to.deep.equal([422, 'idempotency-key-reused']);
  });

  it('answers a repeated key with the session as it is by then', async () => {
    const till = new Till();
    const id = await till.open();
    await till.confirm(id, undefined, 'one-press');
    await till.paid(await till.attempt(id));
    const again = await till.confirm(id, undefined, 'one-press');
    expect(sessionOf(again).status).to.equal('succeeded');
    expect(till.provider.starts).to.have.length(1);
  });

  it('takes the order of the answers for no difference', async () => {
    const till = new Till();
    const id = await till.open();
    const input = { wmid: '123456789012', extra: 'x' };
    await till.confirm(id, { method: 'fake:invoice', input }, 'k');
    const again = await till.confirm(id, { method: 'fake:invoice', input: { extra: 'x', wmid: input.wmid } }, 'k');
    expect(again.status).to.equal(200);
  });

  it('lets one of many confirms at once win', async () => {
    const till = new Till();
    const id = await till.open();
    const answers = await Promise.all(Array.from({ length: 8 }, () => till.confirm(id)));
    const codes = answers.map((answer) => (answer.status === 200 ? 'won' : codeOf(answer))).sort();
    expect(codes).to.deep.equal([...Array<string>(7).fill('attempt-in-progress'), 'won']);
    expect(answers.filter(({ status }) => status === 409)).to.have.length(7);
    expect(till.provider.starts).to.have.length(1);
    expect((await till.record(id)).attempts).to.have.length(1);
  });

  it('takes a double click with one key for one', async () => {
    const till = new Till();
    const id = await till.open();
    const answers = await Promise.all(Array.from({ length: 8 }, () => till.confirm(id, undefined, 'double')));
    expect(answers.map(({ status }) => status)).to.deep.equal(Array<number>(8).fill(200));
    expect(till.provider.starts).to.have.length(1);
  });

  const refusals: [string, Parameters<Till['confirm']>[1], string][] = [
    ['an unknown method', { method: 'fake:gold' }, 'method-unknown'],
    ['a method of an unknown provider', { method: 'haipay:konbini-lawson' }, 'method-unknown'],
    ['a method under maintenance', { method: 'fake:resting' }, 'method-unavailable'],
    ['a WMID of 11 digits', { method: 'fake:invoice', input: { wmid: '12345678901' } }, 'input-invalid'],
    ['a WMID with letters', { method: 'fake:invoice', input: { wmid: 'Z23456789012' } }, 'input-invalid'],
    ['a missing WMID', { method: 'fake:invoice' }, 'input-invalid'],
  ];
  for (const [what, wish, code] of refusals) {
    it(`refuses ${what} and changes nothing`, async () => {
      const till = new Till();
      const id = await till.open();
      const before = await till.record(id);
      const answer = await till.confirm(id, wish, 'k');
      expect([answer.status, codeOf(answer)]).to.deep.equal([422, code]);
      expect(answer.text).not.to.contain('23456789');
      expect(await till.record(id)).to.deep.equal(before);
      expect(till.provider.starts).to.have.length(0);
      expect((await till.confirm(id, undefined, 'k')).status, 'the key is still free').to.equal(200);
    });
  }

  it('names the answer that is wrong', async () => {
    const till = new Till();
    const answer = await till.confirm(await till.open(), { method: 'fake:invoice', input: { wmid: 'x' } });
    expect(JSON.parse(answer.text)).to.deep.include({ errors: [{ field: 'wmid', code: 'wmid-invalid' }] });
  });

  it('refuses a method that the shop did not offer', async () => {
    const till = new Till();
    const id = await till.open({ methods: ['fake:invoice'] });
    expect(codeOf(await till.confirm(id, { method: 'fake:page' }))).to.equal('method-unknown');
  });

  it('refuses after the expiry, and asks nobody', async () => {
    const till = new Till();
    const id = await till.open({ expiresInSeconds: 60 });
    till.clock.pass(60);
    const answer = await till.confirm(id);
    expect([answer.status, codeOf(answer)]).to.deep.equal([409, 'session-expired']);
    expect((await till.session(id)).status).to.equal('expired');
    expect(till.provider.starts).to.have.length(0);
  });

  it('still takes a confirm in the last millisecond', async () => {
    const till = new Till();
    const id = await till.open({ expiresInSeconds: 60 });
    till.clock.ms += 59_999;
    expect((await till.confirm(id)).status).to.equal(200);
  });

  it('refuses in every final state', async () => {
    const till = new Till();
    const paid = await till.pending();
    await till.paid(paid.attempt);
    expect(codeOf(await till.confirm(paid.id))).to.equal('session-closed');
    const canceled = await till.open({ order: { id: 'order-2', returnUrl: 'https://shop.example/' } });
    await till.cancel(canceled);
    expect(codeOf(await till.confirm(canceled))).to.equal('session-closed');
    expect(codeOf(await till.confirm('nothing'))).to.equal('session-not-found');
  });

  it('opens the session again when the provider refuses', async () => {
    const till = new Till();
    const id = await till.open();
    till.provider.startsGo = 'refused';
    const session = sessionOf(await till.confirm(id));
    expect(session).to.deep.include({
      status: 'open',
      lastFailure: { method: 'fake:page', code: 'provider-refused', providerCode: '42' },
    });
    till.provider.startsGo = 'well';
    expect(sessionOf(await till.confirm(id)).status).to.equal('pending');
  });

  for (const trouble of ['lost', 'down', 'throw'] as const) {
    it(`waits and asks when the start went: ${trouble}`, async () => {
      const till = new Till();
      const id = await till.open();
      till.provider.startsGo = trouble;
      const session = sessionOf(await till.confirm(id));
      expect(session.status === 'pending' && session.nextAction).to.deep.equal({ type: 'wait' });
      till.provider.startsGo = 'well';
      till.clock.pass(9.9);
      await till.bff.sweep();
      expect(till.provider.asks).to.deep.equal([]);
      till.clock.pass(0.1);
      await till.bff.sweep();
      expect(till.provider.asks).to.have.length(1);
      expect(till.provider.starts.map(({ attempt }) => attempt.id)).to.deep.equal(
        Array<string>(trouble === 'lost' ? 1 : 2).fill(await till.attempt(id)),
      );
      clean(till.provider);
    });
  }

  it('leaves what a message said during the start as it is', async () => {
    const till = new Till();
    const id = await till.open();
    const pushed = { type: 'invoice', wmid: '123456789012', titleAmount: { value: 8420, unit: 'WMZ' } } as const;
    till.provider.nextAction = { type: 'wait' };
    till.provider.duringStart = async () => {
      const attempt = await till.attempt(id);
      await till.webhook({ attempt, key: 'early', outcome: { type: 'pending', nextAction: pushed } });
    };
    const session = sessionOf(await till.confirm(id));
    expect(session.status === 'pending' && session.nextAction).to.deep.equal(pushed);
  });

  it('takes the step of the start where an early message named none', async () => {
    const till = new Till();
    const id = await till.open();
    till.provider.duringStart = async () => {
      const attempt = await till.attempt(id);
      await till.webhook({ attempt, key: 'early', outcome: { type: 'pending' } });
    };
    const session = sessionOf(await till.confirm(id));
    expect(session.status === 'pending' && session.nextAction).to.deep.equal(REDIRECT);
  });

  for (const [said, status] of [
    ['paid', 'succeeded'],
    ['declined', 'open'],
  ] as const) {
    it(`keeps "${said}" that arrived during the start`, async () => {
      const till = new Till();
      const id = await till.open();
      till.provider.duringStart = async () => {
        await till[said](await till.attempt(id));
      };
      expect(sessionOf(await till.confirm(id)).status).to.equal(status);
    });
  }

  it('keeps a cancel that arrived during the start', async () => {
    const till = new Till();
    const id = await till.open();
    till.provider.duringStart = async () => {
      await till.cancel(id);
    };
    expect(sessionOf(await till.confirm(id)).status).to.equal('canceled');
    expect((await till.record(id)).attempts[0]).to.deep.include({ status: 'abandoned', code: 'canceled-by-buyer' });
  });

  it('ends the session after too many attempts', async () => {
    const till = new Till({ options: { maxAttempts: 3 } });
    const id = await till.open();
    for (let i = 0; i < 3; i += 1) {
      expect((await till.confirm(id)).status).to.equal(200);
      await till.declined(await till.attempt(id));
    }
    expect(await till.session(id)).to.deep.include({
      status: 'failed',
      code: 'too-many-attempts',
      method: 'fake:page',
    });
    expect(codeOf(await till.confirm(id))).to.equal('session-closed');
  });

  it('lives as long as what the buyer was told to do', async () => {
    const till = new Till();
    const deadline = '2026-11-24T05:26:00.000Z';
    till.provider.nextAction = { type: 'receipt', entries: [], deadline };
    const id = await till.open();
    expect(sessionOf(await till.confirm(id)).expiresAt).to.equal(deadline);
  });
});
