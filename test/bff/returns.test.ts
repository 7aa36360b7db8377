import { expect } from '@open-wc/testing';
import { sessionOf, Till } from './till.js';

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

  it('gives the choice back when the buyer ended the payment there, once, and counts money that comes all the same', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    await till.comeBack(attempt, 'cancel');
    const session = sessionOf(await till.get(id));
    expect(session.status === 'open' && session.lastFailure).to.include({ code: 'canceled-by-buyer' });
    await till.comeBack(attempt, 'cancel');
    expect(sessionOf(await till.get(id)).rev).to.equal(session.rev);
    await till.paid(attempt);
    expect(sessionOf(await till.get(id)).status).to.equal('succeeded');
  });

  it('ends no attempt that is not under way', async () => {
    const till = new Till();
    const { id, attempt } = await till.pending();
    await till.comeBack(attempt, 'success');
    const before = await till.record(id);
    await till.comeBack(attempt, 'cancel');
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
