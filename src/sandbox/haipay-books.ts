import { takesMoney } from './haipay-payment.js';
import type { HaipayOrder, HaipayPayment, HaipayStatus } from './haipay-payment.js';
import { haipayProducts } from './haipay-rows.js';
import type { HaipayKind } from './haipay-rows.js';

const minuteMs = 60_000;
const japanMs = 9 * 3_600_000;

/** Minutes that the slip of a convenience store's machine is good for at the register, as it says itself. */
const slipMinutes = 30;

/** What the books need to be kept. */
export interface HaipayBooksOptions {
  now: () => number;
  /** Minutes an order can be paid. */
  validMinutes: Readonly<Record<HaipayKind, number>>;
  /** Called after each change of an order's status or of what it received. */
  onStep: (payment: HaipayPayment) => void;
}

function random(bytes: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(bytes));
}

function randomDigits(digits: number): string {
  return Array.from(random(digits), (byte, index) => (index === 0 ? 1 + (byte % 9) : byte % 10)).join('');
}

/** Every order and the only ways its state can change. */
export class HaipayBooks {
  #payments = new Map<string, HaipayPayment>();

  constructor(private readonly options: HaipayBooksOptions) {}

  /** All orders, oldest first. */
  all(): readonly HaipayPayment[] {
    return [...this.#payments.values()];
  }

  find(appId: number, orderId: string): HaipayPayment | undefined {
    return this.all().find((payment) => payment.appId === appId && payment.orderId === orderId);
  }

  byToken(token: string | null): HaipayPayment | undefined {
    return this.#payments.get(token ?? '');
  }

  /** The order of a store's number; a second number, where it is told, has to fit. */
  byNumbers(number: string, second: string): HaipayPayment | undefined {
    const fits = ({ numbers }: HaipayPayment) => numbers[0] === number && (numbers[1] ?? '') === second;
    return this.all().find((payment) => number !== '' && fits(payment));
  }

  byAccount(account: string): HaipayPayment | undefined {
    return this.all().find((payment) => account !== '' && payment.account === account);
  }

  byOrderNo(orderNo: string): HaipayPayment | undefined {
    return this.all().find((payment) => payment.orderNo === orderNo);
  }

  /** Puts back what was stored. */
  restore(payments: readonly HaipayPayment[]): void {
    this.#payments = new Map(payments.map((payment) => [payment.token, payment]));
  }

  /** Writes a new order. */
  register(order: HaipayOrder): HaipayPayment {
    const nowMs = this.options.now();
    const { kind, numbers = [] } = haipayProducts[order.product];
    const day = new Date(nowMs + japanMs).toISOString().slice(2, 10).replaceAll('-', '');
    const payment: HaipayPayment = {
      ...order,
      token: Array.from(random(16), (byte) => byte.toString(16).padStart(2, '0')).join(''),
      orderNo: `60${day}${String(this.#payments.size + 1).padStart(8, '0')}`,
      status: 0,
      received: 0,
      receivedLast: 0,
      numbers: numbers.map(([, digits], index) => this.#unused(digits, index)),
      account: kind === 'bank' ? this.#unused(7, 0) : '',
      createdMs: nowMs,
      changedMs: nowMs,
      validUntilMs: nowMs + this.options.validMinutes[kind] * minuteMs,
    };
    this.#payments.set(payment.token, payment);
    return payment;
  }

  /** The payer has come. */
  begin(payment: HaipayPayment): void {
    if (payment.status === 0) this.#step(payment, 1);
  }

  /** The payer approved in the wallet's app; `later` leaves the confirmation to somebody. */
  approve(payment: HaipayPayment, later: boolean): void {
    if (!this.#isOpen(payment)) return;
    if (later) this.#step(payment, -1);
    else this.#settle(payment);
  }

  /** The payer declined in the wallet's app. */
  decline(payment: HaipayPayment): void {
    if (this.#isOpen(payment)) this.#fail(payment, 'Declined by the payer');
  }

  /** What was pending is confirmed or not. */
  confirm(payment: HaipayPayment, yes: boolean): void {
    if (payment.status !== -1) return;
    if (yes) this.#settle(payment);
    else this.#fail(payment, 'Not confirmed');
  }

  /** A store's machine printed the slip. */
  printSlip(payment: HaipayPayment): void {
    if (!this.#isOpen(payment)) return;
    payment.slipUntilMs = Math.min(this.options.now() + slipMinutes * minuteMs, payment.validUntilMs);
    this.begin(payment);
  }

  /** So many minor units came in, in cash or by transfer. Returns whether they were taken. */
  receive(payment: HaipayPayment, value: number): boolean {
    if (!this.#isOpen(payment)) return false;
    payment.received += value;
    payment.receivedLast = value;
    payment.paidMs = this.options.now();
    const missing = payment.amount - payment.received;
    this.#step(payment, missing > 0 ? 4 : missing < 0 ? 5 : 2);
    return true;
  }

  /** Ends an order's time now. */
  close(payment: HaipayPayment): void {
    if (!this.#isOpen(payment)) return;
    payment.validUntilMs = this.options.now();
    this.expireDue();
  }

  /** Ends what nobody paid in time. Returns whether there was anything. */
  expireDue(): boolean {
    const nowMs = this.options.now();
    const over = this.all().filter((payment) => this.#canExpire(payment) && payment.validUntilMs <= nowMs);
    for (const payment of over) this.#fail(payment, 'Order expired');
    return over.length > 0;
  }

  /** The next instant at which {@link expireDue} has something to do. */
  nextExpiryMs(): number | undefined {
    const dues = this.all()
      .filter((payment) => this.#canExpire(payment))
      .map(({ validUntilMs }) => validUntilMs);
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  #isOpen(payment: HaipayPayment): boolean {
    return takesMoney(payment, this.options.now());
  }

  /** The documents don't say what becomes of a part that came in: it stays, and nothing fails. */
  #canExpire({ status }: HaipayPayment): boolean {
    return status === 0 || status === 1;
  }

  /** Our own rule, as there is no documented one: two amounts are declined by every wallet. */
  #settle(payment: HaipayPayment): void {
    const reasons: Readonly<Record<number, string>> = { 40000: 'Insufficient balance', 40400: 'Over the limit' };
    const reason = reasons[payment.amount];
    if (reason !== undefined) return this.#fail(payment, reason);
    payment.received = payment.amount;
    payment.receivedLast = payment.amount;
    payment.paidMs = this.options.now();
    this.#step(payment, 2);
  }

  #fail(payment: HaipayPayment, errorMsg: string): void {
    payment.errorMsg = errorMsg;
    this.#step(payment, 3);
  }

  #step(payment: HaipayPayment, status: HaipayStatus): void {
    payment.status = status;
    payment.changedMs = this.options.now();
    this.options.onStep(payment);
  }

  /** Digits that no other order has in the same place. */
  #unused(digits: number, index: number): string {
    const taken = new Set(this.all().flatMap(({ account, numbers }) => [account, numbers[index]]));
    for (;;) {
      const number = randomDigits(digits);
      if (!taken.has(number)) return number;
    }
  }
}
