import type { MonetixDesk } from './monetix-desk.js';
import { markup } from './markup.js';
import { amountHead, instant, pageResponse, paymentFacts } from './monetix-pages.js';
import { formFields, hasOperation, isFinal } from './monetix-payment.js';
import type { MonetixFinalStatus, MonetixPayment } from './monetix-payment.js';
import { inNationalCurrency, inTitleUnits, monetixUnitOf, monetixUnits } from './monetix-units.js';
import { facts, hidden, seeOther } from './page.js';

const place = 'Monetix Payment Page';

/** Seconds between two looks at an invoice that waits to be paid. */
const reloadSeconds = 5;

/** The way back for a customer who stops here, when the merchant named one. */
function wayBack(desk: MonetixDesk, payment: MonetixPayment) {
  const url = payment.returnUrls.return ?? desk.project(payment.projectId)?.websiteUrl;
  return url !== undefined && markup`<p class="field"><a href="${url}">Return to the shop without paying</a></p>`;
}

function resultPage(desk: MonetixDesk, payment: MonetixPayment & { status: MonetixFinalStatus }): Response {
  const paid = payment.status === 'success';
  const titles = { success: 'Paid', decline: 'Payment declined', expired: 'Payment expired' };
  const url =
    (paid ? payment.returnUrls.success : payment.returnUrls.decline) ??
    payment.returnUrls.return ??
    desk.project(payment.projectId)?.websiteUrl;
  const link = url !== undefined && markup`<p><a class="button main" href="${url}">Return to the shop</a></p>`;
  const reason = payment.status === 'decline' && markup`<p class="wrong">${payment.message}</p>`;
  const body = markup`${reason}${amountHead(payment)}
${paymentFacts(desk, payment, [['WebMoney number', payment.providerPaymentId]])}
${link}`;
  return pageResponse(desk, { place, title: titles[payment.status], body });
}

function choicePage(desk: MonetixDesk, payment: MonetixPayment): Response {
  const body = markup`${amountHead(payment)}
${paymentFacts(desk, payment)}
<form action="${desk.paths.path(`/payment/${payment.token}`)}">
<fieldset><legend>Choose how to pay</legend>
<div class="actions">
<button name="method" value="webmoney-light">WebMoney Light</button>
<button name="method" value="webmoney">WebMoney Classic</button>
</div></fieldset>
</form>
${wayBack(desk, payment)}`;
  return pageResponse(desk, { place, title: 'Payment', body });
}

function lightPage(desk: MonetixDesk, payment: MonetixPayment): Response {
  const body = markup`${amountHead(payment)}
${paymentFacts(desk, payment)}
<form method="post" action="${desk.paths.path('/webmoney/pay')}">
${hidden(formFields(payment))}
<div class="actions"><button class="main">Continue to WebMoney</button></div>
</form>
${wayBack(desk, payment)}`;
  return pageResponse(desk, { place, title: 'WebMoney Light', body });
}

interface InvoiceFormProblems {
  wmid?: string;
  problem?: string;
}

function invoiceForm(
  desk: MonetixDesk,
  payment: MonetixPayment,
  { wmid = '', problem }: InvoiceFormProblems = {},
): Response {
  const own = monetixUnitOf(payment.currency);
  const units = monetixUnits.map(
    ({ unit, currency }) =>
      markup`<option value="${unit}"${unit === own.unit && markup` selected`}>${unit} (${currency})</option>`,
  );
  const wrong = problem !== undefined && markup`<p class="wrong" role="alert" id="problem">${problem}</p>`;
  const described = problem === undefined ? 'wmid-hint' : 'problem wmid-hint';
  const body = markup`${amountHead(payment)}
${paymentFacts(desk, payment)}
${wrong}
<form method="post" action="${desk.paths.path(`/payment/${payment.token}/invoice`)}">
<div class="field"><label for="wmid">WMID</label>
<input type="text" id="wmid" name="wmid" value="${wmid}" inputmode="numeric" autocomplete="off" required aria-describedby="${described}" />
<p class="quiet" id="wmid-hint">12 digits; any will do here.</p></div>
<div class="field"><label for="unit">Wallet currency</label><select id="unit" name="unit">${units}</select></div>
<div class="actions"><button class="main">Pay ${inTitleUnits(payment.amount, payment.currency)}</button></div>
</form>
${wayBack(desk, payment)}`;
  return pageResponse(desk, { place, title: 'WebMoney Classic', body, status: problem === undefined ? 200 : 400 });
}

function noticePage(desk: MonetixDesk, payment: MonetixPayment): Response {
  const keeperUrl = desk.paths.path(`/keeper?wmid=${payment.wmid ?? ''}`);
  const body = markup`<p>An invoice was sent to your wallet. Visit WebMoney Keeper and pay it; this page then shows the result.</p>
${facts([
  ['Invoice', String(payment.operationId)],
  ['WMID', payment.wmid],
  ['Amount', inTitleUnits(payment.amount, payment.currency)],
  ['In national currency', inNationalCurrency(payment.amount, payment.currency)],
  ['Description', payment.description],
  ['Valid until', instant(payment.validUntilMs)],
])}
<div class="actions">
<a class="button main" href="${keeperUrl}" target="_blank" rel="noopener">Open WebMoney Keeper (new tab)</a>
<a class="button" href="${desk.paths.path(`/payment/${payment.token}`)}">Check again</a>
</div>
${wayBack(desk, payment)}`;
  return pageResponse(desk, { place, title: 'Pay the invoice in WebMoney Keeper', body, reloadSeconds });
}

/** `GET /payment/{token}`: the page as the payment stands. `method` is the customer's choice, where it is theirs. */
export function showPaymentPage(desk: MonetixDesk, payment: MonetixPayment, chosen: string | null): Response {
  const method = payment.method ?? chosen;
  if (isFinal(payment)) return resultPage(desk, payment);
  if (method === 'webmoney-light') return lightPage(desk, payment);
  if (method !== 'webmoney') return choicePage(desk, payment);
  return hasOperation(payment) ? noticePage(desk, payment) : invoiceForm(desk, payment);
}

/** `POST /payment/{token}/invoice`: the customer gives a WMID and is sent an invoice. */
export async function requestInvoice(
  desk: MonetixDesk,
  payment: MonetixPayment,
  form: URLSearchParams,
): Promise<Response> {
  const wmid = form.get('wmid')?.trim() ?? '';
  const { unit, currency } = monetixUnitOf(payment.currency);
  if (payment.method === 'webmoney-light') return seeOther(desk.paths.path(`/payment/${payment.token}`));
  if (!/^\d{12}$/.test(wmid)) return invoiceForm(desk, payment, { wmid, problem: 'A WMID has 12 digits.' });
  if (form.get('unit') !== unit) {
    const problem = `This payment is in ${currency}. The sandbox converts nothing: choose a ${unit} wallet.`;
    return invoiceForm(desk, payment, { wmid, problem });
  }
  desk.books.invoice(payment, wmid);
  await desk.upkeep.commit();
  return seeOther(desk.paths.path(`/payment/${payment.token}`));
}
