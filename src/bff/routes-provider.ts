import { readBody } from './body.js';
import type { Inbox } from './inbox.js';
import { errorFacts } from './log.js';
import { Refusal } from './problem-response.js';
import { WebhookRefusal } from './provider.js';
import type { Provider } from './provider.js';
import type { Call, Route } from './route.js';
import type { CheckoutService } from './service.js';
import type { Settings } from './settings.js';
import { shopUrl } from './shop-url.js';

/** The routes of the providers: their messages, and the buyers they send back. */
export function providerRoutes(settings: Settings, service: CheckoutService, inbox: Inbox): Route[] {
  const named = ({ params }: Call): Provider => {
    const provider = settings.providers.find(({ id }) => id === params['provider']);
    if (!provider) throw new Refusal('provider-unknown');
    return provider;
  };

  const webhook = async (call: Call): Promise<Response> => {
    const provider = named(call);
    const body = await readBody(call.request, settings.maxWebhookBytes);
    try {
      const { messages, refunds = [], reply } = await provider.receive(call.request, body);
      // Only what is stored is acknowledged: if one fails, the provider sends all of it again.
      for (const message of messages) await inbox.arrived(provider.id, message);
      for (const message of refunds) await inbox.refundArrived(provider.id, message);
      return reply();
    } catch (error) {
      if (!(error instanceof WebhookRefusal)) {
        const answer = provider.unstored?.();
        if (!answer) throw error;
        settings.log({ level: 'error', event: 'provider-message', provider: provider.id, ...errorFacts(error) });
        return answer;
      }
      settings.log({ level: 'warn', event: 'provider-message', provider: provider.id, code: error.code });
      return error.response;
    }
  };

  const buyerReturn = async (call: Call): Promise<Response> => {
    const provider = named(call);
    const hint = await provider.readReturn(call.url, await readBody(call.request, settings.maxBodyBytes));
    if (!hint) throw new Refusal('not-found');
    const record = await service.returned(provider, hint);
    const headers = { Location: shopUrl(record), 'Referrer-Policy': 'no-referrer' };
    return new Response(null, { status: 303, headers });
  };

  const returns = { path: '/returns/:provider', caller: 'provider', handle: buyerReturn } as const;
  return [
    { method: 'POST', path: '/webhooks/:provider', caller: 'provider', handle: webhook },
    { method: 'GET', ...returns },
    { method: 'POST', ...returns },
  ];
}
