import { CancelRequest, ConfirmRequest } from '../contract/requests.js';
import { readJson } from './body.js';
import { deviceOf } from './device.js';
import type { EventStreams } from './events.js';
import { Refusal } from './problem-response.js';
import type { Call, Route } from './route.js';
import type { CheckoutService } from './service.js';
import type { Settings } from './settings.js';
import { sessionResponse } from './tokens.js';

/** What an Idempotency-Key may be: 1 to 200 visible ASCII characters. */
const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * The key of a request that must not have its effect twice.
 *
 * @throws Refusal `request-invalid` when it is no key.
 */
export function idempotencyKey(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key') ?? undefined;
  if (key === undefined || KEY.test(key)) return key;
  throw new Refusal('request-invalid', { errors: [{ field: 'Idempotency-Key', code: 'invalid-format' }] });
}

/** The last `rev` a browser has: header `Last-Event-ID`, else `?after=`; 0 when it has none or it is no number. */
function lastRev({ request, url }: Call): number {
  const text = request.headers.get('last-event-id') ?? url.searchParams.get('after') ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

/** The routes of the buyer's browser. Each answers the whole signed session, or a problem. */
export function browserRoutes(settings: Settings, service: CheckoutService, streams: EventStreams): Route[] {
  const { maxBodyBytes, clientAddress } = settings;
  const id = ({ params }: Call) => params['id'] ?? '';
  return [
    {
      method: 'GET',
      path: '/sessions/:id',
      caller: 'browser',
      handle: async (call) => sessionResponse(settings, await service.read(id(call))),
    },
    {
      method: 'GET',
      path: '/sessions/:id/events',
      caller: 'browser',
      handle: async (call) => streams.respond(await service.read(id(call)), lastRev(call), call.request.signal),
    },
    {
      method: 'POST',
      path: '/sessions/:id/confirm',
      caller: 'browser',
      handle: async (call) => {
        const key = idempotencyKey(call.request);
        if (key === undefined) throw new Refusal('idempotency-key-missing');
        const wish = await readJson(call.request, ConfirmRequest, { maxBytes: maxBodyBytes });
        const device = deviceOf(call.request.headers.get('user-agent'));
        const from = { ipAddress: clientAddress(call.request), device };
        return sessionResponse(settings, await service.confirm(id(call), key, wish, from));
      },
    },
    {
      method: 'POST',
      path: '/sessions/:id/cancel',
      caller: 'browser',
      handle: async (call) => {
        const wish = await readJson(call.request, CancelRequest, { maxBytes: maxBodyBytes, emptyAs: {} });
        const key = idempotencyKey(call.request);
        return sessionResponse(settings, await service.cancel(id(call), wish, key));
      },
    },
  ];
}
