import { hasOperation, isFinal, outcomeOf, providerNumber, randomHex } from './monetix-payment.js';
import type {
  MonetixClassicWait,
  MonetixOrder,
  MonetixPayment,
  MonetixPress,
  MonetixStatus,
} from './monetix-payment.js';
import { refundOutcome } from './monetix-refund.js';
import type { MonetixRefund, MonetixRefundOrder } from './monetix-refund.js';

const dayMs = 86_400_000;

/** Monetix's threshold for a WebMoney purchase. Source: WebMoney method, "Operations support". */
const thresholdDays = 35;

/** What the books need to be kept. */
export interface MonetixBooksOptions {
  now: () => number;
  /** Days a WebMoneyClassic invoice can be paid. */
  invoiceDays: number;
  classicWait: MonetixClassicWait;
  nextOperationId: (projectId: number) => number;
  /** Called after each change of a payment's status. */
  onStep: (payment: MonetixPayment) => void;
  /** Called after each refund. */
  onRefund: (payment: MonetixPayment, refund: MonetixRefund) => void;
}

/** Every payment and the only ways its state can change. */
export class MonetixBooks {
  #payments = new Map<string, MonetixPayment>();

  constructor(private readonly options: MonetixBooksOptions) {}

  /** All payments, oldest first. */
  all(): readonly MonetixPayment[] {
    return [...this.#payments.values()];
  }

  find(projectId: number, paymentId: string): MonetixPayment | undefined {
    return this.all().find((payment) => payment.projectId === projectId && payment.paymentId === paymentId);
  }

  byToken(token: string | null): MonetixPayment | undefined {
    return this.#payments.get(token ?? '');
  }

  /** Puts back what was stored. */
  restore(payments: readonly MonetixPayment[]): void {
    this.#payments = new Map(payments.map((payment) => [payment.token, payment]));
  }

  /** Writes a new payment. One from Gate starts at once, one from Payment Page when the customer agrees. */
  register(order: MonetixOrder): MonetixPayment {
    const nowMs = this.options.now();
    const payment: MonetixPayment = {
      ...order,
      token: randomHex(16),
      status: 'awaiting customer',
      operationId: this.options.nextOperationId(order.projectId),
      requestId: '',
      providerPaymentId: '',
      createdMs: nowMs,
      changedMs: nowMs,
      validUntilMs: order.bestBeforeMs ?? nowMs + thresholdDays * dayMs,
    };
    this.#payments.set(payment.token, payment);
    if (order.channel === 'gate' && order.method === 'webmoney-light') this.redirect(payment);
    if (order.channel === 'gate' && order.method === 'webmoney') this.invoice(payment, order.wmid ?? '');
    return payment;
  }

  /** WebMoney prepared its form (WebMoneyLight). */
  redirect(payment: MonetixPayment): void {
    if (payment.status !== 'awaiting customer') return;
    payment.method = 'webmoney-light';
    this.#start(payment, 'awaiting redirect result');
  }

  /** WebMoney issued the invoice to a WMID of 12 digits (WebMoneyClassic). */
  invoice(payment: MonetixPayment, wmid: string): void {
    if (payment.status !== 'awaiting customer') return;
    payment.method = 'webmoney';
    payment.wmid = wmid;
    payment.validUntilMs = payment.bestBeforeMs ?? this.options.now() + this.options.invoiceDays * dayMs;
    this.#start(payment, this.options.classicWait);
  }

  /** The customer paid or refused. Does nothing once there is a result. */
  settle(payment: MonetixPayment, press: MonetixPress): void {
    if (isFinal(payment) || !hasOperation(payment)) return;
    const { status, code, message, numbered } = outcomeOf(payment.amount, press);
    payment.code = code;
    payment.message = message;
    payment.providerPaymentId = numbered ? providerNumber(payment.operationId) : '';
    this.#step(payment, status);
  }

  /** Gives money back, or declines to, as the amount decides. */
  refund({ payment, amount, callbackUrl }: MonetixRefundOrder): MonetixRefund {
    const nowMs = this.options.now();
    const operationId = this.options.nextOperationId(payment.projectId);
    const outcome = refundOutcome(amount);
    const refund: MonetixRefund = {
      operationId,
      requestId: `${randomHex(20)}-${randomHex(20)}`,
      amount,
      ...outcome,
      providerPaymentId: outcome.status === 'success' ? providerNumber(operationId) : '',
      createdMs: nowMs,
      changedMs: nowMs,
      callbackUrl,
    };
    payment.refunds = [...(payment.refunds ?? []), refund];
    this.options.onRefund(payment, refund);
    return refund;
  }

  /** Ends what nobody paid in time. Returns whether there was anything. */
  expireDue(): boolean {
    const nowMs = this.options.now();
    const over = this.all().filter((payment) => !isFinal(payment) && payment.validUntilMs <= nowMs);
    for (const payment of over) this.#step(payment, 'expired');
    return over.length > 0;
  }

  /** The next instant at which {@link expireDue} has something to do. */
  nextExpiryMs(): number | undefined {
    const open = this.all().filter((payment) => !isFinal(payment));
    return open.length === 0 ? undefined : Math.min(...open.map(({ validUntilMs }) => validUntilMs));
  }

  #start(payment: MonetixPayment, status: MonetixStatus): void {
    payment.requestId = `${randomHex(20)}-${randomHex(20)}`;
    this.#step(payment, status);
  }

  #step(payment: MonetixPayment, status: MonetixStatus): void {
    payment.status = status;
    payment.changedMs = this.options.now();
    this.options.onStep(payment);
  }
}
