import type { NextAction } from '../../src/contract/next-action.js';
import type { Method } from '../../src/contract/session.js';
import { InputRefusal, WebhookRefusal } from '../../src/bff/provider.js';
import type {
  MessageOutcome,
  Offer,
  Provider,
  ProviderMessage,
  Received,
  ReturnHint,
  Start,
  StartOutcome,
} from '../../src/bff/provider.js';
import type { Attempt } from '../../src/bff/record.js';
import type { RefundMessage } from '../../src/bff/refund-port.js';
import type { FakeRefunds } from './fake-refunds.js';

/** The body of a webhook of this provider. `signature` must be `good`. */
export interface FakeEvent {
  attempt: string;
  key: string;
  outcome: MessageOutcome;
  value?: number;
  currency?: string;
  reference?: string;
  /** Then it speaks of this instead. */
  refund?: RefundMessage['refund'];
}

export const REDIRECT: NextAction = {
  type: 'redirect',
  method: 'POST',
  url: 'https://pay.example/form',
  fields: [['q', '1']],
  charset: 'UTF-8',
};

/** The rules of the imaginary provider: USD and EUR, from 0.50. */
const MIN_VALUE = 50;

/**
 * A provider with books of its own. It is strict: it takes each attempt once, and notes whatever the core does that the
 * port forbids, so that a test can see that nothing was.
 */
export class FakeProvider implements Provider {
  readonly id: string;
  askAfterMs: number | undefined = 10_000;
  unstored?: () => Response;
  refunds?: FakeRefunds;
  readonly starts: Start[] = [];
  readonly asks: string[] = [];
  /** What the core did against the rules of the port. */
  readonly violations: string[] = [];
  /** Attempts that have reached the provider, with what it knows of each. */
  readonly books = new Map<string, ProviderMessage>();
  /** How starts go from now on. `lost`: taken, but the answer does not arrive; `down`: not taken. */
  startsGo: 'well' | 'refused' | 'lost' | 'down' | 'throw' = 'well';
  asksGo: 'well' | 'unknown' | 'throw' = 'well';
  /** True for one whose status tells no step: an attempt whose start was not answered can't be paid any more. */
  tellsStepsOnce = false;
  nextAction: NextAction = REDIRECT;
  /** Awaited inside a start, after the provider has taken it. */
  duringStart: () => Promise<void> = () => Promise.resolve();
  duringAsk: () => Promise<void> = () => Promise.resolve();

  readonly #now: () => number;
  readonly #calledAt = new Map<string, number>();
  #inFlight = new Set<string>();

  constructor(now: () => number, id = 'fake') {
    this.#now = now;
    this.id = id;
  }

  methods({ amount }: Offer): Method[] {
    const unavailable =
      amount.currency !== 'USD' && amount.currency !== 'EUR'
        ? { code: 'currency', currencies: ['USD', 'EUR'] }
        : amount.value < MIN_VALUE
          ? { code: 'amount-too-low', limit: { value: MIN_VALUE, currency: amount.currency } }
          : undefined;
    const state = unavailable && { unavailable };
    return [
      { id: `${this.id}:page`, brand: 'page', kind: 'redirect', ...state },
      {
        id: `${this.id}:invoice`,
        brand: 'invoice',
        kind: 'invoice',
        inputs: [{ name: 'wmid', required: true }],
        ...state,
      },
      { id: `${this.id}:resting`, brand: 'resting', kind: 'redirect', unavailable: { code: 'maintenance' } },
    ];
  }

  checkOffer({ customer }: Offer): void {
    if (customer.id.includes('№')) throw new InputRefusal('customer.id', 'account-invalid');
  }

  checkInput(method: string, input: Record<string, string>): Record<string, string> {
    if (method !== `${this.id}:invoice`) return {};
    if (!/^\d{12}$/.test(input['wmid'] ?? '')) throw new InputRefusal('wmid', 'wmid-invalid');
    return { wmid: input['wmid'] ?? '' };
  }

  async start(start: Start): Promise<StartOutcome> {
    const { id } = start.attempt;
    if (this.#inFlight.has(id)) this.violations.push('started twice at once');
    this.#inFlight.add(id);
    this.starts.push(start);
    try {
      if (this.startsGo === 'throw') throw new Error('provider exploded');
      if (this.startsGo === 'down') return { type: 'unknown' };
      if (this.startsGo === 'refused') return { type: 'refused', code: 'provider-refused', providerCode: '42' };
      // Like the real ones, it refuses an id it has seen. One that can't be asked is only told by the buyer's browser.
      if (this.books.has(id) && this.askAfterMs !== undefined) return { type: 'unknown' };
      this.books.set(id, this.message(id, 'received', { type: 'pending' }));
      this.#calledAt.set(id, this.#now());
      await this.duringStart();
      return this.startsGo === 'lost' ? { type: 'unknown' } : { type: 'started', nextAction: this.nextAction };
    } finally {
      this.#inFlight.delete(id);
    }
  }

  receive(request: Request, body: Uint8Array): Promise<Received> {
    let event: FakeEvent;
    try {
      event = JSON.parse(new TextDecoder().decode(body)) as FakeEvent;
    } catch {
      throw new WebhookRefusal('message-invalid', new Response('no JSON', { status: 400 }));
    }
    if (request.headers.get('x-signature') !== 'good') {
      throw new WebhookRefusal('signature-invalid', new Response('bad signature', { status: 400 }));
    }
    const { attempt, key, outcome, value = 8420, currency = 'USD', reference, refund } = event;
    if (refund) {
      const refunds = [{ key, attemptId: attempt, refund, raw: JSON.stringify(event) }];
      return Promise.resolve({ messages: [], refunds, reply: () => new Response('stored') });
    }
    const message = { ...this.message(attempt, key, outcome), amount: { value, currency } };
    const messages = [{ ...message, ...(reference !== undefined && { reference }), raw: JSON.stringify(event) }];
    return Promise.resolve({ messages, reply: () => new Response('stored') });
  }

  async ask(attempt: Attempt): Promise<ProviderMessage | 'not-found' | 'unknown'> {
    this.asks.push(attempt.id);
    const calledAt = this.#calledAt.get(attempt.id);
    if (calledAt !== undefined && this.#now() < calledAt + (this.askAfterMs ?? Infinity))
      this.violations.push('asked too early');
    const answer = this.books.get(attempt.id) ?? 'not-found';
    await this.duringAsk();
    if (this.asksGo === 'throw') throw new Error('network');
    if (this.asksGo === 'unknown') return 'unknown';
    const stranded = this.tellsStepsOnce && attempt.nextAction?.type === 'wait' && attempt.returned === undefined;
    if (!stranded || answer === 'not-found' || answer.outcome.type !== 'pending') return answer;
    return this.message(attempt.id, 'stranded', { type: 'declined', code: 'provider-unavailable' });
  }

  readReturn(url: URL): ReturnHint | undefined {
    const attemptId = url.searchParams.get('attempt');
    const hint = url.searchParams.get('hint');
    const known = (['success', 'decline', 'return', 'cancel'] as const).find((one) => one === hint);
    return attemptId !== null && known ? { attemptId, hint: known } : undefined;
  }

  /** The provider comes to know something of an attempt; asking tells it from now on. */
  decide(attemptId: string, key: string, outcome: MessageOutcome): void {
    this.books.set(attemptId, this.message(attemptId, key, outcome));
  }

  message(attemptId: string, key: string, outcome: MessageOutcome): ProviderMessage {
    return { key: `${attemptId}/${key}`, attemptId, outcome, amount: { value: 8420, currency: 'USD' }, raw: '{}' };
  }
}
