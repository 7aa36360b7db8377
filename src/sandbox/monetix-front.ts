import { checkBox, choiceField, numberField, rows } from './front-parts.js';
import type { MonetixCallback } from './monetix-callbacks.js';
import type { MonetixDesk } from './monetix-desk.js';
import { monetixFaultsFromForm } from './monetix-faults.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { instant, pageResponse, refusedPage } from './monetix-pages.js';
import type { MonetixPayment } from './monetix-payment.js';
import type { MonetixPayout } from './monetix-payout.js';
import type { MonetixRefund } from './monetix-refund.js';
import { monetixTotals } from './monetix-totals.js';
import type { MonetixTotals } from './monetix-totals.js';
import { inNationalCurrency } from './monetix-units.js';
import { facts, seeOther } from './page.js';

const place = 'Monetix';

function paymentRow(desk: MonetixDesk, payment: MonetixPayment): Markup {
  const method = { webmoney: 'WebMoney Classic', 'webmoney-light': 'WebMoney Light' }[payment.method ?? 'webmoney'];
  const via = payment.channel === 'gate' ? 'Gate' : 'Payment Page';
  const facts = [payment.method === undefined ? 'not chosen' : method, via, desk.project(payment.projectId)?.name];
  return markup`<li><p class="pair"><span>${payment.paymentId}</span>
<span class="figure">${inNationalCurrency(payment.amount, payment.currency)}</span></p>
<p class="pair quiet"><span>${facts.join(' · ')}</span><span>${payment.status}</span></p></li>`;
}

function refundRow({ payment, refund }: { payment: MonetixPayment; refund: MonetixRefund }): Markup {
  return markup`<li><p class="pair"><span>${payment.paymentId}</span>
<span class="figure">${inNationalCurrency(refund.amount, payment.currency)}</span></p>
<p class="pair quiet"><span>${instant(refund.changedMs)}</span><span>${refund.status}</span></p></li>`;
}

function payoutRow(desk: MonetixDesk, payout: MonetixPayout): Markup {
  const { protection, hold, holdUntilMs = 0 } = payout;
  const code = { waiting: `code until ${instant(holdUntilMs)}`, received: 'code entered', returned: 'came back' };
  const about = [payout.purse, desk.project(payout.projectId)?.name, ...(protection && hold ? [code[hold]] : [])];
  return markup`<li><p class="pair"><span>${payout.paymentId}</span>
<span class="figure">${inNationalCurrency(payout.amount, payout.currency)}</span></p>
<p class="pair quiet"><span>${about.join(' · ')}</span><span>${payout.status}</span></p></li>`;
}

function totalsRow(desk: MonetixDesk, totals: MonetixTotals): Markup {
  const sums = {
    'Paid by customers': totals.moneyIn,
    'Given back': totals.refunded,
    'Paid out': totals.paidOut,
    'Under a code': totals.held,
    'Came back': totals.returned,
  };
  const rows = Object.entries(sums).map(([name, sum]) => [name, inNationalCurrency(sum, totals.currency)] as const);
  return markup`<li><p>${desk.project(totals.projectId)?.name}</p>${facts(rows)}</li>`;
}

function callbackRow({
  paymentId,
  operation,
  status,
  url,
  state,
  attempts,
  dueMs,
  lastAnswer,
}: MonetixCallback): Markup {
  const answer = lastAnswer === undefined ? '' : `, last answer ${lastAnswer === 0 ? 'none' : lastAnswer}`;
  const due = state === 'waiting' ? `, due ${instant(dueMs)}` : '';
  return markup`<li><p class="pair"><span>${paymentId}</span><span>${operation === undefined ? '' : `${operation} `}${status}</span></p>
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
${checkBox('answerLost', 'Register requests but answer HTTP 500', answerLost)}
</div>
<div class="actions"><button class="main">Apply faults</button></div>
</form>`;
}

/** `GET /`: what Monetix knows, and what shall go wrong. */
export function front(desk: MonetixDesk): Response {
  const [payments, payouts] = [desk.books.all(), desk.payouts.all()];
  const refunds = payments.flatMap((payment) => (payment.refunds ?? []).map((refund) => ({ payment, refund })));
  const latest = [...refunds].sort((left, right) => left.refund.createdMs - right.refund.createdMs);
  const body = markup`<p>Payments of the make-believe provider. Customers pay invoices in
<a href="${desk.paths.path('/keeper')}">WebMoney Keeper</a> and find what was paid out to them in
<a href="${desk.paths.path('/keeper/purse')}">their wallets</a>.</p>
<h2>Payments</h2>
${rows(payments, (payment) => paymentRow(desk, payment))}
<h2>Refunds</h2>
${rows(latest, refundRow)}
<h2>Payouts</h2>
${rows(payouts, (payout) => payoutRow(desk, payout))}
<h2>Books</h2>
${rows(monetixTotals(payments, payouts), (totals) => totalsRow(desk, totals))}
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
