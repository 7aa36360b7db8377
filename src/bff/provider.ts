import type { Amount } from '../contract/money.js';
import type { NextAction } from '../contract/next-action.js';
import type { CreateSessionRequest } from '../contract/requests.js';
import type { Method, Order } from '../contract/session.js';
import type { KeptAccount, Payouts } from './payout-port.js';
import type { Attempt } from './record.js';
import type { RefundMessage, Refunds } from './refund-port.js';

/** `mobile` is a smartphone or a tablet; `featurePhone` is a Japanese mobile phone of the older kind. */
export type Device = 'pc' | 'mobile' | 'featurePhone';

/** What a provider gets to know of a session. */
export interface Offer {
  /** @default payment */
  purpose?: 'payment' | 'payout';
  amount: Amount;
  order: Order;
  customer: CreateSessionRequest['customer'];
  locale?: string;
  /** What the buyer's browser says it runs on; absent when no browser has asked yet. */
  device?: Device;
}

/** An attempt to start at the provider, or to start again after a crash, always with the same `attempt.id`. */
export interface Start extends Offer {
  attempt: Attempt;
  /** Our own return URL for this attempt, by hint; the provider sends the buyer's browser there. */
  returnUrls: Record<ReturnHint['hint'], string>;
  /** Where the provider sends its messages. */
  webhookUrl: string;
  /** The buyer's network address, when known. */
  ipAddress?: string;
  /** End of the session, epoch milliseconds. */
  expiresAtMs: number;
  /** Of a payout: the account that the recipient's last one left at this provider. */
  kept?: KeptAccount;
}

/**
 * How a start ended. `started`: the provider has taken it or needs no call (`account`: where a payout goes, kept at the
 * provider and remembered for the recipient once the money is sent); `refused`: it said no, nothing can come of
 * it; `unknown`: no clear answer (network, 5xx), so it must be asked before anything is concluded.
 */
export type StartOutcome =
  | { type: 'started'; nextAction: NextAction; account?: KeptAccount }
  | { type: 'refused'; code: string; providerCode?: string }
  | { type: 'unknown' };

/**
 * What one provider message says about one attempt. `pending.received`: a part that has come in, the rest is awaited;
 * `paid.overpaid`: the provider itself says that more came in than was asked for; `doubtful`: money may have moved and
 * a person has to look, with a stable code for the shop.
 */
export type MessageOutcome =
  | { type: 'pending'; nextAction?: NextAction; received?: Amount }
  | { type: 'paid'; paidAtMs?: number; overpaid?: boolean }
  | { type: 'doubtful'; code: string }
  | { type: 'declined'; code: string; providerCode?: string }
  | { type: 'expired' };

/** A verified message of a provider, from a webhook or from a status question. */
export interface ProviderMessage {
  /** Unique within the provider for this event: the same event again has the same key. */
  key: string;
  /** Our attempt id, as the provider echoes it. */
  attemptId: string;
  outcome: MessageOutcome;
  /** The sum the provider speaks of; checked against the session before anything counts as paid. */
  amount?: Amount;
  /** The provider's own number of the payment, when given. */
  reference?: string;
  /** The message as it arrived, kept for reconciliation; never logged or shown. */
  raw: string;
}

/** A webhook after verification. `reply` makes the answer the provider expects once the messages are stored. */
export interface Received {
  messages: ProviderMessage[];
  /** What it says of refunds. */
  refunds?: RefundMessage[];
  reply: () => Response;
}

/** Thrown by {@link Provider.receive}: nothing is stored, `response` goes back to the provider as it is. */
export class WebhookRefusal extends Error {
  constructor(
    /** Stable code: `signature-invalid` or `message-invalid`. */
    readonly code: 'signature-invalid' | 'message-invalid',
    readonly response: Response,
  ) {
    super(code);
  }
}

/** Thrown by {@link Provider.checkInput} and {@link Provider.checkOffer}: what the buyer or the shop gave can't be sent. */
export class InputRefusal extends Error {
  constructor(
    /** The field that is wrong, as it is named in the request (`wmid`, `customer.account`). */
    readonly field: string,
    /** Stable code, such as `wmid-invalid`. */
    readonly code: string,
  ) {
    super(`${field}: ${code}`);
  }
}

/**
 * The buyer's browser on its way back: a hint, never proof. `return`: nothing is known, the payment can be gone on with;
 * `cancel`: the buyer ended it where it can't be.
 */
export interface ReturnHint {
  attemptId: string;
  hint: 'success' | 'decline' | 'return' | 'cancel';
}

/** One payment provider behind the BFF. Its vocabulary stays inside its own files. */
export interface Provider {
  /** Namespace of the method ids and the last part of its webhook and return paths. */
  readonly id: string;
  /**
   * Milliseconds after the start before the provider may be asked for the status; undefined for one that has no such
   * question: its attempts end at their deadline.
   */
  readonly askAfterMs: number | undefined;
  /** The methods for this offer, unusable ones included with their reason. */
  methods(offer: Offer): Method[];
  /** @throws InputRefusal when the shop's data can never be sent (checked when a session is made). */
  checkOffer(offer: Offer): void;
  /** @returns the cleaned input. @throws InputRefusal */
  checkInput(method: string, input: Record<string, string>, offer: Offer): Record<string, string>;
  start(start: Start): Promise<StartOutcome>;
  /** Verifies a webhook on its raw bytes. @throws WebhookRefusal */
  receive(request: Request, body: Uint8Array): Promise<Received>;
  /**
   * The answer when a verified message could not be stored, for a provider that reads it in its own words; without it
   * the answer is a problem with status 500 or 503. Either way the provider is to send the message again.
   */
  unstored?(): Response;
  /** Absent where no refund can be made at all. */
  readonly refunds?: Refunds;
  /** Absent where nothing is paid out. */
  readonly payouts?: Payouts;
  /** Asks for the status. `not-found`: the provider has never seen it; `unknown`: no clear answer. */
  ask(attempt: Attempt): Promise<ProviderMessage | 'not-found' | 'unknown'>;
  /**
   * Reads our return URL, with the form that the buyer's browser posted to it (empty by GET).
   *
   * @returns undefined when it is not one of ours.
   */
  readReturn(url: URL, body: Uint8Array): ReturnHint | undefined | Promise<ReturnHint | undefined>;
}
