import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { facts, seeOther } from './page.js';
import type { SbpsDesk } from './sbps-desk.js';
import { nameOf } from './sbps-merchant.js';
import { amountHead, deadline, pageResponse, payPath, reloadSeconds } from './sbps-pages.js';
import { isFinal, reasonOf } from './sbps-payment.js';
import type { SbpsPayment } from './sbps-payment.js';
import { sbpsDevice } from './sbps-wallets.js';
import type { SbpsWallet, SbpsWalletId } from './sbps-wallets.js';

/** The route of a wallet's app for a payment: the address in its code. */
export function walletPath({ walletToken }: SbpsPayment, wallet: SbpsWalletId): string {
  return `/wallet/${walletToken}/${wallet}`;
}

function appPage(desk: SbpsDesk, wallet: SbpsWallet, title: string, body: Markup, more = {}): Response {
  return pageResponse(desk, { place: `${wallet.name}, make-believe`, title, body, ...more });
}

/** Back to the page that shows the code, for whoever came from there and not with another device. */
function onward(desk: SbpsDesk, payment: SbpsPayment, here: boolean): Markup {
  if (!here) return markup`<p class="field">The page on which you chose this wallet goes on by itself.</p>`;
  return markup`<p class="field"><a class="button main" href="${payPath(desk, payment)}">Continue</a></p>`;
}

function ended(desk: SbpsDesk, payment: SbpsPayment, wallet: SbpsWallet, here: boolean): Response {
  const titles = {
    open: '',
    paid: 'Payment approved',
    declined: 'Payment declined',
    cancelled: 'Payment cancelled',
    expired: 'Time is up',
    reversed: 'Payment undone',
  };
  const bad = payment.status !== 'paid';
  const body = markup`${bad && markup`<p class="wrong">${reasonOf(payment.errorCode)} Nothing was charged.</p>`}
${amountHead(payment)}
${onward(desk, payment, here)}`;
  return appPage(desk, wallet, titles[payment.status], body);
}

/** `GET /wallet/{walletToken}/{wallet}`: what the buyer's wallet asks. `here` marks who came from our own page. */
export function showWallet(
  desk: SbpsDesk,
  payment: SbpsPayment,
  wallet: SbpsWallet,
  here: boolean,
  request: Request,
): Response {
  if (payment.wallet !== wallet.id) {
    const body = markup`<p class="wrong">Another wallet was chosen for this payment, so this code is no longer good.</p>
${onward(desk, payment, here)}`;
    return appPage(desk, wallet, 'This code is not valid', body, { status: 400 });
  }
  if (isFinal(payment)) return ended(desk, payment, wallet, here);
  // Without its app, a wallet of this kind is reached by logging in.
  const loggedOut = wallet.procedure === 'login' && payment.account === undefined;
  if (loggedOut && sbpsDevice(request) !== 'phone') return seeOther(payPath(desk, payment));
  const merchant = desk.merchantOf(payment);
  const action = desk.paths.path(`${walletPath(payment, wallet.id)}${here ? '?here' : ''}`);
  const body = markup`${amountHead(payment)}
${facts([
  ['To', merchant && nameOf(merchant)],
  ['Item', payment.itemName],
  ['Account', payment.account ?? 'This phone’s'],
])}
${deadline(desk, payment)}
<form method="post" action="${action}">
<div class="actions side">
<button class="main" name="answer" value="approve">Approve</button>
<button name="answer" value="decline">Decline</button>
</div>
</form>
<p class="quiet field">The wallet would show its own currency too. ¥40,000 and ¥40,400 are declined whichever button is pressed.</p>`;
  return appPage(desk, wallet, 'Pay this amount?', body, { reloadSeconds: reloadSeconds(desk, payment) });
}

/** `POST /wallet/{walletToken}/{wallet}`: the buyer approves or declines; like every wallet, it answers at once. */
export async function answerWallet(
  desk: SbpsDesk,
  payment: SbpsPayment,
  wallet: SbpsWallet,
  here: boolean,
  request: Request,
): Promise<Response> {
  const answer = new URLSearchParams(await request.text()).get('answer');
  const mine = payment.wallet === wallet.id;
  const reached = wallet.procedure === 'scan' || payment.account !== undefined || sbpsDevice(request) === 'phone';
  if (mine && reached && (answer === 'approve' || answer === 'decline')) await desk.settle(payment, answer);
  return seeOther(desk.paths.path(`${walletPath(payment, wallet.id)}${here ? '?here' : ''}`));
}
