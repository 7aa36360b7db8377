import { CreateSessionRequest } from '../contract/requests.js';
import type { CreateSessionAnswer, OrderAnswer } from '../contract/requests.js';
import { readJson } from './body.js';
import { createSession } from './creating.js';
import { createKeyCheck } from './digest.js';
import { orderList } from './order-list.js';
import { toOrderSession } from './order-view.js';
import { Refusal } from './problem-response.js';
import type { Route } from './route.js';
import { idempotencyKey } from './routes-browser.js';
import type { CheckoutService } from './service.js';
import type { Settings } from './settings.js';
import { signedSession } from './tokens.js';

/** Makes the check of the shop servers' Bearer keys; it throws Refusal `unauthorized`. */
export function createBearerCheck(apiKeys: readonly string[]): (request: Request) => Promise<void> {
  const isKey = createKeyCheck(apiKeys);
  return async (request) => {
    const given = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (given !== undefined && (await isKey(given))) return;
    throw new Refusal('unauthorized', { headers: { 'WWW-Authenticate': 'Bearer' } });
  };
}

/** The routes of the shop's own server. The Bearer key has been checked before. */
export function shopRoutes(settings: Settings, service: CheckoutService): Route[] {
  return [
    {
      method: 'POST',
      path: '/sessions',
      caller: 'shop',
      handle: async ({ request }) => {
        const key = idempotencyKey(request);
        const order = await readJson(request, CreateSessionRequest, { maxBytes: settings.maxBodyBytes });
        const record = await createSession(settings, order, key);
        const url = `${settings.issuer}/sessions/${record.id}`;
        const answer: CreateSessionAnswer = { id: record.id, url, token: await signedSession(settings, record) };
        return Response.json(answer, { status: 201, headers: { Location: url } });
      },
    },
    {
      method: 'GET',
      path: '/orders',
      caller: 'shop',
      handle: async ({ url }) => Response.json(await orderList(settings, url.searchParams)),
    },
    {
      method: 'GET',
      path: '/orders/:orderId',
      caller: 'shop',
      handle: async ({ params }) => {
        const orderId = params['orderId'] ?? '';
        const records = await service.order(orderId);
        if (records.length === 0) throw new Refusal('order-not-found');
        const { providers, now } = settings;
        const sessions = records.map((record) => toOrderSession(record, providers, now()));
        return Response.json({ orderId, sessions } satisfies OrderAnswer);
      },
    },
  ];
}
