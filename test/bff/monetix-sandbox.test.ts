import { expect } from '@open-wc/testing';
import type { RedirectAction } from '../../src/contract/next-action.js';
import type { ProviderMessage } from '../../src/bff/provider.js';
import { attempt, classic, NOW_MS, provider, start } from './monetix-case.js';
import { rig, SANDBOX } from './monetix-rig.js';

function redirectOf(message: ProviderMessage): RedirectAction {
  const action = message.outcome.type === 'pending' ? message.outcome.nextAction : undefined;
  return action?.type === 'redirect' ? action : expect.fail('no redirection');
}

describe('monetix against the sandbox', () => {
  for (const [value, outcome] of [
    [8420, { type: 'paid', paidAtMs: NOW_MS + 1000 }],
    [40000, { type: 'declined', code: 'declined', providerCode: '20000' }],
    [40400, { type: 'declined', code: 'limit-exceeded', providerCode: '20101' }],
  ] as const) {
    it(`pays Light by Gate: ${value}`, async () => {
      const { deliver, answerForm, ...wire } = rig('gate');
      const amount = { value, currency: 'USD' };
      expect(await wire.start({ amount })).to.deep.equal({ type: 'started', nextAction: { type: 'wait' } });
      await answerForm(redirectOf(await deliver()), 'success');
      const message = await deliver();
      expect(message.outcome).to.deep.equal(outcome);
      expect(message.amount).to.deep.equal(amount);
      expect(message.reference === undefined).to.equal(outcome.type !== 'paid');
    });

    it(`pays Classic by Gate: ${value}`, async () => {
      const { deliver, answerInvoice, ...wire } = rig('gate');
      const amount = { value, currency: 'EUR' };
      const started = await wire.start({ amount, attempt: classic() });
      expect(started).to.have.nested.property('nextAction.titleAmount').that.deep.equals({ value, unit: 'WME' });
      expect((await deliver()).outcome).to.deep.equal({ type: 'pending' });
      await answerInvoice('pay');
      const message = await deliver();
      expect(message.outcome).to.deep.equal(outcome);
      expect(message.amount).to.deep.equal(amount);
    });
  }

  it('declines what the buyer declines', async () => {
    const { deliver, answerInvoice, ...wire } = rig('gate');
    await wire.start({ attempt: classic() });
    await answerInvoice('refuse');
    expect((await deliver()).outcome.type).to.equal('declined');
  });

  it('opens Payment Page with the fields as they are', async () => {
    for (const method of [attempt(), classic({ input: {} })]) {
      const { post, sandbox, ...wire } = rig('payment-page');
      const outcome = await wire.start({ attempt: method, locale: 'ja' });
      if (outcome.type !== 'started' || outcome.nextAction.type !== 'redirect') return expect.fail(outcome.type);
      const { url, fields } = outcome.nextAction;
      expect((await post(url, fields)).status).to.equal(303);
      expect(sandbox.payments()[0]).to.deep.include({ paymentId: method.id, amount: 100, channel: 'page' });
      const altered = fields.map(([name, value]): [string, string] => [name, name === 'payment_amount' ? '1' : value]);
      expect((await post(url, altered)).status).to.equal(400);
    }
  });

  it('asks: not found before the start, then what a callback would have said, once', async () => {
    const { deliver, monetix, ...wire } = rig('gate');
    expect(await monetix.ask(attempt())).to.equal('not-found');
    await wire.start({});
    const callback = await deliver();
    const answer = await monetix.ask(attempt());
    if (typeof answer === 'string') return expect.fail(answer);
    expect({ ...answer, raw: '' }).to.deep.equal({ ...callback, raw: '' });
  });

  it('tells a status without redirection data from one that brings it', async () => {
    const { deliver, monetix, ...wire } = rig('gate', { statusCarriesRedirectData: false });
    await wire.start({});
    const callback = await deliver();
    const answer = await monetix.ask(attempt());
    if (typeof answer === 'string') return expect.fail(answer);
    expect(answer.outcome).to.deep.equal({ type: 'pending' });
    expect(answer.key).not.to.equal(callback.key);
  });

  it('gives up on Light when neither callback nor status brings the redirection data, not on a buyer who was there', async () => {
    const { monetix, ...wire } = rig('gate', { statusCarriesRedirectData: false });
    await wire.start({});
    const waiting = attempt({ status: 'waiting', nextAction: { type: 'wait' } });
    const old = { ...waiting, startedAtMs: waiting.startedAtMs - 301_000 };
    expect(await monetix.ask(waiting)).to.have.deep.nested.property('outcome', { type: 'pending' });
    const declined = { type: 'declined', code: 'provider-unavailable' };
    expect(await monetix.ask(old)).to.have.deep.nested.property('outcome', declined);
    for (const other of [
      { returned: 'success' as const },
      { status: 'abandoned' as const },
      { method: 'monetix:webmoney' },
    ]) {
      expect(await monetix.ask({ ...old, ...other })).to.have.deep.nested.property('outcome', { type: 'pending' });
    }
  });

  it('sends the same payment again after a lost answer and is not refused for it', async () => {
    const { sandbox, monetix, ...wire } = rig('gate');
    await sandbox.setFaults({ answerLost: true });
    expect(await wire.start({})).to.deep.equal({ type: 'unknown' });
    await sandbox.setFaults({ answerLost: false });
    expect(await wire.start({})).to.deep.equal({ type: 'unknown' });
    expect(sandbox.payments()).to.have.length(1);
    expect(await monetix.ask(attempt())).to.have.nested.property('outcome.type', 'pending');
  });

  it('is refused with a wrong secret', async () => {
    const { sandbox } = rig('gate');
    const stranger = provider({
      secret: 'another key',
      gateUrl: SANDBOX,
      fetch: (url, init) => sandbox(new Request(url, init)),
    });
    expect(await stranger.start(start())).to.deep.equal({
      type: 'refused',
      code: 'provider-refused',
      providerCode: 'signature',
    });
  });
});
