import { checkBox, choiceField, numberField, rows } from './front-parts.js';
import type { HaipayDesk } from './haipay-desk.js';
import { haipayFaultsFromForm } from './haipay-faults.js';
import { shownAmount } from './haipay-money.js';
import type { HaipayNotice } from './haipay-notices.js';
import { instant, pageResponse, refusedPage, statusNames } from './haipay-pages.js';
import type { HaipayPayment } from './haipay-payment.js';
import { haipayProducts } from './haipay-rows.js';
import { actingPath, isWaiting } from './haipay-waiting.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { hidden, seeOther } from './page.js';

const place = 'HaiPay';

function orderRow(desk: HaipayDesk, payment: HaipayPayment): Markup {
  const { amount, received, currency, orderId, status, product } = payment;
  const came = received > 0 && received !== amount ? ` · received ${shownAmount(received, currency)}` : '';
  return markup`<p class="pair"><span>${orderId}</span><span class="figure">${shownAmount(amount, currency)}</span></p>
<p class="pair quiet"><span>${haipayProducts[product].name} · ${desk.merchantName(payment)}${came}</span>
<span>${status} ${statusNames[status]}</span></p>`;
}

/** Buttons that name their order for those who hear them. */
function actions(desk: HaipayDesk, payment: HaipayPayment): Markup {
  const { orderId, token } = payment;
  if (payment.status === -1) {
    return markup`<form method="post" action="${desk.path('/confirm')}">${hidden({ token })}
<div class="actions side"><button class="main" name="answer" value="yes" aria-label="Confirm ${orderId}">Confirm</button>
<button name="answer" value="no" aria-label="Reject ${orderId}">Reject</button></div></form>`;
  }
  return markup`<form method="post" action="${desk.path('/expire')}">${hidden({ token })}
<div class="actions side"><a class="button" href="${desk.path(actingPath(payment))}" aria-label="Open ${orderId}">Open</a>
<button aria-label="Let expire ${orderId}">Let expire</button></div></form>`;
}

function noticeRow({ orderId, status, url, state, attempts, dueMs, lastReply }: HaipayNotice): Markup {
  const answer = lastReply === undefined ? '' : `, last reply ${lastReply === '' ? 'none' : lastReply}`;
  const due = state === 'waiting' ? `, due ${instant(dueMs)}` : '';
  return markup`<li><p class="pair"><span>${orderId}</span><span>${status} ${statusNames[status]}</span></p>
<p class="pair quiet"><span>${url}</span><span>${state}, ${attempts} sent${answer}${due}</span></p></li>`;
}

const contradictions = { no: 'The truth', behind: 'Still in progress', opposite: 'The opposite' };
const spoiled = { none: 'None', answers: 'Answers', notifications: 'Notifications', all: 'All' };

function faultForm(desk: HaipayDesk): Markup {
  const { duplicate, delayMs, lose, answerDelayMs, queryContradicts, wrongSignature, ...boxes } = desk.faults;
  const isCounted = typeof lose === 'number';
  return markup`<form method="post" action="${desk.path('/faults')}">
<div class="grid">
${numberField('duplicate', 'Send each notification, times', duplicate)}
${numberField('delayMs', 'Delay notifications, ms', delayMs)}
${choiceField('lose', 'Lose notifications', { none: 'None', all: 'All', count: 'The next few' }, isCounted ? 'count' : lose)}
${numberField('loseCount', 'How many of the next to lose', isCounted ? lose : 0)}
${numberField('answerDelayMs', 'Delay answers, ms', answerDelayMs)}
${choiceField('queryContradicts', 'Queries about results say', contradictions, queryContradicts)}
${choiceField('wrongSignature', 'Sign wrongly', spoiled, wrongSignature)}
</div>
<div class="field">
${checkBox('reorder', 'Deliver news of a part after the result', boxes.reorder)}
${checkBox('notifyBeforeAnswer', 'Pay at once, and notify before the application is answered', boxes.notifyBeforeAnswer)}
${checkBox('answerLost', 'Register applications but answer HTTP 500', boxes.answerLost)}
</div>
<div class="actions"><button class="main">Apply faults</button></div>
</form>`;
}

/** `GET /`: what waits to be paid, what was, and what shall go wrong. */
export function front(desk: HaipayDesk): Response {
  const all = desk.books.all();
  const [waiting, ended] = [true, false].map((yes) => all.filter((one) => isWaiting(one, desk.now()) === yes));
  const body = markup`<p>Orders of the make-believe provider. They are paid at
<a href="${desk.path('/counter')}">a store</a>, by transfer from <a href="${desk.path('/bank')}">the bank</a> or in
<a href="${desk.path('/wallet')}">a wallet app</a>. Wallets decline ¥40,000 and ¥40,400, $400.00 and $404.00.</p>
<h2>Waiting</h2>
${rows(waiting ?? [], (payment) => markup`<li>${orderRow(desk, payment)}${actions(desk, payment)}</li>`)}
<h2>Ended</h2>
${rows(ended ?? [], (payment) => markup`<li>${orderRow(desk, payment)}</li>`)}
<h2>Notifications</h2>
${rows(desk.notices.all(), noticeRow)}
<h2>Faults</h2>
${faultForm(desk)}`;
  return pageResponse(desk, { place, title: 'HaiPay sandbox', body, wide: true });
}

/** `POST /faults`: the switches of the front page. */
export async function switchFaults(desk: HaipayDesk, form: URLSearchParams): Promise<Response> {
  try {
    await desk.changeFaults(haipayFaultsFromForm(form));
    return seeOther(desk.path('/'));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refusedPage(desk, place, 'Faults not changed', error.message);
  }
}

/** `POST /expire` and `POST /confirm`: what no payer does. */
export async function actOnOrder(
  desk: HaipayDesk,
  form: URLSearchParams,
  what: 'expire' | 'confirm',
): Promise<Response> {
  const payment = desk.books.byToken(form.get('token'));
  if (payment === undefined) return refusedPage(desk, place, 'No such order', 'The form names no order.');
  if (what === 'expire') desk.books.close(payment);
  else desk.books.confirm(payment, form.get('answer') === 'yes');
  await desk.commit();
  return seeOther(desk.path('/'));
}
