import { receiptBody } from './monetix-bodies.js';
import { MonetixChecks, MonetixRefusal, refusal } from './monetix-checks.js';
import type { MonetixDesk } from './monetix-desk.js';
import { hasOperation } from './monetix-payment.js';
import type { MonetixMethod, MonetixOrder } from './monetix-payment.js';
import type { MonetixProject } from './monetix-project.js';
import { monetixVerify } from './monetix-signature.js';

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object inside a body; what is missing or something else counts as empty, so that its fields are reported. */
function part(body: Json, name: string): Json {
  const value = body[name];
  return isObject(value) ? value : {};
}

async function readBody(request: Request): Promise<Json> {
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json') {
    throw refusal('content_type', 'content-type', 'The content type must be application/json');
  }
  try {
    const body: unknown = JSON.parse(await request.text());
    if (isObject(body)) return body;
  } catch {
    // Not JSON and not an object are refused alike.
  }
  throw refusal('json', '', 'The body must be a JSON object');
}

/** Who asks is settled first: the project is known and the signature is its own. */
async function authenticate(desk: MonetixDesk, body: Json): Promise<MonetixProject> {
  const general = part(body, 'general');
  const project = desk.project(general['project_id']);
  if (project === undefined) throw refusal('project', 'general.project_id', 'Unknown project');
  if (!(await monetixVerify(body, project.secret, general['signature']))) {
    throw refusal('signature', 'general.signature', 'Invalid signature');
  }
  return project;
}

/** Source of the fields: Monetix, WebMoney method, "Purchase by using Gate", "Request format". */
function readOrder(project: MonetixProject, method: MonetixMethod, body: Json): MonetixOrder {
  const [general, customer, payment, account, returns] = [
    'general',
    'customer',
    'payment',
    'account',
    'return_url',
  ].map((name) => part(body, name)) as [Json, Json, Json, Json, Json];
  const checks = new MonetixChecks(project);
  const order: MonetixOrder = {
    projectId: project.id,
    paymentId: checks.text('general.payment_id', general['payment_id']),
    channel: 'gate',
    method,
    customerId: checks.text('customer.id', customer['id']),
    amount: checks.amount('payment.amount', payment['amount']),
    currency: checks.currency('payment.currency', payment['currency']),
    description: checks.description('payment.description', payment['description']),
    wmid: method === 'webmoney' ? checks.wmid('account.number', account['number']) : undefined,
    returnUrls: {
      success: checks.url('return_url.success', returns['success']),
      decline: checks.url('return_url.decline', returns['decline']),
      return: checks.url('return_url.return', returns['return']),
    },
    callbackUrl: checks.url('general.merchant_callback_url', general['merchant_callback_url']),
  };
  checks.ip('customer.ip_address', customer['ip_address']);
  checks.text('customer.first_name', customer['first_name']);
  checks.text('customer.last_name', customer['last_name']);
  checks.email('customer.email', customer['email']);
  checks.finish();
  return order;
}

/** A refusal in the shape of Monetix's SDK models; of the request it repeats only what can be trusted to be text. */
function refused(desk: MonetixDesk, body: Json, { errors, message }: MonetixRefusal): Response {
  const { project_id: projectId, payment_id: paymentId } = part(body, 'general');
  const about = {
    ...(desk.project(projectId) === undefined ? {} : { project_id: projectId }),
    ...(typeof paymentId === 'string' ? { payment_id: paymentId } : {}),
  };
  return Response.json({ status: 'error', ...about, code: errors[0]?.code, message, errors }, { status: 400 });
}

/** Answers a request whose body, once it could be read, goes to `act`. */
async function answer(desk: MonetixDesk, request: Request, act: (body: Json) => Promise<Response>): Promise<Response> {
  let body: Json = {};
  try {
    body = await readBody(request);
    return await act(body);
  } catch (error) {
    if (error instanceof MonetixRefusal) return refused(desk, body, error);
    throw error;
  }
}

/** `POST /v2/payment/{method}/sale`: registers a purchase and answers a receipt, which is never a payment. */
export function sale(desk: MonetixDesk, request: Request, method: MonetixMethod): Promise<Response> {
  return answer(desk, request, async (body) => {
    const project = await authenticate(desk, body);
    const order = readOrder(project, method, body);
    if (desk.books.find(order.projectId, order.paymentId)) {
      throw refusal('payment_id_used', 'general.payment_id', 'A payment with this ID already exists in the project');
    }
    const payment = desk.books.register(order);
    await desk.upkeep.commit();
    await desk.pause(desk.faults.receiptDelayMs);
    return desk.faults.answerLost ? new Response(null, { status: 500 }) : Response.json(receiptBody(payment));
  });
}

/**
 * `POST /v2/payment/status`: the payment as it stands, signed, in the shape of its callbacks (one `operation`; the
 * documents are silent on the shape). A Payment Page on which the customer agreed to nothing is not found.
 */
export function status(desk: MonetixDesk, request: Request): Promise<Response> {
  return answer(desk, request, async (body) => {
    const project = await authenticate(desk, body);
    const payment = desk.books.find(project.id, String(part(body, 'general')['payment_id']));
    if (payment === undefined || !hasOperation(payment)) {
      throw refusal('3061', 'general.payment_id', 'Transaction not found');
    }
    const carries = desk.options.statusCarriesRedirectData ?? true;
    const text = await desk.signed(project.id, desk.bodyOf(payment, carries));
    return new Response(text, { headers: { 'content-type': 'application/json' } });
  });
}
