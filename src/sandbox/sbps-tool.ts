import { rows } from './front-parts.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { facts, hidden, seeOther } from './page.js';
import type { SbpsDesk } from './sbps-desk.js';
import { pageResponse, placeOf } from './sbps-pages.js';
import { reasonOf, yen } from './sbps-payment.js';
import type { SbpsPayment, SbpsRefund } from './sbps-payment.js';
import { inTime, refundProblem, restOf } from './sbps-refunds.js';
import { clockText } from './sbps-time.js';

const home = '/tool';

/** What the buttons of the billing information screen are called. Source: SBPS, Alipay+ and WebMoney Payment. */
function refundButton({ product, amount }: SbpsPayment, rest: number): string {
  if (product === 'webmoney') return 'Refund request from SPS';
  return rest < amount ? 'Partial refund' : 'Refund';
}

function refundForm(desk: SbpsDesk, payment: SbpsPayment, rest: number): Markup {
  const { token, orderId } = payment;
  const button = refundButton(payment, rest);
  return markup`<form method="post" action="${desk.paths.path(`${home}/refund`)}">${hidden({ token })}
<div class="field"><label for="sum-${token}">Sum to give back of ${orderId}, in yen</label>
<input type="number" id="sum-${token}" name="amount" value="${rest}" min="1" max="${rest}" step="1" required /></div>
<div class="actions"><button aria-label="${button}: ${orderId}">${button}</button></div></form>`;
}

function processForm(desk: SbpsDesk, { token, orderId }: SbpsPayment): Markup {
  return markup`<form method="post" action="${desk.paths.path(`${home}/process`)}">${hidden({ token })}
<div class="actions"><button aria-label="SBPS refunds it now: ${orderId}">SBPS refunds it now</button></div></form>`;
}

function refundRow(desk: SbpsDesk, { transactionId, amount, by, status, changedMs }: SbpsRefund): Markup {
  const what = status === 'done' ? 'given back' : 'requested';
  const when = clockText(changedMs, desk.now());
  return markup`<p class="pair quiet"><span>${what} ${by === 'api' ? 'by API' : 'here'}, ${when}, ${transactionId}</span>
<span class="figure">${yen(-amount)}</span></p>`;
}

function paymentRow(desk: SbpsDesk, payment: SbpsPayment): Markup {
  const { orderId, amount, trackingId, refunds } = payment;
  const rest = restOf(payment);
  const late = !inTime(payment, desk.now());
  return markup`<li><p class="pair"><span>${orderId}</span><span class="figure">${yen(amount)}</span></p>
<p class="pair quiet"><span>${placeOf(payment)}, ${trackingId}</span><span>${yen(rest)} left</span></p>
${refunds.map((refund) => refundRow(desk, refund))}
${late && markup`<p class="quiet">The time to give this payment back is over.</p>`}
${rest > 0 && !late && refundForm(desk, payment, rest)}
${refunds.some(({ status }) => status === 'requested') && processForm(desk, payment)}</li>`;
}

/** `GET /tool`: the payments that can be given back by hand, as in SBPS's payment management tool. */
export function showTool(desk: SbpsDesk): Response {
  const paid = desk.books.all().filter(({ status }) => status === 'paid');
  const body = markup`<p>Money of Alipay+ goes back at once. For WebMoney, SBPS is asked to give it back: requests are
closed on Wednesdays and refunded on Fridays, which here is a button.</p>
<h2>Payments</h2>
${rows(paid, (payment) => paymentRow(desk, payment))}
<p class="field"><a class="button" href="${desk.paths.path('/')}">Back to the sandbox</a></p>`;
  return pageResponse(desk, { place: 'SBPS', title: 'Payment management tool', body, wide: true });
}

function refusedPage(desk: SbpsDesk, problem: string, errorCode = ''): Response {
  const body = markup`<p class="wrong">${problem}</p>
${facts([['Error code', errorCode]])}
<p class="field"><a class="button" href="${desk.paths.path(home)}">Back to the payments</a></p>`;
  return pageResponse(desk, { place: 'SBPS', title: 'Nothing was given back', body, status: 400 });
}

/** `POST /tool/refund`: a refund of Alipay+, or a request for one of WebMoney. */
export async function refundByTool(desk: SbpsDesk, form: URLSearchParams): Promise<Response> {
  const payment = desk.books.byToken(form.get('token'));
  const amount = Number(form.get('amount'));
  if (payment === undefined) return refusedPage(desk, 'There is no such payment.');
  if (!Number.isSafeInteger(amount) || amount < 1) return refusedPage(desk, 'The sum must be ¥1 or more.');
  const errorCode = refundProblem(payment, amount, desk.now());
  if (errorCode !== '') return refusedPage(desk, reasonOf(errorCode), errorCode);
  const status = payment.product === 'webmoney' ? 'requested' : 'done';
  desk.books.refund(payment, { amount, by: 'tool', status });
  await desk.upkeep.commit();
  return seeOther(desk.paths.path(home));
}

/** `POST /tool/process`: SBPS's Friday. */
export async function processRefunds(desk: SbpsDesk, form: URLSearchParams): Promise<Response> {
  const payment = desk.books.byToken(form.get('token'));
  if (payment) desk.books.processRefunds(payment);
  await desk.upkeep.commit();
  return seeOther(desk.paths.path(home));
}
