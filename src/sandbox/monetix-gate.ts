import { MonetixChecks, refusal } from './monetix-checks.js';
import type { MonetixDesk } from './monetix-desk.js';
import { hasOperation } from './monetix-payment.js';
import type { MonetixMethod, MonetixOrder } from './monetix-payment.js';
import type { MonetixProject } from './monetix-project.js';
import { answerGate, part, receipt } from './monetix-request.js';
import type { GateJson } from './monetix-request.js';

/** Source of the fields: Monetix, WebMoney method, "Purchase by using Gate", "Request format". */
function readOrder(project: MonetixProject, method: MonetixMethod, body: GateJson): MonetixOrder {
  const [general, customer, payment, account, returns] = [
    'general',
    'customer',
    'payment',
    'account',
    'return_url',
  ].map((name) => part(body, name)) as [GateJson, GateJson, GateJson, GateJson, GateJson];
  const checks = new MonetixChecks(project);
  const order: MonetixOrder = {
    projectId: project.id,
    paymentId: checks.text('general.payment_id', general['payment_id']),
    channel: 'gate',
    method,
    customerId: checks.customer(customer),
    amount: checks.amount('payment.amount', payment['amount']),
    currency: checks.currency('payment.currency', payment['currency']),
    description: checks.description('payment.description', payment['description'], 'Top-up of'),
    wmid: method === 'webmoney' ? checks.wmid('account.number', account['number']) : undefined,
    returnUrls: {
      success: checks.url('return_url.success', returns['success']),
      decline: checks.url('return_url.decline', returns['decline']),
      return: checks.url('return_url.return', returns['return']),
    },
    callbackUrl: checks.url('general.merchant_callback_url', general['merchant_callback_url']),
  };
  checks.finish();
  return order;
}

/** `POST /v2/payment/{method}/sale`: registers a purchase and answers a receipt, which is never a payment. */
export function sale(desk: MonetixDesk, request: Request, method: MonetixMethod): Promise<Response> {
  return answerGate(desk, request, (body, project) => {
    const order = readOrder(project, method, body);
    desk.claim(order);
    return receipt(desk, desk.books.register(order));
  });
}

/**
 * `POST /v2/payment/status`: the payment or payout as it stands, signed, with all of its `operations` (as public plugins
 * read them; the documents are silent on the shape). A Payment Page on which the customer agreed to nothing is not found.
 */
export function status(desk: MonetixDesk, request: Request): Promise<Response> {
  return answerGate(desk, request, async (body, project) => {
    const paymentId = String(part(body, 'general')['payment_id']);
    const payment = desk.books.find(project.id, paymentId);
    const payout = desk.payouts.find(project.id, paymentId);
    const found = payment !== undefined && hasOperation(payment) ? desk.statusOf(payment) : desk.statusOfPayout(payout);
    if (found === undefined) throw refusal('3061', 'general.payment_id', 'Transaction not found');
    const text = await desk.signed(project.id, found);
    return new Response(text, { headers: { 'content-type': 'application/json' } });
  });
}
