import type { Amount } from '../contract/money.js';
import type { PayoutDestination, PayoutWay } from '../contract/payout.js';
import type { Attempt } from './record.js';
import type { Offer } from './provider.js';

/** An account that a recipient named before, under the provider's id for it. What the provider does not keep is not kept. */
export interface KeptAccount {
  id: string;
  destination: PayoutDestination;
}

/**
 * The part of a provider that pays out. Its methods are those that `Provider.methods` gives for an offer with the
 * purpose `payout`; they start, are asked about and are heard of like payments, with two differences: an attempt is over only when the provider
 * says so, and a start that was lost is made again under the same id, which the provider must take only once.
 */
export interface Payouts {
  /** Days until the money is there, and the account offered again. `kept`: what this recipient's last payout left. */
  way(method: string, offer: Offer, kept: KeptAccount | undefined): PayoutWay;
  /** Where checked input sends the money, masked for showing. @param kept the account that the input may name by its id */
  destination(
    method: string,
    input: Record<string, string>,
    kept: KeptAccount | undefined,
  ): PayoutDestination | undefined;
  /** Days for which money can be kept under a code, by method; absent where that is not possible. */
  protection?(method: string): { minDays: number; maxDays: number } | undefined;
  /** Calls a payout back. `too-late`: it goes on; `unknown`: no clear answer. Absent where a provider can't. */
  cancel?(attempt: Attempt): Promise<'canceled' | 'too-late' | 'unknown'>;
  /** What there is to send. `unknown`: no clear answer. */
  balance?(): Promise<Amount | 'unknown'>;
}

/** Makes a search among banks; where it comes from is the server's choice. */
export interface BankDirectory {
  /** @param query a code or a part of a name or its reading, 1 to 40 characters. @returns at most 20, the best first */
  banks(query: string): Promise<BankRows>;
  /** @param bank 4 digits. @returns at most 20, the best first; none for an unknown bank */
  branches(bank: string, query: string): Promise<BankRows>;
}

type BankRows = { code: string; name: string; kana: string }[];
