import { answerData } from './haipay-answers.js';
import { queryData } from './haipay-bodies.js';
import { haipayErrors, HaipayRefusal, readOrder, requiredText } from './haipay-checks.js';
import type { HaipayDesk } from './haipay-desk.js';
import type { HaipayMerchant } from './haipay-merchant.js';
import type { HaipayPayment } from './haipay-payment.js';
import { haipayProducts } from './haipay-rows.js';
import type { HaipayCurrency } from './haipay-rows.js';
import type { HaipayFields } from './haipay-signature.js';

function isFlat(value: unknown): value is HaipayFields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((one) => one === null || typeof one !== 'object');
}

async function readFields(request: Request): Promise<HaipayFields> {
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json') {
    throw new HaipayRefusal(haipayErrors.request, 'content-type', 'must be application/json');
  }
  try {
    const fields: unknown = JSON.parse(await request.text());
    if (isFlat(fields)) return fields;
  } catch {
    // Not JSON and not an object of plain values are refused alike.
  }
  throw new HaipayRefusal(haipayErrors.request, 'body', 'must be a JSON object of plain values');
}

/** Who asks is settled first: the appId belongs to the currency of the path, and the signature is its own. */
async function authenticate(desk: HaipayDesk, fields: HaipayFields, currency: HaipayCurrency): Promise<HaipayMerchant> {
  const merchant = desk.merchant(fields['appId']);
  if (merchant?.currency !== currency) {
    throw new HaipayRefusal(haipayErrors.appId, 'appId', `is not known in ${currency}`);
  }
  if (!(await desk.isGenuine(merchant, fields))) {
    throw new HaipayRefusal(haipayErrors.signature, 'sign', 'is wrong');
  }
  return merchant;
}

/** The envelope of the samples, or that of the FAQ's error, which has no data. */
function envelope(desk: HaipayDesk, error: string, msg: string, data?: HaipayFields): Response {
  const status = error === '00000000' ? 1 : 0;
  const written = desk.options.statusAs === 'number' ? status : String(status);
  return Response.json({ status: written, error, msg, ...(data === undefined ? {} : { data }) });
}

/** Answers a request; a refusal is an HTTP 200 too. */
async function answer(
  desk: HaipayDesk,
  request: Request,
  currency: HaipayCurrency,
  act: (merchant: HaipayMerchant, fields: HaipayFields) => Promise<Response>,
): Promise<Response> {
  try {
    const fields = await readFields(request);
    return await act(await authenticate(desk, fields, currency), fields);
  } catch (error) {
    if (error instanceof HaipayRefusal) return envelope(desk, error.code, error.message);
    throw error;
  }
}

/** A buyer as quick as light: the fault with which news comes before the answer. */
async function payAtOnce(desk: HaipayDesk, payment: HaipayPayment): Promise<void> {
  if (haipayProducts[payment.product].kind === 'wallet') desk.books.approve(payment, false);
  else desk.books.receive(payment, payment.amount);
  await desk.deliverDue();
}

/** `POST /{currency}/collect/apply`: registers an order and answers what the payer needs. */
export function apply(desk: HaipayDesk, request: Request, currency: HaipayCurrency): Promise<Response> {
  return answer(desk, request, currency, async (merchant, fields) => {
    const order = readOrder(fields, merchant, desk.rules);
    if (desk.books.find(order.appId, order.orderId)) {
      throw new HaipayRefusal(haipayErrors.used, 'orderId', 'is used already');
    }
    const payment = desk.books.register(order);
    await desk.commit();
    if (desk.faults.notifyBeforeAnswer) await payAtOnce(desk, payment);
    await desk.pause(desk.faults.answerDelayMs);
    if (desk.faults.answerLost) return new Response(null, { status: 500 });
    const payUrl = desk.paths.url(`/pay/${payment.token}`);
    const data = answerData(payment, desk.options.answers ?? {}, payUrl);
    return envelope(desk, '00000000', '', await desk.signedAnswer(order.appId, data));
  });
}

/** `POST /{currency}/collect/query`: the order as it stands, by the merchant's number. */
export function query(desk: HaipayDesk, request: Request, currency: HaipayCurrency): Promise<Response> {
  return answer(desk, request, currency, async (merchant, fields) => {
    const payment = desk.books.find(merchant.appId, requiredText(fields, 'orderId'));
    const orderNo = fields['orderNo'] ?? '';
    if (payment === undefined || (orderNo !== '' && orderNo !== payment.orderNo)) {
      throw new HaipayRefusal(haipayErrors.unknownOrder, 'orderId', 'is not known');
    }
    await desk.pause(desk.faults.answerDelayMs);
    const data = queryData(payment, desk.faults.queryContradicts);
    return envelope(desk, '00000000', '', await desk.signedAnswer(merchant.appId, data));
  });
}
