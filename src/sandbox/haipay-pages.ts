import type { HaipayDesk } from './haipay-desk.js';
import { japanTime } from './haipay-bodies.js';
import { shownAmount } from './haipay-money.js';
import type { HaipayPayment, HaipayStatus } from './haipay-payment.js';
import { haipayProducts } from './haipay-rows.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { facts, sandboxPage } from './page.js';
import type { SandboxPage } from './page.js';

/** A page of this sandbox. */
export function pageResponse(desk: HaipayDesk, page: SandboxPage): Response {
  const about = 'A stand-in for the Japan Payment API of HaiPay, its stores, bank and wallets, for tests only.';
  return sandboxPage({ name: 'HaiPay sandbox', about, icon: true, path: (path) => desk.path(path) }, page);
}

/** `2026-11-21 14:26 Japan time` */
export function instant(ms: number): string {
  return `${japanTime(ms).slice(0, 16)} Japan time`;
}

/** Statuses in words. */
export const statusNames: Readonly<Record<HaipayStatus, string>> = {
  '-1': 'pending confirmation',
  0: 'not started',
  1: 'in progress',
  2: 'paid',
  3: 'failed',
  4: 'partly paid',
  5: 'overpaid',
};

/** A sum that stands alone. */
export function amountHead(value: number, { currency }: HaipayPayment): Markup {
  return markup`<p class="amount">${shownAmount(value, currency)}</p>`;
}

/** What the payer is paying for. */
export function paymentFacts(desk: HaipayDesk, payment: HaipayPayment, more: Parameters<typeof facts>[0] = []): Markup {
  return facts([
    ['Merchant', desk.merchantName(payment)],
    ['For', payment.subject],
    ['Order', payment.orderId],
    ['Platform number', payment.orderNo],
    ...more,
    ['Pay until', instant(payment.validUntilMs)],
  ]);
}

/** The numbers of a convenience store with their labels, as the payer has to tell them. */
export function numberFacts({ product, numbers }: HaipayPayment): readonly (readonly [label: string, value: string])[] {
  const { numbers: wanted = [] } = haipayProducts[product];
  return wanted.map(([label], index) => [label, numbers[index] ?? '']);
}

/** A page for something that cannot be done, HTTP 400. */
export function refusedPage(desk: HaipayDesk, place: string, title: string, problem: string): Response {
  const body = markup`<p>Nothing was paid, and nothing was changed.</p>
<p class="wrong">${problem}</p>
<p><a href="${desk.path('/')}">Everything that waits to be paid</a></p>`;
  return pageResponse(desk, { place, title, body, status: 400 });
}
