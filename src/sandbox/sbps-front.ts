import { checkBox, choiceField, numberField, rows } from './front-parts.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { hidden, seeOther } from './page.js';
import type { SbpsDesk } from './sbps-desk.js';
import { sbpsApiFaults, sbpsFaultsFromForm } from './sbps-faults.js';
import type { SbpsNotice } from './sbps-notices.js';
import { errorPage, pageResponse, placeOf } from './sbps-pages.js';
import { isFinal, reasonOf, yen } from './sbps-payment.js';
import type { SbpsPayment } from './sbps-payment.js';
import { clockText } from './sbps-time.js';
import { walletPath } from './sbps-wallet-app.js';
import { sbpsWallet } from './sbps-wallets.js';

/** A payment that waits for somebody, as a list over several providers shows it. */
export interface SbpsWaiting {
  /** `SBPS`. */
  provider: string;
  /** The merchant's order. */
  id: string;
  /** What is waiting, in words. */
  what: string;
  /** For people: `¥1,000`. */
  amount: string;
  /** Absolute URL of the page on which it can be acted on. */
  url: string;
}

function waitingAt(desk: SbpsDesk, payment: SbpsPayment): SbpsWaiting {
  const { orderId, amount, itemName, token, account } = payment;
  const wallet = sbpsWallet(payment.wallet);
  const inApp = wallet && (wallet.procedure === 'scan' || account !== undefined);
  const what = [placeOf(payment), wallet?.name, itemName].filter(Boolean).join(' · ');
  const url = desk.paths.url(inApp ? walletPath(payment, wallet.id) : `/pay/${token}`);
  return { provider: 'SBPS', id: orderId, what, amount: yen(amount), url };
}

function openPayments(desk: SbpsDesk): readonly SbpsPayment[] {
  return desk.books.all().filter((payment) => !isFinal(payment));
}

/** The open payments, oldest first. A wallet that was chosen is acted on in its app. */
export function waitingOf(desk: SbpsDesk): SbpsWaiting[] {
  return openPayments(desk).map((payment) => waitingAt(desk, payment));
}

function noteOf(payment: SbpsPayment): string {
  const stands = payment.status === 'paid' && payment.told === 'failed';
  const told = {
    no: '',
    waiting: 'being told',
    later: 'told later',
    ok: 'told',
    failed: 'not confirmed',
    lost: 'never told',
  };
  const charge = stands ? 'the charge stands and needs a refund by hand' : '';
  return [payment.status, told[payment.told], charge, payment.errorCode].filter((part) => part !== '').join(', ');
}

function paymentRow(payment: SbpsPayment): Markup {
  return markup`<li><p class="pair"><span>${payment.orderId}</span><span class="figure">${yen(payment.amount)}</span></p>
<p class="pair quiet"><span>${[placeOf(payment), sbpsWallet(payment.wallet)?.name].filter(Boolean).join(' · ')}</span><span>${noteOf(payment)}</span></p>
${payment.errorCode !== '' && markup`<p class="quiet">${reasonOf(payment.errorCode)}</p>`}</li>`;
}

function waitingRow(desk: SbpsDesk, payment: SbpsPayment): Markup {
  const { token, orderId } = payment;
  const { what, amount, url } = waitingAt(desk, payment);
  return markup`<li><p class="pair"><span>${orderId}</span><span class="figure">${amount}</span></p>
<p class="quiet">${what}</p>
<form method="post" action="${desk.paths.path('/hurry')}">${hidden({ token })}
<div class="actions side"><a class="button main" href="${url}" aria-label="Open ${orderId}">Open</a>
<button aria-label="Let its time run out: ${orderId}">Let its time run out</button></div></form></li>`;
}

function noticeRow(desk: SbpsDesk, { orderId, result, url, state, attempts, dueMs, lastAnswer }: SbpsNotice): Markup {
  const due = state === 'waiting' ? `, due ${clockText(dueMs, desk.now())}` : '';
  const answer = lastAnswer === undefined ? '' : `, last answer ${lastAnswer}`;
  return markup`<li><p class="pair"><span>${orderId}</span><span>${result}</span></p>
<p class="pair quiet"><span>${url}</span><span>${state}, ${attempts} sent${answer}${due}</span></p></li>`;
}

function faultForm(desk: SbpsDesk): Markup {
  const { duplicate, delayMs, lose, reorder, answerLost, wrongHash, api, apiDelayMs } = desk.faults;
  const choices = { none: 'None', all: 'All', count: 'The next few' };
  const refunds = Object.fromEntries(sbpsApiFaults.map((fault) => [fault, fault]));
  return markup`<form method="post" action="${desk.paths.path('/faults')}">
<div class="grid">
${numberField('duplicate', 'Send each notification, times', duplicate)}
${numberField('delayMs', 'Delay notifications, ms', delayMs)}
${choiceField('lose', 'Lose notifications', choices, typeof lose === 'number' ? 'count' : lose)}
${numberField('loseCount', 'How many of the next to lose', typeof lose === 'number' ? lose : 0)}
${choiceField('api', 'Refunds by API', refunds, api)}
${numberField('apiDelayMs', 'Delay answers of the API, ms', apiDelayMs)}
</div>
<div class="field">
${checkBox('reorder', 'After an OK, send an older NG', reorder)}
${checkBox('answerLost', 'Lose the merchant’s answers', answerLost)}
${checkBox('wrongHash', 'Send a wrong hash', wrongHash)}
</div>
<div class="actions"><button class="main">Apply faults</button></div>
</form>`;
}

/** `GET /`: what SBPS knows, and what shall go wrong. */
export function front(desk: SbpsDesk): Response {
  const body = markup`<h2>Waiting to be paid</h2>
${rows(openPayments(desk), (payment) => waitingRow(desk, payment))}
<h2>Payments</h2>
${rows(desk.books.all(), paymentRow)}
<div class="actions"><a class="button" href="${desk.paths.path('/tool')}">Payment management tool</a></div>
<h2>Result notifications</h2>
${rows(desk.notices.all(), (notice) => noticeRow(desk, notice))}
<h2>Rules of this sandbox</h2>
<ul>
<li>¥40,000 and ¥40,400 are always declined.</li>
<li>Prepaid numbers have 16 letters and digits; those that end in 0000 lack the balance.</li>
<li>Wallets take any account and no password.</li>
<li>The last three characters of an error code, and its kind 50, are the sandbox’s own.</li>
<li>WebMoney’s refunds wait for a button instead of for Friday.</li>
</ul>
<h2>Faults</h2>
${faultForm(desk)}`;
  return pageResponse(desk, { place: 'SBPS', title: 'SBPS sandbox', body, wide: true });
}

/** `POST /hurry`: the time of one payment is over now. */
export async function hurry(desk: SbpsDesk, form: URLSearchParams): Promise<Response> {
  const payment = desk.books.byToken(form.get('token'));
  if (payment) desk.books.hurry(payment);
  await desk.deliverDue();
  return seeOther(desk.paths.path('/'));
}

/** `POST /faults`: the switches of the front page. */
export async function switchFaults(desk: SbpsDesk, form: URLSearchParams): Promise<Response> {
  try {
    await desk.changeFaults(sbpsFaultsFromForm(form));
    return seeOther(desk.paths.path('/'));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return errorPage(desk, '99907000', `Faults not changed: ${error.message}`);
  }
}
