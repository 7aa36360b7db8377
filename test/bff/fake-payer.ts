import type { Amount } from '../../src/contract/money.js';
import type { NextAction } from '../../src/contract/next-action.js';
import type { PayoutDestination, PayoutWay } from '../../src/contract/payout.js';
import type { Method } from '../../src/contract/session.js';
import type { KeptAccount, Payouts } from '../../src/bff/payout-port.js';
import { InputRefusal } from '../../src/bff/provider.js';
import type { MessageOutcome, Offer, Start, StartOutcome } from '../../src/bff/provider.js';
import type { Attempt } from '../../src/bff/record.js';
import { FakeProvider } from './fake-provider.js';

const WAIT: NextAction = { type: 'wait' };
const masked = (number: string) => `••••${number.slice(-3)}`;

/**
 * The imaginary provider when it pays out: to a bank account, which it keeps under an id, and to a purse, with or without
 * a code. Its books say what is with the recipients now and what ever went out, whatever the core believes.
 */
export class FakePayer extends FakeProvider {
  override nextAction: NextAction = WAIT;
  /** How calling back goes. `lost`: done, but the answer does not arrive; `down`: not done. */
  cancelsGo: 'well' | 'too-late' | 'lost' | 'down' | 'throw' = 'well';
  duringCancel: () => Promise<void> = () => Promise.resolve();
  holds: Amount | 'unknown' = { value: 500_000, currency: 'USD' };
  readonly cancels: string[] = [];
  /** Codes as they arrived, by attempt. */
  readonly codes = new Map<string, string | undefined>();
  /** What is with the recipient, by attempt; and all that ever went out. */
  readonly sent = new Map<string, number>();
  readonly everSent = new Map<string, number>();
  readonly payouts: Payouts = {
    way: (method, _offer, kept) => this.#way(method, kept),
    destination: (method, input, kept) => this.#destination(method, input, kept),
    protection: (method) => (method === `${this.id}:purse` ? { minDays: 1, maxDays: 35 } : undefined),
    cancel: (attempt) => this.#cancel(attempt),
    balance: () => Promise.resolve(this.holds),
  };

  override methods(offer: Offer): Method[] {
    if (offer.purpose !== 'payout') return super.methods(offer);
    const limits = { max: { value: 1_000_000, currency: 'USD' } };
    const much = offer.amount.value > limits.max.value && {
      unavailable: { code: 'amount-too-high', limit: limits.max },
    };
    return [
      { id: `${this.id}:bank`, brand: 'bank-account', kind: 'wait', limits, ...much },
      { id: `${this.id}:purse`, brand: 'webmoney-purse', kind: 'wait', inputs: [{ name: 'purse', required: true }] },
      { id: `${this.id}:resting-gift`, brand: 'gift', kind: 'redirect', unavailable: { code: 'maintenance' } },
    ];
  }

  override checkInput(method: string, input: Record<string, string>): Record<string, string> {
    if (method === `${this.id}:bank`) {
      if (input['saved'] !== undefined) return { saved: input['saved'] };
      const { accountNumber = '', accountName = '' } = input;
      if (!/^\d{7}$/.test(accountNumber)) throw new InputRefusal('accountNumber', 'account-number-invalid');
      return { accountNumber, accountName };
    }
    if (method !== `${this.id}:purse`) return super.checkInput(method, input);
    const { purse = '' } = input;
    if (!/^[A-Z]\d{12}$/.test(purse)) throw new InputRefusal('purse', 'purse-invalid');
    if (!purse.startsWith('Z')) throw new InputRefusal('purse', 'purse-currency');
    return { purse };
  }

  override async start(start: Start): Promise<StartOutcome> {
    const { id, method, input, protection } = start.attempt;
    this.codes.set(id, protection?.code);
    const outcome = await super.start(start);
    if (outcome.type !== 'started' || method !== `${this.id}:bank` || input['saved'] !== undefined) return outcome;
    const number = input['accountNumber'] ?? '';
    return { ...outcome, account: { id: `acc-${number.slice(-3)}`, destination: { accountNumber: masked(number) } } };
  }

  /** Its books follow what it decides: money goes out, and may come back. */
  override decide(attemptId: string, key: string, outcome: MessageOutcome): void {
    super.decide(attemptId, key, outcome);
    const { value } = this.message(attemptId, key, outcome).amount ?? { value: 0 };
    if (outcome.type === 'paid' && !this.sent.has(attemptId)) {
      this.sent.set(attemptId, value);
      this.everSent.set(attemptId, value);
    }
    if (outcome.type === 'declined' || outcome.type === 'expired') this.sent.delete(attemptId);
  }

  /** Everything that is with recipients now. */
  get out(): number {
    return [...this.sent.values()].reduce((sum, value) => sum + value, 0);
  }

  #way(method: string, kept: KeptAccount | undefined): PayoutWay {
    const bank = method === `${this.id}:bank`;
    return { minDays: bank ? 1 : 0, maxDays: bank ? 3 : 0, ...(bank && kept && { saved: kept }) };
  }

  #destination(
    method: string,
    { purse = '', accountNumber = '', saved }: Record<string, string>,
    kept: KeptAccount | undefined,
  ): PayoutDestination | undefined {
    if (method === `${this.id}:purse`) return { purse: masked(purse) };
    return saved === undefined ? { accountNumber: masked(accountNumber) } : kept?.destination;
  }

  async #cancel({ id }: Attempt): Promise<'canceled' | 'too-late' | 'unknown'> {
    this.cancels.push(id);
    if (this.cancelsGo === 'throw') throw new Error('network');
    if (this.cancelsGo === 'down') return 'unknown';
    const known = this.books.get(id)?.outcome.type;
    const done = known === 'pending' || known === 'declined';
    if (!done || this.cancelsGo === 'too-late') return 'too-late';
    if (known === 'pending') this.decide(id, 'canceled', { type: 'declined', code: 'canceled-by-buyer' });
    await this.duringCancel();
    return this.cancelsGo === 'lost' ? 'unknown' : 'canceled';
  }
}
