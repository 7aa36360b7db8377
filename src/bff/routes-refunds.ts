import { RefundRequest, SettleRefundRequest } from '../contract/refund.js';
import { readJson } from './body.js';
import { Refusal } from './problem-response.js';
import type { RefundService } from './refunding.js';
import type { Route } from './route.js';
import { idempotencyKey } from './routes-browser.js';
import type { Settings } from './settings.js';

/** The routes by which the shop's own server gives money back. The Bearer key has been checked before. */
export function refundRoutes({ maxBodyBytes: maxBytes }: Settings, refunds: RefundService): Route[] {
  return [
    {
      method: 'POST',
      path: '/orders/:orderId/refunds',
      caller: 'shop',
      handle: async ({ request, params }) => {
        const key = idempotencyKey(request);
        if (key === undefined) throw new Refusal('idempotency-key-missing');
        const wish = await readJson(request, RefundRequest, { maxBytes, emptyAs: {} });
        return Response.json(await refunds.request(params['orderId'] ?? '', key, wish), { status: 201 });
      },
    },
    {
      method: 'POST',
      path: '/orders/:orderId/refunds/:refundId',
      caller: 'shop',
      handle: async ({ request, params }) => {
        const settlement = await readJson(request, SettleRefundRequest, { maxBytes });
        return Response.json(await refunds.settle(params['orderId'] ?? '', params['refundId'] ?? '', settlement));
      },
    },
  ];
}
