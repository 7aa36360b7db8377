import { expect } from '@open-wc/testing';
import type { RedirectAction } from '../../src/contract/next-action.js';
import type { Provider, ProviderMessage, Start, StartOutcome } from '../../src/bff/provider.js';
import type { MonetixInterface } from '../../src/bff/providers/monetix-options.js';
import type { RefundMessage } from '../../src/bff/refund-port.js';
import type { MonetixSandboxOptions } from '../../src/sandbox/monetix-desk.js';
import { createMonetixSandbox } from '../../src/sandbox/monetix.js';
import { NOW_MS, provider, SECRET, start } from './monetix-case.js';

export const SANDBOX = 'https://sandbox.example';

/** The provider and the sandbox, each the other's network; time is a number. */
export function rig(chosen: MonetixInterface, options: Partial<MonetixSandboxOptions> = {}) {
  let nowMs = NOW_MS;
  const messages: ProviderMessage[] = [];
  const refunds: RefundMessage[] = [];
  const sandbox = createMonetixSandbox({
    publicUrl: SANDBOX,
    projects: [{ id: 238, secret: SECRET, name: 'Shop', test: true }],
    now: () => nowMs,
    setTimer: () => 0,
    clearTimer: () => undefined,
    fetch: async (request) => {
      const received = await monetix.receive(request, new Uint8Array(await request.clone().arrayBuffer()));
      messages.push(...received.messages);
      refunds.push(...(received.refunds ?? []));
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
    refunds,
    /** Lets time pass and the sandbox do what is due by then. */
    wait: async (ms: number) => {
      nowMs += ms;
      await sandbox.deliverDue();
    },
    now: () => nowMs,
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
