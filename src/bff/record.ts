import type { CreateSessionRequest } from '../contract/requests.js';
import type { Failure, Order, Session } from '../contract/session.js';
import type { Amount } from '../contract/money.js';
import type { NextAction } from '../contract/next-action.js';
import type { PayoutDestination } from '../contract/payout.js';
import type { ManualRefund } from '../contract/refund.js';
import type { KeptAccount } from './payout-port.js';
import type { Device } from './provider.js';

/**
 * One try to pay, kept with its session. `id` is unguessable, unique and the provider's payment id.
 * - `starting`: written down, the provider perhaps not yet asked (or the answer was lost in a crash)
 * - `waiting`: the provider knows it; its messages decide
 * - `succeeded`, `declined`, `expired`: the provider's last word
 * - `abandoned`: the buyer or the clock gave it up; money may still arrive for it
 */
export type AttemptStatus = 'starting' | 'waiting' | 'succeeded' | 'declined' | 'expired' | 'abandoned';

/** See {@link AttemptStatus}. Instants are epoch milliseconds. */
export interface Attempt {
  id: string;
  method: string;
  status: AttemptStatus;
  /** Answers to the method's inputs, checked by the provider; those of a payout are forgotten once its start has ended. */
  input: Record<string, string>;
  startedAtMs: number;
  /** The buyer's network address and device at the confirm, so that a start after a crash says the same. */
  ipAddress?: string;
  device?: Device;
  /** Before this instant the provider may not be asked. @default startedAtMs */
  askableFromMs?: number;
  /** The provider has no question for the status: only its messages and the deadline end the attempt. */
  cannotAsk?: boolean;
  /** When it was asked last. */
  askedAtMs?: number;
  /** When it last gave no clear answer, its time being over: it is asked again for a while before anything ends. */
  silentAtMs?: number;
  /** The end of what the buyer was told to do last, if that has one. */
  deadlineAtMs?: number;
  /** When the provider is to be asked for the status, if no message came by then. */
  askAtMs?: number | undefined;
  /** How often it has been asked since the start or the buyer's return. */
  asks: number;
  nextAction?: NextAction | undefined;
  /** How the buyer came back from the provider's page: an older message must not send them there again. */
  returned?: 'success' | 'decline';
  /** What has come in, where that is another sum than the one asked for. */
  received?: Amount | undefined;
  /** The provider's own number of the payment. */
  reference?: string;
  /** Further payments for the same attempt, by their own numbers; `amount` where the provider named it. */
  paidAgain?: { reference: string; amount?: Amount }[];
  /** Why it did not succeed, or what is odd about its payment (`amount-mismatch`). */
  code?: string | undefined;
  providerCode?: string | undefined;
  paidAtMs?: number;
  /** Of a payout: where the money goes, masked. */
  destination?: PayoutDestination;
  /** Of a payout: the account as the provider keeps it, remembered for the recipient once the money is sent. */
  account?: KeptAccount;
  /**
   * Of a WebMoney payout under a code. `fromMs`: when the provider was first known to have it, which a repeated start may
   * put off. `code` is forgotten some time after it was shown; `shownKey` is the Idempotency-Key of the showing.
   */
  protection?: { days: number; fromMs?: number; code?: string; shownAtMs?: number; shownKey?: string };
}

/**
 * One refund, kept with the session whose payment it gives back. Instants are epoch milliseconds.
 * - `starting`: written down, the provider perhaps not yet asked (or the answer was lost)
 * - `pending`: the provider has taken it; its message decides
 * - `manual`: the shop has to make it in the provider's own tool
 * - `unknown`: it may have been made and nobody can be asked; the shop settles it
 * - `succeeded`, `declined`: final
 */
export interface RefundRecord {
  id: string;
  attempt: string;
  amount: Amount;
  status: 'starting' | 'pending' | 'manual' | 'unknown' | 'succeeded' | 'declined';
  origin: 'shop' | 'provider';
  createdAtMs: number;
  settledAtMs?: number;
  reason?: string;
  /** The provider's names for the request and for the operation. */
  requestId?: string;
  operation?: string;
  reference?: string;
  code?: string;
  providerCode?: string;
  manual?: ManualRefund;
  /** When the provider is to be asked about it, and how often it has been. */
  askAtMs?: number | undefined;
  asks: number;
}

/**
 * The server's whole truth about one session: what the browser sees is derived from it by `toSession`.
 * `state` is the union of the contract without what can be derived; instants are epoch milliseconds.
 */
export interface SessionRecord {
  id: string;
  rev: number;
  purpose: Session['purpose'];
  /** The shop's origin: the audience of the signed session. */
  audience: string;
  amount: Amount;
  order: Order;
  customer: CreateSessionRequest['customer'];
  locale?: string;
  /** Method ids the shop asked for, in its order; all when left out. */
  methods?: string[];
  state: SessionState;
  attempts: Attempt[];
  /** Oldest first. */
  refunds?: RefundRecord[];
  /** Of a payout: the shop said where the money goes, so nothing is chosen again. */
  direct?: boolean;
  /** Of a payout: the shop wants it back, and the provider's word on the attempt under way is awaited. */
  withdrawn?: boolean;
  /** Of a payout: accounts that this recipient's earlier payouts left, by provider id. */
  kept?: Record<string, KeptAccount>;
  /** Of a payout: what the recipient has to answer. `digest` is of the answer with `salt`. */
  question?: { text: string; salt: string; digest: string; triesLeft: number; passed: boolean };
  createdAtMs: number;
  expiresAtMs: number;
}

/** The session's status with what belongs to it. `attempt` refers to one of `attempts`. */
export type SessionState =
  | { status: 'open'; lastFailure?: Failure }
  | { status: 'pending'; attempt: string }
  | { status: 'succeeded'; attempt: string }
  | { status: 'failed'; code: string; attempt?: string }
  | { status: 'expired'; attempt?: string }
  | { status: 'canceled' }
  | { status: 'needsAttention'; code: string; attempt?: string };
