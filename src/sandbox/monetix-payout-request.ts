import { MonetixChecks } from './monetix-checks.js';
import type { MonetixDesk } from './monetix-desk.js';
import type { MonetixPayoutOrder, MonetixProtection } from './monetix-payout.js';
import type { MonetixProject } from './monetix-project.js';
import { answerGate, part, receipt } from './monetix-request.js';
import type { GateJson } from './monetix-request.js';

/** Code and period belong together, "from 1 to 35 days". */
function readProtection(checks: MonetixChecks, payment: GateJson): MonetixProtection | undefined {
  const { protection_code: code, protection_period: days } = payment;
  if (code === undefined && days === undefined) return undefined;
  return {
    code: checks.text('payment.protection_code', code),
    days: checks.days('payment.protection_period', days),
  };
}

/** Source of the fields: Monetix, WebMoney method, "Payout by using Gate", "Request format". */
function readOrder(project: MonetixProject, body: GateJson): MonetixPayoutOrder {
  const [general, payment] = [part(body, 'general'), part(body, 'payment')];
  const checks = new MonetixChecks(project);
  const currency = checks.currency('payment.currency', payment['currency']);
  const order: MonetixPayoutOrder = {
    projectId: project.id,
    paymentId: checks.text('general.payment_id', general['payment_id']),
    customerId: checks.customer(part(body, 'customer')),
    amount: checks.amount('payment.amount', payment['amount']),
    currency,
    description: checks.description('payment.description', payment['description'], 'Withdrawal from'),
    purse: checks.purse('account.number', part(body, 'account')['number'], currency),
    protection: readProtection(checks, payment),
    callbackUrl: checks.url('general.merchant_callback_url', general['merchant_callback_url']),
  };
  checks.finish();
  return order;
}

/** `POST /v2/payment/webmoney/payout`: registers a payout and answers a receipt. */
export function payout(desk: MonetixDesk, request: Request): Promise<Response> {
  return answerGate(desk, request, (body, project) => {
    const order = readOrder(project, body);
    desk.claim(order);
    return receipt(desk, desk.payouts.register(order));
  });
}
