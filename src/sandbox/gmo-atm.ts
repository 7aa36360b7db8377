import { isOpen } from './gmo-deposit.js';
import type { GmoDeposit } from './gmo-deposit.js';
import { amountHead, depositFacts, pageResponse, textField, yen } from './gmo-pages.js';
import type { GmoVisit } from './gmo-pages.js';
import { markup } from './markup.js';
import { hidden } from './page.js';

const fields = ['partnerCode', 'customerNumber', 'confNumber'] as const;

/** `GET /atm`: the machine, which asks for the numbers one has been given. */
export function atmPage(visit: GmoVisit, form = new URLSearchParams(), problem?: string): Response {
  const { desk, words } = visit;
  const inputs = fields.map((name, index) =>
    textField(name, words[name], form.get(name) ?? '', index === 0 ? problem : undefined),
  );
  const body = markup`<p>${words.atmText}</p>
<form method="post" action="${desk.path('/atm')}">${inputs}
<div class="actions"><button class="main">${words.confirm}</button></div></form>`;
  const status = problem === undefined ? 200 : 400;
  return pageResponse(visit, { place: words.atmPlace, title: words.atmTitle, body, status });
}

function confirmPage(visit: GmoVisit, deposit: GmoDeposit, keyed: Record<string, string>): Response {
  const { desk, words } = visit;
  const body = markup`${amountHead(visit, deposit)}
${depositFacts(visit, deposit)}
<form method="post" action="${desk.path('/atm')}">${hidden({ ...keyed, take: 'yes' })}
<div class="actions"><button class="main">${words.takeCash}</button>
<a class="button" href="${desk.path('/atm')}">${words.notNow}</a></div></form>`;
  return pageResponse(visit, { place: words.atmPlace, title: words.confirm, body });
}

/** `POST /atm`: first the sum is shown, then the cash comes out. */
export async function useAtm(visit: GmoVisit, form: URLSearchParams): Promise<Response> {
  const { desk, words } = visit;
  const [partner = '', customer = '', conf = ''] = fields.map((name) =>
    (form.get(name) ?? '').replaceAll(/[\s-]/g, ''),
  );
  const deposit = desk.books.byNumbers(customer, conf, partner);
  if (deposit === undefined || deposit.state === 'canceled') return atmPage(visit, form, words.atmUnknown);
  if (deposit.state === 'sent') return atmPage(visit, form, words.atmDone);
  if (!isOpen(deposit)) return atmPage(visit, form, words.atmOver);
  const keyed = { partnerCode: partner, customerNumber: customer, confNumber: conf };
  if (form.get('take') !== 'yes') return confirmPage(visit, deposit, keyed);
  desk.books.pay(deposit, 'sevenatm', words.ways.sevenatm);
  await desk.commit();
  const body = markup`<p role="status">${words.cashTaken(yen(deposit.amount))}</p>${depositFacts(visit, deposit)}`;
  return pageResponse(visit, { place: words.atmPlace, title: words.received, body });
}
