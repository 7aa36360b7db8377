import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { seeOther } from './page.js';
import type { SbpsDesk } from './sbps-desk.js';
import type { SbpsProduct } from './sbps-merchant.js';
import { numberPage } from './sbps-number.js';
import {
  amountHead,
  cancelForm,
  deadline,
  errorPage,
  pageResponse,
  paymentFacts,
  payPath,
  placeOf,
  reloadSeconds,
  resultPage,
  tellingPage,
} from './sbps-pages.js';
import { familyOf, isFinal } from './sbps-payment.js';
import type { SbpsPayment } from './sbps-payment.js';
import { qrPicture } from './sbps-qr.js';
import { walletPath } from './sbps-wallet-app.js';
import { sbpsDevice, sbpsWallet, sbpsWallets } from './sbps-wallets.js';
import type { SbpsWallet } from './sbps-wallets.js';

/** SBPS's own screen names products only, never the wallets. Source: SBPS, Alipay+, "Notation of each sub-brand". */
function selectionPage(desk: SbpsDesk, payment: SbpsPayment): Response {
  const labels: Readonly<Record<SbpsProduct, string>> = { 'alipay-plus': 'Alipay+', webmoney: 'WebMoney' };
  const buttons = payment.products.map(
    (product) => markup`<button class="main" name="product" value="${product}">${labels[product]}</button>`,
  );
  const body = markup`${amountHead(payment)}
${paymentFacts(desk, payment)}
${deadline(desk, payment)}
<form method="post" action="${payPath(desk, payment, '/product')}">
<fieldset><legend>Payment method</legend><div class="actions">${buttons}</div></fieldset>
</form>
${cancelForm(desk, payment)}`;
  const page = { place: placeOf(payment), title: 'Choose a payment method', body };
  return pageResponse(desk, { ...page, reloadSeconds: reloadSeconds(desk, payment) });
}

function walletList(desk: SbpsDesk, payment: SbpsPayment): Response {
  const reviewed = desk.merchantOf(payment)?.wallets ?? [];
  const buttons = sbpsWallets
    .filter(({ id }) => reviewed.includes(id))
    .map(({ id, name, region }) => markup`<button name="wallet" value="${id}">${name} (${region})</button>`);
  const body = markup`${amountHead(payment)}
${paymentFacts(desk, payment)}
${deadline(desk, payment)}
<form method="post" action="${payPath(desk, payment, '/wallet')}">
<fieldset><legend>Your wallet</legend><div class="actions">${buttons}</div></fieldset>
</form>
${cancelForm(desk, payment)}`;
  const page = { place: placeOf(payment), title: 'Choose your wallet', body };
  return pageResponse(desk, { ...page, reloadSeconds: reloadSeconds(desk, payment) });
}

function otherWallet(desk: SbpsDesk, payment: SbpsPayment): Markup {
  return markup`<form method="post" action="${payPath(desk, payment, '/wallet')}">
<div class="actions"><button name="wallet" value="">Choose another wallet</button></div></form>`;
}

function appLink(desk: SbpsDesk, payment: SbpsPayment, { id, name }: SbpsWallet, main: boolean): Markup {
  const url = desk.paths.path(`${walletPath(payment, id)}?here`);
  return markup`<p class="field"><a class="button${main && ' main'}" href="${url}">Open the make-believe ${name} app</a></p>`;
}

/** The code a wallet scans; on a phone its app opens instead. Source: SBPS, Alipay+, "Available Sub-Brands". */
function scanPage(desk: SbpsDesk, payment: SbpsPayment, wallet: SbpsWallet, onPhone: boolean): Response {
  const url = desk.paths.url(walletPath(payment, wallet.id));
  const code = markup`<p class="field">Scan this code with the ${wallet.name} app. This page goes on by itself.</p>
${qrPicture(url, `Code to scan with ${wallet.name}`)}`;
  const link = appLink(desk, payment, wallet, onPhone);
  const body = markup`${amountHead(payment)}
${deadline(desk, payment)}
${onPhone ? markup`${link}${code}` : markup`${code}${link}`}
${otherWallet(desk, payment)}
${cancelForm(desk, payment)}`;
  const page = { place: placeOf(payment), title: `Pay with ${wallet.name}`, body };
  return pageResponse(desk, { ...page, reloadSeconds: reloadSeconds(desk, payment, true) });
}

