import { rows } from './front-parts.js';
import { isOpen } from './gmo-deposit.js';
import type { GmoDeposit } from './gmo-deposit.js';
import { pageResponse, refusedPage, yen } from './gmo-pages.js';
import type { GmoVisit } from './gmo-pages.js';
import { gmoDetails } from './gmo-verdict.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { facts, hidden, seeOther } from './page.js';

/** One of many on the page, so its id is of its transfer. */
function reasonField({ words }: GmoVisit, depositId: string): Markup {
  const options = gmoDetails.map((detail) => markup`<option value="${detail}">${words.details[detail]}</option>`);
  return markup`<div class="field"><label for="detail-${depositId}">${words.reason}</label>
<select id="detail-${depositId}" name="detail">${options}</select></div>`;
}

function transferRow(visit: GmoVisit, deposit: GmoDeposit): Markup {
  const { desk, words } = visit;
  const { shopId, depositId, amount, account, state } = deposit;
  const where = account && `${account.bankName} ${account.branchName} ${account.accountNumber} ${account.accountName}`;
  const sending = markup`<button class="main" name="act" value="send" aria-label="${words.sendNow} ${depositId}">${words.sendNow}</button>
<button name="act" value="back" aria-label="${words.sendBack} ${depositId}">${words.sendBack}</button>`;
  const making = markup`<button class="main" name="act" value="make" aria-label="${words.makeData} ${depositId}">${words.makeData}</button>`;
  return markup`<li><p class="pair"><span>${depositId}</span><span class="figure">${yen(amount)}</span></p>
<p class="pair quiet"><span>${where}</span><span>${words.states[state]}</span></p>
<form method="post" action="${desk.path('/bank')}">${hidden({ shopId, depositId })}
${state === 'made' && reasonField(visit, depositId)}
<div class="actions side">${state === 'made' ? sending : making}</div></form></li>`;
}

/** `GET /bank`: transfers under way, and how the bank decides by itself. */
export function bankPage(visit: GmoVisit): Response {
  const { desk, words } = visit;
  const under = desk.books.deposits().filter((deposit) => deposit.way === 'bank' && isOpen(deposit));
  const holders = Object.entries(desk.options.holders ?? {});
  const body = markup`<p>${words.bankText}</p>
${holders.length > 0 && markup`<h2>${words.knownHolders}</h2>${facts(holders)}`}
<h2>${words.waiting}</h2>
${rows(under, (deposit) => transferRow(visit, deposit), words.none)}
<p class="field"><a href="${desk.path('/')}">${words.toFront}</a></p>`;
  return pageResponse(visit, { place: words.bankPlace, title: words.bankTitle, body, wide: true });
}

/** `POST /bank`: somebody at the desk makes data, sends, or sends back with a reason. */
export async function actAtBank(visit: GmoVisit, form: URLSearchParams): Promise<Response> {
  const { desk, words } = visit;
  const deposit = desk.books.deposit(form.get('shopId') ?? '', form.get('depositId') ?? '');
  const act = form.get('act');
  const detail = gmoDetails.find((one) => one === form.get('detail'));
  const open = deposit?.way === 'bank' && isOpen(deposit);
  if (deposit === undefined || !open) return refusedPage(visit, words.bankPlace, words.bankTitle);
  if (act === 'make' && deposit.state === 'registered') desk.books.advance(deposit);
  else if (act === 'send' && deposit.state === 'made')
    desk.books.pay(deposit, 'bank', deposit.account?.accountName ?? '');
  else if (act === 'back' && deposit.state === 'made' && detail !== undefined) desk.books.sendBack(deposit, detail);
  else return refusedPage(visit, words.bankPlace, words.bankTitle);
  await desk.commit();
  return seeOther(desk.path('/bank'));
}
