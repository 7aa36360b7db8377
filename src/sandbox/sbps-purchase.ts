import { seeOther } from './page.js';
import type { SbpsDesk } from './sbps-desk.js';
import { errorPage, payPath } from './sbps-pages.js';
import { isFinal } from './sbps-payment.js';
import type { SbpsOrder, SbpsPayment } from './sbps-payment.js';
import { readPurchaseRequest, SbpsRefusal } from './sbps-request.js';

/**
 * An open payment may be opened again with the very same request, as when the buyer went back and pressed again; any
 * other use of an `order_id` is a second one.
 */
function reopen(order: SbpsOrder, known: SbpsPayment): SbpsPayment {
  const same = JSON.stringify(order.request) === JSON.stringify(known.request);
  if (isFinal(known) || !same) throw new SbpsRefusal('used', 'order_id', 'was used before');
  return known;
}

/** `POST /f01/FepBuyInfoReceive.do`: the purchase request (A01-1) of the link type, posted by the buyer's browser. */
export async function receivePurchase(desk: SbpsDesk, request: Request): Promise<Response> {
  const reader = {
    merchantOf: (ids: { merchantId: string; serviceId: string }) => desk.merchantOf(ids),
    payMethods: desk.payMethods,
    amounts: desk.amounts,
    nowMs: desk.now(),
  };
  try {
    const order = await readPurchaseRequest(reader, new Uint8Array(await request.arrayBuffer()));
    const known = desk.books.find(order);
    const payment = known ? reopen(order, known) : desk.books.register(order);
    await desk.upkeep.commit();
    return seeOther(payPath(desk, payment));
  } catch (error) {
    if (!(error instanceof SbpsRefusal)) throw error;
    return errorPage(desk, error.errorCode, error.message);
  }
}