function logInPage(
  desk: SbpsDesk,
  payment: SbpsPayment,
  wallet: SbpsWallet,
  onPhone: boolean,
  problem?: string,
): Response {
  const wrong = problem !== undefined && markup`<p class="wrong" role="alert" id="problem">${problem}</p>`;
  const described = problem === undefined ? 'account-hint' : 'problem account-hint';
  const body = markup`${amountHead(payment)}
${deadline(desk, payment)}
${onPhone && appLink(desk, payment, wallet, true)}
${wrong}
<form method="post" action="${payPath(desk, payment, '/login')}">
<div class="field"><label for="account">Account</label>
<input type="text" id="account" name="account" maxlength="100" autocomplete="off" required aria-describedby="${described}" />
<p class="quiet" id="account-hint">Any name will do here; no password is asked for.</p></div>
<div class="actions"><button${!onPhone && markup` class="main"`}>Log in to ${wallet.name}</button></div>
</form>
${otherWallet(desk, payment)}
${cancelForm(desk, payment)}`;
  const page = {
    place: placeOf(payment),
    title: `Pay with ${wallet.name}`,
    body,
    status: problem === undefined ? 200 : 400,
  };
  return pageResponse(desk, { ...page, reloadSeconds: reloadSeconds(desk, payment) });
}

/** `GET /pay/{token}`: the page as the payment stands. */
export function showPay(desk: SbpsDesk, payment: SbpsPayment, request: Request): Response | Promise<Response> {
  if (isFinal(payment)) {
    const telling = payment.status === 'paid' && payment.told === 'waiting';
    return telling ? tellingPage(desk, payment) : resultPage(desk, payment);
  }
  if (payment.product === undefined) return selectionPage(desk, payment);
  if (payment.product === 'webmoney') return numberPage(desk, payment);
  const wallet = sbpsWallet(payment.wallet);
  if (wallet === undefined) return walletList(desk, payment);
  const show = wallet.procedure === 'scan' ? scanPage : logInPage;
  return show(desk, payment, wallet, sbpsDevice(request) === 'phone');
}

/** `POST /pay/{token}/product`: one of the products of SBPS's selection screen. */
export async function chooseProduct(
  desk: SbpsDesk,
  payment: SbpsPayment,
  form: URLSearchParams,
  request: Request,
): Promise<Response> {
  const product = payment.products.find((one) => one === form.get('product'));
  if (product === 'alipay-plus' && sbpsDevice(request) === 'feature-phone') {
    const problem = 'Alipay+ cannot be used on this mobile phone. Use a smartphone or a computer.';
    return errorPage(desk, `${familyOf(product)}07020`, problem);
  }
  if (product !== undefined) {
    desk.books.choose(payment, product);
    await desk.upkeep.commit();
  }
  return seeOther(payPath(desk, payment));
}

/** `POST /pay/{token}/wallet`: a wallet that was reviewed, or none to see the list again. */
export async function chooseWallet(desk: SbpsDesk, payment: SbpsPayment, form: URLSearchParams): Promise<Response> {
  const wallet = sbpsWallet(form.get('wallet'));
  const reviewed = wallet && desk.merchantOf(payment)?.wallets.includes(wallet.id);
  if (wallet && !reviewed) return errorPage(desk, '51007000', `${wallet.name} has not been reviewed for this merchant`);
  desk.books.chooseWallet(payment, wallet?.id);
  await desk.upkeep.commit();
  return seeOther(payPath(desk, payment));
}

/** `POST /pay/{token}/login`: any account; the wallet then asks whether to pay. */
export async function logIn(
  desk: SbpsDesk,
  payment: SbpsPayment,
  form: URLSearchParams,
  request: Request,
): Promise<Response> {
  const account = form.get('account')?.trim().slice(0, 100) ?? '';
  const wallet = sbpsWallet(payment.wallet);
  if (isFinal(payment) || wallet?.procedure !== 'login') return seeOther(payPath(desk, payment));
  if (account === '') {
    const onPhone = sbpsDevice(request) === 'phone';
    return logInPage(desk, payment, wallet, onPhone, 'Write the name of an account.');
  }
  desk.books.logIn(payment, account);
  await desk.upkeep.commit();
  return seeOther(desk.paths.path(`${walletPath(payment, wallet.id)}?here`));
}

/** `POST /pay/{token}/cancel`: the buyer goes back without paying. */
export async function cancel(desk: SbpsDesk, payment: SbpsPayment): Promise<Response> {
  desk.books.cancel(payment);
  await desk.upkeep.commit();
  return seeOther(payPath(desk, payment));
}
