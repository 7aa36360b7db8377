import { isOpen } from './gmo-deposit.js';
import type { GmoAccount, GmoDeposit, GmoState, GmoWay } from './gmo-deposit.js';
import { verdictOf } from './gmo-verdict.js';

/** What the books need to be kept. */
export interface GmoBooksOptions {
  now: () => number;
  fees: Readonly<Record<GmoWay, number>>;
  /** Milliseconds until data is made, and from there until the bank has decided; undefined: a person decides. */
  makeAfterMs: number;
  sendAfterMs: number | undefined;
  holders: Readonly<Record<string, string>>;
}

/** What a deposit is registered with; the rest begins by itself. */
export type GmoOrder = Pick<GmoDeposit, 'shopId' | 'depositId' | 'amount' | 'selectKey' | 'clientName'> &
  Partial<Pick<GmoDeposit, 'way' | 'account' | 'link'>>;

/** The sums of a shop's deposits, in yen. What is neither paid nor reserved has gone back to the balance. */
export interface GmoSums {
  /** Money that left, by way, without fees. */
  paid: Record<GmoWay, number>;
  /** Fees of what left. */
  fees: number;
  /** Amounts and fees of what is under way. */
  reserved: number;
  /** Amounts that were under way once and came back. */
  returned: number;
}

