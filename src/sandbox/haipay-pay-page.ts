import { virtualAccount } from './haipay-answers.js';
import type { HaipayDesk } from './haipay-desk.js';
import { shownAmount } from './haipay-money.js';
import { amountHead, numberFacts, pageResponse, paymentFacts, refusedPage } from './haipay-pages.js';
import { isFinal, outstanding, takesMoney } from './haipay-payment.js';
import type { HaipayPayment } from './haipay-payment.js';
import { haipayProducts } from './haipay-rows.js';
import { actingPath } from './haipay-waiting.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';

/** Seconds between two looks at an order that is paid elsewhere. */
const reloadSeconds = 5;

function backTo(url: string): Markup {
  return markup`<p><a class="button main" href="${url}">Return to the shop</a></p>`;
}

/** An order nobody can pay any more; the browser goes where the merchant wanted it. */
function resultPage(desk: HaipayDesk, payment: HaipayPayment): Response {
  const { amount, received, currency, status, product } = payment;
  const paid = status === 2 || status === 5;
  const url = new URL(paid ? payment.callBackUrl : payment.callBackFailUrl).href;
  const title = paid ? 'Paid' : status === 3 ? 'Payment failed' : 'Only a part came in';
  const body = markup`${amountHead(amount, payment)}
${status === 3 && markup`<p class="wrong">${payment.errorMsg}</p>`}
${paymentFacts(desk, payment, [['Received', received !== amount && shownAmount(received, currency)]])}
${backTo(url)}`;
  const place = haipayProducts[product].name;
  return pageResponse(desk, { place, title, body, ...(isFinal(payment) ? { leaveTo: url } : {}) });
}

function pendingPage(desk: HaipayDesk, payment: HaipayPayment): Response {
  const body = markup`<p>Somebody still has to confirm this payment.</p>
${amountHead(payment.amount, payment)}
${paymentFacts(desk, payment)}
${backTo(new URL(payment.callBackUrl).href)}`;
  return pageResponse(desk, { place: haipayProducts[payment.product].name, title: 'Waiting for confirmation', body });
}

function walletPage(desk: HaipayDesk, payment: HaipayPayment): Response {
  const place = haipayProducts[payment.product].name;
  const body = markup`${amountHead(payment.amount, payment)}
${paymentFacts(desk, payment)}
<form method="post" action="${desk.path(`/pay/${payment.token}`)}">
<div class="actions">
<button class="main" name="answer" value="approve">Approve</button>
<button name="answer" value="later">Approve, to be confirmed later</button>
<button name="answer" value="decline">Decline</button>
</div>
</form>
<p class="quiet field">Amounts of ¥40,000 and ¥40,400, $400.00 and $404.00 are declined in the end whatever is
approved.</p>`;
  return pageResponse(desk, { place, title: `Pay with ${place}`, body });
}

function konbiniPage(desk: HaipayDesk, payment: HaipayPayment): Response {
  const { name, kiosk } = haipayProducts[payment.product];
  const steps =
    kiosk === undefined
      ? markup`<li>Tell the number at the register.</li>`
      : markup`<li>Enter the numbers at the ${kiosk}, and take the slip it prints.</li>
<li>Bring the slip to the register within 30 minutes.</li>`;
  const body = markup`${amountHead(payment.amount, payment)}
${paymentFacts(desk, payment, numberFacts(payment))}
<ol>${steps}<li>Pay in cash.</li></ol>
<p><a class="button main" href="${desk.path(actingPath(payment))}">Go to the store</a></p>`;
  return pageResponse(desk, { place: name, title: `Pay at ${name}`, body, reloadSeconds });
}

function bankPage(desk: HaipayDesk, payment: HaipayPayment): Response {
  const { bank, branch, accountType, holder } = virtualAccount;
  const account = [
    ['Bank', bank],
    ['Branch', branch],
    ['Type', accountType],
    ['Number', payment.account],
    ['Holder', holder],
  ] as const;
  const received = payment.received > 0 && shownAmount(payment.received, payment.currency);
  const body = markup`<p class="quiet">${payment.received > 0 ? 'Still to be transferred' : 'To be transferred'}</p>
${amountHead(outstanding(payment), payment)}
${paymentFacts(desk, payment, [...account, ['Received', received]])}
<p><a class="button main" href="${desk.path(actingPath(payment))}">Go to the bank</a></p>`;
  return pageResponse(desk, { place: bank, title: 'Pay by bank transfer', body, reloadSeconds });
}

/** `GET /pay/{token}`: the page behind `payUrl`. Whoever opens it has started. */
export async function showPayPage(desk: HaipayDesk, payment: HaipayPayment): Promise<Response> {
  if (payment.status === -1) return pendingPage(desk, payment);
  if (!takesMoney(payment, desk.now())) return resultPage(desk, payment);
  if (payment.status === 0) {
    desk.books.begin(payment);
    await desk.commit();
  }
  const pages = { wallet: walletPage, konbini: konbiniPage, bank: bankPage };
  return pages[haipayProducts[payment.product].kind](desk, payment);
}

/** `POST /pay/{token}`: one of the three buttons in a wallet's app. */
export async function answerInWallet(
  desk: HaipayDesk,
  payment: HaipayPayment,
  form: URLSearchParams,
): Promise<Response> {
  const { kind, name } = haipayProducts[payment.product];
  const answer = form.get('answer') ?? '';
  if (kind !== 'wallet' || !['approve', 'later', 'decline'].includes(answer)) {
    return refusedPage(desk, name, 'No such answer', 'This is not approved or declined here.');
  }
  if (answer === 'decline') desk.books.decline(payment);
  else desk.books.approve(payment, answer === 'later');
  await desk.commit();
  return showPayPage(desk, payment);
}
