import { readAccount } from './gmo-account-checks.js';
import { gmoToken } from './gmo-books.js';
import type { GmoWay } from './gmo-deposit.js';
import { GmoReader, GmoRefusal } from './gmo-fields.js';
import { canReceive, guestPath, resultPage, showLink, wayBack } from './gmo-link-page.js';
import type { GmoGuest } from './gmo-link-page.js';
import { amountHead, depositFacts, pageResponse, textField, yen } from './gmo-pages.js';
import { markup } from './markup.js';

/** The fields of the form, each with the beginning of the codes that are about it. */
const accountFields = [
  ['Bank_Code', 'BA105'],
  ['Branch_Code', 'BA106'],
  ['Account_Number', 'BA108'],
  ['Account_Name', 'BA109'],
] as const;

/** `GET /mail/account`: where the recipient names an account. */
export function accountPage(guest: GmoGuest, form = new URLSearchParams(), infos: readonly string[] = []): Response {
  if (!canReceive(guest, 'bank')) return showLink(guest);
  const { words, deposit } = guest;
  const labels = [words.bankCode, words.branchCode, words.accountNumber, words.accountName];
  const unknown = infos.includes('BA1530002');
  const [bank, branch, number, name] = accountFields.map(([field, codes], index) => {
    const isWrong = infos.some((info) => info.startsWith(codes));
    const problem = isWrong ? words.accountWrong : unknown && index === 0 ? words.branchUnknown : undefined;
    return textField(field, labels[index] ?? '', form.get(field) ?? '', problem);
  });
  const types = Object.entries(words.accountTypes).map(
    ([value, text]) =>
      markup`<option value="${value}"${form.get('Account_Type') === value && markup` selected`}>${text}</option>`,
  );
  const body = markup`${amountHead(guest, deposit)}
<form method="post" action="${guestPath(guest, '/mail/account')}">
${bank}${branch}
<div class="field"><label for="Account_Type">${words.accountType}</label>
<select id="Account_Type" name="Account_Type">${types}</select></div>
${number}${name}
<div class="actions"><button class="main">${words.transferNow}</button></div>
</form>
${wayBack(guest, 'other')}`;
  const status = infos.length === 0 ? 200 : 400;
  return pageResponse(guest, { place: words.linkPlace, title: words.account, body, status });
}

/** `POST /mail/account`: the account is kept under an id, and the transfer is registered. */
export async function nameAccount(guest: GmoGuest, form: URLSearchParams): Promise<Response> {
  if (!canReceive(guest, 'bank')) return showLink(guest);
  const { desk, deposit, link } = guest;
  const { shopId } = deposit;
  try {
    const data = readAccount(new GmoReader(Object.fromEntries(form)), desk.banks);
    const isFree = link.bankId !== '' && desk.books.account(shopId, link.bankId) === undefined;
    const account = { ...data, shopId, bankId: isFree ? link.bankId : gmoToken().slice(0, 32), deleted: false };
    desk.books.keepAccount(account);
    desk.books.transfer(deposit, account);
  } catch (error) {
    if (!(error instanceof GmoRefusal)) throw error;
    return accountPage(guest, form, error.infos);
  }
  await desk.commit();
  return resultPage(guest);
}

async function credit(guest: GmoGuest, way: GmoWay, place: string, receiver: string): Promise<Response> {
  const { desk, words, deposit } = guest;
  if (!desk.books.pay(deposit, way, receiver)) return showLink(guest);
  await desk.commit();
  const body = markup`<p>${words.credited(yen(deposit.amount), receiver)}</p>
${depositFacts(guest, deposit)}
${wayBack(guest)}`;
  return pageResponse(guest, { place, title: words.received, body });
}

/** `GET /amazon`: the login, as Amazon shows it to whoever receives a gift card. */
export function amazonPage(guest: GmoGuest, email = '', problem?: string): Response {
  if (!canReceive(guest, 'amazongift')) return showLink(guest);
  const { words, deposit } = guest;
  const body = markup`<p>${words.amazonText}</p>
${amountHead(guest, deposit)}
<form method="post" action="${guestPath(guest, '/amazon')}">
${textField('email', words.email, email, problem)}
${textField('password', words.password, '', undefined, 'password')}
<div class="actions"><button class="main">${words.logIn}</button></div>
</form>
${wayBack(guest, 'other')}`;
  const status = problem === undefined ? 200 : 400;
  return pageResponse(guest, { place: words.amazonPlace, title: words.amazonTitle, body, status });
}

/** `POST /amazon`: who logs in has the money in their balance. */
export async function logInToAmazon(guest: GmoGuest, form: URLSearchParams): Promise<Response> {
  if (!canReceive(guest, 'amazongift')) return showLink(guest);
  const email = form.get('email') ?? '';
  const isRight = /^[^\s@]+@[^\s@]+$/.test(email) && form.get('password') === 'sandbox';
  if (!isRight) return amazonPage(guest, email, guest.words.logInWrong);
  return credit(guest, 'amazongift', guest.words.amazonPlace, email);
}

/** `GET /au-pay`: the wallet asks whether its balance shall be charged. */
export function auPayPage(guest: GmoGuest): Response {
  if (!canReceive(guest, 'aupay')) return showLink(guest);
  const { words, deposit } = guest;
  const body = markup`${amountHead(guest, deposit)}
${depositFacts(guest, deposit)}
<form method="post" action="${guestPath(guest, '/au-pay')}"><div class="actions">
<button class="main">${words.charge}</button></div></form>
${wayBack(guest, 'other')}`;
  return pageResponse(guest, { place: words.aupayPlace, title: words.aupayTitle, body });
}

/** `POST /au-pay`: the charge is approved and done. */
export function chargeAuPay(guest: GmoGuest): Promise<Response> | Response {
  if (!canReceive(guest, 'aupay')) return showLink(guest);
  return credit(guest, 'aupay', guest.words.aupayPlace, 'au PAY');
}
