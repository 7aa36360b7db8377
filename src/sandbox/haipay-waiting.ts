import type { HaipayDesk } from './haipay-desk.js';
import { shownAmount } from './haipay-money.js';
import { outstanding, takesMoney } from './haipay-payment.js';
import type { HaipayPayment } from './haipay-payment.js';
import { haipayProducts } from './haipay-rows.js';

/** A payment that waits for somebody, for a page that lists what waits at all providers. */
export interface HaipayWaiting {
  provider: string;
  /** The merchant's own number. */
  id: string;
  /** How it is paid. */
  what: string;
  /** What is still to be paid, for reading. */
  amount: string;
  /** Absolute URL of the page on which somebody can act. */
  url: string;
}

/** The path of the page on which an order can be brought to its end. */
export function actingPath(payment: HaipayPayment): string {
  if (payment.status === -1) return '/';
  const { kind } = haipayProducts[payment.product];
  if (kind === 'wallet') return `/pay/${payment.token}`;
  if (kind === 'bank') return `/bank?account=${payment.account}`;
  const [number = '', second = ''] = payment.numbers;
  return `/counter?number=${number}&second=${second}`;
}

/** Whether an order waits for its payer or, pending, for a confirmation. */
export function isWaiting(payment: HaipayPayment, nowMs: number): boolean {
  return payment.status === -1 || takesMoney(payment, nowMs);
}

/** What waits, oldest first. */
export function waitingOf(desk: HaipayDesk): readonly HaipayWaiting[] {
  const waiting = desk.books.all().filter((payment) => isWaiting(payment, desk.now()));
  return waiting.map((payment) => ({
    provider: 'haipay',
    id: payment.orderId,
    what: haipayProducts[payment.product].name,
    amount: shownAmount(outstanding(payment), payment.currency),
    url: desk.paths.url(actingPath(payment)),
  }));
}
