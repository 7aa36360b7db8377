import type { MonetixDesk } from './monetix-desk.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { amountHead, instant, pageResponse, refusedPage } from './monetix-pages.js';
import { placeOf } from './monetix-payout.js';
import type { MonetixPayout } from './monetix-payout.js';
import { inTitleUnits } from './monetix-units.js';
import { facts, hidden, seeOther } from './page.js';

const place = 'WebMoney Keeper';

function aboutPayout(desk: MonetixDesk, payout: MonetixPayout): Markup {
  return markup`${amountHead(payout)}
${facts([
  ['From', desk.project(payout.projectId)?.name],
  ['Description', payout.description],
  ['Transfer', payout.providerPaymentId],
  ['To wallet', payout.purse],
  ['Enter the code by', payout.hold === 'waiting' && instant(payout.holdUntilMs ?? 0)],
])}`;
}

/** A transfer that the recipient sees, but cannot use until the code is entered. */
function waitingRow(desk: MonetixDesk, payout: MonetixPayout, shown: string): Markup {
  const id = `code-${payout.operationId}`;
  return markup`<li>
${aboutPayout(desk, payout)}
<form method="post" action="${desk.paths.path('/keeper/code')}">
${hidden({ token: payout.token, purse: shown })}
<div class="field"><label for="${id}">Protection code</label>
<input type="text" id="${id}" name="code" autocomplete="off" required /></div>
<div class="actions"><button class="main" aria-label="Receive transfer ${payout.providerPaymentId}">Receive</button></div>
</form>
</li>`;
}

/** What came of the code that was entered last. */
function lastAnswer(payout: MonetixPayout | undefined): Markup | undefined {
  if (payout?.hold === undefined) return undefined;
  const { hold, providerPaymentId: number } = payout;
  if (hold === 'received') return markup`<p role="status">Transfer ${number} is received.</p>`;
  if (hold === 'returned') return markup`<p role="status">Transfer ${number} went back to the sender.</p>`;
  return markup`<p role="alert" class="wrong">That is not the code of transfer ${number}.</p>`;
}

function list(payouts: readonly MonetixPayout[], row: (payout: MonetixPayout) => Markup, none: string): Markup {
  if (payouts.length === 0) return markup`<p>${none}</p>`;
  return markup`<ul class="rows">${payouts.map(row)}</ul>`;
}

/** `GET /keeper/purse?purse=`: what was paid out, to one wallet or to all, since nobody logs in here. */
export function purse(desk: MonetixDesk, query: URLSearchParams): Response {
  const shown = query.get('purse')?.trim().toUpperCase() ?? '';
  const own = desk.payouts.all().filter((payout) => shown === '' || payout.purse === shown);
  const waiting = own.filter(({ hold }) => hold === 'waiting');
  const received = own.filter((payout) => placeOf(payout) === 'recipient');
  const sum = ({ amount, currency, purse: wallet, changedMs }: MonetixPayout) =>
    markup`<li><p class="pair"><span>${wallet}</span><span class="figure">${inTitleUnits(amount, currency)}</span></p>
<p class="quiet">${instant(changedMs)}</p></li>`;
  const body = markup`<p class="quiet">Transfers that merchants have sent to this wallet.</p>
${lastAnswer(desk.payouts.byToken(query.get('done')))}
<form action="${desk.paths.path('/keeper/purse')}">
<div class="field"><label for="purse">Wallet</label>
<input type="text" id="purse" name="purse" value="${shown}" autocomplete="off" aria-describedby="purse-hint" />
<p class="quiet" id="purse-hint">A letter and 12 digits. Empty shows every wallet.</p></div>
<div class="actions"><button>Show transfers</button></div>
</form>
<h2>Waiting for a code</h2>
${list(waiting, (payout) => waitingRow(desk, payout, shown), 'No transfer waits for a code.')}
<h2>Received</h2>
${list(received, sum, 'Nothing was received yet.')}`;
  return pageResponse(desk, { place, title: 'Wallet', body });
}

/** `POST /keeper/code`: the recipient enters the code of one transfer. */
export async function enterCode(desk: MonetixDesk, form: URLSearchParams): Promise<Response> {
  const payout = desk.payouts.byToken(form.get('token'));
  if (payout?.protection === undefined) {
    const message = 'does not name a transfer under a code';
    return refusedPage(desk, place, 'No such transfer', [{ code: 'invalid', field: 'token', message }]);
  }
  if (desk.payouts.enter(payout, form.get('code')?.trim() ?? '')) await desk.upkeep.commit();
  const query = new URLSearchParams({ purse: form.get('purse') ?? '', done: payout.token });
  return seeOther(desk.paths.path(`/keeper/purse?${query}`));
}
