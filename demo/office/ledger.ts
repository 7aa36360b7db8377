import type { Amount } from '../../src/contract/money.js';
import type { Refund } from '../../src/contract/refund.js';
import type { OrderAttempt, OrderSession } from '../../src/contract/requests.js';
import type { Book, ShopOrder, ShopPayout } from '../book.js';
import type { Brands } from './brands.js';

/** What has become of an order or a payout; each is a sign and a word of the texts. */
export type State =
  | 'waiting'
  | 'paid'
  | 'refunding'
  | 'partly'
  | 'refunded'
  | 'attention'
  | 'failed'
  | 'expired'
  | 'canceled'
  | 'unused'
  | 'sending'
  | 'arranged'
  | 'collecting'
  | 'sent';

/** Something a person has to look at. `missing`: of a sum that came in only in part. */
export interface Worry {
  orderId: string;
  code: string;
  missing?: Amount;
}

/** A line of the books. */
export interface Row {
  session: OrderSession;
  name: string;
  /** Of the method that was chosen last; empty while none is. */
  brand: string;
  state: State;
  /** What has been given back for certain, in minor units of the session's currency. */
  back: number;
  worries: readonly Worry[];
}

/** A payment that came in, and what has become of it. */
export interface Paid {
  attempt: OrderAttempt;
  paid: Amount;
  /** What has neither been given back nor may be on its way back. */
  rest: Amount;
  refunds: readonly Refund[];
}

/** Which rows are shown. */
export const SHOWN = ['all', 'waiting', 'attention', 'refunds', 'payouts'] as const;
export type Shown = (typeof SHOWN)[number];

const isOnItsWay = ({ status }: Refund) => status === 'starting' || status === 'pending';

/** The line of each session. */
export function rowsOf(
  sessions: readonly OrderSession[],
  brands: Brands,
  books: { orders: Book<ShopOrder>; payouts: Book<ShopPayout> },
): Row[] {
  return sessions.map((session) => {
    const { id, orderId, purpose, attempts } = session;
    const brand = brands.get(attempts.at(-1)?.method ?? '') ?? '';
    const isPayout = purpose === 'payout';
    const worries = worriesOf(session);
    return {
      session,
      name: (isPayout ? books.payouts.get(id) : books.orders.get(orderId))?.name ?? '',
      brand,
      state: worries.length > 0 ? 'attention' : isPayout ? payoutState(session, brand) : paymentState(session),
      back: sum(session.refunds.filter(({ status }) => status === 'succeeded')),
      worries,
    };
  });
}

/** The rows that a tab and a search leave. @param find a part of a number or a name */
export function chosenRows(rows: readonly Row[], shown: Shown, find: string): Row[] {
  const wanted = folded(find);
  return rows.filter((row) => {
    const fits = folded(`${row.session.orderId} ${row.name}`).includes(wanted);
    return fits && isShown(row, shown);
  });
}

/** The payments of a session that money came in for. */
export function paidOf({ amount, status, attempts, refunds }: OrderSession): Paid[] {
  return attempts.flatMap((attempt) => {
    const isAwaited = status === 'pending' && attempt.status === 'waiting';
    const paid = attempt.received ?? amount;
    if (attempt.status !== 'succeeded' && (isAwaited || !attempt.received)) return [];
    const own = refunds.filter((refund) => refund.attempt === attempt.id);
    const gone = sum(own.filter((refund) => refund.status !== 'declined'));
    return [{ attempt, paid, rest: { ...paid, value: Math.max(0, paid.value - gone) }, refunds: own }];
  });
}

/** True while a refund of the payment has no certain end: until then there is no second one. */
export function isRefunding({ refunds }: Pick<Paid, 'refunds'>): boolean {
  return refunds.some((refund) => isOnItsWay(refund) || refund.status === 'unknown');
}

/** Changes whenever something that the office shows does. */
export function stampOf(sessions: readonly OrderSession[]): string {
  return sessions.map(({ id, rev }) => `${id}.${rev}`).join(' ');
}

function isShown({ session, state, worries }: Row, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'waiting':
      return ['waiting', 'unused', 'sending', 'arranged', 'collecting'].includes(state);
    case 'attention':
      return worries.length > 0;
    case 'refunds':
      return session.refunds.length > 0;
    case 'payouts':
      return session.purpose === 'payout';
  }
}

function paymentState({ status, refunds }: OrderSession): State {
  if (refunds.some(isOnItsWay)) return 'refunding';
  switch (status) {
    case 'succeeded':
      return 'paid';
    case 'partiallyRefunded':
      return 'partly';
    case 'refunded':
    case 'failed':
    case 'expired':
    case 'canceled':
      return status;
    default:
      return 'waiting';
  }
}

function payoutState({ status }: OrderSession, brand: string): State {
  switch (status) {
    case 'open':
      return 'unused';
    case 'pending':
      if (brand === 'bank-account') return 'arranged';
      return brand === 'webmoney-purse' ? 'sending' : 'collecting';
    case 'succeeded':
      return 'sent';
    case 'expired':
    case 'canceled':
      return status;
    default:
      return 'failed';
  }
}

function worriesOf({ orderId, status, code = 'other', amount, attempts, refunds }: OrderSession): Worry[] {
  const doubt = status === 'needsAttention' ? [{ orderId, code }] : [];
  const parts = attempts.flatMap(({ status: stands, received }): Worry[] => {
    const missing = amount.value - (received?.value ?? amount.value);
    return stands === 'waiting' && missing > 0
      ? [{ orderId, code: 'part', missing: { ...amount, value: missing } }]
      : [];
  });
  const byHand = refunds.flatMap(({ status: stands }) =>
    stands === 'manual' || stands === 'unknown' ? [{ orderId, code: `refund-${stands}` }] : [],
  );
  return [...doubt, ...parts, ...byHand];
}

function sum(refunds: readonly Refund[]): number {
  return refunds.reduce((total, { amount }) => total + amount.value, 0);
}

/** For a search: full-width and half-width, capitals and blanks make no difference. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
