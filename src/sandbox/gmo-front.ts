import { checkBox, choiceField, numberField, rows } from './front-parts.js';
import { isOpen } from './gmo-deposit.js';
import type { GmoDeposit } from './gmo-deposit.js';
import { gmoFaultsFromForm } from './gmo-faults.js';
import { pageResponse, refusedPage, waysText, yen } from './gmo-pages.js';
import type { GmoVisit } from './gmo-pages.js';
import { actingPath } from './gmo-waiting.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { facts, hidden, seeOther } from './page.js';

const place = 'GMO-PG Remittance';

function depositRow(visit: GmoVisit, deposit: GmoDeposit): Markup {
  const { desk, words } = visit;
  const { shopId, depositId, amount, state, detail, link } = deposit;
  const mail = link?.mailAddress ? ` · ${link.mailAddress}` : '';
  return markup`<li><p class="pair"><span>${depositId}</span><span class="figure">${yen(amount)}</span></p>
<p class="pair quiet"><span>${waysText(visit, deposit)} · ${desk.shopName(shopId)}${mail}</span>
<span>${words.states[state]}${detail !== '' && ` ${detail}`}</span></p>${isOpen(deposit) && actions(visit, deposit)}</li>`;
}

/** Buttons that name their deposit for those who hear them. */
function actions({ desk, words }: GmoVisit, deposit: GmoDeposit): Markup {
  const { shopId, depositId, way } = deposit;
  const open = markup`<a class="button" href="${desk.path(actingPath(deposit))}" aria-label="${words.open} ${depositId}">${words.open}</a>`;
  if (way === 'bank') return markup`<div class="actions side">${open}</div>`;
  return markup`<form method="post" action="${desk.path('/expire')}">${hidden({ shopId, depositId })}
<div class="actions side">${open}
<button aria-label="${words.letExpire} ${depositId}">${words.letExpire}</button></div></form>`;
}

function shopFacts(visit: GmoVisit): Markup[] {
  const { desk, words } = visit;
  return desk.options.shops.map(({ shopId }) => {
    const { fundsIn, available, reserved, paid, fees, returned } = desk.totals(shopId);
    const paidOut = Object.values(paid).reduce((sum, value) => sum + value, 0);
    return facts([
      [words.shop, desk.shopName(shopId)],
      [words.fundsIn, yen(fundsIn)],
      [words.available, yen(available)],
      [words.reserved, yen(reserved)],
      [words.paidOut, yen(paidOut)],
      [words.fees, yen(fees)],
      [words.returned, yen(returned)],
    ]);
  });
}

function fundsForm({ desk, words }: GmoVisit): Markup {
  const shops = Object.fromEntries(desk.options.shops.map(({ shopId }) => [shopId, desk.shopName(shopId)]));
  const [first = ''] = Object.keys(shops);
  return markup`<form method="post" action="${desk.path('/funds')}"><div class="grid">
${choiceField('shopId', words.shop, shops, first)}
${numberField('yen', words.yen, 100_000)}</div>
<div class="actions"><button>${words.addFunds}</button></div></form>`;
}

function faultForm({ desk, words }: GmoVisit): Markup {
  const { loseAnswers, answerDelayMs, resultsLateMs, maintenance, broken } = desk.faults;
  return markup`<form method="post" action="${desk.path('/faults')}"><div class="grid">
${numberField('loseAnswers', words.loseAnswers, loseAnswers)}
${numberField('answerDelayMs', words.answerDelayMs, answerDelayMs)}
${numberField('resultsLateMs', words.resultsLateMs, resultsLateMs)}
${choiceField('broken', words.broken, words.breaks, broken)}</div>
<div class="field">${checkBox('maintenance', words.maintenance, maintenance)}</div>
<div class="actions"><button class="main">${words.applyFaults}</button></div></form>`;
}

/** `GET /`: what waits, what ended, what is left of each shop's money, and what shall go wrong. */
export function front(visit: GmoVisit): Response {
  const { desk, words } = visit;
  const all = desk.books.deposits();
  const row = (deposit: GmoDeposit) => depositRow(visit, deposit);
  const body = markup`<p>${words.frontText} <a href="${desk.path('/bank')}">${words.toBank}</a> ·
<a href="${desk.path('/atm')}">${words.toMachine}</a></p>
<h2>${words.waiting}</h2>
${rows(all.filter(isOpen), row, words.none)}
<h2>${words.done}</h2>
${rows(
  all.filter((deposit) => !isOpen(deposit)),
  row,
  words.none,
)}
<h2>${words.shops}</h2>
${shopFacts(visit)}
${fundsForm(visit)}
<h2>${words.faults}</h2>
${faultForm(visit)}`;
  return pageResponse(visit, { place, title: 'GMO-PG Remittance sandbox', body, wide: true });
}

/** Does what a form of the front page asks for, and goes back there; what is out of its range is refused. */
async function fromForm(visit: GmoVisit, act: () => Promise<void>): Promise<Response> {
  try {
    await act();
    return seeOther(visit.desk.path('/'));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refusedPage(visit, place, error.message);
  }
}

/** `POST /faults`: the switches of the front page. */
export function switchFaults(visit: GmoVisit, form: URLSearchParams): Promise<Response> {
  return fromForm(visit, () => visit.desk.changeFaults(gmoFaultsFromForm(form)));
}

/** `POST /funds`: a shop deposits more. */
export function addFunds(visit: GmoVisit, form: URLSearchParams): Promise<Response> {
  return fromForm(visit, () => visit.desk.addFunds(form.get('shopId') ?? '', Number(form.get('yen') ?? 0)));
}

/** `POST /expire`: ends a link's or a machine's time. */
export function letExpire(visit: GmoVisit, form: URLSearchParams): Promise<Response> {
  return fromForm(visit, () => {
    const deposit = visit.desk.books.deposit(form.get('shopId') ?? '', form.get('depositId') ?? '');
    if (deposit === undefined) throw new RangeError('The form names no deposit.');
    visit.desk.books.expire(deposit);
    return visit.desk.commit();
  });
}
