import { checkBox, choiceField, numberField, rows } from './front-parts.js';
import type { MonetixCallback } from './monetix-callbacks.js';
import type { MonetixDesk } from './monetix-desk.js';
import { monetixFaultsFromForm } from './monetix-faults.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { instant, pageResponse, refusedPage } from './monetix-pages.js';
import type { MonetixPayment } from './monetix-payment.js';
import { inNationalCurrency } from './monetix-units.js';
import { seeOther } from './page.js';

const place = 'Monetix';

function paymentRow(desk: MonetixDesk, payment: MonetixPayment): Markup {
  const method = { webmoney: 'WebMoney Classic', 'webmoney-light': 'WebMoney Light' }[payment.method ?? 'webmoney'];
  const via = payment.channel === 'gate' ? 'Gate' : 'Payment Page';
  const facts = [payment.method === undefined ? 'not chosen' : method, via, desk.project(payment.projectId)?.name];
  return markup`<li><p class="pair"><span>${payment.paymentId}</span>
<span class="figure">${inNationalCurrency(payment.amount, payment.currency)}</span></p>
<p class="pair quiet"><span>${facts.join(' · ')}</span><span>${payment.status}</span></p></li>`;
}

function callbackRow({ paymentId, status, url, state, attempts, dueMs, lastAnswer }: MonetixCallback): Markup {
  const answer = lastAnswer === undefined ? '' : `, last answer ${lastAnswer === 0 ? 'none' : lastAnswer}`;
  const due = state === 'waiting' ? `, due ${instant(dueMs)}` : '';
  return markup`<li><p class="pair"><span>${paymentId}</span><span>${status}</span></p>
<p class="pair quiet"><span>${url}</span><span>${state}, ${attempts} sent${answer}${due}</span></p></li>`;
}

function faultForm(desk: MonetixDesk): Markup {
  const { duplicate, reorder, delayMs, lose, answerLost, receiptDelayMs } = desk.faults;
  const choices = { none: 'None', redirect: 'Those with redirect data', all: 'All', count: 'The next few' };
  const chosen = typeof lose === 'number' ? 'count' : lose;
  return markup`<form method="post" action="${desk.paths.path('/faults')}">
<div class="grid">
${numberField('duplicate', 'Send each callback, times', duplicate)}
${numberField('delayMs', 'Delay callbacks, ms', delayMs)}
${choiceField('lose', 'Lose callbacks', choices, chosen)}
${numberField('loseCount', 'How many of the next to lose', typeof lose === 'number' ? lose : 0)}
${numberField('receiptDelayMs', 'Delay receipts, ms', receiptDelayMs)}
</div>
<div class="field">
${checkBox('reorder', 'Deliver waiting statuses after the result', reorder)}
${checkBox('answerLost', 'Register sales but answer HTTP 500', answerLost)}
</div>
<div class="actions"><button class="main">Apply faults</button></div>
</form>`;
}

/** `GET /`: what Monetix knows, and what shall go wrong. */
export function front(desk: MonetixDesk): Response {
  const body = markup`<p>Payments of the make-believe provider. Customers pay invoices in
<a href="${desk.paths.path('/keeper')}">WebMoney Keeper</a>.</p>
<h2>Payments</h2>
${rows(desk.books.all(), (payment) => paymentRow(desk, payment))}
<h2>Callbacks</h2>
${rows(desk.callbacks.all(), callbackRow)}
<h2>Faults</h2>
${faultForm(desk)}`;
  return pageResponse(desk, { place, title: 'Monetix sandbox', body, wide: true });
}

/** `POST /faults`: the switches of the front page. */
export async function switchFaults(desk: MonetixDesk, form: URLSearchParams): Promise<Response> {
  try {
    await desk.changeFaults(monetixFaultsFromForm(form));
    return seeOther(desk.paths.path('/'));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refusedPage(desk, place, 'Faults not changed', [
      { code: 'invalid', field: 'faults', message: error.message },
    ]);
  }
}
