/** What one status says of a purchase. All but `paid` and `pending` mean that no money will come of it. */
export type Verdict =
  | 'paid'
  | 'pending'
  | 'expired'
  | 'declined'
  | 'canceled-by-buyer'
  | 'invoice-refused'
  | 'provider-refused'
  | 'provider-unavailable'
  | 'returned';

type Table = ReadonlyMap<string, Verdict>;

const table = (rows: Partial<Record<Verdict, readonly string[]>>): Table =>
  new Map(
    Object.entries(rows).flatMap(([verdict, names]) =>
      names.map((name): [string, Verdict] => [name, verdict as Verdict]),
    ),
  );

/**
 * Every `payment.status` of the public SDKs and plugins. What is not listed is not final. `returned`: it was paid and
 * all of it has gone back, so nothing may be delivered for it.
 */
export const PAYMENT_STATUSES: Table = table({
  paid: ['success', 'partially refunded', 'partially reversed'],
  pending: [
    'processing',
    'awaiting 3ds result',
    'awaiting redirect result',
    'awaiting customer',
    'awaiting customer action',
    'awaiting clarification',
    'awaiting capture',
    'awaiting merchant auth',
    'awaiting approval',
    'awaiting clarify data',
    'awaiting confirmation',
    'awaiting payment',
    'awaiting retry',
    'awaiting clearing',
    'awaiting partially clearing',
    'clearing processing',
    'external processing',
    'scheduled recurring processing',
    'partially paid',
    'partially paid out',
    'invoice sent',
    'decline renewal',
  ],
  declined: ['decline'],
  'canceled-by-buyer': ['cancelled', 'canceled'],
  'invoice-refused': ['invoice cancelled'],
  expired: ['expired'],
  'provider-refused': ['error'],
  'provider-unavailable': ['internal error', 'external error'],
  returned: ['reversed', 'refunded'],
});

/** Every `operation.status` of the public SDKs and plugins. What is not listed is not final. */
export const OPERATION_STATUSES: Table = table({
  paid: ['success'],
  pending: [
    'processing',
    'external processing',
    'awaiting 3ds result',
    'awaiting redirect result',
    'awaiting customer',
    'awaiting customer action',
    'awaiting clarification',
    'awaiting merchant auth',
    'awaiting approval',
    'awaiting payment',
    'awaiting confirmation',
    'awaiting finalization',
    'invoice sent',
    'unknown',
  ],
  declined: ['decline'],
  'invoice-refused': ['invoice cancelled'],
  expired: ['expired'],
  'provider-unavailable': ['internal error', 'external error'],
});

/**
 * What a sale's two statuses say together: money counts only when both say so, a payment with an unknown status is not
 * final, and a declined try is not final while its payment still waits (`awaiting customer`: the buyer may try again).
 *
 * @param payment `payment.status`
 * @param operation `operation.status`; left out when the message has no operation
 */
export function judge(payment: string | undefined, operation?: string): Verdict {
  const whole = PAYMENT_STATUSES.get(payment ?? '');
  const part = operation === undefined ? whole : OPERATION_STATUSES.get(operation);
  if (whole === undefined || part === undefined || whole === 'pending') return 'pending';
  if (whole === 'returned') return 'declined';
  if (whole === 'paid' || part === 'paid') return whole === part ? 'paid' : 'pending';
  return [part, whole].find((verdict) => verdict !== 'declined' && verdict !== 'pending') ?? 'declined';
}

/** Our failure code by the provider's `code`, as the platform's public list of codes describes them. */
const FAILURES = new Map<string, string>([
  ...['309', '1409', '1421', '1422', '1433', '2642', '3297', '3298', '10101', '20101'].map((code): [string, string] => [
    code,
    'limit-exceeded',
  ]),
  ...['10105', '10112', '10113', '20105'].map((code): [string, string] => [code, 'insufficient-funds']),
  ...['301', '10301', '20301'].map((code): [string, string] => [code, 'canceled-by-buyer']),
  ...['2147', '10602', '20602'].map((code): [string, string] => [code, 'timed-out']),
  ...['314', '501', '601', '602', '10505', '10601', '10603', '20202', '20601', '20603'].map(
    (code): [string, string] => [code, 'provider-unavailable'],
  ),
]);

/** Our stable failure code for a provider's code, or undefined when it says nothing a buyer could use. */
export function failureCode(providerCode: string | undefined): string | undefined {
  return FAILURES.get(providerCode ?? '');
}

/** The codes of {@link failureCode} that mean something else when the money is the shop's. */
const WHEN_SENDING = new Map<string, string | undefined>([
  ['insufficient-funds', 'balance-too-low'],
  ['canceled-by-buyer', undefined],
]);

/** As {@link failureCode}, for money that the shop sends: a refund or a payout. */
export function sendingFailureCode(providerCode: string | undefined): string | undefined {
  const code = failureCode(providerCode);
  return code !== undefined && WHEN_SENDING.has(code) ? WHEN_SENDING.get(code) : code;
}
