import { MonetixChecks, MonetixRefusal, refusal } from './monetix-checks.js';
import type { MonetixDesk } from './monetix-desk.js';
import { refusedPage } from './monetix-pages.js';
import { isFinal } from './monetix-payment.js';
import type { MonetixOrder, MonetixPayment } from './monetix-payment.js';
import type { MonetixProject } from './monetix-project.js';
import { monetixVerifyParameters } from './monetix-signature.js';
import { seeOther } from './page.js';

type Parameters = Readonly<Record<string, string>>;

function readParameters(search: URLSearchParams): Parameters {
  const entries = [...search];
  const parameters = Object.fromEntries(entries);
  if (Object.keys(parameters).length !== entries.length) {
    throw refusal('repeated', 'parameters', 'a parameter is given more than once');
  }
  return parameters;
}

async function authenticate(desk: MonetixDesk, parameters: Parameters): Promise<MonetixProject> {
  const id = parameters['project_id'] ?? '';
  const project = /^\d+$/.test(id) ? desk.project(Number(id)) : undefined;
  if (project === undefined) throw refusal('project', 'project_id', 'unknown project');
  if (!(await monetixVerifyParameters(parameters, project.secret))) {
    throw refusal('signature', 'signature', 'invalid signature');
  }
  return project;
}

/**
 * Source of the mandatory parameters: Monetix, WebMoney method, "Purchase by using Payment Page", "Request format".
 * The names of the return URLs come from the platform's Payment Page parameters.
 */
function readOrder(project: MonetixProject, parameters: Parameters, nowMs: number): MonetixOrder {
  const checks = new MonetixChecks(project);
  const text = (name: string) => checks.text(name, parameters[name]);
  const url = (...names: string[]) => names.map((name) => checks.url(name, parameters[name])).find((one) => one);
  const amount = parameters['payment_amount'];
  const order: MonetixOrder = {
    projectId: project.id,
    paymentId: text('payment_id'),
    channel: 'page',
    method: checks.oneOf('force_payment_method', parameters['force_payment_method'], ['webmoney-light', 'webmoney']),
    amount: checks.amount('payment_amount', /^\d+$/.test(amount ?? '') ? Number(amount) : amount),
    currency: checks.currency('payment_currency', parameters['payment_currency']),
    description: checks.description('payment_description', parameters['payment_description'], 'Top-up of'),
    customerId: text('customer_id'),
    returnUrls: {
      success: url('merchant_success_url', 'redirect_success_url'),
      decline: url('merchant_fail_url', 'redirect_fail_url'),
      return: url('merchant_return_url'),
    },
    callbackUrl: url('merchant_callback_url'),
    bestBeforeMs: checks.bestBefore('best_before', parameters['best_before'], nowMs),
  };
  text('customer_first_name');
  text('customer_last_name');
  checks.email('customer_email', parameters['customer_email']);
  checks.oneOf('operation_type', parameters['operation_type'], ['sale']);
  checks.finish();
  return order;
}

/** An unfinished page may be opened again with the same payment; anything else needs an id of its own. */
function reopen(order: MonetixOrder, known: MonetixPayment): MonetixPayment {
  const same =
    known.channel === 'page' &&
    known.amount === order.amount &&
    known.currency === order.currency &&
    (order.method === undefined || known.method === undefined || known.method === order.method);
  if (isFinal(known) || !same) {
    throw refusal('payment_id_used', 'payment_id', 'a payment with this ID already exists in the project');
  }
  return known;
}

/** `GET` and `POST /payment`: checks the signed parameters and opens Payment Page, or says what is wrong. */
export async function openPaymentPage(desk: MonetixDesk, search: URLSearchParams): Promise<Response> {
  try {
    const parameters = readParameters(search);
    const project = await authenticate(desk, parameters);
    const order = readOrder(project, parameters, desk.now());
    const known = desk.books.find(order.projectId, order.paymentId);
    if (!known) desk.claim(order);
    const payment = known ? reopen(order, known) : desk.books.register(order);
    await desk.upkeep.commit();
    return seeOther(desk.paths.path(`/payment/${payment.token}`));
  } catch (error) {
    if (!(error instanceof MonetixRefusal)) throw error;
    return refusedPage(desk, 'Monetix Payment Page', 'This payment cannot be opened', error.errors);
  }
}
