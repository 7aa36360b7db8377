import type { SbpsProduct } from './sbps-merchant.js';
import { isFinal, notTakenCode, outcomeOf, timedOutCode } from './sbps-payment.js';
import type { SbpsOrder, SbpsPayment, SbpsPress, SbpsRefund, SbpsStatus, SbpsTold } from './sbps-payment.js';
import type { SbpsWalletId } from './sbps-wallets.js';

/** What the books need to be kept. */
export interface SbpsBooksOptions {
  now: () => number;
  /** Milliseconds from reaching the Alipay+ screen until it closes. */
  alipayPlusMs: number;
  /** Called when a payment has a result: paid, declined or expired. */
  onResult: (payment: SbpsPayment) => void;
}

function random(length: number, digits: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => digits[byte % digits.length]).join('');
}

/** Every payment and the only ways its state can change. */
export class SbpsBooks {
  #payments = new Map<string, SbpsPayment>();

  constructor(private readonly options: SbpsBooksOptions) {}

  /** All payments, oldest first. */
  all(): readonly SbpsPayment[] {
    return [...this.#payments.values()];
  }

  /** The payment of an order; `order_id` is unique for a service. */
  find({ merchantId, serviceId, orderId }: SbpsOrder): SbpsPayment | undefined {
    return this.all().find(
      (one) => one.merchantId === merchantId && one.serviceId === serviceId && one.orderId === orderId,
    );
  }

  byToken(token: string | null): SbpsPayment | undefined {
    return this.#payments.get(token ?? '');
  }

  byWalletToken(token: string): SbpsPayment | undefined {
    return this.all().find((payment) => payment.walletToken === token);
  }

  /** A payment by SBPS's own number of it. */
  byTracking(ids: Pick<SbpsOrder, 'merchantId' | 'serviceId'>, trackingId: string): SbpsPayment | undefined {
    const { merchantId, serviceId } = ids;
    return this.all().find(
      (one) => one.merchantId === merchantId && one.serviceId === serviceId && one.trackingId === trackingId,
    );
  }

  /** Puts back what was stored, perhaps before there were refunds. */
  restore(payments: readonly (Omit<SbpsPayment, 'refunds'> & Partial<SbpsPayment>)[]): void {
    const whole = payments.map((payment): SbpsPayment => ({ ...payment, refunds: payment.refunds ?? [] }));
    this.#payments = new Map(whole.map((payment) => [payment.token, payment]));
  }

  /** Writes down a request. With nothing to choose it is WebMoney's at once; Alipay+ is always chosen first. */
  register(order: SbpsOrder): SbpsPayment {
    const [first, ...others] = order.products;
    const payment: SbpsPayment = {
      ...order,
      token: random(32, '0123456789abcdef'),
      walletToken: random(32, '0123456789abcdef'),
      trackingId: `8${random(13, '0123456789')}`,
      product: others.length === 0 && first === 'webmoney' ? first : undefined,
      status: 'open',
      told: 'no',
      errorCode: '',
      changedMs: this.options.now(),
      refunds: [],
    };
    this.#payments.set(payment.token, payment);
    return payment;
  }

  /** SBPS's selection screen. Alipay+'s own time begins when its screen is reached, which this leads to. */
  choose(payment: SbpsPayment, product: SbpsProduct): void {
    if (isFinal(payment) || payment.product !== undefined || !payment.products.includes(product)) return;
    payment.product = product;
    if (product === 'alipay-plus') payment.validUntilMs = this.options.now() + this.options.alipayPlusMs;
  }

  /** A wallet on the Alipay+ screen; undefined goes back to the list. */
  chooseWallet(payment: SbpsPayment, wallet: SbpsWalletId | undefined): void {
    if (isFinal(payment) || payment.product !== 'alipay-plus') return;
    payment.wallet = wallet;
    payment.account = undefined;
  }

  /** The buyer logged in to the wallet. */
  logIn(payment: SbpsPayment, account: string): void {
    if (!isFinal(payment)) payment.account = account;
  }

  /** The buyer paid or could not. Does nothing once there is a result. */
  settle(payment: SbpsPayment, press: SbpsPress): void {
    if (isFinal(payment) || payment.product === undefined) return;
    payment.errorCode = outcomeOf(payment, press);
    this.#step(payment, payment.errorCode === '' ? 'paid' : 'declined');
    this.options.onResult(payment);
  }

  /** The buyer went back to the shop. */
  cancel(payment: SbpsPayment): void {
    if (!isFinal(payment)) this.#step(payment, 'cancelled');
  }

  /** Whether the merchant knows. What it did not take is given back with Alipay+; with WebMoney the charge stands. */
  tell(payment: SbpsPayment, told: SbpsTold): void {
    payment.told = told;
    if (told !== 'failed' || payment.status !== 'paid') return;
    payment.errorCode = notTakenCode(payment.product);
    if (payment.product === 'alipay-plus') this.#step(payment, 'reversed');
  }

  /** Gives money back, or writes down that SBPS is asked to. Whether that may be is for the caller to know. */
  refund(payment: SbpsPayment, refund: Pick<SbpsRefund, 'amount' | 'by' | 'status'>): SbpsRefund {
    const transactionId = `9${random(13, '0123456789')}`;
    const entry: SbpsRefund = { ...refund, transactionId, changedMs: this.options.now() };
    payment.refunds.push(entry);
    return entry;
  }

  /** SBPS does what it was asked to. */
  processRefunds(payment: SbpsPayment): void {
    for (const refund of payment.refunds.filter(({ status }) => status === 'requested')) {
      refund.status = 'done';
      refund.changedMs = this.options.now();
    }
  }

  /** Ends a payment's time now. */
  hurry(payment: SbpsPayment): void {
    if (!isFinal(payment)) payment.validUntilMs = Math.min(payment.validUntilMs, this.options.now());
  }

  /** Ends what nobody paid in time. Returns whether there was anything. */
  expireDue(): boolean {
    const nowMs = this.options.now();
    const over = this.all().filter((payment) => !isFinal(payment) && payment.validUntilMs <= nowMs);
    for (const payment of over) {
      payment.errorCode = timedOutCode(payment.product);
      this.#step(payment, 'expired');
      this.options.onResult(payment);
    }
    return over.length > 0;
  }

  /** The next instant at which {@link expireDue} has something to do. */
  nextExpiryMs(): number | undefined {
    const open = this.all().filter((payment) => !isFinal(payment));
    return open.length === 0 ? undefined : Math.min(...open.map(({ validUntilMs }) => validUntilMs));
  }

  #step(payment: SbpsPayment, status: SbpsStatus): void {
    payment.status = status;
    payment.changedMs = this.options.now();
  }
}
