import type { GmoDeposit, GmoLink, GmoWay } from './gmo-deposit.js';
import { issueNumbers } from './gmo-links.js';
import { amountHead, depositFacts, pageResponse, refusedPage, textField, until } from './gmo-pages.js';
import type { GmoVisit } from './gmo-pages.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { seeOther } from './page.js';

/** A recipient with a link that exists. */
export interface GmoGuest extends GmoVisit {
  deposit: GmoDeposit;
  link: GmoLink;
}

/** Where the page of each way lies; cash has its numbers on the link's own page. */
const wayPaths: Readonly<Record<GmoWay, string>> = {
  bank: '/mail/account',
  sevenatm: '/mail/mail-deposit',
  amazongift: '/amazon',
  aupay: '/au-pay',
};

/** The address of a page for this recipient; `pass` goes with those who have answered the questions. */
export function guestPath({ desk, link }: GmoGuest, path: string): string {
  return desk.path(`${path}?token=${link.token}${link.authCodes.length > 0 ? `&pass=${link.pass}` : ''}`);
}

/** Nobody has this link, or nobody has it any more. */
export function invalidLink(visit: GmoVisit): Response {
  const { words } = visit;
  const body = markup`<p>${words.invalidLinkText}</p>`;
  return pageResponse(visit, { place: words.linkPlace, title: words.invalidLink, body, status: 404 });
}

/** The recipient of an address, or the page that says why there is none. */
export function guestOf(visit: GmoVisit, query: URLSearchParams): GmoGuest | Response {
  const deposit = visit.desk.books.byToken(query.get('token'));
  if (deposit?.link === undefined) return invalidLink(visit);
  const guest = { ...visit, deposit, link: deposit.link };
  if (deposit.link.triesLeft === 0) return lockedPage(guest);
  const isKnown = deposit.link.authCodes.length === 0 || query.get('pass') === deposit.link.pass;
  return isKnown ? guest : questionPage(guest);
}

function lockedPage(guest: GmoGuest): Response {
  const { words } = guest;
  const body = markup`<p class="wrong">${words.lockedLinkText}</p>`;
  return pageResponse(guest, { place: words.linkPlace, title: words.lockedLink, body, status: 400 });
}

function questionPage(guest: GmoGuest, problem?: string): Response {
  const { desk, words, link } = guest;
  const of = link.authCodes.length;
  const fields = link.authCodes.map((_code, index) =>
    textField(`code${index + 1}`, words.answer(index + 1, of), '', index === 0 ? problem : undefined),
  );
  const body = markup`<p>${words.questionText}</p>
<form method="post" action="${desk.path(`/mail/mail-deposit?token=${link.token}`)}">${fields}
<div class="actions"><button class="main">${words.next}</button></div></form>`;
  const status = problem === undefined ? 200 : 400;
  return pageResponse(guest, { place: words.linkPlace, title: words.question, body, status });
}

/** `POST /mail/mail-deposit` without a pass: the answers to the questions. Blanks and case don't count. */
export async function answerQuestions(visit: GmoVisit, query: URLSearchParams, form: URLSearchParams) {
  const deposit = visit.desk.books.byToken(query.get('token'));
  if (deposit?.link === undefined) return invalidLink(visit);
  const guest = { ...visit, deposit, link: deposit.link };
  if (deposit.link.triesLeft === 0) return lockedPage(guest);
  const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  const fits = deposit.link.authCodes.every((code, index) => plain(form.get(`code${index + 1}`) ?? '') === plain(code));
  if (fits) return seeOther(guestPath(guest, '/mail/mail-deposit'));
  deposit.link.triesLeft -= 1;
  await visit.desk.commit();
  if (deposit.link.triesLeft === 0) return lockedPage(guest);
  return questionPage(guest, visit.words.triesLeft(deposit.link.triesLeft));
}

