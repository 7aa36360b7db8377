import { expect } from '@open-wc/testing';
import { REDIRECT } from './fake-provider.js';
import { sessionOf, START_MS, Till } from './till.js';

const MINUTE = 60;
const DAY = 86_400;

/** Sweeps every `stepSeconds` for a while. @returns the seconds after the start at which the provider was asked. */
async function sweepFor(till: Till, seconds: number, stepSeconds = 1): Promise<number[]> {
  const asked: number[] = [];
  for (let at = 0; at < seconds; at += stepSeconds) {
    till.clock.pass(stepSeconds);
    const before = till.provider.asks.length;
    await till.bff.sweep();
    if (till.provider.asks.length > before) asked.push((till.clock.ms - START_MS) / 1000);
  }
  return asked;
}

describe('asking the provider', () => {
  it('begins when the provider allows it and waits twice as long each time, ten minutes at most', async () => {
    const till = new Till();
    await till.pending({ expiresInSeconds: 10 * 3600 });
    const asked = await sweepFor(till, 3600, 5);
    expect(asked).to.deep.equal([10, 20, 40, 80, 160, 320, 640, 1240, 1840, 2440, 3040]);
    expect(till.provider.violations).to.deep.equal([]);
  });

  it('can be set', async () => {
    const till = new Till({ options: { askBackoff: { firstMs: 1000, maxMs: 4000 } } });
    await till.pending();
    expect(await sweepFor(till, 25)).to.deep.equal([10, 11, 13, 17, 21, 25]);
  });

  it('finds out what a lost callback would have said', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.decide(attempt, 'success', { type: 'paid' });
    till.clock.pass(10);
    await till.bff.sweep();
    expect((await till.session(id)).status).to.equal('succeeded');
    till.clock.pass(3600);
    await till.bff.sweep();
    expect(till.provider.asks, 'nobody is asked after the last word').to.have.length(1);
  });

  it('happens for the one session that is read', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.decide(attempt, 'success', { type: 'paid' });
    till.clock.pass(9);
    expect((await till.session(id)).status).to.equal('pending');
    till.clock.pass(1);
    expect((await till.session(id)).status).to.equal('succeeded');
  });

  it('happens once when many read at the same time', async () => {
    const till = new Till();
    const { id } = await till.pending();
    till.clock.pass(10);
    await Promise.all([till.bff.sweep(), till.get(id), till.get(id), till.bff.sweep()]);
    expect(till.provider.asks).to.have.length(1);
  });

  it('happens once when two processes sweep', async () => {
    const till = new Till();
    await till.pending();
    const { clock, store, provider } = till;
    const second = new Till({ clock, store, provider });
    till.clock.pass(10);
    await Promise.all([till.bff.sweep(), second.bff.sweep()]);
    expect(provider.asks).to.have.length(1);
  });

  it('takes an answer and a callback about the same event as one', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.decide(attempt, 'declined', { type: 'declined', code: 'declined' });
    till.clock.pass(10);
    await till.bff.sweep();
    await till.confirm(id);
    const before = await till.record(id);
    await till.webhook({ attempt, key: 'declined', outcome: { type: 'paid' } });
    expect(await till.record(id)).to.deep.equal(before);
  });

  it('lets a callback tell what an answer left out', async () => {
    const till = new Till();
    till.provider.nextAction = { type: 'wait' };
    const { id, attempt } = await till.pending();
    till.clock.pass(10);
    await till.bff.sweep();
    await till.webhook({ attempt, key: 'received', outcome: { type: 'pending', nextAction: REDIRECT } });
    const session = await till.session(id);
    expect(session.status === 'pending' && session.nextAction).to.deep.equal(REDIRECT);
  });

  for (const trouble of ['unknown', 'throw'] as const) {
    it(`goes on after no clear answer (${trouble})`, async () => {
      const till = new Till();
      const { id, attempt } = await till.pending();
      till.provider.asksGo = trouble;
      expect(await sweepFor(till, 60, 5)).to.deep.equal([10, 20, 40]);
      till.provider.asksGo = 'well';
      till.provider.decide(attempt, 'success', { type: 'paid' });
      till.clock.pass(20);
      expect((await till.session(id)).status).to.equal('succeeded');
    });
  }

  it('does not start a redirect again that the buyer has not opened yet', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.books.delete(attempt);
    expect(await sweepFor(till, 60, 5)).to.deep.equal([10, 20, 40]);
    expect(till.provider.starts).to.have.length(1);
    expect((await till.session(id)).status).to.equal('pending');
  });

  it('is done at the deadline of what the buyer has to do', async () => {
    const till = new Till();
    const deadline = new Date(START_MS + 55_000).toISOString();
    till.provider.nextAction = { type: 'receipt', entries: [], deadline };
    await till.pending();
    expect(await sweepFor(till, 100, 5)).to.deep.equal([10, 20, 40, 55]);
  });

  it('ignores an answer about something else', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.books.set(attempt, till.provider.message('another', 'success', { type: 'paid' }));
    till.clock.pass(10);
    await till.bff.sweep();
    expect((await till.session(id)).status).to.equal('pending');
  });

  it('is not held up by one session that fails', async () => {
    const till = new Till();
    const first = await till.pending();
    const second = await till.pending({ order: { id: 'order-2', returnUrl: 'https://shop.example/' } });
    for (const { attempt } of [first, second]) till.provider.decide(attempt, 'success', { type: 'paid' });
    const get = till.store.get.bind(till.store);
    till.store.get = (id) => (id === first.id ? Promise.reject(new Error('broken row')) : get(id));
    till.clock.pass(10);
    await till.bff.sweep();
    expect((await till.session(second.id)).status).to.equal('succeeded');
    expect(till.logged.some(({ event, level }) => event === 'sweep' && level === 'error')).to.equal(true);
  });
});

