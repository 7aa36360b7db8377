import type { HaipayDesk } from './haipay-desk.js';
import { shownAmount } from './haipay-money.js';
import { amountHead, instant, numberFacts, pageResponse, paymentFacts, refusedPage } from './haipay-pages.js';
import { takesMoney } from './haipay-payment.js';
import type { HaipayPayment } from './haipay-payment.js';
import { haipayProducts } from './haipay-rows.js';
import { actingPath } from './haipay-waiting.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { seeOther } from './page.js';

const place = 'Convenience store';

interface Entry {
  number: string;
  second: string;
  problem?: string;
}

/** What came of the order that was rung up last. */
function lastAnswer(payment: HaipayPayment | undefined): Markup | undefined {
  if (payment === undefined || payment.numbers.length === 0) return undefined;
  if (payment.status !== 2) {
    const rest = payment.status === 3 ? 'The time to pay is over.' : 'The numbers are still good.';
    return markup`<p role="status">Nothing was paid. ${rest}</p>`;
  }
  const sum = shownAmount(payment.received, payment.currency);
  return markup`<p role="status">${sum} paid in cash at ${haipayProducts[payment.product].name}.</p>`;
}

function entryPage(desk: HaipayDesk, { number, second, problem }: Entry, done?: HaipayPayment): Response {
  const invalid = problem !== undefined && markup` aria-invalid="true" aria-describedby="number-problem"`;
  const body = markup`<p>Machine and register of all four chains.</p>
${lastAnswer(done)}
<form method="post" action="${desk.path('/counter')}">
<div class="field"><label for="number">Number</label>
<input type="text" id="number" name="number" value="${number}" inputmode="numeric" autocomplete="off" required${invalid} />
${problem !== undefined && markup`<p class="wrong" id="number-problem">${problem}</p>`}</div>
<div class="field"><label for="second">Second number</label>
<input type="text" id="second" name="second" value="${second}" inputmode="numeric" autocomplete="off" aria-describedby="second-hint" />
<p class="quiet" id="second-hint">Confirmation number or company code. 7‑Eleven has none.</p></div>
<div class="actions"><button class="main">Ring up</button></div>
</form>`;
  return pageResponse(desk, { place, title: 'Pay at a store', body, status: problem === undefined ? 200 : 400 });
}

/** `GET /counter?number=&second=&done=`: where the numbers are entered. */
export function counter(desk: HaipayDesk, query: URLSearchParams): Response {
  const entry = { number: query.get('number') ?? '', second: query.get('second') ?? '' };
  return entryPage(desk, entry, desk.books.byToken(query.get('done')));
}

/** `POST /counter`: the machine prints its slip, or the register takes the number at once. */
export async function ringUp(desk: HaipayDesk, form: URLSearchParams): Promise<Response> {
  const [number, second] = ['number', 'second'].map((name) => (form.get(name) ?? '').replaceAll(/[\s-]/g, ''));
  const entry = { number: number ?? '', second: second ?? '' };
  const payment = desk.books.byNumbers(entry.number, entry.second);
  if (payment === undefined) return entryPage(desk, { ...entry, problem: 'No order has these numbers.' });
  if (haipayProducts[payment.product].kiosk === undefined) desk.books.begin(payment);
  else desk.books.printSlip(payment);
  await desk.commit();
  return seeOther(desk.path(`/counter/${payment.token}`));
}

/** Why the register does not take it, if so. */
function obstacle(desk: HaipayDesk, payment: HaipayPayment): string | undefined {
  if (payment.status === 2) return 'This is paid already.';
  if (!takesMoney(payment, desk.now())) return 'The time to pay is over.';
  if (haipayProducts[payment.product].kiosk === undefined) return undefined;
  if (payment.slipUntilMs === undefined) return 'There is no slip. Print one at the machine.';
  if (payment.slipUntilMs > desk.now()) return undefined;
  return `The slip was good until ${instant(payment.slipUntilMs)}. Print another one at the machine.`;
}

/** `GET /counter/{token}`: the register with the sum on its display. */
export function register(desk: HaipayDesk, payment: HaipayPayment): Response {
  const { name } = haipayProducts[payment.product];
  const problem = obstacle(desk, payment);
  if (problem !== undefined) return refusedPage(desk, name, 'The register refuses', problem);
  const slip = payment.slipUntilMs !== undefined && instant(payment.slipUntilMs);
  const body = markup`${amountHead(payment.amount, payment)}
${paymentFacts(desk, payment, [...numberFacts(payment), ['Payer', payment.name], ['Slip good until', slip]])}
<form method="post" action="${desk.path(`/counter/${payment.token}`)}">
<div class="actions side">
<button class="main" name="answer" value="pay">Pay in cash</button>
<button name="answer" value="cancel">Cancel</button>
</div>
</form>`;
  return pageResponse(desk, { place: name, title: 'At the register', body });
}

/** `POST /counter/{token}`: cash, or nothing at all. */
export async function answerAtRegister(
  desk: HaipayDesk,
  payment: HaipayPayment,
  form: URLSearchParams,
): Promise<Response> {
  const answer = form.get('answer');
  const { name } = haipayProducts[payment.product];
  if (answer === 'cancel') return seeOther(desk.path(`${actingPath(payment)}&done=${payment.token}`));
  if (answer !== 'pay') return refusedPage(desk, name, 'No such answer', 'A register takes cash or cancels.');
  if (obstacle(desk, payment) !== undefined) return register(desk, payment);
  desk.books.receive(payment, payment.amount);
  await desk.commit();
  return seeOther(desk.path(`/counter?done=${payment.token}`));
}