function randomHex(bytes: number): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(values, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function randomDigits(digits: number): string {
  const values = crypto.getRandomValues(new Uint8Array(digits));
  return Array.from(values, (byte, index) => (index === 0 ? 1 + (byte % 9) : byte % 10)).join('');
}

/** A secret for the address of a recipient's page. */
export const gmoToken = (): string => randomHex(32);

const key = (shopId: string, id: string) => `${shopId}/${id}`;

/** Every account and deposit, and the only ways a deposit's state can change. */
export class GmoBooks {
  #accounts = new Map<string, GmoAccount>();
  #deposits = new Map<string, GmoDeposit>();

  constructor(private readonly options: GmoBooksOptions) {}

  accounts(): readonly GmoAccount[] {
    return [...this.#accounts.values()];
  }

  /** All deposits, oldest first. */
  deposits(): readonly GmoDeposit[] {
    return [...this.#deposits.values()];
  }

  /** An account, deleted ones too. */
  account(shopId: string, bankId: string): GmoAccount | undefined {
    return this.#accounts.get(key(shopId, bankId));
  }

  deposit(shopId: string, depositId: string): GmoDeposit | undefined {
    return this.#deposits.get(key(shopId, depositId));
  }

  byToken(token: string | null): GmoDeposit | undefined {
    return this.deposits().find(({ link }) => link !== undefined && link.token === token);
  }

  /** The deposit that the numbers keyed in at a machine belong to. */
  byNumbers(customerNumber: string, confNumber: string, partnerCode: string): GmoDeposit | undefined {
    return this.deposits().find(
      ({ atm }) =>
        atm?.customerNumber === customerNumber && atm.confNumber === confNumber && atm.partnerCode === partnerCode,
    );
  }

  /** Puts back what was stored. */
  restore(accounts: readonly GmoAccount[], deposits: readonly GmoDeposit[]): void {
    this.#accounts = new Map(accounts.map((account) => [key(account.shopId, account.bankId), account]));
    this.#deposits = new Map(deposits.map((deposit) => [key(deposit.shopId, deposit.depositId), deposit]));
  }

  /** Writes a new account or another one under the same id. */
  keepAccount(account: GmoAccount): void {
    this.#accounts.set(key(account.shopId, account.bankId), account);
  }

  /** What a deposit by one of these ways may cost at most. */
  feeOf(ways: readonly GmoWay[]): number {
    return Math.max(...ways.map((way) => this.options.fees[way]));
  }

  sums(shopId: string): GmoSums {
    const sums: GmoSums = {
      paid: { bank: 0, sevenatm: 0, amazongift: 0, aupay: 0 },
      fees: 0,
      reserved: 0,
      returned: 0,
    };
    for (const deposit of this.deposits().filter((one) => one.shopId === shopId)) {
      if (isOpen(deposit)) sums.reserved += deposit.amount + deposit.fee;
      else if (deposit.state === 'sent') {
        sums.paid[deposit.way ?? 'bank'] += deposit.amount;
        sums.fees += deposit.fee;
      } else sums.returned += deposit.amount;
    }
    return sums;
  }

  /** Writes a new deposit: a transfer, or a link that waits for its recipient. */
  register(order: GmoOrder): GmoDeposit {
    const nowMs = this.options.now();
    const deposit: GmoDeposit = {
      ...order,
      fee: this.feeOf(order.link?.ways ?? ['bank']),
      state: 'offered',
      detail: '',
      dueMs: order.link?.expiresMs,
      createdMs: nowMs,
      changedMs: nowMs,
    };
    this.#deposits.set(key(order.shopId, order.depositId), deposit);
    if (order.account !== undefined) this.transfer(deposit, order.account);
    return deposit;
  }

  /** Goes on as a transfer to this account. */
  transfer(deposit: GmoDeposit, account: GmoAccount): void {
    deposit.account = { ...account };
    this.#choose(deposit, 'bank', 'registered');
    deposit.dueMs = this.options.now() + this.options.makeAfterMs;
  }

  /** Issues the numbers that are keyed in at a machine, good for so many days. */
  issue(deposit: GmoDeposit, untilMs: number): void {
    if (deposit.state !== 'offered') return;
    const partnerCode = '0181';
    let atm = { customerNumber: randomDigits(9), confNumber: randomDigits(6), partnerCode };
    while (this.byNumbers(atm.customerNumber, atm.confNumber, partnerCode)) {
      atm = { ...atm, customerNumber: randomDigits(9) };
    }
    deposit.atm = atm;
    this.#choose(deposit, 'sevenatm', 'made');
    deposit.dueMs = untilMs;
  }

  /** The money is with the recipient now. Returns whether it was still to be had. */
  pay(deposit: GmoDeposit, way: GmoWay, receiver: string): boolean {
    if (!isOpen(deposit) || (deposit.way !== undefined && deposit.way !== way)) return false;
    if (deposit.way === undefined) deposit.fee = this.feeOf([way]);
    this.#step(deposit, 'sent', '', way);
    deposit.receiver = receiver;
    return true;
  }

  /** A transfer comes back, with the bank's reason. */
  sendBack(deposit: GmoDeposit, detail: string): void {
    if (deposit.way === 'bank' && isOpen(deposit)) this.#step(deposit, 'failed', detail);
  }

  /** The shop called it back. */
  cancel(deposit: GmoDeposit): void {
    this.#step(deposit, 'canceled');
  }

  /** Ends a link's or a machine's time; the money goes back. */
  expire(deposit: GmoDeposit): void {
    if (isOpen(deposit) && deposit.way !== 'bank') this.#step(deposit, 'expired');
  }

  /** The bank takes the next step with a transfer: makes its data, then sends it or sends it back. */
  advance(deposit: GmoDeposit): void {
    if (deposit.way !== 'bank' || deposit.account === undefined || !isOpen(deposit)) return;
    const verdict = verdictOf(deposit.account, this.options.holders);
    if (deposit.state === 'registered') {
      if (verdict?.at === 'making') return this.#step(deposit, 'unmade', verdict.detail);
      this.#step(deposit, 'made');
      const { sendAfterMs } = this.options;
      deposit.dueMs = sendAfterMs === undefined ? undefined : this.options.now() + sendAfterMs;
    } else if (verdict !== undefined) this.sendBack(deposit, verdict.detail);
    else this.pay(deposit, 'bank', deposit.account.accountName);
  }

  /** Does what is due. Returns whether there was anything. */
  runDue(): boolean {
    const due = this.deposits().filter(({ dueMs }) => dueMs !== undefined && dueMs <= this.options.now());
    for (const deposit of due) {
      if (deposit.way === 'bank') this.advance(deposit);
      else this.expire(deposit);
    }
    return due.length > 0;
  }

  nextDueMs(): number | undefined {
    const dues = this.deposits().flatMap(({ dueMs }) => (dueMs === undefined ? [] : [dueMs]));
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  #choose(deposit: GmoDeposit, way: GmoWay, state: GmoState): void {
    deposit.fee = this.feeOf([way]);
    this.#step(deposit, state, '', way);
  }

  #step(deposit: GmoDeposit, state: GmoState, detail = '', way = deposit.way): void {
    const { state: wasState, detail: wasDetail, way: wasWay } = deposit;
    deposit.before = { state: wasState, detail: wasDetail, way: wasWay };
    deposit.way = way;
    deposit.state = state;
    deposit.detail = detail;
    deposit.dueMs = undefined;
    deposit.changedMs = this.options.now();
  }
}