/** Back to the shop, where the link came with an address for that. `kind`: how much it stands out. */
export function wayBack({ words, link }: GmoGuest, kind: 'main' | 'other' = 'main'): Markup | false {
  if (link.callBackUrl === undefined) return false;
  const url = new URL(link.callBackUrl).href;
  return markup`<p class="field"><a class="button${kind === 'main' && markup` main`}" href="${url}">${words.backToShop}</a></p>`;
}

function choicePage(guest: GmoGuest): Response {
  const { words, deposit, link } = guest;
  const buttons = link.ways.map((way) => markup`<button name="way" value="${way}">${words.ways[way]}</button>`);
  const body = markup`${amountHead(guest, deposit)}
${depositFacts(guest, deposit, [[words.validUntil, until(guest, link.expiresMs)]])}
<h2>${words.chooseWay}</h2>
<form method="post" action="${guestPath(guest, '/mail/mail-deposit')}"><div class="actions">${buttons}</div></form>`;
  return pageResponse(guest, { place: words.linkPlace, title: words.linkPlace, body });
}

function numbersPage(guest: GmoGuest): Response {
  const { desk, words, deposit } = guest;
  const { atm, dueMs } = deposit;
  const body = markup`<p>${words.numbersText}</p>
${amountHead(guest, deposit)}
${depositFacts(guest, deposit, [
  [words.partnerCode, atm?.partnerCode],
  [words.customerNumber, atm?.customerNumber],
  [words.confNumber, atm?.confNumber],
  [words.collectUntil, dueMs !== undefined && until(guest, dueMs)],
])}
<p><a class="button main" href="${desk.path('/atm')}">${words.toAtm}</a></p>
${wayBack(guest, 'other')}`;
  return pageResponse(guest, { place: words.linkPlace, title: words.numbers, body });
}

/** The end of a deposit, or what goes on without the recipient. */
export function resultPage(guest: GmoGuest): Response {
  const { words, deposit } = guest;
  const { state, way } = deposit;
  const titles = { ...words.ended, sent: words.received, failed: words.sentBack, unmade: words.sentBack };
  const isMoving = state === 'registered' || state === 'made' || state === 'offered';
  const title = isMoving ? words.transferOrdered : titles[state];
  const text = isMoving ? words.transferText : state === 'sent' ? '' : words.endedText;
  const body = markup`${text !== '' && markup`<p>${text}</p>`}
${amountHead(guest, deposit)}
${depositFacts(guest, deposit, [[words.way, way !== undefined && words.ways[way]]])}
${wayBack(guest)}`;
  return pageResponse(guest, { place: words.linkPlace, title, body });
}

/** `GET /mail/mail-deposit?token=`: the page behind `Redirect_Url`. */
export function showLink(guest: GmoGuest): Response {
  const { deposit, link } = guest;
  if (deposit.way === 'sevenatm' && deposit.state === 'made') return numbersPage(guest);
  if (deposit.state !== 'offered') return resultPage(guest);
  const [only, ...others] = link.ways;
  if (only === undefined || others.length > 0 || only === 'sevenatm') return choicePage(guest);
  return seeOther(guestPath(guest, wayPaths[only]));
}

/** `POST /mail/mail-deposit`: the way that the recipient chose. */
export async function chooseWay(guest: GmoGuest, form: URLSearchParams): Promise<Response> {
  const { desk, words, deposit, link } = guest;
  if (deposit.state !== 'offered') return showLink(guest);
  const way = link.ways.find((one) => one === form.get('way'));
  if (way === undefined) return refusedPage(guest, words.linkPlace, words.chooseWay);
  if (way === 'sevenatm') {
    issueNumbers(desk, deposit);
    await desk.commit();
  }
  return seeOther(guestPath(guest, wayPaths[way]));
}

/** Whether a way's own page can be used: the link allows it, and nothing else was chosen. */
export function canReceive({ deposit, link }: GmoGuest, way: GmoWay): boolean {
  return deposit.state === 'offered' && link.ways.includes(way);
}