describe('an attempt that was given up', () => {
  it('is still asked about, more and more rarely, for 35 days', async () => {
    const till = new Till();
    const { id } = await till.pending();
    await till.cancel(id, 'session');
    const asked = await sweepFor(till, 40 * DAY, 600);
    expect(asked.length).to.be.within(40, 60);
    expect(asked.at(-1)).to.be.within(35 * DAY, 36 * DAY);
    expect(await till.store.due(Number.MAX_SAFE_INTEGER, 10)).to.deep.equal([]);
  });

  it('brings its money to light', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    await till.cancel(id, 'session');
    till.provider.decide(attempt, 'success', { type: 'paid' });
    till.clock.pass(2 * DAY);
    await till.bff.sweep();
    expect(await till.session(id)).to.include({ status: 'needsAttention', code: 'paid-late' });
  });

  it('does not make a buyer who reads the session wait', async () => {
    const till = new Till();
    const { id } = await till.pending();
    await till.cancel(id, 'attempt');
    till.clock.pass(10);
    await till.get(id);
    expect(till.provider.asks).to.have.length(0);
    await till.bff.sweep();
    expect(till.provider.asks).to.have.length(1);
  });

  it('is not started again when the provider never got it', async () => {
    const till = new Till();
    const id = await till.open();
    till.provider.startsGo = 'down';
    await till.confirm(id);
    await till.cancel(id, 'attempt');
    till.provider.startsGo = 'well';
    till.clock.pass(MINUTE);
    await till.bff.sweep();
    expect(till.provider.asks).to.have.length(1);
    expect(till.provider.starts).to.have.length(1);
  });

  it('is left alone after the last word', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    await till.cancel(id, 'attempt');
    await till.declined(attempt);
    expect((await till.record(id)).attempts[0]).to.include({ status: 'declined', askAtMs: undefined });
    expect((await till.session(id)).status).to.equal('open');
  });
});

describe('the end of a session', () => {
  it('comes for an open one when it is read or swept', async () => {
    const till = new Till();
    const read = await till.open();
    const swept = await till.open();
    till.clock.pass(3600);
    expect((await till.session(read)).status).to.equal('expired');
    await till.bff.sweep();
    expect((await till.record(swept)).state.status).to.equal('expired');
    expect(await till.store.due(Number.MAX_SAFE_INTEGER, 10)).to.deep.equal([]);
  });

  it('comes for a pending one after one last question', async () => {
    const till = new Till();
    const { id } = await till.pending();
    till.clock.pass(MINUTE * 60 - 1);
    await till.bff.sweep();
    const asks = till.provider.asks.length;
    till.clock.pass(1);
    const session = await till.session(id);
    expect(session).to.include({ status: 'expired', method: 'fake:page' });
    expect(till.provider.asks).to.have.length(asks + 1);
    expect((await till.record(id)).attempts[0]).to.include({ status: 'abandoned', code: 'timed-out' });
  });

  for (const [said, outcome, status] of [
    ['paid', { type: 'paid' }, 'succeeded'],
    ['declined', { type: 'declined', code: 'declined' }, 'expired'],
  ] as const) {
    it(`lets the last question decide: ${said}`, async () => {
      const till = new Till();
      const { id, attempt } = await till.pending();
      till.provider.decide(attempt, 'last', outcome);
      till.clock.pass(3600);
      expect((await till.session(id)).status).to.equal(status);
    });
  }

  it('waits until the provider may be asked', async () => {
    const till = new Till();
    const id = await till.open({ expiresInSeconds: 60 });
    till.clock.pass(55);
    await till.confirm(id);
    till.clock.pass(5);
    expect((await till.session(id)).status).to.equal('pending');
    await till.bff.sweep();
    expect(till.provider.asks).to.have.length(0);
    till.clock.pass(5);
    expect((await till.session(id)).status).to.equal('expired');
    expect(till.provider.violations).to.deep.equal([]);
  });

  it('comes even when the provider can not be reached', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.asksGo = 'throw';
    till.clock.pass(3600);
    expect((await till.session(id)).status).to.equal('expired');
    await till.paid(attempt);
    expect(await till.session(id)).to.include({ status: 'needsAttention', code: 'paid-late' });
  });

  it('does not start an attempt that got lost before it', async () => {
    const till = new Till();
    const id = await till.open({ expiresInSeconds: 60 });
    till.provider.startsGo = 'down';
    await till.confirm(id);
    till.provider.startsGo = 'well';
    till.clock.pass(60);
    expect((await till.session(id)).status).to.equal('expired');
    expect(till.provider.starts).to.have.length(1);
  });

  it('does not take a session whose attempt is being decided meanwhile', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.provider.duringAsk = async () => {
      await till.paid(attempt);
    };
    till.clock.pass(3600);
    expect((await till.session(id)).status).to.equal('succeeded');
  });
});

