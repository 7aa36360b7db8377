import { readBody } from './body.js';
import type { Inbox } from './inbox.js';
import { errorFacts } from './log.js';
import { Refusal } from './problem-response.js';
import { WebhookRefusal } from './provider.js';
import type { Provider } from './provider.js';
import type { SessionRecord } from './record.js';
import type { Call, Route } from './route.js';
import type { CheckoutService } from './service.js';
import type { Settings } from './settings.js';

/** The shop's own return URL with the session's id added to its query; nothing of the request is in it. */
function shopUrl({ order, id }: SessionRecord): string {
  const url = new URL(order.returnUrl);
  if (url.searchParams.has('reji_session')) url.searchParams.delete('reji_session');
  // Not through searchParams, which would spell the shop's own query anew.
  url.search = `${url.search ? `${url.search}&` : ''}reji_session=${id}`;
  return url.href;
}

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
      const { messages, reply } = await provider.receive(call.request, body);
      // Only what is stored is acknowledged: if one fails, the provider sends all of it again.
      for (const message of messages) await inbox.arrived(provider.id, message);
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
