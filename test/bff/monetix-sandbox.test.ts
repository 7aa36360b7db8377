import { expect } from '@open-wc/testing';
import type { RedirectAction } from '../../src/contract/next-action.js';
import type { Provider, ProviderMessage, Start, StartOutcome } from '../../src/bff/provider.js';
import type { MonetixInterface } from '../../src/bff/providers/monetix-options.js';
import { createMonetixSandbox } from '../../src/sandbox/monetix.js';
import { attempt, classic, NOW_MS, provider, SECRET, start } from './monetix-case.js';

const SANDBOX = 'https://sandbox.example';

/** The provider and the sandbox, each the other's network; time is a number. */
function rig(chosen: MonetixInterface, options: { statusCarriesRedirectData?: boolean } = {}) {
  let nowMs = NOW_MS;
  const messages: ProviderMessage[] = [];
  const sandbox = createMonetixSandbox({
    publicUrl: SANDBOX,
    projects: [{ id: 238, secret: SECRET, name: 'Shop', test: true }],
    now: () => nowMs,
    setTimer: () => 0,
    clearTimer: () => undefined,
    fetch: async (request) => {
      const received = await monetix.receive(request, new Uint8Array(await request.clone().arrayBuffer()));
      messages.push(...received.messages);
      return received.reply();
    },
    ...options,
  });
  const monetix: Provider = provider({
    interface: chosen,
    gateUrl: SANDBOX,
    paymentPageUrl: `${SANDBOX}/payment`,
    redirectHosts: ['sandbox.example'],
    fetch: (url, init) => sandbox(new Request(url, init)),
  });
  const post = (url: string, fields: [string, string][]) =>
    sandbox(new Request(url, { method: 'POST', body: new URLSearchParams(fields) }));
  return {
    sandbox,
    monetix,
    messages,
    post,
    start: (change: Partial<Start>): Promise<StartOutcome> => monetix.start(start(change)),
    /** Lets the sandbox send what is due; the last message that came. */
    deliver: async (): Promise<ProviderMessage> => {
      nowMs += 1000;
      await sandbox.deliverDue();
      return messages.at(-1) ?? expect.fail('no callback came');
    },
    /** Opens the hosted WebMoney form with a redirection and answers it. */
    answerForm: async (action: RedirectAction, answer: string) => {
      expect((await post(action.url, action.fields)).status).to.equal(200);
      expect((await post(`${SANDBOX}/webmoney/answer`, [...action.fields, ['answer', answer]])).status).to.equal(303);
    },
    answerInvoice: async (answer: string) => {
      const token = sandbox.payments()[0]?.token ?? expect.fail('no payment');
      const fields: [string, string][] = [
        ['token', token],
        ['answer', answer],
      ];
      expect((await post(`${SANDBOX}/keeper/answer`, fields)).status).to.equal(303);
    },
  };
}

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