describe('GET|POST /returns/{provider}', () => {
  for (const method of ['GET', 'POST']) {
    it(`leads a buyer back to the shop (${method})`, async () => {
      const till = new Till();
      const { id, attempt } = await till.pending();
      const path = `/returns/fake?attempt=${attempt}&hint=return&next=https://evil.example/`;
      const answer = await till.call(path, { method });
      expect(answer.status).to.equal(303);
      expect(answer.headers.get('location')).to.equal(`https://shop.example/thanks?lang=ja&reji_session=${id}`);
      expect(answer.headers.get('referrer-policy')).to.equal('no-referrer');
      expect(answer.text).to.equal('');
    });
  }

  it('leaves the shop’s own query as it is spelled', async () => {
    const till = new Till();
    const spell = async (returnUrl: string) => {
      const { id, attempt } = await till.pending({ order: { id: returnUrl, returnUrl } });
      return (await till.comeBack(attempt, 'return')).headers.get('location')?.replace(id, 'ID');
    };
    expect(await spell('https://shop.example/?a=%20b&c')).to.equal('https://shop.example/?a=%20b&c&reji_session=ID');
    expect(await spell('https://shop.example/x#top')).to.equal('https://shop.example/x?reji_session=ID#top');
    const own = 'https://shop.example/?reji_session=other';
    expect(await spell(own)).to.equal('https://shop.example/?reji_session=ID');
  });

  for (const hint of ['success', 'decline']) {
    it(`takes "${hint}" for a hint: the redirect ends, the question is due, nothing is decided`, async () => {
      const till = new Till();
      const { id, attempt } = await till.pending();
      till.clock.pass(30);
      await till.bff.sweep();
      await till.comeBack(attempt, hint);
      const session = sessionOf(await till.get(id));
      expect(session.status === 'pending' && session.nextAction).to.deep.equal({ type: 'wait' });
      expect(till.provider.asks, 'asked when read').to.have.length(2);
      expect(till.provider.violations).to.deep.equal([]);
    });

    it(`does not ask too early for "${hint}"`, async () => {
      const till = new Till();
      const { id, attempt } = await till.pending();
      till.clock.pass(3);
      await till.comeBack(attempt, hint);
      await till.get(id);
      await till.bff.sweep();
      expect(till.provider.asks).to.have.length(0);
      till.clock.pass(7);
      await till.bff.sweep();
      expect(till.provider.asks).to.have.length(1);
      expect(till.provider.violations).to.deep.equal([]);
    });
  }

  it('keeps the redirect when the buyer only went back', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    const before = await till.record(id);
    await till.comeBack(attempt, 'return');
    expect(await till.record(id)).to.deep.equal(before);
  });

  it('asks no more often however often a hint is repeated', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    till.clock.pass(10);
    for (let i = 0; i < 20; i += 1) {
      await till.comeBack(attempt, 'success');
      await till.get(id);
    }
    expect(till.provider.asks).to.have.length(1);
  });

  it('changes nothing after the end', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    await till.paid(attempt);
    const before = await till.record(id);
    expect((await till.comeBack(attempt, 'decline')).status).to.equal(303);
    expect(await till.record(id)).to.deep.equal(before);
  });

  it('answers 404 for what it does not know', async () => {
    const till = new Till();
    const { attempt } = await till.pending();
    expect((await till.comeBack('nobody', 'success')).status).to.equal(404);
    expect((await till.comeBack('%00', 'success')).status).to.equal(404);
    expect((await till.comeBack(attempt, 'javascript:alert(1)')).status).to.equal(404);
    expect((await till.call('/returns/fake')).status).to.equal(404);
    expect((await till.call(`/returns/other?attempt=${attempt}&hint=success`)).status).to.equal(404);
  });
});
