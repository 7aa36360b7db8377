import { expect } from '@open-wc/testing';
import type { RefundOutcome, RefundPlan, Refunds, RefundStart, RefundWish } from '../../src/bff/refund-port.js';
import { RefundRefusal } from '../../src/bff/refund-port.js';
import type { SbpsApiOptions } from '../../src/bff/providers/sbps-api-options.js';
import { toShiftJis } from '../../src/bff/providers/sbps-shift-jis.js';
import { attempt, NOW_MS, provider } from './sbps-case.js';

export const TRACKING_ID = '80312789324671';
/** 2026-11-20 13:00:00 in Japan. */
export const PAID_MS = Date.parse('2026-11-20T04:00:00.000Z');
export const API: SbpsApiOptions = { basicId: '99999001', basicPassword: 'secret', url: 'https://api.example/xml' };

const yen = (value: number) => ({ value, currency: 'JPY' });

/** A wish to give all of ¥1,000 back that were paid with GCash the day before. */
export function wish(change: Partial<RefundWish> = {}): RefundWish {
  const paid = attempt({ method: 'sbps:alipay-plus/gcash', status: 'succeeded', reference: TRACKING_ID });
  return {
    attempt: paid,
    amount: yen(1000),
    paid: yen(1000),
    rest: yen(1000),
    paidAtMs: PAID_MS,
    nowMs: NOW_MS,
    ...change,
  };
}

/** The same with WebMoney Payment. */
export const prepaid = (change: Partial<RefundWish> = {}): RefundWish =>
  wish({ attempt: attempt({ status: 'succeeded', reference: TRACKING_ID }), ...change });

export function refundsOf(api?: Partial<SbpsApiOptions>): Refunds {
  const { refunds } = provider(api ? { api: { ...API, ...api } } : {});
  return refunds ?? expect.fail('no refunds');
}

/** The plan, or the code of the refusal. */
export function planned(refunds: Refunds, asked: RefundWish): RefundPlan | string {
  try {
    return refunds.plan(asked);
  } catch (error) {
    if (!(error instanceof RefundRefusal)) throw error;
    return error.code;
  }
}

/** An answer of the API, written as SBPS would. */
export function xmlAnswer(inside: string, id = 'ST02-00306-510'): Response {
  const xml = `<?xml version="1.0" encoding="Shift_JIS"?><sps-api-response id="${id}">${inside}</sps-api-response>`;
  return new Response(new Uint8Array(toShiftJis(xml) ?? expect.fail(xml)), { headers: { 'content-type': 'text/xml' } });
}

export const OK =
  '<res_result>OK</res_result><res_sps_transaction_id>90312789324671</res_sps_transaction_id>' +
  '<res_process_date>20261121140002</res_process_date><res_err_code></res_err_code><res_date>20261121140002</res_date>';

/** What a refund comes to when SBPS answers so, and the requests that reached it. */
export async function refunded(
  answer: () => Response | Promise<Response>,
  api: Partial<SbpsApiOptions> = {},
  change: Partial<RefundStart> = {},
): Promise<{ outcome: RefundOutcome; requests: Request[] }> {
  const requests: Request[] = [];
  const refunds = refundsOf({
    fetch: (url, init) => {
      requests.push(new Request(url, init));
      return Promise.resolve(answer());
    },
    ...api,
  });
  return {
    outcome: await refunds.start({
      ...wish(),
      id: 'refund-1',
      webhookUrl: 'https://bff.example/webhooks/sbps',
      ...change,
    }),
    requests,
  };
}
