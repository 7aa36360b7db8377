import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { facts, hidden, sandboxPage } from './page.js';
import type { SandboxPage } from './page.js';
import type { SbpsDesk } from './sbps-desk.js';
import { nameOf } from './sbps-merchant.js';
import { reasonOf, yen } from './sbps-payment.js';
import type { SbpsPayment } from './sbps-payment.js';
import { clockText, restText } from './sbps-time.js';
import { sbpsWallet } from './sbps-wallets.js';

/** Seconds between two looks at a payment that is approved elsewhere. */
const lookSeconds = 3;

/** A page of SBPS's sandbox. */
export function pageResponse(desk: SbpsDesk, page: SandboxPage): Response {
  const about = 'A stand-in for SBPS, Alipay+ and WebMoney Payment, for tests only.';
  return sandboxPage({ name: 'SBPS sandbox', about, icon: true, path: (path) => desk.paths.path(path) }, page);
}

/** Whose screen a payment is on. */
export function placeOf({ product }: SbpsPayment): string {
  return { 'alipay-plus': 'Alipay+', webmoney: 'WebMoney Payment', '': 'SBPS' }[product ?? ''];
}

/** The path of a payment's own page, or of something that is done there. */
export function payPath(desk: SbpsDesk, payment: SbpsPayment, action = ''): string {
  return desk.paths.path(`/pay/${payment.token}${action}`);
}

/** What is paid, large. */
export function amountHead({ amount }: SbpsPayment): Markup {
  return markup`<p class="amount">${yen(amount)}</p>`;
}

/** What the buyer is paying for. */
export function paymentFacts(desk: SbpsDesk, payment: SbpsPayment, more: Parameters<typeof facts>[0] = []): Markup {
  const merchant = desk.merchantOf(payment);
  return facts([
    ['Merchant', merchant && nameOf(merchant)],
    ['Item', payment.itemName],
    ['Order', payment.orderId],
    ...more,
  ]);
}

/** Until when, as a clock of Japan shows it, and how long that is from now. */
export function deadline(desk: SbpsDesk, { validUntilMs }: SbpsPayment): Markup {
  const nowMs = desk.now();
  return markup`<p class="field">Pay by <strong>${clockText(validUntilMs, nowMs)}</strong>, Japan time:
<strong>${restText(validUntilMs - nowMs)}</strong> from the moment this page was loaded.</p>`;
}

/** Seconds until an open page has something else to show; a page that watches looks every few seconds. */
export function reloadSeconds(desk: SbpsDesk, { validUntilMs }: SbpsPayment, watches = false): number {
  const rest = Math.max(Math.ceil((validUntilMs - desk.now()) / 1000) + 1, 1);
  return watches ? Math.min(lookSeconds, rest) : rest;
}

/** The way back for a buyer who stops here. */
export function cancelForm(desk: SbpsDesk, payment: SbpsPayment): Markup {
  return markup`<form method="post" action="${payPath(desk, payment, '/cancel')}">
<div class="actions"><button>Cancel and go back to the shop</button></div></form>`;
}

/** SBPS's page for a request it does not take: an error code of 8 characters, and a sentence. */
export function errorPage(desk: SbpsDesk, errorCode: string, problem: string, status = 400): Response {
  const body = markup`<p>Nothing was paid, and nothing was written down.</p>
<p class="wrong">${problem}</p>
${facts([['Error code', markup`<code>${errorCode}</code>`]])}
<p>Go back to the shop and start again.</p>`;
  return pageResponse(desk, { place: 'SBPS', title: 'This purchase request cannot be processed', body, status });
}

/** What a payment came to, in a title and a sentence. */
function ending(payment: SbpsPayment): readonly [title: string, text: string] {
  const unsure = payment.told === 'failed';
  switch (payment.status) {
    case 'paid':
      return unsure
        ? [
            'Charged, but the shop did not confirm',
            'Your prepaid number was charged, and this cannot be undone here. The shop will contact you for a refund.',
          ]
        : ['Paid', 'The payment is complete.'];
    case 'reversed':
      return ['Payment undone', `${reasonOf(payment.errorCode)} Nothing was charged.`];
    case 'expired':
      return ['Time is up', 'Nothing was charged.'];
    case 'cancelled':
      return ['Payment cancelled', 'Nothing was charged.'];
    default:
      return ['Payment declined', `${reasonOf(payment.errorCode)} Nothing was charged.`];
  }
}

/** A form that takes the browser and the result (A03-1) back to the shop, written in Shift_JIS. */
async function backForm(desk: SbpsDesk, payment: SbpsPayment): Promise<Markup> {
  const fields = hidden(Object.fromEntries(await desk.returnFields(payment)));
  const { status, errorCode, successUrl, cancelUrl, errorUrl } = payment;
  const url = status === 'cancelled' ? cancelUrl : status === 'paid' && errorCode === '' ? successUrl : errorUrl;
  return markup`<form method="post" action="${url}" accept-charset="Shift_JIS">
${fields}
<div class="actions"><button class="main">Back to the shop</button></div></form>`;
}

/** How a payment ended, and the way back. */
export async function resultPage(desk: SbpsDesk, payment: SbpsPayment): Promise<Response> {
  const [title, text] = ending(payment);
  const bad = payment.errorCode !== '';
  const body = markup`<p${bad && markup` class="wrong"`}>${text}</p>
${amountHead(payment)}
${paymentFacts(desk, payment, [
  ['Method', payment.product && placeOf(payment)],
  ['Wallet', sbpsWallet(payment.wallet)?.name],
  ['SBPS number', payment.status === 'cancelled' ? '' : payment.trackingId],
  ['Error code', payment.errorCode],
])}
${await backForm(desk, payment)}`;
  return pageResponse(desk, { place: placeOf(payment), title, body, postsToMerchant: true });
}

/** The charge is made, the shop is being told, and the buyer waits for that. */
export function tellingPage(desk: SbpsDesk, payment: SbpsPayment): Response {
  const body = markup`<p role="status">The shop is being told of your payment. This page goes on by itself.</p>
${amountHead(payment)}
${paymentFacts(desk, payment)}`;
  return pageResponse(desk, { place: placeOf(payment), title: 'One moment', body, reloadSeconds: lookSeconds });
}
