import type { MonetixDesk } from './monetix-desk.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { amountHead, instant, pageResponse, refusedPage } from './monetix-pages.js';
import { isFinal } from './monetix-payment.js';
import type { MonetixPayment } from './monetix-payment.js';
import { facts, hidden, seeOther } from './page.js';

const place = 'WebMoney Keeper';

function invoiceRow(desk: MonetixDesk, payment: MonetixPayment, wmid: string): Markup {
  return markup`<li>
${amountHead(payment)}
${facts([
  ['From', desk.project(payment.projectId)?.name],
  ['Description', payment.description],
  ['Invoice', String(payment.operationId)],
  ['To WMID', payment.wmid],
  ['Valid until', instant(payment.validUntilMs)],
])}
<form method="post" action="${desk.paths.path('/keeper/answer')}">
${hidden({ token: payment.token, wmid })}
<div class="actions side">
<button class="main" name="answer" value="pay" aria-label="Pay invoice ${payment.operationId}">Pay</button>
<button name="answer" value="refuse" aria-label="Refuse invoice ${payment.operationId}">Refuse</button>
</div>
</form>
</li>`;
}

/** What came of the invoice that was answered last. */
function lastAnswer(payment: MonetixPayment | undefined): Markup | undefined {
  if (payment === undefined || !isFinal(payment)) return undefined;
  const number = payment.operationId;
  if (payment.status === 'success') return markup`<p role="status">Invoice ${number} is paid.</p>`;
  if (payment.status === 'expired') return markup`<p role="status">Invoice ${number} is no longer valid.</p>`;
  return markup`<p role="status" class="wrong">Invoice ${number} was not paid: ${payment.message}.</p>`;
}

/** `GET /keeper?wmid=`: invoices that wait, of one WMID or of everybody, since nobody logs in here. */
export function keeper(desk: MonetixDesk, query: URLSearchParams): Response {
  const wmid = query.get('wmid')?.trim() ?? '';
  const waiting = desk.books
    .all()
    .filter((payment) => payment.method === 'webmoney' && payment.wmid !== undefined && !isFinal(payment))
    .filter((payment) => wmid === '' || payment.wmid === wmid);
  const list = markup`<ul class="rows">${waiting.map((payment) => invoiceRow(desk, payment, wmid))}</ul>`;
  const body = markup`<p class="quiet">Invoices that shops have sent to this wallet.</p>
${lastAnswer(desk.books.byToken(query.get('done')))}
<form action="${desk.paths.path('/keeper')}">
<div class="field"><label for="wmid">WMID</label>
<input type="text" id="wmid" name="wmid" value="${wmid}" inputmode="numeric" autocomplete="off" aria-describedby="wmid-hint" />
<p class="quiet" id="wmid-hint">Empty shows the invoices of every WMID.</p></div>
<div class="actions"><button>Show invoices</button></div>
</form>
<h2>Waiting invoices</h2>
${waiting.length === 0 ? markup`<p>There is nothing to pay.</p>` : list}`;
  return pageResponse(desk, { place, title: 'Incoming invoices', body });
}

/** `POST /keeper/answer`: pays or refuses one invoice; like every test payment it ends as its amount decides. */
export async function answerInvoice(desk: MonetixDesk, form: URLSearchParams): Promise<Response> {
  const payment = desk.books.byToken(form.get('token'));
  const answer = form.get('answer');
  if (payment?.method !== 'webmoney' || payment.wmid === undefined || (answer !== 'pay' && answer !== 'refuse')) {
    const message = 'does not name an invoice and an answer';
    return refusedPage(desk, place, 'No such invoice', [{ code: 'invalid', field: 'token', message }]);
  }
  desk.books.settle(payment, answer === 'pay' ? 'success' : 'decline');
  await desk.upkeep.commit();
  const query = new URLSearchParams({ wmid: form.get('wmid') ?? '', done: payment.token });
  return seeOther(desk.paths.path(`/keeper?${query}`));
}
