import type { createInPageShop } from './in-page-shop.js';

type Shop = Awaited<ReturnType<typeof createInPageShop>>;

/** Posts a form to a sandbox and gives the page that follows it, by its address. */
async function post(sandbox: (request: Request) => Promise<Response>, url: string, fields: Record<string, string>) {
  const answer = await sandbox(new Request(url, { method: 'POST', body: new URLSearchParams(fields) }));
  const location = answer.headers.get('location');
  return location ? new URL(location, url).href : url;
}

function haipayOf({ japan }: Shop) {
  const haipay = japan?.haipay;
  const last = haipay?.waiting().at(-1);
  if (!haipay || !last) throw new Error('nothing waits at HaiPay');
  return { haipay, url: new URL(last.url) };
}

/** Pays the newest order in cash at the register of a store. */
export async function payAtStore(shop: Shop): Promise<void> {
  const { haipay, url } = haipayOf(shop);
  const register = await post(haipay, new URL('/counter', url).href, Object.fromEntries(url.searchParams));
  await post(haipay, register, { answer: 'pay' });
  await haipay.deliverDue();
}

/** Transfers a sum to the account of the newest order; digits of the currency's major unit. */
export async function transfer(shop: Shop, amount: string): Promise<void> {
  const { haipay, url } = haipayOf(shop);
  await post(haipay, new URL('/bank', url).href, { account: url.searchParams.get('account') ?? '', amount });
  await haipay.deliverDue();
}

/** Approves or declines the newest order in its wallet's app. */
export async function answerInApp(shop: Shop, answer: 'approve' | 'decline'): Promise<void> {
  const { haipay, url } = haipayOf(shop);
  await post(haipay, url.href, { answer });
  await haipay.deliverDue();
}

/** Ends the time of the newest order at HaiPay. */
export async function letExpire(shop: Shop): Promise<void> {
  const { haipay, url } = haipayOf(shop);
  const token = haipay.payments().at(-1)?.token ?? '';
  await post(haipay, new URL('/expire', url).href, { token });
  await haipay.deliverDue();
}

/** Goes through the cashier of Alipay+ with the fields that the browser would post, and approves or declines in the app. */
export async function answerAtCashier(
  { japan }: Shop,
  { url, fields }: { url: string; fields: readonly (readonly [string, string])[] },
  wallet: string,
  answer: 'approve' | 'decline',
): Promise<void> {
  const sbps = japan?.sbps;
  if (!sbps) throw new Error('SBPS is not there');
  const pay = await post(sbps, url, Object.fromEntries(fields));
  await post(sbps, `${pay}/product`, { product: 'alipay-plus' });
  await post(sbps, `${pay}/wallet`, { wallet });
  const app = sbps.waiting().at(-1)?.url ?? '';
  await post(sbps, app, { answer });
  await sbps.deliverDue();
}
