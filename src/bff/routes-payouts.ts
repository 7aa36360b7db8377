import { PayoutRequest } from '../contract/payout.js';
import type { PayoutCreatedAnswer } from '../contract/payout.js';
import { readJson } from './body.js';
import { toPayoutAnswer } from './payouts.js';
import type { PayoutService } from './payouts.js';
import { Refusal } from './problem-response.js';
import type { Call, Route } from './route.js';
import { idempotencyKey } from './routes-browser.js';
import type { Settings } from './settings.js';
import { shopUrl } from './shop-url.js';
import { signedSession } from './tokens.js';

/** The routes of the shop's own server for money that goes out. The Bearer key has been checked before. */
export function payoutRoutes(settings: Settings, payouts: PayoutService): Route[] {
  const id = ({ params }: Call) => params['id'] ?? '';
  return [
    {
      method: 'POST',
      path: '/payouts',
      caller: 'shop',
      handle: async ({ request }) => {
        const key = idempotencyKey(request);
        if (key === undefined) throw new Refusal('idempotency-key-missing');
        const wish = await readJson(request, PayoutRequest, { maxBytes: settings.maxBodyBytes });
        const record = await payouts.create(wish, key);
        const answer: PayoutCreatedAnswer = {
          id: record.id,
          url: `${settings.issuer}/sessions/${record.id}`,
          token: await signedSession(settings, record),
          link: shopUrl(record),
        };
        const headers = { Location: `${settings.issuer}/payouts/${record.id}` };
        return Response.json(answer, { status: 201, headers });
      },
    },
    {
      method: 'GET',
      path: '/payouts/:id',
      caller: 'shop',
      handle: async (call) => Response.json(toPayoutAnswer(await payouts.read(id(call)))),
    },
    {
      method: 'POST',
      path: '/payouts/:id/cancel',
      caller: 'shop',
      handle: async (call) => Response.json(toPayoutAnswer(await payouts.cancel(id(call)))),
    },
    {
      method: 'GET',
      path: '/balance',
      caller: 'shop',
      handle: async () => Response.json(await payouts.balance()),
    },
  ];
}
