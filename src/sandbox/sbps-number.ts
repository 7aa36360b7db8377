import { markup } from './markup.js';
import { checkBox } from './front-parts.js';
import { seeOther } from './page.js';
import type { SbpsDesk } from './sbps-desk.js';
import {
  amountHead,
  cancelForm,
  deadline,
  pageResponse,
  paymentFacts,
  payPath,
  placeOf,
  reloadSeconds,
} from './sbps-pages.js';
import { isFinal } from './sbps-payment.js';
import type { SbpsPayment } from './sbps-payment.js';

/** The page of WebMoney Payment on which a prepaid number is entered. */
export function numberPage(desk: SbpsDesk, payment: SbpsPayment, given = '', problem?: string): Response {
  const wrong = problem !== undefined && markup`<p class="wrong" role="alert" id="problem">${problem}</p>`;
  const described = problem === undefined ? 'number-hint' : 'problem number-hint';
  const body = markup`${amountHead(payment)}
${paymentFacts(desk, payment)}
${deadline(desk, payment)}
${wrong}
<form method="post" action="${payPath(desk, payment, '/number')}">
<div class="field"><label for="number">Prepaid number</label>
<input type="text" id="number" name="number" value="${given}" autocomplete="off" autocapitalize="characters" spellcheck="false" required aria-describedby="${described}" />
<p class="quiet" id="number-hint">16 letters and digits, as on a sheet or a gift card; blanks and hyphens do not count.
The documents are silent on this form, so its rules are the sandbox’s own: numbers that end in 0000 lack the balance,
all others have enough.</p></div>
<div class="field">${checkBox('protected', 'The shopping protection of this WebMoney is on', false)}
<p class="quiet">WebMoney Payment does not work with the shopping protection: the payment then fails.</p></div>
<div class="actions"><button class="main">Pay</button></div>
</form>
${cancelForm(desk, payment)}`;
  const page = { place: placeOf(payment), title: 'Enter your prepaid number', body };
  const status = problem === undefined ? 200 : 400;
  return pageResponse(desk, { ...page, status, reloadSeconds: reloadSeconds(desk, payment) });
}

/** `POST /pay/{token}/number`: the number is charged, or not. */
export async function payByNumber(desk: SbpsDesk, payment: SbpsPayment, form: URLSearchParams): Promise<Response> {
  if (isFinal(payment) || payment.product !== 'webmoney') return seeOther(payPath(desk, payment));
  const given = form.get('number') ?? '';
  const number = given.replaceAll(/[\s-]/g, '');
  if (!/^[\dA-Za-z]{16}$/.test(number)) {
    return numberPage(desk, payment, given.slice(0, 100), 'A prepaid number has 16 letters and digits.');
  }
  const refused = form.has('protected') ? 'protected' : 'no-balance';
  await desk.settle(payment, form.has('protected') || number.endsWith('0000') ? refused : 'approve');
  return seeOther(payPath(desk, payment));
}
