import type { MonetixDesk } from './monetix-desk.js';
import { markup } from './markup.js';
import { amountHead, pageResponse, paymentFacts, refusedPage } from './monetix-pages.js';
import { formFields, hasOperation, isFinal } from './monetix-payment.js';
import type { MonetixPayment } from './monetix-payment.js';
import { hidden, seeOther } from './page.js';

const place = 'WebMoney payment form';

function unknown(desk: MonetixDesk): Response {
  const message = 'is missing, or does not belong to a payment waiting here';
  return refusedPage(desk, place, 'This form cannot be opened', [{ code: 'invalid', field: 'token', message }]);
}

/** The payment that posted fields speak of: every field counts, not the token alone. */
function paymentOf(desk: MonetixDesk, form: URLSearchParams): MonetixPayment | undefined {
  const payment = desk.books.byToken(form.get('token'));
  if (payment === undefined || payment.method === 'webmoney') return undefined;
  const fields = Object.entries(formFields(payment));
  return fields.every(([name, value]) => form.get(name) === value) ? payment : undefined;
}

function resultUrl(desk: MonetixDesk, payment: MonetixPayment): string {
  return desk.paths.path(`/webmoney/result?token=${payment.token}`);
}

/**
 * Where a customer who pressed Cancel goes: `return_url.return`, the merchant's `merchant_return_url`, or back to
 * Payment Page.
 */
function cancelUrl(desk: MonetixDesk, payment: MonetixPayment): string {
  if (payment.returnUrls.return !== undefined) return payment.returnUrls.return;
  if (payment.channel === 'page') return desk.paths.url(`/payment/${payment.token}`);
  return desk.project(payment.projectId)?.websiteUrl ?? desk.paths.url('/');
}

/** `POST /webmoney/pay`: the form itself, opened with the redirect data. */
export async function openForm(desk: MonetixDesk, form: URLSearchParams): Promise<Response> {
  const payment = paymentOf(desk, form);
  if (payment === undefined) return unknown(desk);
  if (!hasOperation(payment) && !isFinal(payment)) {
    desk.books.redirect(payment);
    await desk.upkeep.commit();
  }
  if (isFinal(payment)) return seeOther(resultUrl(desk, payment));
  const body = markup`<p class="quiet">You pay from your WebMoney wallet.</p>
${amountHead(payment)}
${paymentFacts(desk, payment)}
<form method="post" action="${desk.paths.path('/webmoney/answer')}">
${hidden(formFields(payment))}
<div class="actions">
<button class="main" name="answer" value="success">Success</button>
<button name="answer" value="decline">Decline</button>
<button name="answer" value="cancel">Cancel</button>
</div>
</form>
<p class="quiet field">Amounts 400.00 and 404.00 are declined whichever button is pressed. Cancel leaves the payment open.</p>`;
  return pageResponse(desk, { place, title: 'Pay with WebMoney', body });
}

/** `POST /webmoney/answer`: one of the three buttons. */
export async function answerForm(desk: MonetixDesk, form: URLSearchParams): Promise<Response> {
  const payment = paymentOf(desk, form);
  const answer = form.get('answer');
  if (payment === undefined || !hasOperation(payment)) return unknown(desk);
  if (answer === 'success' || answer === 'decline') {
    desk.books.settle(payment, answer);
    await desk.upkeep.commit();
    return seeOther(resultUrl(desk, payment));
  }
  if (isFinal(payment)) return seeOther(resultUrl(desk, payment));
  const leaveTo = new URL(cancelUrl(desk, payment)).href;
  const body = markup`<p>The payment was not made. <a href="${leaveTo}">Return to the shop</a></p>`;
  return pageResponse(desk, { place, title: 'Leaving WebMoney', body, leaveTo });
}

/** `GET /webmoney/result?token=`: what came of it; the customer goes on by pressing a link. */
export function formResult(desk: MonetixDesk, token: string | null): Response {
  const payment = desk.books.byToken(token);
  if (payment?.method !== 'webmoney-light' || !isFinal(payment)) return unknown(desk);
  const titles = { success: 'Payment successful', decline: 'Payment declined', expired: 'Payment expired' };
  const more = [
    ['WebMoney number', payment.providerPaymentId],
    ['Reason', payment.status === 'decline' && payment.message],
  ] as const;
  const body = markup`${amountHead(payment)}
${paymentFacts(desk, payment, more)}
<p><a class="button main" href="${desk.paths.path(`/webmoney/back?token=${payment.token}`)}">Continue</a></p>`;
  return pageResponse(desk, { place, title: titles[payment.status], body });
}

/** `GET /webmoney/back?token=`: 303 to the shop, or to Payment Page when the payment began there. */
export function leaveForm(desk: MonetixDesk, token: string | null): Response {
  const payment = desk.books.byToken(token);
  if (payment === undefined) return unknown(desk);
  if (!isFinal(payment)) return seeOther(cancelUrl(desk, payment));
  if (payment.channel === 'page') return seeOther(desk.paths.path(`/payment/${payment.token}`));
  const { success, decline } = payment.returnUrls;
  return seeOther((payment.status === 'success' ? success : decline) ?? cancelUrl(desk, payment));
}
