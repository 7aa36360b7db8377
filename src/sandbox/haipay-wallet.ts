import type { HaipayDesk } from './haipay-desk.js';
import { pageResponse } from './haipay-pages.js';
import { orderNoOf } from './haipay-qr.js';
import { markup } from './markup.js';
import { seeOther } from './page.js';

const place = 'Wallet app';

/** `GET /wallet`: where a code is scanned, which here means that its text is pasted. */
export function wallet(desk: HaipayDesk, payload = '', problem?: string): Response {
  const invalid = problem !== undefined && markup` aria-invalid="true" aria-describedby="payload-problem"`;
  const body = markup`<p>A phone would scan the code. Here its text is pasted.</p>
<form method="post" action="${desk.path('/wallet')}">
<div class="field"><label for="payload">Text of the code</label>
<input type="text" id="payload" name="payload" value="${payload}" autocomplete="off" required${invalid} />
${problem !== undefined && markup`<p class="wrong" id="payload-problem">${problem}</p>`}</div>
<div class="actions"><button class="main">Scan</button></div>
</form>`;
  return pageResponse(desk, { place, title: 'Scan a code', body, status: problem === undefined ? 200 : 400 });
}

/** `POST /wallet`: the page of the order that the code names. */
export function scan(desk: HaipayDesk, form: URLSearchParams): Response {
  const payload = form.get('payload') ?? '';
  const orderNo = orderNoOf(payload.trim());
  if (orderNo === undefined) return wallet(desk, payload, 'The code is damaged, or not one of this sandbox.');
  const payment = desk.books.byOrderNo(orderNo);
  if (payment === undefined) return wallet(desk, payload, 'The code belongs to no order.');
  return seeOther(desk.path(`/pay/${payment.token}`));
}
