import type { SbpsDesk } from './sbps-desk.js';
import type { SbpsPayment } from './sbps-payment.js';
import { reasonOf } from './sbps-payment.js';
import { apiRefusal, readRefundRequest, refundFunction, SbpsApiRefusal } from './sbps-refund-request.js';
import type { SbpsRefundRequest } from './sbps-refund-request.js';
import { refundProblem } from './sbps-refunds.js';
import { sbpsTime } from './sbps-time.js';
import { readApiRequest, writeApiAnswer } from './sbps-xml.js';
import type { SbpsXmlFields } from './sbps-xml.js';

function xml(fields: SbpsXmlFields, problem?: string): Response {
  const headers = new Headers({ 'content-type': 'text/xml' });
  // The protocol has a code only; whoever looks for a fault is helped by a sentence.
  if (problem !== undefined) headers.set('x-sandbox-problem', problem);
  return new Response(writeApiAnswer(refundFunction, fields), { headers });
}

function refused(desk: SbpsDesk, { errorCode, message }: SbpsApiRefusal): Response {
  const fields = [
    ['res_result', 'NG'],
    ['res_sps_transaction_id', ''],
    ['res_process_date', ''],
    ['res_err_code', errorCode],
    ['res_date', sbpsTime(desk.now())],
  ] as const;
  return xml(fields, message);
}

function paymentOf(desk: SbpsDesk, { merchant, trackingId }: SbpsRefundRequest): SbpsPayment {
  const payment = desk.books.byTracking(merchant, trackingId);
  if (payment?.product === 'alipay-plus') return payment;
  throw apiRefusal('tracking', 'tracking_id', 'is not that of an Alipay+ payment');
}

/** Gives money of Alipay+ back, in full or in part, and says so. */
async function refund(desk: SbpsDesk, request: SbpsRefundRequest): Promise<Response> {
  const payment = paymentOf(desk, request);
  const { amount = payment.amount } = request;
  const problem = refundProblem(payment, amount, desk.now());
  if (problem !== '') throw new SbpsApiRefusal(problem, reasonOf(problem));
  const { transactionId, changedMs } = desk.books.refund(payment, { amount, by: 'api', status: 'done' });
  await desk.upkeep.commit();
  return xml([
    ['res_result', 'OK'],
    ['res_sps_transaction_id', transactionId],
    ['res_tracking_id', payment.trackingId],
    ['res_process_date', sbpsTime(changedMs)],
    ['res_err_code', ''],
    ['res_date', sbpsTime(desk.now())],
  ]);
}

async function act(desk: SbpsDesk, request: Request, merchants: ReturnType<SbpsDesk['merchantsBehind']>) {
  const [type] = (request.headers.get('content-type') ?? '').split(';');
  const body = new Uint8Array(await request.arrayBuffer());
  const message = type?.trim().toLowerCase() === 'text/xml' ? readApiRequest(body) : undefined;
  if (message === undefined) throw apiRefusal('xml', 'The request', 'is not XML in Shift_JIS, sent as text/xml');
  if (message.id !== refundFunction) throw apiRefusal('attribute', 'id', 'is not a function of this sandbox');
  const wanted = await readRefundRequest(message.fields, merchants, desk.now());
  if (desk.faults.api === 'fails before') throw apiRefusal('system', 'The system', 'is out of order');
  const answer = await refund(desk, wanted);
  if (desk.faults.api === 'fails after') throw apiRefusal('system', 'The system', 'is out of order');
  return answer;
}

async function answer(desk: SbpsDesk, request: Request): Promise<Response> {
  const merchants = desk.merchantsBehind(request.headers.get('authorization'));
  if (merchants.length === 0) {
    return new Response(null, { status: 401, headers: { 'www-authenticate': 'Basic realm="SBPS API"' } });
  }
  try {
    return await act(desk, request, merchants);
  } catch (error) {
    if (!(error instanceof SbpsApiRefusal)) throw error;
    return refused(desk, error);
  }
}

/**
 * `POST /api/xmlapi.do`: SBPS's API type, of which this sandbox has the refund of Alipay+. A refusal is an HTTP 200 too.
 * Source: SBPS API type; Alipay+, refund ST02-00306-510.
 */
export async function receiveApi(desk: SbpsDesk, request: Request): Promise<Response> {
  const done = await answer(desk, request);
  await desk.pause(desk.faults.apiDelayMs);
  if (desk.faults.api === 'answer lost') return new Response(null, { status: 500 });
  if (desk.faults.api !== 'unreadable') return done;
  const whole = new Uint8Array(await done.arrayBuffer());
  return new Response(whole.slice(0, whole.length / 2), done);
}
