import { virtualAccount } from './haipay-answers.js';
import type { HaipayDesk } from './haipay-desk.js';
import { plainAmount, readHaipayAmount, shownAmount } from './haipay-money.js';
import { pageResponse } from './haipay-pages.js';
import { outstanding, takesMoney } from './haipay-payment.js';
import type { HaipayPayment } from './haipay-payment.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { facts, seeOther } from './page.js';

interface Entry {
  account: string;
  amount: string;
  problem?: { field: 'account' | 'amount'; text: string };
}

/** What came of the transfer that was made last. */
function lastAnswer(payment: HaipayPayment | undefined): Markup | undefined {
  if (payment === undefined || payment.account === '' || payment.received === 0) return undefined;
  const { received, receivedLast, amount, currency } = payment;
  const sum = shownAmount(receivedLast, currency);
  const rest =
    received === amount
      ? 'That is the whole sum.'
      : received < amount
        ? `${shownAmount(amount - received, currency)} are still missing.`
        : `That is ${shownAmount(received - amount, currency)} too much.`;
  return markup`<p role="status">${sum} went to account ${payment.account}. ${rest}</p>`;
}

function accountFacts(desk: HaipayDesk, payment: HaipayPayment | undefined): Markup | undefined {
  if (payment === undefined) return undefined;
  return facts([
    ['Account of', desk.merchantName(payment)],
    ['Holder', virtualAccount.holder],
    ['Asked for', shownAmount(payment.amount, payment.currency)],
    ['Received', shownAmount(payment.received, payment.currency)],
  ]);
}

function bankPage(desk: HaipayDesk, { account, amount, problem }: Entry, done?: HaipayPayment): Response {
  const field = (name: 'account' | 'amount', label: string, value: string, hint: string): Markup => {
    const isWrong = problem?.field === name;
    return markup`<div class="field"><label for="${name}">${label}</label>
<input type="text" id="${name}" name="${name}" value="${value}" autocomplete="off" required aria-describedby="${name}-hint"${isWrong && markup` aria-invalid="true"`} />
<p class="${isWrong ? 'wrong' : 'quiet'}" id="${name}-hint">${isWrong ? problem.text : hint}</p></div>`;
  };
  const body = markup`<p>A transfer of any amount can be made, and several to one account.</p>
${lastAnswer(done)}
${accountFacts(desk, desk.books.byAccount(account))}
<form method="post" action="${desk.path('/bank')}">
${field('account', 'Account number', account, '7 digits')}
${field('amount', 'Amount', amount, 'Digits, with a dot before cents: 500 or 4.99')}
<div class="actions"><button class="main">Transfer</button></div>
</form>`;
  const status = problem === undefined ? 200 : 400;
  return pageResponse(desk, { place: virtualAccount.bank, title: 'Make a transfer', body, status });
}

/** `GET /bank?account=&done=`: a transfer form, filled with what is still missing. */
export function bank(desk: HaipayDesk, query: URLSearchParams): Response {
  const account = query.get('account') ?? '';
  const payment = desk.books.byAccount(account);
  const missing = payment === undefined ? 0 : outstanding(payment);
  const amount = payment !== undefined && missing > 0 ? plainAmount(missing, payment.currency) : '';
  return bankPage(desk, { account, amount }, desk.books.byToken(query.get('done')));
}

/** `POST /bank`: a transfer, in the currency of the order; the documents are silent on exchange. */
export async function transfer(desk: HaipayDesk, form: URLSearchParams): Promise<Response> {
  const account = (form.get('account') ?? '').trim();
  const amount = (form.get('amount') ?? '').trim();
  const payment = desk.books.byAccount(account);
  const refuse = (field: 'account' | 'amount', text: string) =>
    bankPage(desk, { account, amount, problem: { field, text } });
  if (payment === undefined) return refuse('account', 'There is no such account.');
  const value = readHaipayAmount(amount, payment.currency) ?? 0;
  if (value === 0) return refuse('amount', `This is no amount in ${payment.currency}.`);
  if (!takesMoney(payment, desk.now())) return refuse('account', 'The account is closed. The money went back.');
  desk.books.receive(payment, value);
  await desk.commit();
  return seeOther(desk.path(`/bank?account=${account}&done=${payment.token}`));
}
