import { expect } from '@open-wc/testing';
import type { NextAction, RedirectAction } from '../../src/contract/next-action.js';
import type { Amount } from '../../src/contract/money.js';
import type { Refund } from '../../src/contract/refund.js';
import type { ConfirmRequest, CreateSessionAnswer, OrderAnswer, OrderSession } from '../../src/contract/requests.js';
import { SHOP } from '../bff/till.js';
import { MONETIX, SBPS } from './town.js';
import type { Town } from './town.js';

export const CUSTOMER = {
  id: 'buyer-7',
  account: '01234567890',
  firstName: 'Hanako',
  lastName: 'Yamada',
  email: 'hanako@example.com',
  ipAddress: '198.51.100.47',
};
/** Ways to pay that money can be given back of. */
export type PayWay = 'light' | 'classic' | 'alipay' | 'webmoney';
const METHODS: Readonly<Record<PayWay, string>> = {
  light: 'monetix:webmoney-light',
  classic: 'monetix:webmoney',
  alipay: 'sbps:alipay-plus/gcash',
  webmoney: 'sbps:webmoney',
};
export const usd = (value: number): Amount => ({ value, currency: 'USD' });
export const yen = (value: number): Amount => ({ value, currency: 'JPY' });

/** What the shop asks for a session with. */
export function orderBody(order: string, amount: Amount): Record<string, unknown> {
  return { order: { id: order, returnUrl: `${SHOP}/thanks` }, amount, customer: CUSTOMER };
}

/** The buyer's choice. */
export function wishFor(way: PayWay, asksWmid = true): ConfirmRequest {
  return { method: METHODS[way], ...(way === 'classic' && asksWmid && { input: { wmid: '377094062589' } }) };
}

/** The way of a method that was chosen. */
export function payWayOf(method: string): PayWay {
  const way = (['light', 'classic', 'alipay', 'webmoney'] as const).find((one) => METHODS[one] === method);
  return way ?? expect.fail(method);
}

/** An order that was put in the basket. @returns the session's id */
export async function ordered(town: Town, order: string, amount: Amount): Promise<string> {
  return (await town.read<CreateSessionAnswer>('/sessions', orderBody(order, amount))).id;
}

/** What the buyer is to do now, once it is not waiting for the provider. */
async function step(town: Town, id: string): Promise<NextAction> {
  await town.deliver();
  const session = await town.till.session(id);
  return session.status === 'pending' ? session.nextAction : expect.fail(session.status);
}

/** An order that has been paid. @returns the session's id */
export async function paid(town: Town, way: PayWay, amount: Amount, order = 'order-1'): Promise<string> {
  const id = await ordered(town, order, amount);
  await press(town, id, way);
  await pay(town, id, way);
  expect((await town.till.session(id)).status).to.equal('succeeded');
  return id;
}

export async function press(town: Town, id: string, way: PayWay): Promise<void> {
  await town.till.confirm(id, wishFor(way, town.options.interface !== 'payment-page'), town.key());
}

/** The buyer does at the provider what is to be done there. */
export async function pay(town: Town, id: string, way: PayWay): Promise<void> {
  const action = await step(town, id);
  await payAt(town, action, await town.till.attempt(id), way);
  await town.deliver();
}

/** Does what an action says. The provider's messages about it are still on their way then. */
export async function payAt(town: Town, action: NextAction, attempt: string, way: PayWay): Promise<void> {
  if (way === 'alipay' || way === 'webmoney') await payAtSbps(town, redirection(action), attempt, way);
  else await payAtMonetix(town, action, attempt, way);
}

function redirection(action: NextAction): RedirectAction {
  return action.type === 'redirect' ? action : expect.fail(action.type);
}

async function payAtMonetix(town: Town, action: NextAction, attempt: string, way: 'light' | 'classic'): Promise<void> {
  const payment = () => town.monetix.payments().find(({ paymentId }) => paymentId === attempt);
  const byPage = town.options.interface === 'payment-page';
  if (byPage) await town.form(redirection(action).url, redirection(action).fields);
  const page = `${MONETIX}/payment/${payment()?.token ?? ''}`;
  if (way === 'classic') {
    if (byPage) await town.form(`${page}/invoice`, { ...(await hidden(town, page, '/invoice')), wmid: '377094062589' });
    await town.form(`${MONETIX}/keeper/answer`, { token: payment()?.token ?? '', answer: 'pay' });
    return;
  }
  const { url, fields } = byPage
    ? { url: `${MONETIX}/webmoney/pay`, fields: Object.entries(await hidden(town, page, '/webmoney/pay')) }
    : redirection(action);
  await town.form(url, fields);
  await town.form(`${MONETIX}/webmoney/answer`, [...fields, ['answer', 'success']]);
}

/** What the form of a page that leads there sends by itself. */
async function hidden(town: Town, page: string, action: string): Promise<Record<string, string>> {
  const html = await (await town.network(new Request(page))).text();
  const form = new DOMParser().parseFromString(html, 'text/html').querySelector(`form[action$="${action}"]`);
  if (!(form instanceof HTMLFormElement)) return expect.fail(`no form to ${action}`);
  return Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
}

async function payAtSbps(
  town: Town,
  { url, fields }: RedirectAction,
  attempt: string,
  way: 'alipay' | 'webmoney',
): Promise<void> {
  await town.form(url, fields);
  const payment = town.sbps.payments().find(({ orderId }) => orderId === attempt) ?? expect.fail('no payment');
  const { token, walletToken, product } = payment;
  if (way === 'webmoney') {
    if (product === undefined) await town.form(`${SBPS}/pay/${token}/product`, { product: 'webmoney' });
    await town.form(`${SBPS}/pay/${token}/number`, { number: 'ABCD1234EFGH5678' });
    return;
  }
  await town.form(`${SBPS}/pay/${token}/product`, { product: 'alipay-plus' });
  await town.form(`${SBPS}/pay/${token}/wallet`, { wallet: 'gcash' });
  await town.form(`${SBPS}/wallet/${walletToken}/gcash`, { answer: 'approve' });
}

/** The shop gives money back: @param amount all that is left if not given */
export function refund(town: Town, amount?: Amount, order = 'order-1', key?: string): Promise<Refund> {
  return town.read<Refund>(`/orders/${order}/refunds`, amount ? { amount } : {}, key);
}

/** The code of the refusal of a refund. */
export async function refused(town: Town, amount?: unknown, order = 'order-1'): Promise<string> {
  const { status, text } = await town.shop(`/orders/${order}/refunds`, amount === undefined ? {} : { amount });
  return status < 300 ? expect.fail(text) : (JSON.parse(text) as { code: string }).code;
}

/** The newest session of an order, as the shop sees it. */
export async function shopView(town: Town, order = 'order-1'): Promise<OrderSession> {
  const { sessions } = await town.read<OrderAnswer>(`/orders/${order}`);
  return sessions[0] ?? expect.fail('no session');
}
